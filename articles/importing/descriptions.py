"""The description of a person, cut out of the words before a name: what others do and who else is named is no part."""

import re
from functools import lru_cache

from .knowledge import plain
from .naming import LEADING, ends_in_office, names_in

# What stands before a description in its clause: whose it is said to be, what somebody else does to the person.
_CLAUSE_HEAD = re.compile(
    r".*(?:[换变]成了|直到|(?<![于但可而不就也都还正要总老])是(?!否)|的[还也]有|(?:着|了|一边)(?!.*的))"
)
_CLAUSE_HEAD_HINT = re.compile("[变换]成|直到|是|的[还也]有|着|了|一边")
_OTHERS = re.compile(".*[他她]们?(?:[^，。]{0,10}的(?=.{3})|被(?=.{2}))")
_FETCHED = re.compile(
    "^(?:.{0,12}由|[^，。的]{2,4}(?:还|又)?(?:看望|慰问|走访|接待|会见|接见)(?:慰问)?了|.{0,12}记者在.{1,14}(?:见到|遇到|找到|碰到)了?|.{0,16}[聘邀延]请了?|.{0,30}(?:见到|找到|遇到)(?=[^的]{2,8}$)|.{0,8}(?:看见|看到|遇见|碰见|碰到|本报邀请|特邀|邀请|来到|走进|走近|推开|敲开|走访|记者见到|记者遇到|记者采访|跟随|找来|请来|叫来|喊来|约来|带来)了?|(?:就|便|又|还|也)?(?:与|和|跟|同|向|对|在(?!该[^，]*的))(?=该|刚|正)"
    "|[^，]{0,24}把.{1,24}?(?:交到|交给|递给|递到|送到|送给|塞给)"
    "|(?:领到|领取|拿到|收到|接到)了?[^，]{0,20}?的(?=.{4})|[^，]{0,8}(?:联系(?:[上到]了?|了)|拨通了?|咨询了)(?=.{4})"
    "|[^，]{0,6}(?:话|事|消息|一幕|情景|景象)[让使令](?=.{4})|.{0,4}[将把](?!军)(?=[^将把，]{5})|[坐站蹲躺]在[^，的]{1,8}的"
    "|(?:当时|上周|旁听|刚(?![^，]{0,10}[年月天])|多次|长期|一直|全程|刚刚|随后|闻讯|及时|赶到|曾经?|正在|专程|前来|赶来|同来|随行|在场|路过|陪同|参与|参加)[^，]{0,20}?的)(?=.{2})"
)
# Before a description: who it was, whom something moves.
_IDENTIFIES = re.compile(
    "^(?:[就便正]是|[就还也]有|[提说谈][起到及]|让(?!胡路)|[他她]?与(?!会)|判[决令处]|责令|[帮替陪](?![扶办教工厨忙困伴审练读护补身诊同]))(?=.{3})"
)
_DEED = re.compile(
    "(?:还|又|先后|亲切|专程|特地)?(?:正在?|刚)?(?:接待|会见|采访|看望|慰问|搀扶|陪同|找到|遇到|遇见|见到|告诉|招呼|叫来|请来|拉住|喊住|[向对和与跟同给])了?"
)
_BEFORE_OBJECT = frozenset("为被由向对给让跟与和把将请据经在")
_SOME = re.compile("[也还]?有")
_WITH = re.compile("^跟(?![拍班队踪单])")
# Before a post with its unit: what else is said of the person, or how the unit comes in.
_UNIT = (
    "(?:公司|集团|医院|学院|大学|中学|小学|研究院|研究所|合作社|协会|中心|银行|街道|村党|代表、"
    "|[村厂局委厅院](?=[^的]{2}))"
)
_IN_FULL = re.compile(
    rf"^(?![家居租暂]?住|一[位名]).{{3,}}的(?=[^，的]{{2,}}{_UNIT}[^，的]{{2,}}$)"
    "|^(?:运营方|承办方|承办企业|运营企业|运营单位|施工方|主办方|附近|隔壁)(?=.{6})"
    "|^(?:丈夫|妻子|儿子|女儿|父亲|母亲|徒弟|师傅|老伴)[、，](?=.{4})"
)
_AGE = re.compile(r"\d{1,3}岁的")
_CONCERNING = ("对", "针对", "关于", "至于")
_ROW, _COMMA = re.compile("[、和与]"), re.compile("[，,]")
_LONGEST_OFFICE, _SHORTEST_ROW = 60, 12
# A report describes people with the same words again and again.
_RECENT = 256


@lru_cache(_RECENT)
def office_in(words):
    """Return the description that ends the words: their last clause, with those before it that are offices too."""
    clauses = _COMMA.split(words.strip("，, 、"))
    last = clauses.pop()
    description = [_without_deeds(_without_others(last))]
    # What somebody else does to the person parts the person from what describes that other.
    while description[0] == last and clauses and _describes(clauses[-1]) and not _AGE.match(description[0]):
        description.insert(0, clauses.pop())
    office = _IDENTIFIES.sub("", LEADING.sub("", "，".join(description)).strip("，, 、—–―─-")).removesuffix("的")
    office = office.lstrip("“") if office.count("“") > office.count("”") else office
    some = _SOME.match(office)
    if some and office[some.end() :] in plain("people"):
        office = office[some.end() :]
    office = _IN_FULL.sub("", _WITH.sub("", office))
    if office[:1] in _BEFORE_OBJECT and (office[1:] in plain("offices") or (office[0] == "在" and "的" not in office)):
        office = office[1:]
    return office if 0 < len(office) <= _LONGEST_OFFICE else None


def _describes(clause):
    return ends_in_office(clause) and not clause.startswith(_CONCERNING)


def _without_others(description):
    """Return what stands behind the last other person of a row: 甲厂厂长张三、乙厂厂长李四."""
    if len(description) < _SHORTEST_ROW or not _ROW.search(description):
        return description
    for name, at in reversed(list(names_in(description, ()))):
        behind = description[at + len(name) :]
        if len(behind) > 2 and behind[0] in "、和与" and ends_in_office(behind):
            return behind[1:]
    return description


def _without_deeds(description):
    """Return what describes the last person of a description: without what somebody else is said to do before."""
    rest = _CLAUSE_HEAD.sub("", description) if _CLAUSE_HEAD_HINT.search(description) else description
    rest = _FETCHED.sub("", _OTHERS.sub("", rest) if "他" in rest or "她" in rest else rest)
    for name, at in names_in(rest, ()) if _DEED.search(rest) else ():
        behind = rest[at + len(name) :]
        deed = _DEED.match(behind)
        if deed and ends_in_office(behind[deed.end() :]):
            return behind[deed.end() :]
    return rest
