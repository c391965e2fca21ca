"""When a replica is near enough to be read from."""

import pytest
from django.db import DEFAULT_DB_ALIAS, OperationalError

from hebinews import replicas
from hebinews.replicas import FAR_BEHIND, MEASURED_EVERY, Replica


class Servers:
    """A primary and its replica, as far as they are asked: positions in the log, or None where one does not answer.

    `waiting` is how long one keeps its caller that does not answer.
    """

    def __init__(self):
        self.now = 1000.0
        self.written = self.replayed = 500
        self.is_replica = True
        self.waiting = 0
        self.asked = 0

    def answer(self, alias, sql):
        self.asked += 1
        position = self.written if alias == DEFAULT_DB_ALIAS else self.replayed
        if position is None:
            self.now += self.waiting
            return None, OperationalError("connection refused")
        return (position if alias == DEFAULT_DB_ALIAS or self.is_replica else None), None


@pytest.fixture
def servers(monkeypatch):
    servers = Servers()
    monkeypatch.setattr(replicas, "_ask", servers.answer)
    monkeypatch.setattr(replicas, "monotonic", lambda: servers.now)
    return servers


@pytest.fixture
def replica():
    return Replica("replica_1")


def near_in_each_second(servers, replica, seconds, wrote=0, replayed=0):
    """Let seconds pass, in each of which so much is written and replayed; return whether the replica was near."""
    found = []
    for _ in range(seconds):
        servers.now += MEASURED_EVERY
        if wrote:
            servers.written += wrote
        if replayed:
            servers.replayed += replayed
        found.append(replica.is_near())
    return found


def test_one_that_has_everything_is_near_however_long_nothing_is_written(servers, replica):
    assert replica.is_near()
    assert all(near_in_each_second(servers, replica, 20))
    servers.now += 100_000
    assert replica.is_near()


def test_one_that_follows_at_a_little_distance_is_near(servers, replica):
    assert replica.is_near()
    servers.replayed -= 25
    assert not any(near_in_each_second(servers, replica, 2, wrote=10, replayed=10))
    assert all(near_in_each_second(servers, replica, 20, wrote=10, replayed=10)[1:])


def test_one_that_stands_still_is_passed_over_when_the_bound_is_reached_and_comes_back_when_it_has_caught_up(
    servers, replica
):
    assert replica.is_near()
    found = near_in_each_second(servers, replica, 3 * FAR_BEHIND, wrote=10)
    assert found == [True] * FAR_BEHIND + [False] * (2 * FAR_BEHIND)
    assert near_in_each_second(servers, replica, 1, replayed=servers.written - servers.replayed) == [True]


def test_after_a_quiet_time_it_has_to_have_everything(servers, replica):
    assert replica.is_near()
    servers.now += 3600
    servers.written += 1
    assert not replica.is_near()


def test_it_is_measured_no_more_than_once_a_second(servers, replica):
    for _ in range(100):
        assert replica.is_near()
    assert servers.asked == 2


def test_one_that_does_not_answer_is_passed_over_and_comes_back_by_itself(servers, replica):
    position = servers.replayed
    assert replica.is_near()
    servers.replayed = None
    servers.now += MEASURED_EVERY
    assert not replica.is_near()
    servers.replayed = position
    assert not replica.is_near()
    servers.now += MEASURED_EVERY
    assert replica.is_near()


def test_waiting_for_one_that_is_switched_off_takes_a_small_share_of_the_time(servers, replica):
    servers.replayed, servers.waiting = None, 3
    waited, start = 0, servers.now
    for _ in range(1000):
        before = servers.now
        assert not replica.is_near()
        waited += servers.now - before
        servers.now += 0.5
    assert 0 < waited < (servers.now - start) / 10


def test_one_that_was_made_a_primary_is_passed_over(servers, replica):
    assert replica.is_near()
    servers.is_replica = False
    assert near_in_each_second(servers, replica, 2) == [False, False]


def test_while_the_primary_does_not_answer_the_replica_is_read(servers, replica):
    servers.written = None
    assert replica.is_near()
    assert all(near_in_each_second(servers, replica, 3 * FAR_BEHIND))


def test_after_an_error_it_is_measured_by_the_next_page(servers, replica):
    assert replica.is_near()
    replica.distrust(OperationalError("terminating connection"))
    servers.replayed = None
    assert not replica.is_near()


def test_while_it_is_being_measured_others_go_by_what_was_known(servers, replica, monkeypatch):
    assert replica.is_near()
    meanwhile = []

    def ask(alias, sql):
        meanwhile.append(replica.is_near())
        return None, OperationalError("connection refused")

    monkeypatch.setattr(replicas, "_ask", ask)
    servers.now += MEASURED_EVERY
    assert not replica.is_near()
    assert meanwhile == [True, True]


def test_the_operator_is_told_once_why_one_is_passed_over_and_when_it_is_back(servers, replica, caplog):
    caplog.set_level("INFO", "hebinews")
    position = servers.replayed
    replica.is_near()
    servers.replayed = None
    near_in_each_second(servers, replica, 3)
    servers.replayed = position
    near_in_each_second(servers, replica, 1)
    assert [record.getMessage() for record in caplog.records] == [
        "Public pages are read from replica_1.",
        "Public pages are not read from replica_1: connection refused",
        "Public pages are read from replica_1.",
    ]
