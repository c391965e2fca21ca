"""Which line of a headline is the kicker, the title, the subtitle, the column."""

import re
from dataclasses import dataclass, field, replace

from .forms import COLUMN, KICKER_END
from .knowledge import ends_with_any, plain
from .typography import HAN
from .units import Kind, Unit

_LABEL = 6
# A first line so many times as long as the second is a kicker above a title.
_KICKER_RATIO = 2.0
_WORD = 3
_SUBJECT, _HALF = 5, 9
# So long at most is the first line of a title that wants two, and so many times as long the second.
_LONGEST_LINE, _LONGEST_REST = 14, 1.7
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
# Letters with which places and bodies end: a line that is one is the subject of the next.
_BODIES = frozenset("省市县区镇乡村局院校厂社队站司")
_PHONE_AT_END = re.compile(r"\d{5,}$")
_HAN = re.compile(rf"[{HAN}]")
_HAN_PAIR = re.compile(rf"[{HAN}]{{2}}")
_TELLS_OF = re.compile(rf"(?:记(?!者)|访)[{HAN}“”]{{4,}}")
# What answers a title, and who does: 批发商：雪天路滑，运费贵了
_ANSWERS = re.compile(rf"([{HAN}]{{2,10}}?)(?:回应|答复|回复|解释|提醒)?：.{{4,}}")
# Names of several people stand apart: 某某讲话 某某主持
_SEVERAL = re.compile(r"[·\s]")
_STRANGE = 0.34
_MUCH_LONGER, _MUCH_SHORTER = 0.8, 0.7
# A verb without its object, a preposition; the other half of a sentence, a meeting without its subject.
_CANNOT_END = re.compile(
    rf"(?:开展|推进|推动|加强|实施|举办|打造|迎来|增开|严查|助力|部署|破解|为(?!什么)[{HAN}]{{2,6}}|[与和及为将被把在向对从让使])$"
)
_CANNOT_START = re.compile(
    rf"(?:被|把|将|等来|为[{HAN}]{{2,6}}[送提解办建添开护打搭注撑引])"
    r"|(?:研究|传达|审议|听取|安排|讨论)(?:部署|学习|贯彻|落实|安排|研究|通过)"
    r"|(?:工作|推进|现场|动员|部署|座谈|表彰|调度)*(?:会议|大会|会)(?:召开|举行|闭幕|开幕)$"
)
_PHRASES = re.compile(r"\S\s+\S")
_TWO_PHRASES = re.compile(r"\S{4,} \S{4,}")
_QUOTED = re.compile("“[^”]{6,}”")
_SERIES = re.compile(r"\S+\s+\S+\s+\S+$")
_ATTENDING = re.compile(
    r"(?:.{2,12}|.{2,7}·.{2,7})(?:(?:参加|出席|主持)(?:会议)?并(?:讲话|致辞|部署|介绍|宣布|揭牌|授|作)[^，。]{0,6}|参加|出席|主持|讲话|致辞|批示|调研|讲授党课)(?:\s.{2,5}(?:参加|出席|主持|讲话|致辞))*$"
)
_EVENT = re.compile(r"召开|举行|举办|会见|调研|出席|启动|开幕|闭幕|审议|揭晓|印发|发布")


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
        parts = _unwrapped(parts, body)
    for unit in parts:
        if unit.kind is Kind.SUBTITLE:
            headline.subtitle.append(unit)
            seen_subtitle = True
        elif _is_column(unit, parts, first=not rows) or (seen_subtitle and behind and rows):
            headline.column.append(unit)
        else:
            rows.append(unit)
    if not rows and headline.column:
        rows.append(headline.column.pop())
    if not rows and headline.subtitle:
        rows.append(headline.subtitle.pop(0))
    if behind and len(rows) > 1 and KICKER_END.search(rows[-1].lines[-1]):
        rows.insert(0, rows.pop())
    while len(rows) > 1 and not rows[-1].hashes and _is_unmarked_subtitle(rows):
        headline.subtitle.insert(0, rows.pop())
    if len(rows) > 1 and _is_slogan(rows[0], rows[1], body):
        headline.column.append(rows.pop(0))
    at, length = _title_at(rows, body, narrow)
    headline.title = rows[at : at + length]
    headline.kicker = rows[:at]
    headline.subtitle = rows[at + length :] + headline.subtitle
    _set_aside_strangers(headline, body)
    if narrow:
        _set_aside_blocks(headline, body)
    if len(rows) >= 2 and length == 1 and not any(unit.hashes for unit in rows):
        headline.doubts.append("headline_choice")
    if headline.title and not _kinship("".join(line for unit in headline.title for line in unit.lines), body):
        headline.doubts.append("stranger_headline")
    return headline


