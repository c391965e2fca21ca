from django.contrib import admin
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import include, path


def favicon(request):
    """Pages that name no icon, the admin's among them, have browsers ask for it at this address."""
    return redirect(static("articles/icon.svg"))


urlpatterns = [
    path("favicon.ico", favicon),
    path("admin/", admin.site.urls),
    path("", include("articles.urls")),
]
