from django.db import models

from .reports import Report


class SearchDocument(models.Model):
    """The folded letters of a report, against which every hit is checked. Derived: it can be rebuilt at any time."""

    report = models.OneToOneField(Report, models.CASCADE, primary_key=True)
    head = models.TextField()
    text = models.TextField()

    def __str__(self):
        return self.head
