from datetime import date, timedelta

import pytest
from django.db import Error, connection
from django.test.utils import CaptureQueriesContext

from articles.facets import FIELDS, facets
from articles.models import Report, Statement
from articles.search import (
    EVERYTHING,
    Query,
    giving_up,
    in_time,
    index_reports,
    ranked,
    sample,
    sampling,
    walk,
    walking,
)
from articles.search.backends import backend_of, sqlite
from tests.make import make_report, make_statement
from tests.pages.ask import page, titles

pytestmark = pytest.mark.django_db

ENDLESS = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000000) SELECT MAX(i) FROM n"
ONE_ROW = "SELECT 1"


def ask(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


@pytest.fixture
def archive(monkeypatch):
    """Forty reports of a reservoir, looked into a few at a time."""
    for name, value in (("_SPARE", 0), ("_LONGEST", 6)):
        monkeypatch.setattr(walking, name, value)
    backend = backend_of(connection)
    monkeypatch.setattr(backend, "LOOK_FIRST", min(backend.LOOK_FIRST, 4))
    for number in range(40):
        report = make_report(
            f"第{number}篇", paragraphs=["修水库。"], published_on=date(2025, 1, 1) + timedelta(number)
        )
        make_statement(report, "修水库。")
    index_reports(Report.objects.all())


@pytest.fixture
def time_for(monkeypatch, settings):
    """Return a function that stops the clock, and has time run out when so many queries have been asked."""
    settings.SEARCH_MILLISECONDS = 1000
    monkeypatch.setattr(sqlite, "_INSTRUCTIONS_BETWEEN_LOOKS_AT_THE_CLOCK", 1)

    def set_clock(queries):
        asked = []

        def count(execute, *question):
            asked.append(question)
            return execute(*question)

        def now():
            return 0 if len(asked) <= queries else 10

        for place in ("articles.search.patience", backend_of(connection).__name__):
            monkeypatch.setattr(f"{place}.monotonic", now)
        connection.execute_wrappers.insert(0, count)
        return asked

    wrappers = list(connection.execute_wrappers)
    yield set_clock
    connection.execute_wrappers[:] = wrappers


def test_a_query_is_left_when_its_time_is_over(settings):
    settings.SEARCH_MILLISECONDS = 20
    steps = []
    with in_time(), giving_up("default"):
        steps.append(ask(ONE_ROW))
        ask(ENDLESS)
        steps.append("never")
    assert steps == [[(1,)]]


def test_the_next_reader_has_all_the_time_again(settings):
    settings.SEARCH_MILLISECONDS = 20
    for _ in range(2):
        with in_time(), giving_up("default"):
            ask(ENDLESS)
    for _ in range(2):
        with in_time(), giving_up("default"):
            assert ask(ONE_ROW) == [(1,)]
    finite = ENDLESS.replace("1000000000", "300000")
    assert ask(finite) == [(300000,)]
    with giving_up("default"):
        assert ask(finite) == [(300000,)]


def test_what_is_wrong_is_no_matter_of_time():
    with pytest.raises(Error), in_time(), giving_up("default"):
        ask("SELECT * FROM no_such_table")


@pytest.mark.parametrize("queries", range(1, 8))
def test_a_walk_says_where_it_ended(archive, time_for, queries):
    query, whole = Query.parse("水库"), list(Report.objects.newest_first())
    time_for(queries)
    with in_time():
        cut = walk(Report.objects.all(), query, 99)
    assert cut == whole[: len(cut)]
    assert cut.rest or cut == whole
    assert cut.stuck == (cut.rest == EVERYTHING)
    if cut.rest and not cut.stuck:
        assert cut + walk(Report.objects.all(), query, 99, cut.rest) == whole


def test_without_any_time_nothing_is_found_and_nothing_fails(archive, time_for, monkeypatch):
    monkeypatch.setattr(sampling, "MOST_COUNTED", 10)
    time_for(0)
    query = Query.parse("水库")
    with in_time():
        for rows in (Report.objects.all(), Statement.objects.all()):
            assert (walk(rows, query, 9), walk(rows, query, 9).stuck) == ([], True)
        assert ranked(Report.objects.all(), query) == []
        found = sample(Report.objects.values_list(*FIELDS), query)
        assert (found.rows, found.is_whole) == ([], False)
        assert facets(found) == []


def test_without_time_for_a_share_the_figures_are_those_of_the_newest(archive, monkeypatch):
    monkeypatch.setattr(sampling, "MOST_COUNTED", 10)
    monkeypatch.setattr(sampling, "_drawn", lambda *arguments: ask(ENDLESS))
    monkeypatch.setattr("django.conf.settings.SEARCH_MILLISECONDS", 500)
    with in_time():
        found = sample(Report.objects.values_list("pk", flat=True), Query.parse("水库"))
    assert (found.one_in, found.count, found.is_whole) == (1, 10, False)
    assert found.rows == [report.pk for report in Report.objects.newest_first()[:11]]


@pytest.mark.parametrize("address", ["/reports/", "/statements/", "/sections/"])
@pytest.mark.parametrize("order", ["date", "relevance"])
@pytest.mark.parametrize("queries", range(12))
def test_every_page_says_so_and_never_fails(client, archive, time_for, address, order, queries):
    time_for(queries)
    html = page(client, address, q="水库", order=order)
    assert "没有符合条件的报道" not in html


def test_a_question_that_gets_nowhere_is_told_how_to_get_somewhere(client, archive, time_for):
    time_for(0)
    html = page(client, "/reports/", q="水库")
    assert titles(html) == []
    assert "这个问题查起来太费时" in html
    assert 'rel="next"' not in html


def test_questions_longer_than_anybody_means_them_are_given_less_time(client, archive, monkeypatch):
    monkeypatch.setattr("articles.search.patience._HURRY", 0)
    monkeypatch.setattr(sqlite, "_INSTRUCTIONS_BETWEEN_LOOKS_AT_THE_CLOCK", 1)
    assert len(titles(page(client, "/reports/", q="水库"))) == 20
    for long in ("水库 OR " * 12 + "水库", "水" * 201):
        for address in ("/reports/", "/statements/", "/sections/"):
            assert "没有" in page(client, address, q=long)
        assert "这个问题查起来太费时" in page(client, "/reports/", q=long)
    assert len(titles(page(client, "/reports/", q="水库"))) == 20


@pytest.mark.parametrize("queries", range(8))
def test_queries_kept_for_debugging_are_no_way_around(client, archive, time_for, queries):
    time_for(queries)
    with CaptureQueriesContext(connection):
        assert "没有符合条件的报道" not in page(client, "/reports/", q="水库")
