"""Parts of reports, to be found and corrected one by one; they are added and deleted on the page of their report."""

from django.contrib import admin
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.models import Contribution, Photo, Section, Statement

from .base import KeepsRevisions, NamesChanges, NotAdded, Permanent, TellsUnplaced, change_link
from .forms import PhotoForm, SectionForm, StatementForm
from .turns import TellsOfOthers


class PartAdmin(NamesChanges, TellsOfOthers, KeepsRevisions, NotAdded, Permanent, admin.ModelAdmin):
    list_per_page = 50
    show_full_result_count = False

    class Media:
        css = {"all": ["articles/admin/desk.css"]}

    def report_of(self, obj):
        return obj.report

    def reports_of(self, obj):
        return [self.report_of(obj)]

    @admin.display(description=_("report"))
    def report_link(self, obj):
        return change_link(self.report_of(obj))


@admin.register(Section)
class SectionAdmin(TellsUnplaced, PartAdmin):
    form = SectionForm
    list_display = ["__str__", "level", "beginning", "report_link"]
    list_filter = ["level", ("heading", admin.EmptyFieldListFilter), "report__status", "report__source__newspaper"]
    list_select_related = ["report"]
    search_fields = ["heading", "text", "report__title"]
    ordering = ["-id"]
    fields = ["report_link", "heading", ("position", "level"), "text"]
    readonly_fields = ["report_link"]

    def get_queryset(self, request):
        return super().get_queryset(request).defer("report__imported")

    @admin.display(description=_("text"))
    def beginning(self, section):
        return Truncator(section.text).chars(60)


@admin.register(Statement)
class StatementAdmin(TellsUnplaced, PartAdmin):
    form = StatementForm
    list_display = ["beginning", "kind", "name", "office", "speaker", "report_link"]
    list_filter = [
        "kind",
        ("speaker", admin.EmptyFieldListFilter),
        ("name", admin.EmptyFieldListFilter),
        "section__report__status",
        "section__report__source__newspaper",
    ]
    list_select_related = ["speaker", "section__report"]
    search_fields = ["name", "office", "text"]
    ordering = ["-id"]
    fields = ["report_link", "heading", ("name", "speaker"), "office", ("kind", "position"), "text"]
    readonly_fields = ["report_link", "heading"]
    autocomplete_fields = ["speaker"]

    def get_queryset(self, request):
        return super().get_queryset(request).defer("section__text", "section__report__imported")

    def report_of(self, obj):
        return obj.section.report

    @admin.display(description=pgettext_lazy("statement", "text"))
    def beginning(self, statement):
        return Truncator(statement.text).chars(60)

    @admin.display(description=_("section"))
    def heading(self, statement):
        return change_link(statement.section)


@admin.register(Photo)
class PhotoAdmin(PartAdmin):
    form = PhotoForm
    list_display = ["__str__", "credit", "report_link"]
    list_filter = [("credit", admin.EmptyFieldListFilter), "report__status", "report__source__newspaper"]
    list_select_related = ["report"]
    search_fields = ["caption", "credit", "report__title"]
    ordering = ["-id"]
    fields = ["report_link", "caption", ("credit", "position")]
    readonly_fields = ["report_link"]

    def get_queryset(self, request):
        return super().get_queryset(request).defer("report__imported")


@admin.register(Contribution)
class ContributionAdmin(PartAdmin):
    list_display = ["contributor", "role", "report_link"]
    list_filter = ["role", "report__status", "report__source__newspaper"]
    list_select_related = ["contributor", "report"]
    search_fields = ["contributor__name", "report__title"]
    ordering = ["-id"]
    fields = ["report_link", "contributor", ("role", "position")]
    readonly_fields = ["report_link"]
    autocomplete_fields = ["contributor"]

    def get_queryset(self, request):
        return super().get_queryset(request).defer("report__imported")
