"""How fast the application searches, beside tantivy and beside a plain scan, on both databases.

    pip install -r benchmarks/requirements.txt
    python -m benchmarks.search [--reports 200000] [--folder FOLDER] [--postgresql postgresql://USER@HOST:PORT/postgres]

Composes an archive of so many reports and one of a tenth of them (200,000 take an hour or two and 10 GB; in the folder,
and in databases named hebinews_benchmark_*, they are kept for the next time), and asks both databases through the
application's own functions, Django's ORM and the building of its objects included, from one client, everything warm.
All are asked in turn, and again, for machines change their pace: the smaller figure of each counts.
Milliseconds are medians over the queries of a class, with the 95th percentile behind a stroke. Ratios to tantivy, which
has only to find the keys of the hits, below 1 mean that the application is the faster one.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

_KINDS = ("newest", "with facets", "relevance")
_ROUNDS = 2
_COMMON = ("very common word", "two common words")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--reports", type=int, default=200_000)
    options.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "hebinews-benchmark")
    options.add_argument("--postgresql", help="a database of a server in which to make others; not measured without")
    options = options.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    rounds = [_round(options) for _ in range(_ROUNDS)]
    tantivy, found = (_least(measured) for measured in zip(*rounds, strict=True))
    for name, (_, large) in found.items():
        _print_classes(name, options.reports, tantivy, large)
    for name, (small, large) in found.items():
        _print_ratios(name, tantivy, small, large)


def _round(options):
    """Return what tantivy takes, and {name of a database: what a small and a large archive take}."""
    sizes = options.reports // 10, options.reports
    found = {"SQLite": [_ask(f"sqlite:///{options.folder.resolve()}/{size}.sqlite3", size) for size in sizes]}
    tantivy = _run("search_tantivy", options.reports, options.folder)
    if options.postgresql:
        found["PostgreSQL"] = [_ask(_database(options.postgresql, size), size) for size in sizes]
    return tantivy, found


def _least(measured):
    """Return the smallest of each figure in alike lists and dictionaries of figures."""
    first = measured[0]
    if isinstance(first, dict):
        return {name: _least([each[name] for each in measured]) for name in first}
    if isinstance(first, list):
        return [_least(each) for each in zip(*measured, strict=True)]
    return min(measured)


def _ask(url, size):
    return _run("search_application", size, DATABASE_URL=url)


def _run(module, *arguments, **environment):
    """Run a module of its own process, for Django knows one default database; return what it prints."""
    command = [sys.executable, "-W", "ignore::UserWarning", "-m", f"benchmarks.{module}", *map(str, arguments)]
    done = subprocess.run(command, env=os.environ | environment, stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


def _database(url, size):
    name = f"hebinews_benchmark_{size}"
    with psycopg.connect(url, autocommit=True) as connection:
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    return urlsplit(url)._replace(path=f"/{name}").geturl()


def _print_classes(name, count, tantivy, measured):
    print(f"\n{f'{name}, {count:,} reports':28}{'tantivy':>16}" + "".join(f"{kind:>16}{'ratio':>8}" for kind in _KINDS))
    for asked, times in measured["classes"].items():
        cells = (f"{_ms(times[kind]):>16}{times[kind][0] / tantivy[asked][0]:8.2f}" for kind in _KINDS)
        print(f"{asked:28}{_ms(tantivy[asked]):>16}{''.join(cells)}")


def _print_ratios(name, tantivy, small, large):
    classes = large["classes"]
    print(f"\n{name}")
    for asked in _COMMON:
        _line(f"first page, newest, {asked}, to tantivy", classes[asked]["newest"][0] / tantivy[asked][0])
    _line("first page, newest, any class, p95, ms", max(times["newest"][1] for times in classes.values()))
    _line("relevance, common words, p50, ms", max(classes[asked]["relevance"][0] for asked in _COMMON))
    for asked, times in classes.items():
        if "icontains" in times:
            _line(f"times faster than icontains, {asked}", times["icontains"][0] / times["newest of the scanned"][0])
    for kind, (second, deep) in large["pages"].items():
        _line(f"page 5,000 to page 2, {kind}", deep / second)
    for asked, times in classes.items():
        _line(f"grown tenfold, {asked}", times["newest"][0] / small["classes"][asked]["newest"][0])
    for kind, time in large["requests"].items():
        _line(f"whole request, {kind}, to an empty page ({time:.1f} ms)", time / large["requests"]["an empty page"])


def _line(what, figure):
    print(f"  {what:68}{figure:10.2f}")


def _ms(times):
    return f"{times[0]:.2f} / {times[1]:.2f}"


if __name__ == "__main__":
    main()
