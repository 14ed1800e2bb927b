"""Planned starts: at their time, over a crash and a sleep, and never by surprise."""

from __future__ import annotations

import asyncio
import copy
import json
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pydantic import SecretStr

from agora_console.domain.alarms import Alarm, Kind
from agora_console.domain.planned_start import GRACE, PlannedStart, plan_look
from agora_console.domain.secrets import StartSecrets
from agora_console.services.gate import Gate
from agora_console.services.start.orders import RefusedError
from agora_console.services.start.plan_notes import plans_told
from agora_console.settings.errors import SettingsError
from agora_console.vault.names import session_start
from tests.support.virtual_time import run
from tests.support.virtual_world import World

Story = Callable[[World], Awaitable[None]]


def play(folder: Path, story: Story) -> None:
    async def main() -> None:
        world = World(folder)
        await world.boot()
        try:
            await story(world)
        finally:
            await world.end()

    run(main())


def gate(world: World) -> Gate:
    assert world.process is not None
    return world.process.console.gate


def plans(world: World) -> tuple[PlannedStart, ...]:
    assert world.process is not None
    return world.process.console.planned.all()


def waiting(world: World) -> list[Kind]:
    assert world.process is not None
    return [alarm.kind for alarm in world.process.console.alarms.waiting()]


def starts(world: World) -> int:
    return sum(each.method == "start" for each in world.simulator.ledger.requests)


def plan(world: World, seconds: float = 600.0, cname: str = "show") -> str:
    return gate(world).plan_start(world.order(cname), world.machine.now() + seconds)


def test_it_starts_at_its_time_and_not_before(tmp_path: Path) -> None:
    async def story(world: World) -> None:
        key = plan(world)
        await world.pass_time(590)
        assert starts(world) == 0
        assert [each.id for each in plans(world)] == [key]
        await world.pass_time(20)
        assert starts(world) == 1
        session = await world.until(key, lambda session: session.confirmed_at is not None)
        assert session.cname == "show"
        assert plans(world) == ()
        assert waiting(world) == []

    play(tmp_path, story)


def test_a_plan_survives_a_crash_and_its_file_holds_no_secret(tmp_path: Path) -> None:
    async def story(world: World) -> None:
        key = plan(world)
        await world.pass_time(5)
        text = (tmp_path / "planned.json").read_text("utf-8")
        assert "demo-secret-key" not in text
        assert "demo-access-key" not in text
        await world.crash()
        await world.boot()
        assert [each.id for each in plans(world)] == [key]
        await world.pass_time(620)
        assert starts(world) == 1

    play(tmp_path, story)


@pytest.mark.parametrize(("hours", "refused"), [(1, False), (5, True)])
def test_temporary_keys_are_judged_by_the_time_of_the_start(
    tmp_path: Path, hours: int, refused: bool
) -> None:
    async def story(world: World) -> None:
        now = world.machine.now()
        order = world.order("show")
        config = copy.deepcopy(dict(order.config))
        config["clientRequest"]["storageConfig"]["stsExpiration"] = int(now + 6 * 3600)
        secrets = replace(order.secrets, sts_token=SecretStr("sts"))
        order = replace(order, config=config, secrets=secrets)

        assert world.process is not None
        found = world.process.console.planned.check(order, now + hours * 3600)

        sentences = [each.sentence for each in found if each.rule == "X22"]
        assert sentences == (
            ["At that time: The STS token ends in 1.0 h; Agora wants at least 4 h."] * refused
        )

    play(tmp_path, story)


def test_what_comes_of_plans_while_a_command_works_is_told(tmp_path: Path) -> None:
    said: list[str] = []

    async def story(world: World) -> None:
        assert world.process is not None
        plan(world, 60.0, "show")
        world.process.console.planned._fail(plans(world)[0], "Missed before.")
        plan(world, 120.0, "later")
        plan(world, 240.0, "lost")
        with plans_told(world.process.console, lambda _, facts: said.append(facts["sentence"])):
            await world.pass_time(150)
            world.machine.sleep(3600.0)
            await world.pass_time(150)

    play(tmp_path, story)
    assert len(said) == 2
    assert said[0].startswith("A planned start has come: later is started by this command as well")
    assert said[1].startswith("The planned start of lost did not come. Its time was ")


