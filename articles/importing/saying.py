"""The verbs with which somebody says something."""

import re
from functools import cache

from .knowledge import marked, plain

# Letters behind which no verb of saying stands: 的要求, 不认为.
_NO_SAYING = tuple("的不别")
_ADVERBS = ("特别", "分别")
# Letters before 说 or 讲 with which it is another word: 再说, 听说, 据说, 小说.
_NOT_SAYING = tuple("一再听据且来小传劝演解学细询访提慰疑请顾主宣播开评")

# Behind a demand stands, before a comma, to whom it is made, or else the first part of what is demanded.
_DEMANDS = frozenset({"要求", "希望", "建议", "呼吁"})
# What is demanded in court is no appeal to somebody.
_CLAIMED = "赔偿|支付|返还|退还|解除|判令|承担|确认"
# What may stand behind a verb of one letter.
_BEHIND_VERB = "道说称到着时，,：:。！？“"
_ADDRESSEES = "局部门们者民众人友家长员方会院队位司业校县市乡镇村"


@cache
def verbs():
    """Return the pattern of speech verbs before their words, and of calling on others, which needs no comma."""
    plain_verbs, telling, calling = (
        sorted(verbs, key=len, reverse=True)
        for verbs in (plain("speech_verbs"), marked("speech_verbs", ">"), marked("speech_verbs"))
    )
    demanding = [verb for verb in telling if verb in _DEMANDS]
    telling = [verb for verb in telling if verb not in _DEMANDS]
    firsts, seconds = (
        "".join(sorted({verb[at : at + 1] for verb in [*plain_verbs, *telling, *demanding, *calling]})) for at in (0, 1)
    )
    return re.compile(
        rf"(?=[{firsts}](?:[{seconds}{_BEHIND_VERB}]|$))(?:(?P<verb>(?:{'|'.join(plain_verbs)})(?:道|说|说道|称|到|着说|时说)?"
        rf"|(?:{'|'.join(telling)})(?![和与及、的])[^，。：；“”]{{1,12}}"
        rf"|(?:{'|'.join(demanding)})(?![和与及、的])[^，。：；“”]{{0,11}}[{_ADDRESSEES}])"
        rf"(?P<mark>[，,：:]|(?=[。！？“]|$))"
        rf"|(?P<calling>{'|'.join(calling)})(?=[^，。：了的])(?!{_CLAIMED}))"
    )


def is_another_word(text, at):
    """Tell whether a speech verb at a place of a text is a noun or the end of another word."""
    before = text[at - 1 : at]
    if before == "别" and text[max(0, at - 2) : at] in _ADVERBS:
        return False
    return before in _NO_SAYING or (text[at] in "说讲" and before in _NOT_SAYING)
