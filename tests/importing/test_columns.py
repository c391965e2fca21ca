"""Texts that a narrow column broke: what is a heading there, and where a paragraph ends."""

from .composer import column
from .reading import paragraphs, reports

_NARROW = column(
    "本报讯（记者 柳知秋）近日，东门菜场改造完工，三百多个摊主搬进新的棚子，地面不再积水，灯也亮了。",
    "改造用了两个月，花了四十万元，老街坊们都来买菜，有人还带来了鞭炮。",
    "主任贺长林说，下一步还要修停车场，争取年底前完工，让大家停车不再难。",
    "渡口的新船也在昨天下水，比旧船宽出一米，老人上下船不再要人扶。",
    "摆渡人庄守田把缆绳系好，又擦了一遍船舷，自行车也能推上去。",
)


def test_a_number_at_the_break_of_a_column_is_no_heading():
    text = (
        f"老街菜场换新颜\n{_NARROW}不到半小时，小碗、小壶就摆满\n了台子。“原来是这么来的！”七年级\n"
        "（3）班学生陶小满感慨，以前总\n觉得是老人家的东西，自己动手才\n知道难。\n"
    )
    [report] = reports(text)
    assert [section["heading"] for section in report["sections"]] == [None]
    assert report["statements"][-1]["speaker"]["name"] == "陶小满"


def test_the_items_of_a_notice_in_a_narrow_column_are_paragraphs():
    items = (
        "一、封闭期间，东侧禁止一切车辆通行，西侧保留双向两条车道，限速三十公里。",
        "二、途经该路段的公交车，临时改道河湾，请市民留意站牌上的公告，提前安排出行。",
    )
    text = f"老街菜场换新颜\n{_NARROW}关于东门路部分路段封闭施工的通告\n" + column(
        "因菜场改造需要，决定对东门路分段封闭施工，现将有关事项通告如下：", *items, "特此通告。"
    )
    notice = reports(text)[-1]
    assert notice["title"] == "关于东门路部分路段封闭施工的通告"
    assert paragraphs(notice)[1:3] == list(items)


def test_a_question_ends_the_paragraph_that_a_column_broke():
    text = (
        "账要算在明处\n□贺长林\n村里的账贴在墙上，一笔一笔都\n看得清，谁家领了多少补贴，谁家\n交了多少水费，都在上面。\n"
        "渡口还是那个渡口，换一种管法，\n便是另一番天地。别处的账，又何\n尝不是如此？\n"
        "本报讯（记者 柳知秋）近日，东\n门菜场改造完工，三百多个摊主搬\n进新的棚子，地面不再积水。\n老街菜场换新颜\n"
    )
    assert paragraphs(reports(text)[0])[-1].endswith("别处的账，又何尝不是如此？")
