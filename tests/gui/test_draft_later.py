"""The draft before all of it is made: what it says and does is the same."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from agora_console.domain.problems import Problem
from agora_console.ui.draft.form import DraftForm
from agora_console.ui.draft.page import DraftPage
from agora_console.ui.look.theme import Theme
from tests.gui.chrome_stage import WindowConsole, full_house
from tests.gui.draft_stand_in import KEYS, StandInConsole
from tests.gui.whole_window import space, whole_window

KEPT = {
    "cname": "town-hall",
    "uid": "77",
    "mode": "mix",
    "clientRequest": {"recordingConfig": {"channelType": 1}},
}


@pytest.fixture
def console() -> StandInConsole:
    return StandInConsole(kept=dict(KEPT))


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, console: StandInConsole) -> DraftPage:
    made = DraftPage(console.as_console(), theme)
    qtbot.addWidget(made)
    return made


def test_what_start_needs_is_there_before_its_cards(
    page: DraftPage, console: StandInConsole
) -> None:
    """The storage of the project, its keys and the verdict wait for nothing that is only seen."""
    order = page.order()
    assert DraftForm.storage.made_in(page.form) is None
    assert order is not None
    assert (order.secrets.access_key, order.secrets.secret_key) == KEYS
    assert order.config["clientRequest"]["storageConfig"]["bucket"] == "acme-recordings"
    assert page.look().word == "READY"
    page.start()
    assert [each.cname for each in console.recordings.orders] == ["town-hall"]


def test_what_is_wanted_makes_the_form_whole(page: DraftPage, qtbot: QtBot) -> None:
    page.model.set("clientRequest.recordingConfig.subscribeAudioUids", ["a b"])
    page.judge.judge()
    assert DraftForm.people.made_in(page.form) is None
    with qtbot.waitExposed(page):
        page.show()
    page.reveal(Problem("", path="clientRequest.recordingConfig.subscribeAudioUids"))
    assert page.form.later.over
    assert page.form.people.whom["Audio"].only.widget.hasFocus()
    assert page.form.people.whom["Audio"].only_row.problem() is not None


def test_the_verdict_is_the_same_when_all_is_made(page: DraftPage, qtbot: QtBot) -> None:
    """Also the order of Tab: from the last card to the right side, and to Start."""
    before = page.problems()
    page.show()
    qtbot.waitUntil(lambda: page.whole)
    assert page.problems() == before
    stops: list[QWidget] = [page.form.mode.idle.widget, page.form.picture.width_px.widget]
    stops += [page.form.guards.second.widget, page.preview.controls.numbers, page.bar.preflight]
    places = [_chain(page).index(each) for each in stops]
    assert places == sorted(places)


def test_beside_a_recording_the_draft_is_made_later(qtbot: QtBot, qapp: QApplication) -> None:
    """Until then its row says what was kept, and nothing of a verdict."""
    console = WindowConsole(*full_house())
    console.kept = dict(KEPT)
    with whole_window(qtbot, qapp, console) as window:
        row = next(each for each in space(window).model.choosable_rows() if each.key == "draft")
        assert (row.title, row.line) == ("town-hall", "mix")
        assert row.look is not None
        assert row.look.word == "…"
        assert not window.commands.start.isEnabled()

        def judged() -> bool:
            rows = space(window).model.choosable_rows()
            return any(each.key == "draft" and "READY" in each.spoken for each in rows)

        qtbot.waitUntil(judged)
        assert not window.commands.start.isEnabled()
        space(window).show_draft()
        assert window.commands.start.isEnabled()


def _chain(page: QWidget) -> list[QWidget]:
    """Every widget in the order of Tab."""
    found, here = [page], page.nextInFocusChain()
    while here is not None and here is not page:
        found.append(here)
        here = here.nextInFocusChain()
    return found
