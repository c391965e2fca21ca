"""The admin site: what its pages are called, and what stands first on them."""

from django.contrib.admin.apps import AdminConfig
from django.contrib.admin.sites import AdminSite
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.utils.translation import gettext_lazy as _

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


class EditingDesk(AdminSite):
    site_header = _("hebinews editing desk")
    site_title = _("hebinews editing desk")
    index_title = _("What stands in the archive")

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
