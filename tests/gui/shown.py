"""A page by itself, in sight, on a stand-in console."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from agora_console.ui.draft.page import DraftPage
from agora_console.ui.look.theme import Theme
from agora_console.ui.session.page import SessionPage
from tests.gui.draft_stand_in import StandInConsole
from tests.gui.session_stage import Stage


def shown_session(qtbot: QtBot, theme: Theme, on: Stage, tab: str = "") -> SessionPage:
    """The first session of a stage, as large as in a window, with this tab of the page in front."""
    with theme.bare():
        page = SessionPage(on.console, theme)
    qtbot.addWidget(page)
    page.resize(980, 720)
    page.show_session(next(iter(on.recordings.known)))
    if tab:
        page.show_tab(getattr(page, tab))
    with qtbot.waitExposed(page):
        page.show()
    return page


def shown_draft(qtbot: QtBot, theme: Theme, console: StandInConsole) -> DraftPage:
    """The draft of a console, as large as in a window, with all its parts."""
    with theme.bare():
        page = DraftPage(console.as_console(), theme)
    page.resize(1100, 720)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
    page.complete()
    return page
