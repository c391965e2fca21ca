"""Pages of reports that begin where another page ends: however far down, they cost the same."""

import re
from dataclasses import dataclass
from datetime import date

from articles.models import Report, day_and_number, order_key
from articles.search import EVERYTHING, walk

_ADDRESS = re.compile(r"(\d{4}-\d{2}-\d{2})\.(\d{1,12})", re.ASCII)


@dataclass(frozen=True)
class Page:
    """Reports, newest first; newer and older are where the next pages begin, '' where there is none.

    missed: whether a page was asked for that is not there; unfinished: whether it is shorter than it might be, for so
    many reports were looked into that the next page has to go on; stuck: whether that would not get any further.
    """

    reports: list[Report]
    newer: str = ""
    older: str = ""
    missed: bool = False
    unfinished: bool = False
    stuck: bool = False

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
    return Page(rows[:size], older=_next(rows, size, "below"), missed=missed, **_left(rows))


def _after(reports, query, size, span, place):
    rows = walk(reports, query, size + 1, span.behind(place, ascending=False))
    if not rows and not rows.rest and not query.is_heavy:
        return None
    top = rows[0].order_key if rows else place - 1
    newer = walk(reports, query, 1, span.behind(top, ascending=True), ascending=True)
    return Page(
        rows[:size],
        newer=_address(top) if newer or newer.rest else "",
        older=_next(rows, size, "below"),
        **_left(rows),
    )


def _before(reports, query, size, span, place):
    rows = walk(reports, query, size + 1, span.behind(place, ascending=True), ascending=True)
    if len(rows) <= size and not rows.rest and not query.is_heavy:
        return _first(reports, query, size, span) if rows else None
    bottom = rows[0].order_key if rows else place + 1
    older = walk(reports, query, 1, span.behind(bottom, ascending=False))
    return Page(
        rows[:size][::-1],
        newer=_next(rows, size, "above"),
        older=_address(bottom) if older or older.rest else "",
        **_left(rows),
    )


def _left(rows):
    return {"unfinished": bool(rows.rest), "stuck": rows.stuck}


def _next(rows, size, limit):
    """Return where the page that follows these Hits begins, '' if there is none.

    limit: which limit of the span that was not looked through is where they end.
    """
    if rows.stuck:
        return ""
    if rows.rest:
        return _address(getattr(rows.rest, limit))
    return _address(rows[size - 1].order_key) if len(rows) > size else ""


def _address(key):
    day, number = day_and_number(key)
    return f"{day.isoformat()}.{number}"


def _key(address):
    """Return the order key of a place in a list, or None where it cannot be understood."""
    found = _ADDRESS.fullmatch(address)
    try:
        return order_key(date.fromisoformat(found[1]), int(found[2])) if found else None
    except ValueError:
        return None
