"""Forms of newspaper text, each in an example of its own."""

from articles.importing import parse


def reports(text):
    return parse(text).as_json("")["reports"]


def said(paragraph):
    statements = reports(f"# 老街菜场换新颜\n\n本报讯 {paragraph}\n")[0]["statements"]
    return [(s["kind"], s["speaker"]["name"], s["text"]) for s in statements]


def test_words_that_end_like_a_verb_of_saying_say_nothing():
    assert (
        said("市场主任贺长林微笑，把钥匙交给摊主。陶小满没有打算，只想把摊支起来。柴大姐连声道谢，转身回了家。") == []
    )


def test_who_says_it_can_do_something_instead_of_saying():
    assert said("“灯亮了，地也不滑了。”摊主陶小满拍拍柜台，“下雨也不怕。”") == [
        ("direct", "陶小满", "灯亮了，地也不滑了。"),
        ("direct", "陶小满", "下雨也不怕。"),
    ]


def test_a_foreigner_is_called_by_the_last_part_of_the_name():
    paragraph = "留学生卢卡·贝利尼来买豆腐。贝利尼说：“这里的豆腐很嫩。”"
    assert said(paragraph) == [("direct", "卢卡·贝利尼", "这里的豆腐很嫩。")]


def test_radicals_of_a_pdf_font_are_read_as_letters_and_printed_as_they_stand():
    report = reports("# 老街菜场换新颜\n\n本报讯（记者 柳知秋）菜场改造完⼯，摊主搬了进去。\n")[0]
    assert report["authors"] == [{"name": "柳知秋", "role": "记者"}]
    assert report["sections"][0]["paragraphs"] == ["菜场改造完⼯，摊主搬了进去。"]


def test_a_column_in_brackets_stands_before_the_title():
    report = reports("# 【街巷观察】老街菜场换新颜\n\n本报讯（记者 柳知秋）菜场改造完工。\n")[0]
    assert (report["column"], report["title"]) == ("街巷观察", "老街菜场换新颜")


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


def test_a_speech_has_its_occasion_and_its_speaker_behind_the_row_of_the_web_page():
    text = (
        "青禾县政府网\n\n2024年青禾县政府工作报告\n\n发布时间：2024-02-06 09:15 来源：青禾日报\n\n"
        "（2024年1月18日在青禾县第十七届人民代表大会第四次会议上）\n\n青禾县县长 布和苏荣\n\n各位代表：\n\n"
        "现在，我代表县人民政府作工作报告，请予审议。\n\n一年来，主要做了以下工作：\n\n"
        "（一）农业稳产增收。\n\n全年粮食总产量五十六万吨，新建高标准农田八万亩。\n"
    )
    [report] = reports(text)
    assert report["title"] == "2024年青禾县政府工作报告"
    assert report["subtitle"] == "（2024年1月18日在青禾县第十七届人民代表大会第四次会议上）"
    assert report["authors"] == [{"name": "布和苏荣", "role": ""}]
    assert "一年来，主要做了以下工作：" in report["sections"][0]["paragraphs"]


def test_a_column_with_its_label_stands_behind_a_line_of_the_frame():
    text = (
        "桥头夜市亮起来\n第3版(民生)\n专栏：街巷观察\n\n　　本报记者 柳知秋\n　　夜市的灯一亮，桥头就热闹起来。\n\n"
        "渡口换了新船\n第3版(民生)\n专栏：街巷观察\n\n　　本报记者 陶小满\n　　新船比旧船宽出一米，自行车也能推上去。\n"
    )
    found = [(report["title"], report["column"]) for report in reports(text)]
    assert found == [("桥头夜市亮起来", "街巷观察"), ("渡口换了新船", "街巷观察")]


def test_names_of_other_languages_are_read_whole():
    paragraph = "养羊大户苏和给记者算了一笔账：“一只羔多卖二百元。”旗长那顺巴雅尔强调，要把草场看好。"
    assert said(paragraph) == [
        ("direct", "苏和", "一只羔多卖二百元。"),
        ("indirect", "那顺巴雅尔", "要把草场看好。"),
    ]
    assert reports("# 草场返青早\n\n本报讯（记者 孟和朝鲁 通讯员 斯日古楞）草场返青。\n")[0]["authors"] == [
        {"name": "孟和朝鲁", "role": "记者"},
        {"name": "斯日古楞", "role": "通讯员"},
    ]


def test_what_somebody_else_does_before_is_no_part_of_an_office():
    paragraph = "法官柴可新请来了仪表厂工程师贺长林。工程师贺长林说，表没有坏。"
    text = f"# 老街菜场换新颜\n\n本报讯 {paragraph}\n"
    assert reports(text)[0]["statements"][0]["speaker"] == {"name": "贺长林", "office": "仪表厂工程师"}


def test_the_name_of_a_city_is_no_person():
    paragraph = "“灯亮了。”岳阳市青禾区柳湾村村民陶小满嗓子有些沙，“下雨也不怕。”"
    assert {name for _, name, _ in said(paragraph)} == {"陶小满"}


