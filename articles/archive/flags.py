from django.db.models import Count

from articles.models import Flag


def raise_flags(source, findings):
    """Store findings as open flags of a source; one that it already has, open or settled, stays as it is.

    findings: tuples of code, detail, start, end (both may be None), Report or None, and a key that tells two findings
    of one code apart.
    """
    Flag.objects.bulk_create(
        [
            Flag(source=source, report=report, code=code, detail=detail, start=start, end=end, key=f"{code}:{key}"[:64])
            for code, detail, start, end, report, key in findings
        ],
        ignore_conflicts=True,
    )


def open_flags(source):
    """Return {code: number of open flags} of a source."""
    return dict(source.flag_set.open().order_by().values_list("code").annotate(Count("pk")))
