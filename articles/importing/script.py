"""Traditional letters: a page in them is read through simplified ones, letter for letter, and printed as it stands."""

import re
from functools import cache
from itertools import islice

# Frequent letters that the simplified script does not use; a page with several of them is in the traditional one.
_TELLING = re.compile("[這個們說時會為國來對過還學後點開發與現無長實頭種樣經電動間問氣話記報區員場車東見門]")
_ENOUGH = 5


def simplified(text):
    """Return a text of the same length in simplified letters; a text that is not in traditional ones comes back itself.

    Single letters only, by the table of the zhconv library; words that differ between regions stay.
    """
    found = sum(1 for _ in islice(_TELLING.finditer(text), _ENOUGH))
    return text.translate(_table()) if found == _ENOUGH else text


@cache
def _table():
    import zhconv.zhconv

    zhconv.zhconv.loaddict()
    pairs = zhconv.zhconv.zhcdicts["zh2Hans"].items()
    return {ord(old): new for old, new in pairs if len(old) == len(new) == 1}


def restored(value, folded, text):
    """Return what the text prints in the place of a value found in its folded form; the value where it is not found."""
    at = folded.find(value) if value else -1
    return text[at : at + len(value)] if at >= 0 else value
