"""Pages that an OCR has written as Markdown: images, broken paragraphs, headlines of several marked lines."""

import pytest

from articles.importing import parse

from .reading import names, paragraphs, reports

_LEAD = "本报讯（记者 柳知秋）东门菜场改造完工，三百多个摊主搬进新的棚子，地面不再积水。\n"
_HARVEST = "秋分时节，梯田由绿转黄，家家户户的屋顶都晒着辣椒和玉米，记者在山里走了一天。\n"
_MORE = "改造用了两个月，花了四十万元，下一步还要修停车场，争取年底前完工。\n"


def test_a_sentence_below_an_image_is_its_caption():
    text = f"# 老街菜场换新颜\n\n{_LEAD}\n![](images/5e0b8f.jpg)\n\n摊主在新的棚子里卖菜。\n\n## 灯亮了\n\n{_MORE}"
    [report] = reports(text)
    assert [photo["caption"] for photo in report["photos"]] == ["摊主在新的棚子里卖菜。"]
    assert len(paragraphs(report)) == 2


def test_a_paragraph_goes_on_behind_an_image():
    text = f"# 老街菜场换新颜\n\n{_LEAD}\n说干就干。去年五月，棚子正\n\n![](a/b.jpg)\n\n式开门迎客。\n\n{_MORE}"
    [report] = reports(text)
    assert report["photos"] == []
    assert paragraphs(report)[1] == "说干就干。去年五月，棚子正式开门迎客。"


def test_an_image_that_the_dump_left_out_has_left_blank_lines():
    story = f"{_MORE}\n" * 8
    text = f"# 老街菜场换新颜\n\n{_LEAD}\n{story}\n\n\n摊主在新的棚子里卖菜。\n\n## 灯亮了\n\n{_MORE}"
    [report] = reports(text)
    assert [photo["caption"] for photo in report["photos"]] == ["摊主在新的棚子里卖菜。"]


def test_stars_in_a_number_are_no_mark_of_bold_type():
    [report] = reports(f"# **老街菜场换新颜**\n\n{_LEAD}\n证号61072719**3X43的摊主来领钥匙。\n")
    assert report["title"] == "老街菜场换新颜"
    assert paragraphs(report)[-1] == "证号61072719**3X43的摊主来领钥匙。"


def test_straight_quotation_marks_that_stay_open_begin_a_paragraph():
    text = f'# 老街菜场换新颜\n\n{_LEAD}\n"雨季一来，地就难走了，所以四月份每一\n\n天都耽误不起。"摊主陶小满说。\n'
    [report] = reports(text)
    assert paragraphs(report)[1] == "“雨季一来，地就难走了，所以四月份每一天都耽误不起。”摊主陶小满说。"


def test_a_list_may_be_announced_without_a_comma():
    lines = "\n\n".join(f"W{n}路：东门—柳湾渡口—石匣桥头，首末班6:40—2{n}:30" for n in (1, 2, 3))
    [report] = reports(f"# 老街菜场换新颜\n\n{_LEAD}\n3条线路分别为：\n\n{lines}\n\n{_MORE}")
    assert paragraphs(report)[1] == "3条线路分别为："
    assert len(paragraphs(report)) == 6


def test_a_longer_phrase_above_two_short_ones_is_the_kicker():
    [report] = reports(f"## 县人大开展市场条例执法检查\n\n## 菜场好不好 街坊说了算\n\n{_LEAD}")
    assert (report["kicker"], report["title"]) == ("县人大开展市场条例执法检查", "菜场好不好 街坊说了算")
    [report] = reports(f"## 少年举重赛落幕\n\n## 青禾小将勇夺2金1银\n\n{_LEAD}")
    assert report["title"] == "少年举重赛落幕 青禾小将勇夺2金1银"


def test_other_names_below_another_headline_sign_another_report():
    text = (
        f"## 老街菜场换新颜\n\n{_MORE}\n（记者 柳知秋）\n\n◎民警支招\n\n● 看清秤再付钱。\n\n● 留好收据。\n\n"
        f"### 医院专家下乡 看看哪天到家门口\n\n{_HARVEST}\n（陶小满）\n"
    )
    first, second = reports(text)
    assert [section["heading"] for section in first["sections"]] == [None, "◎民警支招"]
    assert (second["title"], names(second)) == ("医院专家下乡 看看哪天到家门口", ["陶小满"])


