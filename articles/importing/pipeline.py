"""The order of the steps: text -> lines -> units -> drafts -> reports -> page."""

from .assembly import assemble
from .confidence import confidence_of, doubts_of
from .cuts import whole_lines
from .dates import event_date, iso_published, page_year
from .findings import about, findings_of
from .forms import EDITORS_NOTE, OCCASION, Form
from .frame import read_header
from .layout import lay_out
from .ledger import Piece, assert_complete, assert_cover, spans_of, without
from .lines import split_lines
from .markup import mask_markup
from .page import Label, Page
from .script import restored, simplified
from .segmentation import segment
from .statements import read_statements


def parse(text):
    """Return the Page of a decoded text. Raises ValueError where the text holds nothing printable."""
    plain, markup = mask_markup(text)
    folded = simplified(plain)
    lines = whole_lines(split_lines(folded))
    if not lines and not markup:
        raise ValueError("the text holds nothing printable")
    segmentation = segment(folded, lay_out(lines))
    buildings, orphans = [], list(segmentation.orphans)
    for position, draft in enumerate(sorted(segmentation.drafts, key=lambda draft: draft.start)):
        building, strangers = assemble(plain, folded, draft, position)
        buildings.append(building)
        orphans += strangers
    headlines = [_loose(plain, Label.FURNITURE, unit) for unit in orphans]
    unassigned = [_loose(plain, Label.UNASSIGNED, unit) for unit in segmentation.unassigned]
    frame = [_loose(plain, Label.FURNITURE, unit) for unit in segmentation.frame]
    frame += [piece for building in buildings for piece in building.noise]
    pieces = [*headlines, *unassigned, *frame, *(piece for building in buildings for piece in building.pieces)]
    assert_complete(lines, pieces)
    if markup:
        without(pieces, markup)
        pieces += [Piece(Label.FURNITURE, [span], None, text[slice(*span)]) for span in markup]
    spans = spans_of(text, pieces)
    assert_cover(text, spans)
    loose = sorted((piece for piece in pieces if piece.report is None), key=lambda piece: piece.start)
    page = Page(text, spans, [building.report for building in buildings], [piece.text for piece in loose], [])
    _read_frame(page, folded, segmentation.frame)
    _read_dates(page, buildings)
    page.findings += [about("headline_without_report", piece) for piece in headlines]
    page.findings += [about("unassigned", piece) for piece in unassigned]
    for building in buildings:
        report = building.report
        headline = [text for text in (report.kicker, report.title, report.subtitle) if text]
        report.statements, unattributed = read_statements(report.sections, headline, folded is not plain)
        findings = list(findings_of(building, unattributed))
        page.findings += findings
        report.doubts = doubts_of(building, findings)
        report.confidence = confidence_of(report.doubts)
    if folded is not plain:
        _restore(page, folded, plain)
    return page


def _restore(page, folded, plain):
    """Give the names that were read in simplified letters the letters in which the page prints them."""
    page.newspaper = restored(page.newspaper, folded, plain)
    page.page_name = restored(page.page_name, folded, plain)
    for report in page.reports:
        report.origin = restored(report.origin, folded, plain)
        for author in report.authors:
            author.name = restored(author.name, folded, plain)
        for photo in report.photos:
            photo.credit = restored(photo.credit, folded, plain)


def _loose(text, label, unit):
    return Piece(label, unit.ranges, None, unit.printed(text))


def _read_frame(page, text, frame):
    for unit in sorted(frame, key=lambda unit: unit.start):
        if unit.form is Form.PAGE_NAME:
            page.page_name = page.page_name or unit.lines[0].replace(" ", "")
        elif unit.form is Form.PAGE_HEADER:
            header = read_header(text[slice(*unit.ranges[0])], at_edge=True)
            page.newspaper = page.newspaper or header.newspaper
            page.page = page.page or header.page
            page.page_name = page.page_name or header.page_name
            page.issued = page.issued or header.issued


def _read_dates(page, buildings):
    """Read when each report was published and when what it reports happened, by the evidence of the page."""
    printed = [text for report in page.reports for text in (report.kicker, report.title, report.subtitle) if text]
    printed += [text for report in page.reports for section in report.sections for text in section.paragraphs]
    stated = [stated for stated in (page.issued, *(report.published for report in page.reports)) if stated]
    year = page_year(printed, stated)
    for building in buildings:
        report = building.report
        if report.sections and report.sections[0].heading is None:
            lead = [text for text in report.sections[0].paragraphs if not EDITORS_NOTE.match(text)]
            report.event_date = event_date(lead, year, report.published or page.issued, building.dateline)
        occasion = report.subtitle and OCCASION.fullmatch(report.subtitle)
        report.event_date = report.event_date or (iso_published(report.subtitle) if occasion else None)
