from datetime import date

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Photo, Report, SearchDocument, Section, Statement
from articles.search import Query, index, index_new, index_reports, matching, rebuild, walk
from tests.make import (
    make_contribution,
    make_photo,
    make_report,
    make_section,
    make_source,
    make_speaker,
    make_statement,
)

pytestmark = pytest.mark.django_db


def search(text):
    return set(matching(Report.objects.all(), Query.parse(text)))


def index_contents():
    """Return everything that the index keeps, documents and tokens."""
    tokens = {
        "sqlite": "SELECT doc, term FROM articles_search_terms",
        "postgresql": "SELECT report_id, unnest(tokens) FROM articles_search_index",
    }
    with connection.cursor() as cursor:
        cursor.execute(tokens[connection.vendor])
        return sorted(cursor.fetchall()), sorted(SearchDocument.objects.values_list())


def make_reports(count):
    source = make_source()
    reports = [make_report(f"第{number}次会议", source=source) for number in range(count)]
    for report in reports:
        make_section(report, "水利")
        make_photo(report)
    return reports


def test_a_changed_text_is_found_by_its_new_words_only():
    report = make_report("消息", paragraphs=["春耕开始了。"])
    index_reports([report])
    before = index_contents()
    report.section_set.update(text="秋收。")
    index_reports([report])
    assert search("春耕") == set()
    assert search("秋收") == {report}
    report.section_set.update(text="春耕开始了。")
    index_reports([report])
    assert index_contents() == before


def test_a_changed_date_leaves_nothing_behind():
    report = make_report("消息", published_on=date(2025, 4, 28), paragraphs=["春耕开始了。"])
    index_reports([report])
    tokens_before, _ = index_contents()
    Report.objects.filter(pk=report.pk).update(published_on=date(2024, 1, 1))
    index_reports([report])
    assert search("春耕") == {report}
    assert len(index_contents()[0]) == len(tokens_before)
    report.section_set.update(text="秋收结束了。")
    index_reports([report])
    assert search("春耕") == set()


def test_a_changed_statement_is_found_by_its_new_words_only():
    report = make_report("消息", paragraphs=["春耕开始了。"])
    said = make_statement(report, "种子备齐了。")
    index_reports([report])
    before = index_contents()
    Statement.objects.filter(pk=said.pk).update(text="化肥备齐了。", folded_text="化肥备齐了。")
    index_reports([report])
    assert walk(Statement.objects.all(), Query.parse("种子"), 9) == []
    assert walk(Statement.objects.all(), Query.parse("化肥"), 9) == [said]
    assert search("化肥") == set()
    Statement.objects.filter(pk=said.pk).update(text="种子备齐了。", folded_text="种子备齐了。")
    index_reports([report])
    assert index_contents() == before


def test_what_is_stored_is_indexed_not_what_the_caller_holds():
    report = make_report(published_on="2025-04-28", paragraphs=["春耕开始了。"])
    report.title = "没有保存的题目"
    list(report.section_set.all())
    Section.objects.filter(report=report).update(text="秋收结束了。")
    index_reports([report])
    assert search("没有保存") == set()
    assert search("秋收") == {report}


def test_a_deleted_caption_is_found_no_longer():
    report = make_report()
    photo = make_photo(report, caption="孩子们在河边")
    index_reports([report])
    Photo.objects.filter(pk=photo.pk).delete()
    index_reports([report])
    assert search("河边") == set()


def test_indexing_many_takes_no_more_queries_than_one():
    one, *many = make_reports(31)
    with CaptureQueriesContext(connection) as for_one:
        index_reports([one])
    with CaptureQueriesContext(connection) as for_many:
        index_reports(many)
    # A batch of statements counts as one here.
    assert len(for_many) == len(for_one) < 12
    assert search("水利") == {one, *many}


def test_new_reports_are_indexed_as_others_are():
    reports = make_reports(3)
    for report in reports:
        make_statement(report, speaker=make_speaker())
        make_contribution(report)
        Statement.objects.create(section=report.section_set.last(), kind="direct", text="没有印在这里的话。")
    index_new(rows_of(report) for report in Report.objects.filter(pk__in=[report.pk for report in reports]))
    new = index_contents()
    index_reports(reports)
    assert new[0] and index_contents() == new


def rows_of(report):
    statements = Statement.objects.filter(section__report=report).order_by("section__position", "position")
    sections, photos = report.section_set.order_by("position"), report.photo_set.all()
    return report, *map(list, (sections, statements, photos, report.contribution_set.all()))


def test_nothing_to_index_is_fine():
    index_reports([])
    assert rebuild() == (0, 0)


def test_rebuilding_equals_indexing_one_by_one(monkeypatch):
    monkeypatch.setattr(index, "BATCH", 3)
    reports = make_reports(7)
    for report in reports:
        index_reports([report])
    one_by_one = index_contents()
    assert one_by_one[0]
    assert rebuild() == (7, 0)
    assert index_contents() == one_by_one


def test_rebuilding_finds_what_was_never_indexed():
    report = make_report(paragraphs=["春耕开始了。"])
    assert search("春耕") == set()
    rebuild()
    assert search("春耕") == {report}


def test_a_deleted_report_is_not_found_and_rebuilding_forgets_it():
    kept, gone = make_report("留下的"), make_report("离开的")
    index_reports([kept])
    only_kept = index_contents()
    index_reports([gone])
    gone.delete()
    assert search("春耕") == {kept}
    assert index_contents() != only_kept
    assert rebuild() == (1, 1)
    assert index_contents() == only_kept
    assert rebuild() == (1, 0)


def test_an_interrupted_rebuild_leaves_every_report_findable(monkeypatch):
    monkeypatch.setattr(index, "BATCH", 2)
    reports = make_reports(5)
    index_reports(reports)
    before = index_contents()
    batches = []

    def index_two_batches(batch):
        if len(batches) == 2:
            raise KeyboardInterrupt
        batches.append(batch)
        index_reports(batch)

    monkeypatch.setattr(index, "index_reports", index_two_batches)
    with pytest.raises(KeyboardInterrupt):
        rebuild()
    assert search("水利") == set(reports)
    assert index_contents() == before


def test_the_site_serves_and_is_edited_while_the_index_is_rebuilt(monkeypatch):
    monkeypatch.setattr(index, "BATCH", 2)
    reports = make_reports(6)
    index_reports(reports)
    first, last = reports[0], reports[-1]
    batches = []

    def index_one_batch(batch):
        index_reports(batch)
        batches.append(batch)
        assert search("水利") == set(reports)
        if len(batches) == 2:
            for report in (first, last):
                report.section_set.update(text="秋收结束了。")
                index_reports([report])

    monkeypatch.setattr(index, "index_reports", index_one_batch)
    assert rebuild() == (6, 0)
    assert len(batches) == 3
    assert search("秋收") == {first, last}
    assert search("春耕") == set(reports) - {first, last}


def test_the_command_says_how_much_it_did(capsys):
    make_reports(3)
    call_command("rebuild_search_index")
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 1
    assert "3" in lines[0]
    assert "0" in lines[0]
