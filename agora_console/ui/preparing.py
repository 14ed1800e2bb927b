"""Preparing: the dialogs around configs - presets and the comparison."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

if TYPE_CHECKING:
    from agora_console.ui.compare.dialog import CompareDialog
    from agora_console.ui.compare.presets_dialog import PresetsDialog
    from agora_console.ui.compare.sources import Source
    from agora_console.ui.workspace import Workspace


class Preparing(QObject):
    """Belongs to a workspace; each dialog is there once and stays usable beside the window."""

    def __init__(self, space: Workspace) -> None:
        super().__init__(space)
        self._space = space
        self.compare: CompareDialog | None = None
        self.presets: PresetsDialog | None = None

    def begin(self) -> None:
        """Connect the commands."""
        commands = self._space.window.commands
        commands.presets.triggered.connect(self.show_presets)
        commands.compare.triggered.connect(self._on_compare_triggered)

    def end(self) -> None:
        """Close what is open."""
        for dialog in (self.compare, self.presets):
            if dialog is not None:
                dialog.reject()

    def show_presets(self) -> None:
        """Open the presets."""
        if self.presets is None:
            from agora_console.ui.compare.presets_dialog import PresetsDialog  # noqa: PLC0415

            space = self._space
            dialog = PresetsDialog(space.console, space.draft.document, space.window)
            dialog.used.connect(space.draft.set_document)
            dialog.compare_requested.connect(self._on_preset_compared)
            dialog.finished.connect(self._on_presets_finished)
            self.presets = dialog
        _raise(self.presets)

    def show_compare(self, left: str, right: str) -> None:
        """Open the comparison of two sources."""
        if self.compare is None:
            from agora_console.ui.compare.dialog import CompareDialog  # noqa: PLC0415

            space = self._space
            self.compare = CompareDialog(self._sources, space.window.theme, space.window)
            self.compare.finished.connect(self._on_compare_finished)
        self.compare.choose(left, right)
        _raise(self.compare)

    def _sources(self) -> Iterator[Source]:
        from agora_console.ui.compare.sources import sources  # noqa: PLC0415

        console = self._space.console
        yield from sources(
            self._space.draft.document(), console.presets.all(), console.recordings.sessions()
        )

    def _on_compare_triggered(self) -> None:
        """What is in sight stands at the right."""
        space = self._space
        run = f"run:{space.session.session_id}" if space.shows_session else ""
        self.show_compare("draft", run)

    def _on_preset_compared(self, name: str) -> None:
        self.show_compare("draft", f"preset:{name.casefold()}")

    def _on_presets_finished(self) -> None:
        if self.presets is not None:
            self.presets.deleteLater()
            self.presets = None

    def _on_compare_finished(self) -> None:
        if self.compare is not None:
            self.compare.deleteLater()
            self.compare = None


def _raise(dialog: QDialog) -> None:
    """Not modal: while something records the window stays usable."""
    dialog.setModal(False)
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
