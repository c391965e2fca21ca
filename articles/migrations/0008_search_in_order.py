from django.db import migrations, models

FORWARDS = {
    "sqlite": ["INSERT INTO articles_search_index (articles_search_index) VALUES ('delete-all')"],
    "postgresql": [
        # The array leaves its row, so that many rows are read at once; the function tells the planner what it costs.
        """
        CREATE FUNCTION articles_search_tokens(int4[]) RETURNS int4[]
        LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS 'BEGIN RETURN $1; END'
        """,
        "DROP TABLE articles_search_index",
        """
        CREATE TABLE articles_search_index (
            report_id bigint PRIMARY KEY, order_key bigint NOT NULL, tokens int4[] NOT NULL
        ) WITH (toast_tuple_target = 128)
        """,
        "ALTER TABLE articles_search_index ALTER tokens SET STORAGE EXTERNAL, ALTER tokens SET STATISTICS 0",
        "CREATE INDEX articles_search_index_tokens ON articles_search_index USING gin (articles_search_tokens(tokens))",
        # Texts are kept in their rows and as they are, for hits are looked for in them; most are shorter than this.
        "ALTER TABLE articles_searchdocument SET (toast_tuple_target = 8160)",
    ],
}
BACKWARDS = {
    "sqlite": FORWARDS["sqlite"],
    "postgresql": [
        "ALTER TABLE articles_searchdocument RESET (toast_tuple_target)",
        "DROP TABLE articles_search_index",
        "DROP FUNCTION articles_search_tokens",
        "CREATE TABLE articles_search_index (report_id bigint PRIMARY KEY, tokens int4[] NOT NULL)",
        "CREATE INDEX articles_search_index_tokens ON articles_search_index USING gin (tokens)",
    ],
}


def forwards(apps, schema_editor):
    apps.get_model("articles", "SearchDocument").objects.all().delete()
    for statement in FORWARDS[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def backwards(apps, schema_editor):
    apps.get_model("articles", "SearchDocument").objects.all().delete()
    for statement in BACKWARDS[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    """The index is derived: rebuild_search_index fills it again."""

    dependencies = [("articles", "0007_report_title")]

    operations = [
        migrations.AddField("SearchDocument", "keywords", models.TextField(default="")),
        migrations.RunPython(forwards, backwards),
    ]
