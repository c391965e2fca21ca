"""The frame around reports: page headers, imprints, the menus and rows of a web page."""

import re
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from .knowledge import marked, plain
from .typography import HAN, is_letter_spaced

PAPER = (
    rf"[{HAN}]{{1,10}}?(?:日报|晚报|早报|晨报|时报|新报|商报|快报|都市报|导报|周报|青年报|农民报|经济报|法治报|法制报|新闻网|新闻社"
    r"|融媒体中心|融媒|传媒集团|报业集团|(?:教育|环境|健康|文化|科技|铁道|交通|电力|石油|矿工|林业|农垦|水利|气象|海洋|邮政|税务"
    r"|建设|国土资源|民族|政协|妇女|老年|少年|消费|质量|食品|医药|卫生|旅游|信息|生活|广播电视)报)"
)
# What sends a reporter: a paper, a site or a station, or one and its paper: 某某云-某某日报.
MEDIUM = (
    rf"(?:[{HAN}]{{1,10}}[-—·/])?(?:{PAPER}|日报|晚报|早报|晨报|商报|时报|快报|都市报"
    rf"|[{HAN}]{{1,6}}(?:新闻|客户端|在线|壹点|视频|卫视|电视台))"
)
ISO_DATE = re.compile(
    r"(?P<year>(?:19|20)\d\d)\s*[年\-/.]\s*(?P<month>\d{1,2})\s*[月\-/.]\s*(?P<day>\d{1,2})\s*日?"
    r"(?:\s*T?(?P<hour>\d{1,2})\s*[:：]\s*(?P<minute>\d{2})(?:[:：](?P<second>\d{2}))?)?"
)
_SPACED_DATE = re.compile(r"\s(?:(?<=\d.)\s*(?=[年月日版])|(?<=[年月第].)\s*(?=\d))", re.DOTALL)
_SPACED_NAME = re.compile(rf"(?<=\s)([{HAN}])\s+([{HAN}])$")
_SPACED_WORD = re.compile(rf"([{HAN}])\s(?<!\S..)(?<![{HAN}]\s..)([{HAN}])(?!\S)(?!\s[{HAN}](?:\s|$))", re.DOTALL)
_LONE_PAPER = re.compile(rf"\s*[{HAN}]{{2,6}}(?:日报|晚报|早报|晨报|时报|都市报)\s*")
_LONE_PAGE = re.compile(r"\s*第(?:[一二三四五六七八九十]{1,3}|[A-Z]?\d{1,3})版\s*")
_NAMED_PAGE = re.compile(rf"\s*第[A-Z]?\d{{1,3}}版\s*[（(][{HAN}]{{2,8}}[）)]\s*")
_PAPER_AT_END = re.compile(rf"[\s）](\S{{0,8}}?{PAPER})\s*$")
_LATIN_AT_END = re.compile(r"(?:\s+[A-Z]{2,})+\s*$")
_DATED = re.compile(r"\d(?:年|[.\-/]\d{1,2}[.\-/]\d).*\s")
_RUN_TOGETHER = re.compile(r"\d版|\d年\d{1,2}月\d{1,2}日")
_HEADER_SPLIT = re.compile(rf"(?:[\s|｜│•#*/《》（）()>＞»›]|(?<![{HAN}]{{2}})·|·(?![{HAN}]{{2}}))+")
# A page's place on its paper's own site: 当前位置：某某日报数字报 > 2024年6月6日 > 第04版：要闻
_PLACE_ON_SITE = re.compile(r"(?:您|你)?(?:当前|现在|所在|的)*位置(?:是|为)?\s*[：:]\s*")
# Buttons, and the paper's name in Latin letters.
_BUTTON = re.compile(
    "3?上一[版篇期]3?|4?下一[版篇期]4?|全文复制|标题导航|版面导航|版面概览|返回目录|返回首页|首页|返回|出版|目录|往期回顾|往期|(?:版面)?PDF版?|朗读|听报|收藏|分享|打印|放大[+＋⊕]?|缩小[-－—⊖]?|默认[oO○〇]?|(?:数字|电子)[报版]|[A-Z]{5,}"
)
_LONGEST_HEADER, _LONGEST_PAGE_NAME = 90, 6
_PAGE_WITH_NAME = re.compile(r"\s*第[A-Z]?\d{1,3}版[：:]")
# Marks that no header holds.
_NO_HEADER = re.compile("[，。；！？“”、上紧下](?:(?<![上紧下])|(?<=[上紧])接|(?<=下)转)")
# No header is without the paper's name, a date or a number.
_HEADER_HINT = re.compile(r"[\d报版期周新融今](?:(?<![新融今])|(?<=新)闻|(?<=融)媒|(?<=今)日)")
# What a number counts, where no page's name begins so: 2元, 3条, but 8名家, 4户外.
_COUNTED = (
    "(?!小时|分钟|[年月日元个条万亿次吨米斤件位亩套辆张块只分折批艘栋幢]"
    "|名(?![人家医城])|岁(?!月)|种(?![业植粮])|台(?![海湾])|户(?!外)|座(?!谈)|头(?![版条])|项(?!目)|门(?!诊|户)|公里|平方)"
)
_HEADER_TOKEN = re.compile(
    rf"(?P<paper>{PAPER}(?:社)?|[{HAN}]{{1,6}}(?![捷喜简海情预汇通举申回年季电警公墙板速播填上])[{HAN}]报|今日(?!导读|看点|关注|天气|头条|要闻|焦点|提示|推荐|热点)[{HAN}]{{2,3}})"
    r"(?:(?:图文)?(?:数字报|电子报)(?:刊)?(?:平台)?|电子版|数字版)?"
    r"|(?P<date>(?:19|20)\d\d[年.\-/]\d{1,2}[月.\-/]\d{1,2}日?)(?:(?:星期|周)[一二三四五六日天])?"
    r"|(?P<day>(?:星期|周)[一二三四五六日天]|(?:农历)?[甲乙丙丁戊己庚辛壬癸]..?年?.{0,6}[月初十廿].{0,3}|农历.{2,10})"
    r"|(?P<number>(?:总?第)?\d+期|今日\d+版)"
    rf"|第?(?P<page>[A-Z]?\d{{1,3}}|[一二三四五六七八九十]{{1,3}}(?=版))(?P<unit>版)?[：:]?(?P<inside>{_COUNTED}(?:(?<=[版：:])[{HAN}]{{9,12}}|[{HAN}]{{2,6}}·[{HAN}]{{2,6}}|[{HAN}]{{0,8}}))"
    rf"|(?P<name>[{HAN}]{{2,8}}(?:·[{HAN}]{{2,6}})?)"
)
_META_KEYS = (
    r"发布时间|发表时间|发布日期|发稿时间|更新时间|时间|日期|信息来源|稿件来源|文章来源|新闻来源|来源|稿源"
    r"|文章作者|信息作者|作者|通讯员|原标题"
)
_NOISE_KEYS = (
    r"我来说两句|我要评论|网友评论|评论数|评论|跟帖|浏览次数|浏览量|浏览|点击数|点击量|点击率|点击|阅读次数|阅读量|阅读|访问量|访问次数|字体大小|字体|字号"
    r"|打印本页|打印|分享到?|关闭窗口|关闭|收藏|视力保护色|文章录入"
)
META_KEY = re.compile(rf"(?P<key>{_META_KEYS})\s*[：:]\s*|[【\[]?(?P<noise>{_NOISE_KEYS})[】\]]?\s*[：:]?")
# How a paper's own site says in which issue a report was printed: 《某某日报》（2024年6月6日 第04版）
_ISSUE = re.compile(
    rf"(?:《\s*[{HAN}]{{2,10}}\s*》|{PAPER})\s*[（(]\s*{ISO_DATE.pattern}\s*第?\s*[A-Z\d]{{1,3}}\s*版[^）)]{{0,8}}[）)]"
)
_META_LABEL = re.compile(rf"(?:{_META_KEYS})\s*[：:]")
_NOISE_LABEL = re.compile(rf"[【\[]?(?:{_NOISE_KEYS})\s*[：:]")
_ORIGINAL_TITLE = re.compile(r"[（(]\s*原标题\s*[：:]")
# A row that begins with the site's name or address.
_SITE_ROW = re.compile(rf"[^，。；：]{{2,40}}?{ISO_DATE.pattern}\s*(?:来源|稿源)\s*[：:]")
_LONGEST_ROW = 120
# What a header prints is asked for again and again.
_RECENT = 64
# A small advertisement: 某某遗失残疾证，声明作废。
_LOST = re.compile("遗失.{2,120}作废[。！]?$")
_SEE_PAGE = re.compile(r"[（(](?:见|详见|全文见|报道见)[^）)]{0,6}版[）)]$|(?<=\S)\s*(?:[A-Z]\d{1,2}|第?0?\d{1,2})版$")
# Below a headline, where its report is: ▶2版·民生
_ON_PAGE = re.compile(r"[▶►▷→☞]+\s*(?:详?见)?第?[A-Z]?\d{1,2}版.{0,8}")
_CRUMBS = re.compile(r"(?:[^>＞»›/]{1,14}\s*[>＞»›]+\s*)+[^>＞»›]{0,20}")
_RIGHTS = re.compile(
    "版权所有(?![人者权])|不得(?:转载|复制|建立镜像)|禁止(?:转载|复制|建立镜像)|ICP[备证]|公网安备"
    "|主[办管].*(?:编辑出版|出版|编印|承办)$"
)
_CLAIMS = re.compile("[Cc]opyright|©|未经|不得")
_CONTACT = re.compile(r"[\w.-]+@[\w-]+\.[a-z]{2,3}")
# The head of a paper's pages on the web.
_EDITION = re.compile(rf"{PAPER}(?:数字报|电子报|电子版|数字版|(?:社|报业集团)?(?:主办|承办|出版|概况|版权所有))")
_LONGEST_CONTACT = 60
_SIGNS = re.compile("[■□●◆▲◎○◇★]")
# The paper's name in Latin letters, alone on its line.
_LATIN_NAME = re.compile(r"[A-Z]{4,}(?: [A-Z]{4,}){0,3}")
_ALNUM = re.compile(r"[^\W_]")
_TOKENS = re.compile(r"[^\s|｜·/\[\]【】>＞<＜：:，,（）()+-]+")


