"""KeptChoices: theme, language and place of the window, kept for the next run."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from agora_console.services.values import SettingsError
from agora_console.ui.look.theme import Choice

if TYPE_CHECKING:
    from agora_console.services.console import Console
    from agora_console.ui.window import MainWindow

log = logging.getLogger(__name__)


class KeptChoices:
    """What was chosen on the command line goes before what was chosen in the last run."""

    def __init__(self, console: Console, window: MainWindow) -> None:
        self._settings = console.settings
        self._window = window

    def use_theme(self) -> None:
        """Show the kept theme, where no other is wanted."""
        if self._window.theme.choice is Choice.SYSTEM:
            self._window.theme.choose(self._settings.preferences().theme)

    def keep_theme(self, choice: str) -> None:
        """Keep a theme that was chosen in the window."""
        self._keep_or_say(theme=choice)

    def keep_language(self, choice: str) -> None:
        """Keep a language that was chosen in the window."""
        self._keep_or_say(language=choice)

    def keep_place(self) -> None:
        """Keep where the window is, as it closes."""
        try:
            self._keep(window=self._window.place())
        except SettingsError as error:  # nobody is there any more who could read it
            log.info("The place of the window was not kept: %s", error)

    def _keep_or_say(self, **choice: str) -> None:
        try:
            self._keep(**choice)
        except SettingsError as error:
            self._window.show_problem(error.problem)

    def _keep(self, **preferences: str) -> None:
        kept = self._settings.preferences().model_copy(update=preferences)
        self._settings.save_preferences(kept)
