"""Copies of web pages: the article among menus, rows of buttons and lists of other articles."""

import re
from bisect import bisect_left, bisect_right
from math import inf

from .forms import KICKER_END, Form, is_box
from .units import Kind

_HEADLINE = (Kind.HEAD, Kind.SUBTITLE)
_SOLID = 40
# What opens the part of a web page behind its article.
_TAIL = re.compile(
    "相关(?:阅读|新闻|报道|文章|链接|信息|推荐|稿件|专题|内容|资讯|文档)|(?:发表|网友|我要|最新)评论|(?:推荐|关联)阅读|为您推荐"
    "|热点(?:推荐|新闻|排行)|热门(?:新闻|推荐|文章)|(?:新闻|阅读|点击|本周|本月)排行|猜你喜欢|更多(?:精彩|新闻)|精彩推荐|大家都在看|友情链接|往期(?:推荐|回顾)|写留言|喜欢作者"
)
# What leads away from an article, behind it.
_WAY_OUT = re.compile("[【\\[]?(?:上一[篇条]|下一[篇条]|打印|关闭|扫一扫)")
_CELLS = re.compile(r"(?:[^\s，。：；]{2,16}\s+){5,}[^\s，。：；]{2,16}")
_MOST_HEADS, _SEVERAL = 6, 3


def without_menus(groups, frame):
    """Part the article of a web page from what surrounds it; return (its groups, units of the frame).

    A text is a web page where it has a row saying when and where it appeared. frame: units that are of it for sure.
    """
    if not any(group[0].kind is Kind.META for group in groups):
        return groups, []
    bodies = _bodies(groups)
    if not bodies:
        return groups, []
    openings = [unit.start for unit in frame if _TAIL.match(unit.lines[0])] + _way_out(groups, bodies, frame)
    tails = _tails(groups, bodies, openings)
    if tails:
        ends = {end for _start, end in tails}
        groups = [part for group in groups for part in _cut_at(group, ends)]
        bodies = [index for index in _bodies(groups) if not _is_within(groups[index], tails)]
    first = _title_before(groups, bodies[0])
    last = bodies[-1]
    while last + 1 < len(groups) and not _is_within(groups[last + 1], tails):
        following = groups[last + 1][0]
        if not _goes_on(following) and not (following.kind is Kind.HEAD and is_box(following.lines[0])):
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


def _way_out(groups, bodies, frame):
    """Return [where the first line stands that leads away from the last article], [] where none does."""
    row = max(index for index, group in enumerate(groups) if group[0].kind is Kind.META)
    body = next((index for index in bodies if index > row), None)
    if body is None:
        return []
    last = groups[body][0].start
    return [unit.start for unit in frame if unit.start > last and _WAY_OUT.match(unit.lines[0])][:1]


def _tails(groups, bodies, openings):
    """Return [(start, end), …] of what stands behind the articles: up to the title of the next one with a row.

    openings: where a tail may open.
    """
    told, headlines = set(bodies), _headlines(groups)
    titles = [
        _title_of(groups[_headline_before(headlines, index, otherwise=index)])
        for index, group in enumerate(groups)
        if group[0].kind is Kind.META and not told.isdisjoint((index + 1, index + 2))
    ]
    tails, ends = [], sorted(titles + _resumptions(groups, bodies))
    for start in sorted(openings):
        if start > (tails[-1][1] if tails else groups[bodies[0]][0].start):
            at = bisect_right(ends, start)
            tails.append((start, ends[at] if at < len(ends) else inf))
    return tails


def _resumptions(groups, bodies):
    """Return where an article may go on behind a list that stands in it.

    Several paragraphs that are as far in as the first one follow, with a heading as far in above them.
    """
    indent = groups[bodies[0]][0].indent
    told = [index for index in bodies if groups[index][0].indent == indent] if indent else []
    return [_with_heading(groups, index, indent) for index in told[: 1 - _SEVERAL]]


def _with_heading(groups, index, indent):
    """Return where a paragraph starts, or the headings that are as far in right above it."""
    first = groups[index][0]
    for unit in reversed(groups[index - 1] if index else []):
        if unit.kind is not Kind.HEAD or unit.indent != indent:
            break
        first = unit
    return first.start


def _title_of(group):
    """Return where the title of an article starts, which is the last in a list of headlines, with its kicker."""
    heads = [unit for unit in group if unit.kind is Kind.HEAD] or group
    has_kicker = len(heads) > 1 and KICKER_END.search(heads[-2].lines[-1])
    return heads[-2 if has_kicker else -1].start


def _cut_at(group, starts):
    at = next((index for index, unit in enumerate(group) if index and unit.start in starts), len(group))
    return [part for part in (group[:at], group[at:]) if part]


def _is_within(group, tails):
    """Tell whether a group stands in one of the tails, which are in order."""
    at = bisect_left(tails, (group[0].start,)) - 1
    return at >= 0 and group[0].start < tails[at][1]


def _is_solid(group):
    first = group[0]
    if first.kind is not Kind.BODY or first.picture is not None:
        return False
    length = sum(map(len, first.lines))
    if _CELLS.fullmatch(first.lines[0]):
        return False
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
    headlines = _headlines(groups)
    title = _headline_before(headlines, row, otherwise=row)
    return title if title < row else _headline_before(headlines, body, otherwise=row)


def _headlines(groups):
    """Return the indices of the groups that are headlines of reports."""
    return [at for at, group in enumerate(groups) if group[0].kind in _HEADLINE and group[0].picture is None]


def _headline_before(headlines, at, otherwise):
    """Return the last of the headlines before a place."""
    found = bisect_left(headlines, at)
    return headlines[found - 1] if found else otherwise
