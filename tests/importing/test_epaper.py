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
        "03 民生 2024年11月6日 星期三 责任编辑 周晓岚 版式 黄 博 新闻热线 0790-6228110 青禾日报",
    ],
)
def test_buttons_and_imprints_stand_in_headers(line):
    assert read_header(line, at_edge=True) is not None


def test_a_header_may_name_the_site_of_the_paper():
    assert read_header("青禾日报数字报刊平台", at_edge=True).newspaper == "青禾日报"
    assert read_header("上一版　第 06 版：经济　下一版　版面PDF", at_edge=True).page == "06"


def test_a_number_that_counts_is_no_page():
    names = {line: read_header(line, at_edge=True) for line in ("A01头版要闻", "04户外天地", "8名家专栏")}
    assert [header and header.page_name for header in names.values()] == ["头版要闻", "户外天地", "名家专栏"]
    assert [read_header(line, at_edge=True) for line in ("2元淘本好书", "19条断头路打通")] == [None, None]


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


@pytest.mark.parametrize("line", ["数据来源：青禾县统计局 制图：汪 洋", "数据来源：青禾县统计局"])
def test_where_figures_are_from_needs_no_brackets(line):
    [report] = reports(f"老街菜场换新颜\n\n{_ISSUE}\n{_MARKET}{line}\n")
    assert len(paragraphs(report)) == 1 and len(report["sections"]) == 1
    assert line in report["marks"]


def test_the_issue_below_a_headline_says_when_it_was_published_whatever_the_paper():
    row = "《青禾新报》（2025年06月18日 03版）"
    market, ferry = reports(f"菜场换新颜\n{row}\n{_MARKET}\n上一篇　下一篇\n\n渡口的新船\n{row}\n{_FERRY}")
    assert (market["published"], ferry["published"]) == ("2025-06-18", "2025-06-18")


def test_a_column_of_briefs_has_its_row_above_the_first_title():
    text = (
        f"菜场换新颜\n{_ISSUE}\n{_MARKET}\n上一篇　下一篇\n\n"
        f"职工短波\n{_ISSUE}　　工务段：流动书屋开进沿线工区\n　　本报讯（通讯员 柴可新）{_MARKET.strip()}\n"
        f"　　港务集团：桥吊司机比出新工法\n　　本报讯（记者 陶小满）{_FERRY.strip()}\n"
    )
    _, first, second = reports(text)
    assert (first["column"], first["title"]) == ("职工短波", "工务段：流动书屋开进沿线工区")
    assert second["title"] == "港务集团：桥吊司机比出新工法"


def test_the_editor_s_note_does_not_tell_the_day():
    text = (
        f"渡口的新船\n{_ISSUE}　　【编者按】2021年1月1日起，渡口全面禁渔，县里一条船一条船地登记，老船工上了岸。\n"
        f"　　8月22日，{_FERRY.strip()}\n"
    )
    assert reports(text)[0]["event_date"] == "2025-08-22"


def test_the_day_of_a_dateline_counts_where_the_lead_says_only_until_when():
    lead = "新华社北京11月6日电（记者 柳知秋）记者6日获悉，截至11月5日，全国小麦已播八成，2025年秋收结束。"
    text = f"# 小麦播种过八成\n\n{lead}\n"
    assert reports(text)[0]["event_date"] == "2025-11-06"


def test_a_headline_of_another_page_may_name_it_below():
    text = f"# 导读\n\n老城根下的百年酱园\n\n▶8版·副刊\n\n# 菜场换新颜\n\n本报讯（记者 柳知秋）{_MARKET}"
    [report] = reports(text)
    assert (report["kicker"], report["title"]) == (None, "菜场换新颜")


def test_the_paper_s_name_in_latin_letters_is_no_kicker():
    [report] = reports(f"QINGHE DAILY\n\n菜场换新颜\n\n本报讯（记者 柳知秋）{_MARKET}")
    assert report["kicker"] is None
    assert not is_furniture("GDP")


def test_an_arrow_points_to_a_picture():
    text = f"老街菜场换新颜\n\n2025-09-02 06:58 来源：青禾日报\n\n▲3月16日，摊主在新的棚子里合影。\n\n{_MARKET}{_FERRY}"
    [report] = reports(text)
    assert [photo["caption"] for photo in report["photos"]] == ["▲3月16日，摊主在新的棚子里合影。"]


def test_a_column_stands_before_the_kicker_on_its_line():
    text = f"记者走基层｜老街改造的这一年\n\n# 菜场换新颜\n\n本报讯（记者 柳知秋）{_MARKET}"
    [report] = reports(text)
    assert (report["column"], report["kicker"]) == ("记者走基层", "老街改造的这一年")


def test_a_report_that_goes_on_elsewhere_takes_no_title_from_the_next_one():
    text = (
        f"菜场换新颜\n{_ISSUE}\n{_MARKET}　　当然，改造也有烦恼，对来晚的摊主按照（下转第八版）\n\n\n"
        f"渡口的新船\n{_ISSUE}\n{_FERRY}"
    )
    market, ferry = reports(text)
    assert (market["continued_on"], ferry["title"]) == ("第八版", "渡口的新船")


def test_a_column_in_brackets_may_be_short_or_a_journey():
    for column in ("新语", "高质量发展调研行"):
        [report] = reports(f"渡口的新船（{column}）\n柴可新\n{_ISSUE}\n{_FERRY}")
        assert (report["title"], report["column"]) == ("渡口的新船", column)
    [report] = reports(f"渡口管理办法（试行）\n柴可新\n{_ISSUE}\n{_FERRY}")
    assert (report["title"], report["column"]) == ("渡口管理办法（试行）", None)


def test_buttons_for_listening_stand_in_headers_and_rights_in_the_frame():
    assert read_header("2025年06月10日 放大 缩小 默认 朗读", at_edge=True).issued == "2025-06-10"
    text = f"渡口的新船\n{_ISSUE}\n{_FERRY}\n青禾日报报业集团版权所有，未经书面授权禁止复制或建立镜像\n"
    [report] = reports(text)
    assert len(report["sections"]) == 1 and len(paragraphs(report)) == 1


def test_a_report_was_published_when_its_page_was_issued():
    text = f"青禾日报\n2025年11月17日 星期一\n第06版：民生\n\n渡口的新船\n本报记者 柳知秋\n{_FERRY}\n"
    assert [report["published"] for report in reports(text)] == ["2025-11-17"]


def test_the_way_from_the_home_page_is_no_name_of_a_page():
    header = read_header("首页 > 青禾日报 > 第06版：基层", at_edge=True)
    assert (header.newspaper, header.page, header.page_name) == ("青禾日报", "06", "基层")
