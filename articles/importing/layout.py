"""Lines to units: which lines are one paragraph, which are headlines and headings, which belong to a picture."""

import re
from statistics import median, mode

from .forms import CAPTION_START, Form, form_of, is_numbered_heading
from .names import parse_byline, split_names
from .units import Kind, Unit

_EDGE_TOP, _EDGE_BOTTOM = 12, 6
_SENTENCE = re.compile(r"[。！？!?；;]|[…]{2}")
_KINDS = {
    Form.BYLINE: Kind.BYLINE,
    Form.END: Kind.END,
    Form.CREDIT: Kind.CREDIT,
    Form.CONTINUED_FROM: Kind.CONTINUED_FROM,
    Form.CONTINUED_ON: Kind.CONTINUED_ON,
    Form.META: Kind.META,
    Form.FURNITURE: Kind.FRAME,
    Form.PAGE_HEADER: Kind.FRAME,
    Form.NEWSPAPER: Kind.FRAME,
    Form.DATE_LINE: Kind.FRAME,
    Form.SUBTITLE: Kind.SUBTITLE,
    Form.HEADING: Kind.HEAD,
}
# Letters with which no sentence starts: particles, endings and conjunctions that need something before them.
_NEVER_FIRST = frozenset("的地得了着过性们和与及或并而就也都便则等化率者、，。；：！？”’）》")
_STATEMENT_OPENS = re.compile(r"[^，。]{2,30}(?:指出|强调|要求|表示|认为|介绍|说)，")
_LONGEST_CAPTION = 260
_LONGEST_HEAD = 46


def lay_out(lines):
    """Return the Units of the page in order; together they hold every line."""
    if not lines:
        return []
    forms = [_checked_form(lines, index) for index in range(len(lines))]
    pictures = _pictures(lines, forms)
    plain = [line for line, form in zip(lines, forms, strict=True) if form in (Form.TEXT, Form.LEAD)]
    gap = mode(line.gap for line in plain) if plain else 0
    broken = _is_broken(plain)
    units = []
    at = 0
    while at < len(lines):
        line, form = lines[at], forms[at]
        if at in pictures:
            units.append(_unit(pictures[at][0], line, form, picture=pictures[at][1]))
        elif form in _KINDS:
            units.append(_unit(_KINDS[form], line, form))
        elif form is Form.BULLET:
            units.append(_list_item(line))
        else:
            end = at + 1
            while end < len(lines) and end not in pictures and forms[end] is Form.TEXT:
                end += 1
            run = lines[at:end]
            lead = form is Form.LEAD
            (_join_broken if broken else _join_whole)(units, run, lead)
            at = end
            continue
        at += 1
    return _merge_heads(units, gap)


def _unit(kind, line, form=Form.TEXT, **marks):
    return Unit(
        kind,
        [(line.start, line.end)],
        form=form,
        gap=line.gap,
        hashes=line.hashes,
        width=line.width,
        closed=line.ends_sentence,
        lines=[line.text],
        **marks,
    )


def _list_item(line):
    item = _unit(Kind.BODY, line, Form.BULLET, alone=True)
    item.closed = True
    return item


def _checked_form(lines, index):
    line = lines[index]
    form = form_of(line, index < _EDGE_TOP or index >= len(lines) - _EDGE_BOTTOM)
    if form is Form.BYLINE and not parse_byline(line.text):
        return Form.TEXT
    if form is Form.END and "记者" not in line.text and re.fullmatch(r"[（(][^（()）：:《]{2,30}[）)]", line.text):
        return form if split_names(line.text.strip("（()）")) or "电" in line.text else Form.TEXT
    return form


def _is_broken(lines):
    """Tell whether the paragraphs are broken into short lines: few lines end a sentence, and none is long."""
    long_enough = [line for line in lines if line.width >= 6]
    if len(long_enough) < 8:
        return False
    ends = sum(line.ends_sentence for line in long_enough)
    return ends < 0.45 * len(long_enough) and median(line.width for line in long_enough) <= 60


def _pictures(lines, forms):
    """Return {line index: (Kind, picture number)} of captions, their headlines and their credits.

    A picture leaves two or more blank lines in a dump; its caption stands between them and the credit line.
    """
    found = {}
    for number, at in enumerate(index for index, form in enumerate(forms) if form is Form.CREDIT):
        first, length = at, 0
        while first > 0 and forms[first - 1] is Form.TEXT and first - 1 not in found:
            length += len(lines[first - 1].text)
            if length > _LONGEST_CAPTION or (lines[first].gap > 1 and first < at):
                break
            first -= 1
        if lines[first].gap < 2 and first > 0:
            first = at - 1 if _is_lone_caption(lines, forms, at) else at
        found[at] = (Kind.CREDIT, number)
        for index in range(first, at):
            head = index == first and not lines[index].ends_sentence and lines[index].width <= 20 and at - first > 1
            found[index] = (Kind.HEAD if head else Kind.CAPTION, number)
    for at, line in enumerate(lines):
        if at not in found and forms[at] is Form.TEXT and CAPTION_START.match(line.text) and line.width <= 120:
            found[at] = (Kind.CAPTION, len(lines) + at)
    return found


