"""Who says what in a newspaper text, each form of it in an example of its own."""

import pytest

from .composer import wrapped
from .reading import reports, said, spoken_by


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


def test_names_behind_an_office_are_whole():
    assert said("水文站站长昂江多杰套上救生衣。“数字不能编。”昂江多杰说。") == [("direct", "昂江多杰", "数字不能编。")]
    assert said("河湾村村民韩阿卜都里回了家。“头三个月净赔。”韩阿卜都里说。") == [
        ("direct", "韩阿卜都里", "头三个月净赔。")
    ]
    assert said("“六块五一斤。”村民赵双来说。过了一会儿，赵双来又添了一句。") == [("direct", "赵双来", "六块五一斤。")]


def test_the_name_of_a_city_is_no_person():
    paragraph = "“灯亮了。”岳阳市青禾区柳湾村村民陶小满嗓子有些沙，“下雨也不怕。”"
    assert {name for _, name, _ in said(paragraph)} == {"陶小满"}


def test_some_place_is_no_masked_name():
    assert said("“两天没水了。”家住东门路某小区的陈女士说。") == [("direct", "陈女士", "两天没水了。")]


def test_what_somebody_else_does_before_is_no_part_of_an_office():
    paragraph = "法官柴可新请来了仪表厂工程师贺长林。工程师贺长林说，表没有坏。"
    text = f"# 老街菜场换新颜\n\n本报讯 {paragraph}\n"
    assert reports(text)[0]["statements"][0]["speaker"] == {"name": "贺长林", "office": "仪表厂工程师"}


def test_with_whom_somebody_came_is_described_without_him():
    text = "# 老街菜场换新颜\n\n本报讯 他与县城管局副局长陶小满看了新棚子。“灯也亮了。”陶小满说。\n"
    (statement,) = reports(text)[0]["statements"]
    assert statement["speaker"] == {"name": "陶小满", "office": "县城管局副局长"}


def test_this_doctor_is_who_was_named_before():
    paragraph = "菜场隔壁是医生母小红的诊室。“劝不动也得劝。”这位33岁的女医生笑着说。"
    assert said(paragraph) == [("direct", "母小红", "劝不动也得劝。")]


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


def test_a_quotation_is_signed_behind_a_dash():
    assert spoken_by("“灯亮了，地也不滑了。”——菜场主任贺长林") == [("贺长林", "菜场主任")]
    assert said("柜台上贴着：“灯亮了，地也不滑了。”——贺长林") == [("direct", "贺长林", "灯亮了，地也不滑了。")]


def test_a_familiar_name_stands_for_the_one_full_name_before_it():
    assert spoken_by("电工李长林说，灯也亮了。“下雨也不怕。”老李说。") == [("李长林", "电工")]
    assert spoken_by("电工李长林说，灯也亮了。“下雨也不怕。”李师傅说。") == [("李长林", "电工")]


def test_a_familiar_name_that_two_people_bear_or_that_stands_first_stands_for_nobody_else():
    assert said("电工李长林说，灯也亮了。摊主李小满说，地不滑了。“下雨也不怕。”李师傅说。")[-1][1] == "李师傅"
    assert said("老李说，灯也亮了。电工李长林说，地不滑了。")[0][1] == "老李"


def test_the_old_man_is_who_was_named_before():
    assert spoken_by("李长林把灯擦了一遍。“灯也亮了。”老人说。") == [("李长林", None)]


def test_a_uyghur_is_called_by_the_first_part_of_the_name():
    assert said("瓜农艾尔肯·买买提来卖瓜。“瓜甜。”艾尔肯说。") == [("direct", "艾尔肯·买买提", "瓜甜。")]


def test_verbs_of_talking_laughing_and_complaining_say_something():
    assert said("贺长林讲，灯也亮了。") == [("indirect", "贺长林", "灯也亮了。")]
    assert said("“灯也亮了。”贺长林笑言。") == [("direct", "贺长林", "灯也亮了。")]
    assert said("贺长林诉苦，棚子漏雨。") == [("indirect", "贺长林", "棚子漏雨。")]
    assert said("社区宣讲，灯也亮了。") == []


