"""The rows of the two storage keys: typed ones count before those of the keyring."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from agora_console.domain.vendors import StorageLabels
from agora_console.ui.draft.document import STORAGE
from agora_console.ui.draft.form_card import Rows
from agora_console.ui.draft.spec_fields import named
from agora_console.ui.draft.storage_keys import Keys
from agora_console.ui.widgets.secret_line import SecretLine, last_four


class KeyRows(QObject):
    """Access key and secret key. `edited` follows each key of the keyboard, `left` each end."""

    edited = Signal()
    left = Signal()

    def __init__(self, owner: QWidget, rows: Rows) -> None:
        super().__init__(owner)
        self.access = SecretLine()
        self.secret = SecretLine()
        self.access_row = self.access.row(named(f"{STORAGE}.accessKey"))
        self.secret_row = self.secret.row(named(f"{STORAGE}.secretKey"))
        rows.claim(self.access_row, f"{STORAGE}.accessKey")
        rows.claim(self.secret_row, f"{STORAGE}.secretKey")
        for line in (self.access, self.secret):
            line.textChanged.connect(self.edited)
            line.editingFinished.connect(self.left)

    def typed(self) -> Keys | None:
        """Both keys as they were typed; None when one is missing."""
        access, secret = self.access.secret(), self.secret.secret()
        return (access, secret) if access is not None and secret is not None else None

    def clear(self) -> None:
        """Forget what was typed."""
        self.access.clear()
        self.secret.clear()

    def show(self, labels: StorageLabels, stored: Keys | None) -> None:
        """Name the rows as the vendor does, and say what the keyring has."""
        typed = self.typed()
        pairs: Mapping[SecretLine, int] = {self.access: 0, self.secret: 1}
        for line, place in pairs.items():
            row = (self.access_row, self.secret_row)[place]
            row.set_caption((labels.access_key, labels.secret_key)[place])
            row.set_sent(typed is not None or stored is not None)
            line.setPlaceholderText(self._stored_words(stored, place))
            row.set_hint(self._typed_words(line))

    def _stored_words(self, stored: Keys | None, place: int) -> str:
        if stored is None:
            return ""
        end = last_four(stored[place])
        return self.tr("in the keyring, …{0}").format(end) if end else self.tr("in the keyring")

    def _typed_words(self, line: SecretLine) -> str:
        end = last_four(line.secret())
        return self.tr("ends in {0}").format(end) if end and not line.hasFocus() else ""
