"""The statements of a report, edited on its page."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Report, Revision, Statement
from articles.search import Query, index_reports, walk
from tests.admin.pages import change_url, errors_of, filled_in, save
from tests.make import make_report, make_section, make_speaker, make_statement

pytestmark = pytest.mark.django_db


def new_statement(section, **fields):
    values = {
        "section": section.pk,
        "kind": "direct",
        "text": "雨水充足。",
        "name": "",
        "office": "村民",
        "speaker": "",
    }
    return {
        "statement_set-TOTAL_FORMS": "1",
        **{f"statement_set-0-{name}": value for name, value in {**values, "position": "", **fields}.items()},
    }


def test_a_statement_is_added_to_a_section_of_the_report(admin_client):
    report = make_report()
    section, speaker = report.section_set.get(), make_speaker()
    response = save(admin_client, report, **new_statement(section, name="苏晚晴", speaker=speaker.pk))
    assert response.status_code == 302
    statement = Statement.objects.get()
    assert (statement.section, statement.speaker, statement.text) == (section, speaker, "雨水充足。")
    assert Revision.objects.get().content["sections"][0]["statements"] == []


def test_a_row_without_a_position_goes_to_the_end(admin_client):
    report = make_report()
    make_statement(report, "第一句。")
    fields = new_statement(report.section_set.get(), text="第二句。")
    fields = {name.replace("-0-", "-1-"): value for name, value in fields.items()}
    assert save(admin_client, report, **{**fields, "statement_set-TOTAL_FORMS": "2"}).status_code == 302
    assert list(Statement.objects.values_list("text", flat=True)) == ["第一句。", "第二句。"]
    first, second = Statement.objects.all()
    assert second.position > first.position


def test_a_statement_is_changed_and_moved_to_another_section(admin_client):
    report = make_report()
    statement, other = make_statement(report), make_section(report, "抢抓农时")
    changes = {"statement_set-0-text": "改过的话。", "statement_set-0-section": other.pk}
    assert save(admin_client, report, **changes).status_code == 302
    statement.refresh_from_db()
    assert (statement.text, statement.section) == ("改过的话。", other)


def warnings(client, response):
    page = client.get(response.url)
    return [str(message) for message in page.context["messages"] if message.level_tag == "warning"]


@pytest.mark.parametrize("page", ["report", "section", "statement"])
def test_a_save_tells_which_statements_no_longer_stand_in_the_text(admin_client, page):
    report = make_report()
    statement = make_statement(report, "种子已经备齐。")
    make_statement(report, "雨水也充足。")
    obj, change = {
        "report": (report, {"section_set-0-text": "“雨水也充足。”"}),
        "section": (statement.section, {"text": "“雨水也充足。”"}),
        "statement": (statement, {"text": "种子早已备齐。"}),
    }[page]
    assert warnings(admin_client, save(admin_client, obj)) == []
    (warning,) = warnings(admin_client, save(admin_client, obj, **change))
    statement.refresh_from_db()
    assert statement.text in warning and "雨水" not in warning


def test_a_statement_that_never_stood_in_the_text_is_stored_with_a_warning(admin_client):
    report = make_report()
    (warning,) = warnings(admin_client, save(admin_client, report, **new_statement(report.section_set.get())))
    assert Statement.objects.get().text in warning


def test_a_new_statement_is_taken_to_be_direct_and_in_the_first_section(admin_client):
    report = make_report()
    make_section(report, "抢抓农时")
    response = admin_client.get(change_url(report))
    (empty,) = [
        inline.formset.empty_form
        for inline in response.context["inline_admin_formsets"]
        if inline.formset.model is Statement
    ]
    chosen = [re.search(r'value="(\w+)" selected', str(empty[name]))[1] for name in ("section", "kind")]
    assert chosen == [str(report.section_set.first().pk), "direct"]


def test_a_statement_is_deleted(admin_client):
    report = make_report()
    make_statement(report)
    assert save(admin_client, report, **{"statement_set-0-DELETE": "on"}).status_code == 302
    assert not Statement.objects.exists()
    assert Revision.objects.get().content["sections"][0]["statements"]


def test_a_save_costs_the_same_queries_however_many_statements_stay_as_they_are(admin_client):
    def queries(count):
        report, speaker = make_report(), make_speaker()
        for number in range(count):
            make_statement(report, f"第{number}句。", speaker=speaker)
        form = filled_in(admin_client.get(change_url(report)))
        with CaptureQueriesContext(connection) as context:
            assert admin_client.post(change_url(report), {**form, "title": "青禾县春耕会议"}).status_code == 302
        return len(context)

    queries(1)
    assert queries(12) == queries(2)


@pytest.mark.parametrize("field", ["text", "section", "kind"])
def test_a_statement_may_not_be_emptied(admin_client, field):
    report = make_report()
    make_statement(report)
    assert errors_of(save(admin_client, report, **{f"statement_set-0-{field}": ""})) == {field}


def test_a_statement_cannot_go_to_a_section_of_another_report(admin_client):
    report, foreign = make_report(), make_report("别处的报道").section_set.get()
    statement = make_statement(report)
    response = save(admin_client, report, **{"statement_set-0-section": foreign.pk})
    assert errors_of(response) == {"section"}
    response = save(admin_client, make_report(), **new_statement(foreign))
    assert errors_of(response) == {"section"}
    statement.refresh_from_db()
    assert statement.section.report == report
    assert not foreign.statement_set.exists()


def test_a_statement_of_another_report_cannot_be_changed_from_here(admin_client):
    report, foreign = make_report(), make_statement(make_report("别处的报道"))
    make_statement(report)
    save(admin_client, report, **{"statement_set-0-id": foreign.pk, "statement_set-0-text": "改掉。"})
    foreign.refresh_from_db()
    assert foreign.text != "改掉。"


def test_a_section_is_not_deleted_with_statements_that_stay_in_it(admin_client):
    report = make_report()
    statement, other = make_statement(report), make_section(report, "抢抓农时")
    delete = {"section_set-0-DELETE": "on"}
    response = save(admin_client, report, **delete)
    assert response.status_code == 200
    assert Statement.objects.get().section == statement.section
    assert save(admin_client, report, **delete, **{"statement_set-0-section": other.pk}).status_code == 302
    statement.refresh_from_db()
    assert list(report.section_set.all()) == [statement.section] == [other]


def test_a_section_is_deleted_together_with_its_statements_where_both_are_asked_for(admin_client):
    report = make_report()
    make_statement(report)
    make_section(report, "抢抓农时")
    deleted = {"section_set-0-DELETE": "on", "statement_set-0-DELETE": "on"}
    assert save(admin_client, report, **deleted).status_code == 302
    assert not Statement.objects.exists()
    assert report.section_set.count() == 1


@pytest.mark.parametrize("page", ["report", "statement"])
def test_who_is_found_to_say_something_is_who_was_chosen_last(admin_client, page):
    before, chosen = make_speaker("苏晚晴"), make_speaker("陆江远")
    report = make_report()
    statement = make_statement(report, "水库修好了。", speaker=before)
    index_reports([report])
    if page == "report":
        save(admin_client, report, **{"statement_set-0-speaker": chosen.pk})
    else:
        save(admin_client, statement, speaker=chosen.pk)
    for rows in (Report.objects.all(), Statement.objects.all()):
        assert len(walk(rows, Query.parse("水库 发言人:陆江远"), 9)) == 1
        assert walk(rows, Query.parse("水库 发言人:苏晚晴"), 9) == []
