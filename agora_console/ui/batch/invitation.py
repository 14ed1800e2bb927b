"""Invitation: what to type or paste, said in the table of channels while there is no line in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QTableView

from agora_console.ui.batch.model import BatchModel
from agora_console.ui.widgets.empty import EmptyState


class Invitation(EmptyState):
    """Lies below the first, empty line, where nothing can be clicked."""

    def __init__(self, model: BatchModel, table: QTableView) -> None:
        super().__init__("", "", parent=table.viewport())
        self._model = model
        self._table = table
        self.set_text(
            self.tr("One line for each recording"),
            self.tr(
                "Type a channel into the line above, or press Ctrl+V with lines copied in a "
                "spreadsheet: channel, recorder UID, folder, preset.\n\n"
                "studio-1    5001    shows/2026    Evening show\n\n"
                "Only the channel is needed: an unused UID is put in by itself."
            ),
        )
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        table.viewport().installEventFilter(self)
        for told in (model.rowsInserted, model.rowsRemoved, model.dataChanged, model.modelReset):
            told.connect(self.follow)
        self.follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._take_place()
        return super().eventFilter(watched, event)

    def follow(self) -> None:
        """Be there as long as nothing is typed."""
        said = "" if self._model.items() else self.accessibleDescription()
        self._table.setAccessibleDescription(said)
        self._table.setToolTip(said)
        self._take_place()

    def _take_place(self) -> None:
        """Lie below the first line; with large type on a small screen the tool tip has to do."""
        below = self._table.rowViewportPosition(0) + self._table.rowHeight(0)
        place = self._table.viewport().rect().adjusted(0, below, 0, 0)
        fits = self.heightForWidth(place.width()) <= place.height()
        self.setVisible(fits and not self._model.items())
        self.setGeometry(place)