def test_an_interview_is_said_by_who_answers():
    text = (
        "# 把旧厂房留下来\n\n本报记者 柳知秋\n\n记者：旧厂房为什么不拆？\n\n贺长林：拆了容易，再建就没有了。\n\n"
        "墙是好墙，梁是好梁。\n\n记者：里面放什么？\n\n贺长林：放书，也放人。\n\n走出厂门，天已经黑了。\n"
    )
    statements = reports(text)[0]["statements"]
    assert [(one["speaker"]["name"], one["text"]) for one in statements] == [
        ("贺长林", "拆了容易，再建就没有了。"),
        ("贺长林", "墙是好墙，梁是好梁。"),
        ("贺长林", "放书，也放人。"),
    ]


def test_who_compiles_signs():
    text = "# 热线一周\n\n本周接到来电三十一个，其中反映路灯的有九个，已全部修好。\n\n（柳知秋整理）\n"
    assert reports(text)[0]["authors"] == [{"name": "柳知秋", "role": "整理"}]


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


def test_the_table_of_contents_of_a_page_is_no_report():
    contents = "标题导航\n\n■ 老街菜场换新颜\n\n■ 渡口换了新船\n\n"
    text = (
        "老街菜场换新颜\n\n本报讯（记者 柳知秋）东门菜场改造完工，三百多个摊主搬进新的棚子。\n\n"
        "渡口换了新船\n\n本报讯（记者 陶小满）柳湾渡口换了新船，老人上下船不再要人扶。\n"
    )
    assert [report["title"] for report in reports(contents + text)] == ["老街菜场换新颜", "渡口换了新船"]


def test_the_photographer_below_a_headline_signs_a_picture_with_a_text_of_its_own():
    text = (
        "## 东门菜场改造完工\n\n本报讯（记者 柳知秋）东门菜场改造完工，三百多个摊主搬进新的棚子，地面不再积水。\n\n"
        "柳湾渡口“换装”忙\n\n本报记者 陶小满 摄\n\n4月9日，船工在柳湾渡口给新船刷漆。\n\n"
        "眼下正是枯水季节，船队趁停航检修。\n"
    )
    story = reports(text)[1]
    assert story["title"] == "柳湾渡口“换装”忙"
    assert story["authors"] == [{"name": "陶小满", "role": "摄影"}]
    assert len(story["sections"][0]["paragraphs"]) == 2


def test_a_stroke_parts_a_column_from_the_title():
    report = reports("# 街巷观察 | 老街菜场换新颜\n\n本报讯（记者 柳知秋）菜场改造完工。\n")[0]
    assert (report["column"], report["title"]) == ("街巷观察", "老街菜场换新颜")


def test_an_office_and_a_spaced_name_below_a_subtitle_sign():
    text = (
        "政府工作报告\n\n——2014年1月19日在青禾县第十二届人民代表大会第三次会议上\n\n青禾县人民政府县长　柳　青\n\n"
        "来源：青禾日报　发布时间：2014-01-27 07:42\n\n各位代表：\n\n"
        "　　现在，我代表县人民政府向大会报告工作，请予审议，并请各位政协委员和列席会议的同志提出意见。\n\n"
        "名词解释\n\n“双百”行动：即组织实施百项创新工程和百项改造工程。\n"
    )
    report = reports(text)[0]
    assert report["title"] == "政府工作报告"
    assert report["authors"] == [{"name": "柳青", "role": ""}]
    assert report["sections"][-1]["heading"] == "名词解释"


def test_this_doctor_is_who_was_named_before():
    paragraph = "菜场隔壁是医生母小红的诊室。“劝不动也得劝。”这位33岁的女医生笑着说。"
    assert said(paragraph) == [("direct", "母小红", "劝不动也得劝。")]


def test_with_whom_somebody_came_is_described_without_him():
    text = "# 老街菜场换新颜\n\n本报讯 他与县城管局副局长陶小满看了新棚子。“灯也亮了。”陶小满说。\n"
    (statement,) = reports(text)[0]["statements"]
    assert statement["speaker"] == {"name": "陶小满", "office": "县城管局副局长"}


def test_some_place_is_no_masked_name():
    assert said("“两天没水了。”家住东门路某小区的陈女士说。") == [("direct", "陈女士", "两天没水了。")]


def test_a_foreign_name_in_a_byline_goes_on_in_the_next_line_of_a_column():
    text = (
        "□本报记者 柳知秋 赛力\n克·木拉提\n"
        + "东门菜场改造完工，三\n百多个摊主搬进新的棚子，\n地面不再积水。\n" * 4
        + "老街菜场换新颜\n"
    )
    assert [one["name"] for one in reports(text)[0]["authors"]] == ["柳知秋", "赛力克·木拉提"]


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


def test_a_paragraph_that_goes_on_elsewhere_does_not_go_on_behind_a_picture():
    lines = "东门菜场的改造从去年\n春天开始，三百多个摊主\n搬进新的棚子，地面不再\n积水，灯也亮了，其中不\n少是原来的"
    text = (
        f"{lines}（下转第三版）\n图为工人在菜场安装路灯。\n本报记者 陶小满 摄\n渡口换了新船\n"
        "本报讯（记者 柳知秋）4\n月9日，柳湾渡口换了新船，\n比旧船宽出一米，老人上\n下船不再要人扶。\n"
    )
    first, second = reports(text)
    assert first["continued_on"] == "第三版"
    assert first["sections"][0]["paragraphs"][-1].endswith("其中不少是原来的")
    assert second["title"] == "渡口换了新船"


