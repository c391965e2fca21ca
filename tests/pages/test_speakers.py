from datetime import date

import pytest

from tests.make import make_report, make_speaker, make_statement
from tests.pages.ask import hits, make_editor, page

pytestmark = pytest.mark.django_db


def test_listed_by_pinyin_with_the_number_of_public_statements(client):
    for name, count in (("周南", 1), ("单清和", 2), ("艾秋", 1)):
        speaker = make_speaker(name)
        for _ in range(count):
            make_statement(make_report(), speaker=speaker)
    make_statement(make_report(status="draft"), speaker=speaker)
    html = page(client, "/speakers/")
    assert hits(html) == 3
    places = [
        html.index(text) for text in ('id="letter-A"', "艾秋", 'id="letter-S"', "单清和", 'id="letter-Z"', "周南")
    ]
    assert places == sorted(places)
    assert 'href="#letter-S"' in html
    assert '单清和</a> <span class="number">2</span>' in html
    assert '艾秋</a> <span class="number">1</span>' in html


def test_statements_of_merged_names_are_counted_and_shown_with_the_person(client):
    su = make_speaker("苏晚晴")
    old = make_speaker("苏婉晴", merged_into=su)
    older = make_speaker("苏宛晴", merged_into=old)
    for speaker, text in ((su, "第一句。"), (old, "第二句。"), (older, "第三句。")):
        make_statement(make_report(), text, speaker=speaker)
    html = page(client, "/speakers/")
    assert hits(html) == 1
    assert '苏晚晴</a> <span class="number">3</span>' in html
    html = page(client, su.get_absolute_url())
    assert hits(html) == 3
    assert all(text in html for text in ("第一句。", "第二句。", "第三句。"))


def test_merged_speakers_lead_to_the_last_one_for_good(client):
    su = make_speaker("苏晚晴")
    old = make_speaker("苏婉晴", merged_into=su)
    older = make_speaker("苏宛晴", merged_into=old)
    make_statement(make_report(), speaker=older)
    for speaker in (old, older):
        response = client.get(speaker.get_absolute_url())
        assert (response.status_code, response["Location"]) == (301, su.get_absolute_url())


def test_namesakes_are_told_apart_by_an_office(client):
    for office in ("青禾县县长", "澄江镇镇长"):
        make_statement(make_report(), speaker=make_speaker("苏晚晴"), office=office)
    make_statement(make_report(), speaker=make_speaker("林知秋"), office="云岭市市长")
    html = page(client, "/speakers/")
    assert html.count("青禾县县长") == html.count("澄江镇镇长") == 1
    assert "云岭市市长" not in html


def test_names_are_found_by_a_part_of_them_or_of_another_name(client):
    for name, other in (("苏晚晴", "苏婉晴"), ("林知秋", "")):
        make_statement(make_report(), speaker=make_speaker(name, other_names=other))
    assert "林知秋" not in page(client, "/speakers/", q="婉")
    assert hits(page(client, "/speakers/", q="婉")) == 1
    assert hits(page(client, "/speakers/", q="知秋")) == 1
    assert hits(page(client, "/speakers/", q="无此人")) == 0
    assert 'class="notice"' in page(client, "/speakers/", q="a\0")


def test_initials_lead_to_the_page_on_which_they_begin(client, monkeypatch):
    monkeypatch.setattr("articles.views.SPEAKERS_PER_PAGE", 2)
    for name in ("艾秋", "白露", "陈年"):
        make_statement(make_report(), speaker=make_speaker(name))
    assert 'href="?page=2#letter-C"' in page(client, "/speakers/")
    assert 'href="#letter-C"' in page(client, "/speakers/", page=2)


def test_a_person_whom_only_drafts_quote_is_nobody_to_the_public(client):
    hidden, silent = make_speaker("藏名"), make_speaker("无言")
    make_statement(make_report("未发表的", status="draft"), "未发表的话。", speaker=hidden)
    assert "藏名" not in page(client, "/speakers/")
    page(client, hidden.get_absolute_url(), 404)
    page(client, silent.get_absolute_url(), 404)
    client.force_login(make_editor())
    html = page(client, hidden.get_absolute_url())
    assert "未发表的话。" in html
    assert 'class="status"' in html
    assert f"/admin/articles/speaker/{hidden.pk}/change/" in html
    page(client, silent.get_absolute_url())


def test_drafts_add_nothing_to_a_public_person(client):
    speaker = make_speaker()
    make_statement(make_report(), "公开的话。", speaker=speaker, office="青禾县县长")
    make_statement(make_report(status="draft"), "未发表的话。", speaker=speaker, office="云岭市市长")
    html = page(client, speaker.get_absolute_url())
    assert hits(html) == 1
    assert "公开的话。" in html
    assert "未发表的话。" not in html
    assert "云岭市市长" not in html
    assert "/admin/articles/" not in html


def test_statements_stand_newest_first_under_the_office_printed_then(client):
    speaker = make_speaker()
    reports = [make_report(f"{year}年的会", published_on=date(year, 3, 1)) for year in (2022, 2025)]
    make_statement(reports[0], "旧话。", speaker=speaker, office="澄江镇镇长")
    newer = make_statement(reports[1], "新话。", speaker=speaker, office="青禾县县长")
    html = page(client, speaker.get_absolute_url())
    body = html[: html.index('id="offices"')]
    in_order = ["2025-03-01", "2025年的会", "青禾县县长", "新话。", "2022年的会", "澄江镇镇长", "旧话。"]
    places = [body.index(text, body.index("<h1")) for text in in_order]
    assert places == sorted(places)
    assert newer.get_absolute_url() in body
    assert f"/reports/?speaker={speaker.pk}" in body


def test_undated_reports_give_an_office_no_year(client):
    speaker = make_speaker()
    make_statement(make_report(), speaker=speaker, office="青禾县县长")
    assert '青禾县县长 <span class="number"></span>' in page(client, speaker.get_absolute_url())


def test_long_lists_of_statements_have_pages(client, monkeypatch):
    monkeypatch.setattr("articles.views.STATEMENTS_PER_PAGE", 2)
    report, speaker = make_report(), make_speaker()
    for number in range(3):
        make_statement(report, f"第{number}句。", speaker=speaker)
    assert "第2句。" not in page(client, speaker.get_absolute_url())
    assert "第2句。" in page(client, speaker.get_absolute_url(), page=2)


def test_names_never_become_html(client):
    bad = "<script>alert(1)</script>"
    speaker = make_speaker(bad, other_names=bad)
    make_statement(make_report(bad), bad, speaker=speaker, office=bad)
    for address in ("/speakers/", speaker.get_absolute_url()):
        html = page(client, address)
        assert "<script" not in html
        assert "&lt;script&gt;" in html
