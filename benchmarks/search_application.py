"""How fast the application itself searches the database of DATABASE_URL: a part of benchmarks.search.

    python -m benchmarks.search_application REPORTS

Loads a composed archive of so many reports, if it is not there, and prints JSON.
"""

import json
import os
import sys
from functools import partial

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hebinews.settings")
os.environ["DEBUG"] = "1"
django.setup()

from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402
from django.http import HttpResponse  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import include, path  # noqa: E402

from articles.facets import FIELDS, facets  # noqa: E402
from articles.histogram import histogram  # noqa: E402
from articles.models import Report  # noqa: E402
from articles.paging import page_of  # noqa: E402
from articles.search import Query, in_time, ranked, sample  # noqa: E402
from articles.views import REPORTS_PER_PAGE, teasers  # noqa: E402

from .clock import spread, timed  # noqa: E402
from .loading import load  # noqa: E402
from .queries import classes  # noqa: E402

# So many queries of a class, taken from all of it, are answered by a scan as well.
_SCANS = 6
urlpatterns = [path("empty", lambda request: HttpResponse()), path("", include("hebinews.urls"))]


def main(count):
    settings.ALLOWED_HOSTS, settings.ROOT_URLCONF, settings.DEBUG = ["*"], __name__, False
    # No answer is cut short: what is measured is all that it takes.
    settings.SEARCH_MILLISECONDS = 60_000
    if "articles_report" not in connection.introspection.table_names() or Report.objects.count() != count:
        load(count)
    asked = classes()
    return {
        "classes": {name: _measured(name, texts) for name, texts in asked.items()},
        "pages": _deep(count, asked["very common word"][0]),
        "requests": _requests(asked),
    }


def _measured(name, texts):
    found = {
        "newest": spread([partial(_newest, text) for text in texts]),
        "with facets": spread([partial(_with_facets, text) for text in texts], runs=5),
        "relevance": spread([partial(_best, text) for text in texts], runs=5),
    }
    if name in ("rare word", "name or phrase"):
        scanned = texts[:: len(texts) // _SCANS]
        found["icontains"] = spread([partial(_scan, text) for text in scanned], runs=1)
        found["newest of the scanned"] = spread([partial(_newest, text) for text in scanned])
    return found


@in_time()
def _newest(text, **place):
    return list(page_of(teasers(Report.objects.published()), Query.parse(text), REPORTS_PER_PAGE, **place))


@in_time()
def _with_facets(text):
    _newest(text)
    hits = sample(Report.objects.published().values_list(*FIELDS), Query.parse(text))
    return facets(hits), histogram([day for _, day, *_ in hits.rows], hits.one_in)


@in_time()
def _best(text):
    reports = Report.objects.published()
    best = ranked(reports, Query.parse(text))[:REPORTS_PER_PAGE]
    return teasers(reports).in_bulk(best)


def _scan(text):
    found = Report.objects.published().filter(searchdocument__text__icontains=text)
    return list(teasers(found).newest_first()[:REPORTS_PER_PAGE])


def _deep(count, common):
    """Return the milliseconds of page 2 and of page 5,000, or the one in the middle if there are not so many."""
    reports = Report.objects.newest_first()
    deep = min(5000, count // REPORTS_PER_PAGE // 2)
    after = {number: reports[(number - 1) * REPORTS_PER_PAGE - 1] for number in (2, deep)}
    places = {number: f"{report.sort_date.isoformat()}.{report.pk}" for number, report in after.items()}
    return {
        kind: [timed(partial(_newest, text, after=place), runs=25) for place in places.values()]
        for kind, text in (("all reports", ""), ("a very common word", common))
    }


def _requests(asked):
    client = Client()
    addresses = {
        "an empty page": "/empty",
        "all reports": "/reports/",
        "a very common word": f"/reports/?q={asked['very common word'][0]}",
        "the same by relevance": f"/reports/?q={asked['very common word'][0]}&order=relevance",
        "a rare word": f"/reports/?q={asked['rare word'][0]}",
        "a name": f"/reports/?q={asked['name or phrase'][0]}",
    }
    return {name: timed(partial(client.get, address), runs=15) for name, address in addresses.items()}


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]))))
