"""Who it is that speaks: where he lives or works, by which post he goes, which name the headline gives him."""

import pytest

from .reading import reports, said, spoken_by


@pytest.mark.parametrize(
    ("before", "office"),
    [
        ("9日傍晚，家住学府路金桂苑小区的", "家住学府路金桂苑小区"),
        ("10日晚，在县工业园区上班的", "在县工业园区上班"),
        ("东门社区居民、62岁的", "东门社区居民"),
        ("负责运营的青禾味真餐饮管理公司经理", "青禾味真餐饮管理公司经理"),
        ("附近育红小学五年级学生", "育红小学五年级学生"),
        ("如今已83岁的省水利科学研究院原总工程师", "省水利科学研究院原总工程师"),
        ("家住东门社区的退休教师", "家住东门社区的退休教师"),
        ("刚跑完单的外卖骑手", "外卖骑手"),
        ("10日晚，在柳湾物流园做分拣的", "在柳湾物流园做分拣"),
    ],
)
def test_what_describes_a_person_is_where_he_lives_or_what_he_is(before, office):
    assert spoken_by(f"{before}贺长林来到渡口，看了新船。“灯也亮了。”贺长林说。") == [("贺长林", office)]


def test_whom_a_sentence_concerns_is_no_part_of_an_office():
    assert spoken_by("对于已经确诊的市民，县医院药剂师贺长林提醒，要按时吃药。") == [("贺长林", "县医院药剂师")]


def test_who_he_was_may_be_told_a_sentence_later():
    paragraph = "记者在渡口见到了贺长林。他曾是青禾船厂的钳工，修了一辈子船。“灯也亮了。”贺长林说。"
    assert spoken_by(paragraph) == [("贺长林", "青禾船厂的钳工")]


def test_the_headline_names_who_speaks_in_the_text():
    [report] = reports(
        "青禾县渡口管护员贺长海——\n守着渡口，心里踏实\n本报记者 柳知秋\n\n"
        "　　54岁的贺长海提着缆绳，在石阶上深一脚浅一脚地走，身后跟着一条黄狗。\n"
        "　　“要看准水流，绳子松了船就打横。”他蹲下身，把缆绳绕在石桩上，又用脚踩实。\n"
    )
    assert [(one["speaker"]["name"], one["kind"]) for one in report["statements"]] == [("贺长海", "direct")]


def test_a_share_is_no_name():
    assert spoken_by("社区书记贺长林介绍，食堂去年开张，其中老人占六成。“人多了，菜才好做。”") == [
        ("贺长林", "社区书记")
    ]


@pytest.mark.parametrize(
    "narration",
    [
        "经医院检查，两个孩子都没有大碍。",
        "从开庭到握手言和，前后不过一个半小时。",
        "为了打消大家的顾虑，他先买了两百棵苗。",
        "两人利用课余时间，先后做了五代样机。",
    ],
)
def test_how_it_went_is_told_by_the_reporter(narration):
    told = "大家愿意出劳力，下午就动手。"
    assert said(f"组长贺长林表示，{told}{narration}") == [("indirect", "贺长林", told)]


@pytest.mark.parametrize("some", ["有市民", "也有市民"])
def test_that_there_are_such_people_is_no_part_of_what_they_are(some):
    assert spoken_by(f"{some}反映，灯还是太暗。") == [(None, "市民")]


def test_what_somebody_does_with_a_thing_is_no_scene():
    paragraph = "“不用打伞了。”17日一早，在东门菜场卖豆腐的邱大姐把摊子支进新棚，笑着对记者说。"
    assert [one[:2] for one in said(paragraph)] == [("direct", "邱大姐")]
