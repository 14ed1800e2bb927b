"""Wall: every recording as a card, as large as the window allows, read from two metres."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QPushButton, QVBoxLayout, QWidget

from agora_console.ui.look.metrics import em
from agora_console.ui.wall.card_delegate import CardDelegate
from agora_console.ui.wall.grid import grid
from agora_console.ui.wall.proxy import WallModel
from agora_console.ui.widgets.empty import EmptyState
from agora_console.ui.widgets.labels import label


class Wall(QWidget):
    """`chosen` carries the id of a session; `left` says that a person wants the list back."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, model: WallModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.model = model
        self._delegate = CardDelegate()
        self.cards = _Cards()
        self.cards.setModel(model)
        self.cards.setItemDelegate(self._delegate)
        self.cards.setAccessibleName(self.tr("Wall of recordings"))
        self.empty = EmptyState(
            self.tr("Nothing is recording"),
            self.tr("A recording appears here as soon as it is started."),
        )
        self.back = QPushButton(self.tr("Back to the list"))
        self.back.setToolTip(self.tr("Back to the list (Esc)"))
        head = QHBoxLayout()
        head.setContentsMargins(em(self, 1), em(self, 0.7), em(self, 1), 0)
        head.addWidget(label(self.tr("Wall"), "title", size=1.2))
        head.addWidget(label(self.tr("what wants a look comes first"), "muted"), 1)
        head.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(em(self, 0.4), 0, em(self, 0.4), em(self, 0.4))
        column.setSpacing(em(self, 0.4))
        column.addLayout(head)
        column.addWidget(self.cards, 1)
        column.addWidget(self.empty, 1)
        self.back.clicked.connect(self.left)
        self.cards.resized.connect(self._fit)
        self.cards.taken.connect(self._on_taken)
        self.cards.escaped.connect(self.left)
        for told in (model.rowsInserted, model.rowsRemoved, model.modelReset):
            told.connect(self._fit)
        model.aged.connect(self.cards.viewport().update)
        self._fit()

    def take_focus(self) -> None:
        """Put the keyboard on the first card, or on the way back where there is none."""
        if self.model.rowCount() == 0:
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not self.cards.currentIndex().isValid():
            self.cards.setCurrentIndex(self.model.index(0, 0))
        self.cards.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _fit(self) -> None:
        count = self.model.rowCount()
        self.cards.setVisible(count > 0)
        self.empty.setVisible(count == 0)
        room = self.cards.room()
        found = grid(count, room.width(), room.height(), em(self))
        self._delegate.set_grid(found)
        self.cards.setGridSize(QSize(found.width, found.height))

    def _on_taken(self, index: QModelIndex) -> None:
        self.chosen.emit(self.model.row(index).key)


class _Cards(QListView):
    """Cards side by side; arrows go in both directions, Enter and a click take one."""

    resized = Signal()
    taken = Signal(QModelIndex)
    escaped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("wall")
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setTabKeyNavigation(False)
        self.setSelectionRectVisible(False)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self.taken)

    def room(self) -> QSize:
        """What there is for cards, with the place of a scroll bar kept free."""
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(max(1, self.width() - bar - 2), max(1, self.height() - 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.taken.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)
