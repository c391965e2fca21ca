"""What the other tests here measure with: pages print what they say they hold, and the measures see what is wrong."""

import copy
import random

import pytest

from .composer import compose_columns, compose_markdown, compose_web, wrapped
from .redump import DISGUISES
from .scoring import balance, mean, score
from .writing import articles

_CLOSING = "，。、；：？！”’」』）》】…—·%"
HEADED = [article for article in articles().values() if article.title]


def one(compose, **layout):
    return lambda rng: compose(rng, HEADED[0], **layout)


def many(compose, **layout):
    return lambda rng: compose(rng, HEADED, **layout)


@pytest.mark.parametrize(
    "compose",
    [
        one(compose_web),
        one(compose_web, one_line=True),
        many(compose_markdown),
        many(compose_columns),
        many(compose_columns, letter_spaced=True, behind=1, blank_lines=False),
    ],
)
def test_a_page_prints_all_that_it_is_said_to_hold(compose):
    text, expected = compose(random.Random(1))
    assert compose(random.Random(1)) == (text, expected)
    _, doubled = balance(text, expected)
    assert not doubled
    assert mean([score(expected, expected)])["mean"] == 1.0


def test_articles_say_what_their_paragraphs_say():
    assert len(HEADED) >= 24
    for article in HEADED:
        whole = "\n".join(article.paragraphs)
        assert all(said["text"] in whole for said in article.statements)
        assert all((said["speaker"]["name"] or said["speaker"]["office"]) in whole for said in article.statements)


def test_lines_of_a_column_hold_the_paragraph_and_keep_to_its_width():
    for article in HEADED:
        for paragraph in article.paragraphs:
            lines = wrapped(paragraph, 14)
            assert "".join(lines) == paragraph
            assert all(_width(line.rstrip(_CLOSING)) <= 14 for line in lines)
            assert not any(line[0] in _CLOSING for line in lines)


def _width(line):
    return sum(0.5 if character.isascii() else 1 for character in line)


@pytest.mark.parametrize(
    ("measure", "spoil"),
    [
        ("reports", lambda report: report.update(sections=[])),
        ("title", lambda report: report.update(title="别的标题")),
        ("headline", lambda report: report.update(kicker=None)),
        ("authors", lambda report: report["authors"].pop()),
        ("dates", lambda report: report.update(event_date=None)),
        ("paragraphs", lambda report: report["sections"][0]["paragraphs"].pop()),
        ("photos", lambda report: report["photos"].clear()),
        ("direct", lambda report: report["statements"][0]["speaker"].update(name="别人")),
    ],
)
def test_a_measure_sees_what_is_wrong(measure, spoil):
    _, expected = compose_markdown(random.Random(1), [articles()["canal"]])
    spoiled = copy.deepcopy(expected)
    spoil(spoiled["reports"][0])
    assert mean([score(spoiled, expected)])[measure] < 1.0


def test_lost_and_doubled_letters_are_counted():
    record = compose_markdown(random.Random(1), [articles()["spring"]])[1]
    text = "春耕图" + "".join(articles()["spring"].paragraphs) + "苗可欣 摄"
    assert balance(text, record) == ({}, {})
    assert balance(text + "渠", record) == ({"渠": 1}, {})
    assert balance(text.replace("春耕图", "春耕"), record) == ({}, {"图": 1})


@pytest.mark.parametrize(
    "disguise", [name for name in DISGUISES if name not in ("no-break entities", "paragraph tags")]
)
def test_a_disguise_keeps_every_letter(disguise):
    text, expected = compose_markdown(random.Random(1), HEADED)
    lost, doubled = balance(DISGUISES[disguise](text), expected)
    assert (lost, doubled) == balance(text, expected)
