"""Small helpers that build what a test needs, with invented people and places."""

import hashlib
import itertools

from articles.models import Contribution, Contributor, Photo, Report, Section, Source, Speaker, Statement

_numbers = itertools.count(1)


def make_source(text=None, **fields):
    number = next(_numbers)
    raw = (text if text is not None else f"第{number}页").encode()
    defaults = {
        "file_name": f"page-{number}.txt",
        "sha256": hashlib.sha256(raw).hexdigest(),
        "raw": raw,
        "encoding": "utf-8",
        "media_type": "text/plain",
        "newspaper": "云岭日报",
        "importer_version": "test",
    }
    return Source.objects.create(**{**defaults, **fields})


def make_report(title="青禾县召开春耕会议", *, source=None, paragraphs=("春耕开始了。",), status="published", **fields):
    """Make a report with one headless section of the given paragraphs."""
    report = Report.objects.create(source=source or make_source(), title=title, status=status, **fields)
    make_section(report, paragraphs=paragraphs)
    return report


def make_section(report, heading="", paragraphs=("春耕开始了。",), level=None):
    return Section.objects.create(
        report=report,
        heading=heading,
        level=(1 if heading else 0) if level is None else level,
        position=report.section_set.count(),
        text="\n".join(paragraphs),
    )


def make_speaker(name="苏晚晴", **fields):
    return Speaker.objects.create(name=name, **fields)


def make_statement(
    report, text="今年的种子已经备齐。", *, speaker=None, name=None, office="青禾县农业农村局局长", kind="direct"
):
    """Make a statement in the report's first section, whose text gets a paragraph that prints it."""
    section = report.section_set.order_by("position").first()
    name = name if name is not None else (speaker.name if speaker else "")
    printed = f"“{text}”{office}{name}说。" if kind == "direct" else f"{office}{name}表示，{text}"
    section.text = "\n".join([*section.paragraphs, printed])
    section.save()
    return Statement.objects.create(
        section=section,
        position=section.statement_set.count(),
        kind=kind,
        text=text,
        name=name,
        office=office,
        speaker=speaker,
    )


def make_photo(report, caption="农机手在田间调试播种机。", credit="江暮云"):
    return Photo.objects.create(report=report, caption=caption, credit=credit)


def make_contribution(report, name="江暮云", role="记者"):
    contributor, _ = Contributor.objects.get_or_create(name=name)
    return Contribution.objects.create(report=report, contributor=contributor, role=role)
