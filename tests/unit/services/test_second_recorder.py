"""A second recorder beside the first: announced to Agora, and never a harm to the first."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from agora_console.domain.guards import Pair, second_key
from agora_console.domain.session import Phase, Session
from agora_console.services.gate import HELD
from agora_console.services.start.orders import RefusedError
from agora_console.services.start.second import keeping_away
from tests.support.virtual_play import Play, play

BOTH: dict[str, Any] = {"second": {"uid": "6002"}}


async def pair(it: Play, guards: dict[str, Any] = BOTH) -> tuple[Session, Session]:
    """Both recorders, recording."""
    first = await it.recording(guards)
    second = await it.until(second_key(first.id), lambda each: each.phase is Phase.RECORDING)
    return it.sessions[0], second


def excluded(it: Play, number: int) -> list[str]:
    """What the acquire of a recording has excluded."""
    found: list[str] = it.recordings[number].resource.request.get("excludeResourceIds", [])
    return found


def test_both_record_and_the_second_keeps_away_from_the_first(tmp_path: Path) -> None:
    async def story(it: Play) -> None:
        first, second = await pair(it)
        assert first.pair == Pair(id=first.id, role="A")
        assert second.pair == Pair(id=first.id, role="B")
        assert (first.uid, second.uid) == ("527841", "6002")
        assert excluded(it, 0) == []
        assert excluded(it, 1) == [first.resource_id]
        assert len(it.live) == 2
        assert it.console.guarded.partner(first) == second
        assert it.console.guarded.partner(second) == first
        assert {"excludeResourceIds": [first.resource_id]} == second.config["acquire"]

    play(tmp_path, story)


def test_stopping_one_leaves_the_other(tmp_path: Path) -> None:
    async def story(it: Play) -> None:
        first, second = await pair(it)
        it.console.recordings.stop(first.id)
        await it.until(first.id, lambda each: each.over)
        await it.world.pass_time(300.0)
        assert [each.uid for each in it.live] == [second.uid]
        assert it.sessions[1].phase is Phase.RECORDING

    play(tmp_path, story)


def test_both_are_stopped_when_that_is_asked_for(tmp_path: Path) -> None:
    async def story(it: Play) -> None:
        first, second = await pair(it)
        both = it.console.guarded.both(second.id)
        assert sorted(both) == sorted((first.id, second.id))
        assert it.console.gate.order_all(both, HELD) == ()
        await it.until(first.id, lambda each: each.over)
        await it.until(second.id, lambda each: each.over)
        assert it.console.guarded.both(second.id) == ()
        assert it.console.guarded.both("of nobody") == ()
        assert it.live == []

    play(tmp_path, story)


@pytest.mark.parametrize("fault", ["over-load", "conflict:start", "error-500:acquire:always"])
def test_a_second_one_that_fails_does_no_harm(fault: str, tmp_path: Path) -> None:
    async def story(it: Play) -> None:
        key = it.start(BOTH)
        await it.until(key, lambda each: bool(each.sid))
        it.world.simulator.add_fault(fault)
        second = await it.until(second_key(key), lambda each: each.over)
        assert second.phase is Phase.FAILED
        await it.world.pass_time(300.0)
        assert it.sessions[0].phase is Phase.RECORDING
        assert [each.uid for each in it.live] == ["527841"]

    play(tmp_path, story)


def test_the_second_one_does_not_wait_for_the_sid_of_a_first_in_doubt(tmp_path: Path) -> None:
    async def story(it: Play) -> None:
        it.world.simulator.add_fault("lost-reply:start:1")
        key = it.start(BOTH)
        second = await it.until(second_key(key), lambda each: each.phase is Phase.RECORDING)
        assert second.config["acquire"]["excludeResourceIds"] == [it.sessions[0].resource_id]

    play(tmp_path, story)


def test_the_second_one_keeps_away_from_the_resource_that_the_first_got_at_last(
    tmp_path: Path,
) -> None:
    async def story(it: Play) -> None:
        it.world.simulator.add_fault("allocate:start:1")
        first, _ = await pair(it)
        assert excluded(it, 1) == [first.resource_id]

    play(tmp_path, story)


def test_without_a_first_there_is_no_second_and_that_is_said(tmp_path: Path) -> None:
    async def story(it: Play) -> None:
        it.world.simulator.add_fault("not-enabled")
        key = it.start(BOTH)
        await it.until(key, lambda each: each.over)
        await it.world.pass_time(60.0)
        assert len(it.sessions) == 1
        assert any("The second recorder was not started" in each.sentence for each in it.told)

    play(tmp_path, story)


def test_a_journal_that_takes_nothing_keeps_both_from_being_sent(tmp_path: Path) -> None:
    async def story(it: Play) -> None:
        it.console._journal._journal.read_only_reason = "The disk is full."
        it.start(BOTH)
        await it.world.pass_time(10.0)
        assert it.sessions == ()
        assert it.recordings == []
        assert any("The second recorder was not started" in each.sentence for each in it.told)

    play(tmp_path, story)


def test_a_second_that_is_refused_here_is_told(tmp_path: Path) -> None:
    async def story(it: Play) -> None:
        key = it.start(BOTH)
        it.console.recordings.read_only = "Another console owns this folder."
        await it.until(key, lambda each: each.phase is Phase.RECORDING)
        assert len(it.sessions) == 1
        assert any("Another console owns" in each.sentence for each in it.told)

    play(tmp_path, story)


def test_what_is_wrong_with_the_second_one_is_said_before_anything_is_sent(tmp_path: Path) -> None:
    async def story(it: Play) -> None:
        for uid, words in (("527841", "UID 527841 of the first"), ("x", "not a whole number")):
            with pytest.raises(RefusedError, match=words):
                it.start({"second": {"uid": uid}})
        first, second = await pair(it)
        with pytest.raises(RefusedError, match="already recording show"):
            it.start({"second": {"uid": second.uid}}, uid="6003")
        assert len(it.recordings) == 2
        notes = it.console.recordings.check(it.order({"second": {"uid": "6009"}}, uid="6008"))
        assert any("costs twice as much" in each.sentence for each in notes)
        assert first.pair is not None

    play(tmp_path, story)


@pytest.mark.parametrize("role", ["A", "B"])
def test_a_lost_one_of_a_pair_is_made_good_away_from_the_other(role: str, tmp_path: Path) -> None:
    async def story(it: Play) -> None:
        first, second = await pair(it, {**BOTH, "watchdog": {}})
        struck, other = (first, second) if role == "A" else (second, first)
        recording = next(each for each in it.recordings if each.uid == struck.uid)
        recording.vanish(it.console.clock.now(), "gone")
        third = await it.known(3)
        third = await it.until(third.id, lambda each: each.phase is Phase.RECORDING)
        assert third.pair == struck.pair
        assert other.resource_id in excluded(it, 2)
        assert it.console.guarded.partner(other).id == third.id
        assert sorted(each.uid for each in it.live) == sorted((other.uid, third.uid))

    play(tmp_path, story)


def test_a_crash_between_the_two_leaves_the_first_alone(tmp_path: Path) -> None:
    async def story(it: Play) -> None:
        key = it.start(BOTH)
        await it.until(key, lambda each: bool(each.resource_id))
        await it.reboot()
        await it.world.pass_time(300.0)
        assert len(it.recordings) <= 1
        assert it.console.guarded.partner(it.sessions[0]) is None

    play(tmp_path, story)


def test_keeping_away_adds_to_what_is_excluded_already() -> None:
    config = {"mode": "mix", "acquire": {"region": "EU", "excludeResourceIds": ["one"]}}
    found = keeping_away(config, ("one", "two"))
    assert found["acquire"] == {"region": "EU", "excludeResourceIds": ["one", "two"]}
    assert config["acquire"] == {"region": "EU", "excludeResourceIds": ["one"]}
    assert keeping_away({"mode": "mix"}, ()) == {"mode": "mix"}
