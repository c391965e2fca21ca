"""A report in the making: what is written into it is entered in the ledger at once."""

from . import forms
from .knowledge import ends_with_any, plain
from .ledger import Piece
from .lines import ends_sentence
from .names import PLACE_ENDINGS, looks_like_name, parse_byline, split_names, with_office
from .page import Author, Label, Report, Section
from .typography import Printed, compose

_TAIL = 14


class Building:
    """The Report at one position of a page, and the pieces of the ledger that it is made of.

    text: what is printed; folded: the same in simplified letters, in which forms and names are read.
    noise: pieces that turned out to belong to the frame. unfinished: paragraphs that break off. doubts: what was hard.
    dateline: the formula before its lead, as printed. page_credit: who took the pictures that name nobody.
    row_author: the author in the row of a web page, who signs where nobody else does.
    """

    def __init__(self, text, folded, position):
        self.text = text
        self.folded = folded
        self.position = position
        self.report = Report()
        self.pieces = []
        self.noise = []
        self.unfinished = []
        self.doubts = []
        self.dateline = None
        self.page_credit = None
        self.row_author = None
        self._composed = {}

    def read(self, ranges):
        """Print ranges in simplified letters, to be understood; offsets are those of the text itself."""
        return Printed(self._compose(self.folded, ranges), self.folded, ranges)

    def printed(self, ranges):
        """Print ranges with the spaces between phrases, without which paragraphs and captions are printed."""
        return self._compose(self.text, ranges)

    def _compose(self, text, ranges):
        """Print ranges of the text or of the folded one, once for all who ask."""
        key = text is self.text, *ranges
        if key not in self._composed:
            self._composed[key] = compose(text, ranges, phrases=True)
        return self._composed[key]

    def enter(self, label, ranges, text=None):
        """Enter a piece in the ledger, printed as text or else with its phrases; return it."""
        piece = Piece(label, ranges, self.position, self.printed(ranges) if text is None else text)
        self.pieces.append(piece)
        return piece

    def mark(self, ranges):
        self.report.marks.append(self.enter(Label.MARK, ranges).text)

    def furniture(self, ranges):
        self.noise.append(Piece(Label.FURNITURE, ranges, None, self.printed(ranges)))

    def byline(self, ranges):
        """The first author line is the byline, a further one a mark; whoever is named in either is an author."""
        line = self._author_line(ranges)
        office, name = with_office(line)
        titled = office and (
            ends_with_any(office, plain("offices")) or office[-1] in PLACE_ENDINGS or office in plain("people")
        )
        author = [Author(name, "")] if titled and looks_like_name(name) else []
        if office + name == line:
            self._signed(ranges, author or parse_byline(line))
            return
        # A column breaks a name as well as between two.
        authors = parse_byline(line) or parse_byline(" ".join(self._author_line([span]) for span in ranges))
        self._signed(ranges, authors or author)

    def photographer(self, ranges):
        """A photographer's line that stands for the byline."""
        name = credited(self._author_line(ranges))
        self._signed(ranges, [Author(one, "摄影") for one in split_names(name)] if name else [])

    def _author_line(self, ranges):
        return self.read(ranges).text

    def _signed(self, ranges, authors):
        if self.report.byline is None:
            self.report.byline = self.enter(Label.BYLINE, ranges).text
        else:
            self.mark(ranges)
        known = {author.name for author in self.report.authors}
        self.report.authors += [author for author in authors if author.name not in known]

    def taken_from(self, origin):
        self.report.origin = self.report.origin or origin

    def paragraph(self, ranges, closed, text=None):
        """Enter a paragraph, printed as text if that is known."""
        piece = self.enter(Label.PARAGRAPH, ranges, text or compose(self.text, ranges))
        if not self.report.sections:
            self.report.sections.append(Section(None, 0))
        self.report.sections[-1].paragraphs.append(piece.text)
        if not closed and not ends_sentence(piece.text):
            self.report.truncated.append(piece.text[-_TAIL:])
            self.unfinished.append(piece)


def credited(text):
    """Return the name in a photographer's line, None where it holds none: 资料图片, 受访者供图."""
    match = forms.CREDIT.fullmatch(text)
    names = match and (match["name"] or match["reporter"] or match["after"])
    lent = names and f"{names}供图" in text and not looks_like_name(names)
    return None if lent else names and forms.ROLE.sub(" ", names)
