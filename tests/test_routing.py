"""Who reads what from where. The replica here is the test's own database under a second name."""

import copy
from contextlib import contextmanager

import pytest
from django.core.exceptions import MiddlewareNotUsed
from django.db import (
    DEFAULT_DB_ALIAS,
    InterfaceError,
    OperationalError,
    ProgrammingError,
    connection,
    connections,
    router,
)
from django.test.utils import CaptureQueriesContext
from django.urls import resolve, reverse

from articles.models import Report, SearchDocument
from articles.search import index_reports
from articles.urls import urlpatterns
from hebinews.replicas import Replica
from hebinews.routing import ReplicasForReaders
from tests.make import make_report, make_speaker, make_statement

pytestmark = pytest.mark.django_db

ALIAS = "replica_1"


class Watched:
    """A replica: what was read from it, and the fault with which it answers every query behind the first so many."""

    def __init__(self):
        self.queries = []
        self.near = True
        self.fault = None
        self.answers = 0
        self.hangs_up_once = False
        self.distrusted = []

    def __call__(self, execute, sql, params, many, context):
        self.queries.append(sql)
        if self.fault and len(self.queries) > self.answers:
            fault = self.fault
            if self.hangs_up_once:
                self.fault = None
            raise fault
        return execute(sql, params, many, context)


@pytest.fixture
def replica(db, monkeypatch):
    watched = Watched()
    monkeypatch.setattr("hebinews.replicas._REPLAYED", "SELECT 1")
    monkeypatch.setattr(Replica, "is_near", lambda self: watched.near)
    monkeypatch.setattr(Replica, "distrust", lambda self, problem: watched.distrusted.append(problem))
    monkeypatch.setitem(connections.settings, ALIAS, connections.settings[DEFAULT_DB_ALIAS])
    connections[ALIAS] = copy.copy(connections[DEFAULT_DB_ALIAS])
    connections[ALIAS].alias, connections[ALIAS].execute_wrappers = ALIAS, [watched]
    # The connection is that of the test, whose transaction has to stay open.
    connections[ALIAS].close_if_unusable_or_obsolete = lambda: None
    yield watched
    del connections[ALIAS]


@pytest.fixture
def report():
    report = make_report("青禾县召开春耕会议")
    make_statement(report, speaker=make_speaker())
    index_reports([report])
    return report


def addresses(report):
    numbers = {
        "report": report.pk,
        "source": report.source_id,
        "speaker": report.section_set.get().statement_set.get().speaker_id,
    }
    for route in urlpatterns:
        yield reverse(f"articles:{route.name}", args=[numbers[route.name]] if route.name in numbers else [])
    yield "/reports/?q=春耕&order=relevance"
    yield "/reports/?speaker=苏晚晴&reporter=江暮云"


def read_from_primary(client, address, status=200):
    """Return the SQL that a page asks of the primary."""
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == status
    return [query["sql"] for query in captured.captured_queries]


def test_whoever_reads_a_public_page_reads_all_of_it_from_the_replica(client, replica, report):
    for address in addresses(report):
        replica.queries.clear()
        assert read_from_primary(client, address) == []
        assert replica.queries
        replica.queries.clear()
        assert client.head(address).status_code == 200
        assert replica.queries


def test_whoever_is_signed_in_reads_everything_from_the_primary(admin_client, replica, report):
    for address in [*addresses(report), "/admin/", report.get_absolute_url()]:
        assert read_from_primary(admin_client, address)
    assert replica.queries == []


def test_signing_in_and_what_is_sent_to_a_page_is_the_primary_s(client, replica, report):
    client.get("/admin/login/")
    client.post("/admin/login/", {"username": "江暮云", "password": "x"})
    client.post("/reports/")
    assert replica.queries == []


def test_outside_of_public_pages_nothing_reads_a_replica(replica, report):
    from_replica = Report.objects.using(ALIAS).get(pk=report.pk)
    replica.queries.clear()
    assert Report.objects.get(pk=report.pk)._state.db == DEFAULT_DB_ALIAS
    assert from_replica.source.newspaper == "云岭日报"
    assert from_replica.section_set.count() == 1
    assert replica.queries == []


