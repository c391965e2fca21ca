"""Statements are marked in the text whatever their order, and nothing of the text is lost or becomes HTML."""

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from articles.models import Section, Speaker, Statement
from articles.reading import passage, voices
from articles.search import Query


def section_of(text, *statements, level=0):
    section = Section(pk=7, heading="小标题" if level else "", level=level, text=text)
    section._prefetched_objects_cache = {"statement_set": list(statements)}
    return section


def says(text, pk=1, *, name="苏晚晴", office="青禾县县长", speaker=None, kind="direct"):
    return Statement(pk=pk, text=text, name=name, office=office, kind=kind, speaker=speaker)


def trees(read):
    return [ElementTree.fromstring(f"<p>{paragraph.html}</p>") for paragraph in read.paragraphs]


def printed(tree):
    """The text of a paragraph without the names that the page adds behind quotations."""
    for parent in list(tree.iter()):
        for child in list(parent):
            if child.get("class") == "voice":
                child.text = ""
    return "".join(tree.itertext())


def marked(read):
    """What stands in marks, by the statement's anchor; marks without one belong to the last anchor."""
    return [(q.get("id"), "".join(q.itertext())) for tree in trees(read) for q in tree.iter("span")]


def test_statement_is_marked_where_it_stands_and_leads_to_its_speaker():
    speaker = Speaker(pk=3, name="苏晚晴")
    read = passage(section_of("春耕开始了。\n“种子备齐了。”苏晚晴说。", says("种子备齐了。", speaker=speaker)))
    first, second = trees(read)
    assert first.find("span") is None
    quotation, link = second.find("span"), second.find("a")
    assert (link.get("class"), link.text) == ("named", "苏晚晴")
    assert (quotation.get("id"), quotation.text) == ("statement-1", "种子备齐了。")
    assert (link.get("href"), link.get("title")) == ("/speakers/3/", "青禾县县长 苏晚晴")
    assert quotation.tail == "”"
    assert printed(second) == "“种子备齐了。”苏晚晴说。"


def links(text, *statements):
    """The links of a text of one paragraph: what is linked, and whether the page added it."""
    (tree,) = trees(passage(section_of(text, *statements)))
    return [(link.text, link.get("class") == "voice") for link in tree.iter("a")]


def test_a_name_that_the_sentence_prints_is_linked_and_not_said_again():
    speaker = Speaker(pk=3, name="苏晚晴")
    said = says("种子备齐了。", speaker=speaker)
    assert links("“种子备齐了。”县长苏晚晴说。苏晚晴走了。", said) == [("苏晚晴", False)]
    assert links("会上，苏晚晴说：“种子备齐了。”", said) == [("苏晚晴", False)]
    assert links("“种子备齐了。”她说。苏晚晴走了。", said) == [("苏晚晴", True)]
    assert links("苏晚晴来了。她说：“种子备齐了。”", said) == [("苏晚晴", True)]
    assert links("“种子备齐了。”“好。”苏晚晴说。", said) == [("苏晚晴", True)]


def test_one_printed_name_serves_the_quotation_before_it_and_the_words_behind_it():
    speaker = Speaker(pk=3, name="苏晚晴")
    said = says("种子备齐了。", 1, speaker=speaker), says("还要修渠。", 2, speaker=speaker, kind="indirect")
    assert links("“种子备齐了。”苏晚晴表示，还要修渠。", *said) == [("苏晚晴", False)]


def test_what_was_asked_for_is_marked_across_the_edges_of_quotations_and_names():
    said = says("种子备齐了。", speaker=Speaker(pk=3, name="苏晚晴"))
    read = passage(section_of("“种子备齐了。”县长苏晚晴说。", said), Query.parse("备齐了 县长苏晚晴说"))
    (tree,) = trees(read)
    assert [mark.text for mark in tree.iter("mark")] == ["备齐了", "县长", "苏晚晴", "说"]
    assert printed(tree) == "“种子备齐了。”县长苏晚晴说。"


