"""Lock, typed confirmation, stop all: through real widgets, up to what passes the gate."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from agora_console.domain.session import Phase
from agora_console.services.values import SettingsError
from agora_console.ui.dialogs.stop_all_dialog import StopAllDialog
from agora_console.ui.widgets.confirm import ConfirmLine
from agora_console.ui.window import MainWindow
from tests.gui.chrome_stage import NOW, WindowConsole, full_house, session
from tests.gui.session_stage import recording
from tests.gui.whole_window import space, whole_window

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
LIVE = ("keynote-a", "breakout-3", "green-room")


@pytest.fixture
def console() -> WindowConsole:
    return WindowConsole(*full_house())


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, console: WindowConsole) -> Iterator[MainWindow]:
    with whole_window(qtbot, qapp, console) as made:
        made.select_session("keynote-a")
        yield made


def press(
    window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(window.windowHandle(), key, modifier)


def texts(widget: QWidget) -> str:
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if each.isVisible())


def all_dialog(window: MainWindow) -> StopAllDialog:
    dialog = space(window).guards.stop_all.dialog
    assert dialog is not None
    return dialog


class TestLock:
    def test_ctrl_l_locks_and_everything_says_so(
        self, window: MainWindow, console: WindowConsole
    ) -> None:
        press(window, Qt.Key.Key_L, CTRL)
        switch, page = window.topbar.lock, space(window).session
        assert console.gate.locked
        assert console.settings.preferences().locked
        assert switch.unlock.isVisible()
        assert not switch.lock.isVisible()
        assert "LOCKED" in switch.unlock.accessibleName()
        assert "LOCKED" in window.windowTitle()
        assert not page.stop_button.isEnabled()
        assert "Locked: no stop" in page.header.why_not.text()
        assert "Locked" in page.layout_tab.why_not.text()

    def test_the_keys_of_a_stop_are_answered_with_how_to_unlock(
        self, window: MainWindow, console: WindowConsole
    ) -> None:
        console.gate.lock()
        for key in (Qt.Key.Key_Period, Qt.Key.Key_S):
            space(window).session.notice.clear()
            press(window, key, CTRL | SHIFT)
            assert "hold Ctrl+L" in texts(space(window).session.notice)
        assert console.recordings.wishes == []
        assert not space(window).session.confirm.asking
        console.gate.unlock()
        assert space(window).session.notice.problem() is None

    def test_a_press_does_not_unlock_and_holding_the_keys_does(
        self, window: MainWindow, console: WindowConsole, qtbot: QtBot
    ) -> None:
        console.gate.lock()
        unlock = window.topbar.lock.unlock
        unlock.set_hold_ms(10_000)
        press(window, Qt.Key.Key_L, CTRL)
        qtbot.mouseClick(unlock, LEFT)
        assert console.gate.locked
        unlock.set_hold_ms(40)
        QTest.keyPress(window.windowHandle(), Qt.Key.Key_L, CTRL)
        qtbot.waitUntil(lambda: not console.gate.locked)
        QTest.keyRelease(window.windowHandle(), Qt.Key.Key_L, CTRL)
        assert window.topbar.lock.lock.isVisible()
        assert "LOCKED" not in window.windowTitle()
        assert space(window).session.stop_button.isEnabled()

    def test_without_holding_it_takes_two_keys(
        self, window: MainWindow, console: WindowConsole, qtbot: QtBot
    ) -> None:
        window.topbar.lock.lock.setFocus()
        qtbot.keyClick(window.topbar.lock.lock, Qt.Key.Key_Space)
        unlock = window.topbar.lock.unlock
        assert unlock.hasFocus()
        for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape):
            qtbot.keyClick(unlock, key)
        assert console.gate.locked
        qtbot.keyClick(unlock, Qt.Key.Key_Space)
        qtbot.keyClick(unlock, Qt.Key.Key_U)
        assert not console.gate.locked

    def test_one_that_cannot_be_kept_holds_and_says_so(
        self, window: MainWindow, console: WindowConsole, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def broken(_: object) -> None:
            raise SettingsError("The file cannot be written.", "Make room.")

        monkeypatch.setattr(console.settings, "save_preferences", broken)
        press(window, Qt.Key.Key_L, CTRL)
        assert console.gate.locked
        assert "The file cannot be written." in texts(window.notice)
        monkeypatch.undo()

    def test_quit_leaves_running_and_offers_no_stop(
        self, window: MainWindow, console: WindowConsole
    ) -> None:
        console.gate.lock()
        live = tuple(each for each in console.recordings.sessions() if each.live)
        left: list[str] = []
        window.ask_quit(live, lambda: left.append("left"))
        dialog = space(window).guards.quitting.dialog
        assert dialog is not None
        assert not dialog.stop_all.isEnabled()
        assert "Locked" in texts(dialog)
        dialog.leave.click()
        assert left == ["left"]
        assert console.recordings.wishes == []


class TestTypedName:
    @pytest.fixture
    def line(self, window: MainWindow, qtbot: QtBot) -> ConfirmLine:
        button = space(window).session.stop_button
        button.setFocus()
        qtbot.keyClick(button, Qt.Key.Key_Space)
        return space(window).session.confirm

    def test_space_asks_for_the_name_and_only_the_name_stops(
        self, line: ConfirmLine, console: WindowConsole, qtbot: QtBot
    ) -> None:
        assert line.line.hasFocus()
        for typed in ("", "keynote", "keynote-A", "breakout-3"):
            line.line.setText(typed)
            qtbot.keyClick(line.line, Qt.Key.Key_Return)
            assert not line.act.isEnabled()
        assert console.recordings.wishes == []
        line.line.clear()
        QTest.keyClicks(line.line, "keynote-a")
        qtbot.keyClick(line.line, Qt.Key.Key_Return)
        assert console.recordings.wishes == [("stop", "keynote-a")]
        assert not line.asking

    def test_esc_withdraws_and_gives_the_focus_back(
        self, window: MainWindow, line: ConfirmLine, console: WindowConsole, qtbot: QtBot
    ) -> None:
        line.line.setText("keynote-a")
        qtbot.keyClick(line.line, Qt.Key.Key_Escape)
        assert not line.asking
        assert space(window).session.stop_button.hasFocus()
        assert console.recordings.wishes == []

    def test_another_session_is_another_question(
        self, window: MainWindow, line: ConfirmLine
    ) -> None:
        line.line.setText("keynote-a")
        window.select_session("breakout-3")
        assert not line.asking
        assert line.line.text() == ""

    def test_it_goes_when_there_is_nothing_to_stop_any_more(
        self, window: MainWindow, line: ConfirmLine, console: WindowConsole, qtbot: QtBot
    ) -> None:
        console.recordings.put(session("keynote-a", recording(), over=True, phase=Phase.ENDED))
        qtbot.waitUntil(lambda: not line.asking)

    def test_the_menu_asks_as_well(self, window: MainWindow) -> None:
        window.commands.stop_by_name.trigger()
        assert space(window).session.confirm.asking


class TestStopAll:
    @pytest.fixture
    def dialog(self, window: MainWindow) -> StopAllDialog:
        window.commands.stop_all.trigger()
        return all_dialog(window)

    def test_it_names_them_and_is_not_modal(self, dialog: StopAllDialog) -> None:
        assert not dialog.isModal()
        said = texts(dialog)
        assert "Stop all 3 recordings?" in said
        assert all(name in said for name in LIVE)

    @pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape])
    def test_a_key_on_the_default_stops_nothing(
        self, dialog: StopAllDialog, console: WindowConsole, qtbot: QtBot, key: Qt.Key
    ) -> None:
        qtbot.keyClick(dialog.cancel, key)
        assert console.recordings.wishes == []
        assert not dialog.isVisible()

    def test_held_it_stops_each_once_and_shows_how_they_end(
        self, window: MainWindow, dialog: StopAllDialog, console: WindowConsole, qtbot: QtBot
    ) -> None:
        dialog.stop_all.set_hold_ms(40)
        with qtbot.waitSignal(dialog.ordered):
            qtbot.mousePress(dialog.stop_all, LEFT)
        qtbot.mouseRelease(dialog.stop_all, LEFT)
        assert sorted(console.recordings.wishes) == sorted(("stop", name) for name in LIVE)
        assert "3 have not ended yet" in texts(dialog)
        console.recordings.end_all()
        qtbot.waitUntil(lambda: "Every one of them has ended" in texts(dialog))

    def test_the_number_stops_them_too(
        self, dialog: StopAllDialog, console: WindowConsole, qtbot: QtBot
    ) -> None:
        qtbot.keyClick(dialog.stop_all, Qt.Key.Key_Space)
        line = dialog.card.line
        line.line.setText("2")
        qtbot.keyClick(line.line, Qt.Key.Key_Return)
        assert console.recordings.wishes == []
        assert dialog.isVisible()
        line.line.setText("3")
        qtbot.keyClick(line.line, Qt.Key.Key_Return)
        assert len(console.recordings.wishes) == 3

    def test_one_more_recording_takes_back_what_was_typed(
        self, dialog: StopAllDialog, console: WindowConsole, qtbot: QtBot
    ) -> None:
        dialog.card.ask()
        dialog.card.line.line.setText("3")
        console.recordings.put(session("late", recording(NOW)))
        qtbot.waitUntil(lambda: "Stop all 4 recordings?" in texts(dialog))
        assert not dialog.card.line.asking

    def test_locking_shuts_it(self, dialog: StopAllDialog, console: WindowConsole) -> None:
        console.gate.lock()
        assert not dialog.stop_all.isEnabled()
        assert "Locked" in texts(dialog)
        console.gate.unlock()
        assert dialog.stop_all.isEnabled()

    def test_it_is_offered_only_where_something_records(
        self, window: MainWindow, console: WindowConsole, qtbot: QtBot
    ) -> None:
        console.recordings.end_all()
        qtbot.waitUntil(lambda: not window.commands.stop_all.isEnabled())


def test_a_stop_that_is_refused_is_said(
    window: MainWindow, console: WindowConsole, qtbot: QtBot
) -> None:
    page = space(window).session
    page.stop_button.set_hold_ms(40)
    with qtbot.waitSignal(page.stop_button.held):
        qtbot.mousePress(page.stop_button, LEFT)
        console.gate.lock()  # between the hold and the order, by whatever means
        page.stop_button.setEnabled(True)
        page.stop_button.held.emit()
    qtbot.mouseRelease(page.stop_button, LEFT)
    assert "Locked" in texts(page.notice)
    assert console.recordings.wishes == []
