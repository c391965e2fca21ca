"""What the tests read of a parsed text."""

from articles.importing import parse


def reports(text):
    return parse(text).as_json("")["reports"]


def paragraphs(report):
    return [paragraph for section in report["sections"] for paragraph in section["paragraphs"]]


def names(report):
    return [author["name"] for author in report["authors"]]


def headings(report):
    return [section["heading"] for section in report["sections"] if section["heading"]]


def said(paragraph):
    """Return (kind, name, text) of what is said in a paragraph of a report."""
    statements = reports(f"# 老街菜场换新颜\n\n本报讯 {paragraph}\n")[0]["statements"]
    return [(s["kind"], s["speaker"]["name"], s["text"]) for s in statements]


def spoken_by(paragraph):
    """Return the names and offices of those who speak in a paragraph, in order, each once."""
    statements = reports(f"# 老街菜场换新颜\n\n本报讯 {paragraph}\n")[0]["statements"]
    return list(dict.fromkeys((one["speaker"]["name"], one["speaker"]["office"]) for one in statements))
