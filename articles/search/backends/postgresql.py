"""Tokens packed into integers, in an array under a GIN index. A foreign key would be in the way of TRUNCATE."""

from contextlib import contextmanager
from time import monotonic
from zlib import crc32

from django.db import OperationalError, connection, transaction
from django.db.models.expressions import RawSQL
from psycopg.errors import QueryCanceled

from articles.search.tokens import all_tokens

LOOK_FIRST = 256

# The function returns what it is given, and tells the planner what reading it would cost: only the index spares that.
_TOKENS = "articles_search_tokens(tokens)"
# Of the groups of which a report must have one set of tokens each, so many are asked for as make no more tokens than
# these in all ways to have them.
_MOST_TOKENS = 48
_UPSERT = """
    INSERT INTO articles_search_index (report_id, order_key, tokens) VALUES (%s, %s, %s::int4[])
    ON CONFLICT (report_id) DO UPDATE SET order_key = excluded.order_key, tokens = excluded.tokens
"""
_DROP_ORPHANS = """
    DELETE FROM articles_search_index i
    WHERE NOT EXISTS (SELECT FROM articles_searchdocument d WHERE d.report_id = i.report_id)
"""


def write(documents):
    with connection.cursor() as cursor:
        cursor.executemany(_UPSERT, map(_row, documents))


# An upsert is an insert where nothing is stored.
add = write


def candidates(rows, document, wanted):
    where, arrays = _where(wanted)
    ids = RawSQL(f"SELECT report_id FROM articles_search_index WHERE {where}", arrays)
    return rows.filter(**{f"{document}__pk__in": ids})


def next_keys(connection, wanted, span, ascending, most):
    where, arrays = _where(wanted)
    where += " AND order_key > %s" * (span.above is not None) + " AND order_key < %s" * (span.below is not None)
    keys = [key for key in (span.above, span.below) if key is not None]
    order = "ASC" if ascending else "DESC"
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT order_key FROM articles_search_index WHERE {where} ORDER BY order_key {order} LIMIT %s",
            [*arrays, *keys, most],
        )
        return [key for (key,) in cursor.fetchall()]


def _where(wanted):
    """Return a condition that the index answers by itself: looking into the arrays would take far longer."""
    first, *others = wanted
    ways = list(first)
    for alternatives in others:
        longer = [way | tokens for way in ways for tokens in alternatives]
        if sum(map(len, longer)) <= _MOST_TOKENS:
            ways = longer
    return f"({' OR '.join([f'{_TOKENS} @> %s::int4[]'] * len(ways))})", [*map(_packed, ways)]


@contextmanager
def until(connection, end):
    def ask(execute, *question):
        left = int((end - monotonic()) * 1000)
        if left <= 0:
            raise OperationalError from QueryCanceled()
        execute(f"SET LOCAL statement_timeout = {left}", None, False, question[-1])
        return execute(*question)

    try:
        with transaction.atomic(connection.alias), connection.execute_wrapper(ask):
            yield
            # So that the limit goes, even where there is a transaction around this.
            transaction.set_rollback(True, connection.alias)
    except OperationalError as problem:
        if not isinstance(problem.__cause__, QueryCanceled):
            raise


def tidy():
    with connection.cursor() as cursor:
        cursor.execute(_DROP_ORPHANS)
        dropped = cursor.rowcount
        cursor.execute("ANALYZE articles_report, articles_searchdocument, articles_search_index")
    return dropped


def _row(document):
    return document.pk, document.order_key, _packed(all_tokens(document))


def _packed(tokens):
    """Return an array as PostgreSQL writes it: one string is sent much faster than a list of numbers."""
    return f"{{{','.join(map(str, map(_pack, tokens)))}}}"


def _pack(token):
    """Return a signed 32-bit integer. A few tokens may share one; the recheck tells them apart."""
    if len(token) > 2:
        packed = crc32(token.encode())
    else:
        before, letter = ord(token[0]) if len(token) > 1 else 0, ord(token[-1])
        packed = (before & 0xFFFF) << 16 | letter & 0xFFFF
    return packed - (packed >> 31 << 32)
