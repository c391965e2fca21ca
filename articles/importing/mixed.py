"""A page that prints some headlines above their reports and others behind them: where it goes over to the other way.

The page is cut at its headlines, and where a report opens without one. Of all ways to put the stretches between
together to reports, each with the headline above it or behind it, the likeliest is sought.
"""

from itertools import groupby, pairwise
from typing import NamedTuple

from .cohesion import letter_pairs
from .drafts import HEADLINE, Draft, is_headline, opens_report, without_headings
from .forms import NUMBERED
from .units import Kind

# So many stretches at most make one report; on a page with more breaks than that nothing is sought.
_LONGEST_REPORT, _MOST_BREAKS = 12, 48
_WORD, _SHORT, _LONG = 4, 8, 12
_STORY = 50
# What speaks for a report: a headline all of whose letter pairs it prints. And against it: none, two, one that stands
# otherwise than the one before.
_OWN_HEADLINE, _NO_HEADLINE, _TWO_HEADLINES, _OTHER_WAY = 5, -4, -3, -2
# So much likelier than a page that prints all headlines one way a mixed one has to be, and one way than the other.
_SURELY = 4
# A break of this weight ends a report in any case: a formula stands behind it.
_CERTAIN = 2


class _Break(NamedTuple):
    """What parts two stretches, at the group of this index: headline units, or none where a report opens naked.

    weight: how much speaks for a report ending here. picture: what else is in the group, where that is a picture's.
    """

    at: int
    heads: list
    weight: float
    picture: tuple = ()

    @property
    def after(self):
        return self.at + bool(self.heads)


class _Path(NamedTuple):
    """A way to put reports together, up to the report that begins at a break.

    behind: whether its last report has its headline behind it; None where no report has any. above: how many of the
    units at the break stand above the next report. before: the _Path up to the break before.
    """

    score: float
    end: int
    behind: bool | None
    above: int
    before: "_Path | None"


def regions(groups):
    """Return [(whether headlines stand behind their reports, groups)], several for a page that prints them both ways.

    [] where the page shows no sign of headlines behind, or too little to tell.
    """
    if not _may_be_mixed(groups):
        return []
    breaks = _breaks(groups)
    if len(breaks) > _MOST_BREAKS:
        return []
    page = _Page(groups, breaks)
    best, above, behind = (page.likeliest(ways) for ways in ((False, True), (False,), (True,)))
    if best.score >= max(above.score, behind.score) + _SURELY:
        return _regions_of(best, groups, breaks)
    if abs(above.score - behind.score) >= _SURELY:
        return [(behind.score > above.score, groups)]
    return []


def _may_be_mixed(groups):
    """Tell whether a page may print headlines both ways: a report opens without one, or the page closes with one."""
    headlines = sum(map(is_headline, groups))
    if headlines < 2 or any(group[0].kind is Kind.META for group in groups):
        return False
    opens = (at for at in range(1, len(groups)) if not is_headline(groups[at - 1]) and _opens(groups, at))
    return not is_headline(groups[0]) or is_headline(groups[-1]) or next(opens, None) is not None


def _breaks(groups):
    """Return the breaks of a page, the first before its first stretch, the last behind its last one."""
    breaks, has_body = [], False
    for index, group in enumerate(groups):
        heads, _headings = without_headings([unit for unit in group if unit.kind in HEADLINE])
        if heads:
            picture = tuple(unit for unit in group if unit.kind not in HEADLINE)
            weight = _weight(groups, index, heads)
            # A picture with a headline of its own never speaks against the end of a report.
            breaks.append(_Break(index, heads, max(weight, 0) if picture else weight, picture))
            # A picture with so long a text is a report of its own.
            has_body = sum(len(line) for unit in picture for line in unit.lines) >= _STORY
            continue
        if not breaks or (has_body and _opens(groups, index)):
            breaks.append(_Break(index, [], 2 + group[0].lead))
            has_body = False
        has_body = has_body or group[0].kind is Kind.BODY
    if not breaks[-1].heads or breaks[-1].at < len(groups) - 1:
        breaks.append(_Break(len(groups), [], 0))
    return breaks


def _opens(groups, index):
    """Tell whether a report opens at a group. A byline may as well end one: it opens the text right below it."""
    first = groups[index][0]
    following = groups[index + 1][0] if index + 1 < len(groups) else None
    if first.lead or first.kind is Kind.CONTINUED_FROM:
        return True
    return first.kind is Kind.BYLINE and following is not None and following.kind is Kind.BODY


def _weight(groups, index, heads):
    """Return how much speaks for the end of a report at a headline, rather than for a heading inside it."""
    following = groups[index + 1 : index + 2]
    weight = -2 + 4 * bool(following and opens_report(following[0]))
    weight += 3 * Draft(items=groups[index - 1] if index else []).is_complete
    weight += 2 * (len(heads) > 1) + (heads[-1].width >= _LONG) - (heads[-1].width <= _SHORT)
    return weight - 4 * bool(NUMBERED.match(heads[0].lines[0]))


