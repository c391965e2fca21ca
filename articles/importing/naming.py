"""Where a running text names people: behind an office, at the head of a sentence, in disguise, or again and again."""

import re
from functools import cache

from .knowledge import ends_with_any, plain, surnames
from .names import FOREIGN_NAME, given_letters, looks_like_name, spelling
from .typography import HAN

_KIN = (
    "女士|先生|小姐|老太太|老爷子|大爷|大妈|大娘|大叔|大姐|大哥|大伯|大嫂|大婶|阿姨|阿婆|阿公|阿伯|阿叔|阿妈|婆婆|伯伯|老伯|师傅|奶奶|爷爷"
    "|老师|医生|同学|婶|嫂"
)
_KIN_STARTS = "".join(sorted({word[0] for word in _KIN.split("|")}))
# Behind 某 these are some place or thing, not the name of somebody.
_SOME = (
    "小区|公司|单位|企业|学校|医院|银行|[村镇县市区省路街楼店厂局处地日天年月次个些种项品]|工地|部门|平台|超市|酒店|宾馆|商场"
    "|网站|软件"
)
# Words that start like a familiar name (老李, 小宋, 阿秀) and are none.
_NO_NAMES = (
    "小修小区小学小组小时小型小伙小麦小镇小康小心小孩小店小微小小小朋小吃小事小河小院小姐小说小车小额小巷小城小企小户小票小菜小米小面小村小家小广"
    "老农老客老将老艺老戏老矿老宅老厝老窑老井老路老桥老船"
    "老人老师老板老年老旧老家老百老乡老伴老化老街老城老党老干老区老兵老屋老房老牌老厂老是老字老手老汉老两老一老太老爷老大老伯老村老同老公"
    "阿婆阿公阿妹阿哥阿嫂阿弟阿爷阿伯老婆老实老茶老粮老小阿姨阿拉阿克"
)
_MASKED = re.compile(
    rf"(?:[{HAN}](?=[{_KIN_STARTS}某])(?:某{{1,2}}(?!{_SOME})|{_KIN})"
    rf"|(?=[老小阿])(?!{'|'.join(re.findall('..', _NO_NAMES))})[老小阿][{HAN}](?![{HAN}]?[镇村县市区岗院沟]))"
)
_POLITE = re.compile(rf"[{HAN}](?:{_KIN})")
MASKED_AT_END = re.compile(rf"(?:{_MASKED.pattern})$")
LEADING = re.compile(
    r"^(?:(?:据|对此|其中|而|但|而且|同时|此外|随后|当天|当日|会上|会议上|活动中|现场(?!.{1,6}的)|采访中|今年|去年)[，,]?"
    r"|(?:今年)?\d{1,3}岁的|一旁的?|正在|刚刚|[问答][：:])+"
)
# Letters frequent in given names, with which a child or a young person is called 小刚, 小雨.
_GIVEN = frozenset(
    "雨刚明红芳丽军强华伟杰玲燕霞娟敏静涛超勇磊洋艳辉鹏宇欣怡轩涵萌豆宝妹毛虎龙花兰梅英萍莉娜婷慧颖雪琴云飞峰浩波亮"
)
_OFFICE_ENDINGS = frozenset("员长者师匠工户民手友客兵官医商农生")
FEW_NAMES = 60
_LONGEST_NICKNAME = 10
# So many letters at most a foreign name has before its first dot.
_LONGEST_BEFORE_DOT = 15
PLACE = re.compile(
    rf"[{HAN}]{{0,2}}(?:嘎查(?!达)|苏木(?!达))|地区|嘎查(?!达)|苏木(?!达)|草原|牧场|[市县区旗盟州乡镇村屯湖山河港]|斯坦"
)
# Surnames that are words of their own far more often: 学生来测绘.
_WORDS = frozenset("来时计查植占折脱把库图才良")
_MOST_BESIDE = 3
_ARE_LETTERS = re.compile(rf"[{HAN}]*")
_SENTENCE_ENDS = frozenset("。！？；")
_CLAUSE_ENDS = frozenset("，。！？：；”“\n")
# Second letters that spell foreign names, and hardly ever begin a given name.
_FOREIGN = frozenset("蒂埃奥巴德尔弗格卡克科拉莱勒鲁罗洛姆奈尼诺帕普萨塞史斯塔特图瓦韦维乌亚")
# Letters that spell names, and more often stand before a name as words of their own.
_COVERBS = frozenset("让于约可多特加得")
# What may follow a name of two letters, so that a third letter is not taken for a part of it.
_AFTER_NAME = frozenset("曾向在对说和与及则也是的从将等于就被把让给来去到却还都又已便因率、，。：；！？”“（）")
# Of these, letters with which given names begin: 江向晚.
_ALSO_GIVEN = frozenset("向和从来")


