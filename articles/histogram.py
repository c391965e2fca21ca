"""Hits over time, as bars that lead to the hits of their time."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from django.utils.formats import date_format

WIDTH, HEIGHT = 600, 80
_MOST_BARS = 62


@dataclass(frozen=True)
class Bar:
    """parameters ask for its hits; x, y, width and height are in the units of the drawing."""

    label: str
    count: int
    parameters: dict[str, str]
    x: int
    y: int
    width: int
    height: int


class _Unit(NamedTuple):
    """A length of time whose times are numbered: number(day), first_day(number) and label(first day)."""

    number: Callable[[date], int]
    first_day: Callable[[int], date]
    label: Callable[[date], str]


_UNITS = (
    _Unit(date.toordinal, date.fromordinal, lambda day: date_format(day, "DATE_FORMAT")),
    _Unit(
        lambda day: day.year * 12 + day.month - 1,
        lambda number: date(number // 12, number % 12 + 1, 1),
        lambda day: date_format(day, "YEAR_MONTH_FORMAT"),
    ),
    _Unit(lambda day: day.year, lambda number: date(number, 1, 1), lambda day: str(day.year)),
)


def histogram(days, one_in=1):
    """Return the Bars of days, each of which stands for `one_in` hits: one for every day, month or year, as they fit.

    There are none where all days are in the same of them. Unknown days, which are date.min, are left out.
    """
    known = [day for day in days if day > date.min]
    if len(set(known)) < 2:
        return []
    unit = next((unit for unit in _UNITS if len(_numbers(unit, known)) <= _MOST_BARS), _UNITS[-1])
    numbers = _numbers(unit, known)
    counts = Counter(map(unit.number, known))
    most = max(counts.values())
    return [
        _bar(unit, number, counts[number], one_in, most, place, len(numbers)) for place, number in enumerate(numbers)
    ]


def _numbers(unit, days):
    return range(unit.number(min(days)), unit.number(max(days)) + 1)


def _bar(unit, number, count, one_in, most, place, places):
    since = unit.first_day(number)
    until = date.max if since.year == date.max.year else unit.first_day(number + 1) - timedelta(1)
    left, right = WIDTH * place // places, WIDTH * (place + 1) // places
    height = -(-HEIGHT * count // most)
    return Bar(
        label=unit.label(since),
        count=count * one_in,
        parameters={"since": since.isoformat(), "until": until.isoformat()},
        x=left,
        y=HEIGHT - height,
        width=max(right - left - 1, 1),
        height=height,
    )
