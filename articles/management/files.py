"""Which files a command is about."""

from pathlib import Path

from django.utils.translation import gettext as _

MEDIA_TYPES = {".txt": "text/plain", ".md": "text/markdown"}


def media_type_of(path):
    return MEDIA_TYPES[path.suffix.lower()]


def find_texts(paths):
    """Return (files, problems): the texts that paths name or hold, once each, and [(path, reason)] of the others."""
    files, problems = {}, []
    for path in map(Path, paths):
        if path.is_dir():
            inside = sorted(p for p in path.rglob("*") if p.suffix.lower() in MEDIA_TYPES and p.is_file())
            if not inside:
                problems.append((path, _("no .txt or .md file in this folder")))
            files.update((p.resolve(), p) for p in inside)
        elif not path.exists():
            problems.append((path, _("there is no such file or folder")))
        elif not path.is_file():
            problems.append((path, _("this is no ordinary file")))
        elif path.suffix.lower() not in MEDIA_TYPES:
            problems.append((path, _("only .txt and .md files can be imported")))
        else:
            files[path.resolve()] = path
    return list(files.values()), problems
