"""Which files a command is about."""

import os
from pathlib import Path

from django.utils.translation import gettext as _

MEDIA_TYPES = {".txt": "text/plain", ".md": "text/markdown"}


def media_type_of(path):
    return MEDIA_TYPES[path.suffix.lower()]


def printable(name):
    """Return a path or name as text that can be stored and printed, whatever bytes the file system holds."""
    return os.fsencode(name).decode("utf-8", "replace")


def reason_of(error):
    """Return why the system refused a file, in words."""
    return _("it cannot be read (%(problem)s)") % {"problem": error.strerror or error}


def find_texts(paths):
    """Return (files, problems): the texts that paths name or hold, once each, and [(path, reason)] of the others."""
    files, problems = {}, []
    for path in paths:
        try:
            _find(path, files, problems)
        except OSError as error:
            problems.append((path, reason_of(error)))
    return list(files.values()), problems


def _find(name, files, problems):
    path = Path(name)
    if name != "" and path.is_dir():
        closed = len(problems)
        inside = list(_texts_in(path, problems))
        if not inside and len(problems) == closed:
            problems.append((path, _("no .txt or .md file in this folder")))
        files.update((text.resolve(), text) for text in inside)
    elif name == "" or not path.exists():
        problems.append((name, _("there is no such file or folder")))
    elif not path.is_file():
        problems.append((path, _("this is no ordinary file")))
    elif path.suffix.lower() not in MEDIA_TYPES:
        problems.append((path, _("only .txt and .md files can be imported")))
    else:
        files[path.resolve()] = path


def _texts_in(folder, problems):
    """Yield the texts below a folder in order; folders that are closed are problems."""

    def closed(error):
        problems.append((error.filename, reason_of(error)))

    for parent, folders, names in os.walk(folder, onerror=closed):
        folders.sort()
        for name in sorted(names):
            path = Path(parent, name)
            if path.suffix.lower() in MEDIA_TYPES and path.is_file():
                yield path
