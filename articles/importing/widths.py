"""How wide the column around each line is, and how a page sets its paragraphs off."""

import re
from bisect import bisect_left, bisect_right, insort
from itertools import compress, pairwise
from statistics import mode
from typing import NamedTuple

# The end of a sentence, anywhere in a line.
SENTENCE = re.compile("[。！？!?；;…](?:(?<!…)|…)")
_WINDOW, _NEAR = 9, 6
_LEAST, _MOST = 2, 6


class WhiteSpace(NamedTuple):
    """How a page sets its paragraphs off.

    indents: they start with an indented line, whose white space is not in the text; if it is, indented_by are the
    least and the most white space of a first line, in half letters.
    """

    indents: bool
    indented_by: tuple[int, int] | None


def white_space_of(lines, widths):
    """Return the WhiteSpace of the Lines of a page whose paragraphs are broken; widths are those of their columns."""
    return WhiteSpace(_are_indented(lines, widths), _kept_indents(lines))


def _are_indented(lines, widths):
    """Tell whether paragraphs start with an indented line: behind the end of a sentence many are a little shorter.

    An end that leaves its line short is sure to end a paragraph, and counts twice; a paragraph of one line, which may
    be short or long anyhow, counts less.
    """
    balance = 0
    for at, (before, line) in enumerate(pairwise(lines)):
        if before.ends_sentence:
            sure = before.width < widths[at] - 3
            shorter = widths[at + 1] - line.width
            balance += (sure + (not line.ends_sentence)) * (1.1 < shorter < 3.2)
            balance -= (not line.ends_sentence) * (1 + sure) * (shorter <= 0.8)
    return balance >= 0


def widths_of(lines, wide):
    """Return the width of the column around each line: the middle one of those that are not much below the widest.

    wide: for each line, whether it runs over several columns and does not count.
    """
    widths = []
    every = [line.width for line in lines]
    # A line that was spread to fill the column holds fewer letters than it is wide.
    counted = [not line.spread and not spans for line, spans in zip(lines, wide, strict=True)]
    window = sorted(compress(every[:_WINDOW], counted))
    last = len(lines)
    for at in range(last):
        behind, ahead = at - _WINDOW - 1, at + _WINDOW
        if ahead < last and counted[ahead]:
            insort(window, every[ahead])
        if behind >= 0 and counted[behind]:
            del window[bisect_left(window, every[behind])]
        near = window if len(window) >= 3 else sorted(every[max(0, behind + 1) : ahead + 1])
        ends = bisect_right(near, 0.85 * near[-1]) + len(near)
        widths.append((near[ends // 2] + near[(ends - 1) // 2]) / 2)
    return widths


def spanning(lines):
    """Tell of each line whether it runs over several columns: it is much wider than all but a line or two around it."""
    widths = [line.width for line in lines]
    beside = map(min, [0, *widths], [*widths[1:], 0])
    return [
        1.25 * narrower < line.width
        and not line.ends_sentence
        and _spans(line, widths[max(0, at - _NEAR) : at + _NEAR + 1])
        for at, (line, narrower) in enumerate(zip(lines, beside, strict=True))
    ]


def _spans(line, around):
    return len(around) > _NEAR and 1.25 * sorted(around)[-3] < line.width and not SENTENCE.search(line.text)


def _kept_indents(lines):
    """Return (least, most) white space before the first line of a paragraph, in half letters; None where there is none.

    A dump that keeps it has it before a part of its lines: before all of them it says nothing.
    """
    if len(lines) < 8:
        return None
    usual = mode([line.indent for line in lines])
    starts = sum(_LEAST <= line.indent - usual <= _MOST for line in lines)
    plain = sum(line.indent == usual for line in lines)
    if not 3 <= starts <= 0.6 * len(lines) or plain < 0.3 * len(lines):
        return None
    return usual + _LEAST, usual + _MOST
