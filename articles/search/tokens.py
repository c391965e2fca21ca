"""The tokens of folded text: every letter, and every two letters that stand side by side in one printed unit.

A string that stands in a text has all its tokens there. The reverse is not true, hence the recheck of every hit.
"""

from operator import add

# The token of texts some of whose tokens belong to statements that stand beside them: not to have a token proves
# that letters are missing, to have it proves nothing there. Printed text has no such character.
UNPLACED = "\uffff"
# Marks that stand before tokens once more: of title and headings, and of one report in 16, in 256 and in 4096. Behind
# the last mark stands a whole keyword.
HEADLINE = "\ufdd0"
SAMPLES = {16: "\ufdd1", 256: "\ufdd2", 4096: "\ufdd3"}
KEYWORD = "\ufdd4"
# So many tokens of a term narrow the texts down to hardly more than contain it.
_ENOUGH = 6


def all_tokens(document):
    """Return the set of tokens of a SearchDocument, those with a mark included."""
    tokens = document_tokens(document.text, document.unplaced)
    found = set(tokens)
    found |= marked(document_tokens(f"{document.head}\n{document.headings}"), HEADLINE)
    found |= marked(document.keywords.split(), KEYWORD)
    for one_in, mark in SAMPLES.items():
        if _scattered(document.pk) % one_in == 0:
            found |= marked(tokens, mark) | {mark}
    return found


def marked(tokens, mark):
    return {mark + token for token in tokens}


def _scattered(number):
    """Return a number that has nothing to do with the order in which reports came in (Knuth's multiplicative hash)."""
    return number * 2654435761 % 2**32 >> 16


def document_tokens(text, unplaced=""):
    """Return the set of tokens of a folded text, and of statements that it does not hold; units stand one a line."""
    found = {UNPLACED} if unplaced else set()
    for unit in f"{text}\n{unplaced}".split("\n"):
        found.update(unit)
        found.update(_pairs(unit))
    return found


def term_tokens(term):
    """Return tokens that a text must have to contain this folded term: all, or of a long term a few from end to end.

    Each one costs time, and hardly a text has a few of a sentence's and not the sentence.
    """
    tokens = list(_pairs(term)) or [term]
    if len(tokens) <= _ENOUGH:
        return set(tokens)
    return {tokens[number * (len(tokens) - 1) // (_ENOUGH - 1)] for number in range(_ENOUGH)}


def query_tokens(query, negatives):
    """Return what the tokens of a text must be to answer a query, and the tokens of which it may have none.

    The first are groups of alternatives, each a set of tokens. What tokens cannot tell is left out, so texts that
    answer are always among those that have them. negatives: whether what is not wanted is not wanted in all of a text.
    """
    wanted, unwanted = [], set()
    for group in query.groups:
        if all(term.is_printed for term in group):
            wanted.append([_tokens_of(term) for term in group])
        elif negatives and len(group) == 1 and _is_one_token(group[0]):
            unwanted.add(group[0].letters)
    return wanted, unwanted


def _tokens_of(term):
    tokens = term_tokens(term.letters)
    return marked(tokens, HEADLINE) if term.field in ("title", "heading") else tokens


def _is_one_token(term):
    return term.unwanted and not term.field and len(term.letters) <= 2


def _pairs(unit):
    return map(add, unit, unit[1:])
