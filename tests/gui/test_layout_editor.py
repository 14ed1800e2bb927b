"""The editor of custom layouts: canvas, table and tools on one model with one undo."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from agora_console.domain.rules import check_update_layout
from agora_console.ui.draft.layout_form import LayoutForm
from agora_console.ui.draft.regions_model import KEYS
from agora_console.ui.layout.bench import Bench
from agora_console.ui.layout.canvas import LayoutCanvas
from agora_console.ui.layout.overlay import handle_spot
from agora_console.ui.layout.region_painter import part_of
from agora_console.ui.layout.toolbar import LayoutToolbar
from agora_console.ui.look.theme import Theme

LEFT = Qt.MouseButton.LeftButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT, NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
SIZE = (1280, 720)


def region(x: float, y: float, width: float, height: float, **more: Any) -> dict[str, Any]:
    return {"x_axis": x, "y_axis": y, "width": width, "height": height, **more}


THREE = {
    "mixedVideoLayout": 3,
    "layoutConfig": [
        region(0.1, 0.1, 0.3, 0.3, uid="1001"),
        region(0.6, 0.1, 0.2, 0.2),
        region(0.2, 0.6, 0.25, 0.25, render_mode=1),
    ],
}


class Desk(QWidget):
    """Form, canvas and tools as a page joins them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.form = LayoutForm()
        self.canvas = LayoutCanvas(theme)
        self.bench: Bench = self.form.regions.bench
        self.canvas.edit(self.bench)
        self.tools = LayoutToolbar(self.canvas, self.bench, lambda: 4)
        column = QVBoxLayout(self)
        for widget in (self.canvas, self.tools, self.form):
            column.addWidget(widget)
        self.form.changed.connect(self.show_it)
        mode = QAbstractItemModelTester.FailureReportingMode.Fatal
        self.tester = QAbstractItemModelTester(self.bench.model, mode)

    def show_it(self) -> None:
        self.canvas.show_layout(self.form.document(), 17, SIZE)

    def boxes(self) -> list[list[float]]:
        keys = KEYS[1:5]
        return [[each[key] for key in keys] for each in self.form.document()["layoutConfig"]]

    def spot(self, x: float, y: float) -> QPoint:
        canvas = self.canvas.canvas_rect()
        return QPointF(
            canvas.left() + x * canvas.width(), canvas.top() + y * canvas.height()
        ).toPoint()

    def drag(
        self,
        start: tuple[float, float] | QPoint,
        end: tuple[float, float],
        keys: Qt.KeyboardModifier = NONE,
    ) -> None:
        begin = start if isinstance(start, QPoint) else self.spot(*start)
        QTest.mousePress(self.canvas, LEFT, keys, begin)
        self.hover(self.spot(*end), keys)
        QTest.mouseRelease(self.canvas, LEFT, keys, self.spot(*end))

    def hover(self, at: QPoint, keys: Qt.KeyboardModifier = NONE) -> None:
        where = self.canvas.mapToGlobal(at)
        move = QMouseEvent(
            QEvent.Type.MouseMove, QPointF(at), QPointF(where), Qt.MouseButton.NoButton, LEFT, keys
        )
        QApplication.sendEvent(self.canvas, move)

    def click(self, x: float, y: float, keys: Qt.KeyboardModifier = NONE) -> None:
        QTest.mouseClick(self.canvas, LEFT, keys, self.spot(x, y))

    def key(self, key: Qt.Key, keys: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.canvas, key, keys)


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> Desk:
    desk = Desk(theme)
    qtbot.addWidget(desk)
    desk.resize(900, 1000)
    desk.form.set_document(THREE)
    with qtbot.waitActive(desk):
        desk.show()
        desk.activateWindow()
    return desk


def entry(button: QPushButton, text: str) -> QAction:
    menu = button.menu()
    assert menu is not None
    return next(action for action in menu.actions() if action.text().startswith(text))


def rounded(box: list[float]) -> list[float]:
    return [round(side, 3) for side in box]


# --- the pointer ---------------------------------------------------------------


