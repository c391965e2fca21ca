"""Invented articles with known structure: the people, places and papers of articles.txt do not exist.

articles.txt holds records parted by lines of =. A record is `key: value` lines, a blank line, and the body: a line for
each paragraph, ## and ### before headings. Words that somebody says stand as ⟨speaker|words⟩: a quotation where a mark
opens before them, else reported speech.
"""

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

_SAID = re.compile(r"(?P<opening>[“「]?)⟨(?P<speaker>[^|⟩]+)\|(?P<words>[^⟩]+)⟩")
_MARKUP = re.compile(r"⟨[^|⟩]+\||⟩")


@dataclass(frozen=True)
class Section:
    """heading is None and level 0 for what stands before the first heading."""

    heading: str | None
    level: int
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class Photo:
    """printed is the credit line as it stands under the caption, credit the name in it; both may be empty."""

    caption: str
    printed: str
    credit: str


@dataclass(frozen=True)
class Article:
    """An article as an editor would describe it.

    byline_at tells where the byline is printed: head (a line above the body), lead (behind the mark, such as 本报讯),
    end (behind the last sentence), line (a line below the body) or credit (a picture story's photographer).
    day: month and day of the event, year left to the page. ending: the printed source below the body.
    """

    id: str
    title: str
    sections: tuple[Section, ...]
    statements: tuple[dict, ...]
    kicker: str | None = None
    subtitle: str | None = None
    column: str | None = None
    mark: str | None = None
    byline: str | None = None
    byline_at: str = "head"
    authors: tuple[dict, ...] = ()
    origin: str | None = None
    day: str | None = None
    ending: str | None = None
    continued_from: str | None = None
    truncated: bool = False
    photos: tuple[Photo, ...] = field(default=())

    @property
    def paragraphs(self):
        return [paragraph for section in self.sections for paragraph in section.paragraphs]

    def record(self, year, **changes):
        """Return the report that a perfect import makes of the article on a page of the given year (None: unknown)."""
        report = {
            "title": self.title,
            "kicker": self.kicker,
            "subtitle": self.subtitle,
            "column": self.column,
            "byline": self.byline,
            "authors": list(self.authors),
            "origin": self.origin,
            "published": None,
            "event_date": f"{year}-{self.day}" if year and self.day else None,
            "continued_from": self.continued_from,
            "continued_on": None,
            "sections": [
                {"heading": section.heading, "level": section.level, "paragraphs": list(section.paragraphs)}
                for section in self.sections
            ],
            "photos": [{"caption": photo.caption, "credit": photo.credit or None} for photo in self.photos],
            "statements": list(self.statements),
            "truncated": [self.paragraphs[-1][-14:]] if self.truncated else [],
            "marks": [mark for mark in (self.mark, self.ending) if mark],
        }
        return report | changes


@cache
def articles():
    """Return the articles of the library as {id: Article}."""
    library = Path(__file__).with_name("articles.txt").read_text(encoding="utf-8")
    read = [_article(record) for record in re.split(r"^=+\n", library, flags=re.MULTILINE)]
    return {article.id: article for article in read}


def _article(record):
    head, body = record.strip("\n").split("\n\n", 1)
    speakers, photos, authors, fields = {}, [], [], {}
    for line in head.splitlines():
        key, value = (part.strip() for part in line.split(":", 1))
        if key in ("speaker", "unnamed"):
            speaker, office = (part.strip() for part in value.split("=", 1))
            speakers[speaker] = {"name": speaker if key == "speaker" else None, "office": office or None}
        elif key == "photo":
            photos.append(Photo(*(part.strip() for part in value.split("|"))))
        elif key == "authors":
            authors = [dict(zip(("name", "role"), author.split("/"), strict=True)) for author in value.split()]
        else:
            fields[key] = value == "yes" if key == "truncated" else value
    statements = [
        {
            "speaker": speakers[said["speaker"]],
            "kind": "direct" if said["opening"] else "indirect",
            "text": said["words"],
        }
        for said in _SAID.finditer(body)
    ]
    return Article(
        sections=_sections(_MARKUP.sub("", body)),
        statements=tuple(statements),
        authors=tuple(authors),
        photos=tuple(photos),
        **fields,
    )


def _sections(body):
    sections, heading, level, paragraphs = [], None, 0, []
    for line in [*body.splitlines(), "## "]:
        hashes, _, text = line.partition(" ")
        if not hashes.strip("#"):
            if heading or paragraphs:
                sections.append(Section(heading, level, tuple(paragraphs)))
            heading, level, paragraphs = text, len(hashes) - 1, []
        else:
            paragraphs.append(line)
    return tuple(sections)
