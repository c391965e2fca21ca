"""The fixed forms of newspaper lines: what a line says of itself by the way it is written, whatever surrounds it."""

import re

from .frame import (
    MEDIUM,
    PAPER,
    is_advertisement,
    is_furniture,
    is_imprint,
    is_meta,
    may_be_frame,
    opens_frame,
    read_header,
)
from .knowledge import plain
from .names import is_tibetan, is_transliterated, looks_like_name, parse_byline, split_names
from .typography import HAN

_NAME = rf"(?:[{HAN}]{{1,7}}·[{HAN}]{{1,7}}|[{HAN}·]{{2,5}})"
# A printer sets a name of two letters as wide as one of three.
_SET_NAME = rf"(?:{_NAME}|[{HAN}] [{HAN}])"
_NAME_RUN = rf"{_SET_NAME}(?:[ 、]+{_SET_NAME}){{0,3}}"
_ROLE = (
    r"(?:本报|本刊|本台|本网)?(?:全媒体?|融媒体?(?:中心)?)?(?:首席|见习|实习|特约|特派|驻[京沪津渝港澳])?(?:全媒体|融媒体)?"
    r"(?:记者|通讯员|实习生|撰稿人|撰稿|摄影|整理|采写|文[/／]图|文[/／]摄|图[/／]文|图文|供稿|报道员|评论员)"
)
ROLE = re.compile(rf"\s*{_ROLE}\s*")
_NAMES = rf"[{HAN}·/、，,： \d]*"
_BRACKET_BYLINE = rf"[（(]\s*(?:{MEDIUM})?{_ROLE}{_NAMES}[）)]"
BRACKET_BYLINE = re.compile(_BRACKET_BYLINE)
_AGENCY = r"新华社|中新社|中新网|中国新闻社|人民网|央视新闻|本报"
_DAY = r"(?:\d{1,2}月)?\d{1,2}日"

