"""The issue date of a page, and the reports that appeared on that day."""

from django.db import transaction

from articles.search import index_reports


@transaction.atomic
def redate(source):
    """Give the reports on a page its issue date, and the search index their new order."""
    source.report_set.update(printed_on=source.issued_on)
    index_reports(source.report_set.all())
