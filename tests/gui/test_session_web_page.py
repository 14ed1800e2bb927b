"""The Page tab of a web page recording: pause, resume, and the address of the push."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from agora_console.domain.evidence.facts import Fact, StatusSeen, UpdateAccepted
from agora_console.domain.evidence.judge import judge
from agora_console.domain.page import PUBLISHER, RECORDER, PageService, PushTarget
from agora_console.domain.problems import Problem
from agora_console.services.start.start_input import part_change
from agora_console.ui.look import times
from agora_console.ui.look.theme import Theme
from agora_console.ui.session.page import SessionPage
from tests.gui import session_stage as stage
from tests.gui.session_stage import BEGIN, Stage
from tests.gui.shown import shown_session
from tests.support.configs import web

LEFT = Qt.MouseButton.LeftButton
OLD, NEW = "rtmp://one.example.com/app/***", "rtmps://two.example.com/app/***"
ADDRESS = "rtmps://two.example.com/app/stream-key-8842"
Open = Callable[[Stage], SessionPage]


def config(*, push: bool = True) -> dict[str, Any]:
    made = web()
    if push:
        target = {"serviceName": PUBLISHER, "serviceParam": {"outputs": [{"rtmpUrl": OLD}]}}
        made["clientRequest"]["extensionServiceConfig"]["extensionServices"].append(target)
    return made


def on_stage(*, push: bool = True) -> Stage:
    return Stage(stage.recording(mode="web", config=config(push=push), files=()))


def told(at: float, *, hold: bool = False, url: str = OLD, status: str = "publishing") -> Fact:
    services = (
        PageService(service_name=RECORDER, state="inProgress", onhold=hold),
        PageService(
            service_name=PUBLISHER,
            state="inProgress",
            outputs=(PushTarget(rtmp_url=url, status=status),),
        ),
    )
    return StatusSeen(BEGIN + at, 5, services=services, on_hold=hold)


def happens(page: SessionPage, on: Stage, fact: Fact) -> None:
    session = judge(on.recordings.known["s-1"], fact)
    on.recordings.known["s-1"] = session
    page.apply(on.tick(session))


def accept(page: SessionPage, on: Stage, at: float) -> None:
    """Agora accepts what was sent last."""
    change, _ = part_change(on.recordings.wishes[-1][2])
    happens(page, on, UpdateAccepted(BEGIN + at, change))


@pytest.fixture
def open_page(qtbot: QtBot, theme: Theme) -> Open:
    return partial(shown_session, qtbot, theme, tab="page_tab")


def texts(page: SessionPage) -> str:
    return "\n".join(each.text() for each in page.findChildren(QLabel))


def test_only_the_tabs_of_a_page_recording_are_offered(open_page: Open) -> None:
    page = open_page(on_stage())
    shown = [
        page.tabs.tabText(each) for each in range(page.tabs.count()) if page.tabs.isTabVisible(each)
    ]
    assert shown == ["Status", "Page", "Files 0", "Requests 0", "Config"]


def test_a_pause_is_sent_accepted_and_only_then_told(open_page: Open) -> None:
    on = on_stage()
    page = open_page(on)
    card = page.page_tab.pause
    assert card.state.text() == (
        "The page is recorded, not on hold; as start ordered it, not told by Agora yet."
    )
    assert card.order.difference.text() == "onhold  false → true"
    QTest.mouseClick(card.order.send, LEFT)
    assert on.recordings.wishes == [("update", "s-1", {"webRecordingConfig": {"onhold": True}})]
    card.order.send.click()
    page.page_tab.push.order.send.click()
    assert len(on.recordings.wishes) == 1  # one call at a time
    assert card.order.why_not.text() == "Sent; waiting for Agora's answer."
    accept(page, on, 6020.0)
    said = times.clock(BEGIN + 6020.0)
    assert card.order.result.text().startswith(f"Agora accepted the change at {said}.")
    assert f"accepted it at {said}, and no answer has shown it yet" in card.state.text()
    happens(page, on, told(6030.0, hold=True))
    assert card.order.result.text() == "Agora's answer shows the change."
    assert card.state.text().startswith("On hold: the page is shown, and nothing of it is stored")
    assert card.told.text() == "web_recorder_service: state inProgress, onhold true"
    assert "On hold" in page.header.sentence.text()
    assert (card.order.send.text(), card.order.difference.text()) == (
        "Resume the recording",
        "onhold  true → false",
    )


def test_an_accepted_pause_that_no_answer_shows_is_not_called_done(open_page: Open) -> None:
    on = on_stage()
    page = open_page(on)
    card = page.page_tab.pause
    card.order.send.click()
    accept(page, on, 6020.0)
    happens(page, on, told(6030.0, hold=False))
    assert card.order.result.text() == "Agora accepted the change, but its answer shows none."
    assert "although it had accepted another value" in card.state.text()


def test_the_address_is_masked_everywhere_and_forgotten_when_agora_has_it(
    open_page: Open,
) -> None:
    on = on_stage()
    page = open_page(on)
    happens(page, on, told(6015.0, status="disconnected"))
    card = page.page_tab.push
    assert card.state.text().startswith(OLD)
    assert card.told.text() == "rtmp_publish_service: state inProgress, status disconnected"
    assert card.trouble.text() == "The CDN does not take the push. Change the address."
    assert card.order.why_not.text() == "Type the new address first."
    QTest.keyClicks(card.address, "https://no")
    QTest.keyClick(card.address, Qt.Key.Key_Return)
    problem = card.row.problem()
    assert problem is not None
    assert "rtmp" in problem.sentence
    assert not card.order.send.isEnabled()
    card.address.clear()
    QTest.keyClicks(card.address, ADDRESS)
    assert card.row.problem() is None
    assert card.order.difference.text() == f"rtmpUrl  {OLD} → {NEW}"
    assert "stream-key-8842" not in texts(page)
    QTest.mouseClick(card.order.send, LEFT)
    sent = {"rtmpPublishConfig": {"outputs": [{"rtmpUrl": ADDRESS}]}}
    assert on.recordings.wishes == [("update", "s-1", sent)]
    accept(page, on, 6020.0)
    assert card.address.text() == ""
    assert card.state.text().startswith(f"{NEW}; Agora accepted it at")
    happens(page, on, told(6030.0, url=NEW))
    assert card.order.result.text() == "Agora's answer shows the change."
    assert card.trouble.isHidden()


def test_a_refusal_keeps_what_was_typed_and_another_session_does_not(open_page: Open) -> None:
    on = on_stage()
    on.recordings.known["s-2"] = on.recordings.known["s-1"].model_copy(update={"id": "s-2"})
    page = open_page(on)
    card = page.page_tab.push
    QTest.keyClicks(card.address, ADDRESS)
    card.order.send.click()
    refused = Problem("Refused.", path="update", rule="session:s-1", holds="Nothing was changed.")
    on.recordings.told.emit(refused)
    assert card.order.result.text() == "Refused. Nothing was changed."
    assert card.address.text() == ADDRESS
    assert card.order.send.isEnabled()
    on.gate.lock()
    assert card.order.why_not.text() == on.gate.reason
    on.gate.unlock()
    page.show_session("s-2")
    assert card.address.text() == ""
    on.recordings.told.emit(Problem("Something else.", path="update", rule="session:s-2"))
    assert "Something else." in texts(page.notice)  # type: ignore[arg-type]


def test_without_a_push_there_is_none_to_change(open_page: Open) -> None:
    page = open_page(on_stage(push=False))
    card = page.page_tab.push
    assert "started without a push" in card.state.text()
    assert not card.row.isVisible()
    assert not card.order.isVisible()


def test_the_status_tab_tells_the_page_in_the_place_of_a_layout(open_page: Open) -> None:
    on = on_stage()
    page = open_page(on)
    page.show_tab(page.status)
    happens(page, on, told(6015.0, hold=True))
    shown = texts(page)
    assert "rtmp_publish_service: state inProgress, status publishing" in shown
    assert "Individual mode" not in shown
