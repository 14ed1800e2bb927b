"""The session list: sections, filter, merged changes, and a choice that stays."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from agora_console.domain.files.verdict import Arrival, Verdict
from agora_console.domain.session import Phase
from agora_console.domain.states import READY_LOOK, Look
from agora_console.ui.listing.session_delegate import fitted, fitted_line
from agora_console.ui.listing.session_model import ROW_ROLE, SessionModel
from agora_console.ui.listing.session_rows import DRAFT_KEY, Row, file_count, session_row
from agora_console.ui.listing.sidebar import Sidebar
from agora_console.ui.look.metrics import font_em
from agora_console.ui.look.theme import Theme
from agora_console.ui.ticks import Tick
from agora_console.ui.widgets.chip import chip_size
from tests.gui.chrome_stage import NOW, full_house, session
from tests.gui.session_stage import files_listed, recording

DRAFT = Row(DRAFT_KEY, "town-hall", READY_LOOK, "mix")


def checked(model: SessionModel) -> SessionModel:
    """The model, watched by Qt's own tester as long as it lives."""
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return model


@pytest.fixture
def model(qapp: QApplication) -> SessionModel:
    made = checked(SessionModel())
    made.set_draft(DRAFT)
    made.load(full_house(), NOW)
    return made


def titles(model: SessionModel) -> list[str]:
    return [model.index(row).data() for row in range(model.rowCount())]


def test_sections_stand_in_order_with_their_rows(model: SessionModel) -> None:
    assert titles(model) == [
        "Drafts",
        "town-hall",
        "Live",
        "keynote-a",
        "breakout-3",
        "green-room",
        "Today",
        "panel-2",
        "rehearsal",
        "sound-check",
        "Older",
        "old-show",
        "older-show",
    ]


def test_the_title_of_a_section_cannot_be_chosen(model: SessionModel) -> None:
    assert model.index(0).flags() == Qt.ItemFlag.NoItemFlags
    assert model.index(1).flags() & Qt.ItemFlag.ItemIsSelectable


def test_a_row_is_spoken_and_explained(model: SessionModel) -> None:
    index = model.index_of("keynote-a")
    assert "REC" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert index.data(Qt.ItemDataRole.ToolTipRole) == index.data(ROW_ROLE).look.sentence


def test_a_second_is_told_once_and_moves_the_times_of_live_rows(model: SessionModel) -> None:
    changed = QSignalSpy(model.dataChanged)
    aged = QSignalSpy(model.aged)
    rearranged = QSignalSpy(model.rearranged)
    model.apply(Tick((), NOW + 1))
    assert (aged.count(), changed.count(), rearranged.count()) == (1, 0, 0)
    assert (
        model.index_of("keynote-a").data(ROW_ROLE).line.endswith("asked 13 s ago · next in 107 s")
    )


def test_many_changes_in_a_tick_are_one_signal(model: SessionModel) -> None:
    changed = QSignalSpy(model.dataChanged)
    names = ("keynote-a", "breakout-3", "green-room")
    model.apply(Tick(tuple(session(name, recording(NOW)) for name in names), NOW))
    assert changed.count() == 1
    words = {model.index_of(name).data(ROW_ROLE).look.word for name in names}
    assert words == {"REC"}


def test_nothing_new_is_no_signal(model: SessionModel) -> None:
    model.apply(Tick((), NOW))
    changed = QSignalSpy(model.dataChanged)
    model.apply(Tick((), NOW))
    assert changed.count() == 0


def test_what_is_over_moves_to_today(model: SessionModel) -> None:
    over = session("keynote-a", recording(), phase=Phase.ENDED, over=True, ended_at=NOW)
    model.apply(Tick((over,), NOW))
    shown = titles(model)
    assert shown.index("keynote-a") > shown.index("Today")


def test_a_new_day_makes_today_older(model: SessionModel) -> None:
    model.apply(Tick((), NOW + 2 * 86_400))
    assert "Today" not in titles(model)
    assert "rehearsal" in titles(model)


def test_the_filter_keeps_what_contains_every_word(model: SessionModel) -> None:
    model.set_filter("UNKNOWN 90133")
    assert titles(model) == ["Live", "breakout-3"]
    model.set_filter("")
    assert len(titles(model)) == 13


def test_a_filter_by_state_follows_the_state(model: SessionModel) -> None:
    model.set_filter("rec mix")
    assert "breakout-3" in titles(model)  # "may still record"
    model.set_filter("confirmed")
    model.apply(Tick((session("green-room", recording(NOW)),), NOW))
    assert "green-room" not in titles(model)


