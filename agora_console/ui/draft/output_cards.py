"""Files and Limits: what kind of file comes out, and for how long it can be controlled."""

from __future__ import annotations

from agora_console.domain.paths import MISSING
from agora_console.ui.draft.document import ACQUIRE, FILES, SNAPSHOT
from agora_console.ui.draft.fields import ChoiceField, NumberField
from agora_console.ui.draft.form_card import FormCard
from agora_console.ui.draft.model import DraftModel
from agora_console.ui.widgets.field import FieldRow
from agora_console.ui.widgets.labels import label

WINDOW_DEFAULT = 72
HLS, HLS_MP4 = ["hls"], ["hls", "mp4"]


class FilesCard(FormCard):
    """HLS always, MP4 beside it in mix."""

    def __init__(self, model: DraftModel) -> None:
        super().__init__("", model)
        self.set_title(self.tr("Files"))
        self._draft = model
        name = self.tr("File type")
        options = [(HLS, self.tr("HLS")), (HLS_MP4, self.tr("HLS + MP4"))]
        self.kinds = ChoiceField(model, f"{FILES}.avFileType", options, name, default=HLS)
        self._row = FieldRow(name, self.kinds.widget)
        self.add_row(self._row, self.kinds, optional=False)
        self._none = label(
            self.tr("Screenshots only: no recording files are written."), "muted", wrap=True
        )
        self.body.addWidget(self._none)
        model.changed.connect(self._show_mode)
        self._show_mode()

    def _show_mode(self) -> None:
        mix = self._draft.mode == "mix"
        why = "" if mix else self.tr("MP4 files exist in mix mode only")
        self.kinds.widget.set_enabled_option(HLS_MP4, mix, why)
        self._row.set_hint(why)
        pictures = self._draft.get(SNAPSHOT) is not MISSING
        none = pictures and self._draft.get(FILES) is MISSING
        self._none.setVisible(none)
        self._row.setVisible(not none)


class LimitsCard(FormCard):
    """The control window."""

    def __init__(self, model: DraftModel) -> None:
        super().__init__("", model)
        self.set_title(self.tr("Limits"))
        self.window_hours = NumberField(
            model, f"{ACQUIRE}.resourceExpiredHour", str(WINDOW_DEFAULT), ems=6
        )
        self.add_row(
            FieldRow(
                self.tr("Control window"),
                self.window_hours.widget,
                unit=self.tr("hours, default {0}").format(WINDOW_DEFAULT),
                hint=self.tr(
                    "Counted from the start. Afterwards the recording can be neither asked nor "
                    "stopped from here; it goes on by itself."
                ),
            ),
            self.window_hours,
        )
