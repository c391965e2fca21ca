"""The best hits. All hits of a common word would take too long to weigh, so the most promising are."""

from functools import partial

from django.db import connections

from .backends import backend_of
from .hits import answering
from .patience import giving_up
from .people import means_nobody, with_people
from .spans import EVERYTHING
from .tokens import HEADLINE, marked, query_tokens, term_tokens
from .walking import asked_span, walk

# So many of the newest with a word in title or headings, and as many with all words there; where these are fewer, so
# many of the newest as well.
PROMISING = 64
# What a letter of a term is worth in each place; in the text, the first few hits count.
IN_HEAD = 20
IN_HEADINGS = 8
MOST_IN_TEXT = 5

_WEIGHED = tuple(f"searchdocument__{name}" for name in ("order_key", "head", "headings", "text"))


def ranked(reports, query, span=EVERYTHING):
    """Return the keys of the most promising reports that answer a query, best first.

    They are the same on every database, unless a query has more words than an index can be asked for at once.
    """
    query = with_people(query)
    if means_nobody(query):
        return []
    rows = reports.filter(searchdocument__isnull=False).values_list("pk", *_WEIGHED)
    keys, more = set(), False
    if query.terms:
        with giving_up(rows.db):
            keys, more = _headlined(connections[rows.db], query, span & asked_span(query))
    headlined = answering(rows.filter(searchdocument__order_key__in=keys), query)
    found = _read(headlined) if more else []
    if len(found) < PROMISING:
        newest = walk(rows, query, PROMISING, span)
        # Fewer are all that there are.
        found += newest if more or len(newest) < PROMISING else [*newest, *_read(headlined)]
    return _best_first(found, query)


def _read(rows):
    found = []
    with giving_up(rows.db):
        found += rows
    return found


def _headlined(connection, query, span):
    """Return (the order keys of the newest reports with words in title or headings, whether there may be more)."""
    wanted, words = query_tokens(query), [marked(term_tokens(term), HEADLINE) for term in query.terms]
    # What has one of the words of the only group there has what is wanted.
    if len(query.groups) == 1 and all(term.is_printed for term in query.groups[0]):
        wanted = []
    next_keys = partial(backend_of(connection).next_keys, connection)
    keys = next_keys([words, *wanted], span, False, PROMISING)
    more = len(keys) == PROMISING
    if more and len(words) > 1:
        keys += next_keys([[set().union(*words)]], span, False, PROMISING)
    return set(keys), more


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
