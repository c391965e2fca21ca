"""Units to drafts of reports: where one report ends and the next begins, and which headline is whose."""

import re
from collections import Counter
from dataclasses import replace
from itertools import accumulate, groupby, pairwise, takewhile

from .before import HeadlinesBefore
from .behind import headlines_behind, is_behind
from .drafts import HEADLINE, Draft, Segmentation, as_text, is_late_part
from .forms import CAPTION_START, DATELINE, LEAD, Form
from .mixed import regions
from .strays import adopt, hand_over_pictures
from .units import PARAGRAPH, Kind
from .webpages import without_menus

_BLANKS_AND_DIGITS, _NO_LETTERS = re.compile(r"[\s\d]"), re.compile(r"\W")
# So many paragraphs at most go with a picture.
_PICTURE_STORY = 3
# So wide at least is a headline that is not printed twice by chance.
_WHOLE = 8
# So wide at most is a caption that nothing else tells.
_CAPTION = 30
# So wide at most is what precedes the text right above a photographer's name.
_SHORT = 60


def segment(text, units):
    """Put the units of a page together to reports; text is the raw text."""
    contents, titles = _contents(units)
    if titles:
        units = [part for unit in units for part in _cut_above_title(unit, titles)]
        for unit in units:
            unit.announced = unit.start in titles
    framing = contents | _repeats(units)
    units = [unit for unit in units if unit.start not in framing]
    result = Segmentation([], [*framing.values(), *(unit for unit in units if unit.kind is Kind.FRAME)], [], [])
    groups = _grouped(units)
    separated = _behind_separators(units)
    if titles:
        separated |= {group[0].start for group in groups if any(unit.announced for unit in group)}
    groups, menus = without_menus(groups, result.frame)
    result.frame += menus
    for behind, part in regions(groups) or [(is_behind(groups), groups)]:
        if behind:
            headlines_behind(text, part, result)
        else:
            HeadlinesBefore(text, part, result, separated).segment()
    result.drafts = [draft for draft in result.drafts if _settle(draft, result)]
    adopt(result)
    hand_over_pictures(result.drafts)
    return result


def _contents(units):
    """Return ({start: unit} of the items of tables of contents, the starts of the headlines that they announce).

    Most items of such a list are headlines further down.
    """
    letters = {unit.start: _letters(unit) for unit in units if unit.kind is Kind.HEAD or unit.form is Form.BULLET}
    headlines = {
        _NO_LETTERS.sub("", "".join(unit.lines[at:])): start
        for unit in units
        if unit.kind is Kind.HEAD
        for at, (start, _end) in enumerate(unit.ranges)
    }
    contents, titles = {}, set()
    if not any(headlines.get(own, 0) > start for start, own in letters.items()):
        return contents, titles
    for listed, run in groupby(units, lambda unit: unit.start in letters):
        items = list(run) if listed else []
        announced = [at for at, unit in enumerate(items) if headlines.get(letters[unit.start], 0) > unit.start]
        if len(announced) > 1:
            first = announced[0]
            while first and items[first - 1].form is Form.BULLET:
                first -= 1
            listing = items[first : announced[-1] + 1]
            listing += _rest_of_block(items[announced[-1] + 1 :])
            if 2 * len(announced) >= len(listing):
                contents |= {unit.start: unit for unit in listing}
                titles |= {headlines[letters[items[at].start]] for at in announced}
    return contents, titles


def _rest_of_block(units):
    """Return what goes on with a list: its further items, or all up to a blank line, where one stands below it."""
    block = list(takewhile(lambda unit: unit.form is Form.BULLET or not unit.gap, units))
    return block if len(block) < len(units) else list(takewhile(lambda unit: unit.form is Form.BULLET, block))


def _cut_above_title(unit, titles):
    """Return a unit in two where a title begins inside it."""
    at = next((at for at, (start, _end) in enumerate(unit.ranges) if at and start in titles), None)
    if at is None:
        return [unit]
    return [replace(unit, ranges=unit.ranges[part], lines=unit.lines[part]) for part in (slice(at), slice(at, None))]


