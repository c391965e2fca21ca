"""One file into the archive: read and parse outside the transaction, write inside one."""

import hashlib
import json
from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from articles.importing import VERSION, decode, parse
from articles.importing.page import Page
from articles.keywords import keywords
from articles.models import Report, Revision, Source
from articles.search import index_reports
from articles.snapshots import label, snapshot

from .content import content_of, write_content
from .flags import open_flags, raise_flags
from .outcome import Outcome
from .people import People
from .turns import take_turns

_PLACE = ["position", "confidence", "doubts", "printed_on"]


@dataclass
class _Prepared:
    """A parsed file, ready to be written; contents are those of page.reports, in order."""

    page: Page
    encoding: str
    contents: list[dict]


def store(file_name, raw, media_type="text/plain", publish=False, dry_run=False):
    """Import the bytes of one file and return its Outcome; on return it is in the archive as a whole, or not at all.

    publish: reports that are new and have a title become public at once. dry_run: nothing is written.
    Raises articles.importing.Unreadable where the bytes are no text.
    """
    sha256 = hashlib.sha256(raw).hexdigest()
    known = Source.objects.filter(sha256=sha256, importer_version=VERSION).exists()
    prepared = None if known else _prepare(raw)
    with transaction.atomic():
        take_turns()
        if prepared is None:
            source = Source.objects.get(sha256=sha256)
            outcome = _review(source)
        else:
            source, outcome = _write(file_name, raw, sha256, media_type, publish, prepared)
        outcome.files = 1
        outcome.flags = Counter(open_flags(source))
        outcome.count_characters(source.spans)
        transaction.set_rollback(dry_run)
    return outcome


def _prepare(raw):
    text, encoding = decode(raw)
    page = parse(text)
    contents = [content_of(report) for report in page.reports]
    for content in contents:
        content["keywords"] = _keywords(content)
    return _Prepared(page, encoding, contents)


def _keywords(content):
    """Return the words that mark a report, without pieces of people's names, which a segmenter takes for words."""
    names = {author["name"] for author in content["authors"]}
    names |= {said["name"] for section in content["sections"] for said in section["statements"]}
    return [word for word in keywords(_reading_text(content)) if not any(word in name for name in names)]


def _reading_text(content):
    lines = [content["kicker"], content["title"], content["subtitle"]]
    for section in content["sections"]:
        lines += [section["heading"], *section["paragraphs"]]
    return "\n".join(lines)


def _review(source):
    """The importer has read these bytes before: only an editor can have made a difference since."""
    outcome = Outcome()
    for report in _imported_reports(source):
        if snapshot(report) == report.imported:
            outcome.unchanged += 1
        else:
            outcome.kept += 1
            _flag_difference(report, report.imported)
    return outcome


def _imported_reports(source):
    """Lock and return the source's reports but for those that an editor has added by hand, which are no import's."""
    return source.report_set.exclude(imported={}).select_for_update().order_by("position", "id")


def _write(file_name, raw, sha256, media_type, publish, prepared):
    page = prepared.page
    source, is_new = Source.objects.select_for_update().get_or_create(
        sha256=sha256,
        defaults={
            "file_name": file_name,
            "raw": raw,
            "encoding": prepared.encoding,
            "media_type": media_type,
            "newspaper": page.newspaper or "",
            "page": page.page or "",
            "page_name": page.page_name or "",
            "issued_on": date.fromisoformat(page.issued) if page.issued else None,
        },
    )
    stored = {} if is_new else _pair_up(source, page.spans)
    source.spans = [list(span) for span in page.spans]
    source.importer_version = VERSION
    source.save(update_fields=["spans", "importer_version"])
    writing = _Writing(source, prepared, publish)
    for position in range(len(page.reports)):
        writing.report(position, stored.pop(position, None))
    writing.gone(stored.values())
    raise_flags(source, writing.findings + _findings(page, writing.reports) + _duplicates(source, writing.written))
    index_reports(writing.written)
    return source, writing.outcome


class _Writing:
    """Brings the parsed reports of one source into its rows, one after the other."""

    def __init__(self, source, prepared, publish):
        self.source = source
        self.prepared = prepared
        self.publish = publish
        self.people = People(said.name for report in prepared.page.reports for said in report.statements if said.name)
        self.outcome = Outcome()
        self.reports, self.written, self.findings = [], [], []

    def report(self, position, stored):
        """Write the parsed report at a position; stored: the Report that it was at the last import, or None."""
        content = self.prepared.contents[position]
        before = snapshot(stored) if stored else None
        if stored is None:
            self.outcome.created += 1
            public = self.publish and content["title"]
            status = Report.Status.PUBLISHED if public else Report.Status.DRAFT
            self._fill(Report(source=self.source, status=status), position, content)
        elif before == stored.imported != content:
            self.outcome.updated += 1
            Revision.objects.create(report=stored, content=before)
            self._fill(stored, position, content)
        elif before == stored.imported:
            self.outcome.unchanged += 1
            self._place(stored, position).save(update_fields=_PLACE)
        else:
            self.outcome.kept += 1
            self._place(stored, position).save(update_fields=_PLACE)
            _flag_difference(stored, content)

    def gone(self, reports):
        """Flag the reports that this import no longer finds; their place is behind all others."""
        for report in reports:
            report.position = len(self.reports)
            report.save(update_fields=["position"])
            self.reports.append(report)
            self.findings.append(("report_gone", str(report), None, None, report, report.pk))

    def _fill(self, report, position, content):
        self._place(report, position)
        self.people.begin_report()
        write_content(report, content, self.people)
        self.written.append(report)
        self.findings += [
            ("same_name", f"{name}（{office}）", None, None, report, f"{position}:{name}")
            for name, office in self.people.same_name
        ]
        self.people.same_name = []

    def _place(self, report, position):
        """Note where the report stands in the new ledger, and how far this import trusts its reading."""
        parsed = self.prepared.page.reports[position]
        report.position, report.confidence, report.doubts = position, parsed.confidence, parsed.doubts
        report.printed_on = self.source.issued_on
        self.reports.append(report)
        return report


def _findings(page, reports):
    return [
        (
            found.code,
            found.detail,
            found.start,
            found.end,
            None if found.report is None else reports[found.report],
            found.start,
        )
        for found in page.findings
    ]


def _flag_difference(report, content):
    now = snapshot(report)
    names = [str(label(name)) for name in now if now[name] != content[name]]
    canonical = json.dumps([report.pk, content], sort_keys=True, ensure_ascii=False)
    key = hashlib.sha256(canonical.encode()).hexdigest()[:32]
    raise_flags(report.source, [("import_differs", "、".join(names), None, None, report, key)])


def _duplicates(source, reports):
    titles = [report.title for report in reports if report.title]
    others = set(Report.objects.filter(title__in=titles).exclude(source=source).values_list("title", flat=True))
    return [("duplicate", r.title, None, None, r, r.position) for r in reports if r.title in others]


def _pair_up(source, spans):
    """Return {position in the new ledger: stored Report} by the letters that both ledgers give to a report."""
    stored = {report.position: report for report in _imported_reports(source)}
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
