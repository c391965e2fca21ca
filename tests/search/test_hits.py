import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.folding import fold
from articles.models import Report, SearchDocument
from articles.search import Query, index_reports, matching, ranked
from articles.search.relevance import IN_HEAD, IN_HEADINGS, MOST_IN_TEXT
from tests.make import make_photo, make_report, make_section
from tests.search.corpus import WORDS, make_corpus, printed_units

pytestmark = pytest.mark.django_db


def search(text, reports=None):
    reports = Report.objects.all() if reports is None else reports
    return list(matching(reports, Query.parse(text)).newest_first().values_list("pk", flat=True))


def index(*reports):
    index_reports(reports)
    return reports[0] if len(reports) == 1 else reports


def test_hits_are_exactly_the_reports_that_a_plain_scan_finds():
    reports = list(Report.objects.filter(pk__in=[report.pk for report in make_corpus()]).newest_first())
    units = {report.pk: list(filter(None, printed_units(report))) for report in reports}
    folded = {pk: [fold(unit) for unit in printed] for pk, printed in units.items()}
    draw = random.Random(7)
    everything = [unit for printed in units.values() for unit in printed]
    drawn = []
    for number in range(500):
        # Every third string is sewn together from two units, so that most of those stand nowhere.
        unit = draw.choice(everything) if number % 3 else draw.choice(everything)[-4:] + draw.choice(everything)[:4]
        start = draw.randrange(len(unit))
        drawn.append(unit[start : start + draw.randint(1, 8)])

    hits = misses = 0
    for string in filter(fold, drawn):
        expected = [pk for pk, printed in folded.items() if any(fold(string) in unit for unit in printed)]
        assert search(f"「{string}」") == expected, string
        hits += bool(expected)
        misses += not expected
    assert hits > 250
    assert misses > 30


def test_all_words_of_a_query_must_be_there_in_any_place():
    texts = {report.pk: [fold(unit) for unit in printed_units(report)] for report in make_corpus(30)}
    draw = random.Random(8)
    found = 0
    for _ in range(100):
        words = [word for word in draw.sample(WORDS.split(), 2) if "“" not in word]
        expected = {
            pk for pk, units in texts.items() if all(any(fold(word) in unit for unit in units) for word in words)
        }
        assert set(search(" ".join(words))) == expected, words
        found += bool(expected)
    assert found > 50


@pytest.mark.parametrize(
    ("printed", "asked"),
    [
        ("青禾縣農業農村局", "青禾县农业农村局"),
        ("青禾县农业农村局", "農業農村"),
        ("ＰＭ２．５浓度", "pm2.5"),
        ("PM2.5浓度", "ｐｍ２．５浓度"),
        ("依 法 治 县", "依法治县"),
        ("依法治县", "“依 法 治 县”"),
        ("被称为「金字招牌」", '被称为"金字招牌"'.join("「」")),
        ("增长了96.8%。", "96.8%"),
        ("O'Neil先生", "o’neil"),
        ("种下🌾", "🌾"),
        ("𠮷田太郎", "𠮷田"),
        ("一", "一"),
    ],
)
def test_finds_what_is_printed_otherwise_than_it_is_asked_for(printed, asked):
    report = index(make_report(paragraphs=[printed]))
    index(make_report(paragraphs=["与此无关。"]))
    assert search(asked) == [report.pk]


@pytest.mark.parametrize("place", ["title", "kicker", "subtitle", "column"])
def test_finds_words_of_the_head(place):
    report = index(make_report(**{place: "云岭水库开闸"}))
    assert search("岭水库") == [report.pk]


def test_finds_words_of_headings_and_captions():
    report = make_report()
    make_section(report, "节水有方")
    make_photo(report, caption="孩子们在河边")
    index(report)
    assert search("水有") == [report.pk]
    assert search("在河边") == [report.pk]


def test_letters_on_both_sides_of_a_paragraph_break_are_no_hit():
    report = index(make_report("青禾消息", paragraphs=["今年春", "耕开始"]))
    assert search("春") == search("耕开") == [report.pk]
    assert search("春耕") == []


def test_letters_that_all_occur_but_not_together_are_no_hit():
    """All pairs of the phrase stand in the text, the phrase does not: only the recheck can tell."""
    index(make_report(paragraphs=["青禾、禾县、县长"]))
    assert search("青禾县长") == []


def test_a_query_without_terms_leaves_the_reports_as_they_are():
    report = make_report()
    assert search("") == [report.pk]


