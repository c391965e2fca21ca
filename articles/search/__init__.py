"""Finds every report that contains the letters asked for, whatever their width, case or script, and nothing else."""

from .apart import loosened, nearest
from .excerpts import found, highlight, snippet
from .hits import matching
from .index import index_new, index_reports, rebuild
from .patience import giving_up, hurry, in_time
from .people import with_people
from .query import Query, Term
from .related import related
from .relevance import ranked
from .sampling import sample
from .spans import EVERYTHING, Span
from .walking import walk

__all__ = [
    "EVERYTHING",
    "Query",
    "Span",
    "Term",
    "found",
    "giving_up",
    "highlight",
    "hurry",
    "in_time",
    "index_new",
    "index_reports",
    "loosened",
    "matching",
    "nearest",
    "ranked",
    "rebuild",
    "related",
    "sample",
    "snippet",
    "walk",
    "with_people",
]
