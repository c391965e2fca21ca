"""The same article as other archives would hold it. What a reader takes from it stays the same."""

import re

from .composer import compose_columns, compose_markdown, compose_web, spaced
from .scoring import canon, headings, paragraphs

_HAN = r"[\u4e00-\u9fff]"
_FULL, _HALF = "，：；？！（）", ",:;?!()"
# Where a paragraph starts and where it ends, but not where a page broke it.
_PARAGRAPH_START = re.compile(r"(?<=[。！？”）\d]\n\n)(?=[\u4e00-\u9fff“].{30})")
_PARAGRAPH_END = re.compile(r"(?<=.{30}[。！？”）])$", re.MULTILINE)


def _letter_spaced(text):
    return "\n".join(spaced(line) if len(line) > 30 else line for line in text.split("\n"))


def _half_width(text):
    return text.translate(str.maketrans(_FULL, _HALF))


def _full_width_digits(text):
    return re.sub(r"\d", lambda match: chr(ord(match.group()) - ord("0") + ord("０")), text)


def _joiners(text):
    return re.sub(rf"({_HAN}{{5}})", "\\1\u200b", text)


def _tagged(text):
    return _PARAGRAPH_END.sub("</p>", _PARAGRAPH_START.sub("<p>", text))


# Texts that differ from a given one in nothing that a reader would see.
DISGUISES = {
    "crlf": lambda text: text.replace("\n", "\r\n"),
    "twice the line breaks": lambda text: text.replace("\n", "\n\n"),
    "trailing spaces": lambda text: text.replace("\n", "  \n"),
    "indented": lambda text: _PARAGRAPH_START.sub("　　", text),
    "no-break spaces": lambda text: text.replace(" ", "\xa0"),
    "full-width spaces": lambda text: text.replace(" ", "　"),
    "byte-order mark": lambda text: "\ufeff" + text,
    "form feed": lambda text: text + "\f",
    "zero-width spaces": _joiners,
    "letters spaced": _letter_spaced,
    "half-width punctuation": _half_width,
    "full-width digits": _full_width_digits,
    "straight quotation marks": lambda text: re.sub("[“”]", '"', text),
    "corner quotation marks": lambda text: text.translate(str.maketrans("“”‘’", "「」『』")),
    "no-break entities": lambda text: _PARAGRAPH_START.sub("&nbsp;&nbsp;", text),
    "paragraph tags": _tagged,
}


# Layouts of one article: (rng, article) -> text.
DUMPS = {
    "web copy": lambda rng, article: compose_web(rng, article)[0],
    "web copy on one line": lambda rng, article: compose_web(rng, article, one_line=True)[0],
    "markdown": lambda rng, article: compose_markdown(rng, [article])[0],
    "columns": lambda rng, article: compose_columns(rng, [article])[0],
    "narrow columns": lambda rng, article: compose_columns(rng, [article], width=13)[0],
    "wide columns": lambda rng, article: compose_columns(rng, [article], width=32)[0],
    "letter-spaced columns": lambda rng, article: compose_columns(rng, [article], letter_spaced=True)[0],
    "headline behind": lambda rng, article: compose_columns(rng, [article], behind=1)[0],
    "no blank lines": lambda rng, article: compose_columns(rng, [article], blank_lines=False)[0],
}

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030")


def setting(report):
    """Return how a report is set, whatever the layout of its page: title, headings, paragraphs."""
    return canon(report["title"]), list(map(canon, headings(report))), list(map(canon, paragraphs(report)))


def statements(report):
    """Return what people say in a report: (kind, name of the speaker, words)."""
    return [(said["kind"], said["speaker"]["name"], canon(said["text"])) for said in report["statements"]]
