"""Drafts to reports: each unit gets its label in the ledger, and the fields of the report are read off the units."""

import re
from dataclasses import dataclass, field

from . import forms, frame
from .dates import iso_published
from .headlines import read_headline
from .names import parse_byline, split_names
from .page import Author, Label, Photo, Report, Section
from .typography import compose
from .units import Kind

_TAIL = 14
_CLOSING = ("）", ")")
_NAMES_AT_END = re.compile(rf"(?<=[。！？”…])\s*(?P<byline>{forms.END_BYLINE.pattern})$")
_ORIGIN_AT_END = re.compile(rf"(?<=[。！？”…])\s*(?P<mark>{forms.TAKEN_FROM.pattern}|{forms.WIRE_END.pattern})$")
_CREDIT_AT_END = forms.CREDIT_AT_END
_JUMP_AT_END = re.compile(rf"(?P<mark>[（(]\s*(?:{forms.CONTINUED_ON.pattern})[）)]?)$")
_DASH_IN_TITLE = re.compile(r"(?<=\S)(?:\s+[—―─–-]{2,}|[—―─–-]{2,}(?=.{10}))\s*(?=\S{4})")
_META_VALUE_END = re.compile(r"[\s|｜]+$")


@dataclass
class Piece:
    """A printed block of the ledger: its label, its ranges in the raw text, its report's position, what it prints."""

    label: Label
    ranges: list[tuple[int, int]]
    report: int | None
    text: str


@dataclass
class Assembled:
    """A report with the pieces that it is made of; opening are its paragraphs before the first heading."""

    report: Report
    pieces: list[Piece]
    unfinished: list[Piece] = field(default_factory=list)


