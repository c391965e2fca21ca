"""One file into the archive: read and parse outside the transaction, write inside one."""

import hashlib
from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from articles.importing import VERSION, decode, parse
from articles.importing.page import Page
from articles.keywords import keywords
from articles.models import Report, Revision, Source
from articles.search import index_reports
from articles.snapshots import snapshot

from .content import content_of, write_content
from .flags import open_flags, raise_flags
from .outcome import Outcome
from .people import People


@dataclass
class _Prepared:
    """A parsed file, ready to be written; contents and keywords are those of page.reports, in order."""

    page: Page
    encoding: str
    contents: list[dict]
    keywords: list[list[str]]


def store(file_name, raw, media_type="text/plain", publish=False, dry_run=False):
    """Import the bytes of one file and return its Outcome; on return it is in the archive as a whole, or not at all.

    publish: reports that are new and have a title become public at once. dry_run: nothing is written.
    Raises articles.importing.Unreadable where the bytes are no text.
    """
    sha256 = hashlib.sha256(raw).hexdigest()
    known = Source.objects.filter(sha256=sha256, importer_version=VERSION).exists()
    prepared = None if known else _prepare(raw)
    with transaction.atomic():
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
    return _Prepared(page, encoding, contents, [keywords(_reading_text(content)) for content in contents])


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
    outcome, page = Outcome(), prepared.page
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
    people = People(said.name for report in page.reports for said in report.statements if said.name)
    reports, written, findings = [], [], []
    for position, content in enumerate(prepared.contents):
        people.begin_report()
        report = stored.pop(position, None)
        if report is None:
            public = publish and content["title"]
            report = Report(source=source, status=Report.Status.PUBLISHED if public else Report.Status.DRAFT)
            outcome.created += 1
        else:
            before = snapshot(report)
            if before != report.imported:
                outcome.kept += 1
                _place(report, position)
                _flag_difference(report, content)
                reports.append(report)
                continue
            if content == before:
                outcome.unchanged += 1
                _place(report, position)
                reports.append(report)
                continue
            Revision.objects.create(report=report, content=before)
            outcome.updated += 1
        report.position = position
        report.keywords = prepared.keywords[position]
        write_content(report, content, people)
        findings += [
            ("same_name", f"{name}（{office}）", None, None, report, f"{position}:{name}")
            for name, office in people.same_name
        ]
        people.same_name = []
        reports.append(report)
        written.append(report)
    for number, report in enumerate(stored.values()):
        _place(report, len(reports) + number)
        findings.append(("report_gone", str(report), None, None, report, report.pk))
    findings += _duplicates(source, written)
    findings += [
        (f.code, f.detail, f.start, f.end, None if f.report is None else reports[f.report], f.start)
        for f in page.findings
    ]
    raise_flags(source, findings)
    index_reports(written)
    return source, outcome


def _place(report, position):
    """The ledger is new: a report that stays as it is learns its place in it."""
    if report.position != position:
        report.position = position
        report.save(update_fields=["position"])


def _flag_difference(report, content):
    now = snapshot(report)
    names = [name for name in now if now[name] != content[name]]
    key = hashlib.sha256(repr((report.pk, content)).encode()).hexdigest()[:32]
    raise_flags(report.source, [("import_differs", ", ".join(names), None, None, report, key)])


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
