"""What the public lists can be asked for in their addresses."""

from dataclasses import replace
from typing import NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Coalesce
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter, ChoiceFilter, DateFilter, Filter, FilterSet

from articles.folding import fold
from articles.identities import final, known_as
from articles.models import Contributor, Report, Speaker, Statement
from articles.search import Query, Span, Term, giving_up, hurry, loosened, nearest, with_people

LONGEST_QUERY = 500
LONGEST_NAME = 100
SIMILAR_SHOWN = 10

_DAY = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


def _left_to_search(rows, name, value):
    """Words, people and order are for those who walk the hits: see articles.search."""
    return rows


def _asked(form):
    """Return the Query of a form; there is less time for one that is longer than anybody means it."""
    query = Query.parse(form.cleaned_data.get("q", ""))
    if query.is_cut:
        hurry()
    return query


class Chip(NamedTuple):
    """A filter that is on, to be shown and taken off."""

    name: str
    label: str
    value: str


class SpeakerField(forms.CharField):
    """A name, or the number of a speaker who can be read, which becomes that Speaker."""

    def clean(self, value):
        value = super().clean(value)
        if not value.isdecimal():
            return value
        speaker = Speaker.objects.select_related("merged_into").filter(pk=int(value)).first()
        speaker = speaker and final(speaker)
        if speaker is None or not Statement.objects.published().filter(speaker__in=known_as([speaker.pk])).exists():
            raise ValidationError(_("There is no speaker of this number."))
        return speaker


class SpeakerOrNameFilter(Filter):
    field_class = SpeakerField


class KnownNameField(forms.CharField):
    """What one of the published reports has in a field; that is asked rather than offered, for there may be many."""

    def __init__(self, *args, of, **options):
        super().__init__(*args, **options)
        self.of = of

    def clean(self, value):
        value = super().clean(value)
        if value and not Report.objects.published().filter(**{self.of: value}).exists():
            raise ValidationError(_("No report has this."))
        return value


class KnownNameFilter(CharFilter):
    field_class = KnownNameField

    def __init__(self, field_name, **options):
        super().__init__(field_name, of=field_name, **options)


def _speakers(asked):
    """Return the Term for a Speaker, or for those of exactly this name who said something, or else of such a name."""
    if isinstance(asked, Speaker):
        return Term("", "speaker", people=tuple(known_as([asked.pk])))
    said = Exists(Statement.objects.published().filter(speaker=OuterRef("pk")).order_by())
    exactly = Speaker.objects.filter(said, Q(name=asked) | Q(merged_into__name=asked))
    return _term("speaker", asked, exactly)


def _contributors(asked):
    """Return the Term for those of exactly this name who made something that is published, or else of such a name."""
    exactly = Contributor.objects.filter(name=asked, contribution__report__in=Report.objects.published()).distinct()
    return _term("reporter", asked, exactly)


def _term(field, asked, exactly):
    keys = tuple(exactly.order_by("pk").values_list("pk", flat=True))
    return Term("", field, people=keys) if keys else Term(asked, field)


class ReportFilter(FilterSet):
    """Reports by what is known about them, and the words and the span of days in which to search them.

    What cannot be understood is reported and left out.
    """

    q = CharFilter(method=_left_to_search, label=_("Words"), max_length=LONGEST_QUERY)
    since = DateFilter(method="dated", label=_("From"), widget=_DAY)
    until = DateFilter(method="dated", label=_("To"), widget=_DAY)
    newspaper = KnownNameFilter("source__newspaper", label=_("Newspaper"), max_length=LONGEST_NAME)
    column = KnownNameFilter("column", label=_("Column"), max_length=LONGEST_NAME)
    speaker = SpeakerOrNameFilter(method=_left_to_search, label=_("Speaker"), max_length=LONGEST_NAME)
    reporter = CharFilter(method=_left_to_search, label=_("Reporter"), max_length=LONGEST_NAME)
    order = ChoiceFilter(
        method=_left_to_search,
        label=_("Order"),
        choices=[("date", _("newest first")), ("relevance", _("most relevant first"))],
        widget=forms.HiddenInput,
    )

    @cached_property
    def query(self):
        return nearest(self.queryset, _asked(self.form))

    @cached_property
    def wanted(self):
        """The query, and the people who were chosen beside it, as one Query."""
        chosen = {"speaker": _speakers, "reporter": _contributors}
        found = {field: self.form.cleaned_data.get(field) for field in chosen}
        terms = ((chosen[field](value),) for field, value in found.items() if value)
        return with_people(replace(self.query, groups=(*self.query.groups, *terms)))

    @property
    def loosened(self):
        return loosened(self.query)

    @property
    def similar_speakers(self):
        speakers = Speaker.objects.published().similar_to(self.query.terms).order_by("sort_key", "pk")
        found = []
        with giving_up(speakers.db):
            found += speakers[:SIMILAR_SHOWN]
        return found

    @property
    def by_relevance(self):
        return bool(self.query) and self.form.cleaned_data.get("order") == "relevance"

    @property
    def speaker_chosen(self):
        """The speaker who was asked for by number, or None."""
        value = self.form.cleaned_data.get("speaker")
        return value if isinstance(value, Speaker) else None

    @property
    def chips(self):
        found = self.form.cleaned_data
        days = {name: date_format(found[name]) for name in ("since", "until") if found.get(name)}
        names = ("since", "until", "newspaper", "column", "speaker", "reporter")
        return [Chip(n, self.form[n].label, str(days.get(n, found[n]))) for n in names if found.get(n)]

    @property
    def span(self):
        found = self.form.cleaned_data
        return Span.of_days(found.get("since"), found.get("until"))

    def dated(self, reports, name, value):
        return reports.dated(**{name: value})


class SpeakerFilter(FilterSet):
    q = CharFilter(method="named", label=_("Name"), max_length=LONGEST_NAME)

    def named(self, speakers, name, value):
        called = Speaker.objects.called(fold(value)).order_by()
        return speakers.filter(pk__in=called.values(person=Coalesce("merged_into", "pk")))


class StatementFilter(FilterSet):
    q = CharFilter(method=_left_to_search, label=_("Words"), max_length=LONGEST_QUERY)

    @cached_property
    def query(self):
        return nearest(self.queryset, _asked(self.form))


class SectionFilter(FilterSet):
    q = CharFilter(method=_left_to_search, label=_("Words"), max_length=LONGEST_QUERY)

    @cached_property
    def query(self):
        return _asked(self.form)
