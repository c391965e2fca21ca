import pytest

from articles.editing import merge_speakers
from articles.models import Report, Section, Speaker, Statement
from articles.search import Query, index_reports, matching, people, query, ranked, sample, walk
from tests.make import make_contribution, make_report, make_section, make_speaker, make_statement

pytestmark = pytest.mark.django_db


@pytest.fixture(params=[16, 1], ids=["few of a name", "many of a name"])
def archive(request, monkeypatch):
    """Reports by what is said in them by whom; the index is asked for so many people of one name."""
    monkeypatch.setattr(query, "MOST_PEOPLE", request.param)
    monkeypatch.setattr(people, "MOST_PEOPLE", request.param)
    su, other_su, lu = make_speaker("苏晚晴"), make_speaker("苏晚晴"), make_speaker("陆江远")
    for title, speakers, reporter in (
        ("甲", [su], "江暮云"),
        ("乙", [other_su], "江暮"),
        ("丙", [lu], "江暮云"),
        ("丁", [su, lu], "魏禾"),
    ):
        report = make_report(title)
        make_section(report, "水库的事")
        for speaker in speakers:
            make_statement(report, f"{speaker.pk}号水库修好了。", speaker=speaker)
        make_contribution(report, reporter)
    make_report("戊", paragraphs=["水库修好了，苏晚晴没有说话。"])
    index_reports(Report.objects.all())


def titles(text):
    """Return the titles of the hits, after asking in every way."""
    query = Query.parse(text)
    found = list(matching(Report.objects.all(), query).newest_first())
    assert walk(Report.objects.all(), query, 99) == found
    assert {*ranked(Report.objects.all(), query)} == {report.pk for report in found}
    assert sample(Report.objects.all(), query).rows == found
    return "".join(report.title for report in found)


def test_reports_in_which_somebody_speaks(archive):
    assert titles("发言人:苏晚晴") == "丁乙甲"
    assert titles("水库 发言人:苏晚晴") == "丁乙甲"
    assert titles("发言人:苏 发言人:陆江远") == "丁"
    assert titles("水库 发言人:陆江远 OR 发言人:苏晚晴") == "丁丙乙甲"
    assert titles("水库 -发言人:陆江远") == "戊乙甲"
    assert titles("苏晚晴 OR 发言人:陆江远") == "戊丁丙乙甲"


def test_reports_that_somebody_made(archive):
    assert titles("记者:江暮") == "丙乙甲"
    assert titles("水库 记者:江暮云 发言人:苏晚晴") == "甲"
    assert titles("水库 -记者:江暮") == "戊丁"


def test_statements_and_headings_of_a_speaker_s_reports(archive):
    said = walk(Statement.objects.all(), Query.parse("水库 发言人:陆江远"), 99)
    assert [statement.name for statement in said] == ["陆江远", "陆江远"]
    headed = walk(Section.objects.headed(), Query.parse("水库 发言人:陆江远"), 99)
    assert [section.report.title for section in headed] == ["丁", "丙"]


def test_nobody_of_a_name_is_found_at_once(archive, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert walk(Report.objects.all(), Query.parse("发言人:没有此人 水库"), 99) == []
    assert titles("发言人:没有此人 水库") == titles("发言人:没有此人 OR 记者:无此人") == ""
    assert titles("水库 发言人:没有此人 OR 发言人:陆江远") == "丁丙"


def test_whoever_was_merged_is_found_by_all_names_and_after_that_was_undone(archive, django_user_model):
    su = Speaker.objects.filter(name="苏晚晴").first()
    lu = Speaker.objects.get(name="陆江远")
    merge_speakers(Speaker.objects.filter(pk=lu.pk), su, django_user_model.objects.create(username="bianji"))
    for name in ("陆江远", "苏晚晴"):
        assert set("甲丙丁") <= set(titles(f"水库 发言人:{name}"))
    Speaker.objects.filter(pk=lu.pk).update(merged_into=None)
    assert set("甲丙丁") <= set(titles("水库 发言人:苏晚晴"))


def test_more_people_than_are_looked_up_are_found_as_well(monkeypatch):
    monkeypatch.setattr(people, "MOST_PEOPLE", 3)
    for number in range(9):
        speaker = make_speaker(f"苏晚{'一二三四五六七八九'[number]}")
        make_statement(make_report(str(number)), f"第{number}座水库修好了。", speaker=speaker)
    index_reports(Report.objects.all())
    assert titles("发言人:苏晚") == titles("水库 发言人:苏") == "876543210"
    assert titles("水库 -发言人:苏") == ""
    assert len(walk(Statement.objects.all(), Query.parse("水库 发言人:苏晚"), 99)) == 9
