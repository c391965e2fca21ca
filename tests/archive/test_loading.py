"""Many files into the archive."""

import pytest
from django.contrib.auth.models import User
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from articles.archive import Outcome, load, loading, store
from articles.editing import editing
from articles.models import Flag, Report, Source, Speaker, Statement
from tests.make import make_speaker

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


def test_new_files_cost_the_same_queries_however_many_are_written_together(files):
    def queries(chosen):
        with CaptureQueriesContext(connection) as context:
            assert total(load(chosen)).created == len(chosen)
        return len(context)

    ten = files(10)
    queries(ten[:1])
    assert queries(ten[1:3]) == queries(ten[3:])


@pytest.fixture
def written_together(monkeypatch):
    """Return a list that gets the number of files of every transaction."""
    numbers, write = [], loading.write

    def tell(files, *arguments):
        numbers.append(len(files))
        return write(files, *arguments)

    monkeypatch.setattr(loading, "write", tell)
    return numbers


def test_large_files_are_not_held_to_be_written_together(files, written_together, monkeypatch):
    ten = files(10)
    monkeypatch.setattr(loading, "_BYTES_TOGETHER", 3 * ten[0][0].stat().st_size)
    assert total(load(ten)).created == 10
    assert written_together == [3, 3, 3, 1]


def test_a_dry_run_tells_of_each_file_what_would_become_of_it_alone(files, written_together):
    assert total(load([*files(2), *files(2)], dry_run=True)).created == 4
    assert written_together == [1, 1, 1, 1]
    assert not Source.objects.exists()


def test_a_file_that_an_earlier_importer_read_is_written_alone(files, written_together):
    total(load(files(5)[2:3]))
    Source.objects.update(importer_version="earlier")
    outcome = total(load(files(5)))
    assert (outcome.created, outcome.unchanged) == (4, 1)
    assert written_together == [1, 2, 1, 2]


TOLD = """# {title}

本报讯（记者 江暮云）5月1日，一场活动在2024年的春天举行，许多人参加。

“{text}办得很好，大家都很满意。”{first}说。

“{text}明年还要再办，请大家都来。”{second}说。
"""
# Title, and who speaks: the same people under other offices, under a name before and after a merger, and with none.
TALES = [
    ("青禾县办灯会", "青禾县农业农村局局长苏晚晴", "柳河镇村民老王"),
    ("柳河镇办灯会", "县农业农村局局长苏晚晴", "柳河镇村民老王"),
    ("柳河镇办庙会", "青禾县农业农村局局长苏挽晴", "云岭村村民段天佑"),
    ("青禾县办灯会", "青禾县政协副主席苏挽晴", "青禾县水务局工程师段天佑"),
    ("云岭村办灯会", "青禾县政协副主席苏晚晴", "水务局工程师段天佑"),
    ("", "青禾县商务局局长苏晚晴", "老王"),
    ("云岭村办灯会", "青禾县农业农村局局长祁连山", "老王"),
    ("云岭村办庙会", "商务局局长苏晚晴", "青禾县青年商会会长祁连山"),
]


@pytest.fixture
def tales(tmp_path):
    paths = [tmp_path / f"{number}.md" for number in range(len(TALES))]
    for path, (title, first, second) in zip(paths, TALES, strict=True):
        path.write_text(TOLD.format(title=title, text=path.stem, first=first, second=second), encoding="utf-8")
    return [(path, path.name, "text/markdown") for path in paths]


def what_is_stored():
    """Return who speaks and what is flagged, without the keys of rows."""
    speakers = {pk: number for number, pk in enumerate(Speaker.objects.order_by("pk").values_list("pk", flat=True))}
    statements = Statement.objects.order_by("section__report__source__file_name", "position")
    said = [(s.name, s.office, s.text, speakers.get(s.speaker_id)) for s in statements]
    flags = Flag.objects.order_by("source__file_name", "code", "detail")
    return said, list(flags.values_list("source__file_name", "code", "detail", "report__title"))


@pytest.mark.parametrize("merged", [False, True])
def test_files_written_together_become_what_they_become_one_by_one(tales, written_together, merged):
    path, name, media_type = tales.pop(0)
    store(name, path.read_bytes(), media_type)
    if merged:
        Speaker.objects.filter(name="苏晚晴").update(merged_into=make_speaker("苏挽晴"))
    with transaction.atomic():
        together = total(load(tales)), what_is_stored()
        transaction.set_rollback(True)
    assert written_together == [7]
    apart = Outcome()
    for path, name, media_type in tales:
        apart.add(store(name, path.read_bytes(), media_type))
    assert together == (apart, what_is_stored())
    assert apart.flags["same_name"] > 2
    assert apart.flags["duplicate"] == 2


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


def test_the_same_bytes_under_two_names_are_one_source(files, written_together, tmp_path):
    (first,) = files(1)
    copy = tmp_path / "copy.md"
    copy.write_bytes(first[0].read_bytes())
    outcome = total(load([first, (copy, copy.name, "text/markdown")]))
    assert (outcome.created, outcome.unchanged) == (1, 1)
    assert (Source.objects.count(), Statement.objects.count()) == (1, 2)
    assert written_together == [1, 1]
