"""Lines to units: which lines are one paragraph, which are headlines and headings, which belong to a picture."""

import re
from collections import Counter
from itertools import pairwise
from math import inf
from statistics import median, mode

from .columns import Columns
from .edges import ends_no_headline, opens_no_sentence
from .forms import ADDRESS, BROKEN_BYLINE, BULLET, ROLE_LEFT_OPEN, STATEMENT_OPENS, Form, ends_with_jump
from .names import looks_like_name, parse_byline
from .pictures import find_pictures
from .refining import refined
from .surroundings import forms_of
from .typography import HAN
from .units import Kind, unit_of

_KINDS = {
    Form.BYLINE: Kind.BYLINE,
    Form.END: Kind.END,
    Form.CREDIT: Kind.CREDIT,
    Form.PAGE_CREDIT: Kind.PAGE_CREDIT,
    Form.CONTINUED_FROM: Kind.CONTINUED_FROM,
    Form.CONTINUED_ON: Kind.CONTINUED_ON,
    Form.META: Kind.META,
    Form.FRAME: Kind.FRAME,
    Form.PAGE_HEADER: Kind.FRAME,
    Form.PAGE_NAME: Kind.FRAME,
    Form.SUBTITLE: Kind.SUBTITLE,
    Form.HEADING: Kind.HEAD,
}
_MENU_FORMS = (Form.TEXT, Form.FRAME)
# What stands below a kicker or a title.
_OPENINGS = (Form.LEAD, Form.HEADING, Form.SUBTITLE, Form.BYLINE, Form.META)
# Adverbs with which few sentences start.
_SELDOM_FIRST = frozenset("又还才仍却再")
# What stands before a list: 一年来，主要做了以下工作：/ 3条线路分别为：
_ANNOUNCES = re.compile("，|以下|如下|[为是][：:]$")
_ASKED = re.compile(r"(?:[问答]|记者|主持人)[：:]")
_TOPIC = re.compile(r"[^，。；、：]{4,14}。(?=.{20})")
_MARK, _STOP = re.compile("[。，！？；：、“”…]"), re.compile("[。；;]|…$")
_PEN_NAME = re.compile(rf"[{HAN}]{{2,3}}")
# A number that counts something, and is no date.
_FIGURE = re.compile(rf"\d[\d.]*(?![\d.年月日]|[{HAN}]?[年月日])")
_NAME_WITH_DOT = re.compile(rf"[{HAN}]{{0,5}}·[{HAN}]{{1,6}}")
# Several clauses with figures in them, which no heading has.
_TOLD = re.compile(r"\d.*，.*，")
# A title and a subtitle on one line.
_WITH_SUBTITLE = re.compile(r"^[^—。；]{6,24}[—―─]{2}[^—。；，]{6,24}$")
_OCCASION_OPENS = re.compile(r"年\d{1,2}月\d{1,2}日在[^。]*[^上）)]$")
_LONGEST_HEAD, _LONGEST_TITLE = 46, 20
# The letters that the number of a heading takes, and those that the first line of a paragraph is shorter.
_NUMBER, _INDENT = 4, 2
_MARKED = 3
_LONGEST_ABOVE = 24
_NARROW = 45
_MENU_WORD, _MENU_RUN = 8, 5
_NARROW_HEAD, _OFTEN = 4, 3
# So much of its column at least takes up a line that goes on, and so much of that at most its rest.
_FULL, _REST = 0.9, 0.6


def lay_out(lines):
    """Return the Units of the page in order; together they hold every line."""
    if not lines:
        return []
    forms = forms_of(lines)
    _mark_menus(lines, forms)
    texts = [line for line, form in zip(lines, forms, strict=True) if form in (Form.TEXT, Form.LEAD)]
    broken = _is_broken(texts)
    gap = mode([line.gap for line in lines])
    width = median(line.width for line in texts) if broken else inf
    wrapped = _mark_wrapped_subtitles(lines, forms, width)
    pictures = find_pictures(lines, forms, gap)
    columns = Columns(texts) if broken else None
    marked = sum(bool(line.hashes) for line in lines) >= _MARKED
    units, at = [], 0
    while at < len(lines):
        line, form = lines[at], forms[at]
        if at in pictures:
            kind, number = pictures[at]
            units.append(unit_of(kind, line, form, picture=number))
        elif form in _KINDS and not (broken and _is_cut_number(lines, forms, at, columns.white_space, width)):
            units.append(unit_of(_KINDS[form], line, form))
            while form is Form.HEADING and broken and _heading_goes_on(lines, forms, at, width):
                at += 1
                units[-1].append(lines[at])
            if at + 1 in wrapped or (form is Form.BYLINE and _byline_goes_on(lines, forms, at)):
                units[-1].wrapped = form is Form.SUBTITLE
                at += 1
                units[-1].append(lines[at])
        elif form in (Form.BULLET, Form.SIGNATURE):
            breaks_off = broken and BULLET.match(line.text) and not line.ends_sentence and line.width >= 0.7 * width
            units.append(_list_item(line, breaks_off))
        else:
            end = at + 1
            while end < len(lines) and end not in pictures and forms[end] is Form.TEXT:
                end += 1
            run, lead, opened = lines[at:end], form is Form.LEAD, _open_paragraph(units)
            if broken:
                below = next((at for at in range(end, len(forms)) if forms[at] is not Form.SUBTITLE), None)
                announces = below is not None and forms[below] in (Form.LEAD, Form.BYLINE, Form.CONTINUED_FROM)
                columns.join(units, run, lead, form is Form.HEADING, opened, announces)
            else:
                _join_whole(units, run, lead, opened, end < len(lines) and forms[end] in _OPENINGS, marked)
            at = end
            continue
        at += 1
    units = refined(units, gap)
    if broken:
        _mark_full(units)
    return units


