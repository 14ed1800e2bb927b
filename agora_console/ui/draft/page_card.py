"""Page: which web page is recorded, in which size, and for how long at most."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from agora_console.domain.page import RECORDER
from agora_console.domain.paths import MISSING, read
from agora_console.domain.problems import Problem
from agora_console.ui.draft.document import PAGE, service_at, with_service
from agora_console.ui.draft.fields import LineField, NumberField
from agora_console.ui.draft.folded import Advanced
from agora_console.ui.draft.form_card import FormCard
from agora_console.ui.draft.model import DocumentModel, DraftModel
from agora_console.ui.draft.spec_fields import (
    choice_row,
    combo_row,
    named,
    number_row,
    size_row,
)
from agora_console.ui.widgets.field import FieldRow

PREFIX = f"{PAGE}.extensionServices[].serviceParam."
HD = 1280 * 720
"""Pixels from which on Agora takes the higher of its two bitrates."""


class PageCard(FormCard):
    """The parameters of the service that records the page, wherever in its list it stands.

    Its rows are made when the mode is web for the first time; their paths begin at the
    parameters.
    """

    modes = ("web",)

    def __init__(self, model: DraftModel) -> None:
        self.params = DocumentModel({}, model)
        super().__init__("", self.params)
        self.set_title(self.tr("Page"))
        self._draft = model
        self._built = False
        self.params.changed.connect(self._give)
        model.changed.connect(self._take)
        self._take()

    @property
    def place(self) -> str:
        """Where in the draft the parameters stand; "" while there are none."""
        service = service_at(self._draft.document(), RECORDER)
        return f"{service}.serviceParam" if service else ""

    def row_of(self, path: str) -> FieldRow | None:
        place = self.place
        below = path.removeprefix(f"{place}.") if place else path
        return super().row_of(below) if below != path else None

    def show_problems(self, problems: Sequence[Problem]) -> tuple[Problem, ...]:
        return self.rows.show_problems(problems, self.place or PAGE)

    # --- parts -------------------------------------------------------------------

    def _build(self) -> None:
        self._built = True
        params = self.params
        self.url = LineField(params, "url", "https://")
        self.add_row(
            FieldRow(
                named("url", PREFIX),
                self.url.widget,
                hint=self.tr("It has to open without a login and without leading elsewhere"),
            ),
            self.url,
            optional=False,
        )
        self._add_size()
        row, self.hours = number_row(
            params,
            "maxRecordingHour",
            hint=self.tr("Then it ends by itself; it is billed until it ends"),
            prefix=PREFIX,
        )
        self.add_row(row, self.hours, optional=False)
        self._add_quality()
        self._fold_advanced()
        params.changed.connect(self._show_bitrate)
        self._show_bitrate()
        self.rows.grown.emit()

    def _add_quality(self) -> None:
        params = self.params
        profiles = [
            self.tr("48 kHz mono, 48 Kbps"),
            self.tr("48 kHz mono, 128 Kbps"),
            self.tr("48 kHz stereo, 192 Kbps"),
        ]
        row, self.sound = combo_row(
            params,
            "audioProfile",
            profiles,
            prefix=PREFIX,
            unset=self.tr("Choose …"),
        )
        self.add_row(row, self.sound, optional=False)
        row, self.fps = number_row(params, "videoFps", prefix=PREFIX)
        self.add_row(row, self.fps)
        row, self.bitrate = number_row(params, "videoBitrate", prefix=PREFIX)
        self.add_row(row, self.bitrate)

    def _fold_advanced(self) -> None:
        self.advanced = self.add_section(
            Advanced(
                self.tr("Page"),
                self.tr("phone view, paused start, loading, length of MP4 files"),
                self.params,
                ["mobile", "onhold", "readyTimeout", "maxVideoDuration"],
                self._build_advanced,
                prefix=PREFIX,
            )
        )

    def _add_size(self) -> None:
        self.width_px = NumberField(self.params, "videoWidth", "240", ems=4.5)
        self.height_px = NumberField(self.params, "videoHeight", "240", ems=4.5)
        self.width_px.widget.setAccessibleName(self.tr("Page width in pixels"))
        self.height_px.widget.setAccessibleName(self.tr("Page height in pixels"))
        row = size_row(
            self.tr("Size"), self.width_px, self.height_px, self.tr("px, 240 to 1920 a side")
        )
        self.add_row(row, self.width_px, self.height_px, optional=False)

    def _build_advanced(self, section: Advanced) -> None:
        params = self.params
        section.add_row(
            *choice_row(
                params,
                "mobile",
                [self.tr("Desktop"), self.tr("Phone")],
                prefix=PREFIX,
            )
        )
        section.add_row(
            *choice_row(
                params,
                "onhold",
                [self.tr("No"), self.tr("Yes")],
                hint=self.tr("Paused, the page is open and nothing is written until it goes on"),
                prefix=PREFIX,
            )
        )
        section.add_row(
            *number_row(
                params,
                "readyTimeout",
                hint=self.tr("Until the page itself says that it is ready; 0 does not wait"),
                prefix=PREFIX,
            )
        )
        section.add_row(
            *number_row(
                params,
                "maxVideoDuration",
                hint=self.tr("Then the next one begins, as it does after about 2 GB"),
                prefix=PREFIX,
            )
        )

    # --- what happens ------------------------------------------------------------

    def _take(self) -> None:
        if self._draft.mode == "web" and not self._built:
            self._build()
        param = read(self._draft.document(), self.place) if self.place else MISSING
        self.params.become(dict(param) if isinstance(param, Mapping) else {})

    def _give(self) -> None:
        param = self.params.document()
        known = self._draft.get(self.place) if self.place else MISSING
        if self._draft.mode == "web" and (param or self.place) and param != known:
            self._draft.become(with_service(self._draft.document(), RECORDER, param))

    def _show_bitrate(self) -> None:
        sides = (self.width_px.read(), self.height_px.read())
        known = all(isinstance(side, int) for side in sides)
        default = 2000 if known and sides[0] * sides[1] >= HD else 1500
        self.bitrate.widget.setPlaceholderText(str(default))
