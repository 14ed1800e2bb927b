"""A clock that nobody can set, and that counts while the machine sleeps."""

from __future__ import annotations

import asyncio
import time

import pytest

from agora_console.services.clock import BELIEVED, FastClock, SystemClock, steady


class Machine:
    """A wall clock that can be set, and a counter."""

    def __init__(self) -> None:
        self.wall = 1_800_000_000.0
        self.counter = 500.0

    def clock(self) -> SystemClock:
        return SystemClock(lambda: self.wall, lambda: self.counter)

    def pass_(self, seconds: float) -> None:
        self.wall += seconds
        self.counter += seconds


@pytest.fixture
def machine() -> Machine:
    return Machine()


def test_the_time_is_right_at_first_and_goes_on(machine: Machine) -> None:
    clock = machine.clock()
    machine.pass_(12.5)
    assert clock.now() == machine.wall
    assert clock.monotonic() == 512.5


@pytest.mark.parametrize("jump", [-3600.0, 3600.0, -86_400.0])
def test_a_wall_clock_that_is_set_changes_nothing(machine: Machine, jump: float) -> None:
    clock = machine.clock()
    begin = clock.now()
    machine.wall += jump
    machine.pass_(10.0)
    assert clock.now() - begin == 10.0


def test_an_earlier_run_is_never_in_the_future(machine: Machine) -> None:
    clock = machine.clock()
    last = clock.now() + 3600.0
    clock.not_before(last)
    assert clock.now() == last
    machine.pass_(1.0)
    assert clock.now() == last + 1.0


@pytest.mark.parametrize("ahead", [-1.0, 0.0, BELIEVED + 1.0])
def test_what_no_setting_explains_is_not_believed(machine: Machine, ahead: float) -> None:
    clock = machine.clock()
    clock.not_before(clock.now() + ahead)
    assert clock.now() == machine.wall


async def test_a_wait_ends_when_its_time_has_passed_although_the_timer_stood_still(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)
        machine.pass_(8 * 3600.0 if len(waits) == 2 else seconds)  # the lid is closed

    monkeypatch.setattr(asyncio, "sleep", sleep)
    await machine.clock().sleep(3600.0)
    assert waits == [10.0, 10.0]


async def test_a_wait_is_as_long_as_it_was_asked_for() -> None:
    clock = SystemClock()
    begin = time.monotonic()
    await clock.sleep(0.02)
    await clock.sleep(-1.0)
    assert 0.019 <= time.monotonic() - begin < 1.0


def test_the_counter_of_this_machine_goes_on() -> None:
    first = steady()
    assert steady() >= first


async def test_fast_time_is_fast_and_begins_now() -> None:
    clock = FastClock(1000.0)
    begin, real = clock.now(), time.monotonic()
    assert begin == pytest.approx(time.time(), abs=60.0)
    await asyncio.wait_for(clock.sleep(20.0), timeout=5.0)
    assert clock.now() - begin >= 20.0
    assert time.monotonic() - real < 5.0
    assert clock.monotonic() >= 20.0
