from itertools import islice

from django.db import migrations, models

from articles.models.folded import FoldedField

FOLDED = {
    "Speaker": FoldedField("name", "other_names"),
    "Contributor": FoldedField("name"),
    "Statement": FoldedField("text"),
    "Section": FoldedField("heading"),
    "Source": FoldedField("newspaper"),
}
NAMES = {
    "Speaker": "folded_names",
    "Contributor": "folded_names",
    "Statement": "folded_text",
    "Section": "folded_heading",
    "Source": "folded_newspaper",
}


def fill(apps, schema_editor):
    for model, field in FOLDED.items():
        rows = apps.get_model("articles", model).objects
        stored = rows.only(*field.names).iterator(chunk_size=1000)
        while batch := list(islice(stored, 1000)):
            rows.bulk_update(batch, [NAMES[model]])


class Migration(migrations.Migration):
    """What tables of a report's letters hold is made anew by rebuild_search_index."""

    dependencies = [("articles", "0005_history_keeps_its_authors")]

    operations = [
        *(migrations.AddField(model, NAMES[model], field) for model, field in FOLDED.items()),
        migrations.AddField("SearchDocument", "column", models.TextField(default="")),
        migrations.AddField("SearchDocument", "unplaced", models.TextField(default="")),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
