"""What becomes of a text in the archive, and of an editor's work when the text comes again."""

import hashlib

import pytest
from django.contrib.auth.models import User

from articles import archive, preparing
from articles.archive import reviewing, store, storing
from articles.editing import editing
from articles.importing import Unreadable
from articles.models import Contributor, Flag, Report, Revision, Section, Source, Speaker, Statement
from articles.snapshots import label, snapshot

pytestmark = pytest.mark.django_db

PAGE = """# 青禾县春耕全面展开

本报讯（记者 江暮云 通讯员 祁连山）3月8日，青禾县召开2024年春耕生产会议，部署全年粮食生产工作。

“今年全县的种子和化肥已经备足，农机也全部检修完毕。”青禾县农业农村局局长苏晚晴说。

苏晚晴表示，全县将组织两百名农技人员下乡，帮助农户解决难题。

# 柳河镇建成智慧灌溉系统

本报讯（记者 江暮云）3月6日，柳河镇智慧灌溉系统投入使用，覆盖农田三千亩。

柳河镇镇长段天佑介绍，系统每年可节水二十万立方米。
"""


def import_page(text=PAGE, **options):
    return store("page.md", text.encode(), **options)


def parser_that_finds(monkeypatch, change):
    """Make the importer a later version whose page is changed by a function."""
    original = preparing.parse

    def parse(text):
        page = original(text)
        change(page)
        return page

    monkeypatch.setattr(preparing, "parse", parse)
    for module in (preparing, reviewing):
        monkeypatch.setattr(module, "VERSION", "later")


def edit(report, **fields):
    """Change a report as an editor does."""
    with editing([report], User.objects.get_or_create(username="editor")[0]):
        Report.objects.filter(pk=report.pk).update(**fields)


def test_a_page_becomes_a_source_with_its_reports_as_drafts():
    outcome = import_page()

    assert (outcome.files, outcome.created, outcome.characters) == (1, 2, len(PAGE))
    source = Source.objects.get()
    assert bytes(source.raw).decode() == source.text == PAGE
    assert source.sha256 == hashlib.sha256(PAGE.encode()).hexdigest()
    assert (source.spans[0][0], source.spans[-1][1]) == (0, len(PAGE))
    first, second = Report.objects.order_by("position")
    assert (first.title, first.status) == ("青禾县春耕全面展开", "draft")
    assert str(first.event_date) == "2024-03-08"
    assert second.title == "柳河镇建成智慧灌溉系统"
    assert first.keywords
    assert list(Contributor.objects.values_list("name", flat=True).order_by("name")) == ["江暮云", "祁连山"]
    said = Statement.objects.filter(section__report=first)
    assert [(s.kind, s.name, s.office) for s in said] == [
        ("direct", "苏晚晴", "青禾县农业农村局局长"),
        ("indirect", "苏晚晴", "青禾县农业农村局局长"),
    ]
    assert Speaker.objects.filter(name="苏晚晴").count() == 1


def test_publish_makes_new_reports_public():
    import_page(publish=True)
    assert set(Report.objects.values_list("status", flat=True)) == {"published"}


def test_publish_does_not_publish_what_an_editor_withdrew():
    import_page(publish=True)
    Report.objects.update(status="withdrawn")
    import_page(publish=True)
    assert set(Report.objects.values_list("status", flat=True)) == {"withdrawn"}


def test_importing_the_same_bytes_again_changes_nothing():
    import_page()
    before = [list(model.objects.order_by("pk").values()) for model in (Source, Report, Section, Statement, Flag)]
    outcome = import_page()
    assert (outcome.created, outcome.updated, outcome.unchanged, outcome.kept) == (0, 0, 2, 0)
    assert [list(m.objects.order_by("pk").values()) for m in (Source, Report, Section, Statement, Flag)] == before


def test_a_dry_run_tells_what_would_happen_and_writes_nothing():
    outcome = import_page(dry_run=True)
    assert outcome.created == 2
    assert not Source.objects.exists() and not Report.objects.exists() and not Speaker.objects.exists()