def test_behind_a_paragraph_that_goes_on_elsewhere_a_headline_is_a_title():
    goes_on = f"{_MORE.strip()[:-6]}（下转第4版）"
    text = f"# 老街菜场换新颜\n\n{_LEAD}\n{goes_on}\n\n## 光影青禾\n\n# 谷场上的调色盘\n\n{_HARVEST}"
    assert [report["title"] for report in reports(text)] == ["老街菜场换新颜", "谷场上的调色盘"]


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("（本报记者 郝一川 发自青禾）", [("郝一川", "记者")]),
        ("（融媒记者 金璐 通讯员 何春燕）", [("金璐", "记者"), ("何春燕", "通讯员")]),
        ("文/全媒体记者 蒋亦凡 通讯员 应倩 图/陆杭", [("蒋亦凡", "记者"), ("应倩", "通讯员"), ("陆杭", "摄影")]),
        ("□文／图 本报记者 罗曼 通讯员 谢守诚", [("罗曼", "记者"), ("谢守诚", "通讯员")]),
    ],
)
def test_bylines_name_roles_and_places(byline, expected):
    [report] = reports(f"# 老街菜场换新颜\n\n{byline}\n\n{_MORE}")
    assert [(one["name"], one["role"]) for one in report["authors"]] == expected


def test_briefs_below_their_label_are_reports():
    text = (
        f"# 老街菜场换新颜\n\n{_LEAD}\n{_MORE}\n# 简讯\n\n## 首趟班列开行\n\n{_HARVEST.strip()}（陶小满）\n\n"
        f"## 再添三家绿色工厂\n\n日前，省里公布名单，三家企业榜上有名。（记者 柴可新）\n"
    )
    assert [(one["title"], names(one)) for one in reports(text)] == [
        ("老街菜场换新颜", ["柳知秋"]),
        ("首趟班列开行", ["陶小满"]),
        ("再添三家绿色工厂", ["柴可新"]),
    ]


def test_a_slogan_of_phrases_that_the_text_knows_nothing_of_is_a_column():
    [report] = reports(f"# 奋战四季度 冲刺全年红\n\n# 东门菜场改造完工\n\n{_LEAD}")
    assert (report["column"], report["title"]) == ("奋战四季度 冲刺全年红", "东门菜场改造完工")


def test_a_neighbour_signs_a_letter():
    text = (
        "# 盲道怎么成了停车位？\n\n编辑同志：\n\n盲道被占满了，有一处还被摊子压住了半截。\n\n北街社区居民 冯安国\n\n"
        "### 部门回复\n\n收到来信后，本报将情况反映至综合执法局。\n"
    )
    [letter] = reports(text)
    assert names(letter) == ["冯安国"]


def test_below_a_notice_stands_whom_to_call_and_who_gives_it():
    text = (
        "# 停水公告\n\n尊敬的用户：\n\n因管道施工，定于11月14日停水。由此带来不便，敬请谅解！\n\n"
        "服务热线：0736-2866116\n\n青禾县供水有限责任公司\n\n2025年11月11日\n"
    )
    [notice] = reports(text)
    assert paragraphs(notice)[-3:] == ["服务热线：0736-2866116", "青禾县供水有限责任公司", "2025年11月11日"]


def test_a_heading_above_a_picture_is_that_of_the_text_that_goes_on():
    text = (
        f"# 老街菜场换新颜\n\n□本报记者 柳知秋\n\n{_HARVEST}\n## 烘干塔建到家门口\n\n![](images/8d1f.jpg)\n\n"
        f"社员在查看粮食烘干情况。 本报记者 庄守田 摄\n\n{_HARVEST}\n"
    )
    [report] = reports(text)
    assert [section["heading"] for section in report["sections"]] == [None, "烘干塔建到家门口"]
    assert report["photos"] == [{"caption": "社员在查看粮食烘干情况。", "credit": "庄守田"}]


def test_a_column_may_be_marked_as_its_title_is():
    [report] = reports(f"# 老城记忆\n\n# 一碗米粉 三代坚守\n\n□晚报记者 席小川\n\n{_HARVEST}\n")
    assert (report["column"], report["title"], names(report)) == ("老城记忆", "一碗米粉 三代坚守", ["席小川"])


def test_a_headline_that_counts_is_no_page_header():
    text = f"# 青禾晚报\n\n# 2元淘本好书\n\n# 1元“捡”个台灯\n\n晚报讯（记者 谭悦）{_HARVEST}\n"
    [report] = reports(text)
    assert report["title"] == "2元淘本好书 1元“捡”个台灯"


def test_beside_a_header_that_names_its_page_stands_no_other_name_of_it():
    page = parse(f"# A05 城事\n\n青禾晚报\n\n## 晚报帮办\n\n# 充电桩为何睡大觉？\n\n□晚报记者 纪晓楠\n\n{_HARVEST}\n")
    [report] = page.as_json("")["reports"]
    assert (page.page_name, report["column"]) == ("城事", "晚报帮办")
