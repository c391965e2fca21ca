"""Text that the import gave to no report, given to one by an editor."""

from django.db import transaction

from articles.editing import editing, settle
from articles.importing.page import Label
from articles.models import Flag, Photo, Section, Source
from articles.provenance import loose_blocks

_LINES = (Label.TITLE, Label.KICKER, Label.SUBTITLE, Label.BYLINE)
ROLES = (Label.PARAGRAPH, Label.CAPTION, *_LINES)
CODES = (Flag.Code.UNASSIGNED, Flag.Code.HEADLINE_WITHOUT_REPORT)


class LedgerChanged(Exception):
    """The ledger of the source no longer says what the editor saw."""


def give(source, places, report, role, user):
    """Make loose text of a source part of one of its reports, behind what stands there already, and settle its flags.

    places: the Block.place of each block that is given. role: one of ROLES; what is no paragraph and no caption is
    joined to the line that the report has. Raises LedgerChanged where a block is no longer loose or no longer the same.
    """
    with transaction.atomic():
        source = Source.objects.select_for_update().get(pk=source.pk)
        given = [block for block in loose_blocks(source) if block.place in places]
        if len(given) != len(set(places)):
            raise LedgerChanged
        with editing([report], user):
            report = source.report_set.get(pk=report.pk)
            for block in given:
                _write(report, role, block.printed(phrases=role in _LINES))
        numbers = {block.number for block in given}
        source.spans = [
            [start, end, role, report.position, number] if number in numbers else [start, end, *rest, number]
            for start, end, *rest, number in source.spans
        ]
        source.save(update_fields=["spans"])
        for flag in flags_of(source):
            if any(is_about(flag, block) for block in given):
                settle(Flag.objects.filter(pk=flag.pk), Flag.Status.RESOLVED, user)


def flags_of(source):
    """Return the open flags of a source that ask for text to be given to a report."""
    return list(source.flag_set.open().filter(code__in=CODES, start__isnull=False))


def is_about(flag, block):
    start, end = block.ranges[0]
    return start <= flag.start < end


def _write(report, role, text):
    if role == Label.PARAGRAPH:
        section = report.section_set.order_by("position", "id").last() or Section(report=report)
        section.text = "\n".join([*section.paragraphs, text])
        section.save()
    elif role == Label.CAPTION:
        last = report.photo_set.order_by("position", "id").last()
        Photo.objects.create(report=report, caption=text, position=last.position + 1 if last else 0)
    else:
        setattr(report, role, " ".join(filter(None, [getattr(report, role), text])))
        report.save(update_fields=[role])
