"""Names of persons: how they look, and who made a report by its byline."""

import re
from functools import cache, lru_cache
from string import ascii_uppercase

from .frame import MEDIUM, with_closed_name
from .knowledge import ends_with_any, plain, surnames
from .page import Author
from .typography import HAN

FOREIGN_NAME = re.compile(rf"[{HAN}]{{1,7}}(?:-[{HAN}]{{1,7}})?(?:·[{HAN}A-Z]{{1,8}})+")
_HAN_RUN = re.compile(rf"[{HAN}]+")
_ROLES = (
    ("首席记者", "首席记者"),
    ("记者", "记者"),
    ("实习生", "实习生"),
    ("通讯员", "通讯员"),
    ("报道员", "通讯员"),
    ("摄影", "摄影"),
    ("文/图", ""),
    ("图/文", ""),
    ("文/摄", ""),
    ("图文", ""),
    ("图/", "摄影"),
    ("撰稿人", ""),
    ("撰稿", ""),
    ("采写", ""),
    ("供稿", ""),
    ("评论员", ""),
)
_ROLE_OF = dict(_ROLES)
# 和 between two letters on either side parts names; elsewhere it is a letter of one.
_BETWEEN_NAMES = re.compile(rf"[\s、，,/：:]+|(?<=[{HAN}]{{2}})和(?=[{HAN}]{{2}})")
_BRACKETS = re.compile(r"^[\s（(□■◆●○◎★☆▲△◇【\[]+|[\s）)】\]]+$")
_WORK_AT_END = re.compile(r"[\s/／]*(?:采访)?(?:整理|采写|供稿|撰稿|报道|辑)$|[\s/](?:文|摄)$")
# Where a report was sent from: （本报记者 某某 发自某地）, （记者 某某 某地报道）
_SENT_FROM = re.compile(rf"\s发自[{HAN}]{{2,8}}$")
_REPORTS_FROM = re.compile(rf"\s(?P<place>[{HAN}]{{2,4}})报道$")
_LABEL = re.compile(r"^(?:(?:文章|信息)?作者\s*[：:]|撰?文\s*[/／\\：:](?!\s*[图摄]))\s*|报道[：:，,]?$")
_PAPER_AT_END = re.compile(rf"(?<=\s)[{HAN}]{{1,8}}(?:日报|晚报|早报|晨报|时报|商报|青年报)$")
_DESK = re.compile(rf"(?:^|\s)[{HAN}]{{2,6}}(?:记者站|分社|支社|编辑部)(?=\s)")
_TEXT_SIGN = re.compile(rf"(?<=\s)文(?=\s(?![{HAN}](?:\s|$))|$)|[／/][{HAN}]{{2,8}}报[导道]?$")
_PICTURE_SIGN = re.compile(r"[/\s]\s*[图摄]\s*$")
_LONGEST = 8
# A page prints the same names again and again.
_RECENT = 1024
# Letters with which the names of administrative units end.
PLACE_ENDINGS = frozenset("省市县区州盟旗镇乡村")
# A name of three letters that a printer set wide behind an office.
_SET_WIDE = re.compile(rf"(?<=[{HAN}]{{2}})\s+([{HAN}])\s+([{HAN}])\s+([{HAN}])$")
_COMPILES = "整理"
# What those do who sign a picture: （受访者供图）
_LENT = ("供图", "提供")
_COMPILED_BY = re.compile(r"(?:文字)?整理\s*[：:]?\s*")
# Who wrote and who took the pictures: 某某/文 某某/图, 某某 文 某某 摄
_WROTE_AND_TOOK = re.compile(r"(?:\s*/\s*|\s+)文[\s、]+(?=\S.*[/\s]\s*[图摄]$)")
_PART_SIGN = re.compile(r"(?:[/\s](?:摄|文|图)|摄影|整理)$")
_TOKEN = re.compile(
    rf"(?:本报|本刊|本台|本网)?(?:全媒体?|融媒体?)?(?:见习|实习|特约|特派|驻[{HAN}]{{1,4}}?)?(?:全媒体|融媒体)?(首席)?(?:全媒体|融媒体)?(?:见习)?"
    rf"({'|'.join(role for role, _ in _ROLES if role != '首席记者')})(?!站)"
)
_OUTLET = re.compile(rf"{MEDIUM}|本报")


# A share of a whole, behind a verb: 占六成.
_PART_OF_ALL = re.compile("[一二三四五六七八九十两几][成倍]$")
# Last letters of words for people of a kind, which no name ends with: 业主, 村民, 顾客, 观众, 农户, 读者.
_OF_MANY = frozenset("主民客众户者")


@lru_cache(_RECENT)
def looks_like_name(text):
    """Tell whether text is built like a person's name: a surname and one or two more letters, or a foreign name."""
    if "·" in text:
        return len(text) <= 20 and bool(FOREIGN_NAME.fullmatch(text)) and _is_spelled(text)
    single, compound = surnames()
    surnamed = text[:2] in compound and 3 <= len(text) <= 4
    word = text[:2] in plain("not_names") and not (len(text) == 3 and text[2] in given_letters())
    described = text[-1:] in _OF_MANY and text[1:] in plain("people")
    surnamed = surnamed or (text[:1] in single and 2 <= len(text) <= 3 and not word and not described)
    return surnamed and bool(_HAN_RUN.fullmatch(text)) and not _PART_OF_ALL.search(text)


@cache
def given_letters():
    """Return the letters that given names often end in."""
    return frozenset("".join(plain("given_letters")))


def is_transliterated(text):
    """Tell whether text is spelled like a Mongolian, Tibetan or Uyghur name and holds a known part of such names.

    Any letter may stand before a part or behind it.
    """
    if _letters_of_transliterated().issuperset(text):
        return bool(_known_part().search(text))
    return not plain("transliterated").isdisjoint((text, text[1:], text[:-1]))


