"""Hits in order of date, found in growing stretches: the first few come at once, however many there are."""

from functools import partial
from itertools import chain

from django.db import connections

from articles.models import Report, SearchDocument

from .backends import backend_of
from .hits import answering, document_of, in_order, tokens_of
from .patience import giving_up
from .people import means_nobody, with_people
from .spans import EVERYTHING, Span

# In one query as many candidates are looked at as are wanted and some to spare, then eight times as many; at most so
# many, but for the last query, which takes all that are left.
_SPARE, _LONGEST = 32, 4096
# For a heavy query, so many are looked at in all; without asking the index where more than one in so many answers.
_MOST_LOOKED_AT, _COMMON = 1024, 16


class Hits(list):
    """Rows that answer a query. rest: the span that was not looked through, for it would take too long, or None.

    stuck: whether that is all of the span, so that nothing is gained by going on from here.
    """

    rest: Span | None = None
    stuck: bool = False


def walk(rows, query, limit, span=EVERYTHING, ascending=False):
    """Return Hits: the first `limit` rows of a queryset that answer a query, newest first or, if ascending, oldest.

    Rows are those of reports, sections or statements, as matching() takes them; what the queryset gives of them is
    returned, and values_list() will do.
    """
    query = with_people(query)
    if means_nobody(query):
        return Hits()
    wanted = tokens_of(rows, query)
    span &= asked_span(query)
    way = {"limit": limit, "span": span, "ascending": ascending, "bounded": query.is_heavy}
    if wanted:
        stretches = _looking_first(answering(rows, query), wanted, **way)
    elif rows.model is not Report or (query.is_heavy and all(map(_leaves_many, query.groups))):
        answers = in_order(answering(rows, query), ascending)
        stretches = _stretches(answers, partial(_documents, answers.db), **way)
    else:
        indexed = rows.filter(searchdocument__isnull=False) if query else rows
        found = answering(indexed, query).filter(span.holds_reports())
        stretches = [(found.order_by(*(("sort_date", "id") if ascending else ("-sort_date", "-id"))), None)]
    return _first(rows.db, limit, span, stretches)


def walk_tokens(reports, wanted, limit):
    """Return Hits: the newest `limit` reports that have the tokens, see articles.search.tokens.query_tokens."""
    stretches = _with_tokens(in_order(reports), wanted, limit, EVERYTHING, ascending=False, bounded=False)
    return _first(reports.db, limit, EVERYTHING, stretches)


def asked_span(query):
    """Return the span that the dates of a query leave."""
    span = EVERYTHING
    for term, *others in query.groups:
        if term.field == "date" and not term.unwanted and not others:
            span &= Span.of_days(*term.days)
    return span


def _leaves_many(group):
    """Whether many reports may have this: they are looked through, for there is no shorter way to those that have."""
    term, *others = group
    return all(term.unwanted for term in group) or (term.field == "date" and not others)


def _first(using, limit, span, stretches):
    """Return Hits. stretches are pairs of rows and of what is left of the span behind them, or None."""
    found = Hits()
    found.rest = span
    with giving_up(using):
        for stretch, rest in stretches:
            found += stretch[: limit - len(found)]
            found.rest = rest if len(found) < limit else None
            if not found.rest:
                break
    found.stuck = found.rest is span
    return found


def _looking_first(rows, wanted, limit, span, ascending, bounded):
    """Yield stretches of the rows that have the tokens; the first, where that is quicker, without asking the index."""
    rows = in_order(rows, ascending)
    many, last = backend_of(connections[rows.db]).LOOK_FIRST, False
    while many:
        end = _documents(rows.db, span, ascending, many + 1)[many:]
        part = span.behind(end[0], not ascending) if end else span
        span = span.behind(end[0] + 1 if not ascending else end[0] - 1, ascending) if end else None
        found = list(rows.filter(part.holds(f"{document_of(rows)}__order_key"))[:limit])
        yield found, span
        if last or not end:
            return
        limit -= len(found)
        # Where many answered, as many more as it takes at that rate are looked at as well, with some to spare.
        looked_at, many = many, 2 * limit * many // len(found) if found else 0
        if many > _LONGEST:
            last = bounded and len(found) * _COMMON > looked_at
            many = _MOST_LOOKED_AT if last else 0
    yield from _with_tokens(rows, wanted, limit, span, ascending, bounded)


def _with_tokens(rows, wanted, limit, span, ascending, bounded):
    """Yield stretches that are together the rows whose reports have the tokens; bounded, they may end before."""
    connection, document = connections[rows.db], document_of(rows)
    backend = backend_of(connection)
    next_keys = partial(backend.next_keys, connection, wanted)
    rest = partial(backend.candidates, rows, document, wanted)
    # Terms of one token or two have few candidates where they have few hits: to ask for these twice costs little.
    if not backend.LOOK_FIRST and all(len(tokens) <= 2 for tokens in chain.from_iterable(wanted)):
        most = limit + _SPARE
        yield backend.first_candidates(rows, document, wanted, span, ascending, most), span
        keys = next_keys(span, ascending, most)
        if len(keys) < most:
            yield [], None
            return
        span = span.behind(keys[-1], ascending)
    yield from _stretches(rows, next_keys, limit, span, ascending, bounded, rest)


def _stretches(rows, next_keys, limit, span, ascending, bounded, rest=None):
    """Yield stretches that follow each other, and are together the rows of the reports whose keys next_keys gives.

    next_keys takes a span, ascending and a number, and returns as many keys; rest() are all rows that it would lead to.
    Where bounded, they end when so many have been looked at.
    """
    key = f"{document_of(rows)}__order_key"
    for most in _lengths(rows, limit, bounded):
        keys = next_keys(span, ascending, most)
        left = span.behind(keys[-1], ascending) if len(keys) == most else None
        yield rows.filter(**{f"{key}__in": keys}) if keys else [], left
        if not left:
            return
        span = left
    if not bounded:
        yield (rest() if rest else rows).filter(span.holds(key)), None


def _lengths(rows, limit, bounded):
    """Return how many candidates each stretch has."""
    first = limit + _SPARE
    if not bounded:
        return [min(first * times, _LONGEST) for times in (1, 8, 64)]
    # Where a part of the texts was looked into first, the index takes as long for a few as for all.
    return [_MOST_LOOKED_AT] if backend_of(connections[rows.db]).LOOK_FIRST else [first, _MOST_LOOKED_AT]


def _documents(using, span, ascending, most):
    """Return the order keys of the first documents in a span."""
    documents = SearchDocument.objects.using(using).filter(span.holds("order_key"))
    keys = documents.order_by("order_key" if ascending else "-order_key").values_list("order_key", flat=True)
    return list(keys[:most])
