"""Who speaks: the person that the words before a speech verb, or around a name, describe."""

import re
from functools import cache
from typing import NamedTuple

from .knowledge import ends_with_any, plain, surnames
from .names import looks_like_name
from .typography import HAN

_BOUNDARY = re.compile(r"[。！？!?；;：:\n]|(?<=[。！？!?…，])”")
_ADVERBIAL = re.compile(
    r"(?:在[^，。]{1,24}(?:中|时|上|后|会)|接受[^，。]{0,20}采访时|[^，。]{2}地|[向对][^，。]{0,8}(?:记者|大家|网友)|一边[^，。]{1,8}一边"
    r"|笑着|哭着|接着|随后|同时|还|也|则|又|再次|郑重|一致|曾|坦率|动情|不断|纷纷|这样|如是|现场|当场|进一步|激动|高兴|自豪|感慨)$"
)
_MASKED = re.compile(
    rf"(?P<before>.*?)(?P<name>[{HAN}](?:某{{1,2}}|女士|先生|大爷|大妈|大娘|大叔|阿姨|师傅|奶奶|爷爷|老师|医生|同学)|[老小][{HAN}])$"
)
_PRONOUN = re.compile(r"(?:^|[，、])(?:他|她|其)$")
_FOREIGN = re.compile(r"(?P<name>[\u4e00-\u9fff]{1,8}(?:·[\u4e00-\u9fff]{1,8}){1,3})$")
_LEADING = re.compile(
    r"^(?:(?:据|对此|其中|而|但|而且|同时|此外|随后|当天|当日|会上|会议上|活动中|现场|采访中|今年|去年)[，,]?)+"
)
_AFTER_NAME = frozenset(
    "向在对说和与及则也是的从将等介表指强认为参出率一于就被把让给来去到带主、，。：；！？”“（）结代"
)
_TIME = re.compile(r"^[^，]{0,12}\d{1,2}[日月年点时](?:上午|下午|晚|中午|凌晨|清晨|傍晚|早上|晚上)?$")


class Person(NamedTuple):
    """A speaker as printed: a name or None, and the office or description or None."""

    name: str | None
    office: str | None


def subject(text):
    """Return the Person that the words before a speech verb describe, None where they name no person.

    The pronouns 他 and 她 give Person(None, None): somebody who was named before.
    """
    words = _stripped(text)
    if not words:
        return None
    if _PRONOUN.search(words):
        return Person(None, None)
    if ends_with_any(words, plain("not_people")):
        return None
    return _named(words) or _titled(words) or _unnamed(words)


def _stripped(text):
    words = text.strip()
    while True:
        shorter = _ADVERBIAL.sub("", words).rstrip("，, ")
        if shorter == words:
            return words
        words = shorter


def _named(words):
    """A description and then the name."""
    foreign = _FOREIGN.search(words)
    if foreign:
        name = foreign["name"]
        office = ends_with_any(words[: foreign.start()], plain("offices"))
        return Person(name, _office(words[: foreign.start()]) if office else None)
    found = None
    for length in (4, 3, 2):
        name, before = words[-length:], words[:-length]
        if len(name) < length or not looks_like_name(name):
            continue
        if _ends_in_office(before):
            return Person(name, _office(before))
        if not before or before[-1] in "，,、 " or _TIME.match(before):
            found = found or Person(name, None)
    if found:
        return found
    masked = _MASKED.match(words)
    if masked and (masked["name"][0] in surnames()[0] or masked["name"][0] in "老小"):
        before = masked["before"]
        if not before or before[-1] in "，,、 " or _ends_in_office(before):
            return Person(masked["name"], _office(before) if before else None)
    return None


def _titled(words):
    """The name and then the title, as in 总书记."""
    title = ends_with_any(words, plain("offices"))
    rest = words[: len(words) - len(title)]
    if title:
        for length in (4, 3, 2):
            name, before = rest[-length:], rest[:-length]
            if len(name) == length and looks_like_name(name) and (not before or before[-1] in "，,、 "):
                return Person(name, title)
    return None


def _unnamed(words):
    if not ends_with_any(words, plain("people")):
        return None
    office = _office(words)
    return Person(None, office) if office and len(office) >= 2 else None


def _ends_in_office(words):
    return bool(ends_with_any(words.rstrip("（）() "), plain("offices")))


def _office(words):
    """Return the description that ends the given words: their last clause, with those before it that are offices too."""
    clauses = re.split(r"[，,]", words.strip("，, 、"))
    description = [clauses.pop()]
    while clauses and _ends_in_office(clauses[-1]):
        description.insert(0, clauses.pop())
    office = _LEADING.sub("", "，".join(description)).strip("，, 、“")
    return office or None


def described(name, text):
    """Return the longest description printed with a name in a text, None where it is printed without one."""
    best, at = None, text.find(name)
    while at >= 0:
        start = max((match.end() for match in _BOUNDARY.finditer(text, max(0, at - 120), at)), default=max(0, at - 120))
        before = text[start:at]
        candidates = []
        if _ends_in_office(before):
            candidates.append(_office(before))
        title = _title_after(text, at + len(name))
        if title:
            candidates.append(title)
        for candidate in candidates:
            if candidate and (best is None or len(candidate) > len(best)):
                best = candidate
        at = text.find(name, at + len(name))
    return best


def _title_after(text, at):
    for length in range(6, 1, -1):
        if text[at : at + length] in plain("offices"):
            return text[at : at + length]
    return None


@cache
def _mentions():
    words = sorted(plain("offices"), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))})(?=([{HAN}]{{2,4}}))")


def last_mentioned(text):
    """Return the name of the person that a text describes last, by an office and a name, or None."""
    name = None
    for match in _mentions().finditer(text):
        found = _name_at(match.group(1))
        name = found or name
    return name


def _name_at(letters):
    if looks_like_name(letters[:3]) and len(letters) >= 3 and letters[2] not in _AFTER_NAME:
        return letters[:3]
    return letters[:2] if looks_like_name(letters[:2]) else None
