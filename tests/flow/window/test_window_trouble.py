"""What the window says when something around it fails; nothing hangs and the end is clean."""

from __future__ import annotations

import asyncio
import os
import signal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from agora_console.arguments import Arguments
from agora_console.domain.session import Phase
from agora_console.serving import Serving
from agora_console.simulator import Simulator
from agora_console.ui.look.theme import Theme
from agora_console.ui.tour.hands import Hands
from agora_console.ui.widgets.hold import HoldButton
from agora_console.ui.window import MainWindow
from tests.flow.children import console_child, demo_simulators, simulator_child, wait_for_end
from tests.flow.stage import SPEED
from tests.flow.window.screen import shown
from tests.flow.window.stage import PATIENCE, demo_window, window_of


@pytest.fixture
def arguments(tmp_path: Path) -> Arguments:
    return Arguments(data_dir=tmp_path / "data", speed=SPEED)


# --- Agora ------------------------------------------------------------------------------


async def test_a_simulator_that_is_killed_leaves_the_recording_unknown_and_says_why(
    arguments: Arguments, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    with simulator_child() as simulator:
        for name, value in simulator.env().items():
            monkeypatch.setenv(name, value)
        async with window_of(arguments, theme) as seat:
            seat.fill_draft()
            seat.hands.pick("Vendor", "Amazon S3")
            seat.hands.pick("Region", "us-east-1")
            seat.hands.type_into("Bucket", "studio-archive")
            seat.hands.type_into("Access key ID", "typed-access-key")
            seat.hands.type_into("Secret access key", "typed-secret-key")
            await seat.start()
            await seat.until(lambda session: session.confirmed_at is not None)
            simulator.kill()
            seat.hands.press("Ask now")
            await seat.until(lambda session: session.phase is Phase.UNKNOWN)
            await seat.reads("UNKNOWN, MAY STILL RECORD", "Agora cannot be reached")
            assert not seat.session.over
            assert await seat.leave() == 0


async def test_agora_out_of_reach_from_the_beginning_is_told_and_starts_nothing(
    tmp_path: Path, theme: Theme
) -> None:
    async with (
        Simulator(speed=SPEED, seed=1) as simulator,
        demo_window(tmp_path, theme, simulator=simulator) as it,
    ):
        it.fill_draft()
        await simulator.close()
        it.hands.press("Start recording")
        await it.until(lambda session: session.over)
        await it.reads("FAILED", "Agora cannot be reached", "Nothing was started.")


async def test_credentials_that_are_refused_in_the_middle_are_told(
    tmp_path: Path, theme: Theme
) -> None:
    async with demo_window(tmp_path, theme) as it:
        await it.record()
        it.simulator.add_fault("unauthorized")
        it.hands.press("Ask now")
        await it.until(lambda session: session.phase is Phase.UNKNOWN)
        await it.reads("401", "UNKNOWN, MAY STILL RECORD")
        it.simulator.remove_fault("*")
        it.hands.press("Ask now")
        await it.until(lambda session: session.phase is Phase.RECORDING, "it did not come back")


async def test_a_stop_that_is_refused_is_told_and_can_be_repeated(
    tmp_path: Path, theme: Theme
) -> None:
    async with demo_window(tmp_path, theme, "unauthorized:stop") as it:
        await it.record()
        button = it.workspace.session.stop_button
        button.set_hold_ms(150)
        await it.hands.hold("Hold to stop", lambda: bool(it.calls("stop")))
        await it.reads("The stop was refused.", "401")
        assert it.session.stoppable
        it.simulator.remove_fault("*")
        await it.hands.until(lambda: begins_to_hold(button), "the button stays deaf")
        await it.until(lambda session: session.over, "the recording did not end")
        assert it.session.phase is Phase.FILES_LISTED


def begins_to_hold(button: HoldButton) -> bool:
    """Press; it is deaf for a moment after it has acted, and then it has to be let go first."""
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    if not button.holding:
        QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    return button.holding


async def test_a_start_that_is_refused_says_why_and_what_to_do(
    tmp_path: Path, theme: Theme
) -> None:
    async with demo_window(tmp_path, theme, "over-load") as it:
        it.fill_draft()
        it.hands.press("Start recording")
        await it.until(lambda session: session.over)
        await it.reads("FAILED", "406", "Nothing was started.")


# --- the data folder -----------------------------------------------------------------------


async def failed_to_open(arguments: Arguments, theme: Theme) -> tuple[str, int]:
    """What a window says that cannot open its data folder, and its exit code."""
    serving = Serving(arguments, theme)
    served = asyncio.ensure_future(serving.run())
    window = next(each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow))
    hands = Hands(window, PATIENCE)
    await hands.until(lambda: window.notice.problem() is not None, "it never said why")
    said = "\n".join(shown(window))
    window.close()
    return said, await asyncio.wait_for(served, PATIENCE)


