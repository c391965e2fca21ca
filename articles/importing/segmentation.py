"""Units to drafts of reports: where one report ends and the next begins, and which headline is whose."""

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from itertools import accumulate, groupby, pairwise
from statistics import mode

from .cohesion import Cohesion
from .forms import BOX, EDITORS_NOTE, LABELLED_COLUMN, NOTICE, NUMBERED
from .typography import HAN
from .units import Kind, Unit
from .webpages import without_menus

_HEADLINE = (Kind.HEAD, Kind.SUBTITLE)
# What has to speak for a headline to be a title rather than a heading.
_TITLE = 2
_PHRASE = 9
_OFTEN = 3
_PARAGRAPH = 25
# Letter pairs that a headline shares with its text.
_KINDRED = 3
_BOX = re.compile(BOX)
_HAN_PAIRS = re.compile(f"(?=([{HAN}]{{2}}))")
_TWO_PHRASES = re.compile(rf"[{HAN}\d“”·]{{4,}} [{HAN}\d“”·]{{4,}}")


@dataclass
class Draft:
    """The units of one report: its headline elements as printed, the rest in reading order, and its pictures.

    doubts: decisions about its borders that could well have gone the other way.
    """

    heads: list[Unit] = field(default_factory=list)
    items: list[Unit] = field(default_factory=list)
    pictures: list[Unit] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    _has_body: bool = field(default=False, repr=False)
    _looked_at: int = field(default=0, repr=False)

    @property
    def start(self):
        return min(unit.start for unit in [*self.heads, *self.items])

    @property
    def has_body(self):
        while not self._has_body and self._looked_at < len(self.items):
            self._has_body = self.items[self._looked_at].kind is Kind.BODY
            self._looked_at += 1
        return self._has_body

    @property
    def is_complete(self):
        """An end mark has closed it: a wire credit, the paper it was taken from, the authors in brackets."""
        return self.has_body and self.items[-1].kind in (Kind.END, Kind.CONTINUED_ON)


@dataclass
class Segmentation:
    """The drafts of a page, the units of its frame, headlines whose report is not on it, and what is left over."""

    drafts: list[Draft]
    frame: list[Unit]
    orphans: list[Unit]
    unassigned: list[Unit]


def segment(text, units):
    """Put the units of a page together to reports; text is the raw text."""
    result = Segmentation([], [unit for unit in units if unit.kind is Kind.FRAME], [], [])
    groups = _grouped(units)
    separated = _behind_separators(units)
    groups, menus = without_menus(groups, result.frame)
    result.frame += menus
    if _is_behind(groups):
        _headlines_behind(text, groups, result)
    else:
        _HeadlinesBefore(text, groups, result, separated).segment()
    result.drafts = [draft for draft in result.drafts if _settle(draft, result)]
    return result


def _behind_separators(units):
    """Return the starts of the units behind a line of the frame that stands again and again between reports."""
    separators = _separators(units)
    starts, behind = set(), False
    for unit in units:
        if unit.kind is Kind.FRAME:
            behind = behind or _compact(unit) in separators
        elif behind:
            starts.add(unit.start)
            behind = False
    return starts


def _separators(units):
    """Return the lines of the frame between which, more than once, a report stands."""
    parted, since = Counter(), {}
    bodies = 0
    for unit in units:
        if unit.kind is Kind.FRAME:
            line = _compact(unit)
            parted[line] += bodies > since.get(line, bodies)
            since[line] = bodies
        elif unit.kind is Kind.BODY and unit.width >= _PARAGRAPH:
            bodies += 1
    return {line for line, count in parted.items() if count > 1}


def _compact(unit):
    return re.sub(r"[\s\d]", "", unit.lines[0])


def _indent_of_paragraphs(groups):
    """Return the white space before the paragraphs of a page, in half letters; 0 where most have none."""
    indents = [unit.indent for group in groups for unit in group if unit.kind is Kind.BODY and unit.width >= _PARAGRAPH]
    usual = mode(indents) if len(indents) >= _OFTEN else 0
    return usual if indents.count(usual) >= 0.7 * len(indents) else 0


