"""Whether the importer knows what it does not know: how its errors spread over its own confidence.

    python -m benchmarks.confidence

Reads composed pages of every kind, and pages in each disguise of tests/importing/redump.py. A report is wrong where its
title, paragraphs, authors or direct statements are not exactly those of a perfect import; so is one that is no report
of the page. Prints the reports in five groups of equal size, the least trusted first, with the share of wrong ones in
each; how many of all wrong reports stand in the least trusted fifth; and for each doubt how many reports that carry it,
alone or with others, came out right.
"""

import random
from collections import defaultdict
from itertools import islice, pairwise
from statistics import mean
from typing import NamedTuple

from articles.importing import parse
from tests.importing.redump import DISGUISES
from tests.importing.scoring import MEASURES

from .pages import KINDS, composed

_EXACT = ("title", "paragraphs", "authors", "direct")
_GROUPS = 5


class Judged(NamedTuple):
    """The confidence in a report, from 0 to 1, the codes of its doubts, and whether it came out wrong."""

    confidence: float
    doubts: list[str]
    wrong: bool


def main():
    plain = list(islice(composed(random.Random(30)), 40 * len(KINDS)))
    disguised = [
        (DISGUISES[name](text), record)
        for name, pages in zip(DISGUISES, _dealt(composed(random.Random(31)), 2 * len(KINDS)), strict=False)
        for _, text, record in pages
    ]
    composed_reports = [judged for _, text, record in plain for judged in _judge(text, record)]
    disguised_reports = [judged for text, record in disguised for judged in _judge(text, record)]
    _print_groups("composed pages", composed_reports)
    _print_groups("pages in disguise", disguised_reports)
    _print_groups("all pages", composed_reports + disguised_reports)
    _print_doubts(composed_reports + disguised_reports)


def _dealt(pages, size):
    """Yield runs of so many pages without end."""
    while True:
        yield list(islice(pages, size))


def _judge(text, record):
    """Yield each report of a page Judged against those of its record; each of these is met once."""
    expected = [_key(report) for report in record["reports"]]
    for report in parse(text).reports:
        key = _key(report.as_json())
        yield Judged(report.confidence, report.doubts, key not in expected)
        if key in expected:
            expected.remove(key)


def _key(report):
    return [sorted(MEASURES[name](report), key=str) if name == "authors" else MEASURES[name](report) for name in _EXACT]


def _print_groups(name, reports):
    """Reports that are trusted alike are shuffled, so that the order in which they were read decides nothing."""
    random.Random(1).shuffle(reports)
    reports.sort(key=lambda judged: judged.confidence)
    cuts = [len(reports) * number // _GROUPS for number in range(_GROUPS + 1)]
    groups = [reports[start:end] for start, end in pairwise(cuts)]
    wrong = sum(judged.wrong for judged in reports)
    print(f"{name}: {len(reports)} reports, {wrong} wrong")
    print(f"{'least trusted first':24}{'confidence':>16}{'wrong':>8}{'share':>8}")
    for number, group in enumerate(groups, 1):
        span = f"{group[0].confidence:.2f} to {group[-1].confidence:.2f}"
        share = mean(judged.wrong for judged in group)
        print(f"fifth {number:<18}{span:>16}{sum(judged.wrong for judged in group):8}{share:8.2f}")
    least = sum(judged.wrong for judged in groups[0])
    print(f"of all wrong reports in the least trusted fifth: {least / max(1, wrong):.2f}\n")


def _print_doubts(reports):
    carrying = defaultdict(list)
    for judged in reports:
        for doubt in judged.doubts or ["none"]:
            carrying[doubt].append(judged)
    print(f"{'doubt':24}{'reports':>10}{'right':>8}{'alone':>10}{'right':>8}")
    for doubt, found in sorted(carrying.items(), key=lambda item: -len(item[1])):
        alone = [judged for judged in found if len(judged.doubts) < 2]
        right = [
            f"{1 - mean(judged.wrong for judged in group):8.2f}" if group else f"{'-':>8}" for group in (found, alone)
        ]
        print(f"{doubt:24}{len(found):10}{right[0]}{len(alone):10}{right[1]}")


if __name__ == "__main__":
    main()
