"""The Files tab: the list as Agora gave it, how far the upload is, and its export."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from agora_console.domain.session import Session, Uploading
from agora_console.domain.verdict import Verdict
from agora_console.ui.icons import tint
from agora_console.ui.metrics import em, mono
from agora_console.ui.session.files_model import FileColumn, FilesModel
from agora_console.ui.session.files_words import (
    evidence,
    no_files_sentence,
    upload_sentence,
    without_list,
)
from agora_console.ui.session.tables import STRETCH, Table
from agora_console.ui.widgets.card import Card
from agora_console.ui.widgets.empty import EmptyState
from agora_console.ui.widgets.labels import label, restyle
from agora_console.ui.widgets.turning import TurningRow

NARROW = 70.0
"""Below this width, in em, UTC is in the tool tip of the local time only."""

_ROLES = {Uploading.UPLOADED: "", Uploading.BACKUPED: "amber", Uploading.UNKNOWN: "amber"}


class FilesTab(QWidget):
    """`export_requested` carries "csv" or "json"; `look_requested` wants a look into the bucket."""

    export_requested = Signal(str)
    look_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = FilesModel(mono(self.font(), 0.95), self)
        self.table = Table(
            self.model,
            self.tr("Files as Agora lists them"),
            (STRETCH, 9, 6, 12.5, 15.5, 6.5, 7),  # UTC to the millisecond, as Agora gives it
            copied=(FileColumn.NAME,),
        )
        self.filter = QLineEdit()
        self.upload = label("", "", wrap=True)
        self.count = label("", "muted")
        self.empty = EmptyState(self.tr("No files yet"), "")
        self.copy_name = QPushButton(self.tr("Copy name"))
        self.look = QPushButton(self.tr("Look in the bucket"))
        self.csv = QPushButton(self.tr("Export CSV…"))
        self.json = QPushButton(self.tr("Export JSON…"))
        self._prepare()
        self._lay_out()
        self._connect()

    def show_session(self, session: Session, now: float) -> None:
        """Show the files of the session as it is now."""
        self.model.set_files(session.files)
        upload = upload_sentence(session)
        self.upload.setText(upload)
        self.upload.setVisible(bool(upload))
        self.upload.setToolTip(evidence(session))
        restyle(self.upload, "role", _role(session))
        self.look.setEnabled(bool(session.sid))
        why = no_files_sentence(session, now)
        self.empty.set_text(self._why_empty(session), why)
        self.empty.setVisible(bool(why))
        for part in (self.table, self.filter, self.count, self.copy_name):
            part.setVisible(not why)
        for button in (self.csv, self.json):
            button.setEnabled(bool(session.files))
            button.setToolTip("" if session.files else self.tr("There is no file to export."))
        self._tell_count()

    def show_found(self, sizes: Mapping[str, int] | None, *, looking: bool, refused: str) -> None:
        """Show what the last look found, bytes by name; `refused` says why nobody may look."""
        self.model.set_sizes(sizes)
        self.look.setEnabled(self.look.isEnabled() and not looking and not refused)
        self.look.setToolTip(refused)

    def _why_empty(self, session: Session) -> str:
        if without_list(session):
            return self.tr("No list of files")
        return self.tr("No files") if session.over else self.tr("No files yet")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < em(self, NARROW)
        self.table.setColumnHidden(FileColumn.STARTS_UTC, narrow)

    def _prepare(self) -> None:
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # the ends tell files apart
        self.table.setSortingEnabled(True)
        self.table.horizontalHeader().setSortIndicatorClearable(True)
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.filter.setPlaceholderText(self.tr("Filter by name, track, UID"))
        self.filter.setAccessibleName(self.tr("Filter the files"))
        self.filter.setClearButtonEnabled(True)
        self.copy_name.setToolTip(self.tr("Copy the names of the chosen files (Ctrl+C)"))
        self.copy_name.setEnabled(False)
        tint(self.copy_name, "copy")
        self.look.setAccessibleDescription(
            self.tr("Compare what Agora lists and the playlists name with what the bucket holds")
        )
        for button in (self.csv, self.json):
            tint(button, "export")
        self.csv.setAccessibleDescription(
            self.tr("Save the whole list for a spreadsheet, also the files a filter hides")
        )
        self.json.setAccessibleDescription(
            self.tr("Save ids, upload status and the whole list as JSON")
        )

    def _lay_out(self) -> None:
        search = _line(self.filter, self.count)
        buttons = _line(self.copy_name, self.csv, self.json)
        card = Card()
        card.body.addWidget(TurningRow(_line(self.upload), _line(self.look)))
        card.body.addWidget(TurningRow(search, buttons))
        card.body.addWidget(self.table, 1)
        card.body.addWidget(self.empty, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, em(self, 1), 0, 0)
        column.addWidget(card)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._on_filter_changed)
        self.copy_name.clicked.connect(self.table.copy_selection)
        self.look.clicked.connect(self.look_requested)
        self.csv.clicked.connect(lambda: self.export_requested.emit("csv"))
        self.json.clicked.connect(lambda: self.export_requested.emit("json"))
        self.table.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.model.modelReset.connect(self._on_selection_changed)

    def _on_filter_changed(self, text: str) -> None:
        self.model.set_filter(text)
        self._tell_count()

    def _on_selection_changed(self, *_: object) -> None:
        self.copy_name.setEnabled(self.table.selectionModel().hasSelection())

    def _tell_count(self) -> None:
        shown, whole = self.model.rowCount(), len(self.model.files)
        self.count.setText(
            self.tr("{0} of {1}").format(shown, whole)
            if self.model.needle
            else self.tr("1 file")
            if whole == 1
            else self.tr("{0} files").format(whole)
        )


def _role(session: Session) -> str:
    if session.arrival is not None:
        return "" if session.arrival.verdict is Verdict.SAFE else "amber"
    return _ROLES.get(session.uploading, "") if session.uploading else ""


def _line(*parts: QWidget) -> QWidget:
    whole = QWidget()
    line = QHBoxLayout(whole)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(em(whole, 0.6))
    for part in parts:
        line.addWidget(part)
    return whole
