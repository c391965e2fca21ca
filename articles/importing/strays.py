"""What stands far from its report: where columns were read in a wrong order, headlines pile up above another one, and
a picture follows upon another one.
"""

from itertools import groupby
from operator import itemgetter

from .cohesion import letter_pairs
from .units import Kind

# The share of a headline's letter pairs that its own report has at least, and that of another at most.
_OWN, _FOREIGN = 0.45, 0.2
# It is enough of one that stands right behind its report.
_NEAR = 0.25
# So many letter pairs has a caption that tells of what it is, so large a part of them its own report.
_PAIRS_OF_CAPTION, _OF_PICTURE = 6, 0.4


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
                found = _with_lines_below(found, pile, foreign)
                draft.heads = found
                draft.doubts.append("headline_choice")
                _take_from(home.heads if home else result.orphans, found)
                break


def hand_over_pictures(drafts):
    """Give a picture whose caption speaks of one other report of the page, and not of its own, to that report."""
    for draft in drafts if len(drafts) > 1 else ():
        for _, units in groupby(draft.pictures, lambda unit: unit.picture):
            picture = list(units)
            pairs = letter_pairs([unit for unit in picture if unit.kind is Kind.CAPTION])
            if len(pairs) < _PAIRS_OF_CAPTION or _share(pairs, draft) > _FOREIGN:
                continue
            shares = [(_share(pairs, other), other) for other in drafts if other is not draft]
            [(share, other), *rest] = sorted(shares, key=itemgetter(0), reverse=True)[:2]
            if share >= _OF_PICTURE and all(less <= _FOREIGN for less, _ in rest):
                draft.pictures = [unit for unit in draft.pictures if unit not in picture]
                other.pictures += picture


def _share(pairs, draft):
    return len(pairs & letter_pairs(draft.heads + draft.items)) / len(pairs)


def _lacks_headline(draft):
    return not draft.heads and not any(unit.kind is Kind.CONTINUED_FROM for unit in draft.items)


def _piles(result):
    """Yield headlines that could be another report's, each time with the Draft above which they stand, or None."""
    for draft in result.drafts:
        if len(draft.heads) > 1:
            yield draft.heads[:-1], draft
    yield result.orphans, None


def _with_lines_below(found, pile, foreign):
    """Add the lines with which a headline goes on right below, of which the other report does not speak either."""
    whole = []
    for unit in pile:
        goes_on = whole and unit.gap == 0 and unit.kind is Kind.HEAD and pile[pile.index(unit) - 1] is whole[-1]
        if unit in found or (goes_on and not letter_pairs([unit]) & foreign):
            whole.append(unit)
    return whole


def _take_from(heads, found):
    heads[:] = [unit for unit in heads if unit not in found]


def _speaks_of(unit, body, foreign, least):
    pairs = letter_pairs([unit])
    return len(pairs) > 3 and len(pairs & body) >= least * len(pairs) and len(pairs & foreign) <= _FOREIGN * len(pairs)
