"""Many recordings from one config: checked one by one, paced, and never started twice."""

from __future__ import annotations

import asyncio
import copy
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pydantic import SecretStr

from agora_console.domain.session import Phase
from agora_console.services.start.batch import AT_ONCE, Batch, doubles, nothing_started
from agora_console.services.start.orders import RefusedError
from agora_console.services.start.table_text import Line
from tests.support.virtual_time import run
from tests.support.virtual_world import MIX, WEB, World

Story = Callable[[World, Batch], Awaitable[None]]


def play(folder: Path, story: Story, faults: tuple[str, ...] = ()) -> None:
    async def main() -> None:
        world = World(folder, faults=faults)
        process = await world.boot()
        try:
            await story(world, process.console.batch)
        finally:
            await world.end()

    run(main())


def lines(count: int) -> dict[str, Line]:
    return {f"row{n}": Line(f"hall-{n}", str(1000 + n)) for n in range(count)}


def requests(world: World) -> list[str]:
    return [each.method for each in world.simulator.ledger.requests]


async def done(batch: Batch) -> None:
    await batch.ended()


def test_every_line_becomes_a_recording_in_pairs_of_acquire_and_start(tmp_path: Path) -> None:
    async def story(world: World, batch: Batch) -> None:
        assert batch.start(world.order("base"), lines(12)) is not None
        await done(batch)
        keys = [batch.progress(key) for key in lines(12)]
        assert all(each is not None and each.session_id for each in keys)
        sent = [each for each in requests(world) if each in ("acquire", "start")]
        assert sent.count("start") == 12
        ahead = [sent[:n].count("acquire") - sent[:n].count("start") for n in range(len(sent) + 1)]
        assert max(ahead) <= AT_ONCE
        assert {each.cname for each in world.process.sessions} == {  # type: ignore[union-attr]
            f"hall-{n}" for n in range(12)
        }

    play(tmp_path, story)


def test_ten_requests_a_second_are_never_exceeded(tmp_path: Path) -> None:
    async def story(world: World, batch: Batch) -> None:
        batch.start(world.order("base"), lines(20))
        await done(batch)
        times = [at for at, _ in world.network.sent]
        assert all(sum(at <= other < at + 1 for other in times) <= 10 for at in times)

    play(tmp_path, story)


def test_what_was_started_is_never_started_again(tmp_path: Path) -> None:
    async def story(world: World, batch: Batch) -> None:
        batch.start(world.order("base"), lines(2))
        await done(batch)
        assert not batch.can_start("row0")
        assert batch.start(world.order("base"), lines(2)) is None
        assert requests(world).count("start") == 2

    play(tmp_path, story)


def test_a_refused_line_keeps_no_other_and_can_be_repeated(tmp_path: Path) -> None:
    async def story(world: World, batch: Batch) -> None:
        bad = {"bad": Line("hall-1", "not a number"), **lines(2)}
        batch.start(world.order("base"), bad)
        await done(batch)
        refused = batch.progress("bad")
        assert refused is not None
        assert refused.problem is not None
        assert "not a number" in refused.problem.sentence
        assert batch.can_start("bad")
        assert requests(world).count("start") == 2
        batch.start(world.order("base"), {"bad": Line("hall-9", "77")})
        await done(batch)
        again = batch.progress("bad")
        assert again is not None
        assert again.session_id

    play(tmp_path, story)


def test_a_line_that_agora_refused_is_certain_not_to_record(tmp_path: Path) -> None:
    async def story(world: World, batch: Batch) -> None:
        batch.start(world.order("base"), lines(1))
        await done(batch)
        progress = batch.progress("row0")
        assert progress is not None
        await world.until(progress.session_id, lambda session: session.over)
        session = world.process.session(progress.session_id)  # type: ignore[union-attr]
        assert session.phase is Phase.FAILED
        assert nothing_started(session)
        assert batch.can_start("row0")

    play(tmp_path, story, faults=("unauthorized:acquire:always",))


def test_what_was_halted_before_it_was_sent_can_be_started_later(tmp_path: Path) -> None:
    async def story(world: World, batch: Batch) -> None:
        task = batch.start(world.order("base"), lines(10))
        assert task is not None
        await asyncio.sleep(0.5)
        batch.halt()
        await asyncio.wait({task})
        left = [key for key in lines(10) if batch.progress(key) is None]
        assert 0 < len(left) < 10
        assert all(batch.can_start(key) for key in left)
        await asyncio.sleep(10)
        assert requests(world).count("start") == 10 - len(left)
        batch.forget(["row0"])
        assert batch.progress("row0") is None

    play(tmp_path, story)


