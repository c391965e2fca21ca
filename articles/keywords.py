"""What a report is about, in a few words. Loads dictionaries, so it is for imports and never for web workers.

The words are jieba's, cut by its port to Rust, which keeps the dictionary inside and needs no cache file; how telling
a word is comes from jieba's own table of inverse document frequencies.
"""

from collections import Counter
from functools import cache
from heapq import nlargest
from importlib.resources import files
from statistics import median_high

import rjieba

_COUNT = 8


def keywords(text):
    """Return up to eight words of two letters or more that mark a text, the most telling first."""
    table, typical = _frequencies()
    counts = Counter(rjieba.cut(text))
    telling = {
        word: count * table.get(word, typical)
        for word, count in counts.items()
        if len(word) > 1 and (word.isalpha() or any(map(str.isalpha, word)))
    }
    return nlargest(_COUNT, telling, key=telling.get)


@cache
def _frequencies():
    """Return {word: inverse document frequency}, and the middle one, which stands for words that have none."""
    rows = files("jieba").joinpath("analyse", "idf.txt").read_text(encoding="utf-8").splitlines()
    table = {word: float(frequency) for word, frequency in map(str.split, rows)}
    return table, median_high(table.values())