def iso_day(year, month, day):
    """Return the ISO date of a year, month and day (numbers or digits), or None where the calendar has none such."""
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def with_closed_name(text):
    """Return a text that ends with a name of two letters without the space that a printer sets between them."""
    return _SPACED_NAME.sub(r"\1\2", text) if text[-2:-1].isspace() else text


class Header(NamedTuple):
    """What a page header prints; each None where it does not."""

    newspaper: str | None = None
    page: str | None = None
    page_name: str | None = None
    issued: str | None = None


@lru_cache(_RECENT)
def read_header(raw, at_edge):
    """Return the Header that a raw line is, None where it is none.

    at_edge: the line stands among the first or the last of the text, where a lone page number or paper name is one.
    """
    raw = raw.replace("／", "/")
    if len(raw) > _LONGEST_HEADER or "，" in raw or "。" in raw or not _HEADER_HINT.search(raw):
        return None
    labelled = "：" in raw or ":" in raw
    raw = _PLACE_ON_SITE.sub("", raw, 1) if labelled else raw
    if not labelled and _NO_HEADER.search(raw):
        return None
    if len(raw.split()) > 1:
        raw = " ".join(word for word in raw.split() if not _BUTTON.fullmatch(word))
        raw = with_closed_name(_SPACED_WORD.sub(r"\1\2", _SPACED_DATE.sub("", raw)))
        if is_letter_spaced(raw):
            raw = raw.replace(" ", "")
    if labelled or _DATED.search(raw):
        rest = _staff_member().sub(" ", _LATIN_AT_END.sub("", raw))
        if not _staff().search(rest):
            raw, at_edge = rest, at_edge or rest != raw
    newspaper = labelled and _PAPER_AT_END.search(raw)
    staff = (labelled or _DATED.search(raw)) and _staff().search(raw)
    if staff and is_imprint(raw[staff.start() :]):
        raw, at_edge = raw[: staff.start()], True
    at_edge = at_edge or bool(_LONE_PAGE.fullmatch(raw) or _LONE_PAPER.fullmatch(raw))
    tokens = [token for token in _HEADER_SPLIT.split(raw) if token and not _BUTTON.fullmatch(token)]
    if not tokens:
        return None
    found = {}
    for token in tokens:
        parts = _parts_of_header(token)
        if parts is None:
            return None
        if "page" in parts and "page" in found:
            return None
        found = parts | found
    paged = "page" in found and ("unit" in found or "|" in raw or "｜" in raw or found["page"].isascii())
    solid = ("paper" in found) + ("date" in found) + paged
    named = found.get("name") or found.get("inside")
    if solid == 1 and not (at_edge or (paged and named and ("|" in raw or _NAMED_PAGE.fullmatch(raw)))):
        solid = "date" in found
    if not solid or ("page" in found and not paged) or (named and not paged):
        return None
    lengthy = named and len(named) > _LONGEST_PAGE_NAME and not _PAGE_WITH_NAME.match(raw)
    # A number before several words is that of an item in a list, one among many that of a button.
    listed = "unit" not in found and len(tokens) > (2 if tokens[0] == found.get("page") else 3)
    if paged and solid == 1 and (listed or (lengthy if named else not at_edge)):
        return None
    day = found.get("date") and ISO_DATE.match(found["date"])
    issued = iso_day(day["year"], day["month"], day["day"]) if day else None
    paper = found.get("paper") or (newspaper[1] if newspaper else None)
    return Header(paper, found.get("page") if paged else None, named, issued)


