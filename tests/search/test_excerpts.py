import re

import pytest
from django.utils.html import escape
from hypothesis import given
from hypothesis import strategies as st

from articles.folding import fold
from articles.models import Report
from articles.search import Query, highlight, snippet
from tests.make import make_photo, make_report, make_section


@pytest.mark.parametrize(
    ("text", "asked", "html"),
    [
        ("今年春耕早。", "春耕", "今年<mark>春耕</mark>早。"),
        ("春耕，春耕", "春耕", "<mark>春耕</mark>，<mark>春耕</mark>"),
        ("青禾縣農 業局", "县农业", "青禾<mark>縣農 業</mark>局"),
        ("ＰＭ２．５浓度", "pm2.5", "<mark>ＰＭ２．５</mark>浓度"),
        ("１００㎡", "m", "１００<mark>㎡</mark>"),
        ("质量发展", "质量 量发 展", "<mark>质量发展</mark>"),
        ("哈哈哈", "哈哈", "<mark>哈哈哈</mark>"),
        ("<b>春耕</b>&<script>", "春耕", "&lt;b&gt;<mark>春耕</mark>&lt;/b&gt;&amp;&lt;script&gt;"),
        ("<script>alert(1)</script>", "script", "&lt;<mark>script</mark>&gt;alert(1)&lt;/<mark>script</mark>&gt;"),
        ("春\n耕", "春耕", "春\n耕"),
        ("秋收\n今年春耕", "春耕", "秋收\n今年<mark>春耕</mark>"),
        ("没有", "春耕", "没有"),
        ("没<有", "", "没&lt;有"),
        ("", "春耕", ""),
    ],
)
def test_highlights(text, asked, html):
    result = highlight(text, Query.parse(asked))
    assert result == html
    assert hasattr(result, "__html__")


letters = st.text("青禾縣县<&'Ａa １\n㎡“", max_size=30)


@given(letters, letters)
def test_a_highlighted_text_is_the_printed_text_with_exactly_the_hits_marked(text, asked):
    query = Query.parse(asked)
    html = highlight(text, query)
    assert re.sub("</?mark>", "", html) == escape(text)
    assert ("<mark>" in html) == any(term in fold(line) for term in query.terms for line in text.splitlines())


def snippet_of(asked, paragraphs, **options):
    return snippet(make_report(paragraphs=paragraphs), Query.parse(asked), **options)


@pytest.mark.django_db
class TestSnippet:
    def test_is_the_passage_with_most_different_terms(self):
        assert snippet_of("春耕 水库", ["春耕春耕春耕。", "水库助春耕。", "水库。"]) == (
            "<mark>水库</mark>助<mark>春耕</mark>。"
        )

    def test_cuts_a_long_passage_around_the_hit(self):
        html = snippet_of("春耕", ["甲" * 200 + "春耕" + "乙" * 200], width=20)
        assert html == f"…{'甲' * 9}<mark>春耕</mark>{'乙' * 9}…"

    def test_cuts_where_most_terms_stand_close(self):
        html = snippet_of("春耕 水库", ["春耕" + "甲" * 200 + "水库与春耕" + "乙" * 200], width=20)
        assert "<mark>水库</mark>与<mark>春耕</mark>" in html

    def test_uses_its_width_at_the_end_of_a_passage(self):
        assert snippet_of("春耕", ["甲" * 200 + "春耕"], width=20) == f"…{'甲' * 18}<mark>春耕</mark>"

    def test_shows_the_start_of_a_hit_that_is_longer_than_itself(self):
        assert snippet_of("春" * 50, ["甲" + "春" * 60], width=20).startswith("…<mark>春")

    def test_is_escaped(self):
        html = snippet_of("春耕", ["<script>春耕</script>"])
        assert html == "&lt;script&gt;<mark>春耕</mark>&lt;/script&gt;"

    def test_without_a_query_is_the_beginning(self):
        assert snippet_of("", ["甲" * 15, "<" * 200], width=20) == f"{'甲' * 15}\n{'&lt;' * 4}…"

    def test_of_a_hit_in_the_title_alone_is_the_beginning(self):
        assert snippet_of("春耕会议", ["甲" * 15]) == "甲" * 15

    def test_of_nothing_is_empty(self):
        report = make_report()
        report.section_set.all().delete()
        assert snippet(report, Query.parse("春耕")) == ""

    def test_shows_headings_and_captions_that_are_hit(self):
        report = make_report(paragraphs=["别的。"])
        make_section(report, "节水有方", paragraphs=["还有别的。"])
        make_photo(report, caption="孩子们在河边")
        assert snippet(report, Query.parse("节水")) == "<mark>节水</mark>有方"
        assert snippet(report, Query.parse("河边")) == "孩子们在<mark>河边</mark>"

    def test_of_a_passage_full_of_hits_is_made_at_once(self):
        assert snippet_of(". ..", ["." * 20_000], width=20) == f"<mark>{'.' * 20}</mark>…"

    def test_makes_no_queries_of_its_own(self, django_assert_num_queries):
        make_report()
        (report,) = Report.objects.prefetch_related("section_set", "photo_set")
        with django_assert_num_queries(0):
            assert "<mark>" in snippet(report, Query.parse("春耕"))
