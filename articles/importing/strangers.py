"""Lines of a headline that announce other reports: they share next to nothing with the text."""

import re

from .typography import HAN
from .wrapping import is_couplet

_STRANGE = 0.34
_EVENT = re.compile(r"召开|举行|举办|会见|调研|出席|启动|开幕|闭幕|审议|揭晓|印发|发布")
_NO_HAN = re.compile(rf"[^{HAN}]+")


def is_of_another(unit, following, body):
    """Tell whether of two lines only the second speaks of the text: the first is another report's headline."""
    return kinship(unit.lines[0], body) == 0 and kinship(following.lines[0], body) >= _STRANGE


def set_aside_strangers(headline, body):
    """Lines above a title that share next to nothing with the body announce reports on other pages."""
    if not any(unit.hashes for unit in headline.title):
        return
    shares = [kinship("".join(unit.lines), body) for unit in headline.kicker]
    if len(shares) == 1:
        line = headline.kicker[0].lines[0]
        if shares[0] < 0.2 and len(line) >= 10 and _EVENT.search(line) and not headline.kicker[0].hashes:
            headline.orphans, headline.kicker = headline.kicker, []
    elif any(share >= 0.5 for share in shares):
        paired = list(zip(headline.kicker, shares, strict=True))
        headline.orphans = [unit for unit, share in paired if share < 0.5 and not unit.hashes]
        headline.kicker = [unit for unit, share in paired if share >= 0.5 or unit.hashes]


def set_aside_blocks(headline, body):
    """Set aside the headline of another report: above a kicker, parted from it by blank lines, or above the title.

    It shares next to nothing with this one; right above the title it is as long, and would be taken for a half of it.
    """
    apart = [at for at, unit in enumerate(headline.kicker) if at and unit.gap]
    if len(headline.kicker) == len(headline.title) == 1 and is_couplet(headline.kicker[0], headline.title[0]):
        headline.orphans, headline.kicker = headline.kicker, []
    elif apart:
        above = headline.kicker[: apart[-1]]
        if all(kinship("".join(unit.lines), body) < _STRANGE for unit in above):
            headline.orphans, headline.kicker = above, headline.kicker[apart[-1] :]


def kinship(line, body):
    """Return the share of a line's letter pairs that occur in the body."""
    letters = _NO_HAN.sub("", line)
    pairs = [letters[i : i + 2] for i in range(len(letters) - 1)]
    return sum(pair in body for pair in pairs) / len(pairs) if pairs else 0.0
