from datetime import date

from django.db import migrations, models
from django.db.models import OuterRef, Subquery, Value
from django.db.models.functions import Coalesce


def copy_issue_dates(apps, schema_editor):
    Report, Source = apps.get_model("articles", "Report"), apps.get_model("articles", "Source")
    issued = Source.objects.filter(pk=OuterRef("source")).values("issued_on")
    Report.objects.update(printed_on=Subquery(issued))


class Migration(migrations.Migration):
    """A generated column cannot be altered: sort_date goes and comes back, now knowing the page's issue date."""

    dependencies = [("articles", "0003_confidence")]

    operations = [
        migrations.RemoveIndex("report", "report_newest_first"),
        migrations.AlterModelOptions(
            "report", {"ordering": ["-id"], "verbose_name": "report", "verbose_name_plural": "reports"}
        ),
        migrations.RemoveField("report", "sort_date"),
        migrations.AddField(
            "report",
            "printed_on",
            models.DateField(
                null=True,
                editable=False,
                verbose_name="printed on",
                help_text="The issue date of the page, see Source.",
            ),
        ),
        migrations.RunPython(copy_issue_dates, migrations.RunPython.noop),
        migrations.AddField(
            "report",
            "sort_date",
            models.GeneratedField(
                db_persist=True,
                expression=Coalesce("published_on", "printed_on", "event_date", Value(date.min)),
                output_field=models.DateField(),
                verbose_name="date",
            ),
        ),
        migrations.AlterModelOptions(
            "report",
            {"ordering": ["-sort_date", "-id"], "verbose_name": "report", "verbose_name_plural": "reports"},
        ),
        migrations.AddIndex("report", models.Index(fields=["-sort_date", "-id"], name="report_newest_first")),
    ]
