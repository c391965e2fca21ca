from datetime import date, time

import pytest

from articles.models import Flag
from tests.make import (
    make_contribution,
    make_photo,
    make_report,
    make_section,
    make_source,
    make_speaker,
    make_statement,
)
from tests.pages.ask import make_editor, page

pytestmark = pytest.mark.django_db


def test_shows_everything_that_was_printed(client):
    source = make_source(page="03", page_name="要闻", issued_on=date(2025, 4, 29), newspaper="云岭日报")
    report = make_report(
        "青禾县召开春耕会议",
        source=source,
        kicker="聚力产业强县",
        subtitle="播种面积稳定",
        column="乡村振兴进行时",
        byline="（记者 江暮云）",
        origin="青禾县人民政府",
        published_on=date(2025, 4, 30),
        published_time=time(10, 48),
        event_date=date(2025, 4, 28),
        continued_from="第一版",
        continued_on="第五版",
        keywords=["高标准农田"],
    )
    section = make_section(report, "一、良种先行", ["良种覆盖率提高。"])
    make_photo(report, "农机手调试播种机。", "施南星")
    html = page(client, report.get_absolute_url())
    for printed in (
        "青禾县召开春耕会议",
        "聚力产业强县",
        "播种面积稳定",
        "乡村振兴进行时",
        "青禾县人民政府",
        "2025-04-30",
        "10:48",
        "2025-04-28",
        "2025-04-29",
        "第一版",
        "第五版",
        "良种覆盖率提高。",
        "农机手调试播种机。",
        "施南星",
        "云岭日报",
        "要闻",
    ):
        assert printed in html
    assert f'id="{section.anchor}"' in html
    assert f'<h2><a href="#{section.anchor}">一、良种先行</a></h2>' in html
    assert f'id="p-{section.pk}-1"' in html
    assert source.get_absolute_url() in html
    assert "/reports/?q=%E9%AB%98%E6%A0%87%E5%87%86%E5%86%9C%E7%94%B0" in html


def test_headings_keep_their_depth(client):
    report = make_report()
    for level in (1, 2, 3, 4, 5):
        make_section(report, f"标题{level}", level=level)
    html = page(client, report.get_absolute_url())
    for level, tag in ((1, "h2"), (2, "h3"), (3, "h4"), (4, "h5"), (5, "h5")):
        assert f"标题{level}</a></{tag}>" in html


def test_quotation_leads_to_its_speaker_and_speaker_list_to_the_quotation(client):
    report, speaker = make_report(), make_speaker()
    statement = make_statement(report, "今年的种子已经备齐。", speaker=speaker)
    html = page(client, report.get_absolute_url())
    assert (
        f'<span class="direct" id="{statement.anchor}" title="青禾县农业农村局局长 苏晚晴">今年的种子已经备齐。</span>'
        in html
    )
    assert f'<a class="named" href="{speaker.get_absolute_url()}"' in html
    assert f'<a href="#{statement.anchor}">' in html


def test_the_day_of_the_event_is_never_shown_as_that_of_publication(client):
    printed = make_report(published_on=date(2025, 4, 30), event_date=date(2025, 4, 28))
    on_page = make_report(printed_on=date(2025, 5, 2), event_date=date(2025, 4, 28))
    known_event = make_report(event_date=date(2025, 4, 28), paragraphs=["某日，春耕开始了。"])
    event = '<span class="event">事件日期 <time datetime="2025-04-28">2025年4月28日</time></span>'
    for report, day in ((printed, "2025-04-30"), (on_page, "2025-05-02")):
        header = header_of(page(client, report.get_absolute_url()))
        assert f'<span>刊发时间 <time datetime="{day}">' in header
        assert "2025-04-28" not in header
    header = header_of(page(client, known_event.get_absolute_url()))
    assert event in header
    assert "刊发时间" not in header
    html = page(client, "/reports/")
    assert html.count(event) == html.count('datetime="2025-04-28"') == 1


def header_of(html):
    return html[html.index('<p class="byline">') : html.index("</header>", html.index('<p class="byline">'))]


def test_long_reports_begin_with_their_headings(client):
    report = make_report()
    sections = [make_section(report, f"标题{number}") for number in range(3)]
    assert 'class="outline"' not in page(client, report.get_absolute_url())
    sections.append(make_section(report, "标题<3>", level=2))
    html = page(client, report.get_absolute_url())
    outline = html[html.index('class="outline"') : html.index("</details>")]
    places = [outline.index(f'href="#{section.anchor}"') for section in sections]
    assert places == sorted(places)
    assert "标题&lt;3&gt;</a>" in outline
    assert all(f'id="{section.anchor}"' in html for section in sections)


def test_a_report_ends_with_the_line_by_which_it_is_cited(client):
    source = make_source(page="02", page_name="要闻", newspaper="云岭日报")
    report = make_report(
        "青禾县发布《春耕》", source=source, published_on=date(2025, 4, 30), event_date=date(2025, 4, 28)
    )
    address = f"http://testserver/reports/{report.pk}/"
    html = page(client, report.get_absolute_url())
    assert f"<p>云岭日报，《青禾县发布〈春耕〉》，2025年4月30日，第02版 · 要闻，{address}</p>" in html
    bare = make_report("无报无期", source=make_source(newspaper=""), event_date=date(2025, 4, 28))
    assert f"<p>《无报无期》，http://testserver/reports/{bare.pk}/</p>" in page(client, bare.get_absolute_url())


