"""The tokens of folded text: every letter, and every two letters that stand side by side in one printed unit.

A string that stands in a text has all its tokens there. The reverse is not true, hence the recheck of every hit.
"""

from operator import add

# The token of texts some of whose tokens belong to statements that stand beside them: not to have a token proves
# that letters are missing, to have it proves nothing there. Printed text has no such character.
UNPLACED = "\uffff"


def document_tokens(text, unplaced=""):
    """Return the set of tokens of a folded text, and of statements that it does not hold; units stand one a line."""
    found = {UNPLACED} if unplaced else set()
    for unit in f"{text}\n{unplaced}".split("\n"):
        found.update(unit)
        found.update(_pairs(unit))
    return found


def term_tokens(term):
    """Return the tokens that a text must have to contain this folded term."""
    return set(_pairs(term)) if len(term) > 1 else {term}


def query_tokens(query, negatives):
    """Return what the tokens of a text must be to answer a query, and the tokens of which it may have none.

    The first are groups of alternatives, each a set of tokens. What tokens cannot tell is left out, so texts that
    answer are always among those that have them. negatives: whether what is not wanted is not wanted in all of a text.
    """
    wanted, unwanted = [], set()
    for group in query.groups:
        if all(term.is_printed for term in group):
            wanted.append([term_tokens(term.letters) for term in group])
        elif negatives and len(group) == 1 and _is_one_token(group[0]):
            unwanted.add(group[0].letters)
    return wanted, unwanted


def _is_one_token(term):
    return term.unwanted and not term.field and len(term.letters) <= 2


def _pairs(unit):
    return map(add, unit, unit[1:])
