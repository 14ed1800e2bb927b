"""Mode: one picture of all, everybody apart or a page, which media, and when to leave."""

from __future__ import annotations

from agora_console.ui.draft.document import RECORDING
from agora_console.ui.draft.fields import ChoiceField
from agora_console.ui.draft.folded import Advanced
from agora_console.ui.draft.form_card import FormCard
from agora_console.ui.draft.model import DraftModel
from agora_console.ui.draft.spec_fields import (
    choice_row,
    combo_row,
    named,
    number_row,
    text_row,
)
from agora_console.ui.widgets.field import FieldRow

AUDIO_PROFILE = f"{RECORDING}.audioProfile"
STREAM = f"{RECORDING}.videoStreamType"
PRIVATE = f"{RECORDING}.privateParams"


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
        self._draft = model
        name = named("mode")
        modes = [
            ("mix", self.tr("Composite (mix)")),
            ("individual", self.tr("Individual")),
            ("web", self.tr("Web page")),
        ]
        self.mode = ModeField(model, "mode", modes, name, default="mix")
        hints = {
            "mix": self.tr("One picture and sound of everybody"),
            "individual": self.tr("Files of their own for each UID"),
            "web": self.tr("A page as a browser shows it, with its sound"),
        }
        for value, hint in hints.items():
            self.mode.widget.option(value).setToolTip(hint)
        self.add_row(FieldRow(name, self.mode.widget), self.mode, optional=False)
        self._add_streams(model)
        self._idle_row, self.idle = number_row(model, f"{RECORDING}.maxIdleTime")
        self.add_row(self._idle_row, self.idle)
        self.advanced = self.add_section(
            Advanced(
                self.tr("Mode"),
                self.tr("sound quality, dual streams, private parameters"),
                model,
                [AUDIO_PROFILE, STREAM, PRIVATE],
                self._build_advanced,
            )
        )
        model.changed.connect(self._show_mode)
        self._show_mode()

    def _add_streams(self, model: DraftModel) -> None:
        path = f"{RECORDING}.streamTypes"
        name = named(path)
        options = [
            (0, self.tr("Audio")),
            (1, self.tr("Video")),
            (2, self.tr("Audio + video")),
        ]
        self.streams = ChoiceField(model, path, options, name, default=2)
        self._streams_row = self.add_row(FieldRow(name, self.streams.widget), self.streams)

    def _build_advanced(self, section: Advanced) -> None:
        model = self._draft
        section.add_row(
            *combo_row(
                model,
                AUDIO_PROFILE,
                [
                    self.tr("48 kHz mono, 48 Kbps"),
                    self.tr("48 kHz mono, 128 Kbps"),
                    self.tr("48 kHz stereo, 192 Kbps"),
                ],
            )
        )
        section.add_row(
            *choice_row(
                model,
                STREAM,
                [self.tr("High"), self.tr("Low")],
                hint=self.tr("Which one of a person who sends two"),
            )
        )
        section.add_row(
            *text_row(
                model,
                PRIVATE,
                hint=self.tr("Undocumented: JSON as Agora's support dictates it"),
            )
        )

    def _show_mode(self) -> None:
        page = self._draft.mode == "web"
        self._streams_row.setVisible(not page)
        self._idle_row.setVisible(not page)
        self.advanced.show_mode(self._draft.mode)
