from articles.models import Flag
from tests.make import make_contribution, make_photo, make_report, make_speaker, make_statement


def make_full_report(**fields):
    """Make a report with one of everything that hangs on a report."""
    report = make_report(**{"paragraphs": ["　　春耕开始了。", "种子备齐了。"], "keywords": ["春耕"], **fields})
    make_statement(report, speaker=make_speaker())
    make_photo(report)
    make_contribution(report)
    Flag.objects.create(source=report.source, report=report, code="same_name", key=str(report.pk))
    return report
