"""The content of a report as plain data: what a revision keeps, and what tells an editor's work from the importer's."""

from collections import defaultdict

from articles.models import Contribution, Photo, Report, Section

_PARTS = {"authors": Contribution, "sections": Section, "photos": Photo}


def label(name):
    """Return what editors call a part of a snapshot."""
    return _PARTS[name]._meta.verbose_name_plural if name in _PARTS else Report._meta.get_field(name).verbose_name


def snapshot(report):
    """Return the content of a stored report: strings, lists and dicts only. Status and links to people stay out.

    Two snapshots are equal exactly when a reader would find the two reports the same, word for word.
    """
    return snapshots([report])[report.pk]


def snapshots(reports):
    """Return {key: snapshot} of reports; how many they are has no part in the number of queries."""
    authors = _by_report(Contribution.objects.filter(report__in=reports).select_related("contributor"))
    sections = _by_report(Section.objects.filter(report__in=reports).prefetch_related("statement_set"))
    photos = _by_report(Photo.objects.filter(report__in=reports))
    return {
        report.pk: _content(report, authors[report.pk], sections[report.pk], photos[report.pk]) for report in reports
    }


def _by_report(parts):
    """Return {key of a report: its parts in order}."""
    found = defaultdict(list)
    for part in parts.order_by("position", "id"):
        found[part.report_id].append(part)
    return found


def _content(report, authors, sections, photos):
    return {
        "title": report.title,
        "kicker": report.kicker,
        "subtitle": report.subtitle,
        "column": report.column,
        "byline": report.byline,
        "authors": [{"name": c.contributor.name, "role": c.role} for c in authors],
        "origin": report.origin,
        "published_on": report.published_on.isoformat() if report.published_on else "",
        "published_time": _clock(report.published_time),
        "event_date": report.event_date.isoformat() if report.event_date else "",
        "continued_from": report.continued_from,
        "continued_on": report.continued_on,
        "sections": [
            {
                "heading": section.heading,
                "level": section.level,
                "paragraphs": section.paragraphs,
                "statements": [
                    {"name": s.name, "office": s.office, "kind": s.kind, "text": s.text}
                    for s in sorted(section.statement_set.all(), key=lambda s: (s.position, s.pk))
                ],
            }
            for section in sections
        ],
        "photos": [{"caption": photo.caption, "credit": photo.credit} for photo in photos],
        "keywords": report.keywords,
    }


def _clock(time):
    """Return a time as it was printed, with seconds only where there are any."""
    return time.isoformat("seconds" if time.second else "minutes") if time else ""
