from django.db import models
from django.db.models.query_utils import DeferredAttribute

from articles.folding import fold_lines


class _Folded(DeferredAttribute):
    """Follows the fields that it is made of, whatever way the row is about to be saved."""

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return fold_lines(*(getattr(instance, name) for name in self.field.names))

    def __set__(self, instance, value):
        # Only a row that was read without this column is saved without it: Model.get_deferred_fields looks here.
        instance.__dict__[self.field.attname] = value


class FoldedField(models.TextField):
    """What searches look into instead of other fields of its row: their folded letters, one printed unit a line.

    It is saved with the row, in bulk too; only an update() of the other fields has to update it as well.
    """

    descriptor_class = _Folded

    def __init__(self, *names, **options):
        self.names = names
        super().__init__(**{"default": "", "editable": False, **options})

    def deconstruct(self):
        name, path, _, options = super().deconstruct()
        return name, path, list(self.names), options
