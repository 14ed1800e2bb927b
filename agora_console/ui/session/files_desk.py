"""What the Files tab asks for: looks, copies, downloads, exports, of the session in sight."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from pydantic import SecretStr
from PySide6.QtCore import QObject, QStandardPaths, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from agora_console.domain.files.file_names import FileKind
from agora_console.domain.files.merging import Film, films
from agora_console.domain.files.rows import FileRow, FileState, collect
from agora_console.domain.problems import Problem, Severity
from agora_console.domain.session import Session
from agora_console.domain.slices import GivingWay
from agora_console.services.files.downloads import Stage
from agora_console.services.files.export import write_export
from agora_console.services.files.playing import address_of, copy_of, needs_copy, with_slices
from agora_console.services.files.snapshots import takes_snapshots
from agora_console.ui.session.downloads_bar import DownloadsBar
from agora_console.ui.session.exporter import Exporter, Wish, export_name
from agora_console.ui.session.files_model import NO_FILES
from agora_console.ui.session.files_tab import FilesTab
from agora_console.ui.session.gallery_desk import GalleryDesk
from agora_console.ui.session.merge_dialog import MergeDialog
from agora_console.ui.session.player import Player
from agora_console.ui.session.player_engine import Engine, qt_engine
from agora_console.ui.slices import Slices
from agora_console.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from agora_console.services.console import Console

T = TypeVar("T")

_MERGE_MS = 100
_ADDRESSES = 1000


class FilesDesk(QObject):
    """Stands between the Files tab and the console; `show_session` brings both together."""

    def __init__(
        self, console: Console, tab: FilesTab, exporter: Exporter, notice: Notice, window: QWidget
    ) -> None:
        super().__init__(window)
        self._console = console
        self._tab = tab
        self._exporter = exporter
        self._notice = notice
        self._window = window
        self._session: Session | None = None
        self._shown: tuple[object, ...] = ()
        self._collecting = Slices(self)
        self._folder = Path(
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
            or Path.home()
        )
        self.dialog: QDialog | None = None
        self.open_url = QDesktopServices.openUrl
        self.make_engine: Callable[[QObject], Engine | None] = qt_engine
        self.bar = DownloadsBar()
        tab.below.addWidget(self.bar)
        self.bar.follow_in_tab_order(tab.export)
        self.gallery = GalleryDesk(console, tab.gallery, notice, self._open_picture, self)
        self._soon = QTimer(self, singleShot=True, interval=_MERGE_MS)
        self._soon.timeout.connect(self._show_transfers)
        self._connect()

    def show_session(self, session: Session, now: float) -> None:
        """Show the files of a session as they are now."""
        other = self._session is None or self._session.id != session.id
        self._session = session
        if other:
            self._close_dialog()
            self._tab.show_files(NO_FILES)
            self._show_transfers()
        self._show_rows(session)
        self._tab.show_gallery(offered=takes_snapshots(session))
        self._tab.show_session(session, now)
        self.gallery.show_session(session, now)
        self._tab.show_looking(
            looking=self._console.arrivals.looking(session.id),
            refused=self._console.recordings.read_only,
        )

    # --- the list ----------------------------------------------------------------

    def _show_rows(self, session: Session) -> None:
        looked = self._console.arrivals.looked(session.id)
        wanted = (session.id, session.sid, session.files, looked)
        if all(a is b for a, b in zip(wanted, self._shown, strict=False)) and self._shown:
            return
        self._shown = wanted
        self._collecting.start(collect(session, looked), self._tab.show_files)

    def _on_look_requested(self) -> None:
        if self._session is not None:
            self._console.arrivals.look_now(self._session.id)
            self._tab.show_looking(
                looking=self._console.arrivals.looking(self._session.id),
                refused=self._console.recordings.read_only,
            )

    # --- copies of names ---------------------------------------------------------

    def _on_copy_requested(self, what: str) -> None:
        chosen = self._tab.chosen
        if self._session is None or not chosen:
            return
        if what == "path":
            paths = map(chosen.path, range(len(chosen)))
            QGuiApplication.clipboard().setText("\n".join(paths))
            return
        self._console.run(
            "file-addresses",
            self._console.buckets.urls(self._session, chosen.names[:_ADDRESSES]),
            lambda urls: QGuiApplication.clipboard().setText("\n".join(urls)),
            self._notice.show_problem,
        )

    def _on_export_requested(self, kind: str) -> None:
        session = self._session
        if session is None:
            return
        if kind != "html":
            looked = self._console.arrivals.looked(session.id)
            self._exporter.ask_where(session, "csv" if kind == "csv" else "json", looked)
            return

        async def write(path: Path) -> None:
            await write_export(path, await self._console.report(session.id))

        name = export_name(session, "report", "html")
        title, subject = self.tr("Save the report"), self.tr("The report")
        self._exporter.ask(Wish(title, "html", name, subject, write))

    # --- a file at work ----------------------------------------------------------

    def _on_play_requested(self) -> None:
        self._open(playing=True)

    def _on_open_requested(self) -> None:
        self._open(playing=False)

    def _open(self, *, playing: bool) -> None:
        session, chosen = self._session, self._tab.chosen
        if session is None or not chosen:
            return
        file = chosen[0]
        copy = copy_of(file.name, self._console.downloads.of(session.id))
        if copy is not None:
            self._show(file, SecretStr(copy.as_uri()), playing=playing)
        elif file.state is not FileState.FOUND and file.entry is None:
            self._tell(self.tr("Nobody has seen {0} in the bucket yet.").format(file.name))
        elif playing and needs_copy(file, local=self._console.buckets.is_local(session)):
            self._tell(
                self.tr("Its slices need signatures of their own, so it plays from a copy."),
                self.tr("Download it with its slices (menu More), then play it."),
            )
        else:
            self._console.run(
                "file-address",
                address_of(self._console.buckets, session, file.name),
                lambda address: self._show(file, address, playing=playing),
                self._notice.show_problem,
            )

    def _open_picture(self, name: str) -> None:
        if self._session is not None:
            self._console.run(
                "file-address",
                address_of(self._console.buckets, self._session, name),
                self._show_address,
                self._notice.show_problem,
            )

    def _show(self, file: FileRow, address: SecretStr, *, playing: bool) -> None:
        """Play it in the window where that can be, else in a program of the system."""
        engine = None
        if playing and file.kind in (FileKind.PLAYLIST, FileKind.MP4, FileKind.SLICE):
            engine = self.make_engine(self)
        if engine is None:
            self._show_address(address)
            return
        self._close_dialog()
        url = QUrl(address.get_secret_value())
        self.dialog = player = Player(engine, file.name, url, self._window, self.open_url)
        player.finished.connect(lambda _: self._on_finished(player))
        player.finished.connect(engine.deleteLater)
        player.open()

    def _show_address(self, address: SecretStr) -> None:
        """Hand it to the system; it is shown and kept nowhere."""
        if not self.open_url(QUrl(address.get_secret_value())):
            self._tell(
                self.tr("No program of this system opens the file."),
                self.tr("Download it and open it from its folder."),
            )

    def _tell(self, sentence: str, action: str = "") -> None:
        self._notice.show_problem(Problem(sentence, Severity.NOTE, action=action))

    # --- downloads ---------------------------------------------------------------

    def download(self, files: Mapping[str, int | None]) -> None:
        """Ask for a folder, then fetch the files, by name and size as far as it is known."""
        if self._session is None or not files:
            return
        self._close_dialog()
        self.dialog = dialog = QFileDialog(self._window, self.tr("Download into a folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, self.tr("Download"))
        dialog.setDirectory(str(self._folder))
        session = self._session
        dialog.fileSelected.connect(lambda path: self._order(session, files, Path(path)))
        dialog.finished.connect(lambda _: self._on_finished(dialog))
        dialog.open()

    def _order(self, session: Session, files: Mapping[str, int | None], folder: Path) -> None:
        self._folder = folder
        sizes = {name: size for name, size in files.items() if size is not None}
        self._console.downloads.order(session, list(files), folder, sizes)

    def _on_download_requested(self) -> None:
        chosen = self._tab.chosen
        self.download(dict(zip(chosen.names, chosen.sizes, strict=True)))

    def _on_slices_requested(self) -> None:
        chosen = list(self._tab.chosen)

        def fetch(rows: Sequence[FileRow]) -> None:
            self.download({each.name: each.size for each in rows})

        self._with_rows("file-slices", lambda rows: with_slices(chosen, rows), fetch)

    def _on_merge_requested(self) -> None:
        if (session := self._session) is not None:
            self._with_rows(
                "file-films",
                lambda rows: films(rows, session.sid),
                lambda made: self._merge(session, made),
            )

    def _with_rows(
        self, name: str, work: Callable[[Sequence[FileRow]], T], done: Callable[[T], None]
    ) -> None:
        """Do what reads every row in another thread; drop it when another session is in sight."""
        files, session = self._tab.model.files, self._session

        def whole() -> T:
            return work(list(map(GivingWay(), files)))

        def ended(result: T) -> None:
            if session is not None and self._session is not None and self._session.id == session.id:
                done(result)

        self._console.run(name, asyncio.to_thread(whole), ended, self._notice.show_problem)

    def _merge(self, session: Session, made: tuple[Film, ...]) -> None:
        if not made:
            self._tell(
                self.tr("No slice of this recording was seen in the bucket."),
                self.tr("Look in the bucket first."),
            )
            return
        self._close_dialog()
        dialog = MergeDialog(self._console, session, made, self._folder, self._window)
        dialog.folder_chosen.connect(self._on_folder_chosen)
        dialog.finished.connect(lambda _: self._on_finished(dialog))
        self.dialog = dialog
        dialog.open()

    def _on_folder_chosen(self, path: str) -> None:
        self._folder = Path(path)

    def _on_again_requested(self) -> None:
        if self._session is None:
            return
        for each in self._console.downloads.of(self._session.id):
            if each.stage in (Stage.FAILED, Stage.CANCELLED):
                folder, sizes = each.target.parent, {each.name: each.size}
                self._console.downloads.order(self._session, [each.name], folder, sizes)

    def _on_cancel_requested(self) -> None:
        if self._session is not None:
            self._console.downloads.cancel(self._session.id)

    def _on_forget_requested(self) -> None:
        if self._session is not None:
            self._console.downloads.forget(self._session.id)

    def _on_moved(self, session_id: str) -> None:
        if self._session is not None and session_id == self._session.id:
            self._soon.start()

    def _show_transfers(self) -> None:
        if self._session is not None:
            self.bar.show_transfers(self._console.downloads.of(self._session.id))

    def _on_finished(self, dialog: QDialog) -> None:
        if self.dialog is dialog:
            self.dialog = None
        dialog.deleteLater()

    def _close_dialog(self) -> None:
        if self.dialog is not None:
            self.dialog.reject()

    # --- parts -------------------------------------------------------------------

    def _connect(self) -> None:
        tab, bar = self._tab, self.bar
        tab.look_requested.connect(self._on_look_requested)
        tab.export_requested.connect(self._on_export_requested)
        tab.copy_requested.connect(self._on_copy_requested)
        tab.open_requested.connect(self._on_open_requested)
        tab.play_requested.connect(self._on_play_requested)
        tab.download_requested.connect(self._on_download_requested)
        tab.slices_requested.connect(self._on_slices_requested)
        tab.merge_requested.connect(self._on_merge_requested)
        bar.cancel_requested.connect(self._on_cancel_requested)
        bar.again_requested.connect(self._on_again_requested)
        bar.forget_requested.connect(self._on_forget_requested)
        bar.folder_requested.connect(lambda path: self.open_url(QUrl.fromLocalFile(path)))
        self.destroyed.connect(self._console.downloads.changed.subscribe(self._on_moved))
