"""Units looked at once more in their surroundings: bare bylines, signatures, columns, headlines on several lines."""

import re
from itertools import takewhile

from .forms import BULLET, EDITORIAL_BYLINE, Form, is_box
from .frame import is_issue, lacks_value, with_closed_name
from .knowledge import ends_with_any, plain
from .names import PLACE_ENDINGS, looks_like_name, split_names, with_office
from .typography import HAN
from .units import Kind

_NUMBER = re.compile(r"\d{1,2}|[一二三四五六七八九十]")
_FULL_NAME = re.compile(rf"[{HAN}·]{{2,8}}")
_SPACED_PEN_NAME = re.compile(rf"[{HAN}] +[{HAN}]")
_PEN_NAME = re.compile(rf"[{HAN}]{{2,3}}")
_LONGEST_NAMES, _LONGEST_DESK = 14, 8
_MOST_LINES, _LONGEST_ANSWER = 6, 10
_LISTED = 4
_LONGEST_KICKER = 24
_SIGNED = (Kind.HEAD, Kind.SUBTITLE, Kind.BYLINE, Kind.META)
_ATTENDS = ("讲话", "出席", "主持", "致辞", "参加")


def refined(units, gap):
    """Return the Units with the kinds that their surroundings give them, and joined where several are one element.

    gap: the blank lines between two lines of the page.
    """
    refined = []
    for index, unit in enumerate(units):
        if unit.kind is Kind.BODY and _is_kicker(unit, units[index + 1 : index + 3]):
            unit.kind = Kind.HEAD
        if unit.kind not in (Kind.HEAD, Kind.META) and unit.form is not Form.BULLET:
            refined.append(unit)
            continue
        before = refined[-1] if refined else None
        following = next((other for other in units[index + 1 : index + 3] if other.kind is not Kind.FRAME), None)
        if _is_bare_byline(unit, before, following):
            unit.kind = Kind.BYLINE
        elif _breaks_off(unit, following):
            unit.kind = Kind.BODY
        elif _is_signature(unit, before):
            answered = following is not None and following.kind is Kind.BODY and _is_compiled(units, index)
            unit.kind, unit.closed = (Kind.BODY, True) if answered else (Kind.END, unit.closed)
        elif _signs_too(unit, before, following):
            before.join(unit)
            continue
        elif unit.form is Form.BULLET and unit.picture is None and _is_column_name(unit, before, following):
            unit.kind = Kind.HEAD
        elif (
            _is_same_element(units, index, before, gap)
            or _is_value_of(unit, before)
            or _is_numbered_above(unit, before)
            or _is_rest_of(unit, before, following)
        ):
            before.join(unit)
            continue
        refined.append(unit)
    return refined


def _breaks_off(unit, following):
    """What stands before the mark that a report goes on elsewhere is text, though it ends without a stop."""
    unmarked = unit.kind is Kind.HEAD and not unit.hashes
    return unmarked and following is not None and following.kind is Kind.CONTINUED_ON


def _is_kicker(unit, following):
    """Words that end with a colon, right above a headline that has the row of a web page or a byline below it."""
    if unit.lines[-1][-1] != "：" or len(unit.lines) > 1 or unit.width > _LONGEST_KICKER:
        return False
    kinds = [other.kind for other in following]
    return kinds[:1] == [Kind.HEAD] and kinds[1:] in ([Kind.META], [Kind.BYLINE]) and not following[0].gap


def _is_signature(unit, before):
    """A place and a name, alone behind a text: the writer of a letter."""
    if unit.kind is not Kind.HEAD or unit.hashes or before is None or before.kind is not Kind.BODY or not before.closed:
        return False
    place, _, name = with_closed_name(unit.lines[0]).rpartition(" ")
    described = place[-1:] in PLACE_ENDINGS or ends_with_any(place, plain("people"))
    return len(unit.lines) == 1 and bool(described) and looks_like_name(name)


def _is_compiled(units, index):
    """Tell whether somebody else signs, further down, the report that a letter is a part of."""
    behind = units[index + 1 : index + 1 + _LONGEST_ANSWER]
    report = takewhile(lambda unit: unit.kind in (Kind.BODY, Kind.END, Kind.BYLINE), behind)
    return any(unit.kind is not Kind.BODY for unit in report)


