"""What the settings read from the environment, with a default for a machine on which nothing is set."""

import os
import secrets
from pathlib import Path

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

_FALSE = {"0", "false", "no", "off"}


def flag(name, default):
    value = os.environ.get(name, "").strip().lower()
    return value not in _FALSE if value else default


def words(name):
    """Return the comma- or space-separated words of a variable."""
    return os.environ.get(name, "").replace(",", " ").split()


def secret_key(debug, path: Path):
    """Return SECRET_KEY; in debug mode one is made once and kept in a file that only its owner reads."""
    key = os.environ.get("SECRET_KEY", "")
    if key:
        return key
    if not debug:
        raise ImproperlyConfigured("Set SECRET_KEY: with DEBUG=0 hebinews does not start without one.")
    try:
        return path.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        pass
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(50))
    except FileExistsError:
        pass
    return path.read_text(encoding="ascii").strip()


def database(sqlite_path: Path):
    """Return Django's settings of the database that DATABASE_URL names; without one, SQLite in a file."""
    url = os.environ.get("DATABASE_URL") or f"sqlite:///{sqlite_path}"
    try:
        settings = dj_database_url.parse(url, conn_max_age=600, conn_health_checks=True)
    except ValueError as problem:
        raise ImproperlyConfigured(
            "DATABASE_URL cannot be read: it is sqlite:///FILE or postgresql://USER:PASSWORD@HOST:PORT/NAME."
        ) from problem
    if settings["ENGINE"] == "django.db.backends.sqlite3":
        # A writer takes its lock when its transaction opens: two writers then wait for each other instead of failing.
        settings.setdefault("OPTIONS", {}).update(
            transaction_mode="IMMEDIATE",
            timeout=20,
            init_command="PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        )
    return settings
