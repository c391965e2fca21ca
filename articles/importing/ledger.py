"""The ledger of a page: labelled blocks, which together are the whole text."""

from dataclasses import dataclass

from .page import Label, Span


@dataclass
class Piece:
    """A printed block of the ledger: its label, its ranges in the raw text, its report's position, what it prints."""

    label: Label
    ranges: list[tuple[int, int]]
    report: int | None
    text: str

    @property
    def start(self):
        return self.ranges[0][0]


def spans_of(text, pieces):
    """Return the Spans that the pieces make of the text; white space between two blocks counts to the one before it.

    Raises AssertionError where a piece overlaps another one.
    """
    cuts = []
    for number, piece in enumerate(sorted(pieces, key=lambda piece: piece.start)):
        cuts += [(start, end, piece.label, piece.report, number) for start, end in piece.ranges]
    cuts.sort()
    starts = [0, *(start for start, *_ in cuts[1:])]
    ends = [*starts[1:], len(text)]
    for (_, end, *_), limit in zip(cuts, ends, strict=True):
        if end > limit:
            raise AssertionError(f"two blocks share character {limit}")
    return [Span(start, end, *cut[2:]) for start, end, cut in zip(starts, ends, cuts, strict=True)]


def assert_cover(text, spans):
    """Raise AssertionError unless the spans cover the text exactly once: nothing is lost, nothing doubled."""
    at = 0
    for span in spans:
        if not span.start == at < span.end:
            raise AssertionError(f"the spans do not cover the text at character {at}")
        at = span.end
    if at != len(text):
        raise AssertionError(f"the spans end at character {at} of {len(text)}")


def cut(ranges, at):
    """Cut ranges in two at an offset of the raw text."""
    before = [(start, min(end, at)) for start, end in ranges if start < at]
    after = [(max(start, at), end) for start, end in ranges if end > at]
    return before, after


def clipped(ranges, start, end):
    """Return the parts of ranges that lie between two offsets."""
    return [(max(a, start), min(b, end)) for a, b in ranges if a < end and b > start]
