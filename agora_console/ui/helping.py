"""Helping: settings of the console, its shortcuts, its log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog

from agora_console.domain.problems import Problem, Severity
from agora_console.services.papers.logs import log_folder
from agora_console.services.values import SettingsError
from agora_console.ui.release_news import ReleaseNews

if TYPE_CHECKING:
    from agora_console.ui.workspace import Workspace


class Helping(QObject):
    """Belongs to a workspace; its dialogs stay usable beside the window."""

    def __init__(self, space: Workspace) -> None:
        super().__init__(space)
        self._space = space
        self.open: dict[str, QDialog] = {}
        self.news = ReleaseNews(space)

    def begin(self) -> None:
        """Connect the commands."""
        commands = self._space.window.commands
        commands.preferences.triggered.connect(self.show_preferences)
        commands.shortcuts.triggered.connect(self.show_shortcuts)
        commands.logs.triggered.connect(self.open_logs)
        self.news.begin()

    def end(self) -> None:
        """Close what is open."""
        for dialog in tuple(self.open.values()):
            dialog.reject()

    def show_preferences(self) -> None:
        """Open the settings of the console."""
        if "preferences" not in self.open:
            from agora_console.ui.dialogs.preferences_dialog import PreferencesDialog  # noqa: PLC0415
            from agora_console.ui.dialogs.system_card import SystemCard  # noqa: PLC0415

            window = self._space.window
            console = self._space.console
            system = SystemCard(console.autostart, console.updates)
            system.ask_requested.connect(self.news.ask)
            self.news.answered.connect(system.show_asked)
            self.news.failed.connect(system.show_problem)
            system.page_requested.connect(self.news.open_page)
            dialog = PreferencesDialog(
                window.theme, window.language, console.folder, window, cards=(system,)
            )
            dialog.theme_chosen.connect(window.commands.theme_chosen)
            dialog.language_chosen.connect(window.commands.language_chosen)
            kept = console.settings.preferences()
            dialog.show_kept(sort=kept.sort, sound=kept.sound, days=kept.keep_days)
            dialog.sort_chosen.connect(window.commands.sort_chosen)
            dialog.sound_chosen.connect(window.commands.sound.setChecked)
            dialog.days_chosen.connect(self._on_days_chosen)
            dialog.logs_requested.connect(self.open_logs)
            self._keep("preferences", dialog)
        self._raise("preferences")

    def _on_days_chosen(self, days: int) -> None:
        settings = self._space.console.settings
        try:
            settings.save_preferences(settings.preferences().model_copy(update={"keep_days": days}))
        except SettingsError as error:
            self._space.window.show_problem(error.problem)

    def show_shortcuts(self) -> None:
        """Open the list of shortcuts."""
        if "shortcuts" not in self.open:
            from agora_console.ui.dialogs.shortcuts_dialog import ShortcutsDialog  # noqa: PLC0415
            from agora_console.ui.palette.choices import of_menu  # noqa: PLC0415

            commands = self._space.window.commands
            left_out = [commands.goto.menuAction()] if commands.goto is not None else []
            menu = self._space.window.topbar.menu_button.menu()
            dialog = ShortcutsDialog(of_menu(menu, left_out), self._space.window)
            self._keep("shortcuts", dialog)
        self._raise("shortcuts")

    def open_logs(self) -> None:
        """Show the log folder in the program that shows folders here."""
        folder = log_folder(self._space.console.folder).absolute()
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._space.window.show_problem(
                Problem(
                    self.tr("The log folder could not be opened: {0}").format(folder),
                    Severity.WARNING,
                    action=self.tr("Open it in your file manager."),
                )
            )

    def _keep(self, name: str, dialog: QDialog) -> None:
        self.open[name] = dialog
        dialog.finished.connect(lambda _: self._let_go(name))

    def _let_go(self, name: str) -> None:
        dialog = self.open.pop(name, None)
        if dialog is not None:
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
            dialog.deleteLater()

    def _raise(self, name: str) -> None:
        dialog = self.open[name]
        dialog.setModal(False)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
