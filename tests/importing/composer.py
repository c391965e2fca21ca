"""Lays articles out as pages of each kind that archives hold; every page comes with what a perfect import makes of it.

A page is (text, record), the record in the importer's JSON format. The same random.Random gives the same page.
"""

import re
from itertools import pairwise
from typing import NamedTuple

YEAR = 2025
_ISSUED, _PRINTED_ISSUE = f"{YEAR}-12-31", f"{YEAR}年12月31日"
_NEWSPAPER, _PAGE_NAMES = "云溪日报", ("综合新闻", "民生", "要闻", "县区")
_TOKEN = re.compile(r"[A-Za-z0-9][A-Za-z0-9.%℃]*|.", re.DOTALL)
_CLOSING, _OPENING = "，。、；：？！”’」』）》】…—·%", "“‘「『（《【"
_MENU = """
首页 新闻中心 政务公开 办事服务 互动交流 专题专栏 走进云溪 领导之窗 通知公告 部门动态 图片新闻 视频新闻 网上信访
数据开放 政策解读 登录 注册
"""
_META = (
    "发布时间：{stated} 来源：{source} 浏览次数：1024",
    "时间：{stated}\n来源：{source}\n责任编辑：阮青\n字体：大 中 小\n打印 分享 关闭",
    "来源：{source}　　发布日期：{stated}　　【字体：大 中 小】",
    "{stated} 来源：{source}",
)
_RELATED = ("云溪市启动秋季义务植树活动", "鹿鸣区推进背街小巷改造", "全市农业生产托管面积突破百万亩")
_WIDEST_HEADLINE = 18


class Block(NamedTuple):
    """A printed element: column, kicker, title, subtitle, mark, byline, heading, paragraph, caption, ending."""

    kind: str
    text: str
    level: int = 0


def headline(article):
    """Return the Blocks of an article's headline as printed."""
    parts = [
        ("column", article.column and f"【{article.column}】"),
        ("kicker", article.kicker),
        ("title", article.title),
    ]
    if article.subtitle:
        parts.append(("subtitle", f"——{article.subtitle}"))
    return [Block(kind, text) for kind, text in parts if text]


def body(article):
    """Return the Blocks of an article below its headline; its photos stand behind its first paragraph."""
    blocks = []
    if article.continued_from:
        blocks.append(Block("mark", f"（上接{article.continued_from}）"))
    if article.byline and article.byline_at == "head":
        blocks.append(Block("byline", article.byline))
    lead, end = _lead(article), article.byline if article.byline_at == "end" else ""
    last = len(article.paragraphs) - 1
    number = 0
    for section in article.sections:
        if section.heading:
            blocks.append(Block("heading", section.heading, section.level))
        for paragraph in section.paragraphs:
            text = (lead if number == 0 else "") + paragraph + (end if number == last else "")
            blocks.append(Block("paragraph", text))
            if number == 0:
                blocks += [Block("caption", f"{photo.caption}\n{photo.printed}".strip()) for photo in article.photos]
            number += 1
    if article.byline_at in ("line", "credit"):
        blocks.append(Block("byline", article.byline))
    if article.ending:
        blocks.append(Block("ending", article.ending))
    return blocks


def _lead(article):
    if not article.mark:
        return ""
    if article.byline_at != "lead":
        return f"{article.mark} "
    return f"{article.mark}{article.byline}" if article.byline.startswith("（") else f"{article.mark} {article.byline} "


# --- web copies


def compose_web(rng, article, one_line=False):
    """Copy an article off a news site with its menus. one_line: its paragraphs stand on one line, parted by 　　."""
    source = article.origin or rng.choice((_NEWSPAPER, "云溪市融媒体中心", "澜州网"))
    day, time = article.day or f"{rng.randint(1, 12):02}-28", f"{rng.randint(0, 23):02}:{rng.randint(0, 59):02}"
    stated = rng.choice((f"{YEAR}-{day} {time}", f"{YEAR}年{day.replace('-', '月')}日 {time}"))
    meta = rng.choice(_META).format(stated=stated, source=source)
    elements = [block.text for block in body(article)]
    if one_line:
        elements = ["".join(f"　　{element.replace(chr(10), '　　')}" for element in elements)]
    elif rng.random() < 0.5:
        elements = [f"　　{element}" for element in elements]
    parts = [
        "\n".join(rng.sample(_MENU.split(), rng.randint(6, 17))),
        f"当前位置：首页 > 新闻中心 > {rng.choice(_PAGE_NAMES)}",
        *(block.text for block in headline(article)),
        meta,
        *elements,
        "（责任编辑：申屠岚）",
        f"上一篇：{_RELATED[0]}",
        f"下一篇：{_RELATED[1]}",
        "\n".join(("相关新闻", *_RELATED[1:])),
        "版权所有：云溪市融媒体中心 备案号：云ICP备20250001号",
    ]
    return "\n\n".join(parts), _page([article.record(YEAR, published=f"{YEAR}-{day}T{time}", origin=source)])