def test_an_edited_report_is_kept_and_the_difference_flagged_once():
    import_page()
    report = Report.objects.get(position=0)
    edit(report, title="青禾县春耕生产全面展开")

    for _ in range(2):
        outcome = import_page()
        assert (outcome.kept, outcome.unchanged) == (1, 1)
    report.refresh_from_db()
    assert report.title == "青禾县春耕生产全面展开"
    flag = Flag.objects.get(code="import_differs")
    assert (flag.report, flag.detail) == (report, label("title"))

    Flag.objects.update(status="resolved")
    assert import_page().flags == {}


def test_a_report_that_an_editor_has_put_right_again_is_unchanged():
    import_page()
    report = Report.objects.get(position=0)
    edit(report, title="青禾县春耕生产全面展开")
    edit(report, title="青禾县春耕全面展开")
    assert (import_page().unchanged, Flag.objects.filter(code="import_differs").exists()) == (2, False)


def test_a_dry_run_over_an_edited_report_tells_and_writes_nothing():
    import_page()
    edit(Report.objects.get(position=0), title="青禾县春耕生产全面展开")
    assert import_page(dry_run=True).kept == 1
    assert not Flag.objects.filter(code="import_differs").exists()


def test_a_difference_stays_the_same_one_when_the_database_reorders_what_was_imported():
    import_page()
    report = Report.objects.get(position=0)
    edit(report, title="青禾县春耕生产全面展开")
    import_page()
    sections = [dict(reversed(section.items())) for section in report.imported["sections"]]
    reordered = dict(reversed({**report.imported, "sections": sections}.items()))
    assert reordered == report.imported and list(reordered) != list(report.imported)
    Report.objects.filter(pk=report.pk).update(imported=reordered)
    import_page()
    assert Flag.objects.filter(code="import_differs").count() == 1


def test_a_better_importer_updates_what_no_editor_touched_and_keeps_the_old_in_a_revision(monkeypatch):
    import_page()
    section = Section.objects.get(report__position=1)

    def rename(page):
        page.reports[1].title = "柳河镇智慧灌溉系统投用"

    parser_that_finds(monkeypatch, rename)
    outcome = import_page()

    assert (outcome.updated, outcome.unchanged, outcome.created) == (1, 1, 0)
    assert Report.objects.get(position=1).title == "柳河镇智慧灌溉系统投用"
    assert Revision.objects.get().content["title"] == "柳河镇建成智慧灌溉系统"
    assert Section.objects.get(report__position=1).pk == section.pk
    assert Source.objects.get().importer_version == "later"


def test_a_better_importer_does_not_overwrite_an_editor(monkeypatch):
    import_page()
    Report.objects.filter(position=1).update(title="柳河镇用上智慧灌溉")

    def rename(page):
        page.reports[1].title = "柳河镇智慧灌溉系统投用"

    parser_that_finds(monkeypatch, rename)
    outcome = import_page()

    assert (outcome.kept, outcome.updated) == (1, 0)
    assert Report.objects.get(position=1).title == "柳河镇用上智慧灌溉"
    assert Flag.objects.filter(code="import_differs", report__position=1).count() == 1


def test_a_better_importer_does_not_overwrite_keywords(monkeypatch):
    import_page()
    report = Report.objects.get(position=0)
    report.keywords = ["春耕"]
    report.save()

    parser_that_finds(monkeypatch, lambda page: None)
    assert import_page().kept == 1
    report.refresh_from_db()
    assert report.keywords == ["春耕"]


def test_a_better_office_does_not_part_a_statement_from_the_speaker_an_editor_chose(monkeypatch):
    import_page()
    statement = Statement.objects.filter(name="段天佑").first()
    chosen = Speaker.objects.create(name="段天祐")
    statement.speaker = chosen
    statement.save()
    report = statement.section.report
    report.imported = snapshot(report)
    report.save()

    def find(page):
        for said in page.reports[1].statements:
            said.office = "青禾县柳河镇镇长"

    parser_that_finds(monkeypatch, find)
    import_page()
    assert Statement.objects.get(office="青禾县柳河镇镇长").speaker == chosen