def test_a_draft_is_not_to_be_cited(client):
    report = make_report(status="draft")
    client.force_login(make_editor())
    assert 'id="citation"' not in page(client, report.get_absolute_url())


@pytest.mark.parametrize(("status", "shown"), [("open", 1), ("resolved", 1), ("ignored", 0)])
def test_a_paragraph_that_breaks_off_in_the_source_says_so_until_it_is_completed(client, status, shown):
    report = make_report(paragraphs=["春耕开始了，种子", "春耕结束了。"])
    Flag.objects.create(
        source=report.source, report=report, code="truncated", detail="春耕开始了，种子", key="1", status=status
    )
    assert page(client, report.get_absolute_url()).count('class="broken"') == shown
    report.section_set.update(text="春耕开始了，种子备齐了。\n春耕结束了。")
    assert 'class="broken"' not in page(client, report.get_absolute_url())


def test_the_sign_before_an_author_is_kept_but_not_shown(client):
    report = make_report(byline="□本报记者 江暮云")
    assert "<span hidden>□</span>本报记者 江暮云" in page(client, report.get_absolute_url())
    make_contribution(report, "江暮云")
    assert '<span hidden>□</span>本报记者 <a rel="author"' in page(client, report.get_absolute_url())


def test_statement_that_an_editor_took_out_of_the_text_keeps_its_address_below(client):
    report = make_report()
    statement = make_statement(report, "后来改掉的话。", speaker=make_speaker())
    report.section_set.update(text="全改了。")
    html = page(client, report.get_absolute_url())
    assert html.count(f'id="{statement.anchor}"') == 1
    assert html.index('id="unplaced"') < html.index("后来改掉的话。")


def test_names_in_the_byline_lead_to_the_reporters_reports(client):
    report = make_report(byline="（首席记者 江暮云）")
    make_contribution(report, "江暮云", "首席记者")
    make_contribution(report, "施南星", "摄影")
    html = page(client, report.get_absolute_url())
    assert '（首席记者 <a rel="author" href="/reports/?reporter=%E6%B1%9F%E6%9A%AE%E4%BA%91">江暮云</a>）' in html
    assert "?reporter=%E6%96%BD%E5%8D%97%E6%98%9F" in html


def test_neighbours_are_those_of_the_printed_page(client):
    source = make_source()
    first, second, third = (make_report(f"第{n}篇", source=source, position=n) for n in range(3))
    make_report("另一版的", position=1)
    draft = make_report("未发表的", source=source, position=2, status="draft")
    html = page(client, second.get_absolute_url())
    assert f'rel="prev" href="{first.get_absolute_url()}"' in html
    assert f'rel="next" href="{third.get_absolute_url()}"' in html
    assert "另一版的" not in html
    assert draft.title not in html


def test_neighbours_at_one_position_are_all_passed(client):
    source = make_source()
    first, second = (make_report(f"第{n}篇", source=source) for n in range(2))
    assert f'rel="next" href="{second.get_absolute_url()}"' in page(client, first.get_absolute_url())
    assert f'rel="prev" href="{first.get_absolute_url()}"' in page(client, second.get_absolute_url())


def test_words_searched_for_are_marked(client):
    report = make_report("青禾县召开春耕会议", paragraphs=["春耕开始了。"])
    html = page(client, report.get_absolute_url(), q="春耕")
    assert "青禾县召开<mark>春耕</mark>会议" in html
    assert "<mark>春耕</mark>开始了。" in html
    assert f'http://testserver{report.get_absolute_url()}">' in html


def test_nothing_printed_becomes_html(client):
    bad = "<script>alert(1)</script>"
    report = make_report(
        bad,
        kicker=bad,
        subtitle=bad,
        column=bad,
        byline=bad,
        origin=bad,
        paragraphs=[bad],
        keywords=[bad],
        continued_on=bad,
    )
    make_section(report, bad, [bad])
    make_statement(report, bad, speaker=make_speaker(bad), office=bad)
    make_contribution(report, bad)
    make_photo(report, bad, bad)
    for parameters in ({}, {"q": bad}):
        html = page(client, report.get_absolute_url(), **parameters)
        assert "<script" not in html
        assert "alert(1)" in html.replace("<mark>", "").replace("</mark>", "")


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_what_is_not_public_is_for_editors_only(client, status):
    report = make_report("未发表的稿件", status=status)
    assert "未发表的稿件" not in page(client, report.get_absolute_url(), 404)
    client.force_login(make_editor())
    html = page(client, report.get_absolute_url())
    assert 'id="not-public"' in html
    assert "noindex" in html


def test_what_is_public_has_no_banner_and_only_editors_may_edit(client):
    report = make_report()
    edit = f"/admin/articles/report/{report.pk}/change/"
    html = page(client, report.get_absolute_url())
    assert 'id="not-public"' not in html
    assert "noindex" not in html
    assert edit not in html
    client.force_login(make_editor())
    assert edit in page(client, report.get_absolute_url())


def test_a_signed_in_reader_without_permission_is_public(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("duzhe"))
    page(client, make_report(status="draft").get_absolute_url(), 404)
