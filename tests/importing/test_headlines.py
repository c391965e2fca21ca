"""Which lines are titles, kickers, subtitles and columns, and where a report begins."""

from .reading import names, reports

_BODY = "本报讯（记者 柳知秋）东门菜场改造完工，三百多个摊主搬进新的棚子，地面不再积水。\n"


def headline(text):
    report = reports(f"{text}\n本报讯（记者 柳知秋）东门菜场改造完工，摊主搬了进去。\n")[0]
    return {part: report[part] for part in ("column", "kicker", "title", "subtitle") if report[part]}


_MIXED = """本报讯（记者 柳知秋）昨天
上午，青禾县东门菜场改造
完工，三百多个摊主搬进新
的棚子，老街坊们早早赶来
买菜，还有人带来了鞭炮。
市场主任贺长林说：“地面
不再积水，灯也亮了。
”
改造用了两个月，花了四十
万元，下一步还要修停车
场。
东门菜场改造完工
■记者 陶小满 通讯员 柴
可新
渡口的新船昨天下水，比旧
船宽出一米，老人上下船不
再要人扶，自行车也能推上
去，船票还是一元。摆渡人
庄守田把缆绳系好，又擦了
一遍船舷。
柳湾渡口换了新船
县图书馆暑期延长开放
本报讯（贺小舟 陶
然）从下周起，县图书馆开
放到晚上九点，自习室添了
六十个座位，周一闭馆整理
图书。读者凭身份证就能办
卡，孩子由家长陪同。
A2民生 青禾日报 2024年7月2日星期二 责任编辑柳叶版式陶然校对贺兰
"""


def test_a_column_in_brackets_stands_before_the_title():
    report = reports("# 【街巷观察】老街菜场换新颜\n\n本报讯（记者 柳知秋）菜场改造完工。\n")[0]
    assert (report["column"], report["title"]) == ("街巷观察", "老街菜场换新颜")


def test_a_stroke_parts_a_column_from_the_title():
    report = reports("# 街巷观察 | 老街菜场换新颜\n\n本报讯（记者 柳知秋）菜场改造完工。\n")[0]
    assert (report["column"], report["title"]) == ("街巷观察", "老街菜场换新颜")


def test_a_column_with_its_label_stands_behind_a_line_of_the_frame():
    text = (
        "桥头夜市亮起来\n第3版(民生)\n专栏：街巷观察\n\n　　本报记者 柳知秋\n　　夜市的灯一亮，桥头就热闹起来。\n\n"
        "渡口换了新船\n第3版(民生)\n专栏：街巷观察\n\n　　本报记者 陶小满\n　　新船比旧船宽出一米，自行车也能推上去。\n"
    )
    found = [(report["title"], report["column"]) for report in reports(text)]
    assert found == [("桥头夜市亮起来", "街巷观察"), ("渡口换了新船", "街巷观察")]


def test_four_letters_above_a_title_are_a_column_and_a_place_is_none():
    body = "本报讯（记者 柳知秋）菜场改造完工，摊主搬了进去。\n"
    first, second = reports(f"桥头絮谈\n\n## 老街菜场换新颜\n\n{body}\n河湾新镇\n\n## 渡口换了新船\n\n{body}")
    assert (first["column"], first["kicker"]) == ("桥头絮谈", None)
    assert (second["column"], second["kicker"]) == (None, "河湾新镇")


def test_a_long_line_above_a_short_title_is_its_kicker():
    text = (
        "四十一年，三代“水文人”守在大河源头\n石匣：江水有数\n——石匣水文站纪实\n\n"
        "本报讯（记者 柳知秋）清晨七点，站长走进缆道房，合上电闸。\n\n八点，数据发了出去。\n\n下午，风停了。\n"
    )
    report = reports(text)[0]
    assert (report["kicker"], report["title"]) == ("四十一年，三代“水文人”守在大河源头", "石匣：江水有数")


def test_headlines_of_one_page_stand_behind_their_reports_and_before():
    found = reports(_MIXED)
    assert {report["title"] for report in found} == {"东门菜场改造完工", "柳湾渡口换了新船", "县图书馆暑期延长开放"}
    authors = {report["title"]: [one["name"] for one in report["authors"]] for report in found}
    assert authors["柳湾渡口换了新船"] == ["陶小满", "柴可新"]
    assert authors["县图书馆暑期延长开放"] == ["贺小舟", "陶然"]


