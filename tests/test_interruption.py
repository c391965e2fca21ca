"""An import that is killed leaves whole files, and goes on when it is started again."""

import os
import signal
import sqlite3
import subprocess
import sys

from django.conf import settings

PAGE = """# 青禾县第{0}次春耕会议召开

本报讯（记者 江暮云）3月8日，青禾县召开2024年第{0}次春耕生产会议。

# 柳河镇第{0}号水渠通水

本报讯（记者 江暮云）3月6日，柳河镇第{0}号水渠在2024年通水。
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


def test_a_killed_import_leaves_whole_files_and_goes_on(tmp_path):
    texts, database = tmp_path / "texts", tmp_path / "archive.sqlite3"
    texts.mkdir()
    for number in range(60):
        (texts / f"{number:03}.md").write_text(PAGE.format(number), encoding="utf-8")
    assert manage(database, "migrate").wait(120) == 0

    running = manage(database, "import_seeds", str(texts))
    for _ in range(3):
        running.stdout.readline()
    running.send_signal(signal.SIGKILL)
    running.communicate()
    half = reports_by_source(database)
    assert 3 <= len(half) < 60
    assert set(half.values()) == {2}

    again = manage(database, "import_seeds", str(texts))
    _, err = again.communicate(timeout=120)
    assert again.returncode == 0, err
    whole = reports_by_source(database)
    assert len(whole) == 60 and set(whole.values()) == {2}
