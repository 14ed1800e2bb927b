"""PreferencesDialog: how the console looks, and where it keeps what."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from agora_console.ui.actions import sort_names
from agora_console.ui.look.metrics import em, inset
from agora_console.ui.look.theme import Choice, Theme
from agora_console.ui.session.scrolled import Scrolled
from agora_console.ui.speech.language import NAMES, Language, Tongue
from agora_console.ui.widgets.card import Card
from agora_console.ui.widgets.copy_label import CopyLabel
from agora_console.ui.widgets.labels import label
from agora_console.ui.widgets.segmented import SegmentedControl

MOST_DAYS = 3650
"""Days that can be chosen here; the file takes more."""


class PreferencesDialog(QDialog):
    """What is chosen holds at once.

    `theme_chosen` carries a Choice, `language_chosen` a Tongue, `sort_chosen` a Sort,
    `sound_chosen` whether alarms are heard, `days_chosen` how long the journal keeps what is over,
    `logs_requested` a wish. `cards` stand below its own.
    """

    theme_chosen = Signal(str)
    language_chosen = Signal(str)
    sort_chosen = Signal(str)
    sound_chosen = Signal(bool)
    days_chosen = Signal(int)
    logs_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        language: Language,
        folder: Path,
        parent: QWidget | None = None,
        *,
        cards: Sequence[QWidget] = (),
    ) -> None:
        super().__init__(parent)
        self._showing = False
        self.setObjectName("page")
        self.setWindowTitle(self.tr("Settings of the console"))
        self._theme = theme
        self.theme = SegmentedControl(
            (
                (Choice.SYSTEM, self.tr("Like the system")),
                (Choice.LIGHT, self.tr("Light")),
                (Choice.DARK, self.tr("Dark")),
                (Choice.CONTRAST, self.tr("High contrast")),
            ),
            self.tr("Theme"),
        )
        spoken = ((tongue, name) for tongue, name in NAMES.items())
        self.language = SegmentedControl(
            ((Tongue.SYSTEM, self.tr("Like the system")), *spoken), self.tr("Language")
        )
        self.language.set_value(language.choice)
        self.sort = self._make_sort()
        self.sound = QCheckBox(self.tr("Beep when an alarm is raised"))
        self.days = self._make_days()
        self.logs = QPushButton(self.tr("Open the log folder"))
        self.logs.setAutoDefault(False)
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        self._lay_out(folder, cards, close)
        self.theme.value_changed.connect(self._on_value_changed)
        self.language.value_changed.connect(lambda tongue: self.language_chosen.emit(str(tongue)))
        self.sort.activated.connect(lambda: self.sort_chosen.emit(self.sort.currentData()))
        self.sound.toggled.connect(self._on_sound_toggled)
        self.days.editingFinished.connect(self._on_days_edited)
        self.logs.clicked.connect(self.logs_requested)
        close.clicked.connect(self.accept)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _lay_out(self, folder: Path, cards: Sequence[QWidget], close: QPushButton) -> None:
        place = CopyLabel(self.tr("Journal, settings and log"))
        place.set_value(str(folder))
        looks, keeps = Card(self.tr("Theme")), Card(self.tr("Data folder"))
        speaks = Card(self.tr("Language"))
        speaks.set_hint(self.tr("holds at once; what Agora says stays as it is"))
        speaks.body.addWidget(self.language)
        looks.set_hint(self.tr("holds at once and in the next run"))
        looks.body.addWidget(self.theme)
        lists = Card(self.tr("List and alarms"))
        line = _row(label(self.tr("Order"), "muted"), self.sort)
        line.addWidget(self.sound)
        lists.body.addLayout(line)
        keeps.body.addLayout(_row(label(self.tr("Keep what is over for"), "muted"), self.days))
        stays = self.tr(
            "Cleaned up once a day. What is not provably over never leaves the journal."
        )
        keeps.body.addWidget(label(stays, "muted", wrap=True))
        keeps.body.addWidget(place)
        said = self.tr("Another folder is chosen with --data-dir. Secrets are never in it.")
        keeps.body.addWidget(label(said, "muted", wrap=True))
        scrolled = Scrolled()
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        edge = em(self, 1.2)
        column = QVBoxLayout(scrolled.inner)
        column.setContentsMargins(edge, edge, edge, 0)
        column.setSpacing(em(self, 0.8))
        for card in (looks, speaks, lists, keeps, *cards):
            column.addWidget(card)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(edge, 0, edge, edge)
        foot.addWidget(self.logs)
        foot.addStretch(1)
        foot.addWidget(close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(em(self, 0.8))
        whole.addWidget(scrolled)
        whole.addLayout(foot)
        self._take_place(scrolled, foot)

    def _take_place(self, scrolled: Scrolled, foot: QHBoxLayout) -> None:
        """As wide as the cards have to be, and as high as the screen lets them be."""
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        width = max(em(self, 44), scrolled.inner.minimumSizeHint().width() + bar)
        scrolled.setMinimumWidth(width)
        high = scrolled.inner.heightForWidth(width) + foot.sizeHint().height() + em(self, 1)
        self.resize(width, min(high, round(self.screen().availableGeometry().height() * 0.9)))

    def show_kept(self, *, sort: str, sound: bool, days: int) -> None:
        """Show what holds now."""
        self._showing = True
        self.sort.setCurrentIndex(self.sort.findData(sort))
        self.sound.setChecked(sound)
        self.days.setMaximum(max(MOST_DAYS, days))
        self.days.setValue(days)
        self._days = days
        self._showing = False

    def _make_sort(self) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self.tr("Order of the list"))
        for value, name in sort_names().items():
            box.addItem(name, value)
        return box

    def _make_days(self) -> QSpinBox:
        box = QSpinBox()
        inset(box)
        box.setRange(0, MOST_DAYS)
        box.setSuffix(self.tr(" days"))
        box.setSpecialValueText(self.tr("ever"))
        box.setAccessibleName(self.tr("Days for which the journal keeps what is over"))
        self._days = 0
        return box

    def _on_sound_toggled(self, on: bool) -> None:
        if not self._showing:
            self.sound_chosen.emit(on)

    def _on_days_edited(self) -> None:
        if self.days.value() != self._days:
            self._days = self.days.value()
            self.days_chosen.emit(self._days)

    def _on_value_changed(self, choice: object) -> None:
        self.theme_chosen.emit(str(choice))

    def _on_theme_changed(self) -> None:
        self.theme.set_value(self._theme.choice)


def _row(name: QLabel, field: QWidget) -> QHBoxLayout:
    name.setBuddy(field)
    row = QHBoxLayout()
    row.addWidget(name)
    row.addWidget(field)
    row.addStretch(1)
    return row
