"""The order of the steps: text -> lines -> units -> drafts -> reports -> page."""

from .assembly import Assembler, Piece
from .dates import event_date, page_year
from .forms import Form
from .frame import read_header
from .layout import lay_out
from .lines import split_lines
from .page import Finding, Label, Page, Span
from .segmentation import segment
from .statements import find_statements, quotations
from .typography import compose
from .units import Kind


def parse(text):
    """Return the Page of a decoded text. Raises ValueError where the text holds nothing printable."""
    lines = split_lines(text)
    if not lines:
        raise ValueError("the text holds nothing printable")
    segmentation = segment(text, lay_out(lines))
    pieces = [_loose(text, Label.FURNITURE, unit) for unit in segmentation.frame]
    findings = []
    orphans = list(segmentation.orphans)
    assembled = []
    for position, draft in enumerate(sorted(segmentation.drafts, key=_first_offset)):
        behind = bool(draft.heads) and bool(draft.items) and draft.heads[0].start > draft.items[0].start
        one = Assembler(text, draft, position, behind).assemble()
        assembled.append(one)
        pieces += one.pieces + one.noise
        orphans += one.orphans
    for unit in orphans:
        is_headline = unit.kind in (Kind.HEAD, Kind.SUBTITLE)
        pieces.append(_loose(text, Label.FURNITURE if is_headline else Label.UNASSIGNED, unit))
        if is_headline:
            findings.append(_finding("headline_without_report", text, unit.ranges, None))
    page = Page(text, _ledger(text, pieces), [one.report for one in assembled], [], findings)
    _read_frame(page, text, segmentation.frame)
    loose = sorted((piece for piece in pieces if piece.report is None), key=lambda piece: piece.ranges[0][0])
    page.furniture = [piece.text for piece in loose]
    _read_dates(page, assembled)
    for position, one in enumerate(assembled):
        _read_statements(page, position, one)
        _examine(page, position, one)
    for piece in pieces:
        if piece.label is Label.UNASSIGNED:
            page.findings.append(_finding("unassigned", text, piece.ranges, None))
    _assert_partition(page)
    return page


def _loose(text, label, unit):
    return Piece(label, unit.ranges, None, unit.printed(text, phrases=True).text)


def _first_offset(draft):
    return min(unit.start for unit in [*draft.heads, *draft.items])


def _finding(code, text, ranges, report):
    return Finding(code, compose(text, ranges).text[:80], ranges[0][0], ranges[-1][1], report)


def _ledger(text, pieces):
    """Return spans that cover the text: white space between two blocks counts to the one before it."""
    cuts = []
    for number, piece in enumerate(sorted(pieces, key=lambda piece: piece.ranges[0][0])):
        cuts += [(start, piece.label, piece.report, number) for start, _ in piece.ranges]
    cuts.sort()
    ends = [start for start, *_ in cuts[1:]] + [len(text)]
    starts = [0] + [start for start, *_ in cuts[1:]]
    return [
        Span(start, end, label, report, block)
        for start, end, (_, label, report, block) in zip(starts, ends, cuts, strict=True)
    ]


def _assert_partition(page):
    at = 0
    for span in page.spans:
        if span.start != at or span.end <= at:
            raise AssertionError(f"the spans do not cover the text at character {at}")
        at = span.end
    if at != len(page.text):
        raise AssertionError(f"the spans end at character {at} of {len(page.text)}")


def _read_frame(page, text, frame):
    for unit in sorted(frame, key=lambda unit: unit.start):
        if unit.form is Form.PAGE_NAME:
            page.page_name = page.page_name or unit.lines[0]
        elif unit.form is Form.PAGE_HEADER:
            start, end = unit.ranges[0]
            header = read_header(text[start:end], at_edge=True)
            page.newspaper = page.newspaper or header.newspaper
            page.page = page.page or header.page
            page.page_name = page.page_name or header.page_name
            page.issued = page.issued or header.issued


def _read_dates(page, assembled):
    paragraphs = [p for report in page.reports for section in report.sections for p in section.paragraphs]
    titles = [t for report in page.reports for t in (report.kicker, report.title, report.subtitle) if t]
    stated = [stated for stated in (page.issued, *(report.published for report in page.reports)) if stated]
    year = page_year([*titles, *paragraphs], stated)
    for one in assembled:
        report = one.report
        report.published = report.published or page.issued
        if report.sections and report.sections[0].heading is None:
            lead = report.sections[0].paragraphs
            report.event_date = event_date(lead, year, report.published, one.dateline)


def _read_statements(page, position, one):
    report = one.report
    report.statements, unattributed = find_statements([section.paragraphs for section in report.sections])
    for paragraph in unattributed:
        page.findings.append(_finding_in(page, "speaker_unknown", paragraph, position, one))


def _finding_in(page, code, paragraph, position, one):
    for piece in one.pieces:
        if piece.label is Label.PARAGRAPH and piece.text == paragraph:
            return _finding(code, page.text, piece.ranges, position)
    raise LookupError(paragraph)


def _examine(page, position, one):
    report, text = one.report, page.text
    whole = [piece.ranges for piece in one.pieces]
    first = [min(ranges for ranges in whole)[0]] if whole else []
    if not report.title:
        page.findings.append(_finding("no_title", text, first, position))
    for piece in one.unfinished:
        page.findings.append(_finding("truncated", text, [piece.ranges[-1]], position))
    for piece in one.pieces:
        if piece.label in (Label.PARAGRAPH, Label.HEADING, Label.TITLE):
            printed = piece.text
            runs = quotations(printed)
            if printed.count("“") != printed.count("”") or any(not run.closed for run in runs):
                page.findings.append(_finding("unbalanced_quotation", text, piece.ranges, position))
    if report.continued_from or report.continued_on:
        page.findings.append(_finding("continuation", text, first, position))
