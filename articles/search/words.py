"""jieba's words and their frequencies, looked up in its dictionary file where they are asked for.

jieba itself reads all of them into 130 MB, which is too much for each worker of a web server.
"""

import mmap
from functools import cache, lru_cache
from importlib.resources import files

import jieba

# Of all words in the dictionary of jieba 0.42.1.
_SUM_OF_FREQUENCIES = 60_101_967


def words(letters):
    """Return the words of two letters or more in simplified letters, as jieba cuts them, or the letters if none are."""
    found = [word for word in _tokenizer().cut(letters) if len(word) > 1 and any(map(str.isalnum, word))]
    return list(dict.fromkeys(found)) or [letters]


@cache
def _tokenizer():
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = _Frequencies(files("jieba").joinpath("dict.txt")), _SUM_OF_FREQUENCIES
    tokenizer.initialized = True
    return tokenizer


class _Frequencies:
    """{word: frequency, beginning of a word: 0}, as jieba has it in memory.

    The file has a word, its frequency and its part of speech on each line, in the order of its bytes. Not found are the
    seventy words with Latin letters at its head, and two of those that stand where its parts meet.
    """

    def __init__(self, path):
        with path.open("rb") as file:
            self._lines = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._start = self._lines.find("\n一 ".encode()) + 1
        self._look_up = lru_cache(maxsize=10_000)(self._search)

    def get(self, text):
        return self._look_up(text)

    __getitem__ = get

    def __contains__(self, text):
        return self.get(text) is not None

    def _search(self, text):
        wanted = text.encode()
        low, high = self._start, len(self._lines)
        while low < high:
            start = self._lines.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = self._lines.find(b"\n", start)
            if self._lines[start:end].split(b" ", 1)[0] < wanted:
                low = end + 1
            else:
                high = start
        line = self._lines[low : self._lines.find(b"\n", low)]
        word, _, rest = line.partition(b" ")
        if word == wanted:
            return int(rest.split(b" ", 1)[0])
        return 0 if word.startswith(wanted) else None
