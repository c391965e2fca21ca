from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from .folded import FoldedField


class SourceQuerySet(models.QuerySet):
    def published(self):
        """Sources on which at least one published report stands."""
        from .reports import Report

        return self.filter(pk__in=Report.objects.published().order_by().values("source"))

    def light(self):
        """Without the raw bytes and the ledger, which lists do not show."""
        return self.defer("raw", "spans")


class Source(models.Model):
    """A raw text as it came in. Never edited, and never deleted while a report stands on it."""

    file_name = models.CharField(_("file name"), max_length=255)
    sha256 = models.CharField("SHA-256", max_length=64, editable=False)
    raw = models.BinaryField(_("raw bytes"))
    encoding = models.CharField(_("encoding"), max_length=20)
    media_type = models.CharField(_("media type"), max_length=50)
    newspaper = models.CharField(_("newspaper"), max_length=200, blank=True, db_index=True)
    page = models.CharField(_("page number"), max_length=50, blank=True)
    page_name = models.CharField(_("page name"), max_length=200, blank=True)
    issued_on = models.DateField(_("issue date"), null=True, blank=True, help_text=_("The date that the page prints."))
    importer_version = models.CharField(_("importer version"), max_length=20, editable=False)
    spans = models.JSONField(
        _("ledger of spans"),
        default=list,
        editable=False,
        help_text=_("Rows of start, end, label, report position (or null) and block number; they cover the text once."),
    )
    folded_newspaper = FoldedField("newspaper")
    imported_at = models.DateTimeField(_("imported at"), auto_now_add=True)

    objects = SourceQuerySet.as_manager()

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["-issued_on", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["sha256"], name="source_sha256_unique"),
            models.CheckConstraint(condition=~Q(file_name=""), name="source_file_name_given"),
        ]

    def __str__(self):
        return " ".join(filter(None, [self.newspaper, self.page, self.page_name])) or self.file_name

    def get_absolute_url(self):
        return reverse("articles:source", args=[self.pk])

    @cached_property
    def text(self):
        """The decoded text, to which the offsets of the spans refer."""
        return bytes(self.raw).decode(self.encoding)
