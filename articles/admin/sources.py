from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from articles.giving import LedgerChanged, flags_of, give, is_about
from articles.importing.page import Label
from articles.issuing import redate
from articles.models import Report, Source
from articles.provenance import loose_blocks

from . import ledger
from .base import NamesChanges, NotAdded, Permanent, change_url, number_of
from .forms import GiveForm


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

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if "issued_on" in form.changed_data:
            redate(obj)

    def get_queryset(self, request):
        return super().get_queryset(request).light().annotate(number=number_of(Report.objects, "source"))

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        reports = list(obj.report_set.defer("imported").order_by("position", "id"))
        stretches = ledger.stretches(obj)
        context |= {
            "reports": reports,
            "stretches": [(s, next((r for r in reports if r.position == s.report), None)) for s in stretches],
            "legend": ledger.legend(stretches),
            "loose": _loose(obj),
            "give": GiveForm(obj) if reports and request.user.has_perm("articles.change_report") else None,
        }
        return super().render_change_form(request, context, add, change, form_url, obj)

    def get_urls(self):
        give_url = path("<int:pk>/give/", self.admin_site.admin_view(self.give_view), name="articles_source_give")
        return [give_url, *super().get_urls()]

    @method_decorator(require_POST)
    def give_view(self, request, pk):
        """Give the chosen loose text of a source to one of its reports."""
        if not request.user.has_perm("articles.change_report"):
            raise PermissionDenied
        source = get_object_or_404(Source.objects.light(), pk=pk)
        places, form = request.POST.getlist("place"), GiveForm(source, request.POST)
        if not places or not form.is_valid():
            self.message_user(request, _("Choose some text, a report, and what the text is there."), messages.ERROR)
            return redirect(change_url(source))
        report, role = form.cleaned_data["report"], form.cleaned_data["role"]
        try:
            give(source, places, report, role, request.user)
        except LedgerChanged:
            message = _("The page has changed meanwhile, so nothing was given. Please look at it again.")
            self.message_user(request, message, messages.WARNING)
            return redirect(change_url(source))
        LogEntry.objects.log_actions(request.user.pk, [report], CHANGE, [{"changed": {"fields": [role]}}])
        message = ngettext(
            "%(count)d stretch of text now belongs to “%(report)s”.",
            "%(count)d stretches of text now belong to “%(report)s”.",
            len(places),
        )
        self.message_user(request, message % {"count": len(places), "report": report}, messages.SUCCESS)
        return redirect(change_url(source))

    @admin.display(description=_("size"))
    def size(self, source):
        return _("%(bytes)d bytes, %(letters)d characters") % {"bytes": len(source.raw), "letters": len(source.text)}

    @admin.display(description=_("reports"), ordering="number")
    def number_of_reports(self, source):
        return source.number


def _loose(source):
    """Return what belongs to no report of a source: the blocks that are to be given to one, and the furniture."""
    flags = flags_of(source)
    waiting, furniture = [], []
    for block in loose_blocks(source):
        asked = block.label == Label.UNASSIGNED or any(is_about(flag, block) for flag in flags)
        (waiting if asked else furniture).append(block)
    return {"waiting": waiting, "furniture": furniture}
