"""Every screen of the window: how one gets there, and how one leaves it again.

The tests of names, tab order and large type walk through all of them; `dev.py shots` takes their
pictures. A new page or dialog is added here, and is then in all of these.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QWidget

from agora_console.domain.problems import Problem
from agora_console.ui.window import MainWindow
from agora_console.ui.workspace import Workspace


@dataclass(frozen=True)
class Screen:
    """`show` brings it up and returns what is to be looked at; `leave` takes it away again."""

    name: str
    show: Callable[[], QWidget]
    leave: Callable[[], object] = lambda: None


def settle() -> None:
    """Let every layout that follows from the last one happen, and go what has to go."""
    for _ in range(4):
        QCoreApplication.sendPostedEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def screens(window: MainWindow) -> Iterator[Screen]:
    """Every screen that this window can show now, with the sessions and projects that it has."""
    space = window.workspace
    assert space is not None
    yield from _draft(window, space)
    yield from _sessions(window, space)
    yield from _pages(window, space)
    yield from _dialogs(window, space)


def _draft(window: MainWindow, space: Workspace) -> Iterator[Screen]:
    draft = space.draft

    def in_mode(mode: str) -> Callable[[], QWidget]:
        def show() -> QWidget:
            window.select_draft()
            draft.model.set_mode(mode)
            draft.judge.judge()
            draft.form.verticalScrollBar().setValue(0)
            return window

        return show

    def unfolded() -> QWidget:
        window.select_draft()
        draft.form.storage.details_button.setChecked(True)
        draft.form.ensureWidgetVisible(draft.form.storage)
        return window

    def preview() -> QWidget:
        window.select_draft()
        draft.switch.set_value("preview")
        return window

    for mode in ("individual", "mix"):
        yield Screen(f"draft-{mode}", in_mode(mode))
    yield Screen(
        "draft-storage", unfolded, lambda: draft.form.storage.details_button.setChecked(False)
    )
    yield Screen("draft-preview", preview, lambda: draft.switch.set_value("form"))


def _sessions(window: MainWindow, space: Workspace) -> Iterator[Screen]:
    sessions = space.console.recordings.sessions()
    page = space.session
    live = [each for each in sessions if each.live and each.mode == "mix"]

    def tab(session_id: str, index: int) -> Callable[[], QWidget]:
        def show() -> QWidget:
            window.select_session(session_id)
            page.tabs.setCurrentIndex(index)
            return window

        return show

    for index in range(page.tabs.count() if live else 0):
        name = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", type(page.tabs.widget(index)).__name__)
        short = name.removesuffix("-Tab").lower()
        yield Screen(f"session-{short}", tab(live[-1].id, index))
    phases = {each.phase.value: each.id for each in sessions}
    for phase, key in phases.items():
        yield Screen(f"state-{phase.replace('_', '-')}", tab(key, 0))
    if live:
        yield Screen("session-confirm", _confirm(window, space, live[-1].id), page.confirm.withdraw)


def _confirm(window: MainWindow, space: Workspace, session_id: str) -> Callable[[], QWidget]:
    def show() -> QWidget:
        window.select_session(session_id)
        space.session.confirm_stop()
        return window

    return show


def _pages(window: MainWindow, space: Workspace) -> Iterator[Screen]:
    commands = window.commands

    def alarms() -> QWidget:
        commands.alarms.trigger()
        return window

    def wall() -> QWidget:
        commands.wall.trigger()
        return window

    def palette() -> QWidget:
        commands.palette.trigger()
        return window

    def first_run() -> QWidget:
        window.pages.setCurrentWidget(space.first_run)
        return window

    def notice() -> QWidget:
        window.select_draft()
        window.show_problem(
            Problem(
                "Agora cannot be reached. The name of its host is not known here.",
                holds="Recordings go on; they are asked again.",
                action="Check the network.",
                detail="ConnectError: [Errno -2] Name or service not known",
            )
        )
        return window

    def floating() -> QWidget:
        commands.floating.trigger()
        strip = space.operate.floating
        assert strip is not None
        return strip

    yield Screen("alarms", alarms, window.select_draft)
    yield Screen("wall", wall, space.operate.leave_wall)
    yield Screen("palette", palette, space.operate.palette.hide)
    yield Screen("first-run", first_run, window.select_draft)
    yield Screen("notice", notice, window.notice.clear)
    yield Screen("strip", floating, commands.floating.trigger)


def _dialogs(window: MainWindow, space: Workspace) -> Iterator[Screen]:
    commands, console = window.commands, space.console

    def by(command: QAction) -> Callable[[], QWidget]:
        def show() -> QWidget:
            command.trigger()
            return open_dialog(window)

        return show

    def project() -> QWidget:
        space.edit_project(console.projects.current())
        return open_dialog(window)

    def new_project() -> QWidget:
        space.edit_project(None)
        return open_dialog(window)

    def leaving() -> QWidget:
        live = [each for each in console.recordings.sessions() if each.live]
        window.ask_quit(tuple(live), lambda: None)
        return open_dialog(window)

    def close() -> None:
        open_dialog(window).reject()

    yield Screen("project", project, close)
    yield Screen("project-new", new_project, close)
    yield Screen("quit", leaving, close)
    named = {
        "stop-all": commands.stop_all,
        "presets": commands.presets,
        "compare": commands.compare,
        "preferences": commands.preferences,
        "shortcuts": commands.shortcuts,
        "about": commands.about,
    }
    for name, command in named.items():
        yield Screen(name, by(command), close)


def open_dialog(window: MainWindow) -> QDialog:
    """The dialog that is open."""
    return next(each for each in window.findChildren(QDialog) if each.isVisible())