def names_in(text, roster):
    """Yield (name, place) of known, described and masked names in a text, the first first."""
    found = list(_known_names(text, roster))
    masked = (match for match in _MASKED.finditer(text) if is_masked(match.group()) and _may_stand(match, text))
    found += [_with_surname(text, match) for match in masked]
    found += filter(None, (_whole(text, match) for match in _transliterated().finditer(text)))
    found += foreign_names(text)
    found += mentions(text)
    end = 0
    for at, name in sorted(found, key=lambda pair: (pair[0], -len(pair[1]))):
        if at >= end:
            yield name, at
            end = at + len(name)


def _may_stand(match, text):
    """Tell whether a familiar name may stand at its place: at the end of a sentence 小山 and the like are words."""
    name, following = match.group(), text[match.end() : match.end() + 2]
    if following[:1] == "”" or len(name) > 2 or name[0] not in "老小阿":
        return following[:1] != "”"
    if name[0] == "阿":
        return is_after(following)
    word = name[1] + following[:1]
    return following[:1] not in _SENTENCE_ENDS and word not in plain("offices") and word not in plain("people")


def _known_names(text, roster):
    """Yield (place, name) of the first mention of each known name; a thousand names cost no more than a few."""
    if len(roster) <= FEW_NAMES:
        yield from ((text.find(name), name) for name in roster if name in text)
        return
    seen = set()
    longest = max(map(len, roster), default=0)
    for at in range(len(text)):
        for length in range(2, min(longest, len(text) - at) + 1):
            name = text[at : at + length]
            if name in roster and name not in seen:
                seen.add(name)
                yield at, name


def _with_surname(text, match):
    """Return (place, name) of a familiar name, which with a surname before it is a full one: 小平, 令小平."""
    at, name = match.start(), match.group()
    before = text[at - 1 : at]
    if (
        before in _surnames_before()
        and len(name) == 2
        and looks_like_name(before + name)
        and not ends_in_office(text[:at])
    ):
        return at - 1, before + name
    return at, name


@cache
def _surnames_before():
    return surnames()[0] - set("和与同跟对向于来从")


def _whole(text, match):
    """Return (place, name) of a name of known parts, with the letters around them; None where they name a place."""
    start, end = match.span()
    letters = _letters_of_names()
    first = start
    while first and start - first < _MOST_BESIDE and text[first - 1] in letters and not ends_in_office(text[:first]):
        first -= 1
    if first and (text[first - 1] not in letters or ends_in_office(text[:first])):
        start = first
    last = end
    while last - end < _MOST_BESIDE and text[last : last + 1] in letters and not is_after(text[last : last + 2]):
        last += 1
    following = text[last : last + 1]
    may_end = following in letters or following in _COVERBS or following in given_letters()
    if may_end and is_after(text[last + 1 : last + 3]):
        last += 1
    if text[last : last + 1] not in letters or is_after(text[last : last + 2]):
        end = last
    surname = end - start == 2 and text[start - 1 : start] in _surnames_before() and not _follows_post(text, start)
    if surname and ends_in_office(text[: start - 1]):
        start -= 1
    # Letters right behind an office, or at the head of a clause, belong to the name, whatever they are.
    post = next((at for at in (start, start - 1, start - 2) if at > 1 and _follows_post(text, at)), None)
    if post is not None and _ARE_LETTERS.fullmatch(text, post, start):
        start = post
        end += len(always_behind(text[start:end], text))
        end = next((at for at in (end + 1, end + 2) if text[at : at + 1] == "的"), end)
    elif start <= 2 or text[start - 3] in _CLAUSE_ENDS:
        before = text[max(0, start - 2) : start]
        if before and letters.issuperset(before):
            start -= len(before)
    if start > 1 and text[start - 1] == "-" and text[start - 2] in spelling():
        start -= 2
    names_place = PLACE.match(text, end) or text.endswith("斯坦", start, end)
    return None if names_place else (start, text[start:end])


