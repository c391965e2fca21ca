"""The lines of narrow columns: which begin a paragraph, which go on with one, and which are headlines between.

Of all ways to read the lines that stand together the likeliest is sought: the one for which the signs of each line, and
of each step from a line to the next, speak most. What a sign weighs stands in data/line_signs.txt.
"""

from .signs import Part, Signs
from .typography import letter_pairs
from .units import Kind, unit_of
from .weights import weights
from .widths import spanning, white_space_of, widths_of

# So many lines, of which one is so wide, tell by themselves how wide their column is.
_ENOUGH, _NARROWEST = 5, 10
_FAR_BEHIND = 18
_NEVER = float("-inf")
_NO_WAY = _NEVER, None


class Columns:
    """The broken lines of a page, and what they show together: how wide they are, and how paragraphs are set off."""

    def __init__(self, lines):
        wide = spanning(lines)
        widths = widths_of(lines, wide)
        self.white_space = white_space_of(lines, widths)
        self._shapes = {line.start: shape for line, shape in zip(lines, zip(widths, wide, strict=True), strict=True)}
        self._pairs = letter_pairs("\n".join([line.text for line in lines]))

    def join(self, units, run, lead, text, opened, announces):
        """Add the lines of a run to units: headlines, and paragraphs put together from their lines.

        lead: the first line opens a report. text: it is one of a paragraph, though it does not look like it. opened:
        the paragraph before the run, where it is not complete. announces: what follows the run opens a report.
        """
        signs = self._signs_of(run)
        below = bool(units) and units[-1].kind is Kind.HEAD
        paragraph = opened
        for at, part in enumerate(_parts(signs, lead or text, opened is not None, below, announces)):
            if part is Part.HEADLINE:
                units.append(unit_of(Kind.HEAD, run[at]))
                continue
            if part is Part.FIRST:
                paragraph = unit_of(Kind.BODY, run[at], lead=lead and at == 0)
                units.append(paragraph)
            else:
                paragraph.append(run[at])
            paragraph.unsure = paragraph.unsure or signs.is_doubtful(at, part)

    def _signs_of(self, run):
        if len(run) >= _ENOUGH and max(line.width for line in run) >= _NARROWEST:
            wide = spanning(run)
            widths = widths_of(run, wide)
        else:
            widths, wide = zip(*(self._shapes.get(line.start, (line.width, False)) for line in run), strict=True)
        return Signs(run, widths, wide, self.white_space, self._pairs, weights("line_signs"))


def _parts(signs, is_text, goes_on, below, announces):
    """Return the Part of each line of a run, of the likeliest way to read it.

    is_text: the first line begins a paragraph. goes_on: it may go on with one. below: it stands right below a headline.
    announces: see Columns.join().
    """
    # A way to read the lines up to one is (what speaks for it, the part of that line, the way to the line before).
    ways = [(signs.opening(Part.FIRST, below) + signs.first(0), Part.FIRST, None)]
    if not is_text and signs.may_be_headline(0):
        ways.append((signs.opening(Part.HEADLINE, below) + signs.headline(0), Part.HEADLINE, None))
    if not is_text and goes_on:
        ways.append((signs.opening(Part.FURTHER, below), Part.FURTHER, None))
    for at in range(1, len(signs)):
        ways = _longer(ways, signs, at)
    way = max(ways, key=lambda way: way[0] + signs.closing(way[1], announces))
    parts = []
    while way:
        _weight, part, way = way
        parts.append(part)
    return parts[::-1]


def _longer(ways, signs, at):
    """Return the best way up to a line for each Part that it may play, of those up to the line before.

    One that is far behind is left out: it hardly ever catches up.
    """
    ending, going_on, may_be_headline = signs.end(at - 1), signs.further(at), signs.may_be_headline(at)
    beginning = signs.headline_begins(at) if may_be_headline else _NEVER
    first = further = headline = _NO_WAY
    for way in ways:
        weight, part, _before = way
        if part is Part.HEADLINE:
            ended = weight + signs.below_headline(at)
            headed = weight + signs.headline_goes_on(at) if may_be_headline else _NEVER
        else:
            end, on = signs.step(at - 1, part)
            ended = weight + ending + end
            headed = ended + beginning
            if weight + going_on + on > further[0]:
                further = weight + going_on + on, way
        if ended > first[0]:
            first = ended, way
        if headed > headline[0]:
            headline = headed, way
    begun = first[0] + signs.first(at)
    headed = headline[0] + signs.headline(at) if may_be_headline else _NEVER
    least = max(begun, further[0], headed) - _FAR_BEHIND
    found = (begun, Part.FIRST, first[1]), (further[0], Part.FURTHER, further[1]), (headed, Part.HEADLINE, headline[1])
    return [way for way in found if way[0] >= least]
