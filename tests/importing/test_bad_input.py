"""Files that nobody should have sent: no exception but the stated ones, and no cost that grows faster than length."""

import codecs
from time import process_time

import pytest

from articles.importing import Unreadable, decode, parse

from .redump import ENCODINGS
from .scoring import balance
from .test_partition import spans_cover
from .writing import articles

SENTENCE = "渠水流进了田间。"
NASTY = {
    "one letter": "渠",
    "one digit": "7",
    "a full stop": "渠。",
    "zero bytes": "春\x00耕\x00\x00开始了。",
    "control characters": "".join(map(chr, range(32))) + "春耕",
    "marks of direction": "\u202e\u2066春耕\u2069开始了\u202c，\u200f李小禾说。",
    "lone surrogates": "春耕\ud83d开始了\udc00。",
    "private use": "春耕\ue000\U000f0000开始了。",
    "combining marks": "春" + "\u0301" * 500 + "耕",
    "emoji": "春耕👨‍👩‍👧‍👦开始了🚜。",
    "only punctuation and a letter": "“”‘’（）——……。。。渠",
    "marks that never open": "春耕”开始了。”李小禾说。”" * 20,
    "marks that never close": "“春耕开始了。" * 50,
    "deeply nested marks": "“‘" * 500 + "春耕" + "’”" * 500,
    "deeply nested brackets": "（" * 1000 + "春耕" + "）" * 1000,
    "hashes only before a letter": "#" * 500 + "春",
    "headings without texts": "# 春耕\n\n## 夏收\n\n### 秋种\n\n",
    "a table": "村名 | 亩数\n--- | ---\n河湾 | 1200\n坡头 | 860\n",
    "a page of HTML": "<html><head><script>var a='春耕';</script><style>p{color:red}</style></head>"
    f"<body onload='x()'><p>{SENTENCE * 9}</p><!-- 尾 --></body></html>",
    "unfinished tags": "<div><p>春耕<br<a href='渠",
    "blank lines of every kind": "春\r\n\x0b\x0c\x1c\x85\u2028\u2029耕",
    "no line break at the end of a byline": "本报讯（记者",
    "impossible dates": "本报讯 2月31日，云溪市13月45日召开会议。9999年99月99日",
    "a page header of an impossible day": "2024年2月31日 星期六 第03版 要闻\n\n本报讯（记者 江暮云）春耕开始了。",
    "a thousand announcements": "春耕：\n" * 1000,
    "a thousand questions": "春耕开始了？\n" * 1000,
    "long digits": "1" * 5000,
    "mojibake": "鏄ヨ€曞紑濮嬩簡銆\ufffd\ufffd",
}


@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY)
def test_nasty_texts_are_covered_and_lose_nothing(text):
    page = parse(text)
    assert spans_cover(page)
    assert balance(text, page.as_json("nasty.txt")) == ({}, {})


@pytest.mark.parametrize("text", ["", " ", "\n" * 100, "\u200b\ufeff\x00\r\n\t", "　　"], ids=ascii)
def test_a_text_with_nothing_printable_is_refused(text):
    with pytest.raises(ValueError, match="nothing printable"):
        parse(text)


LONG = {
    "one line of sentences": SENTENCE,
    "one line without a full stop": "春耕时节",
    "one line of quotations with speakers": "“渠水来了，大家都很高兴。”李小禾说。",
    "one line of reported speech": "镇长李小禾说，渠水流进了田间。",
    "paragraphs with speakers": "“渠水来了，大家都很高兴。”镇长李小禾说。\n",
    "marks that never close": "“春耕，",
    "nested marks": "“‘",
    "open brackets": "（记者 李",
    "brackets": "（李小禾）",
    "short lines": "春耕时节\n",
    "lines of a column": "渠水流进了田间，大家都说这\n\n",
    "blank lines": "\n\n\n\n\n春",
    "headings": "一、春耕\n",
    "hashes": "# 春耕\n",
    "short reports": f"# 春耕开始\n本报讯（记者 李小禾）4月16日，{SENTENCE}\n",
    "menus": "首页 > 要闻\n",
    "credits": f"{SENTENCE}\n李小禾 摄\n",
    "breadcrumbs on one line": "首页>",
    "dates": "4月16日",
    "spaces": "渠 ",
    "latin words": "canal water ",
    "tags": "<p>春</p>",
}


@pytest.mark.parametrize("unit", LONG.values(), ids=LONG)
def test_time_grows_no_faster_than_length(unit):
    """Four times the text takes four times as long; sixteen times would be quadratic."""
    short = _seconds(unit * (6_000 // len(unit)))
    assert _seconds(unit * (24_000 // len(unit))) < 9 * short + 0.01


def test_quotations_of_nobody_known_are_read_without_a_look_at_all_before_each():
    """Such a look is quick, so what it costs shows in long paragraphs only."""
    unit = "“渠水来了，”他说。"
    short = _seconds(unit * 2_500)
    assert _seconds(unit * 10_000) < 8 * short


def _seconds(text, runs=3):
    best = float("inf")
    for _ in range(runs):
        start = process_time()
        parse(text)
        best = min(best, process_time() - start)
    return best


@pytest.mark.parametrize(
    "text", [SENTENCE * 125_000, "春" + "\n" * 100_000 + "耕"], ids=["1 MB on one line", "blank lines"]
)
def test_a_very_long_text_is_covered(text):
    assert spans_cover(parse(text))


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("article", ["canal", "report", "wire"])
def test_every_encoding_decodes_to_the_same_text(article, encoding):
    text = "\n".join(articles()[article].paragraphs)
    decoded, found = decode(text.encode(encoding))
    assert decoded == text
    assert decoded.encode(found) == text.encode(encoding) or encoding == "utf-16"


def test_utf_16_is_told_by_its_text_and_not_by_the_zero_byte_of_one_letter():
    text = "一天一个样，一年一大步。\n一花独放不是春。"
    assert decode(text.encode("utf-16-le"))[0] == text


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"  \r\n\t ",
        codecs.BOM_UTF8,
        codecs.BOM_UTF16_LE,
        bytes(range(256)) * 20,
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(200)),
        b"%PDF-1.7\n" + bytes([255, 254, 0, 1, 2]) * 50,
        b"PK\x03\x04" + b"\x00\x14\x08\x88\xff" * 40,
        "春耕".encode() + b"\xff\xfe\xff",
        "春耕".encode("utf-16") + b"\x00",
        "。，！……".encode(),
        b"\x00" * 64,
    ],
    ids=[
        "nothing", "white space", "a byte-order mark", "another byte-order mark", "all bytes", "a picture", "a PDF",
        "an archive", "broken UTF-8", "broken UTF-16", "punctuation", "zero bytes",
    ],
)  # fmt: skip
def test_bytes_that_are_no_text_are_refused_with_a_reason(raw):
    with pytest.raises(Unreadable, match=r"\w+ \w+ \w+"):
        decode(raw)


def test_mixed_encodings_are_read_or_refused():
    mixed = "春耕开始了。".encode() + "渠水来了。".encode("gb18030")
    try:
        text, _ = decode(mixed)
    except Unreadable:
        return
    assert spans_cover(parse(text))
