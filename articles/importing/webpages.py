"""Copies of web pages: the article among menus, rows of buttons and lists of other articles."""

import re
from math import inf

from .forms import BOX, KICKER_END, Form
from .units import Kind

_HEADLINE = (Kind.HEAD, Kind.SUBTITLE)
_SOLID = 40
# What opens the part of a web page behind its article.
_TAIL = re.compile(
    "(?:相关阅读|相关新闻|相关报道|相关文章|相关链接|发表评论|网友评论|我要评论|最新评论|推荐阅读|热点推荐|热门新闻|猜你喜欢|更多精彩)"
)
_BOX = re.compile(BOX)
_MOST_HEADS = 6


def without_menus(groups, frame):
    """Part the article of a web page from what surrounds it; return (its groups, units of the frame).

    A text is a web page where it has a row saying when and where it appeared. frame: units that are of it for sure.
    """
    if not any(group[0].kind is Kind.META for group in groups):
        return groups, []
    bodies = _bodies(groups)
    if not bodies:
        return groups, []
    openings = [unit.start for unit in frame if _TAIL.match(unit.lines[0])]
    tails = _tails(groups, bodies, openings)
    if tails:
        groups = [part for group in groups for part in _cut_at(group, {end for _start, end in tails})]
        bodies = [index for index in _bodies(groups) if not _is_within(groups[index], tails)]
    first = _title_before(groups, bodies[0])
    last = bodies[-1]
    while last + 1 < len(groups) and not _is_within(groups[last + 1], tails):
        following = groups[last + 1][0]
        if not _goes_on(following) and not (following.kind is Kind.HEAD and _BOX.fullmatch(following.lines[0])):
            break
        last += 1
    kept, menus = [], []
    for index, group in enumerate(groups):
        trailing = index > last and group[0].kind in (*_HEADLINE, Kind.BODY) and group[0].picture is None
        outside = index < first or trailing or _is_within(group, tails)
        (menus if outside else kept).append(group)
    if first < bodies[0] and len(groups[first]) > _MOST_HEADS:
        menus.append(groups[first][:-_MOST_HEADS])
        kept[0] = groups[first][-_MOST_HEADS:]
    return kept, [unit for group in menus for unit in group]


def _bodies(groups):
    """Return the indices of the groups that are the text of an article for sure."""
    return [
        index
        for index, group in enumerate(groups)
        if _is_solid(group) or (index and _is_story(group, groups[max(0, index - 2) : index]))
    ]


def _tails(groups, bodies, openings):
    """Return [(start, end), …] of what stands behind the articles: up to the title of the next one with a row.

    openings: where a tail may open.
    """
    titles = [
        _title_of(groups[_headline_before(groups, index)])
        for index, group in enumerate(groups)
        if group[0].kind is Kind.META and any(index < body <= index + 2 for body in bodies)
    ]
    tails = []
    for start in openings:
        if start > (tails[-1][1] if tails else groups[bodies[0]][0].start):
            tails.append((start, next((title for title in titles if title > start), inf)))
    return tails


def _title_of(group):
    """Return where the title of an article starts, which is the last in a list of headlines, with its kicker."""
    heads = [unit for unit in group if unit.kind is Kind.HEAD] or group
    has_kicker = len(heads) > 1 and KICKER_END.search(heads[-2].lines[-1])
    return heads[-2 if has_kicker else -1].start


def _cut_at(group, starts):
    at = next((index for index, unit in enumerate(group) if index and unit.start in starts), len(group))
    return [part for part in (group[:at], group[at:]) if part]


def _is_within(group, tails):
    return any(start < group[0].start < end for start, end in tails)


def _is_solid(group):
    first = group[0]
    if first.kind is not Kind.BODY or first.picture is not None:
        return False
    length = sum(map(len, first.lines))
    return length >= _SOLID and (first.closed or length >= 3 * _SOLID)


def _is_story(group, before):
    """A picture below a row of its own is an article, and so is a complete sentence below a headline and a row."""
    if before[-1][0].kind is not Kind.META:
        return False
    told = before[0][0].kind in _HEADLINE and group[0].kind is Kind.BODY and group[0].closed
    return told or any(unit.kind is Kind.CAPTION for unit in group)


def _goes_on(unit):
    if unit.form is Form.BULLET:
        return False
    return unit.kind is Kind.BODY and (unit.closed or len(unit.lines[0]) >= _SOLID // 2)


def _title_before(groups, body):
    """Return the index of the headline nearest before the row, or before the first text where no row stands there."""
    row = next((index for index in range(body) if groups[index][0].kind is Kind.META), body)
    title = _headline_before(groups, row)
    return title if title < row else _headline_before(groups, body, otherwise=row)


def _headline_before(groups, at, otherwise=None):
    found = (index for index in range(at - 1, -1, -1) if groups[index][0].kind in _HEADLINE)
    return next((index for index in found if groups[index][0].picture is None), at if otherwise is None else otherwise)
