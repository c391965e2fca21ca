"""What the settings read from the environment, with a default for a machine on which nothing is set."""

import os
import re
import secrets
from pathlib import Path

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

_FALSE = {"0", "false", "no", "off"}

_POSTGRESQL = "django.db.backends.postgresql"
_SQLITE = "django.db.backends.sqlite3"
_FORMS = {_POSTGRESQL: "postgresql://USER:PASSWORD@HOST:PORT/NAME", _SQLITE: "sqlite:///FILE"}
_OPTIONS = {
    # A server that is off, or falls silent in the middle of a query, is given up within seconds (the last is in ms).
    # Compiling a query (jit) takes longer than any of ours runs, and looking up a thousand rows, in memory or on a disk
    # without moving parts, is not as slow as the server's default for it has it: planners would read whole tables.
    _POSTGRESQL: {
        "options": "-c jit=off -c random_page_cost=1.1",
        "connect_timeout": 3,
        "keepalives_idle": 5,
        "keepalives_interval": 2,
        "keepalives_count": 3,
        "tcp_user_timeout": 10_000,
    },
    # A writer takes its lock when its transaction opens: two writers then wait for each other instead of failing.
    _SQLITE: {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    },
}


def flag(name, default):
    value = os.environ.get(name, "").strip().lower()
    return value not in _FALSE if value else default


def number(name, default):
    """Return a variable that holds a whole number above 0."""
    value = os.environ.get(name, "").strip()
    if not value:
        return default
    if not re.fullmatch("[1-9][0-9]{0,8}", value):
        raise ImproperlyConfigured(f"{name} is “{value}”, which is no whole number above 0.")
    return int(value)


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


def databases(sqlite_path: Path):
    """Return Django's DATABASES: default is what DATABASE_URL names, or SQLite in a file; replica_1 and so on are the
    replicas that DATABASE_REPLICA_URLS names."""
    default = _database("DATABASE_URL", os.environ.get("DATABASE_URL") or f"sqlite:///{sqlite_path}", _OPTIONS)
    replicas = {
        f"replica_{number}": _database("DATABASE_REPLICA_URLS", url, [_POSTGRESQL])
        for number, url in enumerate(words("DATABASE_REPLICA_URLS"), 1)
    }
    if replicas and default["ENGINE"] != _POSTGRESQL:
        raise ImproperlyConfigured("DATABASE_REPLICA_URLS needs the address of their primary in DATABASE_URL.")
    return {"default": default, **replicas}


def _database(name, url, engines):
    try:
        settings = dj_database_url.parse(url, conn_max_age=600, conn_health_checks=True)
        if settings["ENGINE"] not in engines or not settings["NAME"]:
            raise ValueError
    except ValueError as problem:
        shown = re.sub("://.*@", "://…@", url)
        forms = " or ".join(_FORMS[engine] for engine in engines)
        raise ImproperlyConfigured(f"{name}: {shown} cannot be read; it has to be {forms}.") from problem
    settings["OPTIONS"] = {**_OPTIONS[settings["ENGINE"]], **settings.get("OPTIONS", {})}
    return settings
