"""What is near to a query that nothing answers: its sentences taken apart into words, and any of its words."""

from dataclasses import replace

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from .people import with_people
from .query import MOST_TERMS, Query, Term
from .walking import walk

# What is shorter is a word already.
_SENTENCE = 4


def nearest(rows, query):
    """Return the query or, where none of the rows answers it but some have all words of its sentences, those words.

    rows: as matching() takes them. That something was taken apart is said in the notes.
    """
    query = with_people(query)
    if not any(map(_is_sentence, query.groups)) or _answered(rows, query):
        return query
    apart = _taken_apart(query)
    if apart == query.groups or not _answered(rows, Query(apart)):
        return query
    note = format_lazy(_("Nothing holds this as it stands. These hold its words: {words}"), words=str(Query(apart)))
    return replace(query, groups=apart, notes=(*query.notes, note))


def loosened(query):
    """Return a query for any of the words of this one, or None where it is one word."""
    terms = (term for group in query.groups for term in group if term.is_printed)
    words = dict.fromkeys(word for term in terms for word in _words(term.letters))
    return Query((tuple(map(Term, words))[:MOST_TERMS],)) if len(words) > 1 else None


def _answered(rows, query):
    hits = walk(rows.values_list("pk"), query, 1)
    return bool(hits or hits.rest)


def _taken_apart(query):
    """Return the groups of a query, and in place of its sentences their words."""
    groups = {}
    for group in query.groups:
        parts = [(Term(word),) for word in _words(group[0].letters)] if _is_sentence(group) else [group]
        groups |= dict.fromkeys(parts)
    return tuple(groups)[:MOST_TERMS]


def _is_sentence(group):
    """Tell whether a group may be taken apart; what a reader has put into quotation marks stays whole."""
    term, *others = group
    plain = not (others or term.phrase or term.field or term.unwanted)
    return plain and len(term.letters) >= _SENTENCE


def _words(letters):
    if len(letters) < _SENTENCE:
        return [letters]
    from .words import words  # loading jieba takes a tenth of a second, for which most searches need not wait

    return words(letters)
