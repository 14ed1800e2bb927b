"""What a preview assumes: how many people there are and which pictures they send."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSlider, QVBoxLayout, QWidget

from agora_console.domain.layout import MAX_PEOPLE
from agora_console.ui.layout.sources import Sources
from agora_console.ui.look.metrics import em
from agora_console.ui.widgets.labels import label
from agora_console.ui.widgets.segmented import SegmentedControl
from agora_console.ui.widgets.stepper import Stepper


class PeopleSlider(Stepper):
    """1 to 17 people, by slider or one by one."""

    def __init__(self, people: int) -> None:
        super().__init__(self.tr("people"), people, 1, MAX_PEOPLE)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(1, MAX_PEOPLE)
        self.slider.setPageStep(4)
        self.slider.setValue(people)
        self.slider.setAccessibleName(self.tr("People in the preview"))
        self.slider.setMinimumWidth(em(self, 4))
        row = self.layout()
        assert isinstance(row, QHBoxLayout)
        row.insertWidget(2, self.slider, 1)
        self.slider.valueChanged.connect(self.set_value)
        self.changed.connect(self._on_changed)

    def _on_changed(self, people: int) -> None:
        with QSignalBlocker(self.slider):
            self.slider.setValue(people)


class PreviewControls(QWidget):
    """People, sources and numbers. `changed` follows each of them."""

    changed = Signal()

    def __init__(self, people: int) -> None:
        super().__init__()
        self.people = PeopleSlider(people)
        self.sources = SegmentedControl(
            [
                (Sources.LANDSCAPE, self.tr("Landscape")),
                (Sources.PORTRAIT, self.tr("Portrait")),
                (Sources.MIXED, self.tr("Mixed")),
            ],
            self.tr("Pictures that people send"),
        )
        self.sources.setToolTip(
            self.tr("Shows what crop cuts off, and which bars fit leaves, for these cameras")
        )
        self.numbers = QCheckBox(self.tr("Numbers"))
        self.numbers.setToolTip(
            self.tr("Left, top, width and height of each region, as fractions and in pixels")
        )
        self.people.changed.connect(self.changed)
        self.sources.value_changed.connect(self.changed)
        self.numbers.toggled.connect(self.changed)
        first = QHBoxLayout()
        first.setSpacing(em(self, 1))
        first.addWidget(self.people, 1)
        first.addWidget(self.numbers)
        second = QHBoxLayout()
        second.setSpacing(em(self, 0.6))
        second.addWidget(label(self.tr("cameras"), "muted"))
        second.addWidget(self.sources)
        second.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.4))
        column.addLayout(first)
        column.addLayout(second)

    def shape(self) -> Sources:
        """The pictures that people send."""
        return Sources(str(self.sources.value()))
