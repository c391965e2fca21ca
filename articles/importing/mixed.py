"""A page that prints some headlines above their reports and others behind them: where it goes over to the other way.

The page is cut at its headlines, and where a report opens without one. Of all ways to put the stretches between
together to reports, each with the headline above it or behind it, the likeliest is sought.
"""

from itertools import groupby, pairwise
from typing import NamedTuple

from .cohesion import letter_pairs
from .drafts import Draft, is_headline, opens_report
from .forms import NUMBERED
from .units import Kind

# So many stretches at most make one report; on a page with more breaks than that nothing is sought.
_LONGEST_REPORT, _MOST_BREAKS = 12, 80
_SHORT, _LONG = 8, 12
# What speaks for a report: a headline all of whose letter pairs it prints. And against it: none, two, one that stands
# otherwise than the one before.
_OWN_HEADLINE, _NO_HEADLINE, _TWO_HEADLINES, _OTHER_WAY = 5, -4, -3, -2
# So much likelier than a page that prints all headlines one way a mixed one has to be.
_SURELY = 3


class _Break(NamedTuple):
    """What parts two stretches, at the group of this index: headline units, or none where a report opens naked.

    weight: how much speaks for a report ending here.
    """

    at: int
    heads: list
    weight: float

    @property
    def after(self):
        return self.at + bool(self.heads)


class _Stretch(NamedTuple):
    """What stands between two breaks: its letter pairs, whether it holds text, whether it goes on from elsewhere."""

    pairs: set
    has_text: bool
    goes_on: bool


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
    """Return [(whether headlines stand behind their reports, groups)] of a page that mixes both ways, [] of another."""
    breaks = _breaks(groups)
    if not _may_be_mixed(groups, breaks):
        return []
    stretches = [_stretch(groups[one.after : other.at]) for one, other in pairwise(breaks)]
    cuts = [_cut(one, *around) for one, around in zip(breaks[1:-1], pairwise(stretches), strict=True)]
    cuts = [0, *cuts, 0]
    best, *one_way = (_likeliest(breaks, stretches, cuts, ways) for ways in ((False, True), (False,), (True,)))
    if best.score < max(path.score for path in one_way) + _SURELY:
        return []
    return _regions_of(best, groups, breaks)


def _stretch(groups):
    units = _units(groups)
    goes_on = bool(units) and units[0].kind is Kind.CONTINUED_FROM
    return _Stretch(letter_pairs(units), any(unit.kind is Kind.BODY for unit in units), goes_on)


def _units(groups):
    return [unit for group in groups for unit in group]


def _cut(one, before, after):
    """Return where headline units in a row are best cut, between two reports: 0 where they cannot be.

    A part of them speaks of the text above, the rest of that below; a blank line may stand between.
    """
    leaning = [
        len(pairs & after.pairs) - len(pairs & before.pairs) for pairs in (letter_pairs([unit]) for unit in one.heads)
    ]
    cuts = [at for at, unit in enumerate(one.heads) if at and unit.kind is not Kind.SUBTITLE]
    return max(cuts, key=lambda at: (sum(leaning[at:]) - sum(leaning[:at]), one.heads[at].gap), default=0)


def _may_be_mixed(groups, breaks):
    if len(breaks) > _MOST_BREAKS or any(group[0].kind is Kind.META for group in groups):
        return False
    naked = any(not one.heads for one in breaks[:-1])
    return sum(bool(one.heads) for one in breaks) > 1 and (naked or bool(breaks[-1].heads))


def _breaks(groups):
    """Return the breaks of a page, the first before its first stretch, the last behind its last one."""
    breaks, has_body = [], False
    for index, group in enumerate(groups):
        if is_headline(group):
            breaks.append(_Break(index, group, _weight(groups, index)))
            has_body = False
            continue
        if not breaks or (has_body and _opens(groups, index)):
            breaks.append(_Break(index, [], 2 + group[0].lead))
            has_body = False
        has_body = has_body or group[0].kind is Kind.BODY
    if breaks and (not breaks[-1].heads or breaks[-1].at < len(groups) - 1):
        breaks.append(_Break(len(groups), [], 0))
    return breaks


