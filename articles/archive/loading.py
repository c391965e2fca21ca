"""Many files into the archive: prepared in any number of processes, written by this one, in their order."""

from functools import partial
from itertools import islice

from articles.preparing import digest, prepare_file
from articles.workers import in_order

from .reviewing import known_sources, review
from .storing import write

_LOOKED_UP_TOGETHER = 200


def load(files, publish=False, dry_run=False, jobs=1):
    """Import files, one after the other; each is in the archive as a whole, or not at all.

    files: an iterable of (path, file name, media type). jobs: how many processes read, parse and find keywords.
    Yields (path, finish) for each file, in order: finish() writes it and returns its Outcome, or raises what is wrong
    with it. For publish and dry_run see articles.archive.storing.store. Whatever jobs is, the outcome is the same.
    For what happens when a process dies see articles.workers.in_order.
    """
    for (file, known), prepared in in_order(prepare_file, _unknown_to_be_prepared(files), jobs):
        yield file[0], partial(_finish, file, known, prepared, publish, dry_run)


def _finish(file, known, prepared, publish, dry_run):
    if known:
        return review(known, dry_run)
    _path, name, media_type = file
    return write(name, prepared(), media_type, publish, dry_run)


def _unknown_to_be_prepared(files):
    """Yield ((file, Known or None), the path that is to be prepared or None), looking up many files at a time."""
    files = iter(files)
    while batch := list(islice(files, _LOOKED_UP_TOGETHER)):
        digests = [_digest_of(path) for path, *_rest in batch]
        known = known_sources(list(filter(None, digests)))
        for file, sha256 in zip(batch, digests, strict=True):
            found = known.get(sha256)
            yield (file, found), None if found else file[0]


def _digest_of(path):
    """Return the digest of a file; None where it cannot be read, for which preparing it will give the reason."""
    try:
        return digest(path.read_bytes())
    except OSError:
        return None
