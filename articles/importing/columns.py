"""The lines of a narrow column: where its paragraphs begin and end, and what stands between them."""

import re

from .forms import CREDIT_AT_END, JUMP_AT_END, NOTICE, STATEMENT_OPENS, is_box, is_credit, is_numbered_heading
from .lines import ends_sentence
from .names import looks_like_name
from .typography import HAN
from .units import Kind, unit_of
from .widths import SENTENCE, spanning, widths_of

_PHRASES = re.compile(rf"[{HAN}“”\d]{{3,}}(?: [{HAN}“”\d]{{3,}})+")
_ATTRIBUTION = re.compile(
    r"[^“。，]{2,40}(?:，一[边面][^“。，]{1,16})?(?:说|表示|介绍|回忆|感慨|坦言|告诉记者)道?(?:[，。]|：(?!“))"
)
_POINTED = re.compile(r"[。？！]|[，、].{0,2}$")
# A headline that asks or calls out: 石板松动？3天修好 / 路灯，亮了！
_ASKS = re.compile("(?:[^。，；！？“”]{3,}|“[^”]{2,12}”)(?:[？?][^。，；！？“”]{0,12}|，[^。，；！？“”]{1,8}！)")
_LISTED = re.compile(r"\d{1,2}[.．、](?!\d)|[（(][一二三四五六七八九十]{1,3}[）)]|[—–-]{2,}|[●■◆▲★]")
_STOP = re.compile(r"。|[；;，、]$|下转|^[^“]*[？！]”$")
_MOST_HEADS = 6
_ONE_NAME, _MOST_NAMES = 4, 4
# A heading that says first of whom it is; how much a first line is shorter than the others.
_LABELLED = re.compile("[^，。；、：]{2,8}：[^，。；、：]{4,}")
_FIRST = 1.1, 2.6
# So much shorter than its column is no first line of a paragraph that goes on.
_SHORTER = 2.9
# The widths of the lines of a poem differ by so much at most.
_VERSE = 2.5
# What no heading of two clauses holds: other marks, a figure, a word that says when or where.
_NO_HEADING = re.compile(r"[、。；：？！（）\d]|^(?:[今去前近同当次每这那在从据对]|如今|目前|随后|此[外后前]|日前)")
# So many lines tell how wide the column is that they are in; so much of it at most is a heading wide that stands alone.
_AHEAD, _ALONE, _SELDOM = 4, 0.85, 0.4


def _is_phrased(line):
    """Phrases parted by a space, without a mark of punctuation, are a headline."""
    return " " in line.text and not line.spread and bool(_PHRASES.fullmatch(line.text))


def _quotes_on(unit, following):
    """An open quotation goes on over the end of its sentences, unless the next line opens it again."""
    text = "".join(unit.lines)
    return text.rfind("“") > text.rfind("”") and not any(line.text.startswith("“") for line in following)


def _ends_with_bracket(unit):
    """Names in brackets behind the last sentence may be broken over two lines."""
    return unit.lines[-1].endswith("）") and "（" not in unit.lines[-1] and ends_sentence("".join(unit.lines[-2:]))


def _ends_with_jump(unit):
    """So may the mark that tells where the report goes on."""
    return unit.lines[-1][-1] in "）)" and bool(JUMP_AT_END.search("".join(unit.lines[-2:])))


def _ends_with_credit(unit):
    """The photographer's name behind the last sentence may be broken over two lines as well."""
    return unit.lines[-1][-1] in "摄图" and _is_credit_at_end("".join(unit.lines[-2:]))


def _is_credit_at_end(text):
    credit = CREDIT_AT_END.search(text)
    return bool(credit and is_credit(credit["mark"].strip()))


def _signs(text):
    """Return how many authors sign in a line that holds nothing but their names, 0 for another line."""
    names = [text.replace(" ", "")] if len(text) <= _ONE_NAME else text.split()
    return len(names) if len(names) <= _MOST_NAMES and all(map(looks_like_name, names)) else 0


def join_broken(units, run, lead, text, opened, announces, white_space):
    """Add the lines of a run to units: headlines, and paragraphs put together from their lines.

    A paragraph ends with a sentence, on a short line or before an indented one. lead: the first line opens a report.
    text: it is one of a paragraph, though it does not look like it.
    opened: the paragraph before the run, where it is not complete. announces: what follows the run opens a report.
    """
    column = _Column(run, announces, white_space)
    at = 0
    opened = None if lead else opened
    while at < len(run):
        if opened is None:
            is_lead = lead and at == 0
            heads = 0 if is_lead or (text and at == 0) else column.heads_at(at)
            if heads:
                units.extend(unit_of(Kind.HEAD, line) for line in run[at : at + heads])
                at += heads
                continue
            opened = unit_of(Kind.BODY, run[at], lead=is_lead)
            units.append(opened)
        else:
            opened.append(run[at])
        first = len(opened.lines) == 1
        opened.unsure = opened.unsure or column.is_doubtful(at, first)
        closes = column.closes(at, first) and not _quotes_on(opened, run[at + 1 : at + 2])
        if closes or _ends_with_bracket(opened) or _ends_with_jump(opened) or _ends_with_credit(opened):
            opened = None
        at += 1


