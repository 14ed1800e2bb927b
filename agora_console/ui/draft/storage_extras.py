"""What a storage may want beside its place and keys: encryption, a tag, a temporary credential."""

from __future__ import annotations

from pydantic import SecretStr
from PySide6.QtCore import QObject, Signal

from agora_console.ui.draft.document import STORAGE
from agora_console.ui.draft.folded import Advanced
from agora_console.ui.draft.model import DraftModel
from agora_console.ui.draft.secret_rows import SecretRow
from agora_console.ui.draft.spec_fields import combo_row, number_row, text_row
from agora_console.ui.look import times

SSE = f"{STORAGE}.extensionParams.sse"
TAG = f"{STORAGE}.extensionParams.tag"
TOKEN = f"{STORAGE}.stsToken"
EXPIRY = f"{STORAGE}.stsExpiration"

_LAST = 253_402_300_799  # the end of the year 9999


class StorageExtras(QObject):
    """The folded rows; `section` is to be laid out. `edited` follows the token, `left` its end."""

    edited = Signal()
    left = Signal()

    def __init__(self, model: DraftModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._token: SecretRow | None = None
        self.section = Advanced(
            self.tr("Storage"),
            self.tr("encryption at rest, object tag, temporary credential"),
            model,
            [SSE, TAG, TOKEN, EXPIRY],
            self._build,
        )

    def sts_token(self) -> SecretStr | None:
        """The temporary credential that was typed."""
        return self._token.secret() if self._token else None

    def _build(self, section: Advanced) -> None:
        model = self._model
        section.add_row(
            *combo_row(
                model,
                SSE,
                ["AWS KMS", "AES-256"],
                hint=self.tr("Amazon S3 only"),
            )
        )
        tags = self.tr("Put on every file; Amazon S3 and Alibaba Cloud OSS only")
        section.add_row(*text_row(model, TAG, hint=tags))
        self._token = SecretRow(section.rows, TOKEN)
        self._token.edited.connect(self.edited)
        self._token.left.connect(self.left)
        section.body.addWidget(self._token.row)
        self._expiry_row, self._expiry = number_row(model, EXPIRY)
        section.add_row(self._expiry_row, self._expiry)
        model.changed.connect(self._show_expiry)
        self._show_expiry()

    def _show_expiry(self) -> None:
        at = self._model.get(EXPIRY)
        known = isinstance(at, int) and 0 <= at <= _LAST
        when = times.both(at) if known else ""
        self._expiry_row.set_hint(when or self.tr("At least four hours ahead"))
