import re
from datetime import date, timedelta
from html import unescape
from urllib.parse import quote

import pytest

from articles.models import Report
from articles.search import index_reports
from tests.make import make_contribution, make_report, make_source, make_speaker, make_statement
from tests.pages.ask import hits, page, titles

pytestmark = pytest.mark.django_db


def listed(client, **parameters):
    return titles(page(client, "/reports/", **parameters))


def test_newest_first(client):
    make_report("旧的", published_on=date(2024, 1, 1))
    make_report("新的", published_on=date(2025, 1, 1))
    make_report("无日期的")
    make_report("只知事情日期的", event_date=date(2024, 6, 1))
    assert listed(client) == ["新的", "只知事情日期的", "旧的", "无日期的"]
    assert titles(page(client, "/")) == ["新的", "只知事情日期的", "旧的", "无日期的"]


def test_drafts_are_in_no_list_and_in_no_choice(client):
    make_report("公开的")
    for status in ("draft", "withdrawn"):
        make_report("藏着的", status=status, source=make_source(newspaper="未见报"), column="未见栏目")
    for address in ("/", "/reports/"):
        html = page(client, address)
        assert titles(html) == ["公开的"]
        assert "藏着的" not in html
        assert "未见" not in html


def test_days_are_both_included(client):
    for day in (1, 2, 3, 4):
        make_report(f"{day}日", published_on=date(2025, 4, day))
    assert listed(client, since="2025-04-02", until="2025-04-03") == ["3日", "2日"]
    assert listed(client, until="2025-04-01") == ["1日"]


def test_newspaper_and_column(client):
    make_report("甲", source=make_source(newspaper="云岭日报"), column="民声")
    make_report("乙", source=make_source(newspaper="青禾晚报"), column="民声")
    make_report("丙", source=make_source(newspaper="青禾晚报"))
    assert listed(client, newspaper="青禾晚报") == ["丙", "乙"]
    assert listed(client, newspaper="青禾晚报", column="民声") == ["乙"]


def test_speaker_by_number_is_one_person_with_all_names(client):
    su, namesake, old = make_speaker(), make_speaker(), make_speaker("苏婉晴")
    old.merged_into = su
    old.save()
    for title, speaker in (("甲", su), ("乙", namesake), ("丙", old)):
        make_statement(make_report(title), speaker=speaker)
    index_reports(Report.objects.all())
    assert listed(client, speaker=su.pk) == ["丙", "甲"]
    assert listed(client, speaker=old.pk) == ["丙", "甲"]


def test_speaker_by_name_is_exact_where_somebody_is_called_so_and_a_part_elsewhere(client):
    for title, name in (("甲", "李明"), ("乙", "李明英"), ("丙", "王英")):
        make_statement(make_report(title), speaker=make_speaker(name))
    index_reports(Report.objects.all())
    assert listed(client, speaker="李明") == ["甲"]
    assert listed(client, speaker="英") == ["丙", "乙"]
    assert listed(client, speaker="没有此人") == []


def test_reporter_by_name(client):
    for title, name in (("甲", "江暮"), ("乙", "江暮云")):
        make_contribution(make_report(title), name)
    make_contribution(make_report(status="draft"), "暮云")
    index_reports(Report.objects.all())
    assert listed(client, reporter="江暮") == ["甲"]
    assert listed(client, reporter="暮云") == ["乙"]


def test_a_filter_that_is_on_can_be_taken_off(client):
    speaker = make_speaker()
    make_statement(make_report(column="民声"), speaker=speaker)
    html = page(client, "/reports/", column="民声", speaker=speaker.pk)
    assert 'class="chips"' in html
    assert f'href="?speaker={speaker.pk}"' in html
    assert 'href="?column=%E6%B0%91%E5%A3%B0"' in html
    assert "苏晚晴" in html[html.index('class="chips"') :]


def test_words_are_found_and_marked(client):
    make_report("无关的", paragraphs=["晴天。"])
    make_report("春耕会议", paragraphs=["别的话。", "镁基新材料产业园开工。"])
    index_reports(Report.objects.all())
    html = page(client, "/reports/", q="镁基新材料")
    assert titles(html) == ["春耕会议"]
    assert hits(html) == 1
    assert "<mark>镁基新材料</mark>产业园" in html
    assert "<mark>春耕</mark>会议" in page(client, "/reports/", q="春耕")


