"""Sidebar: New recording, the filter, and the list of sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QPushButton, QVBoxLayout, QWidget

from agora_console.ui.icons import tint
from agora_console.ui.metrics import em
from agora_console.ui.session_delegate import SessionDelegate
from agora_console.ui.widgets.labels import label

if TYPE_CHECKING:
    from agora_console.ui.alarms.toasts import ToastStack
    from agora_console.ui.session_model import SessionModel


class Sidebar(QFrame):
    """`chosen` carries the key of the row a person chose: a session's id or the draft's key.

    `take_over_requested` and `recover_requested` say that one of the buttons below the list was
    pressed, which are there while it is empty, and while something was cut off.
    """

    new_requested = Signal()
    chosen = Signal(str)
    take_over_requested = Signal()
    recover_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self._model: SessionModel | None = None
        self._key = ""
        self._quiet = False
        self.new_button = QPushButton(self.tr("New recording"))
        self.new_button.setProperty("kind", "primary")
        self.new_button.setToolTip(self.tr("Prepare another recording (Ctrl+N)"))
        tint(self.new_button, "plus", "accent_text", 1.0)
        self.new_button.clicked.connect(self.new_requested)
        self.filter = self._make_filter()
        self.list = self._make_list()
        self.empty = label("", "muted", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.take_over = _link(self.tr("Take over a recording…"), self.take_over_requested)
        self.take_over.setToolTip(self.tr("One that another desk started, by its ticket or ids"))
        self.recover = _link(self.tr("Recover what was cut off"), self.recover_requested)
        self.recover.setToolTip(self.tr("Find out what became of a start or stop that was cut off"))
        self._lay_out()
        self.setMinimumWidth(em(self, 16))

    def set_model(self, model: SessionModel) -> None:
        """Show this list."""
        self._model = model
        self.list.setModel(model)
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)
        self.filter.textChanged.connect(model.set_filter)
        model.rearranged.connect(self._on_model_rearranged)
        self._on_model_rearranged()

    def select(self, key: str) -> None:
        """Mark the row with that key, without announcing it as a choice."""
        self._key = key
        if self._model is None:
            return
        index = self._model.index_of(key)
        self._quiet = True
        self.list.setCurrentIndex(index)
        if not index.isValid():
            self.list.clearSelection()
        self._quiet = False

    def show_recoverable(self, text: str) -> None:
        """Offer to recover what was cut off; with "" there is nothing."""
        if text:
            self.recover.setText(text)
        self.recover.setVisible(bool(text))

    def place_toasts(self, toasts: ToastStack) -> None:
        """Let these stand at the foot of the list, and follow it by Tab."""
        self._column.insertWidget(self._column.indexOf(self.list) + 1, toasts)
        before: QWidget = self.list
        for stop in toasts.stops():
            QWidget.setTabOrder(before, stop)
            before = stop

    def focus_filter(self) -> None:
        """Put the cursor into the filter."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down in the filter goes to the list, Esc clears it."""
        if watched is self.filter and isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down:
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
                self.filter.clear()
                return True
        return super().eventFilter(watched, event)

    def _make_filter(self) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(self.tr("Filter by channel, UID, state"))
        field.setAccessibleName(self.tr("Filter the list of recordings"))
        field.setToolTip(self.tr("Show only what contains these words (Ctrl+F)"))
        field.setClearButtonEnabled(True)
        field.installEventFilter(self)
        return field

    def _make_list(self) -> QListView:
        view = QListView()
        view.setObjectName("sessions")
        view.setAccessibleName(self.tr("Recordings"))
        view.setItemDelegate(SessionDelegate(view))
        view.setMouseTracking(True)
        view.setResizeMode(QListView.ResizeMode.Adjust)  # a narrow list has higher rows
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setSelectionMode(QListView.SelectionMode.SingleSelection)
        view.setTabKeyNavigation(False)
        return view

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(em(self, 0.9), em(self, 0.8), em(self, 0.9), em(self, 0.4))
        head.setSpacing(em(self, 0.8))
        head.addWidget(self.new_button)
        head.addWidget(self.filter)
        foot = QVBoxLayout()
        foot.setContentsMargins(em(self, 1.3), em(self, 1), em(self, 1.3), em(self, 1.5))
        for widget in (self.empty, self.take_over, self.recover):
            foot.addWidget(widget)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addLayout(foot)

    def _on_current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        model = self._model
        if self._quiet or model is None or model.arranging or not current.isValid():
            return
        self._key = model.key_at(current)
        self.chosen.emit(self._key)

    def _on_model_rearranged(self) -> None:
        model = self._model
        if model is None:
            return
        self.select(self._key)
        nothing_found = bool(self.filter.text()) and not model.choosable_rows()
        if nothing_found:
            self.empty.setText(self.tr("Nothing here contains these words."))
        else:
            self.empty.setText(
                self.tr("No recordings yet. What you start appears here and stays in the journal.")
            )
        self.empty.setVisible(nothing_found or not model.has_sessions())
        self.take_over.setVisible(not nothing_found and not model.has_sessions())


def _link(text: str, pressed: SignalInstance) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("kind", "link")
    button.clicked.connect(pressed)
    button.hide()
    return button
