"""Forms of newspaper text, each in an example of its own."""

import re

import pytest

from articles.importing import parse
from articles.importing.frame import is_furniture, is_imprint

from .reading import names, paragraphs, reports

_STORY = "老街菜场换新颜\n本报讯（记者 柳知秋）东门菜场改造完工，三百多个摊主搬进新的棚子。\n"


def test_radicals_of_a_pdf_font_are_read_as_letters_and_printed_as_they_stand():
    report = reports("# 老街菜场换新颜\n\n本报讯（记者 柳知秋）菜场改造完⼯，摊主搬了进去。\n")[0]
    assert report["authors"] == [{"name": "柳知秋", "role": "记者"}]
    assert report["sections"][0]["paragraphs"] == ["菜场改造完⼯，摊主搬了进去。"]


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


def test_who_compiles_signs():
    text = "# 热线一周\n\n本周接到来电三十一个，其中反映路灯的有九个，已全部修好。\n\n（柳知秋整理）\n"
    assert reports(text)[0]["authors"] == [{"name": "柳知秋", "role": "整理"}]


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


def test_a_foreign_name_in_a_byline_goes_on_in_the_next_line_of_a_column():
    text = (
        "□本报记者 柳知秋 赛力\n克·木拉提\n"
        + "东门菜场改造完工，三\n百多个摊主搬进新的棚子，\n地面不再积水。\n" * 4
        + "老街菜场换新颜\n"
    )
    assert [one["name"] for one in reports(text)[0]["authors"]] == ["柳知秋", "赛力克·木拉提"]


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


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("当前位置：青禾日报数字报 > 2024年06月06日 > 第06版：民生", ("青禾日报", "06", "民生")),
        ("青禾日报 2024年6月6日 星期四 责任编辑：柳叶 版式：陶然 第06版 民生", ("青禾日报", "06", "民生")),
        ("A6 民生 青禾日报 2024年6月6日 星期四 责编柳叶 QINGHERIBAO", ("青禾日报", "A6", "民生")),
        ("06 社会·民生 青禾日报 2024年6月6日 星期四", ("青禾日报", "06", "社会·民生")),
    ],
    ids=["place on the site", "staff with colons", "staff without colons", "name with a dot"],
)
def test_a_header_tells_paper_page_and_name_whatever_else_it_holds(header, expected):
    page = parse(f"{header}\n{_STORY}")
    assert (page.newspaper, page.page, page.page_name) == expected


def test_rows_of_a_table_are_text_whatever_they_hold():
    rows = ["|日期|来源|", "|2024年6月6日|青禾日报|", "|版面|放大|"]
    text = "# 东门菜场菜价\n\n本报讯（记者 柳知秋）本周菜价如下。\n\n" + "\n".join(rows)
    assert paragraphs(reports(text)[0])[1:] == rows


def test_a_report_goes_on_behind_the_mark_on_its_line():
    story = reports(f"{_STORY}\n（上接第一版）柳湾渡口换了新船，比旧船宽出一米。\n")[1]
    assert story["continued_from"] == "第一版"
    assert paragraphs(story) == ["柳湾渡口换了新船，比旧船宽出一米。"]


def test_a_mark_that_a_column_broke_tells_where_the_report_goes_on():
    text = (
        "老街菜场换新颜\n本报讯（记者 柳知秋）东门\n菜场改造完工，三百多个摊主\n搬进新的棚子，地面不再积水，\n"
        "灯也亮了。老街坊们都来买菜，\n也有从河对岸来的。（下转第\n三版）\n渡口换了新船\n"
        "本报讯（记者 陶小满）柳湾\n渡口换了新船，比旧船宽出一\n米，老人上下船不再要人扶。\n"
    )
    assert [(report["title"], report["continued_on"]) for report in reports(text)] == [
        ("老街菜场换新颜", "第三版"),
        ("渡口换了新船", None),
    ]


