import re
from collections import Counter
from datetime import date
from functools import partial
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import Count, F, Max, Min, OuterRef, Q, Subquery, Value, prefetch_related_objects
from django.db.models.functions import NullIf, Substr
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from articles import bounded
from articles.bounded import BoundedPaginator
from articles.citing import citation
from articles.facets import FIELDS, facets
from articles.filters import LONGEST_QUERY, ReportFilter, SectionFilter, SpeakerFilter, StatementFilter
from articles.histogram import histogram
from articles.identities import final, known_as
from articles.models import Flag, Report, Section, Source, Speaker, Statement
from articles.paging import page_of
from articles.reading import byline, passage, voices
from articles.search import Query, in_time, ranked, related, sample, walk

REPORTS_PER_PAGE = 20
STATEMENTS_PER_PAGE = 50
SECTIONS_PER_PAGE = 50
SOURCES_PER_PAGE = 50
SPEAKERS_PER_PAGE = 300
PAGES_AHEAD = 3
OFFICES_SHOWN = 20
HEADINGS_OF_A_LONG_REPORT = 4


def latest(request):
    reports = _listed(Report.objects.published().newest_first())[:REPORTS_PER_PAGE]
    return render(request, "articles/latest.html", {"reports": reports})


@in_time()
def reports(request):
    asked = ReportFilter(request.GET, Report.objects.published())
    narrowed = asked.qs
    wanted, span = asked.wanted, asked.span
    if asked.by_relevance:
        page = _page(request, ranked(narrowed, wanted, span), REPORTS_PER_PAGE)
        best = teasers(narrowed).in_bulk(page.object_list)
        listed = [best[pk] for pk in page if pk in best]
    else:
        places = {name: request.GET.get(name, "") for name in ("after", "before")}
        page = page_of(teasers(narrowed), wanted, REPORTS_PER_PAGE, span, **places)
        listed = page.reports
    prefetch_related_objects(listed, "section_set", *(["photo_set"] if asked.query else []))
    hits = sample(narrowed.values_list(*FIELDS), wanted, span)
    context = {
        "filter": asked,
        "query": asked.query,
        "page": page,
        "reports": listed,
        "hits": hits,
        "facets": facets(hits),
        "bars": histogram([day for _, day, *_ in hits.rows], hits.one_in),
    }
    return render(request, "articles/reports.html", context)


def report(request, pk):
    readable = Report.objects.visible_to(request.user)
    parts = ("section_set__statement_set__speaker", "photo_set", "contribution_set__contributor")
    report = get_object_or_404(_light(readable).prefetch_related(*parts), pk=pk)
    query = Query.parse(request.GET.get("q", "")[:LONGEST_QUERY])
    sections = report.section_set.all()
    broken = _broken(report)
    passages = [passage(section, query, broken) for section in sections]
    headed = [passage for passage in passages if passage.heading]
    line, others = byline(report, _address_of_reporter)
    previous, following = _neighbours(readable, report)
    context = {
        "report": report,
        "query": query,
        "passages": passages,
        "contents": headed if len(headed) >= HEADINGS_OF_A_LONG_REPORT else [],
        "unplaced": [statement for passage in passages for statement in passage.unplaced],
        "voices": voices(sections),
        "byline": line,
        "other_contributions": others,
        "related": related(teasers(readable), report),
        "previous": previous,
        "following": following,
        "citation": citation(report, request.build_absolute_uri(report.get_absolute_url())),
    }
    return render(request, "articles/report.html", context)


def speakers(request):
    asked = SpeakerFilter(request.GET, Speaker.objects.published().order_by("sort_key", "pk"))
    page = _page(request, asked.qs, SPEAKERS_PER_PAGE)
    _tell_apart(page)
    groups = {}
    for speaker in page:
        groups.setdefault(_letter(speaker.sort_key), []).append(speaker)
    context = {"filter": asked, "page": page, "groups": groups, "letters": _letters(asked.qs)}
    return render(request, "articles/speakers.html", context)


def speaker(request, pk):
    speaker = get_object_or_404(Speaker.objects.select_related("merged_into"), pk=pk)
    person = final(speaker)
    if person != speaker:
        return redirect(person, permanent=True)
    said = Statement.objects.visible_to(request.user).filter(speaker__in=known_as([speaker.pk]))
    day = NullIf("section__report__sort_date", Value(date.min))
    offices = said.exclude(office="").values("office").annotate(first=Min(day), last=Max(day), count=Count("pk"))
    newest = said.newest_first().select_related("section__report__source")
    light = newest.defer("section__text", *(f"section__report__{field}" for field in _UNREAD))
    page = _page(request, light, STATEMENTS_PER_PAGE)
    if not page.paginator.count and not request.user.has_perm("articles.view_speaker"):
        raise Http404
    offices = offices.order_by(F("last").desc(nulls_last=True), "-count", "office")[:OFFICES_SHOWN]
    return render(request, "articles/speaker.html", {"speaker": speaker, "page": page, "offices": offices})


@in_time()
def statements(request):
    asked = StatementFilter(request.GET, Statement.objects.published().newest_first())
    light = asked.qs.select_related("speaker", "section__report__source")
    light = light.defer("section__text", *(f"section__report__{field}" for field in _UNREAD))
    page = _page_of_hits(request, light, asked.query, STATEMENTS_PER_PAGE)
    return render(request, "articles/statements.html", {"filter": asked, "query": asked.query, "page": page})


