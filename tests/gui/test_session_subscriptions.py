"""Whose sound and picture are recorded, changed while it runs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from agora_console.domain.evidence.facts import UpdateAccepted
from agora_console.domain.evidence.judge import judge
from agora_console.domain.problems import Problem
from agora_console.domain.session import Session
from agora_console.services.start.orders import RefusedError
from agora_console.ui.look import times
from agora_console.ui.look.theme import Theme
from agora_console.ui.session.page import SessionPage
from agora_console.ui.session.subscription import (
    Choice,
    Whom,
    at_start,
    in_words,
    of_request,
    read_uids,
    recorded,
    request_of,
)
from agora_console.ui.session.subscriptions_tab import SubscriptionsTab
from tests.gui import session_stage as stage
from tests.gui.session_stage import BEGIN, Stage
from tests.gui.shown import shown_session

LEFT = Qt.MouseButton.LeftButton
EVERYBODY = ["#allstream#"]
ONLY = Choice(Whom.ONLY, ("1001", "1002"))
Open = Callable[[Stage], SessionPage]


def listed(**lists: Any) -> Session:
    """A recording that was started with these keys in `recordingConfig`."""
    session = stage.recording()
    request = session.config["clientRequest"]
    recording = request["recordingConfig"] | lists
    config = session.config | {"clientRequest": request | {"recordingConfig": recording}}
    return session.model_copy(update={"config": config})


def subscribe(**lists: Any) -> dict[str, Any]:
    return {"streamSubscribe": lists}


# --- the lists -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lists", "audio", "video"),
    [
        ({}, Choice(), Choice()),
        ({"subscribeAudioUids": EVERYBODY}, Choice(), Choice(Whom.ONLY)),
        ({"subscribeVideoUids": ["1001", "1002"]}, Choice(Whom.ONLY), ONLY),
        (
            {"unSubscribeAudioUids": ["7"], "unsubscribeVideoUids": ["8"]},
            Choice(Whom.ALL_BUT, ("7",)),
            Choice(Whom.ALL_BUT, ("8",)),
        ),
        ({"subscribeAudioUids": "1001"}, Choice(), Choice(Whom.ONLY)),
    ],
)
def test_what_start_ordered(lists: dict[str, Any], audio: Choice, video: Choice) -> None:
    assert at_start(listed(**lists)) == {"Audio": audio, "Video": video}


@pytest.mark.parametrize(
    ("streams", "media"), [(0, ("Audio",)), (1, ("Video",)), (2, ("Audio", "Video"))]
)
def test_only_what_is_recorded_has_a_list(streams: int, media: tuple[str, ...]) -> None:
    assert recorded(listed(streamTypes=streams)) == media


def test_an_update_has_every_list_and_is_read_again() -> None:
    choices = {"Audio": Choice(), "Video": Choice(Whom.ALL_BUT, ("7",))}
    request = request_of(choices)  # type: ignore[arg-type]
    assert request == subscribe(
        audioUidList={"subscribeAudioUids": EVERYBODY}, videoUidList={"unSubscribeVideoUids": ["7"]}
    )
    assert of_request(request) == choices
    assert of_request({"streamSubscribe": 3}) == {}


def test_uids_are_read_from_whatever_separates_them() -> None:
    assert read_uids(" 1001, 1002;7\n8 ") == ("1001", "1002", "7", "8")


def test_a_choice_in_words() -> None:
    words = [in_words(each) for each in (Choice(), ONLY, Choice(Whom.ONLY), Choice(Whom.ALL_BUT))]
    assert words == ["everybody", "only 1001, 1002", "only nobody", "everybody but nobody"]


# --- the tab -----------------------------------------------------------------------


@pytest.fixture
def open_tab(qtbot: QtBot, theme: Theme) -> Open:
    return partial(shown_session, qtbot, theme, tab="subscriptions")


def choose(tab: SubscriptionsTab, medium: str, whom: Whom, uids: str = "") -> None:
    row = tab.rows[medium]  # type: ignore[index]
    QTest.mouseClick(row.whom.option(whom), LEFT)
    if uids:
        QTest.keyClicks(row.uids, uids)
        QTest.keyClick(row.uids, Qt.Key.Key_Return)


def accept(page: SessionPage, on: Stage, at: float = 6020.0) -> None:
    """Agora accepts what was sent last."""
    _, session_id, change = on.recordings.wishes[-1]
    session = judge(on.recordings.known[session_id], UpdateAccepted(BEGIN + at, change))
    on.recordings.known[session_id] = session
    page.apply(on.tick(session))


def test_a_change_is_sent_whole_and_its_acceptance_is_said(open_tab: Open) -> None:
    on = Stage(stage.recording())
    page = open_tab(on)
    tab = page.subscriptions
    choose(tab, "Video", Whom.ONLY, "1001 1002")
    assert tab.changes.text() == "Picture: only 1001, 1002"
    QTest.mouseClick(tab.bar.send, LEFT)
    wanted = subscribe(
        audioUidList={"subscribeAudioUids": EVERYBODY},
        videoUidList={"subscribeVideoUids": ["1001", "1002"]},
    )
    assert on.recordings.wishes == [("update", "s-1", wanted)]
    assert tab.bar.why_not.text() == "Sent; waiting for Agora's answer."
    tab.bar.send.click()
    assert len(on.recordings.wishes) == 1
    accept(page, on)
    said = times.clock(BEGIN + 6020.0)
    assert tab.bar.result.text() == f"Agora accepted the subscriptions at {said}."
    assert tab.now.text() == "Sound: everybody\nPicture: only 1001, 1002"
    assert tab.bar.why_not.text() == "This is what is subscribed."


def test_nothing_is_sent_where_nothing_changes(open_tab: Open) -> None:
    tab = open_tab(Stage(stage.recording())).subscriptions
    assert tab.since.text() == "As ordered at start."
    assert not tab.bar.send.isEnabled()
    assert tab.bar.why_not.text() == "This is what is subscribed."
    choose(tab, "Video", Whom.ONLY, "1001")
    assert tab.bar.send.isEnabled()


def test_undo_sends_the_lists_that_were_valid_before(open_tab: Open) -> None:
    on = Stage(listed(subscribeAudioUids=["7"], subscribeVideoUids=["7"]))
    page = open_tab(on)
    tab = page.subscriptions
    assert not tab.bar.undo_take.isEnabled()
    choose(tab, "Audio", Whom.EVERYBODY)
    tab.bar.send.click()
    accept(page, on)
    QTest.mouseClick(tab.bar.undo_take, LEFT)
    lists = on.recordings.wishes[-1][2]["streamSubscribe"]
    assert lists["audioUidList"] == {"subscribeAudioUids": ["7"]}
    accept(page, on, 6030.0)
    assert tab.now.text() == "Sound: only 7\nPicture: only 7"


def test_undo_changes_shows_what_is_subscribed(open_tab: Open) -> None:
    on = Stage(stage.recording())
    page = open_tab(on)
    tab = page.subscriptions
    choose(tab, "Audio", Whom.ALL_BUT, "7")
    QTest.mouseClick(tab.bar.undo, LEFT)
    assert tab.choices() == {"Audio": Choice(), "Video": Choice()}
    assert tab.changes.text() == "Nothing changes."


@pytest.mark.parametrize("uids", ["12a", "0", "4294967296"])
def test_what_agora_refuses_is_said_beside_the_field(open_tab: Open, uids: str) -> None:
    on = Stage(stage.recording())
    page = open_tab(on)
    tab = page.subscriptions
    choose(tab, "Video", Whom.ONLY, uids)
    problem = tab.rows["Video"].problem()
    assert problem is not None
    assert uids in problem.sentence
    assert tab.rows["Audio"].problem() is None
    assert tab.bar.why_not.text() == "Agora would refuse this; see the fields."
    tab.bar.send.click()
    assert on.recordings.wishes == []


def test_a_refusal_of_agora_is_said_and_it_can_be_sent_again(open_tab: Open) -> None:
    on = Stage(stage.recording())
    page = open_tab(on)
    tab = page.subscriptions
    choose(tab, "Video", Whom.ONLY, "1001")
    tab.bar.send.click()
    on.recordings.told.emit(
        Problem("Refused.", path="update", rule="session:s-1", holds="Nothing was changed.")
    )
    assert tab.bar.result.text() == "Refused. Nothing was changed."
    assert tab.bar.send.isEnabled()
    on.recordings.refuse = RefusedError((Problem("A change is on its way."),))
    tab.bar.send.click()
    assert tab.bar.result.text() == "A change is on its way."


def test_a_change_is_known_after_another_session_was_in_sight_and_after_a_restart(
    open_tab: Open,
) -> None:
    other = stage.recording().model_copy(update={"id": "s-2"})
    on = Stage(stage.recording(), other)
    page = open_tab(on)
    choose(page.subscriptions, "Video", Whom.ONLY, "1001")
    page.subscriptions.bar.send.click()
    page.show_session("s-2")
    assert page.subscriptions.now.text() == "Sound: everybody\nPicture: everybody"
    accept(page, on)
    page.show_session("s-1")
    written = Session.from_json(on.recordings.known["s-1"].to_json())
    for shown in (page, open_tab(Stage(written))):
        tab = shown.subscriptions
        assert tab.now.text() == "Sound: everybody\nPicture: only 1001"
        assert tab.choices()["Video"] == Choice(Whom.ONLY, ("1001",))
        assert tab.bar.undo_take.isEnabled()


def test_of_a_recording_that_was_started_elsewhere_nothing_is_claimed(open_tab: Open) -> None:
    on = Stage(stage.recording().model_copy(update={"config": {"mode": "mix"}}))
    page = open_tab(on)
    assert "not known here" in page.subscriptions.since.text()
    choose(page.subscriptions, "Audio", Whom.ONLY, "7")
    page.subscriptions.bar.send.click()
    accept(page, on)
    assert not page.subscriptions.bar.undo_take.isEnabled()


def test_what_is_chosen_stays_while_the_recording_goes_on(open_tab: Open) -> None:
    on = Stage(stage.recording())
    page = open_tab(on)
    tab = page.subscriptions
    choose(tab, "Video", Whom.ONLY, "1001")
    tab.show_session(stage.recording(asked=BEGIN + 6020.0), BEGIN + 6021.0)
    assert tab.choices()["Video"] == Choice(Whom.ONLY, ("1001",))


@pytest.mark.parametrize(
    ("session", "reason"),
    [
        (stage.files_listed(), "The recording is over."),
        (stage.stopping(), "The recording is being stopped."),
    ],
)
def test_where_nothing_can_be_sent_the_reason_is_in_text(
    open_tab: Open, session: Session, reason: str
) -> None:
    tab = open_tab(Stage(session)).subscriptions
    assert (tab.bar.why_not.text(), tab.bar.send.isEnabled()) == (reason, False)


def test_a_locked_window_sends_nothing(open_tab: Open) -> None:
    on = Stage(stage.recording())
    page = open_tab(on)
    tab = page.subscriptions
    on.gate.lock()
    choose(tab, "Video", Whom.ONLY, "1001")
    tab.bar.send.click()
    assert on.recordings.wishes == []
    assert tab.bar.why_not.text() == on.gate.reason


def test_without_a_list_there_is_no_line_for_uids(open_tab: Open) -> None:
    tab = open_tab(Stage(listed(streamTypes=0))).subscriptions
    assert tab.rows["Audio"].isVisible()
    assert not tab.rows["Video"].isVisible()
    lines = [line for line in tab.findChildren(QLineEdit) if line.isVisible()]
    assert lines == []
    choose(tab, "Audio", Whom.ONLY)
    assert tab.rows["Audio"].uids.isVisible()
    assert tab.rows["Audio"].uids.accessibleName() == "Sound of: UIDs"
