"""Steps 4 to 7: start, watch, change and stop, by the widgets."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMessageBox, QPushButton, QTableView

from agora_console.domain.session import Phase, Uploading
from agora_console.simulator import Simulator
from agora_console.ui.look.theme import Theme
from agora_console.ui.tour.hands import Hands, TourError
from agora_console.ui.widgets.hold import HoldButton
from tests.flow.window.stage import Set, demo_window

NEVER_CONFIRMED = "--:--:--"


# --- 4: Start, once -----------------------------------------------------------------------


async def test_step_4_start_is_acquire_and_start_as_one_and_the_ids_can_be_copied(
    tmp_path: Path, theme: Theme
) -> None:
    async with demo_window(tmp_path, theme) as it:
        it.fill_draft()
        session = await it.start()
        assert [each.method for each in it.simulator.ledger.requests][:2] == ["acquire", "start"]
        assert session.sid in it.simulator.recordings
        await it.reads(session.sid, session.resource_id)
        it.hands.press("Copy the sid")
        assert QGuiApplication.clipboard().text() == session.sid
        it.hands.press("Copy the resourceId")
        assert QGuiApplication.clipboard().text() == session.resource_id


async def test_step_4_a_hasty_hand_starts_one_recording(tmp_path: Path, theme: Theme) -> None:
    async with demo_window(tmp_path, theme) as it:
        it.fill_draft()
        button = it.hands.find(QPushButton, "Start recording")
        it.click(button)
        QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
        QTest.keyClick(it.window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        await it.until(lambda session: session.confirmed_at is not None)
        assert len(it.console.recordings.sessions()) == 1
        assert len(it.calls("acquire")) == len(it.calls("start")) == 1
        assert len(it.simulator.recordings) == 1


async def test_step_4_ctrl_return_starts(tmp_path: Path, theme: Theme) -> None:
    async with demo_window(tmp_path, theme) as it:
        it.fill_draft()
        QTest.keyClick(it.window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        await it.until(lambda session: bool(session.sid), "nothing was started")


async def test_a_second_recorder_in_the_channel_takes_another_uid(
    tmp_path: Path, theme: Theme
) -> None:
    """After a start the draft has a UID that is free, so that the next one is not refused."""
    async with demo_window(tmp_path, theme) as it:
        first = await it.record()
        QTest.keyClick(it.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        second = await it.start()
        assert second.uid != first.uid
        assert len(it.simulator.recordings) == 2


# --- 5: the status, live --------------------------------------------------------------------


async def test_step_5_nothing_is_called_recording_before_4_or_5(
    tmp_path: Path, theme: Theme
) -> None:
    async with demo_window(tmp_path, theme, "never-ready:3") as it:
        it.fill_draft()
        await it.start()
        await it.until(lambda session: session.last_status == 3)
        await it.reads("STARTED, NOT CONFIRMED", "Status 3, partly ready", NEVER_CONFIRMED)
        assert "REC" not in it.screen().split("\n")
        it.simulator.remove_fault("*")
        await it.until(lambda session: session.confirmed_at is not None)
        await it.reads("REC", "since confirmed")
        assert NEVER_CONFIRMED not in it.screen()


@pytest.mark.parametrize("mode", ["Composite (mix)", "Individual"])
async def test_step_5_number_word_meaning_age_and_next_question(
    mode: str, tmp_path: Path, theme: Theme
) -> None:
    async with demo_window(tmp_path, theme) as it:
        await it.record(mode=mode)
        await it.until(lambda session: session.last_status == 5, "status 5 never came")
        await it.reads(
            "REC", "Status 5, recording", "first file has been stored", "Asked ", "next in "
        )


async def test_step_5_the_timer_counts_from_the_confirmation(tmp_path: Path, theme: Theme) -> None:
    async with demo_window(tmp_path, theme) as it:
        session = await it.record()
        header = it.workspace.session.header
        await it.told()
        age = it.console.clock.now() - (session.confirmed_at or 0)
        hours, minutes, seconds = map(int, header.figure.text().split(":"))
        shown = 3600 * hours + 60 * minutes + seconds
        assert 0 <= age - shown < 90  # the clock of the story runs forty times as fast
        assert session.confirmed_at > session.started_at  # type: ignore[operator]


async def test_step_5_f5_asks_now(tmp_path: Path, theme: Theme) -> None:
    async with demo_window(tmp_path, theme) as it:
        await it.record()
        await it.until(lambda session: session.last_status == 5)
        asked = len(it.calls("query"))
        QTest.keyClick(it.window, Qt.Key.Key_F5)
        await it.hands.until(lambda: len(it.calls("query")) > asked, "nobody asked")


async def test_a_404_is_never_shown_bare(tmp_path: Path, theme: Theme) -> None:
    async with (
        # Slow enough for the minute without an answer to be read, however busy the machine is.
        Simulator(speed=10, seed=1) as simulator,
        demo_window(tmp_path, theme, simulator=simulator) as it,
    ):
        await it.record()
        simulator.add_fault("failover:0:60")
        it.hands.press("Ask now")
        await it.until(lambda session: session.phase is Phase.UNKNOWN, "no failover")
        await it.reads("UNKNOWN, MAY STILL RECORD", "may be moving to another server", "of 1:30")
        await it.until(lambda session: session.phase is Phase.RECORDING, "it did not come back")
        await it.reads("REC")


# --- 6: another layout -------------------------------------------------------------------------


UPDATES = [("Floating", 0, ""), ("Vertical", 2, "1001"), ("Custom", 3, ""), ("Best fit", 1, "")]
"""A layout, its number, and its large UID; each differs from the one before."""


async def test_step_6_every_layout_can_be_sent_while_it_records(
    tmp_path: Path, theme: Theme
) -> None:
    async with demo_window(tmp_path, theme) as it:
        it.fill_draft()
        it.hands.press("Layout: Best fit")
        session = await it.start()
        await it.until(lambda session: session.confirmed_at is not None)
        it.hands.open_tab("Layout")
        for name, number, large in UPDATES:
            sent = await send_layout(it, name, f"#20406{number}", large)
            assert sent["mixedVideoLayout"] == number
            assert sent["backgroundColor"] == f"#20406{number}"
            assert sent.get("maxResolutionUid", "") == large
            on_air = it.simulator.recordings[session.sid].layout
            assert {key: on_air[key] for key in sent} == sent


async def send_layout(it: Set, name: str, color: str, large: str) -> dict[str, Any]:
    """Choose a layout and send it; what arrived, once it is on air and the screen says so."""
    before = len(it.calls("updateLayout"))
    it.hands.press(f"Layout: {name}")
    if large:
        it.hands.type_into("Large UID", large)
    it.hands.type_into("Background", color)
    it.hands.press("Take")
    await it.hands.until(lambda: len(it.calls("updateLayout")) > before, "not sent")
    sent = it.request("updateLayout")
    await it.until(lambda session: session.layout == sent, "not accepted")
    await it.reads("Agora accepted the layout at")
    return sent


async def test_step_6_a_layout_that_agora_refuses_is_told_and_the_old_one_stays(
    tmp_path: Path, theme: Theme
) -> None:
    async with demo_window(tmp_path, theme, "unauthorized:updateLayout") as it:
        session = await it.record()
        before = dict(it.simulator.recordings[session.sid].layout)
        it.hands.open_tab("Layout")
        it.hands.press("Layout: Best fit")
        it.hands.press("Take")
        await it.reads("401", "The layout on air is what it was.")
        assert it.simulator.recordings[session.sid].layout == before
        assert it.session.layout_at is None


async def test_a_cue_is_taken_and_undone_and_subscriptions_change_on_air(
    tmp_path: Path, theme: Theme
) -> None:
    async with demo_window(tmp_path, theme) as it:
        session = await it.record()
        recording = it.simulator.recordings[session.sid]
        it.hands.open_tab("Layout")
        it.hands.press("Layout: Best fit")
        it.hands.press("+ Cue")
        it.hands.type_into("Name of the cue", "Everybody")
        QTest.keyClick(it.hands.find(QLineEdit, "Name of the cue"), Qt.Key.Key_Return)
        it.hands.press("Undo changes")
        it.window.sidebar.list.setFocus()
        QTest.keyClick(it.window, Qt.Key.Key_F1, Qt.KeyboardModifier.ControlModifier)
        await it.until(lambda session: session.layout_at is not None, "not accepted")
        assert recording.layout["mixedVideoLayout"] == 1
        await it.told()
        it.hands.press("Undo take")
        await it.until(lambda session: (session.layout or {}).get("mixedVideoLayout") != 1)
        assert recording.layout["mixedVideoLayout"] == 0
        (kept,) = it.console.settings.cues.read(session.project_id)
        assert (kept.number, kept.name) == (1, "Everybody")

        before = recording.subscription
        it.hands.open_tab("Subscriptions")
        it.hands.press("Picture of: Only")
        it.hands.type_into("Picture of: UIDs", "1001")
        it.hands.press("Take")
        await it.reads("Agora accepted the subscriptions at", "Picture: only 1001")
        assert recording.subscription != before
        assert it.request("update") == {
            "streamSubscribe": {
                "audioUidList": {"subscribeAudioUids": ["#allstream#"]},
                "videoUidList": {"subscribeVideoUids": ["1001"]},
            }
        }


async def test_step_6_individual_has_no_layout_to_send(tmp_path: Path, theme: Theme) -> None:
    async with demo_window(tmp_path, theme) as it:
        await it.record(mode="Individual")
        it.hands.open_tab("Subscriptions")
        with pytest.raises(TourError, match="no tab"):
            it.hands.open_tab("Layout")
        assert it.calls("updateLayout") == []


# --- 7: hold to stop -----------------------------------------------------------------------------


def stop_button(it: Set) -> HoldButton:
    return it.hands.find(HoldButton, "Hold to stop")


async def test_step_7_a_short_press_and_the_common_keys_stop_nothing(
    tmp_path: Path, theme: Theme
) -> None:
    async with demo_window(tmp_path, theme) as it:
        await it.record()
        button = stop_button(it)
        it.click(button)
        QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
        button.setFocus()
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Escape):
            QTest.keyClick(button, key)
        QTest.keyClick(it.window, Qt.Key.Key_Escape)
        asked = len(it.calls("query"))
        QTest.keyClick(it.window, Qt.Key.Key_F5)
        await it.hands.until(lambda: len(it.calls("query")) > asked, "nobody asked")
        await it.told()
        assert it.calls("stop") == []
        assert it.session.stop_sent_at is None


async def test_step_7_a_second_of_holding_stops_once(tmp_path: Path, theme: Theme) -> None:
    async with demo_window(tmp_path, theme) as it:
        await it.record()
        await it.hands.hold("Hold to stop", lambda: it.session.stop_sent_at is not None)
        await it.until(lambda session: session.over, "it did not end")
        assert len(it.calls("stop")) == 1


async def test_step_7_the_keyboard_asks_for_the_name_that_nobody_types_by_accident(
    tmp_path: Path, theme: Theme
) -> None:
    async with demo_window(tmp_path, theme) as it:
        await it.record()
        button = stop_button(it)
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
        line = it.workspace.session.confirm.line
        await it.reads("Type the channel name “town-hall” to stop this recording:")
        QTest.keyClick(line, Qt.Key.Key_Return)
        QTest.keyClicks(line, "town-hal")
        QTest.keyClick(line, Qt.Key.Key_Return)
        await it.told()
        assert it.calls("stop") == []
        QTest.keyClicks(line, "l")
        QTest.keyClick(line, Qt.Key.Key_Return)
        await it.until(lambda session: session.over, "it did not end")
        assert len(it.calls("stop")) == 1


async def test_step_7_the_hot_key_has_to_be_held(tmp_path: Path, theme: Theme) -> None:
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    async with demo_window(tmp_path, theme) as it:
        await it.record()
        QTest.keyClick(it.window, Qt.Key.Key_Period, keys)
        await it.told()
        assert it.session.stop_sent_at is None
        stop_button(it).set_hold_ms(150)
        QTest.keyPress(it.window, Qt.Key.Key_Period, keys)
        await it.until(lambda session: session.stop_sent_at is not None, "the hot key is deaf")
        QTest.keyRelease(it.window, Qt.Key.Key_Period, keys)
        await it.until(lambda session: session.over)


SHAPES = [
    ("mix", "HLS + MP4", ()),
    ("individual", "HLS", ()),
    ("mix", "HLS + MP4", ("string-types", "playload", "filename-case")),
    ("individual", "HLS", ("file-json-string", "capital-keys", "seconds")),
    ("mix", "HLS", ("bare",)),
]


@pytest.mark.parametrize(("mode", "kind", "shapes"), SHAPES)
async def test_step_7_the_files_are_listed_whatever_shape_agora_answers_in(
    mode: str, kind: str, shapes: tuple[str, ...], tmp_path: Path, theme: Theme
) -> None:
    segment = {"mix": "Composite (mix)", "individual": "Individual"}[mode]
    async with demo_window(tmp_path, theme, *shapes) as it:
        it.fill_draft(mode=segment)
        it.hands.press(f"File type: {kind}")
        await it.start()
        await it.until(lambda session: session.last_status == 5, "status 5 never came")
        session = await it.stop()
        assert session.uploading is Uploading.UPLOADED
        it.hands.open_tab("Files")
        await it.reads("FILES LISTED", "Uploaded, says Agora.")
        rows = table_of(it.hands.find(QTableView, "Files of the recording"))
        assert [row[0] for row in rows] == [file.file_name for file in session.files]
        assert all(session.sid in row[0] for row in rows)
        if mode == "individual":
            assert {row[3] for row in rows} == {"101", "102", "103"}
        if kind == "HLS + MP4" or mode == "individual":
            assert all(row[2] and row[4] != "—" for row in rows)
        assert {row[7] for row in rows} == {"listed"}


def table_of(table: QTableView) -> list[list[str]]:
    model = table.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


async def test_step_7_files_that_went_to_the_backup_are_delayed_not_lost(
    tmp_path: Path, theme: Theme
) -> None:
    async with demo_window(tmp_path, theme, "backup") as it:
        await it.record()
        session = await it.stop()
        assert session.phase is Phase.IN_BACKUP
        it.hands.open_tab("Files")
        await it.reads("IN AGORA BACKUP", "delayed, not lost")


async def test_step_7_nothing_recorded_is_told_as_such(tmp_path: Path, theme: Theme) -> None:
    async with demo_window(tmp_path, theme, "long-four", "no-data:stop") as it:
        await it.record()
        await it.stop()
        await it.reads("NOTHING RECORDED", "Nobody was publishing")


async def test_step_7_the_list_is_exported_as_csv_and_json(tmp_path: Path, theme: Theme) -> None:
    async with demo_window(tmp_path, theme) as it:
        it.fill_draft()
        it.hands.press("File type: HLS + MP4")
        await it.start()
        await it.until(lambda session: session.last_status == 5)
        session = await it.stop()
        names = [file.file_name for file in session.files]
        it.hands.open_tab("Files")

        it.hands.choose("Export", "File list as CSV…")
        await it.save_as(tmp_path / "files.csv")
        await it.reads("The file list is saved to", "files.csv")
        rows = list(csv.DictReader(io.StringIO((tmp_path / "files.csv").read_text("utf-8"))))
        assert [row["file_name"] for row in rows] == names

        it.hands.choose("Export", "File list as JSON…")
        await it.save_as(tmp_path / "files.json")
        await it.reads("files.json")
        exported = json.loads((tmp_path / "files.json").read_text("utf-8"))
        assert [file["fileName"] for file in exported["files"]] == names
        assert exported["sid"] == session.sid
        assert exported["uploadingStatus"] == "uploaded"


async def test_step_7_an_export_replaces_no_file_unasked(tmp_path: Path, theme: Theme) -> None:
    there = tmp_path / "files.csv"
    there.write_text("mine", "utf-8")
    async with demo_window(tmp_path, theme) as it:
        await it.record()
        await it.until(lambda session: bool(session.files))
        it.hands.open_tab("Files")
        it.hands.choose("Export", "File list as CSV…")
        await it.save_as(there)
        await it.hands.until(lambda: bool(it.window.findChildren(QMessageBox)), "it did not ask")
        question = it.window.findChildren(QMessageBox)[0]
        assert "exists already" in question.text()
        Hands(question).press("Keep it")
        assert there.read_text("utf-8") == "mine"


async def test_the_request_tab_shows_every_call_and_no_secret(tmp_path: Path, theme: Theme) -> None:
    async with demo_window(tmp_path, theme) as it:
        await it.record()
        await it.stop()
        it.hands.open_tab("Requests")
        await it.hands.until(
            lambda: (
                {"acquire", "start", "query", "stop"}
                <= {row[1] for row in table_of(it.hands.find(QTableView, "Requests, newest first"))}
            ),
            "not every request is in the table",
        )
        screen = it.screen()
        assert "demo-secret-key" not in screen
        assert it.simulator.account.customer_secret not in screen
