"""The site as the README puts it into production: static files collected, gunicorn behind a proxy that ends TLS."""

import re
from http.client import HTTPConnection

import pytest

from tests.started import Project
from tests.test_settings import PRODUCTION

BEHIND_TLS = {"Host": "archive.example", "X-Forwarded-Proto": "https"}


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    """Return a function that asks the running server for a path and returns the response and its body."""
    project = Project(tmp_path_factory.mktemp("production"))
    environment = {**PRODUCTION, "DATABASE_URL": f"sqlite:///{project.folder}/archive.sqlite3"}
    for command in ("migrate", "collectstatic --noinput"):
        code, _, err = project.manage(*command.split(), **environment)
        assert code == 0, err
    server = project.popen("-m", "gunicorn", "hebinews.wsgi", "--bind", "127.0.0.1:0", **environment)
    port = next(int(found[1]) for line in server.stderr if (found := re.search(r"Listening at: \S+:(\d+)", line)))

    def ask(path, headers=BEHIND_TLS):
        connection = HTTPConnection("127.0.0.1", port, timeout=20)
        connection.request("GET", path, headers=headers)
        response = connection.getresponse()
        return response, response.read().decode()

    yield ask
    server.terminate()
    server.communicate(timeout=20)


@pytest.mark.parametrize("path", ["/", "/reports/", "/admin/login/"])
def test_pages_come_with_their_files_to_be_kept_for_good(ask, path):
    response, html = ask(path)
    assert response.status == 200
    assert response.headers["Content-Security-Policy"].startswith("default-src 'self'")
    assert "max-age=31536000" in response.headers["Strict-Transport-Security"]
    files = re.findall(r'(?:href|src)="(/static/[^"]+)"', html)
    assert files
    for file in files:
        response, _ = ask(file)
        assert response.status == 200
        assert "immutable" in response.headers["Cache-Control"]


def test_the_icon_is_found(ask):
    response, _ = ask("/favicon.ico")
    assert (response.status, ask(response.headers["Location"])[0].status) == (302, 200)


def test_what_comes_without_tls_is_led_to_tls(ask):
    response, _ = ask("/reports/", {"Host": "archive.example"})
    assert (response.status, response.headers["Location"]) == (301, "https://archive.example/reports/")


def test_other_hosts_are_refused(ask):
    assert ask("/", {**BEHIND_TLS, "Host": "elsewhere.example"})[0].status == 400


def test_what_is_not_there_tells_nothing_of_the_inside(ask):
    response, html = ask("/nowhere/")
    assert response.status == 404
    assert 'role="search"' in html
    assert "Traceback" not in html and "urlpatterns" not in html
