"""The command as its operator uses it."""

import json
import os
from contextlib import nullcontext
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from articles.archive import loading, storing
from articles.management.commands import import_seeds
from articles.models import Report, Source
from tests.dying import prepare_or_die

PAGE = "# 青禾县春耕全面展开\n\n本报讯（记者 江暮云）3月8日，青禾县召开2024年春耕生产会议。\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "one.md").write_text(PAGE, encoding="utf-8")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "two.txt").write_text(PAGE.replace("青禾", "柳河"), encoding="gb18030")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    return tmp_path


def run(*arguments, **options):
    out, err = StringIO(), StringIO()
    try:
        call_command("import_seeds", *map(str, arguments), stdout=out, stderr=err, **options)
        code = 0
    except CommandError as error:
        code = error.returncode
    return code, out.getvalue(), err.getvalue()


@pytest.mark.django_db
def test_a_folder_is_imported_with_all_its_texts(folder):
    code, out, _ = run(folder)
    assert code == 0
    assert "one.md" in out and "two.txt" in out and "picture.png" not in out
    assert set(Source.objects.values_list("encoding", flat=True)) == {"utf-8", "gb18030"}
    assert set(Source.objects.values_list("media_type", flat=True)) == {"text/markdown", "text/plain"}
    assert set(Report.objects.values_list("status", flat=True)) == {"draft"}


@pytest.mark.django_db
def test_publish_makes_the_reports_public(folder):
    run(folder, "--publish")
    assert Report.objects.published().count() == 2


@pytest.mark.django_db
def test_a_bad_file_is_named_and_the_rest_goes_on(folder):
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 10)
    (folder / "zeros.txt").write_bytes(b"\x00" * 100)
    (folder / "broken.txt").write_bytes("春耕".encode()[:-1] + b"\xff\xff\xff")
    code, _, err = run(folder, folder / "nowhere.txt", folder / "picture.png")
    assert code == 1
    for name in ("empty.txt", "binary.txt", "zeros.txt", "broken.txt", "nowhere.txt", "picture.png"):
        assert sum(name in line for line in err.splitlines()) == 1
    assert "Traceback" not in err
    assert Report.objects.count() == 2


@pytest.mark.django_db
def test_a_file_that_may_not_be_read_is_named(folder, monkeypatch):
    read = Path.read_bytes

    def refuse(path):
        if path.name == "one.md":
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    code, _, err = run(folder)
    assert code == 1 and "one.md" in err and Source.objects.count() == 1


@pytest.mark.django_db
def test_a_folder_without_texts_is_named(tmp_path):
    code, _, err = run(tmp_path)
    assert code == 1 and str(tmp_path) in err


def test_a_path_without_a_name_is_no_folder(folder, monkeypatch):
    monkeypatch.chdir(folder)
    code, out, err = run("", "--dry-run", format="json")
    assert code == 1 and err and json.loads(out) == []


@pytest.mark.django_db
def test_a_name_that_is_not_utf_8_can_be_stored(folder):
    (folder / "one.md").rename(folder / os.fsdecode("春.md".encode("gb18030")))
    assert run(folder)[0] == 0
    assert Source.objects.count() == 2


@pytest.mark.django_db
def test_a_database_that_cannot_be_used_is_named(folder, monkeypatch):
    def fail(*arguments):
        raise OperationalError("unable to open database file")

    monkeypatch.setattr(import_seeds, "MigrationExecutor", fail)
    with pytest.raises(CommandError, match="unable to open database file"):
        call_command("import_seeds", str(folder))


def test_json_prints_the_records_and_nothing_else_and_needs_no_database(folder):
    code, out, err = run(folder, "--dry-run", format="json")
    records = json.loads(out)
    assert (code, err) == (0, "")
    assert sorted(record["file"] for record in records) == ["one.md", "two.txt"]
    assert set(records[0]) == {"file", "newspaper", "page", "page_name", "reports", "furniture"}
    assert set(records[0]["reports"][0]) == {
        "title", "kicker", "subtitle", "column", "byline", "authors", "origin", "published", "event_date",
        "continued_from", "continued_on", "sections", "photos", "statements", "truncated", "marks",
    }  # fmt: skip


def test_json_goes_with_a_dry_run_only(folder):
    assert run(folder, format="json")[0] == 1


