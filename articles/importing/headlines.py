"""Which line of a headline is the kicker, the title, the subtitle, the column."""

import re
from dataclasses import dataclass, field, replace

from .forms import COLUMN, KICKER_END
from .knowledge import ends_with_any, plain
from .strangers import is_of_another, kinship, set_aside_blocks, set_aside_strangers
from .typography import HAN
from .units import Kind, Unit
from .wrapping import (
    BODIES,
    cannot_start,
    is_couplet,
    is_cut,
    leads_from_phrases,
    leads_to_phrases,
    unwrapped,
    want_two_lines,
)

_LABEL = 6
# A first line so many times as long as the second is a kicker above a title.
_KICKER_RATIO = 2.0
_WORD = 3
# So wide at most is the name of a series above a kicker.
_NAME = 16
_NUMBERED_SERIES = re.compile(
    r"(?:[（(](?:连载)?(?:[\d一二三四五六七八九十]{1,2}|上|中|下)[）)]|[①-⑳]|之[一二三四五六七八九十]{1,2})$"
)
_CAMPAIGN = re.compile(
    r"(?:关注|聚焦|走进|倾听|对话|直击|解码|探访|追踪|记录|看见)(?:[“·].{2,12}|.{0,8}两会)"
    r"|记者[走在看探跑].{1,4}|走.{1,4} [看访话促].{1,4}"
    rf"|[{HAN}]{{4,10}}(?<![银同发进举执运流通航旅飞履践先推施盛])行"
)
# Four letters above a title are the name of a column, but for a place or a year.
_NAME_OF_A_COLUMN = re.compile(rf"[{HAN}]{{3}}(?![省市县区旗州镇乡村团连年月局院校厂社队站司])[{HAN}]")
_PHONE_AT_END = re.compile(r"\d{5,}$")
_TELLS_OF = re.compile(rf"(?:记(?!者)|访)[{HAN}“”]{{4,}}")
# What answers a title, and who does: 批发商：雪天路滑，运费贵了
_ANSWERS = re.compile(rf"([{HAN}]{{2,10}}?)(?:回应|答复|回复|解释|提醒)?：.{{4,}}")
# Names of several people stand apart: 某某讲话 某某主持
_SEVERAL = re.compile(r"[·\s]")
_MUCH_LONGER = 0.8
_PHRASES = re.compile(r"\S\s+\S")
_QUOTED = re.compile("“[^”]{6,}”")
_SERIES = re.compile(r"\S+\s+\S+\s+\S+$")
_ATTENDING = re.compile(
    r"(?:.{2,12}|.{2,7}·.{2,7})(?:(?:参加|出席|主持)(?:会议)?并(?:讲话|致辞|部署|介绍|宣布|揭牌|授|作)[^，。]{0,6}|参加|出席|主持|讲话|致辞|批示|调研|讲授党课)(?:\s.{2,5}(?:参加|出席|主持|讲话|致辞))*$"
)


@dataclass
class Headline:
    """The elements of a headline, each a list of units in printed order.

    orphans announce reports on other pages. doubts: headline_choice where several lines could be the title,
    stranger_headline where the title shares nothing with the body.
    """

    kicker: list[Unit] = field(default_factory=list)
    title: list[Unit] = field(default_factory=list)
    subtitle: list[Unit] = field(default_factory=list)
    column: list[Unit] = field(default_factory=list)
    orphans: list[Unit] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)


def read_headline(units, behind, body, narrow):
    """Return the Headline that units make up.

    behind: it stands behind its body; body: the report's printed text, in a narrow column or not.
    """
    headline = Headline()
    rows = []
    seen_subtitle = False
    parts = [part for whole in units for part in _parts(whole)]
    if narrow:
        parts = unwrapped(parts, body)
    for unit in parts:
        if unit.kind is Kind.SUBTITLE:
            headline.subtitle.append(unit)
            seen_subtitle = True
        elif _is_column(unit, parts, first=not rows, narrow=narrow) or (seen_subtitle and behind and rows):
            headline.column.append(unit)
        else:
            rows.append(unit)
    if not rows and headline.column:
        rows.append(headline.column.pop())
    if not rows and headline.subtitle:
        rows.append(headline.subtitle.pop(0))
    if behind and len(rows) > 1 and KICKER_END.search(rows[-1].lines[-1]):
        rows.insert(0, rows.pop())
    while len(rows) > 1 and not (rows[-1].hashes or rows[-1].announced) and _is_unmarked_subtitle(rows):
        headline.subtitle.insert(0, rows.pop())
    if len(rows) > 1 and _is_slogan(rows[0], rows[1], body):
        headline.column.append(rows.pop(0))
    at, length = _title_at(rows, body, narrow)
    headline.title = rows[at : at + length]
    headline.kicker = rows[:at]
    headline.subtitle = rows[at + length :] + headline.subtitle
    set_aside_strangers(headline, body)
    if narrow:
        set_aside_blocks(headline, body)
    if len(rows) >= 2 and length == 1 and not any(unit.hashes for unit in rows):
        headline.doubts.append("headline_choice")
    if headline.title and not kinship("".join(line for unit in headline.title for line in unit.lines), body):
        headline.doubts.append("stranger_headline")
    return headline


