"""Forms that fit Chinese newspaper text: wide lines for headlines, tall boxes for paragraphs."""

import re
from collections import Counter

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget, AdminTextInputWidget
from django.forms.models import BaseInlineFormSet, BaseModelFormSet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.giving import ROLES
from articles.models import Section, Statement

from .ledger import LABELS

_SECTION_OF_ROW = re.compile(r"(statement_set-\d+)-section")


class ParagraphsField(forms.CharField):
    """Text of one paragraph a line, without blank lines and without white space around a line."""

    def to_python(self, value):
        lines = super().to_python(value).splitlines()
        return "\n".join(filter(None, map(str.strip, lines)))

    def has_changed(self, initial, data):
        return super().has_changed(self.to_python(initial), data)


class KeywordsField(forms.CharField):
    """A list of words, shown and typed as one line."""

    def prepare_value(self, value):
        return "、".join(value) if isinstance(value, list) else value

    def to_python(self, value):
        return [word for word in re.split(r"[、，；,;\s]+", super().to_python(value)) if word]

    def has_changed(self, initial, data):
        return (initial or []) != self.to_python(data)


def _line():
    return AdminTextInputWidget(attrs={"class": "vLargeTextField"})


def _lines(rows):
    return AdminTextareaWidget(attrs={"rows": rows})


class ReportForm(forms.ModelForm):
    keywords = KeywordsField(
        label=_("keywords"), required=False, help_text=_("Words with “、” between them."), widget=_line()
    )

    class Meta:
        widgets = {name: _line() for name in ("column", "kicker", "title", "subtitle", "byline", "origin")}


class SectionForm(forms.ModelForm):
    class Meta:
        widgets = {"heading": _line(), "text": _lines(12)}
        field_classes = {"text": ParagraphsField}


class StatementForm(forms.ModelForm):
    class Meta:
        widgets = {"name": AdminTextInputWidget(), "office": _line(), "text": _lines(3)}
        field_classes = {"text": ParagraphsField}


class PhotoForm(forms.ModelForm):
    class Meta:
        widgets = {"caption": _lines(3), "credit": AdminTextInputWidget()}
        field_classes = {"caption": ParagraphsField}


class SpeakerForm(forms.ModelForm):
    class Meta:
        widgets = {"other_names": _lines(3), "note": _lines(4)}
        field_classes = {"other_names": ParagraphsField}


class _OnPageField(forms.ModelChoiceField):
    """Reports by their number on the page, which tells two without a title apart."""

    def label_from_instance(self, report):
        return f"{report.position + 1}. {report}"


class GiveForm(forms.Form):
    """To which report of a source text is given, and as what."""

    report = _OnPageField(queryset=None, label=_("report"))
    role = forms.ChoiceField(label=_("as"), choices=[(role, LABELS[role]) for role in ROLES])

    def __init__(self, source, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["report"].queryset = source.report_set.defer("imported").order_by("position", "id")


class _Rows:
    """A row that is added without a position goes behind the last one; one that comes back unchanged is left alone."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if form.instance._state.adding:
            form.fields["position"].required = False
            form.initial["position"] = None
        else:
            # Django then cleans a row only where it has changed, which saves half a dozen queries for each.
            form.empty_permitted = True

    def save_new(self, form, commit=True):
        if form.instance.position is None:
            form.instance.position = max((other.instance.position or 0 for other in self.forms), default=0) + 1
        return super().save_new(form, commit)


class PartFormSet(_Rows, BaseInlineFormSet):
    """Rows that belong to a report."""


class SectionFormSet(PartFormSet):
    """The sections of a report, none of which is deleted as long as statements stay in it."""

    def clean(self):
        super().clean()
        kept = Counter(
            section
            for name, section in self.data.items()
            if (row := _SECTION_OF_ROW.fullmatch(name)) and f"{row[1]}-DELETE" not in self.data
        )
        for form in self.deleted_forms:
            count = kept[str(form.instance.pk)]
            if count:
                raise forms.ValidationError(
                    ngettext(
                        "“%(section)s” still holds %(count)d statement: move it elsewhere or delete it too.",
                        "“%(section)s” still holds %(count)d statements: move them elsewhere or delete them too.",
                        count,
                    ),
                    params={"section": form.instance, "count": count},
                )


class StatementFormSet(_Rows, BaseModelFormSet):
    """The statements of all sections of one report, each of which may go to any section of this report only."""

    fk = None

    def __init__(self, *args, instance, queryset, save_as_new=False, **kwargs):
        self.sections = list(instance.section_set.order_by("position", "id"))
        self.section_choices = [
            ("", "---------"),
            *((section.pk, f"{number}. {section}") for number, section in enumerate(self.sections, 1)),
        ]
        queryset = queryset.filter(section__report=instance).order_by("section__position", "section", "position", "id")
        super().__init__(*args, queryset=queryset, **kwargs)

    @classmethod
    def get_default_prefix(cls):
        return "statement_set"

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if "section" in form.fields:
            field = form.fields["section"]
            field.queryset = Section.objects.filter(pk__in=[section.pk for section in self.sections])
            field.choices = self.section_choices
            if form.instance._state.adding:
                form.initial |= {"section": self.sections[0] if self.sections else None, "kind": Statement.Kind.DIRECT}
