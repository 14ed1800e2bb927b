"""What is changed while it runs, over real sockets: pause, push address, lists; and a restart."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from agora_console.domain.on_air import How, Known, on_hold, push_url
from agora_console.domain.page import PUBLISHER, RECORDER, Page
from agora_console.domain.problems import Problem
from agora_console.domain.session import Session
from agora_console.services.start.orders import RefusedError
from tests.flow.stage import MIX, Stage, console_on, stage

OLD_KEY, NEW_KEY = "first-stream-key-5177", "second-stream-key-8842"
NEW = f"rtmps://two.example.com/app/{NEW_KEY}"
PAGE: dict[str, Any] = {
    "mode": "web",
    "clientRequest": {
        "storageConfig": MIX["clientRequest"]["storageConfig"],
        "recordingFileConfig": {"avFileType": ["hls", "mp4"]},
        "extensionServiceConfig": {
            "errorHandlePolicy": "error_abort",
            "extensionServices": [
                {
                    "serviceName": RECORDER,
                    "errorHandlePolicy": "error_abort",
                    "serviceParam": {
                        "url": "https://app.example.com/room/42",
                        "audioProfile": 1,
                        "videoWidth": 1280,
                        "videoHeight": 720,
                        "maxRecordingHour": 3,
                    },
                },
                {
                    "serviceName": PUBLISHER,
                    "errorHandlePolicy": "error_ignore",
                    "serviceParam": {
                        "outputs": [{"rtmpUrl": f"rtmp://one.example.com/app/{OLD_KEY}"}]
                    },
                },
            ],
        },
    },
}
LISTS = {
    "audioUidList": {"subscribeAudioUids": ["#allstream#"]},
    "videoUidList": {"subscribeVideoUids": ["1001"]},
}


def held_anew(before: Page, session: Session) -> bool:
    return session.page.onhold_at != before.onhold_at


async def told_after(it: Stage, session_id: str, at: float | None) -> Any:
    assert at is not None
    it.console.recordings.ask_now(session_id)
    return await it.until(session_id, lambda s: (s.page.seen_at or 0.0) > at)


async def test_a_page_is_paused_resumed_and_pushed_elsewhere_and_agora_tells_it(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path) as it:
        session = await it.confirmed(config=PAGE)
        gate, there = it.console.gate, it.simulator.recordings[session.sid]
        for paused in (True, False):
            before = it.session(session.id).page
            gate.update(session.id, {"webRecordingConfig": {"onhold": paused}})
            with pytest.raises(RefusedError, match="on its way"):
                gate.update(session.id, {"webRecordingConfig": {"onhold": not paused}})
            done = await it.until(session.id, partial(held_anew, before))
            assert on_hold(done) == Known(paused, How.ACCEPTED, done.page.onhold_at)
            assert there.onhold is paused
            seen = await told_after(it, session.id, done.page.onhold_at)
            assert on_hold(seen) == Known(paused, How.TOLD, seen.page.seen_at)
        gate.update(session.id, {"rtmpPublishConfig": {"outputs": [{"rtmpUrl": NEW}]}})
        done = await it.until(session.id, lambda s: s.page.rtmp_at is not None)
        assert there.rtmp_url == NEW
        seen = await told_after(it, session.id, done.page.rtmp_at)
        assert push_url(seen).value == "rtmps://two.example.com/app/***"
        assert seen.page.service(PUBLISHER).outputs[0].status == "publishing"
        assert it.ledger_calls("update") == 3
        assert it.simulator.ledger.violations == []
        await it.console.recordings.flushed()
        await it.console.close()
    left = [each.read_bytes() for each in sorted((tmp_path / "data").rglob("*")) if each.is_file()]
    assert left
    assert not [key for key in (OLD_KEY, NEW_KEY) if any(key.encode() in each for each in left)]


async def test_what_agora_refuses_of_a_page_is_told_and_changes_nothing(tmp_path: Path) -> None:
    plain: dict[str, Any] = {"mode": "web", "clientRequest": {**PAGE["clientRequest"]}}
    services = PAGE["clientRequest"]["extensionServiceConfig"]
    plain["clientRequest"]["extensionServiceConfig"] = {
        **services,
        "extensionServices": services["extensionServices"][:1],
    }
    async with stage(tmp_path) as it:
        session = await it.confirmed(config=plain)
        told: asyncio.Queue[Problem] = asyncio.Queue()
        it.console.recordings.told.subscribe(told.put_nowait)
        it.console.gate.update(session.id, {"rtmpPublishConfig": {"outputs": [{"rtmpUrl": NEW}]}})
        problem = await asyncio.wait_for(told.get(), 20)
        assert problem.path == "update"
        assert problem.holds == "Nothing was changed."
        assert NEW_KEY not in repr(problem)
        assert it.session(session.id).page.rtmp_at is None


async def test_lists_that_agora_accepted_are_known_after_a_restart(tmp_path: Path) -> None:
    async with stage(tmp_path) as it:
        session = await it.confirmed()
        it.console.gate.update(session.id, {"streamSubscribe": LISTS})
        done = await it.until(session.id, lambda s: s.subscription_at is not None)
        await it.console.close()
        async with console_on(it.simulator, tmp_path / "data") as console:
            it.console = console
            found = it.session(session.id)
            assert (found.subscription, found.subscription_at) == (LISTS, done.subscription_at)
