"""The benchmarks measure what they say: on a few pages, not for the clock."""

import random
from itertools import islice

import pytest

from articles.importing import knowledge, parse
from articles.models import Report
from articles.search import Query, walk
from benchmarks import ablation, confidence, corpus, loading, queries
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


@pytest.mark.parametrize(("name", "kind"), [("line_signs", "columns"), ("title_signs", "no blank lines")])
def test_signs_without_weight_are_felt_and_come_back(name, kind):
    text = next(text for its_kind, text, _ in pages(len(KINDS)) if its_kind == kind)
    before = repr(parse(text))
    with ablation._replaced(name, ablation._nothing(name)):
        assert repr(parse(text)) != before
    assert repr(parse(text)) == before


@pytest.mark.parametrize("name", ablation._lists())
def test_pages_are_read_without_any_list(name):
    with ablation._replaced(name, ablation._nothing(name)):
        for _kind, text, _record in pages(len(KINDS)):
            parse(text)


def test_a_report_is_judged_by_what_its_page_holds():
    _, text, record = next(page for page in pages(len(KINDS)) if page[0] == "web")
    assert [judged.wrong for judged in confidence._judge(text, record)] == [False]
    record["reports"][0]["title"] = "别的标题"
    assert [judged.wrong for judged in confidence._judge(text, record)] == [True]


def test_a_composed_archive_is_the_same_in_pieces_and_as_long_as_it_is_asked_for():
    whole = list(corpus.composed(30))
    assert len(whole) == 30
    assert list(corpus.composed(30, 10, 20)) == whole[10:20]
    assert [report.day for report in whole] == sorted(report.day for report in whole)
    assert 500 < sum(len(report.text) for report in whole) / 30 < 1300


def test_common_words_are_common_and_rare_ones_are_rare():
    asked = queries.classes()
    assert {len(texts) for texts in asked.values()} == {30}
    texts = [report.text for report in corpus.composed(200)]
    shares = {
        name: sum(query in text for query in asked[name] for text in texts) / 30 / len(texts)
        for name in ("very common word", "middling word", "rare word")
    }
    assert shares["very common word"] > 0.25
    assert 0.005 < shares["middling word"] < 0.1
    assert shares["rare word"] < 0.001


@pytest.mark.django_db
def test_what_is_composed_is_stored_and_found():
    loading.fill(20)
    composed = list(corpus.composed(20))
    stored = list(Report.objects.newest_first().select_related("source"))
    assert [report.title for report in stored] == [report.title for report in composed[::-1]]
    assert sum(report.section_set.count() for report in stored) == sum(len(report.sections) for report in composed)
    last = composed[-1]
    assert stored[0] in walk(Report.objects.published(), Query.parse(f"“{last.sections[0][1][0][:9]}”"), 5)
