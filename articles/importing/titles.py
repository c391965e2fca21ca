"""Headlines between two texts of a page: whether they are titles of reports or headings inside one.

What the signs of a title weigh stands in data/title_signs.txt.
"""

import re
from bisect import bisect_left
from functools import cache, lru_cache
from itertools import takewhile
from statistics import mode

from .cohesion import Cohesion, letter_pairs
from .drafts import is_headline, opens_report, signature, signature_of_lead, without_headings
from .forms import BULLET, EDITORS_NOTE, KICKER_END, NOTICE, NUMBERED, ends_with_credit, is_box
from .typography import HAN
from .units import PARAGRAPH, Kind
from .weights import weigh, weights

# Within so much of nothing a weight could as well have been on the other side.
DOUBTFUL = 1.0

_PHRASE = 9
_OFTEN = 3
# Each headline is compared with those around it.
_RECENT = 16
_SIGNS = "■□●◆▲★◎◇【】[]"
_COLUMN = re.compile(rf"[【［\[〖「][{HAN}·“”—-]{{2,16}}[】］\]〗」]")
_DIGITS, _HAN = re.compile(r"\d+"), re.compile(rf"[{HAN}]")
# How a brief opens that has no formula, and how news do: they say when.
_LEARNT = re.compile("(?:[^，。]{2,8}，)?记者(?:[^，。]{0,6})从[^，。]{2,30}(?:获悉|了解到)")
_DAY = re.compile(r"(?:\d{1,2}月)?\d{1,2}日|近日|日前|昨[日天]|连日来|记者从|今年以来")
_OPENING = 30
# The titles of boxes that hold figures, or what the terms of a report mean.
_FIGURES = re.compile(
    "数[说读看]|图解|图说|一图|一组数据|.*(?:光荣榜|红黑榜|排行榜|名单|一览表|价格表|时间表|大事记|时间轴|》(?:部分)?名词解释)$"
)
# What a row of briefs stands below.
_BRIEFS = re.compile(rf"[■□●◆▲★]?\s*[{HAN}]{{0,4}}(?:简讯|短讯|快讯|简报|速览|集纳|一句话新闻|微新闻|简明新闻)")
# What stands above the answer to the letter of a reader.
_REPLY = re.compile("(?:回复|回应|答复|回音)$")
_TWO_PHRASES = re.compile(rf"[{HAN}\d“”·]{{4,}} [{HAN}\d“”·]{{4,}}")
# So many letters are a long headline, a longer one, and a long or a short text.
_LENGTHS = ((20, "headline-over-20"), (12, "headline-over-12"), (8, "headline-over-8"))
_LONG_ABOVE, _LONG_BELOW, _SHORT_BELOW = 300, 400, 200
# Shares of letter pairs: of a headline's that the text below prints, or that above; of the smaller text's, of one kind.
_SPEAKS, _SPEAKS_ABOVE, _RELATED = 0.5, 0.3, 0.08


