"""FirstRun: what a person sees before there is a project - three steps, or the demo."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from agora_console.ui.look.metrics import em, scaled
from agora_console.ui.widgets.card import Card
from agora_console.ui.widgets.labels import label

_WIDEST = 54.0  # em; longer lines are hard to read


class FirstRun(QScrollArea):
    """The way to the first recording."""

    setup_requested = Signal()
    demo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setup = QPushButton(self.tr("Set up a project…"))
        self.setup.setProperty("kind", "primary")
        self.setup.setToolTip(self.tr("App ID, customer ID and secret, storage (Ctrl+,)"))
        self.demo = QPushButton(self.tr("Try the demo"))
        self.demo.setToolTip(self.tr("Opens on a simulator: no account needed, nothing recorded"))
        self.setup.clicked.connect(self.setup_requested)
        self.demo.clicked.connect(self.demo_requested)
        self._lay_out()

    def _steps(self) -> tuple[tuple[str, str], ...]:
        return (
            (
                self.tr("App ID"),
                self.tr("Which Agora project is recorded. You find it in its project list."),
            ),
            (
                self.tr("Customer ID and secret"),
                self.tr(
                    "They prove that you may record. A Test button asks Agora; the secret goes "
                    "into the keyring of this machine and nowhere else."
                ),
            ),
            (
                self.tr("Storage"),
                self.tr("Your own bucket, by vendor and region, and a key that may write to it."),
            ),
        )

    def _lay_out(self) -> None:
        title = label(self.tr("Record your first channel"), "title", wrap=True, size=1.6)
        text = label(
            self.tr("Agora records in its cloud and puts the files into your bucket. Three steps:"),
            "muted",
            wrap=True,
        )
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QWidget()
        column.setMaximumWidth(em(self, _WIDEST))
        middle = QVBoxLayout(column)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(em(self, 1))
        middle.addStretch(1)
        middle.addWidget(title)
        middle.addWidget(text)
        for number, (name, sentence) in enumerate(self._steps(), start=1):
            middle.addWidget(_step(number, name, sentence))
        buttons = QHBoxLayout()
        buttons.setSpacing(em(self, 0.8))
        buttons.addWidget(self.setup)
        buttons.addWidget(self.demo)
        buttons.addStretch(1)
        middle.addLayout(buttons)
        middle.addStretch(2)
        outer = QHBoxLayout(inside)
        outer.setContentsMargins(em(self, 1.4), em(self, 1), em(self, 1.4), em(self, 1))
        outer.addStretch(1)
        outer.addWidget(column, 1000)
        outer.addStretch(1)
        self.setWidget(inside)
        self.setFocusProxy(self.setup)


def _step(number: int, name: str, sentence: str) -> Card:
    card = Card()
    figure = label(str(number), "muted")
    figure.setFont(scaled(figure.font(), 1.8, bold=True))
    figure.setFixedWidth(em(card, 2.4))
    words = QVBoxLayout()
    words.setSpacing(em(card, 0.2))
    words.addWidget(label(name, "title"))
    words.addWidget(label(sentence, "muted", wrap=True))
    row = QHBoxLayout()
    row.addWidget(figure, 0, Qt.AlignmentFlag.AlignVCenter)
    row.addLayout(words, 1)
    card.body.addLayout(row)
    card.setAccessibleName(name)
    return card
