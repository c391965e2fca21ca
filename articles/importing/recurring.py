"""What a text shows of names by printing them again and again."""

import re
from functools import cache

from .knowledge import surnames
from .names import given_letters, is_transliterated, looks_like_name
from .naming import FEW_NAMES, PLACE, always_behind, is_after, places, surname_letters
from .typography import HAN

_PLACE_ENDINGS = frozenset("港湾村镇县市区乡屯")
# Letters that follow names, and end some.
_IN_NAMES_TOO = ({"来"}, {"向"}, {"从"}, {"让"})


def settled(name, text):
    """Return a name without its last letter where the text elsewhere prints the rest as the name.

    One of two letters is whole with the letter that stands behind it each time.
    """
    if name.endswith("某"):
        return name + (always_behind(name, text) if len(name) == 2 else "")
    if is_transliterated(name):
        return name + always_behind(name, text)
    if len(name) == 2:
        behind = [text[at + 2 : at + 5] for at in places(name, text)]
        letters = {following[:1] for following in behind}
        joined = letters == {"和"} and any(is_after(following[1:]) for following in behind)
        return name + behind[0][0] if len(behind) > 1 and (joined or letters in _IN_NAMES_TOO) else name
    rest, last = name[:-1], name[-1:]
    if len(name) != (4 if name[:2] in surnames()[1] else 3) or not looks_like_name(name):
        return name
    behind = [text[at + len(rest) : at + len(rest) + 2] for at in places(rest, text)]
    return rest if any(letters[:1] != last and is_after(letters) for letters in behind) else name


def recurring(text):
    """Return the names that a text prints several times, once at the head of a clause, with other words behind.

    Only letters that given names often end in count: a word that recurs is far more often a thing or a place.
    """
    heads = {head[:length] for head in _clause_heads().findall(f"\n{text}") for length in (2, 3)}
    behind = {name: set() for name in heads if name[-1] in _likely_ends() and looks_like_name(name)}
    for at, name in _mentions_of(behind, text):
        behind[name].add(text[at + len(name) : at + len(name) + 2])
    found = {name for name, letters in behind.items() if _can_be_name(letters)}
    return found - {name[:2] for name in found if len(name) == 3}


def _mentions_of(names, text):
    """Yield (place, name) wherever a text prints one of these names of two or three letters."""
    if len(names) <= FEW_NAMES:
        yield from ((at, name) for name in names for at in places(name, text))
        return
    for match in surname_letters().finditer(text):
        at = match.start()
        yield from ((at, text[at:end]) for end in (at + 2, at + 3) if text[at:end] in names)


def _can_be_name(behind):
    """Tell whether several things follow a name, one of them what can follow it."""
    several = len(behind) > 1 and len({letters[:1] for letters in behind}) > 1
    return several and any(map(is_after, behind)) and not any(map(PLACE.match, behind))


@cache
def _likely_ends():
    return given_letters() - _PLACE_ENDINGS


@cache
def _clause_heads():
    return re.compile(rf"[，。！？：；”\n、的](?=({surname_letters().pattern}[{HAN}]{{1,2}}))")
