from django.db import models

from .reports import Report


class SearchDocument(models.Model):
    """The folded letters of a report, against which every hit is checked. Derived: it can be rebuilt at any time.

    Each column holds printed units one a line: head the title, kicker and subtitle; column the report's column;
    headings the sections' headings; text everything that can be found: these, the paragraphs and the captions;
    statements the statements, which need not stand in the text; keywords the keywords. people holds the keys of the
    report's speakers and contributors, as articles.search.tokens.person writes them, each between line breaks.
    """

    report = models.OneToOneField(Report, models.CASCADE, primary_key=True)
    order_key = models.BigIntegerField(unique=True, help_text="Date and number in one: newest first is largest first.")
    head = models.TextField()
    column = models.TextField(default="")
    headings = models.TextField()
    text = models.TextField()
    statements = models.TextField(default="")
    keywords = models.TextField(default="")
    people = models.TextField(default="")

    def __str__(self):
        return self.head