def test_a_report_that_a_new_import_no_longer_finds_stays_with_a_flag(monkeypatch):
    import_page()

    def forget(page):
        page.reports.pop()
        page.spans = [span._replace(report=None) if span.report == 1 else span for span in page.spans]
        page.findings = [finding for finding in page.findings if finding.report != 1]

    parser_that_finds(monkeypatch, forget)
    import_page()

    gone = Report.objects.get(title="柳河镇建成智慧灌溉系统")
    assert Flag.objects.get(code="report_gone").report == gone
    assert gone.position not in {span[3] for span in Source.objects.get().spans}


def test_a_report_that_an_editor_added_by_hand_is_no_concern_of_an_import(monkeypatch):
    import_page()
    source = Source.objects.get()
    Report.objects.create(source=source, title="漏排的消息", position=2)

    assert import_page().unchanged == 2
    parser_that_finds(monkeypatch, lambda page: None)
    assert import_page().unchanged == 2
    assert not Flag.objects.filter(code__in=["report_gone", "import_differs"]).exists()


def test_reports_keep_their_addresses_when_a_new_import_finds_one_more_before_them(monkeypatch):
    import_page()
    pks = dict(Report.objects.values_list("title", "pk"))

    def shift(page):
        page.reports.insert(0, page.reports.pop())
        page.spans = [s._replace(report=None if s.report is None else 1 - s.report) for s in page.spans]

    parser_that_finds(monkeypatch, shift)
    outcome = import_page()

    assert outcome.unchanged == 2
    assert dict(Report.objects.values_list("title", "pk")) == pks
    assert Report.objects.get(position=0).title == "柳河镇建成智慧灌溉系统"


def test_a_failure_in_the_middle_leaves_nothing_behind(monkeypatch):
    def fail(reports):
        raise RuntimeError("disk full")

    monkeypatch.setattr(storing, "index_new", fail)
    with pytest.raises(RuntimeError):
        import_page()
    assert not Source.objects.exists() and not Report.objects.exists() and not Speaker.objects.exists()


def test_unreadable_bytes_are_refused():
    with pytest.raises(Unreadable):
        store("page.txt", b"\x00\x01\x02\x03")
    assert not Source.objects.exists()


def other_page(office, name="苏晚晴"):
    return f"""# 又一篇报道

本报讯（记者 江暮云）5月1日，一场活动在2024年的春天举行，许多人参加。

“活动办得很好，大家都很满意。”{office}{name}说。
"""


def test_a_known_speaker_is_recognised_where_the_printed_office_agrees():
    import_page()
    import_page(other_page("青禾县农业农村局局长"))
    assert Speaker.objects.filter(name="苏晚晴").count() == 1
    assert not Flag.objects.filter(code="same_name").exists()


@pytest.mark.parametrize("office", ["柳河镇村民", "该局局长", "局长"])
def test_another_office_makes_another_speaker_and_a_flag(office):
    import_page()
    import_page(other_page(office))
    assert Speaker.objects.filter(name="苏晚晴").count() == 2
    assert Flag.objects.filter(code="same_name").count() == 1


def test_a_merged_speaker_leads_to_the_one_that_lives_on():
    import_page()
    old = Speaker.objects.get(name="苏晚晴")
    new = Speaker.objects.create(name="苏挽晴")
    old.merged_into = new
    old.save()
    import_page(other_page("青禾县农业农村局局长"))
    assert Statement.objects.latest("pk").speaker == new


def test_a_merged_name_is_recognised_by_the_offices_of_the_one_that_lives_on():
    import_page()
    new = Speaker.objects.get(name="苏晚晴")
    Speaker.objects.create(name="苏挽晴", merged_into=new)
    import_page(other_page("青禾县农业农村局局长", name="苏挽晴"))
    assert Statement.objects.latest("pk").speaker == new


def test_a_report_of_a_title_that_another_source_has_is_flagged():
    import_page()
    import_page(PAGE.replace("三千亩", "四千亩"))
    assert Flag.objects.filter(code="duplicate").count() == 2


def test_everything_is_counted():
    outcome = archive.Outcome()
    outcome.add(import_page())
    outcome.add(import_page(other_page("柳河镇村民")))
    assert (outcome.files, outcome.reports) == (2, 3)
    assert outcome.assigned + outcome.furniture + outcome.unassigned == outcome.characters
    assert outcome.flags["same_name"] == 1
