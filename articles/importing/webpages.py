"""Copies of web pages: the article among menus, rows of buttons and lists of other articles."""

from .forms import Form
from .units import Kind

_HEADLINE = (Kind.HEAD, Kind.SUBTITLE)
_SOLID = 40
_MOST_HEADS = 6


def without_menus(groups):
    """Part the article of a web page from what surrounds it; return (its groups, units of the frame).

    A text is a web page where it has a row saying when and where it appeared.
    """
    if not any(group[0].kind is Kind.META for group in groups):
        return groups, []
    bodies = [index for index, group in enumerate(groups) if _is_solid(group)]
    if not bodies:
        return groups, []
    first = _title_before(groups, bodies[0])
    last = bodies[-1]
    while last + 1 < len(groups) and _goes_on(groups[last + 1][0]):
        last += 1
    kept, menus = [], []
    for index, group in enumerate(groups):
        trailing = index > last and group[0].kind in (*_HEADLINE, Kind.BODY) and group[0].picture is None
        outside = index < first or trailing
        (menus if outside else kept).append(group)
    if first < bodies[0] and len(groups[first]) > _MOST_HEADS:
        menus.append(groups[first][:-_MOST_HEADS])
        kept[0] = groups[first][-_MOST_HEADS:]
    return kept, [unit for group in menus for unit in group]


def _is_solid(group):
    first = group[0]
    if first.kind is not Kind.BODY or first.picture is not None:
        return False
    length = sum(map(len, first.lines))
    return length >= _SOLID and (first.closed or length >= 3 * _SOLID)


def _goes_on(unit):
    if unit.form is Form.BULLET:
        return False
    return unit.kind is Kind.BODY and (unit.closed or len(unit.lines[0]) >= _SOLID // 2)


def _title_before(groups, body):
    """Return the index of the headline nearest before the row, or before the first text where no row stands there."""
    row = next((index for index in range(body) if groups[index][0].kind is Kind.META), body)
    for start in (row, body):
        for index in range(start - 1, -1, -1):
            if groups[index][0].kind in _HEADLINE and groups[index][0].picture is None:
                return index
    return row
