"""Text layers of PDF pages: elements that a column broke over several lines, and lines that an extractor cut."""

from .composer import column
from .reading import names, paragraphs, reports

_STORY = column(
    "本报讯（记者 柳知秋）近日，东门菜场改造完工，三百多个摊主搬进新的棚子，地面不再积水，灯也亮了。",
    "改造用了两个月，花了四十万元，老街坊们都来买菜，有人还带来了鞭炮。",
    "主任贺长林说，下一步还要修停车场，争取年底前完工，让大家停车不再难。",
    "渡口的新船也在昨天下水，比旧船宽出一米，老人上下船不再要人扶。",
)
_BRIDGE = column(
    "石匣桥头的路灯昨晚亮了，夜市也跟着热闹起来，卖凉粉的、修鞋的都把摊子支到了九点。",
    "社区书记钟一舟说，坏了的地砖一块一块换过，下雨天推车过桥不会打滑。",
)
_FERRY = column(
    "昨天上午，柳湾渡口的新船下水，比旧船宽出一米，老人上下船不再要人扶，自行车也能推上去。",
    "摆渡人庄守田把缆绳系好，又擦了一遍船舷，船票还是一元，赶场的人都说好。",
)


def headline(text):
    report = reports(text)[-1]
    return {part: report[part] for part in ("kicker", "title", "subtitle") if report[part]}


def test_the_lines_of_a_title_that_a_column_broke_are_one():
    assert headline(f"老街东门菜场改造完\n工摊主搬进新棚\n{_STORY}") == {"title": "老街东门菜场改造完工摊主搬进新棚"}
    assert headline(f"老街有了“新菜\n场”\n{_STORY}") == {"title": "老街有了“新菜场”"}


def test_a_subtitle_goes_on_in_the_next_line():
    text = f"老街菜场换新颜\n——东门街道盘活\n闲置棚子见闻\n□本报记者 柳知秋\n{_STORY}"
    assert headline(text) == {"title": "老街菜场换新颜", "subtitle": "东门街道盘活闲置棚子见闻"}


def test_a_speech_s_occasion_goes_on_in_the_next_line():
    text = f"政府工作报告\n——2026年1月26日在青禾省第十四届\n人民代表大会第四次会议上\n{_STORY}"
    assert headline(text) == {
        "title": "政府工作报告",
        "subtitle": "2026年1月26日在青禾省第十四届人民代表大会第四次会议上",
    }


def test_a_bracket_alone_below_a_subtitle_is_no_rest_of_it():
    [report] = reports(f"政府工作报告\n——2026年1月26日在青禾省第十四届\n）\n{_STORY}")
    assert report["title"] == "政府工作报告"


def test_a_kicker_with_a_comma_leads_to_its_title():
    text = (
        f"老街菜场换新颜\n{_STORY}抢抓晴好天气，三十万亩油\n菜播种进入扫尾阶段——\n机手连轴转\n本报记者 陶小满\n{_FERRY}"
    )
    assert headline(text) == {"kicker": "抢抓晴好天气，三十万亩油菜播种进入扫尾阶段——", "title": "机手连轴转"}


def test_a_headline_asks_or_calls_out():
    for title in ("石板松动？三天修好", "桥头的灯，亮了！", "“打折商品”？当心"):
        found = reports(f"老街菜场换新颜\n{_STORY}{title}\n{_BRIDGE}（本报记者 陶小满）\n")
        assert [one["title"] for one in found] == ["老街菜场换新颜", title]


def test_a_headline_of_two_phrases_stands_in_a_column():
    found = reports(f"老街菜场换新颜\n{_STORY}图书馆不打烊 市民夜读忙\n{_BRIDGE}（本报记者 陶小满）\n")
    assert [one["title"] for one in found] == ["老街菜场换新颜", "图书馆不打烊 市民夜读忙"]


def test_a_byline_that_a_column_broke_in_a_role_is_whole():
    [report] = reports(f"老街菜场换新颜\n□本报记者 柳知秋 陶小满 通讯\n员 柴可新\n{_FERRY}{_FERRY}")
    assert names(report) == ["柳知秋", "陶小满", "柴可新"]


def test_names_in_brackets_that_a_column_broke_sign_the_report_above():
    text = f"渡口换了新船\n{_FERRY}（本报记者 陶\n小满 实习生 简宁）\n老街菜场换新颜\n{_STORY}"
    ferry, market = reports(text)
    assert names(ferry) == ["陶小满", "简宁"]
    assert market["title"] == "老街菜场换新颜"


def test_a_caption_that_a_column_broke_is_whole():
    text = f"老街菜场换新颜\n{_STORY}图为摊主在新的棚子里整理今天刚到的白\n菜。\n庄守田摄\n{_FERRY}"
    [report] = reports(text)
    assert report["photos"] == [{"caption": "图为摊主在新的棚子里整理今天刚到的白菜。", "credit": "庄守田"}]


def test_a_picture_stands_behind_blank_lines():
    text = f"老街菜场换新颜\n{_STORY}\n1月26日，新的棚子里\n摊主正在卖菜。\n庄守田 摄\n\n{_FERRY}"
    [report] = reports(text)
    assert report["photos"] == [{"caption": "1月26日，新的棚子里摊主正在卖菜。", "credit": "庄守田"}]


def test_the_rest_of_a_picture_s_headline_is_no_caption():
    text = (
        f"老街菜场换新颜\n{_STORY}桃花园里迎来盛花\n期\n3月12日，游客在青禾县萍塘村桃花林里赏花。该村\n"
        "三百多亩桃花竞相绽放，带动了农家乐和土特产销售。\n本报记者 庄守田 摄\n"
    )
    assert [one["title"].replace(" ", "") for one in reports(text)] == ["老街菜场换新颜", "桃花园里迎来盛花期"]


def test_no_line_begins_with_a_comma():
    text = f"老街菜场换新颜\n{_STORY}摊主都说好，陶小满说“真好”\n，庄守田也说好，船票还是一元。\n"
    assert paragraphs(reports(text)[0])[-1] == "摊主都说好，陶小满说“真好”，庄守田也说好，船票还是一元。"


def test_a_heading_that_begins_with_a_quotation_mark_is_not_the_rest_of_a_line():
    cut = "“棚子大了，地也不滑了。\n”摊主陶小满说，又擦了擦柜台。\n" * 2
    text = f"老街菜场换新颜\n{_STORY}{cut}“等”出来的心结\n{_FERRY}"
    assert "“等”出来的心结" in [section["heading"] for section in reports(text)[0]["sections"]]


def test_a_title_that_is_left_open_is_no_heading():
    text = f"老街菜场换新颜\n{_STORY}按照《青禾市渡口管\n理三年行动方案》，到年底，每个县建成两家。\n"
    [report] = reports(text)
    assert paragraphs(report)[-1] == "按照《青禾市渡口管理三年行动方案》，到年底，每个县建成两家。"


def test_behind_its_report_a_kicker_may_stand_below_the_title():
    text = (
        f"本报讯 {_FERRY}（陶小满）\n零点检修护清凉\n青禾供电公司：\n本报讯（记者 柳知秋）{_FERRY}老街菜场换新颜\n"
        f"本报讯（记者 贺小舟）{_FERRY}青石岭公路装上护栏\n"
    )
    first = reports(text)[0]
    assert (first["kicker"], first["title"]) == ("青禾供电公司：", "零点检修护清凉")
