"""Who speaks, where the words around a name say more than who somebody is."""

import pytest

from .reading import reports


def statements(*written):
    body = "\n\n".join(written)
    found = reports(f"# 老街菜场换新颜\n\n本报讯 {body}\n")[0]["statements"]
    return [(one["speaker"]["name"], one["speaker"]["office"], one["kind"], one["text"]) for one in found]


@pytest.mark.parametrize(
    ("paragraph", "name", "office"),
    [
        ("父母在外务工，三年前她被主教练覃建华看中。“这腿有劲！”覃建华笑道。", "覃建华", "主教练"),
        ("在柳湾乡，提起乡邮员雷建平，没有人不认得。“路得有人跑。”雷建平说。", "雷建平", "乡邮员"),
        ("“再晚十分钟就危险了。”随后赶到的村医雷树根感慨。", "雷树根", "村医"),
        ("邻居张某最终红着脸表示，愿意出工出料。", "张某", "邻居"),
        ("“电梯三天两头停。”小区业委会主任左琳当面“开炮”。", "左琳", "小区业委会主任"),
        ("村支部书记应国梁介绍，除了租金还有三笔钱。", "应国梁", "村支部书记"),
        ("应国梁介绍，除了租金还有三笔钱。", "应国梁", None),
        ("同事们说，他比导航还准。", None, "同事们"),
        ("渔政巡护员刘冬生上了岸。“江里有鱼，日子有奔头！”老刘说。", "刘冬生", "渔政巡护员"),
        ("居民蔡阿婆今年84岁，耳朵有点背。“一荤一素一汤，好着哩。”老人竖起大拇指。", "蔡阿婆", "居民"),
    ],
)
def test_who_speaks_is_told_by_the_words_around(paragraph, name, office):
    assert {(one[0], one[1]) for one in statements(paragraph)} == {(name, office)}


def test_what_somebody_wishes_is_no_name():
    assert statements("应街坊邀请介绍，菜场要修停车场。") == []


def test_clauses_behind_a_comma_that_end_the_sentence_are_quoted():
    assert statements("村支部书记陶小满说，年轻人在外面买了房，“一年到头，只有清明和过年开两次门”。") == [
        ("陶小满", "村支部书记", "indirect", "年轻人在外面买了房，"),
        ("陶小满", "村支部书记", "direct", "一年到头，只有清明和过年开两次门"),
    ]
    assert [one[2] for one in statements("主任陶小满说，要守住“不缺斤、不短两，不欺生”的规矩。")] == ["indirect"]


def test_an_old_man_whom_the_report_brings_in_without_a_name_is_nobody_else():
    arrival = "民警冀海涛赶到。行里来了一位神色慌张的老人，要取钱。“都是骗子！”冀海涛掏出警官证。"
    words = "老人恍然大悟：“要不是你们拦着，我这棺材本就没了。”"
    assert [one[:2] for one in statements(arrival + words)] == [("冀海涛", "民警"), (None, "老人")]
    assert [one[0] for one in statements("八十岁的村民李大山不服老。" + words)] == ["李大山"]


def test_whoever_cuts_in_did_not_say_what_stands_before():
    paragraph = (
        "村支部书记赵德厚带头鼓起了掌。“前年修的渠，去年就顶了大用。”他话音未落，种粮大户钱二毛接过话茬："
        "“今年我打算再流转三百亩！”"
    )
    assert [(one[0], one[3]) for one in statements(paragraph)] == [
        ("赵德厚", "前年修的渠，去年就顶了大用。"),
        ("钱二毛", "今年我打算再流转三百亩！"),
    ]


def test_whose_film_it_is_does_not_speak_in_it():
    paragraph = "研究员姆贝瓦·约瑟夫来过多次。“草里能长出学费。”在姆贝瓦拍摄的视频里，村民陶小满开心地说。"
    assert [one[0] for one in statements(paragraph)] == ["陶小满"]


def test_a_name_inside_a_quotation_is_not_whom_a_sentence_is_about():
    paragraph = "听到“高标准农田新建和改造”，村支部书记赵德厚鼓起了掌。“前年修的渠，去年就顶了大用。”"
    assert [one[0] for one in statements(paragraph)] == ["赵德厚"]
