"""How the hits of a search are spread over newspapers, years, columns and people."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db.models import Count
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from articles.models import Contribution, Report, Speaker, Statement
from articles.search import giving_up

MOST_CHOICES = 8
# What a Sample has to hold of each report.
FIELDS = ("pk", "sort_date", "column", "source__newspaper")


@dataclass(frozen=True)
class Choice:
    """Some of the hits; parameters are what to ask for besides to see them alone."""

    label: str
    count: int
    parameters: dict[str, str]


@dataclass(frozen=True)
class Facet:
    name: str
    label: str
    choices: list[Choice]


def facets(sample):
    """Return the Facets of a Sample whose rows are FIELDS, the largest choices first; counts stand for all hits.

    Takes three queries. Without the time for them, people are left out.
    """
    keys = [row[0] for row in sample.rows]
    newspapers = Counter(row[3] for row in sample.rows if row[3])
    columns = Counter(row[2] for row in sample.rows if row[2])
    years = Counter(row[1].year for row in sample.rows if row[1] > date.min)
    speakers, reporters = [], []
    with giving_up(Report.objects.db):
        speakers = _speakers(keys)
        reporters = _reporters(keys)
    found = [
        Facet("newspaper", _("Newspaper"), _choices(newspapers, lambda name: (name, {"newspaper": name}))),
        Facet("year", _("Year"), _choices(years, _year)),
        Facet("column", _("Column"), _choices(columns, lambda name: (name, {"column": name}))),
        Facet("speaker", _("Speaker"), speakers),
        Facet("reporter", _("Reporter"), reporters),
    ]
    return [_scaled(facet, sample.one_in) for facet in found if facet.choices]


def _speakers(keys):
    said = Statement.objects.filter(section__report__in=keys, speaker__isnull=False).order_by()
    persons = said.values_list(Coalesce("speaker__merged_into", "speaker"))
    counts = _most(persons, "section__report")
    names = Speaker.objects.in_bulk(counts)
    return _choices(counts, lambda pk: (names[pk].name, {"speaker": str(pk)}))


def _reporters(keys):
    made = Contribution.objects.filter(report__in=keys).order_by()
    return _choices(_most(made.values_list("contributor__name"), "report"), lambda name: (name, {"reporter": name}))


def _most(rows, of):
    """Return {value: number of different reports} of the most frequent values in rows of one column."""
    counted = rows.annotate(reports=Count(of, distinct=True)).order_by("-reports")
    return dict(counted[:MOST_CHOICES])


def _year(year):
    return str(year), {"since": f"{year:04}-01-01", "until": f"{year:04}-12-31"}


def _choices(counts, describe):
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MOST_CHOICES]
    return [Choice(label, count, parameters) for value, count in ordered for label, parameters in [describe(value)]]


def _scaled(facet, one_in):
    return Facet(
        facet.name,
        facet.label,
        [Choice(choice.label, choice.count * one_in, choice.parameters) for choice in facet.choices],
    )