def test_drafts_are_found_by_editors_only():
    draft, published = index(make_report("云岭春讯", status="draft"), make_report("云岭春讯"))
    assert set(search("云岭春讯")) == {draft.pk, published.pk}
    assert search("云岭春讯", Report.objects.published()) == [published.pk]
    assert ranked(Report.objects.published(), Query.parse("云岭")) == [published.pk]


def test_hits_can_be_filtered_and_counted():
    make_corpus(30)
    query = Query.parse("春耕")
    asked = Report.objects.filter(published_on=date(2025, 4, 28), source__newspaper="云岭日报")
    assert matching(asked, query).count() > 3
    assert set(ranked(asked, query)) == set(matching(asked, query).values_list("pk", flat=True))


def test_relevance_prefers_the_head_then_headings_then_more_hits_then_newer_reports():
    once_old = make_report("甲", paragraphs=["说到水库。"], published_on=date(2025, 1, 1))
    once_new = make_report("乙", paragraphs=["说到水库。"], published_on=date(2025, 2, 1))
    once_same_day = make_report("丙", paragraphs=["说到水库。"], published_on=date(2025, 2, 1))
    often = make_report("丁", paragraphs=["水库、水库、水库。"], published_on=date(2024, 1, 1))
    heading = make_report("戊", published_on=date(2023, 1, 1))
    make_section(heading, "修水库")
    title = make_report("水库开闸", published_on=date(2022, 1, 1))
    index(once_old, once_new, once_same_day, often, heading, title, make_report("无关", paragraphs=["别的。"]))
    query = Query.parse("水库")
    best = [title, heading, often, once_same_day, once_new, once_old]
    assert ranked(Report.objects.all(), query) == [report.pk for report in best]


def test_relevance_prefers_words_that_stand_together():
    apart = make_report("甲", paragraphs=["会议说到春耕。"], published_on=date(2025, 2, 1))
    together = make_report("乙", paragraphs=["说到春耕会议。"], published_on=date(2025, 1, 1))
    index(apart, together)
    query = Query.parse("春耕 会议")
    assert ranked(Report.objects.all(), query) == [together.pk, apart.pk]


def test_relevance_is_the_sum_of_what_each_term_is_worth():
    """The order is worked out again by another way, and the same on every database."""
    make_corpus(40)
    documents = list(SearchDocument.objects.select_related("report"))
    draw = random.Random(9)
    longest = 0
    for _ in range(40):
        query = Query.parse(" ".join(draw.sample(WORDS.split(), draw.randint(1, 2))))
        phrases = {*query.terms, "".join(query.terms)}

        def worth(document, phrases=phrases):
            score = sum(
                IN_HEAD * len(phrase) * (phrase in document.head)
                + IN_HEADINGS * len(phrase) * (phrase in document.headings)
                + len(phrase) * min(MOST_IN_TEXT, document.text.count(phrase))
                for phrase in phrases
            )
            return score, document.report.sort_date, document.pk

        hits = [document for document in documents if all(term in document.text for term in query.terms)]
        expected = [document.pk for document in sorted(hits, key=worth, reverse=True)]
        assert ranked(Report.objects.all(), query) == expected, query
        longest = max(longest, len(expected))
    assert longest > 20


def test_many_hits_of_one_letter_do_not_outweigh_the_title():
    title = make_report("水", paragraphs=["别的。"])
    often = make_report("甲", paragraphs=["水" * 500])
    index(title, often)
    query = Query.parse("水")
    assert ranked(Report.objects.all(), query) == [title.pk, often.pk]


@settings(deadline=None, max_examples=150)
@given(st.text(st.one_of(st.characters(categories=None), st.sampled_from(' "“”「」%_\\*^:-()\x00青禾')), max_size=40))
def test_any_string_can_be_searched_for(text):
    query = Query.parse(text)
    list(matching(Report.objects.all(), query)[:20])
    ranked(Report.objects.all(), query)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("水" * 10_000, True),
        ("水 " * 5_000, True),
        ("水 库 " * 5_000, False),
        (" ".join(map(chr, range(0x4E00, 0x5E00))), False),
        ("水 OR a NOT b NEAR(c d, 3) e:f", False),
        ("水%", False),
        ("_水_", False),
    ],
)
def test_unreasonable_input_is_searched_for(text, found):
    report = index(make_report(paragraphs=["水" * 300]))
    assert search(text) == [report.pk] * found
    query = Query.parse(text)
    assert ranked(Report.objects.all(), query) == [report.pk] * found
