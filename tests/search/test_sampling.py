from datetime import date, timedelta

import pytest

from articles.models import Report
from articles.search import Query, index_reports, sample, sampling
from articles.search.tokens import SAMPLES, all_tokens
from tests.make import make_contribution, make_report, make_source, make_speaker, make_statement

pytestmark = pytest.mark.django_db


@pytest.fixture
def many(monkeypatch):
    """An archive of 400 reports, which counts as large."""
    monkeypatch.setattr(sampling, "MOST_COUNTED", 100)
    source = make_source()
    for number in range(400):
        words = "水库、春耕" if number % 2 else "水库"
        make_report(
            f"第{number}篇", source=source, paragraphs=[words], published_on=date(2024, 1, 1) + timedelta(number)
        )
    index_reports(Report.objects.all())


def keys(text, reports=None):
    reports = Report.objects.published() if reports is None else reports
    return sample(reports.values_list("pk", flat=True), Query.parse(text))


def test_few_hits_are_counted_one_by_one():
    index_reports([make_report(), make_report(status="draft")])
    found = keys("春耕")
    assert (found.count, found.one_in, len(found.rows), found.is_whole) == (1, 1, 1, True)


@pytest.mark.parametrize(
    ("text", "hits"), [("水库", 400), ("春耕", 200), ("水库 -春耕", 200), ("", 400), ("-春耕", 200)]
)
def test_many_hits_are_told_from_a_share_of_them(many, text, hits):
    found = keys(text)
    assert (found.count, found.is_whole) == (100, False)
    assert hits / 2 < len(found.rows) * found.one_in < hits * 2
    assert set(found.rows) <= set(Report.objects.values_list("pk", flat=True))
    if text == "春耕":
        assert set(found.rows) <= set(
            Report.objects.filter(section__text__contains="春耕").values_list("pk", flat=True)
        )


def test_a_share_never_has_drafts(many):
    Report.objects.filter(pk__in=keys("水库").rows[::2]).update(status="draft")
    published = set(Report.objects.published().values_list("pk", flat=True))
    assert len(keys("水库").rows) > 0
    assert set(keys("水库").rows) <= published


def test_shares_are_about_as_large_as_they_say(many):
    documents = [report.searchdocument for report in Report.objects.select_related("searchdocument")]
    drawn = [{mark for mark in SAMPLES.values() if mark in all_tokens(document)} for document in documents]
    assert 400 / 16 / 2 < sum(SAMPLES[16] in marks for marks in drawn) < 400 / 16 * 2
    assert all(marks in (set(), {SAMPLES[16]}, {SAMPLES[16], SAMPLES[256]}, set(SAMPLES.values())) for marks in drawn)


def test_shares_are_drawn_of_what_people_say_and_of_titles_too(many):
    speaker = make_speaker("苏晚晴")
    for report in Report.objects.all():
        make_statement(report, "水库修好了。", speaker=speaker)
        make_contribution(report, "江暮云")
    index_reports(Report.objects.all())
    for text in ("发言人:苏晚晴", "水库 发言人:苏晚晴", "记者:江暮云", "标题:篇 水库"):
        found = keys(text)
        assert found.one_in > 1
        assert 200 < len(found.rows) * found.one_in < 800


def test_a_share_with_hardly_a_hit_tells_nothing(many, monkeypatch):
    monkeypatch.setattr(sampling, "_MOST_CANDIDATES", 2)
    found = keys("水库")
    newest = Report.objects.newest_first().values_list("pk", flat=True)
    assert (found.rows, found.one_in) == (list(newest[:101]), 1)