def test_a_paragraph_ends_with_the_mark_that_it_goes_on_elsewhere():
    text = (
        "老街菜场换新颜\n本报讯（记者 柳知秋）东门菜\n场改造完工，三百多个摊主搬进\n新的棚子，地面不再积水，灯也\n"
        "亮了，老街坊们都来买菜，也有\n从河对岸来的，还有（下转三版）\n渡口换了新船，比旧船宽出一米，\n"
        "老人上下船不再要人扶，自行车\n也能推上去。\n"
    )
    [report] = reports(text)
    assert report["continued_on"] == "三版"
    assert [paragraph[-4:] for paragraph in paragraphs(report)] == ["的，还有", "推上去。"]


def test_what_stands_before_a_mark_that_it_goes_on_elsewhere_is_text():
    [report] = reports(f"{_STORY}\n老街坊们都来买菜\n（下转第三版）\n")
    assert paragraphs(report)[-1] == "老街坊们都来买菜"


def test_names_behind_a_last_sentence_are_broken_over_two_lines():
    [report] = reports("# 老街菜场换新颜\n\n东门菜场改造完工，三百多个摊主搬进新的棚子。（柳知秋\n\n陶小满）\n")
    assert names(report) == ["柳知秋", "陶小满"]


@pytest.mark.parametrize("line", ["柳知秋 整理", "文字整理：柳知秋"])
def test_a_line_tells_who_compiled_a_text(line):
    [report] = reports(f"热线一周\n\n本周接到来电三十一个，其中反映路灯的有九个，已全部修好。\n\n{line}\n")
    assert report["authors"] == [{"name": "柳知秋", "role": "整理"}]


def test_a_note_that_a_text_is_to_be_continued_is_no_name():
    [report] = reports(f"{_STORY}\n（未完待续）\n")
    assert names(report) == ["柳知秋"]


def test_a_text_that_ends_with_its_photographer_has_a_headline_of_its_own_and_is_complete():
    story = reports(f"{_STORY}\n柳湾渡口忙检修\n\n眼下正是枯水季节，船工给新船刷漆，换上救生衣。陶小满 摄\n")[1]
    assert (story["title"], names(story), story["truncated"]) == ("柳湾渡口忙检修", ["陶小满"], [])


_COLUMN = (
    "老街菜场换新颜\n本报讯（记者 柳知秋）东门\n菜场改造完工，三百多个摊主\n搬进新的棚子，地面不再积水，\n"
    "灯也亮了，老街坊们早早赶来\n买菜，有人还带来了鞭炮，也\n有人带来了花，还有人从河对\n岸赶来，一直热闹到傍晚才慢\n"
)


def test_a_caption_is_wider_than_the_column_that_it_interrupts():
    text = (
        f"{_COLUMN}4月9日，柳湾渡口的船工在加固缆绳，给新船换上救生衣，老人上下\n船不再要人扶。\n本报记者 陶小满 摄\n"
        "慢散去。下一步还要修停车场，\n让远处来的人也有地方停车。\n"
    )
    [report] = reports(text)
    caption = "4月9日，柳湾渡口的船工在加固缆绳，给新船换上救生衣，老人上下船不再要人扶。"
    assert report["photos"] == [{"caption": caption, "credit": "陶小满"}]
    assert "热闹到傍晚才慢慢散去。" in paragraphs(report)[0]


def test_items_that_a_column_broke_are_whole():
    text = (
        f"{_COLUMN}慢散去。市场办公室提醒摊主：\n▲摊位费按季度交，每季度第\n一个月十日前交清。\n"
        "▲垃圾装袋，放到棚子后面的\n桶里，不得倒进河里，违者由\n市场办公室处理。\n"
    )
    assert paragraphs(reports(text)[0])[1:] == [
        "▲摊位费按季度交，每季度第一个月十日前交清。",
        "▲垃圾装袋，放到棚子后面的桶里，不得倒进河里，违者由市场办公室处理。",
    ]


def test_lines_that_were_cut_at_quotation_marks_are_one_paragraph():
    text = (
        "老街菜场换新颜\n本报讯（记者 柳知秋）东门菜场改\n造完工，三百多个摊主搬进新的棚\n子，老街坊们早早赶来。\n"
        "“灯亮了。\n”摊主贺长林说，改造用了两个月，\n花了四十万元，下一步还要修停车\n场，让远处来的人也有地方停车。\n“早该修了，\n"
        "”河对岸来的陶小满说，\n他把车停在桥头，走了一里路才到\n菜场，鞋也湿了。\n"
    )
    assert "早早赶来。“灯亮了。”摊主贺长林说" in paragraphs(reports(text)[0])[0]


