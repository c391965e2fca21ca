"""How tests of the pages read an answer."""

import re

from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test.utils import CaptureQueriesContext


def page(client, address, status=200, **parameters):
    """Return the HTML that a page answers with."""
    response = client.get(address, parameters)
    assert response.status_code == status
    return response.content.decode()


def hits(html):
    """Return how many rows the page says that it has found."""
    return int(re.search(r'id="hits" data-count="(\d+)"', html)[1])


def titles(html):
    """Return the titles of the reports that a list shows, in order, without marks."""
    found = re.findall(r'<h2 class="title"><a [^>]*>(.*?)</a></h2>', html, re.DOTALL)
    return [re.sub("<[^>]+>", "", title) for title in found]


def queries(client, address, **parameters):
    """Return the SQL of the queries that a page makes, without what opens and closes transactions around them."""
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address, parameters).status_code == 200
    asked = (query["sql"] for query in captured.captured_queries)
    return [sql for sql in asked if not sql.startswith(("SAVEPOINT", "RELEASE", "ROLLBACK"))]


def make_editor():
    """Make a member of staff who may view and change reports, speakers and sources."""
    user = User.objects.create_user("bianji", is_staff=True)
    names = [f"{verb}_{model}" for verb in ("view", "change") for model in ("report", "speaker", "source")]
    user.user_permissions.set(Permission.objects.filter(content_type__app_label="articles", codename__in=names))
    return user
