"""Raw newspaper text -> parsed page. Pure Python: no Django, no database, no clock, no network."""

from .decoding import Reason, Unreadable, decode
from .pipeline import parse
from .version import VERSION

__all__ = ["VERSION", "Reason", "Unreadable", "decode", "parse"]
