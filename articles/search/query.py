import re
from dataclasses import dataclass

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from .folding import fold

LONGEST = 200
MOST_TERMS = 20

# Any double quotation mark closes any other: input methods alternate them by themselves.
_TERM = re.compile(
    r"""
      ["＂“”„] ([^"＂“”„]*) ["＂“”„]
    | 「 ([^「」]*) 」
    | 『 ([^『』]*) 』
    | ([^\s"＂“”„「」『』]+)
    """,
    re.VERBOSE,
)


@dataclass(frozen=True)
class Query:
    """What a reader asks for: reports that contain every term. A query without terms asks for nothing.

    text is as the reader wrote it; terms are folded; notes say in the reader's language what was left out.
    """

    text: str
    terms: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @classmethod
    def parse(cls, text):
        """Read words apart by white space and exact phrases in "…", “…”, 「…」 or 『…』. Any string will do."""
        text = text.strip()
        notes = []
        if len(text) > LONGEST:
            notes.append(format_lazy(_("Only the first {count} letters were searched for."), count=LONGEST))
        folded = (fold("".join(groups)) for groups in _TERM.findall(text[:LONGEST]))
        terms = tuple(dict.fromkeys(filter(None, folded)))
        if len(terms) > MOST_TERMS:
            notes.append(format_lazy(_("Only the first {count} words were searched for."), count=MOST_TERMS))
        if text and not terms:
            notes.append(_("There is nothing in this that can be searched for."))
        return cls(text, terms[:MOST_TERMS], tuple(notes))

    def __bool__(self):
        return bool(self.terms)

    def __str__(self):
        return self.text
