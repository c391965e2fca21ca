"""Filters of the admin lists."""

import re
from datetime import date

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.utils.translation import gettext_lazy as _

from articles.models import Flag, Report


class DateFilter(admin.SimpleListFilter):
    """Years and, inside the chosen year, months. Reports of unknown date are a choice of their own."""

    title = _("date")
    parameter_name = "date"
    UNKNOWN = "unknown"

    def lookups(self, request, model_admin):
        known = Report.objects.dated().order_by()
        year = (self.value() or "")[:4]
        for day in known.dates("sort_date", "year", order="DESC"):
            yield f"{day:%Y}", f"{day:%Y}"
            if f"{day:%Y}" == year:
                for month in known.filter(sort_date__year=year).dates("sort_date", "month", order="DESC"):
                    yield f"{month:%Y-%m}", f"{month:%Y-%m}"
        yield self.UNKNOWN, _("date unknown")

    def queryset(self, request, queryset):
        value = self.value()
        if not value:
            return queryset
        if value == self.UNKNOWN:
            return queryset.filter(sort_date=date.min)
        if not re.fullmatch(r"(?!0000)[0-9]{4}(-(0[1-9]|1[0-2]))?", value):
            raise IncorrectLookupParameters
        year, _dash, month = value.partition("-")
        queryset = queryset.dated().filter(sort_date__year=year)
        return queryset.filter(sort_date__month=month) if month else queryset


class ReviewQueueFilter(admin.SimpleListFilter):
    """What waits for an editor; ReportAdmin puts the least certain first."""

    title = _("review queue")
    parameter_name = "queue"
    DRAFTS = "drafts"

    def lookups(self, request, model_admin):
        return [(self.DRAFTS, _("drafts, the least certain first"))]

    def queryset(self, request, queryset):
        return queryset.drafts() if self.value() == self.DRAFTS else queryset


class OpenFlagsFilter(admin.SimpleListFilter):
    title = _("open flags")
    parameter_name = "flags"

    def lookups(self, request, model_admin):
        return [("yes", _("with open flags")), ("no", _("without open flags"))]

    def queryset(self, request, queryset):
        flagged = Flag.objects.open().filter(report__isnull=False).order_by().values("report")
        if self.value() == "yes":
            return queryset.filter(pk__in=flagged)
        if self.value() == "no":
            return queryset.exclude(pk__in=flagged)
        return queryset


class OpenFirstFilter(admin.SimpleListFilter):
    """The status of flags: a work queue, so what is open unless something else is asked for."""

    title = _("status")
    parameter_name = "status"
    ALL = "all"

    def lookups(self, request, model_admin):
        return Flag.Status.choices

    def choices(self, changelist):
        value = self.value() or Flag.Status.OPEN
        for lookup, title in (*self.lookup_choices, (self.ALL, _("All"))):
            yield {
                "selected": value == str(lookup),
                "query_string": changelist.get_query_string({self.parameter_name: lookup}),
                "display": title,
            }

    def queryset(self, request, queryset):
        value = self.value() or Flag.Status.OPEN
        return queryset if value == self.ALL else queryset.filter(status=value)