@in_time()
def sections(request):
    public = Section.objects.headed().published()
    asked = SectionFilter(request.GET, public.order_by("-report__sort_date", "-report_id", "position", "pk"))
    light = asked.qs.select_related("report__source").defer("text", *(f"report__{field}" for field in _UNREAD))
    page = _page_of_hits(request, light, asked.query, SECTIONS_PER_PAGE)
    return render(request, "articles/sections.html", {"filter": asked, "query": asked.query, "page": page})


def sources(request):
    public = Report.objects.published().filter(source=OuterRef("pk"))
    counts = public.order_by().values("source").annotate(count=Count("pk")).values("count")
    titles = public.order_by("position", "pk").values("title")
    listed = (
        Source.objects.published().light().annotate(report_count=Subquery(counts), first_title=Subquery(titles[:1]))
    )
    page = _page(request, listed.order_by(F("issued_on").desc(nulls_last=True), "-pk"), SOURCES_PER_PAGE)
    return render(request, "articles/sources.html", {"page": page})


def source(request, pk):
    source = get_object_or_404(Source.objects.light(), pk=pk)
    reports = list(_listed(Report.objects.visible_to(request.user).filter(source=source).order_by("position", "pk")))
    if not reports and not request.user.has_perm("articles.view_source"):
        raise Http404
    return render(request, "articles/source.html", {"source": source, "reports": reports})


_UNREAD = ("imported", "source__raw", "source__spans")
_TEASER = ("title", "kicker", "subtitle", "column", "status", "published_on", "printed_on", "event_date", "sort_date")


def teasers(reports):
    """Return reports with what a list shows of them, but for their sections and photos."""
    return reports.only(*_TEASER).annotate(newspaper=F("source__newspaper"))


def _light(reports):
    return reports.select_related("source").defer(*_UNREAD)


def _listed(reports):
    return _light(reports).prefetch_related("section_set")


def _page(request, rows, size, paginator=Paginator):
    """Return the page that was asked for or, where there is none such, the first or the last."""
    return paginator(rows, size).get_page(request.GET.get("page"))


def _page_of_hits(request, rows, query, size):
    """Return the page that was asked for of the rows that answer a query, or of all rows where it asks for nothing."""
    if not query:
        return _page(request, rows, size, BoundedPaginator)
    # Hits are looked for no further than a few pages ahead: where they are rare among the texts, each takes time.
    asked = request.GET.get("page", "")
    number = min(int(asked), bounded.MOST) if re.fullmatch("[0-9]{1,9}", asked) else 1
    most = min(bounded.MOST, (number + PAGES_AHEAD) * size)
    hits = walk(rows.values_list("pk", flat=True), query, most + 1)
    page = _page(request, hits, size, partial(BoundedPaginator, most=most))
    found = rows.in_bulk(page.object_list)
    page.object_list = [found[key] for key in page.object_list if key in found]
    page.unfinished = bool(hits.rest)
    return page


def _broken(report):
    """Return how the paragraphs begin inside which the source of a report breaks off."""
    found = report.flag_set.filter(code=Flag.Code.TRUNCATED).exclude(status=Flag.Status.IGNORED).exclude(detail="")
    return tuple(found.values_list("detail", flat=True))


def _neighbours(reports, report):
    """Return the reports printed before and behind this one on the same page, or None."""
    on_page = reports.filter(source=report.source_id).order_by("position", "pk").only("title")
    before = Q(position__lt=report.position) | Q(position=report.position, pk__lt=report.pk)
    behind = Q(position__gt=report.position) | Q(position=report.position, pk__gt=report.pk)
    return on_page.filter(before).last(), on_page.filter(behind).first()


def _address_of_reporter(name):
    return f"{reverse('articles:reports')}?{urlencode({'reporter': name})}"


def _tell_apart(speakers):
    """Give speakers their `statement_count` and, where they share a name, one of their offices as `told_by`."""
    whose = known_as(speaker.pk for speaker in speakers)
    said = Statement.objects.published().filter(speaker__in=whose).order_by()
    counts, offices, names = Counter(), {}, Counter(speaker.name for speaker in speakers)
    for alias, count, office in said.values_list("speaker").annotate(Count("pk"), Max("office")):
        counts[whose[alias]] += count
        offices[whose[alias]] = office or offices.get(whose[alias], "")
    for speaker in speakers:
        speaker.statement_count = counts[speaker.pk]
        speaker.told_by = offices.get(speaker.pk, "") if names[speaker.name] > 1 else ""


def _letter(sort_key):
    first = sort_key[:1].upper()
    return first if "A" <= first <= "Z" else "#"


def _letters(speakers):
    """Return {initial: number of the page on which its speakers begin}."""
    begins, count = {}, 0
    initials = speakers.annotate(initial=Substr("sort_key", 1, 1)).order_by("initial").values_list("initial")
    for initial, number in initials.annotate(Count("pk")):
        begins.setdefault(_letter(initial), count // SPEAKERS_PER_PAGE + 1)
        count += number
    return begins
