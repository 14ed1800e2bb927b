"""AlarmDesk: joins the alarms with toasts, page, bell, sound and speech."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject
from PySide6.QtWidgets import QApplication, QWidget

from agora_console.domain.alarms import GRAVE, Alarm, grouped
from agora_console.services.watching.alarms import Key
from agora_console.ui.alarms import words
from agora_console.ui.alarms.page import AlarmPage
from agora_console.ui.alarms.toasts import ToastStack
from agora_console.ui.speech.saying import announce

if TYPE_CHECKING:
    from agora_console.services.console import Console
    from agora_console.ui.ticks import Tick
    from agora_console.ui.topbar import TopBar

BEEP_MS = 3000
"""Alarms that come within this time of a sound make no other one."""


class AlarmDesk(QObject):
    """Calls a person once for each alarm, and takes what they acknowledge.

    The sound is the beep of the window system: it needs no sound library and no file. `beep` is
    replaced by whoever wants to hear it.
    """

    def __init__(self, console: Console, window: QWidget, topbar: TopBar) -> None:
        super().__init__(window)
        self._console = console
        self._window = window
        self._topbar = topbar
        self._beeped = QElapsedTimer()
        self.beep: Callable[[], None] = QApplication.beep
        self._waiting: tuple[Alarm, ...] | None = None  # nothing is shown yet
        self.toasts = ToastStack()
        self.page = AlarmPage()
        for source in (self.toasts, self.page):
            source.acknowledged.connect(self.acknowledge)

    def apply(self, tick: Tick) -> list[str]:
        """Take over what has changed, and the time; what was said aloud."""
        sessions = self._console.recordings.sessions()
        news = self._console.alarms.apply(tick.changed, sessions, tick.now)
        said = [*self._say(news.raised), *self._say(news.resolved)]
        if news.raised:
            self._sound()
            QApplication.alert(self._window)
        waiting = self._console.alarms.waiting()
        if waiting or waiting != self._waiting or self.page.isVisible():
            self.show(tick.now)
        return said

    def acknowledge(self, keys: Sequence[Key]) -> None:
        """A person has seen these."""
        now = self._console.clock.now()
        self._console.alarms.acknowledge(keys, now)
        self.show(now)

    def acknowledge_first(self) -> None:
        """What the shortcut does: acknowledge the toast that stands first, if it is no new one."""
        if not self.toasts.isHidden():
            self.toasts.cards[0].acknowledge_shown()

    def show(self, now: float) -> None:
        """Bring everything that shows alarms up to date."""
        self._waiting = waiting = self._console.alarms.waiting()
        groups = grouped(waiting)
        self.toasts.show_groups(groups, now)
        if self.page.isVisible():
            self.show_page(now)
        grave = any(each.kind in GRAVE and each.resolved_at is None for each in waiting)
        self._topbar.set_alarms(len(waiting), grave=grave)

    def show_page(self, now: float) -> None:
        """Bring the page up to date."""
        alarms = self._console.alarms
        self.page.show_groups(grouped(alarms.waiting()), grouped(alarms.seen()), now)

    def _say(self, alarms: Sequence[Alarm]) -> list[str]:
        said = [words.spoken(group) for group in grouped(alarms)]
        for text in said:
            announce(self._window, text, urgent=True)
        return said

    def _sound(self) -> None:
        if self._beeped.isValid() and self._beeped.elapsed() < BEEP_MS:
            return
        if self._console.settings.preferences().sound:
            self._beeped.start()
            self.beep()
