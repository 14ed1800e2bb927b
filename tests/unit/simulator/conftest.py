"""A simulator on a clock moved by hand, and somebody who calls it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

import pytest

from agora_console.simulator import Simulator
from agora_console.simulator.clock import ManualClock
from agora_console.simulator.pace import Limits
from tests.unit.simulator.caller import Caller

MakeCaller = Callable[..., AbstractAsyncContextManager[Caller]]


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def calling(clock: ManualClock) -> MakeCaller:
    """`async with calling(faults=[…]) as caller`: a simulator made like this, and its caller."""

    @asynccontextmanager
    async def make(**options: Any) -> AsyncIterator[Caller]:
        options.setdefault("clock", clock)
        # A clock that stands still would see every request in the same second.
        options.setdefault("limits", Limits(requests_per_second=None))
        async with Simulator(**options) as simulator:
            caller = Caller(simulator)
            async with caller.http:
                yield caller

    return make


@pytest.fixture
async def caller(calling: MakeCaller) -> AsyncIterator[Caller]:
    async with calling() as caller:
        yield caller


@pytest.fixture
async def simulator(caller: Caller) -> Simulator:
    return caller.simulator
