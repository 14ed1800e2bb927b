"""Channel: which channel, as whom, with which token, and how it is encrypted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import SecretStr
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from agora_console.domain.rules.names import CNAME_BYTES, WEB_CNAME_BYTES
from agora_console.ui.draft.document import RECORDING
from agora_console.ui.draft.fields import ChoiceField, NameField
from agora_console.ui.draft.folded import Advanced
from agora_console.ui.draft.form_card import FormCard
from agora_console.ui.draft.model import DraftModel
from agora_console.ui.draft.secret_rows import SecretRow
from agora_console.ui.draft.spec_fields import combo_row, named
from agora_console.ui.draft.token_rows import TokenRows
from agora_console.ui.widgets.field import FieldRow

if TYPE_CHECKING:
    from agora_console.services.console import Console

DECRYPTION = f"{RECORDING}.decryptionMode"
_SALTED = (7, 8)


@dataclass(frozen=True, slots=True)
class _Keys:
    secret: SecretRow
    salt: SecretRow


class ChannelCard(FormCard):
    """Channel name, recorder UID, token, channel type; a page has a name and a UID only.

    `edited` follows each change of the channel's keys, which are in no document.
    """

    edited = Signal()

    def __init__(self, model: DraftModel, console: Console) -> None:
        super().__init__("", model)
        self._draft = model
        self._suggest_uid = console.recordings.suggest_uid
        self._keys: _Keys | None = None
        self.cname = NameField(model, "cname", self.tr("the name that the people in it use"))
        self.uid = NameField(model, "uid", self.tr("1 to 4294967295, of nobody else"))
        self.token = TokenRows(self, model, self.rows, console)
        self._name_row = FieldRow(self.tr("Channel name"), self.cname.widget)
        self.add_row(self._name_row, self.cname, optional=False)
        self.add_row(self._uid_row(), self.uid, optional=False)
        for row in self.token.rows:
            self.body.addWidget(row)
        self._add_channel_type()
        self.token.left.connect(self.left)
        self.advanced = self.add_section(
            Advanced(
                self.tr("Channel"),
                self.tr("an encrypted channel"),
                model,
                [DECRYPTION, f"{RECORDING}.secret", f"{RECORDING}.salt"],
                self._build_keys,
            )
        )
        model.changed.connect(self._show)
        self._show()

    def channel_secret(self) -> SecretStr | None:
        """The secret of an encrypted channel; a page has none."""
        used = self._keys if self._draft.mode != "web" else None
        return used.secret.secret() if used else None

    def salt(self) -> SecretStr | None:
        """The salt of an encrypted channel; a page has none."""
        used = self._keys if self._draft.mode != "web" else None
        return used.salt.secret() if used else None

    def _uid_row(self) -> FieldRow:
        row = FieldRow(self.tr("Recorder UID"), self.uid.widget)
        self.unused = QPushButton(self.tr("Unused"))
        self.unused.setToolTip(self.tr("Take a UID that no recording here has used"))
        self.unused.setAccessibleName(self.tr("Take an unused recorder UID"))
        self.unused.clicked.connect(self._on_unused_clicked)
        row.add_widget(self.unused)
        return row

    def _add_channel_type(self) -> None:
        path = f"{RECORDING}.channelType"
        name = named(path)
        options = [(0, self.tr("Communication")), (1, self.tr("Live broadcast"))]
        self.channel_type = ChoiceField(self._draft, path, options, name, default=0)
        self.channel_type.widget.setToolTip(self.tr("Has to be the profile that the people use"))
        self._type_row = FieldRow(name, self.channel_type.widget)
        self.add_row(self._type_row, self.channel_type, optional=False)

    def _build_keys(self, section: Advanced) -> None:
        ciphers = [
            self.tr("Not encrypted"),
            "AES-128-XTS",
            "AES-128-ECB",
            "AES-256-XTS",
            "SM4-128-ECB",
            "AES-128-GCM",
            "AES-256-GCM",
            "AES-128-GCM2",
            "AES-256-GCM2",
        ]
        section.add_row(*combo_row(self._draft, DECRYPTION, ciphers))
        self._keys = _Keys(
            SecretRow(section.rows, f"{RECORDING}.secret"),
            SecretRow(section.rows, f"{RECORDING}.salt"),
        )
        for each in (self._keys.secret, self._keys.salt):
            section.body.addWidget(each.row)
            each.edited.connect(self.edited)
            each.left.connect(self._show_keys)
            each.left.connect(self.left)
        self._show_keys()

    # --- what is shown -----------------------------------------------------------

    def _show(self) -> None:
        page = self._draft.mode == "web"
        self.set_title(self.tr("Recording") if page else self.tr("Channel"))
        self._name_row.set_caption(self.tr("Name") if page else self.tr("Channel name"))
        self.cname.widget.setPlaceholderText(
            self.tr("any name for this recording")
            if page
            else self.tr("the name that the people in it use")
        )
        size = len(self._draft.text("cname").encode("utf-8", "surrogatepass"))
        most = WEB_CNAME_BYTES if page else CNAME_BYTES
        self._name_row.set_hint(self.tr("{0} of {1} bytes").format(size, most))
        for row in (self._type_row, self.token.choice_row):
            row.setVisible(not page)
        self.advanced.show_mode(self._draft.mode)
        self._show_keys()

    def _show_keys(self) -> None:
        if self._keys is not None:
            mode = self._draft.get(DECRYPTION)
            on = isinstance(mode, int) and mode > 0
            salted = mode in _SALTED
            self._keys.secret.row.setVisible(on or self._keys.secret.secret() is not None)
            self._keys.salt.row.setVisible(salted or self._keys.salt.secret() is not None)

    def _on_unused_clicked(self) -> None:
        self._draft.set("uid", self._suggest_uid())
        self.left.emit()
