"""Composed pages of each kind: how well the importer finds what an editor would."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.importing import parse

from .composer import compose_columns, compose_markdown, compose_web
from .profile import reproducible
from .scoring import balance, mean, score, table
from .test_partition import spans_cover
from .writing import articles

HEADED = [article for article in articles().values() if article.title]


def web_pages(rng):
    return [compose_web(rng, article) for article in HEADED]


def web_pages_on_one_line(rng):
    return [compose_web(rng, article, one_line=True) for article in HEADED]


def markdown_pages(rng):
    return [compose_markdown(rng, choice) for choice in _choices(rng)]


def columns(**layout):
    return lambda rng: [compose_columns(rng, choice, **layout) for choice in _choices(rng)]


def _choices(rng, pages=12):
    return [rng.sample(HEADED, rng.randint(3, 8)) for _ in range(pages)]


# Each kind of page with the mean of all measures that it scores at least.
KINDS = {
    "web copies": (web_pages, 0.96),
    "web copies on one line": (web_pages_on_one_line, 0.96),
    "Markdown pages": (markdown_pages, 0.96),
    "columns": (columns(), 0.92),
    "wide columns": (columns(width=32), 0.91),
    "letter-spaced columns": (columns(letter_spaced=True), 0.9),
    "headlines behind": (columns(letter_spaced=True, behind=1), 0.9),
    "headlines above and behind": (columns(behind=0.4), 0.86),
    "columns, no blank lines": (columns(blank_lines=False), 0.92),
}


@pytest.mark.parametrize(("pages", "least"), KINDS.values(), ids=KINDS)
def test_pages_of_each_kind_come_out_as_an_editor_would_set_them(pages, least, request):
    results = [(text, expected, parse(text).as_json("")) for text, expected in pages(random.Random(2025))]
    scores = mean(score(record, expected) for _, expected, record in results)
    printed = table({request.node.callspec.id: scores})
    assert scores["mean"] >= least, f"\n{printed}"
    assert all(balance(text, record) == ({}, {}) for text, _, record in results)


@pytest.mark.parametrize("compose", [compose_markdown, compose_columns])
def test_a_page_says_its_paper_its_number_and_its_name(compose):
    for seed in range(8):
        text, expected = compose(random.Random(seed), HEADED[:3])
        page = parse(text)
        assert (page.newspaper, page.page, page.page_name) == tuple(
            expected[field] for field in ("newspaper", "page", "page_name")
        )


def test_a_line_between_a_byline_and_a_picture_is_kept():
    text, _ = compose_columns(random.Random(0), [articles()["orchard"]], 9, behind=1, blank_lines=False)
    assert balance(text, parse(text).as_json("")) == ({}, {})


@reproducible
@given(
    seed=st.integers(0, 10_000),
    chosen=st.lists(st.sampled_from(list(articles().values())), min_size=1, max_size=6, unique_by=id),
    width=st.integers(9, 40),
    letter_spaced=st.booleans(),
    behind=st.sampled_from((0, 0.5, 1)),
    blank_lines=st.booleans(),
)
def test_no_layout_loses_or_doubles_a_letter(seed, chosen, **layout):
    text, _ = compose_columns(random.Random(seed), chosen, **layout)
    page = parse(text)
    assert spans_cover(page)
    assert balance(text, page.as_json("")) == ({}, {})