def _is_column(unit, units, first):
    text = unit.lines[0].strip()
    if unit.kind is Kind.COLUMN:
        return True
    if len(units) < 2:
        return False
    if COLUMN.fullmatch(text) or (first and (_NUMBERED_SERIES.search(text) or _CAMPAIGN.fullmatch(text))):
        return True
    paired = unit.hashes and len(units) > 1 and units[1].hashes == unit.hashes
    if first and not paired and unit.width <= (_LABEL if unit.hashes else _WORD) and text[-1] not in _BODIES:
        return True
    named = first and (not unit.hashes or (paired and _PHRASES.search(units[1].lines[0])))
    if named and _NAME_OF_A_COLUMN.fullmatch(text):
        return True
    ending = ends_with_any(_PHONE_AT_END.sub("", text), plain("columns"))
    if not first and not unit.hashes and "·" in text and ending:
        return True
    return first and len(text) <= 14 and " " not in text and ("·" in text or bool(ending)) and not text.endswith("？")


def _is_slogan(unit, following, body):
    """A line that the body knows nothing of, marked above one that it speaks of, is the name of a series."""
    phrases = unit.hashes == following.hashes and _PHRASES.search(unit.lines[-1])
    above = unit.hashes and (unit.hashes < following.hashes or phrases) and not KICKER_END.search(unit.lines[-1])
    return above and _kinship(unit.lines[0], body) < 0.1 and _kinship(following.lines[0], body) >= 0.3


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
            or (index == 1 and len(unit.lines) == 2 and _leads_from_phrases(*unit.lines))
            or (index == 1 and not last and "“" not in before and _QUOTED.fullmatch(unit.lines[1]))
            or KICKER_END.search(before)
            or _SERIES.match(before)
            or _is_attendance(unit.lines[index:])
        ):
            parts.append(replace(unit, ranges=unit.ranges[start:index], lines=unit.lines[start:index]))
            start = index
    return parts


def _leads_from_phrases(line, following):
    """Tell whether two whole phrases stand above a line of one that is not much shorter: they lead to it."""
    whole = _TWO_PHRASES.fullmatch(line) and " " not in following
    return bool(whole) and len(following) >= _MUCH_SHORTER * len(line)


def _unwrapped(units, body):
    """Return headline elements, those put together again that a column broke for want of room."""
    whole = []
    for unit in units:
        if whole and _was_wrapped(whole[-1], unit, body):
            before = whole.pop()
            unit = replace(before, ranges=before.ranges + unit.ranges, lines=before.lines + unit.lines, wrapped=True)
        whole.append(unit)
    return whole


def _was_wrapped(unit, following, body):
    """Tell whether an element goes on in the next line: it is left open there, in a word or in quotation marks."""
    if unit.hashes or following.hashes or following.gap or following.kind is not Kind.HEAD:
        return False
    text, rest = "".join(unit.lines), following.lines[0]
    if unit.kind is Kind.SUBTITLE:
        return len(unit.lines[-1]) >= _SUBJECT and len(rest) <= len(unit.lines[-1]) + 1
    if len(unit.lines[-1]) <= _WORD or KICKER_END.search(text):
        return False
    left_open = text.count("“") > text.count("”") or text.count("《") > text.count("》") or rest[0] in "”》）、，"
    if rest.endswith("——"):
        return True
    full = unit.full and not KICKER_END.search(rest) and not _is_couplet(unit, following)
    return left_open or full or _is_one_word(text[-1] + rest[0], body)


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
        if end - start == 2 and _leads_to_phrases(*rows[start:end]):
            start += 1
        return start, end - start
    start = 0
    while start < len(rows) - 1 and KICKER_END.search(rows[start].lines[-1]):
        start += 1
    rest = rows[start:]
    couplets = (i for i in range(len(rest) - 1) if _is_couplet(rest[i], rest[i + 1]))
    couplet = next((i for i in couplets if not (narrow and _is_of_another(rest[i], rest[i + 1], body))), None)
    if couplet is not None:
        return start + couplet, 2
    broken = len(rest) > 1 and (
        len("".join(rest[-1].lines)) <= _WORD
        or _is_one_word(rest[-2].lines[-1][-1] + rest[-1].lines[0][0], body)
        or _CANNOT_END.search(rest[-2].lines[-1])
        or _CANNOT_START.match(rest[-1].lines[0])
        or _is_subject(rest[-2])
    )
    if broken:
        return len(rows) - 2, 2
    narrow = narrow and len(rest) > 1 and not _is_of_another(*rest[-2:], body)
    if narrow and (_is_block(*rest[-2:]) or (len(rest) < 4 and _are_halves(rest))):
        return len(rows) - 2, 2
    if len(rest) <= 2:
        return len(rows) - 1, 1
    phrased = [i for i, unit in enumerate(rest) if len(unit.lines) == 1 and _PHRASES.search(unit.lines[0])]
    return (start + phrased[0], 1) if len(phrased) == 1 and phrased[0] > 0 else (len(rows) - 1, 1)


