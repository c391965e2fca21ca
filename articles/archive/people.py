"""Whose statement is it: a known speaker's only where the printed office agrees."""

import re
from collections import defaultdict

from articles.identities import final
from articles.models import Speaker, Statement

# Descriptions that point to something named before them mean somebody else in every report.
_POINTING = re.compile(r"^(?:该|本|这|我|上述|其)")
_LETTERS = re.compile(r"\W+")


class People:
    """The speakers known by the names that a page prints, and those that are new on it.

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
        named = {speaker.pk: speaker.name for speaker in merged}
        offices = defaultdict(set)
        said = Statement.objects.exclude(office="").order_by("speaker").distinct()
        for pk, name, office in said.filter(speaker__name__in=names).values_list("speaker", "speaker__name", "office"):
            named[pk] = name
            offices[pk].add(office)
        if finals:
            for pk, office in said.filter(speaker__in=finals.values()).values_list("speaker", "office"):
                offices[pk].add(office)
        for pk, name in sorted(named.items()):
            person = finals.get(pk) or Speaker(pk=pk, name=name)
            self._known[name].append((person, offices[pk] | offices[person.pk]))

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
        return self._here[name]

    def save(self):
        """Store the speakers that are new."""
        Speaker.objects.bulk_create(self._new)
        self._new = []

    def _find(self, name, office):
        for speaker, offices in self._known.get(name, []):
            if any(agree(office, other) for other in offices):
                offices.add(office)
                return speaker
        if name in self._known:
            self.same_name.append((self._report, name, office))
        speaker = Speaker.named(name)
        self._new.append(speaker)
        self._known.setdefault(name, []).append((speaker, {office}))
        return speaker


def agree(office, other):
    """Tell whether two printed offices can be taken for one person's without asking: equal, or one within the other."""
    if not (_tells(office) and _tells(other)):
        return False
    short, long = sorted((_LETTERS.sub("", office), _LETTERS.sub("", other)), key=len)
    return short == long or (len(short) >= 4 and short in long)


def _tells(office):
    """Tell whether an office says enough to agree with another one."""
    return len(_LETTERS.sub("", office)) >= 3 and not _POINTING.match(office)