async def test_a_data_folder_that_cannot_be_used_is_told_in_the_window(
    tmp_path: Path, theme: Theme, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "file"
    file.touch()
    said, code = await failed_to_open(Arguments(data_dir=file, speed=1.0), theme)
    assert "cannot be written" in said
    assert "--data-dir" in said
    assert code == 1
    assert "cannot be written" in capsys.readouterr().err


async def test_a_journal_of_a_newer_console_is_shown_and_not_touched(
    arguments: Arguments, theme: Theme, tmp_path: Path
) -> None:
    async with window_of(arguments, theme):
        pass
    journal = tmp_path / "data" / "journal.sqlite3"
    raise_schema(journal)
    before = journal.read_bytes()
    async with window_of(arguments, theme) as seat:
        await seat.reads("made by a newer Agora Console")
    assert journal.read_bytes() == before


def raise_schema(journal: Path) -> None:
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(journal)) as db:
        db.execute("PRAGMA user_version = 9999")
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


# --- the end ---------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=lambda each: each.name)
async def test_a_signal_closes_the_window_and_stops_nothing(
    number: signal.Signals, tmp_path: Path, theme: Theme
) -> None:
    async with demo_window(tmp_path, theme) as it:
        session = await it.record()
        os.kill(os.getpid(), number)
        assert await asyncio.wait_for(it.served, PATIENCE) == 0
        assert it.simulator.recordings[session.sid].ended_at is None


async def test_the_window_is_destroyed_in_the_thread_that_it_lives_in(
    tmp_path: Path, theme: Theme
) -> None:
    """Left to Python's collector it would be destroyed by any thread, with its running timers."""
    async with demo_window(tmp_path, theme) as it:
        gone: list[bool] = []
        it.window.destroyed.connect(lambda *_: gone.append(True))
        await it.leave()
        await it.hands.until(lambda: bool(gone), "it is still there")


def test_an_idle_window_ends_cleanly_as_a_process(tmp_path: Path) -> None:
    with console_child("--data-dir", str(tmp_path / "data")) as child:
        child.until((tmp_path / "data" / "journal.sqlite3").exists)
        child.send(signal.SIGTERM)
        ended = child.ended()
    assert (ended.code, ended.out, ended.err) == (0, "", "")


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="finds the simulator below /proc")
async def test_a_person_without_a_project_can_go_on_with_the_demo(
    tmp_path: Path, theme: Theme
) -> None:
    data = tmp_path / "data"
    serving = Serving(Arguments(data_dir=data, speed=SPEED), theme)
    served = asyncio.ensure_future(serving.run())
    window = next(each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow))
    hands = Hands(window, PATIENCE)
    await hands.until(
        lambda: hands.seen(QPushButton, "Try the demo") is not None, "no demo is offered"
    )
    hands.press("Try the demo")
    assert await asyncio.wait_for(served, PATIENCE) == 0
    assert serving.demo_wanted
    arguments = Arguments(data_dir=data, demo=True, speed=SPEED)
    try:
        async with window_of(arguments, theme) as seat:
            await seat.reads("DEMO — nothing is recorded", "Simulator")
    finally:
        for pid in demo_simulators(data):
            os.kill(pid, signal.SIGTERM)
            wait_for_end(pid)
