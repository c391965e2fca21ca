"""The benchmarks measure what they say: on a few pages, not for the clock."""

import random
from itertools import islice

from articles.importing import knowledge, parse
from benchmarks import ablation, confidence
from benchmarks.pages import KINDS, composed


def pages(count):
    return list(islice(composed(random.Random(1)), count))


def test_composed_pages_are_of_every_kind_and_reproducible():
    assert {kind for kind, _, _ in pages(len(KINDS))} == set(KINDS)
    assert pages(4) == pages(4)


def test_a_list_that_is_replaced_is_read_anew_and_comes_back():
    text = next(text for kind, text, _ in pages(len(KINDS)) if kind == "markdown")
    before = parse(text).reports
    assert any(report.statements for report in before)
    with ablation._replaced("speech_verbs", ("\0", "=\0")):
        assert parse(text).reports != before
    assert parse(text).reports == before
    assert "说" in knowledge.plain("speech_verbs")


def test_a_report_is_judged_by_what_its_page_holds():
    _, text, record = next(page for page in pages(len(KINDS)) if page[0] == "web")
    assert [judged.wrong for judged in confidence._judge(text, record)] == [False]
    record["reports"][0]["title"] = "别的标题"
    assert [judged.wrong for judged in confidence._judge(text, record)] == [True]
