"""What editors see and do, a module for each family of models."""

from . import desk, parts, people, reports, sources

__all__ = ["desk", "parts", "people", "reports", "sources"]
