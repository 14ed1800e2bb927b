"""SessionList: the view of the session list, in which many rows can be chosen at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from agora_console.ui.listing.session_delegate import ROW_ROLE, SessionDelegate, is_narrow
from agora_console.ui.look.tokens import tokens_of
from agora_console.ui.widgets.ground import hide_behind

if TYPE_CHECKING:
    from agora_console.ui.listing.session_rows import Row


class SessionList(QListView):
    """Shift, Ctrl and Ctrl+A choose more rows; Ctrl+arrows go without choosing, Space chooses."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sessions")
        self.setAccessibleName(self.tr("Recordings"))
        self._delegate = SessionDelegate(self)
        self.setItemDelegate(self._delegate)
        # PySide would have to find out of one that Qt made which kind of all widgets it is.
        self.setViewport(QWidget())
        hide_behind(self.viewport())
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)

    def show_times(self) -> None:
        """Paint the running times in sight anew, and nothing beside them."""
        if not self.isVisible() or self.window().isMinimized():
            return
        model, bottom = self.model(), self.viewport().height()
        index, times = self.indexAt(QPoint(1, 0)), QRegion()
        while index.isValid():
            place = self.visualRect(index)
            if place.top() >= bottom:
                break
            row: Row = index.data(ROW_ROLE)
            if row.elapsed or row.line:
                times += self._delegate.times_box(self, place)
            index = model.index(index.row() + 1, 0)
        self.viewport().update(times)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), tokens_of(self.palette()).color("surface"))
        painter.end()
        self._delegate.dirty = event.region()
        super().paintEvent(event)
        self._delegate.dirty = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow list has higher rows; Qt itself looks at a change of the height alone."""
        super().resizeEvent(event)
        before, now = event.oldSize().width(), event.size().width()
        if is_narrow(self.font(), before) is not is_narrow(self.font(), now):
            self.scheduleDelayedItemsLayout()

    def dataChanged(
        self,
        topLeft: QModelIndex | QPersistentModelIndex,
        bottomRight: QModelIndex | QPersistentModelIndex,
        roles: Sequence[int] = (),
    ) -> None:
        """Paint what changed. No row changes its height, so the list is not laid out anew.

        Of many rows Qt asks for the place of each, in sight or not.
        """
        if topLeft.row() == bottomRight.row() or QAccessible.isActive():
            QAbstractItemView.dataChanged(self, topLeft, bottomRight, roles)
        else:
            self.viewport().update()
