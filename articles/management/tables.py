"""Tables for a terminal, in which a Han letter is as wide as two Latin ones."""

from unicodedata import east_asian_width

from django.utils.translation import gettext as _

from articles.models import Flag


def summary(outcome, failed):
    """Return the table that an import ends with; failed: how many files or paths could not be imported."""
    rows = [
        (_("files imported"), outcome.files),
        (_("files that could not be imported"), failed),
        (_("reports created"), outcome.created),
        (_("reports updated"), outcome.updated),
        (_("reports unchanged"), outcome.unchanged),
        (_("reports kept because an editor changed them"), outcome.kept),
        (_("open flags"), outcome.flags.total()),
        *(("  " + Flag.Code(code).label, count) for code, count in sorted(outcome.flags.items())),
        (_("characters in"), outcome.characters),
        ("  " + _("assigned to reports"), outcome.assigned),
        ("  " + _("furniture"), outcome.furniture),
        ("  " + _("unassigned"), outcome.unassigned),
    ]
    width = max(columns(str(label)) for label, _count in rows)
    return "\n".join(f"{label}{' ' * (width - columns(str(label)))}  {count:>10,}" for label, count in rows)


def columns(text):
    """Return the number of terminal columns that a text takes."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)
