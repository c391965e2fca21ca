"""What the admin classes share: links, permissions, revisions."""

from django.conf import settings
from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import ngettext, override

from articles.editing import editing
from articles.reading import passage


def change_url(obj):
    return reverse(f"admin:{obj._meta.app_label}_{obj._meta.model_name}_change", args=[obj.pk])


def change_link(obj, text=None):
    """Return a link to the admin page of an object, or nothing for none."""
    return format_html('<a href="{}">{}</a>', change_url(obj), text or obj) if obj else ""


def number_of(rows, foreign_key):
    """Return an expression that counts the rows which point to an object by a foreign key."""
    rows = rows.filter(**{foreign_key: OuterRef("pk")}).order_by().values(foreign_key)
    return Coalesce(Subquery(rows.annotate(number=Count("pk")).values("number")), 0)


class NamesChanges:
    """The log keeps the names of changed fields in a form that can be translated; the labels of a form are capitalised.

    Django keeps the names of objects in English too, and those it never translates.
    https://docs.djangoproject.com/en/5.2/ref/contrib/admin/#django.contrib.admin.models.LogEntry.get_change_message
    """

    def construct_change_message(self, request, form, formsets, add=False):
        message = super().construct_change_message(request, form, formsets, add)
        for change in message:
            fields = change.get("changed", {}).get("fields", [])
            fields[:] = [name[:1].lower() + name[1:] for name in fields]
        named = [entry for change in message for entry in change.values() if "object" in entry]
        objects = [obj for formset in formsets or () for obj in _changed(formset)]
        with override(settings.LANGUAGE_CODE):
            for entry, obj in zip(named, objects, strict=True):
                entry["object"] = str(obj)
        return message


def _changed(formset):
    """Return what a saved formset changed, in the order of Django's log."""
    return [*formset.new_objects, *(obj for obj, _fields in formset.changed_objects), *formset.deleted_objects]


class Permanent:
    """Rows that are never deleted here: their addresses are public, or the record depends on them."""

    def has_delete_permission(self, request, obj=None):
        return False


class NotAdded:
    """Rows that come from an import or from another page."""

    def has_add_permission(self, request, obj=None):
        return False


class ReadOnly(NotAdded, Permanent):
    def has_change_permission(self, request, obj=None):
        return False


class KeepsRevisions:
    """A page whose form, with all its inlines, changes the content of reports."""

    def reports_of(self, obj):
        """Return the reports that a change of obj changes."""
        raise NotImplementedError

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        obj = object_id and request.method == "POST" and self.get_object(request, unquote(object_id))
        with editing(self.reports_of(obj) if obj else [], request.user):
            return super().changeform_view(request, object_id, form_url, extra_context)

    def save_model(self, request, obj, form, change):
        if not change or form.has_changed():
            super().save_model(request, obj, form, change)


class TellsUnplaced:
    """Says which statements a saved report no longer holds word for word; what they say stays as it was printed."""

    def response_change(self, request, obj):
        unplaced = [
            Truncator(statement.text).chars(16)
            for report in self.reports_of(obj)
            for section in report.section_set.prefetch_related("statement_set__speaker")
            for statement in passage(section).unplaced
        ]
        if unplaced:
            message = ngettext(
                "%(count)d statement does not stand word for word in the text of its section: %(statements)s",
                "%(count)d statements do not stand word for word in the text of their sections: %(statements)s",
                len(unplaced),
            )
            values = {"count": len(unplaced), "statements": "；".join(unplaced)}
            self.message_user(request, message % values, messages.WARNING)
        return super().response_change(request, obj)
