import pytest
from django.urls import reverse

from articles.importing.confidence import DOUBTS
from articles.models import Report
from tests.admin.pages import change_url, list_url
from tests.make import make_report

pytestmark = pytest.mark.django_db
QUEUE = {"queue": "drafts"}


def make_draft(confidence, *doubts, **fields):
    return make_report(status="draft", confidence=confidence, doubts=list(doubts), **fields)


def rows(response):
    return list(response.context["cl"].result_list)


def test_every_doubt_of_the_importer_has_a_name():
    assert set(Report.Doubt.values) == set(DOUBTS)


def test_the_queue_holds_the_drafts_with_the_least_certain_first(admin_client):
    sure, doubtful, worst = make_draft(1), make_draft(0.7, "short_body"), make_draft(0.2, "no_title", title="")
    make_report(confidence=0.1)
    response = admin_client.get(list_url("report"), QUEUE)
    assert rows(response) == [worst, doubtful, sure]
    assert '<th scope="col" class="sortable column-trust sorted ascending">' in response.content.decode()


def test_the_queue_gives_the_reasons_in_the_row(admin_client):
    make_draft(0.18, "no_title", "near_miss_heading")
    page = admin_client.get(list_url("report"), QUEUE).content.decode()
    row = page.partition('class="field-trust"')[2].partition("</td>")[0]
    assert "18%" in row
    assert str(Report.Doubt.NO_TITLE.label) in row and str(Report.Doubt.NEAR_MISS_HEADING.label) in row
    assert str(Report.Doubt.SHORT_BODY.label) not in row


def test_another_order_can_be_asked_for_in_the_queue(admin_client):
    first, second = make_draft(0.9, title="乙"), make_draft(0.2, title="甲")
    assert rows(admin_client.get(list_url("report"), {**QUEUE, "o": "-3"})) == [first, second]
    assert rows(admin_client.get(list_url("report"), {"o": "3"})) == [second, first]


def test_the_queue_is_in_order_for_those_who_may_only_look(client, staff):
    sure, worst = make_draft(1), make_draft(0.2, "no_title")
    client.force_login(staff("view_report"))
    assert rows(client.get(list_url("report"), QUEUE)) == [worst, sure]


def test_the_first_page_of_the_desk_leads_to_the_queue(admin_client):
    make_report()
    drafts = [make_draft(1), make_draft(0.5)]
    page = admin_client.get(reverse("admin:index")).content.decode()
    assert f'href="{list_url("report")}?queue=drafts"' in page
    assert f"<td>{len(drafts)}</td>" in page


def test_those_who_may_not_see_reports_are_not_led_to_the_queue(client, staff):
    client.force_login(staff("view_speaker"))
    response = client.get(reverse("admin:index"))
    assert response.status_code == 200
    assert "review-queue" not in response.content.decode()


def test_the_page_of_a_report_tells_how_far_the_import_trusts_it_and_why(admin_client):
    report = make_draft(0.56, "headline_choice", "a_doubt_of_long_ago")
    page = admin_client.get(change_url(report)).content.decode()
    assert "56%" in page
    assert str(Report.Doubt.HEADLINE_CHOICE.label) in page and "a_doubt_of_long_ago" in page
    assert 'name="confidence"' not in page and 'name="doubts"' not in page
