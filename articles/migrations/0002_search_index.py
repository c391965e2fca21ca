import django.db.models.deletion
from django.db import migrations, models

CREATE = {
    "sqlite": [
        "CREATE VIRTUAL TABLE articles_search_index USING fts5(tokens, content='', detail=none, tokenize='ascii')",
        "CREATE VIRTUAL TABLE articles_search_terms USING fts5vocab(articles_search_index, instance)",
    ],
    "postgresql": [
        "CREATE TABLE articles_search_index (report_id bigint PRIMARY KEY, tokens int4[] NOT NULL)",
        # Kept in its row, the array shows the planner what reading it costs; it would scan all of them otherwise.
        "ALTER TABLE articles_search_index ALTER tokens SET STORAGE MAIN",
        "CREATE INDEX articles_search_index_tokens ON articles_search_index USING gin (tokens)",
    ],
}
DROP = {
    "sqlite": ["DROP TABLE articles_search_terms", "DROP TABLE articles_search_index"],
    "postgresql": ["DROP TABLE articles_search_index"],
}


def create(apps, schema_editor):
    for statement in CREATE[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def drop(apps, schema_editor):
    for statement in DROP[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("articles", "0001_initial")]

    operations = [
        # Derived data: made anew by rebuild_search_index rather than migrated.
        migrations.DeleteModel("SearchDocument"),
        migrations.CreateModel(
            name="SearchDocument",
            fields=[
                (
                    "report",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        serialize=False,
                        to="articles.report",
                    ),
                ),
                (
                    "order_key",
                    models.BigIntegerField(
                        unique=True, help_text="Date and number in one: newest first is largest first."
                    ),
                ),
                ("head", models.TextField()),
                ("headings", models.TextField()),
                ("text", models.TextField()),
            ],
        ),
        migrations.RunPython(create, drop),
    ]
