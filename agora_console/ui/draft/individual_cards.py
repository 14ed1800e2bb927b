"""Snapshots and Streams: what only the individual mode has."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox

from agora_console.domain.config.spec import by_path
from agora_console.domain.paths import MISSING
from agora_console.ui.draft.document import ACQUIRE, FILES, RECORDING, SNAPSHOT
from agora_console.ui.draft.fields import ChoiceField, ComboField, NumberField
from agora_console.ui.draft.folded import Advanced
from agora_console.ui.draft.form_card import FormCard
from agora_console.ui.draft.model import DraftModel
from agora_console.ui.draft.spec_fields import combo_row, named
from agora_console.ui.widgets.field import FieldRow

INTERVAL_DEFAULT = 10
GROUP = f"{RECORDING}.subscribeUidGroup"

SCENE = f"{ACQUIRE}.scene"
POLICY = "clientRequest.appsCollection.combinationPolicy"
_OPTIONS = "clientRequest.transcodeOptions"
KIND = f"{_OPTIONS}.transConfig.transMode"
CONTAINER = f"{_OPTIONS}.container.format"
AUDIO = f"{_OPTIONS}.audio"


class SnapshotsCard(FormCard):
    """Snapshots on or off, how often, and whether there are recording files beside them."""

    modes = ("individual",)

    def __init__(self, model: DraftModel) -> None:
        super().__init__("", model)
        self.set_title(self.tr("Snapshots"))
        self._draft = model
        self.on = QCheckBox(self.tr("Take JPEG snapshots of everybody"))
        self.interval = NumberField(
            model, f"{SNAPSHOT}.captureInterval", str(INTERVAL_DEFAULT), ems=6
        )
        self.files_too = QCheckBox(self.tr("Record files as well"))
        for box in (self.on, self.files_too):
            box.setAccessibleName(box.text())
        switch = FieldRow(named(SNAPSHOT), self.on)
        self._interval_row = FieldRow(
            named(self.interval.path),
            self.interval.widget,
            unit=self.tr("seconds, default {0}").format(INTERVAL_DEFAULT),
        )
        self._files_row = FieldRow(self.tr("Recording"), self.files_too)
        self.body.addWidget(switch)
        self.rows.claim(switch, SNAPSHOT)
        self.add_row(self._interval_row, self.interval)
        self.body.addWidget(self._files_row)
        self.on.clicked.connect(self._on_on_clicked)
        self.files_too.clicked.connect(self._on_files_too_clicked)
        model.changed.connect(self._show_switches)
        self._show_switches()

    def _show_switches(self) -> None:
        on = self._draft.get(SNAPSHOT) is not MISSING
        self.on.setChecked(on)
        self.files_too.setChecked(self._draft.get(FILES) is not MISSING)
        self._interval_row.setVisible(on)
        self._files_row.setVisible(on)

    def _on_on_clicked(self, on: bool) -> None:
        self._draft.set_snapshots(on)
        self.left.emit()

    def _on_files_too_clicked(self, on: bool) -> None:
        self._draft.set(FILES, {"avFileType": ["hls"]} if on else MISSING)
        self.left.emit()


class StreamsCard(FormCard):
    """How the streams of a person become files, and how many people there will be."""

    modes = ("individual",)

    def __init__(self, model: DraftModel) -> None:
        super().__init__("", model)
        self.set_title(self.tr("Streams"))
        name = named(f"{RECORDING}.streamMode")
        modes = [
            ("default", self.tr("Apart")),
            ("standard", self.tr("Apart + merged")),
            ("original", self.tr("Original")),
        ]
        self.stream_mode = ChoiceField(
            model, f"{RECORDING}.streamMode", modes, name, default="default"
        )
        hints = {
            "default": self.tr("One index for the audio and one for the video of each person"),
            "standard": self.tr("The same, and one index more with both; recommended"),
            "original": self.tr("Audio as it was sent, not transcoded; for audio alone"),
        }
        for value, hint in hints.items():
            self.stream_mode.widget.option(value).setToolTip(hint)
        self.add_row(FieldRow(name, self.stream_mode.widget), self.stream_mode)
        groups = [
            (choice.value, self.tr("{0} to {1} people").format(*choice.label.split(" to ")))
            for choice in by_path()[GROUP].choices
        ]
        self.group = ComboField(model, GROUP, groups, unset=self.tr("Choose …"))
        self.add_row(
            FieldRow(
                named(GROUP),
                self.group.widget,
                hint=self.tr("Different UIDs that are recorded, audio and video together"),
            ),
            self.group,
            optional=False,
        )
        self._draft = model
        sound = (f"{AUDIO}.{key}" for key in ("sampleRate", "bitrate", "channels"))
        self.advanced = self.add_section(
            Advanced(
                self.tr("Streams"),
                self.tr("work after the recording, which is gone from most of Agora"),
                model,
                [SCENE, POLICY, KIND, CONTAINER, *sound],
                self._build_postponed,
            )
        )
        model.changed.connect(self._show_mode)
        self._show_mode()

    def _show_mode(self) -> None:
        self.advanced.show_mode(self._draft.mode)

    def _build_postponed(self, section: Advanced) -> None:
        scenes = [
            self.tr("Audio and video"),
            self.tr("Web page"),
            self.tr("Postponed transcoding"),
        ]
        policies = [self.tr("Nothing"), self.tr("Transcode or mix")]
        rates = [self.tr("{0} kHz").format(rate) for rate in (48, 32, 16)]
        kinds = [self.tr("An MP4 for each UID"), self.tr("One sound file of everybody")]
        rows = [
            (POLICY, policies),
            (SCENE, scenes),
            (KIND, kinds),
            (CONTAINER, ["MP4", "MP3", "M4A", "AAC"]),
            (f"{AUDIO}.sampleRate", rates),
            (f"{AUDIO}.bitrate", [self.tr("{0} Kbps").format(48)]),
            (f"{AUDIO}.channels", [self.tr("Mono"), self.tr("Stereo")]),
        ]
        gone = self.tr("Agora no longer has this outside China")
        for path, texts in rows:
            hint = gone if path == POLICY else ""
            section.add_row(*combo_row(self._draft, path, texts, hint=hint))
