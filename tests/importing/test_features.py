"""Features and special pages, as the sites of papers print them: headlines, bylines, pictures and boxes."""

import pytest

from articles.importing import parse

from .reading import names, paragraphs, reports

_TEXT = "　　东门菜场改造完工，三百多个摊主搬进新的棚子，地面不再积水。\n"
_ROW = "2025-09-02 06:58 来源：青禾日报\n"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("青禾云-青禾日报记者 柳知秋 陶小满 通讯员 柴可新", ["柳知秋", "陶小满", "柴可新"]),
        ("青禾新闻记者 柳知秋", ["柳知秋"]),
        ("青禾客户端记者 柳知秋 通讯员 乌云", ["柳知秋", "乌云"]),
        ("撰文/柳知秋", ["柳知秋"]),
        ("文/柳知秋", ["柳知秋"]),
    ],
)
def test_whoever_sends_the_reporter_a_byline_names_the_authors(line, expected):
    [report] = reports(f"# 老街菜场换新颜\n\n{line}\n\n{_TEXT}")
    assert (report["byline"], names(report)) == (line, expected)


def test_the_photographer_of_a_site_and_its_paper_signs_behind_a_stroke():
    text = f"老街菜场换新颜\n\n{_ROW}\n改造后的东门菜场。 青禾云-青禾日报记者 陶小满/摄\n\n{_TEXT}"
    assert reports(text)[0]["photos"] == [{"caption": "改造后的东门菜场。", "credit": "陶小满"}]


def test_a_headline_that_its_pictures_repeat_is_printed_once():
    title = "老街菜场换新颜，三百摊主安了家——东门菜场改造完工一周年回访纪实"
    text = (
        f"【街巷观察】\n\n{title}\n\n{_ROW}\n青禾日报记者 柳知秋\n\n{title}\n\n摊主在新的棚子里卖菜。 陶小满 摄\n\n"
        f"{title}\n\n渡口的新船。 陶小满 摄\n\n{_TEXT}\n{_TEXT}"
    )
    [report] = reports(text)
    assert (report["column"], report["title"]) == ("街巷观察", "老街菜场换新颜，三百摊主安了家")
    assert report["subtitle"] == "东门菜场改造完工一周年回访纪实"
    assert len(paragraphs(report)) == 2


def test_a_box_like_the_one_before_is_a_report_though_nobody_signs_it():
    comment = "村里的账贴在墙上，一笔一笔都看得清，谁家领了多少补贴，谁家交了多少水费，识字的念给不识字的听。"
    facts = "东门菜场占地六亩，开了三十一年，有摊位三百二十个、冷库两间，每天进出的车有一百多辆。"
    text = (
        f"老街菜场换新颜\n\n{_ROW}\n{_TEXT}\n■短评\n\n账要算在明处\n\n□ 贺长林\n\n　　{comment}\n\n"
        f"■新闻链接\n\n东门菜场小档案\n\n　　{facts}\n"
    )
    assert [(one["column"], one["title"]) for one in reports(text)] == [
        (None, "老街菜场换新颜"),
        ("短评", "账要算在明处"),
        ("新闻链接", "东门菜场小档案"),
    ]


def test_in_a_block_with_its_byline_each_line_is_an_element_of_the_headline():
    story = "　　东门菜场改造完工，三百多个摊主搬进新的棚子。\n\n　　地面不再积水，灯也亮了。\n\n" * 3
    row = "《青禾日报》（2009年11月18日   05 版）"
    text = (
        f"街巷评谭\n“百年老街”别争变了味\n柳知秋\n{row}\n\n{story}上一篇  下一篇\n\n"
        f"三百多个摊主搬进新棚\n东门菜场年底完工\n本报记者 陶小满\n{row}\n\n{story}"
    )
    assert [(one["column"], one["kicker"], one["title"]) for one in reports(text)] == [
        ("街巷评谭", None, "“百年老街”别争变了味"),
        (None, "三百多个摊主搬进新棚", "东门菜场年底完工"),
    ]


def test_a_caption_marked_as_a_heading_is_the_picture_s():
    text = (
        "# 老街菜场换新颜\n\n□记者 柳知秋\n\n东门菜场改造完工，三百多个摊主搬进新的棚子。\n\n"
        "# 柳三满（右一）在新的棚子里卖菜。\n\n陶小满 摄\n\n一句家常 街坊常来\n\n地面不再积水，灯也亮了。\n"
    )
    [report] = reports(text)
    assert report["photos"] == [{"caption": "柳三满（右一）在新的棚子里卖菜。", "credit": "陶小满"}]
    assert [section["heading"] for section in report["sections"]] == [None, "一句家常 街坊常来"]


