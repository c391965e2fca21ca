"""The archive's tables, one module for each family."""

from .desk import Flag, Revision
from .people import Contribution, Contributor, Speaker, Statement
from .reports import NUMBER_BITS, Photo, Report, Section, order_key
from .search import SearchDocument
from .sources import Source

__all__ = [
    "NUMBER_BITS",
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
    "order_key",
]
