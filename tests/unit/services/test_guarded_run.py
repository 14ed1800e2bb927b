"""One recording with guards, without a window: followed through a loss, and stopped with its B."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from agora_console.domain.session import Phase
from agora_console.services.errands.guarded_run import GuardedRun
from agora_console.services.errands.single_run import Outcome
from tests.support.virtual_play import Play, play

DOG: dict[str, Any] = {"watchdog": {"times": 2, "coolDown": 60}}


class Run:
    """A run in a task of its own, and what it says."""

    def __init__(self, it: Play, guards: dict[str, Any], seconds: float | None) -> None:
        self.events: list[tuple[str, dict[str, Any]]] = []
        self.run = GuardedRun(it.console, lambda event, facts: self.events.append((event, facts)))
        self.task = asyncio.ensure_future(self.run.run(it.order(guards), seconds))

    async def outcome(self) -> Outcome:
        return await self.task


def test_what_takes_the_place_of_a_lost_one_is_followed_to_the_end(tmp_path: Path) -> None:
    async def story(it: Play) -> None:
        run = Run(it, DOG, 900.0)
        await it.world.pass_time(100.0)
        it.strike("gone")
        outcome = await run.outcome()
        assert outcome.good
        assert outcome.session.restarts == 1
        assert [each.over for each in it.sessions] == [True, True]
        assert it.live == []
        began = it.sessions[0].confirmed_at or 0.0
        assert abs((outcome.session.stop_sent_at or 0.0) - began - 900.0) < 5.0

    play(tmp_path, story)


def test_nothing_is_started_when_its_time_is_over_before_the_cool_down(tmp_path: Path) -> None:
    async def story(it: Play) -> None:
        # The loss is known two to four minutes after the strike, as the next poll may be.
        run = Run(it, {"watchdog": {"times": 2, "coolDown": 300}}, 390.0)
        await it.world.pass_time(100.0)
        it.strike("gone")
        outcome = await run.outcome()
        await it.world.pass_time(1800.0)
        assert not outcome.good
        assert len(it.recordings) == 1

    play(tmp_path, story)


def test_ctrl_c_in_the_cool_down_starts_nothing(tmp_path: Path) -> None:
    async def story(it: Play) -> None:
        run = Run(it, DOG, None)
        await it.world.pass_time(100.0)
        it.strike("abnormal")
        await it.until(it.sessions[0].id, lambda session: session.over)
        await it.world.pass_time(30.0)
        run.run.halt()
        await run.outcome()
        await it.world.pass_time(1800.0)
        assert len(it.recordings) == 1

    play(tmp_path, story)


def test_a_loss_that_nobody_makes_good_ends_the_run(tmp_path: Path) -> None:
    async def story(it: Play) -> None:
        it.world.simulator.add_fault("gone:30")
        outcome = await Run(it, DOG, None).outcome()
        assert not outcome.good
        assert len(it.recordings) == 3

    play(tmp_path, story)


def test_both_recorders_are_stopped_at_the_end(tmp_path: Path) -> None:
    async def story(it: Play) -> None:
        run = Run(it, {"second": {"uid": "6002"}}, 60.0)
        outcome = await run.outcome()
        assert outcome.good
        assert it.live == []
        ((_, facts),) = [each for each in run.events if each[0] == "second"]
        assert facts["uid"] == "6002"
        assert facts["over"]

    play(tmp_path, story)


def test_a_second_one_that_failed_does_not_count(tmp_path: Path) -> None:
    async def story(it: Play) -> None:
        run = Run(it, {"second": {"uid": "6002"}}, 60.0)
        while not (it.sessions and it.sessions[0].sid):
            await it.world.pass_time(0.01)
        it.world.simulator.add_fault("over-load")
        outcome = await run.outcome()
        assert outcome.good
        assert it.sessions[1].phase is Phase.FAILED

    play(tmp_path, story)
