"""The tokens of folded text: every letter, and every two letters that stand side by side in one printed unit.

A string that stands in a text has all its tokens there. The reverse is not true, hence the recheck of every hit.
"""


def document_tokens(text):
    """Return the set of tokens of a folded text whose units stand one a line."""
    found = set()
    for unit in text.split("\n"):
        found.update(unit)
        found.update(_pairs(unit))
    return found


def term_tokens(term):
    """Return the tokens that a text must have to contain this folded term."""
    return set(_pairs(term)) if len(term) > 1 else {term}


def _pairs(unit):
    return map(str.__add__, unit, unit[1:])