def test_to_whom_and_in_which_tongue_somebody_speaks_is_no_part_of_the_name():
    assert spoken_by("贺长林对村民说：“灯也亮了。”") == [("贺长林", None)]
    assert spoken_by("贺长林用青禾话说：“灯也亮了。”") == [("贺长林", None)]


def test_a_pronoun_behind_an_adverb_speaks_on():
    assert said("摊主贺长林说，灯也亮了。随后他说，地也不滑了。") == [
        ("indirect", "贺长林", "灯也亮了。"),
        ("indirect", "贺长林", "地也不滑了。"),
    ]


def test_a_quotation_behind_reported_speech_belongs_to_the_same_speaker():
    assert said("电工陶小满拉上闸。摊主贺长林说，灯也亮了。“下雨也不怕。”") == [
        ("indirect", "贺长林", "灯也亮了。"),
        ("direct", "贺长林", "下雨也不怕。"),
    ]


def test_what_the_paper_is_going_to_do_is_not_said_by_the_speaker():
    assert said("摊主贺长林说，灯也亮了。本报将继续关注。") == [("indirect", "贺长林", "灯也亮了。")]


def test_an_office_is_told_behind_the_name():
    assert spoken_by("贺长林今年四十岁，现任东门菜场主任。“灯也亮了。”贺长林说。") == [("贺长林", "东门菜场主任")]
    assert spoken_by("贺长林，今年52岁，是东门菜场的摊主。“灯也亮了。”贺长林说。") == [("贺长林", "东门菜场的摊主")]
    assert spoken_by("陶小满，来自青禾县柳湾镇，是一名船工。“船也新了。”陶小满说。") == [("陶小满", "船工")]


def test_an_office_stands_in_quotation_marks():
    assert spoken_by("“金牌摊主”贺长林说：“灯也亮了。”") == [("贺长林", "“金牌摊主”")]


def test_each_of_several_people_in_a_row_has_an_office():
    paragraph = "菜场主任贺长林、仪表厂厂长陶小满看了棚子。“灯也亮了。”陶小满说。"
    assert spoken_by(paragraph) == [("陶小满", "仪表厂厂长")]


def test_guests_of_an_interview_are_presented_with_their_offices_in_a_row():
    paragraph = (
        "本报邀请东门菜场主任贺长林、青禾仪表厂厂长陶小满座谈。\n\n记者：灯亮了吗？\n\n贺长林：灯也亮了。\n\n"
        "记者：表准吗？\n\n陶小满：表也准了。"
    )
    assert spoken_by(paragraph) == [("贺长林", "东门菜场主任"), ("陶小满", "青禾仪表厂厂长")]


def test_who_sees_somebody_is_no_part_of_the_office():
    assert spoken_by("记者看见菜场主任贺长林。“灯也亮了。”贺长林说。") == [("贺长林", "菜场主任")]


def test_a_body_of_people_is_no_person():
    assert said("县公安局民警大队提醒，路上要慢。") == []
    assert said("县公安局交警大队提醒，路上要慢。") == []


def test_a_verb_of_saying_before_another_one_is_no_name():
    assert spoken_by("专家分析认为，菜价还会降。") == [(None, "专家")]


def test_some_one_with_an_office_speaks_without_a_name():
    assert spoken_by("“劝不动也得劝。”一位女交警说。") == [(None, "一位女交警")]
    assert spoken_by("“劝不动也得劝。”这位主治医师说。") == [(None, "这位主治医师")]
    assert spoken_by("对此，菜场负责人并不否认：“灯是旧的。”") == [(None, "菜场负责人")]


def test_how_somebody_speaks_is_no_name():
    assert spoken_by("“灯亮了。”一位电工由衷感叹。") == [(None, "一位电工")]
    assert spoken_by("“下雨也不怕。”一位老师傅说。") == [(None, "一位老师傅")]
    assert spoken_by("菜场负责人并未回应，“灯是旧的。”") == [(None, "菜场负责人")]


