"""The guards on the real window: what is locked stays locked, what has called stays until seen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from agora_console.domain.session import Phase
from agora_console.simulator import Simulator
from agora_console.ui.look.theme import Theme
from tests.flow.stage import SPEED
from tests.flow.window.stage import demo_window

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


async def test_a_locked_show_stays_locked_over_a_restart_and_stops_once_it_is_unlocked(
    tmp_path: Path, theme: Theme
) -> None:
    async with Simulator(speed=SPEED, files=tmp_path / "bucket", seed=1) as simulator:
        async with demo_window(tmp_path, theme, simulator=simulator) as it:
            await it.record()
            QTest.keyClick(it.window, Qt.Key.Key_L, CTRL)
            await it.reads("LOCKED", "Locked: no stop")
            QTest.keyPress(it.window, Qt.Key.Key_Period, CTRL | SHIFT)
            await it.reads("hold Ctrl+L")
            QTest.keyRelease(it.window, Qt.Key.Key_Period, CTRL | SHIFT)
            assert await it.leave() == 0
        async with demo_window(tmp_path, theme, simulator=simulator) as it:
            await it.reads("LOCKED", "REC")
            assert not it.workspace.session.stop_button.isEnabled()
            it.window.topbar.lock.unlock.set_hold_ms(50)
            QTest.keyPress(it.window, Qt.Key.Key_L, CTRL)
            await it.hands.until(lambda: not it.console.gate.locked, "it stays locked")
            QTest.keyRelease(it.window, Qt.Key.Key_L, CTRL)
            assert it.calls("stop") == []
            assert (await it.stop()).phase is Phase.FILES_LISTED
            lines = await it.console.recordings.entries(it.session.id)
            assert "Stop ordered: held for a second." in [line.text for line in lines]


async def test_an_alarm_stays_until_it_is_acknowledged_which_the_journal_keeps(
    tmp_path: Path, theme: Theme
) -> None:
    async with Simulator(speed=SPEED, files=tmp_path / "bucket", seed=1) as simulator:
        async with demo_window(tmp_path, theme, simulator=simulator) as it:
            await it.record()
            simulator.add_fault("unauthorized")
            it.hands.press("Ask now")
            await it.reads("Unknown, may still record", "1 alarm")
            simulator.remove_fault("*")
            it.hands.press("Ask now")
            await it.reads("Resolved: Unknown, may still record")
            assert await it.leave() == 0
        async with demo_window(tmp_path, theme, simulator=simulator) as it:
            await it.reads("Resolved: Unknown, may still record", "1 alarm")
            it.workspace.guards.alarms.toasts.cards[0].settle_ms = 0
            QTest.keyClick(it.window, Qt.Key.Key_A, CTRL | SHIFT)
            await it.hands.until(lambda: "1 alarm" not in it.screen(), "the alarm stays")
            await it.hands.until(it.workspace.guards.alarms.toasts.isHidden, "the toast stays")
            await it.stop()
            lines = await it.console.recordings.entries(it.session.id)
            seen = next(line for line in lines if line.text.startswith("Alarm acknowledged"))
            assert (seen.kind, seen.source) == ("operator", "window")
