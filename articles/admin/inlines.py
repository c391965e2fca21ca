"""What is edited on the page of a report, beside its own fields."""

from django.contrib import admin
from django.template.loader import render_to_string
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from articles.models import Contribution, Flag, Photo, Section, Statement
from articles.provenance import paragraph_places

from .base import Permanent, change_link
from .forms import PartFormSet, PhotoForm, SectionForm, SectionFormSet, StatementForm, StatementFormSet


class SectionInline(admin.StackedInline):
    model = Section
    form = SectionForm
    formset = SectionFormSet
    extra = 0
    readonly_fields = ["raw_lines"]

    def get_fields(self, request, obj=None):
        fields = ["heading", ("position", "level"), "text"]
        return [*fields, "raw_lines"] if obj else fields

    def get_formset(self, request, obj=None, **kwargs):
        self.report = obj  # The admin makes its inlines anew for each request.
        return super().get_formset(request, obj, **kwargs)

    @cached_property
    def places(self):
        return paragraph_places(self.report.source, self.report.position)

    @admin.display(description=_("raw lines"))
    def raw_lines(self, section):
        """Links from the paragraphs, as they are now, to the raw text that they were printed from."""
        if not (self.places and section.text):
            return ""
        paragraphs = [(paragraph, self.places.get(paragraph, [])) for paragraph in section.paragraphs]
        return render_to_string("admin/articles/report/raw_lines.html", {"paragraphs": paragraphs})


class StatementInline(admin.StackedInline):
    """The statements of all sections of the report."""

    model = Statement
    form = StatementForm
    formset = StatementFormSet
    extra = 0
    fields = [("section", "position", "kind"), ("name", "speaker"), "office", "text"]
    autocomplete_fields = ["speaker"]

    def __init__(self, parent_model, admin_site):
        # A statement's foreign key leads to a section; the formset ties it to the report.
        super().__init__(Section, admin_site)

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        formset.fk = None  # The admin would hide the foreign key, which is to be chosen here.
        return formset


class PhotoInline(admin.TabularInline):
    model = Photo
    form = PhotoForm
    formset = PartFormSet
    extra = 0
    fields = ["caption", "credit", "position"]


class ContributionInline(admin.TabularInline):
    model = Contribution
    formset = PartFormSet
    extra = 0
    fields = ["contributor", "role", "position"]
    autocomplete_fields = ["contributor"]


class FlagInline(Permanent, admin.TabularInline):
    """Stands above the fields of the report: what is to be looked at comes first."""

    above = True
    model = Flag
    extra = 0
    max_num = 0
    fields = ["what", "detail", "status", "settled_by"]
    readonly_fields = ["what", "detail", "settled_by"]
    ordering = ["start", "id"]

    def has_add_permission(self, request, obj):
        return False

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("settled_by")

    @admin.display(description=_("what"))
    def what(self, flag):
        return change_link(flag, flag.get_code_display())
