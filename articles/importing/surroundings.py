"""The forms of lines as those around them tell: the values of labels, rows, entries and signatures, the page's name."""

import re
from collections import Counter

from .forms import NUMBERED, PHONE, Form, form_of
from .frame import ISO_DATE, is_issue, lacks_value, read_header
from .names import looks_like_name
from .typography import HAN

_WORD = re.compile(rf"[{HAN}·]+")
_PHRASE = 24
_EDGE = 10
# So wide at most are the rows of a table; so many cells they have at least, and so many of them there are.
_ROW, _CELLS = 30, 3
# How a notice ends, and how many lines at most stand below it.
_NOTICE_END = re.compile(
    "特此(?:公告|通告|通知|声明|函告|启事)|此致|敬请.{0,8}(?:谅解|周知|关注|合作)|(?:周知|转告|联系)。"
)
_NOTICE_TAIL, _MOST_SIGNATURES = 24, 4
_ENTRY = re.compile(rf"[{HAN}A-Z\d、（）]{{2,14}}(?<!\d)[：:][^：:\d]{{0,30}}\d")
_DAY_ALONE = re.compile(r"(?:19|20)\d\d年\d{1,2}月\d{1,2}日")
_DIGIT, _PUNCTUATION = re.compile(r"\d"), re.compile("[，。；：！？“”]")
_TOP = 3
_PLACE = 4
_MEDIUM = re.compile(rf"[{HAN}]{{2,8}}(?:发布|融媒|融媒体|在线|视界|之声|广电|传媒|头条|客户端)")
_SAID = re.compile("[。！？…]”$")
# Forms that a label may have, and those that the line before may change.
_LABELLED = frozenset({Form.META, Form.FRAME})
_LOOKED_AT_AGAIN = frozenset({Form.CREDIT, Form.SUBTITLE, Form.BULLET})
# A foreign name that a narrow column broke before its dot.
_NAME_GOES_ON = re.compile(rf"·[{HAN}]")
_LONE_NUMBER = re.compile(r"0\d")
# A byline in brackets, and a mark, that a narrow column broke.
_BYLINE_LEFT_OPEN = re.compile(r"[（(][^）)]{0,30}$")
_JUMP_LEFT_OPEN = re.compile("[（(](?:下转|上接|紧接)[^）)]{0,6}$")


def forms_of(lines):
    """Return the Form of each Line of a text."""
    forms, label = [], None
    issues = [is_issue(line.text) for line in lines]
    repeated = sum(issues) > 1
    for index, line in enumerate(lines):
        before = lines[index - 1] if index else None
        if label and line.width <= 30 and not issues[index] and not (label is Form.FRAME and _signs(line)):
            form, label = label, None
        elif issues[index] and (repeated or index >= _TOP):
            form = Form.META
        elif before and _leaves_bracket_open(before.text, forms[-1]):
            form = Form.TEXT
        else:
            form = form_of(line, index < _EDGE or index >= len(lines) - _EDGE)
            label = form if form in _LABELLED and lacks_value(line.text) else None
            if before and form in _LOOKED_AT_AGAIN:
                form = _form_below(line, form, before, forms)
        forms.append(form)
    if Form.META in forms:
        _mark_account(lines, forms)
    _mark_rows(lines, forms)
    _mark_entries(lines, forms)
    _mark_items(lines, forms)
    _mark_signatures(lines, forms)
    _mark_page_number(lines, forms)
    page_name = _page_name_at(lines, forms)
    if page_name is not None:
        forms[page_name] = Form.PAGE_NAME
    return forms


def _mark_page_number(lines, forms):
    """The only number with a nought before it that stands alone, wherever a dump has put it, is that of the page."""
    numbers = [at for at, line in enumerate(lines) if line.width == 1 and _LONE_NUMBER.fullmatch(line.text)]
    if len(numbers) == 1 and Form.PAGE_HEADER in forms and lines[numbers[0]].gap:
        forms[numbers[0]] = Form.PAGE_HEADER


def _form_below(line, form, before, forms):
    """Return what the line before, of the last of forms, makes of the form of a line; it may change itself."""
    if form is Form.CREDIT:
        if before.hashes and before.text[-1] == "。":
            # A caption that was taken for a heading.
            forms[-1] = Form.TEXT
        return Form.BYLINE if _signs_headline(line, before, forms[-1]) else form
    if form is Form.SUBTITLE:
        # Who said the words above.
        return Form.SIGNATURE if forms[-1] is Form.TEXT and _SAID.search(before.text) else form
    return form if before.ends_sentence or not _NAME_GOES_ON.match(line.text) else Form.TEXT


def _leaves_bracket_open(text, form):
    """Tell whether a line ends within the brackets of a byline or of a mark."""
    if "（" not in text and "(" not in text:
        return False
    return bool((_BYLINE_LEFT_OPEN if form is Form.LEAD else _JUMP_LEFT_OPEN).search(text))


def _signs(line):
    """Tell whether a line below a button such as 分享到： is no value of it, but says who wrote the article."""
    return form_of(line, at_edge=False) in (Form.BYLINE, Form.END)