class Assembler:
    """Makes the Report of one draft."""

    def __init__(self, text, draft, position, behind):
        self.text = text
        self.draft = draft
        self.position = position
        self.behind = behind
        self.report = Report()
        self.pieces = []
        self.unfinished = []
        self.orphans = []
        self.noise = []
        self.dateline = None
        self.page_credit = None

    def assemble(self):
        self._headline()
        self._items()
        self._pictures()
        self.report.sections = [s for s in self.report.sections if s.heading or s.paragraphs]
        return self

    # --- the ledger

    def _piece(self, label, ranges, text=None):
        piece = Piece(label, ranges, self.position, self._print(ranges) if text is None else text)
        self.pieces.append(piece)
        return piece

    def _print(self, ranges):
        """Print with the spaces between phrases, without which paragraphs and captions are printed."""
        return compose(self.text, ranges, phrases=True).text

    # --- the headline

    def _headline(self):
        body = "".join(unit.printed(self.text).text for unit in self.draft.items if unit.kind is Kind.BODY)
        headline = read_headline(self.draft.heads, self.behind, body)
        self.orphans = headline.orphans
        report = self.report
        report.kicker = self._element(Label.KICKER, headline.kicker)
        report.title = self._element(Label.TITLE, headline.title) or ""
        dashed = len(headline.title) == 1 and _DASH_IN_TITLE.search(report.title)
        if dashed and not headline.subtitle:
            self._split_title(headline.title[0])
        else:
            subtitle = self._element(Label.SUBTITLE, headline.subtitle)
            report.subtitle = re.sub(r"^[—―─–-]+\s*", "", subtitle) if subtitle else None
        column = self._element(Label.COLUMN, headline.column)
        report.column = re.sub(r"^[【［\[〖「□■●◆★▲◎]\s*|[】］\]〗」]$", "", column) if column else None

    def _element(self, label, units):
        return " ".join(self._piece(label, unit.ranges, self._joined(unit)).text for unit in units) or None

    def _joined(self, unit):
        """Print a headline element; a kicker that was broken for want of room is joined, a title keeps its lines apart."""
        lines = [self._print([span]) for span in unit.ranges]
        wrapped = len(lines) > 1 and len(lines[0]) >= 15 and " " not in lines[0] and re.search(r"[，、]", lines[1])
        return ("" if wrapped else " ").join(lines)

    def _split_title(self, unit):
        printed = compose(self.text, unit.ranges, phrases=True)
        dash = _DASH_IN_TITLE.search(printed.text)
        at = printed.offsets[dash.start()]
        before, after = _cut(unit.ranges, at)
        self.pieces = [piece for piece in self.pieces if piece.label is not Label.TITLE]
        self._piece(Label.TITLE, before)
        self._piece(Label.SUBTITLE, after)
        self.report.title = printed.text[: dash.start()].strip()
        self.report.subtitle = printed.text[dash.end() :].strip()

    # --- the body

    def _items(self):
        levels = _levels([unit for unit in self.draft.items if unit.kind in (Kind.HEAD, Kind.SUBTITLE)])
        for unit in self.draft.items:
            if unit.kind is Kind.BODY:
                self._body(unit)
            elif unit.kind in (Kind.HEAD, Kind.SUBTITLE):
                heading = self._piece(Label.HEADING, unit.ranges, self._joined(unit))
                self.report.sections.append(Section(heading.text, levels[unit.start]))
            elif unit.kind is Kind.META:
                self._meta(unit)
            elif unit.kind in (Kind.CONTINUED_FROM, Kind.CONTINUED_ON):
                self._continuation(unit)
            elif unit.kind is Kind.PAGE_CREDIT:
                self._page_credit(unit)
            elif unit.kind is Kind.CREDIT or (unit.kind is Kind.BYLINE and unit.picture is not None):
                self._byline(unit.ranges, "摄影")
            else:
                self._end_or_byline(unit)

    def _section(self):
        if not self.report.sections:
            self.report.sections.append(Section(None, 0))
        return self.report.sections[-1]

    def _body(self, unit):
        ranges, unfinished = unit.ranges, not unit.closed
        if unit.lead:
            ranges = self._lead(ranges)
        for pattern in (_ORIGIN_AT_END, _JUMP_AT_END, _NAMES_AT_END):
            if ranges and self.text[ranges[-1][0] : ranges[-1][1]].rstrip()[-1:] in _CLOSING:
                ranges = self._ending(ranges, pattern)
        if unit.picture is not None:
            ranges, credit = self._credit_at_end(ranges)
            if credit:
                self._byline(credit, "摄影")
        if not ranges:
            return
        piece = self._piece(Label.PARAGRAPH, ranges, compose(self.text, ranges).text)
        self._section().paragraphs.append(piece.text)
        if unfinished:
            self.report.truncated.append(piece.text[-_TAIL:])
            self.unfinished.append(piece)

    def _lead(self, ranges):
        printed = compose(self.text, ranges, phrases=True)
        match = forms.LEAD.match(printed.text) or forms.DATELINE.match(printed.text)
        if match is None:
            return ranges
        groups = match.groupdict()
        self.dateline = match["mark"]
        if groups.get("agency") and groups["agency"] != "本报":
            self.report.origin = self.report.origin or groups["agency"]
        end = match.end("byline") if match["byline"] else match.end("mark")
        byline_at = printed.offsets[match.start("byline")] if match["byline"] else None
        whole = end >= len(printed.text)
        head, tail = (ranges, []) if whole else _cut(ranges, printed.offsets[_skip(printed.text, end)])
        if byline_at is None:
            self._mark(head)
        else:
            mark, byline = _cut(head, byline_at)
            self._mark(mark)
            self._byline(byline)
        return tail

    def _ending(self, ranges, pattern):
        printed = compose(self.text, ranges, phrases=True)
        match = pattern.search(printed.text)
        if match is None:
            return ranges
        start = match.start("byline" if "byline" in match.groupdict() else "mark")
        before, after = _cut(ranges, printed.offsets[start])
        if pattern is _NAMES_AT_END:
            if not parse_byline(match["byline"]):
                return ranges
            self._byline(after)
        else:
            if pattern is _JUMP_AT_END:
                self.report.continued_on = match["page"]
            else:
                self.report.origin = self.report.origin or match["origin"] or match["agency"]
            self._mark(after)
        return before

    def _mark(self, ranges):
        self.report.marks.append(self._piece(Label.MARK, ranges).text)

    def _byline(self, ranges, role=""):
        printed = self._print(ranges)
        if self.report.byline is None:
            self.report.byline = self._piece(Label.BYLINE, ranges, printed).text
        else:
            self._mark(ranges)
        known = {author.name for author in self.report.authors}
        if role == "摄影":
            credit = forms.CREDIT.fullmatch(printed)
            names = credit and (credit["name"] or credit["reporter"] or credit["after"])
            found = [Author(name, role) for name in split_names(names)] if names else []
        else:
            found = parse_byline(printed)
        self.report.authors += [author for author in found if author.name not in known]

    def _end_or_byline(self, unit):
        text = unit.printed(self.text, phrases=True).text
        origin = forms.TAKEN_FROM.fullmatch(text) or forms.WIRE_END.fullmatch(text)
        if origin:
            groups = origin.groupdict()
            self.report.origin = self.report.origin or groups.get("origin") or groups.get("agency")
            self._mark(unit.ranges)
        else:
            self._byline(unit.ranges)

    def _continuation(self, unit):
        text = unit.printed(self.text).text
        back = forms.CONTINUED_FROM.fullmatch(text)
        if back:
            self.report.continued_from = back["page"]
        else:
            self.report.continued_on = forms.CONTINUED_ON.fullmatch(text)["page"]
        self._mark(unit.ranges)

    def _page_credit(self, unit):
        """本版图片均由…摄: whose pictures all those of the page are that name nobody else."""
        match = forms.PAGE_CREDIT.fullmatch(unit.printed(self.text, phrases=True).text)
        self.page_credit = match["name"]
        self._mark(unit.ranges)

    def _credit_at_end(self, ranges):
        """Return (ranges without a credit at their end, those of the credit or None)."""
        printed = compose(self.text, ranges, phrases=True)
        match = _CREDIT_AT_END.search(printed.text)
        if match is None:
            return ranges, None
        return _cut(ranges, printed.offsets[match.start("mark")])

    def _meta(self, unit):
        """Read the row of a web page: when and where it appeared is a mark of the report, its buttons are furniture."""
        start, end = unit.ranges[0][0], unit.ranges[-1][1]
        raw = self.text[start:end]
        cuts = sorted({0, *(key.start() for key in frame.META_KEY.finditer(raw) if _starts_word(raw, key.start()))})
        for at, until in zip(cuts, [*cuts[1:], len(raw)], strict=True):
            ranges = _clipped(unit.ranges, start + at, start + until)
            key = frame.META_KEY.match(raw, at)
            if key and key["noise"]:
                self.noise.append(Piece(Label.FURNITURE, ranges, None, self._print(ranges)))
                continue
            value = _META_VALUE_END.sub("", raw[key.end() if key else at : until]).strip()
            name = key["key"] if key else ""
            if name.endswith("来源") and value:
                self.report.origin = value
            elif name.endswith("作者") and self.report.byline is None:
                self._byline(ranges)
                continue
            if name != "原标题":
                self.report.published = self.report.published or iso_published(value)
            self._mark(ranges)

    # --- pictures

    def _pictures(self):
        captions, number = [], None
        for unit in [*self.draft.pictures, None]:
            if captions and (unit is None or unit.picture != number):
                self._photo(captions, None)
                captions = []
            if unit is None:
                break
            number = unit.picture
            if unit.kind is Kind.CAPTION:
                captions.append(unit)
            else:
                self._photo(captions, unit)
                captions = []

    def _photo(self, captions, credit):
        ranges = [span for unit in captions for span in unit.ranges]
        credited = credit.ranges if credit is not None else None
        if ranges and credited is None:
            ranges, credited = self._credit_at_end(ranges)
        name = self.page_credit
        if credited:
            match = forms.CREDIT.fullmatch(self._print(credited))
            name = match and (match["name"] or match["reporter"] or match["after"] or match["credit"])
            self._mark(credited)
        if ranges:
            caption = self._piece(Label.CAPTION, ranges, compose(self.text, ranges).text)
            self.report.photos.append(Photo(caption.text, name or None))


def _cut(ranges, at):
    """Cut ranges in two at an offset of the raw text."""
    before = [(start, min(end, at)) for start, end in ranges if start < at]
    after = [(max(start, at), end) for start, end in ranges if end > at]
    return before, after


def _clipped(ranges, start, end):
    """Return the parts of ranges that lie between two offsets."""
    return [(max(a, start), min(b, end)) for a, b in ranges if a < end and b > start]


def _starts_word(raw, at):
    return at == 0 or not raw[at - 1].isalnum()


def _skip(text, at):
    while at < len(text) - 1 and text[at] == " ":
        at += 1
    return at


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
