"""Pictures on a page: which lines are theirs, and who took them."""

from articles.importing.names import looks_like_name, parse_byline

from .composer import column
from .reading import names, paragraphs, reports

_STORY = column(
    "本报讯（记者 柳知秋）近日，东门菜场改造完工，三百多个摊主搬进新的棚子，地面不再积水。",
    "改造用了两个月，花了四十万元，老街坊们都来买菜，有人还带来了鞭炮。",
    "主任贺长林说，下一步还要修停车场，争取年底前完工，让大家停车不再难。",
)
_TOLD = "东门菜场改造完工，三百多个摊主搬进新的棚子，地面不再积水，灯也亮了。\n"


def test_a_section_with_a_picture_at_its_end_is_no_picture_story():
    text = (
        "## 高坡村的“赶集车”\n\n本报记者 柳知秋\n\n天刚麻麻亮，中巴车就停在了坝边上。\n\n### 一趟只要一块钱\n\n"
        "从村里到乡上，十九公里山路，票价一块。\n\n“每趟都把我搀到座上。”摊主陶小满说，“心里热乎。”\n\n"
        "村民在坝边等候上车。\n\n庄守田 摄\n\n### 车上的小喇叭\n\n车子一动，喇叭里先放一段秦腔。\n"
    )
    [report] = reports(text)
    assert [section["heading"] for section in report["sections"]] == [None, "一趟只要一块钱", "车上的小喇叭"]
    assert report["photos"] == [{"caption": "村民在坝边等候上车。", "credit": "庄守田"}]


def test_a_picture_with_a_text_of_its_own_takes_no_headline_from_the_report_behind_it():
    picture = "".join(
        f"{line}\n"
        for line in (
            "桃花园里春意闹",
            "3月12日，游客在青禾县萍塘村桃花林里赏花拍",
            "照。眼下，该村三百多亩桃花竞相绽放，每逢周",
            "末日均接待游客上千人次，带动了农家乐和土特",
            "产销售。",
            "本报记者 庄守田 摄",
        )
    )
    ferry = column("本报讯（记者 陶小满）昨天上午，柳湾渡口的新船下水，比旧船宽出一米，老人上下船不再要人扶。")
    bridge = column("本报讯（记者 陶小满）石匣桥头的路灯亮了，夜市也跟着热闹起来，摊主们笑得合不拢嘴。")
    text = f"老街菜场换新颜\n{_STORY}{picture}{ferry}柳湾渡口新船下水\n{bridge}石匣桥头路灯亮了\n"
    assert [(one["title"], names(one)) for one in reports(text)] == [
        ("老街菜场换新颜", ["柳知秋"]),
        ("桃花园里春意闹", ["庄守田"]),
        ("柳湾渡口新船下水", ["陶小满"]),
        ("石匣桥头路灯亮了", ["陶小满"]),
    ]


def test_a_spaced_line_of_text_is_no_headline_of_a_picture():
    spaced = "路 边 的 蜜 摊 前 围 了 不 少 客\n人。“尝了一口就走不动路了，给家\n里老人带了六瓶。”摊主陶小满说。\n"
    text = f"老街菜场换新颜\n{_STORY}{spaced}蜂农在草原查看蜂箱。\n庄守田 摄\n"
    [report] = reports(text)
    assert report["photos"] == [{"caption": "蜂农在草原查看蜂箱。", "credit": "庄守田"}]
    assert paragraphs(report)[-1].startswith("路边的蜜摊前围了不少客人。")


def test_who_lent_a_picture_has_no_name():
    text = "# 老街菜场换新颜\n\n记者 柳知秋\n\n菜场改造完工。\n\n摊主在新的棚子里卖菜。\n\n受访者供图\n"
    assert reports(text)[0]["photos"] == [{"caption": "摊主在新的棚子里卖菜。", "credit": "受访者供图"}]


def test_the_lines_of_a_headline_that_stand_together_belong_to_no_picture_below_them():
    story = _STORY.strip().replace("\n", "\n\n")
    caption = "3月12日，东门灯市里，十几名工匠正\n\n抢在开市前扎制灯笼。一名熟练工匠一\n\n天能扎十多个。"
    text = f"{story}\n\n老街菜场整修\n工作会议召开\n\n扎灯忙\n\n{caption}\n\n庄守田 摄\n"
    captions = [photo["caption"] for report in reports(text) for photo in report["photos"]]
    assert captions
    assert not any("工作会议召开" in caption for caption in captions)


