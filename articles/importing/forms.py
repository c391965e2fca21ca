"""The fixed forms of newspaper lines: what a line says of itself by the way it is written, whatever stands around it."""

import re
from enum import StrEnum

from .knowledge import marked, plain
from .typography import HAN

_NAME = rf"[{HAN}·]{{2,5}}"
_PAPER = (
    rf"[{HAN}]{{1,10}}?(?:日报|晚报|早报|晨报|时报|商报|快报|都市报|导报|周报|青年报|新闻网|新闻社|融媒体中心|融媒)"
)
_ROLE = (
    r"(?:本报|本刊|本台|本网)?(?:全媒体)?(?:首席|见习|特约|特派|驻[京沪津渝港澳])?(?:全媒体)?"
    r"(?:记者|通讯员|实习生|撰稿人|撰稿|摄影|整理|采写|文/图|文/摄|图/文|图文|供稿|报道员)"
)
_NAMES = rf"[{HAN}·/、，,： \d]*"

PAPER_NAME = re.compile(rf"{_PAPER}(?:社)?")
LEAD = re.compile(
    rf"(?P<mark>(?:本报|本刊|本台|本网|本社|{_PAPER})讯|讯(?=[（(]))\s*"
    rf"(?P<byline>[（(]\s*(?:{_PAPER})?{_ROLE}{_NAMES}[）)]|{_ROLE}\s+{_NAME}(?:\s+{_NAME})*(?=\s))?"
)
DATELINE = re.compile(
    rf"(?P<mark>(?:据)?(?P<agency>新华社|中新社|中新网|中国新闻社|人民网|央视新闻|本报)[{HAN}]{{0,12}}?"
    r"(?:\d{1,2}月)?\d{1,2}日(?:专)?电)\s*"
    rf"(?P<byline>[（(]\s*(?:{_PAPER})?{_ROLE}{_NAMES}[）)])?"
)
CONTINUED_FROM = re.compile(rf"[（(]?\s*(?:上接|紧接)(?P<page>第?[{HAN}\dA-Z、]{{1,8}}?版)(?:[^）)\n]{{0,30}})?[）)]?")
CONTINUED_ON = re.compile(rf"[（(]?\s*(?:下转|转)(?P<page>第?[{HAN}\dA-Z、]{{1,8}}?版)(?:[^）)\n]{{0,30}})?[）)]?")
TAKEN_FROM = re.compile(
    r"[（(]\s*(?:据|原载|转自|摘自|来源[：:]?)\s*《?(?P<origin>[^）)《》]{2,20}?)》?(?:报道)?\s*[）)]"
)
WIRE_END = re.compile(
    rf"[（(]\s*(?:据)?(?P<agency>新华社|中新社|中国新闻社)(?:[{HAN}]{{0,12}}(?:\d{{1,2}}月)?\d{{1,2}}日(?:专)?电|电)?\s*[）)]"
)
END_BYLINE = re.compile(
    rf"[（(]\s*(?:(?:{_PAPER})?{_ROLE}{_NAMES}|{_NAME}(?:[ 、]+{_NAME}){{0,5}}|[^（()）]{{0,30}}(?:整理|采写|供稿|撰稿))\s*[）)]"
)
BYLINE = re.compile(
    rf"[□■◆●○◎★☆▲△◇]?\s*(?:{_PAPER})?(?:{_ROLE})\s*(?:[：:/]\s*)?(?:[{HAN}·]{{2,}}|[ 、，,：/])+[{HAN}· 、，/]*"
)
CREDIT = re.compile(
    rf"[（(]?(?:{_ROLE}\s*)?(?P<name>{_NAME}(?:[ 、]+{_NAME}){{0,3}})\s*(?P<made>摄影?|摄影报道|供图|图|绘|文/图|文并摄)[）)]?"
    rf"|[（(]?(?:{_ROLE})\s*(?P<reporter>{_NAME}(?:[ 、]+{_NAME}){{0,3}})\s*(?:摄影?|摄影报道|供图)[）)]?"
    rf"|[（(]?(?:摄影|图片?|供图)\s*[：:/]?\s*(?P<after>{_NAME}(?:[ 、]+{_NAME}){{0,3}})[）)]?"
    rf"|[（(]?(?P<credit>(?:本报|{_PAPER})?资料(?:图片|照片|图)|新华社(?:记者{_NAME}摄|发|发（.{{2,8}}摄）)|[{HAN}]{{2,14}}供图)[）)]?"
)
PAGE_HEADER = re.compile(
    rf"(?P<page>[A-Z]?\d{{1,3}})\s*[|｜│/·•]\s*(?P<name>[{HAN}·/A-Za-z]{{2,12}})"
    rf"|(?P<page2>第?\s*[A-Z]?\d{{1,3}}\s*版)\s*[|｜│/·•：:]?\s*(?P<name2>[{HAN}·/]{{0,12}})"
    rf"|(?P<name3>[{HAN}·]{{2,8}})\s*[|｜│]\s*(?P<page3>[A-Z]?\d{{1,3}})"
    r"|(?P<page4>[A-Z]?\d{1,3})"
)
DATE_LINE = re.compile(
    rf"(?:{_PAPER})?\s*(?P<year>(?:19|20)\d\d)\s*[年.\-/]\s*(?P<month>\d{{1,2}})\s*[月.\-/]\s*(?P<day>\d{{1,2}})\s*日?"
    rf"(?:\s*(?:星期|周)[一二三四五六日天])?(?:\s*[（(]?农历[^）)]{{2,14}}[）)]?)?"
)
NUMBERED = re.compile(
    r"(?P<chapter>第[一二三四五六七八九十百\d]+[章节篇部分]+)[、：:\s]?"
    r"|(?P<han>[一二三四五六七八九十]{1,3})[、.．]\s*"
    r"|(?P<bracket>[（(][一二三四五六七八九十]{1,3}[）)])[、.\s]*"
    r"|(?P<digit>\d{1,2})[、.．](?!\d)\s*"
    r"|(?P<half>[（(]?\d{1,2}[）)])[、.\s]*"
)
NUMBERING_RANK = ("chapter", "han", "bracket", "digit", "half")
BULLET = re.compile(r"[●■◆▲★○□◇△☆◎•·➢►▪]\s*(?=\S)")
COLUMN = re.compile(
    rf"[【［\[〖「](?P<bracketed>[{HAN}·\-—“”]{{2,16}})[】］\]〗」]|[□■●◆★▲◎]\s*(?P<marked>[{HAN}·“”]{{2,12}})"
)
SUBTITLE = re.compile(r"[—–―─-]{2,}\s*(?=\S)")
CAPTION_START = re.compile(
    r"[▲▼△▽←→↑↓◀▶]?\s*(?:（?[上下左右]?图[为①-⑨一二三四五六七八九：:]|图片为|上图|下图|左图|右图)"
)

