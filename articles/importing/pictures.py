"""Which lines belong to a picture: its caption, its credit, and a headline of its own."""

import re
from math import inf
from statistics import mode
from typing import NamedTuple

from .forms import BULLET, CAPTION_START, CREDIT_AT_END, NUMBERED, Form, has_hint, is_credit
from .typography import letter_pairs
from .units import PARAGRAPH, Kind

_NO_HEAD = re.compile("[，、]|^[”’）。]")
_LONGEST_CAPTION = 260
_LONGEST_HEAD = 14
_LONE_CAPTION, _SENTENCE = 60, 40
# So many more blank lines than others leaves an image, before one line of so many at most.
_IMAGE, _SELDOM = 2, 8
_ARROWS = "▲▼△▽"
_POINTED = re.compile(f"[{_ARROWS}] ?[^。！？]{{8,50}}。(?:[（(][^（()）]{{2,8}}[）)])?")
_POINTED_LABEL = re.compile(f"[{_ARROWS}] ?[^。！？，：]{{8,40}}")
_LABEL = re.compile("[■□●◆▲]?(?:图片|摄影|影像)(?:新闻|报道|故事|专题)")
_WORDS = re.compile("[^。！？：“”]{8,40}")
_ONE_SENTENCE = re.compile("[^。！？：“”]+。")
_LONG = 90
_MOST_PARAGRAPHS, _MOST_HEADS, _LEAST, _FEW_LINES = 3, 5, 3, 3
_LINES_OF_A_COLUMN = 6
_NEARLY_ALL = 0.85
_COLUMN, _NARROWER, _MUCH_WIDER = 4, 0.6, 1.5
# So wide at most are the lines of a narrow column, and so much of it takes up a line that goes on.
_NARROW, _FULL = 24, 0.94


class _Indents(NamedTuple):
    """The white space before nearly all paragraphs, in half letters, 0 where they differ; whether headings have it."""

    paragraphs: int
    headings: bool


def find_pictures(lines, forms, gap):
    """Return {index of a line: (Kind, number of the picture)}; gap: the blank lines between two lines of the page.

    A picture leaves more blank lines than that in a dump; its caption stands between them and the credit. Where it
    leaves none, a short headline above the caption tells as much.
    """
    found, apart, indents = {}, _left_by_images(lines, gap), _indents_of(lines, forms)
    for at, (line, form) in enumerate(zip(lines, forms, strict=True)):
        if form is Form.TEXT:
            if at in found or line.width > _LONGEST_CAPTION:
                continue
            told = (has_hint(line) or line.text[0] in _ARROWS) and _tells_of_picture(lines, forms, at, found)
            told = told or (line.indent < indents.paragraphs and _stands_out(lines, forms, at, indents))
            if told or ((line.pictured or line.gap >= apart) and _is_caption(lines, forms, at)):
                found[at] = (Kind.CAPTION, at)
            elif has_hint(line):
                _before_own_credit(lines, forms, at, found)
        elif form is Form.CREDIT:
            _before_credit(lines, forms, at, found, gap)
        elif form is Form.PAGE_CREDIT and "组" in line.text:
            _before_group_credit(lines, forms, at, found)
        elif form is Form.BULLET and _is_pointed_label(lines, forms, at):
            found[at] = (Kind.CAPTION, at)
    return found


def _tells_of_picture(lines, forms, at, found):
    """Tell whether a line begins as captions do. Gives one that a column broke its further lines."""
    line = lines[at]
    if CAPTION_START.match(line.text) and line.width <= 2 * _LONE_CAPTION:
        if not line.ends_sentence:
            _take_rest(lines, forms, at, found)
        return True
    return _points_to_picture(lines, at)


def _before_own_credit(lines, forms, at, found):
    """A caption that ends with the name of a photographer, and perhaps a headline above it."""
    credit = CREDIT_AT_END.search(lines[at].text)
    if credit is None or not is_credit(credit["mark"].strip()):
        return
    found.update((index, (Kind.CAPTION, at)) for index in range(_start_of_block(lines, forms, at), at + 1))
    above = at and at - 1 not in found and _is_picture_head(lines, forms, at - 1, at - 2 in found)
    if above and not (_is_marked_head(lines[at - 1], forms[at - 1]) and _goes_on(lines, forms, at + 1)):
        found[at - 1] = (Kind.HEAD, at)


