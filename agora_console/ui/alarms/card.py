"""AlarmCard: one alarm, or many alike, with "show" and "acknowledge"."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from agora_console.domain.alarms import Group
from agora_console.ui.alarms import words
from agora_console.ui.look.icons import tint
from agora_console.ui.look.metrics import em
from agora_console.ui.widgets.labels import ElidedLabel, label, restyle

SETTLE_MS = 500
"""For so long after it has changed, a card takes no press: it was meant for what stood there."""

_SEVERITY = {"danger": "error", "amber": "warning", "green": "note"}


class AlarmCard(QFrame):
    """`chosen` carries a session's id, `acknowledged` the keys of the alarms in it.

    A `brief` one has no sentence, which is in its tool tip then.
    """

    chosen = Signal(str)
    acknowledged = Signal(object)

    def __init__(self, *, brief: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._brief = brief
        self._group: Group | None = None
        self._settled = QElapsedTimer()
        self.settle_ms = SETTLE_MS
        self._icon = QLabel()
        self._title = ElidedLabel() if brief else label("", wrap=True)
        self._title.setProperty("role", "title")
        self._who = ElidedLabel() if brief else label("", wrap=True)
        self._when = label("", "muted", wrap=not brief)
        self._sentence = label("", wrap=True)
        self._sentence.setVisible(not brief)
        self.show_button = QPushButton(self.tr("Show"))
        self.show_button.setProperty("kind", "flat")
        self.show_button.setToolTip(self.tr("Go to the recording"))
        self.acknowledge = QPushButton(self.tr("Acknowledge"))
        self.acknowledge.setToolTip(
            self.tr(
                "I have seen this; it is written into the time line (the first one: Ctrl+Shift+A)"
            )
        )
        if brief:
            self.acknowledge.setProperty("kind", "flat")
        self._lay_out()
        self.show_button.clicked.connect(self._on_show_clicked)
        self.acknowledge.clicked.connect(self.acknowledge_shown)

    @property
    def group(self) -> Group | None:
        """What is shown."""
        return self._group

    def show_group(self, group: Group, now: float) -> None:
        """Show this, at `now`; the same one again only moves its time."""
        if self._group is None or _same(group) != _same(self._group):
            self._settled.start()
        self._group = group
        icon, role = words.tone(group)
        tint(self._icon, icon, role, 1.2)
        restyle(self, "severity", _SEVERITY[role])
        self._title.setText(words.title(group))
        self._who.setText(words.who(group))
        self._when.setText(words.when(group, now))
        self._sentence.setText(words.sentence(group))
        self.setToolTip(words.sentence(group) if self._brief else "")
        self.setAccessibleName(words.spoken(group))
        self.show_button.setToolTip(self.tr("Go to {0}").format(group.first.cname))
        self.show_button.setAccessibleName(self.tr("Show {0}").format(group.first.cname))
        self._name_acknowledge(group)

    def acknowledge_shown(self) -> None:
        """Acknowledge what is shown, unless it has only just come."""
        if self._group is not None and not self._is_new():
            self.acknowledged.emit(tuple(alarm.key for alarm in self._group.alarms))

    def show_seen(self) -> None:
        """It has been acknowledged; there is nothing to press."""
        self.acknowledge.hide()

    def _name_acknowledge(self, group: Group) -> None:
        count = len(group.alarms)
        self.acknowledge.setText(
            self.tr("Acknowledge") if count == 1 else self.tr("Acknowledge {0}").format(count)
        )
        self.acknowledge.setAccessibleName(
            self.tr("Acknowledge {0}: {1}").format(words.who(group), words.title(group))
        )

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(em(self, 0.5))
        top.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._title, 1)
        lines = QVBoxLayout()
        lines.setSpacing(em(self, 0.15))
        for part in (self._who, self._when, self._sentence):
            lines.addWidget(part)
        buttons = QHBoxLayout()
        buttons.setSpacing(em(self, 0.4))
        buttons.addStretch(1)
        buttons.addWidget(self.show_button)
        buttons.addWidget(self.acknowledge)
        text = QVBoxLayout()
        text.setSpacing(em(self, 0.2))
        text.addLayout(top)
        text.addLayout(lines)
        down, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        whole = QBoxLayout(down if self._brief else beside, self)
        edge, rim = em(self, 0.55 if self._brief else 0.9), em(self, 0.4 if self._brief else 0.7)
        whole.setContentsMargins(edge, rim, edge, rim)
        whole.setSpacing(em(self, 0.2 if self._brief else 1.0))
        whole.addLayout(text, 1)
        whole.addLayout(buttons)

    def _on_show_clicked(self) -> None:
        if self._group is not None and not self._is_new():
            self.chosen.emit(self._group.first.session_id)

    def _is_new(self) -> bool:
        return self._settled.elapsed() < self.settle_ms


def _same(group: Group) -> object:
    return [alarm.key for alarm in group.alarms], words.resolved(group)
