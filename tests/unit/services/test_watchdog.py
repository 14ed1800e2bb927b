"""A lost recording is started again, once and with another UID; what may still run never is."""

from __future__ import annotations

import copy
import importlib
import warnings
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from pydantic import SecretStr

from agora_console.domain.guards import successor_key
from agora_console.domain.rotation import rotation
from agora_console.domain.secrets import StartSecrets
from agora_console.domain.session import Phase, Session
from agora_console.domain.watchdog import Step
from agora_console.services.start.orders import RefusedError
from agora_console.vault import names
from tests.support.virtual_play import Play, play
from tests.support.virtual_world import EPOCH, MIX, SECRETS

DOG: dict[str, Any] = {"watchdog": {"times": 2, "coolDown": 60}}
CERTIFICATE = SecretStr("c" * 32)
QUIET = 1800.0
"""Seconds after which a watchdog that has done nothing will do nothing any more."""


def steps(it: Play, key: str) -> tuple[Step, str]:
    """What the watchdog of a session does, and how it says so."""
    decision = it.console.watchdogs.decision(it.console.recordings.get(key))
    return decision.step, decision.sentence


def kept_keys(it: Play) -> set[str]:
    """The sessions whose keys are in the keyring."""
    return {name.split("/")[1] for name in it.world.vault.kept if name.startswith("session/")}


async def lost(it: Play, guards: dict[str, Any] = DOG, **changes: Any) -> Session:
    """A recording that is proven to be lost, while the cool-down runs."""
    session = await it.recording(guards, **changes)
    it.strike("gone")
    return await it.until(session.id, lambda each: each.over)


@pytest.mark.parametrize("fault", ["gone", "kicked", "abnormal"])
def test_a_proven_loss_is_made_good_with_another_uid(fault: str, tmp_path: Path) -> None:
    async def story(it: Play) -> None:
        first = await it.recording(DOG)
        it.strike(fault)
        second = await it.known(2)
        second = await it.until(second.id, lambda each: each.phase is Phase.RECORDING)
        first = it.console.recordings.get(first.id)
        assert first.over
        assert second.uid != first.uid
        assert (second.predecessor_id, second.restarts) == (first.id, 1)
        assert second.config == first.config
        assert second.created_at - (first.ended_at or 0.0) >= 60.0
        assert [each.uid for each in it.live] == [second.uid]
        assert steps(it, first.id) == (Step.OFF, f"Lost, and started again with UID {second.uid}.")
        assert "1 of 2 times left" in steps(it, second.id)[1]
        assert any("is started again with UID" in each.sentence for each in it.told)
        assert kept_keys(it) == {second.id}

    play(tmp_path, story)


@pytest.mark.parametrize("seconds", [30, 60, 85])
def test_a_failover_is_no_loss(seconds: int, tmp_path: Path) -> None:
    async def story(it: Play) -> None:
        session = await it.recording(DOG)
        it.strike(f"failover:0:{seconds}")
        await it.until(session.id, lambda each: each.phase is Phase.UNKNOWN)
        await it.world.pass_time(QUIET)
        assert it.sessions[0].phase is Phase.RECORDING
        assert len(it.recordings) == 1

    play(tmp_path, story)


def test_one_that_is_back_during_the_cool_down_is_left_alone(tmp_path: Path) -> None:
    async def story(it: Play) -> None:
        session = await it.recording({"watchdog": {"coolDown": 120}})
        it.strike("failover:0:190")  # longer than any move should take
        await it.until(session.id, lambda each: each.over)
        await it.until(session.id, lambda each: each.phase is Phase.RECORDING)
        await it.world.pass_time(QUIET)
        assert len(it.recordings) == 1
        assert steps(it, session.id)[0] is Step.ARMED

    play(tmp_path, story)


def test_two_that_record_after_all_are_told(tmp_path: Path) -> None:
    async def story(it: Play) -> None:
        session = await lost(it)
        second = await it.known(2)
        await it.until(second.id, lambda each: each.phase is Phase.RECORDING)
        back = session.model_copy(update={"over": False, "phase": Phase.RECORDING})
        await it.console._book.take_in(back)
        await it.console._book.take_in(back)
        assert [each.sentence for each in it.told if "both record" in each.sentence] != []
        assert sum("both record" in each.sentence for each in it.told) == 1
        await it.console._book.take_in(session)

    play(tmp_path, story)


def test_what_is_stopped_here_is_not_started_again(tmp_path: Path) -> None:
    async def story(it: Play) -> None:
        session = await it.recording(DOG)
        it.console.recordings.stop(session.id)
        session = await it.until(session.id, lambda each: each.over)
        await it.world.pass_time(QUIET)
        assert len(it.sessions) == 1
        assert kept_keys(it) == set()
        assert steps(it, session.id) == (Step.OFF, "The watchdog is off: a stop was ordered here.")

    play(tmp_path, story)


