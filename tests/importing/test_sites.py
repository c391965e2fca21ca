"""Pages of city sites as a reader copies them: menus, buttons, lists and footers around an article."""

from .reading import headings, names, paragraphs, reports

_STORY = (
    "　　东门菜场改造完工，三百多个摊主搬进新的棚子，地面不再积水，灯也亮了，街坊们早早赶来买菜。\n\n",
    "　　柳湾渡口的新船下水，比旧船宽出一米，老人上下船不再要人扶，船票还是一元，赶场的人都说好。\n\n",
    "　　石匣桥头的路灯昨晚亮了，夜市也跟着热闹起来，卖凉粉的、修鞋的都把摊子支到了九点才收。\n\n",
)
_ROW = "2025-05-14 08:26    来源：青禾日报    字号：A- A+\n"
_ISSUE = "《青禾日报》（2025年03月27日 04版）\n"


def test_the_byline_below_a_button_is_no_value_of_it():
    [report] = reports(f"老街菜场换新颜\n\n{_ROW}分享到：\n\n　　青禾日报全媒体记者 柳知秋 文/图\n\n{''.join(_STORY)}")
    assert (names(report), len(paragraphs(report))) == (["柳知秋"], 3)


def test_a_sentence_that_is_not_indented_as_paragraphs_are_is_a_caption():
    caption = "摊主在新的棚子里卖菜。"
    [report] = reports(f"老街菜场换新颜\n\n{_ROW}\n{_STORY[0]}{caption}\n\n{_STORY[1]}{_STORY[2]}")
    assert (report["photos"], len(paragraphs(report))) == ([{"caption": caption, "credit": None}], 3)
    [report] = reports(f"老街菜场换新颜\n\n{_ROW}\n{_STORY[0]}　　{caption}\n\n{_STORY[1]}{_STORY[2]}")
    assert (report["photos"], len(paragraphs(report))) == ([], 4)


def test_words_behind_an_arrow_say_what_a_picture_shows():
    [report] = reports(f"老街菜场换新颜\n\n{_ROW}\n{_STORY[0]}▲摊主在新的棚子里卖菜\n\n{_STORY[1]}")
    assert [photo["caption"] for photo in report["photos"]] == ["▲摊主在新的棚子里卖菜"]
    listed = "▲东门菜场的新棚子里\n▲柳湾渡口的新船边上\n"
    [report] = reports(f"老街菜场换新颜\n\n{_ROW}\n{_STORY[0]}{listed}{_STORY[1]}")
    assert report["photos"] == []


def test_what_leads_away_from_the_article_ends_it():
    offices = "县水利局 县商务局 县民政局 县司法局 县财政局 县审计局 县统计局 县市场监督管理局 县农业农村局\n"
    tail = f"上一篇： 渡口换新船\n下一篇： 桥头亮起灯\n\n更多部门\n{offices}重要去处\n青禾日报 青禾网\n"
    [report] = reports(f"老街菜场换新颜\n\n{_ROW}\n{''.join(_STORY)}{tail}")
    assert len(paragraphs(report)) == len(_STORY)
    assert [section["heading"] for section in report["sections"]] == [None]


def test_articles_go_on_behind_the_way_to_the_next_one():
    text = "".join(
        f"{title}\n\n{_ISSUE}放大 缩小 默认 打印 收藏\n\n{story}下一篇：别处的事\n\n"
        for title, story in zip(("菜场换新颜", "渡口换新船", "桥头亮起灯"), _STORY, strict=True)
    )
    assert [report["title"] for report in reports(text)] == ["菜场换新颜", "渡口换新船", "桥头亮起灯"]


def test_buttons_below_a_row_part_no_reports():
    text = "".join(
        f"{title}\n\n本报记者 柳知秋\n\n{_ISSUE}放大 缩小 默认 打印 收藏\n\n　　核心阅读\n\n{story}\n上一篇 下一篇\n\n"
        for title, story in zip(("菜场换新颜", "渡口换新船", "桥头亮起灯"), _STORY, strict=True)
    )
    found = reports(text)
    assert [report["title"] for report in found] == ["菜场换新颜", "渡口换新船", "桥头亮起灯"]
    assert [names(report) for report in found] == [["柳知秋"]] * 3


