"""Ticker: many facts a second become few changes of the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal

if TYPE_CHECKING:
    from agora_console.domain.session import Session
    from agora_console.services.clock import Clock
    from agora_console.services.events import Event

_MERGE_MS = 16  # one frame: more often nobody could see
_SECOND_MS = 1000


@dataclass(frozen=True, slots=True)
class Tick:
    """The sessions that changed since the last tick (their latest values), and the time now.

    `beat` says that a second has passed, and not only something changed.
    """

    changed: tuple[Session, ...]
    now: float
    beat: bool = True


class Source(Protocol):
    """What the ticker listens to: `services.recordings.Recordings`, or anything alike."""

    @property
    def changed(self) -> Event[Session]: ...


class Ticker(QObject):
    """Emits `tick` at most once a frame for changes, and once a second for timers.

    Whoever changes a session may be about to send the next request: what is drawn waits for a
    frame, and so does not come before it. A sid that has just become known does not wait.
    """

    tick = Signal(object)

    def __init__(self, recordings: Source, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._changed: dict[str, Session] = {}
        self._without_sid: set[str] = set()
        self._merge = QTimer(self, singleShot=True)
        self._merge.timeout.connect(partial(self._send, False))
        self._second = QTimer(self, interval=_SECOND_MS)
        self._second.setTimerType(Qt.TimerType.PreciseTimer)
        self._second.timeout.connect(partial(self._send, True))
        self._second.start()
        self._unsubscribe: Callable[[], None] = recordings.changed.subscribe(self._on_changed)

    @property
    def waiting(self) -> bool:
        """True while a tick is on its way."""
        return self._merge.isActive() or self._second.isActive()

    def soon(self) -> None:
        """Emit a tick for something else that is drawn with it."""
        if not self._merge.isActive():
            self._merge.start(_MERGE_MS)

    def send_now(self) -> None:
        """Do not wait for the second: somebody looks again."""
        self._send(True)

    def stop(self) -> None:
        """Listen no more and emit no more."""
        self._unsubscribe()
        self._merge.stop()
        self._second.stop()

    def _on_changed(self, session: Session) -> None:
        self._changed[session.id] = session
        if not session.sid:
            self._without_sid.add(session.id)
        elif session.id in self._without_sid:
            self._without_sid.discard(session.id)
            self._merge.start(0)
        self.soon()

    def _send(self, beat: bool) -> None:
        self._merge.stop()
        changed, self._changed = tuple(self._changed.values()), {}
        self.tick.emit(Tick(changed, self._clock.now(), beat))
