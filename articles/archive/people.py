"""Whose statement is it: a known speaker's only where the printed office agrees."""

import re

from articles.identities import final
from articles.models import Speaker, Statement

# Descriptions that point to something named before them mean somebody else in every report.
_POINTING = re.compile(r"^(?:该|本|这|我|上述|其)")
_LETTERS = re.compile(r"\W+")


class People:
    """The speakers known by the names that a page prints, and those that are new on it."""

    def __init__(self, names):
        """Look up, once, every speaker who bears one of the names."""
        self.same_name = []
        self._known = {}
        speakers = list(Speaker.objects.filter(name__in=set(names)).select_related("merged_into"))
        persons = {speaker.pk: final(speaker) for speaker in speakers}
        offices = {}
        asked = {*persons, *(person.pk for person in persons.values())}
        rows = Statement.objects.filter(speaker__in=asked).order_by().values_list("speaker", "office").distinct()
        for pk, office in rows:
            offices.setdefault(pk, set()).add(office)
        for speaker in speakers:
            person = persons[speaker.pk]
            known = offices.get(speaker.pk, set()) | offices.get(person.pk, set())
            self._known.setdefault(speaker.name, []).append((person, known))
        self._here = {}

    def begin_report(self):
        """Within one report a name is one person."""
        self._here = {}

    def speaker(self, name, office):
        """Return the Speaker of a printed name and office, made new where none agrees; None where no name is printed.

        A new speaker who shares the name of a known one is added to same_name as (name, office).
        """
        if not name:
            return None
        if name not in self._here:
            self._here[name] = self._find(name, office)
        return self._here[name]

    def _find(self, name, office):
        known = self._known.setdefault(name, [])
        for speaker, offices in known:
            if any(agree(office, other) for other in offices):
                offices.add(office)
                return speaker
        if known:
            self.same_name.append((name, office))
        speaker = Speaker.objects.create(name=name)
        known.append((speaker, {office}))
        return speaker


def agree(office, other):
    """Tell whether two printed offices can be taken for one person's without asking: equal, or one within the other."""
    if _POINTING.match(office) or _POINTING.match(other):
        return False
    short, long = sorted((_LETTERS.sub("", office), _LETTERS.sub("", other)), key=len)
    if short == long:
        return len(short) >= 3
    return len(short) >= 4 and short in long
