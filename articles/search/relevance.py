"""The best hits. All hits of a common word would take too long to weigh, so the most promising are."""

from django.db import connections

from .backends import backend_of
from .hits import answering
from .spans import EVERYTHING
from .tokens import HEADLINE, marked, query_tokens, term_tokens
from .walking import asked_span, walk

# So many of the newest, of the newest with a word in title or headings, and of the newest with all words there.
PROMISING = 64
# What a letter of a term is worth in each place; in the text, the first few hits count.
IN_HEAD = 20
IN_HEADINGS = 8
MOST_IN_TEXT = 5

_WEIGHED = tuple(f"searchdocument__{name}" for name in ("order_key", "head", "headings", "text"))


def ranked(reports, query, span=EVERYTHING):
    """Return the keys of the most promising reports that answer a query, best first: the same on every database."""
    rows = reports.filter(searchdocument__isnull=False).values_list("pk", *_WEIGHED)
    found = walk(rows, query, PROMISING, span)
    if len(found) == PROMISING:
        found += _headlined(rows, query, span & asked_span(query))
    return _best_first(found, query)


def _headlined(rows, query, span):
    """Return the newest rows that answer a query with a word in title or headings, and those with all words there."""
    wanted, unwanted = query_tokens(query)
    in_headlines = [marked(term_tokens(term), HEADLINE) for term in query.terms]
    asked = [[in_headlines], [[set().union(*in_headlines)]]][: len(in_headlines)]
    connection = connections[rows.db]
    backend = backend_of(connection)
    keys = set()
    for marks in asked:
        keys.update(backend.next_keys(connection, [*wanted, *marks], unwanted, span, False, PROMISING))
    return list(answering(rows.filter(searchdocument__order_key__in=keys), query))


def _best_first(rows, query):
    """Return the keys of rows, best first, then newest first. It is worked out here, for the texts are few.

    Longer terms weigh more, and so do terms that stand together as the query has them.
    """
    phrases = dict.fromkeys([*query.terms, "".join(query.terms)])
    worth = {pk: (sum(_worth(phrase, *units) for phrase in phrases), key) for pk, key, *units in rows}
    return sorted(worth, key=worth.get, reverse=True)


def _worth(phrase, head, headings, text):
    in_text = min(text.count(phrase), MOST_IN_TEXT)
    return len(phrase) * (IN_HEAD * (phrase in head) + IN_HEADINGS * (phrase in headings) + in_text)