def test_a_closing_mark_on_a_line_of_its_own_ends_the_quotation():
    [report] = [report for report in reports(_MIXED) if report["title"] == "东门菜场改造完工"]
    assert [one["text"] for one in report["statements"]] == ["地面不再积水，灯也亮了。"]


def test_a_headline_wider_than_the_column_stands_over_several():
    text = """今日谈
账要算在明处
柳知秋
村里的账贴在墙上，一笔一
笔都看得清。谁家领了多少
补贴，谁家交了多少水费，
识字的人念给不识字的听。
账算在明处，心里就亮堂，
闲话也就少了。
街巷观察
桥头的路灯坏了三年，修好只用了一个下午
“早来一天，少摔一跤”
贺长林 陶小满 柴可新
桥 头 的 路 灯 坏 了
三 年 ， 过 桥 的 人 都
打 手 电 。 街 道 说 归
供 电 所 管 ， 供 电 所
说归街道管。
上周五下午，电工
来 了 ， 换 了 一 根 线
和三只灯泡。
"""
    first, second = reports(text)
    assert first["title"] == "账要算在明处"
    assert second["title"] == "“早来一天，少摔一跤”"
    assert [one["name"] for one in second["authors"]] == ["贺长林", "陶小满", "柴可新"]


def test_a_headline_in_a_pile_above_another_goes_to_the_report_it_speaks_of():
    text = (
        "## 渡口换了新船 自行车推得上去\n\n# 东门菜场改造完工\n\n"
        "本报讯（记者 柳知秋）东门菜场改造完工，三百多个摊主搬进新的棚子，地面不再积水，灯也亮了。\n\n"
        "本报讯（记者 陶小满）柳湾渡口换了新船，比旧船宽出一米，老人上下船不再要人扶，自行车也推得上去。\n"
    )
    assert [report["title"] for report in reports(text)] == ["东门菜场改造完工", "渡口换了新船 自行车推得上去"]
    assert reports(text)[0]["kicker"] is None


def test_a_headline_behind_its_report_stands_before_a_continuation():
    text = (
        "本报讯（记者 柳知秋）东门\n菜场改造完工，三百多个摊主\n搬进新的棚子，地面不再积水，\n灯也亮了。\n"
        "老街菜场\n换新颜 摊主搬新家\n（上接第一版）\n"
        "渡口换了新船，比旧船宽出一\n米，老人上下船不再要人扶，自\n行车也推得上去。\n"
        "柳湾渡口换了新船\n"
    )
    titles = [report["title"] for report in reports(text)]
    assert titles[0].endswith("换新颜 摊主搬新家")
    assert reports(text)[1]["continued_from"] == "第一版"


def test_a_page_that_opens_with_a_continuation_and_closes_with_a_signature_has_its_headlines_before():
    text = (
        "（上接第一版）渡口换了新船，比旧船宽出一米，老人上下船不再要人扶，自行车也推得上去。\n\n"
        "# 东门菜场改造完工\n\n本报讯（记者 柳知秋）东门菜场改造完工，三百多个摊主搬进新的棚子，地面不再积水。\n\n"
        "# 停水公告\n\n尊敬的用户：\n\n因检修管道，定于4月9日晚停水，请储水。\n\n特此公告。\n\n青禾县供水公司\n"
    )
    assert [report["title"] for report in reports(text)] == ["", "东门菜场改造完工", "停水公告"]


def test_a_line_that_recurs_between_reports_parts_them():
    briefs = [
        ("老街菜场换新颜", "东门菜场"),
        ("图书馆延长开放", "县图书馆"),
        ("山路装上护栏", "青石岭公路"),
        ("渡口换了新船", "柳湾渡口"),
    ]
    text = "\n[返回顶部]\n\n".join(
        f"{title}\n{place}的改造工程于本周完工，周边三千多名居民从中受益。\n" for title, place in briefs
    )
    assert [report["title"] for report in reports(text)] == [title for title, _ in briefs]


def test_what_the_editors_say_of_a_theme_is_a_report_under_it():
    text = (
        "大水面前 我们在一起\n\n编者按\n\n　　8月以来，三江并涨，沿江各地告急。在堤线上，有赶来的战士和船工。\n\n"
        "河湾村的最后一班船\n\n□文/本报记者 柳知秋 陶小满\n\n　　那天夜里，船工把最后一批老人送上了对岸的高地。\n"
    )
    note, report = reports(text)
    assert (note["title"], note["marks"]) == ("大水面前 我们在一起", ["编者按"])
    assert [one["name"] for one in report["authors"]] == ["柳知秋", "陶小满"]


