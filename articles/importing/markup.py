"""Leftovers of HTML and Markdown in a text: tags, entities, comments, scripts, images, marks of bold type."""

import re

_MARKUP = re.compile(
    r"<(?P<code>script|style)\b(?s:.){0,20000}?</(?P=code)\s*>"
    r"|<!--(?s:.){0,5000}?-->"
    r"|</?(?P<tag>[a-zA-Z][a-zA-Z0-9]{0,12})(?:[ \t][^<>\n]{0,300})?/?>"
    r"|&(?:[a-zA-Z]{2,8}|#\d{2,6}|#x[0-9a-fA-F]{2,5});"
    r"|!\[[^\]\n]{0,100}\]\([^)\n]{0,300}\)"
    r"|\*\*"
)
_NOT_A_BREAK = re.compile(r"[^\n]")
_BLOCKS = frozenset(
    {
        *("br", "p", "div", "li", "ul", "ol", "tr", "td", "th", "table", "blockquote"),
        *("section", "article", "header", "footer", "h1", "h2", "h3", "h4", "h5", "h6"),
    }
)


def mask_markup(text):
    """Return (the text with blanks in the place of its markup, the ranges [(start, end), …] of the markup).

    Every other character stays at its offset. A tag that parts lines leaves a line end.
    """
    if not any(sign in text for sign in ("<", "&", "![", "**")):
        return text, []
    ranges = []

    def blank(match):
        ranges.append(match.span())
        blanks = _NOT_A_BREAK.sub(" ", match.group())
        return "\n" + blanks[1:] if _parts_lines(match) else blanks

    return _MARKUP.sub(blank, text), ranges


def _parts_lines(match):
    found = match.group()
    return bool(match["code"]) or (match["tag"] or "").lower() in _BLOCKS or found.startswith(("<!--", "!["))
