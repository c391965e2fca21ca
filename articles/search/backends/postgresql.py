"""Tokens packed into integers, in an array under a GIN index. A foreign key would be in the way of TRUNCATE."""

from zlib import crc32

from django.db import connection
from django.db.models.expressions import RawSQL

from articles.search.tokens import all_tokens

LOOK_FIRST = 256

# The function returns what it is given, and tells the planner what reading it would cost: only the index spares that.
_TOKENS = "articles_search_tokens(tokens)"
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


def candidates(rows, document, wanted, unwanted):
    where, arrays = _where(wanted, unwanted)
    ids = RawSQL(f"SELECT report_id FROM articles_search_index WHERE {where}", arrays)
    return rows.filter(**{f"{document}__pk__in": ids})


def next_keys(connection, wanted, unwanted, span, ascending, most):
    where, arrays = _where(wanted, unwanted)
    where += " AND order_key > %s" * (span.above is not None) + " AND order_key < %s" * (span.below is not None)
    keys = [key for key in (span.above, span.below) if key is not None]
    order = "ASC" if ascending else "DESC"
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT order_key FROM articles_search_index WHERE {where} ORDER BY order_key {order} LIMIT %s",
            [*arrays, *keys, most],
        )
        return [key for (key,) in cursor.fetchall()]


def _where(wanted, unwanted):
    conditions, arrays = [], []
    for alternatives in wanted:
        conditions.append(" OR ".join([f"{_TOKENS} @> %s::int4[]"] * len(alternatives)))
        arrays += map(_packed, alternatives)
    if unwanted:
        conditions.append(f"NOT {_TOKENS} && %s::int4[]")
        arrays.append(_packed(unwanted))
    return " AND ".join(f"({condition})" for condition in conditions), arrays


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
