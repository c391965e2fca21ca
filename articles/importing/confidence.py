"""How far a report may be trusted: what the importer was unsure of, and what each doubt has been worth.

The shares are measured (benchmarks/confidence.py): of the composed reports with a doubt, how many came out right.
"""

_TRUST = {
    "no_title": 0.05,
    "speaker_unknown": 0.05,
    "short_body": 0.05,
    "no_author": 0.1,
    "stranger_headline": 0.55,
    "near_miss_heading": 0.6,
    "unbalanced_quotation": 0.65,
    "truncated": 0.8,
    "broken_columns": 0.8,
    "headline_choice": 0.85,
    "near_miss_title": 0.85,
    "continuation": 0.95,
}
DOUBTS = tuple(_TRUST)
_SHORT = 60


def doubts_of(building, findings):
    """Return the codes of what is doubtful about a report, the gravest first; findings: the Findings about it."""
    report = building.report
    body = sum(len(paragraph) for section in report.sections for paragraph in section.paragraphs)
    found = {*building.doubts, *(finding.code for finding in findings)}
    if not report.authors and not report.origin:
        found.add("no_author")
    if body < _SHORT:
        found.add("short_body")
    return sorted(found & _TRUST.keys(), key=lambda doubt: (_TRUST[doubt], doubt))


def confidence_of(doubts):
    """Return the trust, from 0 to 1, in a report with these doubts."""
    trust = 1.0
    for doubt in doubts:
        trust *= _TRUST[doubt]
    return round(trust, 3)
