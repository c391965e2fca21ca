"""Several reports of a special page, copied one below the other off the site of a paper."""

import pytest

from articles.importing.frame import is_imprint, read_header

from .reading import paragraphs, reports

_ROW = "2026-01-21 07:1{}  来源：青禾日报\n"
_TURN = "\n上一篇  下一篇\n\n"
_WELL = "　　柳湾村打出了第二口深井，挑水的担子收进了库房，家家户户通上了自来水，老人们说这辈子没想过。\n"
_ROAD = "　　进山的路铺上了水泥，货车可以一直开到果园边上，摘下的梨当天就能进城，价钱比往年高了两成。\n"
_BRIDGE = "　　东河上的木桥换成了石桥，孩子们上学不再绕路，雨天也不用大人背，两岸的人家走动得更勤了。\n"


def test_titles_have_rows_and_headings_have_none():
    text = (
        f"两会现场\n想得更远 干得更实\n{_ROW.format(1)}\n□ 本报记者 柴可新\n\n{_WELL}\n路通了 人心齐\n\n{_ROAD}{_TURN}"
        f"场外连线\n新桥通了以后\n{_ROW.format(2)}\n□ 本报记者 陶小满\n\n{_BRIDGE}\n水来了 笑声多\n\n{_WELL}"
    )
    first, second = reports(text)
    assert (first["title"], second["title"]) == ("想得更远 干得更实", "新桥通了以后")
    assert [section["heading"] for section in first["sections"]] == [None, "路通了 人心齐"]
    assert [section["heading"] for section in second["sections"]] == [None, "水来了 笑声多"]


@pytest.mark.parametrize("row", [_ROW.format(3), "□ 本报记者 陶小满\n"])
def test_words_before_a_colon_above_the_title_are_its_kicker(row):
    text = f"履职故事\n省人大代表、柳湾村党支部书记柴可新：\n让水流到每一家\n{row}\n{_WELL}\n{_ROAD}"
    [report] = reports(text)
    assert report["title"] == "让水流到每一家"
    assert report["kicker"].endswith("省人大代表、柳湾村党支部书记柴可新：")
    assert len(paragraphs(report)) == 2


def test_a_sentence_before_a_colon_above_a_text_stays_a_sentence():
    [report] = reports(f"# 让水流到每一家\n\n{_ROAD}\n\n他把要说的话写在纸上：\n\n{_WELL}")
    assert len(paragraphs(report)) == 3


def test_the_headline_above_a_picture_is_that_of_the_report_below_it():
    text = (
        "## 三年打磨，八易其稿\n\n# 新编话剧《渡口》首演\n\n![舞台上的演员](p_1.png)\n\n《渡口》剧照。柴可新 摄\n\n"
        f"**本报讯** （记者 陶小满）{_WELL.strip()}\n\n{_ROAD}"
    )
    [report] = reports(text)
    assert report["title"] == "新编话剧《渡口》首演"
    assert [photo["caption"] for photo in report["photos"]] == ["《渡口》剧照。"]


def test_several_editors_and_a_short_date_stand_in_headers():
    assert (
        read_header("2025年11月18日 星期二 编辑：向南 方梓 美编：岳珊 校检：滕丽", at_edge=True).issued == "2025-11-18"
    )
    assert read_header("2024.5.20 星期一 | 责编 房小雨 | 美编 唐棣 | 校对 卜惠", at_edge=True).issued == "2024-05-20"


def test_signs_part_the_lines_of_an_imprint():
    assert is_imprint("◎新闻热线：88096110 ◎印刷：青禾报业印务有限公司")


@pytest.mark.parametrize(
    "opening", ["地区生产总值增长5.5%左右。", "地级及以上城市的水都变清了。", "地不平、路不通，再好的机子也进不来。"]
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_paragraph_below_a_heading_may_begin_with_the_letter_of_a_particle(opening, gap):
    text = (
        f"政府工作报告\n\n　　一、工作回顾\n\n{_WELL}\n　　城乡区域协调并进\n\n{_BRIDGE}\n"
        f"　　生态底色更加鲜明{gap}　　{opening}{_ROAD.strip()}\n\n{_BRIDGE}\n　　民生保障有力有效\n\n{_WELL}"
    )
    [report] = reports(text)
    assert "生态底色更加鲜明" in [section["heading"] for section in report["sections"]]


def test_a_list_of_titles_tells_the_title_below_other_words():
    titles = ["让水流到每一家", "进山的路铺上水泥", "石桥落成孩子上学不绕路", "深井打到了八十米"]
    told = zip(titles, [_WELL, _ROAD, _BRIDGE, _WELL], strict=True)
    listed = "".join(f"  {title}\n" for title in [*titles, "镜头里的石桥"])
    first, *others = reports(
        f"{listed}\n走近山里的人\n" + "".join(f"{title}\n\n本报记者 柴可新\n\n{text}\n" for title, text in told)
    )
    assert [first["title"], *(report["title"] for report in others)] == titles
    assert "镜头里的石桥" not in (first["kicker"] or "") + (first["column"] or "")


def test_the_label_of_a_picture_stands_above_its_headline():
    text = (
        f"# 让水流到每一家\n\n本报讯 {_WELL.strip()}\n\n![](images/a.jpg)\n\n图片新闻\n\n## 植树添绿正当时\n\n"
        "3月11日，柳湾村组织村民在河边植树，当天栽下柳树六百棵。\n\n本报记者 柴可新 摄\n"
    )
    first, picture = reports(text)
    assert [section["heading"] for section in first["sections"]] == [None]
    assert (picture["title"], picture["column"]) == ("植树添绿正当时", "图片新闻")
