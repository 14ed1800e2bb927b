"""Mode: one picture of all or everybody apart, which media, and when to leave."""

from __future__ import annotations

from agora_console.ui.draft.document import RECORDING
from agora_console.ui.draft.fields import ChoiceField, NumberField
from agora_console.ui.draft.form_card import FormCard
from agora_console.ui.draft.model import DraftModel
from agora_console.ui.widgets.field import FieldRow

IDLE_DEFAULT = 30


class ModeField(ChoiceField):
    """The mode; changing it puts aside what the other mode does not know."""

    model: DraftModel

    def write(self) -> None:
        self.model.set_mode(str(self.read()))


class ModeCard(FormCard):
    """Recording mode, streams, idle time."""

    def __init__(self, model: DraftModel) -> None:
        super().__init__("", model)
        self.set_title(self.tr("Mode"))
        name = self.tr("Recording mode")
        modes = [("mix", self.tr("Composite (mix)")), ("individual", self.tr("Individual"))]
        self.mode = ModeField(model, "mode", modes, name, default="mix")
        self.mode.widget.option("mix").setToolTip(self.tr("One picture and sound of everybody"))
        self.mode.widget.option("individual").setToolTip(self.tr("Files of their own for each UID"))
        self.add_row(FieldRow(name, self.mode.widget), self.mode, optional=False)
        self._add_streams(model)
        self.idle = NumberField(
            model, f"{RECORDING}.maxIdleTime", placeholder=str(IDLE_DEFAULT), ems=6
        )
        self.add_row(
            FieldRow(
                self.tr("Leave when idle"),
                self.idle.widget,
                unit=self.tr("seconds, default {0}").format(IDLE_DEFAULT),
            ),
            self.idle,
        )

    def _add_streams(self, model: DraftModel) -> None:
        name = self.tr("Record")
        options = [
            (0, self.tr("Audio")),
            (1, self.tr("Video")),
            (2, self.tr("Audio + video")),
        ]
        self.streams = ChoiceField(model, f"{RECORDING}.streamTypes", options, name, default=2)
        self.add_row(FieldRow(name, self.streams.widget), self.streams)
