"""Start: what every answer, or its absence, proves, and that nothing is started twice."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from agora_console.api import errors
from agora_console.api.replies import Acquired, Started
from agora_console.domain.session import RESOURCE_LIFE, Phase
from agora_console.journal.errors import JournalError
from agora_console.services.start.starting import AGAIN_LATE, ROUNDS
from tests.support.sessions import make_session
from tests.unit.services.bench import SECRETS, bench
from tests.unit.services.test_backlog import writable

SILENCE = errors.NoAnswer("start", reason="silence")
UNREACHABLE = errors.Unreachable("start", reason="nothing listens", why="refused")


def refusal(kind: type[errors.ApiError], **facts: Any) -> errors.ApiError:
    return kind("start", **{"http": 400, "code": 2, "reason": "said", **facts})


async def test_acquire_and_start_happen_as_one_and_every_id_is_on_the_disk(tmp_path: Path) -> None:
    async with bench(tmp_path) as it:
        session = await it.start()
        assert [method for method, _ in it.agora.calls] == ["acquire", "start"]
        assert (session.resource_id, session.sid) == ("resource", "sid")
        assert session.phase is Phase.UNCONFIRMED
        on_disk = await it.on_disk()
        assert (on_disk.resource_id, on_disk.sid) == ("resource", "sid")


async def test_one_write_holds_the_resource_and_the_order_to_start(tmp_path: Path) -> None:
    async with bench(tmp_path) as it:
        await it.start()
        known = [(each.resource_id, each.start_sent_at is not None) for each in it.told]
        assert ("resource", True) in known
        assert ("resource", False) not in known


async def test_a_resource_is_on_the_disk_although_the_keyring_takes_its_time(
    tmp_path: Path,
) -> None:
    async with bench(tmp_path) as it:
        ready: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        written = asyncio.Event()
        it.book.changed.subscribe(lambda each: written.set() if each.resource_id else None)
        work = asyncio.ensure_future(it.starter.run(it.session.id, it.agora, SECRETS, ready))
        await written.wait()
        assert (await it.on_disk()).resource_id == "resource"
        assert it.agora.count("start") == 0
        ready.set_result(None)
        assert (await work).sid == "sid"


async def test_a_start_that_cannot_be_written_down_after_its_resource_is_not_sent(
    tmp_path: Path,
) -> None:
    async with bench(tmp_path) as it:
        ready: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        written = asyncio.Event()
        it.book.changed.subscribe(lambda each: written.set() if each.resource_id else None)
        work = asyncio.ensure_future(it.starter.run(it.session.id, it.agora, SECRETS, ready))
        await written.wait()
        writable(it.journal, yes=False)
        ready.set_result(None)
        with pytest.raises(JournalError):
            await work
        assert it.agora.count("start") == 0
        assert it.session.start_sent_at is None
        writable(it.journal, yes=True)


async def test_an_acquire_that_is_refused_starts_nothing(tmp_path: Path) -> None:
    refused = errors.Unauthorized("acquire", http=401, reason="Invalid authentication credentials")
    async with bench(tmp_path, acquire=[refused]) as it:
        session = await it.start()
        assert it.agora.count("start") == 0
        assert (session.phase, session.over) == (Phase.FAILED, True)
        assert "Nothing was started." in session.cause
        assert "Invalid authentication credentials" in session.cause


@pytest.mark.parametrize(
    "error",
    [
        refusal(errors.BadRequest),
        refusal(errors.TaskConflict, code=53),
        refusal(errors.Mismatch, code=432),
        refusal(errors.TokenRefused, code=109),
        refusal(errors.Unauthorized, http=401, code=None),
        refusal(errors.Forbidden, http=403, code=None),
    ],
    ids=lambda error: type(error).__name__,
)
async def test_a_start_that_is_refused_at_once_is_over_and_not_repeated(
    error: errors.ApiError, tmp_path: Path
) -> None:
    async with bench(tmp_path, start=[error]) as it:
        session = await it.start()
        assert it.agora.count("start") == 1
        assert (session.phase, session.over) == (Phase.FAILED, True)
        assert "Nothing was started." in session.cause


async def test_silence_is_answered_by_the_same_start_on_the_same_resource(tmp_path: Path) -> None:
    async with bench(tmp_path, start=[SILENCE, SILENCE]) as it:
        session = await it.start()
        assert it.agora.count("acquire") == 1
        assert {ids.resource_id for method, ids in it.agora.calls if ids} == {"resource"}
        assert session.sid == "sid"
        assert Phase.OUTCOME_UNKNOWN in [each.phase for each in it.told]


@pytest.mark.parametrize("again", [errors.AlreadyStarted, errors.TaskConflict])
async def test_a_repetition_that_finds_the_first_one_alive_says_that_it_runs_without_a_sid(
    again: type[errors.ApiError], tmp_path: Path
) -> None:
    answers = [SILENCE, again("start", http=201, code=7)]
    async with bench(tmp_path, start=answers) as it:
        session = await it.start()
        assert (session.phase, session.over, session.sid) == (Phase.UNKNOWN, False, "")
        assert "neither asked nor stopped" in session.cause
        assert "300 s after the last person" in session.cause


async def test_a_201_that_names_the_sid_is_as_good_as_a_200(tmp_path: Path) -> None:
    answer = errors.AlreadyStarted("start", http=201, code=7, sid="the-sid")
    async with bench(tmp_path, start=[SILENCE, answer]) as it:
        assert (await it.start()).sid == "the-sid"


async def test_a_conflict_without_an_earlier_start_is_somebody_else(tmp_path: Path) -> None:
    async with bench(tmp_path, start=[refusal(errors.TaskConflict, code=53)]) as it:
        session = await it.start()
        assert session.over
        assert "Nothing was started." in session.cause


@pytest.mark.parametrize(
    "error",
    [refusal(errors.AllocationFailed, http=500, code=502), refusal(errors.ResourceExpired)],
    ids=lambda error: type(error).__name__,
)
async def test_where_nothing_was_started_another_resource_is_tried(
    error: errors.ApiError, tmp_path: Path
) -> None:
    acquired = [Acquired("first"), Acquired("second")]
    async with bench(tmp_path, acquire=acquired, start=[error, Started("sid")]) as it:
        session = await it.start()
        assert [ids.resource_id for _, ids in it.agora.calls if ids] == ["first", "second"]
        assert session.sid == "sid"


async def test_no_more_resources_are_used_up_than_three(tmp_path: Path) -> None:
    error = refusal(errors.AllocationFailed, http=500, code=502)
    async with bench(tmp_path, start=[error] * 9) as it:
        session = await it.start()
        assert it.agora.count("acquire") == ROUNDS
        assert (session.phase, session.over) == (Phase.FAILED, True)


async def test_a_conflict_after_another_resource_was_refused_may_be_the_first_one(
    tmp_path: Path,
) -> None:
    failed = refusal(errors.AllocationFailed, http=500, code=502)
    async with bench(tmp_path, start=[failed, refusal(errors.TaskConflict, code=53)]) as it:
        session = await it.start()
        assert (session.phase, session.over) == (Phase.UNKNOWN, False)
        assert "Nothing was started." not in session.cause


async def test_another_resource_is_never_tried_while_the_first_may_record(tmp_path: Path) -> None:
    failed = refusal(errors.AllocationFailed, http=500, code=502)
    async with bench(tmp_path, start=[SILENCE, failed]) as it:
        session = await it.start()
        assert it.agora.count("acquire") == 1
        assert {ids.resource_id for _, ids in it.agora.calls if ids} == {"resource"}
        assert not session.over


async def test_a_refusal_of_the_repetition_proves_nothing_of_the_first(tmp_path: Path) -> None:
    refused = refusal(errors.Unauthorized, http=401, code=None)
    async with bench(tmp_path, start=[SILENCE, refused]) as it:
        session = await it.start()
        assert (session.phase, session.over) == (Phase.OUTCOME_UNKNOWN, False)
        assert "It is not known whether the recording started." in session.cause


async def test_a_refusal_for_what_is_in_the_request_held_for_the_first_as_well(
    tmp_path: Path,
) -> None:
    async with bench(tmp_path, start=[SILENCE, refusal(errors.BadRequest)]) as it:
        session = await it.start()
        assert (session.phase, session.over) == (Phase.FAILED, True)


async def test_a_start_that_never_left_is_over_when_nobody_can_be_reached(tmp_path: Path) -> None:
    async with bench(tmp_path, start=[UNREACHABLE] * 9) as it:
        session = await it.start()
        assert (session.phase, session.over) == (Phase.FAILED, True)
        assert "Nothing was started." in session.cause


async def test_a_start_whose_outcome_is_open_is_asked_for_until_it_is_known(tmp_path: Path) -> None:
    """Also when the resource is too old to be started: what comes back still says what is so."""
    async with bench(tmp_path, start=[SILENCE] * 40) as it:
        session = await it.start()
        assert it.clock.now() - 1_000.0 > RESOURCE_LIFE
        assert it.clock.slept[-1] == AGAIN_LATE
        assert it.agora.count("start") == 41
        assert session.sid == "sid"


async def test_too_many_requests_are_sent_again_a_moment_later(tmp_path: Path) -> None:
    async with bench(tmp_path, start=[refusal(errors.RateLimited, http=429, code=None)]) as it:
        session = await it.start()
        assert session.sid == "sid"
        assert Phase.OUTCOME_UNKNOWN not in [each.phase for each in it.told]


async def test_a_start_that_was_cut_off_is_settled_by_the_same_one(tmp_path: Path) -> None:
    cut_off = make_session(
        phase="starting", resource_id="resource", acquired_at=999.0, start_sent_at=999.5
    )
    async with bench(tmp_path, cut_off) as it:
        session = await it.starter.settle(cut_off.id, it.agora, SECRETS)
        assert it.agora.count("acquire") == 0
        assert session.sid == "sid"
        assert Phase.OUTCOME_UNKNOWN in [each.phase for each in it.told]


async def test_a_settled_start_that_finds_it_running_keeps_it_open(tmp_path: Path) -> None:
    cut_off = make_session(
        phase="outcome_unknown", resource_id="resource", acquired_at=999.0, start_sent_at=999.5
    )
    conflict = refusal(errors.TaskConflict, code=53)
    async with bench(tmp_path, cut_off, start=[conflict]) as it:
        session = await it.starter.settle(cut_off.id, it.agora, SECRETS)
        assert (session.phase, session.over) == (Phase.UNKNOWN, False)