def test_a_stop_that_is_refused_has_switched_it_off_all_the_same(tmp_path: Path) -> None:
    async def story(it: Play) -> None:
        session = await it.recording(DOG)
        it.world.simulator.add_fault("unauthorized:stop:1")
        it.console.recordings.stop(session.id)
        await it.console.recordings.stop_ended(session.id)
        it.strike("gone")
        session = await it.until(session.id, lambda each: each.over)
        await it.world.pass_time(QUIET)
        assert session.stop_sent_at is None
        assert len(it.sessions) == 1

    play(tmp_path, story)


def test_a_channel_that_stays_empty_is_no_loss(tmp_path: Path) -> None:
    async def story(it: Play) -> None:
        it.world.simulator.channel("show").people = 0
        session = await it.recording(DOG)
        await it.until(session.id, lambda each: each.over)
        await it.world.pass_time(QUIET)
        assert len(it.recordings) == 1
        assert steps(it, session.id)[0] is Step.OFF
        assert [each for each in it.told if "is lost" in each.sentence] == []

    play(tmp_path, story)


def test_an_end_in_order_is_no_loss(tmp_path: Path) -> None:
    async def story(it: Play) -> None:
        session = await it.recording(DOG)
        it.strike("idle-exit")
        it.console.recordings.ask_now(session.id)  # and so sees it leave
        await it.until(session.id, lambda each: each.over)
        await it.world.pass_time(QUIET)
        assert len(it.recordings) == 1
        assert "ended in order" in steps(it, session.id)[1]

    play(tmp_path, story)


def test_an_end_in_order_between_two_questions_costs_one_start_at_most(tmp_path: Path) -> None:
    async def story(it: Play) -> None:
        session = await it.recording(DOG)
        await it.until(session.id, lambda each: each.last_status == 5)
        it.world.simulator.channel("show").people = 0
        await it.world.pass_time(2 * QUIET)
        assert len(it.recordings) <= 2
        assert it.live == []

    play(tmp_path, story)


def test_it_is_started_again_so_often_and_no_more(tmp_path: Path) -> None:
    async def story(it: Play) -> None:
        it.world.simulator.add_fault("gone:30")
        await it.recording(DOG)
        await it.world.pass_time(2 * QUIET)
        assert len(it.recordings) == 3
        assert len({each.uid for each in it.recordings}) == 3
        last = it.sessions[-1]
        assert last.restarts == 2
        assert "2 times, which is the most" in steps(it, last.id)[1]
        assert "show is lost. Not started again" in it.told[-1].sentence
        assert kept_keys(it) == set()

    play(tmp_path, story)


def test_a_start_that_was_refused_is_no_loss(tmp_path: Path) -> None:
    async def story(it: Play) -> None:
        it.world.simulator.add_fault("not-enabled")
        key = it.start(DOG)
        await it.until(key, lambda each: each.over)
        await it.world.pass_time(QUIET)
        assert len(it.sessions) == 1
        assert "nothing was started" in steps(it, key)[1]

    play(tmp_path, story)


def test_a_successor_that_was_refused_leaves_the_loss_to_be_made_good(tmp_path: Path) -> None:
    async def story(it: Play) -> None:
        await lost(it)
        it.world.simulator.add_fault("over-load:1")
        third = await it.known(3)
        await it.until(third.id, lambda each: each.phase is Phase.RECORDING)
        assert it.sessions[1].phase is Phase.FAILED
        assert third.restarts == 2
        assert len(it.recordings) == 2

    play(tmp_path, story)


def test_a_start_whose_outcome_is_unknown_is_never_doubled(tmp_path: Path) -> None:
    async def story(it: Play) -> None:
        it.world.simulator.add_fault("lost-reply:start:always")
        key = it.start(DOG)
        await it.until(key, lambda each: each.phase is Phase.OUTCOME_UNKNOWN)
        await it.world.pass_time(QUIET)
        assert not it.sessions[0].over
        assert len(it.sessions) == len(it.recordings) == 1

    play(tmp_path, story)


def test_what_a_person_starts_meanwhile_is_not_doubled(tmp_path: Path) -> None:
    async def story(it: Play) -> None:
        session = await lost(it)
        it.start({}, uid="6001")
        await it.world.pass_time(QUIET)
        assert len(it.sessions) == 2
        assert "UID 6001 records this channel" in steps(it, session.id)[1]
        assert any("UID 6001 records" in each.sentence for each in it.told)

    play(tmp_path, story)


