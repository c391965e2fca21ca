"""Tokens in a contentless FTS5 table, whose row number is the order key: rows come newest first by nature."""

from django.db import connection, transaction
from django.db.models.expressions import RawSQL

from articles.models import SearchDocument
from articles.search.tokens import UNPLACED, document_tokens

# The ascii tokenizer cuts at ASCII punctuation, and only there; folded text never has letters of full width.
_FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}

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


def candidates(rows, document, wanted, unwanted):
    spoilt = f"({_any(map(_quoted, unwanted))}) NOT {_quoted(UNPLACED)}" if unwanted else ""
    if not wanted:  # FTS5 has no NOT without something to take away from.
        return rows.exclude(**{f"{document}__order_key__in": _keys(spoilt)})
    groups = [_any(_all(map(_quoted, tokens)) for tokens in alternatives) for alternatives in wanted]
    match = f"({_all(groups)}) NOT ({spoilt})" if spoilt else _all(groups)
    return rows.filter(**{f"{document}__order_key__in": _keys(match)})


def _keys(match):
    return RawSQL("SELECT rowid FROM articles_search_index WHERE articles_search_index MATCH %s", [match])


def _all(expressions):
    return "(" + " AND ".join(sorted(expressions)) + ")"


def _any(expressions):
    return "(" + " OR ".join(sorted(expressions)) + ")"


def _quoted(token):
    return f'"{_encoded(token)}"'


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
    return document.order_key, " ".join(document_tokens(_encoded(document.text), _encoded(document.unplaced)))


def _encoded(text):
    return text.translate(_FULL_WIDTH)
