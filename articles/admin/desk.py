"""The editors' work queue, and the record of what they changed."""

from difflib import unified_diff

from django.contrib import admin, messages
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.doubles import name_of, namesakes, same_title
from articles.editing import settle
from articles.models import Flag, Revision, Statement
from articles.snapshots import label, snapshot

from .base import NamesChanges, NotAdded, Permanent, ReadOnly, change_link
from .filters import OpenFirstFilter


@admin.register(Flag)
class FlagAdmin(NamesChanges, NotAdded, Permanent, admin.ModelAdmin):
    """Never deleted: a settled flag is what keeps the next import from raising it again."""

    list_display = ["code", "short_detail", "report_link", "source_link", "status", "settled_by", "created_at"]
    list_filter = [OpenFirstFilter, "code", "source__newspaper"]
    list_select_related = ["report", "source", "settled_by"]
    list_per_page = 50
    show_full_result_count = False
    search_fields = ["detail", "report__title", "source__file_name"]
    actions = ["resolve", "ignore", "reopen"]
    readonly_fields = [
        "code",
        "detail",
        "excerpt",
        "report_link",
        "source_link",
        "namesakes",
        "same_title",
        "settled_by",
        "settled_at",
    ]

    AROUND = 100
    OTHERS = 20

    class Media:
        css = {"all": ["articles/admin/desk.css"]}

    def get_queryset(self, request):
        return super().get_queryset(request).defer("report__imported", "source__raw", "source__spans")

    def get_fields(self, request, obj=None):
        other_side = {Flag.Code.SAME_NAME: ["namesakes"], Flag.Code.DUPLICATE: ["same_title"]}.get(obj.code, [])
        place = ["code", "detail", "excerpt", "report_link", "source_link"]
        return [*place, *other_side, "status", "settled_by", "settled_at"]

    def save_model(self, request, obj, form, change):
        settle(Flag.objects.filter(pk=obj.pk), obj.status, request.user)

    @admin.display(description=_("detail"))
    def short_detail(self, flag):
        return Truncator(flag.detail).chars(60)

    @admin.display(description=_("report"))
    def report_link(self, flag):
        return change_link(flag.report)

    @admin.display(description=_("source"), ordering="source__newspaper")
    def source_link(self, flag):
        return change_link(flag.source)

    @admin.display(description=_("raw text"))
    def excerpt(self, flag):
        if flag.start is None:
            return ""
        text = flag.source.text
        return format_html(
            '<div class="raw-text">{}<mark class="span-unassigned">{}</mark>{}</div>',
            text[max(0, flag.start - self.AROUND) : flag.start],
            text[flag.start : flag.end],
            text[flag.end : flag.end + self.AROUND],
        )

    @admin.display(description=_("others of this name"))
    def namesakes(self, flag):
        others = [(speaker, _offices(speaker)) for speaker in namesakes(flag)]
        return render_to_string("admin/articles/flag/namesakes.html", {"others": others, "name": name_of(flag)})

    @admin.display(description=_("others of this title"))
    def same_title(self, flag):
        reports = same_title(flag).select_related("source").defer("imported", "source__raw", "source__spans")
        return render_to_string("admin/articles/flag/same_title.html", {"reports": reports[: self.OTHERS]})

    @admin.action(description=_("Mark the selected flags as resolved"), permissions=["change"])
    def resolve(self, request, queryset):
        self._settle(request, queryset, Flag.Status.RESOLVED)

    @admin.action(description=_("Ignore the selected flags"), permissions=["change"])
    def ignore(self, request, queryset):
        self._settle(request, queryset, Flag.Status.IGNORED)

    @admin.action(description=_("Reopen the selected flags"), permissions=["change"])
    def reopen(self, request, queryset):
        self._settle(request, queryset, Flag.Status.OPEN)

    def _settle(self, request, queryset, status):
        count = settle(Flag.objects.filter(pk__in=queryset.order_by().values("pk")), status, request.user)
        self.message_user(
            request,
            ngettext("%(count)d flag is now “%(status)s”.", "%(count)d flags are now “%(status)s”.", count)
            % {"count": count, "status": status.label},
            messages.SUCCESS,
        )


def _offices(speaker, shown=5):
    """Return the newest statements of a speaker, one for each office and report."""
    newest = speaker.statement_set.newest_first().select_related("section__report")
    newest = newest.defer("section__text", "section__report__imported")[:100]
    return list({(s.office, s.section.report_id): s for s in reversed(newest)}.values())[::-1][:shown]


@admin.register(Revision)
class RevisionAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ["created_at", "report", "user"]
    list_filter = ["created_at", "user"]
    list_select_related = ["report", "user"]
    list_per_page = 50
    show_full_result_count = False
    search_fields = ["report__title"]
    fields = ["report_link", "user", "created_at"]
    readonly_fields = ["report_link", "user", "created_at"]

    class Media:
        css = {"all": ["articles/admin/desk.css"]}

    def get_queryset(self, request):
        return super().get_queryset(request).defer("content", "report__imported")

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        following = obj.report.revision_set.filter(pk__gt=obj.pk).order_by("pk").first()
        after = following.content if following else snapshot(obj.report)
        context["lines"] = changed_lines(obj.content, after)
        return super().render_change_form(request, context, add, change, form_url, obj)

    @admin.display(description=_("report"))
    def report_link(self, revision):
        return change_link(revision.report)


def changed_lines(before, after):
    """Return (mark, line) of everything that two snapshots say: mark is "-" gone, "+" new, " " the same."""
    lines = unified_diff(list(_lines(before)), list(_lines(after)), n=10_000, lineterm="")
    return [(line[:1], line[1:]) for line in lines if not line.startswith(("---", "+++", "@@"))]


def _lines(content):
    for name, value in content.items():
        if value and not isinstance(value, list):
            yield f"{label(name)}：{value}"
    for author in content["authors"]:
        yield f"{author['role']} {author['name']}".strip()
    for section in content["sections"]:
        yield f"{'#' * section['level']} {section['heading']}".strip()
        yield from section["paragraphs"]
        for statement in section["statements"]:
            kind = Statement.Kind(statement["kind"]).label
            yield f"{statement['office']}{statement['name']}（{kind}）：{statement['text']}"
    for photo in content["photos"]:
        yield f"{photo['caption']} {photo['credit']}".strip()