def _is_rest(line, before):
    """Tell whether a line is the rest of brackets or of a photographer's name that the line before opened."""
    if "）" in line.text and "（" not in line.text:
        return True
    return line.text[-1] in "摄图" and _is_credit_at_end(before.text + line.text)


def _headline_at_end(run):
    """Return where the headline starts behind the last sentence of a run, its length where there is none."""
    start = next((at + 1 for at in range(len(run) - 1, -1, -1) if _STOP.search(run[at].text)), 0)
    while 0 < start < len(run) and _is_rest(run[start], run[start - 1]):
        start += 1
    if 0 < start < len(run) and run[start].ends_sentence and not run[start - 1].ends_sentence:
        # The sentence that the line before begins ends with a question.
        start += 1
    return start if len(run) - start <= _MOST_HEADS else len(run)


def _is_notice_title(line):
    return line.text.startswith("关于") and bool(NOTICE.fullmatch(line.text))


def _is_couplet(text):
    """Tell whether a comma alone parts two clauses of about a length: 先算细账，再动新土."""
    clauses = text.split("，")
    return len(clauses) == 2 and abs(len(clauses[0]) - len(clauses[1])) <= 1


def _are_verses(lines):
    widths = [line.width for line in lines]
    return max(widths) - min(widths) <= _VERSE and all(line.ends_sentence for line in lines)


