"""SessionList: the view of the session list, in which many rows can be chosen at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from agora_console.ui.session_delegate import SessionDelegate, is_narrow


class SessionList(QListView):
    """Shift, Ctrl and Ctrl+A choose more rows; Ctrl+arrows go without choosing, Space chooses."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sessions")
        self.setAccessibleName(self.tr("Recordings"))
        self.setItemDelegate(SessionDelegate(self))
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)

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
        """Paint what changed. No row changes its height, so the list is not laid out anew."""
        QAbstractItemView.dataChanged(self, topLeft, bottomRight, roles)
