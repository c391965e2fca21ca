"""Many files into the archive: prepared in any number of processes, written by this one, in their order."""

from concurrent.futures import Future
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from articles.preparing import digest, prepare_file
from articles.workers import in_order

from .reviewing import Known, known_sources, review
from .storing import write

_LOOKED_UP_TOGETHER = 200
# What a transaction and its queries cost, they cost once for so many files, unless these are large.
_WRITTEN_TOGETHER = 20
_BYTES_TOGETHER = 2**19


@dataclass(frozen=True)
class _File:
    """A file to be imported. sha256 is None where it cannot be read; preparing it will give the reason.

    known: what is stored of the same bytes, where they need no reading again. is_stale: whether they are stored as an
    earlier importer read them.
    """

    path: Path
    name: str
    media_type: str
    sha256: str | None
    size: int
    known: Known | None = None
    is_stale: bool = False


def load(files, publish=False, dry_run=False, jobs=1):
    """Import files, one after the other; each is in the archive as a whole, or not at all.

    files: an iterable of (path, file name, media type). jobs: how many processes read, parse and find keywords.
    Yields (path, finish) for each file, in order: finish() returns its Outcome, or raises what is wrong with it.
    Some files are written in one transaction, before the first of them is yielded. For publish and dry_run see
    articles.archive.storing.store. Whatever jobs is, the outcome is the same.
    For what happens when a process dies see articles.workers.in_order.
    """
    read = in_order(prepare_file, _to_be_prepared(files), jobs)
    # What a dry run undoes is to be undone before the next file.
    for batch in _batches(read, 1 if dry_run else _WRITTEN_TOGETHER):
        for file, finished in _finish(batch, publish, dry_run):
            yield file.path, finished.result


def _batches(read, most):
    """Yield lists of files as they are read, that can be written together: see articles.archive.storing.write."""
    batch, digests, size = [], set(), 0
    for file, prepared in read:
        apart = file.is_stale or file.sha256 in digests or (batch and batch[-1][0].is_stale)
        if batch and (apart or len(batch) == most or size + file.size > _BYTES_TOGETHER):
            yield batch
            batch, digests, size = [], set(), 0
        batch.append((file, prepared))
        digests.add(file.sha256)
        size += file.size
    if batch:
        yield batch


def _finish(batch, publish, dry_run):
    """Return pairs of a file and a Future that holds its Outcome, or what is wrong with it."""
    finished, waiting = [], []
    for file, prepared in batch:
        future = Future()
        finished.append((file, future))
        try:
            if file.known:
                future.set_result(review(file.known, dry_run))
            else:
                waiting.append((future, (file.name, file.media_type, prepared())))
        except Exception as error:
            future.set_exception(error)
    if waiting:
        _write(waiting, publish, dry_run)
    return finished


def _write(waiting, publish, dry_run):
    """Write files, in pairs with the Futures of their Outcomes; where one brings up a fault, it keeps no other out."""
    try:
        outcomes = write([file for _future, file in waiting], publish, dry_run)
    except Exception as error:
        if len(waiting) == 1:
            waiting[0][0].set_exception(error)
        else:
            half = len(waiting) // 2
            _write(waiting[:half], publish, dry_run)
            _write(waiting[half:], publish, dry_run)
    else:
        for (future, _file), outcome in zip(waiting, outcomes, strict=True):
            future.set_result(outcome)


def _to_be_prepared(files):
    """Yield (_File, the path that is to be prepared or None), looking up many files at a time."""
    files = iter(files)
    while batch := [_looked_at(*file) for file in islice(files, _LOOKED_UP_TOGETHER)]:
        stored = known_sources([file.sha256 for file in batch if file.sha256])
        for file in batch:
            known = stored.get(file.sha256)
            found = replace(file, known=known, is_stale=file.sha256 in stored and not known)
            yield found, None if known else file.path


def _looked_at(path, name, media_type):
    try:
        raw = path.read_bytes()
    except OSError:
        return _File(path, name, media_type, None, 0)
    return _File(path, name, media_type, digest(raw), len(raw))
