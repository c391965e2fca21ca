"""A page that prints headlines before their reports."""

import re
from bisect import bisect_left
from itertools import pairwise, takewhile
from statistics import mode

from .cohesion import Cohesion
from .drafts import (
    TITLE,
    Draft,
    add_picture,
    is_headline,
    is_late_part,
    names_column,
    opens_report,
    signature,
    signature_of_lead,
    without_headings,
)
from .forms import BULLET, CREDIT_AT_END, EDITORS_NOTE, KICKER_END, NOTICE, NUMBERED, is_box, is_credit
from .knowledge import ends_with_any, plain
from .typography import HAN
from .units import PARAGRAPH, Kind

_PHRASE = 9
_OFTEN = 3
_SIGNS = "■□●◆▲★◎◇【】[]"
_COLUMN = re.compile(rf"[【［\[〖「][{HAN}·“”—-]{{2,16}}[】］\]〗」]")
_DIGITS, _HAN = re.compile(r"\d+"), re.compile(rf"[{HAN}]")
# How a brief opens that has no formula.
_LEARNT = re.compile("(?:[^，。]{2,8}，)?记者(?:[^，。]{0,6})从[^，。]{2,30}(?:获悉|了解到)")
# The titles of boxes that hold figures, or what the terms of a report mean.
_FIGURES = re.compile(
    "数[说读看]|图解|图说|一图|一组数据|.*(?:光荣榜|红黑榜|排行榜|名单|一览表|价格表|时间表|大事记|时间轴|》(?:部分)?名词解释)$"
)
# What a row of briefs stands below.
_BRIEFS = re.compile(rf"[■□●◆▲★]?\s*[{HAN}]{{0,4}}(?:简讯|短讯|快讯|简报|速览|集纳|一句话新闻|微新闻|简明新闻)")
_TWO_PHRASES = re.compile(rf"[{HAN}\d“”·]{{4,}} [{HAN}\d“”·]{{4,}}")


