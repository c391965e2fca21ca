"""Text layers of PDF pages: elements that a column broke over several lines, and lines that an extractor cut."""

import pytest

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
    printed = [(report["title"], *(section["heading"] for section in report["sections"])) for report in reports(text)]
    assert any("“等”出来的心结" in lines for lines in printed)


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


def test_lines_that_no_blank_line_parts_are_one_title_and_what_stands_apart_leads_to_it():
    text = f"我市“微循环”道路全部完工\n\n断头路打通以后\n出门少绕冤枉路\n\n{_STORY}"
    assert headline(text) == {"kicker": "我市“微循环”道路全部完工", "title": "断头路打通以后 出门少绕冤枉路"}
    text = f"从“论缸卖”到“按克调”\n\n百年酱园的新算盘\n\n{_STORY}"
    assert headline(text) == {"kicker": "从“论缸卖”到“按克调”", "title": "百年酱园的新算盘"}
    text = f"穿街走巷 串起菜场\n小巴开进老城区里\n\n{_STORY}"
    assert headline(text) == {"kicker": "穿街走巷 串起菜场", "title": "小巴开进老城区里"}


def test_a_heading_stands_alone_between_blank_lines():
    for heading in ("还有“毛细血管”待疏", "怎么改，街坊来把关"):
        [report] = reports(f"老街菜场换新颜\n\n{_STORY}\n{heading}\n\n{_BRIDGE}{_FERRY}")
        assert [section["heading"] for section in report["sections"]] == [None, heading]


def test_two_clauses_of_a_length_above_a_first_line_are_a_heading():
    [report] = reports(f"老街菜场换新颜\n{_STORY}灯越来越亮，人越来越少\n{_BRIDGE}{_FERRY}")
    assert [section["heading"] for section in report["sections"]] == [None, "灯越来越亮，人越来越少"]


def test_the_first_line_of_a_column_is_no_heading_below_a_wider_one():
    wide = "东门菜场改造完工以后，三百多个摊主都搬进了新的棚子，\n地面不再积水，灯也亮了，街坊们早早赶来买新鲜的菜。\n"
    narrow = f"秋分已过，渠陵县柏垭镇石坎\n村里{_FERRY}{_BRIDGE}"
    *_, last = reports(f"老街菜场换新颜\n\n{wide * 2}\n先算账，再动土\n\n{narrow}")
    assert last["sections"][-1]["paragraphs"][0].startswith("秋分已过，渠陵县柏垭镇石坎村里")


def test_a_photographer_s_name_apart_from_a_column_signs_another_picture():
    [report] = reports(f"老街菜场换新颜\n{_STORY}\n本报记者 庄守田 摄\n")
    assert (report["photos"], len(paragraphs(report))) == ([], 4)


def test_a_caption_that_a_column_broke_may_end_with_its_credit():
    market, bridge = reports(
        f"老街菜场换新颜\n{_STORY}\n摊主在新的棚子里整理今天刚到的\n白菜。 本报记者 庄守田 摄\n\n"
        f"全县路灯改造工作\n现场会在石匣召开\n贺长林出席并讲话\n本报讯（记者 柳知秋）{_BRIDGE}"
    )
    assert market["photos"] == [{"caption": "摊主在新的棚子里整理今天刚到的白菜。", "credit": "庄守田"}]
    assert (bridge["title"], bridge["subtitle"]) == ("全县路灯改造工作 现场会在石匣召开", "贺长林出席并讲话")


def test_a_box_stands_below_its_own_label_behind_a_report_whose_headline_is_behind_it():
    text = (
        f"本报记者 柳知秋/文 庄守田/图\n{_FERRY}江心有盏灯\n父子守护三十里的航道\n记者手记\n把光留给赶路的人\n柳知秋\n"
        f"{_BRIDGE}本报讯（记者 陶小满）{_FERRY}柳湾渡口换了新船\n"
    )
    found = [(one["title"], names(one)) for one in reports(text)]
    assert [one for one, _ in found][1:] == ["把光留给赶路的人", "柳湾渡口换了新船"]
    assert found[0][1] == ["柳知秋", "庄守田"]


def test_between_signed_reports_two_phrases_alone_may_be_a_heading():
    titles = ("独居老人水表不走", "教学楼顶的菜园", "今起三天夜间施工")
    signed = "".join(f"{title}\n本报讯（记者 陶小满）{_BRIDGE}" for title in titles)
    text = f"小巴开进老城区\n本报记者 柳知秋\n{_FERRY}站点设在哪 街坊说了算\n{_FERRY}{signed}"
    assert [one["title"] for one in reports(text)] == ["小巴开进老城区", *titles]


def test_the_headline_of_another_report_above_a_kicker_is_set_aside():
    text = f"民宿升级座谈\n界别协商座谈会\n\n东门街道办召开会议强调\n\n老街菜场换上新颜\n三百摊主搬进新棚\n{_STORY}"
    assert headline(text) == {"kicker": "东门街道办召开会议强调", "title": "老街菜场换上新颜 三百摊主搬进新棚"}
    text = f"暑期托管班开课啦\n东门菜场改造完工\n{_STORY}"
    assert headline(text) == {"title": "东门菜场改造完工"}


