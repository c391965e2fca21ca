"""Long lists, of which only the beginning is counted and shown."""

from django.core.paginator import Paginator
from django.utils.functional import cached_property

MOST = 1000


class BoundedPaginator(Paginator):
    """The pages of the first thousand rows: to count or to skip more of them takes a database too long.

    more: whether there are more rows than count says.
    """

    @cached_property
    def count(self):
        return min(self._counted, MOST)

    @property
    def more(self):
        return self._counted > MOST

    @cached_property
    def _counted(self):
        rows = self.object_list
        return len(rows) if isinstance(rows, list) else rows.order_by()[: MOST + 1].count()
