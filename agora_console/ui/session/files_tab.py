"""The Files tab: every file that is expected, listed or found, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from agora_console.domain.files.file_names import FileKind
from agora_console.domain.files.rows import Files, FileState
from agora_console.domain.files.verdict import Verdict
from agora_console.domain.session import Session, Uploading
from agora_console.ui.look.icons import tint
from agora_console.ui.look.metrics import em, mono
from agora_console.ui.session.files_model import FileColumn, FilesModel
from agora_console.ui.session.files_table import FilesTable
from agora_console.ui.session.files_words import (
    evidence,
    kind_text,
    no_files_sentence,
    state_text,
    upload_sentence,
    without_list,
)
from agora_console.ui.session.gallery import Gallery
from agora_console.ui.session.scrolled import Scrolled
from agora_console.ui.session.tables import STRETCH
from agora_console.ui.session.thumbs import Thumbs
from agora_console.ui.widgets.card import Card
from agora_console.ui.widgets.empty import EmptyState
from agora_console.ui.widgets.labels import label, label_unseen, restyle
from agora_console.ui.widgets.menus import give_menu
from agora_console.ui.widgets.segmented import SegmentedControl
from agora_console.ui.widgets.turning import TurningRow

NARROW, TIGHT = 96.0, 58.0
"""Below these widths, in em, UTC is in the tool tip of the local time only, and tracks are left
out: a name has about 60 letters, and its end tells one file from the next."""

_ROLES = {Uploading.UPLOADED: "", Uploading.BACKUPED: "amber", Uploading.UNKNOWN: "amber"}


class FilesTab(QWidget):
    """`export_requested` carries "csv", "json" or "html"; `look_requested` wants a look.

    `copy_requested` carries "path" or "url", and like the others of a choice means the chosen
    files.
    """

    export_requested = Signal(str)
    look_requested = Signal()
    copy_requested = Signal(str)
    open_requested = Signal()
    play_requested = Signal()
    download_requested = Signal()
    slices_requested = Signal()
    merge_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = FilesModel(mono(self.font(), 0.95), self)
        self.table = FilesTable(
            self.model,
            self.tr("Files of the recording"),
            (STRETCH, 5.5, 8, 6.5, 11.5, 14.5, 6, 8.5),  # UTC to the millisecond, as Agora gives it
        )
        self.filter = QLineEdit()
        self.kind = QComboBox()
        self.state = QComboBox()
        self.upload = label("", "", wrap=True)
        self.count = label("", "muted")
        self.empty = EmptyState(self.tr("No files yet"), "")
        self.look = QPushButton(self.tr("Look in the bucket"))
        self.play = QPushButton(self.tr("Play"))
        self.download = QPushButton(self.tr("Download…"))
        self.copy = QPushButton(self.tr("Copy"))
        self.more = QPushButton(self.tr("More"))
        self.export = QPushButton(self.tr("Export"))
        self.views = QStackedWidget()
        self.gallery = Gallery(Thumbs())
        self.switch = SegmentedControl(
            ((0, self.tr("Files")), (1, self.tr("Snapshots"))), self.tr("What is shown")
        )
        self.below = QVBoxLayout()
        self._make_menus()
        self._prepare()
        self._lay_out()
        self._connect()

    @property
    def chosen(self) -> Files:
        """The chosen files, as they stand in the table."""
        order = self.model.order
        return self.model.files.part([order[row] for row in self.table.chosen_rows()])

    def show_session(self, session: Session, now: float) -> None:
        """Say how far the files of the session are now."""
        why = no_files_sentence(session, now)
        upload = upload_sentence(session) or (why if self.model.files else "")
        self.upload.setText(upload)
        self.upload.setVisible(bool(upload))
        self.upload.setToolTip(evidence(session))
        restyle(self.upload, "role", _role(session))
        self.look.setEnabled(bool(session.sid))
        self.empty.set_text(self._why_empty(session), why)
        self._show_parts()

    def show_files(self, files: Files) -> None:
        """Show the files."""
        self.model.set_files(files)

    def show_gallery(self, *, offered: bool) -> None:
        """Offer the pictures, where there are some or will be."""
        self.switch.setVisible(offered)
        if not offered:
            self.switch.set_value(0)

    def show_looking(self, *, looking: bool, refused: str) -> None:
        """Whether somebody looks into the bucket now; `refused` says why nobody may."""
        self.look.setEnabled(self.look.isEnabled() and not looking and not refused)
        self.look.setToolTip(refused)

    def _show_parts(self) -> None:
        some = bool(self.model.files)
        self.empty.setVisible(not some)
        for part in (self.table, self.filter, self.kind, self.state, self.count, self._choice):
            part.setVisible(some)
        for action in (self.csv, self.json):
            action.setEnabled(some)

    def _why_empty(self, session: Session) -> str:
        if without_list(session):
            return self.tr("No list of files")
        return self.tr("No files") if session.over else self.tr("No files yet")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < em(self, NARROW)
        self.table.setColumnHidden(FileColumn.STARTS_UTC, narrow)
        self.table.setColumnHidden(FileColumn.TRACK, self.width() < em(self, TIGHT))

    def _make_menus(self) -> None:
        copying = _menu(self.copy)
        self.copy_name = _action(copying, self.tr("Copy names"), self.table.copy_selection)
        self.copy_name.setToolTip(self.tr("Copy the names of the chosen files (Ctrl+C)"))
        asked = self.copy_requested.emit
        self.copy_path = _action(copying, self.tr("Copy paths"), lambda: asked("path"))
        self.copy_url = _action(copying, self.tr("Copy URLs (not signed)"), lambda: asked("url"))
        more = _menu(self.more)
        self.open_url = _action(more, self.tr("Open in browser"), self.open_requested.emit)
        self.slices = _action(more, self.tr("Download with slices…"), self.slices_requested.emit)
        self.merge = _action(more, self.tr("Merge into one MP4…"), self.merge_requested.emit)
        saving = _menu(self.export)
        wanted = self.export_requested.emit
        self.csv = _action(saving, self.tr("File list as CSV…"), lambda: wanted("csv"))
        self.json = _action(saving, self.tr("File list as JSON…"), lambda: wanted("json"))
        self.report = _action(saving, self.tr("Report of the recording…"), lambda: wanted("html"))

    def _prepare(self) -> None:
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # the ends tell files apart
        self.table.setSortingEnabled(True)
        self.table.horizontalHeader().setSortIndicatorClearable(True)
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.filter.setPlaceholderText(self.tr("Filter by name, track, UID"))
        self.filter.setAccessibleName(self.tr("Filter the files"))
        self.filter.setClearButtonEnabled(True)
        self.kind.setAccessibleName(self.tr("Kinds of files that are shown"))
        self.kind.addItem(self.tr("All kinds"), None)
        for kind in FileKind:
            self.kind.addItem(kind_text(kind), kind.value)
        self.state.setAccessibleName(self.tr("States of files that are shown"))
        self.state.addItem(self.tr("All states"), None)
        for state in FileState:
            self.state.addItem(state_text(state), state.value)
        for button, name in ((self.copy, "copy"), (self.export, "export")):
            tint(button, name)
        self.look.setAccessibleDescription(
            self.tr("Compare what Agora lists and the playlists name with what the bucket holds")
        )
        self.csv.setToolTip(
            self.tr("Save the whole list for a spreadsheet, also the files a filter hides")
        )
        self.json.setToolTip(self.tr("Save ids, upload status and the whole list as JSON"))
        self._on_selection_changed()

    def _lay_out(self) -> None:
        search = _line(self.filter, self.kind, self.state, self.count)
        for box in (self.kind, self.state):
            label_unseen(box)
        self._choice = _line(self.play, self.download, self.copy, self.more)
        card, files, scrolled = Card(), QWidget(), Scrolled()
        # From the whole to its parts: Qt styles a widget again whenever what it lies in is moved.
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, em(self, 1), 0, 0)
        whole.addWidget(scrolled)
        inside = QVBoxLayout(scrolled.inner)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(card)
        card.body.addWidget(
            TurningRow(_line(self.upload), _line(self.switch, self.look, self.export))
        )
        card.body.addLayout(self.below)  # above the list, where a low window shows it too
        card.body.addWidget(self.views, 1)
        self.views.addWidget(files)
        column = QVBoxLayout(files)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.6))
        column.addWidget(TurningRow(search, self._choice))
        column.addWidget(self.table, 1)
        column.addWidget(self.empty, 1)
        self.views.addWidget(self.gallery)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._on_filter_changed)
        self.kind.currentIndexChanged.connect(self._on_filter_changed)
        self.state.currentIndexChanged.connect(self._on_filter_changed)
        self.switch.value_changed.connect(self.views.setCurrentIndex)
        self.look.clicked.connect(self.look_requested)
        self.play.clicked.connect(self.play_requested)
        self.download.clicked.connect(self.download_requested)
        self.table.activated.connect(self.play_requested)
        self.table.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.model.modelReset.connect(self._on_selection_changed)
        self.model.settled.connect(self._on_settled)

    def _on_filter_changed(self, *_: object) -> None:
        kind, state = self.kind.currentData(), self.state.currentData()
        self.model.set_filter(
            self.filter.text(),
            FileKind(kind) if kind else None,
            FileState(state) if state else None,
        )

    def _on_selection_changed(self, *_: object) -> None:
        chosen = self.table.selectionModel().hasSelection()
        for button in (self.play, self.download, self.copy):
            button.setEnabled(chosen)
        for action in (self.open_url, self.slices):
            action.setEnabled(chosen)

    def _on_settled(self) -> None:
        """Count what is shown; while a filter or a sorting is worked out, that is as before."""
        self._show_parts()
        self._tell_count()

    def _tell_count(self) -> None:
        shown, whole = self.model.rowCount(), len(self.model.files)
        self.count.setText(
            self.tr("{0} of {1}").format(shown, whole)
            if self.model.filtered
            else self.tr("1 file")
            if whole == 1
            else self.tr("{0} files").format(whole)
        )


def _role(session: Session) -> str:
    if session.arrival is not None:
        return "" if session.arrival.verdict is Verdict.SAFE else "amber"
    return _ROLES.get(session.uploading, "") if session.uploading else ""


def _menu(button: QPushButton) -> QMenu:
    menu = give_menu(button, QMenu(button))
    menu.setToolTipsVisible(True)
    return menu


def _action(menu: QMenu, text: str, do: Callable[[], object]) -> QAction:
    action = menu.addAction(text)
    action.triggered.connect(lambda _checked: do())
    return action


def _line(*parts: QWidget) -> QWidget:
    whole = QWidget()
    line = QHBoxLayout(whole)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(em(whole, 0.6))
    for part in parts:
        line.addWidget(part)
    return whole
