from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articles.search import Query
from articles.search.query import LONGEST, MOST_TERMS

# What is written, and how it is understood: terms as they are written in an address.
EXAMPLES = [
    # Words apart must all be there, whatever their width, case or script.
    ("", []),
    (" \u3000\n", []),
    ("春耕", ["春耕"]),
    ("春耕 会议", ["春耕", "会议"]),
    ("春耕\u3000会议\t青禾", ["春耕", "会议", "青禾"]),
    ("春耕 春耕 ", ["春耕"]),
    ("农业 農業", ["农业"]),
    ("春\x00耕", ["春耕"]),
    ("\x00\u200b", []),
    ("🌾", ["🌾"]),
    # A phrase stands as it is; any double quotation mark closes any other.
    ('"春耕 会议"', ["“春耕 会议”"]),
    ("“春耕　会议” 青禾", ["“春耕 会议”", "青禾"]),
    ("”春耕 会议” 青禾", ["“春耕 会议”", "青禾"]),
    ("＂春耕 会议＂", ["“春耕 会议”"]),
    ("「春耕 会议」『青禾 县』", ["“春耕 会议”", "“青禾 县”"]),
    ("“他说「好」”", ["“他说「好」”"]),
    ("「他说“好”」", ["「他说“好”」"]),
    ("『“他说”「好」』", ["『“他说”「好」』"]),
    ("县长“一定 办好”说", ["县长", "“一定 办好”", "说"]),
    ('"', []),
    ('""', []),
    ('"春耕', ["春耕"]),
    ("春耕」", ["春耕"]),
    # What is not wanted has a minus directly before it.
    ("春耕 -会议", ["春耕", "-会议"]),
    ("春耕 －会议", ["春耕", "-会议"]),
    ("-“春耕 会议”", ["-“春耕 会议”"]),
    ("“春耕”-会议", ["“春耕”", "-会议"]),
    ("K1-路 2024-2025", ["K1-路", "2024-2025"]),
    ("--春耕", ["--春耕"]),
    # OR takes the terms beside it.
    ("春耕 OR 秋收", ["春耕 OR 秋收"]),
    ("春耕 或 秋收", ["春耕 OR 秋收"]),
    ("青禾 春耕 或 “秋 收” 或 -会议", ["青禾", "春耕 OR “秋 收” OR -会议"]),
    ("春耕 or 秋收", ["春耕", "or", "秋收"]),
    ("春耕或秋收", ["春耕或秋收"]),
    ("“春耕” “或” “秋收”", ["“春耕”", "“或”", "“秋收”"]),
    # Signs that stand alone are what is looked for.
    ("或", ["或"]),
    ("OR", ["OR"]),
    ("-", ["-"]),
    ("OR OR", ["OR"]),
    # Fields, in Chinese or English, with a colon of either width.
    ("标题:春耕", ["标题:春耕"]),
    ("标题：春耕 title:会议 標題:青禾", ["标题:春耕", "标题:会议", "标题:青禾"]),
    ("小标题:节水 Heading:良田", ["小标题:节水", "小标题:良田"]),
    ("栏目:民声 欄目：民声 column:春讯", ["栏目:民声", "栏目:春讯"]),
    ("报纸:云岭日报 NEWSPAPER:青禾", ["报纸:云岭日报", "报纸:青禾"]),
    ("发言人:苏晚晴 speaker:江", ["发言人:苏晚晴", "发言人:江"]),
    ("记者:“江 暮云” reporter:程", ["记者:“江 暮云”", "记者:程"]),
    ("标题: 春耕", ["标题:春耕"]),
    ("-标题:春耕 OR 发言人:「苏晚晴」", ["-标题:春耕 OR 发言人:“苏晚晴”"]),
    ("日期:2025-04 date:2024", ["日期:2025-04", "日期:2024"]),
    ("日期：2025-01..2025-06", ["日期:2025-01..2025-06"]),
    ("“标题:春耕”", ["“标题:春耕”"]),
    ("会议:春耕 10:30 http://a.example", ["会议:春耕", "10:30", "http://a.example"]),
    # Signs of other languages are letters like any other.
    ("(三期） NEAR* AND %_ a^2 ; \\", ["(三期）", "NEAR*", "AND", "%_", "a^2", ";", "\\"]),
]


@pytest.mark.parametrize(("text", "groups"), EXAMPLES)
def test_reads(text, groups):
    query = Query.parse(text)
    assert [" OR ".join(map(str, group)) for group in query.groups] == groups
    assert bool(query) == bool(groups)
    assert Query.parse(str(query)) == Query(query.groups)


