"""Reports about the same things, by the keywords that were found when they were imported."""

from itertools import combinations

from articles.folding import fold

from .tokens import KEYWORD, marked
from .walking import walk_tokens

_MOST_WORDS = 8
_SHOWN = 5
# So many of the newest that share two keywords are compared.
_COMPARED = 100


def related(reports, report):
    """Return the reports that share most keywords with a report, two at least; of equals, the newest."""
    words = [*dict.fromkeys(map(fold, report.keywords[:_MOST_WORDS]))]
    pairs = [marked(pair, KEYWORD) for pair in combinations(words, 2)]
    if not pairs:
        return []
    near = walk_tokens(reports.exclude(pk=report.pk).values_list("pk", "keywords"), [pairs], _COMPARED)
    nearest = sorted(near, key=lambda other: -len({*words} & {*map(fold, other[1])}))[:_SHOWN]
    found = reports.in_bulk([pk for pk, _ in nearest])
    return [found[pk] for pk, _ in nearest if pk in found]