def test_below_the_name_of_a_column_brief_follows_brief():
    briefs = [("柳湾渡口换新船", "贺小舟"), ("石匣桥头亮起灯", "陶然"), ("坡头村通自来水", "柴可新")]
    told = "".join(f"### {title}\n\n{title}，乡亲们都来看，孩子们追着跑。({name})\n\n" for title, name in briefs)
    text = (
        "# 东门菜场换新颜\n\n记者 柳知秋\n\n### 修棚\n\n地面不再积水。\n\n### 装灯\n\n灯也亮了。(记者 柳知秋)\n\n"
        f"## 乡镇短波\n\n{told}"
    )
    assert [report["title"] for report in reports(text)] == ["东门菜场换新颜", *(title for title, _ in briefs)]


def test_a_letter_that_a_reporter_answers_is_a_part_of_the_report():
    text = (
        "# 菜场能否晚点关门\n\n编辑同志：\n\n菜场五点就关门，下了班买不到菜，能不能晚一个小时。\n\n读者 陶小满\n\n"
        "接到来信后，记者走访了东门菜场。\n\n主任贺长林说，下月起晚一个小时关门。\n\n（记者 柳知秋整理）\n"
    )
    [report] = reports(text)
    assert names(report) == ["柳知秋"]
    assert paragraphs(report)[2] == "读者 陶小满".replace(" ", "")
    assert report["truncated"] == []


def test_a_header_may_name_its_page_at_length():
    page = parse("第B04版：青禾周刊·封面故事\n2015年07月20日 星期一 出版\n\n老街菜场换新颜\n\n记者 柳知秋\n\n" + _TEXT)
    assert (page.page, page.page_name, page.issued) == ("B04", "青禾周刊·封面故事", "2015-07-20")


def test_a_side_piece_has_its_label_above_its_title():
    side = "在云岭，胶农们在胶园里套种坚果和珍贵树种，把单一的林子改造成多层楼，鸟多了，虫少了，一年多卖八千多元。"
    apprentice = "磨豆、点卤、压包，六十三岁的掌柜手把手教，徒弟一年里磨坏了三只木桶，手上全是泡，也没有喊过一声疼。"
    said = "“灯也亮了，地面不再积水，我们再也不用站在泥里摆摊，老街坊们都愿意来买菜。”——东门菜场摊主陶小满"
    text = (
        f"老街菜场换新颜\n\n{_ROW}\n{_TEXT}\n人物\n\n“豆腐西施”和她的徒弟\n\n记者 柳知秋\n\n　　{apprentice}\n\n"
        f"声音\n\n摊主这样说\n\n　　{said}\n\n他山之石\n\n云岭：给胶林盖“多层楼”\n\n　　{side}\n"
    )
    assert [one["title"] for one in reports(text)][1:] == [
        "“豆腐西施”和她的徒弟",
        "摊主这样说",
        "云岭：给胶林盖“多层楼”",
    ]


def test_a_box_with_a_sign_is_a_report_of_its_own():
    said = "“灯也亮了，地面不再积水，我们再也不用站在泥里摆摊，老街坊们都愿意来买菜。”——东门菜场摊主陶小满"
    text = f"老街菜场换新颜\n\n{_ROW}\n{_TEXT}\n■声音\n\n摊主这样说\n\n　　{said}\n"
    assert [one["title"] for one in reports(text)] == ["老街菜场换新颜", "摊主这样说"]


@pytest.mark.parametrize(
    "line", ["（数据来源：青禾县农业农村局）", "（图片均由青禾县文化馆提供）", "（资料来源：青禾年鉴）"]
)
def test_where_figures_and_pictures_are_from_is_no_headline_of_the_next_report(line):
    above, below = reports(f"# 老街菜场换新颜\n\n本报记者 柳知秋\n\n{_TEXT}\n{line}\n\n# 渡口有了新船\n\n{_TEXT}")
    assert (above["title"], below["kicker"], below["title"]) == ("老街菜场换新颜", None, "渡口有了新船")


def test_who_lends_all_pictures_is_the_credit_of_each():
    text = f"# 老街菜场换新颜\n\n{_TEXT}\n图①：菜场外景。\n图②：新的棚子。\n（图片均由青禾县文化馆提供）\n"
    [report] = reports(text)
    assert [photo["credit"] for photo in report["photos"]] == ["青禾县文化馆"] * 2


def test_headlines_of_other_pages_are_none_of_this_one():
    text = f"导读\n\n柳湾渡口：新船五一下水（3版）\n\n石匣桥头亮起灯（详见第4版）\n\n# 老街菜场换新颜\n\n{_TEXT}"
    [report] = reports(text)
    assert (report["kicker"], report["title"]) == (None, "老街菜场换新颜")


def test_a_lead_gives_its_day_without_the_month_before_it_gives_another():
    lead = "新华社北京9月17日电（记者程璐瑶）记者17日获悉，2025年假期运输自9月29日起。"
    text = f"# 假期铁路运输为期十二天\n\n{lead}{_TEXT}\n"
    assert reports(text)[0]["event_date"] == "2025-09-17"
