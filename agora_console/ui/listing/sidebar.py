"""Sidebar: New recording, the filter, and the list of sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QObject,
    QPoint,
    Qt,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from agora_console.ui.listing.selection_bar import SelectionBar
from agora_console.ui.listing.session_list import SessionList
from agora_console.ui.look.icons import tint
from agora_console.ui.look.metrics import em
from agora_console.ui.widgets.ground import hide_behind, paint_ground
from agora_console.ui.widgets.labels import label
from agora_console.ui.widgets.menus import give_menu

if TYPE_CHECKING:
    from agora_console.ui.alarms.toasts import ToastStack
    from agora_console.ui.listing.session_model import SessionModel


class Sidebar(QFrame):
    """`chosen` carries the key of the one row a person chose: of a session, a plan or the draft.

    `selection_changed` follows every change of `chosen_keys`; `menu_requested` carries the place
    of a context menu on the screen. `take_over_requested` and `recover_requested` say that one of
    the buttons below the list was pressed, which are there while it is empty, and while something
    was cut off.
    """

    new_requested = Signal()
    chosen = Signal(str)
    take_over_requested = Signal()
    recover_requested = Signal()
    selection_changed = Signal()
    menu_requested = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        hide_behind(self)
        self._model: SessionModel | None = None
        self._key = ""
        self._keys: tuple[str, ...] = ()
        self._quiet = False
        self.new_button = QPushButton(self.tr("New recording"))
        self.new_button.setProperty("kind", "primary")
        self.new_button.setToolTip(self.tr("Prepare another recording (Ctrl+N)"))
        tint(self.new_button, "plus", "accent_text", 1.0)
        self.new_button.clicked.connect(self.new_requested)
        self.filter = self._make_filter()
        self.sort_button = QPushButton(self.tr("Sort"))
        self.sort_button.setAccessibleName(self.tr("Order of the list"))
        self.list = self._make_list()
        self.bar = SelectionBar()
        self.bar.clear_requested.connect(self._on_clear_requested)
        self.empty = label("", "muted", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.take_over = _link(self.tr("Take over a recording…"), self.take_over_requested)
        self.take_over.setToolTip(self.tr("One that another desk started, by its ticket or ids"))
        self.recover = _link(self.tr("Recover what was cut off"), self.recover_requested)
        self.recover.setToolTip(self.tr("Find out what became of a start or stop that was cut off"))
        self._lay_out()
        self.setMinimumWidth(em(self, 16))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_ground(self)

    def set_model(self, model: SessionModel) -> None:
        """Show this list."""
        self._model = model
        self.list.setModel(model)
        self.list.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.filter.textChanged.connect(model.set_filter)
        model.aged.connect(self.list.show_times)
        model.rearranged.connect(self._on_model_rearranged)
        self._on_model_rearranged()

    def set_sort_menu(self, menu: QMenu) -> None:
        """Offer the orders of this menu beside the filter."""
        give_menu(self.sort_button, menu)

    def show_sort(self, name: str) -> None:
        """Say in which order the list is."""
        self.sort_button.setToolTip(self.tr("Order: {0}").format(name))
        self.sort_button.setAccessibleDescription(name)

    def chosen_keys(self) -> tuple[str, ...]:
        """The keys of the rows that are chosen, from top to bottom."""
        return self._keys

    def select(self, key: str) -> None:
        """Mark the row with that key and no other, without announcing it as a choice."""
        self._key = key
        if self._model is None:
            return
        self._model.reveal(key)
        self._mark((key,))

    def _mark(self, keys: tuple[str, ...]) -> None:
        """Choose the rows with these keys, the one in sight being the current one."""
        model, chosen = self._model, self.list.selectionModel()
        if model is None:
            return
        self._quiet = True
        index = model.index_of(self._key)
        flag = QItemSelectionModel.SelectionFlag
        if len(keys) > 1:
            chosen.clearSelection()
            for each in filter(lambda found: found.isValid(), map(model.index_of, keys)):
                chosen.select(each, flag.Select)
            if not chosen.isSelected(self.list.currentIndex()):
                chosen.setCurrentIndex(index, flag.NoUpdate)
        else:
            # not by the view, which asks the keyboard: Ctrl+2 is no Ctrl+click
            chosen.setCurrentIndex(index, flag.ClearAndSelect)
            if not index.isValid():
                self.list.clearSelection()
        self._quiet = False
        self._take_keys()

    def _take_keys(self) -> None:
        """Find out which rows are chosen."""
        model = self._model
        if model is None:
            return
        numbers = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        keys = tuple(model.key_at(model.index(number)) for number in numbers)
        if keys != self._keys:
            self._keys = keys
            self.selection_changed.emit()

    def show_recoverable(self, text: str) -> None:
        """Offer to recover what was cut off; with "" there is nothing."""
        if text:
            self.recover.setText(text)
        self.recover.setVisible(bool(text))

    def place_toasts(self, toasts: ToastStack) -> None:
        """Let these stand at the foot of the list, and follow it by Tab."""
        self._column.insertWidget(self._column.indexOf(self.bar) + 1, toasts)
        before: QWidget = self.bar.clear
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
        if watched is self.list and isinstance(event, QKeyEvent):
            many = len(self._keys) > 1 and event.type() is QEvent.Type.KeyPress
            if many and event.key() == Qt.Key.Key_Escape:
                self._on_clear_requested()
                return True
        return super().eventFilter(watched, event)

    def _make_filter(self) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(self.tr("Filter by channel, UID, state, mode, project"))
        field.setAccessibleName(self.tr("Filter the list of recordings"))
        field.setToolTip(self.tr("Show only what contains these words (Ctrl+F)"))
        field.setClearButtonEnabled(True)
        field.installEventFilter(self)
        return field

    def _make_list(self) -> SessionList:
        view = SessionList()
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._on_menu_wanted)
        view.installEventFilter(self)
        return view

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(em(self, 0.9), em(self, 0.8), em(self, 0.9), em(self, 0.4))
        head.setSpacing(em(self, 0.8))
        head.addWidget(self.new_button)
        finding = QHBoxLayout()
        finding.setSpacing(em(self, 0.5))
        finding.addWidget(self.filter, 1)
        finding.addWidget(self.sort_button)
        head.addLayout(finding)
        foot = QVBoxLayout()
        foot.setContentsMargins(em(self, 1.3), em(self, 1), em(self, 1.3), em(self, 1.5))
        for widget in (self.empty, self.take_over, self.recover):
            foot.addWidget(widget)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(self.bar)
        column.addLayout(foot)

    def _on_selection_changed(self) -> None:
        model = self._model
        if self._quiet or model is None or model.arranging:
            return
        self._take_keys()
        if len(self._keys) == 1 and self._keys[0] != self._key:
            self._key = self._keys[0]
            self.chosen.emit(self._key)

    def _on_clear_requested(self) -> None:
        """Only what is in sight stays chosen."""
        self._mark((self._key,))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_menu_wanted(self, place: QPoint) -> None:
        self.menu_requested.emit(self.list.viewport().mapToGlobal(place))

    def _on_model_rearranged(self) -> None:
        model = self._model
        if model is None:
            return
        self._mark(self._keys if len(self._keys) > 1 else (self._key,))
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