def _parts_of_header(token):
    """Return what a token of a header says, None where it says something else. A dated one may run several together."""
    found, at = {}, 0
    read = _HEADER_TOKEN.match if _RUN_TOGETHER.search(token) else _HEADER_TOKEN.fullmatch
    while at < len(token):
        match = read(token, at)
        if match is None or match.end() == at:
            return None
        found = {key: value for key, value in match.groupdict().items() if value} | found
        at = match.end()
    return found


@cache
def _staff():
    roles = sorted(plain("staff"), key=len, reverse=True)
    words = "|".join(roles)
    return re.compile(rf"(?:{words})\s*[：:/]|(?<=\s)(?:{words})(?:\s+(?=[{HAN}])|(?=[{HAN}]{{2,3}}(?:\s|{words})))")


@cache
def _staff_member():
    roles = "|".join(sorted(plain("staff"), key=len, reverse=True))
    return re.compile(
        rf"(?:{roles})\s*[：:/]\s*(?:[{HAN}]{{2,4}}|[{HAN}]\s[{HAN}])(?:[\s、](?!{roles})[{HAN}]{{2,3}})*(?=\s|$)|(?:{roles})\s*(?:(?!{roles})[{HAN}]){{2,3}}(?=\s|$|{roles})"
        rf"|(?:{roles})\s+[{HAN}]\s[{HAN}](?=\s|$)|(?:{roles})\s*[：:]?\s*\d[\d-]{{6,}}(?=\s|$)"
    )


