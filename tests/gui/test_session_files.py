"""The Files tab at work: what is expected, copies of names and addresses, downloads, opening."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import Mock

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QLoggingCategory, QObject, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QImage, QPainter
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from agora_console.domain.files.rows import Looked
from agora_console.domain.session import Session
from agora_console.services.files.downloads import Stage as At
from agora_console.services.files.downloads import Transfer
from agora_console.simulator.media.picture import picture
from agora_console.ui.look.theme import Theme
from agora_console.ui.session.downloads_bar import downloads_sentence
from agora_console.ui.session.merge_dialog import MergeDialog
from agora_console.ui.session.page import SessionPage
from agora_console.ui.session.player import Player
from agora_console.ui.session.player_engine import Engine, qt_engine
from agora_console.ui.session.thumbs import Thumbs
from tests.gui import session_stage as stage
from tests.gui.session_stage import SID, Stage

LIST = f"{SID}_keynote-a.m3u8"
MOVIE = f"{SID}_keynote-a_0.mp4"
Mode = QIcon.Mode
SLICE = f"{SID}_keynote-a_20260921141508000.ts"


def opened(qtbot: QtBot, theme: Theme, on: Stage) -> SessionPage:
    with theme.bare():
        page = SessionPage(on.console, theme)
    qtbot.addWidget(page)
    page.papers.files_desk.make_engine = lambda _: None
    page.show_session("s-1")
    page.show_tab(page.files)
    with qtbot.waitExposed(page):
        page.show()
    return page


def cells(page: SessionPage, column: int) -> list[Any]:
    model = page.files.model
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_expected_files_are_shown_as_such_until_somebody_has_seen_them(
    qtbot: QtBot, theme: Theme
) -> None:
    on = Stage(stage.unconfirmed())
    page = opened(qtbot, theme, on)
    assert cells(page, 0) == [LIST, MOVIE]
    assert cells(page, 7) == ["predicted", "predicted"]
    assert "No file yet" in page.files.upload.text()
    page.apply(on.tick(stage.recording()))
    assert cells(page, 7) == ["listed", "listed"]
    on.arrivals.known = Looked({LIST: 100, SLICE: 0}, frozenset({SLICE}))
    page.apply(on.tick(stage.recording()))
    assert cells(page, 0) == [LIST, MOVIE, SLICE]
    assert cells(page, 7) == ["in bucket", "not there", "empty"]
    page.files.kind.setCurrentIndex(page.files.kind.findText("slice"))
    assert (cells(page, 0), page.files.count.text()) == ([SLICE], "1 of 3")
    page.files.kind.setCurrentIndex(0)
    page.files.state.setCurrentIndex(page.files.state.findText("in bucket"))
    assert cells(page, 0) == [LIST]
    many = {f"{SID}_keynote-a_2026092114{n // 60:02}{n % 60:02}000.ts": 9 for n in range(600)}
    on.arrivals.known = Looked(many)
    page.files.state.setCurrentIndex(0)
    page.apply(on.tick())
    assert page.files.count.text() == "602 files"


def test_paths_and_addresses_are_copied_and_nothing_else(qtbot: QtBot, theme: Theme) -> None:
    page = opened(qtbot, theme, Stage(stage.files_listed()))
    assert not page.files.copy.isEnabled()
    page.files.table.selectAll()
    page.files.copy_path.trigger()
    assert QGuiApplication.clipboard().text() == f"shows/{LIST}\nshows/{MOVIE}"
    page.files.copy_url.trigger()
    urls = "\n".join(f"https://bucket.example/{name}" for name in (LIST, MOVIE))
    assert QGuiApplication.clipboard().text() == urls


def test_files_are_downloaded_into_a_chosen_folder_and_opened_from_there(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    on = Stage(stage.files_listed())
    page = opened(qtbot, theme, on)
    desk, bar = page.papers.files_desk, page.papers.files_desk.bar
    seen: list[QUrl] = []

    def take(url: QUrl | str) -> bool:
        seen.append(QUrl(url))
        return True

    desk.open_url = take
    page.files.table.selectRow(1)
    page.files.play.click()
    told = page.notice.problem()
    assert told is not None
    assert told.sentence == "The console cannot look into this bucket."
    on.buckets.folder = tmp_path / "bucket"
    on.buckets.folder.mkdir()
    (on.buckets.folder / MOVIE).write_bytes(b"movie")
    on.arrivals.known = Looked({MOVIE: 5})
    page.apply(on.tick())
    page.files.play.click()
    assert Path(seen.pop().toLocalFile()).parent == on.buckets.folder
    assert not bar.isVisible()

    async def fetch() -> None:
        page.files.table.selectAll()
        page.files.download.click()
        assert isinstance(desk.dialog, QFileDialog)
        desk.dialog.fileSelected.emit(str(tmp_path / "here"))
        await on.downloads.ended("s-1")

    asyncio.run(fetch())
    qtbot.waitUntil(bar.isVisible)
    assert page.files.export.nextInFocusChain() is bar.details  # as it is seen
    assert bar.mapTo(page, QPoint()).y() < page.files.table.mapTo(page, QPoint()).y()
    assert (tmp_path / "here" / MOVIE).read_bytes() == b"movie"
    qtbot.waitUntil(lambda: "1 of 2 files are here" in bar.sentence.text())
    assert f"{LIST} failed: The object is not there." in bar.sentence.text()
    assert not bar.cancel.isVisible()
    bar.details.click()
    assert "SHA-256" in bar.model.index(1, 1).data()
    page.files.table.selectRow(1)
    page.files.open_url.trigger()
    assert Path(seen.pop().toLocalFile()) == tmp_path / "here" / MOVIE
    bar.folder.click()
    assert Path(seen.pop().toLocalFile()) == tmp_path / "here"
    (on.buckets.folder / LIST).write_bytes(b"#EXTM3U")

    async def go_on() -> None:
        bar.again.click()
        await on.downloads.ended("s-1")

    asyncio.run(go_on())
    qtbot.waitUntil(lambda: "2 of 2 files are here" in bar.sentence.text())
    bar.forget.click()
    qtbot.waitUntil(lambda: not bar.isVisible())


def test_what_nobody_has_seen_is_not_opened_and_a_playlist_plays_from_a_copy(
    qtbot: QtBot, theme: Theme
) -> None:
    page = opened(qtbot, theme, Stage(stage.unconfirmed()))
    page.files.table.selectRow(0)
    page.files.play.click()
    told = page.notice.problem()
    assert told is not None
    assert told.sentence == f"Nobody has seen {LIST} in the bucket yet."
    other: Session = stage.files_listed()
    page = opened(qtbot, theme, Stage(other))
    page.files.table.selectRow(0)
    page.files.table.activated.emit(page.files.model.index(0, 0))
    told = page.notice.problem()
    assert told is not None
    assert "plays from a copy" in told.sentence


def test_a_cancelled_download_says_that_it_can_go_on() -> None:
    cut = Transfer("a", Path("a"), At.CANCELLED, done=5, size=10)
    assert downloads_sentence([cut], 5, 10) == (
        "0 of 1 files are here, 5 B of 10 B. Cancelled; it can go on where it was."
    )


def test_slices_are_merged_by_a_command_that_is_shown(
    qtbot: QtBot, theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))  # without ffmpeg
    on = Stage(stage.files_listed())
    page = opened(qtbot, theme, on)
    page.files.merge.trigger()
    told = page.notice.problem()
    assert told is not None
    assert told.sentence == "No slice of this recording was seen in the bucket."
    on.buckets.folder = tmp_path / "bucket"
    on.buckets.folder.mkdir()
    (on.buckets.folder / SLICE).write_bytes(b"slice")
    on.arrivals.known = Looked({SLICE: 5})
    page.apply(on.tick())
    page.files.merge.trigger()
    dialog = page.papers.files_desk.dialog
    assert isinstance(dialog, MergeDialog)
    assert dialog.film.currentText() == "Everybody: 1 slice, 5 B"
    assert "no ffmpeg in the PATH" in dialog.program.text()
    dialog.copy.click()
    assert QGuiApplication.clipboard().text().startswith("ffmpeg -hide_banner")
    dialog.choose.click()
    assert dialog.dialog is not None
    dialog.dialog.fileSelected.emit(str(tmp_path / "here"))
    dialog.dialog.reject()

    async def merge() -> None:
        dialog.begin.click()
        await on.merging.ended("s-1")

    asyncio.run(merge())
    qtbot.waitUntil(lambda: "Run the command in that folder" in dialog.sentence.text())
    assert (tmp_path / "here" / SLICE).exists()
    assert dialog.begin.isEnabled()
    dialog.cancel.click()
    assert page.papers.files_desk.dialog is None


def jpeg(shade: int, detail: int) -> bytes:
    """A picture of one shade, with a stripe that moves."""
    image = QImage(640, 360, QImage.Format.Format_RGB32)
    image.fill(QColor(shade, shade, shade))
    painter = QPainter(image)
    painter.fillRect(detail * 60, 0, 40, 360 if shade else 0, QColor("red"))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def test_the_gallery_shows_the_latest_of_each_person_and_what_is_wrong_with_it(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    session = stage.recording(mode="individual", config=stage.SNAPSHOTS, files=())
    on = Stage(session, now=stage.BEGIN + 20.0)
    on.buckets.folder = tmp_path
    begin = f"{SID}_keynote-a__uid_s_"
    for number in range(4):
        end = f"__uid_e_video_202609211413{20 + 5 * number}000.jpg"
        (tmp_path / f"{begin}7{end}").write_bytes(jpeg(100, number))
        (tmp_path / f"{begin}8{end}").write_bytes(jpeg(0, number))
        (tmp_path / f"{begin}9{end}").write_bytes(jpeg(90, 1))
        (tmp_path / f"{begin}10{end}").write_bytes(b"no picture")
        (tmp_path / f"{begin}11{end}").write_bytes(picture(number))
    page = opened(qtbot, theme, on)
    gallery = page.files.gallery
    seen: list[str] = []

    def take(url: QUrl | str) -> bool:
        seen.append(QUrl(url).fileName())
        return True

    page.papers.files_desk.open_url = take
    assert page.files.switch.isVisible()

    async def look() -> None:
        loaded = asyncio.Event()
        on.holding = True
        stop = on.snapshots.changed.subscribe(lambda _: loaded.set())
        page.files.switch.set_value(1)
        assert gallery.sentence.text() == "Nobody has looked for snapshots in the bucket yet."
        await loaded.wait()
        stop()
        await on.finish_here()
        page.files.switch.set_value(0)
        await on.tasks.close()

    asyncio.run(look())
    words = [gallery.people.item(row).text() for row in range(gallery.people.count())]
    assert gallery.sentence.text() == "Snapshots: 20. People: 5. Black, frozen or unreadable: 3."
    assert words == [
        "UID 7, 5 s ago",
        "UID 8, 5 s ago\nBLACK",
        "UID 9, 5 s ago\nFROZEN?",
        "UID 10, 5 s ago\nUNREADABLE",
        "UID 11, 5 s ago",
    ]
    icons = [gallery.people.item(row).icon().isNull() for row in range(5)]
    assert icons == [False, False, False, True, False]
    icon = gallery.people.item(0).icon()
    plain, chosen = (icon.pixmap(96, mode=each).toImage() for each in (Mode.Normal, Mode.Selected))
    assert plain == chosen  # no tint over what is looked at
    assert gallery.times.count() == 4
    assert gallery.which.text() == "UID 7, latest first"
    on.holding = False
    gallery.people.itemActivated.emit(gallery.people.item(1))
    assert seen == [f"{begin}8__uid_e_video_20260921141335000.jpg"]


def test_only_so_many_small_pictures_are_kept(qapp: QApplication) -> None:
    async def put() -> Thumbs:
        thumbs = Thumbs(2)
        for name in "abc":
            await thumbs.put(name, jpeg(100, 1))
        return thumbs

    thumbs = asyncio.run(put())
    assert thumbs.get("a") is None
    kept = thumbs.get("c")
    assert kept is not None
    assert (kept.image.width(), kept.image.height(), len(kept.shades)) == (192, 108, 32 * 24)


class Reel(Engine):
    """An engine that plays nothing, and writes down what it is told."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.picture = QWidget()
        self.told: list[Any] = []

    def load(self, address: QUrl) -> None:
        self.told.append(address.fileName())

    def play(self) -> None:
        self.told.append("play")
        self.playing_changed.emit(True)

    def pause(self) -> None:
        self.told.append("pause")
        self.playing_changed.emit(False)

    def seek(self, at: int) -> None:
        self.told.append(at)

    def stop(self) -> None:
        self.told.append("stop")


