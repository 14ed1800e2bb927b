"""The main job without a mouse: fill the form, start, ask, stop."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from agora_console.services.start.orders import StartOrder
from agora_console.ui.draft.folded import Advanced
from agora_console.ui.widgets.field import FieldRow
from agora_console.ui.window import MainWindow
from tests.gui.chrome_stage import WindowConsole, WindowRecordings, every_kind, session
from tests.gui.session_stage import recording
from tests.gui.whole_window import space, whole_window
from tests.support.screens import dialogs, settle

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
MOST_TABS = 100


class Answering(WindowRecordings):
    """A start is a recording at once."""

    def start(self, order: StartOrder) -> str:
        key = super().start(order)
        self.put(session(key, recording(), cname=order.cname, uid=order.uid))
        return key


@pytest.fixture
def console() -> WindowConsole:
    console = WindowConsole()
    console.use(Answering())
    return console


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, console: WindowConsole) -> Iterator[MainWindow]:
    with whole_window(qtbot, qapp, console) as made:
        yield made


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(window.windowHandle(), key, modifier)


def tab_to(window: MainWindow, name: str) -> list[QWidget]:
    """Press Tab until something of that name has the focus; what had it until then, and it."""
    passed = [focus()]
    while name not in (focus().accessibleName(), getattr(focus(), "text", str)()):
        assert len(passed) < MOST_TABS, f"{name} is not reached by Tab"
        press(window, Qt.Key.Key_Tab)
        passed.append(focus())
    return passed


def test_the_whole_job_is_done_with_the_keyboard(
    window: MainWindow, console: WindowConsole, qtbot: QtBot
) -> None:
    assert focus().accessibleName() == "Channel name"
    QTest.keyClicks(focus(), "town-hall")
    tab_to(window, "Layout: Floating")
    press(window, Qt.Key.Key_Right)
    tab_to(window, "File type: HLS")
    press(window, Qt.Key.Key_Right)
    press(window, Qt.Key.Key_Return, CTRL)
    (order,) = console.recordings.orders
    request = order.config["clientRequest"]
    assert order.cname == "town-hall"
    assert request["recordingConfig"]["transcodingConfig"]["mixedVideoLayout"] == 1
    assert request["recordingFileConfig"]["avFileType"] == ["hls", "mp4"]

    page = space(window).session
    qtbot.waitUntil(lambda: page.session_id == "session-1")
    assert window.sidebar.list.hasFocus()
    press(window, Qt.Key.Key_F5)
    assert console.recordings.wishes == [("ask", "session-1")]
    page.stop_button.set_hold_ms(40)
    QTest.keyPress(window.windowHandle(), Qt.Key.Key_Period, CTRL | SHIFT)
    qtbot.waitUntil(lambda: ("stop", "session-1") in console.recordings.wishes)
    QTest.keyRelease(window.windowHandle(), Qt.Key.Key_Period, CTRL | SHIFT)


@pytest.mark.parametrize("mode", ["mix", "individual", "web"])
def test_tab_passes_every_field_in_sight_and_ends_at_start(window: MainWindow, mode: str) -> None:
    draft = space(window).draft
    draft.model.set("cname", "town-hall")
    draft.form.mode.mode.widget.option(mode).click()
    draft.form.storage.details_button.setChecked(True)
    for section in draft.form.findChildren(Advanced):
        section.open()
    if mode == "web":
        draft.form.page.params.set("url", "https://app.example.com")
        draft.form.page.params.set("maxRecordingHour", 3)
    draft.judge.judge()
    draft.form.channel.cname.widget.setFocus()
    rows = [row for row in draft.form.findChildren(FieldRow) if row.isVisible()]
    if mode == "individual":
        draft.form.streams.group.widget.setCurrentIndex(1)
        draft.form.streams.group.widget.activated.emit(1)
    passed = tab_to(window, "Start recording")
    missed = [row for row in rows if not any(row.isAncestorOf(widget) for widget in passed)]
    assert missed == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_starts_on_both_sides_of_the_keyboard(
    window: MainWindow, console: WindowConsole, key: Qt.Key
) -> None:
    QTest.keyClicks(focus(), "town-hall")
    assert window.commands.start.shortcut().toString() == "Ctrl+Enter"
    press(window, key, CTRL)
    assert [order.cname for order in console.recordings.orders] == ["town-hall"]


def test_letting_go_early_stops_nothing(
    window: MainWindow, console: WindowConsole, qtbot: QtBot
) -> None:
    console.recordings.put(session("live", recording()))
    window.select_session("live")
    press(window, Qt.Key.Key_Period, CTRL | SHIFT)
    qtbot.waitUntil(lambda: not space(window).session.stop_button.holding)
    assert console.recordings.wishes == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_a_key_on_whatever_has_the_focus_stops_nothing(
    window: MainWindow, console: WindowConsole, key: Qt.Key
) -> None:
    console.recordings.put(session("live", recording()))
    window.select_session("live")
    for _ in range(12):
        if focus() is not space(window).session.header.ask:  # which asks, as it should
            press(window, key)
        press(window, Qt.Key.Key_Tab)
    assert console.recordings.wishes == []


def test_after_a_dialog_the_keyboard_is_where_it_was(qtbot: QtBot, qapp: QApplication) -> None:
    with whole_window(qtbot, qapp, every_kind()) as window:
        window.select_draft()
        begin = space(window).draft.form.channel.cname.widget
        lost = []
        for screen in dialogs(window):
            window.select_draft()
            begin.setFocus()
            screen.show()
            settle()
            screen.leave()
            settle()
            if window.focusWidget() is not begin:
                lost.append(screen.name)
        assert lost == []
