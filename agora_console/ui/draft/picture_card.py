"""Picture: size and rate of the composite video, and its layout."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy

from agora_console.domain.config.picture import FRAME_RATES
from agora_console.domain.layout import LAYOUT_KEYS
from agora_console.domain.paths import MISSING
from agora_console.domain.problems import Problem
from agora_console.domain.profiles import PROFILES, Profile
from agora_console.ui.draft.canvas import DEFAULT_SIZE, canvas
from agora_console.ui.draft.document import RECORDING, TRANSCODING, put
from agora_console.ui.draft.fields import ComboField, Field, NumberField
from agora_console.ui.draft.folded import Advanced
from agora_console.ui.draft.form_card import FormCard
from agora_console.ui.draft.layout_form import LayoutForm
from agora_console.ui.draft.list_fields import ImagesField
from agora_console.ui.draft.model import DraftModel
from agora_console.ui.draft.spec_fields import named, size_row, text_row
from agora_console.ui.widgets.field import FieldRow
from agora_console.ui.widgets.menus import give_menu

DEFAULT_FPS = 15
DEFAULT_BITRATE = 500

_OFFERED = {(640, 360), (640, 480), (848, 480), (960, 720), (1280, 720), (1920, 1080)}


class PictureCard(FormCard):
    """Width, height, frame rate, bitrate and `layout`, the form of the layout."""

    modes = ("mix",)

    def __init__(self, model: DraftModel) -> None:
        super().__init__("", model)
        self.set_title(self.tr("Picture"))
        self._draft = model
        width, height = DEFAULT_SIZE
        self.width_px = NumberField(model, f"{TRANSCODING}.width", str(width), ems=4.5)
        self.height_px = NumberField(model, f"{TRANSCODING}.height", str(height), ems=4.5)
        self._add_size()
        self._add_rate()
        self.layout_form = LayoutForm()
        self.layout_form.left.connect(self.left)
        self.layout_form.fix_requested.connect(self.fix_requested)
        self.layout_form.changed.connect(self._on_layout_changed)
        self.body.addWidget(self.layout_form)
        self._add_images()
        model.changed.connect(self._show_layout)
        self._show_layout()

    def fields(self) -> tuple[Field, ...]:
        return (*super().fields(), *self.layout_form.fields())

    def row_of(self, path: str) -> FieldRow | None:
        below = path.removeprefix(f"{TRANSCODING}.")
        inner = self.layout_form.row_of(below) if below != path else None
        return inner or super().row_of(path)

    def show_problems(self, problems: Sequence[Problem]) -> tuple[Problem, ...]:
        return super().show_problems(self.layout_form.show_problems(problems, TRANSCODING))

    # --- parts -----------------------------------------------------------------

    def _add_size(self) -> None:
        self.width_px.widget.setAccessibleName(self.tr("Width in pixels"))
        self.height_px.widget.setAccessibleName(self.tr("Height in pixels"))
        row = size_row(self.tr("Size"), self.width_px, self.height_px, self.tr("px"))
        row.add_widget(self._sizes_button())
        self.add_row(row, self.width_px, self.height_px)
        self.rows.claim(row, TRANSCODING)

    def _add_rate(self) -> None:
        path = f"{TRANSCODING}.fps"
        rates = [(rate, self.tr("{0} fps").format(rate)) for rate in FRAME_RATES]
        self.fps = ComboField(
            self._draft, path, rates, unset=self.tr("{0} fps, default").format(DEFAULT_FPS)
        )
        self.fps.widget.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.add_row(FieldRow(named(path), self.fps.widget), self.fps)
        self.bitrate = NumberField(
            self._draft, f"{TRANSCODING}.bitrate", str(DEFAULT_BITRATE), ems=6
        )
        self.add_row(
            FieldRow(
                named(self.bitrate.path),
                self.bitrate.widget,
                unit=self.tr("Kbps, default {0}").format(DEFAULT_BITRATE),
            ),
            self.bitrate,
        )

    def _add_images(self) -> None:
        keys = ("backgroundImage", "defaultUserBackgroundImage", "backgroundConfig")
        self.advanced = self.add_section(
            Advanced(
                self.tr("Picture"),
                self.tr("images behind the people and in place of them"),
                self._draft,
                [f"{TRANSCODING}.{key}" for key in keys],
                self._build_images,
            )
        )

    def _build_images(self, section: Advanced) -> None:
        formats = self.tr("JPEG or BMP, 6 MB at most")
        for key, hint in (
            ("backgroundImage", formats),
            (
                "defaultUserBackgroundImage",
                self.tr("In the region of a person who sends no video; {0}").format(formats),
            ),
        ):
            path = f"{TRANSCODING}.{key}"
            section.add_row(*text_row(self._draft, path, "https://", hint))
        renderings = (self.tr("crop"), self.tr("fit"))
        images = ImagesField(self._draft, f"{TRANSCODING}.backgroundConfig", renderings)
        hint = self.tr("Stronger than the image for all")
        section.add_row(FieldRow(named(images.path), images.widget, hint=hint), images)

    def _sizes_button(self) -> QPushButton:
        self.sizes = QPushButton(self.tr("Common sizes"))
        self.sizes.setToolTip(self.tr("Sets size, frame rate and a good bitrate"))
        give_menu(self.sizes, QMenu(self.sizes)).aboutToShow.connect(self._offer_sizes)
        return self.sizes

    # --- what happens ----------------------------------------------------------

    def _offer_sizes(self) -> None:
        """The bitrates follow from the channel type, so the menu is made when it is opened."""
        menu = self.sizes.menu()
        menu.clear()
        for profile in PROFILES:
            if (profile.width, profile.height) in _OFFERED:
                menu.addAction(self._profile_text(profile), partial(self._take_profile, profile))
        menu.addSeparator()
        menu.addAction(self.tr("Swap width and height"), self._swap)

    def _profile_text(self, profile: Profile) -> str:
        bitrate = profile.bitrate(self._channel_type())
        text = self.tr("{0} × {1}, {2} fps, {3} Kbps")
        return text.format(profile.width, profile.height, profile.fps, bitrate)

    def _take_profile(self, profile: Profile) -> None:
        self._set_canvas(
            {
                "width": profile.width,
                "height": profile.height,
                "fps": profile.fps,
                "bitrate": profile.bitrate(self._channel_type()),
            }
        )

    def _swap(self) -> None:
        width, height = canvas(self._draft)
        if width and height:
            self._set_canvas({"width": height, "height": width})

    def _set_canvas(self, values: Mapping[str, int]) -> None:
        document = self._draft.document()
        for key, value in values.items():
            document = put(document, f"{TRANSCODING}.{key}", value)
        self._draft.become(document)
        self.left.emit()

    def _channel_type(self) -> int:
        value = self._draft.get(f"{RECORDING}.channelType")
        return value if isinstance(value, int) else 0

    def _show_layout(self) -> None:
        config = self._draft.get(TRANSCODING)
        known = config if isinstance(config, Mapping) else {}
        self.layout_form.set_document({k: v for k, v in known.items() if k in LAYOUT_KEYS})

    def _on_layout_changed(self) -> None:
        config = self._draft.get(TRANSCODING)
        known = config if isinstance(config, Mapping) else {}
        canvas = {key: value for key, value in known.items() if key not in LAYOUT_KEYS}
        self._draft.set(TRANSCODING, {**canvas, **self.layout_form.document()} or MISSING)
