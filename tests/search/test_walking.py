import random
from datetime import date, timedelta

import pytest
from django.db import connection

from articles.models import Report, Section, Statement
from articles.search import EVERYTHING, Query, Span, backends, index_reports, matching, walk, walking
from articles.search.hits import tokens_of
from tests.make import make_report, make_section, make_source, make_statement
from tests.search.corpus import WORDS, make_corpus

pytestmark = pytest.mark.django_db

DRAW = random.Random(11)
QUERIES = [
    "",
    "会",
    "春耕",
    "春耕 会议",
    "春耕 OR 水库",
    "-春耕",
    "会议 -春耕",
    "标题:会议",
    "小标题:春耕",
    "发言人:苏晚晴",
    "栏目:会议 OR 云岭",
    "日期:2025-04",
    "2025年",
    "-日期:2025-04",
    "日期:2025-04 OR 春耕",
    "春耕 OR 水库 会议 OR 农业农村 云岭 OR 青禾县 水库 OR 会",
    "会 里 OR 台湾 -春耕 -水库",
    "会 日期:2025-04-20..2025-05-03",
    *(" ".join(DRAW.sample(WORDS.split(), 2)) for _ in range(30)),
]


@pytest.fixture(params=["whole", "in stretches"])
def stretches(request, monkeypatch):
    """Make every stretch so short that a small archive takes all kinds of them."""
    if request.param == "in stretches":
        monkeypatch.setattr(walking, "_SPARE", 0)
        monkeypatch.setattr(walking, "_LONGEST", 3)
        backend = backends.backend_of(connection)
        monkeypatch.setattr(backend, "LOOK_FIRST", min(backend.LOOK_FIRST, 4))


def expected(query, reports=None, span=None):
    found = matching(Report.objects.published() if reports is None else reports, query)
    if span is not None:
        found = found.filter(span.holds_reports())
    return list(found.newest_first())


def everything(reports, query, span=EVERYTHING, size=99, ascending=False):
    """Return what is met on the way through all hits, a few at a time."""
    met = []
    while span is not None:
        hits = walk(reports, query, size, span, ascending)
        assert len(hits) <= size
        met += hits
        span = hits.rest or (span.behind(hits[-1].order_key, ascending) if hits else None)
    return met


def test_steps_meet_every_hit_once_and_in_order(stretches):
    reports = make_corpus(50)
    Report.objects.filter(pk__in=[report.pk for report in reports[::5]]).update(status="draft")
    met = 0
    for text in QUERIES:
        query = Query.parse(text)
        whole = expected(query)
        assert everything(Report.objects.published(), query, size=4) == whole, text
        assert everything(Report.objects.published(), query, size=4, ascending=True) == whole[::-1], text
        at_once = walk(Report.objects.published(), query, len(whole) + 5)
        assert at_once == whole[: len(at_once)] and (at_once.rest or at_once == whole), text
        assert not at_once.rest or query.is_heavy, text
        met += len(whole)
    assert met > 300


def test_a_span_of_days_holds_its_first_and_last_day_and_no_report_without_date(stretches):
    make_corpus(50)
    spans = [(date(2025, 4, 10), date(2025, 4, 28)), (None, date(2025, 4, 28)), (date(2025, 4, 28), None)]
    for text in ("", "会", "春耕 会议", "-春耕"):
        for days in spans:
            query, reports = Query.parse(text), Report.objects.dated(*days)
            whole = expected(query, reports)
            assert everything(Report.objects.all(), query, Span.of_days(*days)) == whole
            assert whole or text == "春耕 会议"


def test_no_span_is_every_day():
    undated, last = make_report(), make_report(published_on=date.max)
    index_reports([undated, last])
    for text in ("", "春耕"):
        query = Query.parse(text)
        assert walk(Report.objects.all(), query, 9, Span.of_days()) == [last, undated]
        assert walk(Report.objects.all(), query, 9, Span.of_days(until=date.max)) == [last]
        assert walk(Report.objects.all(), query, 9, Span.of_days(since=date.min)) == [last]
        assert walk(Report.objects.all(), query, 9, Span.of_days(until=date.min)) == []


def test_filters_that_leave_few_of_many_hits_are_walked_to_the_end(stretches):
    common, rare = make_source(newspaper="云岭日报"), make_source(newspaper="青禾报")
    for number in range(60):
        report = make_report(source=common if number % 20 else rare, published_on=date(2025, 1, 1) + timedelta(number))
        index_reports([report])
    reports = Report.objects.filter(source=rare)
    assert walk(reports, Query.parse("春耕"), 20) == list(reports.newest_first())


def test_the_first_hits_of_a_common_word_take_no_more_queries_in_a_larger_archive(django_assert_max_num_queries):
    make_corpus(60)
    with django_assert_max_num_queries(4):
        assert len(walk(Report.objects.published(), Query.parse("会"), 5)) == 5


def test_words_of_a_heading_are_not_taken_for_words_of_the_text(stretches):
    in_heading, in_text = make_report("甲", paragraphs=["别的。"]), make_report("乙", paragraphs=["修水库。"])
    make_section(in_heading, "修水库")
    index_reports([in_heading, in_text])
    assert walk(Report.objects.all(), Query.parse("小标题:水库"), 9) == [in_heading]
    assert walk(Report.objects.all(), Query.parse("标题:水库"), 9) == []


@pytest.mark.parametrize("asked", ["春耕 水库", "春耕 水库 标题:会议", "春耕水库 OR 水库"])
def test_only_reports_with_the_words_in_statements_or_headings_are_looked_into(asked):
    """The words are in the text of all of these, and looking at it would give the same hits, but later."""
    said = make_report("会议", paragraphs=["春耕，水库。"])
    make_statement(said, "修水库，保春耕。")
    headed = make_report("会议", paragraphs=["春耕，水库。"])
    make_section(headed, "修水库，保春耕")
    beside = make_report("会议", paragraphs=["春耕，水库。"])
    make_section(beside, "别的")
    make_statement(beside, "种子备齐了。")
    index_reports([said, headed, beside])
    backend, query = backends.backend_of(connection), Query.parse(asked)
    for rows, report in ((Statement.objects.all(), said), (Section.objects.all(), headed)):
        tokens = tokens_of(rows, query)
        assert backend.next_keys(connection, tokens, Span(), False, 9) == [report.order_key]
        assert set(backend.candidates(Report.objects.all(), "searchdocument", tokens)) == {report}


def test_statements_keep_the_order_of_their_reports_and_of_their_places(stretches):
    said = {}
    for day in (3, 1, 2):
        report = make_report("会议", published_on=date(2025, 4, day), paragraphs=["水库。"])
        later, earlier = make_statement(report, "建水库。"), make_statement(report, "修水库。")
        later.position = 2
        later.save()
        index_reports([report])
        said[day] = [earlier, later]
    query, in_order = Query.parse("水库"), [*said[3], *said[2], *said[1]]
    assert walk(Statement.objects.all(), query, 9) == in_order
    assert walk(Statement.objects.all(), query, 3) == in_order[:3]
    assert walk(Statement.objects.all(), query, 9, ascending=True) == [*said[1], *said[2], *said[3]]
