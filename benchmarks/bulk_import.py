"""How fast a whole archive is imported, beside jieba's bare segmentation of the same text on one core.

    python -m benchmarks.bulk_import [TEXTS] [--jobs N …] [--postgresql URL]

Composes this many texts (20,000 by default) of one to ten reports and imports them with `manage.py import_seeds`, a
process of its own with DEBUG=0, into a fresh SQLite file for each number of jobs (1 and 2 by default), or into the
empty PostgreSQL database at URL, from which everything is deleted; then imports them again unchanged.

One table: reports and characters a second, and how many times as fast as jieba.cut that is; seconds of the processor
on the whole and of the clock; and the peak memory of the largest process. `of the core` divides by the time of the
processor instead of the clock, and so tells what the work costs where other programs have a part of the machine.
jieba's dictionary is loaded, in memory, before the clock starts; a ratio above 1 means that importing is faster.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from .importing import cut_all, tokenizer
from .volumes import volumes

_PROJECT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Run:
    """seconds: of the clock; busy: of the processor, all processes together; peak: MB of the largest process."""

    seconds: float
    busy: float
    peak: float = 0


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("texts", nargs="?", type=int, default=20_000)
    options.add_argument("--jobs", nargs="+", type=int, default=[1, 2], metavar="N")
    options.add_argument("--postgresql", metavar="URL", help="an empty database: all that is in it will be deleted")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        texts = Path(folder, "texts")
        reports, characters = compose(texts, chosen.texts)
        print(f"{chosen.texts:,} texts, {reports:,} reports, {characters:,} characters\n")
        peer = cut(texts)
        print(f"{'':28}{'reports/s':>10}{'chars/s':>10}{'/jieba':>8}{'of the core':>12}{'s':>8}{'busy s':>8}{'MB':>6}")
        _print("jieba.cut, one core", peer, peer, 0, characters)
        for jobs in chosen.jobs:
            url = chosen.postgresql or f"sqlite:///{folder}/{jobs}.sqlite3"
            prepare_database(url)
            first, again = (import_texts(texts, jobs, url) for _ in range(2))
            _print(f"import, jobs: {jobs}", first, peer, reports, characters)
            _print(f"again, {first.seconds / again.seconds:.0f} times as fast", again, peer, reports, characters)


def compose(folder, count):
    """Write texts into a folder; return the numbers of their reports and characters."""
    reports = characters = 0
    for name, text, held in volumes(count):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        reports += held
        characters += len(text)
    return reports, characters


def cut(folder):
    """Cut every text in the folder with jieba, reading one at a time."""
    jieba = tokenizer()
    started, busy = time.perf_counter(), time.process_time()
    for path in sorted(folder.rglob("*.md")):
        cut_all(jieba, [path.read_text(encoding="utf-8")])
    return Run(time.perf_counter() - started, time.process_time() - busy)


def prepare_database(url):
    _manage(url, "migrate", "--verbosity", "0")
    _manage(url, "flush", "--no-input", "--verbosity", "0")


def import_texts(folder, jobs, url):
    return _manage(url, "import_seeds", str(folder), "--jobs", str(jobs))


def _manage(url, *arguments):
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "manage.py", *arguments],
        cwd=_PROJECT,
        env={**os.environ, "DATABASE_URL": url, "DEBUG": "0", "SECRET_KEY": "benchmark", "ALLOWED_HOSTS": "localhost"},
        stdout=subprocess.DEVNULL,
    )
    _pid, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"manage.py {arguments[0]} ended with {process.returncode}")
    return Run(time.perf_counter() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def _print(name, run, peer, reports, characters):
    speeds = f"{reports / run.seconds:10,.0f}{characters / run.seconds:10,.0f}"
    ratios = f"{peer.seconds / run.seconds:8.2f}{peer.busy / run.busy:12.2f}"
    print(f"{name:28}{speeds}{ratios}{run.seconds:8.1f}{run.busy:8.1f}{run.peak:6.0f}", flush=True)


if __name__ == "__main__":
    main()
