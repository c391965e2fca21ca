"""Finds every report that contains the letters asked for, whatever their width, case or script, and nothing else."""

from .apart import loosened, nearest
from .excerpts import found, highlight, snippet
from .hits import by_relevance, matching, newest_first
from .index import index_new, index_reports, rebuild
from .query import Query

__all__ = [
    "Query",
    "by_relevance",
    "found",
    "highlight",
    "index_new",
    "index_reports",
    "loosened",
    "matching",
    "nearest",
    "newest_first",
    "rebuild",
    "snippet",
]
