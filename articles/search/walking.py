"""Hits in order of date, found in growing stretches: the first few come at once, however many there are."""

from django.db import connections

from articles.models import SearchDocument

from .backends import backend_of
from .hits import answering, matching
from .spans import EVERYTHING, Span
from .tokens import query_tokens

# In one query as many candidates are looked at as are wanted and some to spare, then eight times as many; at most so
# many, but for the last query, which takes all that are left.
_SPARE, _LONGEST = 32, 4096


def walk(reports, query, limit, span=EVERYTHING, ascending=False):
    """Return the first `limit` reports of a queryset that answer a query, newest first, or oldest first if ascending.

    Rows are what the queryset gives; values_list() will do.
    """
    wanted, unwanted = query_tokens(query, negatives=True)
    span &= asked_span(query)
    if wanted:
        return _first(limit, _looking_first(answering(reports, query), wanted, unwanted, limit, span, ascending))
    found = matching(reports, query).filter(span.holds_reports())
    return list(found.order_by(*(("sort_date", "id") if ascending else ("-sort_date", "-id")))[:limit])


def walk_tokens(reports, wanted, unwanted, limit, span=EVERYTHING):
    """Return the newest `limit` reports that have the tokens: see articles.search.tokens.query_tokens."""
    return _first(limit, _stretches(_in_order(reports), wanted, unwanted, limit, span))


def asked_span(query):
    """Return the span that the dates of a query leave."""
    span = EVERYTHING
    for term, *others in query.groups:
        if term.field == "date" and not term.unwanted and not others:
            span &= Span.of_days(*term.days)
    return span


def _first(limit, stretches):
    found = []
    for stretch in stretches:
        found += stretch[: limit - len(found)]
        if len(found) == limit:
            break
    return found


def _looking_first(reports, wanted, unwanted, limit, span, ascending):
    """Yield stretches as _stretches() does; where that is quicker, the first without asking the index of tokens."""
    reports = _in_order(reports, ascending)
    many = backend_of(connections[reports.db]).LOOK_FIRST
    while many:
        end = _end_of(many, reports.db, span, ascending)
        found = list(reports.filter(span.behind(end, not ascending).holds("searchdocument__order_key"))[:limit])
        yield found
        if end is None:
            return
        span = span.behind(end + 1 if not ascending else end - 1, ascending)
        limit -= len(found)
        # Where many answered, as many more as it takes at that rate are looked at as well, with some to spare.
        many = 2 * limit * many // len(found) if found else 0
        many = many if many <= _LONGEST else 0
    yield from _stretches(reports, wanted, unwanted, limit, span, ascending)


def _end_of(many, using, span, ascending):
    """Return the order key of the first document behind so many in a span, None where there are no more."""
    documents = SearchDocument.objects.using(using).filter(span.holds("order_key"))
    keys = documents.order_by("order_key" if ascending else "-order_key").values_list("order_key", flat=True)
    return keys[many:].first()


def _stretches(reports, wanted, unwanted, limit, span, ascending=False):
    """Yield querysets that follow each other, and are together the reports that have the tokens."""
    connection = connections[reports.db]
    backend = backend_of(connection)
    for most in (min((limit + _SPARE) * times, _LONGEST) for times in (1, 8, 64)):
        keys = backend.next_keys(connection, wanted, unwanted, span, ascending, most)
        if keys:
            yield reports.filter(searchdocument__order_key__in=keys)
            span = span.behind(keys[-1], ascending)
        if len(keys) < most:
            return
    rest = reports.filter(span.holds("searchdocument__order_key"))
    yield backend.candidates(rest, "searchdocument", wanted, unwanted)


def _in_order(reports, ascending=False):
    return reports.order_by("searchdocument__order_key" if ascending else "-searchdocument__order_key")
