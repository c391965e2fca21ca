"""Hits in order of date, found in growing stretches: the first few come at once, however many there are."""

from functools import partial
from itertools import chain

from django.db import connections

from articles.models import Report, SearchDocument

from .backends import backend_of
from .hits import answering, document_of, in_order, tokens_of
from .spans import EVERYTHING, Span

# In one query as many candidates are looked at as are wanted and some to spare, then eight times as many; at most so
# many, but for the last query, which takes all that are left.
_SPARE, _LONGEST = 32, 4096


def walk(rows, query, limit, span=EVERYTHING, ascending=False):
    """Return the first `limit` rows of a queryset that answer a query, newest first, or oldest first if ascending.

    Rows are those of reports, sections or statements, as matching() takes them; what the queryset gives of them is
    returned, and values_list() will do.
    """
    wanted, unwanted = tokens_of(rows, query)
    span &= asked_span(query)
    if wanted:
        return _first(limit, _looking_first(answering(rows, query), wanted, unwanted, limit, span, ascending))
    if rows.model is not Report:
        answers = in_order(answering(rows, query), ascending)
        return _first(limit, _stretches(answers, partial(_documents, answers.db), limit, span, ascending))
    # What is not wanted is in few texts or in many: from the newest on, the first that lack it are soon found.
    indexed = rows.filter(searchdocument__isnull=False) if query else rows
    found = answering(indexed, query).filter(span.holds_reports())
    return list(found.order_by(*(("sort_date", "id") if ascending else ("-sort_date", "-id")))[:limit])


def walk_tokens(reports, wanted, unwanted, limit, span=EVERYTHING):
    """Return the newest `limit` reports that have the tokens: see articles.search.tokens.query_tokens."""
    return _first(limit, _with_tokens(in_order(reports), wanted, unwanted, limit, span))


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


def _looking_first(rows, wanted, unwanted, limit, span, ascending):
    """Yield stretches of the rows that have the tokens; the first, where that is quicker, without asking the index."""
    rows = in_order(rows, ascending)
    many = backend_of(connections[rows.db]).LOOK_FIRST
    while many:
        end = _documents(rows.db, span, ascending, many + 1)[many:]
        looked_at = span.behind(end[0], not ascending) if end else span
        found = list(rows.filter(looked_at.holds(f"{document_of(rows)}__order_key"))[:limit])
        yield found
        if not end:
            return
        span = span.behind(end[0] + 1 if not ascending else end[0] - 1, ascending)
        limit -= len(found)
        # Where many answered, as many more as it takes at that rate are looked at as well, with some to spare.
        many = 2 * limit * many // len(found) if found else 0
        many = many if many <= _LONGEST else 0
    yield from _with_tokens(rows, wanted, unwanted, limit, span, ascending)


def _with_tokens(rows, wanted, unwanted, limit, span, ascending=False):
    """Yield stretches that are together the rows whose reports have the tokens."""
    connection, document = connections[rows.db], document_of(rows)
    backend = backend_of(connection)
    next_keys = partial(backend.next_keys, connection, wanted, unwanted)
    rest = partial(backend.candidates, rows, document, wanted, unwanted)
    # Terms of one token or two have few candidates where they have few hits: to ask for these twice costs little.
    if not backend.LOOK_FIRST and all(len(tokens) <= 2 for tokens in chain.from_iterable(wanted)):
        most = limit + _SPARE
        yield backend.first_candidates(rows, document, wanted, unwanted, span, ascending, most)
        keys = next_keys(span, ascending, most)
        if len(keys) < most:
            return
        span = span.behind(keys[-1], ascending)
    yield from _stretches(rows, next_keys, limit, span, ascending, rest)


def _stretches(rows, next_keys, limit, span, ascending=False, rest=None):
    """Yield querysets that follow each other, and are together the rows of the reports whose keys next_keys gives.

    next_keys takes a span, ascending and a number, and returns as many keys; rest() are all rows that it would lead to.
    """
    key = f"{document_of(rows)}__order_key"
    for most in (min((limit + _SPARE) * times, _LONGEST) for times in (1, 8, 64)):
        keys = next_keys(span, ascending, most)
        if keys:
            yield rows.filter(**{f"{key}__in": keys})
            span = span.behind(keys[-1], ascending)
        if len(keys) < most:
            return
    yield (rest() if rest else rows).filter(span.holds(key))


def _documents(using, span, ascending, most):
    """Return the order keys of the first documents in a span."""
    documents = SearchDocument.objects.using(using).filter(span.holds("order_key"))
    keys = documents.order_by("order_key" if ascending else "-order_key").values_list("order_key", flat=True)
    return list(keys[:most])
