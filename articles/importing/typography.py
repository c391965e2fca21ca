"""What a person reads, printed from stretches of the raw text.

Printing changes nothing but spacing and the width and shape of punctuation: the letters and digits that go in come out,
in order. Every printed character knows the place in the raw text that it came from.
"""

import re
from typing import NamedTuple

HAN = r"\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_WIDE = HAN + r"\u3001-\u3003\u3008-\u301f\uff01-\uff60“”‘’—…·"
# White space, control characters, and characters without width (joiners, marks of direction, byte-order marks).
_BLANK = r"\s\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffc"
_WORD = re.compile(rf"[^{_BLANK}]+")
_MARKDOWN_HEADING = re.compile(rf"[{_BLANK}]*#{{1,6}}(?!#)[{_BLANK}]*")
_SPACED_LETTERS = re.compile(rf"[{HAN}][ \u3000\xa0](?=[{HAN}])")
_LETTER_PAIRS = re.compile(rf"[{HAN}](?=[{HAN}])")
_LATIN_END = re.compile(r"[A-Za-z0-9.,;:!?%)\]'\"&+-]$")
_LATIN_START = re.compile(r"^[A-Za-z0-9(\[&+-]")
_PHRASE_SIDE = re.compile(rf"[{_WIDE}A-Za-z0-9%]")
_HALF_WIDTH = re.compile(rf"(?<=[{_WIDE}%])[,:;?!](?![0-9]*[A-Za-z])|(?<=[0-9A-Za-z])[,;:?!](?=[{HAN}“‘《])")
_BRACKETS = re.compile(r"\(([^()\n]{0,80})\)")
_FULL_WIDTH = str.maketrans(",:;?!", "，：；？！")


class Printed(NamedTuple):
    """A printed text and, for each of its characters, the offset in the raw text that it stands for."""

    text: str
    offsets: list[int]


def is_letter_spaced(raw):
    """Tell whether the letters of a line are set apart by a space each."""
    spaced = len(_SPACED_LETTERS.findall(raw))
    return spaced >= 2 and spaced >= len(_LETTER_PAIRS.findall(raw))


def compose(text, ranges, phrases=False):
    """Print the given ranges [(start, end), …] of the raw text as one run.

    phrases keeps the spaces that part the phrases of a headline or the names of a byline.
    """
    characters, offsets = [], []
    for start, end in ranges:
        heading = _MARKDOWN_HEADING.match(text, start, end)
        start = heading.end() if heading else start
        keep = phrases and not is_letter_spaced(text[start:end])
        first = True
        for word in _WORD.finditer(text, start, end):
            piece = word.group()
            if characters:
                parted = _LATIN_END.search(characters[-1]) and _LATIN_START.match(piece)
                if first:
                    between = " " if parted and not (piece[0].isdigit() and characters[-1].isdigit()) else ""
                elif parted:
                    between = " "
                else:
                    between = " " if keep and _parts_phrases(characters[-1], piece[0]) else ""
                if between:
                    characters.append(between)
                    offsets.append(word.start() - 1)
            characters.extend(piece)
            offsets.extend(range(word.start(), word.end()))
            first = False
    return Printed(_set("".join(characters)), offsets)


def _parts_phrases(before, after):
    digits = before.isdigit() or after.isdigit()
    return not digits and _PHRASE_SIDE.match(before) and _PHRASE_SIDE.match(after)


def _set(text):
    """Give punctuation among Han letters its full width and quotation marks their direction; no character moves."""
    if text.isascii():
        return text
    if any(mark in text for mark in ",:;?!"):
        text = _HALF_WIDTH.sub(lambda match: match.group().translate(_FULL_WIDTH), text)
    if "(" in text:
        text = _BRACKETS.sub(_wide_brackets, text)
    if '"' in text:
        text = _directed(text)
    return text


def _wide_brackets(match):
    inside, whole, at = match.group(1), match.string, match.start()
    han = re.compile(rf"[{HAN}]")
    before = whole[at - 1] if at else ""
    if han.search(inside) or han.match(before):
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
