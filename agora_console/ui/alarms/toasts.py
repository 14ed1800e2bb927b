"""ToastStack: the newest alarms, at the foot of the list, where they cover and move nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from agora_console.domain.alarms import Group
from agora_console.ui.alarms.card import AlarmCard
from agora_console.ui.look.metrics import em

MOST = 3
"""Toasts at once."""

HEIGHT = 13.0
"""Height in em of the list beside for which one more toast has its place."""


class ToastStack(QFrame):
    """Never takes the focus by itself. `chosen` and `acknowledged` are those of the cards.

    `all_requested` says that a person wants to see all of them.
    """

    chosen = Signal(str)
    acknowledged = Signal(object)
    all_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toasts")
        self.setAccessibleName(self.tr("Alarms"))
        self._groups: Sequence[Group] = ()
        self._now = 0.0
        self.cards = [AlarmCard(brief=True) for _ in range(MOST)]
        self.more = QPushButton()
        self.more.setProperty("kind", "link")
        self.more.setToolTip(self.tr("Show every alarm (F9)"))
        column = QVBoxLayout(self)
        column.setContentsMargins(em(self, 0.6), em(self, 0.6), em(self, 0.6), em(self, 0.6))
        column.setSpacing(em(self, 0.5))
        for card in self.cards:
            column.addWidget(card)
            card.chosen.connect(self.chosen)
            card.acknowledged.connect(self.acknowledged)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.more.clicked.connect(self.all_requested)
        self.hide()

    def stops(self) -> list[QPushButton]:
        """What Tab reaches, in that order."""
        buttons = [(card.show_button, card.acknowledge) for card in self.cards]
        return [*(button for pair in buttons for button in pair), self.more]

    def show_groups(self, groups: Sequence[Group], now: float) -> None:
        """Show the first of these, and how many more there are."""
        self._groups, self._now = groups, now
        places = self._places()
        focused = next((card for card in self.cards if card.acknowledge.hasFocus()), None)
        for number, card in enumerate(self.cards):
            shown = number < min(len(groups), places)
            if shown:
                card.show_group(groups[number], now)
            card.setVisible(shown)
        hidden = sum(len(group.alarms) for group in groups[places:])
        self.more.setText(
            self.tr("1 more alarm") if hidden == 1 else self.tr("{0} more alarms").format(hidden)
        )
        self.more.setVisible(hidden > 0)
        self.setVisible(bool(groups))
        if focused is not None and focused.isHidden() and not self.cards[0].isHidden():
            self.cards[0].acknowledge.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Take as many places as the height of what it lies in allows."""
        if sum(not card.isHidden() for card in self.cards) != min(
            len(self._groups), self._places()
        ):
            self.show_groups(self._groups, self._now)

    def _places(self) -> int:
        around = self.parentWidget()
        height = around.height() if around is not None else em(self, HEIGHT)
        return max(1, min(MOST, int(height / em(self, HEIGHT)) - 1))
