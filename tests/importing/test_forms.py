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
