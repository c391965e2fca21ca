import subprocess
import sys

from django.conf import settings

from articles.keywords import keywords


def test_keywords_are_the_telling_words_of_a_text():
    text = "智慧灌溉系统投入使用。灌溉系统每年节水二十万立方米，农户用手机就能控制灌溉。"
    assert "灌溉" in keywords(text)[0]
    assert len(keywords(text)) <= 8


def test_numbers_are_no_keywords():
    assert keywords("2025-04-16，46.7，12345") == []


def test_keywords_leave_no_file_in_the_shared_temporary_folder(tmp_path):
    code = "from articles.keywords import keywords; print(len(keywords('智慧灌溉系统投入使用')))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=settings.BASE_DIR,
        env={"TMPDIR": str(tmp_path), "PATH": "/usr/bin"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert int(done.stdout) > 0
    assert list(tmp_path.iterdir()) == []
