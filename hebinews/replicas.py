"""How near a streaming replica is to its primary."""

import logging
from collections import deque
from threading import Lock
from time import monotonic

from django.db import DEFAULT_DB_ALIAS, Error, connections

logger = logging.getLogger(__name__)

# Seconds.
FAR_BEHIND = 5
MEASURED_EVERY = 1

# A server that is switched off takes seconds to give up; waiting for it takes no more than this share of the time.
_SHARE_FOR_WAITING = 1 / 20

_WRITTEN = "SELECT pg_current_wal_flush_lsn() - '0/0'"
# A replica that was made a primary goes its own way.
_REPLAYED = "SELECT CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() - '0/0' END"


class Replica:
    """A replica, by its database alias; one object serves all threads of a process.

    It is near if it has replayed what the primary had written FAR_BEHIND seconds ago or less. Positions in the log are
    compared, so neither clocks nor a primary that has nothing to write mislead, and no special rights are needed.
    While the primary cannot be asked, whatever answers is near.
    """

    def __init__(self, alias):
        self.alias = alias
        self._near = None
        self._due = 0.0
        self._written = deque()
        self._measuring = Lock()

    def is_near(self):
        """Whether a page may be read from it. While one thread measures, the others go by what was known."""
        if self._due <= monotonic() and self._measuring.acquire(blocking=False):
            try:
                self._measure()
            finally:
                self._measuring.release()
        return bool(self._near)

    def answers(self):
        """Whether a page may be read from it if nothing else can be read, however old the page is."""
        connections[self.alias].close_if_unusable_or_obsolete()
        return _ask(self.alias, _REPLAYED)[1] is None

    def distrust(self, problem):
        """Pass it over because of this error until it is measured again, which the next page does."""
        logger.warning("A page could not be read from %s: %s", self.alias, problem)
        self._near = None
        self._due = 0.0

    def _measure(self):
        started = monotonic()
        written, primary_fails = _ask(DEFAULT_DB_ALIAS, _WRITTEN)
        replayed, fails = _ask(self.alias, _REPLAYED)
        waited = monotonic() - started if primary_fails or fails else 0
        self._due = monotonic() + max(MEASURED_EVERY, waited / _SHARE_FOR_WAITING)
        if written is not None:
            self._written.append((started, written))
        while self._written and self._written[0][0] < started - FAR_BEHIND:
            self._written.popleft()
        self._conclude(fails or self._objection(replayed))

    def _objection(self, replayed):
        if replayed is None:
            return "it does not replay the log of a primary"
        if self._written and replayed < self._written[0][1]:
            return "it is too far behind"
        return None

    def _conclude(self, objection):
        near = objection is None
        if near and not self._near:
            logger.info("Public pages are read from %s.", self.alias)
        if not near and self._near is not False:
            logger.warning("Public pages are not read from %s: %s", self.alias, objection)
        self._near = near


def _ask(alias, sql):
    """Return the one value that a query gives, and the error where it gives none."""
    try:
        with connections[alias].cursor() as cursor:
            cursor.execute(sql)
            return cursor.fetchone()[0], None
    except Error as problem:
        return None, problem
