"""The region inspector: the numbers of the chosen region, on the model of table and canvas."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from agora_console.domain.layout import FIT
from agora_console.ui.layout.inspector import RegionInspector
from agora_console.ui.look.theme import Theme
from agora_console.ui.session.layout_tab import LayoutTab
from agora_console.ui.session.page import SessionPage
from tests.gui import session_stage as stage
from tests.gui.session_stage import BEGIN, Stage

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
PANEL = {
    "mixedVideoLayout": 3,
    "layoutConfig": [
        {"uid": "1001", "x_axis": 0.0, "y_axis": 0.0, "width": 0.7, "height": 1.0},
        {"x_axis": 0.71, "y_axis": 0.03, "width": 0.28, "height": 0.45},
    ],
}


@pytest.fixture
def tab(qtbot: QtBot, theme: Theme) -> LayoutTab:
    on = Stage(stage.recording(layout=PANEL, layout_at=BEGIN + 9.0))
    with theme.bare():
        page = SessionPage(on.console, theme)
    qtbot.addWidget(page)
    page.resize(980, 720)
    page.show_session("s-1")
    page.show_tab(page.layout_tab)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page.layout_tab


def region(tab: LayoutTab, row: int = 1) -> dict[str, Any]:
    found: dict[str, Any] = tab.form.document()["layoutConfig"][row]
    return found


def write(inspector: RegionInspector, key: str, text: str) -> None:
    line = inspector.lines[key]
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)


def test_it_follows_the_choice_on_the_canvas_and_in_the_table(tab: LayoutTab) -> None:
    inspector, bench = tab.inspector, tab.form.regions.bench
    bench.select([])
    assert inspector.none.text() == "Choose a region in the picture or in the table."
    bench.select([0, 1])
    assert inspector.none.text().startswith("2 regions are chosen.")
    tab.form.regions.table.selectRow(1)
    assert inspector.accessibleName() == "Region 2"
    assert {key: line.text() for key, line in inspector.lines.items()} == {
        "uid": "",
        "x_axis": "0.71",
        "y_axis": "0.03",
        "width": "0.28",
        "height": "0.45",
    }
    assert (inspector.corner.text(), inspector.size_words.text()) == ("909, 22 px", "358 × 324 px")
    assert inspector.shows.value() == "next"
    assert tab.form.document() == PANEL  # to be shown changes nothing
    tab.form.layout_choice.widget.option(1).click()
    assert not inspector.isVisible()


def test_what_is_typed_is_in_the_table_on_the_canvas_and_undone_with_them(tab: LayoutTab) -> None:
    inspector, regions = tab.inspector, tab.form.regions
    regions.bench.select([1])
    write(inspector, "width", "0.2")
    assert region(tab)["width"] == 0.2
    assert regions.bench.boxes()[1].width == 0.2
    QTest.keyClick(inspector.lines["x_axis"], Qt.Key.Key_Down)
    assert region(tab)["x_axis"] == 0.7
    QTest.keyClick(inspector.lines["x_axis"], Qt.Key.Key_Up, SHIFT)
    assert region(tab)["x_axis"] == 0.75
    QTest.mouseClick(inspector.picture.option(FIT), LEFT)
    QTest.keyClick(inspector.opacity, Qt.Key.Key_PageDown)
    assert (region(tab)["render_mode"], region(tab)["alpha"]) == (FIT, 0.9)
    while regions.model.undo_stack.canUndo():
        regions.model.undo_stack.undo()
    assert tab.form.document() == PANEL
    assert inspector.lines["width"].text() == "0.28"


def test_a_region_gets_a_person_and_is_free_again(tab: LayoutTab) -> None:
    inspector = tab.inspector
    tab.form.regions.bench.select([1])
    QTest.mouseClick(inspector.shows.option("uid"), LEFT)
    assert inspector.lines["uid"].hasFocus()
    assert "uid" not in region(tab)
    write(inspector, "uid", "1002")
    assert region(tab)["uid"] == "1002"
    QTest.mouseClick(inspector.shows.option("next"), LEFT)
    assert "uid" not in region(tab)
    assert not inspector.lines["uid"].isVisible()


def test_what_agora_refuses_stays_as_typed_with_the_reason(tab: LayoutTab) -> None:
    inspector = tab.inspector
    tab.form.regions.bench.select([1])
    write(inspector, "width", "0.6")
    assert region(tab)["width"] == 0.6
    assert inspector.trouble.isVisible()
    assert inspector.lines["width"].property("problem") == "error"
    assert tab.why_not.text() == "Agora would refuse this layout; see the fields."
    write(inspector, "height", "tall")
    assert region(tab)["height"] == "tall"
    assert inspector.size_words.text() == ""
    QTest.keyClick(inspector.lines["height"], Qt.Key.Key_Up)
    assert region(tab)["height"] == "tall"
    write(inspector, "height", "0.45")
    write(inspector, "width", "0.28")
    assert not inspector.trouble.isVisible()


def test_the_wheel_scrolls_the_page_and_leaves_the_opacity_alone(tab: LayoutTab) -> None:
    tab.form.regions.bench.select([1])
    slider = tab.inspector.opacity
    tab.form.regions.table.setFocus()

    def turn() -> None:
        spot = QPointF(slider.rect().center())
        QApplication.sendEvent(
            slider,
            QWheelEvent(
                spot,
                slider.mapToGlobal(spot),
                QPoint(),
                QPoint(0, -120),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            ),
        )

    turn()
    assert "alpha" not in region(tab)
    slider.setFocus()
    turn()
    assert region(tab)["alpha"] < 1.0


def test_every_field_has_a_name_and_is_reached_by_tab(tab: LayoutTab) -> None:
    tab.form.regions.bench.select([0])
    inspector = tab.inspector
    for field in (*inspector.lines.values(), inspector.opacity):
        assert field.accessibleName()
        assert field.focusPolicy() & Qt.FocusPolicy.TabFocus
