"""The page of one recording, used as a person uses it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QSpinBox, QToolTip, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from agora_console.domain.codes import explain
from agora_console.domain.files.rows import Looked
from agora_console.domain.files.verdict import Arrival, Verdict
from agora_console.domain.guards import Pair
from agora_console.domain.problems import Problem
from agora_console.domain.session import Phase, Session
from agora_console.domain.states import look
from agora_console.services.start.orders import RefusedError
from agora_console.services.values import Entry
from agora_console.ui.look import times
from agora_console.ui.look.theme import Theme
from agora_console.ui.session.files_model import FileColumn
from agora_console.ui.session.page import SessionPage
from agora_console.ui.session.story import LONG, story_of
from agora_console.ui.session.tables import Table
from tests.gui import session_stage as stage
from tests.gui.session_stage import BEGIN, RESOURCE, SID, Stage
from tests.gui.shown import shown_session

EVERY_STATE = [
    stage.starting(),
    stage.unconfirmed(),
    stage.recording(),
    stage.unknown(),
    stage.stopping(),
    stage.uploading(),
    stage.files_listed(),
    stage.in_backup(),
    stage.nothing_recorded(),
    stage.failed(),
    stage.ended(),
    stage.out_of_reach(),
    stage.snapshots_only(),
]
Open = Callable[[Stage], SessionPage]


@pytest.fixture
def open_page(qtbot: QtBot, theme: Theme) -> Open:
    """Show the first session of a stage on a page of the size it has in a window."""
    return partial(shown_session, qtbot, theme)


# --- what it says ------------------------------------------------------------------


def test_the_header_says_state_channel_sentence_and_time(open_page: Open) -> None:
    page = open_page(Stage(stage.recording()))
    header = page.header
    assert header.chip.text() == "REC"
    assert header.channel.text() == "keynote-a"
    assert header.sentence.text().endswith("Asked 12 s ago, next in 1:48.")
    assert header.figure.text() == "01:40:06"
    assert header.caption.text() == f"since confirmed {times.clock(BEGIN + 6.0)}"


def test_a_second_later_only_the_times_have_moved(open_page: Open) -> None:
    on = Stage(stage.recording())
    page = open_page(on)
    loads = on.loads
    page.apply(on.tick())
    assert page.header.figure.text() == "01:40:07"
    assert page.header.sentence.text().endswith("Asked 13 s ago, next in 1:47.")
    assert on.loads == loads


@pytest.mark.parametrize("session", EVERY_STATE, ids=lambda session: session.phase.value)
def test_every_state_is_named_and_stop_is_there_only_while_it_may_record(
    open_page: Open, session: Session
) -> None:
    on = Stage(session, now=max(session.since + 60.0, BEGIN + 6012.0))
    page = open_page(on)
    assert page.header.chip.text() == look(session, on.clock.now()).word
    assert page.minimumSizeHint().width() <= 660
    assert page.stop_button.isVisible() is not session.over
    if session.over:
        assert session.cause in page.header.sentence.text()
    elif not page.stop_button.isEnabled():
        assert page.header.why_not.isVisible()
        assert page.header.why_not.text()


def test_the_channel_is_not_cut_by_a_long_word_in_a_narrow_window(open_page: Open) -> None:
    page = open_page(Stage(stage.unknown()))
    page.resize(660, 470)
    QApplication.sendPostedEvents()
    assert page.header.channel.width() >= page.header.channel.sizeHint().width()


@pytest.mark.parametrize(
    ("left", "said", "role"),
    [
        (2900.0, "ends in 48 min 20 s", "text"),
        (899.0, "ends in 14 min 59 s", "amber"),
        (-1.0, "ended at", "danger"),
    ],
)
def test_the_end_of_the_token_is_shown(open_page: Open, left: float, said: str, role: str) -> None:
    on = Stage(stage.recording())
    on = Stage(stage.recording(token_expires_at=on.clock.now() + left))
    page = open_page(on)
    assert page.facts.token.isVisible()
    assert page.facts.token.text().startswith(said)
    assert page.facts.token.property("role") == role


def test_without_a_known_token_there_is_no_card_for_it(open_page: Open) -> None:
    on = Stage(stage.recording())
    page = open_page(on)
    assert not page.facts.token.isVisible()
    later = stage.recording(token_expires_at=on.clock.now() + 60.0)
    page.apply(on.tick(later))
    assert page.facts.token.isVisible()
    page.apply(on.tick(later.model_copy(update={"over": True})))
    assert not page.facts.token.isVisible()


def test_a_long_story_is_told_like_a_short_one(open_page: Open) -> None:
    on = Stage(stage.recording())
    many = [stage.query(30.0 + n, 5) for n in range(LONG)]
    on.recordings.journal["s-1"] = list(reversed([*reversed(stage.life()), *many]))
    page = open_page(on)
    assert page.requests.count == LONG + 33
    assert page.status.lines.rows[0].times == LONG + 30


def test_the_facts_are_there_and_the_ids_can_be_copied(open_page: Open) -> None:
    page = open_page(Stage(stage.recording()))
    assert page.facts.control.text() == "70 h 19 min left"
    assert page.facts.recorder.text() == "527841 · mix · api.agora.io"
    assert page.facts.recorder.accessibleName().startswith("Recorder: 527841")
    for label, whole in ((page.facts.sid, SID), (page.facts.resource, RESOURCE)):
        copy = label.findChild(QAbstractButton)
        assert copy is not None
        copy.click()
        assert QGuiApplication.clipboard().text() == whole


def test_another_state_is_taken_over_with_the_next_tick(open_page: Open) -> None:
    on = Stage(stage.recording())
    page = open_page(on)
    page.apply(on.tick(stage.files_listed()))
    assert page.header.chip.text() == "FILES LISTED"
    assert not page.stop_button.isVisible()
    assert not page.header.ask.isVisible()


def test_changes_of_other_sessions_leave_the_page_alone(open_page: Open) -> None:
    on = Stage(stage.recording())
    page = open_page(on)
    page.apply(on.tick(stage.failed().model_copy(update={"id": "s-2"})))
    assert page.header.chip.text() == "REC"


def test_a_session_that_nobody_knows_leaves_an_empty_page(open_page: Open) -> None:
    on = Stage(stage.recording())
    page = open_page(on)
    page.show_session("gone")
    assert page.session_id == ""
    assert not page.header.isVisible()


# --- stop and ask ------------------------------------------------------------------


def test_stop_is_ordered_by_holding(open_page: Open, qtbot: QtBot) -> None:
    on = Stage(stage.recording())
    page = open_page(on)
    page.stop_button.set_hold_ms(20)
    with qtbot.waitSignal(page.stop_button.held):
        QTest.mousePress(page.stop_button, Qt.MouseButton.LeftButton)
    assert on.recordings.wishes == [("stop", "s-1")]


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape]
)
def test_no_key_stops_from_wherever_the_focus_is(open_page: Open, key: Qt.Key) -> None:
    on = Stage(stage.recording())
    on.recordings.journal["s-1"] = stage.life()
    page = open_page(on)
    for widget in (page, page.tabs.tabBar(), page.header.stop, *reachable(page)):
        if widget is page.header.ask:
            continue
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(widget, key)
    assert [wish for wish in on.recordings.wishes if wish[0] == "stop"] == []
    if page.exporter.dialog is not None:
        page.exporter.close()


def test_a_stop_that_is_refused_says_why(open_page: Open) -> None:
    on = Stage(stage.recording())
    page = open_page(on)
    on.recordings.refuse = RefusedError((Problem("Another window has the journal."),))
    page.stop_button.held.emit()
    assert page.notice.isVisible()
    assert page.notice.accessibleName() == "Another window has the journal."


def test_ask_now_asks_and_rests_where_nobody_can_answer(open_page: Open) -> None:
    on = Stage(stage.recording())
    page = open_page(on)
    page.header.ask.click()
    page.ask_now()
    assert on.recordings.wishes == [("ask", "s-1")] * 2
    page.apply(on.tick(stage.out_of_reach()))
    page.ask_now()
    assert len(on.recordings.wishes) == 2


def test_what_is_told_of_this_session_is_shown_and_of_another_not(open_page: Open) -> None:
    on = Stage(stage.recording())
    page = open_page(on)
    on.recordings.told.emit(Problem("The keyring is locked.", rule="session:s-2"))
    assert not page.notice.isVisible()
    on.recordings.told.emit(Problem("The keyring is locked.", rule="session:s-1"))
    assert page.notice.isVisible()
    page.show_session("gone")
    page.show_session("s-1")
    assert not page.notice.isVisible()


def test_what_is_told_brings_the_request_it_came_from(open_page: Open) -> None:
    on = Stage(stage.recording())
    page = open_page(on)
    on.recordings.journal["s-1"] = stage.life()
    on.recordings.told.emit(Problem("Agora refuses the request.", rule="session:s-1"))
    assert page.tabs.tabText(page.tabs.indexOf(page.papers.requests)) == "Requests 33"


def test_a_page_that_is_gone_listens_no_more(qtbot: QtBot, theme: Theme) -> None:
    on = Stage(stage.recording())
    page = SessionPage(on.console, theme)
    page.show_session("s-1")
    delete(page)
    on.recordings.told.emit(Problem("Nobody hears this.", rule="session:s-1"))


# --- time line -----------------------------------------------------------------------


def test_the_time_line_tells_the_newest_first(open_page: Open) -> None:
    on = Stage(stage.recording())
    on.recordings.journal["s-1"] = stage.failover()
    page = open_page(on)
    codes = [line.code for line in page.status.lines.rows]
    assert codes[:4] == ["5", "5", "404", "5"]
    words = page.status.band.accessibleDescription()
    assert f"Unknown from {times.clock(BEGIN + 4210.0)} for 41 s." in words
    assert words.endswith(f"Recording since {times.clock(BEGIN + 4251.0)}.")


def test_the_band_says_what_lies_under_the_pointer(open_page: Open) -> None:
    on = Stage(stage.recording())
    on.recordings.journal["s-1"] = stage.failover()
    band = open_page(on).status.band
    middle = band.boxes()[3].center().toPoint()
    tip = QHelpEvent(QEvent.Type.ToolTip, middle, band.mapToGlobal(middle))
    assert QApplication.sendEvent(band, tip)
    assert QToolTip.text().startswith("Unknown: ")
    QToolTip.hideText()


def test_the_band_has_codes_and_the_changes_that_were_accepted(open_page: Open) -> None:
    on = Stage(stage.recording())
    change = stage.request(3000.0, "updateLayout")
    on.recordings.journal["s-1"] = sorted([*stage.failover(), change], key=lambda e: -e.at)
    band = open_page(on).status.band
    assert [mark.text for mark, _ in band.places()] == ["4", "5", "updateLayout", "404", "5"]
    lefts = [left for _, left in band.places()]
    assert lefts == sorted(lefts)
    said = f"updateLayout accepted at {times.clock(BEGIN + 3000.0)}"
    assert f"{said}." in band.accessibleDescription()
    spot = QPoint(round(lefts[2]), round(band.boxes()[0].center().y()))
    assert QApplication.sendEvent(
        band, QHelpEvent(QEvent.Type.ToolTip, spot, band.mapToGlobal(spot))
    )
    assert said in QToolTip.text()
    QToolTip.hideText()
    on.recordings.journal["s-1"] = [stage.request(-50.0, "update"), stage.query(-60.0, 4)]
    band.set_marks(story_of(on.recordings.journal["s-1"]).marks)
    assert band.places() == ()  # what lies before the band is not on it


@pytest.mark.parametrize("lock", [False, True])
def test_a_long_sentence_has_its_room_in_a_low_window_beside_a_pair(
    open_page: Open, lock: bool
) -> None:
    pair = {"pair": Pair(id="s-1", role="A"), "trouble_since": BEGIN + 5800.0}
    first = stage.recording(asked=BEGIN + 5000.0, trouble_count=4, **pair)
    other = stage.recording(id="s-2", uid="6002", pair=Pair(id="s-1", role="B"))
    on = Stage(first, other)
    if lock:
        on.gate.lock()
    page = open_page(on)
    page.resize(654, 520)
    QApplication.sendPostedEvents()
    said = page.header.sentence
    assert said.height() >= said.heightForWidth(said.width())
    assert page.minimumSizeHint().height() <= 520
    assert page.height() == 520


def test_the_journal_is_read_again_when_the_session_changed_and_once_at_a_time(
    open_page: Open,
) -> None:
    on = Stage(stage.recording())
    page = open_page(on)
    on.holding = True
    before = on.loads
    for n in range(3):
        page.apply(on.tick(stage.recording(asked=BEGIN + 6010.0 + n)))
    assert on.loads == before + 1
    on.recordings.journal["s-1"] = stage.life()
    on.holding = False
    on.finish()
    assert on.loads == before + 2
    assert page.requests.count == len([e for e in stage.life() if e.kind == "request"])


def test_a_journal_that_arrives_late_is_not_shown_for_another_session(open_page: Open) -> None:
    other = stage.recording().model_copy(update={"id": "s-2"})
    on = Stage(stage.recording(), other)
    on.recordings.journal["s-1"] = stage.life()
    page = open_page(on)
    on.holding = True
    page.show_session("s-1")
    page.show_session("s-2")
    assert page.requests.count == 0
    on.finish()
    assert page.requests.count == 0


def test_a_journal_that_cannot_be_read_is_said(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    on = Stage(stage.recording())

    async def broken(_session_id: str) -> list[Entry]:
        raise OSError("The journal cannot be read.")

    monkeypatch.setattr(on.recordings, "entries", broken)
    page = open_page(on)
    assert page.notice.accessibleName() == "The journal cannot be read."


# --- tabs --------------------------------------------------------------------------


def test_the_tabs_count_files_and_requests(open_page: Open) -> None:
    on = Stage(stage.recording())
    on.recordings.journal["s-1"] = stage.life()
    page = open_page(on)
    shown = [each for each in range(page.tabs.count()) if page.tabs.isTabVisible(each)]
    titles = [page.tabs.tabText(each) for each in shown]
    assert titles == ["Status", "Layout", "Subscriptions", "Files 2", "Requests 33", "Config"]


def test_the_link_below_the_newest_files_leads_to_all_of_them(open_page: Open) -> None:
    page = open_page(Stage(stage.recording()))
    link = next(b for b in page.status.findChildren(QAbstractButton) if "All files" in b.text())
    link.click()
    assert page.tabs.currentWidget() is page.papers.files
    assert page.files.table.isVisible()


def test_a_session_without_files_says_why_instead_of_an_empty_table(open_page: Open) -> None:
    page = open_page(Stage(stage.snapshots_only()))
    page.show_tab(page.files)
    assert page.files.empty.isVisible()
    assert not page.files.table.isVisible()
    assert not page.files.csv.isEnabled()


def test_files_are_filtered_counted_and_copied_by_name(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(Stage(stage.files_listed()))
    page.show_tab(page.files)
    assert "Nobody has looked in the bucket" in page.files.upload.text()
    qtbot.keyClicks(page.files.filter, "mp4")
    assert page.files.count.text() == "1 of 2"
    page.files.table.selectRow(0)
    page.files.copy_name.trigger()
    assert QGuiApplication.clipboard().text() == f"{SID}_keynote-a_0.mp4"


def test_a_look_into_the_bucket_shows_its_verdict_and_what_is_missing(
    open_page: Open,
) -> None:
    listed = stage.files_listed()
    on = Stage(listed)
    page = open_page(on)
    page.show_tab(page.files)
    cells = [page.files.model.index(row, FileColumn.STATE) for row in range(2)]
    assert [each.data() for each in cells] == ["listed", "listed"]
    page.files.look.click()
    assert on.arrivals.ordered == [listed.id]
    assert not page.files.look.isEnabled()
    on.arrivals.ordered.clear()
    on.arrivals.known = Looked({listed.files[0].file_name.rpartition("/")[2]: 12_345})
    seen = Arrival(
        verdict=Verdict.INCOMPLETE, at=BEGIN, sentence="1 file found.", wrong=("x.mp4 is missing.",)
    )
    page.apply(on.tick(listed.model_copy(update={"arrival": seen})))
    assert [each.data() for each in cells] == ["in bucket", "not there"]
    assert cells[0].siblingAtColumn(FileColumn.SIZE).data() == "12.3 kB"
    assert page.files.upload.text().startswith("Incomplete. 1 file found.")
    assert page.files.upload.toolTip() == "x.mp4 is missing."
    assert page.files.look.isEnabled()
    page.files.model.sort(FileColumn.SIZE)
    assert cells[0].sibling(0, FileColumn.STATE).data() == "not there"
    on.recordings.read_only = "Another console owns this folder."
    page.apply(on.tick())
    assert not page.files.look.isEnabled()


def test_a_request_that_failed_says_what_it_means_there(open_page: Open) -> None:
    on = Stage(stage.unknown())
    on.recordings.journal["s-1"] = stage.life(
        stage.missing(6120.0), stage.state(6120.0, Phase.UNKNOWN)
    )
    page = open_page(on)
    page.show_tab(page.requests)
    detail = page.requests.detail
    meant = explain("query", 404, 404, Phase.RECORDING)
    assert detail.meaning.text() == f"{meant.meaning} {meant.person_can}"
    assert '"reason": "failed to find worker"' in detail.reply.toPlainText()
    assert not detail.request.isVisible()


def test_a_chosen_request_stays_chosen_while_others_come_in(open_page: Open) -> None:
    on = Stage(stage.recording())
    on.recordings.journal["s-1"] = stage.life()
    page = open_page(on)
    page.requests.table.selectRow(page.requests.count - 1)
    on.recordings.journal["s-1"] = stage.failover()
    page.apply(on.tick(stage.recording()))
    assert page.requests.table.currentIndex().row() == page.requests.count - 1
    assert "acquire" in page.requests.detail.accessibleName()


def test_the_config_is_shown_as_it_was_sent(open_page: Open) -> None:
    page = open_page(Stage(stage.recording()))
    assert '"maxIdleTime": 300' in page.config.view.toPlainText()
    assert page.config.which.isHidden()


def test_the_config_is_shown_with_what_was_changed_on_air(open_page: Open) -> None:
    on = Stage(stage.recording(layout={"mixedVideoLayout": 1}, layout_at=BEGIN + 9.0))
    page = open_page(on)
    page.show_tab(page.config)
    assert '"mixedVideoLayout": 2' in page.config.view.toPlainText()
    QTest.mouseClick(page.config.which.option("on_air"), Qt.MouseButton.LeftButton)
    assert '"mixedVideoLayout": 1' in page.config.view.toPlainText()
    page.apply(on.tick(stage.recording(layout={"mixedVideoLayout": 1}, layout_at=BEGIN + 9.0)))
    assert '"mixedVideoLayout": 1' in page.config.view.toPlainText()


# --- for everybody -------------------------------------------------------------------


def interactive(page: QWidget) -> list[QWidget]:
    kinds: tuple[type[QWidget], ...] = (QAbstractButton, QLineEdit, QSpinBox, Table)
    found = [w for kind in kinds for w in page.findChildren(kind)]
    inner = ("qt_spinbox_lineedit", "qt_tableview_cornerbutton", "ScrollLeftButton")
    return [
        w
        for w in found
        if w.objectName() not in inner and type(w.parent()).__name__ not in ("QTabBar", "Table")
    ]


def words_of(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QAbstractButton) else ""


def reachable(page: QWidget) -> list[QWidget]:
    """What the Tab key comes by, in its order."""
    chain: list[QWidget] = []
    widget = page.nextInFocusChain()
    while widget is not None and widget is not page:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(page):
            chain.append(widget)
        widget = widget.nextInFocusChain()
    return chain


def test_everything_that_can_be_used_has_a_name(open_page: Open) -> None:
    page = open_page(Stage(stage.recording()))
    nameless = [
        widget
        for widget in interactive(page)
        if widget.isVisibleTo(page) and not (widget.accessibleName() or words_of(widget))
    ]
    assert nameless == []


def test_everything_in_sight_is_in_the_tab_order_and_stop_is_not_the_first(
    open_page: Open,
) -> None:
    on = Stage(stage.recording())
    on.recordings.journal["s-1"] = stage.life()
    page = open_page(on)
    for index in range(page.tabs.count()):
        page.tabs.setCurrentIndex(index)
        chain = reachable(page)
        wanted = {w for w in interactive(page) if w.isVisible() and w.isEnabled()}
        passed_over = {w for w in wanted if w not in chain and w.focusPolicy()}
        segments = {w for w in passed_over if "segment" in type(w).__name__.lower()}
        inside_fields = {w for w in passed_over if type(w).__name__ == "QToolButton"}
        assert passed_over - segments - inside_fields == set()
        assert chain.index(page.header.ask) < chain.index(page.header.stop)


@pytest.mark.parametrize("choice", ["light", "dark", "contrast"])
@pytest.mark.parametrize("size", [(980, 720), (660, 470)])
def test_it_is_painted_in_every_theme_and_never_wider_than_its_place(
    open_page: Open, theme: Theme, choice: str, size: tuple[int, int]
) -> None:
    on = Stage(stage.recording())
    on.recordings.journal["s-1"] = stage.failover()
    page = open_page(on)
    theme.choose(choice)
    page.resize(*size)
    for index in range(page.tabs.count()):
        page.tabs.setCurrentIndex(index)
        QApplication.sendPostedEvents()
        assert not page.grab().isNull()
        assert page.minimumSizeHint().width() <= size[0]
        assert page.minimumSizeHint().height() <= size[1]
    theme.choose("dark")
