"""Files and Limits: what kind of file comes out, and for how long it can be controlled."""

from __future__ import annotations

from agora_console.domain.paths import MISSING
from agora_console.ui.draft.document import ACQUIRE, FILES, SNAPSHOT
from agora_console.ui.draft.fields import ChoiceField
from agora_console.ui.draft.folded import Advanced
from agora_console.ui.draft.form_card import FormCard
from agora_console.ui.draft.list_fields import ListField
from agora_console.ui.draft.model import DraftModel
from agora_console.ui.draft.spec_fields import combo_row, named, number_row
from agora_console.ui.widgets.field import FieldRow
from agora_console.ui.widgets.labels import label

HLS, HLS_MP4 = ["hls"], ["hls", "mp4"]


class FilesCard(FormCard):
    """HLS always, MP4 beside it unless everybody is recorded apart."""

    def __init__(self, model: DraftModel) -> None:
        super().__init__("", model)
        self.set_title(self.tr("Files"))
        self._draft = model
        name = named(f"{FILES}.avFileType")
        options = [(HLS, self.tr("HLS")), (HLS_MP4, self.tr("HLS + MP4"))]
        self.kinds = ChoiceField(model, f"{FILES}.avFileType", options, name, default=HLS)
        self._row = FieldRow(name, self.kinds.widget)
        self.add_row(self._row, self.kinds, optional=False)
        self._none = label(
            self.tr("Snapshots only: no recording files are written."), "muted", wrap=True
        )
        self.body.addWidget(self._none)
        model.changed.connect(self._show_mode)
        self._show_mode()

    def _show_mode(self) -> None:
        possible = self._draft.mode != "individual"
        why = "" if possible else self.tr("MP4 files do not exist in individual mode")
        self.kinds.widget.set_enabled_option(HLS_MP4, possible, why)
        self._row.set_hint(why)
        pictures = self._draft.get(SNAPSHOT) is not MISSING
        none = pictures and self._draft.get(FILES) is MISSING
        self._none.setVisible(none)
        self._row.setVisible(not none)


class LimitsCard(FormCard):
    """The control window, and where in the world the recorder runs."""

    def __init__(self, model: DraftModel) -> None:
        super().__init__("", model)
        self.set_title(self.tr("Limits"))
        self._draft = model
        row, self.window_hours = number_row(
            model,
            f"{ACQUIRE}.resourceExpiredHour",
            hint=self.tr(
                "Counted from the start. Afterwards the recording can be neither asked nor "
                "stopped from here; it goes on by itself."
            ),
        )
        self.add_row(row, self.window_hours)
        keys = ("region", "regionAffinity", "excludeResourceIds")
        self.advanced = self.add_section(
            Advanced(
                self.tr("Limits"),
                self.tr("where the recorder runs"),
                model,
                [f"{ACQUIRE}.{key}" for key in keys],
                self._build_place,
            )
        )

    def _build_place(self, section: Advanced) -> None:
        section.add_row(
            *combo_row(
                self._draft,
                f"{ACQUIRE}.region",
                [
                    self.tr("Mainland China"),
                    self.tr("Asia"),
                    self.tr("Europe"),
                    self.tr("North America"),
                ],
                hint=self.tr("The recorder does not leave this region, also when it has to move"),
                unset=self.tr("Wherever Agora decides"),
            )
        )
        section.add_row(
            *combo_row(
                self._draft,
                f"{ACQUIRE}.regionAffinity",
                [
                    self.tr("Nearest"),
                    self.tr("Mainland China"),
                    self.tr("South-East Asia"),
                    self.tr("Europe"),
                    self.tr("North America"),
                ],
            )
        )
        away = ListField(
            self._draft, f"{ACQUIRE}.excludeResourceIds", self.tr("resource ids, with commas")
        )
        section.add_row(
            FieldRow(
                named(away.path),
                away.widget,
                hint=self.tr("The zones of these recordings are avoided"),
            ),
            away,
        )
