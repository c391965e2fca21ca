import re

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.pinyin import sort_key

from .folded import FoldedField
from .reports import Report, Section


class Named(models.Model):
    """Somebody with a name, listed by pinyin."""

    name = models.CharField(_("name"), max_length=100)
    sort_key = models.CharField(_("sort key"), max_length=700, editable=False, db_index=True)

    class Meta:
        abstract = True

    def __str__(self):
        return self.name

    def save(self, *args, update_fields=None, **kwargs):
        self.sort_key = sort_key(self.name)
        if update_fields is not None:
            update_fields = {*update_fields, "sort_key", "folded_names"}
        super().save(*args, update_fields=update_fields, **kwargs)

    @classmethod
    def named(cls, name):
        """Return an unsaved row that is fit for bulk_create, which does without save()."""
        return cls(name=name, sort_key=sort_key(name))


_HAN_NAME = re.compile("[一-鿿]{2,4}")


class ContributorQuerySet(models.QuerySet):
    def called(self, letters):
        """Contributors whose name has these folded letters; no letters are nobody's."""
        return self.filter(folded_names__contains=letters) if letters else self.none()


class SpeakerQuerySet(models.QuerySet):
    def published(self):
        """Speakers with a statement in a published report; merged ones live on under their other address."""
        said = Statement.objects.published().order_by()
        spoke = Exists(said.filter(speaker=OuterRef("pk"))) | Exists(said.filter(speaker__merged_into=OuterRef("pk")))
        return self.filter(spoke, merged_into__isnull=True)

    def called(self, letters):
        """Speakers one of whose names has these folded letters, and those merged into them; no letters are nobody's."""
        names = Q(folded_names__contains=letters) | Q(merged_into__folded_names__contains=letters)
        return self.filter(names) if letters else self.none()

    def similar_to(self, names):
        """Speakers whose name sounds like one of these, or differs from it in one of three or four letters."""
        similar = Q()
        for name in filter(_HAN_NAME.fullmatch, names):
            similar |= Q(sort_key__regex=f"^{re.sub('[1-5]', '[1-5]', sort_key(name))}$")
            if len(name) > 2:
                one_off = "|".join(f"{name[:place]}[^\n]{name[place + 1 :]}" for place in range(len(name)))
                similar |= Q(folded_names__regex=f"(^|\n)({one_off})(\n|$)")
        return self.filter(similar) if similar else self.none()


class Speaker(Named):
    """A person. Two people of one name are two rows until an editor says otherwise."""

    other_names = models.TextField(_("other names"), blank=True, help_text=_("One a line."))
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("merged into"),
        help_text=_("The same person under another address; this address then leads there."),
    )
    note = models.TextField(_("note"), blank=True)
    folded_names = FoldedField("name", "other_names")

    objects = SpeakerQuerySet.as_manager()

    class Meta:
        verbose_name = _("speaker")
        verbose_name_plural = _("speakers")
        ordering = ["sort_key", "id"]
        indexes = [models.Index(fields=["name"], name="speaker_name")]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="speaker_name_given"),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")), name="speaker_not_merged_into_itself"
            ),
        ]

    def get_absolute_url(self):
        return reverse("articles:speaker", args=[self.pk])

    def clean(self):
        target, seen = self.merged_into, {self.pk}
        while target is not None:
            if target.pk in seen:
                raise ValidationError({"merged_into": _("A speaker cannot be merged into itself.")})
            seen.add(target.pk)
            target = target.merged_into


class StatementQuerySet(models.QuerySet):
    def published(self):
        return self.filter(section__report__status=Report.Status.PUBLISHED)

    def visible_to(self, user):
        """What this user may read: see ReportQuerySet.visible_to."""
        return self if user.has_perm("articles.view_report") else self.published()

    def newest_first(self):
        return self.order_by(
            "-section__report__sort_date", "-section__report_id", "section__position", "position", "id"
        )


class Statement(models.Model):
    """What a person says in a section. Name, office and text stay as printed."""

    class Kind(models.TextChoices):
        DIRECT = "direct", _("direct")
        INDIRECT = "indirect", _("indirect")

    section = models.ForeignKey(Section, models.CASCADE, verbose_name=_("section"))
    position = models.PositiveIntegerField(_("position"), default=0)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    text = models.TextField(pgettext_lazy("statement", "text"))
    name = models.CharField(_("name as printed"), max_length=100, blank=True)
    office = models.TextField(_("office as printed"), blank=True)
    speaker = models.ForeignKey(Speaker, models.PROTECT, null=True, blank=True, verbose_name=_("speaker"))
    folded_text = FoldedField("text")

    objects = StatementQuerySet.as_manager()

    class Meta:
        verbose_name = _("statement")
        verbose_name_plural = _("statements")
        ordering = ["section", "position", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=["direct", "indirect"]), name="statement_kind_known"),
            models.CheckConstraint(condition=~Q(text=""), name="statement_text_given"),
        ]

    def __str__(self):
        return f"{self.name or self.office}：{self.text[:40]}"

    def get_absolute_url(self):
        return f"{reverse('articles:report', args=[self.section.report_id])}#{self.anchor}"

    @property
    def anchor(self):
        return f"statement-{self.pk}"


class Contributor(Named):
    """Somebody who made reports: reporter, correspondent, photographer."""

    reports = models.ManyToManyField(Report, through="Contribution", verbose_name=_("reports"))
    folded_names = FoldedField("name")

    objects = ContributorQuerySet.as_manager()

    class Meta:
        verbose_name = _("contributor")
        verbose_name_plural = _("contributors")
        ordering = ["sort_key", "id"]
        constraints = [
            models.UniqueConstraint(fields=["name"], name="contributor_name_unique"),
            models.CheckConstraint(condition=~Q(name=""), name="contributor_name_given"),
        ]


class Contribution(models.Model):
    """A contributor's part in one report."""

    class Role(models.TextChoices):
        """As the newspapers print them."""

        CHIEF_REPORTER = "首席记者", _("chief reporter")
        REPORTER = "记者", _("reporter")
        INTERN = "实习生", _("intern")
        CORRESPONDENT = "通讯员", _("correspondent")
        PHOTOGRAPHER = "摄影", _("photographer")
        COMPILER = "整理", _("compiler")
        __empty__ = _("(not printed)")

    report = models.ForeignKey(Report, models.CASCADE, verbose_name=_("report"))
    contributor = models.ForeignKey(Contributor, models.PROTECT, verbose_name=_("contributor"))
    role = models.CharField(_("role"), max_length=20, choices=Role, blank=True)
    position = models.PositiveIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("contribution")
        verbose_name_plural = _("contributions")
        ordering = ["report", "position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["report", "contributor", "role"], name="contribution_unique"),
            models.CheckConstraint(
                condition=Q(role__in=["", "首席记者", "记者", "实习生", "通讯员", "摄影", "整理"]),
                name="contribution_role_known",
            ),
        ]

    def __str__(self):
        return f"{self.role} {self.contributor}".strip()
