"""The downloads of a recording: how far they are, what failed, and where the files lie."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from agora_console.services.files.downloads import OPEN, Stage, Transfer
from agora_console.ui.look.icons import tint
from agora_console.ui.look.metrics import em
from agora_console.ui.session.files_words import bytes_text
from agora_console.ui.session.rows_model import Column, RowsModel
from agora_console.ui.session.tables import STRETCH, Table
from agora_console.ui.speech.spoken import said as spoken
from agora_console.ui.widgets.labels import label, restyle

translate = QCoreApplication.translate

_PARTS = 1000


class DownloadsBar(QWidget):
    """Hidden while there is none. `folder_requested` carries the folder of the last file."""

    cancel_requested = Signal()
    again_requested = Signal()
    forget_requested = Signal()
    folder_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._transfers: tuple[Transfer, ...] = ()
        self.sentence = label("", "", wrap=True)
        self.progress = QProgressBar()
        self.cancel = QPushButton(self.tr("Cancel"))
        self.again = QPushButton(self.tr("Go on"))
        self.folder = QPushButton(self.tr("Open folder"))
        self.details = QPushButton(self.tr("Details"))
        self.forget = QPushButton(self.tr("Close"))
        self.model = RowsModel[Transfer](
            (
                Column(self.tr("Name"), lambda each: each.name, lambda each: str(each.target)),
                Column(self.tr("Download"), _words, _words),
            ),
            self,
        )
        self.table = Table(self.model, self.tr("Downloads, file by file"), (22, STRETCH))
        self._prepare()
        self._lay_out()
        self.show_transfers(())

    def show_transfers(self, transfers: Sequence[Transfer]) -> None:
        """Show what was ordered of the session in sight."""
        self._transfers = tuple(transfers)
        self.setVisible(bool(transfers))
        busy = any(each.stage in OPEN for each in transfers)
        stopped = any(each.stage in (Stage.FAILED, Stage.CANCELLED) for each in transfers)
        done = sum(each.done for each in transfers)
        size = sum(max(each.size, each.done) for each in transfers)
        self.progress.setVisible(busy)
        self.progress.setValue(_PARTS * done // size if size else 0)
        self.sentence.setText(downloads_sentence(transfers, done, size))
        restyle(self.sentence, "role", "amber" if stopped and not busy else "")
        self.cancel.setVisible(busy)
        self.again.setVisible(stopped and not busy)
        self.forget.setVisible(not busy)
        self.folder.setEnabled(any(each.stage is Stage.DONE for each in transfers))
        self.model.set_rows(self._transfers)

    def follow_in_tab_order(self, before: QWidget) -> None:
        """Be reached by Tab after `before`, a widget of the same window."""
        for each in (self.details, self.folder, self.again, self.cancel, self.forget, self.table):
            QWidget.setTabOrder(before, each)
            before = each

    def _prepare(self) -> None:
        self.progress.setRange(0, _PARTS)
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(em(self, 0.5))
        self.progress.setAccessibleName(self.tr("Progress of the downloads"))
        self.progress.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.cancel.setToolTip(self.tr("What is here already stays, and can go on later"))
        self.again.setToolTip(self.tr("Fetch what failed or was cancelled, from where it is"))
        self.forget.setToolTip(self.tr("Hide this; the files stay"))
        self.details.setCheckable(True)
        self.details.toggled.connect(self.table.setVisible)
        self.table.setVisible(False)
        self.table.setMaximumHeight(em(self, 11))
        tint(self.folder, "folder")
        self.cancel.clicked.connect(self.cancel_requested)
        self.again.clicked.connect(self.again_requested)
        self.forget.clicked.connect(self.forget_requested)
        self.folder.clicked.connect(self._on_folder_clicked)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(em(self, 0.6))
        line.addWidget(self.sentence, 1)
        for button in (self.details, self.folder, self.again, self.cancel, self.forget):
            line.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.4))
        column.addLayout(line)
        column.addWidget(self.progress)
        column.addWidget(self.table)

    def _on_folder_clicked(self) -> None:
        done = [each.target.parent for each in self._transfers if each.stage is Stage.DONE]
        if done:
            self.folder_requested.emit(str(Path(done[-1])))


def downloads_sentence(transfers: Sequence[Transfer], done: int, size: int) -> str:
    """How far it is, and the first thing that failed."""
    stages = Counter(each.stage for each in transfers)
    said = translate("Downloads", "{0} of {1} files are here, {2} of {3}.").format(
        stages[Stage.DONE], len(transfers), bytes_text(done), bytes_text(size)
    )
    if stages[Stage.CANCELLED]:
        said += " " + translate("Downloads", "Cancelled; it can go on where it was.")
    failed = next((each for each in transfers if each.stage is Stage.FAILED), None)
    if failed is not None:
        said += " " + translate("Downloads", "{0} failed: {1}").format(
            failed.name, spoken(failed.why)
        )
    return said


def _words(transfer: Transfer) -> str:
    match transfer.stage:
        case Stage.WAITING:
            return translate("Downloads", "waits")
        case Stage.RUNNING:
            return translate("Downloads", "{0} of {1}").format(
                bytes_text(transfer.done), bytes_text(transfer.size)
            )
        case Stage.FAILED:
            return spoken(transfer.why)
        case Stage.CANCELLED:
            return translate("Downloads", "cancelled")
    digest = f"SHA-256 {transfer.sha256}"
    if transfer.proved:
        return translate("Downloads", "here; the store's checksum agrees. {0}").format(digest)
    return translate("Downloads", "here; the store has no checksum to compare. {0}").format(digest)
