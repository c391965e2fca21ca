"""Drafts of reports, and what the units of a page say of where one begins."""

from dataclasses import dataclass, field

from .forms import LABELLED_COLUMN, LEAD, NAMES_AT_END, NUMBERED, Form, ends_with_jump
from .names import parse_byline
from .units import Kind, Unit

HEADLINE = (Kind.HEAD, Kind.SUBTITLE)


@dataclass
class Draft:
    """The units of one report: its headline elements as printed, the rest in reading order, and its pictures.

    doubts: decisions about its borders that could well have gone the other way.
    """

    heads: list[Unit] = field(default_factory=list)
    items: list[Unit] = field(default_factory=list)
    pictures: list[Unit] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    _has_body: bool = field(default=False, repr=False)
    _looked_at: int = field(default=0, repr=False)

    @property
    def start(self):
        return min(unit.start for unit in self.items)

    @property
    def has_body(self):
        while not self._has_body and self._looked_at < len(self.items):
            self._has_body = self.items[self._looked_at].kind is Kind.BODY
            self._looked_at += 1
        return self._has_body

    @property
    def is_complete(self):
        """An end mark has closed it: a wire credit, the paper it was taken from, the authors, whose pictures."""
        if not self.has_body:
            return False
        last = self.items[-1]
        if last.kind in (Kind.END, Kind.CONTINUED_ON, Kind.PAGE_CREDIT) or last.form is Form.CREDIT:
            return True
        return last.kind is Kind.BODY and (bool(signature(last)) or ends_with_jump(last.lines[-1]))


@dataclass
class Segmentation:
    """The drafts of a page, the units of its frame, headlines whose report is not on it, and what is left over."""

    drafts: list[Draft]
    frame: list[Unit]
    orphans: list[Unit]
    unassigned: list[Unit]


def signature(unit):
    """Return the names of those who sign a report with a unit: a line of its own, or brackets behind a sentence."""
    if unit.kind is Kind.BODY:
        names = NAMES_AT_END.search("".join(unit.lines[-2:])) if unit.lines[-1][-1] in "）)" else None
        if names is None:
            return set()
        text = names["part"]
    else:
        text = "".join(unit.lines)
    return {author.name for author in parse_byline(text)}


def signature_of_lead(unit):
    """Return the names of those who sign a report in the formula before its first sentence."""
    formula = unit.lead and LEAD.match("".join(unit.lines[:3]))
    return {author.name for author in parse_byline(formula["byline"])} if formula and formula["byline"] else set()


def is_headline(group):
    return group[0].kind in HEADLINE and group[0].picture is None


def opens_report(group):
    first = group[0]
    # A picture's credit right below a headline belongs to a report of its own.
    return first.lead or first.kind in (Kind.BYLINE, Kind.CONTINUED_FROM, Kind.CREDIT)


def is_late_part(unit):
    return unit.kind is Kind.SUBTITLE or names_column(unit)


def names_column(unit):
    return bool(LABELLED_COLUMN.fullmatch(unit.lines[0]))


def without_headings(group):
    """Part the headline from the first headings of its body, which carry numbers, where they follow without a text."""
    at = next((i for i, unit in enumerate(group) if i and NUMBERED.match(unit.lines[0])), len(group))
    return group[:at], group[at:]


def add_picture(group, draft, result):
    """A picture with a headline of its own is a report; one without belongs to the report around it."""
    heads = [unit for unit in group if unit.kind is Kind.HEAD]
    if heads:
        result.drafts.append(Draft(heads=heads, items=as_text(unit for unit in group if unit.kind is not Kind.HEAD)))
    else:
        draft.pictures += group


def as_text(units):
    """Make captions and credits the body and the byline of a report of their own."""
    texts = []
    for unit in units:
        if unit.kind is Kind.CAPTION and texts and not texts[-1].closed:
            texts[-1].join(unit)
        else:
            unit.kind = Kind.BODY if unit.kind is Kind.CAPTION else Kind.BYLINE
            texts.append(unit)
    return texts
