"""RegionInspector: the numbers of the chosen region as fields, on the model of table and canvas."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QSlider, QWidget

from agora_console.domain.layout import CROP, FIT
from agora_console.domain.problems import Problem
from agora_console.ui.draft.regions_model import KEYS, PROBLEM_ROLE
from agora_console.ui.layout.bench import Bench
from agora_console.ui.look.metrics import em, mono
from agora_console.ui.widgets.card import Card
from agora_console.ui.widgets.labels import label, restyle
from agora_console.ui.widgets.segmented import SegmentedControl

STEP = 0.01
"""By so much an arrow key changes a number."""

BIGGER = 5
"""With Shift by so many steps."""

_HUNDRED = 100
_NAMED, _NEXT = "uid", "next"


class CellLine(QLineEdit):
    """One cell of the table as a line; Up and Down change a number. `finished` carries the text."""

    finished = Signal(str)

    def __init__(self, name: str, ems: float) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFixedWidth(em(self, ems))
        self.setFont(mono(self.font(), 0.95))
        self.editingFinished.connect(self._on_finished)

    def show_text(self, text: str) -> None:
        """Show what the model has, but for what is being typed."""
        if not (self.hasFocus() and self.isModified()) and self.text() != text:
            self.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {Qt.Key.Key_Up: STEP, Qt.Key.Key_Down: -STEP}
        way = ways.get(Qt.Key(event.key()))
        if way is None or not self._step(way, event.modifiers()):
            super().keyPressEvent(event)

    def _step(self, way: float, keys: Qt.KeyboardModifier) -> bool:
        times = BIGGER if keys & Qt.KeyboardModifier.ShiftModifier else 1
        try:
            value = float(self.text()) + way * times
        except ValueError:
            return False
        self.setText(f"{min(max(value, 0.0), 1.0):.6f}".rstrip("0").rstrip("."))
        self.finished.emit(self.text())
        return True

    def _on_finished(self) -> None:
        if self.isModified():
            self.setModified(False)
            self.finished.emit(self.text())


class CalmSlider(QSlider):
    """A slider that the wheel moves only while it is in hand; else the page is scrolled."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class RegionInspector(Card):
    """Follows the selection of the bench; `left` says that a value may be judged."""

    left = Signal()

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self._canvas = (1, 1)
        self._naming = -1  # the region whose UID is about to be typed
        self.shows = SegmentedControl(
            [(_NAMED, self.tr("UID")), (_NEXT, self.tr("Next to join"))], self.tr("Shows")
        )
        self.picture = SegmentedControl(
            [(CROP, self.tr("Crop to fill")), (FIT, self.tr("Fit whole"))], self.tr("Picture")
        )
        self.lines = {
            "uid": CellLine(self.tr("UID of the person"), 8.0),
            "x_axis": CellLine(self.tr("Left, fraction of the canvas"), 6.0),
            "y_axis": CellLine(self.tr("Top, fraction of the canvas"), 6.0),
            "width": CellLine(self.tr("Width, fraction of the canvas"), 6.0),
            "height": CellLine(self.tr("Height, fraction of the canvas"), 6.0),
        }
        self.opacity = CalmSlider(Qt.Orientation.Horizontal)
        self.opacity.setRange(0, _HUNDRED)
        self.opacity.setPageStep(_HUNDRED // 10)
        self.opacity.setAccessibleName(self.tr("Opacity in percent"))
        self.percent = label("")
        self.corner, self.size_words = label("", "muted"), label("", "muted")
        self.none = label("", "muted", wrap=True)
        self.trouble = label("", "danger", wrap=True)
        self._fields = QWidget()
        self._lay_out()
        self._connect()
        self._show()

    def set_canvas(self, canvas: tuple[int, int]) -> None:
        """The size of the canvas in pixels, for what the fractions come to."""
        self._canvas = canvas
        self._show()

    # --- what is shown -----------------------------------------------------------

    def _row(self) -> int:
        rows = self._bench.rows()
        known = len(rows) == 1 and rows[0] < self._bench.model.rowCount()
        return rows[0] if known else -1

    def _show(self) -> None:
        row, count = self._row(), len(self._bench.rows())
        self._fields.setVisible(row >= 0)
        self.none.setVisible(row < 0)
        if row < 0:
            self.set_title(self.tr("Region"))
            self.none.setText(
                self.tr("{0} regions are chosen. Choose one to see its numbers.").format(count)
                if count > 1
                else self.tr("Choose a region in the picture or in the table.")
            )
            self.trouble.hide()
            return
        self.set_title(self.tr("Region {0}").format(row + 1))
        region = self._bench.model.regions()[row]
        for key, line in self.lines.items():
            line.show_text(str(self._index(row, key).data(Qt.ItemDataRole.EditRole)))
        if self._naming != row:
            self._naming = -1
        named = "uid" in region or self._naming == row
        with QSignalBlocker(self.shows), QSignalBlocker(self.picture), QSignalBlocker(self.opacity):
            self.shows.set_value(_NAMED if named else _NEXT)
            self.picture.set_value(FIT if region.get("render_mode") == FIT else CROP)
            self.opacity.setValue(round(_alpha(region.get("alpha", 1.0)) * _HUNDRED))
        self.percent.setText(f"{self.opacity.value()} %")
        self.lines["uid"].setVisible(named)
        self._show_pixels(row)
        self._show_problem(row)

    def _show_pixels(self, row: int) -> None:
        box = self._bench.boxes().get(row)
        width, height = self._canvas
        self.corner.setText(
            f"{round(box.x * width)}, {round(box.y * height)} px" if box is not None else ""
        )
        self.size_words.setText(
            f"{round(box.width * width)} × {round(box.height * height)} px"
            if box is not None
            else ""
        )

    def _show_problem(self, row: int) -> None:
        found: list[Problem] = []
        for key in KEYS:
            problem = self._index(row, key).data(PROBLEM_ROLE)
            if key in self.lines:
                restyle(self.lines[key], "problem", problem.severity.value if problem else "")
            if problem is not None and problem not in found:
                found.append(problem)
        self.trouble.setText("\n".join(each.sentence for each in found))
        self.trouble.setVisible(bool(found))

    # --- slots -------------------------------------------------------------------

    def _on_finished(self, key: str, text: str) -> None:
        row = self._row()
        if row >= 0:
            self._bench.model.setData(self._index(row, key), text)
            self.left.emit()

    def _on_shows_changed(self, value: object) -> None:
        row = self._row()
        if row < 0:
            return
        self._naming = row if value == _NAMED else -1
        if value == _NEXT:
            self._bench.model.setData(self._index(row, "uid"), "")
            self.left.emit()
        self._show()
        if value == _NAMED:
            self.lines["uid"].setFocus()

    def _on_picture_changed(self, value: object) -> None:
        row = self._row()
        if row >= 0:
            self._bench.model.setData(self._index(row, "render_mode"), value)
            self.left.emit()

    def _on_opacity_changed(self, percent: int) -> None:
        row = self._row()
        if row >= 0:
            regions = self._bench.model.regions()
            regions[row]["alpha"] = round(percent / _HUNDRED, 2)
            self._bench.model.change(self.tr("Opacity"), regions, f"alpha {row}")
            self.left.emit()

    def _index(self, row: int, key: str) -> QModelIndex:
        return self._bench.model.index(row, KEYS.index(key))

    # --- parts -------------------------------------------------------------------

    def _connect(self) -> None:
        for key, line in self.lines.items():
            line.finished.connect(self._taker(key))
        self.shows.value_changed.connect(self._on_shows_changed)
        self.picture.value_changed.connect(self._on_picture_changed)
        self.opacity.valueChanged.connect(self._on_opacity_changed)
        model = self._bench.model
        for signal in (model.dataChanged, model.rowsInserted, model.rowsRemoved):
            signal.connect(self._show)
        self._bench.selected.connect(self._show)

    def _taker(self, key: str) -> Callable[[str], None]:
        return lambda text: self._on_finished(key, text)

    def _lay_out(self) -> None:
        grid = QGridLayout(self._fields)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(em(self, 0.8))
        grid.setVerticalSpacing(em(self, 0.6))
        grid.setColumnStretch(1, 1)
        lines = self.lines
        rows: tuple[tuple[str, tuple[QWidget, ...]], ...] = (
            (self.tr("Shows"), (self.shows,)),
            ("", (lines["uid"],)),
            (self.tr("Left, top"), (lines["x_axis"], lines["y_axis"], self.corner)),
            (self.tr("Size"), (lines["width"], lines["height"], self.size_words)),
            (self.tr("Picture"), (self.picture,)),
            (self.tr("Opacity"), (self.opacity, self.percent)),
        )
        for number, (caption, editors) in enumerate(rows):
            said = label(caption, "muted")
            said.setBuddy(editors[0])
            line = QHBoxLayout()
            line.setSpacing(em(self, 0.5))
            for editor in editors:
                line.addWidget(editor)
            if not any(isinstance(each, QSlider) for each in editors):
                line.addStretch(1)
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            grid.addWidget(said, number, 0, side)
            grid.addLayout(line, number, 1)
        for part in (self.none, self._fields, self.trouble):
            self.body.addWidget(part)


def _alpha(value: object) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool):
        return 1.0
    return min(max(float(value), 0.0), 1.0)