def _opens(groups, index):
    """Tell whether a report opens at a group. A byline may as well end one: it opens the text right below it."""
    first = groups[index][0]
    following = groups[index + 1][0] if index + 1 < len(groups) else None
    if first.lead or first.kind is Kind.CONTINUED_FROM:
        return True
    return first.kind is Kind.BYLINE and following is not None and following.kind is Kind.BODY


def _weight(groups, index):
    """Return how much speaks for the end of a report at a headline, rather than for a heading inside it."""
    heads = groups[index]
    before, following = groups[index - 1 : index] if index else [], groups[index + 1 : index + 2]
    weight = -2 + 4 * bool(following and opens_report(following[0]))
    weight += 3 * Draft(items=_units(before)).is_complete
    weight += 2 * (len(heads) > 1) + (heads[-1].width >= _LONG) - (heads[-1].width <= _SHORT)
    return weight - 4 * bool(NUMBERED.match(heads[0].lines[0]))


def _likeliest(breaks, stretches, cuts, ways):
    """Return the likeliest _Path over a page whose reports have their headlines these ways, behind them or not."""
    paths = [[] for _ in breaks]
    first = len(breaks[0].heads)
    paths[0] = [_Path(_NO_HEADLINE * bool(first and False not in ways), 0, None, first * (False in ways), None)]
    for start, one in enumerate(breaks[:-1]):
        pairs, has_text = set(), False
        for end in range(start + 1, min(len(breaks), start + _LONGEST_REPORT + 1)):
            pairs, has_text = pairs | stretches[end - 1].pairs, has_text or stretches[end - 1].has_text
            report = _Stretch(pairs, has_text, stretches[start].goes_on)
            other = breaks[end]
            for path in paths[start]:
                above = one.heads[len(one.heads) - path.above :]
                for cut in _cuts(other, cuts[end], ways, end == len(breaks) - 1):
                    behind = other.heads[:cut]
                    score, way = _score(path, above, behind, report)
                    score += other.weight * (end < len(breaks) - 1)
                    score += _NO_HEADLINE * bool(end == len(breaks) - 1 and cut < len(other.heads))
                    _keep(paths[end], _Path(score, end, way, len(other.heads) - cut, path))
    return max(paths[-1], key=lambda path: path.score)


def _cuts(one, cut, ways, last):
    """Return after how many units of a headline those of the report behind it may begin."""
    cuts = {0, cut, len(one.heads)}
    return [cut for cut in cuts if (True in ways or cut == 0) and (False in ways or last or cut == len(one.heads))]


def _score(path, above, behind, report):
    """Return (the score of a path with one more report, the way its headline stands)."""
    if not above and not behind:
        return path.score + _NO_HEADLINE * (report.has_text and not report.goes_on), path.behind
    pairs = letter_pairs(above + behind)
    score = path.score + _OWN_HEADLINE * len(pairs & report.pairs) / max(1, len(pairs))
    score += _TWO_HEADLINES * bool(above and behind)
    way = bool(behind)
    return score + _OTHER_WAY * (path.behind is not None and path.behind is not way), way


def _keep(paths, path):
    """Keep of the paths that go on alike the best one."""
    alike = next(
        (at for at, other in enumerate(paths) if other.above == path.above and other.behind is path.behind), None
    )
    if alike is None:
        paths.append(path)
    elif paths[alike].score < path.score:
        paths[alike] = path


def _regions_of(path, groups, breaks):
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
        part = carried + groups[at : one.at] + ([one.heads[:cut]] if cut else [])
        found.append((bool(behind), part))
        carried, at = [one.heads[cut:]] if last.above else [], one.after
    if carried:
        found[-1][1].extend(carried)
    return found