def test_a_region_is_dragged_and_table_and_document_follow(desk: Desk) -> None:
    desk.drag((0.2, 0.2), (0.3, 0.35))
    assert rounded(desk.boxes()[0]) == [0.2, 0.25, 0.3, 0.3]
    assert desk.bench.model.index(0, KEYS.index("x_axis")).data() == "0.2"
    assert desk.bench.rows() == (0,)
    assert desk.form.document()["layoutConfig"][0]["uid"] == "1001"


def test_a_dragged_region_stops_at_the_edge(desk: Desk) -> None:
    desk.drag((0.2, 0.2), (1.4, -0.9))
    assert rounded(desk.boxes()[0]) == [0.7, 0.0, 0.3, 0.3]


def test_a_dragged_region_catches_on_another(desk: Desk) -> None:
    desk.drag((0.7, 0.2), (0.507, 0.35))  # its left edge comes near the right edge of the first
    assert rounded(desk.boxes()[1]) == [0.4, 0.25, 0.2, 0.2]


def test_with_alt_it_catches_on_nothing(desk: Desk) -> None:
    desk.drag((0.7, 0.2), (0.508, 0.2), ALT)
    assert desk.boxes()[1][0] not in (0.4, 0.41)


def test_a_corner_is_pulled(desk: Desk) -> None:
    desk.click(0.2, 0.2)
    place = part_of(desk.canvas.canvas_rect(), desk.bench.boxes()[0])
    desk.drag(handle_spot(place, (1, 1)).toPoint(), (0.45, 0.49))
    assert rounded(desk.boxes()[0]) == [0.1, 0.1, 0.35, 0.4]


def test_a_drag_beside_every_region_draws_a_new_one(desk: Desk) -> None:
    desk.drag((0.55, 0.62), (0.95, 0.93))
    assert rounded(desk.boxes()[3]) == [0.55, 0.6, 0.4, 0.33]
    assert desk.bench.rows() == (3,)


def test_draw_makes_one_region_upon_another(desk: Desk, qtbot: QtBot) -> None:
    qtbot.mouseClick(desk.tools.draw, LEFT)
    desk.drag((0.15, 0.15), (0.25, 0.25))
    assert rounded(desk.boxes()[3]) == [0.15, 0.15, 0.1, 0.1]
    assert not desk.tools.draw.isChecked()


def test_the_eighteenth_region_is_refused_with_a_sentence(desk: Desk) -> None:
    many = [region(n / 20, 0, 0.05, 0.05) for n in range(17)]
    desk.form.set_document(THREE | {"layoutConfig": many})
    desk.drag((0.3, 0.5), (0.6, 0.9))
    assert len(desk.boxes()) == 17
    assert desk.tools.note.text() == "Agora takes 17 regions at most. Remove one first."
    desk.bench.select([0])
    desk.key(Qt.Key.Key_Delete)
    assert not desk.tools.note.isVisible()


def test_a_click_on_the_ground_chooses_nothing(desk: Desk) -> None:
    desk.click(0.2, 0.2)
    desk.click(0.95, 0.95)
    assert desk.bench.rows() == ()
    assert len(desk.boxes()) == 3


def test_several_regions_are_chosen_and_moved_together(desk: Desk) -> None:
    desk.click(0.2, 0.2)
    desk.click(0.7, 0.2, CTRL)
    desk.drag((0.2, 0.2), (0.15, 0.2))
    assert [rounded(box)[0] for box in desk.boxes()] == [0.05, 0.55, 0.2]
    desk.click(0.65, 0.2, CTRL)
    assert desk.bench.rows() == (0,)


def test_escape_lets_go(desk: Desk) -> None:
    QTest.mousePress(desk.canvas, LEFT, NONE, desk.spot(0.2, 0.2))
    desk.hover(desk.spot(0.5, 0.5))
    assert rounded([desk.canvas.painted()[0].x])[0] > 0.3
    desk.key(Qt.Key.Key_Escape)
    QTest.mouseRelease(desk.canvas, LEFT, NONE, desk.spot(0.5, 0.5))
    assert desk.form.document() == THREE