def test_it_can_be_switched_off(tmp_path: Path) -> None:
    async def story(it: Play) -> None:
        session = await it.recording(DOG)
        it.console.watchdogs.stand_down(session.id)
        await it.until(session.id, lambda each: bool(each.watchdog and each.watchdog.forgotten))
        assert kept_keys(it) == set()
        it.strike("gone")
        await it.world.pass_time(QUIET)
        assert len(it.sessions) == 1
        entries = await it.console.recordings.entries(session.id)
        assert any("it was switched off" in each.text for each in entries)

    play(tmp_path, story)


def test_it_can_be_switched_off_during_the_cool_down(tmp_path: Path) -> None:
    async def story(it: Play) -> None:
        session = await lost(it)
        assert steps(it, session.id)[0] is Step.WAIT
        it.console.watchdogs.stand_down(session.id)
        await it.world.pass_time(QUIET)
        assert len(it.sessions) == 1
        assert kept_keys(it) == set()

    play(tmp_path, story)


def test_after_the_planned_end_nothing_is_started(tmp_path: Path) -> None:
    async def story(it: Play) -> None:
        session = await it.recording({"watchdog": {"hours": 1}})
        await it.world.pass_time(3600.0)
        it.strike("gone")
        await it.until(session.id, lambda each: each.over)
        await it.world.pass_time(QUIET)
        assert len(it.sessions) == 1
        assert "has passed" in steps(it, session.id)[1]

    play(tmp_path, story)


def test_without_an_answer_nothing_is_started(tmp_path: Path) -> None:
    async def story(it: Play) -> None:
        session = await lost(it)
        it.world.network.state = "silent"
        await it.world.pass_time(300.0)
        assert len(it.sessions) == 1
        assert steps(it, session.id)[0] is Step.ASK
        it.world.network.state = "up"
        second = await it.known(2)
        await it.until(second.id, lambda each: each.phase is Phase.RECORDING)

    play(tmp_path, story)


def test_what_was_lost_while_nobody_looked_is_not_started_again(tmp_path: Path) -> None:
    async def story(it: Play) -> None:
        session = await it.recording(DOG)
        await it.until(session.id, lambda each: each.last_status == 5)
        it.strike("gone")
        await it.world.close()
        await it.world.pass_time(8 * 3600.0)
        await it.boot()
        await it.until(session.id, lambda each: each.over)
        await it.world.pass_time(QUIET)
        assert len(it.sessions) == 1
        assert "nobody looked for" in steps(it, session.id)[1]

    play(tmp_path, story)


# --- keys and tokens ---------------------------------------------------------------------


def test_without_the_keys_nothing_is_started_and_that_is_said(tmp_path: Path) -> None:
    async def story(it: Play) -> None:
        session = await lost(it)
        it.world.vault.kept.clear()
        await it.world.pass_time(QUIET)
        assert len(it.sessions) == 1
        assert "The keys of this start are gone" in steps(it, session.id)[1]
        assert "The keys of this start are gone" in it.told[-1].sentence

    play(tmp_path, story)


@pytest.fixture
def _builder_in_virtual_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tokens are issued when the world begins."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        module = importlib.import_module("agoraiotools.AccessToken2")
    monkeypatch.setattr(module, "time", SimpleNamespace(time=lambda: EPOCH))