ids = st.sampled_from(["a", "b", "c", "d", "e", "f"])
steps = st.lists(
    st.one_of(
        st.tuples(st.just("put"), ids, st.booleans(), st.integers(0, 3)),
        st.tuples(st.just("filter"), st.sampled_from(["", "a", "rec", "ended b"])),
        st.tuples(st.just("wait"), st.integers(0, 200_000)),
    ),
    max_size=25,
)


@given(steps)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_happens_the_list_is_what_a_fresh_one_would_be(
    qapp: QApplication, story: list[tuple[object, ...]]
) -> None:
    model, now, known, words = checked(SessionModel()), NOW, {}, ""
    for step in story:
        match step:
            case ("put", str(key), bool(over), int(days)):
                phase = Phase.ENDED if over else Phase.RECORDING
                known[key] = session(
                    key, recording(), over=over, phase=phase, created_at=NOW - days * 86_400
                )
                model.apply(Tick((known[key],), now))
            case ("filter", str(text)):
                words = text
                model.set_filter(text)
            case ("wait", int(seconds)):
                now += seconds
                model.apply(Tick((), now))
    fresh = SessionModel()
    fresh.load(known.values(), now)
    fresh.set_filter(words)
    model.set_filter(words)
    assert titles(model) == titles(fresh)