def test_who_took_pictures_and_wrote_signs_below_the_title():
    [report] = reports("柳湾渡口“换装”忙\n本报记者 陶小满 摄影报道\n新船比旧船宽出一米。\n")
    assert (report["title"], names(report), report["photos"]) == ("柳湾渡口“换装”忙", ["陶小满"], [])


def test_a_credit_names_people_of_several_roles():
    text = (
        "老街菜场换新颜\n\n□本报记者 柳知秋\n\n东门菜场改造完工，三百多个摊主搬进新的棚子。\n\n"
        "图为摊主搬进新的棚子。\n\n本报记者 陶小满 通讯员 贺长林 摄\n"
    )
    assert reports(text)[0]["photos"] == [{"caption": "图为摊主搬进新的棚子。", "credit": "陶小满 贺长林"}]


def test_one_credit_stands_below_the_captions_of_several_pictures():
    text = (
        "老街菜场换新颜\n\n□本报记者 柳知秋\n\n　　东门菜场改造完工，三百多个摊主搬进新的棚子。\n\n"
        "工人在菜场安装路灯。\n\n摊主在棚子里摆菜。\n\n（本组图片由本报记者陶小满摄）\n"
    )
    assert reports(text)[0]["photos"] == [
        {"caption": "工人在菜场安装路灯。", "credit": "陶小满"},
        {"caption": "摊主在棚子里摆菜。", "credit": "陶小满"},
    ]


def test_a_photographer_signs_the_short_text_above():
    text = "船工赶在汛期前\n\n本报讯 柳湾渡口换了新船。\n\n4月9日，船工在给新船刷漆。\n\n本报记者 陶小满 摄\n"
    [report] = reports(text)
    assert report["authors"] == [{"name": "陶小满", "role": "摄影"}]
    assert paragraphs(report) == ["柳湾渡口换了新船。", "4月9日，船工在给新船刷漆。"]


def test_a_picture_stays_with_the_report_that_somebody_else_signs():
    text = "老街菜场换新颜\n\n本报讯（记者 柳知秋）东门菜场改造完工。\n\n4月9日，船工在刷漆。\n\n本报记者 陶小满 摄\n"
    report = reports(text)[0]
    assert names(report) == ["柳知秋"]
    assert report["photos"] == [{"caption": "4月9日，船工在刷漆。", "credit": "陶小满"}]


def test_who_lent_a_picture_signs_no_report():
    assert parse_byline("（受访者供图）") == []


def test_who_wrote_and_who_took_the_pictures():
    for line in ("本报记者 柳知秋/文 庄守田/图", "本报记者 柳知秋 文  庄守田 摄"):
        assert [(one.name, one.role) for one in parse_byline(line)] == [("柳知秋", "记者"), ("庄守田", "摄影")]


def test_the_name_of_a_column_with_a_dot_is_no_name():
    assert looks_like_name("阿依努尔·买买提") and not looks_like_name("行走·一线故事")


def test_of_captions_below_each_other_each_is_one():
    text = f"# 老街菜场换新颜\n\n{_TOLD}\n图①：新的棚子。　通讯员 庄守田 摄\n图②：旧的渡口。（资料图片）\n"
    [report] = reports(text)
    assert [photo["caption"] for photo in report["photos"]] == ["图①：新的棚子。", "图②：旧的渡口。"]


def test_who_stands_where_in_a_picture_makes_a_caption():
    [report] = reports(f"# 老街菜场换新颜\n\n{_TOLD}\n\n柳三满（左）在新的棚子里向街坊讲解。\n")
    assert [photo["caption"] for photo in report["photos"]] == ["柳三满（左）在新的棚子里向街坊讲解。"]


def test_a_place_from_which_somebody_reports_is_no_name():
    assert [one.name for one in parse_byline("（记者 柳知秋 临江报道）")] == ["柳知秋"]
    assert [one.name for one in parse_byline("（记者 柳知秋 陶小满报道）")] == ["柳知秋", "陶小满"]


def test_a_photographer_signs_behind_a_stroke():
    [report] = reports(f"# 老街菜场换新颜\n\n{_TOLD}\n客商在选购日用瓷。 庄守田/摄\n\n{_TOLD}")
    assert report["photos"] == [{"caption": "客商在选购日用瓷。", "credit": "庄守田"}]
