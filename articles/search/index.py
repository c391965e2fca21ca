"""Keeps the search index in step with the reports."""

from django.db import connection, reset_queries, transaction

from articles.folding import fold_lines
from articles.models import Report, SearchDocument

from .backends import backend_of
from .tokens import person

BATCH = 200


def index_reports(reports):
    """Index these reports as they are stored now, drafts too. Call it in the transaction that changes them.

    The number of queries and the memory depend on the number of reports only where these are hundreds.
    """
    keys = [report.pk for report in reports]
    with transaction.atomic():
        for start in range(0, len(keys), BATCH):
            _index(keys[start : start + BATCH])


def _index(keys):
    wanted = (
        Report.objects.filter(pk__in=keys)
        .only("title", "kicker", "subtitle", "column", "sort_date", "keywords")
        .prefetch_related("section_set__statement_set", "photo_set", "contribution_set")
        .order_by("pk")
    )
    # The lock keeps a rebuild from putting back what an editor is just replacing.
    documents = [_document(report, *_parts_of(report)) for report in wanted.select_for_update(no_key=True)]
    backend_of(connection).write(documents)
    SearchDocument.objects.bulk_create(
        documents,
        update_conflicts=True,
        unique_fields=["report"],
        update_fields=["order_key", "head", "column", "headings", "text", "statements", "keywords", "people"],
    )


def index_new(parts):
    """Index reports that the transaction at hand has stored for the first time.

    parts: (Report, its Sections, Statements, Photos and Contributions), as they are stored, so that nothing has to be
    read again.
    """
    documents = [_document(*each) for each in parts]
    backend_of(connection).add(documents)
    SearchDocument.objects.bulk_create(documents)


def rebuild():
    """Index every report again and drop what is left of deleted ones; return the numbers of both.

    Each batch is a transaction of its own: readers and editors go on, and an interruption leaves a working index.
    """
    indexed = 0
    reports = Report.objects.only("pk").order_by("pk")
    batch = list(reports[:BATCH])
    while batch:
        index_reports(batch)
        indexed += len(batch)
        reset_queries()  # with DEBUG Django keeps the text of each
        batch = list(reports.filter(pk__gt=batch[-1].pk)[:BATCH])
    return indexed, backend_of(connection).tidy()


def _parts_of(report):
    """Return the Sections, Statements, Photos and Contributions of a stored report."""
    sections = report.section_set.all()
    statements = [statement for section in sections for statement in section.statement_set.all()]
    return sections, statements, report.photo_set.all(), report.contribution_set.all()


def _document(report, sections, statements, photos, contributions):
    head = fold_lines(report.title, report.kicker, report.subtitle)
    column = fold_lines(report.column)
    headings = fold_lines(*(section.heading for section in sections))
    body = fold_lines(
        *(section.text for section in sections),
        *(photo.caption for photo in photos),
    )
    people = {person("speaker", statement.speaker_id) for statement in statements if statement.speaker_id}
    people |= {person("reporter", contribution.contributor_id) for contribution in contributions}
    return SearchDocument(
        report=report,
        order_key=report.order_key,
        head=head,
        column=column,
        headings=headings,
        text="\n".join(filter(None, [head, column, headings, body])),
        statements=fold_lines(*(statement.text for statement in statements)),
        keywords=fold_lines(*report.keywords),
        people="".join(f"\n{one}" for one in sorted(people)) + "\n" * bool(people),
    )
