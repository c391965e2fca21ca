"""Tokens packed into integers, in an array under a GIN index. A foreign key would be in the way of TRUNCATE."""

from django.db import connection
from django.db.models.expressions import RawSQL

from articles.search.tokens import UNPLACED, document_tokens

_UPSERT = """
    INSERT INTO articles_search_index (report_id, tokens) VALUES (%s, %s::int4[])
    ON CONFLICT (report_id) DO UPDATE SET tokens = excluded.tokens
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
    conditions, arrays = [], []
    for alternatives in wanted:
        conditions.append(" OR ".join(["tokens @> %s::int4[]"] * len(alternatives)))
        arrays += map(_packed, alternatives)
    if unwanted:
        conditions.append("NOT tokens && %s::int4[] OR tokens @> %s::int4[]")
        arrays += _packed(unwanted), _packed({UNPLACED})
    where = " AND ".join(f"({condition})" for condition in conditions)
    ids = RawSQL(f"SELECT report_id FROM articles_search_index WHERE {where}", arrays)
    return rows.filter(**{f"{document}__pk__in": ids})


def tidy():
    with connection.cursor() as cursor:
        cursor.execute(_DROP_ORPHANS)
        dropped = cursor.rowcount
        cursor.execute("ANALYZE articles_report, articles_searchdocument, articles_search_index")
    return dropped


def _row(document):
    return document.pk, _packed(document_tokens(document.text, document.unplaced))


def _packed(tokens):
    return sorted(map(_pack, tokens))


def _pack(token):
    """Return a signed 32-bit integer. Letters outside the basic plane may share one; the recheck tells them apart."""
    before, letter = ord(token[0]) if len(token) > 1 else 0, ord(token[-1])
    packed = (before & 0xFFFF) << 16 | letter & 0xFFFF
    return packed - (packed >> 31 << 32)
