"""Files, the clipboard, drops and tickets: everything goes to where it belongs, or says why not."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from agora_console.domain.intake.ticket import Ticket, make_ticket
from agora_console.domain.intake.ticket_text import ticket_line
from agora_console.domain.problems import Problem
from agora_console.domain.session import Phase, Session
from agora_console.services.failures import problem_of
from agora_console.services.start.orders import RefusedError
from agora_console.ui.dialogs.adopt_dialog import AdoptDialog
from agora_console.ui.window import MainWindow
from tests.gui import session_stage
from tests.gui.chrome_stage import WindowConsole, WindowRecordings, session
from tests.gui.draft_stand_in import PROJECT, dark_theme
from tests.gui.whole_window import space, whole_window

SECRET = "SECRET9x9"
BODY = {
    "cname": "keynote",
    "uid": "4711",
    "clientRequest": {
        "token": SECRET,
        "recordingConfig": {"channelType": 1},
        "storageConfig": {"vendor": 1, "region": 0, "bucket": "b", "secretKey": SECRET},
    },
}
CURL = (
    "curl -X POST https://api.agora.io/v1/apps/a/cloud_recording/resourceid/r/mode/mix/start "
    f"-u id:{SECRET} -d '{json.dumps(BODY)}'"
)
IDS = {
    "sid": "5" * 32,
    "resourceId": "r" * 40,
    "cname": "elsewhere",
    "uid": "77",
    "mode": "individual",
    "appId": PROJECT.app_id,
}
TICKET = make_ticket(IDS, typed=False)
COPY = Qt.DropAction.CopyAction
CTRL = Qt.KeyboardModifier.ControlModifier


class Adopting(WindowRecordings):
    """A recording that is taken over answers as it is told to."""

    answer: Session | Exception = session_stage.recording()
    refusal: Exception | None = None

    async def adopt_ticket(self, ticket: Ticket, project_id: str, *, at_once: bool = True) -> str:
        self.wishes.append(("adopt", ticket, project_id, at_once))
        if self.refusal is not None:
            raise self.refusal
        self.put(session("taken", session_stage.unknown(), cname=ticket.cname, uid=ticket.uid))
        return "taken"

    async def ask(self, session_id: str) -> Session:
        if isinstance(self.answer, Exception):
            raise self.answer
        self.put(session("taken", self.answer, cname="elsewhere", uid="77"))
        return self.known["taken"]

    async def recover(self, session_id: str) -> Session:
        self.wishes.append(("recover", session_id))
        if isinstance(self.answer, Exception):
            raise self.answer
        self.put(session(session_id, self.answer))
        return self.known[session_id]


class Working(WindowConsole):
    """Carries work out at once, threads included."""

    def run(
        self,
        name: str,
        work: Coroutine[Any, Any, Any],
        done: Callable[[Any], None],
        failed: Callable[[Problem], None],
    ) -> None:
        if not name.startswith(("open", "adopt", "recover")):
            super().run(name, work, done, failed)
            return
        try:
            result = asyncio.run(work)
        except RefusedError as error:
            failed(problem_of(error))
        else:
            done(result)


@pytest.fixture
def recordings() -> Adopting:
    return Adopting()


@pytest.fixture
def console(recordings: Adopting) -> WindowConsole:
    console = Working()
    console.use(recordings)
    return console


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, console: WindowConsole) -> Iterator[MainWindow]:
    with whole_window(qtbot, qapp, console) as made:
        yield made


def said(window: MainWindow) -> str:
    problem = window.notice.problem()
    assert problem is not None
    return f"{problem.sentence} {problem.holds} {problem.action}"


def dialog(window: MainWindow) -> AdoptDialog:
    found = space(window).opening.adopt
    assert found is not None
    assert not found.isModal()
    return found


def drop(window: MainWindow, data: QMimeData) -> None:
    handle = window.windowHandle()
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(300, 300), COPY, data, buttons, keys)
    QCoreApplication.sendEvent(handle, enter)
    assert enter.isAccepted()
    assert space(window).opening.dropping.shade.isVisible()
    QCoreApplication.sendEvent(handle, QDragLeaveEvent())
    assert not space(window).opening.dropping.shade.isVisible()
    QCoreApplication.sendEvent(handle, enter)
    dropped = QDropEvent(QPointF(300, 300), COPY, data, buttons, keys, QEvent.Type.Drop)
    QCoreApplication.sendEvent(handle, dropped)
    assert not space(window).opening.dropping.shade.isVisible()


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


# --- configs ---------------------------------------------------------------------


def test_the_clipboard_becomes_the_draft_by_a_key_and_back_by_undo(
    window: MainWindow, console: WindowConsole
) -> None:
    draft = space(window).draft
    before = dict(draft.model.document())
    space(window).show_alarms()
    assert not window.commands.undo.isEnabled()
    QGuiApplication.clipboard().setText(CURL)
    keys = CTRL | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_V, keys)
    assert window.pages.currentWidget() is draft
    assert (draft.title(), draft.model.text("uid")) == ("keynote", "4711")
    told = draft.notice.problem()
    assert told is not None
    assert told.sentence.startswith("The draft has the settings of the cURL line now: mode mix")
    assert told.holds.startswith("Left out: token, secretKey.")
    draft.save_now()
    assert SECRET not in repr((draft.model.document(), console.kept, console.kept_text, told))
    assert window.commands.undo.isEnabled()
    window.commands.undo.trigger()
    assert draft.model.document() == before
    window.commands.redo.trigger()
    assert draft.title() == "keynote"
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_J, keys)
    assert draft.json.editor.hasFocus()
    assert SECRET not in draft.json.editor.text()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_V, keys)
    assert draft.json.editor.text() == draft.model.json_text()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Z, CTRL)
    assert draft.title() == "New recording"
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_J, keys)
    assert draft.form.channel.cname.widget.hasFocus()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"just words", "neither a config nor a cURL line nor a ticket"),
        (b'{"mode": "mix",\n oops}', "Line 2: This is not JSON"),
        (b"\xff\xfe\x00", "is no UTF-8 text"),
        (b" " * 1_000_001, "is larger than 1 MB"),
        (b"", "The text is empty."),
        (b"[" * 500_000, "nested"),
    ],
    ids=["words", "broken", "binary", "large", "empty", "deep"],
)
def test_a_file_that_is_nothing_gets_a_sentence_and_changes_nothing(
    window: MainWindow, tmp_path: Path, content: bytes, words: str
) -> None:
    before = dict(space(window).draft.model.document())
    path = tmp_path / "show.agora-config"
    path.write_bytes(content)
    window.open_file(path)
    assert words in said(window)
    assert space(window).draft.model.document() == before


def test_a_file_is_dropped_on_the_window(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "show.agora-config"
    path.write_text(json.dumps({"mode": "individual", "clientRequest": {}}))
    drop(window, files(path))
    assert space(window).draft.model.mode == "individual"
    told = space(window).draft.notice.problem()
    assert told is not None
    assert "settings of show.agora-config now" in told.sentence
    drop(window, files(path, path))
    assert "One file at a time can be opened; 2 were dropped." in said(window)
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/show.json")])
    drop(window, data)
    assert "only a file" in said(window)
    data = QMimeData()
    data.setText(CURL)
    drop(window, data)
    assert space(window).draft.title() == "keynote"


def test_a_config_is_taken_over_before_there_is_a_project(
    window: MainWindow, console: WindowConsole, tmp_path: Path
) -> None:
    console.projects.project = None
    window.select_draft()
    path = tmp_path / "line.txt"
    path.write_text(CURL)
    window.open_file(path)
    assert space(window).draft.title() == "keynote"
    assert "The draft has the settings of the cURL line now" in said(window)


def test_mere_words_that_are_dragged_are_left_to_the_fields(window: MainWindow) -> None:
    data = QMimeData()
    data.setText("keynote")
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(300, 300), COPY, data, buttons, keys)
    QCoreApplication.sendEvent(window.windowHandle(), enter)
    assert not space(window).opening.dropping.shade.isVisible()


def test_a_file_is_chosen_in_a_dialog(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "line.txt"
    path.write_text(CURL)
    window.commands.open_file.trigger()
    chooser = space(window).opening.file_dialog
    assert chooser is not None
    chooser.fileSelected.emit(str(path))
    chooser.reject()
    assert space(window).opening.file_dialog is None
    assert space(window).draft.title() == "keynote"


def test_presets_are_a_press_away_from_the_draft(window: MainWindow, tmp_path: Path) -> None:
    space(window).draft.sides.presets.click()
    assert space(window).preparing.presets is not None


# --- tickets ---------------------------------------------------------------------


def test_a_ticket_is_taken_over_and_says_what_was_answered(
    window: MainWindow, recordings: Adopting, tmp_path: Path
) -> None:
    path = tmp_path / "show.agora-ticket"
    path.write_text(ticket_line(TICKET))
    window.open_file(path)
    adopt = dialog(window)
    assert adopt.lines["sid"].text() == IDS["sid"]
    assert adopt.mode.value() == "individual"
    assert adopt.project.currentData() == PROJECT.id
    adopt.take.click()
    assert recordings.wishes == [("adopt", TICKET, PROJECT.id, False)]
    assert space(window).opening.adopt is None
    assert space(window).session.session_id == "taken"
    assert "elsewhere (UID 77) is in the journal here. Agora was asked once: REC" in said(window)


def test_ids_can_be_typed_and_what_is_wrong_stands_at_its_field(
    window: MainWindow, recordings: Adopting
) -> None:
    window.sidebar.take_over.click()
    adopt = dialog(window)
    QTest.keyClicks(adopt.lines["sid"], "abc def/..")
    adopt.take.click()
    missing = adopt.rows["resourceId"].problem()
    assert missing is not None
    assert "missing" in missing.sentence
    for key in ("resourceId", "cname", "uid"):
        QTest.keyClicks(adopt.lines[key], IDS[key])
    adopt.take.click()
    wrong = adopt.rows["sid"].problem()
    assert wrong is not None
    assert "'/'" in wrong.sentence
    adopt.lines["sid"].setText(IDS["sid"])
    adopt.mode.set_value("individual")
    recordings.answer = RefusedError.because("Agora cannot be reached.")
    adopt.take.click()
    (_, ticket, *_) = recordings.wishes[0]
    assert ticket.typed
    assert "It is in the journal, and could not be asked." in said(window)


def test_a_ticket_of_another_app_id_and_a_refusal_are_said(
    window: MainWindow, recordings: Adopting
) -> None:
    window.commands.take_over.trigger()
    adopt = dialog(window)
    adopt.ticket.setPlainText("agora-ticket:1:nothing")
    damaged = adopt.rows["ticket"].problem()
    assert damaged is not None
    assert "damaged" in damaged.sentence
    adopt.ticket.setPlainText(ticket_line(make_ticket({**IDS, "appId": "f" * 32}, typed=False)))
    assert adopt.rows["ticket"].problem() is None
    other = adopt.rows["project"].problem()
    assert other is not None
    assert "f" * 32 in other.sentence
    recordings.refusal = RefusedError.because("The ticket is of another App ID.")
    adopt.take.click()
    told = adopt.notice.problem()
    assert told is not None
    assert told.sentence == "The ticket is of another App ID."
    assert adopt.take.isEnabled()
    adopt.choose.click()
    assert adopt.file_dialog is not None
    adopt.reject()
    assert space(window).opening.adopt is None


# --- what was cut off --------------------------------------------------------------


def test_what_was_cut_off_is_offered_and_recovered(
    window: MainWindow, recordings: Adopting, qtbot: QtBot
) -> None:
    assert not window.commands.recover.isEnabled()
    assert window.sidebar.take_over.isVisible()
    recordings.put(session("lost", session_stage.unknown(), phase=Phase.OUTCOME_UNKNOWN, sid=""))
    qtbot.waitUntil(window.sidebar.recover.isVisible)
    assert window.sidebar.recover.text() == "Recover (1)"
    assert not window.sidebar.take_over.isVisible()
    recordings.answer = RefusedError.because("Agora cannot be reached.")
    window.commands.recover.trigger()
    assert "lost: Agora cannot be reached." in said(window)
    recordings.answer = session_stage.recording()
    window.sidebar.recover.click()
    assert "lost: REC" in said(window)
    assert recordings.wishes == [("recover", "lost")] * 2
    assert not window.sidebar.recover.isVisible()


def test_a_file_that_the_system_hands_over_waits_for_who_opens_it() -> None:
    """As on macOS, where a double click comes as an event; in a program of its own."""
    script = (
        "from PySide6.QtCore import QCoreApplication\n"
        "from PySide6.QtGui import QFileOpenEvent\n"
        "from agora_console.ui.application import Application\n"
        "application, opened = Application([]), []\n"
        "QCoreApplication.sendEvent(application, QFileOpenEvent('/shows/a.agora-ticket'))\n"
        "application.hand_files_to(lambda path: opened.append(path.name))\n"
        "QCoreApplication.sendEvent(application, QFileOpenEvent('/shows/b.agora-config'))\n"
        "print(opened)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "['a.agora-ticket', 'b.agora-config']"


def test_what_is_opened_before_the_services_waits_for_them(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    config = tmp_path / "early.agora-config"
    config.write_text(json.dumps({"mode": "web", "clientRequest": {}}))
    window = MainWindow(dark_theme(qapp), demo=False)
    qtbot.addWidget(window, before_close_func=lambda widget: widget.finish())
    window.open_file(config)
    assert window.attach(Working().as_console()).draft.model.mode == "web"
    window.detach()
