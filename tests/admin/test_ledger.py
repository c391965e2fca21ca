import pytest

from articles.admin import ledger
from articles.models import Source
from tests.spans import source_of


def test_spans_of_one_block_are_one_stretch():
    source = source_of(("春耕", "paragraph", 0, 1), ("开始了", "paragraph", 0, 1), ("种子", "paragraph", 0, 2))
    assert [(s.text, s.anchor) for s in ledger.stretches(source)] == [("春耕开始了", "raw-0"), ("种子", "raw-5")]


def test_only_the_report_that_is_asked_for_is_labelled():
    source = source_of(("甲", "title", 0, 1), ("页", "furniture", None, 2), ("乙", "title", 1, 3))
    assert [(s.text, s.label) for s in ledger.beside(source, 1)] == [("甲页", ""), ("乙", "title")]


@pytest.mark.parametrize("length", [ledger.LONG - 2, ledger.LONG])
def test_what_is_far_from_the_report_is_left_out_of_a_long_source(length):
    source = source_of(("甲" * length, "paragraph", 0, 1), ("乙题", "title", 1, 2))
    shown = ledger.beside(source, 1)
    assert sum(len(s.text) + s.omitted for s in shown) == length + 2
    assert bool(sum(s.omitted for s in shown)) is (length + 2 > ledger.LONG)
    assert shown[-1].text == "乙题"


def test_a_long_source_without_a_ledger_is_shortened_too():
    source = Source(raw=("甲" * ledger.LONG * 2).encode(), encoding="utf-8", spans=[])
    assert sum(len(s.text) for s in ledger.beside(source, 0)) == 2 * ledger.MARGIN


def test_the_legend_counts_the_letters_of_each_label():
    source = source_of(("正文", "paragraph", 0, 1), ("题", "title", 0, 2), ("页眉", "furniture", None, 3))
    rows = ledger.legend(ledger.stretches(source))
    assert [(label, letters) for label, _name, letters in rows] == [("title", 1), ("paragraph", 2), ("furniture", 2)]
