import pytest
from django.urls import reverse

from articles.models import Contributor, Flag, Revision, Source, Speaker
from tests.admin.pages import act, change_url, list_url, save
from tests.make import make_contribution, make_report, make_source, make_speaker, make_statement

pytestmark = pytest.mark.django_db


def make_flag(**fields):
    report = make_report()
    number = str(Flag.objects.count())
    return Flag.objects.create(
        **{"source": report.source, "report": report, "code": "no_title", "key": number, **fields}
    )


def shown(response):
    return list(response.context["cl"].result_list)


def test_the_queue_shows_open_flags_until_something_else_is_asked_for(admin_client):
    waiting, done = make_flag(), make_flag(status="resolved")
    assert shown(admin_client.get(list_url("flag"))) == [waiting]
    assert shown(admin_client.get(list_url("flag"), {"status": "resolved"})) == [done]
    assert shown(admin_client.get(list_url("flag"), {"status": "all"})) == [done, waiting]


@pytest.mark.parametrize(("action", "status"), [("resolve", "resolved"), ("ignore", "ignored")])
def test_flags_are_settled_by_an_action(admin_client, admin_user, action, status):
    flag = make_flag()
    act(admin_client, "flag", action, [flag])
    flag.refresh_from_db()
    assert (flag.status, flag.settled_by) == (status, admin_user)
    assert flag.settled_at


def test_flags_are_reopened_by_an_action(admin_client):
    flag = make_flag(status="ignored")
    admin_client.post(f"{list_url('flag')}?status=all", {"action": "reopen", "_selected_action": [flag.pk]})
    flag.refresh_from_db()
    assert (flag.status, flag.settled_by) == ("open", None)


def test_a_flag_settled_by_its_form_records_who_and_when_once(admin_client, admin_user):
    flag = make_flag(start=0, end=1)
    assert save(admin_client, flag, status="ignored").status_code == 302
    flag.refresh_from_db()
    settled_at = flag.settled_at
    assert (flag.status, flag.settled_by) == ("ignored", admin_user)
    save(admin_client, flag)
    flag.refresh_from_db()
    assert flag.settled_at == settled_at


def test_a_flag_shows_the_raw_text_that_it_points_at(admin_client):
    source = make_source("<b>春耕开始了</b>")
    flag = make_flag(source=source, report=None, start=3, end=5)
    page = admin_client.get(change_url(flag)).content.decode()
    assert '&lt;b&gt;<mark class="span-unassigned">春耕</mark>开始了' in page


def test_a_flag_of_a_name_shows_the_others_who_bear_it_with_their_offices_and_reports(admin_client):
    here, other, merged, stranger = (make_speaker(name) for name in ("苏晚晴", "苏晚晴", "苏晚晴", "程远"))
    Speaker.objects.filter(pk=merged.pk).update(merged_into=make_speaker("苏晚睛"))
    flag = make_flag(code="same_name", detail="苏晚晴（种粮大户）")
    make_statement(flag.report, speaker=here, office="种粮大户")
    elsewhere = make_statement(make_report("油菜花节开幕"), speaker=other, office="文旅局局长").section.report
    page = admin_client.get(change_url(flag)).content.decode()
    for shown in (other, Speaker.objects.get(name="苏晚睛"), elsewhere):
        assert f'href="{change_url(shown)}"' in page
    assert "文旅局局长" in page and f"{list_url('speaker')}?q=" in page
    for hidden in (here, merged, stranger):
        assert change_url(hidden) not in page


def test_a_flag_of_a_duplicate_shows_the_other_reports_of_the_title_with_source_and_date(admin_client):
    flag = make_flag(code="duplicate", detail="青禾县召开春耕会议")
    other = make_report(source=make_source(newspaper="青禾日报"), published_on="2025-04-28")
    different = make_report("油菜花节开幕")
    page = admin_client.get(change_url(flag)).content.decode()
    for shown in (other, other.source):
        assert f'href="{change_url(shown)}"' in page
    assert "青禾日报" in page and "2025-04-28" in page
    assert page.count(f'href="{change_url(flag.report)}"') == 1
    assert change_url(different) not in page


def test_a_flag_of_another_kind_has_no_other_side(admin_client):
    make_report()
    fields = admin_client.get(change_url(make_flag())).context["adminform"].fields
    assert not {"namesakes", "same_title"} & set(fields)


def test_flags_and_sources_are_not_added_by_hand(admin_client):
    for name in ("flag", "source"):
        assert admin_client.get(reverse(f"admin:articles_{name}_add")).status_code == 403


def test_what_has_an_address_or_keeps_the_record_is_not_deleted(admin_client):
    flag = make_flag()
    for obj in (flag, flag.source, flag.report, make_speaker()):
        name = obj._meta.model_name
        assert admin_client.post(reverse(f"admin:articles_{name}_delete", args=[obj.pk])).status_code == 403
        act(admin_client, name, "delete_selected", [obj], post="yes")
        assert type(obj).objects.filter(pk=obj.pk).exists()


