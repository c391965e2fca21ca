from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, Func, OuterRef, Q, Value
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from .folded import FoldedField
from .sources import Source

_NUMBER_BITS = 40


def order_key(day, number):
    """Return the sort date of a report and its number in one: newest first is largest first."""
    return day.toordinal() << _NUMBER_BITS | number


def day_and_number(key):
    """Return what an order key was made of."""
    return date.fromordinal(key >> _NUMBER_BITS), key & (1 << _NUMBER_BITS) - 1


class Beginning(Func):
    """The first letters of a text. PostgreSQL refuses to index a whole one that is very long.

    The number stands in the SQL, as no database takes a parameter for the constant of an index.
    """

    template = "SUBSTR(%(expressions)s, 1, 100)"


class ReportQuerySet(models.QuerySet):
    def published(self):
        return self.filter(status=Report.Status.PUBLISHED)

    def drafts(self):
        return self.filter(status=Report.Status.DRAFT)

    def visible_to(self, user):
        """What this user may read: editors everything, everybody else what is published."""
        return self if user.has_perm("articles.view_report") else self.published()

    def imported(self):
        """Reports that an import has made; the others were added by hand."""
        return self.exclude(imported={})

    def with_double(self, sources):
        """Reports whose title a report has that stands in none of these sources."""
        doubles = Report.objects.alias(beginning=Beginning("title")).filter(
            beginning=Beginning(OuterRef("title")), title=OuterRef("title")
        )
        return self.exclude(title="").filter(Exists(doubles.exclude(source__in=sources)))

    def newest_first(self):
        return self.order_by("-sort_date", "-id")

    def dated(self, since=None, until=None):
        """Reports of known date, from one day to another, both included."""
        known = self.filter(sort_date__gt=date.min)
        if since:
            known = known.filter(sort_date__gte=since)
        if until:
            known = known.filter(sort_date__lte=until)
        return known