class HeadlinesBefore:
    """Segments a page that prints headlines before their bodies."""

    def __init__(self, text, groups, result, separated):
        self.groups = groups
        self.separated = separated
        self.indent = _indent_of_paragraphs(groups)
        self.result = result
        self.title_level = _title_level(groups)
        self.cohesion = Cohesion(text, groups)
        self.headlines = [index for index, group in enumerate(groups) if is_headline(group)]
        self.is_web = any(group[0].kind is Kind.META for group in groups)
        signed = (opens_report(below) for group, below in pairwise(groups) if is_headline(group))
        self.usually_signed = sum(signed) >= _OFTEN
        self.draft = Draft()
        self.first = 0

    def segment(self):
        for index, group in enumerate(self.groups):
            following = self.groups[index + 1] if index + 1 < len(self.groups) else None
            if group[0].picture is not None:
                add_picture(group, self.draft, self.result)
            elif is_headline(group):
                self._headline(index, group, following)
            else:
                if self.draft.has_body and (group[0].lead or group[0].kind is Kind.CONTINUED_FROM):
                    self._begin(index)
                self.draft.items += group
        self.result.drafts.append(self.draft)

    def _begin(self, index, heads=(), items=()):
        if self.draft.items or self.draft.heads or self.draft.pictures:
            self.result.drafts.append(self.draft)
        self.draft = Draft(heads=list(heads), items=list(items))
        self.first = index

    def _headline(self, index, group, following):
        if following is None:
            self.result.orphans += group
            return
        draft = self.draft
        if not draft.has_body and draft.heads and following[0].kind is Kind.META and _shows_picture(draft):
            self._begin(index, *without_headings(group))
            return
        if not draft.has_body:
            group = self._without_late_parts(group)
            if not group:
                return
            heads, headings = without_headings(group)
            if group[0].start in self.separated and not (draft.heads and self._is_below_row(following)):
                self._begin(index, heads, headings)
            elif _names_briefs(draft):
                draft.heads += heads
                draft.items += headings
            elif draft.items and draft.heads and self._stands_over(group):
                draft.heads, strangers = heads, draft.heads
                self.result.orphans += strangers
                draft.items += headings
            elif draft.items and draft.heads:
                draft.items += group
            elif draft.items:
                draft.heads = heads
                draft.items += headings
            else:
                self._begin(index, heads, headings)
            return
        weight = self._weight_of_title(index, group, following)
        if weight >= TITLE:
            doubts = ["near_miss_title"] * (weight <= TITLE + 1)
            draft.doubts += doubts
            self._begin(index, *without_headings(group))
            self.draft.doubts += doubts
        elif _is_only_a_note(draft):
            # 编者按 stands between a column's name and the title: the report's own headline comes only now.
            for unit in draft.heads:
                unit.kind = Kind.COLUMN
            draft.heads += group
        else:
            if weight == TITLE - 1:
                draft.doubts.append("near_miss_heading")
            draft.items += group

    def _without_late_parts(self, group):
        """Give the headline its subtitles and column that stand behind the row of a web page; return the rest."""
        draft = self.draft
        at = 0
        if draft.heads and all(unit.kind is Kind.META for unit in draft.items):
            at = next((at for at, unit in enumerate(group) if not is_late_part(unit)), len(group))
            draft.heads += group[:at]
        return group[at:]

    def _is_below_row(self, following):
        """Tell whether the headline above has its row, and what stands below the buttons behind it has none."""
        rows = (Kind.META, Kind.BYLINE)
        return any(unit.kind is Kind.META for unit in self.draft.items) and following[0].kind not in rows

    def _stands_over(self, group):
        """A marked headline behind the mark of a continuation: what stands before that, unmarked, is the page's."""
        draft = self.draft
        continued = all(unit.kind is Kind.CONTINUED_FROM for unit in draft.items)
        return continued and bool(group[0].hashes) and not any(unit.hashes for unit in draft.heads)

    def _has_sibling(self, index):
        """Headings inside a report are often built like the one before or behind."""
        at = bisect_left(self.headlines, index)
        near = (*self.headlines[max(0, at - 1) : at], *self.headlines[at + 1 : at + 2])
        return any(_alike(self.groups[index], self.groups[other]) for other in near)

    def _is_by_another(self, index):
        """Tell whether the names behind the text below are others than those under the headline above."""
        below = takewhile(lambda group: not is_headline(group), self.groups[index + 1 :])
        signed = _signatures(below, Kind.END, Kind.BODY)
        above = signed and (
            _signatures([self.draft.items], Kind.BYLINE, Kind.END)
            or {name for unit in self.draft.items for name in signature_of_lead(unit)}
        )
        return bool(above) and not above & signed

    def _stands_out(self, group):
        """Tell whether a headline is not as far in as paragraphs and headings are."""
        return bool(self.indent) and all(unit.indent < self.indent and not unit.hashes for unit in group)

    def _weight_of_title(self, index, group, following):
        """Return how much speaks for a headline between two bodies being a title rather than a heading."""
        draft = self.draft
        if group[0].start in self.separated or any(names_column(unit) for unit in group):
            return 2 * TITLE
        if _is_only_a_note(draft):
            return -TITLE
        boxed = _is_boxed(group)
        like_another = boxed and (group[0].lines[0][0] in _SIGNS or _is_boxed(draft.heads))
        named = following[0].kind is Kind.META or opens_report(following) or like_another
        if (self.is_web or self.separated) and not named:
            return TITLE if self.is_web and self._stands_out(group) else -TITLE
        own = [unit.hashes for unit in draft.heads if unit.hashes]
        levels = [unit.hashes for unit in group if unit.hashes]
        score = 0
        score += 5 * opens_report(following) + 3 * following[0].lead
        score += 5 * (following[0].kind is Kind.META)
        score += 3 * bool(following[0].kind is Kind.BODY and EDITORS_NOTE.match(following[0].lines[0]))
        score += 3 * draft.is_complete
        score += 4 * _ends_with_credit(following[0])
        score += 4 * bool(_FIGURES.match(group[-1].lines[-1]))
        score += 2 * bool(_LEARNT.match(following[0].lines[0]))
        score += 5 * self._is_by_another(index)
        score += 6 * boxed
        score -= 4 * (_is_label(group) and bool(BULLET.match(following[0].lines[0])))
        score += 6 * bool(len(group) >= 2 and _BRIEFS.fullmatch(group[0].lines[0]))
        score += 4 * bool(len(group) >= 2 and _COLUMN.fullmatch(group[0].lines[0]))
        notice = NOTICE.fullmatch(group[-1].lines[-1].replace(" ", ""))
        score += (5 if notice["subject"] else 3) if notice else 0
        score += 2 * (any(unit.kind is Kind.SUBTITLE for unit in group) or len(group) >= 3)
        score += bool(levels) and len(levels) < len(group)
        score += 3 * bool(len(group) >= 2 and KICKER_END.search(group[0].lines[-1]))
        if self.indent and not levels:
            score += (group[0].indent < self.indent) - 2 * (group[0].indent == self.indent)
        phrased = not levels and _TWO_PHRASES.fullmatch(group[-1].lines[-1])
        unsigned = self.usually_signed and following[0].kind is Kind.BODY
        score += (1 if unsigned else 2) * bool(phrased)
        score += 3 * bool(without_headings(group)[1])
        score -= 4 * bool(NUMBERED.match(group[0].lines[0]))
        score -= 2 * self._has_sibling(index)
        if levels and self.title_level:
            score += 2 * (min(levels) <= self.title_level)
            score -= group[-1].width <= 8
            if draft.is_complete and levels == own[-1:]:
                # Brief follows brief, below the name of a column or not.
                score += 3
            else:
                score -= 3 * bool(own and min(levels) > min(own))
        elif self.title_level:
            score -= 1
        # Only where it can tip the scales are the letters of the whole page compared.
        if not TITLE - 2 <= score <= TITLE + 3:
            return score
        kinship = self.cohesion.between(self.first, index)
        return score + (kinship == 0) - 2 * (kinship >= 3)


