"""Operate: the palette and the other ways to see and reach all recordings at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from agora_console.ui.palette.choices import Choice, of_menu, of_row, of_stop
from agora_console.ui.palette.palette import Palette
from agora_console.ui.session_rows import DRAFT_KEY

if TYPE_CHECKING:
    from agora_console.ui.workspace import Workspace


class Operate(QObject):
    """Belongs to a workspace; lives from `begin` to `end` as it does."""

    def __init__(self, space: Workspace) -> None:
        super().__init__(space)
        self._space = space
        self._window = space.window
        self.palette = Palette(self._choices, space.window)

    def begin(self) -> None:
        """Connect the commands."""
        self._window.commands.palette.triggered.connect(self.palette.ask)

    def end(self) -> None:
        """Close what is open."""
        self.palette.hide()

    def lead_to_stop(self, session_id: str) -> None:
        """Show a recording with its stop button under the keyboard; nothing is held by that."""
        self._space.show_session(session_id)
        button = self._space.session.stop_button
        if button.isEnabled():
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _choices(self) -> Iterator[Choice]:
        commands, space = self._window.commands, self._space
        # What is named here by channel is there once only; a stop is a way, never a command.
        left_out = [commands.palette, commands.stop, commands.open_menu]
        if commands.goto is not None:
            left_out.append(commands.goto.menuAction())
        menu = self._window.topbar.menu_button.menu()
        yield from of_menu(menu, left_out)
        for row in space.model.every_row():
            yield of_row(row, self._show)
        for session in space.console.recordings.sessions():
            row_of = space.model.row_of(session.id)
            if session.stoppable and row_of is not None:
                yield of_stop(row_of, self.lead_to_stop)

    def _show(self, key: str) -> None:
        if key == DRAFT_KEY:
            self._space.show_draft()
        else:
            self._space.show_session(key)