def test_he_speaks_again_behind_an_adverb_of_time():
    assert said("摊主贺长林说，灯也亮了。会后他说，地也不滑了。") == [
        ("indirect", "贺长林", "灯也亮了。"),
        ("indirect", "贺长林", "地也不滑了。"),
    ]


def test_a_nickname_stands_for_who_was_given_it():
    paragraph = "渡工贺长林撑了四十年船，街坊都喊他“铁篙爷”。“水再大也要过。”铁篙爷说。"
    assert said(paragraph) == [("direct", "贺长林", "水再大也要过。")]


def test_masked_names_keep_the_letter_behind_the_mask():
    paragraph = "雇工陶某生找到了法官。“十个月没发工资。”陶某生说。陶某生还带来了账本。"
    assert said(paragraph) == [("direct", "陶某生", "十个月没发工资。")]


def test_an_old_man_is_who_was_named_before():
    paragraph = "来送船的有老街居民冯淑元。“我是坐船嫁过来的。”老人说。"
    assert said(paragraph) == [("direct", "冯淑元", "我是坐船嫁过来的。")]


def test_answers_are_printed_with_or_without_quotation_marks():
    text = (
        "# 老街菜场换新颜\n\n　　记者日前与市场主任贺长林对话。\n\n"
        "　　记者：最难的是什么？\n\n　　贺长林：“是等。一等就是三年。”\n\n"
        "　　记者：以后呢？\n\n　　贺长林：装上冷库，送菜上门。\n"
    )
    assert [s["text"] for s in reports(text)[0]["statements"]] == ["是等。一等就是三年。", "装上冷库，送菜上门。"]


def test_what_somebody_does_stands_before_the_verb():
    for manner in ("皱着眉头", "掰着指头", "指着新换的柜台", "在视频电话里", "通过翻译", "（左）", "（化名）"):
        paragraph = f"“灯也亮了。”市场主任贺长林{manner}说。"
        assert said(paragraph) == [("direct", "贺长林", "灯也亮了。")], manner
    assert spoken_by("菜场一家药店的店员皱着眉头说：“车子堆到了门口。”") == [(None, "菜场一家药店的店员")]


def test_an_old_man_who_was_named_two_sentences_before_speaks_on():
    paragraph = "摊主贺长林说，灯也亮了。老人选了一盏红灯。“挂起来就是年。”说到这里，他摸了摸灯罩，“明年再挂。”"
    assert {name for _, name, _ in said(paragraph)} == {"贺长林"}


def test_what_leads_up_to_a_description_is_no_part_of_it():
    assert spoken_by("同在棚里忙着的还有菜场主任贺长林。“灯也亮了。”贺长林说。") == [("贺长林", "菜场主任")]
    assert spoken_by("一张旧图纸，在菜场主任贺长林手里变了样。“灯也亮了。”贺长林说。") == [("贺长林", "菜场主任")]


def test_who_takes_on_an_apprentice_does_not_describe_the_apprentice():
    paragraph = (
        "一块豆腐在贺长林手里不散不碎。这位63岁的老街豆腐坊掌柜，最近收了一个“90后”徒弟陶小满。"
        "“手上全是泡也不喊疼。”贺长林说。“黄豆要自己挑。”陶小满说。"
    )
    assert spoken_by(paragraph) == [("贺长林", "老街豆腐坊掌柜"), ("陶小满", "“90后”徒弟")]


def test_what_the_court_holds_is_not_what_a_party_says():
    paragraph = "赵某辩称，豆腐不是他做的。法院审理认为，商家负有责任。"
    assert said(paragraph) == [("indirect", "赵某", "豆腐不是他做的。")]


