"""One import writes at a time."""

from django.db import connection

# Any number, as long as nothing else in the database uses it for an advisory lock.
_IMPORT = 7_340_551


def take_turns():
    """Let one import write at a time until its transaction ends: two would make two speakers of one person.

    SQLite has one writer anyway; PostgreSQL gets an advisory lock.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_IMPORT])
