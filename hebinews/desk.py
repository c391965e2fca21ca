"""The admin site: what its pages are called, and what stands first on them."""

from functools import wraps

from django.contrib.admin.apps import AdminConfig
from django.contrib.admin.sites import AdminSite
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.admin.views.main import SEARCH_VAR
from django.utils.translation import gettext_lazy as _

_LONGEST_SEARCH = 500
_ORDER = [
    "Report",
    "Flag",
    "Speaker",
    "Statement",
    "Section",
    "Source",
    "Contributor",
    "Contribution",
    "Photo",
    "Revision",
]


class Suggestions(AutocompleteJsonView):
    """Suggestions that say what an admin class has to say about a row, so that namesakes can be told apart."""

    def serialize_result(self, obj, to_field_name):
        result = super().serialize_result(obj, to_field_name)
        describe = getattr(self.model_admin, "suggestion", None)
        return {**result, "text": describe(obj)} if describe else result


def within_reason(view):
    """Ask a view without what no database should be asked for: NULs, which no text has, and words without end."""

    @wraps(view)
    def inner(request, *args, **kwargs):
        asked = request.GET.copy()
        for name, values in asked.lists():
            longest = _LONGEST_SEARCH if name in (SEARCH_VAR, "term") else None
            asked.setlist(name, [value.replace("\0", "")[:longest] for value in values])
        request.GET = asked
        return view(request, *args, **kwargs)

    return inner


class EditingDesk(AdminSite):
    site_header = _("hebinews editing desk")
    site_title = _("hebinews editing desk")
    index_title = _("What stands in the archive")

    def admin_view(self, view, cacheable=False):
        return super().admin_view(within_reason(view), cacheable)

    def get_app_list(self, request, app_label=None):
        apps = super().get_app_list(request, app_label)
        for app in apps:
            if app["app_label"] == "articles":
                app["models"].sort(key=lambda model: _ORDER.index(model["object_name"]))
        return sorted(apps, key=lambda app: app["app_label"] != "articles")

    def autocomplete_view(self, request):
        return Suggestions.as_view(admin_site=self)(request)


class EditingDeskConfig(AdminConfig):
    default_site = "hebinews.desk.EditingDesk"
