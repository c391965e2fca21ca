"""Raw bytes to what the archive writes: all that is slow and needs no database, so that any process can do it."""

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from articles.importing import VERSION, decode, parse
from articles.importing.page import Finding
from articles.keywords import keywords

# The fields of a report that are plain text.
TEXTS = ("title", "kicker", "subtitle", "column", "byline", "origin", "continued_from", "continued_on")


@dataclass(frozen=True)
class PreparedReport:
    """content is in the form of articles.snapshots.snapshot; confidence and doubts are those of the parsed report."""

    content: dict
    confidence: float
    doubts: list[str]


@dataclass(frozen=True)
class Prepared:
    """One file, ready to be written. head: the fields of its Source that are read off the page; spans: its ledger."""

    raw: bytes
    sha256: str
    encoding: str
    importer_version: str
    head: dict
    spans: list[list]
    reports: list[PreparedReport]
    findings: list[Finding]


def prepare(raw):
    """Return the Prepared of a file's bytes. Raises articles.importing.Unreadable where they are no text."""
    text, encoding = decode(raw)
    page = parse(text)
    return Prepared(
        raw,
        digest(raw),
        encoding,
        VERSION,
        {
            "newspaper": page.newspaper or "",
            "page": page.page or "",
            "page_name": page.page_name or "",
            "issued_on": date.fromisoformat(page.issued) if page.issued else None,
        },
        [list(span) for span in page.spans],
        [PreparedReport(_content_of(report), report.confidence, report.doubts) for report in page.reports],
        page.findings,
    )


def prepare_file(path):
    """Return the Prepared of a file. Raises OSError where it cannot be read, and what prepare raises."""
    return prepare(Path(path).read_bytes())


def record_of(file):
    """Return the import record of a file, given as (path, file name). Raises what prepare_file raises."""
    path, name = file
    text, _encoding = decode(Path(path).read_bytes())
    return parse(text).as_json(name)


def digest(raw):
    """Return the name that bytes have in the archive: their SHA-256 in hexadecimal."""
    return hashlib.sha256(raw).hexdigest()


def _content_of(parsed):
    day, _, clock = (parsed.published or "").partition("T")
    authors = {(author.name, author.role): author for author in parsed.authors}.values()
    content = {
        **{name: getattr(parsed, name) or "" for name in TEXTS},
        "authors": [{"name": author.name, "role": author.role} for author in authors],
        "published_on": day,
        "published_time": clock,
        "event_date": parsed.event_date or "",
        "sections": [
            {
                "heading": section.heading or "",
                "level": section.level,
                "paragraphs": section.paragraphs,
                "statements": [
                    {"name": said.name or "", "office": said.office or "", "kind": said.kind, "text": said.text}
                    for said in parsed.statements
                    if said.section == number
                ],
            }
            for number, section in enumerate(parsed.sections)
        ],
        "photos": [{"caption": photo.caption, "credit": photo.credit or ""} for photo in parsed.photos],
    }
    return {**content, "keywords": _keywords(content)}


def _keywords(content):
    """Return the words that mark a report, without pieces of people's names, which a segmenter takes for words."""
    names = {author["name"] for author in content["authors"]}
    names |= {said["name"] for section in content["sections"] for said in section["statements"]}
    return [word for word in keywords(_reading_text(content)) if not any(word in name for name in names)]


def _reading_text(content):
    lines = [content["kicker"], content["title"], content["subtitle"]]
    for section in content["sections"]:
        lines += [section["heading"], *section["paragraphs"]]
    return "\n".join(lines)