@pytest.mark.django_db
def test_a_dry_run_writes_nothing(folder):
    code, _, _ = run(folder, "--dry-run")
    assert code == 0 and not Source.objects.exists()


@pytest.mark.django_db
def test_the_table_adds_up(folder):
    _, out, _ = run(folder)
    numbers = [int(line.split()[-1].replace(",", "")) for line in out.splitlines()[-4:]]
    characters, assigned, furniture, unassigned = numbers
    assert characters == assigned + furniture + unassigned == 2 * len(PAGE)


@pytest.mark.django_db
def test_a_file_named_twice_is_imported_once(folder):
    run(folder / "one.md", folder / "deep" / ".." / "one.md")
    assert Source.objects.count() == 1


@pytest.mark.django_db
def test_a_file_that_brings_up_a_fault_is_named_and_the_rest_goes_on(folder, monkeypatch):
    for number in range(7):
        (folder / f"{number}.md").write_text(PAGE.replace("青禾", f"第{number}"), encoding="utf-8")
    index_new = storing.index_new

    def fault(parts):
        if any(report.source.file_name == "3.md" for report, *_parts in parts):
            raise AssertionError("the spans do not cover the text")
        index_new(parts)

    monkeypatch.setattr(storing, "index_new", fault)
    code, out, err = run(folder)
    assert code == 1 and "Traceback" not in err
    assert [line for line in err.splitlines() if "3.md" in line] == err.splitlines()
    assert out.count(".md") == 7 and "3.md" not in out
    assert Source.objects.count() == Report.objects.count() == 8


@pytest.fixture
def mixed(folder):
    """A folder with good texts, the same one twice, and texts that cannot be imported."""
    for number in range(30):
        (folder / f"{number:02}.md").write_text(PAGE.replace("青禾", f"第{number // 2}"), encoding="utf-8")
    (folder / "07.md").write_bytes(b"")
    (folder / "12.md").write_bytes(bytes(range(256)) * 10)
    return folder


@pytest.mark.django_db
def test_any_number_of_jobs_prints_and_stores_the_same(mixed):
    one = run(mixed, "--dry-run", jobs=1)
    assert one[0] == 1 and one[1].count(".md") == 29
    assert run(mixed, "--dry-run", jobs=2) == one
    first = run(mixed, jobs=2)
    assert Source.objects.count() == 17
    # Another version of the importer compares what is stored with what it reads itself.
    Source.objects.update(importer_version="earlier")
    code, out, err = run(mixed, jobs=1)
    assert (code, err) == (first[0], first[2])
    created_updated_unchanged_kept = [line.split()[-1] for line in out.splitlines() if "报道  " in line][:4]
    assert created_updated_unchanged_kept == ["0", "0", "30", "0"]
    assert Report.objects.count() == 17


def test_any_number_of_jobs_prints_the_same_records(mixed):
    one = run(mixed, "--dry-run", format="json", jobs=1)
    assert len(json.loads(one[1])) == 30
    assert run(mixed, "--dry-run", format="json", jobs=2) == one


@pytest.mark.django_db
def test_a_process_that_dies_ends_the_import_with_whole_files_and_a_word(folder, monkeypatch):
    monkeypatch.setattr(loading, "prepare_file", prepare_or_die)
    (folder / "致命.md").write_text(PAGE, encoding="utf-8")
    out, err = StringIO(), StringIO()
    with pytest.raises(CommandError, match="--jobs") as raised:
        call_command("import_seeds", str(folder), jobs=2, stdout=out, stderr=err)
    assert raised.value.returncode == 1
    assert Source.objects.count() == Report.objects.count() <= 2


@pytest.mark.django_db
def test_ctrl_c_on_the_way_to_a_lock_brings_up_no_other_error(folder, monkeypatch):
    class Interrupted(nullcontext):
        def acquire(self):
            raise KeyboardInterrupt

        def release(self):
            raise RuntimeError("not held")

    monkeypatch.setattr(import_seeds.tqdm, "_lock", Interrupted())
    assert run(folder)[0] in (0, 130)


@pytest.mark.parametrize("jobs", ["0", "-1", "many"])
def test_jobs_are_a_number_above_zero(folder, jobs):
    assert run(folder, f"--jobs={jobs}")[0] == 1
