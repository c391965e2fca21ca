"""Letters in another dress, traditional ones or radicals of a PDF: read as the usual ones, printed as they stand."""

import re
import unicodedata
from functools import cache
from itertools import islice

# Frequent letters that the simplified script does not use; a page with several of them is in the traditional one.
_TELLING = re.compile("[這個們說時會為國來對過還學後點開發與現無長實頭種樣經電動間問氣話記報區員場車東見門]")
_ENOUGH = 5
# Radicals that PDF fonts give in the place of letters, as if they were those; Unicode folds most, the rest stand here.
_RADICAL = re.compile("[\u2e80-\u2fd5]")
_OTHER_RADICALS = dict(
    zip(
        "⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
        "民虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
        strict=True,
    )
)


def simplified(text):
    """Return a text of the same length in simplified letters; a text that is in these already comes back itself.

    Single letters only, by the table of the zhconv library; words that differ between regions stay.
    """
    if _RADICAL.search(text):
        text = _RADICAL.sub(_letter_of, text)
    found = sum(1 for _ in islice(_TELLING.finditer(text), _ENOUGH))
    return text.translate(_table()) if found == _ENOUGH else text


def _letter_of(match):
    letter = _OTHER_RADICALS.get(match.group()) or unicodedata.normalize("NFKC", match.group())
    # A few radicals are letters of the traditional script.
    return {"戶": "户"}.get(letter, letter)


@cache
def _table():
    """Return a string with the simplified letter at the code of each letter: the fastest table to translate by."""
    import zhconv.zhconv

    zhconv.zhconv.loaddict()
    pairs = {ord(old): new for old, new in zhconv.zhconv.zhcdicts["zh2Hans"].items() if len(old) == len(new) == 1}
    letters = list(map(chr, range(max(pairs) + 1)))
    for code, letter in pairs.items():
        letters[code] = letter
    return "".join(letters)


def restored(value, folded, text):
    """Return what the text prints in the place of a value found in its folded form; the value where it is not found."""
    at = folded.find(value) if value and folded is not text else -1
    return text[at : at + len(value)] if at >= 0 else value
