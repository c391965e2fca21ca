"""The raw text of a source as coloured stretches, made from its ledger of spans."""

from collections import Counter
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext_lazy as _

from articles.importing.page import Label

LABELS = {
    Label.COLUMN: _("column"),
    Label.KICKER: _("kicker"),
    Label.TITLE: _("title"),
    Label.SUBTITLE: _("subtitle"),
    Label.BYLINE: _("byline"),
    Label.HEADING: _("heading"),
    Label.PARAGRAPH: _("paragraph"),
    Label.CAPTION: _("caption"),
    Label.MARK: _("mark"),
    Label.FURNITURE: _("furniture"),
    Label.UNASSIGNED: _("unassigned"),
}

# Beside a report, a long source is shortened where it prints other things for longer than twice the margin.
LONG = 20_000
MARGIN = 1_000


@dataclass(frozen=True)
class Stretch:
    """A piece of raw text with the label that it has, or with none; omitted counts letters that stand here unseen.

    start: where a labelled piece begins in the whole text.
    """

    text: str
    label: str = ""
    report: int | None = None
    omitted: int = 0
    start: int = 0

    @property
    def anchor(self):
        return f"raw-{self.start}"

    @property
    def name(self):
        return LABELS.get(self.label, self.label)


def stretches(source):
    """Return the whole text of a source; spans of the same block of the same report are one stretch."""
    text = source.text
    if not source.spans:
        return [Stretch(text)]
    runs = [list(run) for _key, run in groupby(source.spans, key=lambda span: span[2:])]
    return [Stretch(text[run[0][0] : run[-1][1]], run[0][2], run[0][3], start=run[0][0]) for run in runs]


def beside(source, position):
    """Return the text of a source in which only the report at a position is labelled."""
    everything = stretches(source)
    shortened = sum(len(stretch.text) for stretch in everything) > LONG
    result = []
    for mine, run in groupby(everything, key=lambda stretch: stretch.report == position and bool(stretch.label)):
        if mine:
            result += run
        else:
            text = "".join(stretch.text for stretch in run)
            result += _shortened(text) if shortened else [Stretch(text)]
    return result


def _shortened(text):
    omitted = len(text) - 2 * MARGIN
    if omitted <= 0:
        return [Stretch(text)]
    return [Stretch(text[:MARGIN]), Stretch("", omitted=omitted), Stretch(text[-MARGIN:])]


def legend(some):
    """Return (label, name, letters) for every label of some stretches, in the order of a printed report."""
    letters = Counter()
    for stretch in some:
        letters[stretch.label] += len(stretch.text)
    known = [label for label in LABELS if letters[label]]
    return [(label, LABELS.get(label, label), letters[label]) for label in known]
