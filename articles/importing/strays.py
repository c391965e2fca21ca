"""What stands far from its report: where columns were read in a wrong order, headlines pile up above another one, and
a picture follows upon another one.
"""

from functools import cache
from itertools import groupby

from .cohesion import letter_pairs
from .units import Kind

# The share of a headline's letter pairs that its own report has at least, and that of another at most.
_OWN, _FOREIGN = 0.45, 0.2
# It is enough of one that stands right behind its report.
_NEAR = 0.25
# So many letter pairs has a caption that tells what it shows; so large a part of them has the report of which it tells
# at least, any other at most. It is one of so many before or behind.
_PAIRS_OF_CAPTION, _OF_PICTURE, _OF_ANOTHER = 6, 0.4, 0.2
_REACH = 12


def adopt(result):
    """Give the reports of a Segmentation that have no headline those that speak of them and of no other."""
    for index, draft in enumerate(result.drafts):
        if not _lacks_headline(draft):
            continue
        body = letter_pairs(draft.items)
        for pile, home in _piles(result):
            next_to = home is not None and result.drafts[index + 1 : index + 2] == [home]
            foreign = letter_pairs(home.items) if home else set()
            told = [_speaks_of(block, body, foreign, _NEAR if next_to else _OWN) for block in pile]
            if any(told) and not (home and all(told)):
                found = [unit for block in _with_lines_below(pile, told, foreign) for unit in block]
                draft.heads = found
                draft.doubts.append("headline_choice")
                _take_from(home.heads if home else result.orphans, found)
                break


def hand_over_pictures(drafts):
    """Give a picture whose caption speaks of one other report near it, and not of its own, to that report."""
    pairs_of = cache(lambda at: letter_pairs(drafts[at].heads + drafts[at].items))
    for home, draft in enumerate(drafts):
        for _, units in groupby(draft.pictures, lambda unit: unit.picture):
            picture = list(units)
            pairs = letter_pairs([unit for unit in picture if unit.kind is Kind.CAPTION])
            told = _OF_ANOTHER * len(pairs)
            if len(pairs) < _PAIRS_OF_CAPTION or len(pairs & pairs_of(home)) > told:
                continue
            near = range(max(0, home - _REACH), min(len(drafts), home + _REACH + 1))
            shared = {at: len(pairs & pairs_of(at)) for at in near}
            kin = [at for at in near if shared[at] > told]
            if len(kin) == 1 and shared[kin[0]] >= _OF_PICTURE * len(pairs):
                draft.pictures = [unit for unit in draft.pictures if unit not in picture]
                drafts[kin[0]].pictures += picture


def _lacks_headline(draft):
    return not draft.heads and not any(unit.kind is Kind.CONTINUED_FROM for unit in draft.items)


def _piles(result):
    """Yield headlines, as lists of their units, that could be another report's, each time with the Draft above which
    they stand, or None, whose own one of them is. What no blank line parts is one, but where none parts any.
    """
    for draft in result.drafts:
        blocks = _blocks(draft.heads)
        if len(blocks) > 1:
            yield blocks, draft
        elif len(draft.heads) > 1:
            yield [[unit] for unit in draft.heads], draft
    yield [[unit] for unit in result.orphans], None


def _blocks(heads):
    blocks = []
    for unit in heads:
        if unit.gap or not blocks:
            blocks.append([])
        blocks[-1].append(unit)
    return blocks


def _with_lines_below(pile, told, foreign):
    """Yield the blocks of a pile that tell of a report, and lines with which one goes on right below, of which the
    other report does not speak either.
    """
    goes_on = False
    for block, tells in zip(pile, told, strict=True):
        rest = goes_on and not block[0].gap and block[0].kind is Kind.HEAD
        goes_on = tells or (rest and not letter_pairs(block) & foreign)
        if goes_on:
            yield block


def _take_from(heads, found):
    heads[:] = [unit for unit in heads if unit not in found]


def _speaks_of(block, body, foreign, least):
    pairs = letter_pairs(block)
    return len(pairs) > 3 and len(pairs & body) >= least * len(pairs) and len(pairs & foreign) <= _FOREIGN * len(pairs)