def _grouped(units):
    """Return lists of units: headline elements with nothing between them, the units of a picture, others alone."""

    def key(pair):
        index, unit = pair
        if unit.picture is not None:
            return ("picture", unit.picture)
        return ("headline", frames[index]) if unit.kind in _HEADLINE else ("unit", index)

    frames = list(accumulate(unit.kind is Kind.FRAME for unit in units))
    content = [pair for pair in enumerate(units) if pair[1].kind is not Kind.FRAME]
    for (before, headline), (index, unit) in pairwise(content):
        if headline.kind in _HEADLINE and unit.kind in _HEADLINE and _is_late_part(unit):
            frames[index] = frames[before]
    return [[unit for _, unit in group] for _, group in groupby(content, key)]


def _is_headline(group):
    return group[0].kind in _HEADLINE and group[0].picture is None


def _is_behind(groups):
    """Tell whether the page prints headlines behind their bodies.

    It opens with a body and closes with a headline; or it opens as a report does, and its headlines speak of what
    stands above them rather than of what stands below.
    """
    content = [group for group in groups if group[0].picture is None and group[0].kind is not Kind.META]
    if len(content) < 2 or _is_headline(content[0]):
        return False
    if _is_headline(content[-1]):
        return True
    opens = content[0][0].lead or content[0][0].kind is Kind.BYLINE
    return opens and _leaning_back(content) > 0


def _leaning_back(groups):
    """Return how many more letter pairs headlines share with the text above them than with the text below."""
    stretches, headlines = [set()], []
    for group in groups:
        if _is_headline(group):
            headlines.append(_pairs(group))
            stretches.append(set())
        else:
            stretches[-1] |= _pairs(group)
    return sum(
        len(pairs & above) - len(pairs & below)
        for pairs, above, below in zip(headlines, stretches, stretches[1:], strict=False)
    )


def _leans_back(picture, drafts, following):
    """Tell whether a picture right behind a headline shares more with its report than with the next one."""
    if not drafts or not following:
        return False
    pairs = _pairs(picture)
    return len(pairs & _pairs(drafts[-1].items)) > len(pairs & _pairs(following))


def _pairs(group):
    letters = "".join(line for unit in group for line in unit.lines)
    return set(_HAN_PAIRS.findall(letters))


def _opens_report(group):
    first = group[0]
    return first.lead or first.kind in (Kind.BYLINE, Kind.CONTINUED_FROM)


def _headlines_behind(text, groups, result):
    cohesion = Cohesion(text, groups)
    draft, first = Draft(), 0
    for index, group in enumerate(groups):
        following = groups[index + 1] if index + 1 < len(groups) else None
        heads = [unit for unit in group if unit.kind in _HEADLINE]
        if group[0].picture is not None:
            # The headline above a picture is that of the report before it; the picture's own stands below.
            texts = [unit for unit in group if unit not in heads]
            if draft.has_body and heads:
                draft = _close(draft, heads, result)
                first = index
            elif heads:
                texts = group
            if not draft.has_body and texts is not group and following is not None and _is_headline(following):
                draft.items += _as_text(texts)
            elif not draft.items and not heads and _leans_back(group, result.drafts, following):
                result.drafts[-1].pictures += group
            else:
                _add_picture(texts, draft, result)
        elif heads:
            if draft.has_body and _ends_report(draft, group, following, cohesion.between(first, index)):
                if draft.heads:
                    result.drafts.append(draft)
                    draft = Draft(heads=heads)
                else:
                    heads, ahead = _parted(heads, draft.items, following)
                    draft = _close(draft, heads, result)
                    draft.heads = ahead
                first = index
            elif draft.items or draft.heads:
                draft.items += group
            else:
                # Behind a headline there is no text for another: on a page that mixes both, it stands before its own.
                draft.heads = heads
        else:
            signs = group[0].kind is Kind.BYLINE and following is not None and following[0].kind is Kind.BYLINE
            if signs and result.drafts and not draft.items:
                # Of two bylines between bodies the first is that of the headline above it.
                result.drafts[-1].items += group
                continue
            begins = group[0].lead or group[0].kind is Kind.CONTINUED_FROM
            if draft.has_body and (begins or (group[0].kind is Kind.BYLINE and draft.is_complete)):
                draft = _close(draft, [], result)
                first = index
            draft.items += group
    result.drafts.append(draft)


