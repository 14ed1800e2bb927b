"""Time that runs faster, and time that is moved by hand."""

from __future__ import annotations

import asyncio
import time

import pytest

from agora_console.simulator import Simulator
from agora_console.simulator.clock import ManualClock, SystemClock
from agora_console.simulator.pace import Limits
from tests.unit.simulator.caller import Caller


async def test_a_fast_clock_keeps_its_speed() -> None:
    clock = SystemClock(speed=1000)
    began, real = clock.now(), time.monotonic()
    await clock.sleep(20)
    assert clock.now() - began >= 20
    assert time.monotonic() - real < 1
    assert clock.now() - began == pytest.approx((time.monotonic() - real) * 1000, rel=0.1, abs=50)


async def test_it_begins_now() -> None:
    assert SystemClock(speed=1).now() == pytest.approx(time.time(), abs=1)


@pytest.mark.parametrize("speed", [0, -1, 1e9])
def test_a_speed_that_makes_no_sense(speed: float) -> None:
    with pytest.raises(ValueError, match="speed"):
        SystemClock(speed)


async def test_what_is_past_is_reached() -> None:
    clock = SystemClock()
    await clock.reach(clock.now() - 10)
    manual = ManualClock()
    await manual.reach(manual.now())


async def test_a_clock_by_hand_wakes_who_waited_long_enough() -> None:
    clock = ManualClock()
    early = asyncio.create_task(clock.reach(clock.now() + 5))
    late = asyncio.create_task(clock.reach(clock.now() + 50))
    await asyncio.sleep(0)
    clock.advance(5)
    await early
    assert clock.sleepers == 1
    late.cancel()
    await asyncio.wait({late})
    assert clock.sleepers == 0


def test_time_by_hand_does_not_run_backwards() -> None:
    with pytest.raises(ValueError, match="backwards"):
        ManualClock().advance(-1)


async def test_a_recording_at_a_thousand_times_the_speed() -> None:
    async with Simulator(speed=1000, limits=Limits(requests_per_second=None)) as simulator:
        caller = Caller(simulator)
        async with caller.http, asyncio.timeout(10):
            session = await caller.started()
            while await session.status() != 5:
                pass
            assert (await session.stop()).json()["serverResponse"]["uploadingStatus"] == "uploaded"


async def test_the_rate_is_as_fast_as_the_clock() -> None:
    """At three times the speed thirty requests fit into a real second, and no more."""
    async with Simulator(speed=3) as simulator:
        caller = Caller(simulator)
        async with caller.http:
            answers = await asyncio.gather(*(caller.acquire() for _ in range(31)))
            assert sorted(answer.status_code for answer in answers) == [200] * 30 + [429]
