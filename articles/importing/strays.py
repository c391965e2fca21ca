"""Headlines that stand far from their reports: where columns were read in a wrong order, they pile up above another."""

from .cohesion import letter_pairs
from .units import Kind

# The share of a headline's letter pairs that its own report has at least, and that of another at most.
_OWN, _FOREIGN = 0.45, 0.2
# It is enough of one that stands right behind its report.
_NEAR = 0.25


def adopt(result):
    """Give the reports of a Segmentation that have no headline those that speak of them and of no other."""
    for index, draft in enumerate(result.drafts):
        if not _lacks_headline(draft):
            continue
        body = letter_pairs(draft.items)
        for pile, home in _piles(result):
            next_to = home is not None and result.drafts[index + 1 : index + 2] == [home]
            foreign = letter_pairs(home.items) if home else set()
            found = [unit for unit in pile if _speaks_of(unit, body, foreign, _NEAR if next_to else _OWN)]
            if found:
                draft.heads = found
                draft.doubts.append("headline_choice")
                _take_from(home.heads if home else result.orphans, found)
                break


def _lacks_headline(draft):
    return not draft.heads and not any(unit.kind is Kind.CONTINUED_FROM for unit in draft.items)


def _piles(result):
    """Yield headlines that could be another report's, each time with the Draft above which they stand, or None."""
    for draft in result.drafts:
        if len(draft.heads) > 1:
            yield draft.heads[:-1], draft
    yield result.orphans, None


def _take_from(heads, found):
    heads[:] = [unit for unit in heads if unit not in found]


def _speaks_of(unit, body, foreign, least):
    pairs = letter_pairs([unit])
    return len(pairs) > 3 and len(pairs & body) >= least * len(pairs) and len(pairs & foreign) <= _FOREIGN * len(pairs)
