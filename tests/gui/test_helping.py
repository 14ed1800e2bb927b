"""Settings of the console, the list of shortcuts, About, and the way to the log."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl, qVersion
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from agora_console import __version__
from agora_console.ui.dialogs.about_dialog import AboutDialog
from agora_console.ui.dialogs.preferences_dialog import PreferencesDialog
from agora_console.ui.dialogs.shortcuts_dialog import ShortcutsDialog
from agora_console.ui.look.theme import Choice
from agora_console.ui.widgets.copy_label import CopyLabel
from agora_console.ui.window import MainWindow
from tests.gui.chrome_stage import WindowConsole
from tests.gui.whole_window import space, whole_window


@pytest.fixture
def console() -> WindowConsole:
    return WindowConsole()


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, console: WindowConsole) -> Iterator[MainWindow]:
    with whole_window(qtbot, qapp, console) as made:
        yield made


def test_a_theme_chosen_in_the_settings_holds_at_once_and_is_kept(
    window: MainWindow, console: WindowConsole
) -> None:
    window.commands.preferences.trigger()
    dialog = space(window).helping.open["preferences"]
    assert isinstance(dialog, PreferencesDialog)
    assert not dialog.isModal()
    assert dialog.theme.value() == "dark"
    QTest.keyClick(dialog.theme.option(Choice.DARK), Qt.Key.Key_Left)
    assert window.theme.choice == "light"
    assert console.settings.preferences().theme == "light"
    window.commands.theme_chosen.emit("dark")
    assert dialog.theme.value() == "dark"
    window.commands.preferences.trigger()
    assert space(window).helping.open["preferences"] is dialog
    dialog.accept()
    assert space(window).helping.open == {}


def test_every_command_with_keys_is_in_the_list_of_shortcuts(window: MainWindow) -> None:
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    dialog = space(window).helping.open["shortcuts"]
    assert isinstance(dialog, ShortcutsDialog)
    tester = QAbstractItemModelTester(
        dialog.model, QAbstractItemModelTester.FailureReportingMode.Warning
    )
    shown = {row.title: row.keys for row in dialog.model.rows}
    commands = window.commands
    for action in (commands.new, commands.palette, commands.stop, commands.wall, commands.quit):
        assert shown[action.text()] == action.shortcut().toString()
    QTest.keyClicks(dialog.filter, "ctrl+k")
    assert [row.title for row in dialog.model.rows] == [commands.palette.text()]
    assert tester.model() is dialog.model


def test_no_two_commands_have_the_same_keys(window: MainWindow) -> None:
    keys = [shortcut.toString() for action in window.actions() for shortcut in action.shortcuts()]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("opens", [True, False])
def test_the_log_folder_is_opened_or_named(
    window: MainWindow, console: WindowConsole, monkeypatch: pytest.MonkeyPatch, opens: bool
) -> None:
    asked: list[QUrl] = []

    def open_url(url: QUrl) -> bool:
        asked.append(url)
        return opens

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    window.commands.logs.trigger()
    folder = console.folder.absolute() / "logs"
    assert Path(asked[0].toLocalFile()) == folder
    assert window.notice.isVisible() is not opens
    assert opens or str(folder) in window.notice.problem().sentence  # type: ignore[union-attr]


def test_about_names_versions_and_the_data_folder(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = AboutDialog(tmp_path)
    qtbot.addWidget(dialog)
    values = [each.value() for each in dialog.findChildren(CopyLabel)]
    assert str(tmp_path) in values
    assert any(qVersion() in value and "Python" in value for value in values)
    assert any(__version__ in each.text() for each in dialog.findChildren(QLabel))
