"""What the admin classes share: links, permissions, revisions."""

from django.contrib.admin.utils import unquote
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.html import format_html

from articles.editing import editing


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

    https://docs.djangoproject.com/en/5.2/ref/contrib/admin/#django.contrib.admin.models.LogEntry.get_change_message
    """

    def construct_change_message(self, request, form, formsets, add=False):
        message = super().construct_change_message(request, form, formsets, add)
        for change in message:
            fields = change.get("changed", {}).get("fields", [])
            fields[:] = [name[:1].lower() + name[1:] for name in fields]
        return message


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
