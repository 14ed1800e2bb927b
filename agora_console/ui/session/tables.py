"""Tables as this page uses them: whole rows, quiet lines, the keyboard goes in and out by Tab."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QItemSelectionModel, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from agora_console.ui.look.metrics import em, tabular

STRETCH = 0.0
"""The width of the column that takes what the others leave."""

FIT = -1.0
"""The width of a column that is as wide as its header and the rows in sight need."""


class Table(QTableView):
    """A read-only table; Ctrl+C copies the `copied` columns of the chosen rows.

    `widths` has one figure per column: STRETCH, FIT, or em (then never less than the header needs).
    """

    def __init__(
        self,
        model: QAbstractItemModel,
        name: str,
        widths: Sequence[float],
        copied: Sequence[int] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._measured = False
        self._widths = tuple(widths)
        self._copied = tuple(copied) or tuple(range(len(widths)))
        self.setModel(model)
        self.setAccessibleName(name)
        self.setFont(tabular(self.font()))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns = self.horizontalHeader()
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns.setHighlightSections(False)
        columns.setResizeContentsPrecision(0)  # what is in sight; not the next thousand rows
        # A header looks through all rows whether a column is chosen; this one has nothing to show.
        columns.setSelectionModel(QItemSelectionModel(model, self))
        columns.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if FIT in self._widths:
            for told in (model.rowsInserted, model.rowsRemoved, model.dataChanged):
                told.connect(self._fit)

    def chosen_rows(self) -> list[int]:
        """The chosen rows from the top down; quick, however many they are."""
        chosen = self.selectionModel().selection()
        blocks = (chosen.at(number) for number in range(chosen.count()))
        return sorted({row for each in blocks for row in range(each.top(), each.bottom() + 1)})

    def copy_selection(self) -> str:
        """Copy the chosen rows, tabs between columns; returns the text (empty: none chosen)."""
        model = self.model()
        text = "\n".join(
            "\t".join(str(model.index(row, column).data() or "") for column in self._copied)
            for row in self.chosen_rows()
        )
        if text:
            QGuiApplication.clipboard().setText(text)
        return text

    def sizeHint(self) -> QSize:
        """No higher than it must be: a page grows a table by its stretch, not by a guess."""
        return QSize(super().sizeHint().width(), self.minimumHeight() or em(self, 8))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_selection()
            event.accept()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "_widths"):
            self._measure()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._measured:  # before, the style sheet may be missing
            self._measured = True
            self._measure()
        self._fit()

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(em(self, 2.2))
        header = self.horizontalHeader()
        header.setMinimumSectionSize(em(self, 2.5))
        for column, width in enumerate(self._widths):
            if width == STRETCH:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
            else:
                least = header.sectionSizeHint(column)
                header.resizeSection(column, max(em(self, width), least))

    def _fit(self) -> None:
        """Widen columns to what they hold; they narrow again only when the table is empty."""
        header = self.horizontalHeader()
        filled = self.model().rowCount() > 0
        for column, width in enumerate(self._widths):
            if width == FIT:
                least = header.sectionSizeHint(column)
                held = max(self.sizeHintForColumn(column), header.sectionSize(column))
                header.resizeSection(column, max(least, held) if filled else least)
