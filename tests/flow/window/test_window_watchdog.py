"""Watchdog and second recorder, by the widgets: ordered, seen at work, stopped together."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QCheckBox

from agora_console.domain.session import Phase
from agora_console.ui.look.theme import Theme
from agora_console.ui.widgets.hold import HoldButton
from tests.flow.window.stage import demo_window


async def test_a_pair_is_started_watched_made_good_and_stopped(
    tmp_path: Path, theme: Theme
) -> None:
    async with demo_window(tmp_path, theme) as it:
        it.fill_draft()
        it.hands.find(QCheckBox, "Watchdog").click()
        it.hands.type_into("Seconds between the loss and the start", "10")
        it.hands.find(QCheckBox, "Second recorder").click()
        await it.start()
        recordings = it.console.recordings
        await it.hands.until(lambda: len(recordings.sessions()) == 2, "B was not started")
        first, second = recordings.sessions()
        await it.until(lambda session: session.phase is Phase.RECORDING)
        await it.reads("A of a pair", f"B (UID {second.uid}): REC", "3 of 3 times left")
        it.hands.press(f"Show UID {second.uid}")
        await it.reads("B of a pair", f"A (UID {first.uid})")

        lost = next(each for each in it.simulator.ledger.recordings if each.uid == first.uid)
        lost.end(it.simulator.clock.now(), "abnormal")
        recordings.ask_now(first.id)
        await it.hands.until(lambda: len(recordings.sessions()) == 3, "it was not made good")
        third = it.session
        await it.until(lambda session: session.phase is Phase.RECORDING)
        await it.reads(f"A (UID {third.uid}): REC")
        it.hands.press(f"Show UID {third.uid}")
        await it.reads(f"Started in place of UID {first.uid}, which was lost.")

        it.hands.find(HoldButton, "Hold to stop both").set_hold_ms(150)
        await it.hands.hold("Hold to stop both", lambda: it.session.stop_sent_at is not None)
        await it.hands.until(
            lambda: all(each.over for each in recordings.sessions()), "one of them goes on"
        )
        assert it.simulator.ledger.doubled == []
        assert len(it.simulator.ledger.recordings) == 3