def is_tibetan(text):
    """Tell whether four letters begin with a part of Tibetan and Mongolian names: 才让东知."""
    return len(text) == 4 and bool(_known_part().match(text))


@cache
def _known_part():
    return re.compile("|".join(plain("transliterated")))


@cache
def spelling():
    """Return the letters with which foreign names are spelled."""
    return frozenset("".join([*plain("transliteration"), ascii_uppercase]))


def _is_spelled(text):
    """Tell whether letters that spell foreign names are at least a third of a text."""
    letters = text.replace("·", "")
    return 3 * sum(letter in spelling() for letter in letters) >= len(letters)


@cache
def _letters_of_transliterated():
    return spelling().union(*plain("transliterated"))


def split_names(text):
    """Return the names in a run of names parted by spaces, commas or nothing; [] where it is no such run."""
    names = []
    chunks = [chunk for chunk in _BETWEEN_NAMES.split(text.strip()) if chunk]
    for chunk in _joined(chunks):
        whole = looks_like_name(chunk) or _unusual_name(chunk) or (len(chunk) <= _LONGEST and is_transliterated(chunk))
        whole = whole or is_tibetan(chunk)
        parts = [chunk] if whole else _cut(chunk) or _long_name(chunk)
        if not parts:
            return []
        names += parts
    return names


def _joined(chunks):
    """Join a surname and a given name that a printer set apart to make a short name as wide as a long one."""
    at = 0
    while at < len(chunks):
        if len(chunks[at]) == 1 and at + 1 < len(chunks) and len(chunks[at + 1]) <= 2:
            yield chunks[at] + chunks[at + 1]
            at += 2
        else:
            yield chunks[at]
            at += 1


def _unusual_name(chunk):
    """A chunk of two or three letters set apart as a name is taken for one whatever its first letter."""
    return bool(_HAN_RUN.fullmatch(chunk)) and 2 <= len(chunk) <= 3


def _long_name(chunk):
    """Mongolian, Tibetan and Uyghur names are longer and have no Han surname."""
    return [chunk] if _HAN_RUN.fullmatch(chunk) and 4 <= len(chunk) <= 5 else []


def _cut(run):
    """Cut names that run together: each starts with a surname, three letters before two, and nothing is left over."""
    single, compound = surnames()
    ends = {len(run): len(run)}
    for at in range(len(run) - 1, -1, -1):
        lengths = (4, 3) if run[at : at + 2] in compound else (3, 2) if run[at] in single else ()
        end = next((at + length for length in lengths if at + length in ends), None)
        if end:
            ends[at] = end
    names, at = [], 0
    while at < len(run) and at in ends:
        names.append(run[at : ends[at]])
        at = ends[at]
    return names


def with_office(text):
    """Return (the office, the name) of a line that prints both, run together or not; ("", the line) for another."""
    wide = _SET_WIDE.search(text)
    if wide:
        return text[: wide.start()].replace(" ", ""), "".join(wide.groups())
    office, _, name = with_closed_name(text).rpartition(" ")
    if office:
        return office.replace(" ", ""), name
    cuts = (len(text) - length for length in (3, 2, 4))
    at = next((at for at in cuts if at > 1 and looks_like_name(text[at:]) and text[:at] in plain("offices")), 0)
    return text[:at], text[at:]


def _is_office(name):
    if name in plain("offices") or name in plain("people"):
        return True
    return len(name) > 3 and bool(ends_with_any(name, plain("offices")))


def _is_place(name):
    return len(name) > 2 and name[-1] in PLACE_ENDINGS and not looks_like_name(name)


def parse_byline(text, default_role=""):
    """Return the Authors of a byline as printed, such as （本报记者 X 通讯员 Y Z）; [] where it holds no names."""
    return [Author(name, role) for name, role in _signed(text, default_role)]


@lru_cache(_RECENT)
def _signed(text, default_role):
    """Return the pairs (name, role) of a byline."""
    inner = _BRACKETS.sub("", text.replace("／", "/"))
    if _WROTE_AND_TOOK.search(inner):
        inner = _PICTURE_SIGN.sub("", _WROTE_AND_TOOK.sub(" 图/", inner))
    place = _REPORTS_FROM.search(inner)
    if place and not looks_like_name(place["place"]):
        inner = inner[: place.start()]
    if _TOKEN.search(inner):
        inner = _WORK_AT_END.sub("", inner)
    elif inner.endswith(_COMPILES) or _COMPILED_BY.match(inner):
        inner, default_role = _COMPILED_BY.sub("", inner.removesuffix(_COMPILES)).rstrip(" /"), _COMPILES
    elif inner.endswith(_LENT):
        return []
    inner = _SENT_FROM.sub("", _LABEL.sub("", inner))
    inner = _DESK.sub(" ", _TEXT_SIGN.sub("", inner))
    authors, role, at = [], default_role, 0
    for token in [*_TOKEN.finditer(inner), None]:
        chunk = inner[at : token.start() if token else len(inner)]
        if _PICTURE_SIGN.search(chunk):
            role = "摄影"
        chunk = _PAPER_AT_END.sub("", chunk.strip(" 、，,：:/")) if token else chunk.strip(" 、，,：:/")
        if chunk and not (token and _OUTLET.fullmatch(chunk)):
            names = split_names(_PART_SIGN.sub("", chunk).strip())
            if not names and token is None:
                return []
            authors += [(name, role) for name in names if not _is_office(name) and not _is_place(name)]
        if token:
            word = (token.group(1) or "") + token.group(2)
            role, at = _ROLE_OF.get(word, ""), token.end()
    return authors
