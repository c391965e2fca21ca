"""What an editor should look at: the importer says what it is not sure of, and never guesses silently."""

from .page import Finding, Label
from .quotations import quotations

_LONGEST_DETAIL = 80
_MAY_QUOTE = (Label.PARAGRAPH, Label.HEADING, Label.TITLE)


def findings_of(building, unattributed):
    """Yield the Findings about one report; unattributed: its paragraphs that quote nobody known."""
    report, position = building.report, building.position
    first = min(building.pieces, key=lambda piece: piece.start)
    if not report.title:
        yield about("no_title", first, position)
    if report.continued_from or report.continued_on:
        yield about("continuation", first, position)
    for piece in building.unfinished:
        yield about("truncated", piece, position)
    for piece in building.pieces:
        if unattributed and piece.label is Label.PARAGRAPH and piece.text in unattributed:
            yield about("speaker_unknown", piece, position)
        if piece.label in _MAY_QUOTE and _is_unbalanced(piece.text):
            yield about("unbalanced_quotation", piece, position)


def about(code, piece, report=None):
    """Return the Finding with a code about a piece of the ledger."""
    return Finding(code, piece.text[:_LONGEST_DETAIL], piece.start, piece.ranges[-1][1], report)


def _is_unbalanced(text):
    if text.count("“") != text.count("”"):
        return True
    runs = quotations(text)
    return bool(runs) and not runs[-1].closed
