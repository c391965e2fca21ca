"""Two lines of a headline: whether they are one element that wanted room."""

import re
from dataclasses import replace

from .forms import KICKER_END
from .typography import HAN
from .units import Kind

_WORD, _SUBJECT, _HALF = 3, 5, 9
# So long at most is the first line of a title that wants two, and so many times as long the second.
_LONGEST_LINE, _LONGEST_REST = 14, 1.7
_MUCH_SHORTER = 0.7
# So many letters may be a whole sentence above a figure of speech, so many are one, above what is hardly longer.
_WHOLE, _LONG, _HARDLY_LONGER = 10, 14, 1.2
_PAUSE = re.compile(r"[\s，]+")
_SPEECH = re.compile("“[^“”]{6,}”")
_SAID_SO = re.compile("(?:[？?！!]|强调|指出|要求|时)$")
# Letters with which places and bodies end: a line that is one is the subject of the next.
BODIES = frozenset("省市县区镇乡村局院校厂社队站司")
# A verb without its object, a preposition; the other half of a sentence, a meeting without its subject.
_CANNOT_END = re.compile(
    rf"(?:开展|推进|推动|加强|实施|举办|打造|迎来|增开|严查|助力|部署|破解|为(?!什么)[{HAN}]{{2,6}}|[与和及为将被把在向对从让使])$"
)
_CANNOT_START = re.compile(
    rf"(?:被|把|将|等来|为[{HAN}]{{2,6}}[送提解办建添开护打搭注撑引]|在[{HAN}]{{2,8}}(?:举办|举行|召开|开幕|闭幕|启动|揭牌)$)"
    r"|(?:研究|传达|审议|听取|安排|讨论)(?:部署|学习|贯彻|落实|安排|研究|通过)"
    r"|(?:工作|推进|现场|动员|部署|座谈|表彰|调度)*(?:会议|大会|会)(?:召开|举行|闭幕|开幕)$"
)
_PHRASES = re.compile(r"\S\s+\S")
_TWO_PHRASES = re.compile(r"\S{4,} \S{4,}")
_HAN = re.compile(rf"[{HAN}]")
_HAN_PAIR = re.compile(rf"[{HAN}]{{2}}")


def unwrapped(units, body):
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
    full = unit.full and len(rest) <= len(text) + 1 and not KICKER_END.search(rest) and not is_couplet(unit, following)
    return left_open or full or _is_one_word(text[-1] + rest[0], body)


def is_cut(unit, following, body):
    """Tell whether the break of the line has cut a title: in a word, or in a sentence."""
    return bool(
        len("".join(following.lines)) <= _WORD
        or _is_one_word(unit.lines[-1][-1] + following.lines[0][0], body)
        or _CANNOT_END.search(unit.lines[-1])
        or cannot_start(following.lines[0])
        or _is_subject(unit)
    )


def cannot_start(line):
    """Tell whether a headline's line needs another above it: it lacks its subject."""
    return bool(_CANNOT_START.match(line))


def want_two_lines(units):
    """Tell whether the last two of the lines above a narrow column are a title that wants two."""
    if len(units) == 2:
        return not units[1].gap and not _leads_to(units[0].lines[-1], "".join(units[1].lines))
    return _is_block(*units[-2:]) or (len(units) < 4 and _are_halves(units))


def _leads_to(line, following):
    """Tell whether a line right above another is its kicker, rather than the first one of a title that wants two.

    It says who says it, asks, has not half as many letters, or is whole by itself: in many letters, in two phrases
    above one, in one above two, in two figures of speech or above one, above what somebody says. What ends in a word or
    a book, or stands above a word, is not whole.
    """
    phrases, phrases_below = _PAUSE.split(line), _PAUSE.split(following)
    first, second = len("".join(phrases)), len("".join(phrases_below))
    if KICKER_END.search(line) or _SAID_SO.search(line) or second > 2 * first > 2 * _WORD:
        return True
    if second <= _SUBJECT or line[-1] == "》" or (len(phrases) > 1 and len(phrases[-1]) <= _WORD):
        return False
    if line.count("“") > 1 or _SPEECH.fullmatch(following):
        return True
    if len(phrases) > 1:
        return len(phrases_below) == 1
    figure = first >= _WHOLE and "“" in following and second >= _HALF
    return figure or len(phrases_below) > 1 or (first >= _LONG and second <= _HARDLY_LONGER * first)


def leads_from_phrases(line, following):
    """Tell whether two whole phrases stand above a line of one that is not much shorter: they lead to it."""
    whole = _TWO_PHRASES.fullmatch(line) and " " not in following
    return bool(whole) and len(following) >= _MUCH_SHORTER * len(line)


def leads_to_phrases(unit, following):
    """Tell whether a longer line of one phrase stands above one of several, with the same mark: it is the kicker."""
    first, second = unit.lines[-1], following.lines[-1]
    return len(first) > len(second) and not _PHRASES.search(first) and bool(_PHRASES.search(second))


def _are_halves(units):
    """Tell whether the last two lines, short ones, are a title that a narrow column broke.

    Where no kicker stands above them, they are of about a length.
    """
    first, second = (len("".join(unit.lines)) for unit in units[-2:])
    kicked = len(units) > 2
    if leads_from_phrases(units[-2].lines[-1], units[-1].lines[0]):
        return False
    return max(first, second) <= _HALF + kicked and (kicked or abs(first - second) <= 2)


def _is_block(unit, following):
    """Tell whether two lines, with blank lines above and none between them, are a title that wants two.

    What is smaller than its title stands apart from it, where it is above; below it, it is longer than a rest.
    """
    first, second = unit.lines[-1], following.lines[0]
    if not unit.gap or following.gap or bool(_PHRASES.search(first)) != bool(_PHRASES.search(second)):
        return False
    return len(first) <= _LONGEST_LINE and len(second) <= _LONGEST_REST * len(first)


def _is_subject(unit):
    return not unit.hashes and len(unit.lines[-1]) <= _SUBJECT and unit.lines[-1][-1] in BODIES


def _is_one_word(letters, body):
    """Two letters around the break of a line that stand together in the body are a word that the break has cut."""
    return bool(_HAN_PAIR.fullmatch(letters)) and letters in body


def is_couplet(unit, other):
    """Two lines of equal length, punctuation included, are the two halves of one title."""
    first, second = "".join(unit.lines), "".join(other.lines)
    return len(first) == len(second) > 3 and _HAN.sub("字", first) == _HAN.sub("字", second)
