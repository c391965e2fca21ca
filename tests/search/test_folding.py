import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.folding import fold, fold_with_map
from articles.search.tokens import document_tokens, term_tokens

# Surrogates and all other categories included: text layers of PDF pages hold anything.
any_text = st.text(st.characters(categories=None), max_size=60)


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("ＰＭ２．５浓度", "pm2.5浓度"),
        ("靑禾縣農業農村局", "靑禾县农业农村局"),
        ("裏面與裡面", "里面与里面"),
        ("春 耕　开\u200b始\x00了", "春耕开始了"),
        ("“一”‘二’「三」『四』＂五＂", '"一""二""三""四""五"'),
        ("１００㎡", "100m2"),
        ("Café cafe\u0301 CAFÉ", "cafecafecafe"),
        ("葛\U000e0100城", "葛城"),
        ("阿依·古丽 阿依•古丽", "阿依·古丽阿依·古丽"),
        ("한국", "한국"),
        ("一行\n又一行", "一行又一行"),
        ("\ud800坏", "坏"),
    ],
)
def test_folds(printed, folded):
    assert fold(printed) == folded


def test_every_letter_folds_to_letters_that_fold_to_themselves():
    every_letter = "".join(map(chr, range(sys.maxunicode + 1)))
    folded = fold(every_letter)
    assert len(folded) > 1_000_000
    assert fold(folded) == folded
    assert not {unicodedata.category(letter) for letter in folded} & {"Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Mn", "Me"}


@given(any_text, any_text)
def test_folding_goes_letter_by_letter(before, after):
    assert fold(before + after) == fold(before) + fold(after)


@given(any_text)
def test_every_folded_letter_knows_the_printed_letter_it_came_from(text):
    folded, origins = fold_with_map(text)
    assert folded == fold(text)
    assert len(origins) == len(folded)
    assert origins == sorted(origins)
    assert all(letter in fold(text[origin]) for letter, origin in zip(folded, origins, strict=True))


folded_text = st.text("青禾春ab1·", max_size=12)


@given(st.lists(folded_text, max_size=3), folded_text.filter(bool))
def test_a_text_has_all_tokens_of_what_stands_in_one_of_its_lines(units, term):
    text = "\n".join(units)
    if any(term in unit for unit in units):
        assert term_tokens(term) <= document_tokens(text)


def test_tokens_never_reach_over_the_end_of_a_line():
    assert document_tokens("青禾\n春") == {"青", "禾", "春", "青禾"}
