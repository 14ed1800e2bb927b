"""Retelling: the window says everything again in another language, and nothing else changes.

Every text is made anew with its page, so that none is forgotten; what was typed, opened and chosen
is carried over, and the services below, with all recordings, do not notice.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QTimer
from PySide6.QtWidgets import QDialog, QWidget

from agora_console.domain.problems import Problem, Severity
from agora_console.ui.carrying import Place, carry, focus_place, focused_place
from agora_console.ui.listing.session_rows import DRAFT_KEY

if TYPE_CHECKING:
    from agora_console.ui.window import MainWindow
    from agora_console.ui.workspace import Workspace

SETTINGS = "preferences"


@dataclass(frozen=True, slots=True)
class Stand:
    """What is in sight: the page, what stands in front of the window, where the keyboard is.

    `page` is "draft", "session", "alarms" or "wall"; `floating` is where the small strip is.
    """

    page: str
    session_id: str
    floating: QRect | None
    settings: QRect | None
    focus: Place | None
    problem: Problem | None


class Retelling(QObject):
    """Says everything in the language that was chosen, once nothing is half done in a dialog."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._waits_for: QDialog | None = None
        # Not at once: the wish comes from a menu or a dialog, which is about to be replaced.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.retell)

    def soon(self) -> None:
        """Say everything again in a moment, if it is still due then."""
        self._soon.start()

    def retell(self) -> None:
        """Say everything again, if that is due and possible now."""
        window = self._window
        if not window.language.behind:
            window.commands.show_language(window.language.choice)
            return
        space = window.workspace
        if space is None:
            return
        if dialog := self._in_the_way():
            self._wait(dialog)
        elif space.draft.launch.blocked:
            space.draft.launch.changed.connect(self._soon.start)
        else:
            self._retell(space)

    def _retell(self, space: Workspace) -> None:
        window, console = self._window, space.console
        stand = _stand(window, space)
        pages = (space.draft, space.session)
        filter_text = window.sidebar.filter.text()
        space.end()
        window.workspace = None
        window.language.speak()
        window.build_again()
        new = window.attach(console)
        new.session.show_session(stand.session_id)
        for draft in (space.draft, new.draft):
            draft.complete()
        for old_page, page in zip(pages, (new.draft, new.session), strict=True):
            carry(old_page, page)
        new.draft.judge.judge()
        window.sidebar.filter.setText(filter_text)
        _restore(window, new, stand)

    def _in_the_way(self) -> QDialog | None:
        """A dialog in which something may be half done; the settings themselves are not."""
        space = self._window.workspace
        settings = space.helping.open.get(SETTINGS) if space is not None else None
        open_ones = (each for each in self._window.findChildren(QDialog) if each.isVisible())
        return next((each for each in open_ones if each is not settings), None)

    def _wait(self, dialog: QDialog) -> None:
        said = self.tr("The language changes as soon as “{0}” is closed.")
        self._window.show_problem(Problem(said.format(dialog.windowTitle()), Severity.NOTE))
        if dialog is not self._waits_for:
            self._waits_for = dialog
            dialog.finished.connect(self._on_dialog_finished)

    def _on_dialog_finished(self) -> None:
        self._waits_for = None
        self._window.notice.clear()
        self._soon.start()


def _stand(window: MainWindow, space: Workspace) -> Stand:
    settings, floating = space.helping.open.get(SETTINGS), space.operate.floating
    return Stand(
        page=_page_name(space, window.pages.currentWidget()),
        session_id=space.session.session_id,
        floating=floating.geometry() if floating is not None else None,
        settings=settings.geometry() if settings is not None else None,
        focus=focused_place(window),
        problem=window.notice.problem(),
    )


def _page_name(space: Workspace, page: QWidget | None) -> str:
    if space.operate.on_wall:
        return "wall"
    names = {space.session: "session", space.guards.alarms.page: "alarms"}
    return names.get(page, DRAFT_KEY) if page is not None else DRAFT_KEY


def _restore(window: MainWindow, space: Workspace, stand: Stand) -> None:
    if stand.page in ("session", "wall") and stand.session_id:
        space.show_session(stand.session_id)
    else:
        space.show_draft()
    if stand.page == "alarms":
        space.show_alarms()
    elif stand.page == "wall":
        window.commands.wall.trigger()
    if stand.floating is not None:
        window.commands.floating.trigger()
        if space.operate.floating is not None:
            space.operate.floating.setGeometry(stand.floating)
    focus_place(window, stand.focus)
    if stand.problem is not None:
        window.show_problem(stand.problem)
    if stand.settings is not None:
        window.commands.preferences.trigger()
        space.helping.open[SETTINGS].move(stand.settings.topLeft())
