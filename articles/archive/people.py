"""Whose statement is it: a known speaker's only where the printed office agrees."""

import re
from collections import defaultdict
from collections.abc import Set
from itertools import chain
from typing import NamedTuple

from articles.identities import final
from articles.models import Speaker, Statement

# Descriptions that point to something named before them mean somebody else in every report.
_POINTING = re.compile(r"^(?:该|本|这|我|上述|其)")
_LETTERS = re.compile(r"\W+")


class _Person(NamedTuple):
    """A Speaker under one name: the offices printed with it, and those printed with him under it before a merge."""

    speaker: Speaker
    offices: set
    before: Set = frozenset()

    def agrees(self, office):
        return any(agree(office, other) for other in chain(self.offices, self.before))


class People:
    """The speakers known by the names that some pages print, and those that are new on them.

    same_name: (report, name, office) wherever somebody new shares the name of a known speaker.
    """

    def __init__(self, printed):
        """Look up, once, every speaker who may be one of those printed: pairs of name and office."""
        names = {name for name, _office in printed}
        self.same_name = []
        self._new = []
        self._report, self._here = None, {}
        known = Speaker.objects.filter(name__in=names).order_by().values_list("name", flat=True).distinct()
        self._known = {name: [] for name in known}
        # A name that stands for many, such as 老王, stands alone: nobody of that name needs to be looked at.
        described = {name for name, office in printed if name in self._known and _tells(office)}
        if described:
            self._look_up(described)

    def _look_up(self, names):
        merged = Speaker.objects.filter(name__in=names, merged_into__isnull=False).select_related("merged_into")
        finals = {speaker.pk: final(speaker) for speaker in merged}
        # Who lives on is met under two names, and is to be known by both from then on.
        named = {speaker.pk: speaker.name for speaker in [*merged, *finals.values()] if speaker.name in names}
        offices = defaultdict(set)
        said = Statement.objects.exclude(office="").order_by("speaker").distinct()
        for pk, name, office in said.filter(speaker__name__in=names).values_list("speaker", "speaker__name", "office"):
            named[pk] = name
            offices[pk].add(office)
        if finals:
            for pk, office in said.filter(speaker__in=finals.values()).values_list("speaker", "office"):
                offices[pk].add(office)
        for pk, name in sorted(named.items()):
            person = finals.get(pk)
            self._known[name].append(
                _Person(person, offices[person.pk], offices[pk]) if person else _Person(Speaker(pk=pk), offices[pk])
            )

    def begin_report(self, report):
        """Within one report a name is one person."""
        self._report, self._here = report, {}

    def speaker(self, name, office):
        """Return the Speaker of a printed name and office, a new one where none agrees; None where no name is printed.

        New ones are stored by save().
        """
        if not name:
            return None
        if name not in self._here:
            self._here[name] = self._find(name, office)
        person = self._here[name]
        person.offices.add(office)
        return person.speaker

    def save(self):
        """Store the speakers that are new."""
        Speaker.objects.bulk_create(self._new)
        self._new = []

    def _find(self, name, office):
        """Return the _Person of a printed name and office."""
        for person in self._known.get(name, []):
            if person.agrees(office):
                return person
        if name in self._known:
            self.same_name.append((self._report, name, office))
        person = _Person(Speaker.named(name), set())
        self._new.append(person.speaker)
        self._known.setdefault(name, []).append(person)
        return person


def agree(office, other):
    """Tell whether two printed offices can be taken for one person's without asking: equal, or one within the other."""
    if not (_tells(office) and _tells(other)):
        return False
    short, long = sorted((_LETTERS.sub("", office), _LETTERS.sub("", other)), key=len)
    return short == long or (len(short) >= 4 and short in long)


def _tells(office):
    """Tell whether an office says enough to agree with another one."""
    return len(_LETTERS.sub("", office)) >= 3 and not _POINTING.match(office)
