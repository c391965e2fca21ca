"""The tokens of folded text: every letter, and every two letters that stand side by side in one printed unit.

A string that stands in a text has all its tokens there. The reverse is not true, hence the recheck of every hit.
"""

from operator import add

# Marks that stand before tokens once more: of title and headings, of statements, and of one report in 16, in 256 and in
# 4096. Behind the last two marks stands a whole keyword, or a person. Printed text has no such characters.
HEADLINE = "\ufdd0"
STATEMENT = "\ufdd5"
SAMPLES = {16: "\ufdd1", 256: "\ufdd2", 4096: "\ufdd3"}
KEYWORD = "\ufdd4"
PERSON = "\ufdd6"
_MARKS = {"title": HEADLINE, "heading": HEADLINE, "column": ""}
# So many tokens of a term narrow the texts down to hardly more than contain it.
_ENOUGH = 6


def all_tokens(document):
    """Return the set of tokens of a SearchDocument, those with a mark included."""
    tokens = document_tokens(document.text)
    found = set(tokens)
    found |= marked(document_tokens(f"{document.head}\n{document.headings}"), HEADLINE)
    found |= marked(document_tokens(document.statements), STATEMENT)
    found |= marked(document.keywords.split(), KEYWORD)
    found |= marked(document.people.split(), PERSON)
    for one_in, mark in SAMPLES.items():
        if _scattered(document.pk) % one_in == 0:
            found |= marked(tokens, mark) | {mark}
    return found


def person(field, key):
    """Return how a SearchDocument holds a person. field: the one of a query that asks for such people."""
    return f"{field}{key}"


def marked(tokens, mark):
    return {mark + token for token in tokens}


def of_sample(tokens, mark):
    """Return what the tokens of a query are in the reports of a sample: those with a mark of their own stay."""
    return {token if token[0] in (HEADLINE, STATEMENT, PERSON) else mark + token for token in tokens}


def _scattered(number):
    """Return a number that has nothing to do with the order in which reports came in (Knuth's multiplicative hash)."""
    return number * 2654435761 % 2**32 >> 16


def document_tokens(text):
    """Return the set of tokens of a folded text, whose units stand one a line."""
    found = set()
    for unit in text.split("\n"):
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


def query_tokens(query, mark=""):
    """Return what the tokens of a report must be to answer a query: groups of alternatives, each a set of tokens.

    What tokens cannot tell is left out, and so is what is not wanted; reports that answer are always among those that
    have them. mark: of the parts that answer, where it is not the whole report.
    """
    told = (group for group in query.groups if all(map(_is_told, group)))
    ways = ([way for term in group for way in _ways(term, mark)] for group in told)
    return list(filter(None, ways))


def _is_told(term):
    return term.is_printed or (term.means_few and not term.unwanted)


def _ways(term, mark):
    """Return the sets of tokens of which a report that answers a term has one."""
    if term.is_printed:
        return [marked(term_tokens(term.letters), _MARKS.get(term.field, mark))]
    return [{PERSON + person(term.field, key)} for key in term.people]


def _pairs(unit):
    return map(add, unit, unit[1:])