def _repeats(units):
    """Return {start: unit} of the headlines that stand once more between the byline and the text, as a picture's do."""
    repeats, headlines, signed = {}, set(), False
    for unit in units:
        if unit.kind is Kind.BODY:
            headlines.clear()
            signed = False
        elif unit.kind in (Kind.META, Kind.BYLINE):
            signed = True
        elif unit.kind is Kind.HEAD and unit.width >= _WHOLE:
            letters = _letters(unit)
            if signed and letters in headlines:
                repeats[unit.start] = unit
            headlines.add(letters)
    return repeats


def _letters(unit):
    return _NO_LETTERS.sub("", "".join(unit.lines))


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
        elif unit.kind is Kind.BODY and unit.width >= PARAGRAPH:
            bodies += 1
    return {line for line, count in parted.items() if count > 1}


def _compact(unit):
    return _BLANKS_AND_DIGITS.sub("", unit.lines[0])


def _grouped(units):
    """Return lists of units: headline elements with nothing between them, the units of a picture, others alone."""

    def key(pair):
        index, unit = pair
        if unit.picture is not None:
            return ("picture", unit.picture)
        return ("headline", frames[index]) if unit.kind in HEADLINE else ("unit", index)

    frames = list(accumulate(unit.kind is Kind.FRAME for unit in units))
    content = [pair for pair in enumerate(units) if pair[1].kind is not Kind.FRAME]
    for (before, headline), (index, unit) in pairwise(content):
        if headline.kind in HEADLINE and unit.kind in HEADLINE and is_late_part(unit):
            frames[index] = frames[before]
    return [[unit for _, unit in group] for _, group in groupby(content, key)]


def _sign(draft):
    """A photographer signs a short report that nobody else signs: it is the text of the picture.

    What stands right above the name belongs to the text, where it does not look like a caption.
    """
    bodies = [unit for unit in draft.items if unit.kind is Kind.BODY]
    kinds = {unit.kind for unit in draft.items}
    *captions, credit = draft.pictures or [None]
    if credit is None or credit.kind is not Kind.CREDIT or not draft.heads or not kinds <= {Kind.BODY, Kind.META}:
        return
    if any(unit.lead and _is_signed(unit) for unit in bodies):
        return
    if captions:
        told = len(captions) == 1 and not CAPTION_START.match(captions[0].lines[0])
        is_story = (
            told and sum(len("".join(unit.lines)) for unit in bodies) <= _SHORT and captions[0].start > bodies[-1].start
        )
    else:
        is_story = len(bodies) <= _PICTURE_STORY
    if is_story:
        draft.items += as_text(draft.pictures)
        draft.pictures = []


def _set_apart_caption(draft):
    """A short sentence alone behind the names that sign a report is the caption of its picture."""
    caption = draft.items[-1]
    alone = caption.kind is Kind.BODY and caption.form is Form.TEXT and len(caption.lines) == 1
    if alone and caption.closed and caption.width <= _CAPTION and Draft(items=draft.items[:-1]).is_complete:
        caption.kind = Kind.CAPTION
        draft.pictures.append(draft.items.pop())


def _is_signed(lead):
    """Tell whether the formula before a first sentence names who reports."""
    formula = LEAD.match(lead.lines[0]) or DATELINE.match(lead.lines[0])
    return bool(formula and formula["byline"])


def _settle(draft, result):
    """Tell whether a draft is a report; the units of one that is not are headlines without a report, or left over."""
    if draft.has_body:
        _sign(draft)
        _set_apart_caption(draft)
        return True
    if draft.heads and any(unit.kind is Kind.CAPTION for unit in draft.pictures):
        draft.items += as_text(draft.pictures)
        draft.pictures = []
        return True
    if draft.pictures and not draft.heads:
        owner = next((other for other in reversed(result.drafts) if other.has_body), None)
        if owner is not None:
            owner.pictures += draft.pictures
            draft.pictures = []
    result.orphans += [*draft.heads, *(unit for unit in draft.items if unit.kind in HEADLINE)]
    result.unassigned += [*draft.pictures, *(unit for unit in draft.items if unit.kind not in HEADLINE)]
    return False
