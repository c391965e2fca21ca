"""Who speaks: the person that the words before a speech verb, or around a name, describe."""

import re
from functools import cache
from typing import NamedTuple

from .knowledge import ends_with_any, plain, surnames
from .names import FOREIGN_NAME, looks_like_name
from .typography import HAN

_BOUNDARY = re.compile(r"[。！？!?；;：:\n]|(?<=[。！？!?…，])”")
_ADVERBIAL = re.compile(
    r"(?:在[^，。]{1,24}(?:中|时|上|后|会)|在一?旁|[^，。]([^，。])\1地|接受[^，。]{0,20}采访时|[^，。]{2}地|[向对][^，。]{0,8}(?:记者|大家|网友)"
    r"|一边[^，。]{1,12}一边|边[^，。边]{1,8}边|昨[天日晚]|今[天日晚]|近日|日前|当[天日]|笑着|哭着|接着|随后|同时|还|也|却|则|就|又|再次"
    r"|郑重|一致|曾|坦率|动情|不断|纷纷|这样|如是|现场|当场|进一步|激动|高兴|自豪|感慨|欣慰|应邀|专程|特意|首先|最后|特别)$"
)
_HAN_RUN = re.compile(rf"[{HAN}]+")
_COMMA = re.compile("[，,]")
_LONGEST_ADVERBIAL = 40
_KIN = "女士|先生|小姐|大爷|大妈|大娘|大叔|大姐|大哥|大伯|阿姨|师傅|奶奶|爷爷|老师|医生|同学|婶|嫂"
_KIN_STARTS = "".join(sorted({word[0] for word in _KIN.split("|")}))
# Words that start like a familiar name (老李, 小宋, 阿秀) and are none.
_NO_NAMES = (
    "小区小学小组小时小型小伙小麦小镇小康小心小孩小店小微小小小朋小吃小事小河小院小姐小说小车小额小巷小城小企小户小票小菜小米小面小村小家小广"
    "老人老师老板老年老旧老家老百老乡老伴老化老街老城老党老干老区老兵老屋老房老牌老厂老是老字老手老汉老两老一老太老爷老大老伯老村老同老公"
    "老婆老实老茶老粮老小阿姨阿拉阿克"
)
_MASKED = re.compile(
    rf"(?:[{HAN}](?=[{_KIN_STARTS}某])(?:某{{1,2}}|{_KIN})"
    rf"|(?=[老小阿])(?!{'|'.join(re.findall('..', _NO_NAMES))})[老小阿][{HAN}](?![{HAN}]?[镇村县市区岗院沟]))"
)
_MASKED_AT_END = re.compile(rf"(?:{_MASKED.pattern})$")
_PRONOUN = re.compile(r"(?:^|[，、])(?:他|她)$")
_LEADING = re.compile(
    r"^(?:(?:据|对此|其中|而|但|而且|同时|此外|随后|当天|当日|会上|会议上|活动中|现场|采访中|今年|去年)[，,]?"
    r"|(?:今年)?\d{1,3}岁的|一旁的?|正在|刚刚)+"
)
# Letters frequent in given names, with which a child or a young person is called 小刚, 小雨.
_GIVEN = frozenset(
    "雨刚明红芳丽军强华伟杰玲燕霞娟敏静涛超勇磊洋艳辉鹏宇欣怡轩涵萌豆宝妹毛虎龙花兰梅英萍莉娜婷慧颖雪琴云飞峰浩波亮"
)
_OFFICE_ENDINGS = frozenset("员长者师匠工户民手友客兵官医商农生")
# What may follow a name of two letters, so that a third letter is not taken for a part of it.
_AFTER_NAME = frozenset("向在对说和与及则也是的从将等于就被把让给来去到却还都又已便因率、，。：；！？”“（）")
_TIME = re.compile(r"^[^，]{0,12}\d{1,2}[日月年点时](?:上午|下午|晚|中午|凌晨|清晨|傍晚|早上|晚上)?$")
_BEING = re.compile(r"(?:是|成了|成为|，)((?:一名|一位|一个)?[^，。；：“”]{2,40})(?=[，。；])")
_LONGEST_OFFICE = 60
_REACH = 120


