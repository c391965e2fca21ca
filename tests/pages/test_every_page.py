"""What holds for all public pages: a fixed number of queries, nothing inline, one address, no raw text."""

import re
from datetime import date

import pytest
from django.views.defaults import server_error

from articles.models import Report
from articles.search import index_reports
from tests.make import (
    make_contribution,
    make_photo,
    make_report,
    make_section,
    make_source,
    make_speaker,
    make_statement,
)
from tests.pages.ask import page, queries

pytestmark = pytest.mark.django_db

ADDRESSES = {
    "latest": "/",
    "reports": "/reports/",
    "search": "/reports/?q=春耕",
    "search in fields": "/reports/?q=标题:春耕 小标题:标题 或 无 发言人:晚 记者:江 报纸:云岭 栏目:民声 日期:2025 -无",
    "search taken apart": "/reports/?q=会议开始春耕",
    "by relevance": "/reports/?q=春耕&order=relevance",
    "filters": "/reports/?speaker={speaker}&reporter=江暮云&newspaper=云岭日报&column=民声&since=2020-01-01",
    "by name": "/reports/?speaker=苏晚晴&reporter=暮",
    "report": "/reports/{report}/",
    "report with words": "/reports/{report}/?q=春耕",
    "speakers": "/speakers/",
    "speakers by name": "/speakers/?q=晚",
    "speaker": "/speakers/{speaker}/",
    "sections": "/sections/",
    "sections with words": "/sections/?q=标题",
    "statements": "/statements/",
    "statements with words": "/statements/?q=句 发言人:苏晚晴 标题:春耕",
    "sources": "/sources/",
    "source": "/sources/{source}/",
}


class Archive:
    """An archive that can grow: more pages, and more of everything on the first of them."""

    def __init__(self):
        self.source = make_source(newspaper="云岭日报", issued_on=date(2025, 4, 29))
        self.speaker = make_speaker()
        self.report = self.add(self.source, 0)

    def add(self, source, number):
        report = make_report(
            f"春耕会议{number}",
            source=source,
            position=1,
            column="民声",
            published_on=date(2025, 1, 1),
            byline="江暮云",
        )
        make_contribution(report, "江暮云")
        self.fill(report, number)
        return report

    def fill(self, report, number):
        make_section(report, f"标题{number}")
        merged = make_speaker(f"苏晚{number}", merged_into=self.speaker)
        for speaker in (self.speaker, make_speaker(f"晚秋{number}"), merged, None):
            make_statement(report, f"第{number}句。", speaker=speaker)
        make_photo(report)
        make_contribution(report, f"程{number}")

    def grow(self):
        for number in range(1, 6):
            self.add(make_source(newspaper="云岭日报"), number)
            self.add(self.source, number + 10)
            self.fill(self.report, number + 20)

    def address(self, name):
        return ADDRESSES[name].format(report=self.report.pk, speaker=self.speaker.pk, source=self.source.pk)


@pytest.fixture
def archive():
    archive = Archive()
    index_reports(Report.objects.all())
    return archive


@pytest.mark.parametrize("name", ADDRESSES)
def test_queries_do_not_grow_with_rows(client, archive, name):
    before = queries(client, archive.address(name))
    size = len(page(client, archive.address(name)))
    archive.grow()
    index_reports(Report.objects.all())
    assert len(page(client, archive.address(name))) > size
    after = queries(client, archive.address(name))
    assert len(after) == len(before) <= 17


@pytest.mark.parametrize("name", ADDRESSES)
def test_raw_bytes_and_ledgers_are_never_loaded(client, archive, name):
    sql = " ".join(queries(client, archive.address(name)))
    for column in ('"articles_source"."raw"', '"articles_source"."spans"', '"articles_report"."imported"'):
        assert column not in sql


@pytest.mark.parametrize("name", ADDRESSES)
def test_nothing_is_inline_and_the_head_is_complete(client, archive, name):
    html = page(client, archive.address(name))
    assert not re.search(r"<script|<style|\sstyle=|\son\w+=", html)
    assert len(re.findall(r'<link rel="canonical" href="http://testserver/[^"]*">', html)) == 1
    assert re.search(r"<title>\s*[^\s<]", html)
    assert re.search(r'<meta name="description" content="[^"]+">', html)
    assert re.search(r'<html lang="[^"]+">', html)
    assert len(re.findall(r"<h1[ >]", html)) == 1
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("number", ["0", "77", "9" * 30])
@pytest.mark.parametrize("kind", ["reports", "speakers", "sources"])
def test_what_is_not_there_is_a_page_that_says_so(client, kind, number):
    html = page(client, f"/{kind}/{number}/", 404)
    assert 'role="search"' in html
    assert 'href="/speakers/"' in html


def test_a_failure_is_a_page_that_needs_no_database(rf, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = server_error(rf.get("/"))
    assert response.status_code == 500
    assert "pages.css" in response.content.decode()


def test_an_empty_archive_has_all_its_pages(client):
    for address in ("/", "/reports/", "/speakers/", "/statements/", "/sections/", "/sources/"):
        assert "empty" in page(client, address)


def test_editors_are_led_to_their_desk(client):
    assert 'href="/admin/"' in page(client, "/")