def test_the_readings_of_a_source_are_corrected_but_not_its_bytes(admin_client):
    source = make_source("原文", spans=[[0, 2, "furniture", None, 0]])
    printed = {"sha256": "0", "encoding": "gb18030", "file_name": "x"}
    response = save(admin_client, source, newspaper="青禾日报", page="02", **printed)
    assert response.status_code == 302
    stored = Source.objects.get()
    assert (stored.newspaper, stored.page) == ("青禾日报", "02")
    for name in (*printed, "spans"):
        assert getattr(stored, name) == getattr(source, name)
    assert bytes(stored.raw) == source.raw


def test_a_source_shows_where_every_character_went(admin_client):
    spans = [[0, 2, "title", 0, 0], [2, 4, "furniture", None, 1]]
    report = make_report(source=make_source("题甲页眉", spans=spans))
    page = admin_client.get(change_url(report.source)).content.decode()
    assert f'<a id="raw-0" class="span-title" href="{change_url(report)}"' in page
    assert ">页眉</mark></div>" in page


def test_merging_asks_first_and_then_keeps_the_one_with_most_statements(admin_client):
    few, many = make_speaker("苏晚睛"), make_speaker("苏晚晴")
    report = make_report()
    statement = make_statement(report, speaker=few)
    for _ in range(2):
        make_statement(report, speaker=many)
    response = act(admin_client, "speaker", "merge", [few, many])
    assert response.context["speakers"] == [many, few]
    assert not Speaker.objects.filter(merged_into__isnull=False).exists()
    act(admin_client, "speaker", "merge", [few, many], confirmed="yes")
    few.refresh_from_db()
    assert few.merged_into == many
    statement.refresh_from_db()
    assert (statement.speaker, statement.name) == (many, "苏晚睛")
    assert not Revision.objects.exists()


def test_one_speaker_alone_is_not_merged(admin_client):
    speaker = make_speaker()
    merged = make_speaker(merged_into=speaker)
    act(admin_client, "speaker", "merge", [speaker, merged], confirmed="yes")
    speaker.refresh_from_db()
    assert speaker.merged_into is None


def test_a_speaker_merged_by_the_form_takes_the_statements_along(admin_client):
    target, other = make_speaker("苏晚晴"), make_speaker("苏晚睛")
    statement = make_statement(make_report(), speaker=other)
    assert save(admin_client, other, merged_into=target.pk).status_code == 302
    statement.refresh_from_db()
    assert statement.speaker == target


def test_a_speaker_shows_the_statements_with_their_reports(admin_client):
    speaker = make_speaker()
    statement = make_statement(make_report(), speaker=speaker)
    page = admin_client.get(change_url(speaker)).content.decode()
    assert change_url(statement) in page
    assert change_url(statement.section.report) in page


def test_namesakes_are_told_apart_by_their_office_and_merged_ones_are_not_suggested(admin_client):
    clerk, farmer = make_speaker("苏晚晴"), make_speaker("苏晚晴")
    make_speaker("苏晚晴", merged_into=clerk)
    make_statement(make_report(), speaker=clerk, office="青禾县农业农村局局长")
    make_statement(make_report(), speaker=farmer, office="种粮大户")
    query = {"app_label": "articles", "model_name": "statement", "field_name": "speaker", "term": "苏晚"}
    results = admin_client.get(reverse("admin:autocomplete"), query).json()["results"]
    assert {row["id"] for row in results} == {str(clerk.pk), str(farmer.pk)}
    assert any("种粮大户" in row["text"] for row in results)


def test_a_corrected_name_of_a_contributor_is_a_revision_of_every_report_signed(admin_client):
    reports = [make_report(), make_report()]
    for report in reports:
        make_contribution(report, "江幕云")
    assert save(admin_client, Contributor.objects.get(), name="江暮云").status_code == 302
    assert {revision.report for revision in Revision.objects.all()} == set(reports)
    assert {revision.content["authors"][0]["name"] for revision in Revision.objects.all()} == {"江幕云"}


@pytest.mark.parametrize(
    "name",
    ["report", "flag", "speaker", "statement", "section", "source", "contributor", "contribution", "photo", "revision"],
)
def test_every_list_can_be_searched(admin_client, name):
    assert admin_client.get(list_url(name), {"q": "春耕 “"}).status_code == 200


def test_the_desk_tells_how_many_flags_are_open_to_those_who_may_see_them(admin_client, client, staff):
    make_flag(), make_flag(), make_flag(status="resolved")
    page = admin_client.get(reverse("admin:index")).content.decode()
    row = page.partition('id="open-flags"')[2].partition("</tr>")[0]
    assert list_url("flag") in row and "<td>2</td>" in row
    client.force_login(staff("view_report"))
    assert 'id="open-flags"' not in client.get(reverse("admin:index")).content.decode()


def test_reports_and_flags_stand_first(admin_client):
    apps = admin_client.get(reverse("admin:index")).context["app_list"]
    assert apps[0]["app_label"] == "articles"
    assert [model["object_name"] for model in apps[0]["models"]][:3] == ["Report", "Flag", "Speaker"]
    assert len(apps[0]["models"]) == 10
