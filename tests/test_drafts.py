"""No public address, whichever are added later, shows anything of a report that is not published."""

import pytest
from django.urls import reverse

from articles.search import index_reports
from articles.urls import urlpatterns
from tests.make import (
    make_contribution,
    make_photo,
    make_report,
    make_section,
    make_source,
    make_speaker,
    make_statement,
)

pytestmark = pytest.mark.django_db

SECRET = "未发表"


@pytest.fixture(params=["draft", "withdrawn"])
def hidden(request):
    """A report whose every word says that it is hidden, beside one that is public; by the names of their pages."""
    source = make_source(newspaper=f"{SECRET}日报", page_name=f"{SECRET}版", file_name=f"{SECRET}.txt")
    report = make_report(f"{SECRET}的春耕", source=source, status=request.param, column=f"{SECRET}栏", byline=SECRET)
    make_section(report, f"{SECRET}的标题")
    speaker = make_speaker(f"{SECRET}者")
    make_statement(report, f"{SECRET}的话。", speaker=speaker, office=f"{SECRET}局局长")
    make_photo(report, f"{SECRET}的照片")
    make_contribution(report, f"{SECRET}记者")
    index_reports([report, make_report("春耕会议")])
    return {"report": report, "speaker": speaker, "source": source}


def addresses(things):
    for route in urlpatterns:
        takes_number = "<int:pk>" in str(route.pattern)
        yield reverse(f"articles:{route.name}", args=[things[route.name].pk] if takes_number else [])


def test_the_public_sees_nothing_of_it(client, hidden):
    for address in addresses(hidden):
        for query in ({}, {"q": "春耕"}):
            response = client.get(address, query)
            assert response.status_code in (200, 404)
            assert SECRET not in response.content.decode(), address


def test_editors_see_it(admin_client, hidden):
    for thing in hidden.values():
        assert SECRET in admin_client.get(thing.get_absolute_url()).content.decode()
