import json
import re

import pytest
from django.contrib.admin.models import LogEntry
from django.core.exceptions import ValidationError
from django.urls import reverse

from articles.models import Flag, Report, Revision, Section, Statement
from articles.snapshots import snapshot
from tests.admin.make import make_full_report
from tests.admin.pages import act, change_url, errors_of, filled_in, list_url, save
from tests.make import make_report, make_section, make_source, make_statement
from tests.spans import source_of

pytestmark = pytest.mark.django_db


def test_a_corrected_title_keeps_the_old_one_with_its_editor(admin_client, admin_user):
    report = make_full_report(title="青禾县召开春根会议")
    before = snapshot(report)
    assert save(admin_client, report, title="青禾县召开春耕会议").status_code == 302
    report.refresh_from_db()
    assert report.title == "青禾县召开春耕会议"
    revision = Revision.objects.get()
    assert (revision.report, revision.user, revision.content) == (report, admin_user, before)


def test_saving_an_unchanged_page_changes_nothing(admin_client):
    report = make_full_report()
    before, updated_at = snapshot(report), report.updated_at
    section_text = report.section_set.get().text
    assert save(admin_client, report).status_code == 302
    report.refresh_from_db()
    assert not Revision.objects.exists()
    assert (snapshot(report), report.updated_at, report.section_set.get().text) == (before, updated_at, section_text)


def test_a_change_in_a_section_alone_makes_a_revision(admin_client):
    report = make_full_report()
    text = "春耕开始了。\r\n\r\n　　又加了一段。\r\n"
    assert save(admin_client, report, **{"section_set-0-text": text}).status_code == 302
    assert report.section_set.get().text == "春耕开始了。\n又加了一段。"
    assert Revision.objects.get().content["sections"][0]["paragraphs"][1] == "种子备齐了。"


def test_a_refused_form_changes_nothing(admin_client):
    report = make_full_report()
    response = save(admin_client, report, title="", **{"section_set-0-text": "别的。"})
    assert "title" in errors_of(response)
    report.refresh_from_db()
    assert report.title and "别的" not in report.section_set.get().text
    assert not Revision.objects.exists()


@pytest.mark.parametrize("part", ["report", "section"])
def test_the_second_of_two_editors_is_told_of_the_first_and_may_save_again(admin_client, part):
    report = make_full_report(title="青禾县召开春根会议")
    obj = {"report": report, "section": report.section_set.get()}[part]
    change = {"report": {"kicker": "一年之计"}, "section": {"heading": "抢抓农时"}}[part]
    page = admin_client.get(change_url(obj))
    opened_by_the_second = {**filled_in(page), **change}
    assert f'<input type="hidden" name="seen" value="{report.updated_at.isoformat()}"' in page.text
    save(admin_client, report, title="青禾县召开春耕会议")
    assert Revision.objects.count() == 1

    response = admin_client.post(change_url(obj), opened_by_the_second)
    assert errors_of(response) == {"__all__"}
    assert Report.objects.get().title == "青禾县召开春耕会议" and Revision.objects.count() == 1

    again = filled_in(response)
    assert again.items() >= change.items()
    assert admin_client.post(change_url(obj), again).status_code == 302
    assert Revision.objects.count() == 2


def test_keywords_are_words_on_a_line(admin_client):
    report = make_full_report()
    save(admin_client, report, keywords="春耕、种子，农机 雨水")
    report.refresh_from_db()
    assert report.keywords == ["春耕", "种子", "农机", "雨水"]


def test_a_row_to_be_added_shows_no_position_of_its_own(admin_client):
    response = admin_client.get(change_url(make_full_report()))
    empty = {i.formset.prefix: i.formset.empty_form for i in response.context["inline_admin_formsets"]}
    for prefix in ("section_set", "statement_set", "photo_set", "contribution_set"):
        assert empty[prefix]["position"].value() is None


def test_flags_stand_above_the_fields_of_the_report(admin_client):
    page = admin_client.get(change_url(make_full_report())).content.decode()
    assert page.count('id="flag_set-group"') == page.count('id="section_set-group"') == 1
    assert page.index('id="flag_set-group"') < page.index('id="id_title"') < page.index('id="section_set-group"')