class Person(NamedTuple):
    """A speaker as printed: a name or None, and the office or description or None."""

    name: str | None
    office: str | None


SOMEBODY = Person(None, None)


def subject(text, roster):
    """Return the Person that the words before a speech verb describe, None where they name no person.

    roster: the names that the report is known to print. SOMEBODY stands for 他 and 她: a person named before.
    """
    words = _stripped(text)
    if not words:
        return None
    if _PRONOUN.search(words):
        return SOMEBODY
    if ends_with_any(words, plain("not_people")) or words.lstrip("（(").startswith("应"):
        return None
    return _named(words) or _titled(words) or _unnamed(words) or at_head(text, roster)


def at_head(clause, roster):
    """Return the Person with whom a clause begins, whatever follows: a known name, a described or a masked one."""
    start = clause[:_REACH]
    if start[:1] in ("他", "她"):
        return SOMEBODY
    for name, at in names_in(start, roster):
        before = start[:at]
        if start[at + len(name) : at + len(name) + 1] == "的":
            continue
        if "，" not in before or _ends_in_office(before):
            return Person(name, _office(before) if before and _ends_in_office(before) else None)
    name = head_name(start)
    return Person(name, None) if name else None


def head_name(text):
    """Return the name with which a sentence begins, where what follows can stand behind a name; else None."""
    head = _LEADING.sub("", text[:24])
    name = _name_at(head[:5]) if len(head) > 3 else None
    return name if name and _is_after(head[len(name) :]) else None


def names_in(text, roster):
    """Yield (name, place) of known, described and masked names in a text, the first first."""
    found = [(text.find(name), name) for name in roster if name in text]
    found += [(match.start(), match.group()) for match in _MASKED.finditer(text) if _is_masked(match.group())]
    found += foreign_names(text)
    found += mentions(text)
    end = 0
    for at, name in sorted(found, key=lambda pair: (pair[0], -len(pair[1]))):
        if at >= end:
            yield name, at
            end = at + len(name)


def _is_masked(name):
    if name[0] in "老小":
        return name[1] in surnames()[0] or (name[0] == "小" and name[1] in _GIVEN)
    return name[0] == "阿" or name[0] in surnames()[0]


def _stripped(text):
    words = text.strip(" ，,")
    while True:
        shorter = (words[:-_LONGEST_ADVERBIAL] + _ADVERBIAL.sub("", words[-_LONGEST_ADVERBIAL:])).rstrip("，, ")
        if shorter == words or not shorter:
            return words
        words = shorter


def _named(words):
    """A description and then the name."""
    for at, name in foreign_names(words):
        if at + len(name) == len(words):
            return Person(name, _office(words[:at]) if at else None)
    found = None
    splits = [
        (words[-length:], words[:-length])
        for length in (4, 3, 2)
        if len(words) >= length and looks_like_name(words[-length:])
    ]
    for name, before in splits:
        if ends_with_any(before.rstrip("（）() "), plain("offices")):
            return Person(name, _office(before))
    for name, before in splits:
        if _ends_in_office(before):
            return Person(name, _office(before))
        if not before or before[-1] in "，,、 " or _TIME.match(before):
            found = found or Person(name, None)
        elif before[-1] == "的":
            found = found or Person(name, _office(before[:-1]))
    if found:
        return found
    masked = _MASKED_AT_END.search(words)
    if masked and _is_masked(masked.group()):
        before = words[: masked.start()]
        if not before or before[-1] in "，,、 的" or _ends_in_office(before):
            return Person(masked.group(), _office(before) if before else None)
    return _rare_name(words)


def foreign_names(text):
    """Return [(place, name)] of the names with a middle dot: what stands before it since the last office word."""
    found = []
    if "·" not in text:
        return found
    for match in FOREIGN_NAME.finditer(text):
        parts = match.group().split("·")
        first, last = parts[0], parts[-1]
        for cut in range(len(first)):
            before = text[max(0, match.start() + cut - 8) : match.start() + cut]
            if cut and (ends_with_any(before, plain("offices")) or before[-1] in "的、和与"):
                first = parts[0][cut:]
        end = next((i for i in range(1, len(last)) if _is_after(last[i:])), len(last))
        name = "·".join([first, *parts[1:-1], last[:end]])
        found.append((match.start() + len(parts[0]) - len(first), name))
    return found


