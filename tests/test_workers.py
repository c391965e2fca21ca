"""Work spread over processes comes back as if one had done it."""

import multiprocessing
import os
import signal
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from time import sleep

import pytest

from articles.workers import in_order
from tests.dying import double, prepare_or_die


def worked(tasks, jobs):
    found = []
    for key, result in in_order(double, tasks, jobs):
        try:
            found.append((key, result()))
        except ValueError as error:
            found.append((key, str(error)))
    return found


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_and_errors_come_in_the_order_of_the_tasks(jobs):
    tasks = [(f"task {number}", -number if number % 7 == 3 else number) for number in range(40)]
    expected = [(key, f"{number} is below zero" if number < 0 else 2 * number) for key, number in tasks]
    assert worked(tasks, jobs) == expected


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_can_be_asked_for_when_all_tasks_are_yielded(jobs):
    results = [result for _key, result in in_order(sleep, enumerate([0.02] * 20), jobs)]
    assert [result() for result in results] == [None] * 20


@pytest.mark.parametrize("jobs", [1, 2])
def test_where_there_is_nothing_to_do_the_order_stays(jobs):
    tasks = [(number, None if number % 2 else number) for number in range(20)]
    assert [key for key, _result in in_order(double, tasks, jobs)] == list(range(20))


@pytest.mark.parametrize("jobs", [1, 2])
def test_tasks_are_read_no_further_ahead_than_is_needed(jobs):
    read = []

    def tasks():
        for number in range(200):
            read.append(number)
            yield number, number

    furthest = max(len(read) - done for done, (_key, _result) in enumerate(in_order(double, tasks(), jobs)))
    assert furthest < 40
    assert len(read) == 200


def test_a_process_that_dies_is_told():
    with pytest.raises(BrokenProcessPool):
        for _key, result in in_order(prepare_or_die, [("致命", Path("致命.txt"))], 2):
            result()


def test_processes_that_are_starting_leave_ctrl_c_to_their_parent():
    older = {process.pid for process in multiprocessing.active_children()}

    def tasks():
        yield 1, 1
        started = [process for process in multiprocessing.active_children() if process.pid not in older]
        assert started
        for process in started:
            os.kill(process.pid, signal.SIGINT)
        yield 2, 2

    assert worked(tasks(), 2) == [(1, 2), (2, 4)]
