"""What the lines of a narrow column show of the parts that they play, weighed."""

import re
from bisect import bisect_left
from itertools import pairwise
from operator import sub

from .edges import opens_no_sentence
from .forms import (
    ADDRESS,
    NOTICE,
    STATEMENT_OPENS,
    ends_with_credit,
    ends_with_jump,
    is_box,
    is_numbered_heading,
)
from .lines import ends_sentence
from .names import looks_like_name
from .typography import HAN


class Part:
    """What part a line plays: one of a headline or heading; the first of a paragraph, or a further one."""

    HEADLINE = "headline"
    FIRST = "first"
    FURTHER = "further"


_PHRASES = re.compile(rf"[{HAN}“”\d]{{3,}}(?: [{HAN}“”\d]{{3,}})+")
_SAYS = re.compile("(?:表示|介绍|认为|指出|说)[，：]")
# How paragraphs often begin: with a day, a time, who reports or who speaks; and how the items of a list do.
_BEGINS = re.compile(
    rf"(?P<usual>近日|日前|昨[日天]|[今去]年|目前|据|随着|在|当[天日]|截至|记者|\d+月\d+日|\d{{4}}年|[{HAN}]{{2,4}}(?:说|表示|介绍))"
    r"|\d{1,2}[.．、](?!\d)|[（(][一二三四五六七八九十]{1,3}[）)]|[—–-]{2,}|[●■◆▲★]"
)
_TIMED = re.compile(r"\d{1,2}[:：∶]\d{2} ?[^，。\d]{2,20}")
_ENDINGS = {"？": "headline-asks", "！": "headline-asks", "：": "headline-colon"}
# A headline that asks or calls out: 石板松动？3天修好 / 路灯，亮了！
_CALLS = re.compile("(?:[^。，；！？“”]{3,}|“[^”]{2,12}”)(?:[？?][^。，；！？“”]{0,12}|，[^。，；！？“”]{1,8}！)")
_DIGIT = re.compile(r"\d")
_PAUSES = frozenset("，、。")
_REST_OF_WORD = re.compile(rf"[{HAN}][，、。]")
# How much of its column a headline line takes up at most, in per cent, and the signs of that.
_SHARES = (40, 60, 72, 80, 88, 95, 105)
_SHARE_SIGNS = tuple(f"headline-share-{most}" for most in (*_SHARES, "over"))
# How much shorter than its column a line is at most, in Han letters.
_FULL, _NEARLY_FULL, _SHORT = 0.8, 1.6, 3.2
_ROOMS = (_FULL, _NEARLY_FULL, _SHORT)
# The signs, by whether a line ends a sentence and how full it is, that its paragraph ends with it or goes on.
_STEPS = {
    closed: tuple((f"end-{word}-{full}", f"further-{word}-{full}") for full in ("full", "nearly", "short", "half"))
    for closed, word in ((True, "closed"), (False, "unclosed"))
}
# By how much a first line is indented.
_INDENT = 2
# So many lines before or behind one tell how wide its column is there.
_NEAR = 4
_MOST_NAMES = 4