# --- Markdown pages


def compose_markdown(rng, articles):
    """Lay articles out as the Markdown that an OCR makes of a page: some paragraphs break where a column ended."""
    number, name = rng.randint(1, 16), rng.choice(_PAGE_NAMES)
    title_marks = rng.choice(("#", "##"))
    parts = [f"# {number} | {name}", _NEWSPAPER, _PRINTED_ISSUE]
    heading_marks = rng.choice(("", title_marks + "#"))
    for article in articles:
        parts += [f"{title_marks} {block.text}" if block.kind == "title" else block.text for block in headline(article)]
        for block in body(article):
            if block.kind == "heading":
                parts.append(f"{heading_marks}{'#' * (block.level - 1) if heading_marks else ''} {block.text}".strip())
            elif block.kind == "caption":
                parts.append(f"\n\n{block.text}\n")
            elif block.kind == "paragraph" and len(block.text) > 90 and rng.random() < 0.3:
                parts += _broken(rng, block.text)
            else:
                parts.append(block.text)
    page = _page([article.record(YEAR, published=_ISSUED) for article in articles], _NEWSPAPER, str(number), name)
    return "\n\n".join(parts), page


def _broken(rng, paragraph):
    """Break a paragraph in two between two Han letters, as a column's end does."""
    at = rng.choice(
        [i for i in range(30, len(paragraph) - 30) if re.fullmatch(r"[\u4e00-\u9fff]{2}", paragraph[i - 1 : i + 1])]
    )
    return [paragraph[:at], paragraph[at:]]


# --- columns of print


def compose_columns(rng, articles, width=18, letter_spaced=False, behind=0, blank_lines=True):
    """Lay articles out in columns of the given width, a line of the column on each line of the text.

    letter_spaced: about half of the lines are set with a space between letters. behind: the share of headlines that
    stand behind their reports, 1 for all. blank_lines: one stands between lines.
    """
    number, name = rng.randint(1, 16), rng.choice(_PAGE_NAMES)
    parts = [str(number), name, f"{_NEWSPAPER} {_PRINTED_ISSUE} 星期三"]
    between = "\n\n" if blank_lines else "\n"
    for article in articles:
        head = ["\n".join(_headline_lines(block)) for block in headline(article)]
        rows = []
        for block in body(article):
            if block.kind == "paragraph":
                rows += [_spaced(rng, line, letter_spaced) for line in wrapped(block.text, width)]
            elif block.kind == "caption":
                rows.append(f"\n\n{block.text}\n" if blank_lines else block.text)
            else:
                rows.append(block.text)
        parts += rows + head if behind == 1 or (behind and rng.random() < behind) else head + rows
    page = _page([article.record(YEAR, published=_ISSUED) for article in articles], _NEWSPAPER, str(number), name)
    return between.join(parts), page


def column(*paragraphs):
    """Return indented paragraphs as the lines of a column of fifteen letters."""
    return "".join(f"{line}\n" for paragraph in paragraphs for line in wrapped(paragraph, 15))


def wrapped(text, width):
    """Return the lines of an indented paragraph in a column: no mark of closing starts a line, no figure is cut."""
    lines, line, room = [], "", width - 2
    tokens = _TOKEN.findall(text)
    for token, following in pairwise([*tokens, ""]):
        size = _size(token)
        hangs = token in _CLOSING
        if line and not hangs and (size > room or (token in _OPENING and size + _size(following) > room)):
            lines.append(line)
            line, room = "", width
        line += token
        room -= size
    return [*lines, line]


def _size(token):
    return sum(0.5 if character.isascii() else 1 for character in token)


def _headline_lines(block):
    """Print a long title or kicker on two lines, parted between its phrases if it has two."""
    if len(block.text) <= _WIDEST_HEADLINE or block.kind == "subtitle":
        return [block.text]
    middle = len(block.text) // 2
    at = block.text.find(" ") if " " in block.text else middle
    return [block.text[:at], block.text[at:].strip()]


def _spaced(rng, line, letter_spaced):
    if not letter_spaced or rng.random() < 0.5:
        return line
    return spaced(line)


def spaced(line):
    """Set a line's letters apart, as a justified line of print comes out: “ 思 想 ，坚 持 9 月 ”."""
    return re.sub(r"([，。、；：]) ", r"\1", " ".join(_TOKEN.findall(line.replace(" ", ""))))


def _page(reports, newspaper=None, page=None, page_name=None):
    return {
        "file": "",
        "newspaper": newspaper,
        "page": page,
        "page_name": page_name,
        "reports": reports,
        "furniture": [],
    }
