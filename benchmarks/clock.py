"""How long calls take, in milliseconds. Of several runs the shortest counts: the rest of it is what others did."""

import time
from statistics import median, quantiles

_RUNS = 15


def timed(call, runs=_RUNS):
    """Return the shortest of some calls, after one that is not timed."""
    call()
    return min(_once(call) for _ in range(runs))


def spread(calls, runs=_RUNS):
    """Return [median, 95th percentile] over different calls: one after the other, again and again.

    The runs of a call are so some time apart, and a machine that is slow for a moment is slow in one of them.
    """
    rounds = [[_once(call) for call in calls] for _ in range(runs + 1)]
    times = [min(times) for times in zip(*rounds[1:], strict=True)]
    return [median(times), quantiles(times, n=20, method="inclusive")[-1]]


def _once(call):
    start = time.perf_counter()
    call()
    return (time.perf_counter() - start) * 1000