def test_above_a_row_each_line_is_an_element_of_the_headline():
    rest = f"渡口换新船\n\n{_ISSUE}\n{_STORY[1]}{_STORY[2]}"
    text = f"法院工会携手解纷\n拖了三年的补助到账\n\n{_ISSUE}\n{_STORY[0]}{_STORY[2]}上一篇 下一篇\n\n{rest}"
    report = reports(text)[0]
    assert (report["kicker"], report["title"]) == ("法院工会携手解纷", "拖了三年的补助到账")


def test_a_picture_s_label_and_title_are_no_names():
    text = f"渡口换新船\n\n{_ISSUE}\n{_STORY[1]}图片新闻\n田间普法忙\n\n{_ISSUE}\n{_STORY[0]}"
    assert [(one["column"], one["title"]) for one in reports(text)][1] == ("图片新闻", "田间普法忙")


def test_a_list_of_headlines_tells_the_titles_though_its_lines_stand_close():
    titles = ("老街的菜场换了新颜", "渡口的新船下了水", "桥头的路灯亮起来", "夜市的摊子支到九点", "老街坊们都来买菜")
    articles = "".join(f"{title}\n\n{story}" for title, story in zip(titles, (*_STORY, *_STORY[:2]), strict=True))
    found = reports("标题导航\n" + "\n".join(titles) + f"\n责任编辑：贺小满\n\n{articles}")
    assert [report["title"] for report in found] == list(titles)


def test_a_stroke_behind_the_name_of_a_column_is_a_mark():
    for text in (f"民生观察丨巷口的小修小补回来了\n\n{_ROW}\n", f"民生观察丨\n巷口的小修小补回来了\n\n{_ROW}\n"):
        [report] = reports(text + "".join(_STORY))
        assert report["title"] == "巷口的小修小补回来了"
        printed = "".join(filter(None, (report["column"], report["kicker"], *report["marks"])))
        assert printed.count("丨") == 1
    [report] = reports(f"民生观察丨巷口的小修小补回来了\n\n{_ROW}\n" + "".join(_STORY))
    assert (report["column"], report["marks"][0]) == ("民生观察", "丨")


def test_an_article_goes_on_behind_a_list_that_stands_in_it():
    listed = "相关阅读\n·石匣桥头修了路\n·柳湾渡口换新船\n\n　　“得有人接着听”\n\n"
    text = f"老街菜场换新颜\n\n{_ROW}\n{_STORY[0]}{listed}{''.join(_STORY)}\n热点排行\n1 本周气温骤降\n2 路灯又亮了\n"
    [report] = reports(text)
    assert len(paragraphs(report)) == 1 + len(_STORY)
    assert [section["heading"] for section in report["sections"]] == [None, "“得有人接着听”"]


def test_a_caption_without_a_stop_is_told_by_its_indent_where_headings_are_indented():
    caption = "摊主正在新的棚子里卖菜"
    inside = f"{_STORY[0]}{caption}\n\n　　一句“我来”，守了多年\n\n{_STORY[1]}　　灯也亮了，夜市热闹\n\n{_STORY[2]}"
    [report] = reports(f"老街菜场换新颜\n\n{_ROW}\n{inside}")
    assert [photo["caption"] for photo in report["photos"]] == [caption]
    assert len(report["sections"]) == 3
    [report] = reports(f"老街菜场换新颜\n\n{_ROW}\n{inside.replace('　　一句', '一句').replace('　　灯', '灯')}")
    assert report["photos"] == []


def test_numbers_stand_above_the_headings_of_an_account_s_article():
    account = "青禾发布"
    text = (
        f"{account}\n听全文\n\n老街的菜场换了新颜！三百多个摊主今天搬进新棚\n\n"
        f"原创\n{account}\n2025年9月18日 17:32\n山东\n去阅读\n\n"
        f"{''.join(_STORY)}01\n\n棚子修好了\n\n{_STORY[1]}02\n\n灯也亮了\n\n{''.join(_STORY * 3)}"
        f"\nEND\n\n往期推荐\n家门口找工作来了\n{account}\n作者\n"
    )
    [report] = reports(text)
    assert report["title"] == "老街的菜场换了新颜！三百多个摊主今天搬进新棚"
    assert [section["heading"] for section in report["sections"]] == [None, "01 棚子修好了", "02 灯也亮了"]


