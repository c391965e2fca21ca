import pytest

from articles.editing import editing, merge_speakers, set_status, settle
from articles.models import Flag, Report, Revision, Speaker
from articles.search import Query, matching
from articles.snapshots import snapshot
from tests.make import make_report, make_section, make_source, make_speaker, make_statement

pytestmark = pytest.mark.django_db


def test_a_change_keeps_what_the_report_was_and_who_changed_it(admin_user):
    report = make_report("青禾县召开春根会议")
    before = snapshot(report)
    with editing([report], admin_user):
        Report.objects.filter(pk=report.pk).update(title="青禾县召开春耕会议")
    revision = Revision.objects.get()
    assert (revision.report, revision.user, revision.content) == (report, admin_user, before)
    assert before["title"] == "青禾县召开春根会议"


def test_a_block_that_changes_nothing_keeps_nothing(admin_user):
    report = make_report()
    with editing([report], admin_user):
        Report.objects.filter(pk=report.pk).update(confidence=0.5)
    assert not Revision.objects.exists()


def test_a_changed_report_is_found_by_its_new_words_at_once(admin_user):
    report = make_report("青禾县召开春根会议")
    with editing([report], admin_user):
        make_section(report, "抢抓农时")
    assert list(matching(Report.objects.all(), Query.parse("抢抓农时"))) == [report]
    assert Report.objects.get().updated_at > report.updated_at


def test_a_block_that_fails_changes_nothing(admin_user):
    report = make_report("青禾县召开春耕会议")
    with pytest.raises(RuntimeError), editing([report], admin_user):
        Report.objects.update(title="别的题目")
        raise RuntimeError
    assert Report.objects.get().title == "青禾县召开春耕会议"
    assert not Revision.objects.exists()


def test_what_was_imported_is_left_alone_so_that_an_edited_report_can_be_told(admin_user):
    report = make_report()
    Report.objects.update(imported=snapshot(report))
    with editing([report], admin_user):
        Report.objects.update(title="改过的题目")
    stored = Report.objects.get()
    assert stored.imported["title"] == "青禾县召开春耕会议"
    assert snapshot(stored) != stored.imported


def test_only_reports_with_a_title_are_published():
    titled, untitled = make_report(status="draft"), make_report("", status="draft")
    changed, refused = set_status(Report.objects.all(), Report.Status.PUBLISHED)
    assert (changed, refused) == ([titled.pk], 1)
    untitled.refresh_from_db()
    assert untitled.status == "draft"


def test_reopening_a_flag_forgets_who_settled_it(admin_user):
    flag = Flag.objects.create(source=make_source(), code="no_title", key="1")
    assert settle(Flag.objects.all(), "resolved", admin_user) == 1
    flag.refresh_from_db()
    assert (flag.settled_by, flag.settled_at is None) == (admin_user, False)
    assert settle(Flag.objects.all(), "resolved", admin_user) == 0
    assert settle(Flag.objects.all(), "open", admin_user) == 1
    flag.refresh_from_db()
    assert (flag.settled_by, flag.settled_at) == (None, None)


def test_merging_moves_statements_and_keeps_what_is_printed():
    target, other = make_speaker("苏晚晴"), make_speaker("苏晚睛", other_names="小苏")
    statement = make_statement(make_report(), speaker=other)
    merge_speakers(Speaker.objects.filter(pk=other.pk), target, None)
    statement.refresh_from_db()
    other.refresh_from_db()
    assert (statement.speaker, statement.name) == (target, "苏晚睛")
    assert other.merged_into == target
    assert target.other_names.splitlines() == ["苏晚睛", "小苏"]


def make_same_name_flag(name, key):
    return Flag.objects.create(source=make_source(), code="same_name", detail=f"{name}（种粮大户）", key=key)


def test_merging_answers_whether_two_of_a_name_are_one(admin_user):
    target, other = make_speaker("苏晚晴"), make_speaker("苏晚晴")
    asked = make_same_name_flag("苏晚晴", "1")
    others = [make_same_name_flag("苏晚", "2"), make_same_name_flag("苏晚晴川", "3")]
    others.append(Flag.objects.create(source=make_source(), code="truncated", detail="苏晚晴（种粮大户）", key="4"))
    merge_speakers(Speaker.objects.filter(pk=other.pk), target, admin_user)
    asked.refresh_from_db()
    assert (asked.status, asked.settled_by) == ("resolved", admin_user)
    assert set(Flag.objects.open()) == set(others)


def test_merging_leaves_the_question_open_while_somebody_else_bears_the_name(admin_user):
    first, second, third = (make_speaker("苏晚晴") for _ in range(3))
    make_same_name_flag("苏晚晴", "1")
    merge_speakers(Speaker.objects.filter(pk=second.pk), first, admin_user)
    assert Flag.objects.open().count() == 1
    merge_speakers(Speaker.objects.filter(pk=third.pk), first, admin_user)
    assert not Flag.objects.open().exists()


def test_a_flag_that_was_ignored_stays_so_when_speakers_are_merged(admin_user):
    target, other = make_speaker("苏晚晴"), make_speaker("苏晚晴")
    make_same_name_flag("苏晚晴", "1")
    settle(Flag.objects.all(), Flag.Status.IGNORED, None)
    merge_speakers(Speaker.objects.filter(pk=other.pk), target, admin_user)
    assert (Flag.objects.get().status, Flag.objects.get().settled_by) == ("ignored", None)


def test_whoever_was_merged_into_a_merged_speaker_follows():
    first, second, third = (make_speaker(name) for name in ("苏晚", "苏晚睛", "苏晚晴"))
    merge_speakers(Speaker.objects.filter(pk=first.pk), second, None)
    merge_speakers(Speaker.objects.filter(pk=second.pk), third, None)
    assert set(Speaker.objects.filter(merged_into=third)) == {first, second}


def test_merging_into_a_merged_speaker_leads_to_the_last_one():
    first, second, third = (make_speaker(name) for name in ("苏晚", "苏晚睛", "苏晚晴"))
    merge_speakers(Speaker.objects.filter(pk=second.pk), third, None)
    statement = make_statement(make_report(), speaker=first)
    second.refresh_from_db()
    assert merge_speakers(Speaker.objects.filter(pk=first.pk), second, None) == third
    statement.refresh_from_db()
    assert statement.speaker == third
