"""Pages in columns without a blank line or a byline, as most extractors leave those of a PDF: what begins a report."""

import pytest

from .composer import column
from .reading import headings, paragraphs, reports

_MARKET = (
    "4月9日，东门菜场改造完工，三百多个摊主搬进新的棚子，菜场的地面不再积水，灯也亮了。",
    "菜场改造用了两个月，花了四十万元，摊主都说好。“棚子大了，地也不滑了。”摊主陶小满说，又擦了擦柜台。",
)
_FERRY = (
    "4月12日上午，柳湾渡口的新船下水，比旧船宽出一米，老人上下渡船不再要人扶，自行车也能推上去。",
    "摆渡人庄守田把缆绳系好，又擦了一遍船舷。渡口的船票还是一元，赶场的人都说好。",
)
_LAMPS = (
    "石匣桥头的路灯昨天晚上亮了，夜市也跟着热闹起来，卖凉粉的、修鞋的都把摊子支到了九点。",
    "社区书记钟一舟说，路灯是省里的补助修的，一共装了四十盏，电费由镇里出。",
)


def page(*articles):
    return "".join(f"{title}\n{column(*told)}" for title, told in articles)


def titles(text):
    return [report["title"] for report in reports(text)]


def test_a_headline_of_another_subject_begins_a_report():
    text = page(("东门菜场三百摊主搬进新棚子", _MARKET), ("柳湾渡口新船宽出一米", _FERRY), ("石匣桥头路灯亮了", _LAMPS))
    assert titles(text) == ["东门菜场三百摊主搬进新棚子", "柳湾渡口新船宽出一米", "石匣桥头路灯亮了"]
    assert [len(paragraphs(report)) for report in reports(text)] == [2, 2, 2]


@pytest.mark.parametrize("title", ["柳湾渡口的新船比旧船宽出一米", "柳湾渡口新船下水自\n行车也推得上去"])
def test_a_headline_may_be_as_wide_as_its_column_or_stand_on_lines(title):
    found = titles(page(("东门菜场三百摊主搬进新棚子", _MARKET), (title, _FERRY)))
    assert [one.replace(" ", "") for one in found] == ["东门菜场三百摊主搬进新棚子", title.replace("\n", "")]


def test_a_heading_speaks_of_what_the_report_speaks_of():
    told = "摊主们搬进菜场新的棚子以后，生意也好了。陶小满说，菜场的棚子大了，摊主的柜台也宽了。"
    text = page(("东门菜场三百摊主搬进新棚子", _MARKET), ("摊主的新柜台", (told,)))
    [report] = reports(text)
    assert headings(report) == ["摊主的新柜台"]


def test_a_title_that_is_left_without_its_subject_goes_on():
    text = page(("首届渡口文化论坛\n在柳湾镇举行", _FERRY), ("石匣桥头路灯亮了", _LAMPS))
    report = reports(text)[0]
    assert (report["column"], report["title"].replace(" ", "")) == (None, "首届渡口文化论坛在柳湾镇举行")


def test_the_short_rest_of_a_subtitle_as_wide_as_the_column_is_no_headline():
    text = page(("渡口换新船\n——柳湾渡口的新船昨天上午下水\n见闻", _FERRY), ("石匣桥头路灯亮了", _LAMPS))
    assert reports(text)[0]["subtitle"] == "柳湾渡口的新船昨天上午下水见闻"
    assert titles(text) == ["渡口换新船", "石匣桥头路灯亮了"]


def test_a_caption_whose_last_letters_a_column_left_is_whole():
    picture = "摆渡人庄守田在新船的船头系缆\n绳。\n钟一舟 摄\n"
    [report] = reports(f"柳湾渡口新船宽出一米\n本报记者 柳知秋\n{column(*_FERRY)}{picture}{column(*_FERRY)}")
    assert report["photos"] == [{"caption": "摆渡人庄守田在新船的船头系缆绳。", "credit": "钟一舟"}]


def test_what_stands_above_a_subtitle_and_a_byline_is_a_headline():
    headline = "我县扎实推进菜场改造升级\n新春第一集，在家门口赶好\n——三百摊主搬进新棚\n□本报记者 柴可新"
    [report] = reports(f"{headline}\n{column(*_MARKET)}")
    assert (report["title"], report["kicker"]) == ("新春第一集，在家门口赶好", "我县扎实推进菜场改造升级")
    assert report["subtitle"] == "三百摊主搬进新棚"
    assert paragraphs(report) == list(_MARKET)