def test_a_quotation_on_full_lines_ends_before_the_next_speaker_s_colon():
    paragraphs = (
        "本报讯（记者 柳知秋）说起当年修棚的事，东门菜场主任贺长林打开了话匣子。",
        "“那年下大雨，棚子塌了一半，吓得我腿都软了。我就跟自己说，一定要修一个不漏的棚。”",
        "摊主陶小满说：“没有贺主任，我们还在泥里摆摊，他是我们全菜场的恩人，大家都记着他。”",
        "今年年底，三百多个摊位就要全部装上灯，地面也不再积水，老街坊们都等着这一天的到来。",
    )
    text = "老街菜场换新颜\n" + "\n".join("\n".join(wrapped(paragraph, 15)) for paragraph in paragraphs)
    statements = reports(text)[0]["statements"]
    assert [s["speaker"]["name"] for s in statements] == ["贺长林", "陶小满"]


def test_who_answers_again_and_again_has_a_name_however_rare():
    text = (
        "# 修棚难在哪儿\n\n——访东门菜场主任苴长林\n\n　　记者日前就修棚的事作了采访。\n\n"
        "　　记者：最难的是什么？\n\n　　苴长林：是等。一等就是三年。\n\n"
        "　　记者：以后呢？\n\n　　苴长林：装上冷库，送菜上门。\n"
    )
    [report] = reports(text)
    speakers = {(s["speaker"]["name"], s["speaker"]["office"]) for s in report["statements"]}
    assert len(report["statements"]) == 2 and speakers == {("苴长林", "东门菜场主任")}


def test_what_the_reporter_does_is_no_part_of_a_description():
    assert spoken_by("近日，记者走进东门菜场摊主贺长林的家。“灯也亮了。”贺长林说。") == [("贺长林", "东门菜场摊主")]
    assert spoken_by("现场处置的交警说，责任还要勘查。") == [(None, "现场处置的交警")]
    assert spoken_by("与会专家呼吁，渡口要修灯。") == [(None, "与会专家")]


def test_a_surname_may_stand_before_a_name_of_another_language():
    assert said("操作工李措毛盯着屏幕。“手机电池里有我提的锂。”李措毛说。") == [
        ("direct", "李措毛", "手机电池里有我提的锂。")
    ]


def test_one_of_many_has_a_trade_and_no_name_though_its_end_looks_like_one():
    paragraph = "“设备可以买，手艺买不来。”一位与会的青年修复师说。"
    assert spoken_by(paragraph) == [(None, "一位与会的青年修复师")]


def test_who_is_engaged_does_not_bear_the_name_of_who_engages():
    assert spoken_by("今年，县图书馆聘请国家一级修复师贺长林带徒弟。“要坐得住。”贺长林说。") == [
        ("贺长林", "国家一级修复师")
    ]


def test_how_somebody_speaks_is_no_ban_on_speaking():
    assert said("贺长林特别提醒，夜里不要在渡口停车。") == [("indirect", "贺长林", "夜里不要在渡口停车。")]


def test_where_somebody_sits_is_no_part_of_a_description():
    assert spoken_by("坐在后排的青禾学院大三学生陶小满说，灯亮了。") == [("陶小满", "青禾学院大三学生")]
    assert spoken_by("推开东门菜场摊主贺长林家的门。“灯也亮了。”贺长林说。") == [("贺长林", "东门菜场摊主")]
    assert spoken_by("中午将石匣镇村民刘某抓获。“我当时糊涂。”刘某说。") == [("刘某", "石匣镇村民")]


def test_a_sentence_later_the_text_may_tell_who_somebody_is():
    assert spoken_by("贺长林是个例外。这位老街豆腐坊掌柜在村里住了六年。“我喜欢走路。”贺长林说。") == [
        ("贺长林", "老街豆腐坊掌柜")
    ]
    assert spoken_by("陶小满则担心噪音。今年71岁的她是石匣村村民，睡得早。“现在听不见了。”陶小满说。") == [
        ("陶小满", "石匣村村民")
    ]


def test_what_somebody_does_while_speaking_is_not_said():
    assert said("“手艺也就撂下了。”贺长林一边说，一边把手里的羊毛撕开。") == [("direct", "贺长林", "手艺也就撂下了。")]


def test_whose_opinion_it_is_stands_before_the_quotation():
    assert spoken_by("豆腐坊掌柜贺长林的看法更实在：“多住一晚的就多了。”") == [("贺长林", "豆腐坊掌柜")]


