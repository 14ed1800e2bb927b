"""ShortcutsDialog: every command with its keys, as the menu has them now."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget

from agora_console.ui.look.metrics import em
from agora_console.ui.palette.choices import Choice
from agora_console.ui.session.rows_model import Column, RowsModel
from agora_console.ui.session.tables import FIT, STRETCH, Table


class ShortcutsDialog(QDialog):
    """`commands` are those of the menu; what has no keys is left out."""

    def __init__(self, commands: Iterable[Choice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self._all = tuple(self._rows(commands))
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Filter by command or key"))
        self.filter.setAccessibleName(self.tr("Filter the shortcuts"))
        self.filter.setClearButtonEnabled(True)
        columns: tuple[Column[Choice], ...] = (
            Column(self.tr("Command"), lambda row: row.title),
            Column(self.tr("Keys"), lambda row: row.keys),
        )
        self.model: RowsModel[Choice] = RowsModel(columns, self)
        self.table = Table(self.model, self.tr("Keyboard shortcuts"), (STRETCH, FIT))
        self.close_button = QPushButton(self.tr("Close"))
        column = QVBoxLayout(self)
        edge = em(self, 1.2)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(em(self, 0.8))
        column.addWidget(self.filter)
        column.addWidget(self.table, 1)
        column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)
        self.filter.textChanged.connect(self._show)
        self.close_button.clicked.connect(self.accept)
        self.resize(em(self, 44), em(self, 42))
        self._show()

    def _show(self) -> None:
        words = self.filter.text().lower().split()
        self.model.set_rows(
            [
                row
                for row in self._all
                if all(word in f"{row.title} {row.keys}".lower() for word in words)
            ]
        )

    def _rows(self, commands: Iterable[Choice]) -> Iterable[Choice]:
        yield from (command for command in commands if command.keys)
        yield Choice(self.tr("Rows 1 to 9 of the list"), keys="Ctrl+1 … Ctrl+9")
        yield Choice(self.tr("Between the parts of the window"), keys="Tab, Shift+Tab")
        yield Choice(self.tr("In lists, tables and on the wall"), keys=self.tr("arrows, Enter"))
        yield Choice(self.tr("Choose two requests to compare"), keys="Shift+↓")
        yield Choice(self.tr("Take back a question, a palette, the wall"), keys="Esc")
