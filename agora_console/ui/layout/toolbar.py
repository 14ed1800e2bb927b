"""The tools of the layout editor: templates, drawing, aligning, order, snapping, undo."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from agora_console.domain.geometry.arranging import Axis, Edge, Pile
from agora_console.domain.geometry.templates import Template
from agora_console.ui.layout.bench import Bench
from agora_console.ui.layout.canvas import LayoutCanvas
from agora_console.ui.look.metrics import em
from agora_console.ui.widgets.labels import label
from agora_console.ui.widgets.menus import give_menu
from agora_console.ui.widgets.wrapping import WrappingRow


class LayoutToolbar(QWidget):
    """The buttons for a canvas and its bench; `people` says for how many a template is."""

    def __init__(self, canvas: LayoutCanvas, bench: Bench, people: Callable[[], int]) -> None:
        super().__init__()
        self._bench, self._people = bench, people
        self._canvas = canvas
        self.templates = self._menu_button(self.tr("Template"), self._template_actions())
        self.align = self._menu_button(self.tr("Align"), self._align_actions())
        self.order = self._menu_button(self.tr("Order"), self._order_actions())
        self.draw = self._toggle(self.tr("Draw"), self.tr("The next drag draws a new region"))
        self.snap = self._toggle(
            self.tr("Snap"),
            self.tr("Catch on edges, middles and a grid of 1 %; hold Alt to pass over them"),
        )
        self.snap.setChecked(True)
        self.undo, self.undo_action = self._history(self.tr("Undo"), QKeySequence.StandardKey.Undo)
        self.redo, self.redo_action = self._history(self.tr("Redo"), QKeySequence.StandardKey.Redo)
        self.note = label("", "amber", wrap=True)
        self.note.hide()
        self._lay_out()
        self._connect()

    def leave_undo(self) -> None:
        """Offer no undo: the page that this is part of undoes everything in it."""
        for action, button in ((self.undo_action, self.undo), (self.redo_action, self.redo)):
            action.setShortcut(QKeySequence())
            button.hide()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.4))
        tools = QWidget()
        row = WrappingRow(tools, em(self, 0.4))
        for button in (
            self.templates,
            self.align,
            self.order,
            self.draw,
            self.snap,
            self.undo,
            self.redo,
        ):
            row.addWidget(button)
        column.addWidget(tools)
        column.addWidget(self.note)

    def _connect(self) -> None:
        stack = self._bench.model.undo_stack
        stack.canUndoChanged.connect(self.undo_action.setEnabled)
        stack.canRedoChanged.connect(self.redo_action.setEnabled)
        # The texts are taken from the signals: the last ones come from the stack's own end.
        stack.undoTextChanged.connect(self._show_undo)
        stack.redoTextChanged.connect(self._show_redo)
        self.undo_action.triggered.connect(stack.undo)
        self.redo_action.triggered.connect(stack.redo)
        for action, button in ((self.undo_action, self.undo), (self.redo_action, self.redo)):
            button.clicked.connect(action.trigger)
            action.enabledChanged.connect(button.setEnabled)
            button.setEnabled(False)
        self.draw.toggled.connect(self._canvas.set_drawing)
        self._canvas.drawing_changed.connect(self.draw.setChecked)
        self.snap.toggled.connect(self._canvas.set_snaps)
        self._bench.refused.connect(self._say)
        self._bench.selected.connect(self._on_selected)
        self._bench.model.edited.connect(lambda: self._say(""))
        self._on_selected()

    def _on_selected(self) -> None:
        rows = self._bench.rows()
        self.align.setEnabled(bool(rows))
        self.order.setEnabled(bool(rows))

    def _begin_with(self, kind: Template) -> None:
        self._bench.begin_with(kind, self._people())
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, sentence: str) -> None:
        self.note.setText(sentence)
        self.note.setVisible(bool(sentence))

    def _show_undo(self, text: str) -> None:
        _describe(self.undo, self.undo_action, text)

    def _show_redo(self, text: str) -> None:
        _describe(self.redo, self.redo_action, text)

    # --- parts -----------------------------------------------------------------------

    def _history(self, text: str, keys: QKeySequence.StandardKey) -> tuple[QPushButton, QAction]:
        """A button, and the action with its keys, which hold on the canvas and in the table."""
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setEnabled(False)
        self._canvas.addAction(action)
        return QPushButton(text), action

    def _toggle(self, text: str, why: str) -> QPushButton:
        button = QPushButton(text)
        button.setCheckable(True)
        button.setToolTip(why)
        return button

    def _menu_button(self, text: str, actions: list[QAction]) -> QPushButton:
        button = QPushButton(text)
        give_menu(button, QMenu(button)).addActions(actions)
        return button

    def _action(self, text: str, does: Callable[[], object]) -> QAction:
        def run(_checked: bool) -> None:
            does()

        action = QAction(text, self)
        action.triggered.connect(run)
        return action

    def _template_actions(self) -> list[QAction]:
        names = {
            Template.SPEAKER: self.tr("Speaker and the others"),
            Template.SIDE_BY_SIDE: self.tr("Side by side"),
            Template.PICTURE_IN_PICTURE: self.tr("Picture in picture"),
            Template.GRID: self.tr("Grid"),
        }
        return [self._action(name, partial(self._begin_with, kind)) for kind, name in names.items()]

    def _align_actions(self) -> list[QAction]:
        edges = {
            Edge.LEFT: self.tr("Left edges"),
            Edge.CENTER: self.tr("Middles, left to right"),
            Edge.RIGHT: self.tr("Right edges"),
            Edge.TOP: self.tr("Upper edges"),
            Edge.MIDDLE: self.tr("Middles, up and down"),
            Edge.BOTTOM: self.tr("Lower edges"),
        }
        axes = {
            Axis.ACROSS: self.tr("Same gaps, left to right"),
            Axis.DOWN: self.tr("Same gaps, up and down"),
        }
        actions = [
            self._action(name, partial(self._bench.align, edge)) for edge, name in edges.items()
        ]
        line = QAction(self)
        line.setSeparator(True)
        return [
            *actions,
            line,
            *(
                self._action(name, partial(self._bench.distribute, axis))
                for axis, name in axes.items()
            ),
        ]

    def _order_actions(self) -> list[QAction]:
        names = {
            Pile.FRONT: self.tr("To the front"),
            Pile.FORWARD: self.tr("Forward (])"),
            Pile.BACKWARD: self.tr("Backward ([)"),
            Pile.BACK: self.tr("To the back"),
        }
        return [
            self._action(name, partial(self._bench.pile, where)) for where, name in names.items()
        ]


def _describe(button: QPushButton, action: QAction, text: str) -> None:
    """Say what a step of the history would do, and its keys."""
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    button.setToolTip(f"{button.text()}: {text} ({keys})" if text else "")
