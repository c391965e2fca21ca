from django.db import models

from articles.folding import fold_lines


class FoldedField(models.TextField):
    """What searches look into instead of other fields of its row: their folded letters, one printed unit a line.

    Worked out whenever the row is saved, in bulk too; an update() that changes the other fields has to change it.
    """

    def __init__(self, *names, **options):
        self.names = names
        super().__init__(**{"default": "", "editable": False, **options})

    def deconstruct(self):
        name, path, _, options = super().deconstruct()
        return name, path, list(self.names), options

    def pre_save(self, instance, add):
        folded = fold_lines(*(getattr(instance, name) for name in self.names))
        setattr(instance, self.attname, folded)
        return folded
