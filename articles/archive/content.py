"""The content of a parsed report, and its way into the rows of a stored one."""

from datetime import date, time

from articles.models import Contribution, Contributor, Photo, Section, Statement

_TEXTS = ("title", "kicker", "subtitle", "column", "byline", "origin", "continued_from", "continued_on")


def content_of(parsed):
    """Return the content of a parsed report in the form of articles.snapshots.snapshot."""
    day, _, clock = (parsed.published or "").partition("T")
    authors = {(author.name, author.role): author for author in parsed.authors}.values()
    return {
        **{name: getattr(parsed, name) or "" for name in _TEXTS},
        "authors": [{"name": author.name, "role": author.role} for author in authors],
        "published_on": day,
        "published_time": clock,
        "event_date": parsed.event_date or "",
        "sections": [
            {
                "heading": section.heading or "",
                "level": section.level,
                "paragraphs": section.paragraphs,
                "statements": [
                    {"name": said.name or "", "office": said.office or "", "kind": said.kind, "text": said.text}
                    for said in parsed.statements
                    if said.section == number
                ],
            }
            for number, section in enumerate(parsed.sections)
        ],
        "photos": [{"caption": photo.caption, "credit": photo.credit or ""} for photo in parsed.photos],
        "keywords": [],
    }


def write_content(report, content, people):
    """Give a report the content; rows that already say the same keep their keys, and with them their addresses.

    people attaches statements to speakers: see articles.archive.people.
    """
    for name in _TEXTS:
        setattr(report, name, content[name])
    report.published_on = date.fromisoformat(content["published_on"]) if content["published_on"] else None
    report.published_time = time.fromisoformat(content["published_time"]) if content["published_time"] else None
    report.event_date = date.fromisoformat(content["event_date"]) if content["event_date"] else None
    report.keywords = content["keywords"]
    report.imported = content
    report.save()
    _write_sections(report, content["sections"], people)
    _write_photos(report, content["photos"])
    _write_authors(report, content["authors"])


def _write_sections(report, contents, people):
    stored = list(report.section_set.order_by("position", "id"))
    said = {}
    for statement in Statement.objects.filter(section__report=report).order_by("id"):
        said.setdefault(statement.text, []).append(statement)
    for position, content in enumerate(contents):
        section = stored.pop(0) if stored else Section(report=report)
        section.position, section.level, section.heading = position, content["level"], content["heading"]
        section.text = "\n".join(content["paragraphs"])
        section.save()
        _write_statements(section, content["statements"], said, people)
    for section in stored:
        section.delete()
    Statement.objects.filter(pk__in=[statement.pk for rest in said.values() for statement in rest]).delete()


def _write_statements(section, contents, said, people):
    fresh = []
    for position, content in enumerate(contents):
        same = said.get(content["text"])
        statement = same.pop(0) if same else Statement(text=content["text"])
        known = statement.pk and statement.name == content["name"]
        statement.name, statement.office = content["name"], content["office"]
        if not known:
            statement.speaker = people.speaker(statement.name, statement.office)
        statement.section, statement.position, statement.kind = section, position, content["kind"]
        if statement.pk:
            statement.save()
        else:
            fresh.append(statement)
    Statement.objects.bulk_create(fresh)


def _write_photos(report, contents):
    stored = list(report.photo_set.order_by("position", "id"))
    for position, content in enumerate(contents):
        photo = stored.pop(0) if stored else Photo(report=report)
        photo.position, photo.caption, photo.credit = position, content["caption"], content["credit"]
        photo.save()
    for photo in stored:
        photo.delete()


def _write_authors(report, contents):
    report.contribution_set.all().delete()
    for position, content in enumerate(contents):
        contributor, _ = Contributor.objects.get_or_create(name=content["name"])
        Contribution.objects.create(report=report, contributor=contributor, role=content["role"], position=position)
