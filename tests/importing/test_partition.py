"""Whatever the text, every character of it is in one span and every letter in one place of the import record."""

import json

from hypothesis import example, given
from hypothesis import strategies as st

from articles.importing import parse
from articles.importing.page import Label

from .profile import reproducible
from .scoring import balance, letters
from .writing import articles

_BREAKS = st.sampled_from(["\n", "\n\n", "\n\n\n", "\r\n", "\f", "\u2028", "　　", " "])
_MARKS = st.sampled_from("“”‘’\"'「」『』。，：；、！？…（）()【】#—□●<>&|")
_FORMS = st.sampled_from(
    """
本报讯|（记者 李小禾）|□本报记者 柯小满|新华社云溪4月9日电|云溪日报|2025年4月16日 星期三|4月16日|编者按|上接第一版
下转第3版|来源：云溪日报|发布时间：2025-04-16 10:00|浏览次数：|首页 > 要闻|上一篇：|责任编辑：阮青|李小禾 摄|图为渠水。
（据《澜州日报》）|# 春耕|### 夏收|——夏收见闻|一、|（二）|1.|3）|第一章 |李小禾说，|镇长李小禾说：|他说，|<p>|&nbsp;
""".strip()
    .replace("\n", "|")
    .split("|")
)
_WORDS = st.text("春耕水渠大桥社区居民记者说王李的了在一二三十百万0123456789AbcＡ１%.·", min_size=1, max_size=20)
# Surrogates and control characters too: the text layers of PDF pages hold anything.
_ANYTHING = st.text(st.characters(categories=None), max_size=10)
_PARAGRAPHS = st.sampled_from([paragraph for article in articles().values() for paragraph in article.paragraphs])
texts = st.lists(_BREAKS | _MARKS | _FORMS | _WORDS | _ANYTHING | _PARAGRAPHS, max_size=40).map("".join)


def spans_cover(page):
    ends = [0, *(span.end for span in page.spans)]
    starts = [*(span.start for span in page.spans), len(page.text)]
    return ends == starts and all(span.start < span.end for span in page.spans)


@reproducible
@given(texts)
@example("\ud800")
@example("说")
@example("“")
@example("\n#\n")
@example("春\x00耕")
@example("\u202e李小禾说，“春耕开始了。”\u202c")
@example("李小禾说：\n“春耕\n\n“开始了。”")
@example(b"\xe6\x98\xa5\xed\xa0\x80\xe8\x80\x95".decode("utf-8", errors="surrogatepass"))
def test_every_character_is_in_one_span_and_every_letter_in_one_place(text):
    try:
        page = parse(text)
    except ValueError:
        assert not letters(text)
        return
    record = page.as_json("any.txt")
    assert page.text == text
    assert spans_cover(page)
    assert balance(text, record) == ({}, {})
    assert json.loads(json.dumps(record)) == record


@reproducible
@given(texts)
def test_spans_name_reports_that_exist_and_findings_places_that_exist(text):
    try:
        page = parse(text)
    except ValueError:
        return
    owners = {span.report for span in page.spans}
    assert owners - {None} == set(range(len(page.reports)))
    assert all(span.report is None for span in page.spans if span.label in (Label.FURNITURE, Label.UNASSIGNED))
    assert all(0 <= finding.start <= finding.end <= len(text) for finding in page.findings)
    assert all(finding.report is None or finding.report in owners for finding in page.findings)


@reproducible
@given(texts)
def test_the_same_text_gives_the_same_page(text):
    try:
        assert parse(text) == parse(text)
    except ValueError:
        assert not letters(text)
