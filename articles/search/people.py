"""Whom a query means by the names in it."""

from dataclasses import replace

from articles.models import Contributor, Speaker

from .query import MOST_PEOPLE

_PEOPLE = {"speaker": Speaker, "reporter": Contributor}


def with_people(query):
    """Return the query with the people of its terms looked up; itself if there is nobody to look for.

    Planners know how common a key is, not what a subquery will find.
    """
    if not any(map(_is_open, (term for group in query.groups for term in group))):
        return query
    return replace(query, groups=tuple(tuple(map(_looked_up, group)) for group in query.groups))


def meant(term):
    """Return the keys of the people whom a term means, or where they are many, a queryset of those."""
    return _called(term).order_by().values("pk") if term.many else term.people


def means_nobody(query):
    """Tell whether a query, with its people looked up, asks for somebody whom nobody is called like: it has no hits."""
    return any(all(term.is_nobody and not term.unwanted for term in group) for group in query.groups)


def _called(term):
    return _PEOPLE[term.field].objects.called(term.letters)


def _is_open(term):
    return term.field in _PEOPLE and term.people is None


def _looked_up(term):
    if not _is_open(term):
        return term
    people = tuple(_called(term).order_by("pk")[: MOST_PEOPLE + 1].values_list("pk", flat=True))
    return replace(term, people=people) if len(people) <= MOST_PEOPLE else replace(term, people=(), many=True)
