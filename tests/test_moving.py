"""The README's way from one database to another."""

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import call_command

from articles.models import Report, Source, Statement
from articles.search import Query, matching
from tests.readme import command
from tests.started import Project

SEEDS = settings.BASE_DIR / "seeds"

EDIT = """
from django.contrib.auth.models import Permission, User
from articles.models import Report
from articles.search import index_reports
editor = User.objects.create_user("bianji", is_staff=True)
editor.user_permissions.add(Permission.objects.get(codename="change_report"))
report = Report.objects.get(pk=1)
report.title = "编辑改正过的标题"
report.save()
index_reports([report])
"""


@pytest.fixture
def dump(tmp_path):
    """What the README's command makes of an archive in SQLite that an editor has worked on."""
    project = Project(tmp_path)
    for arguments in (
        ["migrate"],
        ["import_seeds", "--publish", str(SEEDS)],
        ["shell", "-c", EDIT],
        command("dumpdata"),
    ):
        code, _, err = project.manage(*arguments)
        assert code == 0, err
    return project.folder / command("dumpdata")[-1]


@pytest.mark.django_db
def test_an_archive_moves_as_a_whole(dump):
    call_command("loaddata", dump, verbosity=0)
    call_command(*command("rebuild_search_index"), verbosity=0)

    for source in Source.objects.all():
        assert bytes(source.raw) == (SEEDS / source.file_name).read_bytes()
    assert Report.objects.published().count() == 24
    assert Statement.objects.published().count() > 50
    moved = Report.objects.get(pk=1)
    assert moved.title == "编辑改正过的标题"
    assert list(matching(Report.objects.all(), Query.parse("改正过的标题"))) == [moved]
    assert User.objects.get(username="bianji").has_perm("articles.change_report")

    new = Report.objects.create(source=Source.objects.first(), title="新的报道")
    assert new.pk > moved.pk
