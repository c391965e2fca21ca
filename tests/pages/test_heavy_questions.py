"""Questions for which most of the archive would have to be looked into: each page does a part of it."""

import re
from datetime import date, timedelta
from html import unescape
from itertools import chain
from urllib.parse import parse_qsl, urlsplit

import pytest
from django.db import connection

from articles.models import Report
from articles.search import Query, backends, index_reports, nearest, sample, sampling, walking
from tests.make import make_report, make_statement
from tests.pages.ask import hits, page, titles

pytestmark = pytest.mark.django_db

NOTICE = 'class="notice"'
WITHOUT = "水库 -会议"


@pytest.fixture
def archive(monkeypatch):
    """Forty reports of a reservoir, of which only every tenth says nothing of a meeting; six are a lot to look into."""
    for name, value in (("_SPARE", 0), ("_LONGEST", 6), ("_MOST_LOOKED_AT", 6)):
        monkeypatch.setattr(walking, name, value)
    monkeypatch.setattr(sampling, "MOST_COUNTED", 4)
    monkeypatch.setattr("articles.views.REPORTS_PER_PAGE", 2)
    backend = backends.backend_of(connection)
    monkeypatch.setattr(backend, "LOOK_FIRST", min(backend.LOOK_FIRST, 4))
    for number in range(40):
        text = "修水库。" if number % 10 == 5 else "会议谈了水库。"
        report = make_report(f"第{number}篇", paragraphs=[text], published_on=date(2025, 1, 1) + timedelta(number))
        make_statement(report, text)
    index_reports(Report.objects.all())


def follow(client, html, rel):
    """Return the page that a link of this one leads to, or None."""
    link = re.search(rf'<a href="([^"]*)" rel="{rel}"', html)
    return link and page(client, "/reports/", **dict(parse_qsl(urlsplit(unescape(link[1])).query)))


def through(client, html, rel):
    pages = []
    while html:
        pages.append(html)
        assert len(pages) < 40
        html = follow(client, html, rel)
    return pages


@pytest.mark.parametrize("asked", [WITHOUT, "-会议"])
@pytest.mark.parametrize("days", [{}, {"since": "2025-01-03", "until": "2025-02-08"}])
def test_the_pages_meet_every_hit_once_in_both_directions(client, archive, asked, days):
    there = through(client, page(client, "/reports/", q=asked, **days), "next")
    assert [*chain.from_iterable(map(titles, there))] == ["第35篇", "第25篇", "第15篇", "第5篇"]
    assert any(NOTICE in html for html in there)
    assert NOTICE not in there[-1]
    back = through(client, there[-1], "prev")
    assert [*chain.from_iterable(map(titles, back[::-1]))] == ["第35篇", "第25篇", "第15篇", "第5篇"]


def test_a_page_without_a_hit_says_that_the_next_one_goes_on(client, archive):
    Report.objects.filter(title="第35篇").update(status="draft")
    html = page(client, "/reports/", q=WITHOUT)
    assert titles(html) == []
    assert NOTICE in html
    assert "没有符合条件的报道" not in html
    assert "0+" not in html
    assert titles(follow(client, html, "next")) == ["第25篇"]


def test_what_was_not_counted_is_not_called_the_whole(client, archive):
    found = sample(Report.objects.published(), Query.parse(WITHOUT))
    assert not found.is_whole
    assert 0 < found.count == len(found.rows) < 4
    html = page(client, "/reports/", q=WITHOUT)
    assert f"{found.count}+" in html
    assert "只统计了较新的命中" in html


def test_statements_say_that_only_the_newest_were_looked_into(client, archive, monkeypatch):
    monkeypatch.setattr("articles.views.STATEMENTS_PER_PAGE", 2)
    html = page(client, "/statements/", q=WITHOUT)
    assert hits(html) < 4
    assert "只列出最新的" in html
    assert "只列出最新的" not in page(client, "/statements/", q="修水库")


def test_a_sentence_is_not_taken_apart_while_its_hits_may_be_further_down(archive):
    query = Query.parse("会议谈了水库 -会议")
    assert nearest(Report.objects.published(), query) == query


def test_few_choices_are_no_heavy_question():
    assert not Query.parse("春耕 OR 秋收 会议 OR 培训 水库").is_heavy
    assert Query.parse("春耕 OR 秋收 会议 OR 培训 水库 OR 渠道").is_heavy
    assert Query.parse("春耕 -会议").is_heavy