LEAD = re.compile(
    rf"(?P<mark>[【\[]?(?:本报|本刊|本台|本网|本社|晚报|日报|晨报|早报|商报|时报|[{HAN}]{{2,8}}(?:网|台|融媒|融媒体)(?=讯)|{PAPER})(?:[{HAN}]{{0,6}}?(?:{_DAY})?)(?<!通)讯[】\]]?|讯(?=[（(]))\s*"
    rf"(?P<byline>{_BRACKET_BYLINE}|{_ROLE}\s*[{HAN}·]{{2,4}}?(?:[ 、]+{_NAME})*报道[：:，,]"
    rf"|{_ROLE}\s+{_NAME}(?:\s+{_NAME})*(?=\s))?"
)
DATELINE = re.compile(
    rf"(?P<mark>(?:据)?(?P<agency>{_AGENCY})[{HAN}]{{0,12}}?(?P<day>{_DAY})(?:专)?电)\s*"
    rf"(?P<byline>{_BRACKET_BYLINE}|{_ROLE}\s*[{HAN}·、 ]{{2,16}}?报道[：:，,])?"
)
_PAGE_REFERENCE = rf"(?P<page>第?[{HAN}\dA-Z、]{{1,8}}?版)(?:[^）)\n]{{0,30}})?[）)]?"
CONTINUED_FROM = re.compile(rf"[（(]?\s*(?:上接|紧接)\s*{_PAGE_REFERENCE}")
CONTINUED_ON = re.compile(rf"[（(]?\s*(?:下转|转)\s*{_PAGE_REFERENCE}")
_JUMP_AT_END = re.compile(rf"(?:{CONTINUED_ON.pattern})$")
# A report that goes on behind the mark, on its line.
CONTINUATION = re.compile(
    rf"(?P<mark>[（(]\s*(?:上接|紧接)\s*(?P<page>第?[{HAN}\dA-Z]{{1,8}}?版)[^）)\n]{{0,30}}[）)])\s*(?=\S)"
)
TAKEN_FROM = re.compile(
    r"[（(]\s*(?:据|原载|转自|摘自|来源[：:]?)\s*[《“]?(?P<origin>[^）)《》“”]{2,20}?)[》”]?(?:报道|消息)?\s*[）)]"
)
WIRE_END = re.compile(
    rf"[（(]\s*(?:均?据)?(?P<agency>新华社|中新社|中国新闻社|本报)(?:[{HAN}]{{0,12}}?{_DAY}(?:专)?电|电)?\s*[）)]"
)
# Notes behind a report or before it: who its author is, where its figures are from, that a picture goes with it, or
# that its editors speak.
NOTE = re.compile(
    r"[（(]\s*(?:(?:本文)?作者(?:系|为|是|单位)[^（()）]{2,60}|附(?:图片?|照片|图表|表)[^（()）]{0,6}|(?:未完|下期)?待续|(?:本文|内容)?(?:有|略有)删[节减]|(?:全文)?完|(?:数据|资料|图表|信息)(?:来源\s*[：:]|由)[^（()）]{2,40})\s*[）)]"
    r"|(?:数据|资料|图表)来源\s*[：:][^。]{2,40}"
    r"|[【［\[]?(?:编者按|编者的话|开栏的话)[】］\]]?"
)
END_BYLINE = re.compile(
    rf"[（(]\s*(?:(?:{PAPER})?{_ROLE}{_NAMES}|[{HAN}·]{{1,5}}(?:[ 、\u3000]+[{HAN}·]{{1,5}}){{0,5}}|[{HAN}]{{6}}"
    r"|[^（()）]{0,30}(?:整理|采写|供稿|撰稿))\s*[）)]"
)
# A headline that leads to another page: 某某路通车（3版）
TEASER = re.compile(r"[^，。；（(]{4,30}[（(](?:详?见)?第?(?:\d{1,2}|[A-D]\d{1,2}|[一二三四五六七八九十]{1,3})版[）)]")
COMPILED = re.compile(
    rf"(?=.*[辑编理]){_NAME_RUN}\s*[／/]?\s*(?:整理|辑录|选编|辑)|(?:文字)?整理\s*[：:]\s*{_NAME_RUN}"
)
BEHIND_SENTENCE = r"(?<=[。！？”…])\s*"
NAMES_AT_END = re.compile(rf"{BEHIND_SENTENCE}(?P<part>{END_BYLINE.pattern})$")
BYLINE = re.compile(
    rf"(?:(?:文章)?作者\s*[：:]\s*)?[□■◆●○◎★☆▲△◇]?\s*(?:[文图][/／\\]\s*)?(?:{MEDIUM})?{_ROLE}"
    rf"[：: /]*[{HAN}·]{{1,}}[{HAN}· 、，,/：]*"
    rf"|[【\[（(]?\s*{_ROLE}[{HAN}· 、，]+[／/][{HAN}]{{2,8}}报[导道][】\]）)]?"
    rf"|[□■◆○◎☆△◇]\s*[{HAN}·、 ]{{2,12}}[ 、]{_ROLE}[：: ]*[{HAN}·、 ]+"
    rf"|[□■◆○◎☆△◇]\s*[{HAN}·]{{1,6}}(?:[ 、]+[{HAN}·]{{1,6}}){{0,3}}"
    rf"|撰?文\s*[/／\\：:]\s*{_NAME_RUN}"
)
# The end of a byline that a narrow column broke: before a name, or in it.
BROKEN_BYLINE = re.compile(rf"(?<![ 、][{HAN}])[ 、](?:[{HAN}]|{_ROLE})$")
ROLE_LEFT_OPEN = re.compile("(?:通讯?|记|实习?|见习?|首席?|特约)$")
EDITORIAL_BYLINE = re.compile(
    rf"(?:本报|本刊|新华社|人民日报|{PAPER})?(?:特约)?(?:评论员|编辑部|评论部|调研组|采访组)(?:文章)?"
)
_CREDIT_FORMS = (
    rf"(?:(?:{MEDIUM}|新华社|中新社)?{_ROLE}\s*)(?P<reporter>{_NAME_RUN}(?:[ 、/]+{_ROLE}\s*{_NAME_RUN})?)"
    rf"\s*(?:摄影报道|摄影|[/／]?\s*摄|供图)(?:\s*[/／]\s*[{HAN}]{{2,8}})?"
    rf"|(?P<name>{_NAME_RUN})\s*(?:摄影报道|摄影|[/／]?\s*摄|供图|制图|绘图|绘)(?:[（(][^）)]{{2,10}}[）)]|\s*[/／]\s*[{HAN}]{{2,8}})?"
    rf"|(?:摄影|图片?|供图)\s*[：:/]\s*(?P<after>{_NAME_RUN})"
    rf"|(?P<credit>(?:本报|{PAPER})?资料(?:图片|照片|图|片)|新华社(?:记者{_NAME}摄|发)(?:[（(].{{2,8}}摄[）)])?|[{HAN}]{{2,14}}供图)"
)
CREDIT = re.compile(rf"[（(]?(?:{_CREDIT_FORMS})[）)]?")
# Every credit holds one of these, and few other lines that hold a mark do.
_CREDIT_HINT = re.compile("[摄图绘片照]|新华社")
CREDIT_AT_END = re.compile(rf"(?<=[。！？”])\s*(?P<mark>[（(]?(?:{_CREDIT_FORMS})[）)]?)$")
PAGE_CREDIT = re.compile(
    rf"[（(]?(?:本[版组](?:图片|照片|摄影)[^，。]{{0,12}}?(?:{_ROLE})?\s*(?P<name>(?!\S*(?:记者|通讯员)){_NAME_RUN})?\s*(?:摄影|摄|提供|供图)"
    rf"|(?:以上|文中|文内)(?:图片|照片|图)均?[为由](?:{_ROLE})?\s*(?P<taker>{_NAME_RUN})\s*(?:摄影|摄)"
    rf"|(?:本[版组文]|文中|以上)?(?:图片|照片|图)均?由(?P<lender>[{HAN}]{{2,20}})提供)[）)]?"
)
# Labels of a small text that stands beside a report under a title of its own.
_BOX = (
    "(?:延伸阅读|[\u4e00-\u9fff]{0,2}链接|新闻背景|背景资料|背景|名词解释|(?:记者|采访|编辑|一线)(?:手记|札记|感言|观察)"
    "|他山之石|各地(?:经验|做法|探索)|对话|短评|微评|快评|锐评|点评|互动|(?:专家|律师|医生|编辑|记者|民警|警方|交警|消防|法官|检察官|老师|名家)(?:观点|视点|点评|说法|解读|支招|提醒|连线|答疑|建议|访谈|看法)|(?:读者|热线|市民|政策|法律|健康)?(?:问答|答疑|回音|咨询台)|读者来信|有问有答|你问我答"
    "|图片故事|新闻图片|图片新闻|图说|数读|数说|数据|小贴士|小知识|小资料|资料|新闻观察|新闻人物|人物|声音|各方声音|微言|网友声音)"
)
NUMBERED = re.compile(
    r"(?=[第一二三四五六七八九十（(\d])(?:"
    r"(?P<chapter>第[一二三四五六七八九十百\d]+(?:章|节|篇|部分))[、：:\s]?"
    r"|(?P<han>[一二三四五六七八九十]{1,3})[、.．]\s*"
    r"|(?P<bracket>[（(][一二三四五六七八九十]{1,3}[）)])[、.\s]*"
    r"|(?P<digit>\d{1,2})[、.．](?!\d)\s*"
    r"|(?P<half>[（(]?\d{1,2}[）)])[、.\s]*)"
)
NUMBERING_RANK = ("chapter", "han", "bracket", "digit", "half")
BULLET = re.compile(r"[●■◆▲★○□◇△☆◎•·➢►▪]\s*(?=\S)")
TABLE_ROW = re.compile(r"\s*\|[^\n]*\|\s*")
LABELLED_COLUMN = re.compile(rf"(?:专栏|栏目)\s*[：:]\s*(?P<name>[{HAN}·“”]{{2,12}})")
COLUMN = re.compile(
    rf"[【［\[〖「][{HAN}·\-—“”]{{2,16}}[】］\]〗」]|[□■●◆★▲◎]\s*[{HAN}·“”]{{2,12}}|{LABELLED_COLUMN.pattern}"
)
SUBTITLE = re.compile(r"(?:[—–―─-]{2,}|⸺)\s*(?=\S)")
# A kicker leads to its title.
KICKER_END = re.compile(r"(?:[—–-]{2,}|[：:])$")
# When and where a speech was made, below its title: （2025年1月18日在某某会议上）
OCCASION = re.compile(
    r"[（(]?(?:19|20)\d\d年\d{1,2}月\d{1,2}日在[^，。]{4,60}(?:会议|大会|全会|座谈会|仪式)上(?:的讲话|的报告)?[）)]?"
)
CAPTION_START = re.compile(
    r"[▲▼△▽←→↑↓◀▶]?\s*(?:（?[上下左右]?图[为①-⑨一二三四五六七八九：:]|图片为|[上下左右]图)"
    r"|[^，。：；“”]{2,8}（[左右中前后][一二三四1-4排]{0,2}）(?=[在为向与和给])"
)
_LONGEST_BOX = 12
_BOX_WORD, _BOX_SIGNS = re.compile(_BOX), "■□●◆▲★◎◇【】[]"
_BOX_LABEL = re.compile(rf"[【［\[■●◆▲★◎◇□]\s*{_BOX}\s*[】］\]]?(?:[：:]\s*[^，。：:]{{2,16}})?")
_PROSE = re.compile(rf"[{HAN}“”、\d.%]*[，。；！？][{HAN}“”，。、；！？\d.%]*(?<!版)")
_LETTERS = re.compile(rf"[{HAN}]{{9,}}")
STATEMENT_OPENS = re.compile(
    r"[^，。？！]{2,30}(?:指出|强调|要求|表示|认为|介绍|说|坦言|回忆|感慨|透露|解释|提醒|告诉[^，]{2,8})，"
)
NOTICE = re.compile(
    r"(?:.{0,12}|(?P<subject>关于[^，。；]{4,36}的))(?:公告|启事|启示|通告|声明|更正|致歉|讣告|倡议书|公开信|通知)"
)
# Whom a speech or a letter addresses: 各位代表：
ADDRESS = re.compile(r"(?:各位|同志们|尊敬的|女士们|朋友们|亲爱的).{0,14}[：:]")
EDITORS_NOTE = re.compile(
    r"(?:编者按|编者的话|开栏的话|开栏语|开篇的话|编后|编者语)\s*(?:[：:]|$)|[【［\[](?:编者按|编者的话|开栏的话)[】］\]]"
)


