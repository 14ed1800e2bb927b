"""Step 8: closing the window stops nothing by itself, and what runs is found again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton

from agora_console.domain.session import Phase
from agora_console.simulator import Simulator
from agora_console.ui.dialogs.quit_dialog import QuitDialog
from agora_console.ui.look.theme import Theme
from agora_console.ui.tour.hands import Hands
from agora_console.ui.widgets.hold import HoldButton
from tests.flow.stage import SPEED
from tests.flow.window.screen import shown
from tests.flow.window.stage import PATIENCE, Set, demo_window


async def asked(it: Set) -> QuitDialog:
    """Close the window and read the question."""
    it.window.close()
    dialog = await it.dialog()
    assert isinstance(dialog, QuitDialog)
    return dialog


async def test_step_8_a_window_without_a_recording_closes_at_once(
    tmp_path: Path, theme: Theme
) -> None:
    async with demo_window(tmp_path, theme) as it:
        it.window.close()
        await it.hands.until(it.served.done, "it stays")
        assert it.served.result() == 0


async def test_a_window_that_opens_minimised_works_and_comes_to_the_front(
    tmp_path: Path, theme: Theme
) -> None:
    async with demo_window(tmp_path, theme, minimized=True) as it:
        assert it.window.isMinimized()
        assert it.console.projects.all()
        it.console.raise_requested.emit("")
        assert not it.window.isMinimized()


async def test_step_8_closing_says_what_it_means_and_lists_what_records(
    tmp_path: Path, theme: Theme
) -> None:
    async with demo_window(tmp_path, theme) as it:
        session = await it.record()
        dialog = await asked(it)
        said = "\n".join(shown(dialog))
        assert "1 recording goes on when you leave" in said
        assert "Closing the window stops nothing." in said
        assert "town-hall" in said
        assert session.uid in said
        assert "REC" in said
        assert it.window.isVisible()


async def test_step_8_enter_leaves_running_which_is_the_default(
    tmp_path: Path, theme: Theme
) -> None:
    async with demo_window(tmp_path, theme) as it:
        session = await it.record()
        dialog = await asked(it)
        assert Hands(dialog).find(QPushButton, "Leave running").isDefault()
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        await it.hands.until(it.served.done, "it stays")
        assert it.calls("stop") == []
        assert it.simulator.recordings[session.sid].ended_at is None


async def test_step_8_cancel_and_esc_stay(tmp_path: Path, theme: Theme) -> None:
    async with demo_window(tmp_path, theme) as it:
        await it.record()
        Hands(await asked(it)).press("Cancel")
        await it.hands.until(lambda: not dialogs(it), "the question stays")
        QTest.keyClick(await asked(it), Qt.Key.Key_Escape)
        await it.hands.until(lambda: not dialogs(it), "the question stays")
        assert it.window.isVisible()
        assert not it.served.done()
        assert it.calls("stop") == []
        asked_before = len(it.calls("query"))
        QTest.keyClick(it.window, Qt.Key.Key_F5)
        await it.hands.until(lambda: len(it.calls("query")) > asked_before, "nobody watches")


def dialogs(it: Set) -> list[QDialog]:
    return [each for each in it.window.findChildren(QDialog) if each.isVisible()]


async def test_step_8_stop_all_has_to_be_held_and_closes_when_everything_has_ended(
    tmp_path: Path, theme: Theme
) -> None:
    async with demo_window(tmp_path, theme) as it:
        await it.record()
        QTest.keyClick(it.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        await it.start()
        dialog = await asked(it)
        hands = Hands(dialog, PATIENCE)
        button = hands.find(HoldButton, "Hold to stop all")
        it.click(button)
        await it.told()
        assert it.calls("stop") == []
        button.set_hold_ms(150)
        await hands.hold("Hold to stop all", lambda: len(it.calls("stop")) > 0)
        await it.hands.until(it.served.done, "it stays")
        assert all(each.ended_at is not None for each in it.simulator.recordings.values())
        assert [session.phase for session in it.console.recordings.sessions()] == [
            Phase.FILES_LISTED,
            Phase.FILES_LISTED,
        ]


async def test_step_8_opened_again_the_recording_is_there_watched_and_stoppable(
    tmp_path: Path, theme: Theme
) -> None:
    async with Simulator(speed=SPEED, files=tmp_path / "bucket", seed=1) as simulator:
        async with demo_window(tmp_path, theme, simulator=simulator) as it:
            session = await it.record()
            assert await it.leave() == 0
        asked_before = len(it.calls("query"))
        async with demo_window(tmp_path, theme, simulator=simulator) as it:
            await it.reads("REC", "town-hall", session.sid)
            await it.hands.until(lambda: len(it.calls("query")) > asked_before, "nobody watches it")
            assert it.session.confirmed_at == session.confirmed_at
            over = await it.stop()
            assert over.phase is Phase.FILES_LISTED
            await it.reads("FILES LISTED")
            assert len(it.calls("start")) == 1
        async with demo_window(tmp_path, theme, simulator=simulator) as it:
            assert it.session.phase is Phase.FILES_LISTED
            assert it.session.files == over.files


async def test_step_8_a_start_that_was_cut_off_is_called_unknown_where_its_keys_are_gone(
    tmp_path: Path, theme: Theme
) -> None:
    """The demo keeps its keys for one run only, so the start cannot be asked for again."""
    async with Simulator(speed=SPEED, faults=("slow:start:200",), seed=1) as simulator:
        async with demo_window(tmp_path, theme, simulator=simulator) as it:
            it.fill_draft()
            it.hands.press("Start recording")
            await it.until(lambda session: session.start_sent_at is not None)
            await it.hands.until(lambda: bool(it.calls("start")), "start was never sent")
            await it.leave()
        simulator.remove_fault("*")
        async with demo_window(tmp_path, theme, simulator=simulator) as it:
            await it.reads(
                "UNKNOWN, MAY RECORD",
                "It is not known whether the recording started.",
                "it ends 300 s after the last person has left",
            )
            assert not it.session.over
            assert len(it.calls("start")) == 1


async def test_step_8_the_draft_survives(tmp_path: Path, theme: Theme) -> None:
    typed = {"Channel name": "late-show", "Recorder UID": "4711", "Bitrate": "8000"}
    async with Simulator(speed=SPEED, seed=1) as simulator:
        async with demo_window(tmp_path, theme, simulator=simulator) as it:
            for name, text in typed.items():
                it.hands.type_into(name, text)
            it.hands.press("Layout: Vertical")
            it.hands.press("Token: Paste")
            it.hands.type_into("Pasted token", "a-token-that-is-not-kept")
            await it.leave()
        async with demo_window(tmp_path, theme, simulator=simulator) as it:
            found = {name: it.hands.find(QLineEdit, name).text() for name in typed}
            assert found == typed
            assert it.hands.find(QLineEdit, "Pasted token").text() == ""
            assert it.workspace.draft.document()["clientRequest"]["recordingConfig"][
                "transcodingConfig"
            ] == {"bitrate": 8000, "mixedVideoLayout": 2}