def _parted(heads, above, following):
    """Part headlines in a row into those of the text above them and those that speak only of the text below."""
    above, below = _pairs(above), _pairs(following or [])
    at = len(heads)
    while at > 1 and len(_pairs([heads[at - 1]]) & below) >= _KINDRED and not _pairs([heads[at - 1]]) & above:
        at -= 1
    return heads[:at], heads[at:]


def _close(draft, heads, result):
    draft.heads = heads
    result.drafts.append(draft)
    return Draft()


def _ends_report(draft, group, following, kinship):
    """Tell a headline behind its body from a heading inside it; kinship: letters that the next text shares with it."""
    if following is None or _opens_report(following) or draft.is_complete:
        return True
    width = group[0].width
    weight = (kinship == 0) + (width >= 12) + 2 * (len(group) >= 2) - (width <= 8)
    draft.doubts += ["near_miss_title"] * (weight == _TITLE) + ["near_miss_heading"] * (weight == _TITLE - 1)
    return weight >= _TITLE


class _HeadlinesBefore:
    """Segments a page that prints headlines before their bodies."""

    def __init__(self, text, groups, result, separated):
        self.groups = groups
        self.separated = separated
        self.indent = _indent_of_paragraphs(groups)
        self.result = result
        self.title_level = _title_level(groups)
        self.cohesion = Cohesion(text, groups)
        self.headlines = [index for index, group in enumerate(groups) if _is_headline(group)]
        self.is_web = any(group[0].kind is Kind.META for group in groups)
        self.draft = Draft()
        self.first = 0

    def segment(self):
        for index, group in enumerate(self.groups):
            following = self.groups[index + 1] if index + 1 < len(self.groups) else None
            if group[0].picture is not None:
                _add_picture(group, self.draft, self.result)
            elif _is_headline(group):
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
        if not draft.has_body:
            heads, headings = _without_headings(self._without_late_parts(group))
            if not heads:
                return
            if group[0].start in self.separated:
                self._begin(index, heads, headings)
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
        if weight >= _TITLE:
            doubts = ["near_miss_title"] * (weight <= _TITLE + 1)
            draft.doubts += doubts
            self._begin(index, *_without_headings(group))
            self.draft.doubts += doubts
        elif _is_only_a_note(draft):
            # 编者按 stands between a column's name and the title: the report's own headline comes only now.
            for unit in draft.heads:
                unit.kind = Kind.COLUMN
            draft.heads += group
        else:
            if weight == _TITLE - 1:
                draft.doubts.append("near_miss_heading")
            draft.items += group

    def _without_late_parts(self, group):
        """Give the headline its subtitles and column that stand behind the row of a web page; return the rest."""
        draft = self.draft
        at = 0
        if draft.heads and all(unit.kind is Kind.META for unit in draft.items):
            at = next((at for at, unit in enumerate(group) if not _is_late_part(unit)), len(group))
            draft.heads += group[:at]
        return group[at:]

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

    def _weight_of_title(self, index, group, following):
        """Return how much speaks for a headline between two bodies being a title rather than a heading."""
        draft = self.draft
        if group[0].start in self.separated or any(_names_column(unit) for unit in group):
            return 2 * _TITLE
        if _is_only_a_note(draft):
            return -_TITLE
        if (self.is_web or self.separated) and following[0].kind is not Kind.META and not _opens_report(following):
            return -_TITLE
        own = [unit.hashes for unit in draft.heads if unit.hashes]
        levels = [unit.hashes for unit in group if unit.hashes]
        score = 0
        score += 5 * _opens_report(following)
        score += 3 * (following[0].kind is Kind.META)
        score += 3 * bool(following[0].kind is Kind.BODY and EDITORS_NOTE.match(following[0].lines[0]))
        score += 3 * draft.is_complete
        score += 3 * bool(len(group) >= 2 and _BOX.fullmatch(group[0].lines[0].strip("■□●◆▲★【】[] ")))
        score += 3 * bool(NOTICE.fullmatch(group[-1].lines[-1].replace(" ", "")))
        score += 2 * (any(unit.kind is Kind.SUBTITLE for unit in group) or len(group) >= 3)
        score += bool(levels) and len(levels) < len(group)
        if self.indent and not levels:
            score += (group[0].indent < self.indent) - 2 * (group[0].indent == self.indent)
        score += 2 * bool(not levels and _TWO_PHRASES.fullmatch(group[-1].lines[-1]))
        score -= 4 * bool(NUMBERED.match(group[0].lines[0]))
        score -= 2 * self._has_sibling(index)
        if levels and self.title_level:
            score += 2 * (min(levels) <= self.title_level)
            score -= group[-1].width <= 8
            score -= 3 * bool(own and min(levels) > min(own))
        elif self.title_level:
            score -= 1
        kinship = self.cohesion.between(self.first, index)
        return score + (kinship == 0) - 2 * (kinship >= 3)