class Form:
    """What a line is by its own form.

    No enumeration: up to Python 3.11 it takes long to look up a member of one, and every line is asked many times.
    """

    TEXT = "text"
    FRAME = "frame"
    PAGE_HEADER = "page header"
    PAGE_NAME = "page name"
    META = "meta"
    CONTINUED_FROM = "continued from"
    CONTINUED_ON = "continued on"
    LEAD = "lead"
    BYLINE = "byline"
    END = "end"
    CREDIT = "credit"
    PAGE_CREDIT = "page credit"
    SUBTITLE = "subtitle"
    HEADING = "heading"
    # An item of a list, or a row of a table.
    BULLET = "bullet"
    # Whose notice it is, or of which day, below its text; whose words they are.
    SIGNATURE = "signature"


# A term that a list explains: 1.“两重”：国家重大战略实施
_EXPLAINED = re.compile(r"\d{1,2}[.．、]\s*“[^”]+”[^，。：]{0,6}：.")
_RUNS_ON = re.compile("[。；;！!].")
# A line for those who want to ask, below a report.
PHONE = re.compile(rf"[{HAN}]{{2,10}}(?:电话|热线)[：:][\d（）() 、—-]{{5,}}")
_SIGNS = "□◆○◎☆△◇"
_LONGEST_FORM = 120
_PHRASE = 24
# What a line holds that is a mark, a credit or a byline as a whole: most lines hold none of it.
_HINT = re.compile(
    r"（|\(|摄|图|绘|转|□|■|◆|●|○|◎|★|☆|▲|△|◇|上接|紧接|本版|照片|新华社|记者|通讯员|实习生|撰稿|整理|采写|供稿"
    r"|来源|文[/／\\：:]|编者|开栏|报道员|评论员|编辑部|评论部|调研组|采访组"
)


