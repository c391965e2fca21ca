"""Many files into the archive."""

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.archive import Outcome, load, store
from articles.editing import editing
from articles.models import Report, Source, Statement

pytestmark = pytest.mark.django_db

REPORT = """# 青禾县第{0}次春耕会议召开

本报讯（记者 江暮{0} 通讯员 祁连{0}）3月8日，青禾县召开2024年第{0}次春耕生产会议，部署全年粮食生产工作。

“今年全县的种子和化肥已经备足，农机也全部检修完毕。”青禾县农业农村局局长苏晚{0}说。

## 第{0}道水渠

苏晚{0}表示，全县将组织两百名农技人员下乡，帮助农户解决难题。

"""
NUMERALS = "一二三四五六七八九十"


@pytest.fixture
def files(tmp_path):
    """Make files of one report each, as load takes them."""

    def make(count):
        paths = [tmp_path / f"{number}.md" for number in range(count)]
        for path, numeral in zip(paths, NUMERALS, strict=False):
            path.write_text(REPORT.format(numeral), encoding="utf-8")
        return [(path, path.name, "text/markdown") for path in paths]

    return make


def total(loaded):
    outcome = Outcome()
    for _path, finish in loaded:
        outcome.add(finish())
    return outcome


def test_files_that_come_again_cost_the_same_queries_however_many_they_are(files):
    total(load(files(10)))
    with CaptureQueriesContext(connection) as for_two:
        assert total(load(files(2))).unchanged == 2
    with CaptureQueriesContext(connection) as for_ten:
        assert total(load(files(10))).unchanged == 10
    assert len(for_ten) == len(for_two) < 8


def test_a_page_costs_the_same_queries_however_many_reports_stand_on_it():
    def queries(numerals):
        text = "".join(map(REPORT.format, numerals))
        with CaptureQueriesContext(connection) as context:
            assert store("page.md", text.encode()).created == len(numerals)
        return len(context)

    queries("〇")
    assert queries("一二三四五六七") == queries("八九") < 40


def test_only_the_edited_among_many_are_looked_at_again(files):
    total(load(files(10)))
    report = Report.objects.first()
    with editing([report], User.objects.create(username="editor")):
        Report.objects.filter(pk=report.pk).update(title="青禾县春耕会议")
    for _ in range(2):
        again = total(load(files(10)))
        assert (again.unchanged, again.kept, again.flags["import_differs"]) == (9, 1, 1)
    assert Report.objects.get(pk=report.pk).title == "青禾县春耕会议"


def test_the_same_bytes_under_two_names_are_one_source(files, tmp_path):
    (first,) = files(1)
    copy = tmp_path / "copy.md"
    copy.write_bytes(first[0].read_bytes())
    outcome = total(load([first, (copy, copy.name, "text/markdown")]))
    assert (outcome.created, outcome.unchanged) == (1, 1)
    assert (Source.objects.count(), Statement.objects.count()) == (1, 2)
