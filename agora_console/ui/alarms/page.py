"""AlarmPage: every alarm that waits, and those that were seen and have not ceased."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from agora_console.domain.alarms import Group
from agora_console.ui.alarms.card import AlarmCard
from agora_console.ui.look.metrics import em
from agora_console.ui.session.scrolled import Scrolled
from agora_console.ui.speech.saying import announce
from agora_console.ui.widgets.empty import EmptyState
from agora_console.ui.widgets.labels import label


class AlarmPage(QWidget):
    """`chosen` and `acknowledged` are those of the cards; `acknowledged` also carries all."""

    chosen = Signal(str)
    acknowledged = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._waiting: Sequence[Group] = ()
        self._title = label(self.tr("Alarms"), "title", size=1.5)
        self._count = label("", "muted")
        self.all = QPushButton(self.tr("Acknowledge all"))
        self.all.setToolTip(self.tr("I have seen all of these; each is written down"))
        self._empty = EmptyState(
            self.tr("No alarms"),
            self.tr(
                "What needs a look stays here until somebody acknowledges it, also when it has "
                "mended itself."
            ),
        )
        self._scroll = Scrolled()
        self._cards = _Cards(self, seen=False)
        self._seen_title = label(self.tr("Acknowledged, and still so"), "title", size=1.1)
        self._seen = _Cards(self, seen=True)
        self._lay_out()
        self.all.clicked.connect(self._on_all_clicked)
        self.show_groups((), (), 0.0)

    def show_groups(self, waiting: Sequence[Group], seen: Sequence[Group], now: float) -> None:
        """Show what waits, and what was seen."""
        self._waiting = waiting
        count = sum(len(group.alarms) for group in waiting)
        self._count.setText(self._count_text(count))
        self.all.setVisible(len(waiting) > 1)
        self.all.setText(self.tr("Acknowledge all {0}").format(count))
        self._cards.show_groups(waiting, now)
        self._seen.show_groups(seen, now)
        self._seen_title.setVisible(bool(seen))
        self._empty.setVisible(not waiting and not seen)
        self._scroll.setVisible(bool(waiting or seen))

    def focus_first(self) -> None:
        """Put the focus on the newest alarm; that there is none is said."""
        if not self._waiting:
            announce(self, self.tr("No alarms"))
        self._cards.focus_first()

    def _count_text(self, count: int) -> str:
        if not count:
            return ""
        return self.tr("1 waits") if count == 1 else self.tr("{0} wait").format(count)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(em(self, 0.8))
        head.addWidget(self._title)
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self.all)
        inner = QVBoxLayout(self._scroll.inner)
        inner.setContentsMargins(0, 0, em(self, 0.4), 0)
        inner.setSpacing(em(self, 0.7))
        inner.addLayout(self._cards.column)
        inner.addWidget(self._seen_title)
        inner.addLayout(self._seen.column)
        inner.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(em(self, 1.4), em(self, 1.2), em(self, 1.4), em(self, 1.1))
        column.setSpacing(em(self, 0.8))
        column.addLayout(head)
        column.addWidget(self._empty, 1)
        column.addWidget(self._scroll, 1)

    def _on_all_clicked(self) -> None:
        self.acknowledged.emit(
            tuple(alarm.key for group in self._waiting for alarm in group.alarms)
        )


class _Cards:
    """As many cards as are needed; they are used again."""

    def __init__(self, page: AlarmPage, *, seen: bool) -> None:
        self._page = page
        self._is_seen = seen
        self._cards: list[AlarmCard] = []
        self.column = QVBoxLayout()
        self.column.setSpacing(em(page, 0.6))

    def show_groups(self, groups: Sequence[Group], now: float) -> None:
        while len(self._cards) < len(groups):
            self._cards.append(self._make())
        for number, card in enumerate(self._cards):
            if number < len(groups):
                card.show_group(groups[number], now)
            card.setVisible(number < len(groups))

    def focus_first(self) -> None:
        if self._cards and self._cards[0].isVisible():
            self._cards[0].acknowledge.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self) -> AlarmCard:
        card = AlarmCard(brief=False)
        card.chosen.connect(self._page.chosen)
        card.acknowledged.connect(self._page.acknowledged)
        if self._is_seen:
            card.show_seen()
        self.column.addWidget(card)
        return card
