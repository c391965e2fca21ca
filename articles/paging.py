"""Pages of reports that begin where another page ends: however far down, they cost the same."""

import re
from dataclasses import dataclass
from datetime import date

from articles.models import Report, order_key
from articles.search import EVERYTHING, walk

_ADDRESS = re.compile(r"(\d{4}-\d{2}-\d{2})\.(\d{1,12})", re.ASCII)


@dataclass(frozen=True)
class Page:
    """Reports, newest first; newer and older are where the next pages begin, '' where there is none.

    missed: whether a page was asked for that is not there.
    """

    reports: list[Report]
    newer: str = ""
    older: str = ""
    missed: bool = False

    def __iter__(self):
        return iter(self.reports)


def page_of(reports, query, size, span=EVERYTHING, after="", before=""):
    """Return the page of reports that answer a query, behind one place or before another: the first without any."""
    place = _key(before or after)
    page = None
    if place is not None:
        page = (_before if before else _after)(reports, query, size, span, place)
    return page or _first(reports, query, size, span, missed=bool(before or after))


def _first(reports, query, size, span, missed=False):
    rows = walk(reports, query, size + 1, span)
    return Page(rows[:size], older=_address(rows[size - 1]) if len(rows) > size else "", missed=missed)


def _after(reports, query, size, span, place):
    rows = walk(reports, query, size + 1, span.behind(place, ascending=False))
    if not rows:
        return None
    newer = walk(reports, query, 1, span.behind(rows[0].order_key, ascending=True), ascending=True)
    return Page(
        rows[:size],
        newer=_address(rows[0]) if newer else "",
        older=_address(rows[size - 1]) if len(rows) > size else "",
    )


def _before(reports, query, size, span, place):
    rows = walk(reports, query, size + 1, span.behind(place, ascending=True), ascending=True)[::-1]
    if len(rows) <= size:
        return _first(reports, query, size, span) if rows else None
    rows = rows[1:]
    older = walk(reports, query, 1, span.behind(rows[-1].order_key, ascending=False))
    return Page(rows, newer=_address(rows[0]), older=_address(rows[-1]) if older else "")


def _address(report):
    return f"{report.sort_date.isoformat()}.{report.pk}"


def _key(address):
    """Return the order key of a place in a list, or None where it cannot be understood."""
    found = _ADDRESS.fullmatch(address)
    try:
        return order_key(date.fromisoformat(found[1]), int(found[2])) if found else None
    except ValueError:
        return None
