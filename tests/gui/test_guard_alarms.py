"""Alarms in the window: toasts, the page, bell, sound, speech, acknowledging by click and key."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from agora_console.domain.alarms import Alarm, Group, Kind
from agora_console.domain.session import Phase, Session
from agora_console.ui.alarms import words
from agora_console.ui.alarms.card import AlarmCard
from agora_console.ui.alarms.desk import AlarmDesk
from agora_console.ui.speech.announcer import MOST, Announcer
from agora_console.ui.ticks import Tick
from agora_console.ui.topbar import TopBar
from agora_console.ui.window import MainWindow
from tests.gui.chrome_stage import NOW, WindowConsole, session
from tests.gui.session_stage import ended, recording, unknown
from tests.gui.whole_window import space, whole_window

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def console() -> WindowConsole:
    return WindowConsole(*(session(name, recording(NOW)) for name in ("one", "two", "three")))


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, console: WindowConsole) -> Iterator[MainWindow]:
    with whole_window(qtbot, qapp, console) as made:
        for card in desk(made).toasts.cards:
            card.settle_ms = 0
        yield made


class Room(QWidget):
    """What shows alarms, without the rest of the window."""

    def __init__(self, console: WindowConsole) -> None:
        super().__init__()
        self.topbar = TopBar(QMenu(self), demo=False)
        self.topbar.set_ready(True)
        self.desk = AlarmDesk(console.as_console(), self, self.topbar)
        column = QVBoxLayout(self)
        for part in (self.topbar, self.desk.toasts, self.desk.page):
            column.addWidget(part)
        for card in self.desk.toasts.cards:
            card.settle_ms = 0


@pytest.fixture
def room(qtbot: QtBot, console: WindowConsole) -> Room:
    made = Room(console)
    qtbot.addWidget(made)
    made.resize(900, 900)
    with qtbot.waitExposed(made):
        made.show()
    return made


def desk(window: MainWindow | Room) -> AlarmDesk:
    return window.desk if isinstance(window, Room) else space(window).guards.alarms


def see(window: MainWindow | Room, console: WindowConsole, *changed: Session) -> list[str]:
    """A second passes, and these sessions change; what is said aloud of it."""
    console.clock.at += 1.0
    for one in changed:
        console.recordings.known[one.id] = one
    return desk(window).apply(Tick(changed, console.clock.at))


def texts(widget: QWidget) -> str:
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if each.isVisible())


def cards(widget: QWidget) -> list[AlarmCard]:
    return [card for card in widget.findChildren(AlarmCard) if card.isVisible()]


def press(
    window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(window.windowHandle(), key, modifier)


def test_an_alarm_is_a_toast_a_bell_a_sound_and_a_sentence(
    room: Room, console: WindowConsole
) -> None:
    beeps: list[str] = []
    desk(room).beep = lambda: beeps.append("beep")
    focus = QApplication.focusWidget()
    said = see(room, console, session("one", ended()))
    assert said == [f"one. Alarm: Ended by itself. {ended().cause}"]
    assert beeps == ["beep"]
    assert "Ended by itself" in texts(desk(room).toasts)
    assert room.topbar.alarms_button.text() == "1 alarm"
    assert room.topbar.alarms_button.property("alarm") == "danger"
    assert QApplication.focusWidget() is focus


def test_it_stays_and_is_quiet_until_it_is_acknowledged(room: Room, console: WindowConsole) -> None:
    beeps: list[str] = []
    desk(room).beep = lambda: beeps.append("beep")
    see(room, console, session("one", unknown()))
    for _ in range(3):
        assert see(room, console) == []
    assert beeps == ["beep"]
    assert len(cards(desk(room).toasts)) == 1


def test_a_resolved_alarm_says_so(room: Room, console: WindowConsole) -> None:
    see(room, console, session("one", unknown()))
    said = see(room, console, session("one", recording(console.clock.at)))
    assert said == [
        "one. Resolved: Unknown, may still record. It records: Agora has confirmed that."
    ]
    assert "Resolved: Unknown, may still record" in texts(desk(room).toasts)
    assert room.topbar.alarms_button.text() == "1 alarm"


def test_a_click_acknowledges_and_the_time_line_has_it(
    room: Room, console: WindowConsole, qtbot: QtBot
) -> None:
    see(room, console, session("one", ended()), session("two", unknown()))
    first, _ = cards(desk(room).toasts)
    qtbot.mouseClick(first.acknowledge, LEFT)
    assert console.notes == [("one", "Alarm acknowledged: Ended by itself.")]
    assert "Ended by itself" not in texts(desk(room).toasts)
    assert room.topbar.alarms_button.text() == "1 alarm"


def test_the_keys_acknowledge_the_first_one_each_time(
    window: MainWindow, console: WindowConsole
) -> None:
    see(window, console, session("one", ended()), session("two", unknown()))
    press(window, Qt.Key.Key_A, CTRL | SHIFT)
    press(window, Qt.Key.Key_A, CTRL | SHIFT)
    press(window, Qt.Key.Key_A, CTRL | SHIFT)
    assert [name for name, _ in console.notes] == ["one", "two"]
    assert not desk(window).toasts.isVisible()
    assert window.topbar.alarms_button.text() == ""


def test_toasts_are_reached_by_tab_and_answered_by_space(
    window: MainWindow, console: WindowConsole
) -> None:
    see(window, console, session("one", ended()), session("two", unknown()))
    window.sidebar.list.setFocus()
    press(window, Qt.Key.Key_Tab)
    press(window, Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert focus is cards(desk(window).toasts)[0].acknowledge
    assert "one" in focus.accessibleName()
    press(window, Qt.Key.Key_Space)
    press(window, Qt.Key.Key_Space)
    assert [name for name, _ in console.notes] == ["one", "two"]


def test_a_press_meant_for_what_stood_there_before_is_not_taken(
    room: Room, console: WindowConsole, qtbot: QtBot
) -> None:
    for card in desk(room).toasts.cards:
        card.settle_ms = 60_000
    see(room, console, session("one", ended()))
    qtbot.mouseClick(cards(desk(room).toasts)[0].acknowledge, LEFT)
    desk(room).acknowledge_first()
    assert console.notes == []


def test_show_leads_to_the_recording(
    window: MainWindow, console: WindowConsole, qtbot: QtBot
) -> None:
    see(window, console, session("two", ended()))
    qtbot.mouseClick(cards(desk(window).toasts)[0].show_button, LEFT)
    assert space(window).session.session_id == "two"


def test_a_storm_is_one_toast_one_sentence_and_one_sound(
    room: Room, console: WindowConsole
) -> None:
    beeps: list[str] = []
    desk(room).beep = lambda: beeps.append("beep")
    storm = [session(f"s{number}", unknown()) for number in range(300)]
    said = see(room, console, *storm)
    assert len(said) == 1
    assert said[0].startswith("300 recordings: s0, s1, s2 and 297 more. Alarm: Unknown")
    assert len(cards(desk(room).toasts)) == 1
    assert room.topbar.alarms_button.text() == "300 alarms"
    see(room, console, session("one", unknown()))
    assert beeps == ["beep"]
    desk(room).acknowledge_first()
    assert len(console.notes) == 301


def test_the_sound_can_be_switched_off(window: MainWindow, console: WindowConsole) -> None:
    beeps: list[str] = []
    desk(window).beep = lambda: beeps.append("beep")
    window.commands.sound.trigger()
    assert not console.settings.preferences().sound
    see(window, console, session("one", ended()))
    assert beeps == []


class TestPage:
    def test_f9_shows_all_of_them(self, window: MainWindow, console: WindowConsole) -> None:
        see(window, console, session("one", ended()), session("two", unknown()))
        press(window, Qt.Key.Key_F9)
        page = desk(window).page
        assert window.pages.currentWidget() is page
        assert len(cards(page)) == 2
        assert ended().cause in texts(page)

    def test_what_was_seen_and_lasts_is_listed_without_a_button(
        self, room: Room, console: WindowConsole
    ) -> None:
        see(room, console, session("two", unknown()))
        desk(room).acknowledge_first()
        page = desk(room).page
        assert "Acknowledged, and still so" in texts(page)
        (card,) = cards(page)
        assert not card.acknowledge.isVisible()

    def test_all_are_acknowledged_at_once(
        self, room: Room, console: WindowConsole, qtbot: QtBot
    ) -> None:
        see(room, console, session("one", ended()), session("two", unknown()))
        page = desk(room).page
        assert page.all.text() == "Acknowledge all 2"
        qtbot.mouseClick(page.all, LEFT)
        assert len(console.notes) == 2
        assert desk(room).toasts.isHidden()

    def test_without_any_it_says_what_would_be_here(self, room: Room) -> None:
        assert "No alarms" in texts(desk(room).page)

    def test_it_follows_what_happens(self, room: Room, console: WindowConsole) -> None:
        see(room, console, session("one", ended()))
        assert len(cards(desk(room).page)) == 1


def test_a_low_window_shows_fewer_toasts_and_says_how_many_more(
    window: MainWindow, console: WindowConsole, qtbot: QtBot
) -> None:
    changed = [session("one", ended()), session("two", unknown())]
    changed.append(session("three", recording(NOW, token_expires_at=NOW)))
    see(window, console, *changed)
    assert len(cards(desk(window).toasts)) == 3
    window.resize(window.width(), window.minimumSizeHint().height())
    see(window, console)
    shown = len(cards(desk(window).toasts))
    assert shown < 3
    assert f"{3 - shown} more" in desk(window).toasts.more.text()
    desk(window).toasts.more.click()
    assert window.pages.currentWidget() is desk(window).page


def alarm(**changes: object) -> Alarm:
    values: dict[str, object] = {
        "session_id": "a",
        "cname": "a",
        "kind": Kind.TOKEN,
        "since": NOW,
        "sentence": "It ends.",
        "until": NOW + 90,
    }
    return Alarm.model_validate({**values, **changes})


@pytest.mark.parametrize(("now", "said"), [(NOW + 30, "1:00 left"), (NOW + 95, "was due 0:05 ago")])
def test_a_deadline_counts_down(now: float, said: str) -> None:
    assert words.when(Group((alarm(),)), now).endswith(said)


def test_many_changes_of_state_are_said_as_one(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    announcer = Announcer(window)
    sessions = tuple(session(f"s{n}", recording(), phase=Phase.RECORDING) for n in range(MOST + 1))
    assert announcer.apply(Tick(sessions, NOW), "") == ["4 recordings have changed their state"]
