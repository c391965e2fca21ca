"""Flags that set a report against others: people of one name, reports of one title."""

from articles.identities import final
from articles.models import Flag, Report, Speaker

_BEFORE_OFFICE = "（"


def same_name_flags(name):
    """Return the flags that ask whether two speakers of this name are one."""
    return Flag.objects.filter(code=Flag.Code.SAME_NAME, detail__startswith=name + _BEFORE_OFFICE)


def name_of(flag):
    """Return the name that a flag of same_name_flags is about."""
    return flag.detail.partition(_BEFORE_OFFICE)[0]


def namesakes(flag):
    """Return the speakers of the name that such a flag is about, merged ones under their last address; but not those
    who speak in its report."""
    here = set(Speaker.objects.filter(statement__section__report=flag.report))
    named = Speaker.objects.filter(name=name_of(flag)).select_related("merged_into").order_by("pk")
    return [speaker for speaker in dict.fromkeys(map(final, named)) if speaker not in here]


def same_title(flag):
    """Return the other reports of the title that a flag of a duplicate names, newest first."""
    return Report.objects.filter(title=flag.detail).exclude(pk=flag.report_id).newest_first()
