from datetime import date

import pytest

from articles.editing import editing
from articles.models import Report
from articles.search import index_reports, related
from tests.make import make_report, make_source
from tests.pages.ask import page

pytestmark = pytest.mark.django_db


def make(title, *keywords, **fields):
    report = make_report(title, keywords=list(keywords), source=make_source(), **fields)
    index_reports([report])
    return report


def titles(report):
    return [other.title for other in related(Report.objects.published(), report)]


def test_reports_that_share_more_keywords_come_first_then_newer_ones():
    report = make("甲", "春耕", "水库", "良种", "青禾县")
    make("两个旧", "水库", "春耕", published_on=date(2024, 1, 1))
    make("两个新", "良种", "青禾县", "别的", published_on=date(2025, 1, 1))
    make("三个", "春耕", "水库", "良種", published_on=date(2020, 1, 1))
    make("一个", "春耕", "花灯")
    make("字在别处", "花灯", "古街", paragraphs=["春耕、水库、良种、青禾县。"])
    assert titles(report) == ["三个", "两个新", "两个旧"]


def test_what_is_not_public_is_related_to_nothing(client):
    report = make("甲", "春耕", "水库")
    make("草稿", "春耕", "水库", status="draft")
    make("公开", "春耕", "水库")
    assert titles(report) == ["公开"]
    html = page(client, report.get_absolute_url())
    assert "公开" in html[html.index('id="related"') :]
    assert "草稿" not in html


@pytest.mark.parametrize("keywords", [[], ["春耕"], ["春耕", "春 耕"]])
def test_less_than_two_keywords_relate_nothing(keywords, django_assert_num_queries):
    make("乙", "春耕", "水库")
    report = make("甲", *keywords)
    with django_assert_num_queries(0):
        assert titles(report) == []


def test_keywords_that_an_editor_changes_relate_anew(django_user_model):
    report, other = make("甲", "春耕", "水库"), make("乙", "花灯", "古街")
    assert titles(report) == []
    with editing([other], django_user_model.objects.create_user("bianji")):
        Report.objects.filter(pk=other.pk).update(keywords=["水库", "春耕", "*+-"])
    assert titles(report) == ["乙"]
