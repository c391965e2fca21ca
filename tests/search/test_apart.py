import jieba
import pytest

from articles.models import Report
from articles.search import Query, index_reports, loosened, matching, nearest
from articles.search.words import words
from tests.make import make_report

pytestmark = pytest.mark.django_db

SENTENCE = "青禾县春耕生产准备工作基本完成"


def near(text):
    return nearest(Report.objects.all(), Query.parse(text))


@pytest.fixture(scope="module")
def whole_jieba():
    class InMemory(jieba.Tokenizer):
        def initialize(self, dictionary=None):
            self.FREQ, self.total = self.gen_pfdict(self.get_dict_file())
            self.initialized = True

    tokenizer = InMemory()
    tokenizer.initialize()
    return tokenizer


def test_words_are_those_of_jieba_with_its_dictionary_in_memory(whole_jieba, settings):
    found = 0
    for seed in sorted((settings.BASE_DIR / "seeds").glob("*.txt")):
        for line in seed.read_text(encoding="utf-8").splitlines():
            cut = [word for word in whole_jieba.cut(line) if len(word) > 1 and any(map(str.isalnum, word))]
            assert words(line) == (list(dict.fromkeys(cut)) or [line])
            found += len(cut)
    assert found > 5_000


STRANGE = ["的", "的了", "🌾🌾🌾🌾", "，，，，，", "𠮷𠮷𠮷𠮷𠮷", "㐀㐁㐂㐃㐄", "\uffff" * 5, "\x1f" * 5]


@pytest.mark.parametrize("letters", STRANGE)
def test_what_has_no_words_stays_whole(letters):
    assert words(letters) == [letters]


def test_a_sentence_that_nothing_holds_is_taken_apart_and_says_so():
    report = make_report(paragraphs=["工作完成：春耕生产，青禾县已基本准备。"])
    index_reports([report])
    query = near(SENTENCE)
    assert list(matching(Report.objects.all(), query)) == [report]
    assert "春耕生产" in query.terms
    (note,) = query.notes
    assert "春耕生产 准备 工作" in str(note)
    assert near(str(query)) == Query(query.groups)


def test_the_rest_of_a_question_stays_as_it_is():
    report = make_report(paragraphs=["工作完成：春耕生产，青禾县已基本准备。"], published_on="2025-04-28")
    index_reports([report])
    query = near(f"日期:2025 {SENTENCE} -秋收 或 水库 “工作完成”")
    kept = Query.parse("日期:2025 -秋收 或 水库 “工作完成”").groups
    assert [group for group in query.groups if group in kept] == list(kept)
    assert list(matching(Report.objects.all(), query)) == [report]


@pytest.mark.parametrize(
    "text",
    ["", "春耕", f"“{SENTENCE}”", f"标题:{SENTENCE}", f"-{SENTENCE}", f"{SENTENCE} 或 无人", SENTENCE, "从未印过的话"],
)
def test_what_has_a_hit_or_is_meant_to_the_letter_or_has_none_of_its_words_stays_whole(text):
    index_reports([make_report(paragraphs=[f"{SENTENCE}。"]), make_report(paragraphs=["工作准备完成。"])])
    assert near(text) == Query.parse(text)


def test_a_question_that_has_a_hit_never_needs_the_words(monkeypatch):
    monkeypatch.setattr("articles.search.words.words", None)
    index_reports([make_report(paragraphs=[f"{SENTENCE}。"])])
    assert near(SENTENCE) == Query.parse(SENTENCE)


@pytest.mark.parametrize(
    ("text", "any_of"),
    [
        ("春耕 会议", "春耕 或 会议"),
        ("“春耕生产准备工作” -会议 日期:2025", "春耕生产 或 准备 或 工作"),
        ("春耕", None),
        ("-春耕 -会议", None),
        ("", None),
    ],
)
def test_a_question_is_loosened_to_any_of_its_words(text, any_of):
    query = loosened(Query.parse(text))
    assert (query and str(query)) == any_of
