from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.admin.views.main import ORDER_VAR, ChangeList
from django.db.models import Max
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.editing import set_status, settle
from articles.models import Flag, Report, Statement
from articles.search import Query, index_reports, matching

from . import ledger
from .base import KeepsRevisions, NamesChanges, Permanent, TellsUnplaced, change_link, number_of
from .filters import DateFilter, OpenFlagsFilter, ReviewQueueFilter
from .forms import ReportForm
from .inlines import ContributionInline, FlagInline, PhotoInline, SectionInline, StatementInline
from .turns import TellsOfOthers


class ReportList(ChangeList):
    """Marks the column by which the review queue is sorted: Django takes every list to be in its usual order."""

    def get_ordering_field_columns(self):
        if ReviewQueueFilter.parameter_name in self.params and ORDER_VAR not in self.params:
            return {self.list_display.index("trust"): "asc"}
        return super().get_ordering_field_columns()


@admin.register(Report)
class ReportAdmin(NamesChanges, TellsOfOthers, KeepsRevisions, TellsUnplaced, Permanent, admin.ModelAdmin):
    form = ReportForm
    list_display = ["headline", "flags", "trust", "status", "newspaper", "day", "updated_at"]
    list_filter = [ReviewQueueFilter, "status", OpenFlagsFilter, DateFilter, "source__newspaper", "column"]
    list_select_related = ["source"]
    list_per_page = 50
    show_full_result_count = False
    search_fields = ["title"]  # shows the box; get_search_results does the work
    search_help_text = _(
        "Words apart must all stand in it. Also “a phrase”, -unwanted, OR between words, and before a word "
        "标题: 小标题: 发言人: 记者: 报纸: 栏目:, or 日期:2025-04, 日期:2025-01..2025-06."
    )
    autocomplete_fields = ["source"]
    actions = ["publish", "withdraw", "back_to_draft"]
    save_on_top = True

    class Media:
        css = {"all": ["articles/admin/desk.css"]}
        js = ["articles/admin/raw.js"]

    def get_fieldsets(self, request, obj=None):
        place = ["printed_in", ("continued_from", "continued_on")] if obj else ["source"]
        return [
            (None, {"fields": ["status", "trust"] if obj else ["status"]}),
            (_("Headline"), {"fields": ["column", "kicker", "title", "subtitle"]}),
            (
                _("Byline, origin and dates"),
                {"fields": ["byline", "origin", ("published_on", "published_time", "event_date")]},
            ),
            (_("Place"), {"fields": place}),
            (_("Keywords"), {"fields": ["keywords"]}),
        ]

    def get_readonly_fields(self, request, obj=None):
        return ["trust", "printed_in"] if obj else []

    def get_inlines(self, request, obj):
        if obj is None:
            return [ContributionInline, SectionInline, PhotoInline]
        return [FlagInline, ContributionInline, SectionInline, StatementInline, PhotoInline]

    def get_queryset(self, request):
        return (
            super()
            .get_queryset(request)
            .defer("imported", "source__raw", "source__spans")
            .annotate(open_flags=number_of(Flag.objects.open(), "report"))
        )

    def get_changelist(self, request, **kwargs):
        return ReportList

    def get_ordering(self, request):
        return ["confidence"] if ReviewQueueFilter.parameter_name in request.GET else super().get_ordering(request)

    def get_search_results(self, request, queryset, search_term):
        query = Query.parse(search_term)
        if request.resolver_match.url_name == "articles_report_changelist":  # not where a form asks for suggestions
            for note in query.notes:
                self.message_user(request, note)
        return matching(queryset, query), False

    def report_of(self, obj):
        return obj

    def reports_of(self, obj):
        return [obj]

    def save_model(self, request, obj, form, change):
        if not change:
            last = Report.objects.filter(source=obj.source).aggregate(last=Max("position"))["last"]
            obj.position = 0 if last is None else last + 1
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        # Statements first: one that moves out of a section must be gone before the section is deleted with its own.
        ordered = sorted(formsets, key=lambda formset: formset.model is not Statement)
        super().save_related(request, form, ordered, change)
        if not change:
            index_reports([form.instance])

    def save_formset(self, request, form, formset, change):
        if formset.model is not Flag:
            return super().save_formset(request, form, formset, change)
        for flag in formset.save(commit=False):
            settle(Flag.objects.filter(pk=flag.pk), flag.status, request.user)
        return None

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj:
            stretches = ledger.beside(obj.source, obj.position)
            context |= {
                "source": obj.source,
                "stretches": stretches,
                "legend": ledger.legend(stretches),
                "omitted": sum(stretch.omitted for stretch in stretches),
            }
        return super().render_change_form(request, context, add, change, form_url, obj)

    def history_view(self, request, object_id, extra_context=None):
        report = self.get_object(request, object_id)
        revisions = report.revision_set.select_related("user").defer("content") if report else []
        return super().history_view(request, object_id, {"revisions": revisions, **(extra_context or {})})

    @admin.display(description=_("title"), ordering="title")
    def headline(self, report):
        return str(report)

    @admin.display(description=_("confidence"), ordering="confidence")
    def trust(self, report):
        """The importer's confidence and, under it, its doubts."""
        labels = dict(Report.Doubt.choices)
        doubts = format_html_join(
            "", '<span class="doubt">{}</span>', ([labels.get(code, code)] for code in report.doubts)
        )
        return format_html("{}{}", f"{report.confidence:.0%}", doubts)

    @admin.display(description=_("source"), ordering="source__newspaper")
    def newspaper(self, report):
        return str(report.source)

    @admin.display(description=_("date"), ordering="sort_date")
    def day(self, report):
        return report.date

    @admin.display(description=_("open flags"), ordering="open_flags")
    def flags(self, report):
        if not report.open_flags:
            return None
        url = f"{reverse('admin:articles_flag_changelist')}?report__id__exact={report.pk}"
        return format_html('<a class="open-flags" href="{}">{}</a>', url, report.open_flags)

    @admin.display(description=_("printed in"))
    def printed_in(self, report):
        return change_link(report.source)

    @admin.action(description=_("Publish the selected reports"), permissions=["change"])
    def publish(self, request, queryset):
        self._set_status(request, queryset, Report.Status.PUBLISHED)

    @admin.action(description=_("Withdraw the selected reports"), permissions=["change"])
    def withdraw(self, request, queryset):
        self._set_status(request, queryset, Report.Status.WITHDRAWN)

    @admin.action(description=_("Make the selected reports drafts again"), permissions=["change"])
    def back_to_draft(self, request, queryset):
        self._set_status(request, queryset, Report.Status.DRAFT)

    def _set_status(self, request, queryset, status):
        changed, refused = set_status(queryset, status)
        if changed:
            LogEntry.objects.log_actions(
                request.user.pk, Report.objects.filter(pk__in=changed), CHANGE, [{"changed": {"fields": ["status"]}}]
            )
        self.message_user(
            request,
            ngettext("%(count)d report is now “%(status)s”.", "%(count)d reports are now “%(status)s”.", len(changed))
            % {"count": len(changed), "status": status.label},
            messages.SUCCESS if changed else messages.INFO,
        )
        flagged = Flag.objects.open().filter(report__in=changed).order_by().values("report").distinct().count()
        if flagged and status == Report.Status.PUBLISHED:
            self.message_user(
                request,
                ngettext("%(count)d of them still has open flags.", "%(count)d of them still have open flags.", flagged)
                % {"count": flagged},
                messages.WARNING,
            )
        if refused:
            self.message_user(
                request,
                ngettext(
                    "%(count)d report has no title and was not published.",
                    "%(count)d reports have no title and were not published.",
                    refused,
                )
                % {"count": refused},
                messages.WARNING,
            )
