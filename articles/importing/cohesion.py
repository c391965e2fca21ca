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
# On a page of a newspaper it is faster to look for one triple in all stretches than to count the triples of all.
_FEW_STRETCHES = 64


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
        self._found = {}
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
        here, start = self.stretch_of[index], self.stretch_of[first]
        since = set().union(*map(self._triples, range(start, here)))
        shared = self._triples(here) & since
        return sum(self._spread(triple) <= 1 + here - start for triple in shared)

    @cached_property
    def _texts(self):
        return ["\n".join([unit.paragraph(self.text) for unit in units]) for units in self.bodies]

    def _triples(self, stretch):
        if stretch not in self._found:
            self._found[stretch] = set(_TRIPLES.findall(self._texts[stretch]))
        return self._found[stretch]

    def _spread(self, triple):
        """Return in how many stretches a triple is."""
        if len(self._texts) <= _FEW_STRETCHES:
            return sum([triple in text for text in self._texts])
        return self._spreads[triple]

    @cached_property
    def _spreads(self):
        return Counter(chain.from_iterable(map(self._triples, range(len(self._texts)))))
