"""A page as it was just read beside what the archive has of it."""

from collections import Counter

from articles.models import Report, Revision, Source
from articles.snapshots import snapshots

from .flags import difference
from .outcome import Outcome


class Page:
    """The rows of one file's source and reports, which are new, to be changed, or to be left as they are.

    source: its Source, and reports: those of the source in order of position, all still to be stored. contents: pairs
    of a Report and the content that it is to get. placed: stored Reports of which no more than PLACE changes.
    revisions: what was there before. outcome: counts them.
    """

    PLACE = ("position", "confidence", "doubts", "printed_on")

    def __init__(self, source, file_name, media_type, prepared, publish):
        """source: the stored Source of the same bytes, or None."""
        self.outcome = Outcome(files=1)
        self.outcome.count_characters(prepared.spans)
        self.reports, self.contents, self.placed, self.revisions = [], [], [], []
        self._prepared = prepared
        self._publish = publish
        self._differences = []
        stored = _pair_up(source, prepared.spans) if source else {}
        before = snapshots(stored.values()) if stored else {}
        self.source = source or Source(
            file_name=file_name,
            sha256=prepared.sha256,
            raw=prepared.raw,
            encoding=prepared.encoding,
            media_type=media_type,
            **prepared.head,
        )
        self.source.spans, self.source.importer_version = prepared.spans, prepared.importer_version
        for position, report in enumerate(prepared.reports):
            self._add(position, report, stored.pop(position, None), before)
        self._gone = list(stored.values())
        self._leave_behind()

    @property
    def written(self):
        """The reports that get a content."""
        return [report for report, _content in self.contents]

    def _add(self, position, prepared, report, before):
        content = prepared.content
        if report is None:
            self.outcome.created += 1
            public = self._publish and content["title"]
            report = Report(source=self.source, status=Report.Status.PUBLISHED if public else Report.Status.DRAFT)
            self.contents.append((report, content))
        elif before[report.pk] != report.imported:
            self.outcome.kept += 1
            self.placed.append(report)
            self._differences.append(difference(report, before[report.pk], content))
        elif before[report.pk] != content:
            self.outcome.updated += 1
            self.revisions.append(Revision(report=report, content=before[report.pk]))
            self.contents.append((report, content))
        else:
            self.outcome.unchanged += 1
            self.placed.append(report)
        report.position, report.confidence, report.doubts = position, prepared.confidence, prepared.doubts
        report.printed_on = self.source.issued_on
        self.reports.append(report)

    def _leave_behind(self):
        """Give the reports that this import no longer finds a place behind all others."""
        for report in self._gone:
            report.position = len(self.reports)
            self.reports.append(report)
            self.placed.append(report)

    def findings(self):
        """Return what there is to flag, as articles.archive.flags takes it, once the reports are stored."""
        return [
            *self._differences,
            *(("report_gone", str(report), None, None, report, report.pk) for report in self._gone),
            *(
                (
                    found.code,
                    found.detail,
                    found.start,
                    found.end,
                    None if found.report is None else self.reports[found.report],
                    found.start,
                )
                for found in self._prepared.findings
            ),
        ]


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
