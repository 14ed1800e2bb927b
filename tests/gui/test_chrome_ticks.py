"""Many facts, few changes of the window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from agora_console.domain.session import Session
from agora_console.services.events import Event
from agora_console.ui.ticks import Ticker
from tests.gui.chrome_stage import session
from tests.gui.session_stage import Clock, recording


class Recordings:
    def __init__(self) -> None:
        self.changed: Event[Session] = Event()


@pytest.fixture
def recordings() -> Recordings:
    return Recordings()


@pytest.fixture
def ticker(qapp: QApplication, recordings: Recordings) -> Iterator[Ticker]:
    made = Ticker(recordings, Clock(1000.0))
    yield made
    made.stop()


def test_many_changes_are_one_tick_with_the_latest_values(
    ticker: Ticker, recordings: Recordings, qtbot: QtBot
) -> None:
    spy = QSignalSpy(ticker.tick)
    for uid in range(100):
        recordings.changed.emit(session("a", recording(), uid=str(uid)))
    recordings.changed.emit(session("b", recording()))
    qtbot.waitUntil(lambda: spy.count() == 1)
    tick = spy.at(0)[0]
    assert [(each.id, each.uid) for each in tick.changed] == [("a", "99"), ("b", "527841")]
    assert tick.now == 1000.0


def test_changes_come_at_most_once_a_frame(
    ticker: Ticker, recordings: Recordings, qtbot: QtBot
) -> None:
    spy = QSignalSpy(ticker.tick)
    recordings.changed.emit(session("a", recording()))
    QApplication.sendPostedEvents()
    assert spy.count() == 0  # whoever changed it may have a request to send
    qtbot.waitUntil(lambda: spy.count() == 1)


def test_a_sid_that_has_just_become_known_waits_for_no_frame(
    ticker: Ticker, recordings: Recordings, qtbot: QtBot
) -> None:
    timer = next(each for each in ticker.findChildren(QTimer) if each.isSingleShot())
    recordings.changed.emit(session("a", recording(), sid=""))
    assert timer.interval() > 0
    recordings.changed.emit(session("a", recording()))
    assert timer.interval() == 0
    with qtbot.waitSignal(ticker.tick) as emitted:
        recordings.changed.emit(session("a", recording(), uid="2"))  # known already: no hurry
    assert [each.uid for each in emitted.args[0].changed] == ["2"]
    recordings.changed.emit(session("a", recording(), uid="3"))
    assert timer.interval() > 0


def test_what_is_drawn_with_the_sessions_can_ask_for_a_tick(ticker: Ticker, qtbot: QtBot) -> None:
    with qtbot.waitSignal(ticker.tick) as emitted:
        ticker.soon()
    assert emitted.args[0].changed == ()


def test_time_passes_without_changes_too(ticker: Ticker, qtbot: QtBot) -> None:
    with qtbot.waitSignal(ticker.tick, timeout=3000) as emitted:
        pass
    assert emitted.args[0].changed == ()
    assert emitted.args[0].beat


def test_a_change_is_no_second(ticker: Ticker, recordings: Recordings, qtbot: QtBot) -> None:
    with qtbot.waitSignal(ticker.tick) as emitted:
        recordings.changed.emit(session("a", recording()))
    assert not emitted.args[0].beat


def test_after_the_end_nothing_is_heard(
    ticker: Ticker, recordings: Recordings, qtbot: QtBot
) -> None:
    ticker.stop()
    with qtbot.assertNotEmitted(ticker.tick):
        recordings.changed.emit(session("a", recording()))
    assert not ticker.waiting