def _goes_on(lines, forms, at):
    """Tell whether a paragraph stands below a picture: the marked heading above it is that of the text."""
    if at == len(lines) or forms[at] not in (Form.TEXT, Form.LEAD):
        return False
    return forms[at] is Form.LEAD or lines[at].ends_sentence or lines[at].width >= PARAGRAPH


def _start_of_block(lines, forms, at):
    """Return where a caption starts that a column broke: a line or two above its end, where nothing is left open."""
    for start in range(at, max(0, at - _FEW_LINES), -1):
        if forms[start] is not Form.TEXT or (start < at and lines[start].ends_sentence):
            break
        if lines[start].gap or lines[start - 1].ends_sentence:
            return start
    return at


def _points_to_picture(lines, at):
    """Tell whether a line with an arrow before its one sentence tells of a picture, and is no item of a list."""
    if lines[at].text[0] not in _ARROWS or not _POINTED.fullmatch(lines[at].text):
        return False
    beside = lines[max(0, at - 1) : at] + lines[at + 1 : at + 2]
    return not any(line.text[0] == lines[at].text[0] for line in beside)


def _stands_out(lines, forms, at, indents):
    """Tell whether a line that is not as far in as paragraphs is a caption, with a stop or without."""
    if _is_caption(lines, forms, at):
        return True
    above = lines[at - 1]
    if at == 0 or forms[at - 1] is not Form.TEXT or not above.ends_sentence or above.indent == lines[at].indent:
        return False
    below = at + 1 < len(lines) and forms[at + 1] is not Form.FRAME
    if below and (forms[at + 1] is not Form.TEXT or lines[at + 1].indent != above.indent):
        return False
    return indents.headings and bool(_WORDS.fullmatch(lines[at].text))


def _indents_of(lines, forms):
    """Return the _Indents of a page."""
    indent = _indent_of_paragraphs(lines)
    if not indent:
        return _Indents(0, headings=False)
    told = [at for at, line in enumerate(lines) if line.indent == indent and line.width >= PARAGRAPH]
    short = (lines[at] for at in range(told[0], told[-1]) if forms[at] is Form.TEXT and lines[at].width < PARAGRAPH)
    indents = [line.indent == indent for line in short if not (line.ends_sentence or BULLET.match(line.text))]
    return _Indents(indent, headings=any(indents) and 2 * sum(indents) >= len(indents))


def _is_pointed_label(lines, forms, at):
    """Tell whether an arrow and words without a stop, alone between paragraphs, say what a picture shows."""
    beside = forms[max(0, at - 1) : at] + forms[at + 1 : at + 2]
    return bool(_POINTED_LABEL.fullmatch(lines[at].text)) and Form.BULLET not in beside


def _indent_of_paragraphs(lines):
    """Return the white space before nearly all paragraphs, in half letters; 0 where they differ or have none."""
    indents = [line.indent for line in lines if line.width >= PARAGRAPH and line.ends_sentence]
    usual = mode(indents) if len(indents) >= _LEAST else 0
    return usual if indents.count(usual) >= _NEARLY_ALL * len(indents) else 0


def _take_rest(lines, forms, at, found):
    """Give a caption the lines with which a column went on, up to the end of its sentence."""
    for index in range(at + 1, min(at + _FEW_LINES, len(lines))):
        line = lines[index]
        wider = line.width > _MUCH_WIDER * lines[at].width
        if forms[index] is not Form.TEXT or line.gap or wider or CAPTION_START.match(line.text):
            return
        if lines[index].ends_sentence:
            found.update((rest, (Kind.CAPTION, at)) for rest in range(at + 1, index + 1))
            return


def _left_by_images(lines, gap):
    """Return how many blank lines tell of an image that a dump has left out: more than usual, before a few lines."""
    wide = sum(line.gap >= gap + _IMAGE for line in lines)
    return gap + _IMAGE if gap and _SELDOM * wide <= len(lines) else inf