_KEYS = r"发布时间|发表时间|发布日期|发稿时间|更新时间|时间|日期|信息来源|稿件来源|文章来源|来源|作者|通讯员|文章作者|信息作者"
_NOISE_KEYS = (
    r"浏览次数|浏览量|点击数|点击量|点击率|阅读次数|阅读量|阅读|访问量|访问次数|责任编辑|责编|编辑|审核|校对|字体|字号|打印|分享到?|关闭|"
    r"字体大小|视力保护色|编审|初审|复审|终审|值班|文章录入"
)
META_KEY = re.compile(rf"(?P<key>{_KEYS})\s*[：:]\s*|(?P<noise>{_NOISE_KEYS})\s*[：:]?")
ISO_DATE = re.compile(
    r"(?P<year>(?:19|20)\d\d)\s*[年\-/.]\s*(?P<month>\d{1,2})\s*[月\-/.]\s*(?P<day>\d{1,2})\s*日?"
    r"(?:\s*T?(?P<hour>\d{1,2})\s*[:：]\s*(?P<minute>\d{2})(?:[:：]\d{2})?)?"
)
_CRUMBS = re.compile(r"(?:[^>＞»›/]{1,14}\s*[>＞»›]+\s*){1,}[^>＞»›]{0,20}")
_TOKENS = re.compile(r"[\s|｜·/\[\]【】>＞<＜：:，,（）()+-]+")


