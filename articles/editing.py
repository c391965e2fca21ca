"""What an editor does to the record. Each function is one transaction and keeps what is needed to answer for it."""

from contextlib import contextmanager

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import now

from articles.doubles import same_name_flags
from articles.identities import final
from articles.models import Flag, Report, Revision, Speaker, Statement
from articles.search import index_reports
from articles.snapshots import snapshot


@contextmanager
def editing(reports, user):
    """Keep a Revision of each report whose content the block changes, and index all of them for search.

    The reports are locked until the block ends, so that two changes of one report follow each other.
    """
    with transaction.atomic():
        locked = Report.objects.select_for_update().filter(pk__in=[report.pk for report in reports]).order_by("pk")
        before = {report.pk: snapshot(report) for report in locked}
        yield
        changed = [report for report in Report.objects.filter(pk__in=before) if snapshot(report) != before[report.pk]]
        if changed:
            Revision.objects.bulk_create(
                Revision(report=report, user=user, content=before[report.pk]) for report in changed
            )
            Report.objects.filter(pk__in=[report.pk for report in changed]).update(updated_at=now())
        # The index knows who is meant by a name as well, which is no content.
        index_reports(locked)


def set_status(reports, status):
    """Give reports a status. Return the ids of those that it changed, and how many have no title to be published."""
    with transaction.atomic():
        waiting = Report.objects.filter(pk__in=reports.order_by().values("pk")).exclude(status=status)
        refused = 0
        if status == Report.Status.PUBLISHED:
            refused = waiting.filter(title="").count()
            waiting = waiting.exclude(title="")
        changed = list(waiting.values_list("pk", flat=True))
        Report.objects.filter(pk__in=changed).update(status=status, updated_at=now())
    return changed, refused


def settle(flags, status, user):
    """Give flags a status, and say who did it when. An open flag is settled by nobody. Return how many changed."""
    open_again = status == Flag.Status.OPEN
    return flags.exclude(status=status).update(
        status=status, settled_by=None if open_again else user, settled_at=None if open_again else now()
    )


def merge_speakers(speakers, target, user):
    """Make speakers further addresses of the target: it gets their statements, and their names as other names.

    What is printed with a statement stays as it is, and is found under the target. Flags that ask whether two of a
    name are one are settled where nobody else of that name is left. Return the target, or what that one is merged into.
    """
    with transaction.atomic():
        target = final(target)
        merged = list(speakers.exclude(pk=target.pk).order_by("pk"))
        moved = Statement.objects.filter(speaker__in=merged)
        touched = list(Report.objects.only("pk").filter(pk__in=moved.order_by().values("section__report")))
        moved.update(speaker=target)
        index_reports(touched)
        Speaker.objects.filter(Q(pk__in=[s.pk for s in merged]) | Q(merged_into__in=merged)).update(merged_into=target)
        names = [
            *target.other_names.splitlines(),
            *(name for speaker in merged for name in (speaker.name, *speaker.other_names.splitlines())),
        ]
        target.other_names = "\n".join(dict.fromkeys(name for name in names if name and name != target.name))
        target.save(update_fields=["other_names"])
        for name in {target.name, *(speaker.name for speaker in merged)}:
            if not Speaker.objects.filter(name=name, merged_into=None).exclude(pk=target.pk).exists():
                settle(same_name_flags(name).open(), Flag.Status.RESOLVED, user)
    return target
