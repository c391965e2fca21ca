"""Long lists, of which only the beginning is counted and shown."""

from django.core.paginator import Paginator
from django.utils.functional import cached_property

MOST = 1000


class BoundedPaginator(Paginator):
    """The pages of the first rows, `most` of them: to count or to skip more takes a database too long.

    more: whether there are more rows than count says.
    """

    def __init__(self, rows, size, most=MOST):
        super().__init__(rows, size)
        self.most = most

    @cached_property
    def count(self):
        return min(self._counted, self.most)

    @property
    def more(self):
        return self._counted > self.most

    @cached_property
    def _counted(self):
        rows = self.object_list
        return len(rows) if isinstance(rows, list) else rows.order_by()[: self.most + 1].count()