def test_a_film_plays_in_the_window_by_keys_where_qt_can(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    on = Stage(stage.files_listed())
    on.buckets.folder = tmp_path
    page = opened(qtbot, theme, on)
    desk = page.papers.files_desk
    reels: list[Reel] = []

    def make(parent: QObject) -> Engine:
        reels.append(Reel(parent))
        return reels[0]

    desk.make_engine = make
    seen: list[str] = []

    def take(url: QUrl | str) -> bool:
        seen.append(QUrl(url).fileName())
        return True

    desk.open_url = take
    page.files.table.selectRow(1)
    page.files.play.click()
    player, (reel,) = desk.dialog, reels
    assert isinstance(player, Player)
    assert reel.told == [MOVIE, "play"]
    assert player.play.text() == "Pause"
    assert "Opening" in player.problem.text()
    reel.length_known.emit(120_000)
    assert not player.problem.isVisible()
    reel.moved.emit(30_000)
    assert player.time.text() == "00:00:30 / 00:02:00"
    qtbot.keyClick(player.where, Qt.Key.Key_Right)
    qtbot.keyClick(player.where, Qt.Key.Key_PageUp)
    qtbot.keyClick(player.where, Qt.Key.Key_Space)
    assert reel.told[2:] == [35_000, 95_000, "pause"]
    player.quiet.timeout.emit()
    assert "Nothing of the film has come" in player.problem.text()
    reel.moved.emit(31_000)
    assert not player.problem.isVisible()
    reel.failed.emit(True)
    assert "The rest of the film cannot be read" in player.problem.text()
    reel.failed.emit(False)
    assert "The rest" in player.problem.text()  # the first reason is the one that counts
    player.outside.click()
    assert seen == [MOVIE]
    player.reject()
    assert reel.told[-1] == "stop"
    assert desk.dialog is None
    if qt_engine(page) is not None:  # it would print the address of what it plays
        assert not QLoggingCategory(b"qt.multimedia.ffmpeg").isInfoEnabled()


def test_without_its_plugin_qt_plays_nothing_and_the_system_is_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    player = Mock()
    player.isAvailable.return_value = False
    media = SimpleNamespace(QMediaPlayer=lambda: player)
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", media)
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimediaWidgets", SimpleNamespace())
    assert qt_engine(QObject()) is None
    player.deleteLater.assert_called_once_with()