def _is_caption(lines, forms, at):
    """Tell whether a line below an image is its caption: one short sentence, before which none is left open."""
    line = lines[at]
    open_above = at and forms[at - 1] is Form.TEXT and not lines[at - 1].ends_sentence
    return line.width <= _SENTENCE and _ONE_SENTENCE.fullmatch(line.text) and not open_above


def _before_credit(lines, forms, at, found, gap):
    if at - 1 in found and found[at - 1][0] is Kind.CAPTION:
        found[at] = (Kind.CREDIT, found[at - 1][1])
        return
    first = _caption_start(lines, forms, at, found, gap)
    if first < at and _is_labelled_head(lines, forms, first):
        found[first - 1] = (Kind.HEAD, at)
    found[at] = (Kind.CREDIT, at)
    top = first
    while first + 1 < at and _heads_report_below(lines, forms, first, at):
        first += 1
    for index in range(first, at):
        head = index == first and at - first > 1
        alone = head and (first > top or index - 1 in found or _is_below_block(lines, index, gap))
        head = head and _heads_picture(lines, forms, index, at, alone)
        head = head or (index == first + 1 < at - 1 and _is_rest_of_head(lines, first, found))
        found[index] = (Kind.HEAD if head else Kind.CAPTION, at)


def _heads_report_below(lines, forms, head, credit):
    """Tell whether a line above a picture speaks rather of the report whose formula stands right below the picture."""
    if credit + 1 == len(lines) or forms[credit + 1] is not Form.LEAD:
        return False
    pairs = letter_pairs(lines[head].text)
    caption, report = (
        letter_pairs("\n".join(line.text for line in part))
        for part in (lines[head + 1 : credit], lines[credit + 1 : credit + 1 + _LINES_OF_A_COLUMN])
    )
    return len(pairs & report) > len(pairs & caption)


def _is_labelled_head(lines, forms, at):
    """Tell whether a line is the headline of a picture below a label: 图片新闻."""
    if at == 0 or not _LABEL.fullmatch(lines[at - 1].text):
        return False
    return _is_marked_head(lines[at], forms[at]) or _may_head(lines[at], forms[at])


def _is_rest_of_head(lines, first, found):
    """A letter or two below a picture's headline are the rest of it."""
    rest = lines[first + 1]
    return found[first][0] is Kind.HEAD and rest.width <= 2 and not rest.gap and not rest.ends_sentence


def _before_group_credit(lines, forms, at, found):
    """Captions above the credit of several pictures: short lines that stand out from the indented paragraphs."""
    indents = [line.indent for line in lines if line.width > _LONGEST_HEAD]
    indent = mode(indents) if indents else 0
    index = at - 1
    while index >= 0 and forms[index] is Form.TEXT and lines[index].indent < indent:
        if lines[index].width > _LONE_CAPTION or not lines[index].ends_sentence:
            break
        found[index] = (Kind.CAPTION, index)
        index -= 1


def _caption_start(lines, forms, at, found, gap):
    """Return the index of the first line of the picture whose credit stands at a line."""
    if gap == 0 < lines[at].gap and not any(line.gap for line in lines[max(0, at - _LINES_OF_A_COLUMN) : at]):
        # A blank line parts the name from a column, which is no caption.
        return at
    first, length = at, 0
    while first > 0 and forms[first - 1] is Form.TEXT and first - 1 not in found:
        length += len(lines[first - 1].text)
        if length > _LONGEST_CAPTION:
            break
        if first < at and (lines[first].gap > max(1, gap) or _is_below_block(lines, first, gap)):
            return first
        if first < at and _is_labelled_head(lines, forms, first):
            return first
        if gap == 0 < lines[first].gap and first < at <= first + _FEW_LINES and lines[first - 1].ends_sentence:
            return first
        wider = first < at and _is_wider(lines[first], lines[max(0, first - _COLUMN) : first])
        if wider and not _is_picture_head(lines, forms, first - 1):
            return first
        first -= 1
        if first < at - 1 and _heads_picture(lines, forms, first, at, first - 1 in found):
            if _are_paragraphs(lines[first + 1 : at]):
                break
            return first
    if first < at and (lines[first].gap > max(1, gap) or first == 0):
        return first
    few = first < at and at - first <= _MOST_PARAGRAPHS and not any(map(_is_told, lines[first : at - 1]))
    if few and _is_marked_head(lines[first - 1], forms[first - 1]):
        return first - 1
    return _start_of_broken(lines, forms, at - 1) if _is_lone_caption(lines, forms, at) else at


