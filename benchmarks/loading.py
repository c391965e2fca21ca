"""The composed archive, put straight into the application's own tables and its search index."""

from collections import defaultdict
from contextlib import contextmanager
from itertools import chain, islice

from django.core.management import call_command
from django.db import connection, transaction

from articles.models import Contribution, Contributor, Report, Section, Source, Speaker, Statement
from articles.search import index_new

from . import corpus

_BATCH = 1000
_ON_A_PAGE = 5


def load(count):
    """Make the tables of the default database and fill them."""
    call_command("migrate", verbosity=0)
    fill(count)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


def fill(count):
    """Put count published reports into an empty archive, indexed for search."""
    speakers = Speaker.objects.bulk_create(Speaker(name=name, sort_key=name) for name in corpus.speakers())
    reporters = Contributor.objects.bulk_create(Contributor(name=name, sort_key=name) for name in corpus.reporters())
    composed = corpus.composed(count)
    with _without_token_index():
        while batch := list(islice(composed, _BATCH)):
            with transaction.atomic():
                index_new(_store(batch, speakers, reporters))


@contextmanager
def _without_token_index():
    """Build PostgreSQL's index of tokens when all of them are there, which takes a tenth of the time."""
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT indexdef FROM pg_indexes WHERE indexname = 'articles_search_index_tokens'")
        [(definition,)] = cursor.fetchall()
        cursor.execute("DROP INDEX articles_search_index_tokens")
    yield
    with connection.cursor() as cursor:
        cursor.execute("SET maintenance_work_mem = '1GB'")
        cursor.execute(definition)


def _store(batch, speakers, reporters):
    pages = [batch[start : start + _ON_A_PAGE] for start in range(0, len(batch), _ON_A_PAGE)]
    known = Source.objects.count()
    sources = Source.objects.bulk_create(_source(page[0], known + number) for number, page in enumerate(pages))
    reports = Report.objects.bulk_create(
        Report(
            source=sources[number // _ON_A_PAGE],
            position=number % _ON_A_PAGE,
            status=Report.Status.PUBLISHED,
            title=one.title,
            column=one.column,
            published_on=one.day,
        )
        for number, one in enumerate(batch)
    )
    pairs = list(zip(reports, batch, strict=True))
    sections = Section.objects.bulk_create(
        Section(report=report, position=position, level=bool(heading), heading=heading, text="\n".join(paragraphs))
        for report, one in pairs
        for position, (heading, paragraphs) in enumerate(one.sections)
    )
    last = {section.report_id: section for section in sections}
    statements = Statement.objects.bulk_create(
        Statement(
            section=last[report.pk],
            position=position,
            kind=Statement.Kind.DIRECT,
            text=text,
            name=speakers[speaker].name,
            office=office,
            speaker=speakers[speaker],
        )
        for report, one in pairs
        for position, (speaker, office, text) in enumerate(one.statements)
    )
    sections_of, statements_of = defaultdict(list), defaultdict(list)
    for section in sections:
        sections_of[section.report_id].append(section)
    for statement in statements:
        statements_of[statement.section.report_id].append(statement)
    made = {
        report.pk: [
            Contribution(report=report, contributor=reporters[number], role=Contribution.Role.REPORTER)
            for number in one.reporters
        ]
        for report, one in pairs
    }
    Contribution.objects.bulk_create(chain(*made.values()))
    return [(report, sections_of[report.pk], statements_of[report.pk], (), made[report.pk]) for report in reports]


def _source(first, number):
    return Source(
        file_name=f"{number}.txt",
        sha256=f"{number:064x}",
        raw=b"",
        encoding="utf-8",
        media_type="text/plain",
        newspaper=first.newspaper,
        issued_on=first.day,
        importer_version="benchmark",
    )
