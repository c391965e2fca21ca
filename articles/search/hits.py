from django.db import connections
from django.db.models import F, Value
from django.db.models.functions import Least, Length, Replace, StrIndex
from django.db.models.lookups import GreaterThan

from .backends import backend_of
from .tokens import term_tokens

# What a letter of a term is worth in each place; in the text, the first few hits count.
IN_HEAD = 20
IN_HEADINGS = 8
MOST_IN_TEXT = 5


def matching(reports, query):
    """Narrow a queryset of reports to those that contain every term of the query; all of them if it has none."""
    if not query:
        return reports
    tokens = set().union(*map(term_tokens, query.terms))
    found = backend_of(connections[reports.db]).candidates(reports, tokens)
    for term in query.terms:
        found = found.filter(GreaterThan(_place("searchdocument__text", term), 0))
    return found


def by_relevance(reports, query):
    """Order reports that match the query, best first, then newest first: the same on every database.

    Longer terms weigh more, and so do terms that stand together as the query has them.
    """
    if not query:
        return reports.newest_first()
    phrases = dict.fromkeys([*query.terms, "".join(query.terms)])
    score = sum(map(_score, phrases), start=Value(0))
    return reports.order_by(score.desc(), "-sort_date", "-id")


def _score(phrase):
    text = F("searchdocument__text")
    letters_hit = Length(text) - Length(Replace(text, Value(phrase)))
    in_head = Least(_place("searchdocument__head", phrase), Value(1))
    in_headings = Least(_place("searchdocument__headings", phrase), Value(1))
    return (
        in_head * (IN_HEAD * len(phrase))
        + in_headings * (IN_HEADINGS * len(phrase))
        + Least(letters_hit, Value(MOST_IN_TEXT * len(phrase)))
    )


def _place(field, phrase):
    """Return where the phrase stands, from 1, or 0.

    Planners guess of LIKE that it drops nearly everything, and so never walk from the newest report to the twentieth
    hit; of a candidate it drops nearly nothing.
    """
    return StrIndex(F(field), Value(phrase))
