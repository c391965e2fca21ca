"""Which line of a headline is the kicker, the title, the subtitle, the column."""

import re
from dataclasses import dataclass, field

from .forms import COLUMN
from .typography import HAN
from .units import Kind, Unit

_KICKER_END = re.compile(r"(?:[—–-]{2,}|[：:])$")
_HAN = re.compile(rf"[{HAN}]")
_PHRASES = re.compile(r"\S\s+\S")


@dataclass
class Headline:
    """The elements of a headline, each a list of units in printed order."""

    kicker: list[Unit] = field(default_factory=list)
    title: list[Unit] = field(default_factory=list)
    subtitle: list[Unit] = field(default_factory=list)
    column: list[Unit] = field(default_factory=list)
    orphans: list[Unit] = field(default_factory=list)


def read_headline(units, behind, body):
    """Return the Headline that units make up. behind: it stands behind its body; body: the printed text of the report."""
    headline = Headline()
    plain = []
    seen_subtitle = False
    for unit in units:
        text = unit.lines[0]
        if unit.kind is Kind.SUBTITLE:
            headline.subtitle.append(unit)
            seen_subtitle = True
        elif (COLUMN.fullmatch(text.strip()) and len(units) > 1) or (seen_subtitle and behind and plain):
            headline.column.append(unit)
        else:
            plain.append(unit)
    if not plain and headline.column:
        plain.append(headline.column.pop())
    if not plain and headline.subtitle:
        plain.append(headline.subtitle.pop(0))
    at, length = _title_at(plain)
    headline.title = plain[at : at + length]
    headline.kicker = plain[:at]
    headline.subtitle = plain[at + length :] + headline.subtitle
    _set_aside_strangers(headline, body)
    return headline


def _title_at(plain):
    """Return (index, count) of the title's units among the headline lines that are neither column nor dash subtitle."""
    levels = [unit.hashes for unit in plain if unit.hashes]
    if levels:
        return next(index for index, unit in enumerate(plain) if unit.hashes == min(levels)), 1
    start = 0
    while start < len(plain) - 1 and _KICKER_END.search(plain[start].lines[-1]):
        start += 1
    rest = plain[start:]
    couplet = next((i for i in range(len(rest) - 1) if _letters(rest[i]) == _letters(rest[i + 1]) > 4), None)
    if couplet is not None:
        return start + couplet, 2
    if len(rest) <= 2:
        return len(plain) - 1, 1
    phrased = [i for i, unit in enumerate(rest) if len(unit.lines) == 1 and _PHRASES.search(unit.lines[0])]
    return (start + phrased[0], 1) if len(phrased) == 1 and phrased[0] > 0 else (len(plain) - 1, 1)


def _letters(unit):
    return sum(len(_HAN.findall(line)) for line in unit.lines)


def _set_aside_strangers(headline, body):
    """Of several lines above a title, those that share next to nothing with the body announce reports on other pages."""
    if len(headline.kicker) < 2 or not any(unit.hashes for unit in headline.title):
        return
    kin = [unit for unit in headline.kicker if _kinship("".join(unit.lines), body) >= 0.5]
    if kin:
        headline.orphans = [unit for unit in headline.kicker if unit not in kin]
        headline.kicker = kin


def _kinship(line, body):
    """Return the share of a line's letter pairs that occur in the body."""
    letters = "".join(_HAN.findall(line))
    pairs = [letters[i : i + 2] for i in range(len(letters) - 1)]
    return sum(pair in body for pair in pairs) / len(pairs) if pairs else 0.0