@cache
def _letters_of_names():
    return spelling() - _COVERBS


def whole_names(text):
    """Return the names of known parts that a text prints behind an office."""
    found = filter(None, (_whole(text, match) for match in _transliterated().finditer(text)))
    return {name for at, name in found if _follows_post(text, at)}


def _follows_post(text, at):
    return len(ends_with_any(text[max(0, at - 8) : at], plain("offices"))) > 1


def is_masked(name):
    """Tell whether letters that look like a familiar or a masked name, such as 老李 or 赵某, can be one."""
    if name[0] in "老小":
        return name[1] in surnames()[0] or (name[0] == "小" and name[1] in _GIVEN)
    return name[0] == "阿" or name[0] in _surnames_before()


def surname_of(name):
    """Return the surname in a familiar name such as 老李 or 李师傅, None of other names."""
    if len(name) == 2 and name[0] in "老小":
        return name[1]
    return name[0] if _POLITE.fullmatch(name) else None


def is_full(name):
    """Tell whether a name is a whole one: neither a familiar one nor one in disguise."""
    return len(name) > 1 and surname_of(name) is None and "某" not in name


def foreign_names(text):
    """Return [(place, name)] of the names with a middle dot: what stands before it since the last office word."""
    found = []
    if "·" not in text:
        return found
    for match in _dotted(text):
        parts = match.group().split("·")
        first, last = parts[0], parts[-1]
        for cut in range(len(first)):
            before = text[max(0, match.start() + cut - 8) : match.start() + cut]
            if cut and (ends_in_office(before) or before[-1] in "的、和与"):
                first = parts[0][cut:]
        known = _transliterated().match(last)
        first_end = known.end() if known else 1
        end = next((i for i in range(first_end, len(last)) if _ends_foreign(last[i:])), len(last))
        spelled = next((i for i in range(len(first) - 1, 0, -1) if first[i - 1] not in spelling()), 0)
        if spelled and first[spelled - 1] in _OFFICE_ENDINGS | {"教", "籍", "家", "人"}:
            first = first[spelled:]
        name = "·".join([first, *parts[1:-1], last[:end]])
        found.append((match.start() + len(parts[0]) - len(first), name))
    return found


def _dotted(text):
    """Yield the matches of foreign names, sought around their dots."""
    at, end = text.find("·"), 0
    while at >= 0:
        match = FOREIGN_NAME.search(text, max(end, at - _LONGEST_BEFORE_DOT))
        if match is None:
            return
        yield match
        end = match.end()
        at = text.find("·", end)


def _ends_foreign(letters):
    return letters[0] not in spelling() or letters[:2] in plain("after_names")


def head_name(text):
    """Return the name with which a sentence begins, where what follows can stand behind a name; else None."""
    head = LEADING.sub("", text[:24])
    name = _name_at(head[:5]) if len(head) > 3 else None
    likely = name and (len(name) != 3 or name[-1] in given_letters() or name[1] in given_letters())
    return name if likely and is_after(head[len(name) :]) else None


def behind_post(name, text):
    """Tell whether a text prints these letters right behind an office word."""
    return any(len(ends_with_any(text[max(0, at - 8) : at], plain("offices"))) >= 2 for at in places(name, text))


def ends_in_office(words):
    """Tell whether words end in an office, a trade or a relation, or in a letter with which such words are made."""
    words = words.rstrip("（）() ")
    if words.endswith("”") and "“" in words[-_LONGEST_NICKNAME:]:
        words = words[:-1]
    if ends_with_any(words, plain("offices")):
        return True
    return len(words) > 1 and words[-1] in _OFFICE_ENDINGS and words[-2].isalnum() and words[-2] not in "的一这那"


