import re
from datetime import date, timedelta
from html import unescape

import pytest

from articles.facets import FIELDS, facets
from articles.histogram import HEIGHT, WIDTH, histogram
from articles.models import Report
from articles.search import Query, index_reports, sample, sampling
from tests.make import make_contribution, make_report, make_source, make_speaker, make_statement
from tests.pages.ask import hits, page, titles

pytestmark = pytest.mark.django_db


def found(text="", reports=None):
    """Return {facet: [(label, count)]} of the published reports that answer a query."""
    reports = Report.objects.published() if reports is None else reports
    spread = facets(sample(reports.values_list(*FIELDS), Query.parse(text)))
    return {facet.name: [(choice.label, choice.count) for choice in facet.choices] for facet in spread}


def test_hits_are_counted_by_newspaper_year_column_and_people():
    su, old = make_speaker("苏晚晴"), make_speaker("苏婉晴")
    old.merged_into = su
    old.save()
    source = make_source(newspaper="云岭日报")
    for number in range(3):
        report = make_report(f"春耕{number}", source=source, column="民声", published_on=date(2023 + number // 2, 5, 1))
        make_statement(report, speaker=su)
        make_statement(report, "又说了一句。", speaker=old)
        make_contribution(report, "江暮云")
        make_contribution(report, "江暮云", role="摄影")
    make_report("春耕", source=make_source(newspaper="青禾晚报"))
    make_report("别的", source=source, paragraphs=["晴天。"])
    index_reports(Report.objects.all())
    assert found("春耕会议 OR 春耕") == {
        "newspaper": [("云岭日报", 3), ("青禾晚报", 1)],
        "year": [("2023", 2), ("2024", 1)],
        "column": [("民声", 3)],
        "speaker": [("苏晚晴", 3)],
        "reporter": [("江暮云", 3)],
    }


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_what_is_not_public_is_never_counted(client, status):
    make_report("公开", published_on=date(2024, 1, 1))
    hidden = make_report(
        "藏着", status=status, source=make_source(newspaper="未见报"), column="未见栏", published_on=date(2019, 1, 1)
    )
    make_statement(hidden, speaker=make_speaker("未见者"))
    make_contribution(hidden, "未见记者")
    index_reports(Report.objects.all())
    for asked in ({}, {"q": "春耕"}):
        html = page(client, "/reports/", **asked)
        assert "未见" not in html
        assert "2019" not in html
        assert hits(html) == 1


def test_a_choice_leads_to_as_many_reports_as_it_says(client):
    for number in range(7):
        report = make_report(
            "春耕",
            source=make_source(newspaper="云岭日报" if number % 3 else "青禾晚报"),
            column="民声" if number % 2 else "",
            published_on=date(2022, 1, 1) + timedelta(200 * number),
        )
        make_statement(report, speaker=make_speaker("苏晚晴") if number > 4 else None)
        make_contribution(report, "江暮云" if number < 3 else "程远")
    index_reports(Report.objects.all())
    html = page(client, "/reports/", q="春耕", order="relevance")
    choices = re.findall(r'<li><a href="(\?[^"]+)">([^<]+)</a> <span class="number">(\d+)</span>', html)
    assert len(choices) == 11
    for address, label, count in choices:
        assert hits(page(client, f"/reports/{unescape(address)}")) == int(count), label
    bars = re.findall(r'<a href="(\?[^"]+)"><title>[^<]*?(\d+) 篇', html)
    assert sum(int(count) for _, count in bars) == 7
    for address, count in bars:
        assert len(titles(page(client, f"/reports/{unescape(address)}"))) == int(count)


def test_of_many_hits_the_figures_are_estimates_and_say_so(client, monkeypatch):
    monkeypatch.setattr(sampling, "MOST_COUNTED", 60)
    source = make_source()
    for number in range(300):
        make_report("春耕", source=source, published_on=date(2020, 1, 1) + timedelta(5 * number))
    index_reports(Report.objects.all())
    (name, count), *others = found("春耕")["newspaper"]
    assert (name, others) == ("云岭日报", [])
    assert 150 < count < 600
    assert count % 16 == 0
    html = page(client, "/reports/", q="春耕")
    assert hits(html) == 60
    assert "60+" in html


def test_counting_takes_three_queries(django_assert_num_queries):
    for number in range(5):
        report = make_report(column=f"栏目{number}", source=make_source(newspaper=f"报纸{number}"))
        make_statement(report, speaker=make_speaker(f"苏晚{number}"))
        make_contribution(report, f"江暮{number}")
    rows = sample(Report.objects.published().values_list(*FIELDS), Query.parse(""))
    with django_assert_num_queries(3):
        assert len(facets(rows)) == 4


DAY = date(2024, 2, 28)


@pytest.mark.parametrize(
    ("step", "count", "bars", "first", "last"),
    [
        (1, 10, 10, ("2024-02-28", "2024-02-28"), ("2024-03-08", "2024-03-08")),
        (30, 12, 12, ("2024-02-01", "2024-02-29"), ("2025-01-01", "2025-01-31")),
        (400, 12, 13, ("2024-01-01", "2024-12-31"), ("2036-01-01", "2036-12-31")),
    ],
)
def test_bars_are_days_months_or_years(step, count, bars, first, last):
    drawn = histogram([DAY + timedelta(step * number) for number in range(count)])
    assert len(drawn) == bars
    assert sum(bar.count for bar in drawn) == count
    for bar, (since, until) in ((drawn[0], first), (drawn[-1], last)):
        assert bar.parameters == {"since": since, "until": until}


def test_bars_fill_the_drawing_and_the_highest_its_height():
    drawn = histogram([DAY] * 5 + [DAY + timedelta(2)], one_in=16)
    assert [(bar.count, bar.height, bar.y + bar.height) for bar in drawn] == [
        (80, HEIGHT, HEIGHT),
        (0, 0, HEIGHT),
        (16, HEIGHT // 5, HEIGHT),
    ]
    assert [bar.x for bar in drawn] == [0, WIDTH // 3, 2 * WIDTH // 3]
    assert all(bar.x + bar.width <= WIDTH for bar in drawn)


@pytest.mark.parametrize("days", [[], [date.min] * 3, [DAY] * 3, [date.min, DAY]])
def test_one_day_is_no_histogram(days):
    assert histogram(days) == []


def test_the_ends_of_the_calendar_can_be_drawn():
    drawn = histogram([date(1, 1, 2), date.max])
    assert drawn[-1].parameters["until"] == "9999-12-31"
    assert sum(bar.count for bar in drawn) == 2
