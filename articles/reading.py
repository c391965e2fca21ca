"""A stored report made ready for reading: paragraphs with permanent addresses, and who says what in them."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from django.utils.html import conditional_escape, escape, format_html
from django.utils.safestring import SafeString, mark_safe

from articles.models import Section, Speaker, Statement

_CLOSING = re.compile(r"[”’」』＂\"]*")


@dataclass(frozen=True)
class Paragraph:
    anchor: str
    html: SafeString


@dataclass(frozen=True)
class Passage:
    """A section as it is read. `rank` is its heading's level in the page, 2 to 5; `unplaced` are statements that its
    text no longer holds."""

    section: Section
    heading: SafeString
    rank: int
    paragraphs: list[Paragraph]
    unplaced: list[Statement]


@dataclass
class Voice:
    """Somebody whom a report quotes, with the name and office as first printed in it."""

    speaker: Speaker | None
    name: str
    office: str
    statements: list[Statement] = field(default_factory=list)


@dataclass(frozen=True)
class _Span:
    """Where a statement stands; `closed` is behind the quotation marks that close it."""

    start: int
    end: int
    closed: int
    statement: Statement


def passage(section, mark=escape):
    """Return a section, whose statements are prefetched with their speakers, ready for reading.

    `mark` turns a stretch of plain text into safe HTML.
    """
    text = _lines(section.text)
    spans, unplaced = _locate(text, section.statement_set.all())
    paragraphs, start = [], 0
    for number, line in enumerate(text.split("\n") if text else [], 1):
        end = start + len(line)
        inside = [span for span in spans if span.start < end and span.end > start]
        paragraphs.append(Paragraph(f"p-{section.pk}-{number}", _marked(text, start, end, inside, mark)))
        start = end + 1
    return Passage(section, mark(section.heading), min(max(section.level, 1) + 1, 5), paragraphs, unplaced)


def voices(sections):
    """Return the people who speak in these sections, in the order in which they are first heard."""
    heard = {}
    for section in sections:
        for statement in section.statement_set.all():
            key = statement.speaker_id or (statement.name, statement.office)
            voice = Voice(statement.speaker, statement.name, statement.office)
            heard.setdefault(key, voice).statements.append(statement)
    return list(heard.values())


def lead(report):
    """Return the first paragraph of a report whose sections are prefetched; '' where it has no text."""
    return next((line for section in report.section_set.all() for line in section.paragraphs if line.strip()), "")


def byline(report, link):
    """Return the byline as printed, the contributors' names in it linked, and the contributions that it does not name.

    `link` gives the address that a name leads to; contributions are prefetched with their contributors.
    """
    contributions = report.contribution_set.all()
    names = sorted({c.contributor.name for c in contributions}, key=len, reverse=True)
    if not names:
        return conditional_escape(report.byline), []
    pieces = re.split(f"({'|'.join(map(re.escape, names))})", report.byline)
    html = [
        format_html('<a rel="author" href="{}">{}</a>', link(piece), piece) if piece in names else escape(piece)
        for piece in pieces
    ]
    return mark_safe("".join(html)), [c for c in contributions if c.contributor.name not in pieces]


def _lines(text):
    return "\n".join(line for line in text.splitlines() if line.strip())


def _locate(text, statements):
    """Find each statement in the text, each from behind where the last one begins, for they stand in order."""
    spans, unplaced, after = [], [], 0
    for statement in statements:
        words = _lines(statement.text)
        start = text.find(words, after)
        if start < 0:
            start = text.find(words)
        if words and start >= 0:
            end = start + len(words)
            spans.append(_Span(start, end, end + len(_CLOSING.match(text, end)[0]), statement))
            after = start + 1
        else:
            unplaced.append(statement)
    spans.sort(key=lambda span: (span.start, -span.end))
    return spans, unplaced


def _marked(text, start, end, spans, mark):
    """Cut text[start:end] wherever a statement begins or ends, so that overlapping ones still nest in the HTML."""
    cuts = {start, end, *(cut for span in spans for cut in (span.start, span.end, span.closed))}
    cuts = sorted(cut for cut in cuts if start <= cut <= end)
    html = []
    for left, right in pairwise(cuts):
        piece = mark(text[left:right])
        covering = [span for span in spans if span.start <= left and right <= span.end]
        for span in reversed(covering):
            piece = _quotation(span, piece, first=span.start == left)
        html.append(piece)
        html.extend(_attribution(span.statement) for span in reversed(spans) if span.closed == right)
    return mark_safe("".join(html))


def _quotation(span, html, first):
    statement = span.statement
    anchor = format_html(' id="{}"', statement.anchor) if first else ""
    return format_html('<span class="{}"{} title="{}">{}</span>', statement.kind, anchor, _who(statement), html)


def _attribution(statement):
    if statement.speaker is None:
        return ""
    address, name = statement.speaker.get_absolute_url(), statement.name or statement.speaker.name
    return format_html('<a class="voice" href="{}" title="{}">{}</a>', address, _who(statement), name)


def _who(statement):
    return f"{statement.office} {statement.name}".strip()
