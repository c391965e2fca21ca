"""A body unit: the formula before its first sentence, marks and names behind its last, the paragraph between."""

import re

from . import forms
from .ledger import cut
from .names import looks_like_name, parse_byline, split_names
from .typography import HAN

_ORIGIN_AT_END = re.compile(rf"{forms.BEHIND_SENTENCE}(?P<part>{forms.TAKEN_FROM.pattern}|{forms.WIRE_END.pattern})$")
_JUMP_AT_END = re.compile(rf"(?P<part>[（(]\s*(?:{forms.CONTINUED_ON.pattern})[）)]?)$")
_NAMES_AT_HEAD = re.compile(
    rf"[（(](?P<names>[{HAN}·]{{2,12}}(?:[ 、]+[{HAN}·]{{2,4}}){{0,4}}|[{HAN}] [{HAN}])[）)]\s*(?=\S)"
)
# So many characters of a lead, spaces included, hold its formula.
_LONGEST_FORMULA = 400
_OPENING_BRACKETS = ("（", "(")
_CLOSING_BRACKETS = ("）", ")")


def write_body(building, unit):
    """Write a body unit into a building."""
    ranges = _without_lead(building, unit) if unit.lead else unit.ranges
    if ranges and not building.report.sections and building.report.byline is None:
        ranges = _without_names(building, ranges, behind_formula=unit.lead)
    ranges = _without_ending(building, ranges)
    if unit.picture is not None or (building.report.byline is None and unit.lines[-1].endswith("摄")):
        ranges, credit = split_credit(building, ranges)
        if credit:
            building.photographer(credit)
    if ranges:
        known = ranges is unit.ranges and building.folded is building.text
        building.paragraph(ranges, unit.closed, unit.paragraph(building.text) if known else None)
        building.doubts += ["broken_columns"] * unit.unsure


def split_credit(building, ranges):
    """Return (ranges without a photographer's name at their end, those of the name or None)."""
    printed = building.read(ranges)
    match = forms.CREDIT_AT_END.search(printed.text)
    if match is None:
        return ranges, None
    return cut(ranges, printed.offset(match.start("mark")))


def _without_lead(building, unit):
    ranges, head = unit.ranges, _head(unit)
    printed = building.read(head)
    continuation = printed.text[0] in _OPENING_BRACKETS and forms.CONTINUATION.match(printed.text)
    if continuation:
        building.report.continued_from = continuation["page"]
        mark, rest = cut(ranges, printed.offset(continuation.end()))
        building.mark(mark)
        return rest
    match = forms.LEAD.match(printed.text) or forms.DATELINE.match(printed.text)
    if match is None:
        return ranges
    building.dateline = match["mark"]
    agency = match.groupdict().get("agency")
    if agency and agency != "本报":
        building.taken_from(agency)
    end = match.end("byline" if match["byline"] else "mark")
    while end < len(printed.text) and printed.text[end] == " ":
        end += 1
    formula, rest = cut(ranges, printed.offset(end)) if end < len(printed.text) else (head, ranges[len(head) :])
    if match["byline"]:
        formula, byline = cut(formula, printed.offset(match.start("byline")))
        building.mark(formula)
        building.byline(byline)
    else:
        building.mark(formula)
    return rest


def _head(unit):
    """Return the ranges that hold the formula of a lead, which ends before its first sentence does.

    Only the mark of a continuation may hold a stop.
    """
    head = [span for span in unit.ranges if span[0] < unit.start + _LONGEST_FORMULA]
    if unit.lines[0].startswith(_OPENING_BRACKETS):
        return head
    stop = next((at for at, line in enumerate(unit.lines) if "。" in line), len(head))
    return head[: stop + 1]


def _without_names(building, ranges, behind_formula):
    """Names in brackets before the first sentence sign the report, rare ones too where a formula is before them."""
    if building.text[slice(*ranges[0])].lstrip()[:1] not in _OPENING_BRACKETS:
        return ranges
    printed = building.read(ranges)
    match = forms.BRACKET_BYLINE.match(printed.text) or _NAMES_AT_HEAD.match(printed.text)
    if match is None or ("names" in match.re.groupindex and not _are_names(match["names"], behind_formula)):
        return ranges
    names, rest = cut(ranges, printed.offset(match.end()))
    building.byline(names)
    return rest


def _are_names(run, rare):
    names = split_names(run) or [""]
    return all(map(looks_like_name, names)) or (rare and all(2 <= len(name) <= 3 for name in names))


def _without_ending(building, ranges):
    for pattern in (_ORIGIN_AT_END, _JUMP_AT_END, forms.NAMES_AT_END):
        if not ranges or building.text[slice(*ranges[-1])].rstrip()[-1:] not in _CLOSING_BRACKETS:
            break
        printed = building.read(ranges)
        match = pattern.search(printed.text)
        if match is None or (pattern is forms.NAMES_AT_END and not parse_byline(match["part"])):
            continue
        ranges, ending = cut(ranges, printed.offset(match.start("part")))
        if pattern is forms.NAMES_AT_END:
            building.byline(ending)
            continue
        if pattern is _JUMP_AT_END:
            building.report.continued_on = match["page"]
        elif match["agency"] != "本报":
            building.taken_from(match["origin"] or match["agency"])
        building.mark(ending)
    return ranges
