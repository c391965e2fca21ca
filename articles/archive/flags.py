import hashlib
import json
from collections import defaultdict

from django.db.models import Count

from articles.models import Flag
from articles.snapshots import label


def raise_flags(findings):
    """Store findings as open flags of their sources; one that a source already has, open or settled, stays as it is.

    findings: {Source: tuples of code, detail, start, end (both may be None), Report or None, and a key that tells two
    findings of one code apart}.
    """
    Flag.objects.bulk_create(
        [
            Flag(source=source, report=report, code=code, detail=detail, start=start, end=end, key=f"{code}:{key}"[:64])
            for source, found in findings.items()
            for code, detail, start, end, report, key in found
        ],
        ignore_conflicts=True,
    )


def difference(report, now, content):
    """Return the finding that a stored report, whose content is now another one, differs from an imported content."""
    names = [str(label(name)) for name in now if now[name] != content[name]]
    canonical = json.dumps([report.pk, content], sort_keys=True, ensure_ascii=False)
    key = hashlib.sha256(canonical.encode()).hexdigest()[:32]
    return "import_differs", "、".join(names), None, None, report, key


def open_flags(sources):
    """Return {key of a source: {code: number of open flags}}."""
    found = defaultdict(dict)
    # Not Flag.objects.open(): SQLite would walk through the index of all open flags to find those of a few sources.
    flags = Flag.objects.filter(source__in=sources).order_by()
    for source, code, status, count in flags.values_list("source", "code", "status").annotate(Count("pk")):
        if status == Flag.Status.OPEN:
            found[source][code] = count
    return found