class _Page:
    """The stretches between the breaks of a page, and what its headlines share with them."""

    def __init__(self, groups, breaks):
        self.breaks = breaks
        stretches = [
            [*one.picture, *(unit for group in groups[one.after : other.at] for unit in group)]
            for one, other in pairwise(breaks)
        ]
        self.has_text = [any(unit.kind is Kind.BODY for unit in units) for units in stretches]
        self.is_empty = [not any(unit.kind in (Kind.BODY, Kind.CAPTION) for unit in units) for units in stretches]
        self.goes_on = [bool(units) and units[0].kind is Kind.CONTINUED_FROM for units in stretches]
        self.printed = [letter_pairs(units) for units in stretches]
        self.pairs = [[letter_pairs([unit]) for unit in one.heads] for one in breaks]
        self.cuts = [0, *map(self._cut, range(1, len(breaks) - 1)), 0]
        self._weighed = {}

    def _cut(self, at):
        """Return where headline units in a row are best cut, between two reports: 0 where they cannot be.

        A part of them speaks of the text above, the rest of that below; a blank line may stand between.
        """
        heads = self.breaks[at].heads if not self.breaks[at].picture else []
        above, below = self.printed[at - 1 : at + 1]
        leaning = [len(pairs & below) - len(pairs & above) for pairs in self.pairs[at]]
        cuts = [cut for cut, unit in enumerate(heads) if cut and unit.kind is not Kind.SUBTITLE]
        if cuts[1:] and heads[0].width <= _WORD:
            # A word alone is no headline.
            cuts.remove(1)
        return max(cuts, key=lambda cut: (sum(leaning[cut:]) - sum(leaning[:cut]), heads[cut].gap), default=0)

    def likeliest(self, ways):
        """Return the likeliest _Path over the page if headlines stand these ways: behind their reports or not."""
        first, last = self.breaks[0], len(self.breaks) - 1
        cuts = [self._cuts(at, ways) for at in range(last + 1)]
        above = len(first.heads) * (False in ways)
        # Of the paths that go on alike, from a break on, the best one.
        paths = [{} for _ in self.breaks]
        paths[0][above, None] = _Path(_NO_HEADLINE * (above < len(first.heads)), 0, None, above, None)
        for start in range(last):
            for end in range(start + 1, min(last, start + _LONGEST_REPORT) + 1):
                _at, units, weight, picture = self.breaks[end]
                heads = len(units)
                for path in paths[start].values():
                    for cut in cuts[end]:
                        report = start, end, path.above, cut
                        if report not in self._weighed:
                            self._weighed[report] = self._weigh(*report)
                        own, behind = self._weighed[report]
                        score = path.score + own
                        if behind is None:
                            behind = path.behind
                        elif path.behind is not None and behind is not path.behind:
                            score += _OTHER_WAY
                        if end < last:
                            score += weight
                        elif cut < heads and not picture:
                            score += _NO_HEADLINE
                        known = paths[end].get((heads - cut, behind))
                        if known is None or known.score < score:
                            paths[end][heads - cut, behind] = _Path(score, end, behind, heads - cut, path)
                if weight >= _CERTAIN:
                    break
        return max(paths[-1].values(), key=lambda path: path.score)

    def _cuts(self, at, ways):
        """Return after how many of the units at a break those of the next report may begin."""
        whole = len(self.breaks[at].heads)
        if True not in ways:
            return {0}
        return {0, self.cuts[at], whole} if False in ways or at == len(self.breaks) - 1 else {whole}

    def _weigh(self, start, end, above, cut):
        """Return (what speaks for a report, whether its headline stands behind it or None where it has none).

        It has the stretches between two breaks, so many units above them and so many behind.
        """
        if not above and not cut:
            lacks = any(self.has_text[start:end]) and not self.goes_on[start]
            return _NO_HEADLINE * lacks, None
        if all(self.is_empty[start:end]):
            return _NO_HEADLINE, bool(cut)
        heads = len(self.pairs[start])
        printed_above, pairs_above = self._own(start, heads - above, heads, start, end)
        printed_behind, pairs_behind = self._own(end, 0, cut, start, end)
        share = (printed_above + printed_behind) / max(1, pairs_above + pairs_behind)
        return _OWN_HEADLINE * share + _TWO_HEADLINES * bool(above and cut), bool(cut)

    def _own(self, at, first, last, start, end):
        """Return (how many letter pairs of some units at a break the stretches between two breaks print, how many)."""
        if first == last:
            return 0, 0
        pairs = set().union(*self.pairs[at][first:last])
        left = pairs.difference(*self.printed[start:end])
        return len(pairs) - len(left), len(pairs)


def _regions_of(path, groups, breaks):
    """Return the regions that a _Path makes of a page."""
    reports = []
    while path.before:
        reports.append(path)
        path = path.before
    reports.reverse()
    found = []
    at, carried = 0, []
    for behind, run in groupby(reports, lambda report: report.behind):
        last = list(run)[-1]
        one = breaks[last.end]
        cut = len(one.heads) - last.above
        ended, begun = _parted(groups[one.at], cut, bool(one.picture)) if one.heads else ([], [])
        found.append((bool(behind), [*carried, *groups[at : one.at], *ended]))
        carried, at = begun, one.after
    if carried:
        found[-1][1].extend(carried)
    return found


def _parted(group, cut, is_whole):
    """Return ([what of a headline group goes with the report above], [what goes with the one below])."""
    if is_whole or cut in (0, len(group)):
        return ([group], []) if cut else ([], [group])
    return [group[:cut]], [group[cut:]]
