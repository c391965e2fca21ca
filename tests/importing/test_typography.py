"""Printing changes nothing but spacing and the width and shape of punctuation."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.importing.typography import Printed, compose

from .profile import reproducible
from .scoring import canon
from .test_partition import texts

_ranges = st.lists(st.integers(0, 200), max_size=8).map(lambda cuts: sorted(set(cuts)))


def in_pairs(cuts, text):
    cuts = [min(cut, len(text)) for cut in cuts]
    return [(start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=False) if start < end]


def letters_of(text):
    return [character for character in text if character.isalnum()]


@reproducible
@given(texts, _ranges, st.booleans())
def test_letters_and_digits_come_out_as_they_went_in(text, cuts, phrases):
    ranges = in_pairs(cuts, text)
    raw = "".join(text[start:end] for start, end in ranges)
    assert letters_of(compose(text, ranges, phrases)) == letters_of(raw)


@reproducible
@given(texts, _ranges, st.booleans())
def test_every_printed_character_stands_for_one_of_the_raw_text(text, cuts, phrases):
    ranges = in_pairs(cuts, text)
    printed = Printed(compose(text, ranges, phrases), text, ranges)
    offsets = [printed.offset(at) for at in range(len(printed.text))]
    assert offsets == sorted(offsets)
    inside = {place for start, end in ranges for place in range(start, end)}
    for character, place in zip(printed.text, offsets, strict=True):
        if character == " ":
            continue
        assert place in inside
        assert canon(character) == canon(text[place])


@reproducible
@given(texts, st.booleans())
def test_printing_what_is_printed_changes_nothing(text, phrases):
    printed = compose(text, [(0, len(text))], phrases)
    assert compose(printed, [(0, len(printed))], phrases) == printed


@reproducible
@given(texts)
def test_no_space_stands_between_han_letters_of_a_paragraph(text):
    printed = compose(text, [(0, len(text))])
    around = zip(printed, printed[1:], printed[2:], strict=False)
    assert not [trio for trio in around if trio[1].isspace() and all(_is_han(end) for end in trio[::2])]


def _is_han(character):
    return unicodedata.name(character, "").startswith("CJK UNIFIED")


@pytest.mark.parametrize(
    ("raw", "printed"),
    [
        ("全市共有社区125个,其中34%建成书屋.", "全市共有社区125个，其中34%建成书屋."),
        ("他问:“渠水到了吗?”", "他问：“渠水到了吗？”"),
        ("覆盖9个村(社区)", "覆盖9个村（社区）"),
        ("思 想 ，坚 持 依 法", "思想，坚持依法"),
        ("4 月 28 日", "4月28日"),
        ("PM2.5浓度为35 mg/m3", "PM2.5浓度为35 mg/m3"),
        pytest.param("浓度为35 μg/m3", "浓度为35 μg/m3", marks=pytest.mark.xfail(reason="a figure and a Greek letter")),
        ("Hello, world! 10:48", "Hello, world! 10:48"),
        ('"春耕开始了。"李小禾说,"都在忙。"', "“春耕开始了。”李小禾说，“都在忙。”"),
        ("## 春耕时节", "春耕时节"),
        ("春\u200b耕\ufeff时\u00ad节", "春耕时节"),
    ],
)
def test_prints(raw, printed):
    assert compose(raw, [(0, len(raw))]) == printed


@pytest.mark.parametrize(
    ("lines", "printed"),
    [
        ("全市的AI\nLab项目，“一\n次也不能少”", "全市的AI Lab项目，“一次也不能少”"),
        ("总投资1\n260万元", "总投资1260万元"),
        pytest.param("总投资1.\n5亿元", "总投资1.5亿元", marks=pytest.mark.xfail(reason="a figure cut at its point")),
    ],
)
def test_lines_of_a_column_are_joined_without_cutting_words_or_figures(lines, printed):
    ranges = [(match.start(), match.end()) for match in re.finditer(".+", lines)]
    assert compose(lines, ranges) == printed


def test_a_headline_keeps_its_phrase_spaces_and_a_spaced_line_does_not():
    assert compose("创新驱动 转型升级", [(0, 9)], phrases=True) == "创新驱动 转型升级"
    assert compose("创 新 驱 动 转 型", [(0, 11)], phrases=True) == "创新驱动转型"
