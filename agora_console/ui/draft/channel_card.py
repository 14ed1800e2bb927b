"""Channel: which channel, as whom, with which token."""

from __future__ import annotations

from collections.abc import Callable

from pydantic import SecretStr
from PySide6.QtWidgets import QPushButton

from agora_console.ui.draft.document import RECORDING
from agora_console.ui.draft.fields import ChoiceField, NameField
from agora_console.ui.draft.form_card import FormCard
from agora_console.ui.draft.model import DraftModel
from agora_console.ui.draft.secret_line import SecretLine, last_four
from agora_console.ui.widgets.field import FieldRow

_NAME_BYTES = 64


class ChannelCard(FormCard):
    """Channel name, recorder UID, token, channel type. `suggest_uid` finds an unused UID."""

    def __init__(self, model: DraftModel, suggest_uid: Callable[[], str]) -> None:
        super().__init__("", model)
        self.set_title(self.tr("Channel"))
        self._draft = model
        self._suggest_uid = suggest_uid
        self.cname = NameField(model, "cname", self.tr("the name that the people in it use"))
        self.uid = NameField(model, "uid", self.tr("1 to 4294967295, of nobody else"))
        self.token_line = SecretLine(self.tr("none; needed when the project has a certificate"))
        self._name_row = FieldRow(self.tr("Channel name"), self.cname.widget)
        self._token_row = self.token_line.row(self.tr("Token"))
        self.add_row(self._name_row, self.cname, optional=False)
        self.add_row(self._uid_row(), self.uid, optional=False)
        self.body.addWidget(self._token_row)
        self.rows.claim(self._token_row, "clientRequest.token")
        self._add_channel_type()
        self.token_line.textChanged.connect(self._on_token_changed)
        self.token_line.editingFinished.connect(self.left)
        model.changed.connect(self._count_bytes)
        self._count_bytes()

    def token(self) -> SecretStr | None:
        """The RTC token that was pasted."""
        return self.token_line.secret()

    def _uid_row(self) -> FieldRow:
        row = FieldRow(self.tr("Recorder UID"), self.uid.widget)
        self.unused = QPushButton(self.tr("Unused"))
        self.unused.setToolTip(self.tr("Take a UID that no recording here has used"))
        self.unused.setAccessibleName(self.tr("Take an unused recorder UID"))
        self.unused.clicked.connect(self._on_unused_clicked)
        row.add_widget(self.unused)
        return row

    def _add_channel_type(self) -> None:
        name = self.tr("Channel type")
        options = [(0, self.tr("Communication")), (1, self.tr("Live broadcast"))]
        self.channel_type = ChoiceField(
            self._draft, f"{RECORDING}.channelType", options, name, default=0
        )
        self.channel_type.widget.setToolTip(self.tr("Has to be the profile that the people use"))
        self.add_row(FieldRow(name, self.channel_type.widget), self.channel_type, optional=False)

    def _count_bytes(self) -> None:
        size = len(self._draft.text("cname").encode("utf-8", "surrogatepass"))
        self._name_row.set_hint(self.tr("{0} of {1} bytes").format(size, _NAME_BYTES))

    def _on_unused_clicked(self) -> None:
        self._draft.set("uid", self._suggest_uid())
        self.left.emit()

    def _on_token_changed(self) -> None:
        token = self.token()
        self._token_row.set_sent(token is not None)
        end = last_four(token)
        kept = self.tr("Kept for this start only")
        self._token_row.set_hint("" if token is None else f"{kept}; …{end}" if end else kept)
