"""The physical lines of a text."""

import re
from dataclasses import dataclass

from .typography import HAN, compose

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_BREAKS = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_HASHES = re.compile(r"\s*(#{1,6})(?!#)")
_HALF = re.compile(r"[\x21-\x7e“”‘’]")
_FULL = re.compile(rf"[{HAN}]")
_SENTENCE_END = re.compile(rf"[。！？!?…；;：:][”’」』）)\]】》\"']*(?:\s*[（(][{HAN}· 、]{{2,24}}[）)])?$")


@dataclass(slots=True)
class Line:
    """A line that is not blank: text[start:end] of the raw text, printed with its phrase spaces.

    gap counts the blank lines before it, hashes the Markdown heading marks, width is in Han letters (others count half).
    """

    start: int
    end: int
    text: str
    gap: int
    hashes: int
    width: float

    @property
    def ends_sentence(self):
        return bool(_SENTENCE_END.search(self.text))


def split_lines(text):
    """Return the lines of a text that hold something printable, in order."""
    lines, last = [], 0
    for match in _LINE.finditer(text):
        start, end = match.span()
        printed = compose(text, [(start, end)], phrases=True).text
        if not printed:
            continue
        breaks = len(_BREAKS.findall(text, last, start))
        hashes = _HASHES.match(text, start, end)
        lines.append(
            Line(start, end, printed, max(0, breaks - 1), len(hashes.group(1)) if hashes else 0, measure(printed))
        )
        last = end
    return lines


def measure(text):
    """Return the width of a printed text in Han letters: Latin letters, digits and quotation marks count half, other
    punctuation, which printers compress to make a line fit, four fifths.
    """
    text = text.replace(" ", "")
    han = len(_FULL.findall(text))
    half = len(_HALF.findall(text))
    return han + half * 0.5 + (len(text) - han - half) * 0.8
