"""Hits that stand for all hits: every one of them if they are few, else a share that was drawn when they came in."""

from dataclasses import dataclass

from .hits import answering
from .spans import EVERYTHING
from .tokens import SAMPLES, marked, query_tokens
from .walking import asked_span, walk, walk_tokens

MOST_COUNTED = 1000
_ENOUGH = 32


@dataclass(frozen=True)
class Sample:
    """rows: of the hits, or of about one in `one_in` of them; count: of the hits, or if not whole, of some of them."""

    rows: list
    one_in: int
    count: int
    is_whole: bool


def sample(reports, query, span=EVERYTHING):
    """Return a Sample of the reports that answer a query; rows are what the queryset gives."""
    rows = walk(reports, query, MOST_COUNTED + 1, span)
    if len(rows) <= MOST_COUNTED:
        return Sample(rows, 1, len(rows), not rows.rest)
    shares = sorted(SAMPLES)
    one_in = shares[1]
    drawn = _drawn(reports, query, one_in, span)
    if not _ENOUGH <= len(drawn) <= MOST_COUNTED:
        one_in = shares[0] if len(drawn) < _ENOUGH else shares[2]
        drawn = _drawn(reports, query, one_in, span)
    return Sample(drawn, one_in, MOST_COUNTED, False)


def _drawn(reports, query, one_in, span):
    mark, span = SAMPLES[one_in], span & asked_span(query)
    groups = [[marked(tokens, mark) for tokens in alternatives] for alternatives in query_tokens(query)]
    return walk_tokens(answering(reports, query), [[{mark}], *groups], 2 * MOST_COUNTED, span, bounded=query.is_heavy)