def test_the_trade_of_old_people_is_no_name():
    assert spoken_by("锡伯族老农佟玉泉说，夜里不用再去抢水。") == [("佟玉泉", "锡伯族老农")]


def test_the_deputy_of_an_official_bears_a_name_of_another_language():
    assert spoken_by("种蜂场场长助理阿依努尔·托合提介绍，蜂蜜比去年多。") == [("阿依努尔·托合提", "种蜂场场长助理")]
    assert spoken_by("老顾客瓦西里说，旧刀能传给孙子。") == [("瓦西里", "老顾客")]


def test_what_becomes_of_somebody_is_no_part_of_a_description():
    paragraph = "贺长林撑了四十年船。这位68岁的老船工如今当上了公园的讲解员。“水近了。”贺长林说。"
    assert spoken_by(paragraph) == [("贺长林", "老船工")]


def test_a_name_of_another_language_may_hold_a_hyphen():
    assert spoken_by("法国设计师让-皮埃尔认为，孩子要走得到水边。") == [("让-皮埃尔", "法国设计师")]


def test_a_given_name_may_begin_with_a_word_that_stands_behind_names():
    assert spoken_by("“锁鲜以后颜色不变。”豆坊董事长郝向锋拿起一块豆干，给记者算起了账，“一斤多卖两元。”") == [
        ("郝向锋", "豆坊董事长")
    ]
    assert spoken_by("“灯亮了。”镇长江向记者介绍了菜场。") == []


def test_when_somebody_speaks_is_no_name_behind_an_office():
    assert said("“羊都下了好几茬羔了。”陶某送法官出门时说。") == [("direct", "陶某", "羊都下了好几茬羔了。")]


def test_an_office_may_stand_in_brackets_behind_the_name():
    assert spoken_by("陶小满（东门菜场摊主）：“灯也亮了，地面不再积水。”") == [("陶小满", "东门菜场摊主")]
    assert spoken_by("“灯亮了。”摊主陶小满（右）说。") == [("陶小满", "摊主")]


def test_whoever_a_clause_begins_with_speaks_not_what_is_wiped_off():
    paragraph = "摊主贺长林守着门口。“门口的雪扫干净了，大家放心来。”贺长林抹了把脸上的麦糠，笑着说。"
    assert spoken_by(paragraph) == [("贺长林", "摊主")]


def test_the_last_letter_of_a_name_may_be_a_conjunction():
    paragraph = "“账要算清。”老会计柴庆和拿着账本进门。柴庆和退休前是会计。“还能算。”柴庆和说。"
    assert spoken_by(paragraph) == [("柴庆和", "老会计")]
    paragraph = "摊主柴庆和陶小满守着门口。“今年的账好算了。”柴庆说。"
    assert spoken_by(paragraph) == [("柴庆", "摊主")]


def test_an_old_lady_is_called_so_as_a_whole():
    assert spoken_by("“灯亮了。”社区居民谷老太太坐在门口。") == [("谷老太太", "社区居民")]


def test_with_whom_somebody_speaks_is_no_part_of_an_office():
    assert spoken_by("“账要贴在墙上。”说这话的，是跟年轻教师石承佑一同来的人。石承佑说，账要算清。")[0] == (
        "石承佑",
        "年轻教师",
    )


@pytest.mark.parametrize("narration", ["目前，三百名河长每月巡河一千次。", "截至2月底，三百名河长巡河一千次。"])
def test_where_things_stand_now_is_told_by_the_reporter(narration):
    told = "请小组长一起参与调解，街坊更容易接受。"
    assert said(f"市场主任贺长林介绍，{told}{narration}") == [("indirect", "贺长林", told)]


def test_how_somebody_sits_is_no_part_of_a_name():
    paragraph = "“灯亮了。”9日傍晚，东门社区居民谷老太太坐在新装的长椅上，对记者说。"
    assert spoken_by(paragraph) == [("谷老太太", "东门社区居民")]
