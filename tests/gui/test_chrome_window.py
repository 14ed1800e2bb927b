"""The window: painted before the services, brought to life by them, closed only by the app."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from agora_console.domain.planned_start import PlannedStart
from agora_console.domain.problems import Problem
from agora_console.domain.session import Phase
from agora_console.services.values import Entry, SettingsError
from agora_console.settings.preferences import Preferences
from agora_console.ui.look.metrics import em
from agora_console.ui.look.theme import Theme
from agora_console.ui.look.tokens import tokens_of
from agora_console.ui.speech.announcer import Announcer
from agora_console.ui.strip import Strip
from agora_console.ui.ticks import Tick
from agora_console.ui.widgets.labels import ElidedLabel
from agora_console.ui.widgets.on_demand import OnDemand
from agora_console.ui.window import MainWindow
from tests.gui.chrome_stage import NOW, WindowConsole, full_house, session
from tests.gui.session_stage import life, recording
from tests.gui.whole_window import space
from tests.support.isolation import ROOT

HEAVY = ("pydantic", "httpx", "keyring", "sqlite3", "asyncio", "agora_console.services")


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, "dark")


@pytest.fixture
def console() -> WindowConsole:
    return WindowConsole(*full_house())


def opened(qtbot: QtBot, theme: Theme, *, demo: bool = False) -> MainWindow:
    window = MainWindow(theme, demo=demo)
    qtbot.addWidget(window, before_close_func=lambda widget: widget.finish())
    with qtbot.waitActive(window):
        window.show()
    return window


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, console: WindowConsole) -> Iterator[MainWindow]:
    made = opened(qtbot, theme)
    made.attach(console.as_console())
    yield made
    made.detach()


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def submenus(menu: QMenu) -> list[QMenu]:
    return menu.findChildren(QMenu)


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    QTest.keyClick(window.windowHandle(), key, modifier)


CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


class TestBeforeTheServices:
    def test_the_first_paint_imports_nothing_heavy(self, tmp_path: Path) -> None:
        code = (
            "import sys\n"
            "from agora_console.ui import window\n"
            "from agora_console.ui.look import theme\n"
            f"print([name for name in {HEAVY!r} if name in sys.modules])"
        )
        done = subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
        assert done.stdout.strip() == "[]"

    def test_it_can_be_painted_closed_and_asked(self, qtbot: QtBot, theme: Theme) -> None:
        window = opened(qtbot, theme)
        left: list[bool] = []
        window.select_session("x")
        window.select_draft()
        window.ask_quit((), lambda: left.append(True))
        window.detach()
        assert left == [True]
        assert not window.grab().isNull()

    def test_a_problem_of_the_opening_is_said(self, qtbot: QtBot, theme: Theme) -> None:
        window = opened(qtbot, theme)
        window.show_problem(Problem("The folder is read-only."))
        assert "The folder is read-only." in texts(window)

    def test_closing_is_a_wish_until_it_is_finished(self, qtbot: QtBot, theme: Theme) -> None:
        window = opened(qtbot, theme)
        with qtbot.waitSignal(window.close_requested):
            window.close()
        assert window.isVisible()
        window.finish()
        assert not window.isVisible()


class TestTopBar:
    @pytest.mark.parametrize(
        ("demo", "word"), [(False, "LIVE"), (True, "DEMO — nothing is recorded")]
    )
    def test_live_and_demo_cannot_be_confused(
        self, qtbot: QtBot, theme: Theme, demo: bool, word: str
    ) -> None:
        window = opened(qtbot, theme, demo=demo)
        assert word in texts(window.topbar)
        assert ("DEMO" in window.windowTitle()) is demo

    def test_it_counts_what_is_proven_and_what_wants_a_look(self, window: MainWindow) -> None:
        assert "1 recording · 2 need attention" in texts(window.topbar)

    def test_nothing_is_said_to_record_when_nothing_does(
        self, window: MainWindow, console: WindowConsole, qtbot: QtBot
    ) -> None:
        console.recordings.end_all()
        qtbot.waitUntil(lambda: "nothing is recording" in texts(window.topbar))

    def test_another_project_is_chosen(self, window: MainWindow, console: WindowConsole) -> None:
        menu = window.topbar.project_button.menu()
        next(action for action in menu.actions() if action.data() == "p2").trigger()
        assert console.projects.project is not None
        assert console.projects.project.id == "p2"
        assert window.topbar.project_button.text() == "Beta && Sons"

    def test_the_demo_takes_no_real_project(
        self, qtbot: QtBot, theme: Theme, console: WindowConsole
    ) -> None:
        window = opened(qtbot, theme, demo=True)
        window.attach(console.as_console())
        offered = [a for a in window.topbar.project_button.menu().actions() if a.isEnabled()]
        assert [a.text() for a in offered if a.text()] == ["Acme Live", "Beta && Sons"]
        assert not window.commands.settings.isEnabled()
        assert not window.commands.new_project.isEnabled()
        window.detach()


class TestStrip:
    def test_it_says_host_budget_keyring_and_journal(
        self, window: MainWindow, console: WindowConsole, qtbot: QtBot
    ) -> None:
        health = console.health
        health.host, health.latency_ms, health.reached = "api.agora.io", 84.2, True
        health.say()
        qtbot.waitUntil(lambda: "api.agora.io 84 ms" in texts(window.strip))
        shown = texts(window.strip)
        assert "0 of 10 requests/s" in shown
        assert {"Keyring: GNOME Keyring", "Journal saved"} <= set(shown)

    def test_silence_of_agora_is_said(
        self, window: MainWindow, console: WindowConsole, qtbot: QtBot
    ) -> None:
        console.health.host, console.health.reached = "api.agora.io", False
        console.health.say()
        qtbot.waitUntil(lambda: "api.agora.io does not answer" in texts(window.strip))

    def test_the_time_is_the_consoles(self, window: MainWindow) -> None:
        window.strip.set_time(NOW)
        assert "15:53:32 UTC" in " ".join(texts(window.strip))


class TestChoosing:
    def test_what_records_is_shown_first(self, window: MainWindow) -> None:
        assert space(window).session.session_id == "green-room"
        assert window.pages.currentWidget() is space(window).session

    def test_without_a_live_recording_the_draft_is_shown_and_can_be_typed(
        self, qtbot: QtBot, theme: Theme
    ) -> None:
        window = opened(qtbot, theme)
        window.attach(WindowConsole().as_console())
        assert window.pages.currentWidget() is space(window).draft
        window.detach()

    def test_a_tab_of_a_recording_is_made_whole_when_it_is_shown(
        self, window: MainWindow, console: WindowConsole, qtbot: QtBot
    ) -> None:
        """And follows the recording from then on, in sight or not."""
        page = space(window).session
        places = [page.tabs.widget(index) for index in range(page.tabs.count())]

        def made() -> list[str]:
            contents = [each.made for each in places if isinstance(each, OnDemand)]
            return [type(each).__name__ for each in contents if each is not None]

        window.select_session("keynote-a")
        window.select_session("rehearsal")
        assert made() == ["StatusTab"]
        page.tabs.setCurrentWidget(page.papers.config)
        assert made() == ["StatusTab", "ConfigTab"]
        assert page.config.isVisible()
        assert '"mode": "mix"' in page.config.view.toPlainText()
        page.show_tab(page.status)
        window.select_session("keynote-a")
        assert made() == ["StatusTab", "ConfigTab"]
        page.show_tab(page.files)
        assert page.files.model.rowCount() == len(recording().files)

    def test_a_session_is_chosen_in_the_list(self, window: MainWindow) -> None:
        window.sidebar.chosen.emit("rehearsal")
        assert space(window).session.session_id == "rehearsal"

    def test_ctrl_n_goes_to_the_draft(self, window: MainWindow) -> None:
        press(window, Qt.Key.Key_N, CTRL)
        assert window.pages.currentWidget() is space(window).draft

    def test_ctrl_1_to_9_choose_rows(self, window: MainWindow) -> None:
        press(window, Qt.Key.Key_2, CTRL)
        assert space(window).session.session_id == "keynote-a"
        press(window, Qt.Key.Key_1, CTRL)
        assert window.pages.currentWidget() is space(window).draft
        press(window, Qt.Key.Key_9, CTRL)  # there are eight sessions and the draft
        assert space(window).session.session_id == "older-show"

    def test_ctrl_f_goes_to_the_filter(self, window: MainWindow) -> None:
        press(window, Qt.Key.Key_F, CTRL)
        assert window.sidebar.filter.hasFocus()

    def test_an_unknown_session_changes_nothing(self, window: MainWindow) -> None:
        window.select_session("gone")
        assert space(window).session.session_id == "green-room"

    def test_a_started_recording_is_shown(
        self, window: MainWindow, console: WindowConsole, qtbot: QtBot
    ) -> None:
        window.select_draft()
        console.recordings.put(session("new-one", recording(NOW), created_at=NOW))
        space(window).draft.started.emit("new-one")
        assert space(window).session.session_id == "new-one"
        qtbot.waitUntil(lambda: window.sidebar.list.currentIndex().data() == "new-one")

    def test_the_draft_in_the_list_follows_what_is_typed(self, window: MainWindow) -> None:
        space(window).draft.set_document({"cname": "town-hall", "mode": "individual"})
        index = space(window).model.index_of("draft")
        assert index.data() == "town-hall"


class TestCommands:
    def test_every_shortcut_is_in_the_menu(self, window: MainWindow) -> None:
        menu = window.topbar.menu_button.menu()
        shown = {action for part in (menu, *submenus(menu)) for action in part.actions()}
        with_keys = {action for action in window.actions() if action.shortcut().toString()}
        assert with_keys <= shown
        keys = [action.shortcut().toString() for action in with_keys]
        assert len(keys) == len(set(keys))

    def test_f5_asks_now(self, window: MainWindow, console: WindowConsole) -> None:
        window.select_session("keynote-a")
        press(window, Qt.Key.Key_F5, NONE)
        assert console.recordings.wishes == [("ask", "keynote-a")]

    def test_the_stop_keys_have_to_be_held(
        self, window: MainWindow, console: WindowConsole, qtbot: QtBot
    ) -> None:
        window.select_session("keynote-a")
        button = space(window).session.stop_button
        held = QSignalSpy(button.held)
        keys = CTRL | Qt.KeyboardModifier.ShiftModifier
        button.set_hold_ms(10_000)
        QTest.keyPress(window.windowHandle(), Qt.Key.Key_Period, keys)
        qtbot.waitUntil(lambda: button.holding)
        QTest.keyRelease(window.windowHandle(), Qt.Key.Key_Period, keys)
        qtbot.waitUntil(lambda: not button.holding)
        assert held.count() == 0
        button.set_hold_ms(50)
        QTest.keyPress(window.windowHandle(), Qt.Key.Key_Period, keys)
        qtbot.waitUntil(lambda: held.count() == 1)
        QTest.keyRelease(window.windowHandle(), Qt.Key.Key_Period, keys)
        assert console.recordings.wishes == [("stop", "keynote-a")]

    def test_a_request_is_copied_from_the_page_of_a_recording(
        self, qtbot: QtBot, theme: Theme, console: WindowConsole, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        async def entries(_: str) -> list[Entry]:
            return life()

        monkeypatch.setattr(console.recordings, "entries", entries)
        window = opened(qtbot, theme)
        window.attach(console.as_console())
        window.select_session("keynote-a")
        press(window, Qt.Key.Key_C, CTRL | Qt.KeyboardModifier.ShiftModifier)
        assert QGuiApplication.clipboard().text().startswith("curl --request GET")
        window.select_draft()
        assert not window.commands.copy_curl.isEnabled()
        window.detach()

    def test_stop_is_not_offered_where_nothing_records(self, window: MainWindow) -> None:
        window.select_session("rehearsal")
        assert not window.commands.stop.isEnabled()
        window.select_draft()
        assert not window.commands.stop.isEnabled()

    def test_the_rows_of_the_list_are_named_in_the_menu(self, window: MainWindow) -> None:
        places = next(
            each for each in submenus(window.topbar.menu_button.menu()) if each.title() == "Go to"
        )
        places.aboutToShow.emit()
        assert [action.text() for action in places.actions()][:2] == ["New recording", "keynote-a"]

    def test_a_theme_is_chosen_in_the_menu_and_kept(
        self, window: MainWindow, theme: Theme, console: WindowConsole
    ) -> None:
        window.commands.theme_chosen.emit("light")
        assert theme.choice == "light"
        assert console.settings.preferences().theme == "light"
        ticked = [a for a in window.findChildren(type(window.commands.new)) if a.isChecked()]
        assert "light" in [action.data() for action in ticked]


@pytest.mark.parametrize(
    ("asked", "shown"), [("system", "light"), ("contrast", "contrast")], ids=["kept", "asked"]
)
def test_the_theme_of_the_last_run_comes_back_unless_another_is_asked_for(
    qtbot: QtBot, qapp: QApplication, console: WindowConsole, asked: str, shown: str
) -> None:
    theme = Theme(qapp, asked)
    window = opened(qtbot, theme)
    console.settings.save_preferences(Preferences(theme="light"))
    window.attach(console.as_console())
    assert tokens_of(window.palette()).name == theme.tokens.name == shown
    assert theme.tokens.colors["window"] in qapp.styleSheet()
    window.detach()


@pytest.fixture
def in_berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The clock of this process is set to Central Europe."""
    if not hasattr(time, "tzset"):
        pytest.skip("the zone of a process cannot be set here")
    monkeypatch.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_the_strip_shows_the_time_here_and_utc(qtbot: QtBot, in_berlin: None) -> None:
    strip = Strip()
    qtbot.addWidget(strip)
    strip.show()
    strip.set_time(NOW)
    assert "17:53:32 CEST · 15:53:32 UTC" in texts(strip)


