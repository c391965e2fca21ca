"""The ledger of a page: labelled blocks, which together are the whole text."""

from bisect import bisect_left
from dataclasses import dataclass

from .page import Label, Span


@dataclass(slots=True)
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
    pieces = sorted(pieces, key=lambda piece: piece.start)
    cuts = sorted([(start, end, number) for number, piece in enumerate(pieces) for start, end in piece.ranges])
    starts = [0, *[start for start, _, _ in cuts[1:]]]
    ends = [*starts[1:], len(text)]
    spans = []
    for (_, printed, number), start, end in zip(cuts, starts, ends, strict=True):
        if printed > end:
            raise AssertionError(f"two blocks share character {end}")
        piece = pieces[number]
        spans.append(Span(start, end, piece.label, piece.report, number))
    return spans


def assert_complete(lines, pieces):
    """Raise AssertionError unless every line of the text went into a piece."""
    entered = {start for piece in pieces for start, _ in piece.ranges}
    for line in lines:
        if line.start not in entered:
            raise AssertionError(f"the line at character {line.start} is in no block")


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


def without(pieces, holes):
    """Take ranges out of the pieces that they lie in; holes are apart from each other and in order."""
    for piece in pieces:
        kept = []
        for start, end in piece.ranges:
            first = max(0, bisect_left(holes, (start, start)) - 1)
            for hole_start, hole_end in holes[first : bisect_left(holes, (end, end), first)]:
                if hole_end > start:
                    kept.append((start, hole_start))
                    start = hole_end
            kept.append((start, end))
        piece.ranges = [(start, end) for start, end in kept if start < end]


def clipped(ranges, start, end):
    """Return the parts of ranges that lie between two offsets."""
    return [(max(a, start), min(b, end)) for a, b in ranges if a < end and b > start]
