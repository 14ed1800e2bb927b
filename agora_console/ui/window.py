"""MainWindow: the frame of everything.

It can be painted before what stands in it is imported, and be used before any service exists.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from agora_console.ui.metrics import em

if TYPE_CHECKING:
    from agora_console.domain.problems import Problem
    from agora_console.domain.session import Session
    from agora_console.services.console import Console
    from agora_console.ui.language import Language
    from agora_console.ui.retelling import Retelling
    from agora_console.ui.theme import Theme
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
        self._split: QSplitter | None = None
        self._finished = False
        self._demo = demo
        self._split_by_hand = False
        self._retelling: Retelling | None = None
        self.resize(em(self, 106), em(self, 68))
        if theme is not None:
            self.furnish(theme, language)

    def prime(self, choice: str) -> None:
        """Have the ground of the theme that was chosen, before there is a theme."""
        light = QApplication.styleHints().colorScheme() == Qt.ColorScheme.Light
        ground = GROUNDS.get(choice, GROUNDS["light" if light else "dark"])
        self.setPalette(QPalette(QColor(ground)))

    def furnish(self, theme: Theme, language: Language | None = None) -> None:
        """Put everything in its place; what it imports is not on the way to the first paint."""
        from agora_console.ui.icons import icon  # noqa: PLC0415
        from agora_console.ui.language import Language  # noqa: PLC0415

        self.setPalette(QPalette())
        self.theme = theme
        self.language = language if language is not None else Language(parent=self)
        self._build()
        self.theme.changed.connect(self._on_theme_changed)
        self.setWindowIcon(icon("console", theme.color("rec")))

    def attach(self, console: Console) -> Workspace:
        """Show what the services know. The first paint does not wait for what is imported here."""
        # Both after the first paint, which does not wait for what they import.
        from agora_console.ui.retelling import Retelling  # noqa: PLC0415
        from agora_console.ui.workspace import Workspace  # noqa: PLC0415

        with self.theme.bare():
            self.workspace = space = Workspace(self, console)
        space.begin()
        self._set_ready(True)
        self._retelling = self._retelling or Retelling(self)
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
        assert self._split is not None
        sizes = self._split.sizes()
        for action in self.actions():
            self.removeAction(action)
        self._whole.deleteLater()
        for child in self.children():
            if _is_ours(child):
                child.deleteLater()
        self._build()
        self._split.setSizes(sizes)

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
        """Ask what becomes of what is recorded; `leave` is called when the window may close.

        After "stop all" that is when nothing records any more. Not called when the person stays.
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
        """Take over a config, or a recording by its ticket; what cannot be opened is said."""
        if self.workspace is not None:
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._finished:
            event.accept()
            return
        event.ignore()
        self.close_requested.emit()

    def _share_width(self) -> None:
        if self._split is not None and not self._split_by_hand:
            sidebar = min(em(self, 25), self.width() * 3 // 10)
            self._split.setSizes([sidebar, self.width() - sidebar])

    def _build(self) -> None:
        from agora_console.ui.actions import Actions  # noqa: PLC0415
        from agora_console.ui.sidebar import Sidebar  # noqa: PLC0415
        from agora_console.ui.strip import Strip  # noqa: PLC0415
        from agora_console.ui.topbar import TopBar  # noqa: PLC0415
        from agora_console.ui.widgets.empty import EmptyState  # noqa: PLC0415
        from agora_console.ui.widgets.notice import Notice  # noqa: PLC0415

        self.commands = Actions(self)
        self.topbar = TopBar(self.commands.menu(), demo=self._demo)
        self.sidebar = Sidebar()
        self.strip = Strip()
        self.notice = Notice()
        self.pages = _Pages()
        self._opening = EmptyState(self.tr("Opening the journal"), self.tr("One moment."))
        self.pages.addWidget(self._opening)
        self._lay_out()
        self._connect()
        self.show_locked(False)

    def _lay_out(self) -> None:
        right = QWidget()
        right.setObjectName("page")
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.notice.setProperty("place", "top")
        column.addWidget(self.notice)
        scroll = QScrollArea()  # a large font on a small screen scrolls instead of being cut
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.pages)
        self.pages.setObjectName("page")
        column.addWidget(scroll, 1)
        self._split = split = QSplitter(Qt.Orientation.Horizontal)
        split.splitterMoved.connect(self._on_split_moved)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(em(self, 0.3))
        split.addWidget(self.sidebar)
        split.addWidget(right)
        split.setStretchFactor(1, 1)
        self._whole = whole = QWidget()
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.topbar)
        rows.addWidget(split, 1)
        rows.addWidget(self.strip)
        self.setCentralWidget(whole)
        self._share_width()

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

    def _on_split_moved(self) -> None:
        self._split_by_hand = True

    def _on_theme_changed(self) -> None:
        self.commands.show_theme(self.theme.choice)


def _is_ours(child: QObject) -> bool:
    """Whether it was made for the texts of one language; not Qt's own parts, nor what serves."""
    module = type(child).__module__
    stays = module.endswith((".language", ".retelling"))
    return isinstance(child, QWidget) or (module.startswith("agora_console.ui.") and not stays)


class _Pages(QStackedWidget):
    """As small as the page in sight can be, whatever the others need and their texts would like."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(self.updateGeometry)

    def minimumSizeHint(self) -> QSize:
        page = self.currentWidget()
        return page.minimumSizeHint() if page is not None else QSize()

    def hasHeightForWidth(self) -> bool:
        return False

    def heightForWidth(self, width: int) -> int:
        return -1
