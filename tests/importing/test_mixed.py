"""Pages that print headlines above their reports, behind them, or both ways."""

from .reading import names, reports

_MARKET = """东门菜场改造完工，三百多
个摊主搬进新的棚子，地面
不再积水，灯也亮了。老街
坊们早早赶来买菜。
"""
_FERRY = """柳湾渡口的新船昨天下水，
比旧船宽出一米，老人上下
船不再要人扶，自行车也能
推上去，船票还是一元。
"""
_LIBRARY = """从下周起，县图书馆开放到
晚上九点，自习室添了六十
个座位，周一闭馆整理图书，
读者凭身份证就能办卡。
"""
_ROAD = """青石岭公路的护栏上周装
完，十八道急弯装上了镜子，
开车的人说，夜里转弯不再
心慌，雨天也看得清路面。
"""


def test_a_page_may_print_headlines_above_and_then_behind_their_reports():
    text = (
        f"老街菜场换新颜\n本报记者 柳知秋\n{_MARKET}柳湾渡口换了新船\n本报记者 陶小满\n{_FERRY}"
        f"□本报记者 贺小舟\n{_LIBRARY}座位不够怎么办\n馆长钟一舟说，添不下的座位\n摆到走廊里，每人限坐半天，\n"
        f"图书馆还备了热水。\n县图书馆暑期延长开放\n本报讯（记者 陶然）{_ROAD}青石岭公路装上护栏\n"
    )
    found = [(report["title"], names(report)) for report in reports(text)]
    assert found == [
        ("老街菜场换新颜", ["柳知秋"]),
        ("柳湾渡口换了新船", ["陶小满"]),
        ("县图书馆暑期延长开放", ["贺小舟"]),
        ("青石岭公路装上护栏", ["陶然"]),
    ]


def test_a_page_may_print_headlines_behind_and_then_above_their_reports():
    text = (
        f"本报讯（记者 柳知秋）{_MARKET}东门菜场改造完工\n柳湾渡口换了新船\n"
        f"本报讯（记者 陶小满）{_FERRY}\n县图书馆延长开放\n本报讯（记者 贺小舟）{_LIBRARY}"
    )
    assert [report["title"] for report in reports(text)] == ["东门菜场改造完工", "柳湾渡口换了新船", "县图书馆延长开放"]


def test_a_continuation_without_a_headline_makes_no_mixed_page():
    text = (
        f"（上接第一版）{_MARKET}街巷观察\n东门夜市亮起来\n——访菜场主任贺长林\n□本报记者 陶小满\n"
        f"{_FERRY}\n县图书馆延长开放\n本报讯（记者 贺小舟）{_LIBRARY}"
    )
    assert [(report["title"], report["subtitle"]) for report in reports(text)] == [
        ("", None),
        ("东门夜市亮起来", "访菜场主任贺长林"),
        ("县图书馆延长开放", None),
    ]


def test_a_headline_goes_on_above_a_picture():
    text = (
        f"□本报记者 贺小舟\n{_LIBRARY}图书馆晚关门\n\n——走进青禾县图书馆\n\n街巷观察\n\n"
        f"读者在自习室看书。\n陶然 摄\n\n本报讯（记者 柳知秋）{_ROAD}青石岭公路装上护栏\n"
    )
    first = reports(text)[0]
    assert "图书馆晚关门" in (first["title"], first["kicker"]) and first["subtitle"] == "走进青禾县图书馆"
    assert [section["heading"] for section in first["sections"]] == [None]


def test_the_headline_above_a_picture_may_be_that_of_the_report_before_it():
    text = (
        f"本报讯（记者 贺小舟）{_LIBRARY}图书馆开放到夜里九点\n\n读者在自习室看书。\n陶然 摄\n\n"
        f"东门菜场改造完工\n本报讯（记者 柳知秋）{_MARKET}"
        f"□本报记者 陶小满\n{_FERRY}柳湾渡口换了新船\n\n老街的灯\n□钟一舟\n{_ROAD}"
    )
    assert [report["title"] for report in reports(text)] == [
        "图书馆开放到夜里九点",
        "东门菜场改造完工",
        "柳湾渡口换了新船",
        "老街的灯",
    ]


def test_a_numbered_heading_behind_a_headline_is_that_of_the_next_report():
    text = (
        f"本报讯（记者 柳知秋）{_MARKET}东门菜场改造完工\n一、换船\n{_FERRY}二、修路\n{_ROAD}（本报记者 陶小满）\n"
        f"青禾县渡口三年规划摘要\n本报讯（记者 贺小舟）{_LIBRARY}图书馆开放到夜里九点\n"
    )
    found = [(report["title"], [section["heading"] for section in report["sections"]]) for report in reports(text)]
    assert found == [
        ("东门菜场改造完工", [None]),
        ("青禾县渡口三年规划摘要", ["一、换船", "二、修路"]),
        ("图书馆开放到夜里九点", [None]),
    ]


def test_a_line_above_a_title_in_two_phrases_is_its_kicker():
    text = "从摆摊到开店\n老街豆腐坊 三代人守着\n\n本报讯（记者 柳知秋）" + _MARKET.replace("\n", "\n\n") * 3
    [report] = reports(text)
    assert (report["kicker"], report["title"]) == ("从摆摊到开店", "老街豆腐坊 三代人守着")


def test_a_column_in_brackets_begins_a_report_without_a_byline():
    plain = _FERRY.replace("昨天", "上周")
    text = f"老街菜场换新颜\n本报记者 柳知秋\n{_MARKET * 2}【街巷观察】\n渡口换船以后\n{plain}换船不难\n{plain}"
    assert [(report["column"], report["title"]) for report in reports(text)] == [
        (None, "老街菜场换新颜"),
        ("街巷观察", "渡口换船以后"),
    ]


def test_a_headline_with_a_numbered_heading_right_below_begins_a_report():
    text = f"老街菜场换新颜\n本报记者 柳知秋\n{_MARKET * 2}青禾县渡口三年规划摘要\n一、换船\n{_FERRY}二、修路\n{_ROAD}"
    found = [(report["title"], [section["heading"] for section in report["sections"]]) for report in reports(text)]
    assert found == [("老街菜场换新颜", [None]), ("青禾县渡口三年规划摘要", ["一、换船", "二、修路"])]
