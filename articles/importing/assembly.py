"""Drafts to reports: the fields of a report are read off its units."""

import re
from dataclasses import replace

from . import forms
from .bodies import split_credit, write_body
from .building import Building, credited
from .headlines import read_headline
from .ledger import cut
from .page import Label, Photo, Section
from .typography import HAN, compose
from .units import Kind
from .webrows import write_row

# So many letters at most are on the lines of a narrow column.
_NARROW, _SELDOM = 30, 8
_DASH = re.compile("[—―─–-]")
_DASH_IN_TITLE = re.compile(r"(?<=\S)(?:\s+[—―─–-]{2,}|[—―─–-]{2,}(?=.{10}))\s*(?=\S{4})")
_COLUMN_SIGNS = re.compile(r"^[【［\[〖「□■●◆★▲◎·]\s*|\s*[】］\]〗」|｜·]$")
_IN_BRACKETS = re.compile("[（(]([^（()）]+)[）)]")
_COLUMN_BEFORE = re.compile(r"(?:【[^】]{2,12}】|[^\s|｜丨，]{2,10}\s*[|｜丨])\s*(?=\S{4})")
# 某某某（经济聚焦·某某）, but neither a part of a text nor what kind of text it is.
_COLUMN_BEHIND = re.compile(
    rf"(?<=\S{{4}})[（(](?=[{HAN}·“”]{{2,14}}[）)])[^（()）]+(?<![试暂施先]行)(?<![稿案版订要文选图频表名单续篇首则日摘一二三四五六七八九十上中下])[）)]$"
)
_COLUMN_HINT = re.compile("[【|｜丨（(]")
# A Han letter that stands for the bar behind the name of a column.
_STROKE = "丨"
_LEADING_DASH = re.compile(r"^[—―─–⸺-]+\s*")


def assemble(text, folded, draft, position):
    """Return (the Building of a draft's report, headline units that belong to no report of the page).

    folded: the text in simplified letters.
    """
    building = Building(text, folded, position)
    building.doubts += draft.doubts
    orphans = _write_headline(building, draft)
    levels = _levels([unit for unit in draft.items if unit.kind in (Kind.HEAD, Kind.SUBTITLE)])
    for unit in draft.items:
        if unit.kind in (Kind.HEAD, Kind.SUBTITLE):
            heading = building.enter(Label.HEADING, unit.ranges, _joined(building, unit))
            building.report.sections.append(Section(heading.text, levels[unit.start]))
        else:
            _WRITERS.get(unit.kind, _write_author_line)(building, unit)
    if building.row_author:
        building.byline(building.row_author)
    for captions, credit in _pictures(draft.pictures):
        _write_photo(building, captions, credit)
    return building, orphans


def _write_headline(building, draft):
    behind = bool(draft.heads) and bool(draft.items) and draft.heads[0].start > draft.items[0].start
    body = "".join(unit.paragraph(building.folded) for unit in draft.items if unit.kind is Kind.BODY)
    headline = read_headline(draft.heads, behind, body, _is_narrow(draft.items))
    report = building.report
    building.doubts += headline.doubts
    if len(headline.title) == 1 and not headline.column:
        headline.title, headline.column = _cut_column(building, headline.title[0])
    if len(headline.kicker) == 1 and not headline.column:
        headline.kicker, headline.column = _cut_column(building, headline.kicker[0])
    report.kicker = _write_element(building, Label.KICKER, headline.kicker)
    if len(headline.title) == 1 and not headline.subtitle and _write_dashed_title(building, headline.title[0]):
        pass
    else:
        report.title = _write_element(building, Label.TITLE, headline.title) or ""
        subtitle = _write_element(building, Label.SUBTITLE, headline.subtitle)
        report.subtitle = _LEADING_DASH.sub("", subtitle) if subtitle else None
    column = _write_element(building, Label.COLUMN, [_without_label(building, unit) for unit in headline.column])
    if column:
        bracketed = _IN_BRACKETS.fullmatch(column)
        report.column = bracketed[1] if bracketed else _COLUMN_SIGNS.sub("", column)
    return headline.orphans


def _is_narrow(units):
    """Tell whether the paragraphs are broken into the short lines of a narrow column."""
    paragraphs = [unit.lines for unit in units if unit.kind is Kind.BODY]
    broken = any(len(lines) > 1 for lines in paragraphs)
    widths = [len(line) for lines in paragraphs for line in lines] if broken else []
    # A line of many figures holds more of them.
    return broken and _SELDOM * sum(width > _NARROW for width in widths) <= len(widths)


def _without_label(building, unit):
    """Enter the label before the name of a column, or a stroke behind it, as a mark; return the unit without it."""
    printed = building.read(unit.ranges)
    if len(printed.text) > 1 and printed.text.endswith(_STROKE):
        ranges, stroke = cut(unit.ranges, printed.offset(len(printed.text) - 1))
        building.mark(stroke)
        return replace(unit, ranges=ranges)
    label = forms.LABELLED_COLUMN.fullmatch(printed.text)
    if label is None:
        return unit
    before, after = cut(unit.ranges, printed.offset(label.start("name")))
    building.mark(before)
    return replace(unit, ranges=after)


