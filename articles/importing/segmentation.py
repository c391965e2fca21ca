"""Units to drafts of reports: where one report ends and the next begins, and which headline is whose."""

from dataclasses import dataclass, field
from itertools import groupby, pairwise

from .forms import NUMBERED
from .units import Kind, Unit

_HEADLINE = (Kind.HEAD, Kind.SUBTITLE)
_PICTURE = (Kind.CAPTION, Kind.CREDIT)


@dataclass
class Draft:
    """The units of one report: its headline elements as printed, the rest in reading order, and its pictures."""

    heads: list[Unit] = field(default_factory=list)
    items: list[Unit] = field(default_factory=list)
    pictures: list[Unit] = field(default_factory=list)

    @property
    def has_body(self):
        return any(unit.kind is Kind.BODY for unit in self.items)

    @property
    def is_complete(self):
        """An end mark has closed it: a wire credit, the paper it was taken from, the authors in brackets."""
        return self.has_body and self.items[-1].kind is Kind.END


@dataclass
class Segmentation:
    """The drafts of a page in order, the units of its frame, and headlines whose report is not on the page."""

    drafts: list[Draft]
    frame: list[Unit]
    orphans: list[Unit]


def segment(units):
    """Put the units of a page together to reports."""
    frame = [unit for unit in units if unit.kind is Kind.FRAME]
    content = [unit for unit in units if unit.kind is not Kind.FRAME]
    groups = _grouped(content)
    if any(unit.kind is Kind.META for unit in content):
        groups, menus = _without_menus(groups)
        frame += menus
    result = Segmentation([], frame, [])
    (_headlines_behind if _is_behind(groups) else _headlines_before)(groups, result)
    result.drafts = [draft for draft in result.drafts if _settle(draft, result)]
    return result


def _grouped(units):
    """Return lists of units: neighbouring headline elements together, the units of a picture together, others alone."""

    def key(pair):
        index, unit = pair
        if unit.picture is not None:
            return ("picture", unit.picture)
        return ("headline", 0) if unit.kind in _HEADLINE else ("unit", index)

    return [[unit for _, unit in group] for _, group in groupby(enumerate(units), key)]


def _is_headline(group):
    return group[0].kind in _HEADLINE and group[0].picture is None


def _without_menus(groups):
    """Part a web page's article from its menus: headlines and short lines before the title, and behind the last text."""
    meta = next(index for index, group in enumerate(groups) if group[0].kind is Kind.META)
    title = next((index for index in range(meta - 1, -1, -1) if _is_headline(groups[index])), None)
    bodies = [index for index, group in enumerate(groups) if any(unit.kind is Kind.BODY for unit in group)]
    if title is not None and any(index < title for index in bodies if len(groups[index][0].lines[0]) > 40):
        title = None
    first = title if title is not None else meta
    last = max(bodies, default=len(groups) - 1)
    menus, kept = [], []
    for index, group in enumerate(groups):
        trailing = index > last and _is_headline(group)
        (menus if index < first or trailing else kept).append(group)
    if title is not None and len(groups[title]) > 4:
        menus.append(groups[title][:-3])
        kept[0] = groups[title][-3:]
    return kept, [unit for group in menus for unit in group]


def _is_behind(groups):
    """Tell whether the page prints headlines behind their bodies: it opens with a body and closes with a headline."""
    content = [group for group in groups if group[0].picture is None and group[0].kind is not Kind.META]
    return len(content) > 1 and not _is_headline(content[0]) and _is_headline(content[-1])


def _opens_report(group):
    first = group[0]
    return first.lead or first.kind in (Kind.BYLINE, Kind.CONTINUED_FROM)


def _headlines_behind(groups, result):
    draft = Draft()
    for index, group in enumerate(groups):
        following = groups[index + 1] if index + 1 < len(groups) else None
        if group[0].picture is not None:
            _add_picture(group, draft, result)
        elif _is_headline(group):
            if draft.has_body and (following is None or _opens_report(following) or draft.is_complete):
                draft.heads = group
                result.drafts.append(draft)
                draft = Draft()
            else:
                draft.items += group
        else:
            if draft.has_body and (group[0].lead or group[0].kind is Kind.CONTINUED_FROM):
                result.drafts.append(draft)
                draft = Draft()
            draft.items += group
    result.drafts.append(draft)


def _headlines_before(groups, result):
    title_level = _title_level(groups)
    draft = Draft()
    for index, group in enumerate(groups):
        following = groups[index + 1] if index + 1 < len(groups) else None
        if group[0].picture is not None:
            _add_picture(group, draft, result)
        elif _is_headline(group):
            if _is_title(group, following, draft, title_level):
                if draft.items or draft.heads or draft.pictures:
                    result.drafts.append(draft)
                heads, headings = _without_headings(group)
                draft = Draft(heads=heads, items=headings)
            elif following is None:
                result.orphans += group
            else:
                draft.items += group
        else:
            unheaded = group[0].lead or group[0].kind is Kind.CONTINUED_FROM
            if draft.has_body and unheaded:
                result.drafts.append(draft)
                draft = Draft()
            draft.items += group
    result.drafts.append(draft)


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


def _is_title(group, following, draft, title_level):
    """Weigh whether a headline between two bodies starts a report or is a heading inside the current one."""
    if not draft.has_body:
        return not draft.items or not draft.heads
    if following is None:
        return False
    numbered = NUMBERED.match(group[-1].lines[0]) and not any(unit.kind is Kind.SUBTITLE for unit in group)
    levels = [unit.hashes for unit in group if unit.hashes]
    score = 0
    score += 3 * _opens_report(following)
    score += 3 * (following[0].kind is Kind.META)
    score += 3 * draft.is_complete
    score += 2 * (any(unit.kind is Kind.SUBTITLE for unit in group) or len(group) >= 3)
    score += 2 * bool(levels and title_level and min(levels) <= title_level)
    score += bool(levels) and len(levels) < len(group)
    score -= 4 * bool(numbered)
    return score >= 2


def _without_headings(group):
    """Part the headline from the first headings of its body, which carry numbers, where they follow without a text."""
    at = next((i for i, unit in enumerate(group) if i and NUMBERED.match(unit.lines[0])), len(group))
    return group[:at], group[at:]


def _add_picture(group, draft, result):
    """A picture with a headline of its own is a report; one without belongs to the report around it."""
    heads = [unit for unit in group if unit.kind is Kind.HEAD]
    if heads:
        texts = [unit for unit in group if unit.kind is not Kind.HEAD]
        for unit in texts:
            unit.kind = Kind.BODY if unit.kind is Kind.CAPTION else Kind.BYLINE
        result.drafts.append(Draft(heads=heads, items=texts))
    else:
        draft.pictures += group


def _settle(draft, result):
    """Tell whether a draft is a report; the units of one that is not go to the orphans or the frame."""
    if draft.has_body:
        return True
    if draft.pictures and result.drafts and not draft.heads:
        owner = next((other for other in reversed(result.drafts) if other.has_body), None)
        if owner is not None:
            owner.pictures += draft.pictures
            draft.pictures = []
    result.orphans += [*draft.heads, *(unit for unit in draft.items if unit.kind in _HEADLINE)]
    result.frame += [*draft.pictures, *(unit for unit in draft.items if unit.kind not in _HEADLINE)]
    return False