def _leads_to_phrases(unit, following):
    """Tell whether a longer line of one phrase stands above one of several, with the same mark: it is the kicker."""
    first, second = unit.lines[-1], following.lines[-1]
    return len(first) > len(second) and not _PHRASES.search(first) and bool(_PHRASES.search(second))


def _are_halves(units):
    """Tell whether the last two lines, short ones, are a title that a narrow column broke.

    Where no kicker stands above them, they are of about a length.
    """
    first, second = (len("".join(unit.lines)) for unit in units[-2:])
    kicked = len(units) > 2
    if _leads_from_phrases(units[-2].lines[-1], units[-1].lines[0]):
        return False
    return max(first, second) <= _HALF + kicked and (kicked or abs(first - second) <= 2)


def _is_of_another(unit, following, body):
    """Tell whether of two lines only the second speaks of the text: the first is another report's headline."""
    return _kinship(unit.lines[0], body) == 0 and _kinship(following.lines[0], body) >= _STRANGE


def _is_block(unit, following):
    """Tell whether two lines, with blank lines above and none between them, are a title that wants two.

    What is smaller than its title stands apart from it, where it is above; below it, it is longer than a rest.
    """
    first, second = unit.lines[-1], following.lines[0]
    if not unit.gap or following.gap or bool(_PHRASES.search(first)) != bool(_PHRASES.search(second)):
        return False
    return len(first) <= _LONGEST_LINE and len(second) <= _LONGEST_REST * len(first)


def _is_subject(unit):
    return not unit.hashes and len(unit.lines[-1]) <= _SUBJECT and unit.lines[-1][-1] in _BODIES


def _is_one_word(letters, body):
    """Two letters around the break of a line that stand together in the body are a word that the break has cut."""
    return bool(_HAN_PAIR.fullmatch(letters)) and letters in body


def _is_couplet(unit, other):
    """Two lines of equal length, punctuation included, are the two halves of one title."""
    first, second = "".join(unit.lines), "".join(other.lines)
    return len(first) == len(second) > 3 and _HAN.sub("字", first) == _HAN.sub("字", second)


def _set_aside_strangers(headline, body):
    """Lines above a title that share next to nothing with the body announce reports on other pages."""
    if not any(unit.hashes for unit in headline.title):
        return
    shares = [_kinship("".join(unit.lines), body) for unit in headline.kicker]
    if len(shares) == 1:
        line = headline.kicker[0].lines[0]
        if shares[0] < 0.2 and len(line) >= 10 and _EVENT.search(line) and not headline.kicker[0].hashes:
            headline.orphans, headline.kicker = headline.kicker, []
    elif any(share >= 0.5 for share in shares):
        paired = list(zip(headline.kicker, shares, strict=True))
        headline.orphans = [unit for unit, share in paired if share < 0.5 and not unit.hashes]
        headline.kicker = [unit for unit, share in paired if share >= 0.5 or unit.hashes]


def _set_aside_blocks(headline, body):
    """Set aside the headline of another report: above a kicker, parted from it by blank lines, or above the title.

    It shares next to nothing with this one; right above the title it is as long, and would be taken for a half of it.
    """
    apart = [at for at, unit in enumerate(headline.kicker) if at and unit.gap]
    if len(headline.kicker) == len(headline.title) == 1 and _is_couplet(headline.kicker[0], headline.title[0]):
        headline.orphans, headline.kicker = headline.kicker, []
    elif apart:
        above = headline.kicker[: apart[-1]]
        if all(_kinship("".join(unit.lines), body) < _STRANGE for unit in above):
            headline.orphans, headline.kicker = above, headline.kicker[apart[-1] :]


def _kinship(line, body):
    """Return the share of a line's letter pairs that occur in the body."""
    letters = "".join(_HAN.findall(line))
    pairs = [letters[i : i + 2] for i in range(len(letters) - 1)]
    return sum(pair in body for pair in pairs) / len(pairs) if pairs else 0.0
