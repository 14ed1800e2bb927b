"""The wall of cards and the strip above all windows: the same sessions, honest and by keyboard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from agora_console.domain.states import Look
from agora_console.ui.listing.session_model import SessionModel
from agora_console.ui.listing.session_rows import Row
from agora_console.ui.look.theme import Theme
from agora_console.ui.ticks import Tick
from agora_console.ui.wall.floating import FloatingStrip
from agora_console.ui.wall.grid import CARD_HEIGHT, CARD_WIDTH, grid
from agora_console.ui.wall.proxy import KEPT, KEPT_WITH_TROUBLE, WallModel, belongs
from agora_console.ui.wall.wall import Wall
from agora_console.ui.window import MainWindow
from agora_console.ui.workspace import Workspace
from tests.gui import session_stage
from tests.gui.chrome_stage import NOW, WindowConsole, every_kind, full_house, session
from tests.gui.whole_window import SMALL, space, whole_window

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
WARN = QAbstractItemModelTester.FailureReportingMode.Warning


@pytest.fixture
def console() -> WindowConsole:
    return WindowConsole(*full_house())


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, console: WindowConsole) -> Iterator[MainWindow]:
    with whole_window(qtbot, qapp, console, SMALL) as made:
        yield made


# --- how large the cards are -------------------------------------------------------


@given(st.integers(1, 40), st.integers(300, 4000), st.integers(200, 2500), st.integers(8, 40))
def test_cards_fit_or_have_their_usual_size(count: int, width: int, height: int, em: int) -> None:
    found = grid(count, width, height, em)
    rows = -(-count // found.columns)
    assert found.columns * found.width <= width
    assert 1.0 <= found.scale <= 3.0
    assert found.scale == 1.0 or rows * found.height <= height
    assert found.height >= int(CARD_HEIGHT * em) or found.scale > 1.0


def test_fewer_cards_are_larger() -> None:
    scales = [grid(count, 1920, 1080, 13).scale for count in (1, 2, 4, 6, 12, 40)]
    assert scales == sorted(scales, reverse=True)
    assert scales[0] == 3.0
    assert grid(0, 1920, 1080, 13).columns == 1
    assert grid(40, int(2 * CARD_WIDTH * 13), 300, 13).columns == 2


# --- who stands on the wall --------------------------------------------------------


def row(over_since: float | None, *, attention: bool = False) -> Row:
    return Row("s", "s", Look("X", "dot", "grey", attention=attention), over_since=over_since)


@pytest.mark.parametrize(
    ("shown", "there"),
    [
        (row(None), True),
        (row(NOW - KEPT + 1), True),
        (row(NOW - KEPT - 1), False),
        (row(NOW - KEPT - 1, attention=True), True),
        (row(NOW - KEPT_WITH_TROUBLE - 1, attention=True), False),
        (Row("section:LIVE", "Live"), False),
        (Row("draft", "New", Look("READY", "outline", "neutral")), False),
    ],
)
def test_what_records_stays_and_what_is_over_goes_after_a_while(shown: Row, there: bool) -> None:
    assert belongs(shown, NOW) is there


def test_trouble_comes_first_what_is_over_last_and_nothing_is_reset(qapp: QApplication) -> None:
    source = SessionModel()
    wall = WallModel(source)
    tester = QAbstractItemModelTester(wall, WARN)
    source.load(full_house(), NOW)
    wall.set_now(NOW)
    assert [row.key for row in wall.rows()][:3] == ["breakout-3", "green-room", "keynote-a"]
    resets = QSignalSpy(wall.modelReset)
    lost = session("keynote-a", session_stage.unknown())
    source.apply(Tick((lost,), NOW + 1))
    assert {row.key for row in wall.rows()[:2]} == {"breakout-3", "keynote-a"}
    ended = session("green-room", session_stage.files_listed(), ended_at=NOW)
    source.apply(Tick((ended,), NOW + 2))
    wall.set_now(NOW + 2)
    assert "green-room" in [row.key for row in wall.rows()[2:]]
    wall.set_now(NOW + KEPT + 60)
    assert "green-room" not in [row.key for row in wall.rows()]
    assert resets.count() == 0
    assert tester.model() is wall


# --- in the window -----------------------------------------------------------------


def opened(window: MainWindow) -> Workspace:
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_W, CTRL_SHIFT)
    here = space(window)
    assert window.pages.currentWidget() is here.operate.wall
    return here


def test_the_wall_takes_the_window_and_gives_it_back(window: MainWindow) -> None:
    window.select_session("panel-2")
    here = opened(window)
    assert not window.sidebar.isVisible()
    assert window.commands.wall.isChecked()
    assert not window.commands.stop.isEnabled()
    QTest.keyClick(here.operate.wall.cards, Qt.Key.Key_Escape)
    assert here.session.session_id == "panel-2"
    assert window.pages.currentWidget() is here.session
    assert window.sidebar.isVisible()
    assert not window.commands.wall.isChecked()


def test_a_card_is_reached_and_opened_with_the_keyboard(window: MainWindow) -> None:
    here = opened(window)
    cards = here.operate.wall.cards
    assert cards.hasFocus()
    names = [row.key for row in here.operate.shown.rows()]
    QTest.keyClick(cards, Qt.Key.Key_Right)
    QTest.keyClick(cards, Qt.Key.Key_Return)
    assert here.session.session_id == names[1]
    assert window.sidebar.isVisible()


def test_a_card_says_everything_to_a_screen_reader(window: MainWindow) -> None:
    shown = opened(window).operate.shown
    spoken = shown.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("breakout-3, UNKNOWN, MAY STILL RECORD, ")
    assert "uid 90133" in spoken


def test_a_wall_that_is_wanted_late_has_all_that_came_before(
    qtbot: QtBot, qapp: QApplication
) -> None:
    console = every_kind()
    with whole_window(qtbot, qapp, console, SMALL) as window:
        console.recordings.put(session("late", session_stage.recording()))
        space(window).ticker.send_now()
        shown = opened(window).operate.shown
        assert {"late", "plan:plan-town-hall"} <= {row.key for row in shown.rows()}
        ended = session("late", session_stage.files_listed(), ended_at=NOW)
        console.recordings.put(ended)
        space(window).ticker.send_now()
        late = next(row for row in shown.rows() if row.key == "late")
        assert late.look is not None
        assert late.look.word == "FILES LISTED"


def test_the_filter_of_the_list_hides_nothing_here(window: MainWindow) -> None:
    window.sidebar.filter.setText("nobody is called this")
    here = opened(window)
    assert "keynote-a" in [row.key for row in here.operate.shown.rows()]
    window.commands.filter.trigger()
    assert window.sidebar.filter.hasFocus()


def crowded(qtbot: QtBot, theme: Theme, count: int) -> Wall:
    """A wall of so many recordings."""
    source = SessionModel()
    wall = Wall(WallModel(source, source))
    source.setParent(wall)
    qtbot.addWidget(wall)
    wall.resize(960, 520)
    with qtbot.waitExposed(wall):
        wall.show()
    made = [session(f"show-{n}", session_stage.recording()) for n in range(count)]
    source.load(made, NOW)
    QApplication.sendPostedEvents()
    return wall


@pytest.mark.parametrize("count", [1, 7, 40])
def test_every_card_is_whole(qtbot: QtBot, theme: Theme, count: int) -> None:
    wall = crowded(qtbot, theme, count)
    cards, model = wall.cards, wall.model
    cards.doItemsLayout()
    places = [cards.visualRect(model.index(n, 0)) for n in range(model.rowCount())]
    assert len(places) == count
    width = cards.viewport().width()
    assert all(place.left() >= 0 and place.right() <= width for place in places)
    apart = [(a, b) for n, a in enumerate(places) for b in places[:n] if a.intersects(b)]
    assert apart == []


def test_a_wall_without_a_recording_says_so(qtbot: QtBot, qapp: QApplication) -> None:
    with whole_window(qtbot, qapp, WindowConsole()) as made:
        wall = opened(made).operate.wall
        assert wall.empty.isVisible()
        assert wall.back.hasFocus()
        QTest.keyClick(wall.back, Qt.Key.Key_Space)
        assert made.sidebar.isVisible()


def strip_of(window: MainWindow) -> FloatingStrip:
    strip = space(window).operate.floating
    assert strip is not None
    return strip


def test_the_strip_is_above_all_windows_and_leads_back(window: MainWindow) -> None:
    window.select_draft()
    window.commands.floating.trigger()
    strip = strip_of(window)
    assert strip.isVisible()
    assert strip.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert not strip.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
    index = strip.model.index(0, 0)
    place = strip.list.visualRect(index).center()
    QTest.mouseClick(strip.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert space(window).session.session_id == strip.model.row(index).key


def test_the_strip_goes_by_its_button_and_with_the_window(window: MainWindow) -> None:
    window.commands.floating.trigger()
    strip_of(window).close()
    assert not window.commands.floating.isChecked()
    assert space(window).operate.floating is None
    window.commands.floating.trigger()
    strip = strip_of(window)
    space(window).operate.end()
    assert not strip.isVisible()
