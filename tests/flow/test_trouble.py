"""What the console says and does when Agora, or the way to it, misbehaves."""

from __future__ import annotations

from pathlib import Path

import pytest

from agora_console.domain.problems import Problem
from agora_console.domain.session import Phase
from tests.flow.stage import stage


@pytest.mark.parametrize(
    "fault",
    ["lost-reply:start:1", "not-completed:start:1", "not-completed:start:acted:1", "drop:start:1"],
)
async def test_an_unanswered_start_is_repeated_on_the_same_resource_and_never_doubled(
    fault: str, tmp_path: Path
) -> None:
    async with stage(tmp_path, fault) as it:
        session_id = it.console.recordings.start(it.order())
        session = await it.until(
            session_id, lambda s: s.confirmed_at is not None or s.phase is Phase.UNKNOWN
        )
        assert it.ledger_calls("acquire") == 1
        assert len(it.simulator.recordings) == 1
        assert session.sid or "neither asked nor stopped" in session.cause


async def test_a_start_that_is_refused_says_so_and_bills_nothing(tmp_path: Path) -> None:
    async with stage(tmp_path, "conflict:start") as it:
        session_id = it.console.recordings.start(it.order())
        session = await it.until(session_id, lambda s: s.over)
        assert session.phase is Phase.FAILED
        assert "53" in session.cause
        assert it.simulator.recordings == {}


async def test_a_wrong_secret_fails_before_anything_is_started(tmp_path: Path) -> None:
    async with stage(tmp_path, "unauthorized") as it:
        session_id = it.console.recordings.start(it.order())
        session = await it.until(session_id, lambda s: s.over)
        assert "401" in session.cause
        assert session.start_sent_at is None


async def test_a_recorder_that_never_gets_ready_is_not_called_recording(tmp_path: Path) -> None:
    async with stage(tmp_path, "never-ready") as it:
        session_id = it.console.recordings.start(it.order())
        session = await it.until(session_id, lambda s: s.phase is Phase.FAILED)
        assert session.confirmed_at is None
        assert session.stoppable


async def test_a_failover_is_unknown_and_comes_back(tmp_path: Path) -> None:
    async with stage(tmp_path, "failover:12:60") as it:
        session = await it.confirmed()
        session = await it.until(session.id, lambda s: s.phase is Phase.UNKNOWN)
        assert not session.over
        session = await it.until(session.id, lambda s: s.phase is Phase.RECORDING)
        session = await it.until(
            session.id, lambda s: any("bak0_" in file.file_name for file in s.files)
        )


async def test_a_recording_that_is_gone_for_ninety_seconds_has_ended_by_itself(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path, "gone:12") as it:
        session = await it.confirmed()
        session = await it.until(session.id, lambda s: s.over)
        assert session.phase is Phase.ENDED
        assert "by itself" in session.cause


async def test_an_abnormal_exit_is_a_failure(tmp_path: Path) -> None:
    async with stage(tmp_path, "abnormal:12") as it:
        session = await it.confirmed()
        session = await it.until(session.id, lambda s: s.over)
        assert session.phase is Phase.FAILED


async def test_an_idle_exit_is_told_as_an_end_that_was_not_ordered_here(tmp_path: Path) -> None:
    async with stage(tmp_path, "idle-exit:12") as it:
        session = await it.confirmed()
        session = await it.until(session.id, lambda s: s.over)
        assert session.phase is Phase.ENDED
        assert session.stop_sent_at is None


async def test_server_faults_make_it_unknown_never_over(tmp_path: Path) -> None:
    async with stage(tmp_path) as it:
        session = await it.confirmed()
        it.simulator.add_fault("error-503:query:always")
        session = await it.until(session.id, lambda s: s.phase is Phase.UNKNOWN)
        it.simulator.remove_fault("*")
        session = await it.until(session.id, lambda s: s.phase is Phase.RECORDING)


async def test_a_simulator_killed_in_the_middle_leaves_the_recording_unknown(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path) as it:
        session = await it.confirmed()
        await it.simulator.close()
        it.console.recordings.ask_now(session.id)
        session = await it.until(session.id, lambda s: s.phase is Phase.UNKNOWN)
        assert "cannot be reached" in session.cause
        assert not session.over


@pytest.mark.parametrize(
    "fault",
    [
        "lost-reply:stop:1",
        "drop:stop:1",
        "not-completed:stop:1",
        "error-502:stop:1",
        "request-timeout:stop:1",
        "rate-limit:stop:1",
        "garbage:stop:1",
        "slow:stop:15",
        "upload-timeout",
    ],
)
async def test_a_stop_is_repeated_until_the_recording_is_provably_over(
    fault: str, tmp_path: Path
) -> None:
    async with stage(tmp_path, fault) as it:
        session = await it.confirmed()
        it.console.recordings.stop(session.id)
        session = await it.until(session.id, lambda s: s.over, 30)
        assert it.simulator.recordings[session.sid].ended_at is not None


async def test_a_stop_during_a_failover_does_not_take_the_404_for_an_end(tmp_path: Path) -> None:
    async with stage(tmp_path, "failover:12:40") as it:
        session = await it.confirmed()
        await it.until(session.id, lambda s: s.phase is Phase.UNKNOWN)
        it.console.recordings.stop(session.id)
        session = await it.until(session.id, lambda s: s.over, 30)
        assert it.simulator.recordings[session.sid].ended_at is not None
        assert it.ledger_calls("stop") >= 2


async def test_nothing_recorded_is_told_as_such(tmp_path: Path) -> None:
    async with stage(tmp_path, "no-data:stop") as it:
        session = await it.confirmed()
        it.console.recordings.stop(session.id)
        session = await it.until(session.id, lambda s: s.over)
        assert session.phase is Phase.NOTHING_RECORDED


async def test_files_in_the_backup_are_delayed_not_lost(tmp_path: Path) -> None:
    async with stage(tmp_path, "backup") as it:
        session = await it.confirmed()
        it.console.recordings.stop(session.id)
        session = await it.until(session.id, lambda s: s.over)
        assert session.phase is Phase.IN_BACKUP
        assert "not lost" in session.cause


async def test_a_kicked_recorder_answers_49_and_ends(tmp_path: Path) -> None:
    async with stage(tmp_path, "kicked:12") as it:
        session = await it.confirmed()
        await it.until(session.id, lambda s: s.phase is Phase.UNKNOWN)
        it.console.recordings.stop(session.id)
        session = await it.until(session.id, lambda s: s.over, 30)
        assert session.phase is Phase.ENDED


async def test_a_refused_stop_is_told_and_the_recording_stays_stoppable(tmp_path: Path) -> None:
    async with stage(tmp_path) as it:
        told: list[Problem] = []
        it.console.recordings.told.subscribe(told.append)
        session = await it.confirmed()
        it.simulator.add_fault("unauthorized:stop")
        it.console.recordings.stop(session.id)
        session = await it.until(session.id, lambda s: "refused" in s.cause)
        assert session.stoppable
        it.simulator.remove_fault("*")
        await it.until(session.id, lambda s: s.phase is Phase.RECORDING)
        assert any("401" in problem.sentence for problem in told)