def with_token(it: Play, uid: str) -> StartSecrets:
    """The keys of a start, with a token for one UID; for any, where it is empty."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        from agoraiotools.AccessToken2 import AccessToken, ServiceRtc

    token = AccessToken(it.world.simulator.account.app_id, "c" * 32, expire=86_400)
    service = ServiceRtc("show", uid)
    service.add_privilege(ServiceRtc.kPrivilegeJoinChannel, 86_400)
    token.add_service(service)
    return replace(SECRETS, token=SecretStr(token.build()))


@pytest.mark.usefixtures("_builder_in_virtual_time")
def test_a_token_of_one_uid_is_replaced_where_there_is_a_certificate(tmp_path: Path) -> None:
    async def story(it: Play) -> None:
        project = it.console.projects.current()
        it.world.vault.kept[names.certificate(project.id)] = CERTIFICATE
        order = it.order(DOG, secrets=with_token(it, "527841"))
        found = it.console.recordings.check(order)
        (warning,) = [each for each in found if each.rule == "watchdog-token"]
        assert "for UID 527841 alone" in warning.sentence
        await lost(it, secrets=order.secrets)
        second = await it.known(2)
        second = await it.until(second.id, lambda each: each.phase is Phase.RECORDING)
        tokens = [each.request["token"] for each in it.recordings]
        assert tokens[0] != tokens[1]
        assert second.token_expires_at is not None

    play(tmp_path, story)


@pytest.mark.usefixtures("_builder_in_virtual_time")
def test_a_token_of_one_uid_without_a_certificate_keeps_it_from_starting(tmp_path: Path) -> None:
    async def story(it: Play) -> None:
        session = await lost(it, secrets=with_token(it, "527841"))
        await it.world.pass_time(QUIET)
        assert len(it.sessions) == 1
        assert "does not admit another UID" in steps(it, session.id)[1]

    play(tmp_path, story)


@pytest.mark.usefixtures("_builder_in_virtual_time")
def test_a_token_for_any_uid_is_used_again(tmp_path: Path) -> None:
    async def story(it: Play) -> None:
        secrets = with_token(it, "")
        found = it.console.recordings.check(it.order(DOG, secrets=secrets))
        assert not [each for each in found if each.path.startswith("guards.watchdog")]
        await lost(it, secrets=secrets)
        second = await it.known(2)
        await it.until(second.id, lambda each: each.phase is Phase.RECORDING)
        assert len({each.request["token"] for each in it.recordings}) == 1

    play(tmp_path, story)


# --- a crash -----------------------------------------------------------------------------


@pytest.mark.parametrize("after", [0.0, 0.002, 0.004, 0.007, 0.04, 0.07, 0.1, 0.13, 0.16, 0.2])
def test_a_crash_at_any_moment_of_the_order_leaves_one_successor(
    after: float, tmp_path: Path
) -> None:
    """From the moment in which its intent is on its way to the disk until its sid is there."""

    async def story(it: Play) -> None:
        session = await lost(it)
        due = (session.ended_at or 0.0) + 60.0
        await it.world.pass_time(due - it.console.clock.now() - 0.01)
        while len(it.sessions) == 1:
            await it.world.pass_time(0.001)
        await it.world.pass_time(after)
        await it.reboot()
        await it.world.pass_time(after)
        await it.reboot()
        await it.world.pass_time(300.0)
        assert len(it.live) == 1
        assert len(it.recordings) == 2
        (live,) = [each for each in it.sessions if not each.over]
        assert (live.uid, live.resource_id) == (it.live[0].uid, it.live[0].resource.resource_id)

    play(tmp_path, story)


def test_a_crash_in_the_cool_down_is_no_way_out(tmp_path: Path) -> None:
    async def story(it: Play) -> None:
        session = await lost(it)
        await it.reboot()
        second = await it.known(2)
        assert second.id == successor_key(session.id)
        await it.until(second.id, lambda each: each.phase is Phase.RECORDING)
        assert len(it.recordings) == 2

    play(tmp_path, story)


def test_a_disk_that_is_full_for_a_while_delays_it(tmp_path: Path) -> None:
    async def story(it: Play) -> None:
        session = await lost(it)
        journal = it.console._journal._journal
        journal.read_only_reason = "The disk is full."
        await it.world.pass_time(120.0)
        assert len(it.recordings) == 1
        journal.read_only_reason = ""
        second = await it.known(2)
        await it.until(second.id, lambda each: each.phase is Phase.RECORDING)
        assert second.id == successor_key(session.id)

    play(tmp_path, story)


def test_a_console_that_only_shows_starts_nothing(tmp_path: Path) -> None:
    async def story(it: Play) -> None:
        session = await lost(it)
        it.console.recordings.read_only = "Another console owns this folder."
        with pytest.raises(RefusedError):
            it.console.watchdogs.stand_down(session.id)
        it.console.recordings.adopted.emit(None)
        it.console.recordings.read_only = ""

    play(tmp_path, story)


def test_renewed_storage_credentials_are_those_of_the_successor(tmp_path: Path) -> None:
    async def story(it: Play) -> None:
        old = replace(SECRETS, sts_token=SecretStr("sts-of-the-start"))
        config = copy.deepcopy(MIX)
        storage = config["clientRequest"]["storageConfig"]
        storage["stsExpiration"] = int(EPOCH) + 20_000
        first = await it.recording(DOG, config=config, secrets=old)
        fresh = {"accessKey": "new-access", "secretKey": "new-secret", "stsToken": "new-sts"}
        end = int(EPOCH) + 90_000
        it.console.recordings.update(first.id, rotation(first, fresh, end))
        first = await it.until(first.id, lambda each: each.sts_expires_at is not None)
        await it.world.pass_time(5)
        it.strike("gone")
        second = await it.known(2)
        await it.until(second.id, lambda each: each.phase is Phase.RECORDING)
        sent = [each for each in it.world.simulator.ledger.requests if each.method == "start"]
        keys = sent[-1].body["clientRequest"]["storageConfig"]
        assert {name: keys[name] for name in fresh} == fresh
        assert keys["stsExpiration"] == end

    play(tmp_path, story)
