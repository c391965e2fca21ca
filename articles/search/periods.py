"""Days as readers write them: 2025, 2025-04, 2025-04-28, and from one to another."""

import re
from calendar import monthrange
from datetime import date

from articles.folding import fold

_DAY = re.compile(r"([0-9]{4})(?:[-/.年]([0-9]{1,2})(?:[-/.月]([0-9]{1,2})日?|月?)|年?)", re.ASCII)


def period(text):
    """Return the first and the last day of a stretch of time, or None where the text says none.

    a..b reaches from the first day of a to the last of b, in either order; one of them may be left out.
    """
    before, dots, behind = fold(text).partition("..")
    if not dots:
        return _stretch(before)
    first = _stretch(before) if before else (date.min, date.min)
    last = _stretch(behind) if behind else (date.max, date.max)
    if first is None or last is None or not before + behind:
        return None
    return min(first[0], last[0]), max(first[1], last[1])


def _stretch(text):
    found = _DAY.fullmatch(text)
    if not found:
        return None
    year, month, day = (number and int(number) for number in found.groups())
    try:
        if day is not None:
            return date(year, month, day), date(year, month, day)
        first, last = (1, 12) if month is None else (month, month)
        return date(year, first, 1), date(year, last, monthrange(year, last)[1])
    except ValueError:
        return None
