"""Whether two stretches of a page are about the same: they share letters that no other stretch has."""

import re
from collections import Counter
from functools import cached_property
from itertools import chain
from operator import add

from .typography import HAN
from .units import Kind

_RUNS = re.compile(rf"[{HAN}]{{2,}}")
_TRIPLES = re.compile(rf"(?=([{HAN}]{{3}}))")


def letter_pairs(units):
    """Return the pairs of Han letters that units print side by side on a line."""
    pairs = set()
    for run in _RUNS.findall("\n".join([line for unit in units for line in unit.lines])):
        pairs.update(map(add, run, run[1:]))
    return pairs


class Cohesion:
    """The letter triples of each stretch of text between two headlines of a page, looked at when first asked for."""

    def __init__(self, text, groups):
        """groups: the page's lists of units in order; text: the raw text."""
        self.text = text
        self.bodies = []
        self.stretch_of = []
        for group in groups:
            is_headline = group[0].kind in (Kind.HEAD, Kind.SUBTITLE) and group[0].picture is None
            if is_headline or not self.bodies:
                self.bodies.append([])
            self.stretch_of.append(len(self.bodies) - 1)
            if group[0].kind is Kind.BODY:
                self.bodies[-1] += group

    def between(self, first, index):
        """Return how many letter triples the stretch behind the headline group at index shares with those since first,
        counting only triples that few stretches of the page hold.
        """
        here = self.stretch_of[index]
        since = self._triples[self.stretch_of[first] : here]
        shared = self._triples[here].intersection(set().union(*since))
        return sum(self._spread[triple] <= 1 + len(since) for triple in shared)

    @cached_property
    def _triples(self):
        texts = ("\n".join([unit.paragraph(self.text) for unit in units]) for units in self.bodies)
        return [set(_TRIPLES.findall(text)) for text in texts]

    @cached_property
    def _spread(self):
        """In how many stretches each triple is."""
        return Counter(chain.from_iterable(self._triples))
