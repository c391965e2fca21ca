"""Hits that stand for all hits: every one of them if they are few, else a share that was drawn when they came in."""

from dataclasses import dataclass

from django.db import connections

from .backends import backend_of
from .hits import answering
from .patience import giving_up
from .people import with_people
from .spans import EVERYTHING
from .tokens import SAMPLES, of_sample, query_tokens
from .walking import asked_span, walk

MOST_COUNTED = 1000
# Of a share so many candidates are asked for at most, and so many of them looked into. With fewer hits than enough
# among them, a larger share is drawn.
_MOST_CANDIDATES, _LOOKED_INTO, _ENOUGH = 4096, 320, 32


@dataclass(frozen=True)
class Sample:
    """rows: of the hits, or of about one in `one_in` of them; count: of the hits, or if not whole, of some of them.

    Where it is not whole and one_in is 1, rows are of the newest hits.
    """

    rows: list
    one_in: int
    count: int
    is_whole: bool


def sample(reports, query, span=EVERYTHING):
    """Return a Sample of the reports that answer a query; rows are what the queryset gives."""
    query = with_people(query)
    rows = walk(reports, query, MOST_COUNTED + 1, span)
    if len(rows) <= MOST_COUNTED:
        return Sample(rows, 1, len(rows), not rows.rest)
    drawn, one_in = [], 0
    with giving_up(reports.db):
        drawn, one_in = _drawn(reports, query, span & asked_span(query))
    if len(drawn) < _ENOUGH and one_in != min(SAMPLES):
        drawn, one_in = rows, 1
    return Sample(drawn, one_in, MOST_COUNTED, False)


def _drawn(reports, query, span):
    """Return rows of hits, and one in how many they are."""
    large, middling, small = sorted(SAMPLES)
    candidates = _candidates(reports, query, span, middling)
    if len(candidates) == _MOST_CANDIDATES:
        return _hits(reports, query, _candidates(reports, query, span, small), small)
    hits, one_in = _hits(reports, query, candidates, middling)
    if len(hits) < _ENOUGH:
        candidates = _candidates(reports, query, span, large)
        if len(candidates) < _MOST_CANDIDATES:
            return _hits(reports, query, candidates, large)
    return hits, one_in


def _candidates(reports, query, span, one_in):
    """Return the order keys of reports of a share that may be hits."""
    mark, connection = SAMPLES[one_in], connections[reports.db]
    groups = [[of_sample(tokens, mark) for tokens in alternatives] for alternatives in query_tokens(query)]
    return backend_of(connection).next_keys(connection, [[{mark}], *groups], span, False, _MOST_CANDIDATES)


def _hits(reports, query, candidates, one_in):
    step = -(-len(candidates) // _LOOKED_INTO) or 1
    chosen = reports.filter(searchdocument__order_key__in=candidates[::step])
    return list(answering(chosen, query)), one_in * step
