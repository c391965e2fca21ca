from collections import Counter
from dataclasses import dataclass, field

from articles.importing.page import Label


@dataclass
class Outcome:
    """What became of one file, or of several when added up.

    created, updated, unchanged, kept: numbers of reports; kept are those that an editor has changed. flags: open flags
    by code. assigned, furniture, unassigned: characters of the text, which add up to characters.
    """

    files: int = 0
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    kept: int = 0
    flags: Counter = field(default_factory=Counter)
    assigned: int = 0
    furniture: int = 0
    unassigned: int = 0

    @property
    def reports(self):
        return self.created + self.updated + self.unchanged + self.kept

    @property
    def characters(self):
        return self.assigned + self.furniture + self.unassigned

    def count_characters(self, spans):
        """Count the characters of a ledger; spans are rows of start, end, label, …"""
        for start, end, label, *_ in spans:
            if label == Label.UNASSIGNED:
                self.unassigned += end - start
            elif label == Label.FURNITURE:
                self.furniture += end - start
            else:
                self.assigned += end - start

    def add(self, other):
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)
