"""Which raw text became what: the ledger of a source, block by block."""

from collections import defaultdict
from dataclasses import dataclass, field

from articles.importing.markup import mask_markup
from articles.importing.page import Label
from articles.importing.typography import compose


@dataclass(frozen=True)
class Block:
    """What the ledger prints as one: ranges [(start, end), …] of a text; report: a position on the page, or None."""

    number: int
    label: str
    report: int | None
    text: str = field(repr=False)
    ranges: list[tuple[int, int]] = field(default_factory=list)

    def printed(self, phrases=False):
        """Return what a person reads; phrases keeps the spaces of a headline or byline."""
        return compose(self.text, self.ranges, phrases)

    @property
    def starts(self):
        """The starts of the block's stretches: one, or more where other text stands in between."""
        ends = {end for _start, end in self.ranges}
        return [start for start, _end in self.ranges if start not in ends]

    @property
    def place(self):
        """What stands where, in a word: another one as soon as the ledger says something else of this text."""
        return f"{self.label}-{self.ranges[0][0]}-{self.ranges[-1][1]}"


def blocks(source):
    """Return the blocks of a source's ledger, in the order of the page."""
    text, _markup = mask_markup(source.text)
    found = {}
    for start, end, label, report, number in source.spans:
        found.setdefault(number, Block(number, label, report, text)).ranges.append((start, end))
    return sorted(found.values(), key=lambda block: block.number)


def paragraph_places(source, position):
    """Return {paragraph as imported: [start of each raw stretch that prints it, …]} of the report at a position."""
    places = defaultdict(list)
    for block in blocks(source):
        if (block.label, block.report) == (Label.PARAGRAPH, position):
            places[block.printed()] += block.starts
    return dict(places)


def loose_blocks(source):
    """Return the blocks that hold something printable and belong to no report."""
    return [block for block in blocks(source) if block.report is None and block.printed()]
