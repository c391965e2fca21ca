"""The archive's tables, one module for each family."""

from .desk import Flag, Revision
from .people import Contribution, Contributor, Speaker, Statement
from .reports import Photo, Report, Section, day_and_number, order_key
from .search import SearchDocument
from .sources import Source

__all__ = [
    "Contribution",
    "Contributor",
    "Flag",
    "Photo",
    "Report",
    "Revision",
    "SearchDocument",
    "Section",
    "Source",
    "Speaker",
    "Statement",
    "day_and_number",
    "order_key",
]