class Signs:
    """The lines of a run, and what their signs weigh: for a line in a part, or for the step to it from the one before.

    Each method sums the weights of the signs that it finds; the names of the signs are the keys of the weights.
    """

    def __init__(self, run, widths, wide, white_space, pairs, weights):
        """widths: of the column around each line, in Han letters. wide: whether a line runs over several columns.

        white_space: how the page sets its paragraphs off. pairs: all pairs of Han letters side by side on the page.
        weights: {sign: its weight}.
        """
        self.run = run
        self.wide = wide
        self.weights = weights
        self.white_space = white_space
        self._indent = _INDENT if white_space.indents and not white_space.indented_by else 0
        own = [line.width for line in run]
        # The column that ends with a line, and the one that begins with it, may be narrower than those around it.
        widest = list(map(max, *(own[at:] for at in range(_NEAR))))
        widths_behind = [*widths[: _NEAR - 1], *map(min, widths[_NEAR - 1 :], widest)]
        self._rooms = list(map(sub, widths_behind, own))
        self._widths_ahead = [*map(min, widths, widest[1:]), *widths[max(0, len(widest) - 1) :]]
        gaps = [line.gap for line in run]
        usual_gap = max(dict.fromkeys(gaps), key=gaps.count)
        self._apart = [gap > usual_gap for gap in gaps]
        self._cut = [
            opens_no_sentence(line.text) or (line.text[1:2] in _PAUSES and _REST_OF_WORD.match(line.text) is not None)
            for line in run
        ]
        self._open = _open_quotations(run)
        self._word = [False, *[before.text[-1] + line.text[0] in pairs for before, line in pairwise(run)]]

    def __len__(self):
        return len(self.run)

    def may_be_headline(self, at):
        text = self.run[at].text
        if "。" in text or "；" in text or ";" in text:
            return False
        return text[-1] not in "：:" or not ADDRESS.fullmatch(text)

    def opening(self, part, below_headline):
        """Weigh the part that the first line plays; right below a headline that tells nothing."""
        if part is Part.FURTHER:
            return self.weights["opens-further"]
        return 0.0 if below_headline else self.weights[f"opens-{'headline' if part is Part.HEADLINE else 'text'}"]

    def closing(self, part, announces):
        """Weigh the part that the last line plays; announces: what follows it opens a report."""
        if not announces and not self.run[-1].ends_sentence:
            return 0.0
        closed = "announcing" if announces else "closed"
        return self.weights[f"closes-{closed}-{'headline' if part is Part.HEADLINE else 'text'}"]

    def headline(self, at):
        """Weigh what a line shows of being one of a headline."""
        weights, line, text = self.weights, self.run[at], self.run[at].text
        first, last = text[0], text[-1]
        weight = weights[_SHARE_SIGNS[bisect_left(_SHARES, 100 * line.width / self._widths_ahead[at])]]
        if last in "，、":
            weight += weights["headline-open"]
        elif line.ends_sentence:
            weight += weights[_ENDINGS.get(last, "headline-closed")]
        commas = text.count("，", 0, -1)
        if commas:
            weight += weights["headline-comma" if commas == 1 else "headline-commas"]
        if (commas or "：" in text) and (_SAYS.search(text) or STATEMENT_OPENS.match(text)):
            weight += weights["headline-says"]
        if "、" in text:
            weight += weights["headline-listing"]
        if text.startswith("——") or text.endswith("——"):
            weight += weights["headline-dash"]
        if at + 1 < len(self.run):
            below = self.run[at + 1].text
            if below.endswith("——"):
                weight += weights["headline-dash-below"]
            elif " " in below and _are_names(below):
                weight += weights["headline-above-names"]
        if self.wide[at]:
            weight += weights["headline-wide"]
        if _DIGIT.search(text):
            weight += weights["headline-figure"]
        if first == "“" and last == "”" and not line.ends_sentence:
            weight += weights["headline-quotation"]
        if line.spread:
            weight += weights["headline-spread"]
        if ("？" in text or last == "！") and _CALLS.fullmatch(text):
            weight += weights["headline-calls"]
        if " " in text and _PHRASES.fullmatch(text):
            weight += weights["headline-phrases"]
        if _is_label(line):
            weight += weights["headline-label"]
        return weight

    def headline_begins(self, at):
        """Weigh that a line behind a paragraph begins a headline."""
        weight = self.weights["headline-begins"]
        if self.run[at].ends_sentence and not self.run[at - 1].ends_sentence:
            weight += self.weights["headline-begins-in-sentence"]
        return weight + self._torn(at, "headline-begins-cut", "headline-begins-word", "headline-begins-apart")

    def headline_goes_on(self, at):
        """Weigh that a headline goes on in a line."""
        torn = self._torn(at, "headline-goes-on-cut", "headline-goes-on-word", "headline-goes-on-apart")
        return self.weights["headline-goes-on"] + torn

    def below_headline(self, at):
        """Weigh that a paragraph begins right below a headline."""
        above = self.run[at - 1].text
        weight = self.weights["first-below-headline"]
        if above.count("“") > above.count("”") or above.count("《") > above.count("》"):
            weight += self.weights["first-below-open-headline"]
        return weight

    def first(self, at):
        """Weigh what a line shows of beginning a paragraph."""
        weights = self.weights
        weight = weights[self._first_shape(at)]
        if self._cut[at]:
            weight += weights["first-cut"]
        begins = _BEGINS.match(self.run[at].text)
        if begins:
            weight += weights["first-usual" if begins["usual"] else "first-listed"]
        return weight

    def _first_shape(self, at):
        line = self.run[at]
        if self.white_space.indented_by:
            least, most = self.white_space.indented_by
            return "first-white" if least <= line.indent <= most else "first-no-white"
        shorter = self._widths_ahead[at] - line.width
        if not self._indent:
            if shorter <= _NEARLY_FULL:
                return "first-level"
            return "first-level-short-closed" if line.ends_sentence else "first-level-short"
        if shorter <= _FULL:
            return "first-not-indented"
        if shorter <= _SHORT:
            return "first-indented"
        return "first-short-closed" if line.ends_sentence else "first-short"

    def further(self, at):
        """Weigh, beside how full the line before is, that a line goes on with its paragraph."""
        weight = self._torn(at, "further-cut", "further-word", "further-apart")
        if self._open[at]:
            weight += self.weights["further-open"]
        if self.run[at - 1].text[-1] in "，、":
            weight += self.weights["further-comma"]
        return weight

    def end(self, at):
        """Weigh, beside how full it is, that a line ends a paragraph."""
        weights, line = self.weights, self.run[at]
        last, weight = line.text[-1], 0.0
        if last in "：:；;":
            weight += weights["end-colon"]
        elif last == "”" and line.ends_sentence:
            weight += weights["end-quotation"]
        elif last in "）)摄图" and self._is_signed(at):
            weight += weights["end-signed"]
        if at + 1 < len(self.run) and self._open[at + 1]:
            weight += weights["end-open"]
        return weight

    def step(self, at, part):
        """Weigh, by how full a line is, (that its paragraph ends with it, that it goes on); see end() and further().

        part: it is the first line or a further one.
        """
        room = self._rooms[at] - self._indent if part is Part.FIRST else self._rooms[at]
        end, further = _STEPS[self.run[at].ends_sentence][bisect_left(_ROOMS, room)]
        return self.weights[end], self.weights[further]

    def is_doubtful(self, at, part):
        """Tell whether a paragraph may as well end with a line: a sentence does, and the line is full."""
        if self.white_space.indented_by or at + 1 == len(self.run) or not self.run[at].ends_sentence:
            return False
        return self._rooms[at] - (self._indent if part is Part.FIRST else 0) <= _NEARLY_FULL

    def _torn(self, at, cut, word, apart):
        """Weigh, by the names of three signs, whether the break before a line has torn something apart."""
        weight = 0.0
        if self._cut[at]:
            weight += self.weights[cut]
        if self._word[at]:
            weight += self.weights[word]
        if self._apart[at]:
            weight += self.weights[apart]
        return weight

    def _is_signed(self, at):
        """Tell whether names in brackets, a photographer's or the mark of a jump end here, perhaps broken in two."""
        line = self.run[at].text
        text = self.run[at - 1].text + line if at else line
        if line[-1] == "）" and "（" not in line and ends_sentence(text):
            return True
        return ends_with_jump(text) or ends_with_credit(text)


def _is_label(line):
    """Tell whether a line has a heading's number or time, or is the label of a box or the title of a notice."""
    text = line.text
    if is_numbered_heading(line) or is_box(text) or (text[0].isdigit() and _TIMED.fullmatch(text)):
        return True
    return text.startswith("关于") and bool(NOTICE.fullmatch(text))


def _are_names(text):
    """Tell whether a line with a space in it holds nothing but the names of authors."""
    names = text.split()
    return len(names) <= _MOST_NAMES and all(map(looks_like_name, names))


def _open_quotations(run):
    """Tell of each line whether a quotation is open before it."""
    found, is_open = [], False
    for line in run:
        found.append(is_open)
        opened, closed = line.text.rfind("“"), line.text.rfind("”")
        if opened != closed:
            is_open = opened > closed
    return found