def test_an_empty_label_takes_no_row_for_its_value():
    text = f"渡口换新船\n\n作者：\n{_ISSUE}\n{_STORY[1]}上一篇 下一篇\n\n桥头亮起灯\n\n作者：\n{_ISSUE}\n{_STORY[2]}"
    assert [report["published"] for report in reports(text)] == ["2025-03-27"] * 2


def test_a_row_s_buttons_are_no_part_of_its_source():
    [report] = reports(
        f"老街菜场换新颜\n\n2025-10-22 07:48   来源：青禾晚报   我来说两句(13)   字号：大 中 小\n\n{_STORY[0]}"
    )
    assert report["origin"] == "青禾晚报"


def test_a_row_may_begin_with_the_site_s_name():
    row = "青禾新闻网 www.qinghe.example 　 2025年11月07日 08:20 　 来源：青禾日报 　 本报记者 柳知秋 通讯员 柴可新\n"
    [report] = reports(f"一片瓦守住半座城\n\n——记瓦作匠人温锁柱\n\n{row}\n{''.join(_STORY)}[一审：任倩 二审：郝志强]\n")
    assert (report["published"], report["origin"]) == ("2025-11-07T08:20", "青禾日报")
    assert names(report) == ["柳知秋", "柴可新"]


def test_a_paragraph_below_a_caption_without_a_stop_is_no_rest_of_it():
    [report] = reports(f"老街菜场换新颜\n\n{_ROW}\n{_STORY[0]}        图为街坊查看新的棚子\n{_STORY[1]}")
    assert [photo["caption"] for photo in report["photos"]] == ["图为街坊查看新的棚子"]
    assert len(paragraphs(report)) == 2


def test_a_speech_on_the_web_has_its_day_in_the_subtitle_and_a_name_set_wide():
    text = (
        "索 引 号：000014349/2025-00012 主题分类：政府工作报告\n公开方式：主动公开 有 效 性：有效\n\n政府工作报告\n\n"
        "发布时间：2025-01-24 08:36    来源：青禾日报\n\n——2025年1月17日在青禾省人民代表大会会议上\n\n"
        f"青禾省人民政府省长　顾　致　和\n\n各位代表：\n{''.join(_STORY)}"
    )
    [report] = reports(text)
    assert (report["title"], report["kicker"]) == ("政府工作报告", None)
    assert (report["event_date"], names(report)) == ("2025-01-17", ["顾致和"])


def test_a_column_that_several_reports_share_is_not_who_runs_the_page():
    text = "".join(
        f"一线面孔\n\n{title}\n\n{_ISSUE}\n{story}上一篇 下一篇\n\n"
        for title, story in zip(("菜场里的老街坊", "渡口边的摆渡人", "桥头上的点灯人"), _STORY, strict=True)
    )
    assert [report["title"] for report in reports(f"青禾日报数字报\n\n标题导航\n\n{text}")] == [
        "菜场里的老街坊",
        "渡口边的摆渡人",
        "桥头上的点灯人",
    ]


def test_a_question_above_the_row_of_a_page_is_its_title():
    [report] = reports("新棚子搭好了，为啥“占道”又回来了？\n\n" + _ROW + "\n" + "".join(_STORY))
    assert report["title"] == "新棚子搭好了，为啥“占道”又回来了？"


def test_the_original_title_in_brackets_is_no_report():
    text = f"菜场换新颜\n\n{_ROW}\n{''.join(_STORY)}（原标题：《菜场“变脸”归来，还是那个味儿》）\n\n责任编辑：贺小满\n"
    assert [report["title"] for report in reports(text)] == ["菜场换新颜"]


def test_a_heading_stands_above_a_paragraph_that_begins_with_the_land():
    text = (
        f"荒坡变了样\n\n{_ISSUE}\n　　而在五年前，这片坡地却是另一番景象，杂草长得比人还高。\n\n"
        "　　党员带头，荒坡披绿\n\n　　地有了，种什么？村里请来技术员看土壤，最终选定油茶套种药材的路子。\n"
    )
    [report] = reports(text)
    assert headings(report) == ["党员带头，荒坡披绿"]


def test_a_line_names_who_took_all_pictures_above():
    text = (
        f"渡口换新船\n\n{_ISSUE}\n{_STORY[1]}　　图①：新船靠岸。\n　　图②：灯塔亮了。\n"
        "　　以上图片均为本报记者柴可新摄\n"
    )
    [report] = reports(text)
    assert [photo["credit"] for photo in report["photos"]] == ["柴可新"] * 2
