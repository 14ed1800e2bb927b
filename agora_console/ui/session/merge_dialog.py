"""Merge: which film, where, by which command; then how far it is and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from agora_console.domain.files.merging import Film, command, shown
from agora_console.domain.session import Session
from agora_console.services.files.merging import ENDED, Merge, MergeStage, find_ffmpeg
from agora_console.ui.look.icons import tint
from agora_console.ui.look.metrics import em, mono
from agora_console.ui.look.times import elapsed
from agora_console.ui.session.files_words import bytes_text
from agora_console.ui.speech.spoken import said
from agora_console.ui.widgets.labels import label, restyle

if TYPE_CHECKING:
    from agora_console.services.console import Console

_PARTS = 1000
_MERGE_MS = 100


class MergeDialog(QDialog):
    """Makes one of `films` of a session. `folder_chosen` carries the folder that was taken."""

    folder_chosen = Signal(str)

    def __init__(
        self,
        console: Console,
        session: Session,
        films: Sequence[Film],
        folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Merge into one film"))
        self._console = console
        self._session = session
        self._films = tuple(films)
        self._folder = folder
        self._program = find_ffmpeg()
        self.film = QComboBox()
        self.folder = label("", "", wrap=True)
        self.choose = QPushButton(self.tr("Choose folder…"))
        self.program = label(self._program_sentence(), "muted", wrap=True)
        self.command = QPlainTextEdit()
        self.copy = QPushButton(self.tr("Copy command"))
        self.progress = QProgressBar()
        self.sentence = label("", "", wrap=True)
        self.begin = QPushButton(
            self.tr("Download and merge") if self._program else self.tr("Download for the command")
        )
        self.cancel = QPushButton(self.tr("Cancel"))
        self.open_film = QPushButton(self.tr("Open film"))
        self.dialog: QFileDialog | None = None
        self.open_url = QDesktopServices.openUrl
        self._soon = QTimer(self, singleShot=True, interval=_MERGE_MS)
        self._soon.timeout.connect(self._show_merge)
        self._prepare()
        self._lay_out()
        self._connect()
        self._show_film()
        self._show_merge()

    def _program_sentence(self) -> str:
        if self._program:
            return self.tr("Made by {0}. Nothing is encoded again.").format(self._program)
        return self.tr(
            "There is no ffmpeg in the PATH of this machine. Install it, or run the command "
            "elsewhere in the folder with the downloaded files."
        )

    def _chosen(self) -> Film:
        return self._films[max(0, self.film.currentIndex())]

    def _show_film(self) -> None:
        film = self._chosen()
        self.folder.setText(str(self._folder))
        args = command(film, f"{film.stem}.{film.ending}", self._program or "ffmpeg")
        self.command.setPlainText(shown(args))

    def _show_merge(self) -> None:
        merge = self._console.merging.of(self._session.id)
        busy = merge is not None and merge.stage not in ENDED
        for part in (self.film, self.choose):
            part.setEnabled(not busy)
        self.begin.setEnabled(not busy)
        self.cancel.setText(self.tr("Cancel") if busy else self.tr("Close"))
        self.progress.setVisible(busy)
        self.open_film.setVisible(
            merge is not None and merge.stage is MergeStage.DONE and merge.output.exists()
        )
        self.sentence.setVisible(merge is not None)
        if merge is None:
            return
        self.sentence.setText(self._words(merge))
        bad = merge.stage in (MergeStage.FAILED, MergeStage.CANCELLED)
        restyle(self.sentence, "role", "amber" if bad else "")
        self.progress.setValue(self._share(merge))

    def _share(self, merge: Merge) -> int:
        if merge.stage is MergeStage.FETCHING:
            known = self._console.downloads.of(self._session.id)
            size = sum(max(each.size, each.done) for each in known)
            return _PARTS * sum(each.done for each in known) // size if size else 0
        return int(min(1.0, merge.done / merge.seconds) * _PARTS) if merge.seconds else 0

    def _words(self, merge: Merge) -> str:
        match merge.stage:
            case MergeStage.FETCHING:
                return self.tr("Fetching the slices into the folder.")
            case MergeStage.MERGING:
                return self.tr("Merging: {0} of {1}.").format(
                    elapsed(merge.done), elapsed(merge.seconds)
                )
            case MergeStage.CHECKING:
                return self.tr("Reading the film through.")
            case MergeStage.DONE:
                name = merge.output.name if merge.output.exists() else ""
                return f"{name}: {said(merge.said)}" if name else said(merge.said)
            case MergeStage.CANCELLED:
                return self.tr("Cancelled. What was downloaded stays, and no half film is left.")
        return "\n".join((said(merge.said), *merge.lines[-3:]))

    # --- what is asked for -------------------------------------------------------

    def _on_begin_clicked(self) -> None:
        self._console.merging.order(self._session, self._chosen(), self._folder, self._program)

    def _on_cancel_clicked(self) -> None:
        merge = self._console.merging.of(self._session.id)
        if merge is not None and merge.stage not in ENDED:
            self._console.merging.cancel(self._session.id)
        else:
            self.reject()

    def _on_choose_clicked(self) -> None:
        dialog = self.dialog = QFileDialog(self, self.tr("Merge in a folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setDirectory(str(self._folder))
        dialog.fileSelected.connect(self._on_folder_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_folder_chosen(self, path: str) -> None:
        self._folder = Path(path)
        self._show_film()
        self.folder_chosen.emit(path)

    def _on_open_clicked(self) -> None:
        merge = self._console.merging.of(self._session.id)
        if merge is not None:
            self.open_url(QUrl.fromLocalFile(str(merge.output)))

    def _on_moved(self, session_id: str) -> None:
        if session_id == self._session.id:
            self._soon.start()

    # --- parts -------------------------------------------------------------------

    def _prepare(self) -> None:
        for film in self._films:
            who = (
                self.tr("Everybody")
                if film.uid in ("", "0")
                else self.tr("UID {0}").format(film.uid)
            )
            number = sum(len(track.slices) for track in film.tracks)
            slices = self.tr("1 slice") if number == 1 else self.tr("{0} slices").format(number)
            size = bytes_text(sum(each.size or 0 for each in film.files))
            self.film.addItem(self.tr("{0}: {1}, {2}").format(who, slices, size))
        self.film.setAccessibleName(self.tr("What is merged"))
        self.command.setReadOnly(True)
        self.command.setTabChangesFocus(True)
        self.command.setFont(mono(self.font(), 0.92))
        self.command.setMaximumHeight(em(self, 8))
        self.command.setAccessibleName(self.tr("The command"))
        self.progress.setRange(0, _PARTS)
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(em(self, 0.5))
        self.progress.setAccessibleName(self.tr("Progress of the merge"))
        self.begin.setProperty("kind", "primary")
        self.begin.setDefault(True)
        tint(self.copy, "copy")
        tint(self.choose, "folder")

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("What"), self.film)
        where = QHBoxLayout()
        where.addWidget(self.folder, 1)
        where.addWidget(self.choose)
        form.addRow(self.tr("Folder"), where)
        form.addRow(self.tr("Command"), self.command)
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy)
        buttons.addStretch(1)
        for button in (self.open_film, self.cancel, self.begin):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setSpacing(em(self, 0.8))
        column.addLayout(form)
        column.addWidget(self.program)
        column.addWidget(self.sentence)
        column.addWidget(self.progress)
        column.addStretch(1)
        column.addLayout(buttons)
        self.setMinimumWidth(em(self, 44))

    def _connect(self) -> None:
        self.film.currentIndexChanged.connect(self._show_film)
        self.choose.clicked.connect(self._on_choose_clicked)
        self.begin.clicked.connect(self._on_begin_clicked)
        self.cancel.clicked.connect(self._on_cancel_clicked)
        self.open_film.clicked.connect(self._on_open_clicked)
        self.copy.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(self.command.toPlainText())
        )
        for unsubscribe in (
            self._console.merging.changed.subscribe(self._on_moved),
            self._console.downloads.changed.subscribe(self._on_moved),
        ):
            self.destroyed.connect(unsubscribe)