def _mark_account(lines, forms):
    """The name of a medium that a web page prints again is that of who runs it; a word below its date is a place."""
    media = Counter(line.text for line in lines if _MEDIUM.fullmatch(line.text))
    for at, line in enumerate(lines):
        if forms[at] is Form.TEXT and media[line.text] > 1:
            forms[at] = Form.FRAME
        below = at and forms[at - 1] is Form.META and not line.gap and ISO_DATE.fullmatch(lines[at - 1].text)
        if below and forms[at] is Form.TEXT and line.width <= _PLACE and not looks_like_name(line.text):
            forms[at] = Form.FRAME


def _mark_rows(lines, forms):
    """Several lines of as many cells each, one of them a number, are the rows of a table, and so is the line above."""
    cells = [0 if line.ends_sentence or line.spread else _cells_of(line) for line in lines]
    if not any(cells):
        return
    start = 0
    for at in range(1, len(lines) + 1):
        if cells[start]:
            if at < len(lines) and cells[at] == cells[start] and _DIGIT.search(lines[at].text):
                continue
            if at - start - (not _DIGIT.search(lines[start].text)) >= _CELLS:
                forms[start:at] = [Form.BULLET] * (at - start)
        start = at


def _mark_entries(lines, forms):
    """Several lines, each a word, a colon and a figure, are the entries of a list."""
    start = 0
    entries = [
        form is Form.TEXT and not line.ends_sentence and _is_entry(line.text)
        for line, form in zip(lines, forms, strict=True)
    ]
    if True not in entries:
        return
    for at, is_entry in enumerate([*entries, False]):
        if not is_entry:
            if at - start >= _CELLS:
                forms[start:at] = [Form.BULLET] * (at - start)
            start = at + 1


def _is_entry(text):
    return ("：" in text or ":" in text) and bool(_ENTRY.match(text))


def _mark_items(lines, forms):
    """Numbered sentences in a row are the items of a list; a numbered heading has a text below it."""
    for at, form in enumerate(forms):
        line = lines[at]
        if form is Form.HEADING and not line.hashes and line.text[-1] in "。.":
            beside = lines[max(0, at - 1) : at] + lines[at + 1 : at + 2]
            if _numbering(line) in map(_numbering, beside):
                forms[at] = Form.BULLET


def _numbering(line):
    number = NUMBERED.match(line.text)
    return number and number.lastgroup


def _mark_signatures(lines, forms):
    """The short lines behind the last sentence of a notice, down to its date, tell who gives it."""
    for day, line in enumerate(lines):
        if line.text[-1] == "日" and _DAY_ALONE.fullmatch(line.text):
            above = range(day - 1, max(0, day - _MOST_SIGNATURES) - 1, -1)
            end = next((at for at in above if not _may_sign(lines[at], forms[at])), None)
            if end is None:
                continue
            # Below the notice may stand whom to call.
            last = lines[end - 1] if end and PHONE.fullmatch(lines[end].text) else lines[end]
            if last.ends_sentence and _NOTICE_END.search(last.text[-_NOTICE_TAIL:]):
                forms[end + 1 : day + 1] = [Form.SIGNATURE] * (day - end)


def _may_sign(line, form):
    return form in (Form.TEXT, Form.FRAME) and line.width <= _PHRASE and not _PUNCTUATION.search(line.text)


def _cells_of(line):
    spaced = " " in line.text or len(line.raw) > len(line.text) + 1
    if not spaced or line.width > _ROW:
        return 0
    cells = line.raw.split()
    if len(cells) < _CELLS or _PUNCTUATION.search(line.text):
        return 0
    return len(cells) if sum(map(len, cells)) >= 2 * len(cells) else 0


def _signs_headline(line, before, form):
    """Tell whether a photographer's line below a headline signs the whole report."""
    return line.text.endswith("报道") and form is Form.TEXT and not before.ends_sentence and before.width <= _PHRASE


def _page_name_at(lines, forms):
    """Return the index of the word beside the page's number or the paper's name, None where there is none."""
    headers = [
        (at, read_header(lines[at].raw, at_edge=True)) for at, form in enumerate(forms) if form is Form.PAGE_HEADER
    ]
    headers = [(at, header) for at, header in headers if header and (header.page or header.newspaper)]
    if any(at < _EDGE and header.page and header.page_name for at, header in headers):
        return None
    unnamed = (at for at, header in headers if not header.page_name)
    near = (at for header in unnamed for at in (header - 1, header + 1) if 0 <= at < len(lines))
    return next((at for at in near if _is_page_name(lines[at], forms[at], forms[at + 1 : at + 2])), None)


def _is_page_name(line, form, following):
    titled = following and following[0] in (Form.SUBTITLE, Form.BYLINE)
    return form in (Form.TEXT, Form.FRAME, Form.HEADING) and _is_word(line) and not titled


def _is_word(line):
    return line.width <= 6 and bool(_WORD.fullmatch(line.text.replace(" ", "")))