def _is_column(unit, units, first, narrow):
    text = unit.lines[0].strip()
    if unit.kind is Kind.COLUMN:
        return True
    if len(units) < 2:
        return False
    if COLUMN.fullmatch(text) or (first and (_NUMBERED_SERIES.search(text) or _CAMPAIGN.fullmatch(text))):
        return True
    paired = unit.hashes and len(units) > 1 and units[1].hashes == unit.hashes
    short = unit.width <= (_LABEL if unit.hashes else _WORD) and text[-1] not in BODIES
    if first and not paired and short and (not narrow or units[1].gap or ends_with_any(text, plain("columns"))):
        return True
    if unit is units[0] and _names_series(units):
        return True
    named = first and (not unit.hashes or (paired and _PHRASES.search(units[1].lines[0])))
    if named and _NAME_OF_A_COLUMN.fullmatch(text):
        return True
    if first and cannot_start(units[1].lines[0]):
        return False
    ending = ends_with_any(_PHONE_AT_END.sub("", text), plain("columns"))
    if not first and not unit.hashes and "·" in text and ending:
        return True
    return first and len(text) <= 14 and " " not in text and ("·" in text or bool(ending)) and not text.endswith("？")


def _names_series(units):
    """Tell whether a line stands apart above a kicker that is whole by itself, and above a title."""
    name, kicker = units[0].lines[-1], units[1]
    apart = len(units) > 2 and kicker.gap and KICKER_END.search(kicker.lines[-1]) and not kicker.hashes
    return bool(apart) and units[0].width <= _NAME and not (units[0].hashes or KICKER_END.search(name))


def _is_slogan(unit, following, body):
    """A line that the body knows nothing of, marked above one that it speaks of, is the name of a series."""
    phrases = unit.hashes == following.hashes and _PHRASES.search(unit.lines[-1])
    above = unit.hashes and (unit.hashes < following.hashes or phrases) and not KICKER_END.search(unit.lines[-1])
    return above and kinship(unit.lines[0], body) < 0.1 and kinship(following.lines[0], body) >= 0.3


def _parts(unit):
    """Cut an element on several lines where a line is one by itself: it ends with a colon, or is a row of phrases."""
    if len(unit.lines) == 1:
        return [unit]
    parts, start = [], 0
    attending = len(unit.lines) > 1 and _is_attendance(unit.lines[-1:])
    ranked = len(unit.lines) - attending >= 3
    for index in range(1, len(unit.lines) + 1):
        before = unit.lines[index - 1]
        last = index == len(unit.lines)
        label = index == 1 and not last and _is_label(before) and len(unit.lines[1]) > 2 * _WORD
        if (
            last
            or ranked
            or label
            or (index == 1 and len(unit.lines) == 2 and len(before) >= _KICKER_RATIO * len(unit.lines[1]) > _LABEL)
            or (index == 1 and len(unit.lines) == 2 and " " not in before and _PHRASES.search(unit.lines[1]))
            or (index == 1 and len(unit.lines) == 2 and leads_from_phrases(*unit.lines))
            or (index == 1 and not last and "“" not in before and _QUOTED.fullmatch(unit.lines[1]))
            or KICKER_END.search(before)
            or _SERIES.match(before)
            or _is_attendance(unit.lines[index:])
        ):
            parts.append(replace(unit, ranges=unit.ranges[start:index], lines=unit.lines[start:index]))
            start = index
    return parts


def _is_label(line):
    return len(line) <= _WORD or (len(line) <= 2 * _WORD and bool(ends_with_any(line, plain("columns"))))


def _is_attendance(lines):
    return len(lines) == 1 and len(lines[0]) <= 10 and bool(_ATTENDING.match(lines[0]))


def _is_unmarked_subtitle(rows):
    """Tell whether the last line says who attended, of whom a feature tells (记某某, 访某某), or who answers.

    A line that goes on over a comma and is much longer than the one above explains that.
    """
    above, last = rows[-2].lines[-1], rows[-1].lines[-1]
    if KICKER_END.search(above):
        return False
    answer = _ANSWERS.match(last)
    return bool(
        (_ATTENDING.match(last) and (len(last) <= min(10, len(above)) or _SEVERAL.search(last)))
        or _TELLS_OF.match(last)
        or (answer and any(ends_with_any(answer[1], plain(name)) for name in ("people", "offices")))
        or ("，" in last and _LABEL <= len(above) <= _MUCH_LONGER * len(last))
    )


def _title_at(rows, body, narrow):
    """Return (index, count) of the title's units among the headline lines that are neither column nor dash subtitle."""
    announced = [index for index, unit in enumerate(rows) if unit.announced]
    if announced:
        return announced[0], 1
    levels = [unit.hashes for unit in rows if unit.hashes]
    if levels:
        start = next(index for index, unit in enumerate(rows) if unit.hashes == min(levels))
        while start + 1 < len(rows) and rows[start + 1].hashes and KICKER_END.search(rows[start].lines[-1]):
            start += 1
            levels = [rows[start].hashes]
        end = next((i for i in range(start, len(rows)) if rows[i].hashes != min(levels)), len(rows))
        if end - start == 2 and leads_to_phrases(*rows[start:end]):
            start += 1
        return start, end - start
    start = 0
    while start < len(rows) - 1 and KICKER_END.search(rows[start].lines[-1]):
        start += 1
    rest = rows[start:]
    couplets = (i for i in range(len(rest) - 1) if is_couplet(rest[i], rest[i + 1]))
    couplet = next((i for i in couplets if not (narrow and is_of_another(rest[i], rest[i + 1], body))), None)
    if couplet is not None:
        return start + couplet, 2
    if len(rest) > 1 and is_cut(*rest[-2:], body):
        return len(rows) - 2, 2
    if narrow and len(rest) > 1 and not is_of_another(*rest[-2:], body) and want_two_lines(rest):
        return len(rows) - 2, 2
    if len(rest) <= 2:
        return len(rows) - 1, 1
    phrased = [i for i, unit in enumerate(rest) if len(unit.lines) == 1 and _PHRASES.search(unit.lines[0])]
    return (start + phrased[0], 1) if len(phrased) == 1 and phrased[0] > 0 else (len(rows) - 1, 1)
