from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from articles.models import day_and_number, order_key


@dataclass(frozen=True)
class Span:
    """What stands between two order keys; they are left out themselves, and None is no limit."""

    above: int | None = None
    below: int | None = None

    @classmethod
    def of_days(cls, since=None, until=None):
        """Return the span of reports of known date from one day to another, both included."""
        if not since and not until:
            return cls()
        first = max(since or date.min, date.min + timedelta(1))
        ends = until and until < date.max
        return cls(order_key(first, 0), order_key(until + timedelta(1), 0) if ends else None)

    def __and__(self, other):
        above = [key for key in (self.above, other.above) if key is not None]
        below = [key for key in (self.below, other.below) if key is not None]
        return Span(max(above, default=None), min(below, default=None))

    def behind(self, key, ascending):
        """Return what is left of the span for somebody who has walked as far as the key."""
        return self & (Span(above=key) if ascending else Span(below=key))

    def holds(self, field):
        """Return the condition that a field, which keeps order keys, is in the span."""
        bounds = {f"{field}__gt": self.above, f"{field}__lt": self.below}
        return Q(**{name: key for name, key in bounds.items() if key is not None})

    def holds_reports(self):
        """Return the same condition of reports, for which they need no search document."""
        held = Q()
        if self.above is not None:
            day, number = day_and_number(self.above)
            held &= Q(sort_date__gte=day) & (Q(sort_date__gt=day) | Q(id__gt=number))
        if self.below is not None:
            day, number = day_and_number(self.below)
            held &= Q(sort_date__lte=day) & (Q(sort_date__lt=day) | Q(id__lt=number))
        return held


EVERYTHING = Span()