def test_what_is_written_goes_to_the_primary_wherever_it_was_read(replica, report):
    from_replica = Report.objects.using(ALIAS).get(pk=report.pk)
    assert router.db_for_write(Report, instance=from_replica) == DEFAULT_DB_ALIAS
    from_replica.section_set.create(text="春耕结束了。")
    assert "INSERT" not in " ".join(replica.queries)
    assert router.allow_relation(from_replica, report)


def test_only_the_primary_is_migrated():
    assert router.allow_migrate_model(DEFAULT_DB_ALIAS, SearchDocument)
    assert not router.allow_migrate_model(ALIAS, SearchDocument)


def test_a_replica_that_is_not_near_is_not_asked(client, replica, report):
    replica.near = False
    for address in addresses(report):
        assert read_from_primary(client, address)
    assert replica.queries == []


@pytest.mark.parametrize("answers", [0, 1, 3])
@pytest.mark.parametrize("fault", [OperationalError, InterfaceError, ProgrammingError])
def test_a_page_whose_replica_fails_is_answered_by_the_primary(client, replica, report, fault, answers):
    expected = client.get(report.get_absolute_url()).content
    replica.queries.clear()
    replica.fault, replica.answers = fault("terminating connection"), answers
    response = client.get(report.get_absolute_url())
    assert (response.status_code, response.content) == (200, expected)
    assert len(replica.queries) == answers + 1
    assert len(replica.distrusted) == 1


def test_what_a_replica_does_not_have_is_looked_for_on_the_primary(client, replica):
    assert read_from_primary(client, "/reports/77/", status=404)
    assert replica.queries
    assert replica.distrusted == []


@pytest.fixture
def switch_off_primary(monkeypatch):
    def fail(*_):
        raise OperationalError("connection refused")

    @contextmanager
    def switched_off():
        with connection.execute_wrapper(fail), monkeypatch.context() as patch:
            patch.setattr(type(connections[DEFAULT_DB_ALIAS]), "is_usable", lambda self: self.alias != DEFAULT_DB_ALIAS)
            yield

    return switched_off


def test_while_the_primary_is_away_a_replica_that_is_far_behind_is_better_than_nothing(
    client, replica, report, switch_off_primary
):
    replica.near = False
    everywhere = list(addresses(report))
    with switch_off_primary():
        for address in everywhere:
            assert client.get(address).status_code == 200


def test_a_replica_that_hangs_up_while_the_primary_is_away_is_asked_again(client, replica, report, switch_off_primary):
    replica.fault, replica.answers = OperationalError("terminating connection"), 1
    replica.hangs_up_once = True
    with switch_off_primary():
        assert client.get(report.get_absolute_url()).status_code == 200
    assert len(replica.distrusted) == 1


def test_what_no_server_answers_is_an_error(client, replica, report, switch_off_primary):
    replica.fault = OperationalError("terminating connection")
    with switch_off_primary(), pytest.raises(OperationalError, match="connection refused"):
        client.get(report.get_absolute_url())


def test_a_primary_that_refuses_one_query_is_not_away(client, replica, report):
    def refuse(*_):
        raise OperationalError("canceling statement")

    replica.near = False
    with connection.execute_wrapper(refuse), pytest.raises(OperationalError, match="canceling"):
        client.get(report.get_absolute_url())
    assert replica.queries == []


def test_an_error_of_our_own_is_not_the_replica_s(client, replica, report, monkeypatch):
    monkeypatch.setattr("articles.views.citation", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        client.get(report.get_absolute_url())
    assert replica.distrusted == []
    assert router.db_for_read(Report) == DEFAULT_DB_ALIAS


def test_of_several_replicas_those_that_are_near_take_turns(monkeypatch, rf, report):
    near = {"replica_1": True, "replica_2": False, "replica_3": True}
    for alias in near:
        monkeypatch.setitem(connections.settings, alias, connections.settings[DEFAULT_DB_ALIAS])
    monkeypatch.setattr(Replica, "is_near", lambda self: near[self.alias])
    middleware, request = ReplicasForReaders(None), rf.get("/")
    request.resolver_match = resolve("/")
    read = {middleware.process_view(request, lambda request: router.db_for_read(Report), [], {}) for _ in range(100)}
    assert read == {"replica_1", "replica_3"}


def test_without_replicas_there_is_nothing_to_do():
    with pytest.raises(MiddlewareNotUsed):
        ReplicasForReaders(None)
