"""Which printed letters count as the same when texts are searched. For matching only: folded text is never shown."""

import unicodedata
from functools import cache

# White space, controls, formats and lone surrogates say nothing; marks are accents and variation selectors.
_DROPPED = {"Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Mn", "Me"}
_SHAPES = str.maketrans({**dict.fromkeys("'‘’‚‛“”„‟「」『』〝〞〟«»‹›", '"'), **dict.fromkeys("•‧∙⋅・", "·")})


def fold(text):
    """Return text in one width, one case, simplified letters, one shape of quotation mark, and without white space.

    Folding goes letter by letter, so that fold(a + b) == fold(a) + fold(b), and folded text folds to itself.
    """
    return text.translate(_letters)


def fold_lines(*texts):
    """Return the printed units of texts, which stand one a line, folded and one a line; empty ones are left out."""
    return "\n".join(filter(None, (fold(line) for text in texts for line in text.splitlines())))


def fold_with_map(text):
    """Return the folded text and, for each of its letters, the index of the printed letter that it came from."""
    folded = [_letters[ord(letter)] for letter in text]
    origins = [index for index, letters in enumerate(folded) for _ in letters]
    return "".join(folded), origins


class _Letters(dict):
    """A table for str.translate that learns a letter when it first meets it."""

    def __missing__(self, code):
        folded = _fold_letter(chr(code))
        # The other planes are rare in print, and a million letters that a stranger sends should not stay in memory.
        if code < 0x10000:
            self[code] = folded
        return folded


_letters = _Letters()


def _fold_letter(letter):
    # Apart, without marks, and together again: é is e, while a Hangul syllable stays one letter.
    parts = unicodedata.normalize("NFKD", letter.casefold())
    plain = "".join(part for part in parts if unicodedata.category(part) not in _DROPPED)
    folded = unicodedata.normalize("NFKC", plain).casefold().translate(_SHAPES).translate(_simplified())
    return folded if folded == letter else "".join(map(_fold_letter, folded))


@cache
def _simplified():
    """Return the table of traditional letters that have one simplified letter; phrases are not converted."""
    from zhconv.zhconv import getdict  # reads half a megabyte, which a process that never searches need not pay

    return str.maketrans({old: new for old, new in getdict("zh-hans").items() if len(old) == len(new) == 1})
