"""How long a database may be asked about what one reader wants, so that no question keeps it from other readers."""

from contextlib import contextmanager
from contextvars import ContextVar
from math import inf
from time import monotonic

from django.conf import settings
from django.db import connections

from .backends import backend_of

# So many milliseconds are left for a question that nobody can mean as it stands.
_HURRY = 35

_end = ContextVar("end", default=inf)


@contextmanager
def in_time():
    """Have all that is asked inside, by what knows how to give up, be done after settings.SEARCH_MILLISECONDS."""
    token = _end.set(monotonic() + settings.SEARCH_MILLISECONDS / 1000)
    try:
        yield
    finally:
        _end.reset(token)


def hurry():
    """Have what is asked from here on inside in_time() be done sooner."""
    if _end.get() < inf:
        _end.set(min(_end.get(), monotonic() + _HURRY / 1000))


@contextmanager
def giving_up(using):
    """Leave the block where it runs out of time in asking a database; what it has done until then stays done.

    No such block stands in another.
    """
    end = _end.get()
    if end == inf:
        yield
        return
    connection = connections[using]
    with backend_of(connection).until(connection, end):
        yield
