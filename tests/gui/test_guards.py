"""Watchdog and second recorder: ordered in the form, shown on the page of the recording."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from pydantic import SecretStr
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from agora_console.domain.guards import Pair, Watchdog, successor_key
from agora_console.domain.session import Phase
from agora_console.services.start.orders import RefusedError
from agora_console.ui.draft.guards_card import GuardsCard
from agora_console.ui.draft.page import DraftPage
from agora_console.ui.look.theme import Theme
from agora_console.ui.session.guards_bar import GuardsBar
from agora_console.ui.session.page import SessionPage
from tests.gui.draft_stand_in import StandInConsole, dark_theme
from tests.gui.session_stage import BEGIN, SID, Stage, recording
from tests.gui.shown import shown_session

NOW = BEGIN + 6012.0


# --- the form ----------------------------------------------------------------------------


@pytest.fixture
def console() -> StandInConsole:
    return StandInConsole()


@pytest.fixture
def draft(qtbot: QtBot, qapp: QApplication, console: StandInConsole) -> DraftPage:
    theme = dark_theme(qapp)
    with theme.bare():
        page = DraftPage(console.as_console(), theme)
    page.resize(1100, 720)
    qtbot.addWidget(page)
    page.show()
    page.model.set("cname", "town-hall")
    page.model.set("uid", "527841")
    page.model.set("clientRequest.storageConfig", {"vendor": 1, "region": 7, "bucket": "b"})
    page.form.storage.keys_typed.access.setText("access-key")
    page.form.storage.keys_typed.secret.setText("secret-key")
    page.judge.judge()
    return page


@pytest.fixture
def card(draft: DraftPage) -> GuardsCard:
    return draft.form.guards


def test_no_guard_is_wanted_until_somebody_says_so(draft: DraftPage, card: GuardsCard) -> None:
    order = draft.order()
    assert order is not None
    assert order.guards == {}
    assert card.times.widget.isHidden() or not card.times.widget.isVisible()
    assert not card.second_uid.widget.isVisible()
    assert "guards" not in draft.document()


def test_a_watchdog_is_ordered_with_its_figures(draft: DraftPage, card: GuardsCard) -> None:
    card.watchdog.widget.click()
    assert card.times.widget.isVisible()
    card.times.widget.setText("5")
    card.times.widget.textEdited.emit("5")
    order = draft.order()
    assert order is not None
    assert order.guards == {"watchdog": {"on": True, "times": 5}}
    assert "guards" not in order.config
    card.watchdog.widget.click()
    assert draft.order().guards == {"watchdog": {"on": False, "times": 5}}  # type: ignore[union-attr]


def test_a_figure_out_of_range_is_said_beside_it_and_mended_by_its_button(
    draft: DraftPage, card: GuardsCard
) -> None:
    card.watchdog.widget.click()
    draft.model.set("guards.watchdog.times", 99)
    draft.judge.judge()
    problem = card.row_of("guards.watchdog.times").problem()  # type: ignore[union-attr]
    assert problem is not None
    assert "1 to 10 times, not 99" in problem.sentence
    assert not draft.bar.start.isEnabled()
    draft.form.fix_requested.emit(problem.fix)
    assert draft.model.get("guards.watchdog.times") == 10


def test_a_second_recorder_has_a_uid_at_once_and_says_what_it_costs(
    draft: DraftPage, card: GuardsCard, qtbot: QtBot
) -> None:
    assert "the cost doubles" in card.second.widget.accessibleDescription()
    card.second.widget.click()
    assert card.second_uid.widget.isVisible()
    uid = draft.model.text("guards.second.uid")
    assert uid.isdigit()
    assert any("costs twice as much" in each.sentence for each in draft.problems())
    with qtbot.waitSignal(draft.started):
        draft.start()
    (order,) = draft._console.recordings.orders  # type: ignore[attr-defined]
    assert order.guards == {"second": {"on": True, "uid": uid}}
    assert draft.model.text("guards.second.uid") != uid


def test_the_second_recorder_gets_a_token_of_its_own(
    draft: DraftPage, card: GuardsCard, console: StandInConsole, qtbot: QtBot
) -> None:
    console.projects.app_certificate = SecretStr("f" * 32)
    console.projects.changed.emit(None)
    card.second.widget.click()
    draft.form.channel.token.source.widget.option("generate").click()
    with qtbot.waitSignal(draft.started):
        draft.start()
    (order,) = console.recordings.orders
    assert order.secrets.token is not None
    assert order.second_token is not None
    assert " 527841 " in order.secrets.token.get_secret_value()
    assert draft.model.text("guards.second.uid") not in order.second_token.get_secret_value()
    assert order.guards["second"]["uid"] in order.second_token.get_secret_value()


def test_the_guards_of_a_draft_survive(draft: DraftPage, console: StandInConsole) -> None:
    draft.model.set("guards.watchdog.on", True)
    draft.save_now()
    assert console.kept is not None
    assert console.kept["guards"] == {"watchdog": {"on": True}}


# --- the page ----------------------------------------------------------------------------

Open = Callable[[Stage], SessionPage]


@pytest.fixture
def open_page(qtbot: QtBot, theme: Theme) -> Open:
    return partial(shown_session, qtbot, theme)


def bar_of(page: SessionPage) -> GuardsBar:
    return page.guards


def test_without_guards_there_is_nothing_to_see(open_page: Open) -> None:
    assert not bar_of(open_page(Stage(recording()))).isVisible()


def test_an_armed_watchdog_says_what_is_left_and_can_be_switched_off(open_page: Open) -> None:
    stage = Stage(recording(watchdog=Watchdog(), restarts=1))
    bar = bar_of(open_page(stage))
    assert (
        bar.dog.text.text() == "Armed: after a proven loss it is started again, 2 of 3 times left."
    )
    assert bar.dog.text.accessibleName().startswith("Watchdog: ")
    bar.stand_down.click()
    assert stage.recordings.wishes == [("stand down", "s-1")]


def test_what_cannot_be_switched_off_is_said(open_page: Open) -> None:
    stage = Stage(recording(watchdog=Watchdog()))
    page = open_page(stage)
    stage.recordings.refuse = RefusedError(())
    bar_of(page).stand_down.click()
    assert page.notice.problem() is not None


def test_the_cool_down_counts_down(open_page: Open) -> None:
    lost = recording(
        asked=NOW - 120,
        phase=Phase.ENDED,
        over=True,
        ended_at=NOW - 20,
        missing_since=NOW - 112,
        missing_at=NOW - 20,
        watchdog=Watchdog(),
    )
    stage = Stage(lost)
    page = open_page(stage)
    assert "started again in 0:40" in bar_of(page).dog.text.text()
    page.apply(stage.tick(after=5.0))
    assert "started again in 0:35" in bar_of(page).dog.text.text()


def test_the_way_leads_to_the_successor_and_back(open_page: Open) -> None:
    key = successor_key("s-1")
    lost = recording(phase=Phase.ENDED, over=True, ended_at=NOW - 90, watchdog=Watchdog())
    successor = recording(id=key, uid="6002", predecessor_id="s-1", restarts=1, sid=SID[::-1])
    page = open_page(Stage(lost, successor))
    chosen: list[str] = []
    bar = bar_of(page)
    page.session_requested.connect(chosen.append)
    assert bar.dog.text.text() == "Lost, and started again with UID 6002."
    assert not bar.stand_down.isVisible()
    bar.dog.link.click()
    page.show_session(key)
    assert bar.past.text.text() == "Started in place of UID 527841, which was lost."
    bar.past.link.click()
    assert chosen == [key, "s-1"]


def test_a_predecessor_that_is_gone_from_the_journal_is_no_link(open_page: Open) -> None:
    bar = bar_of(open_page(Stage(recording(predecessor_id="gone"))))
    assert bar.past.text.text() == "Started in place of a lost recording."
    assert not bar.past.link.isVisible()


def test_a_pair_shows_the_other_one_and_stops_both_when_held(open_page: Open) -> None:
    first = recording(pair=Pair(id="s-1", role="A"))
    second = recording(id="s-2", uid="6002", sid=SID[::-1], pair=Pair(id="s-1", role="B"))
    stage = Stage(first, second)
    page = open_page(stage)
    bar = bar_of(page)
    assert bar.pair.text.text() == "A of a pair. B (UID 6002): REC."
    assert bar.stop_both.isVisible()
    stage.gate.lock()
    assert not bar.stop_both.isEnabled()
    stage.gate.unlock()
    bar.stop_both.confirm_requested.emit()
    page.confirm.line.setText("2")
    page.confirm.act.click()
    bar.stop_both.held.emit()  # the gate takes it for the same order
    assert stage.recordings.wishes == [("stop", "s-1"), ("stop", "s-2")]
    over = second.model_copy(update={"over": True, "phase": Phase.ENDED})
    page.apply(stage.tick(over))
    assert bar.pair.text.text() == "A of a pair. B (UID 6002): ENDED."
    assert not bar.stop_both.isVisible()


def test_a_pair_of_one_says_so(open_page: Open) -> None:
    bar = bar_of(open_page(Stage(recording(pair=Pair(id="s-1", role="A")))))
    assert "The second recorder was not started" in bar.pair.text.text()
    assert not bar.pair.link.isVisible()
