from datetime import date
from functools import reduce
from operator import or_
from typing import NamedTuple

from django.db import connections
from django.db.models import F, Lookup, Q

from articles.models import Contribution, Report, Section, Statement

from .backends import backend_of
from .people import meant, with_people
from .tokens import HEADLINE, STATEMENT, person, query_tokens


class _Scope(NamedTuple):
    """Where the fields of a query are found, seen from a kind of row.

    report leads from it to its report; mark stands before the tokens of text; order is that of rows in one report.
    """

    report: str
    text: str
    heading: str
    mark: str = ""
    order: tuple[str, ...] = ()


_SCOPES = {
    Report: _Scope("", "searchdocument__text", "searchdocument__headings"),
    Section: _Scope("report__", "folded_heading", "folded_heading", HEADLINE, ("position", "pk")),
    Statement: _Scope(
        "section__report__",
        "folded_text",
        "section__folded_heading",
        STATEMENT,
        ("section__position", "position", "pk"),
    ),
}


def matching(rows, query):
    """Narrow a queryset to the rows that answer a query; all of them if it asks for nothing.

    rows: reports, found by all that is printed of them, or sections, by their headings, or statements, by their text.
    """
    if not query:
        return rows
    query = with_people(query)
    document = document_of(rows)
    found = rows.filter(**{f"{document}__isnull": False})
    wanted = tokens_of(rows, query)
    if wanted:
        found = backend_of(connections[rows.db]).candidates(found, document, wanted)
    return answering(found, query)


def answering(rows, query):
    """Narrow a queryset as matching() does, but look into every row: for rows that are few already.

    The people of the query have been looked up, see articles.search.people.
    """
    return rows.filter(*(reduce(or_, (_answer(term, rows.model) for term in group)) for group in query.groups))


def tokens_of(rows, query):
    """Return the tokens that the reports of rows must have if rows are to answer a query."""
    return query_tokens(query, _SCOPES[rows.model].mark)


def document_of(rows):
    """Return the path from rows to the SearchDocument of their report."""
    return f"{_SCOPES[rows.model].report}searchdocument"


def in_order(rows, ascending=False):
    """Order rows by the order keys of their reports, and by their places in these."""
    return rows.order_by(f"{'' if ascending else '-'}{document_of(rows)}__order_key", *_SCOPES[rows.model].order)


def _answer(term, model):
    """Return the condition under which a row of the model answers a term."""
    scope = _SCOPES[model]
    match term.field:
        case "":
            answer = _has(scope.text, term)
        case "title":
            answer = _has(f"{scope.report}searchdocument__head", term)
        case "heading":
            answer = _has(scope.heading, term)
        case "column":
            answer = _has(f"{scope.report}searchdocument__column", term)
        case "newspaper":
            answer = _has(f"{scope.report}source__folded_newspaper", term)
        case "speaker" | "reporter" if term.is_nobody:
            answer = Q(pk__in=())
        case "speaker":
            said = Q(speaker__in=meant(term))
            reports = Statement.objects.filter(said)
            answer = said if model is Statement else _means_report(term, scope, reports, "section__report")
        case "reporter":
            made = Contribution.objects.filter(contributor__in=meant(term))
            answer = _means_report(term, scope, made, "report")
        case "date":
            first, last = term.days
            day = f"{scope.report}sort_date"
            answer = Q(**{f"{day}__gt": date.min, f"{day}__range": (first, last)})
    return ~answer if term.unwanted else answer


class _Contains(Lookup):
    """Whether the letters stand in a text.

    Planners guess of LIKE that it drops nearly everything, and so never walk from the newest report to the twentieth
    hit; of a candidate it drops nearly nothing.
    """

    lookup_name = "contains"

    def as_sql(self, compiler, connection, place="STRPOS"):
        text, text_params = self.process_lhs(compiler, connection)
        letters, letters_params = self.process_rhs(compiler, connection)
        return f"{place}({text}, {letters}) > 0", (*text_params, *letters_params)

    def as_sqlite(self, compiler, connection):
        return self.as_sql(compiler, connection, place="INSTR")


def _has(field, term):
    return Q(_Contains(F(field), term.letters))


def _means_report(term, scope, rows, of):
    """Return the condition that a report has somebody whom a term means; of leads from rows of people to reports.

    A few people are looked for in its search document, for planners do not know how few reports are in question.
    """
    if not term.means_few:
        return Q(**{f"{scope.report}pk__in": rows.order_by().values(of)})
    people = F(f"{scope.report}searchdocument__people")
    return reduce(or_, (Q(_Contains(people, f"\n{person(term.field, key)}\n")) for key in term.people))
