"""How the property tests of this folder run: the same examples every time, and no clock."""

from hypothesis import HealthCheck, settings

reproducible = settings(derandomize=True, deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
