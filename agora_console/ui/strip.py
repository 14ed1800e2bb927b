"""Strip: the facts about the surroundings - Agora's host, budget, keyring, journal, the time."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from agora_console.ui.look.icons import tint
from agora_console.ui.look.metrics import em, tabular
from agora_console.ui.speech.spoken import said
from agora_console.ui.widgets.ground import hide_behind, paint_ground
from agora_console.ui.widgets.labels import ElidedLabel, restyle, say
from agora_console.ui.widgets.running import RunningLabel

if TYPE_CHECKING:
    from agora_console.services.watching.health import Health


class Strip(QFrame):
    """The line at the bottom of the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        hide_behind(self)
        self._light = QLabel()
        self._host = self._fact(self.tr("Agora's address and how fast it answered last"))
        self._budget = self._fact(self.tr("Requests in the last second, and how many Agora allows"))
        self._keyring = self._fact(self.tr("Where secrets are kept"))
        self._journal = self._fact(self.tr("Whether what happens is written down"))
        self._clock = RunningLabel()
        self._clock.setFont(tabular(self._clock.font()))
        self._told: tuple[object, ...] = ()
        self._clock.setAccessibleDescription(self.tr("Local time and UTC"))
        tint(self._light, "outline", "muted", 0.7)
        row = QHBoxLayout(self)
        row.setContentsMargins(em(self, 1.1), em(self, 0.4), em(self, 1.1), em(self, 0.45))
        row.setSpacing(em(self, 1.6))
        host = QHBoxLayout()
        host.setSpacing(em(self, 0.5))
        host.addWidget(self._light)
        host.addWidget(self._host)
        row.addLayout(host)
        for fact in (self._budget, self._keyring, self._journal):
            row.addWidget(fact)
        row.addStretch(1)
        row.addWidget(self._clock)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_ground(self)

    def set_health(self, health: Health) -> None:
        """Show the last known facts."""
        used, allowed = health.requests_last_second, health.budget
        reached, journal, keyring = health.reached, health.journal, health.keyring
        told = (health.host, reached, health.latency_ms, used, allowed, keyring, journal)
        if told == self._told:
            return
        self._told = told
        light = {True: ("sent", "green"), False: ("close", "danger"), None: ("outline", "muted")}
        tint(self._light, *light[reached])
        say(self._host, self._host_text(health))
        restyle(self._host, "role", "danger" if reached is False else "muted")
        say(self._budget, self.tr("{0} of {1} requests/s").format(used, allowed))
        restyle(self._budget, "role", "amber" if used >= allowed else "muted")
        say(self._keyring, said(keyring))
        say(self._journal, said(journal))

    def set_time(self, now: float) -> None:
        """Show the time of the console's clock, here and in UTC."""
        utc = datetime.fromtimestamp(now, tz=UTC)
        local = utc.astimezone()
        zone = local.tzname() or ""
        if local.utcoffset() == utc.utcoffset():
            self._clock.say(f"{utc:%H:%M:%S} UTC")
        else:
            self._clock.say(f"{local:%H:%M:%S} {zone} · {utc:%H:%M:%S} UTC")

    def _host_text(self, health: Health) -> str:
        if not health.host:
            return self.tr("Agora not asked yet")
        if health.reached is False:
            return self.tr("{0} does not answer").format(health.host)
        if health.latency_ms is None:
            return health.host
        return self.tr("{0} {1} ms").format(health.host, round(health.latency_ms))

    def _fact(self, meaning: str) -> ElidedLabel:
        fact = ElidedLabel()
        fact.setProperty("role", "muted")
        fact.setAccessibleDescription(meaning)
        return fact
