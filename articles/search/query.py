"""The query language: what a reader writes, and what is asked for by it.

words apart      all of them          春耕 会议
a phrase         as it stands         "春耕 会议"  “春耕 会议”  「春耕 会议」
-                not this             -会议  -“春耕 会议”
OR, 或           either of its sides  春耕 会议 OR 培训   (培训 or 会议, and 春耕 in any case)
field:           in this field        标题:春耕  发言人:“苏晚晴”  日期:2025-01..2025-06
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from articles.folding import fold

from .periods import period

LONGEST = 200
MOST_TERMS = 12
MOST_CHOICES = 2
# For more people than these no index is asked: there are hits enough to come by.
MOST_PEOPLE = 16

# The first name is the one that is shown.
FIELDS = {
    "title": ("标题", "標題", "title"),
    "heading": ("小标题", "小標題", "heading"),
    "column": ("栏目", "欄目", "column"),
    "newspaper": ("报纸", "報紙", "newspaper"),
    "speaker": ("发言人", "發言人", "speaker"),
    "reporter": ("记者", "記者", "reporter"),
    "date": ("日期", "date"),
}
_FIELD_OF = {name: field for field, names in FIELDS.items() for name in names}
_PRINTED = {"", "title", "heading", "column"}
_OR = ("OR", "ＯＲ", "或")
_MINUS = ("-", "－")

# ASCII alone ignores case: ı is no i.
_FIELD = rf"(?ai:{'|'.join(_FIELD_OF)})"
_START = re.compile(rf"(?:\s*+\S){{0,{LONGEST}}}")
# Any double quotation mark closes any other: input methods alternate them by themselves.
_TOKEN = re.compile(
    rf"""
    (?P<minus>[-－](?=[^\s－-]))?
    (?:(?P<field>{_FIELD})[:：]\s*)?
    (?: ["＂“”„] (?P<double>[^"＂“”„]*) ["＂“”„]
      | 「 (?P<corner>[^「」]*) 」
      | 『 (?P<white>[^『』]*) 』
      | (?P<word>[^\s"＂“”„「」『』]+)
    )
    """,
    re.VERBOSE,
)
_FIELD_ALONE = re.compile(rf"{_FIELD}[:：]")
_QUOTED = {"“{}”": '"＂“”„', "「{}」": "「」", "『{}』": "『』"}


@dataclass(frozen=True)
class Term:
    """One thing that is asked for, or not wanted. field: a key of FIELDS, or '' for anywhere in what is printed.

    people: the keys of the people who are meant, once somebody has looked for them, or many: they are more than that.
    """

    text: str
    field: str = ""
    phrase: bool = False
    unwanted: bool = False
    people: tuple[int, ...] | None = None
    many: bool = False

    @cached_property
    def letters(self):
        return fold(self.text)

    @cached_property
    def days(self) -> tuple[date, date] | None:
        return period(self.text)

    @property
    def means_few(self):
        """Whether people are asked for, and so few that an index can be asked for each."""
        return self.people is not None and not self.many and len(self.people) <= MOST_PEOPLE

    @property
    def is_nobody(self):
        """Whether somebody is asked for, and nobody is called so."""
        return self.people == () and not self.many

    @property
    def is_printed(self):
        """Whether a report that answers it has its letters in what can be searched for."""
        return self.field in _PRINTED and not self.unwanted

    def __str__(self):
        minus = "-" if self.unwanted else ""
        field = f"{FIELDS[self.field][0]}:" if self.field else ""
        return f"{minus}{field}{_in_quotes(self.text) if self.phrase else self.text}"


@dataclass(frozen=True)
class Query:
    """What a reader asks for: one term of every group. A query without groups asks for nothing.

    notes say in the reader's language what was left out; is_cut: whether that is the end, for it was too long.
    str() writes the query so that it reads as the same again.
    """

    groups: tuple[tuple[Term, ...], ...] = ()
    notes: tuple[str, ...] = ()
    is_cut: bool = False

    @classmethod
    def parse(cls, text):
        """Read what a reader wrote. Any string will do."""
        start = _START.match(text)[0]
        notes = []
        too_long = bool(text[len(start) :].strip())
        if too_long:
            notes.append(format_lazy(_("Only the first {count} letters were searched for."), count=LONGEST))
        tokens = _read(start, notes)
        too_many = sum(isinstance(token, Term) for token in tokens) > MOST_TERMS
        if too_many:
            notes.append(format_lazy(_("Only the first {count} words were searched for."), count=MOST_TERMS))
            tokens = _first(tokens, MOST_TERMS)
        groups = _grouped(tokens, notes)
        if start.strip() and not groups and not notes:
            notes.append(_("There is nothing in this that can be searched for."))
        return cls(groups, tuple(notes), too_long or too_many)

    @cached_property
    def terms(self):
        """The folded letters of all that is asked for and can be marked where it is printed."""
        wanted = (term for group in self.groups for term in group if not term.unwanted)
        letters = (term.letters for term in wanted if term.field not in ("date", "newspaper"))
        return tuple(dict.fromkeys(filter(None, letters)))

    @property
    def is_heavy(self):
        """Whether any number of texts may have to be looked into for one hit.

        It is so where something is not wanted, or where there are more choices than an index can be asked for.
        """
        choices = sum(len(group) > 1 for group in self.groups)
        return choices > MOST_CHOICES or any(term.unwanted for group in self.groups for term in group)

    def __bool__(self):
        return bool(self.groups)

    def __str__(self):
        return " ".join(" 或 ".join(map(str, group)) for group in self.groups)


def _read(text, notes):
    """Return the Terms and, as strings, the signs between them."""
    tokens = []
    for found in _TOKEN.finditer(text.replace("\0", "")):
        word = found["word"]
        if word and not found["field"] and not found["minus"] and word in (*_OR, *_MINUS):
            tokens.append(word)
        elif word and not found["field"] and _FIELD_ALONE.fullmatch(word):
            notes.append(format_lazy(_("“{field}” needs a word behind it and was left out."), field=word))
        else:
            tokens += _term(found, notes)
    if tokens and not any(isinstance(token, Term) for token in tokens):
        return [Term(sign) for sign in dict.fromkeys(tokens)]
    return tokens


def _term(found, notes):
    phrase = next((found[name] for name in ("double", "corner", "white") if found[name] is not None), None)
    field = _FIELD_OF[found["field"].lower()] if found["field"] else ""
    text = found["word"] if phrase is None else " ".join(phrase.split())
    term = Term(text, field, phrase is not None, bool(found["minus"]))
    if field == "date" and not term.days:
        note = _("“{text}” is no date such as 2025, 2025-04 or 2025-04-28, and was left out.")
        notes.append(format_lazy(note, text=text))
        return []
    return [term] if term.letters else []


def _first(tokens, count):
    places = [place for place, token in enumerate(tokens) if isinstance(token, Term)]
    return tokens[: places[count - 1] + 1]


def _grouped(tokens, notes):
    groups, joined, stray = [], False, {}
    for place, token in enumerate(tokens):
        if isinstance(token, Term):
            if joined:
                groups[-1].append(token)
            else:
                groups.append([token])
            joined = False
        elif token in _OR and _stands_between(tokens, place):
            joined = True
        else:
            stray[token] = None
    if stray:
        note = _("{signs} has a meaning of its own, but not here, and was left out; “{signs}” searches for it.")
        notes.append(format_lazy(note, signs=" ".join(stray)))
    different = {}
    for group in groups:
        different.setdefault(tuple((term.field, term.letters, term.unwanted) for term in group), tuple(group))
    return tuple(different.values())


def _stands_between(tokens, place):
    sides = [*tokens[max(place - 1, 0) : place], *tokens[place + 1 : place + 2]]
    return len(sides) == 2 and all(isinstance(side, Term) for side in sides)


def _in_quotes(text):
    return next(style for style, marks in _QUOTED.items() if not set(marks) & set(text)).format(text)
