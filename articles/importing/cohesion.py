"""What the stretches of text between the headlines of a page share: letters that stand side by side."""

import re
from collections import Counter
from functools import cached_property
from itertools import chain

from .typography import HAN
from .units import Kind

_RUNS = re.compile(rf"[{HAN}]{{3,}}")


def letter_pairs(units):
    """Return the pairs of Han letters that units print side by side on a line."""
    return set().union(*[unit.letter_pairs for unit in units])


class _Running:
    """The union of the sets of some neighbours; most often it is asked for with one more at its end."""

    def __init__(self, set_of):
        """set_of(at): return the set at a place."""
        self.set_of = set_of
        self.start = self.end = 0
        self.union = set()

    def between(self, start, end):
        """Return the union of the sets from start up to end. It is not to be changed."""
        if start != self.start or end < self.end:
            self.start = self.end = start
            self.union = set()
        self.union.update(*map(self.set_of, range(self.end, end)))
        self.end = end
        return self.union


class Cohesion:
    """The stretches of text between the headlines of a page, looked at when first asked for."""

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
        self._pairs = {}
        self._pairs_above = _Running(self._pairs_of)

    def behind(self, index):
        """Return the units of the stretch behind the headline group at index."""
        return self.bodies[self.stretch_of[index]]

    def pairs_behind(self, index):
        """Return the letter pairs of the stretch behind the headline group at index."""
        return self._pairs_of(self.stretch_of[index])

    def pairs_above(self, first, index):
        """Return the letter pairs of the text from the group at first to the headline group at index."""
        return self._pairs_above.between(self.stretch_of[first], self.stretch_of[index])

    def is_kin(self, first, index):
        """Tell whether the stretch behind the headline group at index shares a letter triple with those since first
        that few stretches of the page hold.
        """
        start, here = self.stretch_of[first], self.stretch_of[index]
        shared = self._triples[here] & self._triples_above.between(start, here)
        return any(self._spread[triple] <= 1 + here - start for triple in shared)

    def _pairs_of(self, stretch):
        if stretch not in self._pairs:
            self._pairs[stretch] = letter_pairs(self.bodies[stretch])
        return self._pairs[stretch]

    @cached_property
    def _triples(self):
        texts = ("\n".join([unit.paragraph(self.text) for unit in units]) for units in self.bodies)
        return [{run[at : at + 3] for run in _RUNS.findall(text) for at in range(len(run) - 2)} for text in texts]

    @cached_property
    def _triples_above(self):
        return _Running(self._triples.__getitem__)

    @cached_property
    def _spread(self):
        """In how many stretches each triple is."""
        return Counter(chain.from_iterable(self._triples))
