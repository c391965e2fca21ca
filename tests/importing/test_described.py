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
        ("县长林素华还看望了有62年党龄的老党员王克成。王克成说：“渠修好了。”", "王克成", "有62年党龄的老党员"),
        ("也有民宿业主反映，淡季客源不足。", None, "民宿业主"),
        ("“慢点走，那只不认生。”摊主段小峰赶紧提醒。", "段小峰", "摊主"),
        ("业委会主任钱有根半开玩笑地说：“我这把年纪，吵架的本事都用上了。”", "钱有根", "业委会主任"),
        ("村民石光荣掰着手指头数：路宽了，灯亮了，搬进了新居。", "石光荣", "村民"),
        ("对于鸡蛋过敏者能否接种，药红梅表示，要如实告知。市疾控中心副科长药红梅在场。", "药红梅", "市疾控中心副科长"),
        ("副研究馆员年丽君向围拢过来的观众介绍，十七个字很珍贵。", "年丽君", "副研究馆员"),
        ("大三学生濮阳昭专程赶来。“那些陶片最打动人。”濮阳昭说。", "濮阳昭", "大三学生"),
        ("“顾虑打消后，”摊主陶小满说，“以前是等米下锅，现在米就到了。”", "陶小满", "摊主"),
        ("今年71岁的余桂枝是老住户。主任贺长林送她。余桂枝塞来烧饼。“你们再来！”她挥手。", "余桂枝", "老住户"),
        ("何大江的父亲何守水今年83岁。渔民何大江守江，何大江巡江，何大江看豚。“我爹讲过。”老何说。", "何大江", "渔民"),
        ("解志新打了个比方：“地基要牢。”这位海洋发展局副局长坦言，教训不小。", "解志新", "海洋发展局副局长"),
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


def test_a_few_words_behind_a_comma_that_end_the_sentence_are_quoted():
    found = statements("主理人许诺坦言，后来对门大爷天天来看报，“舍不得走了”。")
    assert [one[2:] for one in found] == [("indirect", "后来对门大爷天天来看报，"), ("direct", "舍不得走了")]


def test_whoever_speaks_is_no_meeting():
    assert [one[0] for one in statements("市常委会主任会议召开。会议指出，要开门立法。")] == []


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


def test_the_name_of_somebody_else_ends_reported_speech():
    paragraph = "村民孟庆余提出，烘干设备排队时间长。陶小满请大家记下来。主任陶小满当场作答。"
    assert [one[3] for one in statements(paragraph)] == ["烘干设备排队时间长。"]


def test_laughter_is_no_name():
    assert statements("“天上落的是砖头！”老人听得哈哈大笑。")[0][:2] == (None, "老人")


@pytest.mark.parametrize(
    ("paragraph", "name", "office"),
    [
        ("临近中午，种粮大户万友根在田头洗了洗手，说出了新打算：“晚稻我准备再包两百亩。”", "万友根", "种粮大户"),
        ("他帮着申请了贷款。“他不是亲戚，胜过亲戚。”说起这事，脱贫户龚细妹红了眼圈。", "龚细妹", "脱贫户"),
        ("儿子去年考上了师范大学。“多亏了书记。”脱贫户龚细妹说。", "龚细妹", "脱贫户"),
        ("“货没停、线没断。”这家企业的法务经理庄妍事后感慨。", "庄妍", "这家企业的法务经理"),
        ("队员舒明伸出手，指节上缠着胶布：“口子好了又裂，照样干活。”", "舒明", "队员"),
        ("“橘子确实甜。”兴隆社区业主群群主陈玲告诉记者，第二车也已分完。", "陈玲", "兴隆社区业主群群主"),
        ("领到货款的青禾包装公司负责人鲍春生说：“拿回来正好买原料。”", "鲍春生", "青禾包装公司负责人"),
        ("书记尹怀川来到车间。“技术要攥在自己手里。”尹怀川对企业负责人说。", "尹怀川", "书记"),
        ("“往年一下雨，水能漫过门槛。”一位沿街商户对前来走访的洪建军说。", None, "一位沿街商户"),
        ("“就认这个味儿。”一位头发花白的老街坊坐在门口的小方桌旁，边吃边对记者说。", None, "一位头发花白的老街坊"),
        ("大二学生许可欣花五元钱淘到一盏台灯。“太划算了！”她说，书上还有笔记。", "许可欣", "大二学生"),
        ("主任马启明把一杯热茶递到村民杨生福手里。“墙皮都泡掉了！”杨生福说。", "杨生福", "村民"),
        ("近日，家住东湖区翠景苑小区的刘女士拨打热线反映，充电桩一直没有通电。", "刘女士", "家住东湖区翠景苑小区"),
        ("教师周明远认为，规矩要立在前头。常言道：“没有规矩，不成方圆。”", "周明远", "教师"),
    ],
)
def test_what_is_done_before_or_behind_the_words_tells_who_speaks(paragraph, name, office):
    assert {(one[0], one[1]) for one in statements(paragraph)} == {(name, office)}


def test_whom_a_demand_concerns_does_not_speak():
    said = statements("对于居民要求公示电价的诉求，经理韩建军说：“我们已经催过对方。”")
    assert [(one[0], one[3]) for one in said] == [("韩建军", "我们已经催过对方。")]


def test_what_a_body_is_asked_to_do_belongs_to_the_words():
    said = statements("市长洪建军查看了值班记录，要求市城管局举一反三，对全市泵站逐一试运行。")
    assert [(one[0], one[3]) for one in said] == [("洪建军", "市城管局举一反三，对全市泵站逐一试运行。")]


def test_the_reporter_goes_on_with_what_came_of_a_proposal():
    said = statements("副教授苏慕白提出，可以把作坊搬进小区，共用一套设施。这一建议得到各方认可。")
    assert [one[3] for one in said] == ["可以把作坊搬进小区，共用一套设施。"]


def test_who_began_the_sentence_demands_and_not_what_he_looked_at():
    said = statements("乡党委书记申屠砚带队走访。在坡头村，申屠砚查看了新修的渠道，要求服务中心把水量登记上墙。")
    assert [(one[0], one[3]) for one in said] == [("申屠砚", "服务中心把水量登记上墙。")]


@pytest.mark.parametrize(
    "office",
    ["青禾咨询有限公司经理", "县委联系服务群众办公室主任", "替补队员", "陪诊师", "有机农场场长"],
)
def test_an_office_may_begin_with_what_else_is_a_deed(office):
    assert {one[1] for one in statements(f"{office}贺长林说，账要算清。")} == {office}