def test_the_log_names_changed_parts_as_they_are_shown(admin_client):
    report = make_full_report()
    make_section(report, "抢抓农时")
    changes = {"section_set-0-text": "改过的正文。", "section_set-1-DELETE": "on", "flag_set-0-status": "ignored"}
    section, flag = report.section_set.first(), report.flag_set.get()
    assert save(admin_client, report, **changes).status_code == 302
    log = json.loads(LogEntry.objects.latest("pk").change_message)
    logged = [entry["object"] for change in log for entry in change.values()]
    assert {str(section), "抢抓农时", str(flag)} == set(logged)


def test_a_section_is_deleted_with_its_statements_but_not_with_one_that_moves_out(admin_client):
    report = make_report()
    goes, stays = make_statement(report, "删掉的话。"), make_statement(report, "留下的话。")
    other = make_section(report, "抢抓农时")
    changes = {
        "section_set-0-DELETE": "on",
        "statement_set-0-text": "改过也删掉。",
        "statement_set-0-DELETE": "on",
        "statement_set-1-section": other.pk,
    }
    assert save(admin_client, report, **changes).status_code == 302
    assert list(Statement.objects.all()) == [stays]
    assert not Statement.objects.filter(pk=goes.pk).exists()
    assert list(report.section_set.all()) == [other]


def test_a_missed_report_is_added_behind_the_others_of_its_page_and_found(admin_client):
    first = make_report(position=4)
    data = {"status": "draft", "title": "漏掉的报道", "source": first.source_id}
    for prefix in ("contribution_set", "section_set", "photo_set"):
        data |= {f"{prefix}-TOTAL_FORMS": "0", f"{prefix}-INITIAL_FORMS": "0"}
    data |= {"section_set-TOTAL_FORMS": "1", "section_set-0-level": "0", "section_set-0-text": "油菜花开了。"}
    assert admin_client.post(reverse("admin:articles_report_add"), data).status_code == 302
    added = Report.objects.get(title="漏掉的报道")
    assert (added.position, added.imported) == (5, {})
    response = admin_client.get(list_url("report"), {"q": "油菜花"})
    assert list(response.context["cl"].queryset) == [added]


def test_flags_are_settled_on_the_page_of_their_report(admin_client, admin_user):
    report = make_full_report()
    assert save(admin_client, report, **{"flag_set-0-status": "resolved"}).status_code == 302
    flag = Flag.objects.get()
    assert (flag.status, flag.settled_by) == ("resolved", admin_user)
    assert flag.settled_at
    assert not Revision.objects.exists()


def test_the_raw_text_stands_beside_the_report_with_its_spans_marked(admin_client):
    text = "<script>alert(1)</script>标题甲正文甲标题乙"
    spans = [
        [0, 25, "furniture", None, 0],
        [25, 28, "title", 0, 1],
        [28, 31, "paragraph", 0, 2],
        [31, 34, "title", 1, 3],
    ]
    report = make_report(source=make_source(text, spans=spans))
    page = admin_client.get(change_url(report)).content.decode()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;<mark" in page
    assert page.count('class="span-title"') == 2  # in the legend and in the text
    assert ">正文甲</mark>标题乙</div>" in page


def test_a_report_of_which_the_ledger_says_nothing_is_edited_beside_the_plain_text(admin_client):
    report = make_report(source=make_source("没有台账的原文"))
    page = admin_client.get(change_url(report)).content.decode()
    assert ">没有台账的原文</div>" in page


def test_the_paragraphs_of_a_section_lead_to_their_raw_lines(admin_client):
    pieces = [
        ("春耕开\n始了。\n", "paragraph", 0, 0),
        ("田间播种。\n", "caption", 0, 1),
        ("种子备齐了。", "paragraph", 0, 2),
    ]
    source = source_of(*pieces)
    source.save()
    report = make_report(source=source, paragraphs=["种子备齐了。", "春耕开始啦。"])
    make_section(report, "抢抓农时", ["春耕开始了。"])
    page = admin_client.get(change_url(report)).content.decode()
    for start in (0, 14):
        assert page.count(f'href="#raw-{start}"') == page.count(f'id="raw-{start}"') == 1
    assert re.search(r'#raw-14">种子备齐了。</a>', page)
    assert re.search(r'<li>春耕开始啦。 <span class="edited">', page)
    assert page.count('class="edited"') == 1


