"""Many recordings at once, and one that is planned: by hand, up to what Agora was asked."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from agora_console.ui.batch.model import Column
from agora_console.ui.look.theme import Theme
from agora_console.ui.tour.hands import Hands
from tests.flow.window.stage import Set, demo_window


def states(it: Set) -> list[str]:
    model = it.workspace.batch.model
    return [str(model.index(row, Column.STATE).data()) for row in range(model.rowCount() - 1)]


async def test_five_lines_are_started_one_is_refused_and_four_are_stopped(
    tmp_path: Path, theme: Theme
) -> None:
    async with demo_window(tmp_path, theme) as it:
        it.fill_draft("common")
        it.window.commands.batch.trigger()  # a key to a window would run the loop within this task
        page = it.workspace.batch.page
        page.insert_text("hall-1\t101\nhall-2\t102\nhall-3\tno number\nhall-4\t104\nhall-5\t105\n")
        await it.hands.until(
            lambda: page.start.text() == "Start 4 recordings", "the lines were not judged"
        )
        QTest.keyClick(page.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        await it.hands.until(
            lambda: sum(state.startswith("REC") for state in states(it)) == 4,
            "they do not record",
        )
        assert states(it)[2].startswith("NOT READY")
        assert sorted(each.body["cname"] for each in it.calls("start")) == [
            "hall-1",
            "hall-2",
            "hall-4",
            "hall-5",
        ]
        page.stop.click()
        dialog = it.workspace.guards.stop_all.dialog
        assert dialog is not None
        dialog.stop_all.set_hold_ms(150)
        hands = Hands(dialog)
        await hands.hold("Hold to stop 4", lambda: len(it.calls("stop")) == 4)
        await it.hands.until(
            lambda: all(each.over for each in it.console.recordings.sessions()), "they go on"
        )


async def test_a_planned_start_becomes_a_recording_by_itself(tmp_path: Path, theme: Theme) -> None:
    async with demo_window(tmp_path, theme) as it:
        it.fill_draft("gala")
        it.window.commands.plan_start.trigger()
        dialog = it.workspace.plans.dialog
        assert dialog is not None
        ahead = int(it.console.clock.now()) + 150
        dialog.at.setDateTime(dialog.at.dateTime().fromSecsSinceEpoch(ahead))
        Hands(dialog).press("Plan the start")
        await it.reads("PLANNED", "kept for this run only")
        assert it.calls("start") == []
        await it.until(lambda session: session.confirmed_at is not None)
        assert it.session.cname == "gala"
        assert it.console.planned.all() == ()
        assert len(it.calls("start")) == 1
        assert isinstance(it.hands.find(QPushButton, "Hold to stop"), QPushButton)
