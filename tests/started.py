"""A copy of the project in a folder of its own, started with no more in its environment than a test says."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from django.conf import settings

PARTS = ["manage.py", "hebinews", "articles", ".gitignore"]


class Project:
    def __init__(self, folder: Path):
        self.folder = folder
        for part in PARTS:
            original = settings.BASE_DIR / part
            if original.is_dir():
                shutil.copytree(original, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(original, folder)

    def popen(self, *arguments, **environment):
        """Start the project's Python with these arguments."""
        return subprocess.Popen(
            [sys.executable, *arguments],
            cwd=self.folder,
            env={"PATH": os.environ["PATH"], **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *arguments, **environment):
        """Return (exit code, standard output, standard error)."""
        process = self.popen(*arguments, **environment)
        out, err = process.communicate(timeout=120)
        return process.returncode, out, err

    def manage(self, *arguments, **environment):
        return self.run("manage.py", *arguments, **environment)

    def setting(self, expression, **environment):
        """Return what an expression over the settings, named s, prints."""
        code = f"from django.conf import settings as s; print({expression})"
        status, out, err = self.run("-c", code, DJANGO_SETTINGS_MODULE="hebinews.settings", **environment)
        assert status == 0, err
        return out.strip()