def test_a_table_of_contents_tells_which_headlines_are_titles():
    text = (
        "青禾日报数字报 > 2014年07月02日 > 第六版\n\n标题导航\n\n·老街菜场换新颜\n\n·数说菜场\n\n·渡口换了新船\n\n"
        "老街菜场换新颜\n\n□本报记者 柳知秋\n\n　　东门菜场改造完工，三百多个摊主搬进新的棚子，地面不再积水。\n\n"
        "数说菜场\n\n　　8.6万　菜场总面积8.6万平方米，分设室内、室外两个交易大厅。\n\n"
        "渡口换了新船\n\n□本报记者 陶小满\n\n　　柳湾渡口换了新船，比旧船宽出一米，老人上下船不再要人扶。\n"
    )
    assert [report["title"] for report in reports(text)] == ["老街菜场换新颜", "数说菜场", "渡口换了新船"]


def test_the_table_of_contents_of_a_page_is_no_report():
    contents = "标题导航\n\n■ 老街菜场换新颜\n\n■ 渡口换了新船\n\n"
    text = (
        "老街菜场换新颜\n\n本报讯（记者 柳知秋）东门菜场改造完工，三百多个摊主搬进新的棚子。\n\n"
        "渡口换了新船\n\n本报讯（记者 陶小满）柳湾渡口换了新船，老人上下船不再要人扶。\n"
    )
    assert [report["title"] for report in reports(contents + text)] == ["老街菜场换新颜", "渡口换了新船"]


def test_a_subtitle_without_a_mark_says_who_answers():
    expected = {"title": "东门菜场这两天菜价上涨", "subtitle": "菜农：雪天路滑，运费贵了"}
    assert headline("东门菜场这两天菜价上涨\n菜农：雪天路滑，运费贵了") == expected


def test_a_subtitle_without_a_mark_says_who_attended():
    expected = {"title": "菜场改造动员会召开", "subtitle": "贺长林出席并讲话 陶小满主持"}
    assert headline("菜场改造动员会召开\n贺长林出席并讲话 陶小满主持") == expected


def test_a_longer_line_with_a_comma_below_a_title_is_its_subtitle():
    expected = {"title": "东门菜场改造完工", "subtitle": "灯也亮了，三百多个摊主搬进新棚"}
    assert headline("东门菜场改造完工\n灯也亮了，三百多个摊主搬进新棚") == expected


def test_a_title_is_broken_before_a_preposition_or_behind_a_verb_without_an_object():
    assert headline("供水公司连夜抢修\n为居民送水上门") == {"title": "供水公司连夜抢修 为居民送水上门"}
    assert headline("青禾县供水公司开展\n管网检修") == {"title": "青禾县供水公司开展 管网检修"}


def test_the_second_branch_of_a_company_is_no_chapter():
    assert headline("供水公司连夜抢修\n第二分公司通水了") == {"title": "供水公司连夜抢修 第二分公司通水了"}


def test_a_line_with_figures_that_goes_on_below_is_text():
    [report] = reports("老街菜场换新颜\n改造花了40万元，用了2个月，搬进300多个摊主\n菜场里的灯也亮了。\n")
    assert report["title"] == "老街菜场换新颜"


def test_a_label_with_a_title_of_its_own_begins_a_report():
    text = "老街菜场换新颜\n\n" + _BODY + "\n读者问答\n\n摊位费怎么交\n\n摊位费按季度交，逾期按日加收滞纳金。\n"
    box = reports(text)[1]
    assert (box["column"], box["title"]) == ("读者问答", "摊位费怎么交")


def test_a_line_that_leads_to_a_title_begins_a_report():
    text = (
        "老街菜场换新颜\n\n" + _BODY + "\n新船宽出一米——\n\n渡口换了新船\n\n柳湾渡口换了新船，老人上下船不再要人扶。\n"
    )
    story = reports(text)[1]
    assert (story["kicker"], story["title"]) == ("新船宽出一米——", "渡口换了新船")


def test_a_title_above_figures_begins_a_report():
    text = "老街菜场换新颜\n\n" + _BODY + "\n数说菜场\n\n菜场总面积8.6万平方米，分设室内、室外两个交易大厅。\n"
    assert [report["title"] for report in reports(text)] == ["老街菜场换新颜", "数说菜场"]


