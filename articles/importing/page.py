"""What the importer makes of a text: a ledger of spans that covers it, and the reports that stand in it."""

from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Label(StrEnum):
    """What a stretch of the raw text is."""

    TITLE = "title"
    KICKER = "kicker"
    SUBTITLE = "subtitle"
    COLUMN = "column"
    BYLINE = "byline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    MARK = "mark"
    FURNITURE = "furniture"
    UNASSIGNED = "unassigned"


class Span(NamedTuple):
    """text[start:end] is part of one printed block (a title, a paragraph, …) of one report, or of none."""

    start: int
    end: int
    label: Label
    report: int | None
    block: int


@dataclass
class Author:
    name: str
    role: str


@dataclass
class Section:
    heading: str | None
    level: int
    paragraphs: list[str] = field(default_factory=list)


@dataclass
class Photo:
    caption: str
    credit: str | None


@dataclass
class Statement:
    """Words of a person; section counts the report's sections from 0. kind is direct or indirect."""

    name: str | None
    office: str | None
    kind: str
    text: str
    section: int


@dataclass
class Finding:
    """Something that an editor should look at. code is one of the codes of the Flag model."""

    code: str
    detail: str
    start: int
    end: int
    report: int | None


@dataclass
class Report:
    """A report as read off the page. confidence: from 0 to 1, for the reasons in doubts (see confidence.DOUBTS)."""

    title: str = ""
    kicker: str | None = None
    subtitle: str | None = None
    column: str | None = None
    byline: str | None = None
    authors: list[Author] = field(default_factory=list)
    origin: str | None = None
    published: str | None = None
    event_date: str | None = None
    continued_from: str | None = None
    continued_on: str | None = None
    sections: list[Section] = field(default_factory=list)
    photos: list[Photo] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    truncated: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    confidence: float = 1.0
    doubts: list[str] = field(default_factory=list)

    def as_json(self):
        record = asdict(self)
        del record["confidence"], record["doubts"]
        record["statements"] = [
            {"speaker": {"name": s.name, "office": s.office}, "kind": s.kind, "text": s.text} for s in self.statements
        ]
        return record


@dataclass
class Page:
    """A parsed text. issued is the ISO date that the page itself prints."""

    text: str
    spans: list[Span]
    reports: list[Report]
    furniture: list[str]
    findings: list[Finding]
    newspaper: str | None = None
    page: str | None = None
    page_name: str | None = None
    issued: str | None = None

    def as_json(self, file):
        """Return the import record of this page as plain data; file is the name of the file it came from.

        A report that states no day of its own was published when its page was issued.
        """
        reports = [report.as_json() for report in self.reports]
        for report in reports:
            report["published"] = report["published"] or self.issued
        return {
            "file": file,
            "newspaper": self.newspaper,
            "page": self.page,
            "page_name": self.page_name,
            "reports": reports,
            "furniture": self.furniture,
        }