def test_words_and_filters_go_together(client):
    for title, newspaper in (("春耕甲", "云岭日报"), ("春耕乙", "青禾晚报")):
        make_report(title, source=make_source(newspaper=newspaper))
    index_reports(Report.objects.all())
    assert listed(client, q="春耕", newspaper="青禾晚报") == ["春耕乙"]


def test_relevance_puts_titles_first_and_date_is_the_default(client):
    make_report("春耕", published_on=date(2024, 1, 1))
    make_report("会议", paragraphs=["说到春耕。"], published_on=date(2025, 1, 1))
    index_reports(Report.objects.all())
    assert listed(client, q="春耕") == ["会议", "春耕"]
    assert listed(client, q="春耕", order="relevance") == ["春耕", "会议"]
    assert listed(client, order="relevance") == ["会议", "春耕"]


def test_pages_lead_on_and_back_and_keep_the_question(client):
    for number in range(45):
        make_report(f"春耕{number}", column="民声", published_on=date(2025, 4, 28 - number % 3))
    make_report("春耕", column="别的")
    index_reports(Report.objects.all())
    whole = titles_of(Report.objects.filter(column="民声").newest_first())
    for asked in ({"column": "民声"}, {"column": "民声", "q": "春耕"}, {"q": "春耕", "until": "2025-04-28"}):
        html = page(client, "/reports/", **asked)
        forwards = [html]
        while following := link(html, "next"):
            assert all(f"{name}={quote(value)}" in following for name, value in asked.items())
            html = page(client, f"/reports/{following}")
            forwards.append(html)
        backwards = [html]
        while previous := link(html, "prev"):
            html = page(client, f"/reports/{previous}")
            backwards.append(html)
        shown = [titles(html) for html in forwards]
        assert [len(page) for page in shown] == [20, 20, 5]
        assert [title for titles in shown for title in titles] == whole
        assert titles(backwards[-1]) == shown[0]
        assert titles(backwards[1]) == whole[20:40]


def titles_of(reports):
    return [report.title for report in reports]


def link(html, rel):
    found = re.search(rf'href="([^"]+)" rel="{rel}"', html)
    return found and unescape(found[1])


def test_the_last_page_is_reached_from_the_end(client):
    for number in range(21):
        make_report(f"第{number}篇", published_on=date(2025, 4, 1) + timedelta(number))
    html = page(client, "/reports/", before="0001-01-01.0")
    assert titles(html) == [f"第{number}篇" for number in range(19, -1, -1)]
    assert link(html, "next") is None
    assert titles(page(client, f"/reports/{link(html, 'prev')}"))[0] == "第20篇"


def test_best_hits_have_numbered_pages(client):
    for number in range(21):
        make_report(f"春耕{number}")
    index_reports(Report.objects.all())
    first = page(client, "/reports/", q="春耕", order="relevance")
    second = page(client, f"/reports/{link(first, 'next')}")
    assert (len(titles(first)), titles(second)) == (20, ["春耕0"])


def test_nothing_found_says_what_to_try(client):
    make_report()
    index_reports(Report.objects.all())
    html = page(client, "/reports/", q="从未印过")
    assert hits(html) == 0
    assert 'class="empty"' in html


@pytest.mark.parametrize(
    "asked",
    [
        {"since": "昨天"},
        {"until": "2025-13-45"},
        {"newspaper": "没有的报"},
        {"column": "a\0b"},
        {"speaker": "999"},
        {"speaker": "9" * 40},
        {"speaker": "a\0b"},
        {"reporter": "\0"},
        {"reporter": "名" * 200},
        {"q": "a\0b"},
        {"q": "字" * 10000},
        {"order": "up"},
    ],
)
def test_what_cannot_be_understood_gets_a_friendly_line(client, asked):
    make_report("照旧")
    html = page(client, "/reports/", **asked)
    assert 'class="notice"' in html
    assert titles(html) == ["照旧"]


@pytest.mark.parametrize("name", ["²", "%", "_", "'; DROP TABLE", "\u202e", "😀", "(("])
def test_strange_names_are_nobodys(client, name):
    make_statement(make_report(), speaker=make_speaker())
    assert listed(client, speaker=name) == []