def test_a_picture_below_a_row_of_its_own_is_an_article_of_the_web_page():
    row = "《青禾日报》（2014年05月22日 06版）"
    text = (
        f"老街菜场换新颜\n{row}\n\n　　本报讯（记者 柳知秋）东门菜场改造完工，三百多个摊主搬进新的棚子。\n\n"
        f"上一篇 下一篇\n\n高原“小水文”\n{row}\n\n"
        "　　5月18日，河湾小学的学生在石匣水文站学习辨认水尺。当天，八十余名学生走进站房。本报记者 陶小满 摄\n\n"
        "青禾日报社概况 | 联系我们 | 青禾日报版权所有\n"
    )
    story = reports(text)[1]
    assert story["title"] == "高原“小水文”"
    assert story["authors"] == [{"name": "陶小满", "role": "摄影"}]


def test_names_behind_an_office_are_whole():
    assert said("水文站站长昂江多杰套上救生衣。“数字不能编。”昂江多杰说。") == [("direct", "昂江多杰", "数字不能编。")]
    assert said("河湾村村民韩阿卜都里回了家。“头三个月净赔。”韩阿卜都里说。") == [
        ("direct", "韩阿卜都里", "头三个月净赔。")
    ]
    assert said("“六块五一斤。”村民赵双来说。过了一会儿，赵双来又添了一句。") == [("direct", "赵双来", "六块五一斤。")]


def test_what_the_editors_say_of_a_theme_is_a_report_under_it():
    text = (
        "大水面前 我们在一起\n\n编者按\n\n　　8月以来，三江并涨，沿江各地告急。在堤线上，有赶来的战士和船工。\n\n"
        "河湾村的最后一班船\n\n□文/本报记者 柳知秋 陶小满\n\n　　那天夜里，船工把最后一批老人送上了对岸的高地。\n"
    )
    note, report = reports(text)
    assert (note["title"], note["marks"]) == ("大水面前 我们在一起", ["编者按"])
    assert [one["name"] for one in report["authors"]] == ["柳知秋", "陶小满"]


def test_a_long_line_above_a_short_title_is_its_kicker():
    text = (
        "四十一年，三代“水文人”守在大河源头\n石匣：江水有数\n——石匣水文站纪实\n\n"
        "本报讯（记者 柳知秋）清晨七点，站长走进缆道房，合上电闸。\n\n八点，数据发了出去。\n\n下午，风停了。\n"
    )
    report = reports(text)[0]
    assert (report["kicker"], report["title"]) == ("四十一年，三代“水文人”守在大河源头", "石匣：江水有数")


def test_a_table_of_contents_tells_which_headlines_are_titles():
    text = (
        "青禾日报数字报 > 2014年07月02日 > 第六版\n\n标题导航\n\n·老街菜场换新颜\n\n·数说菜场\n\n·渡口换了新船\n\n"
        "老街菜场换新颜\n\n□本报记者 柳知秋\n\n　　东门菜场改造完工，三百多个摊主搬进新的棚子，地面不再积水。\n\n"
        "数说菜场\n\n　　8.6万　菜场总面积8.6万平方米，分设室内、室外两个交易大厅。\n\n"
        "渡口换了新船\n\n□本报记者 陶小满\n\n　　柳湾渡口换了新船，比旧船宽出一米，老人上下船不再要人扶。\n"
    )
    assert [report["title"] for report in reports(text)] == ["老街菜场换新颜", "数说菜场", "渡口换了新船"]


def test_four_letters_above_a_title_are_a_column_and_a_place_is_none():
    body = "本报讯（记者 柳知秋）菜场改造完工，摊主搬了进去。\n"
    first, second = reports(f"桥头絮谈\n\n## 老街菜场换新颜\n\n{body}\n河湾新镇\n\n## 渡口换了新船\n\n{body}")
    assert (first["column"], first["kicker"]) == ("桥头絮谈", None)
    assert (second["column"], second["kicker"]) == (None, "河湾新镇")


def test_a_credit_that_a_column_broke_ends_its_paragraph():
    text = (
        "老街菜场换新颜\n本报讯（记者 柳知秋）东门\n菜场改造完工，三百多个摊主\n搬进新的棚子。\n（通讯员 钟一舟）\n"
        "赶在汛期前\n4月9日，柳湾渡口的船工在加\n固缆绳，给新船换上救生衣，\n老人上下船不再要人扶。 陶小\n满摄\n"
        "桥头絮谈\n账要算在明处\n□贺长林\n村里的账贴在墙上，一笔一笔都看得清。\n"
        "谁家领了多少补贴，谁家交了多少水费，\n识字的人念给不识字的听。\n"
    )
    story = reports(text)[1]
    assert story["title"] == "赶在汛期前"
    assert story["authors"] == [{"name": "陶小满", "role": "摄影"}]
