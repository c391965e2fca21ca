from pypinyin import Style, lazy_pinyin

# Letters that are read otherwise as a surname than as a word, as dictionaries of modern Chinese give them.
_SURNAME_READINGS = {
    "单": "shan4", "解": "xie4", "仇": "qiu2", "曾": "zeng1", "查": "zha1", "任": "ren2", "朴": "piao2",
    "区": "ou1", "盖": "ge3", "华": "hua4", "纪": "ji3", "洗": "xian3", "冼": "xian3", "缪": "miao4",
    "员": "yun4", "乐": "yue4", "黑": "he4", "秘": "bi4", "繁": "po2", "翟": "zhai2", "燕": "yan1",
    "折": "she2", "宁": "ning4", "应": "ying1", "万俟": "mo4 qi2", "尉迟": "yu4 chi2", "长孙": "zhang3 sun1",
    "澹台": "tan2 tai2", "单于": "chan2 yu2",
}  # fmt: skip
_LONGEST = 700


def sort_key(name):
    """Return the pinyin with tone numbers of a person's name, letter by letter; what is not Han stands as it is."""
    head = next((n for n in (2, 1) if name[:n] in _SURNAME_READINGS), 0)
    rest = lazy_pinyin(name[head:], style=Style.TONE3, neutral_tone_with_five=True)
    return " ".join([_SURNAME_READINGS[name[:head]], *rest] if head else rest).lower()[:_LONGEST]
