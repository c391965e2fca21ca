from django.db import migrations, models

EMPTY = {
    "sqlite": "INSERT INTO articles_search_index (articles_search_index) VALUES ('delete-all')",
    "postgresql": "TRUNCATE articles_search_index",
}


def empty(apps, schema_editor):
    apps.get_model("articles", "SearchDocument").objects.all().delete()
    schema_editor.execute(EMPTY[schema_editor.connection.vendor])


class Migration(migrations.Migration):
    """The index is derived: rebuild_search_index fills it again."""

    dependencies = [("articles", "0008_search_in_order")]

    operations = [
        migrations.RunPython(empty, empty),
        migrations.RenameField("SearchDocument", "unplaced", "statements"),
    ]
