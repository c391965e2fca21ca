from datetime import date

import pytest

from articles.search import index_reports
from tests.make import make_report, make_section, make_source
from tests.pages.ask import hits, make_editor, page, titles

pytestmark = pytest.mark.django_db


def test_headings_lead_to_their_place(client):
    report = make_report()
    section = make_section(report, "一、良种先行")
    html = page(client, "/sections/")
    assert hits(html) == 1
    assert section.get_absolute_url() in html
    assert f'id="{section.anchor}"' in page(client, report.get_absolute_url())


def test_headings_of_drafts_are_not_listed(client):
    make_section(make_report(status="draft"), "未发表的标题")
    html = page(client, "/sections/")
    assert hits(html) == 0
    assert "未发表的标题" not in html


def test_headings_are_found_by_every_word_in_any_width(client):
    report = make_report()
    for heading in ("一、良种先行 聚力GDP", "二、良田为本", "三、良法配套"):
        make_section(report, heading)
    index_reports([report])
    assert hits(page(client, "/sections/", q="良")) == 3
    assert hits(page(client, "/sections/", q="良种 聚力")) == 1
    assert hits(page(client, "/sections/", q="ＧＤＰ")) == 1
    assert "<mark>良田</mark>" in page(client, "/sections/", q="良田")
    assert hits(page(client, "/sections/", q="没有")) == 0


def test_headings_are_found_in_either_script_and_by_what_is_known_of_their_report(client):
    old, new = make_report(published_on=date(2024, 1, 1)), make_report(published_on=date(2025, 1, 1))
    for report in (old, new):
        make_section(report, "發展農業")
    index_reports([old, new])
    assert "<mark>發展農業</mark>" in page(client, "/sections/", q="发展农业")
    assert hits(page(client, "/sections/", q="發展 日期:2025")) == 1
    assert hits(page(client, "/sections/", q="發展 -农业")) == 0


@pytest.mark.parametrize("words", ["a\0b", "字" * 10000])
def test_headings_answer_bad_words_with_a_friendly_line(client, words):
    assert 'class="notice"' in page(client, "/sections/", q=words)


def test_printed_pages_count_what_is_public(client):
    source = make_source(
        file_name="甲.txt", newspaper="云岭日报", page="03", page_name="要闻", issued_on=date(2025, 4, 29)
    )
    for status in ("published", "published", "draft"):
        make_report(source=source, status=status)
    make_report(source=make_source(file_name="乙.txt"), status="draft")
    html = page(client, "/sources/")
    assert hits(html) == 1
    for text in ("甲.txt", "云岭日报 第03版 · 要闻", "2025-04-29", source.get_absolute_url()):
        assert text in html
    assert "乙.txt" not in html
    assert '<span class="number">2' in html


def test_a_page_without_a_newspaper_is_told_by_its_first_public_report_and_not_by_its_file(client):
    source = make_source(file_name="甲.txt", newspaper="")
    make_report("未发表的", source=source, position=0, status="draft")
    make_report("第二篇", source=source, position=2)
    report = make_report("第一篇", source=source, position=1)
    html = page(client, "/sources/")
    assert '未注明报纸 <span class="first">第一篇</span></a>' in html
    assert '<span class="file">甲.txt</span>' in html
    assert "第二篇" not in html
    assert "未发表的" not in html
    for address in (source.get_absolute_url(), report.get_absolute_url()):
        html = page(client, address)
        assert "未注明报纸" in html
        assert html.count("甲.txt") == html.count('<span class="file">甲.txt</span>') == 1


def test_undated_pages_stand_last(client):
    make_report(source=make_source(file_name="无日期.txt"))
    make_report(source=make_source(file_name="有日期.txt", issued_on=date(2025, 1, 1)))
    html = page(client, "/sources/")
    assert html.index("有日期.txt") < html.index("无日期.txt")


def test_a_printed_page_shows_what_stood_on_it_in_order(client):
    source = make_source("原文里还有未发表的稿件", page_name="要闻")
    make_report("第二篇", source=source, position=1)
    make_report("第一篇", source=source, position=0, paragraphs=["首段在此。"])
    make_report("未发表的", source=source, position=2, status="draft")
    html = page(client, source.get_absolute_url())
    assert titles(html) == ["第一篇", "第二篇"]
    assert "首段在此。" in html
    assert "未发表的" not in html
    client.force_login(make_editor())
    html = page(client, source.get_absolute_url())
    assert titles(html) == ["第一篇", "第二篇", "未发表的"]
    assert 'class="status"' in html
    assert f"/admin/articles/source/{source.pk}/change/" in html


def test_a_page_with_drafts_only_is_not_there_for_the_public(client):
    source = make_report(status="draft").source
    page(client, source.get_absolute_url(), 404)
    client.force_login(make_editor())
    page(client, source.get_absolute_url())


def test_nothing_printed_becomes_html(client):
    bad = "<script>alert(1)</script>"
    source = make_source(file_name=bad, newspaper=bad, page_name=bad)
    make_section(make_report(bad, source=source), bad)
    for address in ("/sections/", "/sources/", source.get_absolute_url()):
        html = page(client, address)
        assert "<script" not in html
        assert "&lt;script&gt;" in html
