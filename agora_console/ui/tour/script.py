"""The tour's two acts: up to leaving while it records; then finding it again, and stop."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit

from agora_console.domain.codes import status_meaning
from agora_console.domain.session import Session
from agora_console.domain.states import look
from agora_console.ui.look.theme import Theme
from agora_console.ui.tour.hands import Hands, TourError

if TYPE_CHECKING:
    from agora_console.services.console import Console
    from agora_console.ui.window import MainWindow

CHANNEL = "town-hall"
SIZE = (1280, 800)

SETTLE = 0.1
"""Seconds of real time in which the last change finds its place before a picture is taken."""

Say = Callable[[str], None]
Script = Callable[["MainWindow", "Console"], Awaitable[None]]


class Tour:
    """Drives the window; `say` takes a line of text, `shots` is where a picture a step goes."""

    def __init__(self, theme: Theme, shots: Path | None, say: Say) -> None:
        self._theme = theme
        self._shots = shots
        self._say = say
        self._session_id = ""
        self._answered_at = 0.0
        self._status: tuple[object, ...] = ()
        QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)

    def scripts(self) -> Sequence[Script]:
        """One script for each time that the window is opened."""
        return (self._record_and_leave, self._find_and_stop)

    # --- the first window ------------------------------------------------------------

    async def _record_and_leave(self, window: MainWindow, console: Console) -> None:
        hands = self._begin(window, console)
        self._choose_channel_and_mode(hands)
        await self._shoot(window, "1-channel-and-mode")
        self._choose_individual(hands)
        await self._shoot(window, "2-individual")
        await self._choose_picture(hands)
        await self._shoot(window, "2-picture-and-layout")
        self._choose_files_and_storage(hands)
        await self._shoot(window, "3-files-and-storage")
        await self._start(hands, console)
        await self._shoot(window, "4-started")
        await self._watch(hands, console)
        await self._shoot(window, "5-recording")
        await self._send_layout(hands, console)
        await self._shoot(window, "6-layout-on-air")
        await self._leave(hands, window, console)

    def _begin(self, window: MainWindow, console: Console) -> Hands:
        window.resize(*SIZE)
        console.recordings.changed.subscribe(lambda session: self._on_changed(session, console))
        return Hands(window)

    def _choose_channel_and_mode(self, hands: Hands) -> None:
        self._say("1  channel, recorder UID and mode")
        hands.press("New recording")  # something of an earlier run may be in front
        hands.type_into("Channel name", CHANNEL)
        hands.press("Take an unused recorder UID")
        uid = hands.find(QLineEdit, "Recorder UID").text()
        self._say(f"   {CHANNEL}, recorder UID {uid}")

    def _choose_individual(self, hands: Hands) -> None:
        self._say("2  individual: streams and snapshots")
        hands.press("Recording mode: Individual")
        hands.press("Record: Video")
        hands.press("Take JPEG snapshots of everybody")
        hands.type_into("Snapshot interval", "30")

    async def _choose_picture(self, hands: Hands) -> None:
        self._say("   mix: picture and layout")
        hands.press("Recording mode: Composite (mix)")
        await asyncio.sleep(SETTLE)  # its cards were not in sight, and find their places first
        hands.press("Record: Audio + video")
        hands.type_into("Width in pixels", "1280")
        hands.type_into("Height in pixels", "720")
        hands.pick("Frame rate", "30 fps")
        hands.type_into("Bitrate", "3420")
        for layout in ("Floating", "Custom", "Vertical"):
            hands.press(f"Layout: {layout}")
        hands.type_into("Large UID", "1001")
        hands.press("Layout: Best fit")
        hands.type_into("Background", "#101828")

    def _choose_files_and_storage(self, hands: Hands) -> None:
        self._say("3  idle time, file types, storage")
        hands.type_into("Leave when idle", "300")
        hands.press("File type: HLS + MP4")
        hands.pick("Target", "Demo bucket")

    async def _start(self, hands: Hands, console: Console) -> None:
        self._say("4  Start, once")
        hands.press("Start recording")
        await hands.until(lambda: bool(console.recordings.sessions()), "nothing was started")
        self._session_id = console.recordings.sessions()[-1].id
        await hands.until(
            lambda: bool(self._session(console).sid) or self._session(console).over,
            "no sid came",
        )
        session = self._session(console)
        if not session.sid:
            raise TourError(session.cause)
        self._say(f"   sid {session.sid}")
        self._say(f"   resourceId {session.resource_id}")

    async def _watch(self, hands: Hands, console: Console) -> None:
        self._say("5  the query status, live")
        await hands.until(
            lambda: self._session(console).last_status == 5 and bool(self._session(console).files),
            "status 5 never came",
        )

    async def _send_layout(self, hands: Hands, console: Console) -> None:
        self._say("6  another layout while it runs")
        hands.open_tab("Layout")
        hands.press("Layout: Vertical")
        hands.type_into("Large UID", "1001")
        hands.press("Take")
        await hands.until(
            lambda: self._session(console).layout_at is not None, "the layout was not accepted"
        )
        self._say("   accepted, whole")

    async def _leave(self, hands: Hands, window: MainWindow, console: Console) -> None:
        self._say("8  close the window while it records")
        window.close()
        await hands.until(lambda: _dialog(window) is not None, "nobody asked")
        dialog = _dialog(window)
        assert dialog is not None
        await self._shoot(dialog, "8-leave-running")
        self._answered_at = self._session(console).last_status_at or 0.0
        Hands(dialog).press("Leave running")

    # --- the second window -----------------------------------------------------------

    async def _find_and_stop(self, window: MainWindow, console: Console) -> None:
        hands = self._begin(window, console)
        self._say("   opened again")
        await hands.until(
            lambda: (self._session(console).last_status_at or 0.0) > self._answered_at,
            "the recording was not asked again",
        )
        self._say("   the recording is still there and watched")
        await self._shoot(window, "8-found-again")
        await self._stop(hands, console)
        hands.open_tab("Files")
        await self._shoot(window, "7-files")
        await self._export(hands, window, "csv")
        await self._export(hands, window, "json")
        window.close()
        dialog = _dialog(window)
        if dialog is not None:  # something of an earlier run records, and goes on
            Hands(dialog).press("Leave running")

    async def _stop(self, hands: Hands, console: Console) -> None:
        self._say("7  hold to stop, and the files")
        await hands.hold("Hold to stop", lambda: self._session(console).stop_sent_at is not None)
        await hands.until(lambda: self._session(console).over, "the recording did not end")
        session = self._session(console)
        uploading = session.uploading.value if session.uploading else "not said"
        self._say(f"   uploading status: {uploading}")
        for file in session.files:
            self._say(f"   {file.file_name}  {file.track_type}  uid {file.uid}")
        if not session.files:
            raise TourError("no file was listed")

    async def _export(self, hands: Hands, window: MainWindow, kind: str) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, f"files.{kind}")
            hands.choose("Export", f"File list as {kind.upper()}…")
            await hands.until(lambda: _dialog(window) is not None, "nobody asked where")
            dialog = _dialog(window)
            if not isinstance(dialog, QFileDialog):
                raise TourError("the question where to save did not come")
            line = dialog.findChild(QLineEdit, "fileNameEdit")
            assert line is not None
            line.setText(str(path))
            QTest.keyClick(line, Qt.Key.Key_Return)
            await hands.until(path.exists, f"{path.name} was not written")
            self._say(f"   exported {path.name}")

    # --- both ------------------------------------------------------------------------

    def _session(self, console: Console) -> Session:
        session = console.recordings.get(self._session_id)
        if session is None:
            raise TourError("the recording is not in the list")
        return session

    def _on_changed(self, session: Session, console: Console) -> None:
        now = (session.phase, session.last_status)
        if session.id != self._session_id or now == self._status:
            return
        self._status = now
        shown = look(session, console.clock.now())
        status = ""
        if session.last_status is not None:
            status = f"status {session.last_status}, {status_meaning(session.last_status).word}"
        self._say("   " + " · ".join(part for part in (shown.word, status) if part))

    async def _shoot(self, what: MainWindow | QDialog, name: str) -> None:
        if self._shots is None:
            return
        await asyncio.sleep(SETTLE)
        self._shots.mkdir(parents=True, exist_ok=True)
        path = self._shots / f"{name}.png"
        if not what.grab().save(str(path)):
            raise TourError(f"{path} could not be written")


def _dialog(window: MainWindow) -> QDialog | None:
    """The dialog that is open over the window."""
    return next((each for each in window.findChildren(QDialog) if each.isVisible()), None)
