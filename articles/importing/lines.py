"""The physical lines of a text."""

import re
from dataclasses import dataclass, replace

from .markup import PICTURE
from .typography import HAN, is_letter_spaced, is_printed, typeset

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_BREAKS = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_OTHER_BREAK = re.compile(r"[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_PARAGRAPH_SPACE = re.compile(r"[ \u3000\xa0](?:(?<=\u3000)\u3000+|(?<=[。！？”…；）].)[ \u3000\xa0]{3,})")
_LONG, _SHORT = 60, 20
_HASHES = re.compile(r"\s*(#{1,6})(?!#)")
_OTHERS = re.compile(rf"[^{HAN}]")
_is_half = frozenset([*map(chr, range(0x21, 0x7F)), *"“”‘’"]).__contains__
_STOPS, _CLOSERS = frozenset("。！？!?…；;：:"), frozenset("”’」』）)]】》\"'")
_CLOSING = re.compile(r"[。！？，、；：…]?[”’」』）】》]|[。！？，、；：]")
_SENTENCE_END = re.compile(r"[。！？!?…；;：:][”’」』）)\]】》\"']*(?:\s*[（(][^（()）。]{1,24}[）)])?$")
# A quotation, and behind a dash who said it.
_SIGNED_QUOTATION = re.compile(r"[。！？!?…]”\s*[—–―─-]{2,}[^，。！？“”]{2,40}$")
_LONGEST_SIGNATURE = 44


@dataclass(slots=True)
class Line:
    """A line that is not blank: raw is text[start:end] of the raw text, text what it prints, with its phrase spaces.

    gap counts the blank lines before it, hashes the Markdown heading marks; width is in Han letters;
    spread tells whether its letters are set apart by a space each, to fill a column; indent is the white space before
    the first letter, in half letters; ends_sentence tells whether its last sentence is complete; pictured whether a
    picture stands right above it; hinted whether forms.has_hint() is true of it, None before that is asked.
    """

    start: int
    end: int
    raw: str
    text: str
    gap: int
    hashes: int
    width: float
    spread: bool
    indent: int
    ends_sentence: bool
    pictured: bool = False
    hinted: bool | None = None


def ends_sentence(text):
    """Tell whether a printed text ends with a complete sentence, be it with names or an origin in brackets behind."""
    last = text[-1:]
    if last in _STOPS:
        return True
    if last in _CLOSERS:
        return bool(_SENTENCE_END.search(text))
    return "—" in text[-_LONGEST_SIGNATURE:] and bool(_SIGNED_QUOTATION.search(text))


def split_lines(text):
    """Return the lines of a text that hold something printable, in order.

    Copies of web pages part the paragraphs of a long line by a run of ideographic spaces: each is a line here.
    """
    lines, last, pictured = [], 0, False
    plain = _OTHER_BREAK.search(text) is None
    for start, end in _stretches(text):
        gap = 0
        if start - last > 1:
            breaks = text.count("\n", last, start) if plain else len(_BREAKS.findall(text, last, start))
            gap = max(0, breaks - 1)
        ranges = [(start, end)]
        if lines and not gap and end - start < _SHORT and _CLOSING.fullmatch(text[start:end].strip()):
            # Some extractors put a mark that hangs over the edge of a column on a line of its own.
            before = lines.pop()
            ranges.insert(0, (before.start, before.end))
            gap = before.gap
        line = _line(text, ranges, gap)
        if line:
            line.pictured = pictured
            lines.append(line)
            last, pictured = end, False
        else:
            pictured = pictured or text.find(PICTURE, start, end) >= 0
    return lines


def _line(text, ranges, gap):
    """Return the Line of one or more ranges of a text, None where it prints nothing."""
    start, end = ranges[0][0], ranges[-1][1]
    raw = text[start:end]
    solid = raw.strip()
    if len(ranges) == 1 and is_printed(solid):
        return Line(start, end, raw, solid, gap, 0, measure(solid), False, _indent(raw), ends_sentence(solid))
    spread = is_letter_spaced(raw)
    printed = typeset(text, ranges, phrases=not spread)
    if not printed:
        return None
    hashes = "#" in raw and _HASHES.match(raw)
    return Line(
        start,
        end,
        raw,
        printed,
        gap,
        len(hashes.group(1)) if hashes else 0,
        measure(printed),
        spread,
        _indent(raw),
        ends_sentence(printed),
    )


def joined(line, other):
    """Return two Lines, of which the second follows the first, as one."""
    return replace(
        line,
        end=other.end,
        raw=f"{line.raw}\n{other.raw}",
        text=line.text + other.text,
        width=line.width + other.width,
        spread=line.spread and other.spread,
        ends_sentence=ends_sentence(line.text + other.text),
        hinted=None,
    )


def _indent(raw):
    if not raw[0].isspace():
        return 0
    white = raw[: len(raw) - len(raw.lstrip())]
    return len(white) + white.count("\u3000")


def _stretches(text):
    for match in _LINE.finditer(text):
        start, end = match.span()
        if end - start > _LONG:
            for cut in _PARAGRAPH_SPACE.finditer(text, start, end):
                if not text[start : cut.start()].isspace() and cut.start() > start:
                    yield start, cut.end()
                    start = cut.end()
        yield start, end


def measure(text):
    """Return the width of a printed text in Han letters: Latin letters, digits and quotation marks count half, other
    punctuation, which printers compress to make a line fit, four fifths.
    """
    others = _OTHERS.findall(text)
    if not others:
        return len(text)
    half, spaces = sum(map(_is_half, others)), others.count(" ")
    return len(text) - len(others) + half * 0.5 + (len(others) - half - spaces) * 0.8
