from datetime import date
from math import log2
from pathlib import Path

import pytest
from django.conf import settings

from articles.archive import store
from articles.models import Report
from articles.search import Query, index_reports, ranked, relevance
from tests.make import make_report, make_section, make_source
from tests.search.judged import INVENTED, QUESTIONS

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive():
    for path in sorted((Path(settings.BASE_DIR) / "seeds").glob("*.txt")):
        store(path.name, path.read_bytes(), publish=True)
    source = make_source()
    for title, passages, day in INVENTED:
        report = make_report(title, source=source, paragraphs=passages[""], published_on=date.fromisoformat(day))
        for heading, paragraphs in passages.items():
            if heading:
                make_section(report, heading, paragraphs)
        index_reports([report])


def gain(grades):
    return sum((2**grade - 1) / log2(place + 2) for place, grade in enumerate(grades[:10]))


def ndcg(titles, judged):
    """Return the normalized discounted cumulative gain of the first ten (Järvelin and Kekäläinen 2002)."""
    found = [max((grade for start, grade in judged.items() if title.startswith(start)), default=0) for title in titles]
    everything = Report.objects.published().values_list("title", flat=True)
    best = [
        max((grade for start, grade in judged.items() if title.startswith(start)), default=0) for title in everything
    ]
    return gain(found) / gain(sorted(best, reverse=True))


def best(text):
    keys = ranked(Report.objects.published(), Query.parse(text))
    titles = dict(Report.objects.values_list("pk", "title"))
    return [titles[key] for key in keys]


def test_the_best_answers_come_first(archive):
    assert len(QUESTIONS) == 40
    scores = {text: ndcg(best(text), judged) for text, judged in QUESTIONS.items()}
    assert sum(scores.values()) / len(scores) >= 0.9, scores


def test_the_measure_knows_a_bad_order(archive):
    worst = {text: ndcg(best(text)[::-1], judged) for text, judged in QUESTIONS.items()}
    assert sum(worst.values()) / len(worst) < 0.9


def test_an_old_title_is_among_the_best_of_many_hits(monkeypatch):
    monkeypatch.setattr(relevance, "PROMISING", 4)
    source = make_source()
    both = make_report("春耕、水库", source=source, published_on=date(1999, 1, 1))
    one = make_report("水库", source=source, published_on=date(1999, 1, 1), paragraphs=["春耕。"])
    heading = make_report("旧闻", source=source, published_on=date(1999, 1, 1))
    make_section(heading, "水库、春耕")
    newer = [
        make_report(f"第{day}日", source=source, published_on=date(2025, 1, day), paragraphs=["春耕，水库。"])
        for day in range(1, 9)
    ]
    index_reports([both, one, heading, *newer])
    keys = ranked(Report.objects.published(), Query.parse("春耕 水库"))
    assert keys[:3] == [both.pk, one.pk, heading.pk]
    assert set(keys[3:]) == {report.pk for report in newer[-4:]}


def test_drafts_are_never_among_the_best(monkeypatch):
    monkeypatch.setattr(relevance, "PROMISING", 1)
    reports = [make_report("水库", status="draft"), make_report("水库"), make_report("水库", status="withdrawn")]
    index_reports(reports)
    assert ranked(Report.objects.published(), Query.parse("水库")) == [reports[1].pk]