@pytest.mark.parametrize(
    ("text", "groups", "said"),
    [
        ("春耕 OR", ["春耕"], "OR"),
        ("或 春耕 或", ["春耕"], "或"),
        ("春耕 OR 或 秋收", ["春耕", "秋收"], "OR 或"),
        ("春耕 - 会议", ["春耕", "会议"], "-"),
        ('春耕 -"会议', ["春耕", "会议"], "-"),
        ("春耕 标题:", ["春耕"], "标题:"),
        ("记者：", [], "记者："),
        ("日期:昨天 春耕", ["春耕"], "昨天"),
        ("日期:2025-13", [], "2025-13"),
        ("日期:2025-02-30", [], "2025-02-30"),
        ("“\x00”", [], ""),
        ("标题:\u200b", [], ""),
        ("春" * 10_000, ["春" * LONGEST], str(LONGEST)),
        (
            " ".join(map(chr, range(0x4E00, 0x4E50))),
            list(map(chr, range(0x4E00, 0x4E00 + MOST_TERMS))),
            str(MOST_TERMS),
        ),
    ],
)
def test_says_what_was_left_out(text, groups, said):
    query = Query.parse(text)
    assert [" OR ".join(map(str, group)) for group in query.groups] == groups
    (note,) = query.notes
    assert said in str(note)


@pytest.mark.parametrize("text", ["", "春耕 “青禾 县”", "或", "-", "春" * LONGEST])
def test_an_understood_query_has_nothing_to_note(text):
    assert Query.parse(text).notes == ()


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025", "2025-01-01", "2025-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-4", "2025-04-01", "2025-04-30"),
        ("2025-04-28", "2025-04-28", "2025-04-28"),
        ("２０２５－０４", "2025-04-01", "2025-04-30"),
        ("2025年", "2025-01-01", "2025-12-31"),
        ("2025年4月", "2025-04-01", "2025-04-30"),
        ("2025年4月28日", "2025-04-28", "2025-04-28"),
        ("2025/4/28", "2025-04-28", "2025-04-28"),
        ("2025-01..2025-06", "2025-01-01", "2025-06-30"),
        ("2025-06..2025-01", "2025-01-01", "2025-06-30"),
        ("2024..2025-04-28", "2024-01-01", "2025-04-28"),
        ("2025-04..", "2025-04-01", "9999-12-31"),
        ("..2025-04", "0001-01-01", "2025-04-30"),
        ("9999", "9999-01-01", "9999-12-31"),
    ],
)
def test_dates_are_stretches_of_days(text, first, last):
    ((term,),) = Query.parse(f"日期:{text}").groups
    assert term.days == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("text", ["0000", "25", "2025-00", "2025-1-1-1", "..", "2025..x", "2025...", "²⁰²⁵年", "-2025"])
def test_what_is_no_date_is_no_term(text):
    query = Query.parse(f"日期:{text}")
    assert not query or query.groups[0][0].days
    assert bool(query) == (text == "²⁰²⁵年")


def test_terms_are_what_can_be_marked():
    query = Query.parse("農業 OR 「春 耕」 -会议 标题:ＡＢ 日期:2025 报纸:云岭 发言人:苏晚晴 农业")
    assert query.terms == ("农业", "春耕", "ab", "苏晚晴")


signs = st.sampled_from([*' "“”「」『』\u3000\x00-－:：', " 或 ", "OR", "标题:", "日期:2025"])
anything = st.lists(st.one_of(st.characters(categories=None), signs), max_size=150).map("".join)


@given(anything)
@example("tıtle:a")
@example("ſpeaker:a")
def test_any_string_is_a_query_that_an_address_can_hold(text):
    query = Query.parse(text)
    assert sum(map(len, query.groups)) <= MOST_TERMS
    assert all(term.letters and not set("\n \0") & set(term.letters) for group in query.groups for term in group)
    assert all(str(note) for note in query.notes)
    assert "\0" not in str(query)
    assert Query.parse(str(query)) == Query(query.groups)


@pytest.mark.parametrize(
    "unit", ['"', "「", "『", "“「", "a ", " ", "OR ", "-", "- ", "标题:", "标题: ", ":", "(", "日期:2025 "]
)
def test_input_without_end_is_read_at_once(unit):
    Query.parse(unit * 1_000_000)