def test_a_report_of_which_the_ledger_says_nothing_has_no_raw_lines(admin_client):
    page = admin_client.get(change_url(make_report())).content.decode()
    assert "春耕开始了。" in page and 'class="raw-lines"' not in page


def test_a_report_takes_the_same_number_of_queries_for_any_number_of_sections(
    admin_client, django_assert_num_queries, django_assert_max_num_queries
):
    source = source_of(("春耕开始了。", "paragraph", 0, 0))
    source.save()
    report = make_report(source=source)
    with django_assert_max_num_queries(30) as few:
        admin_client.get(change_url(report))
    for number in range(5):
        make_section(report, f"之{number}")
    with django_assert_num_queries(len(few)):
        assert admin_client.get(change_url(report)).content.decode().count('class="raw-lines"') == 6


def test_staff_who_may_only_view_can_change_nothing(client, staff):
    report = make_full_report(status="draft")
    client.force_login(staff("view_report", "view_section", "view_statement", "view_flag", "view_photo"))
    response = client.get(change_url(report))
    assert response.status_code == 200
    assert report.title in response.content.decode()
    assert 'name="title"' not in response.content.decode()
    assert client.post(change_url(report), {"title": "改掉"}).status_code == 403
    act(client, "report", "publish", [report])
    report.refresh_from_db()
    assert (report.status, report.title) == ("draft", "青禾县召开春耕会议")


def test_staff_without_a_right_to_statements_cannot_change_them_with_the_report(client, staff):
    report = make_full_report()
    client.force_login(staff("change_report", "change_section", "view_section", "view_statement"))
    words = Statement.objects.get().text
    response = save(client, report, title="改过的题目", **{"statement_set-0-text": "改掉。"})
    assert response.status_code == 302
    report.refresh_from_db()
    assert (report.title, Statement.objects.get().text) == ("改过的题目", words)


def test_the_history_of_a_report_leads_to_what_it_was(admin_client):
    report = make_full_report(title="青禾县召开春根会议")
    save(admin_client, report, title="青禾县召开春耕会议")
    revision = Revision.objects.get()
    history = admin_client.get(reverse("admin:articles_report_history", args=[report.pk])).content.decode()
    assert change_url(revision) in history
    page = admin_client.get(change_url(revision)).content.decode()
    assert re.search("<del>[^<]*青禾县召开春根会议</del>", page)
    assert re.search("<ins>[^<]*青禾县召开春耕会议</ins>", page)


def test_revisions_are_only_read(admin_client):
    report = make_full_report()
    save(admin_client, report, title="改过的题目")
    revision = Revision.objects.get()
    assert admin_client.post(change_url(revision), {}).status_code == 403
    assert admin_client.get(reverse("admin:articles_revision_add")).status_code == 403
    assert admin_client.post(reverse("admin:articles_revision_delete", args=[revision.pk])).status_code == 403


@pytest.mark.parametrize("part", ["section", "statement", "photo", "contribution"])
def test_a_part_edited_on_its_own_page_makes_a_revision_of_its_report(admin_client, admin_user, part):
    report = make_full_report()
    obj = {
        "section": report.section_set,
        "statement": Statement.objects,
        "photo": report.photo_set,
        "contribution": report.contribution_set,
    }[part].get()
    change = {
        "section": {"text": "改过的正文。"},
        "statement": {"text": "改过的话。"},
        "photo": {"caption": "改过的说明。"},
        "contribution": {"role": "摄影"},
    }[part]
    assert save(admin_client, obj).status_code == 302
    assert not Revision.objects.exists()
    assert save(admin_client, obj, **change).status_code == 302
    revision = Revision.objects.get()
    assert (revision.report, revision.user) == (report, admin_user)


def test_a_section_without_heading_cannot_have_a_level(admin_client):
    section = make_report().section_set.get()
    with pytest.raises(ValidationError):
        Section(report=section.report, level=1).full_clean()
    assert "heading" in errors_of(save(admin_client, section, level="1"))
