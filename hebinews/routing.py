"""Which database answers: a replica where anybody reads a public page, the primary everything else."""

import random
from contextvars import ContextVar

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.db import DEFAULT_DB_ALIAS, Error, connections
from django.http import Http404

from hebinews.replicas import Replica

PUBLIC_PAGES = "articles"

_read_from = ContextVar("read_from", default=DEFAULT_DB_ALIAS)


class Router:
    """Sends reads where ReplicasForReaders says; what is written, or read to be written, goes to the primary."""

    def db_for_read(self, model, **hints):
        return _read_from.get()

    def db_for_write(self, model, **hints):
        return DEFAULT_DB_ALIAS

    def allow_relation(self, one, other, **hints):
        return True

    def allow_migrate(self, db, app_label, **hints):
        return db == DEFAULT_DB_ALIAS


class ReplicasForReaders:
    """Have each public page that somebody without a session asks for read from one replica that is near.

    Whatever the replica fails at, or does not have yet, is asked of the primary; and while the primary does not answer
    either, of any replica that does: an old page is better than none.
    """

    def __init__(self, get_response):
        self.get_response = get_response
        self.replicas = [Replica(alias) for alias in connections if alias != DEFAULT_DB_ALIAS]
        if not self.replicas:
            raise MiddlewareNotUsed

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if not _is_for_anybody(request):
            return None

        def read(alias=DEFAULT_DB_ALIAS):
            token = _read_from.set(alias)
            try:
                return view(request, *args, **kwargs)
            finally:
                _read_from.reset(token)

        near = self._first(Replica.is_near)
        if near is not None:
            try:
                return read(near.alias)
            except Error as problem:
                near.distrust(problem)
            except Http404:
                pass
        try:
            return read()
        except Error:
            if connections[DEFAULT_DB_ALIAS].is_usable():
                raise
            answering = self._first(Replica.answers)
            if answering is None:
                raise
        return read(answering.alias)

    def _first(self, condition):
        return next(filter(condition, random.sample(self.replicas, len(self.replicas))), None)


def _is_for_anybody(request):
    return (
        request.method in ("GET", "HEAD")
        and request.resolver_match.app_name == PUBLIC_PAGES
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
    )
