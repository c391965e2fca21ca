"""Parsed pages to database rows: the only writer of imports.

Storing the same bytes twice changes nothing. What an editor has changed is never overwritten.
"""

from .loading import load
from .outcome import Outcome
from .storing import store

__all__ = ["Outcome", "load", "store"]
