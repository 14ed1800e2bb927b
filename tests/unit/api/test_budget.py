"""The request budget, on virtual time."""

from __future__ import annotations

import asyncio
import random

import pytest

from agora_console.api.budget import Budget, Priority
from tests.unit.api.virtual import VirtualClock

APP = "app-1"


@pytest.fixture
def clock() -> VirtualClock:
    return VirtualClock()


@pytest.fixture
def budget(clock: VirtualClock) -> Budget:
    return Budget(now=clock.now, sleep=clock.sleep)


class Sender:
    """Takes from the budget and notes who was let through when."""

    def __init__(self, budget: Budget, clock: VirtualClock) -> None:
        self.budget = budget
        self.clock = clock
        self.sent: list[tuple[float, str]] = []

    async def send(self, name: str, priority: Priority = Priority.POLL, app: str = APP) -> None:
        await self.budget.take(app, priority)
        self.sent.append((self.clock.now(), name))

    def start(self, *names: str, priority: Priority = Priority.POLL) -> list[asyncio.Task[None]]:
        return [asyncio.create_task(self.send(name, priority)) for name in names]

    @property
    def order(self) -> list[str]:
        return [name for _, name in self.sent]


@pytest.fixture
def sender(budget: Budget, clock: VirtualClock) -> Sender:
    return Sender(budget, clock)


def busiest_second(times: list[float]) -> int:
    return max(sum(1 for t in times if start <= t <= start + 1.0) for start in times)


async def test_a_request_after_a_pause_leaves_at_once(sender: Sender, clock: VirtualClock) -> None:
    await sender.send("one")
    await sender.send("two")
    assert [at for at, _ in sender.sent] == [1_000.0, 1_000.0]
    assert clock.slept == []


async def test_no_second_sees_more_than_ten(sender: Sender, clock: VirtualClock) -> None:
    tasks = sender.start(*(str(n) for n in range(100)))
    await clock.run()
    await asyncio.gather(*tasks)
    times = [at for at, _ in sender.sent]
    assert busiest_second(times) <= 10
    # 7.5 a second after a burst of 2
    assert times[-1] - times[0] == pytest.approx(98 / 7.5)


@pytest.mark.parametrize("seed", range(5))
async def test_no_second_sees_more_than_ten_where_they_arrive(
    sender: Sender, clock: VirtualClock, seed: int
) -> None:
    chance = random.Random(seed)
    tasks = sender.start(*(str(n) for n in range(100)))
    await clock.run()
    await asyncio.gather(*tasks)
    late = [at + (0.19 if at < 1_005 else 0.0) for at, _ in sender.sent]
    odd = [at + chance.uniform(0.0, 0.19) for at, _ in sender.sent]
    assert max(busiest_second(late), busiest_second(odd)) <= 10


async def test_a_rest_does_not_save_up_more_than_the_burst(
    sender: Sender, clock: VirtualClock
) -> None:
    await sender.send("before")
    await clock.advance(3600)
    tasks = sender.start(*(str(n) for n in range(40)))
    await clock.run()
    await asyncio.gather(*tasks)
    assert busiest_second([at for at, _ in sender.sent[1:]]) <= 10
    assert sender.sent[2][0] == sender.sent[1][0] < sender.sent[3][0]


async def test_control_goes_before_polls_and_each_in_its_order(
    sender: Sender, clock: VirtualClock
) -> None:
    tasks = sender.start("first", "second", "poll 1", "poll 2", "poll 3")
    await clock.settle()
    tasks += sender.start("stop 1", "stop 2", priority=Priority.CONTROL)
    await clock.run()
    await asyncio.gather(*tasks)
    assert sender.order == ["first", "second", "stop 1", "stop 2", "poll 1", "poll 2", "poll 3"]


async def test_each_app_id_has_a_budget_of_its_own(sender: Sender, clock: VirtualClock) -> None:
    for n in range(2):
        await sender.send(f"a{n}", app="a")
        await sender.send(f"b{n}", app="b")
    assert clock.slept == []


async def test_who_gives_up_does_not_hold_up_the_others(
    sender: Sender, clock: VirtualClock
) -> None:
    tasks = sender.start("1", "2", "3", "4", "5")
    await clock.settle()
    tasks[2].cancel()  # the one that keeps the time for all
    tasks[3].cancel()
    await clock.run()
    await asyncio.gather(*tasks, return_exceptions=True)
    assert sender.order == ["1", "2", "5"]
    assert sender.budget.waiting(APP) == 0


async def test_who_gives_up_the_moment_it_is_granted_gives_its_turn_back(
    clock: VirtualClock,
) -> None:
    async def sleep(seconds: float) -> None:
        # Called by the keeper of the time: the second time right after it let the stop through.
        if budget.used(APP) == 3:
            stop.cancel()
        await clock.sleep(seconds)

    budget = Budget(now=clock.now, sleep=sleep)
    sender = Sender(budget, clock)
    polls = sender.start("1", "2", "3", "4")
    await clock.settle()
    (stop,) = sender.start("stop", priority=Priority.CONTROL)
    await clock.run()
    await asyncio.gather(*polls)
    assert stop.cancelled()
    assert sender.order == ["1", "2", "3", "4"]
    assert [at for at, _ in sender.sent[2:]] == pytest.approx([1_000 + 2 / 7.5] * 2)


async def test_a_pause_holds_everybody(sender: Sender, budget: Budget, clock: VirtualClock) -> None:
    budget.pause(APP, 5.0)
    tasks = sender.start("one", "two")
    await clock.advance(4.9)
    assert sender.sent == []
    await clock.run()
    await asyncio.gather(*tasks)
    assert [at for at, _ in sender.sent] == [1_005.0, 1_005.0]


async def test_the_last_second_is_counted(
    sender: Sender, budget: Budget, clock: VirtualClock
) -> None:
    await sender.send("one")
    assert budget.used(APP) == 1
    await clock.advance(1.0)
    assert budget.used(APP) == 0


async def test_nothing_is_left_running_when_everybody_gave_up(
    sender: Sender, clock: VirtualClock
) -> None:
    tasks = sender.start(*(str(n) for n in range(20)))
    await clock.settle()
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    assert asyncio.all_tasks() == {asyncio.current_task()}


@pytest.mark.parametrize("seed", range(20))
async def test_whatever_comes_and_goes_the_limit_holds_and_nobody_is_forgotten(
    sender: Sender, clock: VirtualClock, seed: int
) -> None:
    chance = random.Random(seed)
    tasks: list[asyncio.Task[None]] = []
    cancelled = set()
    for n in range(120):
        tasks += sender.start(str(n), priority=chance.choice(list(Priority)))
        if chance.random() < 0.3:
            cancelled.add(victim := chance.choice(tasks))
            victim.cancel()
        if chance.random() < 0.5:
            await clock.advance(chance.random() * 0.3)
    await clock.run()
    await asyncio.gather(*tasks, return_exceptions=True)
    served = [task for task in tasks if not task.cancelled()]
    assert len(sender.sent) == len(served) >= len(tasks) - len(cancelled)
    assert busiest_second([at for at, _ in sender.sent]) <= 10


@pytest.mark.parametrize("burst", [0, 10])
def test_a_burst_has_to_fit_into_the_rate(burst: int) -> None:
    with pytest.raises(ValueError, match="between 1 and 9"):
        Budget(10, burst)