class Titles:
    """The headlines of a page that prints them before their texts."""

    def __init__(self, text, groups):
        self.groups = groups
        self.cohesion = Cohesion(text, groups)
        self.headlines = [index for index, group in enumerate(groups) if is_headline(group)]
        headlines = [groups[index] for index in self.headlines]
        below = [groups[index + 1] for index in self.headlines if index + 1 < len(groups)]
        self.indent = _indent_of_paragraphs(groups, headlines)
        self.level = _title_level(headlines, below)
        self.usually_signed = sum(map(opens_report, below)) >= _OFTEN
        self.have_rows = sum(group[0].kind is Kind.META for group in below) > 1

    def weight(self, draft, first, index):
        """Return how much speaks for the headline at index, behind a draft that began at first, being a title."""
        weight = weigh("title_signs", self._signs(draft, index))
        least, most = _weights_of_words()
        # Only where it can tip the scales are the letters of the page compared.
        if weight + least > DOUBTFUL or weight + most < -DOUBTFUL:
            return weight
        return weight + weigh("title_signs", self._signs_of_words(draft, first, index))

    def stands_out(self, group):
        """Tell whether a headline is not as far in as paragraphs and headings are."""
        return bool(self.indent) and all(unit.indent < self.indent and not unit.hashes for unit in group)

    def _signs(self, draft, index):
        group, following = self.groups[index], self.groups[index + 1]
        yield "any-headline"
        yield from _signs_of_headline(group)
        yield from _signs_of_opening(following)
        if following[0].kind is Kind.BODY and self.usually_signed:
            yield "below-unsigned-unlike-others"
        if is_box_label(group) and BULLET.match(following[0].lines[0]):
            yield "below-list-of-box"
        yield from self._signs_of_place(draft, group)
        for sign, shown in (
            ("headline-like-its-neighbour", self._has_sibling(index)),
            ("report-complete", draft.is_complete),
            ("report-by-another", self._is_by_another(draft, index)),
            ("report-has-headings", any(unit.kind is Kind.HEAD for unit in draft.items)),
        ):
            if shown:
                yield sign
        text = self.cohesion.behind(index)
        if _is_longer(text, _LONG_BELOW):
            yield "text-below-long"
        elif not _is_longer(text, _SHORT_BELOW):
            yield "text-below-short"
        if _is_longer(draft.items, _LONG_ABOVE):
            yield "text-above-long"

    def _signs_of_place(self, draft, group):
        """Yield what the marks and the white space of a headline show, beside those of others."""
        levels = [unit.hashes for unit in group if unit.hashes]
        if not levels:
            if self.indent and group[0].indent <= self.indent:
                yield "headline-less-indented" if group[0].indent < self.indent else "headline-indented"
            if self.level:
                yield "headline-unmarked-unlike-others"
            return
        if len(levels) < len(group):
            yield "headline-partly-marked"
        own = [unit.hashes for unit in draft.heads if unit.hashes]
        if min(levels) <= self.level:
            yield "level-of-titles"
        if draft.is_complete and levels == own[-1:]:
            yield "level-of-brief"
        elif own and min(levels) > min(own):
            yield "level-below-title"

    def _signs_of_words(self, draft, first, index):
        """Yield what the letters show that a headline, the text below it and the report above it share."""
        headline = letter_pairs(self.groups[index])
        above, below = self.cohesion.pairs_above(first, index), self.cohesion.pairs_behind(index)
        if len(headline & below) >= _SPEAKS * len(headline):
            yield "words-of-text-below"
        known = len(headline & above)
        if not known:
            yield "words-new"
        elif known >= _SPEAKS_ABOVE * len(headline):
            yield "words-of-text-above"
        if letter_pairs(draft.heads).isdisjoint(below):
            yield "words-of-title-gone"
        if len(above & below) < _RELATED * min(len(above), len(below)):
            yield "words-of-another-subject"

    def _has_sibling(self, index):
        """Headings inside a report are often built like the one before or behind."""
        at = bisect_left(self.headlines, index)
        near = (*self.headlines[max(0, at - 1) : at], *self.headlines[at + 1 : at + 2])
        return any(_alike(self.groups[index], self.groups[other]) for other in near)

    def _is_by_another(self, draft, index):
        """Tell whether the names behind the text below are others than those under the headline above."""
        below = takewhile(lambda group: not is_headline(group), self.groups[index + 1 :])
        signed = _signatures(below, Kind.END, Kind.BODY)
        above = signed and (
            _signatures([draft.items], Kind.BYLINE, Kind.END)
            or {name for unit in draft.items for name in signature_of_lead(unit)}
        )
        return bool(above) and not above & signed


@cache
def _weights_of_words():
    """Return the least and the most that the letters of a page may weigh."""
    found = {sign: weight for sign, weight in weights("title_signs").items() if sign.startswith("words-")}
    # Of these a headline shows one at most.
    either = found.pop("words-new"), found.pop("words-of-text-above")
    least = min(0, *either) + sum(min(weight, 0) for weight in found.values())
    return least, max(0, *either) + sum(max(weight, 0) for weight in found.values())


def is_boxed(heads):
    """Tell whether a headline has the label of a box above its title: ■新闻链接."""
    return len(heads) >= 2 and is_box(heads[0].lines[0])


def is_box_label(group):
    """Tell whether a headline is nothing but the label of a box."""
    return len(group) == 1 and is_box(group[0].lines[0])


def is_marked_box(group):
    """Tell whether a sign stands before a headline, as before the label of a box."""
    return group[0].lines[0][0] in _SIGNS