def _ends_with_credit(unit):
    """Tell whether a photographer signs a text: it is that of a picture with a headline of its own."""
    credit = unit.kind is Kind.BODY and unit.lines[-1][-1] in "摄）" and CREDIT_AT_END.search("".join(unit.lines[-2:]))
    return bool(credit and is_credit(credit["mark"].strip()))


def _is_boxed(heads):
    """Tell whether a headline has the label of a box above its title: ■新闻链接."""
    return len(heads) >= 2 and is_box(heads[0].lines[0])


def _names_briefs(draft):
    """Tell whether a draft is nothing but the name of a column with its row: the title comes only now."""
    if len(draft.heads) != 1 or not draft.items or any(unit.kind is not Kind.META for unit in draft.items):
        return False
    name = draft.heads[0]
    return name.width <= _PHRASE and bool(ends_with_any(name.lines[0], plain("columns")))


def _is_label(group):
    """Tell whether a headline is nothing but the label of a box: a list below it belongs to the report above."""
    return len(group) == 1 and is_box(group[0].lines[0])


def _signatures(groups, *kinds):
    return {name for group in groups for unit in group if unit.kind in kinds for name in signature(unit)}


def _shows_picture(draft):
    """Tell whether a draft is a picture's headline and caption, which need no other text."""
    return any(unit.kind is Kind.CAPTION for unit in draft.pictures)


def _alike(group, other):
    """Tell whether two headlines are built alike: the same shape, two short phrases of a length, or two questions."""
    first, second = group[-1], other[-1]
    if first.lines[-1][-1] in "？?" and second.lines[-1][-1] in "？?":
        return True
    if max(first.width, second.width) <= _PHRASE and abs(first.width - second.width) <= 2:
        return True
    return _shape(group) == _shape(other)


def _shape(group):
    return _DIGITS.sub("0", _HAN.sub("字", group[-1].lines[-1]))


def _is_only_a_note(draft):
    if len(draft.items) != 1 or draft.items[0].kind is not Kind.BODY:
        return False
    return bool(EDITORS_NOTE.match(draft.items[0].lines[0]))


def _title_level(groups):
    """Return the lowest Markdown level of the headlines that surely are titles, or of all where there is none."""
    sure = [
        min((unit.hashes for unit in group if unit.hashes), default=0)
        for group, following in pairwise(groups)
        if is_headline(group) and opens_report(following)
    ]
    marked = [level for level in sure if level]
    if marked:
        return max(marked)
    return min((unit.hashes for group in groups if is_headline(group) for unit in group if unit.hashes), default=0)


def _indent_of_paragraphs(groups):
    """Return the white space before the paragraphs of a page, in half letters; 0 where it tells no heading."""
    indents = [unit.indent for group in groups for unit in group if unit.kind is Kind.BODY and unit.width >= PARAGRAPH]
    usual = mode(indents) if len(indents) >= _OFTEN else 0
    return usual if indents.count(usual) >= 0.7 * len(indents) and _tells_headings(usual, groups) else 0


def _tells_headings(indent, groups):
    """Tell whether some headlines of a page are as far in as its paragraphs; else it tells nothing."""
    return any(group[0].indent == indent for group in groups if is_headline(group))
