"""`Console.run`: work of the window as a supervised task, whose end always comes as a fact."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from agora_console.domain.problems import Problem
from agora_console.services.clock import SystemClock
from agora_console.services.console import Console
from tests.support.log_guard import ExpectedLogs


class Answers:
    """What came back."""

    def __init__(self) -> None:
        self.done: list[object] = []
        self.failed: list[Problem] = []
        self.came = asyncio.Event()

    def on_done(self, value: object) -> None:
        self.done.append(value)
        self.came.set()

    def on_failed(self, problem: Problem) -> None:
        self.failed.append(problem)
        self.came.set()


@pytest.fixture
async def console(tmp_path: Path) -> AsyncIterator[Console]:
    opened = await Console.open(tmp_path, SystemClock())
    yield opened
    await opened.close()


async def value(of: object) -> object:
    await asyncio.sleep(0)
    return of


async def fail(error: Exception) -> object:
    await asyncio.sleep(0)
    raise error


async def test_the_result_is_handed_over(console: Console) -> None:
    answers = Answers()
    console.run("work", value(7), answers.on_done, answers.on_failed)
    await answers.came.wait()
    assert (answers.done, answers.failed) == ([7], [])


async def test_a_failure_comes_as_a_problem(console: Console) -> None:
    answers = Answers()
    work = fail(ValueError("No such thing."))
    console.run("work", work, answers.on_done, answers.on_failed)
    await answers.came.wait()
    assert answers.done == []
    assert [problem.sentence for problem in answers.failed] == ["No such thing."]


async def test_a_task_of_the_same_name_takes_the_place_of_the_first(console: Console) -> None:
    first, second = Answers(), Answers()
    console.run("work", value(1), first.on_done, first.on_failed)
    console.run("work", value(2), second.on_done, second.on_failed)
    await second.came.wait()
    assert (first.done, first.failed) == ([], [])
    assert second.done == [2]


async def test_work_that_never_began_leaves_nothing_unawaited(console: Console) -> None:
    """It would be a warning on stderr, long after."""
    answers = Answers()
    work = value(1)
    console.run("work", work, answers.on_done, answers.on_failed)
    console.tasks.cancel("work")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    with pytest.raises(RuntimeError, match="cannot reuse"):
        work.send(None)
    assert answers.done == []


async def test_a_view_that_fails_is_logged_and_ends_nothing(
    console: Console, expected_logs: ExpectedLogs
) -> None:
    expected_logs.expect("Task work failed")

    def broken(_: object) -> None:
        raise RuntimeError("a broken view")

    answers = Answers()
    console.run("work", value(1), broken, answers.on_failed)
    console.run("other", value(2), answers.on_done, answers.on_failed)
    await answers.came.wait()
    assert answers.done == [2]
    await console.tasks.ended("work")


async def test_the_end_takes_everything_with_it(tmp_path: Path) -> None:
    console = await Console.open(tmp_path, SystemClock())
    answers = Answers()
    console.run("work", asyncio.Event().wait(), answers.on_done, answers.on_failed)
    await asyncio.sleep(0)
    await console.close()
    assert (answers.done, answers.failed) == ([], [])
    late = value(1)
    with pytest.raises(RuntimeError, match="after the end"):
        console.run("late", late, answers.on_done, answers.on_failed)
    late.close()


async def test_the_strip_says_which_keyring_there_is(
    console: Console, no_secret_service: None
) -> None:
    await console.look_at_keyring()
    assert console.health.keyring == "No keyring was found on this machine."


async def test_the_demo_asks_no_keyring(tmp_path: Path) -> None:
    console = await Console.open(tmp_path, SystemClock(), demo=True)
    await console.look_at_keyring()
    assert "this run only" in console.health.keyring
    await console.close()


async def test_a_draft_is_found_again(console: Console) -> None:
    assert console.draft() is None
    console.save_draft({"cname": "town-hall", "mode": "mix"})
    assert console.draft() == {"cname": "town-hall", "mode": "mix"}