def test_the_pointer_says_what_a_drag_would_do(desk: Desk) -> None:
    shapes = []
    desk.click(0.2, 0.2)
    place = part_of(desk.canvas.canvas_rect(), desk.bench.boxes()[0])
    for at in (desk.spot(0.25, 0.25), handle_spot(place, (1, 1)).toPoint(), desk.spot(0.95, 0.95)):
        desk.hover(at)
        shapes.append(desk.canvas.cursor().shape())
    shape = Qt.CursorShape
    assert shapes == [shape.SizeAllCursor, shape.SizeFDiagCursor, shape.CrossCursor]


# --- the keyboard ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "keys", "box"),
    [
        (Qt.Key.Key_Right, NONE, [0.11, 0.1, 0.3, 0.3]),
        (Qt.Key.Key_Up, NONE, [0.1, 0.09, 0.3, 0.3]),
        (Qt.Key.Key_Left, SHIFT, [0.05, 0.1, 0.3, 0.3]),
        (Qt.Key.Key_Right, CTRL, [0.1, 0.1, 0.31, 0.3]),
        (Qt.Key.Key_Up, CTRL, [0.1, 0.1, 0.3, 0.29]),
        (Qt.Key.Key_Down, CTRL | SHIFT, [0.1, 0.1, 0.3, 0.35]),
    ],
)
def test_arrows_move_and_resize(
    desk: Desk, key: Qt.Key, keys: Qt.KeyboardModifier, box: list[float]
) -> None:
    desk.bench.select([0])
    desk.key(key, keys)
    assert rounded(desk.boxes()[0]) == box


def test_without_snapping_an_arrow_is_a_pixel(desk: Desk, qtbot: QtBot) -> None:
    qtbot.mouseClick(desk.tools.snap, LEFT)
    desk.bench.select([0])
    desk.key(Qt.Key.Key_Right)
    assert desk.boxes()[0][0] == pytest.approx(0.1 + 1 / 1280, abs=1e-6)


def test_pages_go_through_the_regions_and_delete_removes(desk: Desk) -> None:
    for _ in range(2):
        desk.key(Qt.Key.Key_PageDown)
    assert desk.bench.rows() == (1,)
    desk.key(Qt.Key.Key_PageUp)
    desk.key(Qt.Key.Key_PageUp)
    assert desk.bench.rows() == (2,)
    desk.key(Qt.Key.Key_Delete)
    assert len(desk.boxes()) == 2
    desk.key(Qt.Key.Key_A, CTRL)
    assert desk.bench.rows() == (0, 1)
    desk.key(Qt.Key.Key_Insert)
    assert len(desk.boxes()) == 3


def test_who_comes_by_tab_has_a_region_in_hand(desk: Desk) -> None:
    desk.tools.draw.setFocus()
    desk.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    assert desk.bench.rows() == (0,)


# --- tools -----------------------------------------------------------------------


def test_regions_are_aligned_and_distributed(desk: Desk) -> None:
    desk.bench.select([0, 1, 2])
    entry(desk.tools.align, "Upper").trigger()
    assert {box[1] for box in desk.boxes()} == {0.1}
    entry(desk.tools.align, "Same gaps, left").trigger()
    lefts = sorted((box[0], box[0] + box[2]) for box in desk.boxes())
    gaps = [b[0] - a[1] for a, b in pairwise(lefts)]
    assert gaps[0] == pytest.approx(gaps[1], abs=2e-6)


def test_two_regions_cannot_be_distributed_and_it_is_said(desk: Desk) -> None:
    desk.bench.select([0, 1])
    entry(desk.tools.align, "Same gaps, up").trigger()
    assert desk.tools.note.text() == "Choose three regions or more to distribute them."
    assert desk.form.document() == THREE


def test_the_order_is_changed_and_the_choice_goes_along(desk: Desk) -> None:
    desk.bench.select([0])
    entry(desk.tools.order, "To the front").trigger()
    assert [each.get("uid") for each in desk.form.document()["layoutConfig"]] == [
        None,
        None,
        "1001",
    ]
    assert desk.bench.rows() == (2,)
    desk.key(Qt.Key.Key_BracketLeft)
    assert desk.form.document()["layoutConfig"][1]["uid"] == "1001"