def test_paragraphs_have_permanent_addresses_and_blank_lines_none():
    read = passage(section_of("第一段。\r\n\r\n  \r\n第二段。"))
    assert [p.anchor for p in read.paragraphs] == ["p-7-1", "p-7-2"]
    assert [p.html for p in read.paragraphs] == ["第一段。", "第二段。"]


def test_headings_stand_between_h2_and_h5():
    assert [passage(section_of("文。", level=level)).rank for level in (0, 1, 2, 3, 4, 6)] == [2, 2, 3, 4, 5, 5]


def test_equal_words_said_twice_are_two_marks():
    read = passage(section_of("“好。”他说。“好。”她说。", says("好。", 1), says("好。", 2)))
    assert marked(read) == [("statement-1", "好。"), ("statement-2", "好。")]
    assert trees(read)[0].find("span").tail == "”他说。“"


def test_statement_inside_another_nests():
    read = passage(section_of("他说甲乙丙丁戊。", says("甲乙丙丁戊", 1), says("丙", 2)))
    assert {anchor for anchor, _ in marked(read)} == {"statement-1", "statement-2", None}
    inner = next(q for q in trees(read)[0].iter("span") if q.get("id") == "statement-2")
    assert "".join(inner.itertext()) == "丙"


def test_statements_that_overlap_keep_the_text_and_one_address_each():
    read = passage(section_of("甲乙丙丁戊", says("甲乙丙", 1), says("乙丙丁", 2)))
    (tree,) = trees(read)
    assert printed(tree) == "甲乙丙丁戊"
    assert sorted(filter(None, (anchor for anchor, _ in marked(read)))) == ["statement-1", "statement-2"]


def test_statement_over_two_paragraphs_is_marked_in_both_and_has_one_address():
    read = passage(section_of("“一年之计在于春。\n一日之计在于晨。”", says("一年之计在于春。\r\n一日之计在于晨。")))
    assert marked(read) == [("statement-1", "一年之计在于春。"), (None, "一日之计在于晨。")]


def test_statement_that_the_text_no_longer_holds_is_told_apart():
    gone, here = says("没有了。", 1), says("还在。", 2)
    read = passage(section_of("“还在。”", gone, here))
    assert read.unplaced == [gone]
    assert marked(read) == [("statement-2", "还在。")]


def test_text_and_names_never_become_html():
    text = '<script>alert("1")</script>&amp;'
    speaker = Speaker(pk=3, name="<b>")
    read = passage(section_of(text, says(text, name='"><i>', office="<u>", speaker=speaker)))
    (tree,) = trees(read)
    assert printed(tree) == text
    assert {element.tag for element in tree.iter()} == {"p", "span", "a"}


@given(st.text("甲乙\n<&\"' ", max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(1, 15)), max_size=6))
def test_marks_lose_and_double_nothing(text, cuts):
    speaker = Speaker(pk=3, name="甲")
    statements = [
        says(words, pk, name="甲", speaker=speaker)
        for pk, (at, size) in enumerate(cuts)
        if (words := text[at : at + size])
    ]
    read = passage(section_of(text, *statements))
    assert [printed(tree) for tree in trees(read)] == [line for line in text.splitlines() if line.strip()]
    anchors = [anchor for anchor, _ in marked(read) if anchor]
    assert sorted(anchors) == sorted(s.anchor for s in statements if s not in read.unplaced)


def test_voices_are_the_people_in_the_order_in_which_they_are_heard():
    su, lin = Speaker(pk=3, name="苏晚晴"), Speaker(pk=4, name="林知秋")
    one = section_of("", says("甲", 1, speaker=lin, name="林知秋"), says("乙", 2, speaker=su))
    two = section_of("", says("丙", 3, speaker=lin, name="林知秋"), says("丁", 4, name="", office="有关负责人"))
    heard = [(voice.name, voice.office, [s.text for s in voice.statements]) for voice in voices([one, two])]
    assert heard == [
        ("林知秋", "青禾县县长", ["甲", "丙"]),
        ("苏晚晴", "青禾县县长", ["乙"]),
        ("", "有关负责人", ["丁"]),
    ]
