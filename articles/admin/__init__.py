"""What editors see and do, a module for each family of models."""

from . import accounts, desk, parts, people, reports, sources

__all__ = ["accounts", "desk", "parts", "people", "reports", "sources"]
