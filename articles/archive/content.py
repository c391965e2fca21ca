"""The content of reports into rows."""

from collections import defaultdict
from datetime import date, time
from itertools import chain

from articles.models import Contribution, Contributor, Photo, Report, Section, Statement
from articles.preparing import TEXTS


def write_contents(contents, people):
    """Give each Report its content, in pairs of both; reports that are new are stored with it.

    Rows that already say the same keep their keys, and with them their addresses. people attaches statements to
    speakers, see articles.archive.people. How many reports are new has no part in the number of queries.
    Returns (Report, its Sections, Statements, Photos and Contributions) of all of them, as they are stored.
    """
    stored = [report for report, _content in contents if report.pk]
    rows = _Rows(stored)
    for report, content in contents:
        _fill(report, content)
        people.begin_report(report)
        rows.add(report, content, people)
    Report.objects.bulk_create([report for report, _content in contents if not report.pk])
    for report in stored:
        report.save()
    _reports, sections, statements, photos = zip(*rows.parts, strict=True) if rows.parts else ((), (), (), ())
    _save(Section, chain(*sections))
    people.save()
    _save(Statement, chain(*statements))
    _save(Photo, chain(*photos))
    contributions = _write_authors(contents, stored)
    rows.delete_rest()
    return [(*part, made) for part, made in zip(rows.parts, contributions, strict=True)]


def _fill(report, content):
    for name in TEXTS:
        setattr(report, name, content[name])
    report.published_on = date.fromisoformat(content["published_on"]) if content["published_on"] else None
    report.published_time = time.fromisoformat(content["published_time"]) if content["published_time"] else None
    report.event_date = date.fromisoformat(content["event_date"]) if content["event_date"] else None
    report.keywords = content["keywords"]
    report.imported = content


class _Rows:
    """The parts of reports to be stored, in rows that were stored before as far as there are any."""

    def __init__(self, stored):
        """Look up the parts of the reports that are stored."""
        self.parts = []
        self._sections, self._photos, self._said = defaultdict(list), defaultdict(list), defaultdict(list)
        if stored:
            for section in Section.objects.filter(report__in=stored).order_by("position", "id"):
                self._sections[section.report_id].append(section)
            for photo in Photo.objects.filter(report__in=stored).order_by("position", "id"):
                self._photos[photo.report_id].append(photo)
            said = Statement.objects.filter(section__report__in=stored).select_related("section").order_by("id")
            for statement in said:
                self._said[statement.section.report_id, statement.text].append(statement)

    def add(self, report, content, people):
        sections = [self._section(report, *part) for part in enumerate(content["sections"])]
        statements = [
            self._statement(section, *said, people)
            for section, part in zip(sections, content["sections"], strict=True)
            for said in enumerate(part["statements"])
        ]
        photos = [self._photo(report, *part) for part in enumerate(content["photos"])]
        self.parts.append((report, sections, statements, photos))

    def _section(self, report, position, content):
        section = self._next(self._sections[report.pk]) or Section(report=report)
        section.position, section.level, section.heading = position, content["level"], content["heading"]
        section.text = "\n".join(content["paragraphs"])
        return section

    def _photo(self, report, position, content):
        photo = self._next(self._photos[report.pk]) or Photo(report=report)
        photo.position, photo.caption, photo.credit = position, content["caption"], content["credit"]
        return photo

    def _statement(self, section, position, content, people):
        statement = self._next(self._said[section.report_id, content["text"]]) or Statement(text=content["text"])
        known = statement.pk and statement.name == content["name"]
        statement.name, statement.office = content["name"], content["office"]
        if not known:
            statement.speaker = people.speaker(statement.name, statement.office)
        statement.section, statement.position, statement.kind = section, position, content["kind"]
        return statement

    @staticmethod
    def _next(stored):
        return stored.pop(0) if stored else None

    def delete_rest(self):
        """Delete the rows whose content is gone."""
        for model, rest in ((Statement, self._said), (Section, self._sections), (Photo, self._photos)):
            keys = [row.pk for rows in rest.values() for row in rows]
            if keys:
                model.objects.filter(pk__in=keys).delete()


def _save(model, rows):
    """Store rows of one model, new ones and others."""
    rows = list(rows)
    stored = [row for row in rows if row.pk]
    model.objects.bulk_create([row for row in rows if not row.pk])
    columns = [field.name for field in model._meta.concrete_fields if not field.primary_key]
    model.objects.bulk_update(stored, columns)


def _write_authors(contents, stored):
    """Store the Contributions to all reports, and return them, those to each report by themselves."""
    names = {author["name"] for _report, content in contents for author in content["authors"]}
    contributors = {person.name: person for person in Contributor.objects.filter(name__in=names)} if names else {}
    new = [Contributor.named(name) for name in sorted(names - set(contributors))]
    Contributor.objects.bulk_create(new)
    contributors |= {person.name: person for person in new}
    if stored:
        Contribution.objects.filter(report__in=stored).delete()
    made = [
        [
            Contribution(
                report=report, contributor=contributors[author["name"]], role=author["role"], position=position
            )
            for position, author in enumerate(content["authors"])
        ]
        for report, content in contents
    ]
    Contribution.objects.bulk_create(chain(*made))
    return made
