"""Raw newspaper text -> parsed page. Pure Python: no Django, no database, no clock, no network."""

from .decoding import Unreadable, decode
from .pipeline import VERSION, parse

__all__ = ["VERSION", "Unreadable", "decode", "parse"]