@pytest.mark.parametrize("after", [0.001, 0.02, 0.05, 0.1, 1.0])
def test_a_crash_while_it_starts_leaves_one_recording_at_most(tmp_path: Path, after: float) -> None:
    async def story(world: World) -> None:
        plan(world)
        await world.pass_time(600.0 + after)
        await world.crash()
        await world.boot()
        await world.pass_time(400)
        assert world.process is not None
        assert len(world.process.sessions) == 1  # and it says itself what became of it
        assert len(world.simulator.recordings) <= 1
        assert plans(world) == ()

    play(tmp_path, story)


def test_within_the_grace_it_is_started_late(tmp_path: Path) -> None:
    async def story(world: World) -> None:
        plan(world, 60.0)
        world.machine.sleep(60 + GRACE - 20)
        await world.pass_time(30)
        assert starts(world) == 1

    play(tmp_path, story)


def test_after_a_long_sleep_nothing_is_started_and_an_alarm_asks(tmp_path: Path) -> None:
    async def story(world: World) -> None:
        key = plan(world, 60.0)
        world.machine.sleep(3 * 3600)
        await world.pass_time(30)
        assert starts(world) == 0
        (missed,) = plans(world)
        assert "Nothing was sent" in missed.trouble
        assert waiting(world) == [Kind.MISSED]
        assert plan_look(missed, world.machine.now()).attention
        gate(world).start_planned(key)
        await world.pass_time(1)
        await world.until(key, lambda session: session.confirmed_at is not None)
        assert starts(world) == 1
        assert plans(world) == ()

    play(tmp_path, story)


def test_a_console_that_comes_too_late_asks_as_well(tmp_path: Path) -> None:
    async def story(world: World) -> None:
        key = plan(world, 60.0)
        await world.pass_time(1)
        await world.close()
        await asyncio.sleep(7200)
        await world.boot()
        await world.pass_time(30)
        assert starts(world) == 0
        assert waiting(world) == [Kind.MISSED]
        gate(world).move_start(key, world.machine.now() + 60)
        await world.pass_time(70)
        assert starts(world) == 1

    play(tmp_path, story)


def test_a_plan_can_be_moved_and_given_up(tmp_path: Path) -> None:
    async def story(world: World) -> None:
        first, second = plan(world, 60.0, "one"), plan(world, 120.0, "two")
        gate(world).move_start(first, world.machine.now() + 300)
        gate(world).drop_start(second)
        await world.pass_time(200)
        assert starts(world) == 0
        assert [each.cname for each in plans(world)] == ["one"]
        await world.pass_time(120)
        assert starts(world) == 1
        with pytest.raises(RefusedError):
            gate(world).drop_start(first)

    play(tmp_path, story)


def test_a_locked_show_keeps_its_plans_and_they_come(tmp_path: Path) -> None:
    async def story(world: World) -> None:
        key = plan(world, 60.0)
        gate(world).lock()
        for change in (
            lambda: gate(world).drop_start(key),
            lambda: gate(world).move_start(key, world.machine.now() + 30),
            lambda: gate(world).start_planned(key),
            lambda: plan(world, 30.0, "other"),
        ):
            with pytest.raises(RefusedError, match="Locked"):
                change()
        await world.pass_time(70)
        assert starts(world) == 1

    play(tmp_path, story)


