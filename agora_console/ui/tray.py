"""Tray: what records, beside the desktop's clock. It shows the way to a stop, and stops nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from agora_console.domain.session import Session
from agora_console.ui.look.icons import icon
from agora_console.ui.look.looks import look

if TYPE_CHECKING:
    from agora_console.ui.look.theme import Theme

MOST = 12
"""Recordings that the menu names."""


@dataclass(frozen=True, slots=True)
class TrayState:
    """The icon, its role of the theme, and the sentence to it."""

    icon: str
    role: str
    text: str


def tray_state(live: Sequence[Session], alarms: int, now: float, planned: int = 0) -> TrayState:
    """What the icon shows: the worst thing first, and never more than is proven."""
    looks = [look(session, now) for session in live]
    recording = sum(shown.tone == "red_fill" for shown in looks)
    unknown = sum(shown.shape == "question" for shown in looks)
    parts = [
        _tr("{0} recording").format(recording) if recording else "",
        _tr("{0} unknown, may record").format(unknown) if unknown else "",
        _tr("1 alarm") if alarms == 1 else _tr("{0} alarms").format(alarms) if alarms else "",
    ]
    waiting = len(live) - recording - unknown
    if waiting:
        parts.insert(1, _tr("{0} starting or ending").format(waiting))
    parts = [part for part in parts if part] or [_tr("nothing is recording")]
    if planned:
        one = _tr("1 start planned")
        parts.append(one if planned == 1 else _tr("{0} starts planned").format(planned))
    text = ", ".join(parts)
    if unknown:
        return TrayState("question", "amber", text)
    if alarms:
        return TrayState("warning", "amber", text)
    if recording:
        return TrayState("record", "rec", text)
    return TrayState("outline" if not live else "refresh", "neutral", text)


class Tray(QObject):
    """`show_requested` wants the window, `session_requested` and `stop_requested` carry an id.

    `stop_requested` only opens the question in the window. `quit_requested` is a wish to leave.
    """

    show_requested = Signal()
    session_requested = Signal(str)
    stop_requested = Signal(str)
    stop_all_requested = Signal()
    quit_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget, *, demo: bool) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = _tr("Agora Console, DEMO") if demo else _tr("Agora Console")
        self._shown: object = None
        self.menu = QMenu(parent)
        self.stop_menu = QMenu(self.menu)
        self.icon = QSystemTrayIcon(self)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._on_activated)

    def show_state(
        self,
        live: Sequence[Session],
        alarms: int,
        now: float,
        *,
        locked: bool,
        planned: int = 0,
    ) -> None:
        """Bring icon, words and menu up to date; nothing is drawn again that is the same."""
        state = tray_state(live, alarms, now, planned)
        rows = [(each.id, each.cname, look(each, now).word, each.stoppable) for each in live[:MOST]]
        wanted = (state, rows, locked, self._theme.tokens.name)
        if wanted == self._shown:
            return
        self._shown = wanted
        self.icon.setIcon(icon(state.icon, self._theme.color(state.role)))
        text = f"{self._name}: {state.text}"
        self.icon.setToolTip(_tr("{0}, locked").format(text) if locked else text)
        self._fill(rows, len(live), locked=locked)

    def show(self) -> None:
        """Appear, once there is something to show."""
        self.icon.show()

    def close(self) -> None:
        """Disappear."""
        self.icon.hide()
        self.menu.clear()

    def _fill(self, rows: list[tuple[str, str, str, bool]], count: int, *, locked: bool) -> None:
        menu = self.menu
        menu.clear()
        menu.addAction(_tr("Show the window")).triggered.connect(self.show_requested)
        menu.addSeparator()
        for session_id, cname, word, _ in rows:
            action = menu.addAction(f"{cname.replace('&', '&&')}  ·  {word}")
            action.triggered.connect(
                lambda _=False, key=session_id: self.session_requested.emit(key)
            )
        if count > len(rows):
            menu.addAction(_tr("and {0} more").format(count - len(rows))).setEnabled(False)
        if not rows:
            menu.addAction(_tr("Nothing is recording")).setEnabled(False)
        menu.addSeparator()
        stoppable = [row for row in rows if row[3]]
        stop = self.stop_menu
        stop.clear()
        stop.setTitle(_tr("Stop… (locked)") if locked else _tr("Stop…"))
        menu.addMenu(stop)
        stop.setEnabled(bool(stoppable) and not locked)
        for session_id, cname, _, _ in stoppable:
            action = stop.addAction(_tr("{0}…").format(cname.replace("&", "&&")))
            action.triggered.connect(lambda _=False, key=session_id: self.stop_requested.emit(key))
        stop.addSeparator()
        stop.addAction(_tr("All of them…")).triggered.connect(self.stop_all_requested)
        menu.addSeparator()
        menu.addAction(_tr("Quit…")).triggered.connect(self.quit_requested)

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self.show_requested.emit()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Tray", text)