def _is_late_part(unit):
    return unit.kind is Kind.SUBTITLE or _names_column(unit)


def _names_column(unit):
    return bool(LABELLED_COLUMN.fullmatch(unit.lines[0]))


def _alike(group, other):
    """Tell whether two headlines are built alike: the same shape, two short phrases of a length, or two questions."""
    first, second = group[-1], other[-1]
    if first.lines[-1][-1] in "？?" and second.lines[-1][-1] in "？?":
        return True
    if max(first.width, second.width) <= _PHRASE and abs(first.width - second.width) <= 2:
        return True
    return _shape(group) == _shape(other)


def _shape(group):
    return re.sub(r"\d+", "0", re.sub(rf"[{HAN}]", "字", group[-1].lines[-1]))


def _is_only_a_note(draft):
    if len(draft.items) != 1 or draft.items[0].kind is not Kind.BODY:
        return False
    return bool(EDITORS_NOTE.match(draft.items[0].lines[0]))


def _title_level(groups):
    """Return the lowest Markdown level of the headlines that surely are titles, or of all where there is none."""
    sure = [
        min((unit.hashes for unit in group if unit.hashes), default=0)
        for group, following in pairwise(groups)
        if _is_headline(group) and _opens_report(following)
    ]
    marked = [level for level in sure if level]
    if marked:
        return max(marked)
    return min((unit.hashes for group in groups if _is_headline(group) for unit in group if unit.hashes), default=0)


def _without_headings(group):
    """Part the headline from the first headings of its body, which carry numbers, where they follow without a text."""
    at = next((i for i, unit in enumerate(group) if i and NUMBERED.match(unit.lines[0])), len(group))
    return group[:at], group[at:]


def _add_picture(group, draft, result):
    """A picture with a headline of its own is a report; one without belongs to the report around it."""
    heads = [unit for unit in group if unit.kind is Kind.HEAD]
    if heads:
        result.drafts.append(Draft(heads=heads, items=_as_text(unit for unit in group if unit.kind is not Kind.HEAD)))
    else:
        draft.pictures += group


def _as_text(units):
    """Make captions and credits the body and the byline of a report of their own."""
    texts = []
    for unit in units:
        if unit.kind is Kind.CAPTION and texts and not texts[-1].closed:
            texts[-1].join(unit)
        else:
            unit.kind = Kind.BODY if unit.kind is Kind.CAPTION else Kind.BYLINE
            texts.append(unit)
    return texts


def _settle(draft, result):
    """Tell whether a draft is a report; the units of one that is not are headlines without a report, or left over."""
    if draft.has_body:
        return True
    if draft.pictures and not draft.heads:
        owner = next((other for other in reversed(result.drafts) if other.has_body), None)
        if owner is not None:
            owner.pictures += draft.pictures
            draft.pictures = []
    result.orphans += [*draft.heads, *(unit for unit in draft.items if unit.kind in _HEADLINE)]
    result.unassigned += [*draft.pictures, *(unit for unit in draft.items if unit.kind not in _HEADLINE)]
    return False
