"""The table of custom regions with its buttons and what is wrong in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from agora_console.domain.layout import MAX_PEOPLE
from agora_console.domain.paths import steps
from agora_console.domain.problems import Problem
from agora_console.ui.draft.regions_model import DEFAULT_ROLE, KEYS, PROBLEM_ROLE, RegionsModel
from agora_console.ui.layout.bench import Bench
from agora_console.ui.look.icons import tint
from agora_console.ui.look.metrics import em, scaled
from agora_console.ui.look.tokens import tokens_of

_CONTROL = Qt.KeyboardModifier.ControlModifier
_ROWS_IN_SIGHT = 5
Index = QModelIndex | QPersistentModelIndex


class RegionsEditor(QWidget):
    """The table; `buttons` stand wherever the form wants them. `edited`: a person changed it.

    `bench` does the same things for a canvas, with the same selection and the same undo.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = RegionsModel(self)
        self.table = _Table(self.model)
        self.bench = Bench(self.model, self.table.selectionModel())
        self.add = QPushButton(self.tr("Add region"))
        self.remove = QPushButton(self.tr("Remove"))
        tint(self.add, "plus", "text", 0.9)
        tint(self.remove, "trash", "text", 0.9)
        self.add.clicked.connect(self._on_add_clicked)
        self.remove.clicked.connect(self.bench.remove)
        self.model.edited.connect(self.edited)
        for signal in (self.model.rowsInserted, self.model.rowsRemoved):
            signal.connect(self._on_rows_changed)
        self.bench.selected.connect(self._on_rows_changed)
        self._offer_undo()
        self._lay_out()
        self._on_rows_changed()

    def show_problems(self, problems: Sequence[Problem], path: str) -> None:
        """Mark the cells whose problem lies below `path`, the path of `layoutConfig`."""
        cells: dict[tuple[int, str], Problem] = {}
        for problem in problems:
            if problem.path.startswith(f"{path}["):
                row, *key = steps(problem.path)[len(steps(path)) :]
                name = key[0] if key and key[0] in KEYS else ""
                cells.setdefault((int(row), str(name)), problem)
        self.model.set_problems(cells)

    def _lay_out(self) -> None:
        self.buttons = QWidget()
        row = QHBoxLayout(self.buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(em(self, 0.5))
        row.addWidget(self.add)
        row.addWidget(self.remove)
        self.buttons.setFocusProxy(self.add)
        self.buttons.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)

    def _offer_undo(self) -> None:
        stack = self.model.undo_stack
        for make, keys in (
            (stack.createUndoAction, QKeySequence.StandardKey.Undo),
            (stack.createRedoAction, QKeySequence.StandardKey.Redo),
        ):
            action = make(self.table)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self.table.addAction(action)

    def _on_add_clicked(self) -> None:
        self.bench.add()
        self.table.setFocus()

    def _on_rows_changed(self) -> None:
        count = self.model.rowCount()
        self.add.setEnabled(count < MAX_PEOPLE)
        self.add.setToolTip("" if count < MAX_PEOPLE else self.tr("17 regions are the most"))
        self.remove.setEnabled(bool(self.bench.rows()))
        self.table.fit(min(max(count, 1), _ROWS_IN_SIGHT))


class _Table(QTableView):
    def __init__(self, model: RegionsModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(_Cells(self))
        self.setAccessibleName(self.tr("Regions of the custom layout"))
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.SelectedClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setShowGrid(False)
        self.setProperty("dense", "true")  # seven columns beside the picture
        self.setFont(scaled(self.font(), 0.95))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(em(self, 3.2))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        self.verticalHeader().setDefaultSectionSize(em(self, 2.2))
        self.verticalHeader().setHighlightSections(False)

    def fit(self, rows: int) -> None:
        """Be as high as that many rows."""
        self.setFixedHeight(
            self.horizontalHeader().sizeHint().height()
            + rows * self.verticalHeader().defaultSectionSize()
            + em(self, 0.3)
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete empties a cell; Enter edits it on every platform."""
        index = self.currentIndex()
        editing = self.state() == QAbstractItemView.State.EditingState
        if editing or not index.isValid() or event.modifiers() & _CONTROL:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Delete:
            self.model().setData(index, "")
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit(index)
        else:
            super().keyPressEvent(event)


class _Cells(QStyledItemDelegate):
    """Marks what is wrong, greys what is default, and offers the two ways to fill a region."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        if KEYS[index.column()] != "render_mode":
            return super().createEditor(parent, option, index)
        combo = QComboBox(parent)
        combo.addItem(self.tr("Crop"), 0)
        combo.addItem(self.tr("Fit"), 1)
        combo.activated.connect(lambda: self._on_activated(combo))
        return combo

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(1 if index.data(Qt.ItemDataRole.EditRole) == 1 else 0)
            return
        super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        if isinstance(editor, QComboBox):
            index.model().setData(index, editor.currentData())
            return
        super().setModelData(editor, index.model(), index)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if index.data(DEFAULT_ROLE):
            muted = tokens_of(option.palette).color("muted")
            for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                option.palette.setColor(role, muted)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        wrong = index.data(PROBLEM_ROLE) is not None
        if not wrong and not option.state & QStyle.StateFlag.State_HasFocus:
            return
        painter.save()
        painter.setPen(QPen(tokens_of(option.palette).color("danger" if wrong else "focus"), 1.5))
        painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def _on_activated(self, combo: QComboBox) -> None:
        self.commitData.emit(combo)
        self.closeEditor.emit(combo)