def _cut_column(building, unit):
    """Return (the title, the column that stands in brackets before or behind it on its line), each a list of units."""
    if not _COLUMN_HINT.search("".join(unit.lines)):
        return [unit], []
    printed = building.read(unit.ranges)
    column = _COLUMN_BEFORE.match(printed.text)
    if column:
        before, after = cut(unit.ranges, printed.offset(column.end()))
        return [replace(unit, ranges=after)], [replace(unit, ranges=before)]
    column = _COLUMN_BEHIND.search(printed.text)
    if column is None:
        return [unit], []
    before, after = cut(unit.ranges, printed.offset(column.start()))
    return [replace(unit, ranges=before)], [replace(unit, ranges=after)]


def _write_element(building, label, units):
    return " ".join(building.enter(label, unit.ranges, _joined(building, unit)).text for unit in units) or None


def _joined(building, unit):
    """Print a headline element: a kicker that was broken for want of room is joined, a title keeps its lines apart."""
    lines = [building.printed([span]) for span in unit.ranges]
    if len(lines) == 1:
        return lines[0]
    wrapped = unit.wrapped or (len(lines[0]) >= 15 and " " not in lines[0] and re.search(r"[，、]", lines[1]))
    return ("" if wrapped or len(lines[-1]) <= 2 else " ").join(lines)


def _write_dashed_title(building, unit):
    """Write a title and a subtitle that stand on one line, parted by a dash; tell whether the line is of that form."""
    if not _DASH.search("".join(unit.lines)):
        return False
    printed = building.read(unit.ranges)
    dash = _DASH_IN_TITLE.search(printed.text)
    if dash is None:
        return False
    before, after = cut(unit.ranges, printed.offset(dash.start()))
    building.report.title = building.enter(Label.TITLE, before).text
    building.report.subtitle = _LEADING_DASH.sub("", building.enter(Label.SUBTITLE, after).text)
    return True


def _write_author_line(building, unit):
    """A byline, or the line behind a body that says who wrote it or where it was taken from."""
    text = building.read(unit.ranges).text
    origin = forms.TAKEN_FROM.fullmatch(text) or forms.WIRE_END.fullmatch(text)
    if origin:
        groups = origin.groupdict()
        if groups.get("agency") != "本报":
            building.taken_from(groups.get("origin") or groups.get("agency"))
        building.mark(unit.ranges)
    elif unit.picture is not None:
        building.photographer(unit.ranges)
    elif forms.NOTE.fullmatch(text):
        building.mark(unit.ranges)
    else:
        building.byline(unit.ranges)


def _write_credit(building, unit):
    building.photographer(unit.ranges)


def _write_continued_from(building, unit):
    building.report.continued_from = forms.CONTINUED_FROM.fullmatch(unit.paragraph(building.folded))["page"]
    building.mark(unit.ranges)


def _write_continued_on(building, unit):
    building.report.continued_on = forms.CONTINUED_ON.fullmatch(unit.paragraph(building.folded))["page"]
    building.mark(unit.ranges)


def _write_page_credit(building, unit):
    match = forms.PAGE_CREDIT.fullmatch(building.read(unit.ranges).text)
    building.page_credit = match["name"] or match["taker"] or match["lender"]
    building.mark(unit.ranges)


_WRITERS = {
    Kind.BODY: write_body,
    Kind.META: write_row,
    Kind.CREDIT: _write_credit,
    Kind.PAGE_CREDIT: _write_page_credit,
    Kind.CONTINUED_FROM: _write_continued_from,
    Kind.CONTINUED_ON: _write_continued_on,
}


def _pictures(units):
    """Yield (units of a caption, unit of its credit or None) for each picture."""
    captions = []
    for unit in units:
        if captions and unit.picture != captions[-1].picture:
            yield captions, None
            captions = []
        if unit.kind is Kind.CAPTION:
            captions.append(unit)
        else:
            yield captions, unit
            captions = []
    if captions:
        yield captions, None


def _write_photo(building, captions, credit):
    ranges = [span for unit in captions for span in unit.ranges]
    credit_ranges = credit.ranges if credit is not None else None
    if ranges and credit_ranges is None:
        ranges, credit_ranges = split_credit(building, ranges)
    name = building.page_credit
    if credit_ranges:
        printed = building.read(credit_ranges).text
        name = credited(printed) or printed.strip("（）()")
        building.mark(credit_ranges)
    if ranges:
        caption = building.enter(Label.CAPTION, ranges, compose(building.text, ranges))
        building.report.photos.append(Photo(caption.text, name))


def _levels(heads):
    """Return {start of a heading: its level} by its Markdown level, else by its kind of numbering."""
    marked = sorted({unit.hashes for unit in heads if unit.hashes})
    kinds = sorted({_numbering(unit) for unit in heads if not unit.hashes})
    return {
        unit.start: (marked.index(unit.hashes) if unit.hashes else kinds.index(_numbering(unit))) + 1 for unit in heads
    }


def _numbering(unit):
    match = forms.NUMBERED.match(unit.lines[0])
    return forms.NUMBERING_RANK.index(match.lastgroup) if match else -1
