from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles.models import Report, Source

from . import ledger
from .base import NamesChanges, NotAdded, Permanent, number_of


@admin.register(Source)
class SourceAdmin(NamesChanges, NotAdded, Permanent, admin.ModelAdmin):
    """What was read off the page may be corrected; the bytes and the ledger may not."""

    list_display = ["file_name", "newspaper", "page", "page_name", "issued_on", "number_of_reports", "imported_at"]
    list_filter = ["newspaper", "media_type", "encoding"]
    list_per_page = 50
    show_full_result_count = False
    search_fields = ["file_name", "newspaper", "page_name", "sha256"]
    fieldsets = [
        (_("What the page says"), {"fields": ["newspaper", ("page", "page_name"), "issued_on"]}),
        (
            _("File"),
            {"fields": ["file_name", "size", "encoding", "media_type", "sha256", "imported_at", "importer_version"]},
        ),
    ]
    readonly_fields = ["file_name", "size", "encoding", "media_type", "sha256", "imported_at", "importer_version"]

    class Media:
        css = {"all": ["articles/admin/desk.css"]}

    def get_queryset(self, request):
        return super().get_queryset(request).light().annotate(number=number_of(Report.objects, "source"))

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        reports = list(obj.report_set.defer("imported").order_by("position", "id"))
        stretches = ledger.stretches(obj)
        context |= {
            "reports": reports,
            "stretches": [(s, next((r for r in reports if r.position == s.report), None)) for s in stretches],
            "legend": ledger.legend(stretches),
        }
        return super().render_change_form(request, context, add, change, form_url, obj)

    @admin.display(description=_("size"))
    def size(self, source):
        return _("%(bytes)d bytes, %(letters)d characters") % {"bytes": len(source.raw), "letters": len(source.text)}

    @admin.display(description=_("reports"), ordering="number")
    def number_of_reports(self, source):
        return source.number
