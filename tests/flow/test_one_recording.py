"""Start, watch, change and stop one recording, over real sockets and a real journal."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from agora_console.domain.session import Phase, Uploading
from agora_console.services.start.orders import RefusedError
from tests.flow.stage import INDIVIDUAL, MIX, console_on, stage


@pytest.mark.parametrize("config", [MIX, INDIVIDUAL], ids=["mix", "individual"])
async def test_a_recording_from_start_to_its_files(config: dict[str, Any], tmp_path: Path) -> None:
    async with stage(tmp_path) as it:
        session = await it.confirmed(config=config)
        assert session.phase is Phase.RECORDING
        session = await it.until(session.id, lambda s: s.last_status == 5 and bool(s.files))
        it.console.recordings.stop(session.id)
        session = await it.until(session.id, lambda s: s.over)
        assert session.phase is Phase.FILES_LISTED
        assert session.uploading is Uploading.UPLOADED
        assert all(file.file_name.split("/")[-1].startswith(session.sid) for file in session.files)
        assert it.simulator.ledger.violations == []
        assert it.simulator.recordings[session.sid].ended_at is not None


async def test_acquire_and_start_happen_as_one_and_only_once(tmp_path: Path) -> None:
    async with stage(tmp_path) as it:
        await it.confirmed()
        assert it.ledger_calls("acquire") == 1
        assert it.ledger_calls("start") == 1


async def test_an_updated_layout_is_on_air_as_a_whole(tmp_path: Path) -> None:
    async with stage(tmp_path) as it:
        session = await it.confirmed()
        layout = {"mixedVideoLayout": 2, "maxResolutionUid": "1001", "backgroundColor": "#202020"}
        it.console.recordings.update_layout(session.id, layout)
        session = await it.until(session.id, lambda s: s.layout_at is not None)
        assert session.layout == layout
        on_air = it.simulator.recordings[session.sid].layout
        assert {key: on_air[key] for key in layout} == layout


async def test_an_individual_recording_has_no_layout(tmp_path: Path) -> None:
    async with stage(tmp_path) as it:
        session = await it.confirmed(config=INDIVIDUAL)
        with pytest.raises(RefusedError, match="mix"):
            it.console.recordings.update_layout(session.id, {"mixedVideoLayout": 1})
        assert it.ledger_calls("updateLayout") == 0


async def test_a_console_that_is_closed_and_opened_again_goes_on_where_it_was(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path) as it:
        session = await it.confirmed()
        await it.console.close()
        async with console_on(it.simulator, tmp_path / "data") as console:
            it.console = console
            found = await it.until(
                session.id, lambda s: (s.last_status_at or 0) > (session.last_status_at or 0)
            )
            assert found.sid == session.sid
            assert found.confirmed_at == session.confirmed_at
            console.recordings.stop(session.id)
            over = await it.until(session.id, lambda s: s.over)
            assert over.phase is Phase.FILES_LISTED


async def test_a_running_uid_is_not_started_twice(tmp_path: Path) -> None:
    async with stage(tmp_path) as it:
        await it.confirmed()
        with pytest.raises(RefusedError) as refused:
            it.console.recordings.start(it.order())
        problem = refused.value.problems[0]
        assert problem.path == "uid"
        assert problem.fix is not None
        assert it.ledger_calls("acquire") == 1


async def test_a_config_with_an_error_is_not_sent(tmp_path: Path) -> None:
    bad: dict[str, Any] = {"mode": "mix", "clientRequest": {**MIX["clientRequest"]}}
    bad["clientRequest"]["recordingConfig"] = {"transcodingConfig": {"bitrate": 8000}}
    async with stage(tmp_path) as it:
        with pytest.raises(RefusedError) as refused:
            it.console.recordings.start(it.order(config=bad))
        assert any("6500" in problem.sentence for problem in refused.value.problems)
        assert len(it.simulator.ledger.requests) == 0


async def test_the_time_line_holds_every_request_without_a_secret(tmp_path: Path) -> None:
    async with stage(tmp_path) as it:
        session = await it.confirmed()
        it.console.recordings.stop(session.id)
        await it.until(session.id, lambda s: s.over)
        await it.console.recordings.flushed()
        entries = await it.console.recordings.entries(session.id)
        calls = [entry.detail["operation"] for entry in entries if entry.kind == "request"]
        assert {"acquire", "start", "query", "stop"} <= set(calls)
        assert "demo-secret-key" not in repr(entries)
        assert it.simulator.account.customer_secret not in repr(entries)
