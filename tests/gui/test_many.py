"""Many recordings at once: order, choosing, planned starts and the table, in the whole window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from agora_console.domain.planned_start import PlannedStart
from agora_console.domain.problems import Problem
from agora_console.services.start.batch import Progress
from agora_console.services.start.table_text import Line
from agora_console.ui.batch.model import BatchModel, Column
from agora_console.ui.listing.keyed_rows import MOVES
from agora_console.ui.listing.session_model import PAGE, SessionModel
from agora_console.ui.listing.session_rows import plan_key
from agora_console.ui.look.metrics import em
from agora_console.ui.window import MainWindow
from tests.gui.chrome_stage import NOW, WindowConsole, full_house, session
from tests.gui.session_stage import files_listed, recording
from tests.gui.whole_window import space, whole_window

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
PLAN = PlannedStart(
    id="p1", at=NOW + 3723, project_id="p1", cname="gala", uid="88231", config={"mode": "mix"}
)


@pytest.fixture
def console() -> WindowConsole:
    made = WindowConsole(*full_house())
    made.planned.known = [PLAN]
    return made


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, console: WindowConsole) -> Iterator[MainWindow]:
    with whole_window(qtbot, qapp, console) as made:
        made.select_session("keynote-a")
        yield made


def titles(window: MainWindow) -> list[str]:
    model = space(window).model
    return [model.index(row).data() for row in range(model.rowCount())]


def click(window: MainWindow, key: str, modifier: Qt.KeyboardModifier) -> None:
    view = window.sidebar.list
    place = view.visualRect(space(window).model.index_of(key)).center()
    QTest.mouseClick(view.viewport(), LEFT, modifier, place)


class TestList:
    def test_list_and_page_tell_the_times_of_one_moment(
        self, window: MainWindow, console: WindowConsole
    ) -> None:
        console.clock.at += 1.9  # and nobody has told the window yet
        window.select_session("breakout-3")
        row = space(window).model.row_of("breakout-3")
        assert row is not None
        assert row.elapsed == space(window).session.header.figure.text()

    def test_rows_are_chosen_with_mouse_and_keys_while_one_stays_in_sight(
        self, window: MainWindow, console: WindowConsole, qtbot: QtBot
    ) -> None:
        bar, view = window.sidebar.bar, window.sidebar.list
        assert bar.isHidden()
        click(window, "green-room", SHIFT)
        assert window.sidebar.chosen_keys() == ("keynote-a", "breakout-3", "green-room")
        assert bar.isVisible()
        assert space(window).session.session_id == "keynote-a"
        qtbot.mouseClick(bar.ask, LEFT)
        assert [wish for wish in console.recordings.wishes if wish[0] == "ask"] == [
            ("ask", "keynote-a"),
            ("ask", "breakout-3"),
            ("ask", "green-room"),
        ]
        console.recordings.put(session("new-one", recording(NOW), created_at=NOW))
        qtbot.waitUntil(lambda: "new-one" in titles(window))
        assert len(window.sidebar.chosen_keys()) == 3  # a new row takes nothing away
        click(window, "green-room", CTRL)
        assert window.sidebar.chosen_keys() == ("keynote-a", "breakout-3")
        view.setFocus()
        qtbot.keyClick(view, Qt.Key.Key_Escape)
        assert window.sidebar.chosen_keys() == ("keynote-a",)
        assert bar.isHidden()
        qtbot.keyClick(view, Qt.Key.Key_A, CTRL)
        assert "rehearsal" in window.sidebar.chosen_keys()
        click(window, "breakout-3", Qt.KeyboardModifier.NoModifier)
        assert space(window).session.session_id == "breakout-3"

    def test_what_is_chosen_is_stopped_by_hold_or_number_and_by_nothing_else(
        self, window: MainWindow, console: WindowConsole, qtbot: QtBot
    ) -> None:
        click(window, "green-room", SHIFT)
        click(window, "rehearsal", CTRL)  # it is over
        qtbot.mouseClick(window.sidebar.bar.stop, LEFT)
        dialog = space(window).guards.stop_all.dialog
        assert dialog is not None
        assert dialog.heading.text() == "Stop these 3 recordings?"
        assert "Of the 4 chosen, 1 cannot be stopped" in dialog.words.text()
        qtbot.mouseClick(dialog.stop_all, LEFT)
        assert console.recordings.wishes == []
        dialog.stop_all.setFocus()
        qtbot.keyClick(dialog.stop_all, Qt.Key.Key_Space)
        line = dialog.card.line
        qtbot.keyClicks(line.line, "stop all")  # not all are meant
        assert not line.act.isEnabled()
        line.line.clear()
        qtbot.keyClicks(line.line, "3")
        qtbot.keyClick(line.line, Qt.Key.Key_Return)
        assert {wish[1] for wish in console.recordings.wishes} == {
            "keynote-a",
            "breakout-3",
            "green-room",
        }

    def test_a_locked_window_stops_none_of_them(
        self, window: MainWindow, console: WindowConsole, qtbot: QtBot
    ) -> None:
        click(window, "breakout-3", SHIFT)
        console.gate.lock()
        qtbot.mouseClick(window.sidebar.bar.stop, LEFT)
        dialog = space(window).guards.stop_all.dialog
        assert dialog is not None
        assert not dialog.stop_all.isEnabled()

    def test_the_order_is_chosen_by_menu_and_kept(
        self, window: MainWindow, console: WindowConsole
    ) -> None:
        live = titles(window).index("Live")
        assert titles(window)[live + 1 : live + 4] == ["keynote-a", "breakout-3", "green-room"]
        by = {action.data(): action for action in window.commands.sort_menu.actions()}
        by["attention"].trigger()
        assert titles(window)[live + 1 : live + 4] == ["breakout-3", "green-room", "keynote-a"]
        by["channel"].trigger()
        assert titles(window)[live + 1 : live + 4] == ["breakout-3", "green-room", "keynote-a"]
        assert console.settings.kept.sort == "channel"
        assert window.sidebar.sort_button.menu() is window.commands.sort_menu
        assert window.sidebar.list.currentIndex().data() == "keynote-a"

    def test_the_context_menu_offers_the_same(self, window: MainWindow, qtbot: QtBot) -> None:
        click(window, "breakout-3", SHIFT)
        window.sidebar.menu_requested.emit(QPoint(10, 10))
        menu = space(window).choosing.menu
        assert menu is not None
        texts = [action.text() for action in menu.actions() if not action.isSeparator()]
        assert texts[:4] == ["Ask now", "Export tickets…", "Stop…", "Choose all"]
        with qtbot.waitSignal(menu.destroyed):
            menu.close()

    def test_tickets_of_many_are_one_file(self, window: MainWindow, console: WindowConsole) -> None:
        click(window, "breakout-3", SHIFT)
        console.recordings.ticket = lambda key: session_ticket(console, key)  # type: ignore[attr-defined]
        space(window).choosing.export_tickets()
        exporter = space(window).session.exporter
        assert exporter.dialog is not None
        exporter.close()

    def test_a_filter_finds_mode_and_project(self, window: MainWindow) -> None:
        model = space(window).model
        model.set_filter("acme individual")
        assert model.choosable_rows() == []
        model.set_filter("acme mix 88231")
        assert [row.title for row in model.choosable_rows()] in ([], ["gala"])
        model.set_filter("planned")
        assert [row.title for row in model.choosable_rows()] == ["gala"]


def session_ticket(console: WindowConsole, key: str) -> object:
    from agora_console.domain.intake.ticket import ticket_of

    found = console.recordings.get(key)
    assert found is not None
    return ticket_of(found, "api.agora.io")


def test_only_a_page_of_what_is_over_is_there_until_somebody_scrolls(qapp: QApplication) -> None:
    model = SessionModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    many = [
        session(f"o{n:04}", files_listed(), created_at=NOW - 200_000 - n) for n in range(PAGE * 3)
    ]
    model.load(many, NOW)
    assert model.rowCount() == PAGE + 1
    model.fetchMore(QModelIndex())
    assert model.rowCount() == 2 * PAGE + 1
    assert not model.index_of(f"o{PAGE * 3 - 1:04}").isValid()
    model.reveal(f"o{PAGE * 3 - 1:04}")
    assert model.index_of(f"o{PAGE * 3 - 1:04}").isValid()
    model.set_filter(f"o{PAGE * 3 - 2:04}")
    assert model.rowCount() == 2


def test_another_order_of_many_rows_is_few_signals_and_no_reset(qapp: QApplication) -> None:
    model = SessionModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    count = 5 * MOVES
    model.load(
        [
            session(f"k{n:03}", recording(), cname=f"{count - n:03}", created_at=float(n))
            for n in range(count)
        ],
        NOW,
    )
    spies = [
        QSignalSpy(signal)
        for signal in (model.modelReset, model.layoutChanged, model.rowsMoved, model.rowsInserted)
    ]
    model.set_sort("channel")
    assert [spy.count() for spy in spies] == [0, 0, 0, 1]
    assert model.index(1).data() == "001"


class TestPlans:
    def test_a_plan_is_a_row_that_counts_down_with_a_page_of_its_own(
        self, window: MainWindow, console: WindowConsole, qtbot: QtBot
    ) -> None:
        click(window, plan_key("p1"), Qt.KeyboardModifier.NoModifier)
        page = space(window).plans.page
        assert page.isVisible()
        assert page.chip.look is not None
        qtbot.mouseClick(page.start, LEFT)
        qtbot.mouseClick(page.move_button, LEFT)
        page.drop.set_hold_ms(20)
        qtbot.mouseClick(page.drop, LEFT)
        assert [wish[0] for wish in console.planned.wishes] == ["start", "move"]
        with qtbot.waitSignal(page.drop.held):
            qtbot.mousePress(page.drop, LEFT)
        qtbot.mouseRelease(page.drop, LEFT)
        assert console.planned.wishes[-1] == ("cancel", "p1")
        assert "gala" not in titles(window)
        assert space(window).draft.isVisible()

    def test_a_locked_window_changes_no_plan(
        self, window: MainWindow, console: WindowConsole
    ) -> None:
        space(window).plans.open("p1")
        console.gate.lock()
        page = space(window).plans.page
        assert not page.move_button.isEnabled()
        assert not page.start.isEnabled()
        assert not page.drop.isEnabled()

    def test_a_draft_is_planned_for_a_time_to_come(
        self, window: MainWindow, console: WindowConsole, qtbot: QtBot
    ) -> None:
        window.select_draft()
        space(window).draft.model.set("cname", "premiere")
        window.commands.plan_start.trigger()
        dialog = space(window).plans.dialog
        assert dialog is not None
        dialog.at.setDateTime(dialog.at.dateTime().addYears(-1))
        assert not dialog.plan.isEnabled()
        dialog.at.setDateTime(dialog.at.dateTime().addYears(1))
        assert dialog.plan.isEnabled()
        qtbot.mouseClick(dialog.plan, LEFT)
        assert console.planned.wishes[0][:2] == ("plan", "premiere")
        assert space(window).plans.page.isVisible()
        assert space(window).plans.dialog is None

    def test_a_missed_one_says_why_and_is_copied_into_the_draft(
        self, window: MainWindow, console: WindowConsole, qtbot: QtBot
    ) -> None:
        console.planned.known = [PLAN.model_copy(update={"trouble": "Nobody was there."})]
        console.planned.changed.emit(None)
        space(window).plans.open("p1")
        page = space(window).plans.page
        assert page.chip.look is not None
        qtbot.mouseClick(page.edit, LEFT)
        assert space(window).draft.title() == "gala"


class TestTable:
    def test_lines_are_pasted_judged_started_and_said(
        self, window: MainWindow, console: WindowConsole, qtbot: QtBot
    ) -> None:
        window.commands.batch.trigger()
        desk, page = space(window).batch, space(window).batch.page
        assert page.isVisible()
        assert page.table.hasFocus()
        assert page.invitation.isVisible()
        QGuiApplication.clipboard().setText("hall-1\t101\nhall-2\tbad\nhall-3\n")
        qtbot.keyClick(page.table, Qt.Key.Key_V, CTRL)
        items = desk.model.items()
        assert [item.line.cname for item in items] == ["hall-1", "hall-2", "hall-3"]
        assert not page.invitation.isVisible()
        assert items[2].line.uid.isdigit()  # suggested
        qtbot.waitUntil(lambda: page.start.text() == "Start 2 recordings")
        state = desk.model.index(1, Column.STATE)
        assert state.data() == "NOT READY: bad is no UID."
        qtbot.mouseClick(page.start, LEFT)
        assert [line.cname for line in console.batch.started[0].values()] == ["hall-1", "hall-3"]
        assert not page.start.isEnabled()
        assert page.halt.isVisible()
        console.batch.tell(items[0].key, Progress(session_id="keynote-a"))
        console.batch.tell(items[2].key, Progress(problem=Problem("Refused.")))
        page.halt.click()
        console.batch.changed.emit("")
        assert str(desk.model.index(0, Column.STATE).data()).startswith("REC")
        assert desk.model.index(2, Column.STATE).data() == "NOT STARTED: Refused."
        assert page.start.text() == "Start 1 recording"  # the refused one can be repeated
        assert not desk.model.flags(desk.model.index(0, 0)) & Qt.ItemFlag.ItemIsEditable
        page.stop.click()
        assert space(window).guards.stop_all.dialog is not None
        desk.save()
        assert [row["cname"] for row in console.settings.rows] == ["hall-1", "hall-2", "hall-3"]

    def test_two_lines_alike_are_both_refused(
        self, window: MainWindow, console: WindowConsole, qtbot: QtBot
    ) -> None:
        window.commands.batch.trigger()
        page = space(window).batch.page
        page.insert_text("a,7\na,7\nb,7\n")
        qtbot.waitUntil(lambda: page.start.text() == "Start 1 recording")
        assert "stands twice" in str(space(window).batch.model.index(0, Column.STATE).data())
        page.insert_text("")
        assert "no line" in page.said.text()


def test_every_edit_of_the_table_is_undone_and_done_again(qapp: QApplication) -> None:
    uids = iter(map(str, range(1000, 2000)))
    model = BatchModel(lambda: next(uids), lambda key: False)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.load([Line("one", "1")])
    assert model.setData(model.index(1, Column.CHANNEL), " two ")
    assert model.items()[1].line == Line("two", "1000")
    assert model.rowCount() == 3  # there is always a line to type into
    model.insert(0, [Line("zero", "5"), Line("half")])
    model.remove([1])
    assert [item.line.cname for item in model.items()] == ["zero", "one", "two"]
    for expected in (["zero", "half", "one", "two"], ["one", "two"], ["one"]):
        model.undo.undo()
        assert [item.line.cname for item in model.items()] == expected
    model.undo.redo()
    assert [item.line.cname for item in model.items()] == ["one", "two"]


def test_what_was_sent_cannot_be_edited(qapp: QApplication) -> None:
    model = BatchModel(lambda: "9", lambda key: True)
    model.load([Line("one", "1")])
    assert not model.setData(model.index(0, Column.CHANNEL), "other")


def test_settings_of_the_console_hold_at_once(
    window: MainWindow, console: WindowConsole, qtbot: QtBot
) -> None:
    window.commands.preferences.trigger()
    dialog = space(window).helping.open["preferences"]
    dialog.sort.setCurrentIndex(dialog.sort.findData("newest"))  # type: ignore[attr-defined]
    dialog.sort.activated.emit(0)  # type: ignore[attr-defined]
    dialog.sound.click()  # type: ignore[attr-defined]
    dialog.days.setValue(30)  # type: ignore[attr-defined]
    dialog.days.editingFinished.emit()  # type: ignore[attr-defined]
    kept = console.settings.kept
    assert (kept.sort, kept.sound, kept.keep_days) == ("newest", False, 30)


def test_the_bar_leads_to_palette_and_wall(window: MainWindow, qtbot: QtBot) -> None:
    bar = window.topbar
    window.resize(em(bar, 70), window.height())
    qtbot.waitUntil(lambda: bar.wall_button.text() == "")
    window.resize(em(bar, 100), window.height())
    qtbot.waitUntil(lambda: bar.wall_button.text() == "Wall")
    assert "2 planned" not in bar.findChildren(type(bar._counts))[0].text()
    assert "1 planned" in bar._counts.text()
    qtbot.mouseClick(bar.wall_button, LEFT)
    assert space(window).operate.wall.isVisible()
    assert "gala" in [row.title for row in space(window).operate.shown.rows()]
    qtbot.mouseClick(bar.palette_button, LEFT)
    assert space(window).operate.palette.isVisible()
    space(window).operate.palette.hide()
    qtbot.mouseClick(bar.wall_button, LEFT)
    assert not space(window).operate.wall.isVisible()
