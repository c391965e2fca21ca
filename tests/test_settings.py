"""How the environment decides, and what holds whatever it says."""

import shutil
import subprocess

import pytest
from django.conf import settings

from tests.started import Project

PRODUCTION = {"DEBUG": "0", "SECRET_KEY": "k" * 30 + "0123456789" * 3, "ALLOWED_HOSTS": "archive.example"}


@pytest.fixture
def project(tmp_path):
    return Project(tmp_path)


def test_with_nothing_set_it_runs_on_this_machine_at_once(project):
    assert project.setting("s.DEBUG, s.DATABASES['default']['ENGINE']") == "True django.db.backends.sqlite3"
    assert project.manage("migrate")[0] == 0
    assert (project.folder / "db.sqlite3").stat().st_size > 0


def test_the_key_is_made_once_and_is_its_owner_s_alone(project):
    key = project.setting("s.SECRET_KEY")
    assert len(key) >= 50
    assert (project.folder / ".secret_key").stat().st_mode & 0o777 == 0o600
    assert project.setting("s.SECRET_KEY") == key


def test_a_search_may_be_given_more_time(project):
    assert project.setting("s.SEARCH_MILLISECONDS") == "300"
    assert project.setting("s.SEARCH_MILLISECONDS", SEARCH_MILLISECONDS="1000") == "1000"
    for wrong in ("0", "-1", "fast", "１０"):
        code, _, err = project.manage("check", SEARCH_MILLISECONDS=wrong)
        assert code == 1
        assert len(err.splitlines()) == 1 and "SEARCH_MILLISECONDS" in err


@pytest.mark.skipif(not shutil.which("git"), reason="needs git")
def test_git_ignores_the_key_and_the_database(project):
    subprocess.run(["git", "init", "-q"], cwd=project.folder, check=True)
    ignored = subprocess.run(
        ["git", "check-ignore", ".secret_key", "db.sqlite3", "db.sqlite3-wal", "staticfiles/x.css", "manage.py"],
        cwd=project.folder,
        capture_output=True,
        text=True,
    )
    assert ignored.stdout.split() == [".secret_key", "db.sqlite3", "db.sqlite3-wal", "staticfiles/x.css"]


@pytest.mark.parametrize("command", ["migrate", "import_seeds", "check"])
def test_without_debug_it_does_not_start_without_a_key(project, command):
    code, out, err = project.manage(command, DEBUG="0")
    assert (code, out) == (1, "")
    assert len(err.splitlines()) == 1 and "SECRET_KEY" in err
    assert not (project.folder / ".secret_key").exists()


def test_a_database_address_that_cannot_be_read_is_told_in_one_line(project):
    code, _, err = project.manage("check", DATABASE_URL="nonsense://somewhere/archive")
    assert code == 1
    assert len(err.splitlines()) == 1 and "DATABASE_URL" in err


def test_one_variable_moves_it_to_postgresql(project):
    database = "[s.DATABASES['default'][name] for name in ('ENGINE', 'USER', 'PASSWORD', 'HOST', 'PORT', 'NAME')]"
    chosen = project.setting(database, DATABASE_URL="postgresql://hebi:p%40ss@db.example:5433/archive")
    assert chosen == str(["django.db.backends.postgresql", "hebi", "p@ss", "db.example", 5433, "archive"])


def test_replicas_are_named_in_one_more_variable(project):
    addresses = "postgresql://hebi:p%40ss@one.example/archive, postgresql://hebi:p%40ss@two.example:5433/archive"
    environment = {"DATABASE_URL": "postgresql://hebi@db.example/archive", "DATABASE_REPLICA_URLS": addresses}
    databases = "[(alias, d['HOST'], d['PORT'], d['PASSWORD']) for alias, d in s.DATABASES.items()]"
    assert project.setting(databases, **environment) == str(
        [
            ("default", "db.example", "", ""),
            ("replica_1", "one.example", "", "p@ss"),
            ("replica_2", "two.example", 5433, "p@ss"),
        ]
    )
    code, _, err = project.manage("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION, **environment)
    assert code == 0, err


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("nonsense://hebi:secret@one.example/archive", "nonsense://…@one.example/archive"),
        ("postgresql://hebi:sec/r@et@one.example/archive", "postgresql://…@one.example/archive"),
        ("postgresql://one.example:port/archive", "postgresql://one.example:port/archive"),
        ("postgresql://one.example", "postgresql://one.example"),
        ("sqlite:////srv/archive.sqlite3", "sqlite:////srv/archive.sqlite3"),
        ("one.example", "one.example"),
    ],
)
def test_a_replica_s_address_that_cannot_be_read_is_told_in_one_line_without_its_password(project, address, shown):
    primary = "postgresql://hebi@db.example/archive"
    code, _, err = project.manage("check", DATABASE_URL=primary, DATABASE_REPLICA_URLS=f"{primary} {address}")
    assert code == 1
    assert len(err.splitlines()) == 1 and f"DATABASE_REPLICA_URLS: {shown} cannot be read" in err
    assert "postgresql://USER:PASSWORD@HOST:PORT/NAME" in err


def test_sqlite_has_no_replicas(project):
    code, _, err = project.manage("check", DATABASE_REPLICA_URLS="postgresql://one.example/archive")
    assert code == 1
    assert len(err.splitlines()) == 1 and "DATABASE_REPLICA_URLS" in err and "DATABASE_URL" in err


def test_production_has_nothing_to_warn_of(project):
    code, _, err = project.manage("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)
    assert code == 0, err
    weak = {**PRODUCTION, "SECRET_KEY": "weak"}
    assert project.manage("check", "--deploy", "--fail-level", "WARNING", **weak)[0] == 1


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/reports/", "/nowhere/", "/admin/", "/admin/login/", "/favicon.ico"])
def test_every_answer_carries_the_policy(client, address):
    policy = client.get(address).headers["Content-Security-Policy"]
    assert policy == settings.CONTENT_SECURITY_POLICY
    assert policy.startswith("default-src 'self';")
    assert "unsafe" not in policy


def test_the_icon_is_where_browsers_look_for_it(client):
    response = client.get("/favicon.ico")
    assert response.status_code == 302
    assert response.url == f"{settings.STATIC_URL}articles/icon.svg"
