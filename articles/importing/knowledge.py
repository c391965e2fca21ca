"""Word lists about Chinese newspapers and names, read once from the files in data/, each of which states its source."""

from functools import cache
from importlib import resources

_MARKS = "=>"


@cache
def words(name):
    """Return the words of data/<name>.txt in order, marks included."""
    text = resources.files(__package__).joinpath("data", f"{name}.txt").read_text(encoding="utf-8")
    return tuple(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


@cache
def plain(name):
    """Return the unmarked words of a list as a set."""
    return frozenset(word for word in words(name) if word[0] not in _MARKS)


@cache
def marked(name, mark="="):
    """Return the words of a list that carry a mark, without it."""
    return tuple(word[1:] for word in words(name) if word.startswith(mark))


@cache
def surnames():
    """Return (single-letter surnames, longer surnames) as sets; the first lines of the list are runs of letters."""
    single, compound = set(), set()
    for word in words("surnames"):
        if len(word) > 5:
            single.update(word)
        else:
            compound.add(word)
    return frozenset(single), frozenset(compound)


@cache
def _lengths(vocabulary):
    """Return {the last two letters of words, or the only one: how long such words are, the longest first}."""
    lengths = {}
    for word in vocabulary:
        lengths.setdefault(word[-2:], set()).add(len(word))
    return {letters: sorted(found, reverse=True) for letters, found in lengths.items()}


def ends_with_any(text, vocabulary):
    """Return the longest word of the vocabulary that text ends with, or ''."""
    lengths = _lengths(vocabulary)
    for length in lengths.get(text[-2:], ()):
        if text[-length:] in vocabulary:
            return text[-length:]
    return text[-1:] if text[-1:] in lengths else ""
