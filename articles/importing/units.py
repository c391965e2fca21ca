"""The printed units of a page: what the layout makes of its lines, and what reports are put together from."""

from dataclasses import dataclass, field

from .forms import Form
from .typography import compose, join_printed, letter_pairs

# So wide, in Han letters, is a line that surely is text.
PARAGRAPH = 25


class Kind:
    """What part a unit plays on the page."""

    BODY = "body"
    HEAD = "head"
    SUBTITLE = "subtitle"
    COLUMN = "column"
    BYLINE = "byline"
    END = "end"
    CAPTION = "caption"
    CREDIT = "credit"
    PAGE_CREDIT = "page credit"
    CONTINUED_FROM = "continued from"
    CONTINUED_ON = "continued on"
    META = "meta"
    FRAME = "frame"


@dataclass(slots=True)
class Unit:
    """A stretch of the raw text, in one or more ranges [(start, end), …], with what its lines said of themselves.

    lead: the body opens with a formula such as 本报讯. closed: its last sentence is complete. alone: a list item or a
    misplaced fragment, with which no other line joins. unsure: it could well end elsewhere. picture: captions and
    credits of one picture share a number. announced: the page's table of contents prints this headline. full: it is as
    wide as many other headlines that a column broke; wrapped: it was put together from such lines.
    """

    kind: Kind
    ranges: list[tuple[int, int]]
    form: Form = Form.TEXT
    gap: int = 0
    hashes: int = 0
    width: float = 0.0
    indent: int = 0
    lead: bool = False
    closed: bool = True
    alone: bool = False
    unsure: bool = False
    picture: int | None = None
    announced: bool = False
    full: bool = False
    wrapped: bool = False
    lines: list[str] = field(default_factory=list)
    _paragraph: str | None = field(default=None, init=False, repr=False)
    _letter_pairs: set[str] | None = field(default=None, init=False, repr=False)

    @property
    def start(self):
        return self.ranges[0][0]

    @property
    def letter_pairs(self):
        """The pairs of Han letters that stand side by side on a line, found once for all who ask."""
        if self._letter_pairs is None:
            self._letter_pairs = letter_pairs("\n".join(self.lines))
        return self._letter_pairs

    def join(self, other):
        """Let another unit go on with this one."""
        self.ranges += other.ranges
        self.lines += other.lines
        self.closed = other.closed
        self._paragraph = self._letter_pairs = None

    def append(self, line):
        """Let another line go on with the unit."""
        self.ranges.append((line.start, line.end))
        self.lines.append(line.text)
        self.closed = line.ends_sentence

    def printed(self, text):
        """Print the unit with its phrase spaces."""
        return compose(text, self.ranges, phrases=True)

    def paragraph(self, text):
        """Print the unit as a paragraph, once for all who ask; text is always the same."""
        if self._paragraph is None:
            self._paragraph = join_printed(self.lines, text, self.ranges) or compose(text, self.ranges)
        return self._paragraph


def unit_of(kind, line, form=Form.TEXT, **marks):
    """Make a unit of one line."""
    return Unit(
        kind,
        [(line.start, line.end)],
        form=form,
        gap=line.gap,
        hashes=line.hashes,
        width=line.width,
        indent=line.indent,
        closed=line.ends_sentence,
        lines=[line.text],
        **marks,
    )
