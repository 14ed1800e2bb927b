"""MainWindow: the frame of everything.

It can be painted before what stands in it is imported, and be used before any service exists.
What is imported here is on the way to the first paint; `Qt` alone, with all its enumerations, takes
an eighth of the time to an empty window, so those who need it import it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from agora_console.domain.problems import Problem
    from agora_console.domain.session import Session
    from agora_console.services.console import Console
    from agora_console.ui.furniture import Furniture
    from agora_console.ui.look.theme import Theme
    from agora_console.ui.speech.language import Language
    from agora_console.ui.speech.retelling import Retelling
    from agora_console.ui.workspace import Workspace

GROUNDS = {"light": "#f3f4f6", "dark": "#14161a", "contrast": "#000000"}
"""The ground of each theme: the first paint does not wait for the other colours."""


class MainWindow(QMainWindow):
    """Top bar, list, page and strip.

    Made without a theme it is an empty frame, which `furnish` fills; `attach` brings it to life
    when the services are ready. `painted` follows the first paint, of which `painted_at` is the
    time in seconds since the epoch. `close_requested` says that a person wants to leave; only
    `finish` really closes. `demo_requested` says that a person without a project wants to see the
    demo.
    """

    painted = Signal()
    close_requested = Signal()
    demo_requested = Signal()

    def __init__(
        self, theme: Theme | None = None, *, demo: bool, language: Language | None = None
    ) -> None:
        super().__init__()
        self.painted_at = 0.0
        self.workspace: Workspace | None = None
        self._furniture: Furniture | None = None
        self._finished = False
        self._brought: list[Path] = []
        self._demo = demo
        self._retelling: Retelling | None = None
        wide = _rough_em(self)
        self.resize(round(106 * wide), round(68 * wide))
        if theme is not None:
            self.furnish(theme, language)

    def prime(self, choice: str) -> None:
        """Have the ground of the theme that was chosen, before there is a theme."""
        palette = self.palette()
        ground = GROUNDS[choice if choice in GROUNDS else _system_theme()]
        palette.setColor(QPalette.ColorRole.Window, QColor.fromString(ground))
        self.setPalette(palette)

    def furnish(self, theme: Theme, language: Language | None = None) -> None:
        """Put everything in its place; what it imports is not on the way to the first paint."""
        from agora_console.ui.look.icons import icon  # noqa: PLC0415
        from agora_console.ui.speech.language import Language  # noqa: PLC0415

        self.setPalette(QPalette())
        self.theme = theme
        self.language = language if language is not None else Language(parent=self)
        self._build()
        self.theme.changed.connect(self._on_theme_changed)
        self.language.chosen.connect(self._on_language_chosen)
        self.setWindowIcon(icon("console", theme.color("rec")))

    def attach(self, console: Console) -> Workspace:
        """Show what the services know. The first paint does not wait for what is imported here."""
        from agora_console.ui.workspace import Workspace  # noqa: PLC0415

        with self.theme.bare():
            self.workspace = space = Workspace(self, console)
        space.begin()
        self._set_ready(True)
        if self.language.behind:
            self._on_language_chosen()
        while self._brought:
            space.opening.open_file(self._brought.pop(0))
        return space

    def detach(self) -> None:
        """Let go of the services before they end; the window stays as it is, and deaf."""
        if self.workspace is not None:
            self.workspace.end()
            self.workspace = None
        self.setEnabled(False)

    def build_again(self) -> None:
        """Make everything in the frame anew, in the language in use; only without services.

        The frame stays where it is: what is replaced is what stands in it.
        """
        before = self._furniture
        assert before is not None
        before.whole.deleteLater()
        for action in self.actions():
            self.removeAction(action)
        for child in self.children():
            if _is_ours(child):
                child.deleteLater()
        self._build().stand_as(before)

    def finish(self) -> None:
        """Really close."""
        self._finished = True
        self.close()

    def show_locked(self, locked: bool) -> None:
        """Say everywhere whether anything can be stopped: in the bar, in the title."""
        parts = [self.tr("Agora Console")]
        if self._demo:
            parts.append("DEMO")
        if locked:
            parts.append(self.tr("LOCKED"))
        self.setWindowTitle(" — ".join(parts))
        self.topbar.lock.set_locked(locked)

    def come_to_front(self) -> None:
        """Be seen, wherever it was."""
        from PySide6.QtCore import Qt  # noqa: PLC0415

        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def show_problem(self, problem: Problem) -> None:
        """Say something at the top of the page, until it is dismissed or the next thing is said."""
        self.notice.show_problem(problem)

    def show_failure(self, problem: Problem) -> None:
        """Say why there is nothing to show; it stays until the window is closed."""
        self._opening.set_text(
            self.tr("Nothing was opened"), self.tr("Close the window and try again.")
        )
        self.notice.show_problem(problem)

    def ask_quit(self, live: tuple[Session, ...], leave: Callable[[], object]) -> None:
        """Ask what becomes of what is recorded or planned; `leave` may close the window.

        It is called at once where nothing is, after "stop all" when nothing records any more, and
        not at all when the person stays.
        """
        if self.workspace is None:
            leave()
        else:
            self.workspace.guards.ask_quit(live, leave)

    def place(self) -> str:
        """Where the window is and how large, as `restore_place` takes it."""
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    def restore_place(self, place: str) -> None:
        """Go where a window was before; what lies off every screen is moved onto one.

        Nothing happens with what is no place.
        """
        self.restoreGeometry(QByteArray.fromBase64(place.encode("ascii", "replace")))

    def open_file(self, path: Path) -> None:
        """Take over a config, or a recording by its ticket; what cannot be opened is said.

        Before there are services the file waits for them.
        """
        if self.workspace is None:
            self._brought.append(path)
        else:
            self.workspace.opening.open_file(path)

    def select_session(self, session_id: str) -> None:
        """Show a session, in the list and as the page."""
        if self.workspace is not None:
            self.workspace.show_session(session_id)

    def select_draft(self) -> None:
        """Show the draft, in the list and as the page."""
        if self.workspace is not None:
            self.workspace.show_draft()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.painted_at:
            self.painted_at = time.time()
            QTimer.singleShot(0, self.painted.emit)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if self.workspace is not None and event.type() is QEvent.Type.WindowStateChange:
            self.workspace.ticker.send_now()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._furniture is not None:
            self._furniture.share(self.width())

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._finished:
            event.accept()
            return
        event.ignore()
        self.close_requested.emit()

    def _build(self) -> Furniture:
        from agora_console.ui.actions import Actions  # noqa: PLC0415
        from agora_console.ui.furniture import Furniture  # noqa: PLC0415
        from agora_console.ui.widgets.empty import EmptyState  # noqa: PLC0415

        self.commands = Actions(self)
        self._furniture = made = Furniture(self.commands.menu(), demo=self._demo)
        self.topbar, self.sidebar, self.strip = made.topbar, made.sidebar, made.strip
        self.notice, self.pages = made.notice, made.pages
        self._opening = EmptyState(self.tr("Opening the journal"), self.tr("One moment."))
        self.pages.addWidget(self._opening)
        self.setCentralWidget(made.whole)
        made.share(self.width())
        self._connect()
        self.show_locked(False)
        return made

    def _connect(self) -> None:
        actions = self.commands
        self._set_ready(False)
        actions.filter.triggered.connect(self.sidebar.focus_filter)
        actions.list.triggered.connect(self.sidebar.list.setFocus)
        actions.quit.triggered.connect(self.close)
        actions.open_menu.triggered.connect(self.topbar.menu_button.showMenu)
        actions.theme_chosen.connect(self.theme.choose)
        actions.language_chosen.connect(self.language.choose)
        actions.show_language(self.language.choice)
        self.topbar.palette_button.clicked.connect(actions.palette.trigger)
        self.topbar.wall_button.clicked.connect(actions.wall.trigger)
        self._on_theme_changed()

    def _set_ready(self, ready: bool) -> None:
        """Before the services are there, nothing can be begun."""
        self.sidebar.new_button.setEnabled(ready)
        self.commands.new.setEnabled(ready)
        self.topbar.set_ready(ready)
        commands = self.commands
        for command in (
            commands.save_diagnostics,
            commands.about,
            commands.lock,
            commands.alarms,
            commands.acknowledge,
            commands.sound,
            commands.palette,
            commands.presets,
            commands.compare,
            commands.open_file,
            commands.paste,
            commands.take_over,
            commands.preferences,
            commands.shortcuts,
            commands.logs,
        ):
            command.setEnabled(ready)
        for command in (self.commands.settings, self.commands.new_project):
            command.setEnabled(ready and not self._demo)

    def _on_theme_changed(self) -> None:
        self.commands.show_theme(self.theme.choice)

    def _on_language_chosen(self) -> None:
        # Imported when somebody wishes for another language, which is rare.
        from agora_console.ui.speech.retelling import Retelling  # noqa: PLC0415

        self._retelling = self._retelling or Retelling(self)
        self._retelling.soon()


def _rough_em(widget: QWidget) -> float:
    """Nearly `metrics.em`, without the search for a font, which an empty frame does not need."""
    points = widget.font().pointSizeF()
    return points * widget.logicalDpiY() / 72 if points > 0 else widget.font().pixelSize()


def _system_theme() -> str:
    """Which theme the system wants; the same question as `Theme` asks."""
    from PySide6.QtCore import Qt  # noqa: PLC0415

    light = QApplication.styleHints().colorScheme() == Qt.ColorScheme.Light
    return "light" if light else "dark"


def _is_ours(child: QObject) -> bool:
    """Whether it was made for the texts of one language; not Qt's own parts, nor what serves."""
    module = type(child).__module__
    stays = module.endswith((".language", ".retelling"))
    return child.isWidgetType() or (module.startswith("agora_console.ui.") and not stays)
