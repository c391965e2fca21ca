import pytest

from articles.archive import store
from articles.models import Report, Source
from articles.provenance import blocks, loose_blocks, paragraph_places
from tests.spans import source_of

PAGE = """# 青禾县春耕<b>全面</b>展开

本报讯（记者 江暮云）3月8日，青禾县召开2024年春耕
生产会议,部署&nbsp;全年粮食生产工作。

“今年 全县 的 种 子 和 化 肥 已 经 备 足。”青禾县农业农村局**局长**苏晚晴说。
"""


@pytest.mark.django_db
def test_every_paragraph_as_imported_leads_to_the_raw_text_that_it_was_printed_from():
    store("page.md", PAGE.encode())
    report = Report.objects.get()
    places = paragraph_places(report.source, report.position)
    paragraphs = report.section_set.get().paragraphs
    assert len(paragraphs) == 2
    for paragraph, beginning in zip(paragraphs, ("3月8日", "“今年"), strict=True):
        assert report.source.text.startswith(beginning, places[paragraph][0])


def test_a_paragraph_that_runs_across_something_else_has_two_places():
    source = source_of(
        ("春耕开\n", "paragraph", 0, 0),
        ("田间。\n", "caption", 0, 1),
        ("始", "paragraph", 0, 0),
        ("了。", "paragraph", 0, 0),
    )
    assert paragraph_places(source, 0) == {"春耕开始了。": [0, 8]}


def test_paragraphs_of_other_reports_and_other_text_have_no_place():
    source = source_of(("甲。", "paragraph", 0, 0), ("乙。", "paragraph", 1, 1), ("丙", "title", 0, 2))
    assert paragraph_places(source, 0) == {"甲。": [0]}
    assert paragraph_places(Source(raw="甲。".encode(), encoding="utf-8"), 0) == {}


def test_loose_is_what_belongs_to_no_report_and_can_be_read():
    source = source_of(
        ("甲。", "paragraph", 0, 0),
        ("第三版\n", "furniture", None, 1),
        ("<p>", "furniture", None, 2),
        ("乙。", "unassigned", None, 3),
    )
    assert [block.printed() for block in loose_blocks(source)] == ["第三版", "乙。"]


def test_the_place_of_a_block_changes_with_its_label_and_its_ends():
    one = source_of(("甲。", "unassigned", None, 0), ("乙。", "unassigned", None, 1))
    labelled = source_of(("甲。", "paragraph", 0, 0), ("乙。", "unassigned", None, 1))
    longer = source_of(("甲。", "unassigned", None, 0), ("乙。丙。", "unassigned", None, 1))
    first, second = [block.place for block in blocks(one)]
    now_labelled, unchanged = [block.place for block in blocks(labelled)]
    assert now_labelled != first and unchanged == second
    assert second not in [block.place for block in blocks(longer)]
