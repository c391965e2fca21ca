"""What becomes of text that an import gave to no report when an editor gives it to one."""

import pytest

from articles import giving
from articles.archive import store
from articles.giving import LedgerChanged, give
from articles.models import Flag, Report, Revision
from articles.provenance import loose_blocks, paragraph_places
from articles.search import Query, matching
from tests.make import make_photo, make_report, make_section, make_source
from tests.spans import source_of

pytestmark = pytest.mark.django_db


def make_page(**fields):
    """Make a page with one report and, of no report, a line of furniture, a headline and a paragraph of two lines."""
    source = source_of(
        ("春耕开始了。\n", "paragraph", 0, 0),
        ("第三版\n", "furniture", None, 1),
        ("油菜 花开\n", "furniture", None, 2),
        ("油菜花节昨天\n", "unassigned", None, 3),
        ("开幕。\n", "unassigned", None, 3),
    )
    source.save()
    for code, start, end in (("headline_without_report", 11, 16), ("unassigned", 17, 27)):
        Flag.objects.create(source=source, code=code, key=f"{code}:{start}", start=start, end=end)
    return make_report("青禾县", source=source, **fields)


def places(report, *numbers):
    return [block.place for block in loose_blocks(report.source) if block.number in numbers]


def stored(report):
    return Report.objects.get(pk=report.pk)


def assert_same_partition(before, after):
    assert [(start, end, number) for start, end, *_, number in after] == [
        (start, end, number) for start, end, *_, number in before
    ]


def test_a_paragraph_goes_behind_the_last_one_and_is_found_in_the_raw_text(admin_user):
    report = make_page()
    make_section(report, "抢抓农时", ["农机下田。"])
    spans = report.source.spans
    give(report.source, places(report, 3), report, "paragraph", admin_user)
    report = stored(report)
    assert report.section_set.get(heading="抢抓农时").paragraphs == ["农机下田。", "油菜花节昨天开幕。"]
    assert paragraph_places(report.source, 0)["油菜花节昨天开幕。"] == [17]
    assert_same_partition(spans, report.source.spans)
    assert [span[2:4] for span in report.source.spans][:3] == [span[2:4] for span in spans][:3]
    assert list(matching(Report.objects.all(), Query.parse("油菜花节"))) == [report]


def test_the_change_is_a_revision_of_that_editor(admin_user):
    report = make_page()
    give(report.source, places(report, 3), report, "paragraph", admin_user)
    revision = Revision.objects.get()
    assert (revision.report, revision.user) == (report, admin_user)
    assert revision.content["sections"][0]["paragraphs"] == ["春耕开始了。"]


def test_a_report_without_text_gets_a_section(admin_user):
    report = make_page()
    report.section_set.all().delete()
    give(report.source, places(report, 3), report, "paragraph", admin_user)
    assert report.section_set.get().paragraphs == ["油菜花节昨天开幕。"]


def test_several_stretches_are_given_in_the_order_of_the_page(admin_user):
    report = make_page()
    give(report.source, places(report, 3, 2), report, "paragraph", admin_user)
    assert report.section_set.get().paragraphs[1:] == ["油菜花开", "油菜花节昨天开幕。"]
    assert Revision.objects.count() == 1


def test_a_caption_becomes_the_last_photo(admin_user):
    report = make_page()
    make_photo(report)
    give(report.source, places(report, 3), report, "caption", admin_user)
    assert [photo.caption for photo in report.photo_set.order_by("position")][1:] == ["油菜花节昨天开幕。"]


@pytest.mark.parametrize("role", ["title", "kicker", "subtitle", "byline"])
def test_a_line_keeps_its_phrases_and_goes_behind_what_the_report_has(admin_user, role):
    report = make_page(**({} if role == "title" else {role: "青禾县"}))
    give(report.source, places(report, 2), report, role, admin_user)
    assert getattr(stored(report), role) == "青禾县 油菜 花开"
    assert stored(report).source.spans[2][2:4] == [role, 0]


def test_a_report_without_a_title_gets_one(admin_user):
    report = make_page()
    Report.objects.update(title="", status="draft")
    give(report.source, places(report, 2), report, "title", admin_user)
    assert stored(report).title == "油菜 花开"


def test_just_the_flag_that_asked_for_it_is_settled(admin_user):
    report = make_page()
    give(report.source, places(report, 2), report, "title", admin_user)
    headline, unassigned = Flag.objects.order_by("start")
    assert (headline.status, headline.settled_by) == ("resolved", admin_user)
    assert unassigned.status == "open"


def test_what_an_import_could_not_place_is_given_to_a_report_added_by_hand(admin_user):
    store("page.txt", "\n\n（上接第一版）\n".encode())
    flag = Flag.objects.get(code="unassigned")
    report = make_report(source=flag.source)
    give(flag.source, [block.place for block in loose_blocks(flag.source)], report, "paragraph", admin_user)
    assert report.section_set.get().paragraphs[-1] == "（上接第一版）"
    flag.refresh_from_db()
    assert flag.status == "resolved"
    assert not loose_blocks(stored(report).source)


def test_text_that_has_found_its_place_meanwhile_is_not_given_twice(admin_user):
    report = make_page()
    seen = places(report, 2, 3)
    give(report.source, places(report, 3), report, "paragraph", admin_user)
    with pytest.raises(LedgerChanged):
        give(report.source, seen, report, "paragraph", admin_user)
    assert report.section_set.get().paragraphs == ["春耕开始了。", "油菜花节昨天开幕。"]
    assert Revision.objects.count() == 1


def test_a_report_of_another_page_is_given_nothing(admin_user):
    report, other = make_page(), make_report("别处的报道", source=make_source())
    with pytest.raises(Report.DoesNotExist):
        give(report.source, places(report, 3), other, "paragraph", admin_user)
    assert places(report, 3) == [block.place for block in loose_blocks(stored(report).source) if block.number == 3]


def test_a_failure_in_the_middle_gives_nothing(admin_user, monkeypatch):
    report = make_page()

    def fail(*_):
        raise RuntimeError

    monkeypatch.setattr(giving, "settle", fail)
    with pytest.raises(RuntimeError):
        give(report.source, places(report, 3), report, "paragraph", admin_user)
    assert stored(report).source.spans == report.source.spans
    assert report.section_set.get().paragraphs == ["春耕开始了。"]
    assert not Revision.objects.exists()
