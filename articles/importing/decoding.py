"""Raw bytes to text."""

import codecs
import re
from enum import StrEnum

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_COMMON = re.compile(r"[\n\r\x20-\x7e\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
# Control characters that no text file holds; a file with them is a binary file under a text's name.
_BINARY = frozenset(map(chr, (0, 1, 2, 3, 4, 5, 6, 7, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23)))


class Reason(StrEnum):
    """Why bytes are not a text that can be imported."""

    EMPTY = "the file is empty"
    BINARY = "the file is not text: it holds binary data"
    NO_LETTERS = "the file holds no letters"
    ENCODING = "the file is in none of the encodings UTF-8, UTF-16 and GB18030"


class Unreadable(ValueError):
    """The bytes are not a text that can be imported, for one of the Reasons."""

    def __init__(self, reason):
        super().__init__(str(reason))
        self.reason = reason


def decode(raw):
    """Return (text, encoding) of raw bytes in UTF-8, UTF-16 or GB18030, such that raw.decode(encoding) == text.

    Raises Unreadable where they are empty, hold no letters, or are in none of these encodings.
    """
    if not raw.strip():
        raise Unreadable(Reason.EMPTY)
    text, encoding = _decoded(raw)
    control = sum(character in _BINARY for character in text)
    if control * 100 > len(text):
        raise Unreadable(Reason.BINARY)
    if not any(character.isalnum() for character in text):
        raise Unreadable(Reason.NO_LETTERS)
    return text, encoding


def _decoded(raw):
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            candidates = [encoding]
            break
    else:
        candidates = ["utf-8", *_utf16_without_bom(raw), "gb18030"]
    for encoding in candidates:
        try:
            return raw.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise Unreadable(Reason.ENCODING)


def _utf16_without_bom(raw):
    """UTF-16 betrays itself by the zero bytes of its spaces, line ends and digits; its order by what can be read."""
    sample = raw[: 4096 - len(raw) % 2]
    if len(raw) % 2 or sample.count(0) < max(1, len(sample) // 200):
        return []
    orders = ("utf-16-le", "utf-16-be")
    return [max(orders, key=lambda order: len(_COMMON.findall(sample.decode(order, "replace"))))]
