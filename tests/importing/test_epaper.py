"""Pages copied off the sites on which papers put their printed pages, and special pages on the web."""

import pytest

from articles.importing.frame import is_advertisement, is_furniture, read_header

from .reading import names, paragraphs, reports

_MARKET = "　　东门菜场改造完工，三百多个摊主搬进新的棚子，地面不再积水，灯也亮了，街坊们早早赶来买菜。\n"
_FERRY = "　　柳湾渡口的新船下水，比旧船宽出一米，老人上下船不再要人扶，船票还是一元，赶场的人都说好。\n"
_ISSUE = "《青禾日报》（2025年9月2日 第 06 版）\n"


def statements(report):
    return [(one["speaker"]["name"], one["speaker"]["office"], one["text"]) for one in report["statements"]]


@pytest.mark.parametrize(
    "line",
    [
        "2025年10月31日 星期五    3上一篇  下一篇4",
        "往期回顾　2025年09月18日　星期四　返回目录　放大+　缩小-　默认○",
        "3 要 闻 2025年6月12日 星期四 责编／章 程 版式／吴小曼 校对／何 平 青禾日报",
    ],
)
def test_buttons_and_imprints_stand_in_headers(line):
    assert read_header(line, at_edge=True) is not None


def test_a_header_may_name_the_site_of_the_paper():
    assert read_header("青禾日报数字报刊平台", at_edge=True).newspaper == "青禾日报"
    assert read_header("上一版　第 06 版：经济　下一版　版面PDF", at_edge=True).page == "06"


def test_who_owns_the_page_belongs_to_its_frame():
    assert is_furniture(
        "青禾网版权所有，未经书面授权禁止使用 Copyright © 1997-2025 by www.qinghe.example all rights reserved"
    )
    assert not is_furniture("案件版权所有人说，书被人盗印。")


def test_small_advertisements_belong_to_the_frame():
    text = f"# 东门菜场换新颜\n\n{_MARKET}\n### 遗失声明\n\n▲ 青禾县五金店遗失公章一枚，编号6107270021185，声明作废。\n"
    [report] = reports(text)
    assert len(paragraphs(report)) == 1
    assert is_advertisement("柴可新遗失残疾证，特此声明作废。")
    assert not is_advertisement("老规矩已经作废，账要贴在墙上。")


def test_the_column_stands_in_brackets_behind_the_title():
    text = (
        f"渡口的新船（民生观察·青禾）\n柴可新\n{_ISSUE}\n{_FERRY}\n上一篇　下一篇\n\n"
        f"菜场换新颜（连载之二）\n陶小满\n{_ISSUE}\n{_MARKET}"
    )
    ferry, market = reports(text)
    assert (ferry["title"], ferry["column"]) == ("渡口的新船", "民生观察·青禾")
    assert (market["title"], market["column"]) == ("菜场换新颜（连载之二）", None)


def test_the_table_of_contents_tells_which_line_is_the_title():
    text = (
        "东门菜场改造完工\n柳湾渡口新船下水\n\n"
        f"东门菜场改造完工\n三百摊主搬进新棚　地面不再积水\n{_ISSUE}\n{_MARKET}\n上一篇　下一篇\n\n"
        f"柳湾渡口新船下水\n{_ISSUE}\n{_FERRY}"
    )
    market, ferry = reports(text)
    assert (market["title"], market["subtitle"]) == ("东门菜场改造完工", "三百摊主搬进新棚 地面不再积水")
    assert ferry["title"] == "柳湾渡口新船下水"


def test_a_headline_that_is_not_set_in_begins_a_report_of_a_special_page():
    text = (
        "聚焦2025青禾两会\n\n同心干事　办好民生\n——代表热议工作报告\n\n2025-01-19 07:26　来源：青禾日报\n\n"
        f"{_MARKET}\n　　【看变化】棚子宽了\n\n{_MARKET}\n\n"
        f"各乡镇干部群众收看开幕盛况\n“报告里的话，说到了心坎上”\n\n{_FERRY}\n　　9∶40　柳湾渡口\n\n{_FERRY}"
    )
    first, second = reports(text)
    assert (first["column"], first["title"]) == ("聚焦2025青禾两会", "同心干事 办好民生")
    assert (second["kicker"], second["title"]) == ("各乡镇干部群众收看开幕盛况", "“报告里的话，说到了心坎上”")
    assert [section["heading"] for section in second["sections"]] == [None, "9∶40柳湾渡口"]


def test_boxes_of_a_special_page_have_labels_with_signs():
    text = (
        f"2025-01-19 07:26　来源：青禾日报\n\n老街菜场换新颜\n\n{_MARKET}\n"
        f"◎专家视点\n账往哪里算\n柴可新／整理\n\n{_FERRY}\n◎快评\n把账贴在墙上\n青禾日报评论员　贺　舟\n\n{_MARKET}"
    )
    _, views, comment = reports(text)
    assert (views["column"], views["title"], names(views)) == ("专家视点", "账往哪里算", ["柴可新"])
    assert (comment["column"], comment["title"]) == ("快评", "把账贴在墙上")


def test_who_said_it_stands_in_a_line_below():
    text = (
        f"老街菜场换新颜\n\n{_MARKET}\n　　“赶场不用看天了，卖完菜还赶得上做中饭。”\n　　——柳湾村村民 吴桂花\n"
        "　　“出诊不怕半夜了，二十分钟就到最远的组。”\n　　——青禾镇卫生院医生 向明珠\n"
    )
    [report] = reports(text)
    assert statements(report) == [
        ("吴桂花", "柳湾村村民", "赶场不用看天了，卖完菜还赶得上做中饭。"),
        ("向明珠", "青禾镇卫生院医生", "出诊不怕半夜了，二十分钟就到最远的组。"),
    ]
    assert paragraphs(report)[2] == "——柳湾村村民吴桂花"


def test_where_figures_are_from_needs_no_brackets():
    [report] = reports(f"老街菜场换新颜\n\n{_ISSUE}\n{_MARKET}　　数据来源：青禾县统计局　制图：汪　洋\n")
    assert len(paragraphs(report)) == 1
    assert "数据来源：青禾县统计局 制图：汪 洋" in report["marks"]
