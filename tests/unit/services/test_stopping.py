"""Stop: sent until the end is proven, and never taken for one by mistake."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from agora_console.api import errors
from agora_console.api.replies import QueryReply, StopReply
from agora_console.domain.session import FileEntry, Phase, Session, Uploading
from agora_console.services.watching.asking import Asker
from tests.unit.services.bench import Bench, bench, running

FILES = (FileEntry(file_name="sid_town-hall.m3u8"),)
UPLOADED = StopReply(Uploading.UPLOADED, FILES)


def failed(kind: type[errors.ApiError], **facts: Any) -> errors.ApiError:
    return kind("stop", **{"http": 500, **facts})


async def stopped(it: Bench) -> Session:
    return await it.stopper.run(it.session.id, it.agora)


async def test_a_stop_that_reports_the_files_ends_it(tmp_path: Path) -> None:
    async with bench(tmp_path, running(), stop=[UPLOADED]) as it:
        session = await stopped(it)
        assert (session.phase, session.over) == (Phase.FILES_LISTED, True)
        assert session.files == FILES
        assert it.agora.count("stop") == 1
        assert (await it.on_disk()).files == FILES


@pytest.mark.parametrize(
    "error",
    [
        errors.NoAnswer("stop"),
        errors.Unreachable("stop", reason="no way"),
        failed(errors.ServerFault),
        failed(errors.NotCompleted, http=206, code=65),
        failed(errors.RateLimited, http=429),
        failed(errors.Unreadable, http=200),
    ],
    ids=lambda error: type(error).__name__,
)
async def test_what_says_nothing_of_the_recording_is_followed_by_another_stop(
    error: errors.ApiError, tmp_path: Path
) -> None:
    async with bench(tmp_path, running(), stop=[error, UPLOADED]) as it:
        session = await stopped(it)
        assert it.agora.count("stop") == 2
        assert session.phase is Phase.FILES_LISTED


async def test_between_two_stops_agora_is_asked_and_an_end_is_believed(tmp_path: Path) -> None:
    ending = QueryReply(7)
    async with bench(tmp_path, running(), stop=[errors.NoAnswer("stop")], query=[ending]) as it:
        session = await stopped(it)
        assert it.agora.count("stop") == 1
        assert session.last_status == 7


async def test_a_404_right_after_a_stop_is_no_end(tmp_path: Path) -> None:
    """It may be a failover, out of which the recording comes back."""
    gone = errors.NoWorker("stop", http=404, code=404)
    async with bench(tmp_path, running(), stop=[gone, UPLOADED], query=[QueryReply(5)]) as it:
        session = await stopped(it)
        assert it.agora.count("stop") == 2
        assert session.phase is Phase.FILES_LISTED


async def test_nothing_recorded_is_an_end(tmp_path: Path) -> None:
    nothing = errors.NothingRecorded("stop", http=206, code=435)
    async with bench(tmp_path, running(), stop=[nothing]) as it:
        session = await stopped(it)
        assert (session.phase, session.over) == (Phase.NOTHING_RECORDED, True)


@pytest.mark.parametrize("kind", [errors.AlreadyLeaving, errors.Exiting])
async def test_one_that_is_ending_already_is_not_stopped_again(
    kind: type[errors.ApiError], tmp_path: Path
) -> None:
    leaving = kind("stop", http=400, code=49, reply=StopReply(None, FILES))
    async with bench(tmp_path, running(), stop=[leaving]) as it:
        session = await stopped(it)
        assert (session.phase, session.over) == (Phase.STOPPING, False)
        assert session.files == FILES
        assert it.agora.count("stop") == 1


async def test_an_upload_that_takes_too_long_is_a_stop_all_the_same(tmp_path: Path) -> None:
    late = errors.UploadTimeout("stop", http=200, code=50)
    async with bench(tmp_path, running(), stop=[late]) as it:
        session = await stopped(it)
        assert (session.phase, session.over) == (Phase.UPLOADING, False)
        assert session.stop_accepted_at is not None


@pytest.mark.parametrize("kind", [errors.Unauthorized, errors.BadRequest, errors.Mismatch])
async def test_a_refused_stop_is_not_repeated_and_says_that_it_may_run(
    kind: type[errors.ApiError], tmp_path: Path
) -> None:
    async with bench(tmp_path, running(), stop=[kind("stop", http=400, reason="no")]) as it:
        session = await stopped(it)
        assert it.agora.count("stop") == 1
        assert not session.over
        assert session.stoppable
        assert "The stop was refused." in session.cause
        assert "may still run" in session.cause


async def test_one_that_is_over_is_not_stopped(tmp_path: Path) -> None:
    async with bench(tmp_path, running(over=True, phase="files_listed")) as it:
        await stopped(it)
        assert it.agora.calls == []


async def test_a_query_that_is_on_its_way_gives_way_to_the_stop(tmp_path: Path) -> None:
    async with bench(tmp_path, running(), stop=[UPLOADED]) as it:
        asked = it.asker
        question = asyncio.ensure_future(asked.ask(it.session.id, it.agora))
        await asyncio.sleep(0)
        session = await stopped(it)
        await question
        assert session.over
        assert [method for method, _ in it.agora.calls][-1] == "stop"


async def test_an_asker_asks_nothing_of_one_that_is_over(tmp_path: Path) -> None:
    async with bench(tmp_path, running(over=True, phase="ended", ended_at=1.0)) as it:
        asker = Asker(it.book, it.clock)
        session = await asker.ask(it.session.id, it.agora)
        assert session.over
