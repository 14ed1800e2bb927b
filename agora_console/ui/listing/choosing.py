"""Choosing: what is done with the rows that are chosen in the list, and their order."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from agora_console.domain.intake.ticket import TicketError
from agora_console.domain.intake.ticket_text import ticket_line
from agora_console.domain.session import Session
from agora_console.services.files.export import write_export
from agora_console.services.values import SettingsError

if TYPE_CHECKING:
    from agora_console.ui.workspace import Workspace


class Choosing(QObject):
    """Belongs to a workspace. A stop goes through the dialog of "stop all", and so the gate."""

    def __init__(self, space: Workspace) -> None:
        super().__init__(space)
        self._space = space
        self._sidebar = space.window.sidebar
        self.menu: QMenu | None = None

    def begin(self) -> None:
        """Connect list, bar and menu; take over the order that was kept."""
        sidebar, commands = self._sidebar, self._space.window.commands
        sidebar.selection_changed.connect(self.show)
        sidebar.menu_requested.connect(self._on_menu_requested)
        sidebar.bar.ask_requested.connect(self.ask)
        sidebar.bar.tickets_requested.connect(self.export_tickets)
        sidebar.bar.stop_requested.connect(self.stop)
        commands.sort_chosen.connect(self.sort)
        kept = self._space.console.settings.preferences().sort
        self._space.model.set_sort(kept)
        sidebar.set_sort_menu(commands.sort_menu)
        self._show_sort(kept)

    def sessions(self) -> list[Session]:
        """The recordings that are chosen, as they are now."""
        known = map(self._space.console.recordings.get, self._sidebar.chosen_keys())
        return [session for session in known if session is not None]

    def show(self) -> None:
        """Offer what can be done with the chosen ones."""
        chosen = self.sessions()
        self._sidebar.bar.show_chosen(
            len(chosen),
            asked=any(_askable(each) for each in chosen),
            ticketed=any(each.sid for each in chosen),
            stopped=any(each.live and each.stoppable for each in chosen),
        )

    def ask(self) -> None:
        """Ask for the status of each."""
        for session in self.sessions():
            if _askable(session):
                self._space.console.recordings.ask_now(session.id)

    def stop(self) -> None:
        """Show what would be stopped of them; nothing is stopped by that."""
        self._space.guards.stop_all.ask([each.id for each in self.sessions()])

    def export_tickets(self) -> None:
        """Ask where the tickets go, one a line."""
        lines = []
        for session in self.sessions():
            try:
                lines.append(ticket_line(self._space.console.recordings.ticket(session.id)))
            except TicketError:
                continue  # without a sid there is none, and the file says how many there are
        text = "".join(f"{line}\n" for line in lines)

        async def write(path: Path) -> None:
            await write_export(path, text)

        subject = self.tr("{0} tickets").format(len(lines))
        from agora_console.ui.session.exporter import Wish  # noqa: PLC0415

        wish = Wish(self.tr("Export tickets"), "txt", "recordings-tickets.txt", subject, write)
        self._space.session.exporter.ask(wish)

    def sort(self, sort: str) -> None:
        """Order the list otherwise, in the next run as well."""
        settings = self._space.console.settings
        kept = settings.preferences().model_copy(update={"sort": sort})
        self._space.model.set_sort(kept.sort)
        self._show_sort(sort)
        try:
            settings.save_preferences(kept)
        except SettingsError as error:
            self._space.window.show_problem(error.problem)

    def _show_sort(self, sort: str) -> None:
        commands = self._space.window.commands
        commands.show_sort(sort)
        self._sidebar.show_sort(commands.sort_name())

    def _on_menu_requested(self, place: QPoint) -> None:
        chosen = self.sessions()
        menu = QMenu(self._sidebar.list)
        self.menu = menu
        if chosen:
            menu.addAction(self.tr("Ask now"), self.ask).setEnabled(any(map(_askable, chosen)))
            tickets = menu.addAction(self.tr("Export tickets…"), self.export_tickets)
            tickets.setEnabled(any(each.sid for each in chosen))
            stop = menu.addAction(self.tr("Stop…"), self.stop)
            stop.setEnabled(any(each.live and each.stoppable for each in chosen))
            menu.addSeparator()
        menu.addAction(self.tr("Choose all"), self._sidebar.list.selectAll)
        menu.addMenu(self._space.window.commands.sort_menu)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)


def _askable(session: Session) -> bool:
    return bool(session.sid) and not session.over