class Report(models.Model):
    """One article as it was printed. Its address is permanent, so it is withdrawn rather than deleted."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("draft")
        PUBLISHED = "published", _("published")
        WITHDRAWN = "withdrawn", _("withdrawn")

    class Doubt(models.TextChoices):
        """Why the importer does not trust its reading of a report in full."""

        NO_TITLE = "no_title", _("no title found")
        NO_AUTHOR = "no_author", _("neither author nor origin printed")
        NEAR_MISS_TITLE = "near_miss_title", _("a title that may be a heading")
        NEAR_MISS_HEADING = "near_miss_heading", _("a heading that may be a title")
        HEADLINE_CHOICE = "headline_choice", _("several lines may be the title")
        STRANGER_HEADLINE = "stranger_headline", _("title and text share no words")
        SHORT_BODY = "short_body", _("very little text")
        TRUNCATED = "truncated", _("paragraph breaks off")
        BROKEN_COLUMNS = "broken_columns", _("ends of paragraphs hard to tell")
        SPEAKER_UNKNOWN = "speaker_unknown", _("speaker not told")
        UNBALANCED_QUOTATION = "unbalanced_quotation", _("quotation mark without its pair")
        CONTINUATION = "continuation", _("continued from or on another page")

    source = models.ForeignKey(Source, models.PROTECT, verbose_name=_("source"))
    position = models.PositiveIntegerField(_("position on the page"), default=0)
    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.DRAFT, db_index=True)
    kicker = models.TextField(_("kicker"), blank=True, help_text=_("The lines above the title."))
    title = models.TextField(_("title"), blank=True)
    subtitle = models.TextField(_("subtitle"), blank=True)
    column = models.CharField(
        _("column"), max_length=200, blank=True, db_index=True, help_text=_("The series that the report runs under.")
    )
    byline = models.TextField(_("byline"), blank=True, help_text=_("The author line as printed."))
    origin = models.CharField(_("origin"), max_length=200, blank=True, help_text=_("Where the text is taken from."))
    published_on = models.DateField(_("published on"), null=True, blank=True)
    published_time = models.TimeField(_("published at"), null=True, blank=True)
    event_date = models.DateField(_("event date"), null=True, blank=True)
    printed_on = models.DateField(
        _("printed on"), null=True, editable=False, help_text=_("The issue date of the page, see Source.")
    )
    # Never null: one index and one comparison then serve every list in order of date. Unknown is the first day.
    sort_date = models.GeneratedField(
        expression=Coalesce("published_on", "printed_on", "event_date", Value(date.min)),
        output_field=models.DateField(),
        db_persist=True,
        verbose_name=_("date"),
    )
    continued_from = models.CharField(_("continued from"), max_length=50, blank=True)
    continued_on = models.CharField(_("continued on"), max_length=50, blank=True)
    keywords = models.JSONField(_("keywords"), default=list, blank=True)
    confidence = models.FloatField(
        _("confidence"),
        default=1.0,
        editable=False,
        db_index=True,
        help_text=_("How far the importer trusts its reading, from 0 to 1."),
    )
    doubts = models.JSONField(_("doubts"), default=list, editable=False)
    imported = models.JSONField(_("content as imported"), default=dict, editable=False)
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    updated_at = models.DateTimeField(_("updated at"), auto_now=True)

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        ordering = ["-sort_date", "-id"]
        indexes = [
            models.Index(fields=["-sort_date", "-id"], name="report_newest_first"),
            models.Index(fields=["source", "position"], name="report_on_page"),
            models.Index(Beginning("title"), name="report_title"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["draft", "published", "withdrawn"]), name="report_status_known"
            ),
            models.CheckConstraint(condition=~Q(status="published", title=""), name="report_published_has_title"),
            models.CheckConstraint(condition=Q(confidence__range=(0, 1)), name="report_confidence_is_a_share"),
            models.CheckConstraint(
                condition=Q(published_time__isnull=True) | Q(published_on__isnull=False),
                name="report_published_time_has_date",
            ),
        ]

    def __str__(self):
        return self.title or str(_("(untitled)"))

    def get_absolute_url(self):
        return reverse("articles:report", args=[self.pk])

    def clean(self):
        if self.status == self.Status.PUBLISHED and not self.title:
            raise ValidationError({"title": _("A published report needs a title.")})
        if self.published_time and not self.published_on:
            raise ValidationError({"published_on": _("A time of publication needs its date.")})

    @property
    def date(self):
        """The day it was published, or its page was issued, or that it reports: the first that is known, or None."""
        return self.published_on or self.printed_on or self.event_date

    @property
    def order_key(self):
        return order_key(self.sort_date, self.pk)

    @cached_property
    def newspaper(self):
        """That of its page. A list brings it with the reports, as an annotation of this name."""
        return self.source.newspaper

    @property
    def is_public(self):
        return self.status == self.Status.PUBLISHED


class SectionQuerySet(models.QuerySet):
    def published(self):
        return self.filter(report__status=Report.Status.PUBLISHED)

    def headed(self):
        return self.exclude(heading="")


class Section(models.Model):
    """A stretch of a report under one heading; its paragraphs stand one a line."""

    report = models.ForeignKey(Report, models.CASCADE, verbose_name=_("report"))
    position = models.PositiveIntegerField(_("position"), default=0)
    level = models.PositiveSmallIntegerField(
        _("level"), default=0, help_text=_("1 is the highest heading inside the report; 0 stands before any heading.")
    )
    heading = models.TextField(_("heading"), blank=True)
    text = models.TextField(_("text"), blank=True, help_text=_("One paragraph a line."))
    folded_heading = FoldedField("heading")

    objects = SectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        ordering = ["report", "position", "id"]
        indexes = [models.Index(fields=["report", "position"], name="section_in_report")]
        constraints = [
            models.CheckConstraint(condition=Q(level=0) | ~Q(heading=""), name="section_level_has_heading"),
            models.CheckConstraint(condition=Q(level__lte=6), name="section_level_at_most_6"),
        ]

    def __str__(self):
        return self.heading or str(_("(no heading)"))

    def get_absolute_url(self):
        return f"{reverse('articles:report', args=[self.report_id])}#{self.anchor}"

    def clean(self):
        if self.level and self.level > 6:
            raise ValidationError({"level": _("Headings have no more than 6 levels.")})
        if self.level and not self.heading:
            raise ValidationError({"heading": _("A section of level 1 or more needs a heading.")})

    @property
    def anchor(self):
        return f"section-{self.pk}"

    @property
    def paragraphs(self):
        return self.text.splitlines()


class Photo(models.Model):
    """A caption that belongs to a report."""

    report = models.ForeignKey(Report, models.CASCADE, verbose_name=_("report"))
    position = models.PositiveIntegerField(_("position"), default=0)
    caption = models.TextField(_("caption"))
    credit = models.CharField(_("credit"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("photo")
        verbose_name_plural = _("photos")
        ordering = ["report", "position", "id"]

    def __str__(self):
        return self.caption[:40]
