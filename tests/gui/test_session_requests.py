"""The requests of a session: found by a filter, copied as cURL with and without secrets."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic import SecretStr
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from agora_console.domain.problems import Problem
from agora_console.domain.secrets import Credentials
from agora_console.services.setup.projects import StorageKeys
from agora_console.services.values import Project, StorageTarget
from agora_console.ui.look.theme import Theme
from agora_console.ui.session.call_diff import call_diff
from agora_console.ui.session.calls import call_of, matches
from agora_console.ui.session.page import SessionPage
from tests.gui import session_stage as stage
from tests.gui.session_stage import Stage
from tests.gui.shown import shown_session

CUSTOMER_SECRET, STORAGE_SECRET = "customer-secret-7Q2W", "storage-secret-9Z8Y"
STARTED = json.dumps(
    {"cname": "keynote-a", "clientRequest": {"storageConfig": {"secretKey": "••••"}}}
)


class Keys:
    """The projects of a console, with every secret of one of them."""

    def __init__(self) -> None:
        self.missing = False

    def get(self, project_id: str) -> Project:
        target = StorageTarget(
            id="t", name="Main", vendor=1, region=0, bucket="acme-recordings", prefix=("shows",)
        )
        return Project(id=project_id, name="Acme", app_id="", customer_id="me", storage=(target,))

    async def credentials(self, project_id: str) -> Credentials:
        if self.missing:
            raise OSError("The keyring is locked.")
        return Credentials("", "me", SecretStr(CUSTOMER_SECRET))

    async def storage_keys(self, project_id: str, target_id: str) -> StorageKeys:
        return SecretStr("access"), SecretStr(STORAGE_SECRET)


@pytest.fixture
def keys() -> Keys:
    return Keys()


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, keys: Keys) -> SessionPage:
    on = Stage(stage.recording())
    on.projects = keys
    on.recordings.journal["s-1"] = stage.life(stage.missing(4000.0))
    made = shown_session(qtbot, theme, on, "requests")
    QGuiApplication.clipboard().clear()
    return made


Type = Callable[[str], None]


@pytest.fixture
def type_filter(page: SessionPage, qtbot: QtBot) -> Type:
    def type_it(text: str) -> None:
        page.requests.filter.clear()
        qtbot.keyClicks(page.requests.filter, text)

    return type_it


def operations(page: SessionPage) -> set[str]:
    return {call.operation for call in page.requests.calls.rows}


def copied() -> str:
    return QGuiApplication.clipboard().text()


# --- filter --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ([], True),
        (["query"], True),
        (["que", "404"], True),
        (["40"], True),
        (["uery"], False),
        (["query", "200"], False),
    ],
)
def test_a_request_is_found_by_the_beginnings_of_call_status_and_code(
    words: list[str], found: bool
) -> None:
    assert matches(call_of(stage.missing(1.0)), words) is found


def test_the_table_shows_what_is_found_and_how_many(page: SessionPage, type_filter: Type) -> None:
    whole = page.requests.count
    type_filter("acq")
    assert operations(page) == {"acquire"}
    assert page.requests.detail.call is page.requests.calls.rows[0]
    assert page.requests.count == whole
    page.requests.filter.clear()
    assert len(page.requests.calls.rows) == whole


def test_the_chosen_request_stays_chosen_when_it_is_found(
    page: SessionPage, type_filter: Type
) -> None:
    page.requests.table.selectRow(page.requests.count - 2)
    chosen = page.requests.chosen
    assert chosen is not None
    assert chosen.operation == "start"
    type_filter("start")
    assert page.requests.chosen == chosen
    page.requests.filter.clear()
    assert page.requests.table.currentIndex().row() == page.requests.count - 2


def test_nothing_found_is_nothing_to_copy(page: SessionPage, type_filter: Type) -> None:
    type_filter("ncs")
    assert page.requests.chosen is None
    assert not page.requests.detail.curl.isVisible()
    page.copy_curl()
    assert copied() == ""


# --- copy ----------------------------------------------------------------------


def test_a_request_is_copied_with_its_secrets_in_variables(page: SessionPage) -> None:
    QTest.mouseClick(page.requests.detail.curl.copy, Qt.MouseButton.LeftButton)
    assert copied().startswith("curl --request GET https://api.agora.io/v1/apps/")
    assert '"$AGORA_CUSTOMER_ID:$AGORA_CUSTOMER_SECRET"' in copied()
    assert page.requests.detail.curl.copy.text() == "Copied"


def test_the_first_entry_of_the_menu_does_the_same(page: SessionPage) -> None:
    page.requests.detail.curl.plain.trigger()
    assert "$AGORA_CUSTOMER_SECRET" in copied()


def test_secrets_are_copied_only_after_a_question(page: SessionPage) -> None:
    detail = page.requests.detail
    detail.curl.secret.trigger()
    assert copied() == ""
    assert detail.question.isVisible()
    assert detail.question.no.hasFocus()
    QTest.mouseClick(detail.question.yes, Qt.MouseButton.LeftButton)
    assert f"--user me:{CUSTOMER_SECRET}" in copied()
    assert not detail.question.isVisible()


def test_the_question_is_in_sight_on_a_small_screen(page: SessionPage, qtbot: QtBot) -> None:
    page.resize(660, 470)
    QApplication.sendPostedEvents()
    question = page.requests.detail.question
    page.requests.detail.curl.secret.trigger()
    qtbot.waitUntil(lambda: question.visibleRegion().boundingRect() == question.rect())
    assert page.requests.verticalScrollBar().value() > 0


def test_escape_is_no(page: SessionPage) -> None:
    detail = page.requests.detail
    detail.curl.secret.trigger()
    QTest.keyClick(detail.question.no, Qt.Key.Key_Escape)
    assert not detail.question.isVisible()
    assert copied() == ""


def test_the_question_is_about_one_request(page: SessionPage) -> None:
    page.requests.detail.curl.secret.trigger()
    page.requests.table.selectRow(3)
    assert not page.requests.detail.question.isVisible()


def test_a_keyring_that_gives_nothing_is_said_and_nothing_is_copied(
    page: SessionPage, keys: Keys
) -> None:
    keys.missing = True
    page.requests.detail.curl.secret.trigger()
    page.requests.detail.question.yes.click()
    assert page.notice.problem() == Problem("The keyring is locked.")
    assert copied() == ""


def test_the_command_of_the_window_shows_what_it_copies(page: SessionPage) -> None:
    page.show_tab(page.status)
    page.copy_curl()
    assert copied().startswith("curl ")
    assert page.tabs.currentWidget() is page.papers.requests


# --- other forms, comparison, files ----------------------------------------------


def test_a_request_is_copied_as_a_script_and_as_httpie_without_secrets(page: SessionPage) -> None:
    page.requests.table.selectRow(page.requests.count - 2)
    page.requests.detail.curl.python.trigger()
    assert copied().startswith("import os")
    assert 'os.environ["AGORA_CUSTOMER_SECRET"]' in copied()
    page.requests.detail.curl.httpie.trigger()
    assert copied().startswith('http --ignore-stdin --auth "$AGORA_CUSTOMER_ID:')


def test_two_chosen_requests_are_compared_and_one_is_shown_again(page: SessionPage) -> None:
    requests = page.requests
    requests.table.selectRow(0)
    requests.table.setFocus()
    QTest.keyClick(requests.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert requests.diff.isVisible()
    assert not requests.detail.isVisible()
    text = requests.diff.text.toPlainText()
    assert "- HTTP: 200" in text
    assert "+ HTTP: 404" in text
    QTest.keyClick(requests.table, Qt.Key.Key_Down)
    assert requests.detail.isVisible()
    assert not requests.diff.isVisible()


def test_order_of_keys_and_time_are_no_difference() -> None:
    one = call_of(stage.request(1.0, "update", request='{"a": 1, "b": 2}'))
    other = call_of(stage.request(9.0, "update", request='{"b": 2, "a": 1}', request_id="x"))
    assert {line.sign for line in call_diff(one, other)} == {"@"}


def test_what_is_not_json_is_compared_as_it_came() -> None:
    one, other = (
        call_of(stage.request(at, "query", reply=reply)) for at, reply in ((1, "<a>"), (2, "<b>"))
    )
    signs = [(line.sign, line.text) for line in call_diff(one, other)]
    assert ("-", "<a>") in signs
    assert ("+", "<b>") in signs


def save_to(page: SessionPage, path: Path) -> None:
    dialog = page.exporter.dialog
    assert isinstance(dialog, QFileDialog)
    dialog.setDirectory(str(path.parent))
    dialog.selectFile(path.name)
    dialog.accept()


def test_what_the_table_shows_is_saved_as_har(
    page: SessionPage, type_filter: Type, tmp_path: Path
) -> None:
    type_filter("acq")
    page.requests.har.click()
    save_to(page, tmp_path / "requests.har")
    log = json.loads((tmp_path / "requests.har").read_text())["log"]
    assert [entry["comment"] for entry in log["entries"]] == ["acquire, attempt 1"]
    assert page.notice.problem() is not None
    assert "The archive of requests is saved" in page.notice.problem().sentence  # type: ignore[union-attr]


def test_nothing_found_is_nothing_to_save(page: SessionPage, type_filter: Type) -> None:
    type_filter("ncs")
    assert not page.requests.har.isEnabled()


def test_the_support_bundle_is_one_file(page: SessionPage, tmp_path: Path) -> None:
    page.requests.bundle.click()
    save_to(page, tmp_path / "support.zip")
    with zipfile.ZipFile(tmp_path / "support.zip") as bundle:
        assert json.loads(bundle.read("session.json"))["sid"] == stage.SID


def test_the_host_of_a_request_is_in_the_table_and_found(
    page: SessionPage, type_filter: Type
) -> None:
    model = page.requests.calls
    assert model.index(0, 2).data() == "api.agora.io"
    type_filter("api.agora")
    assert len(model.rows) == page.requests.count
