from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from .reports import Report
from .sources import Source


class FlagQuerySet(models.QuerySet):
    def open(self):
        return self.filter(status=Flag.Status.OPEN)


class Flag(models.Model):
    """Something for an editor to look at. A re-import neither repeats a resolved flag nor loses an open one."""

    class Code(models.TextChoices):
        NO_TITLE = "no_title", _("no title found")
        TRUNCATED = "truncated", _("paragraph breaks off")
        UNBALANCED_QUOTATION = "unbalanced_quotation", _("quotation mark without its pair")
        SPEAKER_UNKNOWN = "speaker_unknown", _("speaker not told")
        SAME_NAME = "same_name", _("same name with another office")
        CONTINUATION = "continuation", _("continued from or on another page")
        HEADLINE_WITHOUT_REPORT = "headline_without_report", _("headline whose report stands elsewhere")
        UNASSIGNED = "unassigned", _("text that belongs to no report")
        DUPLICATE = "duplicate", _("a report of the same title exists")
        IMPORT_DIFFERS = "import_differs", _("a new import differs from an edited report")
        REPORT_GONE = "report_gone", _("a new import no longer finds the report")

    class Status(models.TextChoices):
        OPEN = "open", _("open")
        RESOLVED = "resolved", _("resolved")
        IGNORED = "ignored", _("ignored")

    source = models.ForeignKey(Source, models.CASCADE, verbose_name=_("source"))
    report = models.ForeignKey(Report, models.CASCADE, null=True, blank=True, verbose_name=_("report"))
    code = models.CharField(_("what"), max_length=40, choices=Code)
    detail = models.TextField(_("detail"), blank=True)
    start = models.PositiveIntegerField(_("from character"), null=True, blank=True)
    end = models.PositiveIntegerField(_("to character"), null=True, blank=True)
    key = models.CharField(max_length=64, editable=False, help_text=_("What makes two findings the same one."))
    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.OPEN, db_index=True)
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, verbose_name=_("settled by")
    )
    settled_at = models.DateTimeField(_("settled at"), null=True, blank=True, editable=False)

    objects = FlagQuerySet.as_manager()

    class Meta:
        verbose_name = _("flag")
        verbose_name_plural = _("flags")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["source", "key"], name="flag_key_unique"),
            models.CheckConstraint(condition=Q(status__in=["open", "resolved", "ignored"]), name="flag_status_known"),
            models.CheckConstraint(condition=Q(start__isnull=True) | Q(end__gte=models.F("start")), name="flag_place"),
        ]

    def __str__(self):
        return f"{self.get_code_display()}：{self.detail[:40]}" if self.detail else self.get_code_display()


class Revision(models.Model):
    """What a report was before a change. Append-only."""

    report = models.ForeignKey(Report, models.PROTECT, editable=False, verbose_name=_("report"))
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        verbose_name=_("changed by"),
        help_text=_("Empty where an import made the change."),
    )
    created_at = models.DateTimeField(_("changed at"), auto_now_add=True)
    content = models.JSONField(_("content before the change"), editable=False)

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ["-id"]

    def __str__(self):
        return f"{self.report} {localtime(self.created_at):%Y-%m-%d %H:%M}"