def test_a_wide_window_is_made_small_in_one_go(
    qtbot: QtBot, theme: Theme, console: WindowConsole
) -> None:
    """As a window manager does it that puts two windows beside each other."""
    window = opened(qtbot, theme, demo=True)
    window.attach(console.as_console())
    window.resize(em(window, 110), em(window, 60))
    window.show_locked(True)
    qtbot.waitUntil(lambda: window.width() == em(window, 110))
    window.resize(em(window, 70), em(window, 50))
    qtbot.waitUntil(lambda: window.width() == em(window, 70))
    window.detach()


class TestPlace:
    def test_it_is_kept_at_the_end_and_taken_again(
        self, qtbot: QtBot, theme: Theme, console: WindowConsole
    ) -> None:
        window = opened(qtbot, theme)
        window.attach(console.as_console())
        window.setGeometry(20, 70, 770, 500)
        window.detach()
        again = MainWindow(theme, demo=False)
        qtbot.addWidget(again)
        again.restore_place(console.settings.preferences().window)
        assert again.geometry() == window.geometry()

    def test_a_place_off_every_screen_is_moved_onto_one(self, qtbot: QtBot, theme: Theme) -> None:
        far = QWidget()
        qtbot.addWidget(far)
        far.setGeometry(9000, 9000, 500, 400)
        window = MainWindow(theme, demo=False)
        qtbot.addWidget(window)
        window.restore_place(bytes(far.saveGeometry().toBase64().data()).decode())
        assert window.screen().availableGeometry().contains(window.geometry().center())

    @pytest.mark.parametrize("text", ["", "nonsense", "☃", "AAAA"])
    def test_what_is_no_place_changes_nothing(self, qtbot: QtBot, theme: Theme, text: str) -> None:
        window = MainWindow(theme, demo=False)
        qtbot.addWidget(window)
        before = window.geometry()
        window.restore_place(text)
        assert window.geometry() == before

    def test_settings_that_cannot_be_written_do_not_keep_it_open(
        self,
        qtbot: QtBot,
        theme: Theme,
        console: WindowConsole,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        def broken(_: Preferences) -> None:
            raise SettingsError("The file cannot be written.", "Make room.")

        window = opened(qtbot, theme)
        window.attach(console.as_console())
        monkeypatch.setattr(console.settings, "save_preferences", broken)
        window.detach()
        assert window.workspace is None


def test_a_dialog_that_asks_where_to_save_ends_with_the_services(
    window: MainWindow, console: WindowConsole
) -> None:
    exporter = space(window).session.exporter
    exporter.ask_where(console.recordings.known["rehearsal"], "csv")
    window.detach()
    assert exporter.dialog is None


class TestFirstRun:
    @pytest.fixture
    def bare(self, qtbot: QtBot, theme: Theme) -> Iterator[MainWindow]:
        made = opened(qtbot, theme)
        made.attach(WindowConsole(project=None).as_console())
        yield made
        made.detach()

    def test_three_steps_are_shown(self, bare: MainWindow) -> None:
        assert bare.pages.currentWidget() is space(bare).first_run
        assert {"App ID", "Customer ID and secret", "Storage"} <= set(texts(bare))

    def test_it_leads_to_a_project_and_then_to_the_draft(
        self, bare: MainWindow, qtbot: QtBot
    ) -> None:
        space(bare).first_run.setup.click()
        dialog = space(bare).project_dialog
        assert dialog is not None
        assert not dialog.isModal()
        account = dialog.account
        for line in (account.app_id, account.customer_id, account.secret):
            line.setText("0123456789abcdef0123456789abcdef")
        account.name.setText("Acme")
        dialog.save.click()
        assert bare.topbar.project_button.text() == "Acme"
        assert bare.pages.currentWidget() is space(bare).draft
        assert space(bare).project_dialog is None

    def test_it_leads_to_the_demo(self, bare: MainWindow, qtbot: QtBot) -> None:
        with qtbot.waitSignal(bare.demo_requested):
            space(bare).first_run.demo.click()


class TestProblems:
    def test_a_problem_of_another_session_is_said_at_the_top(
        self, window: MainWindow, console: WindowConsole
    ) -> None:
        problem = Problem("Start was not answered.", rule="session:keynote-a")
        console.recordings.told.emit(problem)
        assert window.notice.problem() == problem

    def test_one_of_the_session_in_sight_is_left_to_its_page(
        self, window: MainWindow, console: WindowConsole
    ) -> None:
        window.select_session("keynote-a")
        console.recordings.told.emit(Problem("Odd.", rule="session:keynote-a"))
        assert window.notice.problem() is None


class TestQuitting:
    @pytest.fixture
    def left(self) -> list[str]:
        return []

    @pytest.fixture
    def asked(self, window: MainWindow, console: WindowConsole, left: list[str]) -> MainWindow:
        live = tuple(each for each in console.recordings.sessions() if each.live)
        window.ask_quit(live, lambda: left.append("left"))
        return window

    def test_it_lists_what_goes_on(self, asked: MainWindow) -> None:
        dialog = space(asked).guards.quitting.dialog
        assert dialog is not None
        names = [each.text() for each in dialog.findChildren(ElidedLabel) if each.isVisible()]
        assert names == ["keynote-a", "breakout-3", "green-room"]
        assert "3 recordings go on when you leave" in texts(dialog)

    def test_enter_leaves_them_running(
        self, asked: MainWindow, console: WindowConsole, left: list[str], qtbot: QtBot
    ) -> None:
        dialog = space(asked).guards.quitting.dialog
        assert dialog is not None
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
        assert left == ["left"]
        assert console.recordings.wishes == []

    @pytest.mark.parametrize("key", [Qt.Key.Key_Escape])
    def test_escape_stays(
        self, asked: MainWindow, left: list[str], qtbot: QtBot, key: Qt.Key
    ) -> None:
        dialog = space(asked).guards.quitting.dialog
        assert dialog is not None
        qtbot.keyClick(dialog, key)
        assert left == []
        assert space(asked).guards.quitting.dialog is None

    def test_stop_all_stops_each_once_and_leaves_when_all_have_ended(
        self, asked: MainWindow, console: WindowConsole, left: list[str], qtbot: QtBot
    ) -> None:
        dialog = space(asked).guards.quitting.dialog
        assert dialog is not None
        dialog.stop_all.set_hold_ms(50)
        with qtbot.waitSignal(dialog.stop_all.held):
            qtbot.mousePress(dialog.stop_all, Qt.MouseButton.LeftButton)
        qtbot.mouseRelease(dialog.stop_all, Qt.MouseButton.LeftButton)
        names = {"keynote-a", "breakout-3", "green-room"}
        assert sorted(console.recordings.wishes) == sorted(("stop", name) for name in names)
        assert left == []
        console.recordings.end_all()
        qtbot.waitUntil(lambda: left == ["left"])

    def test_the_keyboard_stops_all_by_their_number(
        self, asked: MainWindow, console: WindowConsole, left: list[str], qtbot: QtBot
    ) -> None:
        dialog = space(asked).guards.quitting.dialog
        assert dialog is not None
        qtbot.keyClick(dialog.stop_all, Qt.Key.Key_Space)
        line = dialog.card.line.line
        line.setText("2")
        qtbot.keyClick(line, Qt.Key.Key_Return)  # which is also the key of "leave running"
        assert (console.recordings.wishes, left) == ([], [])
        assert dialog.card.line.geometry().bottom() <= dialog.card.height()
        line.setText("3")
        qtbot.keyClick(line, Qt.Key.Key_Return)
        assert len(console.recordings.wishes) == 3
        console.recordings.end_all()
        qtbot.waitUntil(lambda: left == ["left"])

    def test_a_click_on_stop_all_stops_nothing(
        self, asked: MainWindow, console: WindowConsole, qtbot: QtBot
    ) -> None:
        dialog = space(asked).guards.quitting.dialog
        assert dialog is not None
        qtbot.mouseClick(dialog.stop_all, Qt.MouseButton.LeftButton)
        assert console.recordings.wishes == []

    def test_a_planned_start_is_a_reason_to_stay(
        self, window: MainWindow, console: WindowConsole, left: list[str], qtbot: QtBot
    ) -> None:
        console.recordings.end_all()
        window.ask_quit((), lambda: left.append("nothing waits"))
        assert left == ["nothing waits"]
        console.planned.known.append(
            PlannedStart(
                id="gala", at=NOW + 7200, project_id="p1", cname="gala", uid="7", config={}
            )
        )
        window.ask_quit((), lambda: left.append("left"))
        dialog = space(window).guards.quitting.dialog
        assert dialog is not None
        assert "1 planned start does not come when you leave" in texts(dialog)
        assert any("gala, " in text for text in texts(dialog))
        assert not dialog.stop_all.isVisible()
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
        assert left == ["nothing waits"]
        window.ask_quit((), lambda: left.append("left"))
        dialog = space(window).guards.quitting.dialog
        assert dialog is not None
        qtbot.mouseClick(dialog.leave, Qt.MouseButton.LeftButton)
        assert left == ["nothing waits", "left"]

    def test_asking_twice_opens_one_dialog(self, asked: MainWindow) -> None:
        first = space(asked).guards.quitting.dialog
        asked.ask_quit((), lambda: None)
        assert space(asked).guards.quitting.dialog is first


def test_states_out_of_sight_are_announced_once(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    announcer = Announcer(window)
    announcer.learn([session("c", recording())], NOW)
    tick = Tick(tuple(session(name, recording()) for name in "abc"), NOW)
    assert announcer.apply(tick, in_sight="b") == ["a: REC"]
    assert announcer.apply(tick, in_sight="b") == []


def test_after_detaching_the_window_hears_nothing(
    qtbot: QtBot, theme: Theme, console: WindowConsole
) -> None:
    window = opened(qtbot, theme)
    window.attach(console.as_console())
    window.detach()
    console.recordings.put(session("late", recording(), phase=Phase.RECORDING))
    console.recordings.told.emit(Problem("Late."))
    assert window.notice.problem() is None
    assert window.workspace is None


def test_every_button_and_field_has_a_name(window: MainWindow) -> None:
    nameless = [
        button
        for part in (window.topbar, window.sidebar, window.strip)
        for button in part.findChildren(QPushButton)
        if not (button.accessibleName() or button.text()) or not button.toolTip()
    ]
    assert nameless == []
    assert window.sidebar.filter.accessibleName()
    assert window.sidebar.list.accessibleName()
