"""Headlines that stand far from their reports: where columns were read in a wrong order, they pile up above another."""

from .cohesion import letter_pairs
from .units import Kind

# The share of a headline's letter pairs that its own report has at least, and that of another at most.
_OWN, _FOREIGN = 0.45, 0.2


def adopt(result):
    """Give the reports of a Segmentation that have no headline those that speak of them and of no other."""
    bodies = [(draft, letter_pairs(draft.items)) for draft in result.drafts if draft.has_body]
    for draft, body in bodies:
        if draft.heads or any(unit.kind is Kind.CONTINUED_FROM for unit in draft.items):
            continue
        piles = [
            (other.heads[:-1], other.heads, pairs) for other, pairs in bodies if other is not draft and other.heads
        ]
        for pile, home, pairs in [*piles, (result.orphans, result.orphans, set())]:
            found = [unit for unit in pile if _speaks_of(unit, body, pairs)]
            if found:
                draft.heads = found
                draft.doubts.append("headline_choice")
                home[:] = [unit for unit in home if unit not in found]
                break


def _speaks_of(unit, body, foreign):
    pairs = letter_pairs([unit])
    return len(pairs) > 3 and len(pairs & body) >= _OWN * len(pairs) and len(pairs & foreign) <= _FOREIGN * len(pairs)