def test_whose_notice_it_is_stands_below_its_text_with_the_day():
    text = (
        "停水公告\n\n因检修管道，定于4月9日晚停水，请储水，特此公告。\n\n青禾县供水公司\n\n2024年4月8日\n\n"
        "招租公告\n\n东门菜场有摊位出租，请到市场办公室登记。\n"
    )
    water, stalls = reports(text)
    assert [section["heading"] for section in water["sections"]] == [None]
    assert paragraphs(water)[1:] == ["青禾县供水公司", "2024年4月8日"]
    assert stalls["title"] == "招租公告"


def column(*paragraphs, width=17):
    """Return paragraphs as the lines of a narrow column, whose indents are not kept."""
    lines = []
    for paragraph in paragraphs:
        letters = f"　　{paragraph}"
        lines += [letters[at : at + width].strip("　") for at in range(0, len(letters), width)]
    return lines


def test_lines_that_an_extractor_cut_at_quotation_marks_are_whole_again():
    told = (
        "东门菜场改造完工，三百多个摊主搬进了新的棚子，老街坊们早早赶来。",
        "“灯亮了，地面也干了。”摊主陶小满告诉记者，往年一下雨，摊位前面总要垫几块砖头。",
        "市场主任贺长林扳着指头算账：“一天省下两个钟头，老人来买菜也放心。”",
        "街坊们说，从前绕着走的人，现在又回来了，早市比从前还要热闹几分。",
        "“豆腐摊排起了队。”摊主钟一舟边切边说，“一天要多磨两桶豆子才够。”",
    )
    cut = [piece for line in column(*told) for piece in re.split("(?<=[^“”])(?=[“”])", line)]
    text = "\n".join(["老街菜场换新颜", "本报讯（记者 柳知秋）", *cut])
    assert {told[1], told[4]} <= set(paragraphs(reports(text)[0]))


def test_entries_of_figures_are_a_list():
    text = (
        "数说青禾菜场\n\n　　菜场面积：8600平方米，比去年大一成\n　　摊位数量：最多时312个\n　　日均客流：1.2万人次\n"
        "　　（柳知秋 整理）\n"
    )
    report = reports(text)[0]
    assert [s["heading"] for s in report["sections"]] == [None]
    assert paragraphs(report)[1] == "摊位数量：最多时312个"
    assert names(report) == ["柳知秋"]


def test_rows_of_a_table_without_lines_are_paragraphs():
    text = (
        "本报讯（记者 柳知秋）东门菜场改造完工，三百多个摊主搬进新的棚子。\n\n9月份菜场光荣榜\n\n名次 姓名 摊位 得票\n"
        "1 陶小满 东一排 612\n2 贺长林 东二排 598\n3 钟一舟 西一排 583\n"
    )
    assert "2贺长林东二排598" in [p.replace(" ", "") for report in reports(text) for p in paragraphs(report)]


def test_whose_notice_it_is_stands_below_its_text():
    text = (
        "关于青禾大桥封闭施工的通告\n\n因大桥维修需要，自2024年6月10日起禁止车辆通行，请相互转告。\n\n特此通告。\n\n"
        "青禾县公路分局\n\n青禾县公安局\n\n2024年6月6日\n"
    )
    assert paragraphs(reports(text)[0])[-3:] == ["青禾县公路分局", "青禾县公安局", "2024年6月6日"]


def test_the_row_of_a_web_page_names_who_wrote_behind_the_paper():
    text = (
        "老街菜场换新颜\n\n2024-06-06 09:15　来源：青禾日报　记者 柳知秋 实习生 钟一舟　点击：43\n\n"
        "　　东门菜场改造完工，三百多个摊主搬进新的棚子，地面不再积水，灯也亮了。\n"
    )
    report = reports(text)[0]
    assert (report["origin"], names(report)) == ("青禾日报", ["柳知秋", "钟一舟"])


