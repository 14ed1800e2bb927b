"""BatchPage: a table of channels, one config for all of them, and Start."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from agora_console.services.start.batch import MOST
from agora_console.services.start.table_text import read_table, write_table
from agora_console.ui.batch.delegates import PresetDelegate, StateDelegate
from agora_console.ui.batch.invitation import Invitation
from agora_console.ui.batch.model import BatchModel, Column
from agora_console.ui.look.metrics import em
from agora_console.ui.widgets.labels import label
from agora_console.ui.widgets.notice import Notice
from agora_console.ui.widgets.wrapping import WrappingRow


class BatchPage(QWidget):
    """Signals are wishes; `config_changed` says that another common config was chosen."""

    start_requested = Signal()
    halt_requested = Signal()
    stop_requested = Signal()
    file_requested = Signal()
    config_changed = Signal()

    def __init__(self, model: BatchModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.model = model
        self._presets: tuple[str, ...] = ()
        self.notice = Notice()
        self.config = QComboBox()
        self.config.setAccessibleName(self.tr("Config of every line that names no preset"))
        self.table = self._make_table()
        self.invitation = Invitation(model, self.table)
        self.said = label("", "muted", wrap=True)
        self.paste = QPushButton(self.tr("Paste lines"))
        self.paste.setToolTip(self.tr("Channel, UID, folder, preset: from a spreadsheet (Ctrl+V)"))
        self.file = QPushButton(self.tr("Read a CSV file…"))
        self.remove = QPushButton(self.tr("Remove lines"))
        self.remove.setToolTip(self.tr("Take the chosen lines out of the table (Del)"))
        self.stop = QPushButton(self.tr("Stop the started ones…"))
        self.halt = QPushButton(self.tr("Begin no more"))
        self.halt.setToolTip(self.tr("What was sent goes on; the lines that wait stay here"))
        self.start = QPushButton()
        self.start.setProperty("kind", "primary")
        self._lay_out()
        self._make_actions()
        self.config.activated.connect(self.config_changed)
        self.paste.clicked.connect(self.paste_lines)
        self.file.clicked.connect(self.file_requested)
        self.remove.clicked.connect(self.remove_lines)
        self.stop.clicked.connect(self.stop_requested)
        self.halt.clicked.connect(self.halt_requested)
        self.start.clicked.connect(self.start_requested)

    def preset(self) -> str:
        """The common preset; empty for the config of the draft."""
        return str(self.config.currentData() or "")

    def set_presets(self, names: Sequence[str]) -> None:
        """Offer these presets, and the draft before them."""
        if self._presets == tuple(names) and self.config.count():
            return
        chosen = self.preset()
        self._presets = tuple(names)
        self.config.clear()
        self.config.addItem(self.tr("The draft, with its keys"), "")
        for name in names:
            self.config.addItem(name, name)
        self.config.setCurrentIndex(max(0, self.config.findData(chosen)))

    def show_counts(self, *, ready: int, started: int, wrong: int, running: bool) -> None:
        """Say what can be started, and what became of the rest."""
        one, none = self.tr("Start 1 recording"), self.tr("Start recordings")
        many = self.tr("Start {0} recordings").format(ready)
        self.start.setText(one if ready == 1 else many if ready else none)
        self.start.setEnabled(ready > 0 and not running)
        self.start.setToolTip(self.tr("Each line that is READY, once (Ctrl+Enter)"))
        self.halt.setVisible(running)
        self.stop.setEnabled(started > 0)
        parts = []
        if started:
            parts.append(self.tr("{0} sent").format(started))
        if wrong:
            parts.append(self.tr("{0} not ready or not started").format(wrong))
        if running:
            parts.append(self.tr("a few are started at a time, within Agora's request budget"))
        self.said.setText(" · ".join(parts))

    def paste_lines(self) -> None:
        """Put in what the clipboard has, before the chosen line."""
        self.insert_text(QGuiApplication.clipboard().text())

    def insert_text(self, text: str) -> None:
        """Put in the lines of a table, before the chosen one."""
        lines = read_table(text)
        current = self.table.currentIndex()
        row = current.row() if current.isValid() else self.model.rowCount() - 1
        put = self.model.insert(row, lines)
        if not lines:
            self.said.setText(
                self.tr("There was no line in it: a channel stands in the first cell.")
            )
        elif put < len(lines):
            self.said.setText(
                self.tr("{0} of {1} lines were put in; a table has {2} at most.").format(
                    put, len(lines), MOST
                )
            )

    def copy_lines(self) -> None:
        """Copy the chosen lines, as a spreadsheet takes them."""
        rows = self.chosen_rows()
        lines = [item.line for row, item in enumerate(self.model.items()) if row in rows]
        if lines:
            QGuiApplication.clipboard().setText(write_table(lines))

    def remove_lines(self) -> None:
        """Take the chosen lines out."""
        self.model.remove(self.chosen_rows())

    def chosen_rows(self) -> set[int]:
        """The rows in which a cell is chosen."""
        return {index.row() for index in self.table.selectionModel().selectedIndexes()}

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setAccessibleName(self.tr("Recordings to start"))
        table.setItemDelegateForColumn(Column.STATE, StateDelegate(table))
        presets = PresetDelegate(lambda: self._presets, table)
        table.setItemDelegateForColumn(Column.PRESET, presets)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        table.setTabKeyNavigation(False)
        table.setShowGrid(True)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = table.horizontalHeader()
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(em(self, 2.3))
        for column, width in ((0, 11), (1, 9), (2, 8), (3, 8)):
            table.setColumnWidth(column, em(self, width))
        return table

    def _lay_out(self) -> None:
        asked = label(self.tr("Config"), "muted")
        asked.setBuddy(self.config)
        common = QHBoxLayout()
        common.setSpacing(em(self, 0.6))
        common.addWidget(asked)
        common.addWidget(self.config)
        common.addStretch(1)
        tools = WrappingRow(None, em(self, 0.6))
        for button in (self.paste, self.file, self.remove, self.stop):
            tools.addWidget(button)
        foot = QHBoxLayout()
        foot.setSpacing(em(self, 0.7))
        foot.addWidget(self.said, 1)
        foot.addWidget(self.halt)
        foot.addWidget(self.start)
        column = QVBoxLayout(self)
        edge = em(self, 1.4)
        column.setContentsMargins(edge, em(self, 1), edge, em(self, 1))
        column.setSpacing(em(self, 0.8))
        column.addWidget(label(self.tr("Start several recordings"), "title", size=1.5))
        column.addWidget(self.notice)
        column.addLayout(common)
        column.addWidget(self.table, 1)
        column.addLayout(tools)
        column.addLayout(foot)
        self.setFocusProxy(self.table)

    def _make_actions(self) -> None:
        undo = self.model.undo
        for text, keys, act in (
            (self.tr("Paste"), QKeySequence.StandardKey.Paste, self.paste_lines),
            (self.tr("Copy"), QKeySequence.StandardKey.Copy, self.copy_lines),
            (self.tr("Remove"), QKeySequence.StandardKey.Delete, self.remove_lines),
            (self.tr("Undo"), QKeySequence.StandardKey.Undo, undo.undo),
            (self.tr("Redo"), QKeySequence.StandardKey.Redo, undo.redo),
            (self.tr("Start"), QKeySequence("Ctrl+Return"), self.start.click),
            (self.tr("Start"), QKeySequence("Ctrl+Enter"), self.start.click),
        ):
            action = QAction(text, self.table)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(act)
            self.table.addAction(action)

    def go_to_first(self) -> None:
        """Put the keyboard into the first cell that is still empty."""
        row = self.model.rowCount() - 1
        self.table.setCurrentIndex(self.model.index(row, Column.CHANNEL))
        self.table.scrollTo(QModelIndex(self.table.currentIndex()))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