def _mark_full(units):
    """Mark the headline lines that are full: others of their width go on in the next line as well, again and again."""
    going_on = [one for one, other in pairwise(units) if one.kind is other.kind is Kind.HEAD and not other.gap]
    widths = Counter(round(unit.width) for unit in going_on if unit.width > _NARROW_HEAD)
    for unit in going_on:
        unit.full = widths[round(unit.width)] >= _OFTEN


def _is_cut_number(lines, forms, at, white_space, width):
    """A line of a paragraph that starts with a number and, without a stop, looks like a heading.

    The sentence before it is not complete, or the next line cannot start a paragraph: by its first letter or, where
    first lines are indented, by its width.
    """
    if forms[at] is not Form.HEADING or lines[at].hashes:
        return False
    line = lines[at]
    before = lines[at - 1] if at and forms[at - 1] is Form.TEXT else None
    if before and "，" in line.text and not before.ends_sentence and _STOP.search(before.text):
        return True
    if at + 1 == len(lines) or forms[at + 1] is not Form.TEXT:
        return False
    following = lines[at + 1]
    if opens_no_sentence(following.text):
        return not (before is None or before.ends_sentence) or not _heading_goes_on(lines, forms, at, width)
    if not white_space.indents or white_space.indented_by or not _MARK.search(line.text[_NUMBER:]):
        return False
    as_wide = following.width >= line.width - _INDENT / 2 and "，" in following.text
    return as_wide or (following.ends_sentence and following.width <= 0.5 * line.width)


def _heading_goes_on(lines, forms, at, width):
    """A numbered heading that a column of this width broke: behind a comma, or in a full line with a short one next."""
    if at + 1 == len(lines) or forms[at + 1] is not Form.TEXT:
        return False
    line, following = lines[at], lines[at + 1]
    if following.ends_sentence or "。" in following.text:
        return False
    full = "，" in line.text and line.width >= width - 1.6
    return line.text[-1] in "，、" or (full and following.width < 0.75 * width and "，" not in following.text)


def _mark_wrapped_subtitles(lines, forms, width):
    """Mark the lines in which the subtitles of a page go on, and return their places; width is that of its columns."""
    found = set()
    if Form.SUBTITLE not in forms:
        return found
    for at, (line, following) in enumerate(pairwise(lines), 1):
        if forms[at - 1] is Form.SUBTITLE and forms[at] is Form.TEXT and _is_rest_of_subtitle(line, following, width):
            forms[at] = Form.SUBTITLE
            found.add(at)
    return found


def _is_rest_of_subtitle(line, following, width):
    """It says at which meeting a speech was made, or is the short rest of a longer line."""
    if _OCCASION_OPENS.search(line.text):
        return following.text.rstrip("）)").endswith("上")
    if following.gap > line.gap or following.ends_sentence or "，" in following.text:
        return False
    short = line.width >= _FULL * width and following.width <= _REST * line.width
    return short and not looks_like_name(following.text.replace(" ", ""))


def _byline_goes_on(lines, forms, at):
    """A byline that a column broke, in a name or before it."""
    if at + 1 == len(lines) or forms[at + 1] is not Form.TEXT:
        return False
    if ROLE_LEFT_OPEN.search(lines[at].text):
        return bool(parse_byline(lines[at].text + lines[at + 1].text))
    if not BROKEN_BYLINE.search(lines[at].text):
        return bool(_NAME_WITH_DOT.fullmatch(lines[at + 1].text))
    rest = lines[at + 1].text
    return len(rest) == 1 or bool(_PEN_NAME.fullmatch(rest) or _NAME_WITH_DOT.fullmatch(rest))


def _mark_menus(lines, forms):
    """A long run of lines of a word or two is a menu of a web page."""
    menu_words = [
        line.width <= _MENU_WORD and form in _MENU_FORMS and _is_menu_word(line)
        for line, form in zip(lines, forms, strict=True)
    ]
    if sum(menu_words) < _MENU_RUN:
        return
    start = 0
    for index, is_word in enumerate([*menu_words, False]):
        if not is_word:
            # What stands right above a byline or a lead is its headline.
            end = index - (index < len(lines) and forms[index] in (Form.LEAD, Form.BYLINE))
            if end - start >= _MENU_RUN:
                forms[start:end] = [Form.FRAME] * (end - start)
            start = index + 1


