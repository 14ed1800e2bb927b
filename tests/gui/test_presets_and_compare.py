"""Presets and the comparison, through their dialogs."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from agora_console.domain.on_air import config_on_air
from agora_console.domain.problems import Problem
from agora_console.services.setup.presets import Presets
from agora_console.services.values import SettingsError
from agora_console.ui.compare.dialog import CompareDialog
from agora_console.ui.compare.presets_dialog import PresetsDialog
from agora_console.ui.window import MainWindow
from tests.gui import session_stage
from tests.gui.chrome_stage import WindowConsole, session
from tests.gui.whole_window import space, whole_window

PICTURE = "clientRequest.recordingConfig.transcodingConfig"


class Working(WindowConsole):
    """Carries work out at once, threads included."""

    def run(
        self,
        name: str,
        work: Coroutine[Any, Any, Any],
        done: Callable[[Any], None],
        failed: Callable[[Problem], None],
    ) -> None:
        if not name.startswith(("presets", "export")):
            super().run(name, work, done, failed)
            return
        try:
            result = asyncio.run(work)
        except SettingsError as error:
            failed(error.problem)
        else:
            done(result)


@pytest.fixture
def console(tmp_path: Path) -> WindowConsole:
    layout = {"mixedVideoLayout": 1}
    live = session("keynote-a", session_stage.recording(layout=layout))
    made = Working(live, session("rehearsal", session_stage.files_listed()))
    made.presets = Presets(tmp_path)
    return made


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, console: WindowConsole) -> Iterator[MainWindow]:
    with whole_window(qtbot, qapp, console) as made:
        yield made


def presets(window: MainWindow) -> PresetsDialog:
    window.commands.presets.trigger()
    dialog = space(window).preparing.presets
    assert dialog is not None
    assert not dialog.isModal()
    return dialog


def comparison(window: MainWindow) -> CompareDialog:
    dialog = space(window).preparing.compare
    assert dialog is not None
    assert not dialog.isModal()
    return dialog


def names(dialog: PresetsDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_a_draft_is_saved_used_again_and_taken_back(window: MainWindow) -> None:
    draft = space(window).draft
    draft.set_document(session_stage.MIX)
    dialog = presets(window)
    assert dialog.empty.isVisible()
    assert not dialog.save.isEnabled()
    QTest.keyClicks(dialog.name, "Evening show")
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert names(dialog) == ["Evening show"]
    draft.set_document({"mode": "individual", "clientRequest": {}})
    typed = draft.document()
    QTest.mouseClick(dialog.use, Qt.MouseButton.LeftButton)
    assert draft.document()["clientRequest"] == session_stage.MIX["clientRequest"]
    QTest.mouseClick(dialog.take_back, Qt.MouseButton.LeftButton)
    assert draft.document() == typed


def test_a_preset_is_renamed_duplicated_and_deleted(
    window: MainWindow, console: WindowConsole
) -> None:
    console.presets.save("Show", session_stage.MIX)
    dialog = presets(window)
    assert dialog.name.text() == "Show"
    dialog.duplicate.click()
    assert dialog.chosen == "Show 2"
    dialog.name.setText("Show")
    dialog.rename.click()
    assert dialog.notice.isVisible()
    dialog.name.setText("Matinee")
    dialog.rename.click()
    assert names(dialog) == ["Matinee", "Show"]
    assert dialog.chosen == "Matinee"
    dialog.delete.setFocus()
    QTest.keyClick(dialog.delete, Qt.Key.Key_Space)
    assert names(dialog) == ["Matinee", "Show"]
    QTest.keyClick(dialog.delete, Qt.Key.Key_D)
    assert names(dialog) == ["Show"]


def test_a_preset_is_exported_and_imported(window: MainWindow, tmp_path: Path) -> None:
    space(window).console.presets.save("Show", session_stage.MIX)
    dialog = presets(window)
    dialog.copy.click()
    assert json.loads(QApplication.clipboard().text()) == session_stage.MIX
    dialog.export.click()
    where = dialog.exporter.dialog
    assert where is not None
    where.setDirectory(str(tmp_path))  # type: ignore[attr-defined]
    where.selectFile("shared.json")  # type: ignore[attr-defined]
    where.accept()
    assert json.loads((tmp_path / "shared.json").read_text()) == session_stage.MIX
    dialog.import_file(tmp_path / "shared.json")
    assert names(dialog) == ["shared", "Show"]
    (tmp_path / "odd.json").write_text("[]")
    dialog.import_file(tmp_path / "odd.json")
    assert dialog.notice.problem() is not None
    assert "no config" in dialog.notice.problem().sentence  # type: ignore[union-attr]
    dialog.import_.click()
    assert dialog.file_dialog is not None
    dialog.file_dialog.reject()
    assert dialog.file_dialog is None


def test_configs_are_compared_by_meaning(window: MainWindow, console: WindowConsole) -> None:
    window.select_session("rehearsal")
    space(window).draft.set_document(session_stage.MIX)
    window.commands.compare.trigger()
    dialog = comparison(window)
    tester = QAbstractItemModelTester(
        dialog.model, QAbstractItemModelTester.FailureReportingMode.Warning
    )
    assert dialog.right.currentData() == "run:rehearsal"
    assert dialog.verdict.text() == "They mean the same."
    dialog.right.setCurrentIndex(dialog.right.findData("air:keynote-a"))
    rows = {row.path.removeprefix(PICTURE + "."): row for row in dialog.model.rows}
    assert {"mixedVideoLayout", "maxResolutionUid", "backgroundColor"} == set(rows)
    assert rows["backgroundColor"].right.default
    QTest.mouseClick(dialog.swap, Qt.MouseButton.LeftButton)
    assert dialog.left.currentData() == "air:keynote-a"
    assert dialog.verdict.text() == "3 settings differ."
    assert tester.model() is dialog.model


def test_a_preset_is_compared_with_the_draft(window: MainWindow, console: WindowConsole) -> None:
    console.presets.save("Show", session_stage.MIX)
    presets(window).compare.click()
    dialog = comparison(window)
    assert (dialog.left.currentData(), dialog.right.currentData()) == ("draft", "preset:show")
    window.detach()
    assert not dialog.isVisible()


def test_on_air_is_the_start_with_the_layout_that_was_accepted_last() -> None:
    plain = session_stage.recording()
    assert config_on_air(plain) == plain.config
    changed = config_on_air(session_stage.recording(layout={"mixedVideoLayout": 1}))
    picture = changed["clientRequest"]["recordingConfig"]["transcodingConfig"]
    assert picture["mixedVideoLayout"] == 1
    assert picture["width"] == 1280
    assert "maxResolutionUid" not in picture
