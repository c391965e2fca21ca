"""Hits shown in the printed text: what was found folded is marked where it was printed."""

from bisect import bisect_left

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from articles.folding import fold, fold_with_map


def found(text, query):
    """Return where a query stands in printed text, as rows of start and end in letters; hits that touch share one."""
    return _merged(_hits(text, query))


def highlight(text, query) -> SafeString:
    """Return printed text as HTML with <mark> around every hit."""
    return _marked(text, found(text, query), 0, len(text))


def snippet(report, query, width=80) -> SafeString:
    """Return as HTML about width letters around the hits of the paragraph, heading or caption that has most terms.

    Without a hit there (the title has it, or nothing was asked) they are the first letters of the report.
    Makes no database query if section_set and photo_set are prefetched.
    """
    sections = report.section_set.all()
    passages = [
        *(paragraph for section in sections for paragraph in section.paragraphs),
        *(section.heading for section in sections if section.heading),
        *(photo.caption for photo in report.photo_set.all()),
    ]
    best = max(passages, key=lambda passage: _terms_in(passage, query), default="")
    hits = _hits(best, query)
    text = best if hits else "\n".join(passages)
    start, end = _window(len(text), hits, width)
    return _marked(text, _merged(hits), start, end)


def _terms_in(passage, query):
    folded = fold(passage)
    return sum(term in folded for term in query.terms)


def _hits(text, query):
    """Return rows of start, end (in printed letters) and term, in order of start. No hit goes beyond its line."""
    hits = []
    offset = 0
    for line in text.splitlines(keepends=True):
        folded, origins = fold_with_map(line)
        for term in query.terms:
            at = folded.find(term)
            while at >= 0:
                hits.append((offset + origins[at], offset + origins[at + len(term) - 1] + 1, term))
                at = folded.find(term, at + 1)
        offset += len(line)
    return sorted(hits)


def _merged(hits):
    spans = []
    for start, end, _ in hits:
        if spans and start <= spans[-1][1]:
            spans[-1][1] = max(spans[-1][1], end)
        else:
            spans.append([start, end])
    return spans


def _window(length, hits, width):
    """Return start and end of the stretch of width letters that shows most terms, with as much before as after."""
    if not hits:
        return 0, min(length, width)
    places = {}
    for hit in hits:
        places.setdefault(hit[2], []).append(hit)

    def seen_from(start):
        nexts = (same[at] for same in places.values() if (at := bisect_left(same, (start,))) < len(same))
        return [hit for hit in nexts if hit[1] <= start + width]

    first = max((hit[0] for hit in hits), key=lambda start: len(seen_from(start)))
    last = max((hit[1] for hit in seen_from(first)), default=first + width)
    start = max(0, first - (width - (last - first)) // 2)
    end = min(length, start + width)
    return max(0, end - width), end


def _marked(text, spans, start, end):
    """Return text[start:end] as HTML with the spans in it marked, and dots where something is left out."""
    pieces = ["…" if start else ""]
    at = start
    for left, right in spans:
        left, right = max(left, start), min(right, end)
        if left < right:
            pieces += [escape(text[at:left]), "<mark>", escape(text[left:right]), "</mark>"]
            at = right
    pieces += [escape(text[at:end]), "…" if end < len(text) else ""]
    return mark_safe("".join(pieces))
