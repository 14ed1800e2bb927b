"""One question: what its answer proves, and what the absence of one leaves open."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from agora_console.api import errors
from agora_console.api.replies import QueryReply
from agora_console.domain.session import FileEntry, Phase
from agora_console.services.watching.asking import grown
from tests.unit.services.bench import bench, running


def failed(kind: type[errors.ApiError], **facts: Any) -> errors.ApiError:
    return kind("query", **{"http": 500, **facts})


@pytest.mark.parametrize("status", [4, 5])
async def test_4_and_5_prove_a_recording(status: int, tmp_path: Path) -> None:
    fresh = running(phase="unconfirmed", confirmed_at=None, last_status=None, started_at=990.0)
    async with bench(tmp_path, fresh, query=[QueryReply(status)]) as it:
        session = await it.asker.ask(it.session.id, it.agora)
        assert session.phase is Phase.RECORDING
        assert session.confirmed_at == it.clock.now()
        assert (await it.on_disk()).last_status == status


async def test_files_are_taken_over_and_not_lost_by_an_answer_without_any(tmp_path: Path) -> None:
    files = (FileEntry(file_name="one.m3u8"),)
    async with bench(tmp_path, running(), query=[QueryReply(5, files), QueryReply(5)]) as it:
        await it.asker.ask(it.session.id, it.agora)
        assert (await it.asker.ask(it.session.id, it.agora)).files == files


@pytest.mark.parametrize(
    ("error", "answer"),
    [
        (errors.NoWorker("query", http=404, code=404), "no_worker"),
        (errors.NoAnswer("query"), "silence"),
        (errors.Unreachable("query", reason="no way"), "silence"),
        (failed(errors.ServerFault), "server"),
        (failed(errors.NotCompleted, http=206, code=65), "server"),
        (failed(errors.Unreadable, http=200), "server"),
        (failed(errors.Unauthorized, http=401), "refused"),
        (failed(errors.Exiting, code=501), "exiting"),
        (failed(errors.RateLimited, http=429), "not_asked"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else "",
)
async def test_no_failed_question_ends_a_recording(
    error: errors.ApiError, answer: str, tmp_path: Path
) -> None:
    async with bench(tmp_path, running(), query=[error]) as it:
        session = await it.asker.ask(it.session.id, it.agora)
        assert session.last_answer == answer
        assert not session.over
        assert session.phase is not Phase.RECORDING or answer == "not_asked"


async def test_two_questions_for_one_session_are_asked_one_after_the_other(tmp_path: Path) -> None:
    async with bench(tmp_path, running()) as it:
        await asyncio.gather(*(it.asker.ask(it.session.id, it.agora) for _ in range(3)))
        assert it.agora.count("query") == 3


async def test_two_orders_for_one_session_never_overlap(tmp_path: Path) -> None:
    async with bench(tmp_path, running()) as it:
        inside, most = 0, 0

        async def order() -> None:
            nonlocal inside, most
            async with it.asker.control(it.session.id):
                inside += 1
                most = max(most, inside)
                await asyncio.sleep(0)
                inside -= 1

        await asyncio.gather(order(), order(), order())
        assert (inside, most) == (0, 1)


async def test_a_question_waits_for_an_order_and_is_not_asked_beside_it(tmp_path: Path) -> None:
    async with bench(tmp_path, running()) as it, it.asker.control(it.session.id):
        assert it.agora.calls == []


def test_files_that_were_known_are_the_same_ones_in_a_longer_list() -> None:
    known = tuple(FileEntry(f"{n}.ts") for n in range(3))
    again = tuple(FileEntry(f"{n}.ts") for n in range(3))
    assert grown(known, again) is known
    more = grown(known, (*again, FileEntry("new.ts")))
    assert [a is b for a, b in zip(known, more, strict=False)] == [True] * 3
    assert more[3:] == (FileEntry("new.ts"),)
    assert grown(known, again[:2]) == known[:2]
