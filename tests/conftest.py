import pytest


@pytest.fixture(autouse=True)
def time_enough(settings):
    """Have no search be cut short because the machine is busy with other tests."""
    settings.SEARCH_MILLISECONDS = 60_000