def test_a_row_may_begin_with_the_editor():
    text = (
        "老街菜场换新颜\n\n编辑：陶小满 来源：青禾网 发布时间：2024/6/6 9:15:11\n\n"
        "　　青禾网讯 6日一早，东门菜场改造完工，三百多个摊主搬进新的棚子，地面不再积水。\n"
    )
    report = reports(text)[0]
    assert (report["origin"], report["event_date"]) == ("青禾网", "2024-06-06")
    assert paragraphs(report) == ["6日一早，东门菜场改造完工，三百多个摊主搬进新的棚子，地面不再积水。"]


def test_a_number_to_call_below_a_report_is_no_heading():
    [report] = reports(_STORY + "咨询电话：0000-1234567\n")
    assert paragraphs(report)[-1] == "咨询电话：0000-1234567"
    assert [section["heading"] for section in report["sections"]] == [None] and not report["truncated"]


def test_numbered_sentences_in_a_row_are_a_list_and_no_headings():
    text = (
        "# 谨防退款骗局\n\n本报讯（记者 柳知秋）摊主陶小满差点上当。\n\n## 提醒\n\n"
        "1.退款只认购物平台官方页面，不点陌生短信里的链接。\n\n2.验证码等于钥匙，不能给人。\n\n3.凡是先借款再退款的，挂断。\n\n"
        "# 渡口换了新船\n\n本报讯（记者 陶小满）新船比旧船宽出一米，老人上下船不再要人扶。\n"
    )
    first, second = reports(text)
    assert [section["heading"] for section in first["sections"]] == [None, "提醒"]
    assert len(first["sections"][1]["paragraphs"]) == 3 and second["title"] == "渡口换了新船"


def test_the_name_of_a_page_may_be_set_wide():
    text = f"2024年6月6日 星期四\n民 生\n6\n青 禾 日 报\n\n{_STORY}"
    page = parse(text)
    assert (page.newspaper, page.page, page.page_name) == ("青禾日报", "6", "民生")


def test_the_day_on_which_something_ends_is_not_the_day_of_the_report():
    text = "# 东门路封闭施工\n\n青禾日报讯（记者 柳知秋）即日起至2024年12月20日，东门路封闭施工。\n"
    assert reports(text)[0]["event_date"] is None


def test_a_reader_signs_a_letter():
    text = "# 菜场能否晚点关门\n\n编辑同志：\n\n菜场五点就关门，下了班买不到菜，能不能晚一个小时。\n\n读者 陶小满\n"
    [letter] = reports(text)
    assert (letter["byline"], names(letter)) == ("读者 陶小满", ["陶小满"])


def test_the_paper_s_own_reporters_sign_whatever_their_names():
    [report] = reports(
        "# 老街菜场换新颜\n\n本报记者 起德华 实习生 刀承玥\n\n东门菜场改造完工，三百多个摊主搬进新的棚子。\n"
    )
    assert names(report) == ["起德华", "刀承玥"]


@pytest.mark.parametrize("line", ["■主编：彭青 ■美编：许柳 ■校对：黄如祥", "中共青禾县委主办 青禾县融媒体中心编辑出版"])
def test_who_makes_the_paper_is_told_in_its_frame(line):
    assert is_imprint(line) or is_furniture(line)


def test_the_day_may_stand_behind_the_source_without_a_label():
    text = "老街菜场换新颜\n\n来源：《青禾日报》    2024-06-06\n\n　　东门菜场改造完工，三百多个摊主搬进新的棚子。\n"
    report = reports(text)[0]
    assert (report["origin"], report["published"]) == ("青禾日报", "2024-06-06")


def test_the_page_from_which_a_report_goes_on_may_stand_apart():
    text = f"{_STORY}（上接 A01 版）\n柳湾渡口换了新船，比旧船宽出一米，老人上下船不再要人扶。\n"
    assert reports(text)[1]["continued_from"] == "A01版"


def test_right_behind_the_formula_stand_names_however_rare():
    [report] = reports("# 老街菜场换新颜\n\n本报讯(秘文瑾)东门菜场改造完工，三百多个摊主搬进新的棚子。\n")
    assert (report["byline"], names(report)) == ("（秘文瑾）", ["秘文瑾"])


def test_what_a_court_of_the_first_instance_finds_is_text():
    assert not is_furniture("一审维持了这一结论。")
    assert is_imprint("一审：张三 二审：李四 终审：王五")
