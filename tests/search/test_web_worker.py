"""A web worker has no room for a dictionary: what takes queries apart looks words up where they stand."""

import json

import pytest

from tests.started import Project

ASK = """
import gc, json, sys
import django
django.setup()
from django.contrib.auth.models import User
from django.test import Client
from django.test.utils import setup_test_environment
from articles.models import Report, Speaker

setup_test_environment()
client = Client()
client.force_login(User.objects.create_superuser("bianji"))
report, speaker = Report.objects.first(), Speaker.objects.first()
whole = report.section_set.exclude(text="").first().paragraphs[0]
sentence = "".join(f"{half}，" for half in (whole[20:40], whole[:20]))
answers = {}
for address in ("/", "/reports/", "/statements/", "/sections/", "/speakers/", "/admin/articles/report/"):
    for asked in (sentence, "从未印过的一句话", "春耕 -会议 或 标题:县"):
        answers[f"{address} {asked}"] = client.get(address, {"q": asked}).status_code
for address in (report.get_absolute_url(), f"/admin/articles/report/{report.pk}/change/", speaker.get_absolute_url()):
    answers[address] = client.get(address).status_code
apart = client.get("/reports/", {"q": sentence}).context["query"]
import jieba
print(json.dumps({
    "answers": answers,
    "words": len(apart.groups),
    "loaded": jieba.dt.initialized,
    "modules": sorted({"articles.keywords", "jieba.analyse", "jieba.posseg", "rjieba"} & set(sys.modules)),
    "largest": max(len(each) for each in gc.get_objects() if isinstance(each, (dict, list, set, tuple))),
}))
"""


@pytest.fixture
def project(tmp_path):
    project = Project(tmp_path)
    (tmp_path / "page.txt").write_text(
        "青禾县春耕生产全面展开\n本报讯（记者 江暮云）连日来，青禾县各乡镇抢抓农时，组织农机手下田作业，"
        "春耕生产有序推进。\n“今年的种子和化肥已经备足。”青禾县农业农村局局长苏晚晴说。\n",
        encoding="utf-8",
    )
    for arguments in (["migrate", "-v", "0"], ["import_seeds", "--publish", "page.txt"]):
        status, _out, err = project.manage(*arguments)
        assert status == 0, err
    return project


def test_no_page_loads_a_dictionary(project):
    status, out, err = project.run("-c", ASK, DJANGO_SETTINGS_MODULE="hebinews.settings")
    assert status == 0, err
    found = json.loads(out)
    assert set(found["answers"].values()) == {200}
    assert found["words"] > 3
    assert found["loaded"] is False
    assert found["modules"] == []
    # jieba has half a million words and beginnings of words, a fifth as many are known to what sorts names by pinyin.
    assert found["largest"] < 200_000
