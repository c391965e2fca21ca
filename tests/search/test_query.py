import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.search import Query
from articles.search.query import LONGEST, MOST_TERMS


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("", ()),
        (" \u3000\n", ()),
        ("春耕", ("春耕",)),
        ("春耕 会议", ("春耕", "会议")),
        ("春耕\u3000会议\t青禾", ("春耕", "会议", "青禾")),
        ('"春耕 会议"', ("春耕会议",)),
        ("“春耕　会议” 青禾", ("春耕会议", "青禾")),
        ("”春耕 会议” 青禾", ("春耕会议", "青禾")),
        ("＂春耕 会议＂", ("春耕会议",)),
        ("「春耕 会议」『青禾 县』", ("春耕会议", "青禾县")),
        ("“他说「好」”", ('他说"好"',)),
        ("「『金穗』杯」", ('"金穗"杯',)),
        ("县长“一定 办好”说", ("县长", "一定办好", "说")),
        ('"', ()),
        ('""', ()),
        ('"春耕', ("春耕",)),
        ("春耕」", ("春耕",)),
        ("春\x00耕", ("春耕",)),
        ("\x00\u200b", ()),
        ("春耕 春耕 ", ("春耕",)),
        ("農業 ＡＢ級", ("农业", "ab级")),
        ("-春耕 OR (会议) NEAR* %_", ("-春耕", "or", "(会议)", "near*", "%_")),
        ("🌾", ("🌾",)),
    ],
)
def test_parses(text, terms):
    assert Query.parse(text).terms == terms
    assert bool(Query.parse(text)) == bool(terms)


def test_an_understood_query_has_nothing_to_note():
    assert Query.parse("春耕 “青禾 县”").notes == ()
    assert Query.parse("").notes == ()


def test_a_long_query_is_cut_with_a_note():
    query = Query.parse("春" * 10_000)
    assert query.terms == ("春" * LONGEST,)
    assert len(query.notes) == 1
    assert str(LONGEST) in str(query.notes[0])


def test_a_query_of_many_words_is_cut_with_a_note():
    query = Query.parse(" ".join(chr(0x4E00 + number) for number in range(LONGEST // 2)))
    assert len(query.terms) == MOST_TERMS
    assert len(query.notes) == 1
    assert str(MOST_TERMS) in str(query.notes[0])


def test_a_query_of_which_nothing_is_left_says_so():
    query = Query.parse("“\x00”")
    assert not query
    assert len(query.notes) == 1


@given(st.text(st.one_of(st.characters(categories=None), st.sampled_from(' \u3000"“”「」『』\x00')), max_size=300))
def test_any_string_is_a_query(text):
    query = Query.parse(text)
    assert len(query.terms) <= MOST_TERMS
    assert all(term and "\n" not in term and " " not in term for term in query.terms)
    assert all(str(note) for note in query.notes)


@pytest.mark.parametrize("unit", ['"', "「", "『", "“「", "a ", " "])
def test_input_without_end_is_read_at_once(unit):
    Query.parse(unit * 1_000_000)
