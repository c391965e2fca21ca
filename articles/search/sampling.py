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
    """rows: of the hits, or of about one in `one_in` of them; count: of the hits, or MOST_COUNTED if they are more."""

    rows: list
    one_in: int
    count: int

    @property
    def is_whole(self):
        return self.one_in == 1


def sample(reports, query, span=EVERYTHING):
    """Return a Sample of the reports that answer a query; rows are what the queryset gives."""
    rows = walk(reports, query, MOST_COUNTED + 1, span)
    if len(rows) <= MOST_COUNTED:
        return Sample(rows, 1, len(rows))
    shares = sorted(SAMPLES)
    one_in = shares[1]
    drawn = _drawn(reports, query, one_in, span)
    if not _ENOUGH <= len(drawn) <= MOST_COUNTED:
        one_in = shares[0] if len(drawn) < _ENOUGH else shares[2]
        drawn = _drawn(reports, query, one_in, span)
    return Sample(drawn, one_in, MOST_COUNTED)


def _drawn(reports, query, one_in, span):
    wanted, unwanted = query_tokens(query)
    mark = SAMPLES[one_in]
    groups = [[marked(tokens, mark) for tokens in alternatives] for alternatives in wanted]
    return walk_tokens(
        answering(reports, query), [*groups, [{mark}]], unwanted, 2 * MOST_COUNTED, span & asked_span(query)
    )
