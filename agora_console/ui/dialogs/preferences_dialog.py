"""PreferencesDialog: how the console looks, and where it keeps what."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from agora_console.ui.language import NAMES, Language, Tongue
from agora_console.ui.metrics import em
from agora_console.ui.theme import Choice, Theme
from agora_console.ui.widgets.card import Card
from agora_console.ui.widgets.copy_label import CopyLabel
from agora_console.ui.widgets.labels import label
from agora_console.ui.widgets.segmented import SegmentedControl


class PreferencesDialog(QDialog):
    """What is chosen holds at once.

    `theme_chosen` carries a Choice, `language_chosen` a Tongue, `logs_requested` the wish.
    `cards` stand below its own.
    """

    theme_chosen = Signal(str)
    language_chosen = Signal(str)
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
        self.logs = QPushButton(self.tr("Open the log folder"))
        self.logs.setAutoDefault(False)
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        place = CopyLabel(self.tr("Journal, settings and log"))
        place.set_value(str(folder))
        looks, keeps = Card(self.tr("Theme")), Card(self.tr("Data folder"))
        speaks = Card(self.tr("Language"))
        speaks.set_hint(self.tr("holds at once; what Agora says stays as it is"))
        speaks.body.addWidget(self.language)
        looks.set_hint(self.tr("holds at once and in the next run"))
        looks.body.addWidget(self.theme)
        keeps.body.addWidget(place)
        said = self.tr("Another folder is chosen with --data-dir. Secrets are never in it.")
        keeps.body.addWidget(label(said, "muted", wrap=True))
        keeps.body.addWidget(self.logs, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        edge = em(self, 1.2)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(em(self, 0.8))
        column.addWidget(looks)
        column.addWidget(speaks)
        column.addWidget(keeps)
        for card in cards:
            column.addWidget(card)
        column.addStretch(1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.setMinimumWidth(em(self, 44))
        self.theme.value_changed.connect(self._on_value_changed)
        self.language.value_changed.connect(lambda tongue: self.language_chosen.emit(str(tongue)))
        self.logs.clicked.connect(self.logs_requested)
        close.clicked.connect(self.accept)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _on_value_changed(self, choice: object) -> None:
        self.theme_chosen.emit(str(choice))

    def _on_theme_changed(self) -> None:
        self.theme.set_value(self._theme.choice)
