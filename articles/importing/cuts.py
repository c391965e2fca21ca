"""Lines that a column or an extractor cut, put together again."""

import re

from .lines import joined
from .names import parse_byline
from .widths import spanning, widths_of

# Marks with which no printer begins a line.
_NEVER_FIRST = frozenset("，。、；：！？")
_SIGNED = re.compile(r"[（(][^（()）]+[）)]")
_LONGEST_SIGNATURE = 40
_BEFORE_QUOTATION = frozenset("，。：:；！？、）的是叫为作称")
# So much room at most a full line leaves, for the widths of marks and figures are rough.
_SLACK = 4
_INDENTED = 1.2, 2.6
# An extractor that cuts lines before quotation marks does so again and again.
_OFTEN = 2


def whole_lines(lines):
    """Return the Lines of a page, those put together again that were one."""
    whole = []
    for line in lines:
        if whole and not line.gap and (_is_cut_before(whole[-1], line) or _is_cut_signature(whole[-1], line)):
            whole[-1] = joined(whole[-1], line)
        else:
            whole.append(line)
    often = sum(line.text[0] == "”" for line in whole) >= _OFTEN
    return _joined_at_quotation_marks(whole) if often else whole


def _is_cut_before(line, following):
    return following.text[0] in _NEVER_FIRST and not line.hashes


def _is_cut_signature(line, following):
    """Tell whether two lines are the names in brackets that sign a report."""
    if line.text[0] not in "（(" or following.text[-1] not in "）)":
        return False
    names = line.text + following.text
    return len(names) <= _LONGEST_SIGNATURE and bool(_SIGNED.fullmatch(names) and parse_byline(names))


def _joined_at_quotation_marks(lines):
    whole = []
    for line, width, after in zip(lines, widths_of(lines, spanning(lines)), [*lines[1:], None], strict=True):
        if whole and not line.gap and _is_rest_of_line(whole[-1], line, width, after):
            whole[-1] = joined(whole[-1], line)
        else:
            whole.append(line)
    return whole


def _is_rest_of_line(line, following, width, after):
    """Tell whether a line goes on in the following one, behind which another stands or none."""
    room = width + 1.5 - line.width - following.width
    if following.text[0] == "”":
        return room >= 0
    # A paragraph that opens with a quotation fills its first line; a line that was cut is full with its rest.
    begun = following.text[0] == "“" and line.text[-1] in _BEFORE_QUOTATION and not _SIGNED.fullmatch(line.text)
    cut_again = after is not None and after.text[0] == "”"
    # A first line is indented: one that is fuller is none.
    indented = width - _INDENTED[1] <= following.width <= width - _INDENTED[0]
    return begun and (0 <= room <= _SLACK or (room > 0 and cut_again)) and not indented
