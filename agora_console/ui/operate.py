"""Operate: the palette, the wall and the strip - the ways to see and reach all recordings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from agora_console.ui.listing.session_model import SessionModel
from agora_console.ui.listing.session_rows import DRAFT_KEY, Row
from agora_console.ui.ticks import Tick

if TYPE_CHECKING:
    from agora_console.domain.session import Session
    from agora_console.ui.palette.choices import Choice
    from agora_console.ui.palette.palette import Palette
    from agora_console.ui.wall.floating import FloatingStrip
    from agora_console.ui.wall.proxy import WallModel
    from agora_console.ui.wall.wall import Wall
    from agora_console.ui.workspace import Workspace


class Operate(QObject):
    """Belongs to a workspace; lives from `begin` to `end` as it does.

    Palette, wall and what stands on it are made when they are wanted first.
    """

    def __init__(self, space: Workspace) -> None:
        super().__init__(space)
        self._space = space
        self._window = space.window
        self._before = DRAFT_KEY
        self._plans: tuple[Row, ...] = ()
        self._missed: dict[str, Session] = {}
        self._sessions: SessionModel | None = None
        self._shown: WallModel | None = None
        self._palette: Palette | None = None
        self._wall: Wall | None = None
        self.floating: FloatingStrip | None = None

    def begin(self) -> None:
        """Connect the commands."""
        commands = self._window.commands
        self._space.ticker.tick.connect(self._on_tick)
        commands.palette.triggered.connect(self._on_palette_triggered)
        commands.wall.toggled.connect(self._on_wall_toggled)
        commands.floating.toggled.connect(self._on_floating_toggled)
        commands.filter.triggered.connect(self._on_filter_triggered)
        commands.list.triggered.connect(self._on_list_triggered)
        self._window.pages.currentChanged.connect(self._on_page_changed)
        for command in (commands.wall, commands.floating):
            command.setEnabled(True)

    def end(self) -> None:
        """Close what is open."""
        if self._palette is not None:
            self._palette.hide()
        if self.floating is not None:
            self.floating.close()

    @property
    def palette(self) -> Palette:
        """What is asked for by typing."""
        if self._palette is None:
            from agora_console.ui.palette.palette import Palette  # noqa: PLC0415

            self._palette = Palette(self._choices, self._window)
        return self._palette

    @property
    def shown(self) -> WallModel:
        """What stands on the wall and in the strip."""
        if self._shown is None:
            from agora_console.ui.wall.proxy import WallModel, may_belong  # noqa: PLC0415

            recordings, now = self._space.console.recordings, self._space.console.clock.now()
            # Of its own: what somebody typed into the filter of the list must hide nothing here.
            self._sessions = SessionModel(self, self._space.book)
            self._sessions.load((e for e in recordings.sessions() if may_belong(e, now)), now)
            self._sessions.set_plans(self._plans)
            self._shown = WallModel(self._sessions, self)
            self._shown.set_now(now)
        return self._shown

    @property
    def wall(self) -> Wall:
        """Every recording as a card."""
        if self._wall is None:
            from agora_console.ui.wall.wall import Wall  # noqa: PLC0415

            self._wall = Wall(self.shown)
            self._wall.chosen.connect(self._show)
            self._wall.left.connect(self.leave_wall)
            self._window.pages.addWidget(self._wall)
        return self._wall

    @property
    def on_wall(self) -> bool:
        """Whether the wall is in sight."""
        return self._wall is not None and self._window.pages.currentWidget() is self._wall

    def lead_to_stop(self, session_id: str) -> None:
        """Show a recording with its stop button under the keyboard; nothing is held by that."""
        self._space.show_session(session_id)
        button = self._space.session.stop_button
        if button.isEnabled():
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave_wall(self) -> None:
        """Go back to the page from which the wall was opened."""
        if self.on_wall:
            self._show(self._before)
            self._window.sidebar.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_plans(self, rows: Sequence[Row]) -> None:
        """Show these planned starts on the wall."""
        self._plans = tuple(rows)
        if self._sessions is not None:
            self._sessions.set_plans(rows)

    def catch_up(self, now: float) -> None:
        """Show what has changed while nobody looked."""
        if self._sessions is None or self._shown is None:
            return  # it is made of what is true then
        changed, self._missed = tuple(self._missed.values()), {}
        self._sessions.apply(Tick(changed, now))
        self._shown.set_now(now)

    def _on_tick(self, tick: Tick) -> None:
        if self._shown is None:
            return
        self._missed.update((session.id, session) for session in tick.changed)
        if self.on_wall or self.floating is not None:
            self.catch_up(tick.now)

    def _on_palette_triggered(self) -> None:
        self.palette.ask()

    def _on_wall_toggled(self, on: bool) -> None:
        if not on:
            self.leave_wall()
        elif not self.on_wall:
            space = self._space
            self._before = space.session.session_id if space.shows_session else DRAFT_KEY
            self.catch_up(self._space.console.clock.now())
            self._window.pages.setCurrentWidget(self.wall)
            self.wall.take_focus()

    def _on_page_changed(self) -> None:
        """The list gives its place to the wall, whichever way one comes and goes."""
        commands, on_wall = self._window.commands, self.on_wall
        self._window.sidebar.setHidden(on_wall)
        commands.wall.setChecked(on_wall)
        if on_wall:
            for action in (commands.start, commands.ask, commands.stop, commands.copy_curl):
                action.setEnabled(False)

    def _on_filter_triggered(self) -> None:
        if self.on_wall:
            self.leave_wall()
            self._window.sidebar.focus_filter()

    def _on_list_triggered(self) -> None:
        self.leave_wall()

    def _on_floating_toggled(self, on: bool) -> None:
        if on and self.floating is None:
            self.catch_up(self._space.console.clock.now())
            from agora_console.ui.wall.floating import FloatingStrip  # noqa: PLC0415

            strip = FloatingStrip(self.shown, demo=self._space.console.demo)
            strip.chosen.connect(self._on_floating_chosen)
            strip.closed.connect(self._on_floating_closed)
            self.floating = strip
            strip.show()
        elif not on and self.floating is not None:
            self.floating.close()

    def _on_floating_chosen(self, key: str) -> None:
        self._show(key)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()

    def _on_floating_closed(self) -> None:
        strip, self.floating = self.floating, None
        self._window.commands.floating.setChecked(False)
        if strip is not None:
            strip.deleteLater()

    def _choices(self) -> Iterator[Choice]:
        from agora_console.ui.palette.choices import of_menu, of_row, of_stop  # noqa: PLC0415

        commands, space = self._window.commands, self._space
        # What is named here by channel is there once only; a stop is a way, never a command.
        left_out = [commands.palette, commands.stop, commands.open_menu]
        if commands.goto is not None:
            left_out.append(commands.goto.menuAction())
        menu = self._window.topbar.menu_button.menu()
        yield from of_menu(menu, left_out)
        model = space.model
        for row in model.every_row():
            yield of_row(row, self._show)
        for session in space.console.recordings.sessions():
            row_of = model.row_of(session.id)
            if session.stoppable and row_of is not None:
                yield of_stop(row_of, self.lead_to_stop)

    def _show(self, key: str) -> None:
        self._space.show_row(key)
