"""What the README says to run."""

import re

from django.conf import settings


def code_blocks():
    """Return what stands in the README's blocks of code, in order."""
    text = (settings.BASE_DIR / "README.md").read_text(encoding="utf-8")
    return [block.strip() for block in re.findall(r"^```\w*\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)]


def command(name):
    """Return the words behind `manage.py` in the README's first line that runs this command."""
    line = next(line for block in code_blocks() for line in block.splitlines() if f"manage.py {name}" in line)
    return line.partition("manage.py ")[2].split()