def test_what_cannot_be_started_is_refused_when_it_is_planned(tmp_path: Path) -> None:
    async def story(world: World) -> None:
        for moment, said in ((-5.0, "ago"), (31 * 86_400.0, "limit")):
            with pytest.raises(RefusedError, match=said):
                plan(world, moment)
        key = plan(world, 60.0)
        with pytest.raises(RefusedError, match="planned for show already"):
            plan(world, 90.0)
        with pytest.raises(RefusedError, match="ago"):
            gate(world).move_start(key, world.machine.now() - 1)
        bad = replace(world.order("show", uid="0"))
        with pytest.raises(RefusedError):
            gate(world).plan_start(bad, world.machine.now() + 60)

    play(tmp_path, story)


def test_a_uid_that_is_taken_meanwhile_is_told(tmp_path: Path) -> None:
    async def story(world: World) -> None:
        plan(world, 60.0)
        await world.until(world.start("show"), lambda session: session.confirmed_at is not None)
        await world.pass_time(120)
        assert starts(world) == 1
        assert "already recording" in plans(world)[0].trouble
        assert waiting(world) == [Kind.MISSED]

    play(tmp_path, story)


def test_keys_for_this_run_only_are_known_to_be_so_and_missed_when_gone(tmp_path: Path) -> None:
    async def story(world: World) -> None:
        key = plan(world, 60.0)
        await world.pass_time(1)
        assert plans(world)[0].run_only  # as in every demo
        world.vault.kept.clear()
        process = world.process
        assert process is not None
        process.console.projects._known.clear()
        await world.pass_time(90)
        assert starts(world) == 0
        assert plans(world)[0].trouble
        gate(world).drop_start(key)
        assert plans(world) == ()

    play(tmp_path, story)


def test_nothing_is_planned_that_cannot_be_written_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story(world: World) -> None:
        def refuse(_: object) -> None:
            raise SettingsError("The disk is full.", "Make room.")

        process = world.process
        assert process is not None
        monkeypatch.setattr(process.console.settings, "save_planned", refuse)
        with pytest.raises(SettingsError):
            plan(world, 60.0)
        assert plans(world) == ()

    play(tmp_path, story)


def test_a_console_beside_the_owner_plans_nothing(tmp_path: Path) -> None:
    async def story(world: World) -> None:
        console = await world.open_beside()
        with pytest.raises(RefusedError):
            console.gate.plan_start(world.order("show"), world.machine.now() + 60)
        await console.close()
        world.beside.clear()

    play(tmp_path, story)


def test_a_token_that_ends_before_is_refused(tmp_path: Path) -> None:
    async def story(world: World) -> None:
        process = world.process
        assert process is not None
        order = world.order("show")
        order = replace(order, secrets=replace(order.secrets, token=SecretStr("not a token")))
        found = process.console.planned.check(order, world.machine.now() + 60)
        assert any("cannot be read" in each.sentence for each in found)

    play(tmp_path, story)


def test_what_cannot_be_read_of_the_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "planned.json").write_text(json.dumps({"planned": [{"id": 1}]}), "utf-8")

    async def story(world: World) -> None:
        assert plans(world) == ()
        assert world.process is not None
        notes = [note.sentence for note in world.process.console.notes]
        assert any("planned start cannot be read" in note for note in notes)

    play(tmp_path, story)


@pytest.mark.parametrize("error", [-7200.0, 7200.0])
def test_a_clock_that_was_set_starts_nothing_without_a_person(tmp_path: Path, error: float) -> None:
    async def story(world: World) -> None:
        key = plan(world, 3600.0)
        await world.pass_time(600)
        world.machine.wall_error = error
        await world.pass_time(3 * 3600)
        assert starts(world) == 0
        assert "clock of this computer was set" in plans(world)[0].trouble
        assert waiting(world) == [Kind.MISSED]
        gate(world).start_planned(key)
        await world.pass_time(5)
        await world.until(key, lambda session: session.confirmed_at is not None)

    play(tmp_path, story)


def test_a_clock_that_was_set_back_between_two_runs_starts_nothing(tmp_path: Path) -> None:
    async def story(world: World) -> None:
        await world.until(world.start("early"), lambda session: session.confirmed_at is not None)
        plan(world, 600.0)
        await world.pass_time(300)
        world.machine.wall_error = -7200.0
        await world.crash()
        await world.boot()
        before = starts(world)
        await world.pass_time(900)
        assert starts(world) == before
        assert "set back" in plans(world)[0].trouble

    play(tmp_path, story)


