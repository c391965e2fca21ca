"""An import that is killed leaves whole files, and goes on when it is started again."""

import os
import signal
import sqlite3
import subprocess
import sys

import pytest
from django.conf import settings

PAGE = """# 青禾县第{0}次春耕会议召开

本报讯（记者 江暮云）3月8日，青禾县召开2024年第{0}次春耕生产会议。

# 柳河镇第{0}号水渠通水

本报讯（记者 江暮云）3月6日，柳河镇第{0}号水渠在2024年通水。
"""

REBUILD_IN_SMALL_STEPS = """
from articles.search import index

def index_and_tell(batch, index_reports=index.index_reports):
    index_reports(batch)
    print(batch[0].pk, flush=True)

index.BATCH, index.index_reports = 1, index_and_tell
index.rebuild()
"""


def manage(database, *arguments, **options):
    return subprocess.Popen(
        [sys.executable, "manage.py", *arguments],
        cwd=settings.BASE_DIR,
        env={**os.environ, "DATABASE_URL": f"sqlite:///{database}", "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **options,
    )


def reports_by_source(database):
    with sqlite3.connect(database) as connection:
        query = "SELECT source_id, count(*) FROM articles_report GROUP BY 1"
        return dict(connection.execute(query).fetchall())


@pytest.fixture
def texts(tmp_path):
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(120):
        (folder / f"{number:03}.md").write_text(PAGE.format(number), encoding="utf-8")
    return folder


@pytest.fixture
def database(tmp_path):
    database = tmp_path / "archive.sqlite3"
    assert manage(database, "migrate").wait(120) == 0
    return database


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_killed_import_leaves_whole_files_and_goes_on(texts, database, jobs):
    running = manage(database, "import_seeds", str(texts), "--jobs", jobs)
    for _ in range(3):
        running.stdout.readline()
    running.send_signal(signal.SIGKILL)
    # Processes that go on without their parent would keep these pipes open.
    running.communicate(timeout=60)
    half = reports_by_source(database)
    assert 3 <= len(half) < 120
    assert set(half.values()) == {2}

    again = manage(database, "import_seeds", str(texts), "--jobs", jobs)
    _, err = again.communicate(timeout=120)
    assert again.returncode == 0, err
    whole = reports_by_source(database)
    assert len(whole) == 120 and set(whole.values()) == {2}


def _listen_to_ctrl_c():
    """What a shell starts in the background, tests for one, ignores Ctrl-C, and so would all that it starts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_leaves_whole_files_and_a_word_instead_of_a_traceback(texts, database, jobs):
    running = manage(
        database, "import_seeds", str(texts), "--jobs", jobs, start_new_session=True, preexec_fn=_listen_to_ctrl_c
    )
    for _ in range(3):
        running.stdout.readline()
    # As a terminal does it: to all processes at once.
    os.killpg(running.pid, signal.SIGINT)
    _, err = running.communicate(timeout=60)
    assert running.returncode == 130
    assert len(err.splitlines()) == 1 and "Traceback" not in err
    half = reports_by_source(database)
    assert 3 <= len(half) < 120
    assert set(half.values()) == {2}


def test_a_killed_rebuild_leaves_an_index_that_the_next_one_completes(texts, database):
    assert manage(database, "import_seeds", str(texts), "--publish").wait(120) == 0
    whole = index_of(database)
    assert len(whole) == 240
    running = manage(database, "shell", "-v", "0", "--command", REBUILD_IN_SMALL_STEPS)
    for _ in range(3):
        assert running.stdout.readline().strip().isdigit()
    running.send_signal(signal.SIGKILL)
    running.communicate(timeout=60)
    assert index_of(database) == whole
    again = manage(database, "rebuild_search_index")
    out, err = again.communicate(timeout=120)
    assert again.returncode == 0, err
    assert "240" in out
    assert index_of(database) == whole


def index_of(database):
    """Return {order key: number of tokens}, from documents and tokens together."""
    with sqlite3.connect(database) as connection:
        query = """
            SELECT order_key, count(term) FROM articles_searchdocument
            JOIN articles_search_terms ON doc = order_key GROUP BY 1
        """
        return dict(connection.execute(query).fetchall())