def has_hint(line):
    """Tell whether a line may hold a mark, a credit or a byline, found once for all who ask."""
    if line.hinted is None:
        line.hinted = _HINT.search(line.text) is not None
    return line.hinted


def form_of(line, at_edge):
    """Return the Form that a line has by itself. at_edge: it is among the first or the last of its text."""
    text = line.text
    is_prose = len(text) <= _LONGEST_FORM and _is_prose(line)
    if is_prose and not ("讯" in text or "电" in text or "作废" in text):
        return Form.TEXT
    if text in plain("furniture") or is_advertisement(text):
        return Form.FRAME
    opening = text[:_LONGEST_FORM]
    if ("讯" in opening and LEAD.match(opening)) or ("电" in opening and DATELINE.match(opening)):
        return Form.LEAD
    if opening[0] in "（(" and CONTINUATION.match(opening):
        return Form.LEAD
    if is_prose or len(text) > _LONGEST_FORM:
        return Form.TEXT
    if text[0] == "|" and TABLE_ROW.fullmatch(line.raw) and text.strip("|-: "):
        return Form.BULLET
    if read_header(line.raw, at_edge or bool(line.hashes)) and not NUMBERED.match(text):
        return Form.PAGE_HEADER
    if is_meta(text):
        return Form.META
    if _BOX_LABEL.fullmatch(text):
        return Form.HEADING
    if is_furniture(text) or is_imprint(text):
        return Form.FRAME
    form = has_hint(line) and _form_of_mark(text)
    if form:
        return form
    if OCCASION.fullmatch(text) or (SUBTITLE.match(text) and not line.ends_sentence and "。" not in text):
        return Form.SUBTITLE
    if TABLE_ROW.fullmatch(line.raw):
        return Form.BULLET
    if line.hashes or is_numbered_heading(line):
        return Form.HEADING
    if (BULLET.match(text) and not line.ends_sentence) or PHONE.fullmatch(text):
        return Form.BULLET
    return Form.TEXT


