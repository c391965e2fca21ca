"""What a person reads, printed from stretches of the raw text.

Printing changes nothing but spacing and the width and shape of punctuation: the letters and digits that go in come out,
in order. Every printed character knows the place in the raw text that it came from.
"""

import re
import sys
from dataclasses import dataclass
from itertools import islice, pairwise

HAN = r"\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_WIDE = HAN + r"\u3001-\u3003\u3008-\u301f\uff01-\uff60“”‘’—…·"
# White space, control characters, and characters without width (joiners, marks of direction, byte-order marks).
_BLANK = r"\s\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffc"
_BLANKS = re.compile(rf"[{_BLANK}]+")
_SOLID = re.compile(rf"[^{_BLANK}]")
_MARKDOWN_HEADING = re.compile(rf"[{_BLANK}]*#{{1,6}}(?!#)[{_BLANK}]*")
_SPACED_LETTERS = re.compile(rf"[{HAN}][ \u3000\xa0](?=[{HAN}])")
_LETTER_PAIRS = re.compile(rf"[{HAN}](?=[{HAN}])")
_LATIN_END = r"A-Za-z0-9.,;:!?%)\]'\"&+\-"
_LATIN_START = r"A-Za-z0-9(\[&+\-"
_PHRASE_SIDE = _WIDE + "A-Za-z%"
# Each of these begins with the letter it is about, and looks behind it then: that is how a search is fast.
_BETWEEN_WORDS = rf"(?<=[{_LATIN_END}] )(?=[{_LATIN_START}])"
_KEPT = re.compile(f" {_BETWEEN_WORDS}")
_KEPT_WITH_PHRASES = re.compile(rf" (?:{_BETWEEN_WORDS}|(?<=[{_PHRASE_SIDE}] )(?=[{_PHRASE_SIDE}]))")
_PARTED_LINES = re.compile(rf"\n(?<=[{_LATIN_END}]\n)(?=[{_LATIN_START}])(?!(?<=\d\n)\d)")
_HALF_WIDTH = re.compile(rf"[,:;?!](?:(?<=[{_WIDE}%].)(?![0-9]*[A-Za-z])|(?<=[0-9A-Za-z].)(?=[{HAN}“‘《]))")
_BRACKETS = re.compile(r"\(([^()\n]{0,80})\)")
_HAN_LETTER = re.compile(rf"[{HAN}]")
_HAN_RUN = re.compile(rf"[{HAN}]{{2,}}")
# Every pair stands the wrong way round: a scanner's habit, and certain where it is so throughout.
_WRONG_WAY = re.compile(r"(?:”“)+")
_NO_QUOTATION_MARK = re.compile(r"[^“”]+")
_TURNED = str.maketrans("“”", "”“")
_AROUND = 60
_AS_IT_STANDS = re.compile(rf"[^{_BLANK}]+")
# Nothing in it is parted by a space that stays.
_NO_WORDS = re.compile(rf"[^{_BLANK}\x21-\x7e]+")
# Nothing to take out of it, and nothing to set.
_AS_PRINTED = re.compile(rf"[^{_BLANK}#,:;?!(\"]+")
_TO_SET = re.compile(r"[,:;?!(\"”]")
# What is printed otherwise in a line than in a paragraph, or may be.
_UNSURE = re.compile('[ ,:;?!("]')
_FULL_WIDTH = str.maketrans(",:;?!", "，：；？！")


@dataclass(slots=True)
class Printed:
    """A printed text, with the raw text and the ranges [(start, end), …] of it that it was printed from."""

    text: str
    raw: str
    ranges: list[tuple[int, int]]

    def offset(self, at):
        """Return the offset in the raw text that the printed character at a place stands for; a space stands before a
        letter.
        """
        solid = (
            match.start()
            for start, end in _bare(self.raw, self.ranges)
            for match in _SOLID.finditer(self.raw, start, end)
        )
        before = at - self.text.count(" ", 0, at)
        return next(islice(solid, before, None)) - (self.text[at] == " ")


def letter_pairs(text):
    """Return the pairs of Han letters that stand side by side on a line of a text."""
    return {one + other for run in _HAN_RUN.findall(text) for one, other in pairwise(run)}


def is_letter_spaced(raw):
    """Tell whether the letters of a line are set apart by a space each."""
    if len(raw.split(None, 2)) < 3:
        return False
    spaced = len(_SPACED_LETTERS.findall(raw))
    # Where half of the letters are followed by a space, fewer can be followed by a letter.
    return spaced >= 2 and (2 * spaced >= len(raw) - raw.count(" ") or spaced >= len(_LETTER_PAIRS.findall(raw)))


