"""Leftovers of HTML and Markdown in a text: tags, entities, comments, scripts, images, marks of bold type."""

import re

_MARKUP = re.compile(
    r"<(?P<code>script|style)\b(?s:.){0,20000}?</(?P=code)\s*>"
    r"|<!--(?s:.){0,5000}?-->"
    r"|</?(?P<tag>[a-zA-Z][a-zA-Z0-9]{0,12})(?:[ \t][^<>\n]{0,300})?/?>"
    r"|&(?:[a-zA-Z]{2,8}|#\d{2,6}|#x[0-9a-fA-F]{2,5});"
    r"|!\[[^\]\n]{0,100}\]\([^)\n]{0,300}\)"
    r"|\*\*(?<!\d\*\*)|\*\*(?!\d)"
)
_NOT_A_BREAK = re.compile(r"[^\n]")
# Unicode's sign for an object in a text.
PICTURE = "\ufffc"
_BLOCKS = frozenset(
    {
        *("br", "p", "div", "li", "ul", "ol", "tr", "td", "th", "table", "blockquote"),
        *("section", "article", "header", "footer", "h1", "h2", "h3", "h4", "h5", "h6"),
    }
)


def mask_markup(text):
    """Return (the text with blanks in the place of its markup, the ranges [(start, end), …] of the markup).

    Every other character stays at its offset. A tag that parts lines leaves a line end, an image PICTURE on a line.
    """
    if not any(sign in text for sign in ("<", "&", "![", "**")):
        return text, []
    ranges = []

    def blank(match):
        ranges.append(match.span())
        found = match.group()
        blanks = _NOT_A_BREAK.sub(" ", found)
        if found.startswith("!["):
            return f"\n{PICTURE}{blanks[2:]}"
        return "\n" + blanks[1:] if _parts_lines(match) else blanks

    return _MARKUP.sub(blank, text), ranges


def _parts_lines(match):
    return bool(match["code"]) or (match["tag"] or "").lower() in _BLOCKS or match.group().startswith("<!--")
