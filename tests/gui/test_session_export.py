"""Saving the file list where a person wants it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from agora_console.domain.problems import Severity
from agora_console.services.files.export import files_csv
from agora_console.ui.look.theme import Theme
from agora_console.ui.session.exporter import suggested_name
from agora_console.ui.session.page import SessionPage
from tests.gui import session_stage as stage
from tests.gui.session_stage import Stage
from tests.gui.shown import shown_session


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> SessionPage:
    return shown_session(qtbot, theme, Stage(stage.files_listed()), "files")


def file_dialog(page: SessionPage) -> QFileDialog:
    dialog = page.exporter.dialog
    assert isinstance(dialog, QFileDialog)
    return dialog


def choose(page: SessionPage, path: Path) -> None:
    """Type a path into the open dialog and confirm it."""
    dialog = file_dialog(page)
    dialog.setDirectory(str(path.parent))
    dialog.selectFile(path.name)
    dialog.accept()


def question(page: SessionPage) -> QMessageBox:
    box = page.exporter.dialog
    assert isinstance(box, QMessageBox)
    return box


def press(box: QMessageBox, text: str) -> None:
    button = next(button for button in box.buttons() if button.text() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_csv_is_saved_where_the_dialog_says(page: SessionPage, tmp_path: Path) -> None:
    page.files.csv.trigger()
    dialog = file_dialog(page)
    assert dialog.isVisible()
    assert dialog.selectedFiles()[0].endswith("keynote-a-files.csv")
    choose(page, tmp_path / "list.csv")
    saved = (tmp_path / "list.csv").read_bytes().decode()
    assert saved == files_csv(stage.files_listed())
    assert page.notice.problem() is not None
    assert page.notice.problem().severity is Severity.NOTE  # type: ignore[union-attr]
    assert page.exporter.dialog is None


def test_json_is_saved_with_its_ending(page: SessionPage, tmp_path: Path) -> None:
    page.files.json.trigger()
    choose(page, tmp_path / "list")
    document = json.loads((tmp_path / "list.json").read_text(encoding="utf-8"))
    assert document["uploadingStatus"] == "uploaded"
    assert len(document["files"]) == 2


def test_the_whole_list_is_saved_also_what_a_filter_hides(
    page: SessionPage, tmp_path: Path
) -> None:
    page.files.filter.setText("nothing is called so")
    page.files.csv.trigger()
    choose(page, tmp_path / "list.csv")
    assert len((tmp_path / "list.csv").read_text(encoding="utf-8").splitlines()) == 3


def test_cancelling_saves_nothing(page: SessionPage, tmp_path: Path) -> None:
    page.files.csv.trigger()
    QTest.keyClick(file_dialog(page), Qt.Key.Key_Escape)
    assert page.exporter.dialog is None
    assert page.notice.problem() is None


def test_a_second_press_does_not_open_a_second_dialog(page: SessionPage) -> None:
    page.files.csv.trigger()
    first = file_dialog(page)
    page.files.json.trigger()
    assert page.exporter.dialog is first
    page.exporter.close()


@pytest.mark.parametrize(
    ("answer", "content"), [("Keep it", "old"), ("Replace it", files_csv(stage.files_listed()))]
)
def test_an_existing_file_is_replaced_only_when_that_is_wanted(
    page: SessionPage, tmp_path: Path, answer: str, content: str
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("old")
    page.files.csv.trigger()
    choose(page, path)
    assert "list.csv exists already." in question(page).text()
    press(question(page), answer)
    assert path.read_bytes().decode() == content
    assert page.exporter.dialog is None


def test_a_folder_that_cannot_be_written_is_said_and_the_list_is_not_lost(
    page: SessionPage, tmp_path: Path
) -> None:
    page.exporter.save(stage.files_listed(), "csv", tmp_path / "missing" / "list.csv")
    problem = page.notice.problem()
    assert problem is not None
    assert "was not saved" in problem.sentence
    assert problem.holds == "Everything in it is still in the journal."
    assert page.files.model.rowCount() == 2


def test_a_channel_name_of_any_letters_makes_a_file_name(qtbot: QtBot) -> None:
    session = stage.files_listed().model_copy(update={"cname": "a/b: <c>?"})
    assert suggested_name(session, "json") == "a-b-c--files.json"
