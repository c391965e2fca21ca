"""The row of a web page that says when and where its article appeared."""

import re

from .dates import iso_published
from .frame import META_KEY
from .ledger import clipped
from .typography import HAN

# Behind a value: white space, with another label that is none of the row's own.
_VALUE_END = re.compile(rf"(?:\s+[{HAN}]{{2,6}}\s*[：:].*|[\s|｜]+)$", re.DOTALL)
# The day behind a source, without a label.
_DAY_BEHIND = re.compile(r"\s+(?=(?:19|20)\d\d[年\-/.])")
# Who wrote an article, behind the paper's name and without a label.
_AUTHOR = re.compile(r"(?<=\s)(?:本报|特约|首席|见习|实习)*(?:记者|通讯员)(?=\s)")


def write_row(building, unit):
    """Write a row into a building: its date, origin and author are marks of the report, its buttons furniture."""
    start, end = unit.ranges[0][0], unit.ranges[-1][1]
    raw = building.text[start:end]
    keys = [key.start() for key in META_KEY.finditer(raw) if _starts_word(raw, key.start())]
    author = _AUTHOR.search(raw) if "作者" not in raw else None
    keys += [author.start()] if author else []
    cuts = [0, *(at for at in sorted(keys) if raw[:at].strip())]
    for at, until in zip(cuts, [*cuts[1:], len(raw)], strict=True):
        ranges = clipped(unit.ranges, start + at, start + until)
        key = META_KEY.match(raw, at + len(raw[at:until]) - len(raw[at:until].lstrip()))
        name = key["key"] or "" if key else ""
        value = _VALUE_END.sub("", raw[key.end() if key else at : until]).strip()
        if (key and key["noise"]) or (name.endswith("作者") and not value):
            building.furniture(ranges)
        elif (name.endswith("作者") or (author and at == author.start())) and building.row_author is None:
            building.row_author = ranges
        else:
            days = [value] if name != "原标题" else []
            if name.endswith(("来源", "稿源")) and value:
                source, *days = _DAY_BEHIND.split(value, 1)
                building.report.origin = source.strip("《》")
            for day in days:
                building.report.published = building.report.published or iso_published(day)
            building.mark(ranges)


def _starts_word(raw, at):
    return at == 0 or not raw[at - 1].isalnum()
