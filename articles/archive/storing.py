"""One file into the archive: prepared outside the transaction, written inside one."""

from collections import Counter

from django.db import transaction

from articles.models import Report, Revision, Source
from articles.preparing import digest, prepare
from articles.search import index_new, index_reports
from articles.snapshots import snapshots

from .content import write_contents
from .flags import difference, open_flags, raise_flags
from .outcome import Outcome
from .people import People
from .reviewing import known_sources, review
from .turns import take_turns

_PLACE = ["position", "confidence", "doubts", "printed_on"]


def store(file_name, raw, media_type="text/plain", publish=False, dry_run=False):
    """Import the bytes of one file and return its Outcome; on return it is in the archive as a whole, or not at all.

    publish: reports that are new and have a title become public at once. dry_run: nothing is written.
    Raises articles.importing.Unreadable where the bytes are no text.
    """
    known = known_sources([digest(raw)]).get(digest(raw))
    if known:
        return review(known, dry_run)
    return write(file_name, prepare(raw), media_type, publish, dry_run)


def write(file_name, prepared, media_type, publish, dry_run):
    """Write a Prepared file in one transaction and return its Outcome; for the arguments see store."""
    with transaction.atomic():
        take_turns()
        source = Source.objects.select_for_update().filter(sha256=prepared.sha256).first()
        stored = _pair_up(source, prepared.spans) if source else {}
        if source is None:
            source = Source(
                file_name=file_name,
                sha256=prepared.sha256,
                raw=prepared.raw,
                encoding=prepared.encoding,
                media_type=media_type,
                **prepared.head,
            )
        source.spans = prepared.spans
        source.importer_version = prepared.importer_version
        source.save()
        writing = _Writing(source, prepared.reports, stored, publish)
        written = writing.write()
        findings = [*writing.findings(), *_findings(prepared, writing.reports), *_duplicates(written)]
        raise_flags(source, findings)
        outcome = writing.outcome
        outcome.files = 1
        outcome.flags = Counter(open_flags([source.pk])[source.pk])
        outcome.count_characters(source.spans)
        transaction.set_rollback(dry_run)
    return outcome


class _Writing:
    """Brings the prepared reports of one source into its rows.

    stored: {position: the Report that it was at the last import}. reports: those of the source, in order of position.
    """

    def __init__(self, source, prepared, stored, publish):
        self.outcome = Outcome()
        self.reports = []
        self._source = source
        self._stored = stored
        self._before = snapshots(stored.values()) if stored else {}
        self._publish = publish
        self._contents, self._placed, self._revisions, self._differences = [], [], [], []
        self._people = People(
            {
                (said["name"], said["office"])
                for report in prepared
                for section in report.content["sections"]
                for said in section["statements"]
                if said["name"]
            }
        )
        for position, report in enumerate(prepared):
            self._add(position, report)
        self._gone = self._leave_behind()

    def _add(self, position, prepared):
        report = self._stored.pop(position, None)
        content = prepared.content
        if report is None:
            self.outcome.created += 1
            public = self._publish and content["title"]
            report = Report(source=self._source, status=Report.Status.PUBLISHED if public else Report.Status.DRAFT)
            self._contents.append((report, content))
        elif (before := self._before[report.pk]) != report.imported:
            self.outcome.kept += 1
            self._placed.append(report)
            self._differences.append(difference(report, before, content))
        elif before != content:
            self.outcome.updated += 1
            self._revisions.append(Revision(report=report, content=before))
            self._contents.append((report, content))
        else:
            self.outcome.unchanged += 1
            self._placed.append(report)
        report.position, report.confidence, report.doubts = position, prepared.confidence, prepared.doubts
        report.printed_on = self._source.issued_on
        self.reports.append(report)

    def _leave_behind(self):
        """Give the reports that this import no longer finds a place behind all others."""
        gone = list(self._stored.values())
        for report in gone:
            report.position = len(self.reports)
            self.reports.append(report)
            self._placed.append(report)
        return gone

    def write(self):
        """Store and index the reports; return those whose content is new."""
        Revision.objects.bulk_create(self._revisions)
        Report.objects.bulk_update(self._placed, _PLACE)
        updated = [report for report, _content in self._contents if report.pk]
        parts = write_contents(self._contents, self._people)
        if updated:
            index_reports(updated)
        index_new([part for part in parts if part[0] not in updated])
        return [report for report, _content in self._contents]

    def findings(self):
        """Return what only a comparison with the archive can find, as articles.archive.flags takes it."""
        return [
            *self._differences,
            *(("report_gone", str(report), None, None, report, report.pk) for report in self._gone),
            *(
                ("same_name", f"{name}（{office}）", None, None, report, f"{report.position}:{name}")
                for report, name, office in self._people.same_name
            ),
        ]


def _findings(prepared, reports):
    return [
        (
            found.code,
            found.detail,
            found.start,
            found.end,
            None if found.report is None else reports[found.report],
            found.start,
        )
        for found in prepared.findings
    ]


def _duplicates(reports):
    stored = Report.objects.filter(pk__in=[report.pk for report in reports])
    doubles = set(stored.with_double().values_list("pk", flat=True))
    return [("duplicate", r.title, None, None, r, r.position) for r in reports if r.pk in doubles]


def _pair_up(source, spans):
    """Return {position in the new ledger: stored Report} by the letters that both ledgers give to a report."""
    stored = {report.position: report for report in source.report_set.imported().select_for_update()}
    shared = Counter()
    old, new = iter(source.spans), iter(spans)
    left, right = next(old, None), next(new, None)
    while left and right:
        overlap = min(left[1], right[1]) - max(left[0], right[0])
        if overlap > 0 and left[3] is not None and right[3] is not None:
            shared[left[3], right[3]] += overlap
        if left[1] <= right[1]:
            left = next(old, None)
        else:
            right = next(new, None)
    pairs = {}
    for (before, now), _ in shared.most_common():
        if before in stored and now not in pairs:
            pairs[now] = stored.pop(before)
    # A report that the new ledger has lost keeps its row; a key below zero stands for no position.
    pairs.update({-1 - number: report for number, report in enumerate(stored.values())})
    return pairs
