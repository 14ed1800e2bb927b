"""Guards: lock, stop all, quit, alarms and tray of one window, joined with the services."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSystemTrayIcon

from agora_console.domain.session import Session
from agora_console.services.values import SettingsError
from agora_console.ui.alarms.desk import AlarmDesk
from agora_console.ui.quitting import Quitting
from agora_console.ui.stop_all import StopAll
from agora_console.ui.tray import Tray

if TYPE_CHECKING:
    from agora_console.services.console import Console
    from agora_console.ui.ticks import Tick
    from agora_console.ui.window import MainWindow


class Guards(QObject):
    """Nothing here stops anything: it is the way to the gate, which judges.

    `session_chosen` and `stop_chosen` carry a session's id, of one to be shown or asked about;
    `alarms_chosen` wants the page with the alarms; `changed` says that other commands are offered.
    """

    session_chosen = Signal(str)
    stop_chosen = Signal(str)
    alarms_chosen = Signal()
    changed = Signal()

    def __init__(self, console: Console, window: MainWindow) -> None:
        super().__init__(window)
        self._console = console
        self._window = window
        self.quitting = Quitting(console, window)
        self.stop_all = StopAll(console, window)
        self.alarms = AlarmDesk(console, window, window.topbar)
        self.tray: Tray | None = None
        self._beside: tuple[int, str] | None = None  # what the tray shows beside the recordings
        self._ends: list[Callable[[], None]] = []

    def begin(self) -> None:
        """Connect everything, and show how it stands."""
        window, console = self._window, self._console
        window.sidebar.place_toasts(self.alarms.toasts)
        self._connect()
        self._ends = [
            console.alarms.told.subscribe(window.show_problem),
            console.gate.changed.subscribe(lambda _: self._show_lock()),
        ]
        console.alarms.learn(console.recordings.sessions())
        window.commands.sound.setChecked(console.settings.preferences().sound)
        window.commands.sound.toggled.connect(self._on_sound_toggled)
        if QSystemTrayIcon.isSystemTrayAvailable():
            tray = Tray(window.theme, window, demo=console.demo)
            self.use_tray(tray)
            tray.show()
        self._show_lock()

    def end(self) -> None:
        """Take away what is open, and keep the alarms."""
        for end in self._ends:
            end()
        self._ends.clear()
        self.quitting.close()
        self.stop_all.close()
        self._console.alarms.close(self._console.clock.now())
        if self.tray is not None:
            self.tray.close()

    def apply(self, tick: Tick, *, turned: bool = True) -> None:
        """Take over what has changed, and the time; not `turned` says that all look as before."""
        self.alarms.apply(tick)
        self.quitting.apply(tick.now)
        self.stop_all.apply(tick.now)
        beside = (len(self._console.alarms.waiting()), self._window.theme.tokens.name)
        if turned or beside != self._beside:
            self._beside = beside
            self._show_tray(tick.now)

    def ask_quit(self, live: Sequence[Session], leave: Callable[[], object]) -> None:
        """Ask what becomes of the recordings; see MainWindow.ask_quit."""
        self.quitting.ask(live, self._console.clock.now(), leave)

    def use_tray(self, tray: Tray) -> None:
        """Keep an icon beside the clock of the desktop up to date, and take what it wants."""
        self.tray = tray
        tray.show_requested.connect(self._window.come_to_front)
        tray.session_requested.connect(self._on_tray_session_requested)
        tray.stop_requested.connect(self._on_tray_stop_requested)
        tray.stop_all_requested.connect(self._on_tray_stop_all_requested)
        tray.quit_requested.connect(self._on_tray_quit_requested)
        self._show_tray(self._console.clock.now())

    def _connect(self) -> None:
        window, commands = self._window, self._window.commands
        commands.stop_all.triggered.connect(self.stop_all.ask_all)
        commands.lock.triggered.connect(window.topbar.lock.turn)
        commands.alarms.triggered.connect(self.alarms_chosen)
        commands.acknowledge.triggered.connect(self.alarms.acknowledge_first)
        window.topbar.alarms_button.clicked.connect(self.alarms_chosen)
        window.topbar.lock.lock_requested.connect(self._on_lock_requested)
        window.topbar.lock.unlock_requested.connect(self._on_unlock_requested)
        for source in (self.alarms.toasts, self.alarms.page):
            source.chosen.connect(self.session_chosen)
        self.alarms.toasts.all_requested.connect(self.alarms_chosen)
        self.quitting.refused.connect(window.show_problem)
        self.stop_all.refused.connect(window.show_problem)

    def _show_lock(self) -> None:
        now = self._console.clock.now()
        self._window.show_locked(self._console.gate.locked)
        self.quitting.apply(now)
        self.stop_all.apply(now)
        self._show_tray(now)
        self.changed.emit()

    def _show_tray(self, now: float) -> None:
        if self.tray is not None:
            live = [each for each in self._console.recordings.sessions() if each.live]
            waiting = len(self._console.alarms.waiting())
            planned = sum(not plan.trouble for plan in self._console.planned.all())
            locked = self._console.gate.locked
            self.tray.show_state(live, waiting, now, locked=locked, planned=planned)

    def _on_lock_requested(self) -> None:
        self._try(self._console.gate.lock)

    def _on_unlock_requested(self) -> None:
        self._try(self._console.gate.unlock)

    def _on_sound_toggled(self, on: bool) -> None:
        settings = self._console.settings
        kept = settings.preferences().model_copy(update={"sound": on})
        self._try(lambda: settings.save_preferences(kept))

    def _try(self, keep: Callable[[], None]) -> None:
        try:
            keep()
        except SettingsError as error:
            self._window.show_problem(error.problem)

    def _on_tray_session_requested(self, session_id: str) -> None:
        self._window.come_to_front()
        self.session_chosen.emit(session_id)

    def _on_tray_stop_requested(self, session_id: str) -> None:
        self._window.come_to_front()
        self.stop_chosen.emit(session_id)

    def _on_tray_stop_all_requested(self) -> None:
        self._window.come_to_front()
        self.stop_all.ask_all()

    def _on_tray_quit_requested(self) -> None:
        self._window.come_to_front()
        self._window.close()
