"""A row for a secret that is kept in memory, for this start only."""

from __future__ import annotations

from pydantic import SecretStr
from PySide6.QtCore import QObject, Signal

from agora_console.ui.draft.form_card import Rows
from agora_console.ui.draft.spec_fields import named
from agora_console.ui.widgets.secret_line import SecretLine, last_four


class SecretRow(QObject):
    """`edited` follows each key, `left` each end. Problems at `path` stand in the row."""

    edited = Signal()
    left = Signal()

    def __init__(self, rows: Rows, path: str) -> None:
        super().__init__(rows)
        self.line = SecretLine(self.tr("paste it here"))
        self.row = self.line.row(named(path))
        rows.claim(self.row, path)
        rows.add(self.row, optional=False)
        self.line.textChanged.connect(self._on_text_changed)
        self.line.editingFinished.connect(self._on_line_left)
        self.say()

    def secret(self) -> SecretStr | None:
        """What was typed; None when nothing was."""
        return self.line.secret()

    def say(self, more: str = "") -> None:
        """Show the end of what was typed, and `more`."""
        end = last_four(self.secret())
        said = self.tr("ends in {0}").format(end) if end else ""
        kept = self.tr("Kept for this start only")
        self.row.set_hint(" · ".join(part for part in (said, more, kept) if part))
        self.row.set_sent(self.secret() is not None)

    def _on_text_changed(self) -> None:
        self.say()
        self.edited.emit()

    def _on_line_left(self) -> None:
        self.say()
        self.left.emit()
