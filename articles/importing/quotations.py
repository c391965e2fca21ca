"""What stands in quotation marks, and whether somebody says it."""

import re
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

_STOP = re.compile("[。！？!?；;…](?:(?<!…)[。！？!?；;]*|…(?!”))")
_INNER_ENDS = tuple("。！？!?，,…；～~")
_QUOTATION_MARK = re.compile(r"[“”「」]")
SHORTEST_SPEECH = 20
# So long at least is a clause that ends a sentence as somebody's words.
_SHORTEST_CLAUSE = 5
# The paragraphs of a report are asked for twice: who speaks in them, and whether they are balanced.
_RECENT = 32


class Quotation(NamedTuple):
    """p[start:end] is what stands inside one pair of double quotation marks; closed tells whether the pair is whole."""

    start: int
    end: int
    closed: bool

    @property
    def after(self):
        return self.end + 1 if self.closed else self.end


class Token(NamedTuple):
    """A sentence of narration, or a spoken quotation (with its marks): p[start:end]."""

    start: int
    end: int
    quotation: Quotation | None


def quotations(paragraph):
    """Return the outermost Quotations of a paragraph; one that is never closed runs to its end."""
    if "“" not in paragraph and "「" not in paragraph:
        return ()
    return _quotations(paragraph)


@lru_cache(_RECENT)
def _quotations(paragraph):
    found, opened, depth = [], None, 0
    for match in _QUOTATION_MARK.finditer(paragraph):
        if match.group() in "“「":
            if depth == 0:
                opened = match.end()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                found.append(Quotation(opened, match.start(), True))
    if depth and opened is not None:
        found.append(Quotation(opened, len(paragraph), False))
    return tuple(found)


def _is_speech(paragraph, run):
    """Words that somebody says are a clause or more; a term in quotation marks is not."""
    text = paragraph[run.start : run.end]
    if not run.closed or text.endswith(_INNER_ENDS):
        return True
    before = paragraph[max(0, run.start - 2) : run.start - 1]
    ends = paragraph[run.after : run.after + 1] in ("", "。")
    if before == "，" and ends and len(text) >= _SHORTEST_CLAUSE:
        return True
    if len(text) >= SHORTEST_SPEECH:
        return before in ("", "。", "！", "？", "：", ":", "”")
    return before in ("：", ":") and ends


def _cuts(paragraph, runs):
    """Return where the sentences of a paragraph end, but for those inside its quotations."""
    stops = _STOP.finditer(paragraph)
    if not runs:
        return [match.end() for match in stops]
    starts, ends = [0, *[run.start for run in runs]], [0, *[run.after for run in runs]]
    return [match.end() for match in stops if match.start() >= ends[bisect_right(starts, match.start()) - 1]]


def tokens_of(paragraph):
    """Cut a paragraph into sentences of narration and spoken quotations; terms in quotation marks stay inside."""
    runs = quotations(paragraph)
    spoken = [run for run in runs if _is_speech(paragraph, run)]
    cuts = _cuts(paragraph, runs)
    tokens, at, cut = [], 0, 0
    for run in [*spoken, None]:
        until = run.start - 1 if run else len(paragraph)
        while cut < len(cuts) and cuts[cut] <= until:
            if cuts[cut] > at:
                tokens.append(Token(at, cuts[cut], None))
                at = cuts[cut]
            cut += 1
        if until > at:
            tokens.append(Token(at, until, None))
        if run:
            tokens.append(Token(run.start - 1, run.after, run))
            at = run.after
    return tokens