def _start_of_broken(lines, forms, at):
    """Return where a caption starts of which a column has left the last line: a line or two above, which are full."""
    for start in range(at, max(0, at - _FEW_LINES), -1):
        if forms[start - 1] is not Form.TEXT or lines[start - 1].ends_sentence:
            return start
        if not _is_full(lines, start - 1):
            break
    return at


def _is_below_block(lines, at, gap):
    """Tell whether the lines above a line stand together as those of a headline, where blank lines part all others."""
    return at > 1 and lines[at - 1].gap < gap <= lines[at].gap


def _is_wider(line, column):
    """A caption that runs over several columns stands out from the column of broken lines before it."""
    broken = len(column) == _COLUMN and sum(line.ends_sentence or line.gap > 0 for line in column) <= 1
    return broken and line.width > _LONGEST_HEAD and max(line.width for line in column) < _NARROWER * line.width


def _are_paragraphs(lines):
    """Lines that end several sentences are paragraphs of a report, not a caption."""
    return sum(line.ends_sentence for line in lines[:-1]) > 1


def _is_told(line):
    """Tell whether a line is of a report rather than of a picture's text: it is long, or somebody speaks in it."""
    return line.width > _LONG or "“" in line.text


def _is_marked_head(line, form):
    return form is Form.HEADING and bool(line.hashes) and not NUMBERED.match(line.text)


def _is_picture_head(lines, forms, at, behind_picture=False):
    """A short line without a stop, behind a complete sentence or another kind of line."""
    line = lines[at]
    if _is_marked_head(line, forms[at]):
        return True
    if not _may_head(line, forms[at]):
        return False
    if (line.spread and line.width > _LONGEST_HEAD / 2) or _is_full(lines, at):
        return False
    return at == 0 or behind_picture or forms[at - 1] not in (Form.TEXT, Form.LEAD) or lines[at - 1].ends_sentence


def _may_head(line, form):
    short = form is Form.TEXT and not line.ends_sentence and line.width <= _LONGEST_HEAD
    return short and not _NO_HEAD.search(line.text)


def _is_full(lines, at):
    """Tell whether a line is as wide as the column that it is in, and goes on below."""
    beside = lines[max(0, at - _COLUMN) : at] + lines[at + 1 : at + 1 + _COLUMN]
    widths = sorted(line.width for line in beside if line.gap <= lines[at].gap)
    return len(widths) > _COLUMN and widths[-3] <= _NARROW and lines[at].width >= _FULL * widths[-3]


def _heads_picture(lines, forms, at, credit, behind_picture):
    """Tell whether a line is the headline of the picture whose credit stands further down."""
    if _is_picture_head(lines, forms, at, behind_picture):
        return True
    return credit - at > _LEAST and _is_head_below_headline(lines, forms, at)


def _is_head_below_headline(lines, forms, at):
    """Tell whether short lines without a stop, above a caption of several lines, reach up to a report's last names.

    One that is set wide behind lines that are not is a headline of its own.
    """
    if lines[at].spread and lines[at].width <= _LONGEST_HEAD / 2 and not lines[at - 1].spread:
        return True
    for above in range(at, max(0, at - _MOST_HEADS), -1):
        line = lines[above]
        if forms[above] is not Form.TEXT:
            return False
        if line.ends_sentence:
            return False
        if "。" in line.text or line.text[-1] in "）)":
            return above < at - 1
        if line.width > _LONGEST_HEAD or _NO_HEAD.search(line.text):
            return False
    return False


def _is_lone_caption(lines, forms, at):
    if at == 0 or forms[at - 1] is not Form.TEXT:
        return False
    line = lines[at - 1]
    return line.ends_sentence and line.width <= _LONE_CAPTION and line.text[0] != "“"