def _is_prose(line):
    """Tell at once of most lines of a body that they are nothing else: Han letters with a comma or a stop, or many."""
    text = line.text
    return bool(
        not line.hashes
        and (_PROSE.fullmatch(text) or (_LETTERS.fullmatch(text) and not may_be_frame(text)))
        and not has_hint(line)
        and not NUMBERED.match(text)
        and not opens_frame(text)
        and "版权所有" not in text
    )


def _form_of_mark(text):
    """Return the Form of a line that is a mark, a credit or a byline as a whole, None where it is none."""
    for form, matches in _FORMS_OF_MARKS:
        if matches(text):
            return form
    return None


def is_credit(text):
    """Return the match of a photographer's line, None where text is none; a name in it has to look like one."""
    match = CREDIT.fullmatch(text) if _CREDIT_HINT.search(text) else None
    if match is None or match["credit"]:
        return match
    return match if split_names(ROLE.sub(" ", match["name"] or match["reporter"] or match["after"])) else None


def ends_with_credit(text):
    """Tell whether a text ends with a photographer's name or a lender's, behind a sentence."""
    credit = CREDIT_AT_END.search(text)
    return bool(credit and is_credit(credit["mark"].strip()))


def ends_with_jump(text):
    """Tell whether a text ends with the mark that it goes on elsewhere."""
    return "转" in text and bool(_JUMP_AT_END.search(text))


def is_box(text):
    """Tell whether a line is nothing but the label of a box: 记者手记, ■新闻链接."""
    return len(text) <= _LONGEST_BOX and bool(_BOX_WORD.fullmatch(text.strip(_BOX_SIGNS).replace(" ", "")))


def _is_end_byline(text):
    return END_BYLINE.fullmatch(text) and bool(parse_byline(text))


def _is_byline(text):
    if EDITORIAL_BYLINE.fullmatch(text.lstrip("□■◆●○ ")):
        return True
    if BYLINE.fullmatch(text) is None:
        return False
    authors = parse_byline(text) or parse_byline(BROKEN_BYLINE.sub("", text))
    names = [author.name for author in authors]
    signed = (
        text[0] in _SIGNS
        and names
        and all(len(name) <= 3 or is_transliterated(name) or is_tibetan(name) for name in names)
    )
    # Whom the paper's own reporter's line names has a name, however rare.
    rare = text.startswith("本报") and names and all(2 <= len(name) <= 4 for name in names)
    return signed or rare or any(map(looks_like_name, names))


# In the order in which they are asked for.
_FORMS_OF_MARKS = (
    (Form.CONTINUED_FROM, CONTINUED_FROM.fullmatch),
    (Form.CONTINUED_ON, CONTINUED_ON.fullmatch),
    (Form.FRAME, TEASER.fullmatch),
    (Form.END, TAKEN_FROM.fullmatch),
    (Form.END, WIRE_END.fullmatch),
    (Form.END, NOTE.fullmatch),
    (Form.END, COMPILED.fullmatch),
    (Form.PAGE_CREDIT, PAGE_CREDIT.fullmatch),
    (Form.CREDIT, is_credit),
    (Form.END, _is_end_byline),
    (Form.BYLINE, _is_byline),
)


def is_numbered_heading(line):
    """A numbered line is a heading where it is short and does not run on like a sentence."""
    return (
        bool(NUMBERED.match(line.text))
        and not _EXPLAINED.match(line.text)
        and line.width <= 40
        and not _RUNS_ON.search(line.text)
        and (not line.ends_sentence or line.text[-1] in "？?" or (line.text[-1] in "。." and line.width <= _PHRASE))
    )
