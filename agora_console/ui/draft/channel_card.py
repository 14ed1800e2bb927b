"""Channel: which channel, as whom, with which token."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from agora_console.ui.draft.document import RECORDING
from agora_console.ui.draft.fields import ChoiceField, NameField
from agora_console.ui.draft.form_card import FormCard
from agora_console.ui.draft.model import DraftModel
from agora_console.ui.draft.token_rows import TokenRows
from agora_console.ui.widgets.field import FieldRow

if TYPE_CHECKING:
    from agora_console.services.console import Console

_NAME_BYTES = 64


class ChannelCard(FormCard):
    """Channel name, recorder UID, token, channel type."""

    def __init__(self, model: DraftModel, console: Console) -> None:
        super().__init__("", model)
        self.set_title(self.tr("Channel"))
        self._draft = model
        self._suggest_uid = console.recordings.suggest_uid
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
        model.changed.connect(self._count_bytes)
        self._count_bytes()

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
