"""Files into the archive: prepared outside the transaction, written inside one."""

from collections import Counter

from django.db import transaction

from articles.models import Report, Revision, Source
from articles.preparing import digest, prepare
from articles.search import index_new, index_reports

from .content import write_contents
from .flags import open_flags, raise_flags
from .pages import Page
from .people import People
from .reviewing import known_sources, review
from .turns import take_turns


def store(file_name, raw, media_type="text/plain", publish=False, dry_run=False):
    """Import the bytes of one file and return its Outcome; on return it is in the archive as a whole, or not at all.

    publish: reports that are new and have a title become public at once. dry_run: nothing is written.
    Raises articles.importing.Unreadable where the bytes are no text.
    """
    known = known_sources([digest(raw)]).get(digest(raw))
    if known:
        return review(known, dry_run)
    (outcome,) = write([(file_name, media_type, prepare(raw))], publish, dry_run)
    return outcome


def write(files, publish, dry_run):
    """Write files in one transaction and return their Outcomes; on return all are in the archive, or none.

    files: tuples of file name, media type and Prepared. Several become the same rows together as one by one, in fewer
    queries, as long as all are new and no two have the same bytes. For the other arguments see store.
    """
    with transaction.atomic():
        take_turns()
        pages = _pages(files, publish)
        people = People({printed for _name, _media_type, prepared in files for printed in _printed_people(prepared)})
        _write_reports(pages, people)
        raise_flags(_findings(pages, people))
        flags = open_flags([page.source.pk for page in pages])
        transaction.set_rollback(dry_run)
    for page in pages:
        page.outcome.flags = Counter(flags[page.source.pk])
    return [page.outcome for page in pages]


def _pages(files, publish):
    """Return the Page of each file, its Source stored."""
    digests = [prepared.sha256 for _name, _media_type, prepared in files]
    stored = {source.sha256: source for source in Source.objects.select_for_update().filter(sha256__in=digests)}
    pages = [
        Page(stored.get(prepared.sha256), name, media_type, prepared, publish) for name, media_type, prepared in files
    ]
    Source.objects.bulk_create([page.source for page in pages if not page.source.pk])
    for source in stored.values():
        source.save()
    return pages


def _printed_people(prepared):
    return {
        (said["name"], said["office"])
        for report in prepared.reports
        for section in report.content["sections"]
        for said in section["statements"]
        if said["name"]
    }


def _write_reports(pages, people):
    """Store the reports of pages with their contents, and index those whose content is new."""
    Revision.objects.bulk_create(revision for page in pages for revision in page.revisions)
    Report.objects.bulk_update([report for page in pages for report in page.placed], Page.PLACE)
    contents = [pair for page in pages for pair in page.contents]
    updated = [report for report, _content in contents if report.pk]
    parts = write_contents(contents, people)
    if updated:
        index_reports(updated)
    stored_before = set(updated)
    index_new([part for part in parts if part[0] not in stored_before])


def _findings(pages, people):
    """Return {Source: what there is to flag, as articles.archive.flags takes it}."""
    found = {page.source: page.findings() for page in pages}
    for report, name, office in people.same_name:
        detail, key = f"{name}（{office}）", f"{report.position}:{name}"
        found[report.source].append(("same_name", detail, None, None, report, key))
    for report in _duplicates(pages):
        found[report.source].append(("duplicate", report.title, None, None, report, report.position))
    return found


def _duplicates(pages):
    """Return the reports written whose title a report of another source had before them, in the archive or here."""
    stored = Report.objects.filter(pk__in=[report.pk for page in pages for report in page.written])
    doubles = set(stored.with_double([page.source for page in pages]).values_list("pk", flat=True))
    found, titles = [], set()
    for page in pages:
        found += [report for report in page.written if report.pk in doubles or report.title in titles]
        titles.update(report.title for report in page.reports if report.title)
    return found
