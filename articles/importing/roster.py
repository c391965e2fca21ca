"""Who is named in a report, and by which other names."""

import re
from collections import Counter

from .attribution import IN_BRACKETS, NEVER_IN_NAME, subject
from .names import looks_like_name
from .naming import behind_post, ends_in_office, foreign_names, is_full, mentions, names_in, surname_of, whole_names
from .recurring import recurring
from .saying import verbs
from .typography import HAN

_PARTS = re.compile(r"[，。！？；：“”\n]")
_ALONE_AT_END = re.compile(rf"(?<![{HAN}])[{HAN}]{{2,4}}$")
_AGED = re.compile(rf"岁的(?<=\d岁的)([{HAN}]{{2,3}})(?=[是在说有从曾已，提坐站走拿抱背推捧指把正将蹲弯])")
_PLAIN_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}")
# Behind these nobody stands who speaks.
_NO_NAME_END = frozenset("，。！？；：“”、\n的了不他她")
_QUOTED_WORD = re.compile(rf"“([{HAN}]{{2,4}})”")
_CALLED = re.compile(r"(?:(?:喊|叫|称|唤|称呼)[他她][作为做是]?|(?:人称|小名|外号|绰号|诨名|乳名|昵称)[叫是]?)$")
_LONGEST_CALL = 4
_REACH = 200
_NOBODY, _FAR_MORE = [(None, 0), (None, 0)], 2


def roster_of(text, family_names):
    """Return the names that a text prints behind an office or before one in brackets, or with a speech verb behind."""
    names = {name for _, name in mentions(text)} | whole_names(text) | recurring(text) | set(family_names)
    for office in IN_BRACKETS.finditer(text):
        name = _ALONE_AT_END.search(text, max(0, office.start() - 4), office.start())
        if name and looks_like_name(name.group()) and ends_in_office(office[1]):
            names.add(name.group())
    names |= set(filter(looks_like_name, _AGED.findall(text)))
    for verb in verbs().finditer(text):
        if text[verb.start() - 1 : verb.start()] in _NO_NAME_END:
            continue
        before = _PARTS.split(text[max(0, verb.start() - 24) : verb.start()])[-1]
        if not before or before[-3:] in names or before[-2:] in names:
            continue
        person = subject(before, ())
        if person and person.name:
            names.add(person.name)
        elif (
            _PLAIN_NAME.fullmatch(before)
            and not (len(before) == 2 and NEVER_IN_NAME & set(before))
            and behind_post(before, text)
        ):
            names.add(before)
    return frozenset(names)


def family_names(text):
    """Return {the part of a foreign name under which a text goes on to speak of its bearer: the whole name}.

    It is the last one, but of Uyghur and Kazakh names, the first: it counts where it stands alone.
    """
    whole = {}
    for name in dict.fromkeys(name for _, name in foreign_names(text)):
        first, _, last = name.partition("·")
        whole |= {part: name for part in (last.rpartition("·")[2],) if len(part) > 1}
        if len(first) > 1 and text.count(first) > text.count(f"{first}·"):
            whole.setdefault(first, name)
    return whole


def nicknames(text, roster):
    """Return {a nickname that a text gives somebody: the name}: 人称“铁匠爷”, 都喊他“铁匠爷”."""
    nicknames = {}
    for word in _QUOTED_WORD.finditer(text):
        called = _CALLED.search(text, max(0, word.start() - _LONGEST_CALL), word.start())
        name = called and last_name(text[max(0, called.start() - _REACH) : called.start()], roster)
        if name:
            nicknames[word[1]] = name
    return nicknames


def full_name(name, text, names):
    """Return the name that 老李 or 李师傅 stands for, printed before it; None where none can.

    Of several it is the one that the text prints far more often than the others.
    """
    surname = surname_of(name)
    if surname is None:
        return None
    found = {full for full in names if full[0] == surname and is_full(full) and text.find(full) < text.find(name)}
    (best, times), (_, others) = [*Counter({full: text.count(full) for full in found}).most_common(2), *_NOBODY][:2]
    return best if times > _FAR_MORE * others else None


def last_name(text, roster):
    """Return the last name in a text, None where there is none."""
    named = list(names_in(text, roster))
    return named[-1][0] if named else None
