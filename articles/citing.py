"""How a report and the page that it stands on are called when somebody refers to them."""

import re

from django.utils.formats import date_format
from django.utils.translation import gettext as _

_NESTED = str.maketrans("《》", "〈〉")


def place(source):
    """Return a source's page as readers say it, such as 第2版 · 要闻; '' where neither number nor name is known."""
    numbered = re.fullmatch(r"[A-Za-z]?\d+", source.page)
    number = _("Page %(number)s") % {"number": source.page} if numbered else source.page
    return " · ".join(filter(None, [number, source.page_name]))


def source_name(source):
    newspaper = source.newspaper or _("Newspaper not given")
    return f"{newspaper} {place(source)}".rstrip()


def citation(report, address):
    """Return the line to copy: newspaper, title, day of publication, page, and the permanent address."""
    day = report.published_on or report.printed_on
    title = f"《{str(report).translate(_NESTED)}》"
    return "，".join(
        filter(None, [report.source.newspaper, title, day and date_format(day), place(report.source), address])
    )
