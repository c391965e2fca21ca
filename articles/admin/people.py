from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.db.models import OuterRef, Subquery
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.editing import merge_speakers
from articles.models import Contribution, Contributor, Speaker, Statement

from .base import KeepsRevisions, NamesChanges, Permanent, number_of
from .forms import SpeakerForm


@admin.register(Speaker)
class SpeakerAdmin(NamesChanges, Permanent, admin.ModelAdmin):
    form = SpeakerForm
    list_display = ["name", "office", "statements", "merged_into"]
    list_filter = [("merged_into", admin.EmptyFieldListFilter)]
    list_select_related = ["merged_into"]
    list_per_page = 50
    show_full_result_count = False
    search_fields = ["name", "other_names"]
    search_help_text = _("A name, or one of the other names.")
    fields = ["name", "other_names", "merged_into", "note"]
    autocomplete_fields = ["merged_into"]
    actions = ["merge"]

    SHOWN = 200

    class Media:
        css = {"all": ["articles/admin/desk.css"]}

    def get_queryset(self, request):
        newest = Statement.objects.filter(speaker=OuterRef("pk")).newest_first().exclude(office="")
        return (
            super()
            .get_queryset(request)
            .annotate(last_office=Subquery(newest.values("office")[:1]), number=number_of(Statement.objects, "speaker"))
        )

    def get_search_results(self, request, queryset, search_term):
        queryset, repeats = super().get_search_results(request, queryset, search_term)
        if "field_name" in request.GET:  # suggestions for a form: whoever is merged is not to be chosen again
            queryset = queryset.filter(merged_into__isnull=True)
        return queryset, repeats

    def suggestion(self, speaker):
        return f"{speaker} #{speaker.pk} {speaker.last_office or ''}".strip()

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if obj.merged_into and "merged_into" in form.changed_data:
            merge_speakers(Speaker.objects.filter(pk=obj.pk), obj.merged_into, request.user)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj:
            statements = obj.statement_set.newest_first().select_related("section__report")
            context["statements"] = statements.defer("section__text", "section__report__imported")[: self.SHOWN]
        return super().render_change_form(request, context, add, change, form_url, obj)

    @admin.display(description=_("last office"))
    def office(self, speaker):
        return speaker.last_office

    @admin.display(description=_("statements"), ordering="number")
    def statements(self, speaker):
        return speaker.number

    @admin.action(description=_("Merge the selected speakers into one"), permissions=["change"])
    def merge(self, request, queryset):
        speakers = list(queryset.filter(merged_into__isnull=True).order_by("-number", "pk"))
        if len(speakers) < 2:
            self.message_user(request, _("Select two or more speakers that are not merged yet."), messages.WARNING)
            return None
        if "confirmed" not in request.POST:
            context = {
                **self.admin_site.each_context(request),
                "title": _("Merge speakers"),
                "opts": self.opts,
                "media": self.media,
                "speakers": speakers,
            }
            return TemplateResponse(request, "admin/articles/speaker/merge.html", context)
        target, *others = speakers
        merge_speakers(Speaker.objects.filter(pk__in=[speaker.pk for speaker in others]), target, request.user)
        LogEntry.objects.log_actions(request.user.pk, others, CHANGE, [{"changed": {"fields": ["merged into"]}}])
        self.message_user(
            request,
            ngettext(
                "%(count)d speaker was merged into %(name)s.",
                "%(count)d speakers were merged into %(name)s.",
                len(others),
            )
            % {"count": len(others), "name": target},
            messages.SUCCESS,
        )
        return None


@admin.register(Contributor)
class ContributorAdmin(NamesChanges, KeepsRevisions, admin.ModelAdmin):
    """A name that is corrected here is corrected in every report that it signed."""

    list_display = ["name", "number_of_reports"]
    list_per_page = 50
    show_full_result_count = False
    search_fields = ["name"]
    fields = ["name", "signed"]
    readonly_fields = ["signed"]

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(number=number_of(Contribution.objects, "contributor"))

    def reports_of(self, obj):
        return obj.reports.all()

    @admin.display(description=_("reports"), ordering="number")
    def number_of_reports(self, contributor):
        return contributor.number

    @admin.display(description=_("reports"))
    def signed(self, contributor):
        if not contributor.pk:
            return ""
        url = f"{reverse('admin:articles_contribution_changelist')}?contributor__id__exact={contributor.pk}"
        return format_html('<a href="{}">{}</a>', url, contributor.contribution_set.count())
