"""Every screen of the window: how one gets there, and how one leaves it again.

The tests of names, tab order and large type walk through all of them; `dev.py shots` takes their
pictures. A new page or dialog is added here, and is then in all of these.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QUrl
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QWidget

from agora_console.domain.files.merging import Film
from agora_console.domain.problems import Problem
from agora_console.domain.session import Session
from agora_console.services.files.snapshots import Shot, takes_snapshots
from agora_console.services.start.table_text import Line
from agora_console.ui.session.merge_dialog import MergeDialog
from agora_console.ui.session.player import Player
from agora_console.ui.session.player_engine import Engine
from agora_console.ui.session.rotation import RotationDialog
from agora_console.ui.widgets.on_demand import OnDemand
from agora_console.ui.window import MainWindow
from agora_console.ui.workspace import Workspace


@dataclass(frozen=True)
class Screen:
    """`show` brings it up and returns what is to be looked at; `leave` takes it away again."""

    name: str
    show: Callable[[], QWidget]
    leave: Callable[[], object] = lambda: None


class Still(Engine):
    """An engine without a film."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.picture = QWidget()

    def load(self, address: QUrl) -> None:
        pass

    def play(self) -> None:
        pass

    def pause(self) -> None:
        pass

    def seek(self, at: int) -> None:
        pass

    def stop(self) -> None:
        pass


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
    yield from dialogs(window)


def dialogs(window: MainWindow) -> Iterator[Screen]:
    """Every dialog among the screens."""
    assert window.workspace is not None
    yield from _dialogs(window, window.workspace)


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

    def as_json() -> QWidget:
        window.select_draft()
        draft.switch.set_value("json")
        return window

    for mode in ("individual", "web", "mix"):
        yield Screen(f"draft-{mode}", in_mode(mode))
    yield Screen(
        "draft-storage", unfolded, lambda: draft.form.storage.details_button.setChecked(False)
    )
    yield Screen("draft-preview", preview, lambda: draft.switch.set_value("form"))
    yield Screen("draft-json", as_json, lambda: draft.switch.set_value("form"))


def _sessions(window: MainWindow, space: Workspace) -> Iterator[Screen]:
    sessions = space.console.recordings.sessions()
    page = space.session
    live = [each for each in sessions if each.live and each.mode == "mix"]
    pages = [each for each in sessions if each.live and each.mode == "web"]

    def tab(session_id: str, index: int) -> Callable[[], QWidget]:
        def show() -> QWidget:
            window.select_session(session_id)
            page.tabs.setCurrentIndex(index)
            return window

        return show

    for index in range(page.tabs.count()):
        shown = pages if page.tabs.widget(index) is page.changes.page else live
        if not shown:
            continue
        place = page.tabs.widget(index)
        assert isinstance(place, OnDemand)
        name = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", type(place.content).__name__)
        short = name.removesuffix("-Tab").lower()
        yield Screen(f"session-{short}", tab(shown[-1].id, index))
    phases = {each.phase.value: each.id for each in sessions}
    for phase, key in phases.items():
        yield Screen(f"state-{phase.replace('_', '-')}", tab(key, 0))
    if live:
        yield Screen("session-confirm", _confirm(window, space, live[-1].id), page.confirm.withdraw)
    pictured = [each for each in live if takes_snapshots(each)]
    if pictured:
        switch, index = page.files.switch, page.tabs.indexOf(page.papers.files)
        show = _gallery(space, tab(pictured[0].id, index), pictured[0])
        yield Screen("session-gallery", show, lambda: switch.set_value(0))


def _gallery(
    space: Workspace, show: Callable[[], QWidget], session: Session
) -> Callable[[], QWidget]:
    def show_gallery() -> QWidget:
        root = show()
        space.session.files.switch.set_value(1)
        now = space.console.clock.now()
        shots = [Shot(f"{session.sid}_{uid}.jpg", uid, now - 12.0, 4096) for uid in ("17", "4711")]
        space.session.files.gallery.show_shots(shots, now, "", "")
        return root

    return show_gallery


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

    def chosen() -> QWidget:
        window.sidebar.list.selectAll()
        return window

    def table() -> QWidget:
        commands.batch.trigger()
        return window

    def typed() -> QWidget:
        space.batch.model.insert(0, [Line("town-hall", "4001"), Line("town-hall", "not a UID")])
        return table()

    def plan() -> QWidget:
        space.plans.open(space.console.planned.all()[0].id)
        return window

    yield Screen("alarms", alarms, window.select_draft)
    yield Screen("chosen", chosen, window.select_draft)
    yield Screen("batch", table, window.select_draft)
    yield Screen("batch-lines", typed, lambda: space.batch.model.remove([0, 1]))
    if space.console.planned.all():
        yield Screen("plan", plan, window.select_draft)
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

    def merge() -> QWidget:
        session = console.recordings.sessions()[0]
        film = Film("", "film", (), ())
        MergeDialog(console, session, [film], console.folder, window).open()
        return open_dialog(window)

    def rotation() -> QWidget:
        RotationDialog(console, console.recordings.sessions()[0], window).open()
        return open_dialog(window)

    def play() -> QWidget:
        Player(Still(window), "film.mp4", QUrl(), window).open()
        return open_dialog(window)

    def preflight() -> QWidget:
        window.select_draft()
        commands.preflight.trigger()
        return open_dialog(window)

    def asked() -> QWidget:
        preflight()
        sheet = space.preflights.sheet
        assert sheet is not None
        sheet.run()
        return sheet

    yield Screen("preflight", preflight, close)
    yield Screen("preflight-asked", asked, close)
    yield Screen("merge", merge, close)
    yield Screen("rotation", rotation, close)
    yield Screen("player", play, close)
    yield Screen("project", project, close)
    yield Screen("project-new", new_project, close)
    yield Screen("quit", leaving, close)
    named = {
        "stop-all": commands.stop_all,
        "plan-start": commands.plan_start,
        "adopt": commands.take_over,
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