@cache
def _imprint():
    roles = "|".join(sorted(plain("staff"), key=len, reverse=True))
    value = rf"(?:(?!(?:{roles})[\s：:/（(\d])[{HAN}A-Za-z\d@.\-()（）、]|(?<=[{HAN}])[ \u3000](?=[{HAN}])){{2,40}}"
    name = rf"(?:(?!{roles})[{HAN}]){{2,3}}"
    return re.compile(
        rf"[（(【\[]?\s*(?:(?:{roles})\s*(?:[：:/\s]|(?=[（(\d]))\s*{value}[\s/；;，,|]*)+[）)】\]]?|(?:(?:{roles})\s*(?:{name}|(?=[（(\d]){value})\s*){{2,}}"
    )


def is_imprint(text):
    """Tell whether a line names those who made the page: 责任编辑 … 校对 …"""
    return len(text) <= 120 and text[-1] != "。" and bool(_imprint().fullmatch(_SIGNS.sub(" ", text).strip()))


def is_issue(text):
    """Tell whether a line says in which issue a report was printed, as the sites of newspapers do."""
    return "版" in text and bool(_ISSUE.fullmatch(text))


def is_meta(text):
    """Tell whether a line is the row of a web page that says when and where its article appeared."""
    text = text.lstrip("•·▪■●◆ ")
    if _ORIGINAL_TITLE.match(text):
        return True
    match = META_KEY.match(text)
    if match is None and ("：" in text or ":" in text) and len(_META_LABEL.findall(text)) > 1:
        return True
    if match is None:
        date = ISO_DATE.match(text)
        if date is None:
            return len(text) <= _LONGEST_ROW and "源" in text and bool(_SITE_ROW.match(text))
        rest = text[date.end() :].strip()
        return not rest or bool(META_KEY.match(rest)) or bool(re.search(r"(?:来源|稿源)\s*[：:]", rest))
    if match["key"] is None:
        return False
    rest = text[match.end() :]
    if match["key"] == "通讯员":
        return False
    return (
        bool(ISO_DATE.match(rest))
        or match["key"].endswith(("来源", "稿源"))
        or match["key"] == "原标题"
        or bool(_META_LABEL.search(rest))
        or len(rest) <= 12
    )


