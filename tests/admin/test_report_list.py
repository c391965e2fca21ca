import pytest
from django.contrib.admin.models import LogEntry

from articles.models import Flag, Report
from articles.search import index_reports
from tests.admin.make import make_full_report
from tests.admin.pages import act, list_url
from tests.make import make_contribution, make_report, make_source

pytestmark = pytest.mark.django_db


def test_the_list_shows_open_flags_and_searches_every_text(admin_client):
    flagged, plain = make_full_report(), make_report("油菜花节开幕")
    index_reports([flagged, plain])
    response = admin_client.get(list_url("report"), {"q": "种子备齐"})
    assert [(r.pk, r.open_flags) for r in response.context["cl"].result_list] == [(flagged.pk, 1)]
    for query, found in (("yes", [flagged]), ("no", [plain])):
        response = admin_client.get(list_url("report"), {"flags": query})
        assert list(response.context["cl"].result_list) == found


def test_the_list_is_narrowed_by_year_month_and_unknown_date(admin_client):
    may, june = (make_report(event_date=day) for day in ("2025-05-01", "2025-06-01"))
    old, unknown = make_report(published_on="2024-05-01"), make_report()

    def found(value):
        return list(admin_client.get(list_url("report"), {"date": value}).context["cl"].result_list)

    assert found("2025") == [june, may]
    assert found("2025-05") == [may]
    assert found("2024") == [old]
    assert found("unknown") == [unknown]
    for nonsense in ("昨天", "0000", "2025-13", "２０２５"):
        assert admin_client.get(list_url("report"), {"date": nonsense}).status_code == 302


@pytest.mark.parametrize(
    "name", ["report", "section", "statement", "photo", "contribution", "flag", "source", "speaker"]
)
def test_lists_take_the_same_number_of_queries_for_any_number_of_rows(
    admin_client, name, django_assert_num_queries, django_assert_max_num_queries
):
    make_full_report()
    with django_assert_max_num_queries(30) as few:
        assert admin_client.get(list_url(name)).status_code == 200
    for number in range(5):
        report = make_full_report(source=make_source(newspaper="云岭日报"))
        make_contribution(report, f"江暮{number}")
    with django_assert_num_queries(len(few)):
        response = admin_client.get(list_url(name))
    assert len(response.context["cl"].result_list) >= 6


def test_reports_are_published_withdrawn_and_made_drafts_again(admin_client, admin_user):
    reports = [make_report(status="draft"), make_report("", status="draft")]
    response = act(admin_client, "report", "publish", reports)
    assert len(response.context["messages"]) == 2
    assert [r.status for r in Report.objects.order_by("pk")] == ["published", "draft"]
    act(admin_client, "report", "withdraw", reports)
    assert [r.status for r in Report.objects.order_by("pk")] == ["withdrawn", "withdrawn"]
    act(admin_client, "report", "back_to_draft", reports)
    assert [r.status for r in Report.objects.order_by("pk")] == ["draft", "draft"]
    assert LogEntry.objects.filter(user=admin_user).count() == 5


def test_publishing_tells_how_many_of_the_published_have_open_flags(admin_client):
    flagged = [make_full_report(status="draft") for _ in range(2)]
    for report in flagged:
        Flag.objects.create(source=report.source, report=report, code="truncated", key="second")
    settled, public = make_full_report(status="draft"), make_full_report()
    settled.flag_set.update(status="resolved")
    response = act(admin_client, "report", "publish", [*flagged, settled, public])
    done, warning = response.context["messages"]
    assert ("3" in str(done), "2" in str(warning), warning.level_tag) == (True, True, "warning")
    assert len(act(admin_client, "report", "withdraw", flagged).context["messages"]) == 1


def test_publishing_what_has_no_open_flags_warns_of_nothing(admin_client):
    report = make_full_report(status="draft")
    report.flag_set.update(status="ignored")
    assert len(act(admin_client, "report", "publish", [report]).context["messages"]) == 1


def test_reports_are_published_from_a_search(admin_client):
    report = make_report(status="draft")
    index_reports([report])
    admin_client.post(f"{list_url('report')}?q=春耕", {"action": "publish", "_selected_action": [report.pk]})
    report.refresh_from_db()
    assert report.status == "published"
