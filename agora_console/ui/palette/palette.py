"""Palette: a field and the list of what is found, over the window; the keyboard does it all."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from agora_console.ui.look.metrics import em
from agora_console.ui.palette.choices import CHOICE_ROLE, Choice, ChoicesModel, found
from agora_console.ui.palette.delegate import ChoiceDelegate
from agora_console.ui.speech.saying import announce
from agora_console.ui.widgets.labels import label

_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Palette(QFrame):
    """`ask` opens it with what `choices` gives then. Esc, or going elsewhere, closes it."""

    def __init__(self, choices: Callable[[], Iterable[Choice]], window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("palette")
        self.setAccessibleName(self.tr("Command palette"))
        self._choices = choices
        self._window = window
        self._all: tuple[Choice, ...] = ()
        self._before: QWidget | None = None
        self.model = ChoicesModel()
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Type a command, a channel, a UID or a state"))
        self.field.setAccessibleName(self.tr("Find a command or a recording"))
        self.field.installEventFilter(self)
        self.list = self._make_list()
        self.nothing = label(self.tr("Nothing is called that."), "muted")
        column = QVBoxLayout(self)
        edge = em(self, 0.6)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(em(self, 0.4))
        for part in (self.field, self.list, self.nothing):
            column.addWidget(part)
        self.field.textChanged.connect(self._on_text_changed)
        self.list.clicked.connect(self._take)
        window.installEventFilter(self)
        self.hide()

    def ask(self) -> None:
        """Open, empty, with the cursor in the field; a second time closes it."""
        if self.isVisible():
            self.dismiss()
            return
        self._before = self.window().focusWidget()
        self._all = tuple(self._choices())
        self.field.clear()
        self._show_found()
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def dismiss(self) -> None:
        """Close and go back to where the person was."""
        before, self._before = self._before, None
        self.hide()
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.field:
            if event.type() is QEvent.Type.Resize and self.isVisible():
                self._place()
            return False
        if isinstance(event, QFocusEvent) and event.type() is QEvent.Type.FocusOut:
            self.hide()
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._key(event)
        return False

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place()

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif event.key() in _ENTER:
            self._take(self.list.currentIndex())
        elif event.key() in _MOVES:
            self.list.keyPressEvent(event)
            self._say_current()
        else:
            return False
        return True

    def _show_found(self) -> None:
        rows = found(self._all, self.field.text())
        self.model.set_rows(rows)
        self.list.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        first = next((n for n, choice in enumerate(rows) if choice.possible), None)
        self.list.setCurrentIndex(QModelIndex() if first is None else self.model.index(first, 0))
        self.list.scrollToTop()
        self._place()

    def _on_text_changed(self) -> None:
        self._show_found()
        if self.isVisible():
            self._say_current()

    def _say_current(self) -> None:
        """The focus stays in the field, so what Enter would take has to be said."""
        chosen = self.list.currentIndex().data(CHOICE_ROLE)
        announce(self, chosen.spoken if isinstance(chosen, Choice) else self.nothing.text())

    def _take(self, index: QModelIndex) -> None:
        choice = index.data(CHOICE_ROLE)
        if isinstance(choice, Choice) and choice.possible:
            self.dismiss()
            choice.run()

    def _place(self) -> None:
        """Centred at the top, as high as what was found, never beyond the window."""
        window = self._window
        width = min(em(self, 56), window.width() - em(self, 3))
        top = em(self, 4.2)
        rows = min(len(self.model.rows), 11)
        wanted = em(self, 4.4) + rows * max(1, self.list.sizeHintForRow(0)) if rows else em(self, 6)
        height = min(wanted, window.height() - top - em(self, 3))
        self.setGeometry((window.width() - width) // 2, top, width, height)

    def _make_list(self) -> QListView:
        view = QListView()
        view.setModel(self.model)
        view.setAccessibleName(self.tr("What was found"))
        view.setItemDelegate(ChoiceDelegate(view))
        view.setUniformItemSizes(True)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys go through the field
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setMouseTracking(True)
        return view
