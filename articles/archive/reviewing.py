"""Files whose bytes this version of the importer has read before: only an editor can have made a difference since."""

from collections import Counter
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Count

from articles.importing import VERSION
from articles.models import Report, Revision, Source
from articles.snapshots import snapshots

from .flags import difference, open_flags, raise_flags
from .outcome import Outcome
from .turns import take_turns


@dataclass(frozen=True)
class Known:
    """A Source that is stored as this importer reads it; outcome holds unless an editor has touched its reports."""

    pk: int
    outcome: Outcome
    touched: bool


def known_sources(digests):
    """Return {digest: Known} of the files that are stored, in a handful of queries for all of them.

    In place of Known stands None where they need reading again, as an earlier importer has read them.
    """
    rows = Source.objects.filter(sha256__in=digests).values_list("pk", "sha256", "importer_version", "spans")
    known = {sha256: None for _pk, sha256, _version, _spans in rows}
    sources = {pk: (sha256, spans) for pk, sha256, version, spans in rows if version == VERSION}
    imported = Report.objects.imported().filter(source__in=sources).order_by()
    reports = dict(imported.values_list("source").annotate(Count("pk")))
    edited = Revision.objects.filter(report__source__in=sources, user__isnull=False).order_by()
    touched = set(edited.values_list("report__source", flat=True).distinct())
    flags = open_flags(sources)
    for pk, (sha256, spans) in sources.items():
        outcome = Outcome(files=1, unchanged=reports.get(pk, 0), flags=Counter(flags[pk]))
        outcome.count_characters(spans)
        known[sha256] = Known(pk, outcome, pk in touched)
    return known


def review(known, dry_run=False):
    """Return the Outcome of importing a known file again; what an editor has changed is kept, and flagged once."""
    if not known.touched:
        return known.outcome
    with transaction.atomic():
        take_turns()
        source = Source.objects.get(pk=known.pk)
        reports = list(Report.objects.imported().filter(source=source).select_for_update())
        now = snapshots(reports)
        changed = [report for report in reports if now[report.pk] != report.imported]
        raise_flags({source: [difference(report, now[report.pk], report.imported) for report in changed]})
        outcome = known.outcome
        outcome.unchanged, outcome.kept = len(reports) - len(changed), len(changed)
        outcome.flags = Counter(open_flags([source.pk])[source.pk])
        transaction.set_rollback(dry_run)
    return outcome