def test_a_line_says_what_is_its_own(tmp_path: Path) -> None:
    async def story(world: World, batch: Batch) -> None:
        console = world.process.console  # type: ignore[union-attr]
        other = {**MIX, "clientRequest": {**MIX["clientRequest"], "storageConfig": {"vendor": 2}}}
        console.presets.save("Elsewhere", other)
        base = world.order("base", uid="")
        order = batch.order(base, Line("a", "7", "shows/2026"))
        storage = order.config["clientRequest"]["storageConfig"]
        assert (order.cname, order.uid) == ("a", "7")
        assert storage["fileNamePrefix"] == ["shows", "2026"]
        assert order.secrets.access_key is not None
        assert batch.order(base, Line("a", "7", preset="elsewhere")).secrets.access_key is None
        with pytest.raises(RefusedError, match="no preset"):
            batch.order(base, Line("a", "7", preset="gone"))
        assert "no preset" in batch.check(base, Line("a", "7", preset="gone"))[0].sentence

    play(tmp_path, story)


def test_the_keys_of_a_preset_come_from_the_keyring(tmp_path: Path) -> None:
    async def story(world: World, batch: Batch) -> None:
        console = world.process.console  # type: ignore[union-attr]
        console.presets.save("Same", MIX)
        base = replace(world.order("base"), secrets=world.order("base").secrets)
        keys = await batch.keys_of(base, ["Same", "", "gone"])
        assert list(keys) == ["Same"]
        assert batch.check(base, Line("hall-1", "7", preset="Same"), keys) == batch.check(
            base, Line("hall-1", "7", preset="Same")
        )

    play(tmp_path, story)


def test_a_second_recorder_has_a_uid_of_its_own_in_each_line(tmp_path: Path) -> None:
    async def story(world: World, batch: Batch) -> None:
        base = replace(world.order("base"), guards={"second": {"uid": "55"}})
        batch.start(base, lines(2))
        await done(batch)
        await asyncio.sleep(20)
        sessions = world.process.sessions  # type: ignore[union-attr]
        assert len(sessions) == 4
        assert len({each.uid for each in sessions}) == 4

    play(tmp_path, story)


def test_a_channel_and_uid_that_stand_twice_are_found() -> None:
    table = [Line("a", "1"), Line("b", "1"), Line("a", "1"), Line("a"), Line("a")]
    assert sorted(doubles(table)) == [0, 2]


def test_a_stream_key_is_not_sent_in_the_place_of_that_of_a_preset(tmp_path: Path) -> None:
    async def story(world: World, batch: Batch) -> None:
        console = world.process.console  # type: ignore[union-attr]
        config = copy.deepcopy(WEB)
        services = config["clientRequest"]["extensionServiceConfig"]["extensionServices"]
        push = {"outputs": [{"rtmpUrl": "rtmp://elsewhere.example.com/live"}]}
        services.append({"serviceName": "rtmp_publish_service", "serviceParam": push})
        console.presets.save("Pushed", config)
        base = world.order("base")
        url = SecretStr("rtmp://here.example.com/live/key-of-the-draft")
        base = replace(base, secrets=replace(base.secrets, rtmp_url=url))
        assert batch.order(base, Line("a", "7")).secrets.rtmp_url == url
        assert batch.order(base, Line("a", "7", preset="Pushed")).secrets.rtmp_url is None

    play(tmp_path, story)


def test_one_address_takes_the_stream_of_one_line(tmp_path: Path) -> None:
    async def story(world: World, batch: Batch) -> None:
        config = copy.deepcopy(WEB)
        services = config["clientRequest"]["extensionServiceConfig"]["extensionServices"]
        push = {"outputs": [{"rtmpUrl": "rtmp://here.example.com/live/***"}]}
        services.append({"serviceName": "rtmp_publish_service", "serviceParam": push})
        base = world.order("base", config=config)
        url = SecretStr("rtmp://here.example.com/live/key-of-the-draft")
        base = replace(base, secrets=replace(base.secrets, rtmp_url=url))
        batch.start(base, lines(2))
        await done(batch)
        assert requests(world).count("start") == 1
        refused = batch.progress("row1")
        assert refused is not None
        assert refused.problem is not None
        assert refused.problem.rule == "push-twice"

    play(tmp_path, story)
