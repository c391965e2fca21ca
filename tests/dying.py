"""A process that dies at its work; it knows nothing of Django, as the processes that read texts do."""

import os
import signal

from articles.preparing import prepare_file


def prepare_or_die(path):
    """Prepare a file; one with 致命 in its name ends the process."""
    if "致命" in path.name:
        os.kill(os.getpid(), signal.SIGKILL)
    return prepare_file(path)


def double(number):
    if number < 0:
        raise ValueError(f"{number} is below zero")
    return 2 * number