class _Column:
    """Lines of one column, with its width around each, in Han letters."""

    def __init__(self, run, announces, white_space):
        self.run = run
        self.indents, self.indented_by = white_space
        self.spanning = spanning(run)
        self.widths = widths_of(run, self.spanning)
        self.seldom_apart = sum(line.gap > 0 for line in run) <= _SELDOM * len(run)
        # The index of the first line, here or later, that holds the end of a sentence.
        self.sentence = [len(run)] * (len(run) + 1)
        for index in range(len(run) - 1, -1, -1):
            self.sentence[index] = index if SENTENCE.search(run[index].text) else self.sentence[index + 1]

        self.headline = _headline_at_end(run) if announces else len(run)
        if self._breaks_off(self.headline):
            lines = range(self.headline + 2, len(run) - 1)
            last = next((at for at in lines if run[at].width < self.widths[at] - 1.6), len(run) - 1)
            self.headline = last + 1

    def starts(self, at):
        """Tell whether a line starts a paragraph by the white space before it."""
        first, most = self.indented_by
        return first <= self.run[at].indent <= most

    def is_indented(self, at):
        if self.indented_by:
            return self.starts(at)
        return self.indents and self.run[at].width < self.widths[at] - 1.1

    def closes(self, at, first):
        """Tell whether a paragraph ends with this line; first: it is its first line, which may be indented."""
        if at + 1 == self.headline < len(self.run):
            return True
        if self.indented_by:
            return self._closes_before_white_space(at)
        line = self.run[at]
        width = self.widths[at] - (2 if first and self.indents else 0)
        if not first and self.sentence[at] == len(self.run) and line.width < width - 1.6 and at + 1 < len(self.run):
            # No sentence ends any more: the paragraph breaks off, and headlines follow.
            return True
        if not line.ends_sentence or self._opens_with_closing_mark(at + 1):
            return False
        full = line.spread and line.width > 0.75 * width
        if line.text[-1] in "：:；;":
            return line.width < width - 2.5 and not full
        if at + 1 == len(self.run):
            return True
        following = self.run[at + 1]
        if following.ends_sentence and self.is_verse(at):
            return True
        if self.spanning[at + 1] or _is_notice_title(following):
            return True
        quoted = line.text[-1] == "”"
        if quoted and line.width >= 0.5 * width and _ATTRIBUTION.match(self._opening(at + 1)):
            return False
        if (line.width < width - 1.6 and not full) or _LISTED.match(following.text):
            return True
        if (STATEMENT_OPENS.match(self._opening(at + 1)) and not quoted and not first) or _is_phrased(following):
            return True
        if following.width < self.widths[at] - 3.2:
            return not following.ends_sentence
        return self.is_indented(at + 1)

    def is_verse(self, at):
        """Tell whether a line is one of three or more of a width that each end a sentence, as those of a poem do."""
        starts = range(max(0, at - 2), min(at, len(self.run) - 3) + 1)
        return any(_are_verses(self.run[start : start + 3]) for start in starts)

    def _breaks_off(self, at):
        """Tell whether lines that end no sentence begin with a paragraph: two full ones, with several clauses."""
        if at + 2 > len(self.run):
            return False
        first, second = self.run[at : at + 2]
        full = first.width >= self.widths[at] - 3 and second.width >= self.widths[at + 1] - 1.6
        return full and "，" in first.text and (first.text + second.text).count("，") > 1

    def _stands_over_paragraph(self, at):
        """Tell whether a line starts like a paragraph, and so does the next one, which no sentence parts from it."""
        if not self.indents or self.indented_by or at + 2 >= len(self.run):
            return False
        line, following, third = self.run[at : at + 3]
        if line.ends_sentence or not _LABELLED.fullmatch(line.text) or line.text.count("“") != line.text.count("”"):
            return False
        first, second, rest = (
            width - one.width for one, width in zip((line, following, third), self.widths[at : at + 3], strict=True)
        )
        return first >= _FIRST[0] > rest and _FIRST[0] <= second <= _FIRST[1]

    def _width_ahead(self, at):
        """Return the width of the column that a line begins, which may be narrower than the one before it."""
        ahead = [line.width for line in self.run[at + 1 : at + 1 + _AHEAD]]
        return min(self.widths[at], max(ahead)) if len(ahead) == _AHEAD else self.widths[at]

    def _stands_alone(self, at):
        """Tell whether blank lines, which are few, part a line from both those around it."""
        return bool(self.seldom_apart and self.run[at].gap and at + 1 < len(self.run) and self.run[at + 1].gap)

    def _opening(self, at):
        return "".join(line.text for line in self.run[at : at + 2])

    def _opens_with_closing_mark(self, at):
        return at < len(self.run) and self.run[at].text[0] in "”’）"

    def _closes_before_white_space(self, at):
        if at + 1 == len(self.run) or self.starts(at + 1):
            return True
        if not self.run[at].ends_sentence:
            return False
        heads = self.heads_at(at + 1)
        return bool(heads) and (at + 1 + heads == len(self.run) or self.starts(at + 1 + heads))

    def _lines_before_white_space(self, at):
        """Return how many lines stand before the next start of a paragraph, where they are few and no sentences."""
        end = at
        while end < len(self.run) and not self.starts(end):
            if end - at == _MOST_HEADS or self.run[end].ends_sentence or SENTENCE.search(self.run[end].text):
                return 0
            end += 1
        return end - at

    def is_doubtful(self, at, first):
        """A sentence that fills its line may end a paragraph or not, and the line does not show it."""
        if self.indented_by:
            return False
        line = self.run[at]
        width = self.widths[at] - (2 if first and self.indents else 0)
        return line.ends_sentence and at + 1 < len(self.run) and line.width >= width - 1.6

    def heads_at(self, at):
        """Return how many lines from here on are headlines or headings, 0 where a paragraph starts."""
        if at >= self.headline:
            return len(self.run) - at
        if self.indented_by:
            if self.starts(at):
                return 0
            heads = self._lines_before_white_space(at)
            if heads:
                return heads
        rest = self.run[at:] if self.sentence[at] == len(self.run) and len(self.run) - at <= 8 else None
        if rest and self._breaks_off(at):
            return 0
        if rest and rest[-1].text[-1] not in "：:":
            return len(rest) if sum(line.text.count("，") for line in rest) <= 2 else 0
        line, width = self.run[at], self._width_ahead(at)
        if self._stands_over_paragraph(at):
            return 1
        unclosed = any(line.text.count(opening) > line.text.count(closing) for opening, closing in ("“”", "《》"))
        if unclosed or STATEMENT_OPENS.match(self._opening(at)):
            return 0
        if at and _signs(self.run[at - 1].text):
            return 0
        if is_numbered_heading(line) or _is_notice_title(line) or is_box(line.text):
            return 1
        asks = line.width <= (0.6 if line.text[-1] in "？?" else 0.72) * width
        if asks and _ASKS.fullmatch(line.text):
            return 1
        if line.text.endswith("——") or self._opening(at).endswith("——"):
            return 1 + (not line.text.endswith("——"))
        if line.ends_sentence or _POINTED.search(line.text):
            return 0
        if self._stands_alone(at) and line.width <= _ALONE * width:
            return 1
        if _is_phrased(line):
            return 1
        if self.spanning[at] or (at + 1 < len(self.run) and _signs(self.run[at + 1].text) > 1):
            return 1
        starts = at + 2 >= len(self.run) or self.is_indented(at + 1)
        if ("，" in line.text or "、" in line.text) and (line.spread or line.width > 0.66 * width):
            above = starts and at + 1 < len(self.run) and not self.run[at + 1].ends_sentence
            short = self.indents and not self.indented_by and line.width < width - _SHORTER
            return int(above and not _NO_HEADING.search(line.text) and (short or _is_couplet(line.text)))
        if line.width <= 0.72 * width or (starts and line.width <= 0.8 * width):
            return 1
        return 0