def behind_post(name, text):
    """Tell whether a text prints these letters right behind an office word."""
    at = text.find(name)
    while at >= 0:
        if len(ends_with_any(text[max(0, at - 8) : at], plain("offices"))) >= 2:
            return True
        at = text.find(name, at + 1)
    return False


def _rare_name(words):
    """A name without a known surname, right behind a post: what stands between the post and the verb is the name."""
    for length in (2, 3, 4, 5):
        name, before = words[-length:], words[:-length]
        post = ends_with_any(before, plain("offices"))
        if len(post) >= 2 and _HAN_RUN.fullmatch(name) and not ends_with_any(words, plain("offices")):
            if ends_with_any(words, plain("people")):
                return None
            return Person(name, _office(before))
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
    words = words.rstrip("（）() ")
    return bool(ends_with_any(words, plain("offices"))) or (len(words) > 1 and words[-1] in _OFFICE_ENDINGS)


def _office(words):
    """Return the description that ends the words: their last clause, with those before it that are offices too."""
    clauses = _COMMA.split(words.strip("，, 、"))
    description = [clauses.pop()]
    while clauses and _ends_in_office(clauses[-1]):
        description.insert(0, clauses.pop())
    office = _LEADING.sub("", "，".join(description)).strip("，, 、“")
    return office if 0 < len(office) <= _LONGEST_OFFICE else None


def described(name, text):
    """Return the longest description printed with a name in a text, None where it is printed without one."""
    best, at = None, text.find(name)
    while at >= 0:
        start = max(
            (match.end() for match in _BOUNDARY.finditer(text, max(0, at - _REACH), at)), default=max(0, at - _REACH)
        )
        before, end = text[start:at], at + len(name)
        candidates = [_title_after(text, end)]
        if _ends_in_office(before):
            candidates.append(_office(before))
        being = _BEING.match(text, end)
        if being and _ends_in_office(being.group(1)):
            candidates.append(_LEADING.sub("", being.group(1)))
        for candidate in candidates:
            if candidate and (best is None or len(candidate) > len(best)):
                best = candidate
        at = text.find(name, end)
    return best


def _title_after(text, at):
    for length in range(6, 1, -1):
        if text[at : at + length] in plain("offices"):
            return text[at : at + length]
    return None


@cache
def _candidates():
    """A letter that ends an office word, with a surname behind it: the place of a possible mention."""
    ends = "".join(sorted({word[-1] for word in plain("offices")}))
    single, compound = surnames()
    firsts = "".join(sorted(single | {name[0] for name in compound}))
    return re.compile(rf"(?<=[{ends}])(?=[{firsts}])([{HAN}]{{2,5}})")


def mentions(text):
    """Return [(place, name)] of the names that stand right behind an office word."""
    found = []
    for match in _candidates().finditer(text):
        if ends_with_any(text[max(0, match.start() - 8) : match.start()], plain("offices")):
            name = _name_at(match.group(1))
            if name and "·" not in text[match.start() : match.start() + len(name) + 2]:
                found.append((match.start(), name))
    return found


def settled(name, text):
    """Return a name of three letters without its last one where the text elsewhere prints the first two as the name."""
    if len(name) != 3 or not looks_like_name(name) or name[:2] in surnames()[1]:
        return name
    at = text.find(name[:2])
    while at >= 0:
        if text[at + 2 : at + 3] != name[2] and _is_after(text[at + 2 : at + 4]):
            return name[:2]
        at = text.find(name[:2], at + 2)
    return name


def _is_after(letters):
    """Tell whether letters can be what follows a name."""
    return letters[:1] in _AFTER_NAME or letters[:2] in plain("after_names")


def _name_at(letters):
    if letters[1:2] in _AFTER_NAME:
        return None
    if letters[1:2] == "某":
        return letters[:3] if letters[2:3] == "某" else letters[:2]
    if letters[:2] in surnames()[1]:
        return letters[:4] if len(letters) > 3 and not _is_after(letters[3:]) else letters[:3]
    if len(letters) >= 3 and looks_like_name(letters[:3]) and not _is_after(letters[2:]):
        return letters[:3]
    return letters[:2] if looks_like_name(letters[:2]) else None
