"""The best hits. All hits of a common word would take too long to weigh, so the most promising are."""

from .hits import answering, by_relevance
from .spans import EVERYTHING
from .tokens import HEADLINE, marked, query_tokens, term_tokens
from .walking import asked_span, walk, walk_tokens

# So many of the newest, of the newest with a word in title or headings, and of the newest with all words there.
PROMISING = 100


def ranked(reports, query, span=EVERYTHING):
    """Return the keys of the most promising reports that answer a query, best first: the same on every database."""
    keys = reports.values_list("pk", flat=True)
    found = set(walk(keys, query, PROMISING, span))
    if len(found) == PROMISING:
        found.update(_headlined(keys, query, span & asked_span(query)))
    return list(by_relevance(keys.filter(pk__in=found), query))


def _headlined(keys, query, span):
    wanted, unwanted = query_tokens(query, negatives=True)
    in_headlines = [marked(term_tokens(term), HEADLINE) for term in query.terms]
    answers = answering(keys, query)
    if len(in_headlines) > 1:
        yield from walk_tokens(answers, [*wanted, [set().union(*in_headlines)]], unwanted, PROMISING, span)
    if in_headlines:
        yield from walk_tokens(answers, [*wanted, in_headlines], unwanted, PROMISING, span)
