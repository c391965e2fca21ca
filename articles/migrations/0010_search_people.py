from importlib import import_module

from django.db import migrations, models

empty = import_module("articles.migrations.0009_search_statements").empty


class Migration(migrations.Migration):
    """The index is derived: rebuild_search_index fills it again."""

    dependencies = [("articles", "0009_search_statements")]

    operations = [
        migrations.RunPython(empty, empty),
        migrations.AddField("SearchDocument", "people", models.TextField(default="")),
    ]