@cache
def _transliterated():
    parts = "|".join(sorted(plain("transliterated"), key=len, reverse=True))
    firsts, seconds = ("".join(sorted({part[at] for part in plain("transliterated")})) for at in (0, 1))
    return re.compile(rf"(?=[{firsts}][{seconds}])(?:{parts})(?:{parts}){{0,2}}")


@cache
def _candidates():
    """A letter that ends an office word, with a surname behind it: the place of a possible mention."""
    ends = "".join(sorted({word[-1] for word in plain("offices")}))
    single, compound = surnames()
    firsts = "".join(sorted(single | {name[0] for name in compound}))
    return re.compile(rf"[{firsts}](?<=[{ends}].)(?=([{HAN}]{{1,6}}))")


def mentions(text):
    """Return [(place, name)] of the names that stand right behind an office word."""
    found = []
    for match in _candidates().finditer(text):
        at = match.start()
        before = text[max(0, at - 8) : at]
        post = ends_with_any(before, plain("offices"))
        if not post and before[-1] not in _OFFICE_ENDINGS:
            continue
        name = _name_at(match.group() + match.group(1))
        if name and name[0] in _WORDS and not (len(name) == 3 and name[-1] in given_letters()):
            continue
        if name and name[1:] in plain("offices"):
            continue
        dotted = "·" in text[at : at + len(name or "") + 2]
        follows = post or (_may_follow(before, name or "") and not PLACE.match(text, at + len(name or "")))
        if name and not dotted and follows and not _is_in_office(text, at):
            found.append((at, name))
    return found


def _is_in_office(text, at):
    """Tell whether an office word that begins before a place goes on behind it: 工|程师."""
    return any(len(ends_with_any(text[max(0, at - 6) : at + more], plain("offices"))) > more for more in (1, 2))


def _may_follow(before, name):
    """Behind a letter with which office words are made, but behind none that is known, a name has to look like one."""
    likely = len(name) == 3 and name[-1] in given_letters() and before[-1] + name[0] not in plain("offices")
    return likely and ends_in_office(before)


def always_behind(name, text):
    """Return the one or two letters that stand behind a name wherever it is printed, "" where they are no part."""
    ends = [at + len(name) for at in places(name, text)]
    for length in (2, 1):
        behind = {text[end : end + length] for end in ends}
        further = {text[end + length : end + length + 2] for end in ends}
        letters = behind.pop()
        same = not behind and len(further) > 1 and _ARE_LETTERS.fullmatch(letters)
        if same and letters not in plain("speech_verbs") and (letters in spelling() or not is_after(letters)):
            return letters
    return ""


@cache
def surname_letters():
    """Return the pattern of a letter with which surnames begin."""
    single, compound = surnames()
    return re.compile(f"[{''.join(sorted(single | {name[0] for name in compound}))}]")


def _foreign_end(letters):
    """Return where a name that is spelled as no Chinese one is ends, 3 at least."""
    end = 3
    while letters[end : end + 1] in spelling() and not is_after(letters[end:]):
        end += 1
    return end


def places(name, text):
    """Yield where a text prints a name."""
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + 1)


def is_after(letters):
    """Tell whether letters can be what follows a name."""
    return letters[:1] in _AFTER_NAME or letters[:1] in plain("after_names") or letters[:2] in plain("after_names")


def _name_at(letters):
    if letters[1:2] in _AFTER_NAME:
        given = letters[1] in _ALSO_GIVEN and letters[2:3] in given_letters() and looks_like_name(letters[:3])
        return letters[:3] if given else None
    if letters[1:2] == "某":
        return letters[:3] if letters[2:3] == "某" else letters[:2]
    known = letters[:1] in _surnames_before() and _transliterated().match(letters, 1)
    if known and known.end() > 2:
        end = known.end()
        while letters[end : end + 1] in spelling() and not is_after(letters[end:]):
            end += 1
        return letters[:end]
    if letters[:2] in surnames()[1]:
        return letters[:4] if len(letters) > 3 and not is_after(letters[3:]) else letters[:3]
    if len(letters) >= 3 and looks_like_name(letters[:3]) and not is_after(letters[2:]):
        return letters[: _foreign_end(letters)] if letters[1] in _FOREIGN else letters[:3]
    return letters[:2] if looks_like_name(letters[:2]) else None
