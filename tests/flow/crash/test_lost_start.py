"""A start whose reply went down with the process: what the next console finds out, and says."""

from __future__ import annotations

import signal

import pytest

from agora_console.arguments import Arguments
from agora_console.domain.session import Phase
from agora_console.services.opening import open_console
from tests.flow.crash.arena import NO_SID, STOPPED, Arena, Heir, inherit
from tests.flow.crash.conftest import Tally
from tests.flow.crash.victim import SPEED

pytestmark = [pytest.mark.keyring, pytest.mark.timeout(60)]


@pytest.fixture
def it(arenas: list[Arena]) -> Arena:
    """One arena: a fault is for whoever calls next, so nobody else may."""
    return arenas[0]


async def test_it_was_not_carried_out_so_the_repetition_brings_the_sid(
    it: Arena, tally: Tally
) -> None:
    await it.faults(add=["drop:start:1"])
    folder, channel = it.data_folder(), it.channel()
    death = await it.kill(folder, channel, point="start: sent")
    outcomes = await inherit(it, folder, {channel: death})
    tally.add("start: sent, and dropped on the way", outcomes)
    assert death.signal == signal.SIGKILL
    assert outcomes == [STOPPED]


async def test_the_repetition_is_cut_off_as_well(it: Arena, tally: Tally) -> None:
    await it.faults(add=["drop:start:2"])
    folder, channel, other = it.data_folder(), it.channel(), it.channel()
    first = await it.kill(folder, channel, point="start: sent")
    second = await it.kill(folder, other, point="start: sent")
    await it.faults(remove=["*"])
    outcomes = await inherit(it, folder, {channel: first, other: second})
    tally.add("start: sent, and again by the next console", outcomes)
    assert [first.signal, second.signal] == [signal.SIGKILL] * 2
    assert len(outcomes) == 2
    assert STOPPED in outcomes


@pytest.mark.parametrize(
    "fault", ["not-completed:start:2", "error-502:start:2", "lost-reply:start"]
)
async def test_the_repetition_is_not_answered_at_first(fault: str, it: Arena, tally: Tally) -> None:
    folder, channel = it.data_folder(), it.channel()
    death = await it.kill(folder, channel, point="start: sent")
    await it.faults(add=[fault])
    outcomes = await inherit(it, folder, {channel: death})
    tally.add(f"start: sent, then {fault}", outcomes)
    assert outcomes == [NO_SID]


async def test_a_conflict_means_that_the_first_one_lives(it: Arena, tally: Tally) -> None:
    folder, channel = it.data_folder(), it.channel()
    death = await it.kill(folder, channel, point="start: sent")
    await it.faults(add=["conflict:start:1"])
    outcomes = await inherit(it, folder, {channel: death})
    tally.add("start: sent, then 53", outcomes)
    assert outcomes == [NO_SID]


@pytest.mark.parametrize("fault", ["unauthorized:start:1", "expired-resource:start:1"])
async def test_a_refused_repetition_does_not_prove_that_nothing_was_started(
    fault: str, it: Arena
) -> None:
    folder, channel = it.data_folder(), it.channel()
    await it.kill(folder, channel, point="start: sent")
    await it.faults(add=[fault])
    async with open_console(Arguments(data_dir=folder, speed=SPEED), print) as console:
        (session,) = console.recordings.sessions()
        heir = Heir(it, console)
        session = await heir.until(session.id, lambda each: not heir.starting(each))
    (recording,) = await it.recordings(channel)
    assert recording["live"]
    assert not session.over, session.cause
    assert "Nothing was started" not in session.cause


async def test_one_that_has_ended_meanwhile_was_started_all_the_same(it: Arena) -> None:
    folder, channel = it.data_folder(), it.channel()
    await it.kill(folder, channel, point="start: sent")
    await it.empty(channel)
    while (await it.recordings(channel))[0]["live"]:
        pass
    async with open_console(Arguments(data_dir=folder, speed=SPEED), print) as console:
        (session,) = console.recordings.sessions()
        heir = Heir(it, console)
        session = await heir.until(session.id, lambda each: not heir.starting(each))
    assert session.phase is not Phase.STARTING
    assert "Nothing was started" not in session.cause
