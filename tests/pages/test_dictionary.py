"""Dictionaries are for imports: a web worker has no room for one."""

import json

import pytest

from tests.started import Project

PAGE = """# 青禾县春耕全面展开

本报讯（记者 江暮云）3月8日，青禾县召开2024年春耕生产会议。

“今年全县的种子和化肥已经备足。”青禾县农业农村局局长苏晚晴说。
"""
SERVE = """
import json, sys, django
django.setup()
from django.test import Client
from django.urls import NoReverseMatch, reverse
from articles import urls

def address(name):
    try:
        return reverse(f"articles:{name}")
    except NoReverseMatch:
        return reverse(f"articles:{name}", args=[1])

client = Client(headers={"host": "localhost"})
asked = ("", "春耕", "备足种子的春耕会议")
answers = {
    pattern.name: [client.get(address(pattern.name), {"q": words}).status_code for words in asked]
    for pattern in urls.urlpatterns
}
jieba = sys.modules.get("jieba")
loaded = [name for name in ("articles.keywords", "rjieba", "jieba.posseg", "jieba.analyse") if name in sys.modules]
print(json.dumps([answers, loaded, bool(jieba and jieba.dt.initialized)]))
"""


@pytest.fixture
def project(tmp_path):
    project = Project(tmp_path)
    (tmp_path / "page.md").write_text(PAGE, encoding="utf-8")
    for arguments in (["migrate"], ["import_seeds", "page.md", "--publish"]):
        status, _out, err = project.manage(*arguments)
        assert status == 0, err
    return project


def test_a_process_that_serves_every_public_page_has_loaded_no_dictionary(project):
    status, out, err = project.run("-c", SERVE, DJANGO_SETTINGS_MODULE="hebinews.settings")
    assert status == 0, err
    answers, loaded, initialized = json.loads(out)
    assert len(answers) >= 8
    assert all(codes == [200, 200, 200] for codes in answers.values())
    assert loaded == [] and initialized is False