def _is_lone_caption(lines, forms, at):
    line = lines[at - 1]
    return (
        forms[at - 1] is Form.TEXT and line.ends_sentence and (line.width <= 60 or bool(CAPTION_START.match(line.text)))
    )


def _open_paragraph(units):
    """Return the body unit that breaks off and that the next text line may go on, or None. Pictures may stand between."""
    for unit in reversed(units):
        if unit.kind in (Kind.CAPTION, Kind.CREDIT) or unit.picture is not None or unit.kind is Kind.FRAME:
            continue
        return unit if unit.kind is Kind.BODY and not unit.closed and not unit.alone else None
    return None


def _goes_on(unit, line):
    """A fragment that repeats the letters before the break is another printing of the place, not its continuation."""
    tail = unit.lines[-1][-2:]
    return not (len(tail) == 2 and line.text.startswith(tail))


def _append(unit, line):
    unit.ranges.append((line.start, line.end))
    unit.lines.append(line.text)
    unit.closed = line.ends_sentence


def _join_whole(units, run, lead):
    """Add lines that hold a paragraph each, but for those that a page or a column broke."""
    for index, line in enumerate(run):
        opened = _open_paragraph(units)
        is_lead = lead and index == 0
        if opened and not is_lead:
            if _goes_on(opened, line):
                _append(opened, line)
            else:
                units.append(_unit(Kind.BODY, line, alone=True))
        elif not is_lead and _is_head(line) and not _runs_on(line, run[index + 1 : index + 2]):
            units.append(_unit(Kind.HEAD, line))
        else:
            units.append(_unit(Kind.BODY, line, lead=is_lead))


def _runs_on(line, following):
    """Tell whether a line without a full stop is the first piece of a paragraph that the next line goes on with."""
    if _STATEMENT_OPENS.match(line.text):
        return True
    return bool(following) and following[0].text[0] in _NEVER_FIRST


def _is_head(line):
    text = line.text
    if line.width > _LONGEST_HEAD or re.search(r"[。；;]|…$", text):
        return False
    if re.search(r"[“‘（《(]", text) and text.count("“") > text.count("”") and text.startswith("“"):
        return False
    if line.ends_sentence:
        return (text[-1] in "？?" and line.width <= 24 and "，" not in text) or (text[-1] in "：:" and line.width <= 16)
    return not re.search(r"[，,、]$", text)


def _join_broken(units, run, lead):
    """Add the lines of a narrow column: a paragraph starts with an indented line and ends with a sentence."""
    widths = [_column_width(run, index) for index in range(len(run))]
    at = 0
    opened = None if lead else _open_paragraph(units)
    while at < len(run):
        if opened is None:
            is_lead = lead and at == 0
            heads = 0 if is_lead else _heads_at(run, at, widths)
            if heads:
                units.extend(_unit(Kind.HEAD, line) for line in run[at : at + heads])
                at += heads
                continue
            opened = _unit(Kind.BODY, run[at], lead=is_lead)
            units.append(opened)
        else:
            _append(opened, run[at])
        opened = None if _closes(run, at, widths) else opened
        at += 1


def _column_width(run, at):
    """Return the width of the column around a line: the middle one of the widths that are not much below the widest."""
    window = [line.width for line in run[max(0, at - 9) : at + 10]]
    widest = max(window)
    return median(width for width in window if width > 0.75 * widest)


def _closes(run, at, widths):
    """A paragraph ends with a complete sentence on a short line, or before an indented one."""
    line = run[at]
    if not line.ends_sentence or line.text[-1] in "：:；;，":
        return line.ends_sentence and line.text[-1] in "：:；;" and line.width < widths[at] - 2.5
    if line.width < widths[at] - 1.6 or at + 1 == len(run):
        return True
    following = run[at + 1]
    if following.ends_sentence and following.width < widths[at] - 3.2:
        return False
    return _is_indented(following, widths[at])


def _is_indented(line, column):
    return line.width < column - 1.1


def _heads_at(run, at, widths):
    """Return how many lines from here on are headlines or headings, 0 where a paragraph starts."""
    rest = run[at:]
    sentence = next((index for index, line in enumerate(rest) if _SENTENCE.search(line.text)), None)
    if sentence is None:
        commas = sum(line.text.count("，") for line in rest)
        return len(rest) if len(rest) <= 6 and commas <= 2 else 0
    line = run[at]
    if is_numbered_heading(line):
        return 1
    if line.ends_sentence or re.search(r"[，、。？！]", line.text) or line.width > widths[at] - 2:
        return 0
    starts = at + 2 >= len(run) or _is_indented(run[at + 1], widths[at])
    return 1 if line.width <= widths[at] * 0.75 and starts else 0


def _merge_heads(units, gap):
    """Join headline lines that stand closer together than the lines of the page: one element on several lines."""
    merged = []
    for unit in units:
        before = merged[-1] if merged else None
        close = unit.gap < gap or (gap == 0 and unit.gap == 0 and unit.hashes == 0)
        if (
            before is not None
            and before.kind is unit.kind is Kind.HEAD
            and before.form is unit.form is Form.TEXT
            and before.picture == unit.picture
            and close
            and gap > 0
        ):
            before.ranges += unit.ranges
            before.lines += unit.lines
        else:
            merged.append(unit)
    return merged