@pytest.mark.parametrize("name", ["Speaker", "Side by side", "Picture in picture", "Grid"])
def test_a_template_is_made_for_the_people_of_the_preview(desk: Desk, name: str) -> None:
    entry(desk.tools.templates, name).trigger()
    made = desk.form.document()
    assert len(made["layoutConfig"]) == 4
    assert made["layoutConfig"][0]["uid"] == "1001"
    assert check_update_layout(made) == ()


# --- one model -------------------------------------------------------------------


def test_canvas_and_table_are_undone_in_one_row(desk: Desk, qtbot: QtBot) -> None:
    model = desk.bench.model
    desk.drag((0.2, 0.2), (0.3, 0.3))
    model.setData(model.index(1, KEYS.index("uid")), "1002")
    desk.bench.select([2])
    for _ in range(3):
        desk.key(Qt.Key.Key_Right)
    desk.key(Qt.Key.Key_Delete)
    assert model.undo_stack.count() == 4
    desk.canvas.setFocus()
    QTest.keyClick(desk.canvas, Qt.Key.Key_Z, CTRL)
    assert rounded(desk.boxes()[2])[0] == 0.23
    desk.form.regions.table.setFocus()
    QTest.keyClick(desk.form.regions.table, Qt.Key.Key_Z, CTRL)
    assert rounded(desk.boxes()[2])[0] == 0.2
    qtbot.mouseClick(desk.tools.undo, LEFT)
    qtbot.mouseClick(desk.tools.undo, LEFT)
    assert desk.form.document() == THREE
    assert not desk.tools.undo.isEnabled()
    for _ in range(4):
        qtbot.mouseClick(desk.tools.redo, LEFT)
    assert len(desk.boxes()) == 2
    assert not desk.tools.redo.isEnabled()


def test_undo_does_not_reach_into_another_layout(desk: Desk) -> None:
    desk.drag((0.2, 0.2), (0.3, 0.3))
    desk.form.set_document({"mixedVideoLayout": 3, "layoutConfig": [region(0, 0, 1, 1)]})
    assert not desk.bench.model.undo_stack.canUndo()


def test_rows_of_the_table_are_chosen_on_the_canvas(desk: Desk) -> None:
    before = desk.canvas.grab().toImage()
    table = desk.form.regions.table
    table.setFocus()
    table.selectRow(1)
    assert desk.bench.rows() == (1,)
    assert desk.canvas.grab().toImage() != before


def test_a_half_typed_region_stays_in_the_table_alone(desk: Desk) -> None:
    model = desk.bench.model
    model.setData(model.index(1, KEYS.index("width")), "wide")
    assert set(desk.bench.boxes()) == {0, 2}
    desk.drag((0.2, 0.2), (0.3, 0.2))
    assert model.regions()[1]["width"] == "wide"


# --- when it may be used -----------------------------------------------------------


def test_only_a_custom_layout_is_edited(desk: Desk) -> None:
    desk.form.layout_choice.widget.option(1).click()
    assert desk.canvas.focusPolicy() is Qt.FocusPolicy.NoFocus
    before = desk.form.document()
    desk.drag((0.2, 0.2), (0.5, 0.5))
    assert desk.form.document() == before


def test_what_is_chosen_is_said(desk: Desk) -> None:
    desk.bench.select([1])
    said = desk.canvas.accessibleDescription()
    assert said.startswith("Chosen: 2 · next to join: left 0.600000, top 0.100000, 0.200000 ×")
    assert "The table has the same regions." in said


def test_every_tool_is_named_and_reached_by_tab(desk: Desk) -> None:
    buttons = desk.tools.findChildren(QPushButton)
    assert len(buttons) == 7
    assert all(button.text() for button in buttons)
    assert all(button.focusPolicy() & Qt.FocusPolicy.TabFocus for button in buttons)