def lacks_value(text):
    """Tell whether a label of a web page's row stands alone, its value being on the next line."""
    text = text.strip()
    return bool(_META_LABEL.fullmatch(text) or _NOISE_LABEL.fullmatch(text)) or _is_label_of_index(text)


def _is_label_of_index(text):
    """Tell whether a text is a label with which the index of a government's document begins a row: 发布机构："""
    compact = text.replace(" ", "").replace(":", "：")
    return compact[-1:] == "：" and (compact in plain("furniture") or compact in marked("furniture"))


@cache
def _openings():
    return frozenset(word[0] for word in marked("furniture"))


def opens_frame(text):
    """Tell whether a text begins with words that only the frame of a page begins with."""
    return text[0] in _openings() and text.startswith(marked("furniture"))


def is_advertisement(text):
    """Tell whether a line says that somebody has lost papers, which are no longer valid."""
    return "作废" in text and bool(_LOST.search(text))


def may_be_frame(text):
    """Tell whether a run of Han letters may be a page header, an imprint or a word of a web page's frame."""
    return bool(_HEADER_HINT.search(text)) or is_imprint(text) or text in plain("furniture")


def is_furniture(text):
    """Tell whether a line is a piece of a web page's or a printed page's frame."""
    compact = text.replace(" ", "")
    if not _ALNUM.search(compact):
        return True
    if opens_frame(compact) or (text.isascii() and _LATIN_NAME.fullmatch(text)):
        return True
    if (compact[-1] in "）)版" and _SEE_PAGE.search(compact)) or ("版" in compact and _ON_PAGE.fullmatch(compact)):
        return True
    if compact.startswith(("首页", "网站首页")) and (_CRUMBS.fullmatch(compact) or _is_menu(text)):
        return True
    if compact[-1] in "：:" and (_NOISE_LABEL.fullmatch(compact) or _is_label_of_index(compact)):
        return True
    if compact.count(">") >= 2 and _CRUMBS.fullmatch(compact):
        return True
    if "版权所有" in compact and _CLAIMS.search(compact):
        return True
    if len(compact) <= _LONGEST_CONTACT and (_RIGHTS.search(compact) or ("@" in compact and _CONTACT.search(compact))):
        return True
    if text.count("|") + text.count("｜") >= 3 and compact[0] != "|" and _is_menu(text):
        return True
    first = _TOKENS.search(text)
    if first and not _is_frame_word(first.group()):
        return False
    tokens = _TOKENS.findall(text)
    known = sum(map(_is_frame_word, tokens))
    return (known == len(tokens) or known > max(3, 0.7 * len(tokens))) and not compact.isdigit()


def _is_menu(text):
    tokens = _TOKENS.findall(text)
    return len(tokens) > 3 and max(map(len, tokens)) <= 8 and sum(map(len, tokens)) <= 6 * len(tokens)


def _is_frame_word(token):
    if token in plain("furniture") or token.strip("0123456789") in plain("furniture") or token.isdigit():
        return True
    return "报" in token and bool(_EDITION.fullmatch(token))