def is_printed(text, start=0, end=sys.maxsize):
    """Tell whether printing changes nothing of text[start:end]."""
    if _AS_PRINTED.fullmatch(text, start, end) is None:
        return False
    return text.find("”", start, end) < 0 or not _may_be_turned(text, start, end)


def compose(text, ranges, phrases=False):
    """Return the given ranges [(start, end), …] of the raw text, printed as one run.

    phrases keeps the spaces that part the phrases of a headline or the names of a byline.
    """
    if len(ranges) == 1 and is_printed(text, *ranges[0]):
        return text[slice(*ranges[0])]
    return typeset(text, ranges, phrases)


def typeset(text, ranges, phrases=False):
    """Do what compose() does with ranges that printing surely changes."""
    lines = []
    for start, end in _bare(text, ranges):
        if _AS_IT_STANDS.fullmatch(text, start, end):
            lines.append(text[start:end])
            continue
        line = _without_spaces(text, start, end, phrases)
        if line:
            lines.append(line)
    return _set(_joined(lines))


def _without_spaces(text, start, end, phrases):
    """Print a stretch of a line without the spaces that part no words and, where phrases are to be kept, no phrases."""
    raw = text[start:end]
    parts = raw.split()
    if len(parts) == 1 and _AS_IT_STANDS.fullmatch(parts[0]):
        return parts[0]
    keep = phrases and not is_letter_spaced(_line_around(text, start, end))
    solid = "".join(parts)
    if not keep and _NO_WORDS.fullmatch(solid):
        return solid
    line = " ".join(parts) if _AS_IT_STANDS.fullmatch(solid) else _BLANKS.sub(" ", raw).strip()
    if " " not in line:
        return line
    return " ".join(part.replace(" ", "") for part in (_KEPT_WITH_PHRASES if keep else _KEPT).split(line))


def _bare(text, ranges):
    """Return the ranges without the marks of Markdown headings."""
    if not ranges or text.find("#", ranges[0][0], ranges[-1][1]) < 0:
        return ranges
    return [_without_hashes(text, start, end) for start, end in ranges]


def _without_hashes(text, start, end):
    heading = _MARKDOWN_HEADING.match(text, start, end)
    return (heading.end() if heading else start), end


def _joined(lines):
    """Join lines; a space parts Latin words, not the digits of a number that was broken."""
    if len(lines) == 1:
        return lines[0]
    return _PARTED_LINES.sub(" ", "\n".join(lines)).replace("\n", "")


def _line_around(text, start, end):
    """A piece of a line is set as the letters around it on the line are."""
    after = text.find("\n", end, end + _AROUND)
    before = text.rfind("\n", max(0, start - _AROUND), start)
    return text[before + 1 if before >= 0 else max(0, start - _AROUND) : after if after >= 0 else end + _AROUND]


def join_printed(lines, text, ranges):
    """Join lines that are printed already, from these ranges of the raw text, to a paragraph.

    None where that may be printed otherwise than its lines are.
    """
    joined = _joined(lines)
    if _UNSURE.search(joined):
        return None
    if "”" in joined and (
        text.find('"', ranges[0][0], ranges[-1][1]) >= 0
        or _may_be_turned(joined)
        or any(_may_be_turned(text, *span) for span in ranges)
    ):
        return None
    return joined


def _set(text):
    """Give punctuation among Han letters its full width and quotation marks their direction; no character moves."""
    if text.isascii() or not _TO_SET.search(text):
        return text
    text = _HALF_WIDTH.sub(lambda match: match.group().translate(_FULL_WIDTH), text)
    if "(" in text:
        text = _BRACKETS.sub(_wide_brackets, text)
    if '"' in text:
        text = _directed(text)
    if _may_be_turned(text) and _WRONG_WAY.fullmatch(_NO_QUOTATION_MARK.sub("", text)):
        text = text.translate(_TURNED)
    return text


def _may_be_turned(text, start=0, end=sys.maxsize):
    """Tell whether the first quotation mark that closes stands before the first that opens."""
    closed = text.find("”", start, end)
    return closed >= 0 and text.find("“", start, closed) < 0 <= text.find("“", closed, end)


def _wide_brackets(match):
    inside, whole, at = match.group(1), match.string, match.start()
    if _HAN_LETTER.search(inside) or (at and _HAN_LETTER.match(whole[at - 1])):
        return f"（{inside}）"
    return match.group()


def _directed(text):
    """Turn straight double quotation marks into a pair where it is certain which one opens and which one closes."""
    characters, opened = list(text), None
    for index, character in enumerate(characters):
        if character == "“":
            opened = index
        elif character == "”":
            opened = None
        elif character == '"':
            if opened is not None:
                characters[index] = "”"
                if text[opened] == '"':
                    characters[opened] = "“"
                opened = None
            else:
                opened = index
    return "".join(characters)
