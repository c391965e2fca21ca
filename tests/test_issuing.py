from datetime import date

import pytest

from articles.archive import store
from articles.issuing import redate
from articles.models import Report, Source
from articles.search import Query, index_reports, matching

from .make import make_report, make_source

pytestmark = pytest.mark.django_db

PAGE = """# 3 | 要闻

云岭日报

2024年3月12日 星期二

# 青禾县春耕全面展开

本报讯（记者 江暮云）3月8日，青禾县召开春耕生产会议。
"""


def test_a_report_appeared_on_the_day_that_its_page_prints():
    store("page.md", PAGE.encode())
    report = Report.objects.get()
    assert (report.date, report.sort_date, report.event_date) == (
        date(2024, 3, 12),
        date(2024, 3, 12),
        date(2024, 3, 8),
    )


def test_its_own_date_of_publication_goes_first():
    source = make_source(issued_on=date(2024, 3, 12))
    report = make_report(source=source, published_on=date(2024, 3, 11), printed_on=date(2024, 3, 12))
    assert report.date == date(2024, 3, 11)


def test_correcting_the_issue_date_moves_the_reports_and_their_place_in_the_search():
    store("page.md", PAGE.encode())
    other = make_report("又一篇春耕报道", event_date=date(2024, 3, 10))
    index_reports([other])
    source = Source.objects.get(issued_on=date(2024, 3, 12))
    source.issued_on = date(2024, 3, 9)
    source.save()
    redate(source)
    found = matching(Report.objects.newest_first(), Query.parse("春耕"))
    assert [report.title for report in found] == ["又一篇春耕报道", "青禾县春耕全面展开"]
