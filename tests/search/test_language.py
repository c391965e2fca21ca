"""Every query of the language finds exactly what a plain scan of the printed texts finds."""

import random
from collections import Counter

import pytest

from articles.folding import fold
from articles.models import Report, Section, Statement
from articles.search import Query, matching, walk
from tests.search.corpus import WORDS, make_corpus, printed_units

pytestmark = pytest.mark.django_db

FIELDS = {
    "标题": ["春耕", "青禾", "会议", "PM"],
    "小标题": ["农业", "禾", "水库", "質量"],
    "栏目": ["青禾", "庫", "会", "春耕"],
    "报纸": ["云岭", "雲嶺日報", "青禾", "日报"],
    "发言人": ["苏", "蘇晚晴", "苏婉晴", "程砚", "无此人"],
    "记者": ["江暮", "江暮云", "cheng", "暮"],
    "日期": ["2025", "2025-04", "2025-04-28", "2025-04-10..2025-04-20", "..2025-04-05", "2024", "0001"],
}


def held(text, *units):
    return any(fold(text) in fold(line) for unit in units for line in unit.splitlines())


def printed_in(report):
    """Return what a reader can ask of a report, by the name of the field."""
    speakers = {said.speaker for section in report.section_set.all() for said in section.statement_set.all()} - {None}
    names = [name for speaker in speakers for name in (speaker.name, *known(speaker))]
    return {
        "": list(printed_units(report)),
        "标题": [report.title, report.kicker, report.subtitle],
        "小标题": [section.heading for section in report.section_set.all()],
        "栏目": [report.column],
        "报纸": [report.source.newspaper],
        "发言人": names,
        "记者": [contributor.name for contributor in report.contributor_set.all()],
        "日期": report.date,
    }


def known(speaker):
    return [speaker.merged_into.name] if speaker.merged_into else []


def answers(printed, term):
    field, _, text = term.removeprefix("-").rpartition(":")
    text = text.strip("“”")
    if field == "日期":
        first, dots, last = text.partition("..")
        found = bool(printed[field]) and first <= printed[field].isoformat() <= (last if dots else first) + "~"
    else:
        found = held(text, *printed[field])
    return found != term.startswith("-")


def draw_term(draw, strings, fields):
    minus = draw.choice(["", "", "-"])
    field = draw.choice(["", "", *fields])
    if field:
        return f"{minus}{field}:{draw.choice(FIELDS[field])}"
    return f"{minus}“{draw.choice(strings)}”"


def draw_query(draw, strings, fields=tuple(FIELDS)):
    """Return groups of terms as they are written."""
    groups = draw.choices([1, 1, 2, 3], k=draw.randint(1, 3))
    return [[draw_term(draw, strings, fields) for _ in range(size)] for size in groups]


def written(groups):
    return " ".join(" OR ".join(group) for group in groups)


def strings_of(draw, units, count=80):
    """Return letters that stand in the units, one to eight in a row, and words."""
    found = [word for word in WORDS.split() if not set(word) & set("“”")]
    while len(found) < count:
        unit = draw.choice(units)
        start = draw.randrange(len(unit))
        string = unit[start : start + draw.randint(1, 8)]
        if fold(string) and not set(string) & set('"＂“”„\n'):
            found.append(string)
    return found


def test_reports():
    make_corpus(40)
    reports = list(Report.objects.newest_first())
    printed = {report.pk: printed_in(report) for report in reports}
    draw = random.Random(11)
    strings = strings_of(draw, [unit for fields in printed.values() for unit in fields[""] if unit])
    sizes = Counter()
    for _ in range(400):
        groups = draw_query(draw, strings)
        query = Query.parse(written(groups))
        assert not query.notes
        expected = [
            report.pk
            for report in reports
            if all(any(answers(printed[report.pk], term) for term in group) for group in groups)
        ]
        assert list(matching(Report.objects.all(), query).newest_first().values_list("pk", flat=True)) == expected, (
            query
        )
        sizes[len(expected)] += 1
    assert sizes[0] < 200 and len(sizes) > 20


def test_statements():
    make_corpus(40)
    printed = {
        said.pk: {
            **printed_in(said.section.report),
            "": [said.text],
            "小标题": [said.section.heading],
            "发言人": [said.speaker.name, *known(said.speaker)] if said.speaker else [],
        }
        for said in Statement.objects.select_related("section__report__source", "speaker")
    }
    draw = random.Random(12)
    strings = strings_of(draw, [said.text for said in Statement.objects.all()])
    check(Statement.objects.newest_first(), printed, [draw_query(draw, strings) for _ in range(300)])


def test_headings():
    make_corpus(40)
    sections = Section.objects.headed()
    printed = {
        section.pk: {**printed_in(section.report), "": [section.heading], "小标题": [section.heading]}
        for section in sections
    }
    draw = random.Random(13)
    strings = strings_of(draw, [section.heading for section in sections])
    in_order = sections.order_by("-report__sort_date", "-report_id", "position", "pk")
    check(in_order, printed, [draw_query(draw, strings) for _ in range(300)])


def check(rows, printed, queries):
    """rows are in their usual order, which their hits keep."""
    order = list(rows.values_list("pk", flat=True))
    sizes = Counter()
    for groups in queries:
        expected = {
            pk for pk, fields in printed.items() if all(any(answers(fields, t) for t in group) for group in groups)
        }
        query = Query.parse(written(groups))
        in_order = [pk for pk in order if pk in expected]
        assert walk(rows.values_list("pk", flat=True), query, len(order)) == in_order, groups
        assert walk(rows.values_list("pk", flat=True), query, 2) == in_order[:2], groups
        sizes[len(expected)] += 1
    assert sizes[0] < len(queries) * 0.6 and len(sizes) > 12