def _signs_of_headline(group):
    """Yield what a headline shows by itself."""
    lines = [line for unit in group for line in unit.lines]
    last, text = group[-1].lines[-1], "".join(lines)
    yield next((sign for length, sign in _LENGTHS if len(text) > length), "headline-short")
    notice = NOTICE.fullmatch(last.replace(" ", ""))
    for sign, shown in (
        ("headline-on-lines", len(lines) > 1),
        ("headline-of-parts", len(group) > 1),
        ("headline-of-many-parts", len(group) > 2),
        ("headline-with-subtitle", any(unit.kind is Kind.SUBTITLE for unit in group)),
        ("headline-below-box", is_boxed(group)),
        ("headline-of-figures", _FIGURES.match(last)),
        ("headline-of-briefs", len(group) > 1 and _BRIEFS.fullmatch(lines[0])),
        ("headline-below-column", len(group) > 1 and _COLUMN.fullmatch(lines[0])),
        ("headline-below-kicker", len(group) > 1 and KICKER_END.search(group[0].lines[-1])),
        ("headline-of-notice", notice and not notice["subject"]),
        ("headline-of-notice-about", notice and notice["subject"]),
        ("headline-of-reply", _REPLY.search(last)),
        ("headline-of-phrases", not group[-1].hashes and _TWO_PHRASES.fullmatch(last)),
        ("headline-above-headings", without_headings(group)[1]),
        ("headline-numbered", NUMBERED.match(group[0].lines[0])),
        ("headline-comma", "，" in text),
        ("headline-colon", "：" in text),
        ("headline-figure", _DIGITS.search(text)),
    ):
        if shown:
            yield sign


def _signs_of_opening(following):
    """Yield what the unit below a headline shows of a report that opens with it."""
    first = following[0]
    opening = "".join(first.lines[:2])
    for sign, shown in (
        ("below-opens-report", opens_report(following)),
        ("below-lead", first.lead),
        ("below-row", first.kind is Kind.META),
        ("below-byline", first.kind is Kind.BYLINE),
        ("below-credit-at-end", _ends_with_credit(first)),
        ("below-editors-note", first.kind is Kind.BODY and EDITORS_NOTE.match(opening)),
        ("below-learnt", _LEARNT.match(first.lines[0])),
        ("below-day", _DAY.search(opening[:_OPENING])),
        ("below-quotation", opening[0] == "“"),
    ):
        if shown:
            yield sign


def _is_longer(units, most):
    length = 0
    for unit in units:
        length += sum(map(len, unit.lines))
        if length > most:
            return True
    return False


def _ends_with_credit(unit):
    """Tell whether a photographer signs a text: it is that of a picture with a headline of its own."""
    return unit.kind is Kind.BODY and unit.lines[-1][-1] in "摄）" and ends_with_credit("".join(unit.lines[-2:]))


def _signatures(groups, *kinds):
    return {name for group in groups for unit in group if unit.kind in kinds for name in signature(unit)}


def _alike(group, other):
    """Tell whether two headlines are built alike: the same shape, two short phrases of a length, or two questions."""
    first, second = group[-1], other[-1]
    if first.lines[-1][-1] in "？?" and second.lines[-1][-1] in "？?":
        return True
    if max(first.width, second.width) <= _PHRASE and abs(first.width - second.width) <= 2:
        return True
    return _shape(first.lines[-1]) == _shape(second.lines[-1])


@lru_cache(_RECENT)
def _shape(line):
    return _DIGITS.sub("0", _HAN.sub("字", line))


def _title_level(headlines, below):
    """Return the lowest Markdown level of the headlines that surely are titles, or of all where there is none."""
    levels = [min((unit.hashes for unit in group if unit.hashes), default=0) for group in headlines]
    sure = [level for level, group in zip(levels, below, strict=False) if level and opens_report(group)]
    return max(sure) if sure else min(filter(None, levels), default=0)


def _indent_of_paragraphs(groups, headlines):
    """Return the white space before the paragraphs of a page, in half letters; 0 where it tells no heading."""
    indents = [unit.indent for group in groups for unit in group if unit.kind is Kind.BODY and unit.width >= PARAGRAPH]
    usual = mode(indents) if len(indents) >= _OFTEN else 0
    # Where no headline is as far in as the paragraphs, that tells nothing.
    tells = indents.count(usual) >= 0.7 * len(indents) and any(group[0].indent == usual for group in headlines)
    return usual if tells else 0