def _is_bare_byline(unit, before, following):
    """A name, or an office and a name, alone between a headline and a body."""
    if unit.kind is not Kind.HEAD or before is None or before.kind not in _SIGNED:
        return False
    text = unit.lines[0].strip()
    if following is None or len(unit.lines) > 1 or is_box(before.lines[-1]):
        return False
    if following.kind not in (Kind.BODY, Kind.META) and not (
        following.kind is Kind.HEAD and _are_names(following.lines[0])
    ):
        return False
    office, name = with_office(text)
    if before.kind is Kind.SUBTITLE and len(office) > 1 and ends_with_any(office, plain("offices")):
        return bool(_FULL_NAME.fullmatch(name))
    if office and looks_like_name(name) and len(office) > 1:
        return len(text) <= 14 and (bool(ends_with_any(office, plain("offices"))) or _are_names(text))
    if text.endswith(_ATTENDS):
        return False
    if EDITORIAL_BYLINE.fullmatch(text) or looks_like_name(text.replace(" ", "")) or _are_names(text):
        return True
    if _SPACED_PEN_NAME.fullmatch(text):
        return True
    return bool(before.hashes) and not unit.hashes and bool(_PEN_NAME.fullmatch(text))


def _signs_too(unit, before, following):
    """A further line of a byline, that of a branch office: 江北记者站 and a name."""
    if unit.kind is not Kind.HEAD or before is None or before.kind is not Kind.BYLINE or len(unit.lines) > 1:
        return False
    desk, _, name = unit.lines[0].strip().rpartition(" ")
    return (
        bool(desk)
        and len(desk) <= _LONGEST_DESK
        and looks_like_name(name)
        and following is not None
        and following.kind is Kind.BODY
    )


def _are_names(text):
    names = split_names(text) if len(text) <= _LONGEST_NAMES else []
    return bool(names) and all(map(looks_like_name, names))


def _is_column_name(unit, before, following):
    sibling = before is not None and before.form is Form.BULLET
    return not sibling and following is not None and following.kind is Kind.HEAD and bool(BULLET.match(unit.lines[0]))


def _is_value_of(unit, before):
    """In some copies of web pages a label and its value stand on two lines."""
    if before is None or not before.kind is unit.kind is Kind.META:
        return False
    return lacks_value(before.lines[-1]) and not is_issue(unit.lines[0])


def _is_numbered_above(unit, before):
    """The number of a heading may stand on a line of its own above it."""
    if before is None or not before.kind is unit.kind is Kind.HEAD or before.picture != unit.picture:
        return False
    return bool(_NUMBER.fullmatch(before.lines[0])) and len(before.lines) == 1


def _is_rest_of(unit, before, following):
    """A letter or two alone below a heading are the rest of it, where a text follows."""
    if before is None or following is None or not before.kind is unit.kind is Kind.HEAD:
        return False
    short = unit.width <= 2 < before.width / 3 and not unit.hashes and unit.picture == before.picture
    return short and following.kind is Kind.BODY and not following.lead


def _is_same_element(units, index, before, gap):
    """Headline lines that stand closer together than the lines of the page are one element on several lines.

    Unless what stands below them, a byline or the row of a web page, is as close: such a block has a line for each.
    """
    unit = units[index]
    return (
        before is not None
        and before.kind is unit.kind is Kind.HEAD
        and before.form is unit.form is Form.TEXT
        and before.picture == unit.picture
        and unit.gap < gap
        and not _stands_close(units[index + 1 : index + 1 + _MOST_LINES], gap)
        and not _is_listed(units, index, gap)
    )


def _is_listed(units, index, gap):
    """Tell whether a headline line is one of many that stand close together: a list of headlines."""
    near = units[max(0, index - _MOST_LINES) : index + 1][::-1], units[index + 1 : index + _MOST_LINES]
    close = (takewhile(lambda unit: unit.kind is Kind.HEAD and unit.gap < gap, side) for side in near)
    return sum(1 for side in close for _ in side) >= _LISTED


def _stands_close(units, gap):
    """Tell whether a line that is no headline stands right below the headline lines with which units begin."""
    below = next((unit for unit in units if unit.kind is not Kind.HEAD), None)
    if below is None:
        return False
    return below.kind is Kind.META or (below.kind is Kind.BYLINE and below.gap < gap)
