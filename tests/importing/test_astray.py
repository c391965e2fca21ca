"""What a dump has put far from the report that it belongs to."""

import pytest

from articles.importing.frame import read_header

from .composer import column
from .reading import headings, paragraphs, reports

_MARKET = column(
    "本报讯（记者 陶小满）10月27日，青禾市场监管所走进东门菜场，逐摊查看电子秤和进货单，当场换下16台旧秤。",
)
_FERRY = column(
    "本报讯（记者 柴可新）老渡口的木船换成了电动船，夜里也开，对岸下了夜班的人不用再绕路过桥，船上还备了救生衣和热水。",
)
_WELL = "柳湾村打出了第二口深井，挑水的担子收进了库房，家家户户通上了自来水，老人们说这辈子没想过。"
_ROAD = "进山的路铺上了水泥，货车可以一直开到果园边上，摘下的梨当天就能进城，价钱比往年高了两成。"


def test_a_headline_on_two_lines_goes_astray_as_a_whole():
    text = f"东门菜场查电子秤\n换下16台旧秤\n\n老渡口的木船换新\n\n{_FERRY}\n\n{_MARKET}"
    assert [report["title"] for report in reports(text)] == ["老渡口的木船换新", "东门菜场查电子秤 换下16台旧秤"]


def test_a_picture_goes_to_the_report_that_its_caption_speaks_of():
    caption = "老渡口的木船换成电动船后夜里也开。\n柴可新 摄"
    first, second = reports(f"渡船亮了灯\n\n{_FERRY}\n\n东门菜场换秤\n\n{_MARKET}\n\n{caption}\n")
    assert [photo["credit"] for photo in first["photos"]] == ["柴可新"]
    assert second["photos"] == []


def test_a_headline_above_the_label_of_a_picture_is_not_the_picture_s():
    picture = "图片新闻\n\n菊香满园\n\n10月26日，市民在柳湾公园赏菊，展出的三百个品种开到下月底。\n柴可新 摄"
    told = reports(f"渡船亮了灯\n\n{_FERRY}\n\n菜场换下九台电子秤\n{picture}\n\n{_MARKET}")
    assert [(report["title"], report["column"]) for report in told if report["column"]] == [("菊香满园", "图片新闻")]


def test_a_headline_above_the_mark_of_a_continuation_is_a_title_of_whatever_rank():
    told = f"# 家家通了自来水\n\n记者 柴可新\n\n{_WELL}\n\n## 修路记\n\n□ 记者 陶小满\n\n{_ROAD}\n\n{_WELL * 4}\n\n"
    *_, second, third = reports(f"{told}## 小院子种出大产业\n\n（上接第1版）\n\n更让大伙儿高兴的是，{_ROAD}\n")
    assert (third["title"], third["continued_from"]) == ("小院子种出大产业", "第1版")
    assert headings(second) == []


def test_the_name_of_a_series_stands_above_a_kicker():
    [report] = reports(f"家门口的变化\n\n柳湾村念好“山字经”——\n\n# 甜梨进城\n\n记者 柴可新\n\n{_ROAD}\n")
    assert (report["column"], report["kicker"]) == ("家门口的变化", "柳湾村念好“山字经”——")


def test_the_number_of_a_page_may_stand_between_reports():
    above = f"青禾日报\n2025年10月28日 星期二\n\n渡船亮了灯\n\n{_FERRY}\n\n民生\n\n03\n\n"
    told = reports(f"{above}东门菜场查电子秤\n换下16台旧秤\n\n{_MARKET}")
    assert [(report["title"], report["column"]) for report in told] == [
        ("渡船亮了灯", None),
        ("东门菜场查电子秤 换下16台旧秤", None),
    ]


def test_numbers_that_part_a_report_are_none_of_a_page():
    parts = "".join(f"0{number}\n\n{text}\n\n" for number, text in enumerate((_WELL, _ROAD), 1))
    [report] = reports(f"# 山村两件事\n\n青禾日报\n\n{parts}")
    assert len(paragraphs(report)) >= 2


@pytest.mark.parametrize("line", ["5 梨价连降三周 白菜跌破五毛", "网友评论 已有 12 条评论 登录 | 注册 发表评论"])
def test_items_of_lists_and_buttons_are_no_page_headers(line):
    assert read_header(line, at_edge=True) is None


def test_the_index_of_a_government_s_document_is_no_headline():
    index = "索引号：\n000014349/2026-00087\n发布机构：\n市政府办公室\n标　　题：\n政府工作报告\n\n"
    heads = "政府工作报告\n——2026年1月20日在青禾市第五届人民代表大会第一次会议上\n市长 柴可新\n\n各位代表：\n\n"
    [report] = reports(f"{index}{heads}　　{_WELL}\n　　{_ROAD}\n")
    assert (report["title"], report["column"], report["kicker"]) == ("政府工作报告", None, None)


def test_headlines_in_a_pile_are_told_by_what_no_blank_line_parts():
    heads = "走进东门菜场\n逐摊看电子秤\n\n老渡口亮灯\n木船换新船\n\n"
    assert {report["title"] for report in reports(f"{heads}{_FERRY}\n\n{_MARKET}")} == {
        "老渡口亮灯 木船换新船",
        "走进东门菜场 逐摊看电子秤",
    }
