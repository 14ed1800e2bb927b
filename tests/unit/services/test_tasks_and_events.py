"""Supervised tasks and events: nothing is lost, nobody is harmed by another's fault."""

from __future__ import annotations

import asyncio
import gc

import pytest

from agora_console.services.events import Event
from agora_console.services.tasks import Tasks
from tests.support.log_guard import ExpectedLogs


async def test_a_task_survives_the_garbage_collector() -> None:
    tasks, done = Tasks(), asyncio.Event()

    async def work() -> None:
        await asyncio.sleep(0)
        gc.collect()
        done.set()

    tasks.start("work", work())
    gc.collect()
    await asyncio.wait_for(done.wait(), 5)
    await tasks.close()


async def test_a_task_of_the_same_name_replaces_the_one_before() -> None:
    tasks = Tasks()
    first = tasks.start("ask", asyncio.Event().wait())
    second = tasks.start("ask", asyncio.Event().wait())
    await asyncio.sleep(0)
    assert first.cancelled()
    assert tasks.running("ask")
    await tasks.close()
    assert second.cancelled()


async def test_a_failing_task_is_reported_by_name(expected_logs: ExpectedLogs) -> None:
    expected_logs.expect("Task probe failed")
    tasks = Tasks()

    async def work() -> None:
        raise ValueError("no")

    tasks.start("probe", work())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert not tasks.running("probe")
    await tasks.close()


async def test_nothing_starts_after_the_end() -> None:
    tasks = Tasks()
    await tasks.close()
    with pytest.raises(RuntimeError, match="after the end"):
        tasks.start("late", asyncio.sleep(0))


def test_a_listener_that_fails_does_not_silence_the_next(expected_logs: ExpectedLogs) -> None:
    expected_logs.expect("A listener failed")
    event: Event[int] = Event()
    heard: list[int] = []

    def broken(_: int) -> None:
        raise ValueError("no")

    event.subscribe(broken)
    event.subscribe(heard.append)
    event.emit(7)
    assert heard == [7]


def test_a_listener_can_leave_while_it_is_told() -> None:
    event: Event[int] = Event()
    heard: list[int] = []

    def once(value: int) -> None:
        heard.append(value)
        leave()

    leave = event.subscribe(once)
    event.emit(1)
    event.emit(2)
    leave()
    assert heard == [1]
