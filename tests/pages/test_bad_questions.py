import pytest

from articles.search import index_reports
from tests.make import make_contribution, make_report, make_section, make_speaker, make_statement
from tests.pages.ask import page, queries
from tests.questions import BAD_QUESTIONS

pytestmark = pytest.mark.django_db

LISTS = ["reports", "statements", "sections", "speakers"]


@pytest.fixture
def report():
    report = make_report(paragraphs=["字" * 300])
    make_section(report, "字")
    make_statement(report, "字", speaker=make_speaker())
    make_contribution(report)
    index_reports([report])
    return report


@pytest.mark.parametrize("asked", BAD_QUESTIONS)
def test_any_question_has_an_answer(client, report, asked):
    for name in LISTS:
        assert len(queries(client, f"/{name}/", q=asked)) <= 17
        assert "<script>" not in page(client, f"/{name}/", q=asked)
    page(client, report.get_absolute_url(), q=asked)


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("asked", ["a\0b", "字" * 10_000, "OR " * 3_000])
def test_what_is_too_much_gets_a_friendly_line(client, report, name, asked):
    assert 'class="notice"' in page(client, f"/{name}/", q=asked)
