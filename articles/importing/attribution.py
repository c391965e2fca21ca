"""Who speaks: the person that the words before a speech verb, or around a name, describe."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from .descriptions import office_in
from .knowledge import ends_with_any, marked, plain
from .names import given_letters, is_transliterated, looks_like_name
from .naming import (
    LEADING,
    MASKED_AT_END,
    ends_in_office,
    foreign_names,
    head_name,
    is_masked,
    names_in,
)
from .typography import HAN

_UP_TO_BOUNDARY = re.compile(r".*(?:[。！？!?；;：:\n]|(?<=[。！？!?…，])”)", re.DOTALL)
_REPORTERS = ("记者", "通讯员")
# Bodies of people, whose names begin with an office word: 交警大队.
_BODIES = frozenset(
    {"大队", "中队", "支队", "总队", "团队", "小组", "部门", "分局", "协会", "公会", "联盟", "小队", "班组"}
)
NEVER_IN_NAME = frozenset("的了着地得连这那一口听看说问里就都也才并未")
# At whose wish something is said.
_ON_REQUEST = re.compile("[（(]?应(?:[邀约]|[^，。]{1,16}(?:邀请|之邀|要求|请求))")
# What ends a clause that says when: 出门时.
_WHEN = frozenset("时前后")
_HAN_RUN = re.compile(rf"[{HAN}]+")
_LONGEST_ADVERBIAL = 40
_PRONOUN = re.compile(
    r"(?:^|[，、]|不过|但是?|然而|可是?|于是|随后|接着|后来|最后|同时|[此之会事饭课]后|席间|会上|路上)(?:他|她)$"
)
# Behind a name, what somebody does to the person that a description ends with.
_HANDLING = frozenset("把将给拉扶抱背推喊叫劝")
_TIME = re.compile(r"^[^，]{0,12}\d{1,2}[日月年点时](?:上午|下午|晚|中午|凌晨|清晨|傍晚|早上|晚上)?$")
# When and where somebody speaks, set before the person: 7月5日上午，/ 在活动现场，/ 看完戏，
_SCENE = re.compile(
    r"(?:[^，。]{0,10}\d{1,2}[日月点时][^，。]{0,4}，|(?:近日|日前|昨[天日]|今[天日]|当[天日]|随后|不久前|前不久)，|在[^，。把]{1,24}，|[^，。]{1,14}(?:现场|时|后|前|中|里|上|内|处)，|[^，。]完[^，。]{1,4}，|(?:面对|说起|谈及|谈起|提起|回忆起|看到|听到|得知)[^，。]{1,14}，)+"
)
# Where, and of whom that is, set before the person: 在某某拍摄的视频里，
_PLACE = re.compile("在[^，。]{2,24}的[^，。]{1,10}[里中上内]，")
_BEING = re.compile(
    r"(?:，来自[^，。]{2,14}|，(?:今年)?\d{2}岁)?(?:，?(?:是|成了|成为)(?:一名|一位|一个)?|，)([^，。；：“”]{2,40})(?=[，。；])"
)
_NOW = re.compile(r"[^。！？“”]{0,20}?(?:现任|时任|现为|担任|出任)(?:了|着)?([^，。；：“”]{2,40})(?=[，。；])")
# A sentence later: 这位63岁的传承人， 今年63岁的她是传承人，
_THIS_ONE = re.compile(
    r"[^。！？\n]{0,60}。”?(?:这[位名](?:\d{1,3}岁的)?|(?:今年)?(?:\d{1,3}岁的)?[他她](?:曾|曾经|原|原来|原本|本)?是(?:一[位名])?)"
    "([^，。；：“”]{2,30})"
)
# Where somebody lives or works, and who that is: 家住东门小区的
_LIVING = re.compile(
    "(?:^|[，、日晚晨午时])((?:[家居租暂]住在?|住在)[^，。：“”]{2,24}|在[^，。：“”]{2,16}(?:上班|工作|打工|务工|经商|开店|读书|上学|就读|[做当][^，。的]{1,4}))的$"
)
_AGE_AT_END = re.compile(r"(?<=.)[、，](?:今年|现年)?\d{1,3}岁的$")
# What a clause goes on with behind the description of who does it, if it does not end there.
_GOES_ON = re.compile("[在从已把将曾正仍还也却总每用说给笑]|坦言|直言|告诉|介绍|表示|认为|如今|现在|今年|去年|$")
# Right behind a name: 某某（青禾县农业农村局局长）
IN_BRACKETS = re.compile("（([^（），。；：“”]{2,30})）")
_ONE_OF_MANY = re.compile("[一某][位名]")
_ONE = re.compile("[一某该这]")
_CONCERNING = re.compile("对于|关于|针对|至于")
_AGAIN = re.compile("(?:老人|老汉|大娘|大爷|大妈|小伙子|姑娘|汉子)(?![家们的院年节体])")
_NATIVE = re.compile("(?<!的)人$")
_REACH = 120
_BEHIND = 48
# A report describes people with the same words again and again.
_RECENT = 256


class Person(NamedTuple):
    """A speaker as printed: a name or None, and the office or description or None."""

    name: str | None
    office: str | None


SOMEBODY = Person(None, None)
# Words for somebody who was named before, by age.
AGAIN = frozenset(
    {"老人", "老人家", "老汉", "大娘", "大爷", "大妈", "小伙子", "小伙", "姑娘", "小姑娘", "汉子", "女孩", "男孩"}
)


_STRANGER = re.compile(
    rf"[一某][位名][^，。、：“”]{{0,12}}({'|'.join(sorted(AGAIN, key=len, reverse=True))})(?=[，。来走正说在])"
)


def strangers_in(text):
    """Return the words, such as 老人, for people whom a text brings in without their names: 来了一位焦急的老人."""
    return set(_STRANGER.findall(text))


def subject(text, roster):
    """Return the Person that the words before a speech verb describe, None where they name no person.

    roster: the names that the report is known to print. SOMEBODY stands for 他 and 她: a person named before.
    """
    words = _stripped(text)
    if not words:
        return None
    if words[-1] in "他她" and _PRONOUN.search(words):
        return SOMEBODY
    words = _without_addressee(words, roster)
    if ends_with_any(words, plain("not_people")) or _ON_REQUEST.match(words):
        return None
    known = _known_at_end(words, roster)
    if known:
        return Person(known, None)
    named = _named(words)
    if named and named.office and named.name not in roster and not ends_in_office(named.office):
        named = at_head(text, roster) or named
    return named or _titled(words) or _unnamed(words) or at_head(text, roster) or in_scene(text, roster)


def _known_at_end(words, roster):
    """Return the known name that is the last clause of some words, None where that is something else."""
    clause = words[max(words.rfind("，"), words.rfind(",")) + 1 :]
    return clause if len(clause) > 1 and clause in roster else None


def _without_addressee(words, roster):
    """Return some words without 对 and to whom somebody speaks, where it is somebody who stands before that."""
    addressed = _ADDRESSED.search(words) if "对" in words else None
    if addressed is None:
        return words
    speaker = words[: addressed.start()]
    known = _known_at_end(speaker, roster) or ends_with_any(speaker, plain("people"))
    return speaker if known or (ends_in_office(speaker) and not addressed["short"]) else words


def at_head(clause, roster):
    """Return the Person with whom a clause begins, whatever follows: a known name, a described or a masked one."""
    start = clause[:_REACH]
    if start[:1] in ("他", "她"):
        return SOMEBODY
    again = _AGAIN.match(start)
    if again:
        return Person(None, again.group())
    scene = _PLACE.match(start)
    for name, at in names_in(start, roster):
        somebody = _SOMEBODY_HINT.search(start, 0, at) and _somebody().match(start, 0, at)
        if somebody and somebody.end() < at:
            break
        quoted = start.count("“", 0, at) > start.count("”", 0, at)
        if quoted or (scene and at < scene.end()):
            continue
        before = start[:at]
        if start.startswith("的", at + len(name)) and not _OPINION.match(start, at + len(name)):
            continue
        if "，" not in before or ends_in_office(before):
            return Person(
                name, office_in(before) if before and (ends_in_office(before) or before[-1] == "的") else None
            )
    name = head_name(start)
    if name and name not in plain("not_people"):
        return Person(name, None)
    somebody = _SOMEBODY_HINT.search(start) and _somebody().match(start)
    return Person(None, LEADING.sub("", somebody.group())) if somebody else None


# To whom somebody speaks, but not 面对, 针对 and the like.
_ADDRESSED = re.compile("(?<![面针反相应派结绝核校])对(?:(?P<short>[^，。对的]{1,3})|[^，。对]{4,16})$")
_OPINION = re.compile("的(?:看法|观点|感受|说法|想法|回答|体会|理由|心愿|愿望|建议)")
_SOMEBODY_HINT = re.compile("[一有]|负责|工作人员|发言人")


@cache
def _somebody():
    """Someone whom a clause begins with and does not name: 一位…的居民, 街口一位卖米的大姐."""
    people = "|".join(sorted(plain("people") | plain("offices"), key=len, reverse=True))
    return re.compile(
        rf"(?:[^，。]{{0,12}}的|[^，。的]{{0,10}})(?:一位|一名|一个|有位|有名)[^，。]{{0,16}}?(?:{people})"
        r"|(?:对此，|对于此事，)?[^，。、“]{2,24}?(?:负责人|负责同志|工作人员|发言人)(?=[并也则都没不向对])"
    )


def in_scene(clause, roster):
    """Return the Person at the head of a clause that first says when or where, None without such a scene."""
    scene = _SCENE.match(clause)
    return at_head(clause[scene.end() :], roster) if scene else None


@cache
def _adverbial():
    """How, when, where and to whom somebody speaks, right before the verb."""
    gestures = "|".join(sorted(marked("manners", ">")))
    return re.compile(
        r"(?:[坐站蹲躺跪]?在(?:(?!在)[^，。]){1,24}(?:中|时|上|后|会|里)|[^，。]([^，。])\1地|[^，。]{2}地|接受[^，。]{0,20}采访时"
        r"|[向对给跟和][^，。]{0,8}(?:记者|笔者|大家|网友|村民|居民|乡亲|群众|顾客|观众|听众|游客|市民|学生|来宾)|用[^，。]{2,12}(?:话|语|中文|英文|口音)"
        rf"|一边[^，。]{{1,12}}一边|边[^，。边]{{1,8}}边|一边[^，。]{{1,14}}|(?:{gestures})着[^，。着的]{{1,5}}|指着[^，。]{{1,12}}|通过[^，。]{{2,8}})$"
    )


# What every such adverbial ends in, or holds.
_ADVERBIAL_HINT = re.compile("[中时上后会里地者家友民亲众客话语文音]$|着|边|通过")
# In brackets behind a name: that it is another's, where somebody stands in a picture.
_REMARK = re.compile("（[^（）]{1,6}）$")


def _stripped(text):
    words = text.strip(" ，,")
    while True:
        shorter = _without_adverbial(words).rstrip("，, ")
        if shorter.endswith("）"):
            shorter = _REMARK.sub("", shorter)
        if shorter == words:
            shorter = _without_verb(words)
        if shorter == words or not shorter:
            return words
        words = shorter


def _without_adverbial(words):
    manner = ends_with_any(words, plain("manners"))
    if manner:
        return words[: -len(manner)]
    tail = words[-_LONGEST_ADVERBIAL:]
    if _ADVERBIAL_HINT.search(tail) is None:
        return words
    return words[:-_LONGEST_ADVERBIAL] + _adverbial().sub("", tail)


def _without_verb(words):
    """Return the words without a first verb of saying, behind which another one stands: 专家分析认为."""
    verb = ends_with_any(words, plain("speech_verbs"))
    if len(verb) < 2:
        return words
    rest = words[: len(words) - len(verb)]
    return rest if ends_with_any(rest, plain("people")) or ends_with_any(rest, plain("offices")) else words


@lru_cache(_RECENT)
def _named(words):
    """A description and then the name."""
    if _ONE_OF_MANY.search(words) and words[-1] not in given_letters() and ends_in_office(words):
        return None
    for at, name in foreign_names(words):
        if at + len(name) == len(words):
            return Person(name, office_in(words[:at]) if at else None)
    found = None
    splits = [
        (words[-length:], words[:-length])
        for length in (4, 3, 2)
        if len(words) >= length and looks_like_name(words[-length:]) and words[-length:] not in plain("people")
    ]
    if any(before.endswith(_REPORTERS) for _, before in splits):
        return None
    for name, before in splits:
        if ends_with_any(before.rstrip("（）() "), plain("offices")):
            return Person(name, office_in(before))
    for name, before in splits:
        if ends_in_office(before):
            return Person(name, office_in(before))
        if not before or before[-1] in "，,、 " or _TIME.match(before):
            found = found or Person(name, None)
        elif before[-1] == "的" and not any(names_in(before, ())):
            found = found or Person(name, office_in(before[:-1]))
    if found:
        return found
    masked = MASKED_AT_END.search(words)
    if masked and (is_masked(masked.group()) or ends_in_office(words[: masked.start()])):
        before = words[: masked.start()]
        if not before or before[-1] in "，,、 的" or ends_in_office(before):
            return Person(masked.group(), office_in(before) if before else None)
    return _rare_name(words)


def _rare_name(words):
    """A name without a known surname, right behind a post: what stands between the post and the verb is the name."""
    for length in (2, 3, 4, 5):
        name, before = words[-length:], words[:-length]
        if "某" in name[1:-1]:
            return None
        post = ends_with_any(before, plain("offices"))
        if before.endswith(_REPORTERS) or name in _BODIES or name[-1:] in _WHEN:
            return None
        if len(post) >= 2 and _HAN_RUN.fullmatch(name) and not ends_with_any(words, plain("offices")):
            if any(letter in NEVER_IN_NAME for letter in name) and not is_transliterated(name):
                return None
            if ends_with_any(words, plain("people")):
                return None
            return Person(name, office_in(before))
    return None


def _titled(words):
    """The name and then the title, as in 总书记."""
    title = ends_with_any(words, plain("offices"))
    rest = words[: len(words) - len(title)]
    if title:
        for length in (4, 3, 2):
            name, before = rest[-length:], rest[:-length]
            if len(name) != length or not looks_like_name(name):
                continue
            if not before or before[-1] in "，,、 ":
                return Person(name, title)
            if ends_in_office(before):
                return Person(name, office_in(before))
    return None


def _unnamed(words):
    if _CONCERNING.match(words):
        return None
    people = ends_with_any(words.removesuffix("们"), plain("people")) or (_ONE.search(words) and ends_in_office(words))
    if not people or any(words[at + len(name) : at + len(name) + 1] in _HANDLING for name, at in names_in(words, ())):
        return None
    office = office_in(words)
    return Person(None, office) if office and len(office) >= 2 else None


def described(name, text):
    """Return the longest description printed with a name in a text, None where it is printed without one."""
    best, native, at, seen = None, None, text.find(name), set()
    while at >= 0:
        first = max(0, at - _REACH)
        boundary = _UP_TO_BOUNDARY.match(text, first, at)
        before, end = text[boundary.end() if boundary else first : at], at + len(name)
        before = _AGE_AT_END.sub("", before)
        at = text.find(name, end)
        mention = before, text[end : end + _BEHIND]
        if mention in seen:
            continue
        seen.add(mention)
        candidates = [_title_after(text, end)]
        if ends_in_office(before):
            candidates.append(office_in(before))
        elif before[-1:] in ("、", "和", "与"):
            # An office that several people share is printed with the first of them.
            other = _named(before[:-1])
            candidates.append(other and other.office and ends_in_office(other.office) and other.office)
        living = _LIVING.search(before)
        candidates.append(living and living[1])
        this = _THIS_ONE.match(text, end)
        candidates.append(this and _description_in(this[1]))
        for form in (_NOW, IN_BRACKETS):
            told = form.match(text, end)
            candidates.append(told and ends_in_office(told[1]) and told[1])
        being = _BEING.match(text, end)
        if being and ends_in_office(being.group(1)):
            candidates.append(LEADING.sub("", being.group(1)))
        elif being and _NATIVE.search(being.group(1)):
            native = native or LEADING.sub("", being.group(1))
        for candidate in candidates:
            candidate = candidate and candidate.removeprefix("一个")
            if candidate and (best is None or len(candidate) > len(best)):
                best = candidate
    return best or native


def _description_in(clause):
    """Return the office or description with which a clause begins, None where it begins otherwise."""
    heads = (clause[: match.start()] for match in _GOES_ON.finditer(clause))
    return next(filter(ends_in_office, heads), None)


@cache
def _openings_of_offices():
    return frozenset(word[:2] for word in plain("offices"))


def _title_after(text, at):
    if text[at : at + 2] not in _openings_of_offices():
        return None
    for length in range(6, 1, -1):
        if text[at : at + length] in plain("offices"):
            return text[at : at + length]
    return None