def test_a_clock_that_was_put_right_by_seconds_keeps_its_plans(tmp_path: Path) -> None:
    async def story(world: World) -> None:
        key = plan(world, 600.0)
        world.machine.wall_error = 40.0
        await world.pass_time(590)
        assert starts(world) == 0
        await world.pass_time(20)
        await world.until(key, lambda session: session.confirmed_at is not None)

    play(tmp_path, story)


def test_a_secret_that_is_gone_is_named_and_nothing_starts_without_it(tmp_path: Path) -> None:
    async def story(world: World) -> None:
        order = world.order("show")
        secrets = replace(order.secrets, token=SecretStr("typed-token"))
        at = world.machine.now() + 60.0
        key = gate(world).plan_start(replace(order, secrets=secrets), at)
        await world.pass_time(1)
        await world.vault.forget(session_start(key))
        await world.pass_time(90)
        assert starts(world) == 0
        assert "Gone since it was planned: token." in plans(world)[0].trouble

    play(tmp_path, story)


def test_a_keyring_that_is_unlocked_late_starts_nothing(tmp_path: Path) -> None:
    async def story(world: World) -> None:
        plan(world, 60.0)
        await world.pass_time(1)
        read = world.vault.read

        async def after_the_password(name: str) -> SecretStr | None:
            world.vault.read = read  # type: ignore[method-assign]
            world.machine.sleep(8 * 3600.0)
            return await read(name)

        world.vault.read = after_the_password  # type: ignore[method-assign]
        await world.pass_time(90)
        assert starts(world) == 0
        assert "the machine slept" in plans(world)[0].trouble

    play(tmp_path, story)


def test_temporary_keys_stay_with_their_token(tmp_path: Path) -> None:
    async def story(world: World) -> None:
        order = world.order("show")
        temporary = StartSecrets(
            access_key=SecretStr("temporary-access"),
            secret_key=SecretStr("temporary-secret"),
            sts_token=SecretStr("temporary-token"),
        )
        config = copy.deepcopy(dict(order.config))
        storage = config["clientRequest"]["storageConfig"]
        storage["stsExpiration"] = int(world.machine.now()) + 20_000
        gate(world).plan_start(
            replace(order, config=config, secrets=temporary), world.machine.now() + 60.0
        )
        await world.pass_time(90)
        sent = next(each for each in world.simulator.ledger.requests if each.method == "start")
        keys = sent.body["clientRequest"]["storageConfig"]
        assert (keys["accessKey"], keys["stsToken"]) == ("temporary-access", "temporary-token")

    play(tmp_path, story)


def test_who_takes_the_folder_over_knows_the_plans_of_today_and_the_lock(tmp_path: Path) -> None:
    async def story(world: World) -> None:
        given_up, kept = plan(world, 600.0, "first"), plan(world, 1200.0, "second")
        await world.pass_time(1)
        beside = await world.open_beside()
        gate(world).drop_start(given_up)
        gate(world).move_start(kept, world.machine.now() + 1800.0)
        newer = plan(world, 900.0, "third")
        gate(world).lock()
        alarm = Alarm(session_id="old", cname="x", kind=Kind.MISSED, since=1.0, sentence="Missed.")
        beside.settings.save_alarms([alarm.model_dump(mode="json")])
        await world.pass_time(1)
        assert {each.id for each in beside.planned.all()} == {given_up, kept}
        beside.take_over()
        moments = {each.id: round(each.at - world.machine.now()) for each in beside.planned.all()}
        assert moments == {newer: 899, kept: 1799}
        assert beside.gate.locked
        assert beside.alarms.waiting() == (alarm,)
        await beside.close()
        world.beside.clear()

    play(tmp_path, story)