class TestSidebar:
    @pytest.fixture
    def sidebar(self, qapp: QApplication, qtbot: QtBot, model: SessionModel) -> Iterator[Sidebar]:
        theme = Theme(qapp, "dark")
        made = Sidebar()
        made.set_model(model)
        made.resize(300, 700)
        qtbot.addWidget(made)
        with qtbot.waitExposed(made):
            made.show()
        yield made
        del theme

    def test_a_list_that_was_narrow_is_laid_out_again(self, sidebar: Sidebar, qtbot: QtBot) -> None:
        def ends() -> int:
            rows = sidebar.list.model().rowCount()
            return sidebar.list.visualRect(sidebar.list.model().index(rows - 1, 0)).bottom()

        before = ends()
        sidebar.resize(220, 700)
        qtbot.waitUntil(lambda: ends() > before)
        sidebar.resize(300, 700)
        qtbot.waitUntil(lambda: ends() == before)

    def current(self, sidebar: Sidebar) -> str:
        return str(sidebar.list.currentIndex().data())

    def test_a_click_chooses(self, sidebar: Sidebar, model: SessionModel, qtbot: QtBot) -> None:
        place = sidebar.list.visualRect(model.index_of("breakout-3")).center()
        with qtbot.waitSignal(sidebar.chosen) as emitted:
            qtbot.mouseClick(sidebar.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert emitted.args == ["breakout-3"]

    def test_arrow_keys_choose_and_pass_over_titles(self, sidebar: Sidebar, qtbot: QtBot) -> None:
        sidebar.select(DRAFT_KEY)
        with qtbot.waitSignal(sidebar.chosen) as emitted:
            qtbot.keyClick(sidebar.list, Qt.Key.Key_Down)
        assert emitted.args == ["keynote-a"]

    def test_marking_a_row_is_not_a_choice(self, sidebar: Sidebar, qtbot: QtBot) -> None:
        with qtbot.assertNotEmitted(sidebar.chosen):
            sidebar.select("rehearsal")
        assert self.current(sidebar) == "rehearsal"

    def test_what_is_marked_stays_marked_when_it_moves(
        self, sidebar: Sidebar, model: SessionModel, qtbot: QtBot
    ) -> None:
        sidebar.select("keynote-a")
        over = session("keynote-a", recording(), phase=Phase.ENDED, over=True, ended_at=NOW)
        with qtbot.assertNotEmitted(sidebar.chosen):
            model.apply(Tick((over,), NOW))
        assert self.current(sidebar) == "keynote-a"

    def test_the_filter_hides_the_marked_row_without_choosing_another(
        self, sidebar: Sidebar, qtbot: QtBot
    ) -> None:
        sidebar.select("keynote-a")
        with qtbot.assertNotEmitted(sidebar.chosen):
            qtbot.keyClicks(sidebar.filter, "rehearsal")
        assert not sidebar.list.selectionModel().hasSelection()
        sidebar.filter.clear()
        assert self.current(sidebar) == "keynote-a"

    def test_nothing_found_is_said(self, sidebar: Sidebar, qtbot: QtBot) -> None:
        qtbot.keyClicks(sidebar.filter, "no such channel")
        assert sidebar.empty.isVisible()
        assert "contains these words" in sidebar.empty.text()

    def test_escape_clears_and_down_leads_to_the_list(self, sidebar: Sidebar, qtbot: QtBot) -> None:
        qtbot.keyClicks(sidebar.filter, "x")
        qtbot.keyClick(sidebar.filter, Qt.Key.Key_Escape)
        assert sidebar.filter.text() == ""
        sidebar.activateWindow()
        sidebar.focus_filter()
        qtbot.waitUntil(sidebar.filter.hasFocus)
        qtbot.keyClick(sidebar.filter, Qt.Key.Key_Down)
        assert sidebar.list.hasFocus()

    def test_rows_are_painted_in_every_theme(self, sidebar: Sidebar, qapp: QApplication) -> None:
        pictures = set()
        for name in ("dark", "light", "contrast"):
            Theme(qapp, name)
            pictures.add(bytes(sidebar.grab().toImage().constBits()))
        assert len(pictures) == 3


def test_without_sessions_the_list_says_what_will_be_here(qtbot: QtBot) -> None:
    sidebar = Sidebar()
    qtbot.addWidget(sidebar)
    sidebar.set_model(SessionModel(sidebar))
    assert not sidebar.empty.isHidden()
    assert "No recordings yet" in sidebar.empty.text()


@pytest.mark.parametrize(
    ("word", "short", "rest"),
    [
        ("UNKNOWN, MAY STILL RECORD", "UNKNOWN", "may still record"),
        ("STARTED, NOT CONFIRMED", "NOT CONFIRMED", "started"),
        ("RUNNING, OUT OF REACH", "OUT OF REACH", "running"),
        ("NOTHING RECORDED", "NOTHING RECORDED", ""),
    ],
)
def test_no_half_of_a_long_word_is_lost(
    qapp: QApplication, word: str, short: str, rest: str
) -> None:
    look = Look(word, "question", "amber")
    room = chip_size(look, QFont()).width()
    assert fitted(look, QFont(), room) == (look, "")
    cut, said = fitted(look, QFont(), room - 1)
    assert (cut.word, said) == (short, rest)


@pytest.mark.parametrize(
    ("rest", "kept"),
    [
        ("", "mix · uid 527841 · asked 12 s ago"),
        ("", "uid 527841 · asked 12 s ago"),
        ("", "asked 12 s ago"),
        ("started", "started · uid 527841 · asked 12 s ago"),
        ("started", "started · asked 12 s ago"),
    ],
)
def test_the_age_stays_when_room_is_scarce(qapp: QApplication, rest: str, kept: str) -> None:
    line = "mix · uid 527841 · asked 12 s ago"
    room = QFontMetricsF(QFont()).horizontalAdvance(kept)
    assert fitted_line(rest, line, QFont(), room + 0.5) == kept


def test_a_line_that_fits_is_left_as_it_is(qapp: QApplication) -> None:
    assert fitted_line("", "mix · uid 1 · 2 files", QFont(), 10_000.0) == "mix · uid 1 · 2 files"


def test_what_is_too_long_anyway_keeps_the_age(qapp: QApplication) -> None:
    assert fitted_line("may still record", "mix · asked 1 s ago", QFont(), 1.0) == (
        "may still record · asked 1 s ago"
    )


def test_in_a_narrow_list_the_state_has_a_line_of_its_own(qtbot: QtBot) -> None:
    sidebar = Sidebar()
    qtbot.addWidget(sidebar)
    model = SessionModel(sidebar)
    sidebar.set_model(model)
    model.load(full_house(), NOW)
    em = font_em(sidebar.font())
    heights = []
    for width in (30, 16):
        sidebar.resize(em * width, em * 60)
        with qtbot.waitExposed(sidebar):
            sidebar.show()
        QApplication.sendPostedEvents()
        heights.append(sidebar.list.visualRect(model.index_of("keynote-a")).height())
    assert heights[1] > heights[0] * 1.3


def test_the_files_that_were_found_count_where_they_are_more_than_agora_lists() -> None:
    listed = files_listed()
    assert file_count(listed) == len(listed.files)
    arrival = Arrival(verdict=Verdict.SAFE, at=NOW, sentence="Safe.", files=157)
    found = listed.model_copy(update={"arrival": arrival})
    assert file_count(found) == 157
    assert session_row(found, NOW).line.endswith("157 files")