@pytest.mark.parametrize("name", ["after", "before"])
@pytest.mark.parametrize(
    "place", ["999", "2025-13-45.1", "0000-00-00.0", "9999-12-31.", "x", "9" * 5000, "\0", "２０２５-04-28.1"]
)
def test_a_page_that_is_not_there_is_the_first(client, name, place):
    make_report("照旧")
    html = page(client, "/reports/", **{name: place})
    assert titles(html) == ["照旧"]
    assert 'class="notice"' in html


def test_nothing_stands_behind_the_last_report_nor_before_the_first(client):
    report = make_report("照旧", published_on=date(2025, 4, 28))
    for asked in ({"after": f"2025-04-28.{report.pk}"}, {"before": f"2025-04-28.{report.pk}"}):
        html = page(client, "/reports/", **asked)
        assert titles(html) == ["照旧"]
        assert 'class="notice"' in html


def test_a_speaker_of_drafts_only_is_unknown(client):
    speaker = make_speaker("藏名")
    make_statement(make_report(status="draft"), speaker=speaker)
    html = page(client, "/reports/", speaker=speaker.pk)
    assert 'class="notice"' in html
    assert "藏名" not in html


def test_titles_never_become_html(client):
    bad = "<script>alert(1)</script>"
    make_report(bad, kicker=bad, subtitle=bad, paragraphs=[bad], column=bad, source=make_source(newspaper=bad))
    index_reports(Report.objects.all())
    for address, asked in (
        ("/", {}),
        ("/reports/", {}),
        ("/reports/", {"q": "alert"}),
        ("/reports/", {"q": bad, "newspaper": bad, "speaker": bad, "reporter": bad, "page": bad}),
    ):
        html = page(client, address, **asked)
        assert "<script" not in html
        assert "&lt;script&gt;" in html


def test_fields_of_a_question_narrow_the_list(client):
    make_statement(make_report("甲", column="民聲"), speaker=make_speaker("蘇晚晴"))
    make_statement(make_report("乙", source=make_source(newspaper="青禾晚報")), speaker=make_speaker("程砚秋"))
    make_contribution(Report.objects.get(title="乙"), "江暮雲")
    index_reports(Report.objects.all())
    assert listed(client, q="栏目:民声") == listed(client, q="发言人：苏晚晴") == listed(client, q="-标题:乙") == ["甲"]
    assert listed(client, q="报纸:青禾晚报") == listed(client, q="記者:江暮云 春耕") == ["乙"]
    assert listed(client, q="标题:甲 或 记者:江暮云") == ["乙", "甲"]


def test_a_question_goes_on_to_the_report_as_it_was_understood(client):
    report = make_report()
    index_reports([report])
    html = page(client, "/reports/", q="标题：春耕　-「秋 收」")
    assert f'href="{report.get_absolute_url()}?q=%E6%A0%87%E9%A2%98%3A%E6%98%A5%E8%80%95%20-%E2%80%9C' in html


def test_a_sentence_that_no_report_holds_is_taken_apart_and_says_so(client):
    make_report("甲", paragraphs=["工作完成：春耕生产，青禾县已基本准备。"])
    index_reports(Report.objects.all())
    html = page(client, "/reports/", q="春耕生产准备工作完成")
    assert titles(html) == ["甲"]
    assert 'class="notice"' in html
    assert "<mark>春耕生产</mark>" in html
    assert listed(client, q="“春耕生产准备工作完成”") == []


def test_nothing_found_offers_any_of_the_words_and_similar_names(client):
    homophone, misprint, draft = make_speaker("苏婉清"), make_speaker("苏晓晴"), make_speaker("苏宛晴")
    for speaker, status in ((homophone, "published"), (misprint, "published"), (draft, "draft")):
        make_statement(make_report(status=status), speaker=speaker)
    make_statement(make_report(), speaker=make_speaker("程砚秋"))
    index_reports(Report.objects.all())
    html = page(client, "/reports/", q="苏晚晴 春耕")
    assert hits(html) == 0
    assert 'href="?q=%E8%8B%8F%E6%99%9A%E6%99%B4%20%E6%88%96%20%E6%98%A5%E8%80%95&amp;order=relevance"' in html
    similar = html[html.index('class="similar"') :]
    assert homophone.get_absolute_url() in similar
    assert misprint.get_absolute_url() in similar
    assert "苏宛晴" not in html
    assert "程砚秋" not in html
