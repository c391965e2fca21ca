from django.urls import path

from articles import views

app_name = "articles"
urlpatterns = [
    path("", views.latest, name="latest"),
    path("reports/", views.reports, name="reports"),
    path("reports/<int:pk>/", views.report, name="report"),
    path("speakers/", views.speakers, name="speakers"),
    path("speakers/<int:pk>/", views.speaker, name="speaker"),
    path("statements/", views.statements, name="statements"),
    path("sections/", views.sections, name="sections"),
    path("sources/", views.sources, name="sources"),
    path("sources/<int:pk>/", views.source, name="source"),
]
