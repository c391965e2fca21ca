"""A stored report made ready for reading: paragraphs with permanent addresses, and who says what in them."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from articles.models import Section, Speaker, Statement
from articles.search import Query, found, highlight

_NOTHING = Query()
_CLOSING = re.compile(r"[”’」』＂\"]*")
_REST_OF_SENTENCE = re.compile(r"[^。！？；“\n]*")
_ENDS_OF_SENTENCES = "。！？；”\n"
_ENDED = re.compile(r"[。！？…][”’」』）]*\Z")
_SIGN = re.compile(r"(?<!\S)[□■]\s*")


@dataclass(frozen=True)
class Paragraph:
    """`broken`: the source breaks off inside it."""

    anchor: str
    html: SafeString
    broken: bool = False


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
    """Where a statement stands; `closed` is behind the quotation marks that close it, `name` where its own sentence
    prints who speaks, or None."""

    start: int
    end: int
    closed: int
    statement: Statement
    name: tuple[int, int] | None


def passage(section, query=_NOTHING, broken=()):
    """Return a section, whose statements are prefetched with their speakers, ready for reading.

    `query` is marked where it stands; `broken` is a tuple of how paragraphs begin inside which the source breaks off:
    those that an editor has since completed end as a sentence does.
    """
    text = _lines(section.text)
    spans, unplaced = _locate(text, section.statement_set.all())
    paragraphs, start = [], 0
    for number, line in enumerate(text.split("\n") if text else [], 1):
        end = start + len(line)
        inside = [span for span in spans if span.start < end and span.end > start]
        hits = [(start + left, start + right) for left, right in found(line, query)]
        html = _marked(text, start, end, inside, hits)
        stops = line.startswith(broken) and not _ENDED.search(line)
        paragraphs.append(Paragraph(f"p-{section.pk}-{number}", html, stops))
        start = end + 1
    heading = highlight(section.heading, query)
    return Passage(section, heading, min(max(section.level, 1) + 1, 5), paragraphs, unplaced)


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
        return _without_sign(escape(report.byline)), []
    pieces = re.split(f"({'|'.join(map(re.escape, names))})", report.byline)
    html = [
        format_html('<a rel="author" href="{}">{}</a>', link(piece), piece) if piece in names else escape(piece)
        for piece in pieces
    ]
    return _without_sign("".join(html)), [c for c in contributions if c.contributor.name not in pieces]


def _without_sign(html):
    """Keep the printer's sign before an author, but do not show it."""
    return mark_safe(_SIGN.sub(r"<span hidden>\g<0></span>", html))


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
            closed = _CLOSING.match(text, end).end()
            spans.append(_Span(start, end, closed, statement, _name_printed(text, start, closed, statement)))
            after = start + 1
        else:
            unplaced.append(statement)
    spans.sort(key=lambda span: (span.start, -span.end))
    return spans, unplaced


def _name_printed(text, start, closed, statement):
    """Return where the sentence around a statement prints its speaker's name, behind it or before it, or None."""
    name = statement.speaker and _name(statement)
    if not name:
        return None
    at = text.find(name, closed, _REST_OF_SENTENCE.match(text, closed).end())
    if at < 0:
        begins = max(text.rfind(end, 0, start) for end in _ENDS_OF_SENTENCES) + 1
        at = text.rfind(name, begins, start)
    return None if at < 0 else (at, at + len(name))


def _marked(text, start, end, spans, hits):
    """Cut text[start:end] wherever a statement, a name or a hit begins or ends, so that all nest in the HTML."""
    cuts = {start, end, *(cut for hit in hits for cut in hit)}
    cuts.update(cut for span in spans for cut in (span.start, span.end, span.closed, *(span.name or ())))
    cuts = sorted(cut for cut in cuts if start <= cut <= end)
    html = []
    for left, right in pairwise(cuts):
        piece = escape(text[left:right])
        if any(begins <= left and right <= ends for begins, ends in hits):
            piece = format_html("<mark>{}</mark>", piece)
        named = next((span for span in spans if span.name and span.name[0] <= left and right <= span.name[1]), None)
        if named:
            piece = _link(named.statement, "named", piece)
        covering = [span for span in spans if span.start <= left and right <= span.end]
        for span in reversed(covering):
            piece = _quotation(span, piece, first=span.start == left)
        html.append(piece)
        unnamed = (span.statement for span in reversed(spans) if span.closed == right and not span.name)
        html.extend(_link(statement, "voice", _name(statement)) for statement in unnamed if statement.speaker)
    return mark_safe("".join(html))


def _quotation(span, html, first):
    statement = span.statement
    anchor = format_html(' id="{}"', statement.anchor) if first else ""
    return format_html('<span class="{}"{} title="{}">{}</span>', statement.kind, anchor, _who(statement), html)


def _link(statement, css_class, text):
    address = statement.speaker.get_absolute_url()
    return format_html('<a class="{}" href="{}" title="{}">{}</a>', css_class, address, _who(statement), text)


def _name(statement):
    return statement.name or statement.speaker.name


def _who(statement):
    return f"{statement.office} {statement.name}".strip()
