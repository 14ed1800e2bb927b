"""The client against its opponent: whole lives in the three modes, and each fault as its error."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

import httpx
import pytest
from pydantic import SecretStr

from agora_console.api import errors
from agora_console.api.budget import Budget
from agora_console.api.client import AgoraClient
from agora_console.api.errors import ApiError
from agora_console.api.gateway import Gateway
from agora_console.api.hosts import Route
from agora_console.api.wire import Handle
from agora_console.domain.secrets import Credentials, StartSecrets
from agora_console.domain.session import FileEntry, Uploading
from agora_console.simulator import Account, Simulator
from agora_console.simulator.clock import ManualClock
from agora_console.simulator.pace import Limits

ACCOUNT = Account()
SECRETS = StartSecrets(access_key=SecretStr("AK-sim-1"), secret_key=SecretStr("SK-sim-1"))
STORAGE = {"vendor": 1, "region": 0, "bucket": "talks"}
WHO = ("town-hall", "3190774421")

DOCUMENTS: dict[str, dict[str, Any]] = {
    "mix": {
        "mode": "mix",
        "acquire": {"resourceExpiredHour": 24},
        "clientRequest": {
            "storageConfig": STORAGE,
            "recordingConfig": {
                "channelType": 1,
                "maxIdleTime": 300,
                "transcodingConfig": {"width": 1280, "height": 720, "fps": 15, "bitrate": 2260},
            },
            "recordingFileConfig": {"avFileType": ["hls", "mp4"]},
        },
    },
    "individual": {
        "mode": "individual",
        "clientRequest": {
            "storageConfig": STORAGE,
            "recordingConfig": {"channelType": 1, "maxIdleTime": 300, "subscribeUidGroup": 0},
        },
    },
    "web": {
        "mode": "web",
        "clientRequest": {
            "storageConfig": STORAGE,
            "extensionServiceConfig": {
                "errorHandlePolicy": "error_abort",
                "extensionServices": [
                    {
                        "serviceName": "web_recorder_service",
                        "errorHandlePolicy": "error_abort",
                        "serviceParam": {
                            "url": "https://talks.example/room",
                            "audioProfile": 0,
                            "videoWidth": 1280,
                            "videoHeight": 720,
                            "maxRecordingHour": 3,
                        },
                    }
                ],
            },
        },
    },
}


class Play:
    """A simulator on a clock moved by hand, and the client that calls it."""

    def __init__(self, simulator: Simulator, http: httpx.AsyncClient, secret: str) -> None:
        self.simulator = simulator
        self.client = AgoraClient(
            http,
            simulator.url,
            Credentials(ACCOUNT.app_id, ACCOUNT.customer_id, SecretStr(secret)),
        )

    async def acquire(self, mode: str = "mix") -> Handle:
        acquired = await self.client.acquire(*WHO, DOCUMENTS[mode])
        return Handle(acquired.resource_id, *WHO, mode)

    async def start(self, mode: str = "mix") -> Handle:
        ids = await self.acquire(mode)
        started = await self.client.start(ids, DOCUMENTS[mode], SECRETS)
        return Handle(ids.resource_id, *WHO, mode, started.sid)


Playing = Callable[..., AbstractAsyncContextManager[Play]]


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def playing(clock: ManualClock) -> Playing:
    @asynccontextmanager
    async def play(*faults: str, secret: str = ACCOUNT.customer_secret) -> AsyncIterator[Play]:
        limits = Limits(requests_per_second=None)
        simulator = Simulator(ACCOUNT, clock=clock, faults=faults, limits=limits, seed=1)
        async with simulator, httpx.AsyncClient() as http:
            yield Play(simulator, http, secret)

    return play


@pytest.mark.parametrize("mode", DOCUMENTS)
async def test_a_recording_from_acquire_to_its_files(
    playing: Playing, clock: ManualClock, mode: str
) -> None:
    async with playing() as play:
        ids = await play.start(mode)
        clock.advance(90)
        running = await play.client.query(ids)
        assert running.status == 5
        assert all(ids.sid in entry.file_name for entry in running.files)
        stopped = await play.client.stop(ids)
        assert stopped.uploading is Uploading.UPLOADED
        assert stopped.files
        clock.advance(60)
        with pytest.raises(errors.NoWorker):
            await play.client.query(ids)


SHAPES = (
    "string-types",
    "playload",
    "unknow",
    "filename-case",
    "seconds",
    "file-json-string",
    "capital-keys",
    "bare",
)


@pytest.mark.parametrize("mode", DOCUMENTS)
@pytest.mark.parametrize("shape", SHAPES)
async def test_no_shape_of_the_answers_changes_what_is_read(
    playing: Playing, clock: ManualClock, shape: str, mode: str
) -> None:
    async with playing() as play:
        ids = await play.start(mode)
        clock.advance(90)
        plain = await play.client.query(ids)
        play.simulator.add_fault(shape)
        shaped = await play.client.query(ids)
        assert (shaped.status, _read(shaped.files)) == (plain.status, _read(plain.files))
        stopped = await play.client.stop(ids)
        expected = Uploading.UNKNOWN if shape == "unknow" else Uploading.UPLOADED
        assert stopped.uploading is expected
        assert stopped.files


def _read(files: tuple[FileEntry, ...]) -> list[tuple[object, ...]]:
    """What every shape has to agree on; times in seconds have no fraction."""
    return [
        (f.file_name, f.track_type, f.uid, f.is_playable, int(f.slice_start_time or 0))
        for f in files
    ]


@pytest.mark.parametrize("fault", ["html", "garbage", "empty"])
async def test_a_start_that_a_proxy_answered_has_an_open_end(playing: Playing, fault: str) -> None:
    async with playing(f"{fault}:start") as play:
        ids = await play.acquire()
        with pytest.raises(errors.Unreadable) as caught:
            await play.client.start(ids, DOCUMENTS["mix"], SECRETS)
    assert caught.value.may_have_acted


async def test_a_layout_and_subscriptions_are_changed_on_the_way(
    playing: Playing, clock: ManualClock
) -> None:
    async with playing() as play:
        ids = await play.start()
        clock.advance(20)
        await play.client.update_layout(ids, {"mixedVideoLayout": 1, "backgroundColor": "#102030"})
        everybody = {"audioUidList": {"subscribeAudioUids": ["#allstream#"]}}
        await play.client.update(ids, {"streamSubscribe": everybody})


async def test_a_page_recording_is_paused(playing: Playing, clock: ManualClock) -> None:
    async with playing() as play:
        ids = await play.start("web")
        clock.advance(30)
        await play.client.update(ids, {"webRecordingConfig": {"onhold": True}})
        reply = await play.client.query(ids)
        assert [service.onhold for service in reply.services] == [True]


async def test_a_second_start_and_a_second_stop(playing: Playing, clock: ManualClock) -> None:
    async with playing() as play:
        ids = await play.start()
        clock.advance(20)
        with pytest.raises(errors.AlreadyStarted):
            await play.client.start(ids, DOCUMENTS["mix"], SECRETS)
        other = await play.acquire()
        with pytest.raises(errors.TaskConflict):
            await play.client.start(other, DOCUMENTS["mix"], SECRETS)
        await play.client.stop(ids, async_stop=True)
        with pytest.raises((errors.AlreadyLeaving, errors.NoWorker)):
            await play.client.stop(ids)


async def test_a_wrong_customer_secret(playing: Playing) -> None:
    async with playing(secret="not the one") as play:
        with pytest.raises(errors.Unauthorized):
            await play.acquire()


async def test_a_resource_id_that_is_too_old(playing: Playing, clock: ManualClock) -> None:
    async with playing() as play:
        ids = await play.acquire()
        clock.advance(301)
        with pytest.raises(errors.ResourceExpired):
            await play.client.start(ids, DOCUMENTS["mix"], SECRETS)


@pytest.mark.parametrize(
    ("fault", "kind", "open_end"),
    [
        ("lost-reply:start", errors.NoAnswer, True),
        ("drop:start", errors.NoAnswer, True),
        ("error-500:start", errors.ServerFault, True),
        ("error-502:start", errors.ServerFault, True),
        ("error-503:start", errors.ServerFault, True),
        ("error-504:start", errors.ServerFault, True),
        ("not-completed:start", errors.NotCompleted, True),
        ("request-timeout:start", errors.ServerFault, True),
        ("conflict", errors.TaskConflict, False),
        ("already-started", errors.AlreadyStarted, True),
        ("allocate:start", errors.AllocationFailed, False),
    ],
)
async def test_what_a_fault_on_start_becomes(
    playing: Playing, fault: str, kind: type[ApiError], open_end: bool
) -> None:
    async with playing(fault) as play:
        ids = await play.acquire()
        with pytest.raises(kind) as caught:
            await play.client.start(ids, DOCUMENTS["mix"], SECRETS)
    assert caught.value.may_have_acted is open_end


async def test_the_same_start_again_proves_that_the_lost_one_lives(playing: Playing) -> None:
    async with playing("lost-reply:start") as play:
        ids = await play.acquire()
        with pytest.raises(errors.NoAnswer):
            await play.client.start(ids, DOCUMENTS["mix"], SECRETS)
        with pytest.raises(errors.AlreadyStarted):
            await play.client.start(ids, DOCUMENTS["mix"], SECRETS)
        assert len(play.simulator.recordings) == 1


async def test_nothing_recorded(playing: Playing, clock: ManualClock) -> None:
    async with playing("no-data") as play:
        ids = await play.start()
        clock.advance(20)
        with pytest.raises(errors.NothingRecorded):
            await play.client.stop(ids)


async def test_the_budget_keeps_below_the_limit_of_the_gateway() -> None:
    """Real time on both sides: 20 questions at once, and none is turned away with 429.

    The gateway counts a quarter faster, for on a busy machine some arrive later than they left.
    """
    async with Simulator(ACCOUNT, seed=1, speed=1.25) as simulator, httpx.AsyncClient() as http:
        play = Play(simulator, http, ACCOUNT.customer_secret)
        gateway = Gateway(lambda _url: play.client, Route(simulator.url), ACCOUNT.app_id, Budget())
        acquired = await gateway.acquire(*WHO, DOCUMENTS["mix"])
        ids = Handle(acquired.resource_id, *WHO, "mix")
        started = await gateway.start(ids, DOCUMENTS["mix"], SECRETS)
        ids = Handle(acquired.resource_id, *WHO, "mix", started.sid)
        replies = await asyncio.gather(*(gateway.query(ids) for _ in range(20)))
    assert len(replies) == 20
