"""Tokens in a contentless FTS5 table, whose row number is the order key: rows come newest first by nature."""

import re
import sqlite3
from contextlib import contextmanager
from time import monotonic

from django.db import OperationalError, connection, transaction
from django.db.models.expressions import RawSQL

from articles.models import SearchDocument
from articles.search.tokens import all_tokens

# The ascii tokenizer cuts at ASCII punctuation, and only there; folded text never has letters of full width.
_ASCII = re.compile("[!-~]")

LOOK_FIRST = 0

_MATCHING = "SELECT rowid FROM articles_search_index WHERE articles_search_index MATCH %s"
# Of SQLite's own instructions, of which it does some in a microsecond.
_INSTRUCTIONS_BETWEEN_LOOKS_AT_THE_CLOCK = 1000
_INSERT = "INSERT INTO articles_search_index (rowid, tokens) VALUES (%s, %s)"
# A contentless table forgets a row only when it is told again what it had put there.
_DELETE = "INSERT INTO articles_search_index (articles_search_index, rowid, tokens) VALUES ('delete', %s, %s)"
_ORPHANS = "SELECT rowid FROM articles_search_index EXCEPT SELECT order_key FROM articles_searchdocument"
_TOKENS_OF_ORPHANS = f"""
    SELECT doc, group_concat(term, ' ') FROM articles_search_terms WHERE doc IN ({_ORPHANS}) GROUP BY doc
"""


def add(documents):
    with connection.cursor() as cursor:
        cursor.executemany(_INSERT, [_row(document) for document in documents])


def write(documents):
    stored = SearchDocument.objects.filter(pk__in=[document.pk for document in documents])
    with connection.cursor() as cursor:
        cursor.executemany(_DELETE, [_row(document) for document in stored])
    add(documents)


def candidates(rows, document, wanted):
    return rows.filter(**{f"{document}__order_key__in": RawSQL(_MATCHING, [_match(wanted)])})


def first_candidates(rows, document, wanted, span, ascending, most):
    keys = RawSQL(*_first_keys(wanted, span, ascending, most))
    return rows.filter(**{f"{document}__order_key__in": keys})


def next_keys(connection, wanted, span, ascending, most):
    with connection.cursor() as cursor:
        cursor.execute(*_first_keys(wanted, span, ascending, most))
        return [key for (key,) in cursor.fetchall()]


def _first_keys(wanted, span, ascending, most):
    """Return the query for the keys of the first candidates in a span, and its parameters."""
    bounds = " AND rowid > %s" * (span.above is not None) + " AND rowid < %s" * (span.below is not None)
    keys = [key for key in (span.above, span.below) if key is not None]
    order = "ASC" if ascending else "DESC"
    return f"{_MATCHING}{bounds} ORDER BY rowid {order} LIMIT %s", [_match(wanted), *keys, most]


def _match(wanted):
    return _all(_any(_all(map(_quoted, tokens)) for tokens in alternatives) for alternatives in wanted)


def _all(expressions):
    return "(" + " AND ".join(sorted(expressions)) + ")"


def _any(expressions):
    return "(" + " OR ".join(sorted(expressions)) + ")"


def _quoted(token):
    return f'"{_encoded(token)}"'


@contextmanager
def until(connection, end):
    connection.ensure_connection()
    opened = connection.connection
    opened.set_progress_handler(lambda: monotonic() > end, _INSTRUCTIONS_BETWEEN_LOOKS_AT_THE_CLOCK)
    try:
        yield
    except (OperationalError, sqlite3.OperationalError) as problem:
        # Where queries are kept for debugging, Django asks a query of its own about each, past its own errors.
        if getattr(problem.__cause__ or problem, "sqlite_errorcode", None) != sqlite3.SQLITE_INTERRUPT:
            raise
    finally:
        opened.set_progress_handler(None, 0)


def tidy():
    with connection.cursor() as cursor:
        dropped = _drop_orphans(cursor)
        cursor.execute("ANALYZE")
    return dropped


def _drop_orphans(cursor):
    if not cursor.execute(_ORPHANS).fetchall():
        return 0
    # This reads the whole index, so it happens before the lock is taken.
    tokens = dict(cursor.execute(_TOKENS_OF_ORPHANS).fetchall())
    with transaction.atomic():
        orphans = [(key, tokens[key]) for (key,) in cursor.execute(_ORPHANS).fetchall() if key in tokens]
        cursor.executemany(_DELETE, orphans)
    return len(orphans)


def _row(document):
    return document.order_key, _encoded(" ".join(all_tokens(document)))


def _encoded(tokens):
    # Few letters of Chinese text are ASCII: to look for them is faster than to look up each.
    return _ASCII.sub(lambda found: chr(ord(found[0]) + 0xFEE0), tokens)