def test_a_text_signed_by_others_than_the_report_above_is_a_report_of_its_own():
    text = (
        "老街菜场换新颜\n\n本报记者 柳知秋\n\n东门菜场改造完工，三百多个摊主搬进新的棚子，地面不再积水，灯也亮了。\n\n"
        "渡口换了新船\n\n柳湾渡口换了新船，比旧船宽出一米，老人上下船不再要人扶。（陶小满）\n"
    )
    assert [(report["title"], names(report)) for report in reports(text)] == [
        ("老街菜场换新颜", ["柳知秋"]),
        ("渡口换了新船", ["陶小满"]),
    ]


def test_letters_are_parted_by_the_places_and_names_of_those_who_wrote_them():
    text = (
        "路灯坏了没人修\n\n桥头的路灯坏了三年，过桥的人都打手电，盼着有人来修。\n\n青禾县柳湾镇 贺长林\n\n"
        "公交站能不能加个棚\n\n雨天等车没有地方躲，盼着能加个棚。\n\n青禾县石桥乡 陶小满\n"
    )
    assert [(report["title"], names(report)) for report in reports(text)] == [
        ("路灯坏了没人修", ["贺长林"]),
        ("公交站能不能加个棚", ["陶小满"]),
    ]


def test_articles_of_a_web_site_are_parted_by_the_menus_between_them():
    text = (
        "老街菜场换新颜\n2024-06-06 09:15 来源：青禾日报\n"
        "　　东门菜场改造完工，三百多个摊主搬进新的棚子，地面不再积水，灯也亮了，老街坊们早早赶来买菜。\n"
        "相关阅读\n首页 | 新闻 | 民生 | 专题\n"
        "渡口换了新船\n2024-06-05 09:15 来源：青禾日报\n"
        "　　柳湾渡口换了新船，比旧船宽出一米，老人上下船不再要人扶，自行车也能推上去，船票还是一元。\n"
        "发表评论\n桥头夜市亮起来\n图书馆延长开放\n"
    )
    assert [(report["title"], report["published"]) for report in reports(text)] == [
        ("老街菜场换新颜", "2024-06-06T09:15"),
        ("渡口换了新船", "2024-06-05T09:15"),
    ]


def test_the_number_of_an_instalment_marks_the_name_of_a_serial():
    expected = {"column": "渡口往事（连载三）", "title": "旧船的桨挂在墙上"}
    assert headline("渡口往事（连载三）\n\n旧船的桨挂在墙上\n") == expected


def test_an_office_of_four_letters_above_a_title_is_no_column():
    assert headline("县文化局\n\n## 老街菜场换新颜\n") == {"kicker": "县文化局", "title": "老街菜场换新颜"}


def test_the_titles_in_a_list_of_other_articles_are_not_those_of_the_next():
    text = (
        "老街菜场换新颜\n2024-06-06 09:15 来源：青禾日报\n"
        "　　本报讯（记者 柳知秋）东门菜场改造完工，三百多个摊主搬进新的棚子，地面不再积水。\n"
        "相关阅读\n桥头夜市亮起来\n图书馆延长开放\n"
        "渡口换了新船\n2024-06-05 09:15 来源：青禾日报\n　　柳湾渡口换了新船，比旧船宽出一米。\n"
    )
    assert [report["title"] for report in reports(text)] == ["老街菜场换新颜", "渡口换了新船"]


def test_a_title_stands_above_a_row_whatever_stood_above_the_one_before():
    row = "2024-06-06 09:15 来源：青禾日报\n"
    text = (
        f"老街菜场换新颜\n{row}　　本报讯（记者 柳知秋）东门菜场改造完工，三百多个摊主搬进新的棚子，地面不再积水。\n"
        f"渡口换了新船\n{row}　　本报讯（记者 陶小满）柳湾渡口换了新船，比旧船宽出一米，老人上下船不再要人扶。\n"
    )
    assert [report["title"] for report in reports(text)] == ["老街菜场换新颜", "渡口换了新船"]


def test_what_the_terms_of_a_report_mean_stands_under_a_title_of_its_own():
    told = "　　东门菜场改造完工，三百多个摊主搬进新的棚子，地面不再积水，灯也亮了。\n\n"
    terms = "《政府工作报告》部分名词解释\n\n　　1.“两新”：设备更新和以旧换新。\n"
    text = f"政府工作报告\n\n{told}一、回顾\n\n{told}{terms}"
    assert [report["title"] for report in reports(text)] == ["政府工作报告", "《政府工作报告》部分名词解释"]
