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
