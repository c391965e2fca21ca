"""Two editors at one report: the second to save is told of the first, and nothing is replaced unseen."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


class _SeenField(forms.CharField):
    """Which state of the report the page showed; not a change of its own."""

    def has_changed(self, initial, data):
        return False


class _SeenForm(forms.Form):
    """What is mixed into the form of a report, or of a part of one. report_of: from the edited object to its report."""

    report_of = None
    seen = _SeenField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.stored = self.initial["seen"] = self.report_of(self.instance).updated_at.isoformat()

    def clean(self):
        cleaned = super().clean()
        if self.cleaned_data["seen"] != self.stored:
            # The answer shows the new state as seen, so that saving once more is a decision.
            self.data = self.data.copy()
            self.data[self.add_prefix("seen")] = self.stored
            raise ValidationError(
                _(
                    "Somebody changed this report while you had it open; its history says who. "
                    "Nothing of yours is saved yet: look at the report in another window, "
                    "and save again to put what stands here in its place."
                )
            )
        return cleaned


class TellsOfOthers:
    """A page that changes one report. Its template renders the field “seen” of the form."""

    def report_of(self, obj):
        """Return the report that a change of obj changes."""
        raise NotImplementedError

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        if not change:
            return form
        return type(form.__name__, (_SeenForm, form), {"report_of": staticmethod(self.report_of)})