class Form(StrEnum):
    """What a line is by its own form."""

    TEXT = "text"
    FURNITURE = "furniture"
    PAGE_HEADER = "page header"
    NEWSPAPER = "newspaper"
    DATE_LINE = "date line"
    META = "meta"
    CONTINUED_FROM = "continued from"
    CONTINUED_ON = "continued on"
    LEAD = "lead"
    BYLINE = "byline"
    END = "end"
    CREDIT = "credit"
    SUBTITLE = "subtitle"
    HEADING = "heading"
    BULLET = "bullet"


_LONGEST_FORM = 90


def form_of(line, at_edge):
    """Return the Form of a Line; at_edge: it stands among the first or last few lines of the text."""
    text = line.text
    opening = text[:_LONGEST_FORM]
    if LEAD.match(opening) or DATELINE.match(opening):
        return Form.LEAD
    if len(text) > _LONGEST_FORM:
        return Form.TEXT
    if _whole(PAGE_HEADER, text) and (at_edge or line.hashes) and not _whole(NUMBERED, text):
        return Form.PAGE_HEADER
    if _whole(DATE_LINE, text):
        return Form.DATE_LINE
    if at_edge and _whole(PAPER_NAME, text):
        return Form.NEWSPAPER
    if is_meta(text):
        return Form.META
    if is_furniture(text):
        return Form.FURNITURE
    for form, pattern in (
        (Form.CONTINUED_FROM, CONTINUED_FROM),
        (Form.CONTINUED_ON, CONTINUED_ON),
        (Form.END, TAKEN_FROM),
        (Form.END, WIRE_END),
        (Form.CREDIT, CREDIT),
        (Form.END, END_BYLINE),
        (Form.BYLINE, BYLINE),
    ):
        if _whole(pattern, text):
            return form
    if SUBTITLE.match(text) and not line.ends_sentence:
        return Form.SUBTITLE
    if line.hashes or is_numbered_heading(line):
        return Form.HEADING
    if BULLET.match(text) and not line.ends_sentence:
        return Form.BULLET
    return Form.TEXT


def _whole(pattern, text):
    return pattern.fullmatch(text.strip())


def is_numbered_heading(line):
    """A numbered line is a heading where it is short and does not run on like a sentence."""
    return (
        bool(NUMBERED.match(line.text))
        and line.width <= 40
        and not re.search(r"[。；;！!]", line.text)
        and (not line.ends_sentence or line.text[-1] in "？?")
    )


def is_meta(text):
    """Tell whether a line is the row of a web page that says when and where its article appeared."""
    match = META_KEY.match(text)
    if match is None:
        return bool(ISO_DATE.match(text)) and bool(re.search(r"来源\s*[：:]", text))
    if match["key"] is None:
        return False
    rest = text[match.end() :]
    dated = bool(ISO_DATE.match(rest))
    return dated or match["key"].endswith("来源") or bool(re.search(rf"(?:{_KEYS})\s*[：:]", rest)) or len(rest) <= 12


def is_furniture(text):
    """Tell whether a line is a piece of a web page's or a printed page's frame."""
    compact = text.replace(" ", "")
    if compact.startswith(marked("furniture")):
        return True
    if compact.startswith("首页") and _CRUMBS.fullmatch(compact):
        return True
    tokens = [token for token in _TOKENS.split(text) if token]
    return bool(tokens) and all(token in plain("furniture") for token in tokens)
