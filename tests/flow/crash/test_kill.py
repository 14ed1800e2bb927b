"""kill -9, again and again: nothing that Agora records is ever lost, doubled or called over.

After each kill a new console opens the dead one's data folder, adopts, and stops what it can. The
simulator's own list, read over HTTP, says whether that is everything.
"""

from __future__ import annotations

import random
import signal
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from tests.flow.crash.arena import (
    FOUND_ENDED,
    NO_SID,
    STOPPED,
    UNSTARTED,
    UNWRITTEN,
    Arena,
    Death,
    in_turns,
    inherit,
)
from tests.flow.crash.conftest import Tally

pytestmark = [pytest.mark.keyring, pytest.mark.timeout(120)]

POINTS: dict[str, str] = {
    "intent: unwritten": UNWRITTEN,
    "intent: half written": UNWRITTEN,
    "intent: written": UNSTARTED,
    "acquire: unsent": UNSTARTED,
    "acquire: sent": UNSTARTED,
    "acquire: answered": UNSTARTED,
    "resourceId: unwritten": UNSTARTED,
    "resourceId: half written": UNSTARTED,
    "resourceId: written": UNSTARTED,
    "start order: unwritten": UNSTARTED,
    "start order: half written": UNSTARTED,
    # From here on it is not known whether Agora got the start; the same one is sent again.
    "start order: written": STOPPED,
    "start: unsent": STOPPED,
    # Agora carried it out, and the sid went down with the process: 201 says no more than "started".
    "start: sent": NO_SID,
    "start: answered": NO_SID,
    "sid: unwritten": NO_SID,
    "sid: half written": NO_SID,
    "sid: written": STOPPED,
    "query: unsent": STOPPED,
    "query: sent": STOPPED,
    "query: answered": STOPPED,
    "confirmation: unwritten": STOPPED,
    "confirmation: half written": STOPPED,
    "confirmation: written": STOPPED,
    "stop order: unwritten": STOPPED,
    "stop order: half written": STOPPED,
    # The order is on the disk: the next console carries it out unasked.
    "stop order: written": STOPPED,
    "stop: unsent": STOPPED,
    "stop: sent": FOUND_ENDED,
    "stop: answered": FOUND_ENDED,
    "end: unwritten": FOUND_ENDED,
    "end: half written": FOUND_ENDED,
    "end: written": FOUND_ENDED,
}
"""Where a recording may be cut off, in its order, and what has to become of it."""

AT_EACH_POINT = 4
AT_RANDOM = 32
CHAINS, LINKS = 8, 3
IN_THE_WINDOW = (
    "intent: written",
    "acquire: answered",
    "resourceId: written",
    "start order: written",
    "start: sent",
    "sid: half written",
    "sid: written",
    "query: sent",
    "confirmation: written",
    "stop order: written",
    "stop: sent",
    "end: half written",
)
WINDOW_AT_RANDOM = 12

Round = Callable[[Arena], Coroutine[Any, Any, list[str]]]


def test_there_are_two_hundred_kills_and_more() -> None:
    at_points = AT_EACH_POINT * len(POINTS) + len(IN_THE_WINDOW)
    assert at_points + AT_RANDOM + CHAINS * LINKS + WINDOW_AT_RANDOM >= 200


def at(point: str, run: str = "record") -> Round:
    """One victim that dies at a step."""

    async def kill(it: Arena) -> list[str]:
        folder, channel = it.data_folder(), it.channel()
        death = await it.kill(folder, channel, run, point=point)
        assert death.signal == signal.SIGKILL, f"it never came to {point}: {death.said}"
        return await inherit(it, folder, {channel: death})

    return kill


def after(part: float, run: str = "record") -> Round:
    """One victim that is killed from outside, in a part of its life; no outcome if it was quicker.

    0 is its first step, 1 its natural end.
    """

    async def kill(it: Arena) -> list[str]:
        seconds = part * await it.life(run)
        folder, channel = it.data_folder(), it.channel()
        death = await it.kill(folder, channel, run, after=seconds)
        found = await inherit(it, folder, {channel: death})
        return found if death.signal == signal.SIGKILL else []

    return kill


def chain(steps: list[int]) -> Round:
    """Victims in one data folder, one after the other: each dies somewhere, adopting or starting.

    Only the last console gets as far as looking after all of them.
    """

    async def kill(it: Arena) -> list[str]:
        folder = it.data_folder()
        deaths: dict[str, Death] = {}
        for nth in steps:
            channel = it.channel()
            deaths[channel] = await it.kill(folder, channel, point="any", nth=nth)
            assert deaths[channel].signal == signal.SIGKILL, deaths[channel].said
        return await inherit(it, folder, deaths)

    return kill


async def kills(arenas: list[Arena], rounds: list[Round]) -> list[str]:
    """The outcomes of all rounds, one for each kill."""
    return [outcome for found in await in_turns(arenas, rounds) for outcome in found]


@pytest.mark.parametrize("point", POINTS)
async def test_a_recording_that_is_cut_off_at_a_step(
    point: str, arenas: list[Arena], tally: Tally
) -> None:
    outcomes = await kills(arenas, [at(point)] * AT_EACH_POINT)
    tally.add(point, outcomes)
    assert outcomes == [POINTS[point]] * AT_EACH_POINT


@pytest.mark.parametrize(("run", "wanted"), [("record", AT_RANDOM), ("window", WINDOW_AT_RANDOM)])
async def test_a_recording_that_is_cut_off_at_any_time(
    run: str, wanted: int, arenas: list[Arena], tally: Tally
) -> None:
    chance = random.Random(4)
    outcomes: list[str] = []
    while len(outcomes) < wanted:
        moments = [chance.random() for _ in range(wanted - len(outcomes))]
        outcomes += await kills(arenas, [after(each, run) for each in moments])
    tally.add(f"{run}, any time", outcomes)


async def test_consoles_that_are_cut_off_one_after_the_other(
    arenas: list[Arena], tally: Tally
) -> None:
    chance = random.Random(5)
    lives = [[chance.randint(1, 30) for _ in range(LINKS)] for _ in range(CHAINS)]
    outcomes = await kills(arenas, [chain(steps) for steps in lives])
    tally.add("any step, three in a row on one folder", outcomes)
    assert len(outcomes) == CHAINS * LINKS


@pytest.mark.parametrize("point", IN_THE_WINDOW)
async def test_a_window_that_is_cut_off_at_a_step(
    point: str, arenas: list[Arena], tally: Tally
) -> None:
    outcomes = await kills(arenas, [at(point, "window")])
    tally.add(f"window, {point}", outcomes)
    assert outcomes == [POINTS[point]]
