"""What people say: quotations and reported speech, each with its speaker as printed."""

import re
from functools import cache
from typing import NamedTuple

from .attribution import Person, described, last_mentioned, subject
from .knowledge import marked, plain
from .page import Statement

_SENTENCE = re.compile(r"[。！？!?；;]")
_INNER_END = re.compile(r"[。！？!?，,…；：～~]$")
_SHORTEST_QUOTATION = 10
_LOOK_BACK = 400


class Quotation(NamedTuple):
    """p[start:end] is what stands inside one pair of double quotation marks; closed tells whether the pair is whole."""

    start: int
    end: int
    closed: bool

    @property
    def after(self):
        return self.end + 1 if self.closed else self.end


@cache
def _verbs():
    """Speech verbs before their words, and those of calling on others, which need no comma."""
    plain_verbs = sorted(plain("speech_verbs"), key=len, reverse=True)
    calling = sorted(marked("speech_verbs"), key=len, reverse=True)
    return re.compile(
        rf"(?P<verb>{'|'.join(map(re.escape, plain_verbs))})(?P<mark>[，,：:]|(?=[。！？“]|$))"
        rf"|(?P<calling>{'|'.join(map(re.escape, calling))})(?=[^，。：了的])"
    )


def quotations(paragraph):
    """Return the outermost Quotations of a paragraph; one that is never closed runs to its end."""
    found, opened, depth = [], None, 0
    for match in re.finditer(r"[“”]", paragraph):
        if match.group() == "“":
            if depth == 0:
                opened = match.end()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                found.append(Quotation(opened, match.start(), True))
    if depth and opened is not None:
        found.append(Quotation(opened, len(paragraph), False))
    return found


def find_statements(sections):
    """Return the Statements of a report, in order; sections is its list of lists of printed paragraphs."""
    statements, unattributed = [], []
    whole = "\n".join(paragraph for paragraphs in sections for paragraph in paragraphs)
    before, waiting, speaking = "", None, None
    for number, paragraphs in enumerate(sections):
        for paragraph in paragraphs:
            found, waiting_next, speaking_next = _in_paragraph(paragraph, before, waiting, speaking)
            if found is None:
                unattributed.append(paragraph)
                found = []
            statements += [
                Statement(person.name, person.office, kind, text, number) for person, kind, text in found if text
            ]
            waiting, speaking = waiting_next, speaking_next
            before = (before + "\n" + paragraph)[-_LOOK_BACK:]
    for statement in statements:
        if statement.name:
            statement.office = described(statement.name, whole) or statement.office
    return statements, unattributed


def _in_paragraph(paragraph, before, waiting, speaking):
    """Return ([(Person, kind, text), …] or None for a quotation of nobody known, who is about to speak, who goes on).

    waiting: the paragraph before ended with 说：. speaking: its quotation was left open and goes on in this one.
    """
    runs = quotations(paragraph)
    attributions = _attributions(paragraph, runs, before)
    found, used = [], set()
    for index, (start, verb, person) in enumerate(attributions):
        limit = attributions[index + 1][0] if index + 1 < len(attributions) else len(paragraph)
        leading = next((run for run in runs if run.after == start and run.closed and run not in used), None)
        if leading and _is_speech(paragraph, leading):
            found.append((person, "direct", paragraph[leading.start : leading.end]))
            used.add(leading)
        if verb["calling"]:
            if person.name:
                found.append((person, "indirect", paragraph[verb.end() : limit]))
            continue
        following = next((run for run in runs if run.start - 1 == verb.end()), None)
        if following and (_is_speech(paragraph, following) or verb["mark"] in ("：", ":")):
            found.append((person, "direct", paragraph[following.start : following.end]))
            used.add(following)
        elif verb["mark"] and verb.end() < len(paragraph):
            end = next((run.start - 1 for run in runs if run.start > verb.end() and run.after == limit), limit)
            found.append((person, "indirect", paragraph[verb.end() : end]))
    about_to_speak = None
    if attributions and attributions[-1][1].end() == len(paragraph) and paragraph[-1:] in "：:":
        about_to_speak = attributions[-1][2]
    if not attributions and runs and runs[0].start == 1 and runs[0].after >= len(paragraph) - 1:
        person = waiting or speaking
        text = paragraph[runs[0].start : runs[0].end]
        if person:
            found.append((person, "direct", text))
        elif _is_speech(paragraph, runs[0]) and len(text) > 2 * _SHORTEST_QUOTATION:
            return None, None, None
    going_on = None
    if runs and not runs[-1].closed:
        going_on = found[-1][0] if found and found[-1][1] == "direct" else waiting or speaking
    return found, about_to_speak, going_on


def _is_speech(paragraph, run):
    """Words that somebody says are a clause or more; a term in quotation marks is not."""
    text = paragraph[run.start : run.end]
    return bool(_INNER_END.search(text)) or len(text) >= 2 * _SHORTEST_QUOTATION


def _attributions(paragraph, runs, before):
    """Return [(start of the clause, match of the verb, Person)] for the speech verbs outside quotations."""
    found, last = [], None
    for verb in _verbs().finditer(paragraph):
        if any(run.start <= verb.start() < run.after for run in runs):
            continue
        start = _clause_start(paragraph, verb.start(), runs)
        person = subject(paragraph[start : verb.start()])
        if person is None:
            continue
        if person == Person(None, None):
            name = (last and last.name) or last_mentioned(before + "\n" + paragraph[:start])
            if name is None:
                continue
            person = Person(name, None)
        if found and found[-1][0] == start:
            continue
        last = person
        found.append((start, verb, person))
    return found


def _clause_start(paragraph, at, runs):
    """Return where the sentence around a place begins: behind the last full stop or spoken quotation before it."""
    start = 0
    for match in _SENTENCE.finditer(paragraph, 0, at):
        if not any(run.start <= match.start() < run.after for run in runs):
            start = match.end()
    for run in runs:
        if start < run.after <= at and _is_speech(paragraph, run):
            start = run.after
    return start
