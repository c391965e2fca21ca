"""A page that prints headlines before their reports."""

from .drafts import Draft, add_picture, is_headline, is_late_part, names_column, opens_report, without_headings
from .forms import EDITORS_NOTE
from .knowledge import ends_with_any, plain
from .titles import DOUBTFUL, Titles, is_boxed, is_marked_box
from .units import Kind

_PHRASE = 9
_SURELY = float("inf")


class HeadlinesBefore:
    """Segments a page that prints headlines before their bodies."""

    def __init__(self, text, groups, result, separated):
        self.groups = groups
        self.separated = separated
        self.result = result
        self.titles = Titles(text, groups)
        self.is_web = any(group[0].kind is Kind.META for group in groups)
        self.draft = Draft()
        self.first = 0

    def segment(self):
        for index, group in enumerate(self.groups):
            following = self.groups[index + 1] if index + 1 < len(self.groups) else None
            if group[0].picture is not None:
                add_picture(group, self.draft, self.result)
            elif is_headline(group):
                self._headline(index, group, following)
            else:
                if self.draft.has_body and (group[0].lead or group[0].kind is Kind.CONTINUED_FROM):
                    self._begin(index)
                self.draft.items += group
        self.result.drafts.append(self.draft)

    def _begin(self, index, heads=(), items=()):
        if self.draft.items or self.draft.heads or self.draft.pictures:
            self.result.drafts.append(self.draft)
        self.draft = Draft(heads=list(heads), items=list(items))
        self.first = index

    def _headline(self, index, group, following):
        if following is None:
            self.result.orphans += group
            return
        draft = self.draft
        if not draft.has_body and draft.heads and following[0].kind is Kind.META and _shows_picture(draft):
            self._begin(index, *without_headings(group))
            return
        if not draft.has_body:
            group = self._without_late_parts(group)
            if not group:
                return
            heads, headings = without_headings(group)
            if group[0].start in self.separated and not (draft.heads and self._is_below_row(following)):
                self._begin(index, heads, headings)
            elif _names_briefs(draft):
                draft.heads += heads
                draft.items += headings
            elif draft.items and draft.heads and self._stands_over(group):
                draft.heads, strangers = heads, draft.heads
                self.result.orphans += strangers
                draft.items += headings
            elif draft.items and draft.heads:
                draft.items += group
            elif draft.items:
                draft.heads = heads
                draft.items += headings
            else:
                self._begin(index, heads, headings)
            return
        weight = self._weight_of_title(index, group, following)
        if weight > 0:
            doubts = ["near_miss_title"] * (weight <= DOUBTFUL)
            draft.doubts += doubts
            self._begin(index, *without_headings(group))
            self.draft.doubts += doubts
        elif _is_only_a_note(draft):
            # 编者按 stands between a column's name and the title: the report's own headline comes only now.
            for unit in draft.heads:
                unit.kind = Kind.COLUMN
            draft.heads += group
        else:
            if weight >= -DOUBTFUL:
                draft.doubts.append("near_miss_heading")
            draft.items += group

    def _without_late_parts(self, group):
        """Give the headline its subtitles and column that stand behind the row of a web page; return the rest."""
        draft = self.draft
        at = 0
        if draft.heads and all(unit.kind is Kind.META for unit in draft.items):
            at = next((at for at, unit in enumerate(group) if not is_late_part(unit)), len(group))
            draft.heads += group[:at]
        return group[at:]

    def _is_below_row(self, following):
        """Tell whether the headline above has its row, and what stands below the buttons behind it has none."""
        rows = (Kind.META, Kind.BYLINE)
        return any(unit.kind is Kind.META for unit in self.draft.items) and following[0].kind not in rows

    def _stands_over(self, group):
        """A marked headline behind the mark of a continuation: what stands before that, unmarked, is the page's."""
        draft = self.draft
        continued = all(unit.kind is Kind.CONTINUED_FROM for unit in draft.items)
        return continued and bool(group[0].hashes) and not any(unit.hashes for unit in draft.heads)

    def _weight_of_title(self, index, group, following):
        """Return how much speaks for a headline between two bodies being a title rather than a heading."""
        draft = self.draft
        goes_on = following[0].kind is Kind.CONTINUED_FROM
        if goes_on or group[0].start in self.separated or any(names_column(unit) for unit in group):
            return _SURELY
        if _is_only_a_note(draft):
            return -_SURELY
        like_another = is_boxed(group) and (is_marked_box(group) or is_boxed(draft.heads))
        named = following[0].kind is Kind.META or opens_report(following) or like_another
        if (self.is_web or self.separated) and not named:
            alone = self.is_web and not self.titles.have_rows
            return _SURELY if alone and self.titles.stands_out(group) else -_SURELY
        return self.titles.weight(draft, self.first, index)


def _names_briefs(draft):
    """Tell whether a draft is nothing but the name of a column with its row: the title comes only now."""
    if len(draft.heads) != 1 or not draft.items or any(unit.kind is not Kind.META for unit in draft.items):
        return False
    name = draft.heads[0]
    return name.width <= _PHRASE and bool(ends_with_any(name.lines[0], plain("columns")))


def _shows_picture(draft):
    """Tell whether a draft is a picture's headline and caption, which need no other text."""
    return any(unit.kind is Kind.CAPTION for unit in draft.pictures)


def _is_only_a_note(draft):
    if len(draft.items) != 1 or draft.items[0].kind is not Kind.BODY:
        return False
    return bool(EDITORS_NOTE.match(draft.items[0].lines[0]))