def test_the_name_of_the_paper_alone_is_no_headline():
    text = f"老街菜场换新颜\n{_STORY}\n青禾日报\n\n石匣桥头亮起灯\n\n本报讯（记者 陶小满）{_BRIDGE}"
    assert [one["title"] for one in reports(text)] == ["老街菜场换新颜", "石匣桥头亮起灯"]


def test_the_name_of_a_column_may_stand_below_the_title():
    text = f"云上梯田“谷”事新\n行走青禾·乡村一线见闻\n\n本报记者 柳知秋\n{_FERRY}{_BRIDGE}"
    [report] = reports(text)
    assert (report["title"], report["column"]) == ("云上梯田“谷”事新", "行走青禾·乡村一线见闻")


def test_a_speech_s_occasion_goes_on_on_a_page_whose_paragraphs_are_whole():
    whole = "".join(_STORY.splitlines())
    text = f"政府工作报告\n\n——2026年1月20日在淮庐市第十七届\n\n人民代表大会第六次会议上\n\n{whole}\n\n{whole}\n"
    assert reports(text)[0]["title"] == "政府工作报告"


def test_a_speech_is_signed_by_an_office_and_a_name_set_wide():
    subtitle = "——2025年1月16日在青禾省人民代表大会上"
    text = f"政府工作报告\n{subtitle}\n\n省 长　顾怀山\n\n各位代表：\n{_FERRY}{_BRIDGE}"
    [report] = reports(text)
    assert (report["title"], names(report)) == ("政府工作报告", ["顾怀山"])


def test_the_terms_that_a_list_explains_are_no_headings():
    terms = "1.“两重”：国家重大战略实施和\n重点领域安全能力建设。\n2.“两新”：大规模设备更新。\n"
    [report] = reports(f"政府工作报告\n{_FERRY}一、回顾\n{_BRIDGE}{terms}")
    assert [section["heading"] for section in report["sections"]] == [None, "一、回顾"]


def test_a_heading_of_two_clauses_is_shorter_than_a_first_line():
    [report] = reports(f"老街菜场换新颜\n{_STORY}摊主说话，街坊听着\n{_BRIDGE}{_FERRY}")
    assert [section["heading"] for section in report["sections"]] == [None, "摊主说话，街坊听着"]


def test_who_says_it_may_be_told_over_two_lines():
    quotation = "“这一段前年漏过两回，今年整段\n换了新管，可不能再让街坊挨冻。”\n"
    told = "供热站站长赵立本一边往本子上记\n数据，一边对记者说。\n"
    [report] = reports(f"老街菜场换新颜\n{_STORY}{quotation}{told}{_BRIDGE}")
    said = [(one["speaker"]["name"], one["kind"]) for one in report["statements"] if "挨冻" in one["text"]]
    assert said == [("赵立本", "direct")]
    assert any("挨冻。”供热站" in paragraph for paragraph in paragraphs(report))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("菜场里“逛”新棚", "三百个摊位开张"),
        ("七旬老人迷了路", "摆渡人送她回家"),
        ("走失一整夜的老人迷了路", "民警开车跨两区送她回家"),
        ("老铸工", "修好旧灯塔"),
        ("渡口旧缆绳“以旧换新”", "最高补700元"),
        ("第十二届全县健身运动会", "10月12日开幕"),
    ],
)
def test_two_lines_right_below_each_other_above_a_column_are_one_title(first, second):
    assert headline(f"{_BRIDGE}{first}\n{second}\n{_STORY}") == {"title": f"{first} {second}"}


@pytest.mark.parametrize(
    ("kicker", "title"),
    [
        ("周启航在柳湾镇调研时强调", "不误农时抓春管 压实责任保耕地"),
        ("往返120公里 一天看诊187人", "县医院专家把诊室搬进山村"),
        ("我县大力推广农业社会化服务", "“田保姆”托起“满仓粮”"),
        ("“孙子”急用八万元？", "民警一个电话戳穿骗局"),
        ("河口镇柳湾村：", "小苹果串起一条增收链"),
        ("让“小托育”托起“大民生”", "孩子三岁以前谁来带"),
    ],
)
def test_what_is_whole_by_itself_above_a_title_in_a_column_is_its_kicker(kicker, title):
    assert headline(f"{_BRIDGE}{kicker}\n{title}\n{_STORY}") == {"kicker": kicker, "title": title}


def test_a_kicker_may_stand_above_a_title_on_two_lines():
    text = f"东门换了九部新电梯，用了两个月了——\n新梯到了家门口\n为啥还有人爬楼\n{_STORY}"
    assert headline(text) == {"kicker": "东门换了九部新电梯，用了两个月了——", "title": "新梯到了家门口 为啥还有人爬楼"}


def test_a_longer_line_with_a_comma_is_no_rest_of_a_title():
    text = f"960个夜校名额\n两分钟抢走过半\n第二批课程昨日上线，下月走进写字楼\n{_STORY}"
    assert headline(text) == {"title": "960个夜校名额 两分钟抢走过半", "subtitle": "第二批课程昨日上线，下月走进写字楼"}


def test_a_picture_stands_between_a_headline_and_its_report():
    text = f"{_BRIDGE}\n东门菜场改造完工\n\n11月10日，老人们在柳湾渡口等新船。\n本报记者 柴可新 摄\n\n{_STORY}"
    report = reports(text)[-1]
    assert report["title"] == "东门菜场改造完工"