def _is_menu_word(line):
    return not line.hashes and not _MARK.search(line.text)


def _is_broken(lines):
    """Tell whether the paragraphs are broken into short lines: few of them end a sentence, and most text is in them."""
    solid = [line for line in lines if line.width >= 6]
    if len(solid) < 8 or sum([line.ends_sentence for line in solid]) >= 0.5 * len(solid):
        return False
    widths = [line.width for line in solid]
    return sum([width for width in widths if width <= _NARROW]) > 0.6 * sum(widths) and median(widths) <= _NARROW


def _list_item(line, breaks_off):
    """Return the unit of an item, which is complete without a stop unless a column broke it."""
    item = unit_of(Kind.BODY, line, Form.BULLET, alone=not breaks_off)
    item.closed = not breaks_off
    return item


def _open_paragraph(units):
    """Return the body unit that breaks off, with which the next line may go on, or None; pictures may stand between."""
    for unit in reversed(units):
        between = unit.kind in (Kind.CAPTION, Kind.CREDIT) or unit.form in (Form.PAGE_HEADER, Form.PAGE_NAME)
        if between or unit.picture is not None:
            continue
        ended = unit.closed or unit.alone or ends_with_jump(unit.lines[-1])
        return unit if unit.kind is Kind.BODY and not ended else None
    return None


def _join_whole(units, run, lead, opened, announces, marked):
    """Add lines that hold a paragraph each, but for those that a page or a column broke.

    lead: the first line opens a report. announces: the line behind the last does so. marked: headings carry # marks.
    """
    for index, line in enumerate(run):
        is_lead = lead and index == 0
        is_title = announces and index + 1 == len(run) and line.width <= _LONGEST_ABOVE and _is_title(line)
        if opened and not is_lead and not is_title:
            if _goes_on(opened, line):
                opened.append(line)
            else:
                units.append(unit_of(Kind.BODY, line, alone=not line.ends_sentence))
        elif is_title or (
            not is_lead
            and not (marked and "，" in line.text and line.width > _LONGEST_ABOVE and index + 1 < len(run))
            and _is_head(line, run[index + 1 : index + 2])
            and not _runs_on(line, run[index + 1 : index + 2])
        ):
            units.append(unit_of(Kind.HEAD, line))
            opened = None
        else:
            units.append(unit_of(Kind.BODY, line, lead=is_lead))
        last = units[-1] if not opened or units[-1].alone else opened
        ended = last.closed or last.alone or ends_with_jump(last.lines[-1])
        opened = last if last.kind is Kind.BODY and not ended else None


def _goes_on(unit, line):
    """A fragment that repeats the letters before the break is another printing of the place, not its continuation.

    Nor is a paragraph that opens with a short sentence for its topic, where the one before opened so as well.
    """
    tail = unit.lines[-1][-2:]
    if len(tail) == 2 and line.text.startswith(tail):
        return False
    if unit.lines[-1][-1] in "，、,":
        return True
    return not (_TOPIC.match(line.text) and _TOPIC.match(unit.lines[0]))


def _runs_on(line, following):
    """Tell whether a line without a full stop is the first piece of a paragraph that the next line goes on with."""
    if STATEMENT_OPENS.match(line.text):
        return True
    if _TOLD.search(line.text) and line.width > _LONGEST_TITLE and following and following[0].ends_sentence:
        return True
    if not following:
        return False
    if "，" in line.text and following[0].text[0] in _SELDOM_FIRST and following[0].ends_sentence:
        return True
    figure = line.width > _LONGEST_ABOVE and _FIGURE.match(following[0].text)
    return bool(figure) or opens_no_sentence(following[0].text)


def _is_title(line):
    return _is_head(line, []) or line.text[-1] in "？！?!"


def _is_head(line, following):
    text = line.text
    alone = line.width > 30 and not following and not _WITH_SUBTITLE.search(text)
    if text.count("《") > text.count("》") or (text[-1] in "）)" and ends_with_jump(text)):
        return False
    if "，" in text and (alone or text[-1].isdigit() or ends_no_headline(text)):
        return False
    if _ASKED.match(text) or ADDRESS.fullmatch(text):
        return False
    if line.width > _LONGEST_HEAD or _STOP.search(text):
        return False
    if (text[0] == "“" and text.count("“") > text.count("”")) or (text[0] == '"' and text.count('"') % 2):
        return False
    if line.ends_sentence:
        question = text[-1] in "？?" and line.width <= 24 and "，" not in text[:-8]
        announced = not following or (not following[0].ends_sentence and following[0].width <= _LONGEST_HEAD)
        return question or (text[-1] in "：:" and line.width <= 16 and announced and not _ANNOUNCES.search(text))
    return text[-1] not in "，,、"
