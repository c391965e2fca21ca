"""Work that needs no database, in processes of its own. A worker knows nothing of Django."""

import multiprocessing
import os
import signal
import threading
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import islice

# So many results wait for each process at most: enough to keep it at work while many are used at once, few enough to be
# held in memory.
_AHEAD = 10


def in_order(function, tasks, jobs):
    """Do function(argument) in as many processes as jobs says, or in this one if it says 1.

    tasks: an iterable of (key, argument), read no further ahead than the processes need; where argument is None, there
    is nothing to be done. Yields (key, result) in the order of the tasks: result() returns what the function made of
    the argument, or raises what it raised. Raises BrokenProcessPool, as result() may, where a process has died.
    """
    if jobs == 1:
        for key, argument in tasks:
            yield key, partial(function, argument)
        return
    # Spawned, not forked: a worker then holds no copy of this process's database connection.
    spawning = multiprocessing.get_context("spawn")
    executor = ProcessPoolExecutor(jobs, spawning, _live_with_parent)
    try:
        submitted = (
            (key, None if argument is None else _submit(executor, function, argument)) for key, argument in tasks
        )
        waiting = deque(islice(submitted, _AHEAD * jobs))
        while waiting:
            key, future = waiting.popleft()
            yield key, future and future.result
            waiting.extend(islice(submitted, 1))
    except BaseException:
        executor.shutdown(wait=False, cancel_futures=True)
        raise
    # The last results may be asked for when all tasks have been yielded.
    executor.shutdown(wait=False)


def _submit(executor, function, argument):
    """Submit a task. A process that it starts leaves Ctrl-C to its parent, from the first moment."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [])
    try:
        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
        return executor.submit(function, argument)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _live_with_parent():
    """End with the parent process, even where it is killed."""
    threading.Thread(target=_end_with, args=[multiprocessing.parent_process()], daemon=True).start()


def _end_with(parent):
    parent.join()
    os._exit(1)
