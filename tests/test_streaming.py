"""The site on a PostgreSQL server with a replica that streams from it, while one and the other fail."""

import re
import time
from contextlib import contextmanager
from http.cookiejar import CookieJar
from signal import SIGINT
from threading import Event, Thread
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

import pytest
from django.conf import settings

from tests.clusters import primary_and_replica
from tests.started import Project

# Run in the copy of the project, which comes before the folder that has the tests.
FILL = """
import django
django.setup()
from django.contrib.auth.models import User
from django.core.management import call_command
from articles.models import Report
from articles.search import index_reports
from tests.make import make_report, make_speaker, make_statement
call_command("migrate", verbosity=0)
User.objects.create_superuser("bianji", password="x")
for number in range(30):
    make_statement(make_report(f"青禾县第{number}次春耕会议"), speaker=make_speaker())
make_report("尚未发表的春耕会议", status="draft")
index_reports(Report.objects.all())
"""
DRAFT = 31
PAGES = [
    "/",
    "/reports/",
    "/reports/1/",
    "/reports/?q=%E6%98%A5%E8%80%95&order=relevance",
    "/speakers/",
    "/sections/",
    "/sources/1/",
]
READERS = 4
PATIENCE = 60

_CLIENTS = "FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
HANG_UP = f"SELECT pg_terminate_backend(pid) {_CLIENTS}"
READING = f"""
    SELECT count(*) {_CLIENTS} AND query LIKE '%"articles_report"%' AND state_change > now() - interval '1 second'
"""


class Visitor:
    """Somebody with a browser that keeps cookies."""

    def __init__(self, address):
        self.address = address
        self._open = build_opener(HTTPCookieProcessor(CookieJar())).open

    def get(self, path):
        with self._open(self.address + path, timeout=PATIENCE) as response:
            return response.read().decode()

    def send(self, path, **form):
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', self.get(path))[1]
        data = urlencode({**form, "csrfmiddlewaretoken": token}).encode()
        with self._open(self.address + path, data, timeout=PATIENCE) as response:
            return response.read().decode()


class Site:
    def __init__(self, address, primary, replica):
        self.address, self.primary, self.replica = address, primary, replica

    def is_read_from_the_replica(self):
        return self.replica.ask(READING) > [(0,)] and self.primary.ask(READING) == [(0,)]

    def is_read_from_the_primary(self):
        return self.primary.ask(READING) > [(0,)]

    def read_without_the_primary(self, found):
        """Switch the primary off until a hundred more pages have been read."""
        self.primary.stop()
        try:
            before = len(found)
            wait_until(lambda: len(found) > before + 100)
        finally:
            self.primary.start()

    @contextmanager
    def readers(self):
        """Have the public pages read all the time; yield the list of what became of it: "read", or the error."""
        found, leave = [], Event()

        def read(number):
            visitor = Visitor(self.address)
            while not leave.is_set():
                for path in PAGES[number:] + PAGES[:number]:
                    try:
                        visitor.get(path)
                        found.append("read")
                    except Exception as problem:
                        found.append(f"{path}: {problem}")

        threads = [Thread(target=read, args=[number]) for number in range(READERS)]
        for thread in threads:
            thread.start()
        try:
            yield found
        finally:
            leave.set()
            for thread in threads:
                thread.join()


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    project = Project(tmp_path_factory.mktemp("streaming"))
    with primary_and_replica() as (primary, replica):
        environment = {"DATABASE_URL": primary.url, "DATABASE_REPLICA_URLS": replica.url}
        tools = {"DJANGO_SETTINGS_MODULE": "hebinews.settings", "PYTHONPATH": str(settings.BASE_DIR)}
        code, _, err = project.run("-c", FILL, **tools, **environment)
        assert code == 0, err
        server = project.popen(
            "-m", "gunicorn", "hebinews.wsgi", "--bind=127.0.0.1:0", "--workers=2", "--threads=2", **environment
        )
        try:
            address = next(found[1] for line in server.stderr if (found := re.search(r"Listening at: (\S+)", line)))
            yield Site(address, primary, replica)
        finally:
            server.send_signal(SIGINT)
            server.communicate(timeout=PATIENCE)


def wait_until(holds):
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, "It never came about."
        time.sleep(0.1)


def test_no_page_fails_while_the_replica_does_and_comes_back(site):
    with site.readers() as found:
        wait_until(site.is_read_from_the_replica)
        site.replica.stop()
        wait_until(site.is_read_from_the_primary)
        site.replica.start()
        wait_until(site.is_read_from_the_replica)
        for _ in range(5):
            site.replica.ask(HANG_UP)
            time.sleep(0.2)
        wait_until(site.is_read_from_the_replica)
    assert set(found) == {"read"}


def test_no_page_fails_while_the_primary_is_away(site):
    with site.readers() as found:
        wait_until(site.is_read_from_the_replica)
        site.read_without_the_primary(found)
        wait_until(site.is_read_from_the_replica)
    assert set(found) == {"read"}


def test_no_page_fails_while_the_primary_is_away_and_the_replica_is_far_behind(site):
    site.replica.ask("SELECT pg_wal_replay_pause()")
    try:
        site.primary.ask("UPDATE auth_user SET first_name = '舟' RETURNING id")
        with site.readers() as found:
            wait_until(site.is_read_from_the_primary)
            site.read_without_the_primary(found)
            wait_until(site.is_read_from_the_primary)
        assert set(found) == {"read"}
    finally:
        site.replica.ask("SELECT pg_wal_replay_resume()")


def test_editors_see_at_once_what_they_save_and_readers_before_long_however_far_behind_the_replica_is(site):
    editor, reader = Visitor(site.address), Visitor(site.address)
    editor.send("/admin/login/?next=/admin/", username="bianji", password="x")
    with pytest.raises(HTTPError, match="404"):
        reader.get(f"/reports/{DRAFT}/")
    site.replica.ask("SELECT pg_wal_replay_pause()")
    try:
        editor.send("/admin/articles/report/", action="publish", _selected_action=DRAFT)
        assert "尚未发表" in editor.get("/")
        assert "尚未发表" in reader.get(f"/reports/{DRAFT}/")
        wait_until(lambda: "尚未发表" in reader.get("/"))
        assert site.replica.ask(f"SELECT status FROM articles_report WHERE id = {DRAFT}") == [("draft",)]
    finally:
        site.replica.ask("SELECT pg_wal_replay_resume()")
    with site.readers() as found:
        wait_until(site.is_read_from_the_replica)
    assert "尚未发表" in reader.get("/")
    assert set(found) == {"read"}
