from datetime import date

import pytest

from articles import bounded
from articles.models import Report
from articles.search import index_reports
from tests.make import make_report, make_speaker, make_statement
from tests.pages.ask import hits, make_editor, page

pytestmark = pytest.mark.django_db


def quoted(text, **fields):
    return make_statement(make_report(**fields), text, speaker=make_speaker())


def index():
    index_reports(Report.objects.all())


def test_a_quotation_is_listed_with_who_said_it_in_which_office_and_when(client):
    statement = quoted("镁基新材料已经投产。", title="产业园开工", published_on=date(2025, 4, 28))
    quoted("别的话。")
    index()
    html = page(client, "/statements/", q="镁基新材料")
    assert hits(html) == 1
    for text in ("<mark>镁基新材料</mark>已经投产。", "苏晚晴", "青禾县农业农村局局长", "2025-04-28", "产业园开工"):
        assert text in html
    assert f'href="{statement.get_absolute_url()}"' in html
    assert f'href="{statement.speaker.get_absolute_url()}"' in html


def test_words_beside_a_quotation_are_not_in_it(client):
    quoted("种子已经备齐。", title="春耕会议", paragraphs=["春耕开始了。"])
    index()
    assert hits(page(client, "/statements/", q="春耕")) == 0
    assert hits(page(client, "/statements/", q="标题:春耕 種子")) == 1
    assert hits(page(client, "/statements/", q="种子 -春耕")) == 1


def test_a_quotation_that_its_report_no_longer_holds_is_found(client):
    statement = quoted("种子已经备齐。")
    statement.text = "化肥也备齐了。"
    statement.save()
    index()
    assert hits(page(client, "/statements/", q="化肥")) == 1
    assert hits(page(client, "/statements/", q="种子")) == 0
    assert hits(page(client, "/reports/", q="化肥")) == 0


def test_speaker_and_date_narrow_the_quotations(client):
    quoted("种子备齐。", published_on=date(2025, 4, 28))
    other = make_speaker("程砚秋")
    make_statement(make_report(published_on=date(2024, 4, 28)), "种子不够。", speaker=other)
    index()
    assert hits(page(client, "/statements/", q="种子")) == 2
    assert "种子</mark>不够" in page(client, "/statements/", q="种子 发言人：程")
    assert hits(page(client, "/statements/", q="种子 日期:2025")) == 1
    assert hits(page(client, "/statements/", q="发言人：程")) == 1


def test_all_are_listed_newest_first_where_nothing_is_asked(client):
    quoted("去年说的。", published_on=date(2024, 1, 1))
    quoted("今年说的。", published_on=date(2025, 1, 1))
    html = page(client, "/statements/")
    assert hits(html) == 2
    assert html.index("今年说的。") < html.index("去年说的。")


def test_what_nobody_said_in_one_breath_is_taken_apart(client):
    quoted("新材料已经投产，园区不再等。")
    index()
    html = page(client, "/statements/", q="园区新材料投产")
    assert hits(html) == 1
    assert 'class="notice"' in html


def test_quotations_of_drafts_are_nowhere(client):
    quoted("种子已经备齐。", status="draft")
    index()
    for asked in ({}, {"q": "种子"}, {"q": "发言人:苏晚晴"}, {"q": "-春耕"}):
        html = page(client, "/statements/", **asked)
        assert hits(html) == 0
        assert "备齐" not in html
    client.force_login(make_editor())
    assert hits(page(client, "/statements/", q="种子")) == 0


def test_the_search_of_reports_leads_to_the_quotations(client):
    assert 'href="/statements/?q=%E6%98%A5%E8%80%95%20%E4%BC%9A%E8%AE%AE"' in page(client, "/reports/", q="春耕　会议")


def test_nothing_said_becomes_html(client):
    bad = "<script>alert(1)</script>"
    make_statement(make_report(bad), bad, name=bad, office=bad)
    index()
    for asked in ({}, {"q": "script"}, {"q": bad}):
        html = page(client, "/statements/", **asked)
        assert "<script" not in html
        assert "&lt;" in html


@pytest.mark.parametrize("asked", ["a\0b", "字" * 10_000, "日期:昨天", "春耕 OR"])
def test_what_cannot_be_understood_gets_a_friendly_line(client, asked):
    quoted("种子已经备齐。")
    assert 'class="notice"' in page(client, "/statements/", q=asked)


def test_of_very_many_quotations_the_newest_are_listed_and_counted(client, monkeypatch):
    monkeypatch.setattr(bounded, "MOST", 60)
    report = make_report()
    for number in range(60):
        make_statement(report, f"第{number}句种子。")
    index()
    html = page(client, "/statements/", q="种子")
    assert hits(html) == 60
    assert "</span>+" not in html
    make_statement(report, "又一句种子。")
    index()
    html = page(client, "/statements/", q="种子", page=2)
    assert hits(html) == 60
    assert "</span>+" in html
    assert html.count("<blockquote>") == 10


def test_hits_are_counted_no_further_than_a_few_pages_ahead(client):
    report = make_report()
    for number in range(230):
        make_statement(report, f"第{number}句种子。")
    index()
    first, second = (page(client, "/statements/", q="种子", page=number) for number in (1, 2))
    assert hits(first) == 200
    assert "</span>+" in first
    assert hits(second) == 230
    assert "</span>+" not in second
