"""Steps 1 to 3: what is typed into the form is what Agora gets, and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QLineEdit,
    QPushButton,
    QTableView,
)

from agora_console.ui.draft.preview import LayoutPreview
from agora_console.ui.draft.regions_model import KEYS
from agora_console.ui.look.theme import Theme
from tests.flow.window.stage import Set, demo_window

UID_MAX = 4_294_967_295


# --- 1: channel, recorder UID, mode ------------------------------------------------------


async def test_step_1_the_suggested_recorder_uid_is_one_that_nobody_has(
    tmp_path: Path, theme: Theme
) -> None:
    async with demo_window(tmp_path, theme) as it:
        line = it.hands.find(QLineEdit, "Recorder UID")
        first = line.text()
        it.hands.press("Take an unused recorder UID")
        assert 1 <= int(first) <= UID_MAX
        assert line.text() != first
        assert 1 <= int(line.text()) <= UID_MAX


@pytest.mark.parametrize("mode", ["mix", "individual"])
async def test_step_1_channel_uid_and_mode_reach_agora_as_they_were_typed(
    mode: str, tmp_path: Path, theme: Theme
) -> None:
    segment = {"mix": "Composite (mix)", "individual": "Individual"}[mode]
    async with demo_window(tmp_path, theme) as it:
        it.fill_draft("town-hall", segment)
        it.hands.type_into("Recorder UID", "527841")
        session = await it.start()
        for method in ("acquire", "start"):
            body = it.calls(method)[-1].body
            assert (body["cname"], body["uid"]) == ("town-hall", "527841")
        assert f"/mode/{mode}/start" in it.calls("start")[-1].path
        assert (session.cname, session.uid, session.mode) == ("town-hall", "527841", mode)
        await it.reads("town-hall", f"527841 · {mode}")


BAD = [
    ("Recorder UID", "0", "0 is not allowed"),
    ("Recorder UID", "4294967296", "4294967295"),
    ("Recorder UID", "alice", "not a whole number"),
    ("Channel name", "x" * 65, "64"),
    ("Width in pixels", "9999", "1920"),
    ("Bitrate", "8000", "6500"),
    ("Leave when idle", "4", "5"),
    ("Background", "red", "#"),
]
"""A field, a value that Agora refuses, and a part of the sentence with the limit."""


async def test_a_value_that_agora_refuses_stays_gets_a_sentence_and_is_not_sent(
    tmp_path: Path, theme: Theme
) -> None:
    async with demo_window(tmp_path, theme) as it:
        it.fill_draft()
        start = it.hands.find(QPushButton, "Start recording")
        for field, bad, words in BAD:
            line = it.hands.find(QLineEdit, field)
            good = line.text()
            it.hands.type_into(field, bad)
            sentence = start.accessibleDescription()
            assert not start.isEnabled(), field
            assert words in sentence
            assert sentence in it.screen()
            assert line.text() == bad
            QTest.keyClick(it.window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
            it.hands.type_into(field, good)
            assert start.isEnabled(), start.accessibleDescription()
        assert list(it.simulator.ledger.requests) == []
        assert it.console.recordings.sessions() == ()


async def test_a_fix_is_one_press(tmp_path: Path, theme: Theme) -> None:
    async with demo_window(tmp_path, theme) as it:
        it.fill_draft()
        it.hands.type_into("Bitrate", "8000")
        fix = next(
            each
            for each in it.window.findChildren(QPushButton)
            if each.isVisible() and "6500" in each.text()
        )
        it.click(fix)
        assert it.hands.find(QLineEdit, "Bitrate").text() == "6500"
        assert it.hands.find(QPushButton, "Start recording").isEnabled()


async def test_an_empty_draft_says_what_is_missing(tmp_path: Path, theme: Theme) -> None:
    async with demo_window(tmp_path, theme) as it:
        start = it.hands.find(QPushButton, "Start recording")
        assert not start.isEnabled()
        assert "channel" in start.accessibleDescription().lower()
        assert start.accessibleDescription() in it.screen()


# --- 2: the picture of mix ------------------------------------------------------------------


def choose_canvas(it: Set) -> None:
    it.hands.type_into("Width in pixels", "1280")
    it.hands.type_into("Height in pixels", "720")
    it.hands.pick("Frame rate", "30 fps")
    it.hands.type_into("Bitrate", "3420")
    it.hands.type_into("Background", "#101828")


CANVAS = {
    "width": 1280,
    "height": 720,
    "fps": 30,
    "bitrate": 3420,
    "backgroundColor": "#101828",
}


@pytest.mark.parametrize(
    ("layout", "number", "large"),
    [("Floating", 0, ""), ("Best fit", 1, ""), ("Vertical", 2, "1001")],
)
async def test_step_2_a_layout_is_drawn_and_sent(
    layout: str, number: int, large: str, tmp_path: Path, theme: Theme
) -> None:
    async with demo_window(tmp_path, theme) as it:
        it.fill_draft()
        choose_canvas(it)
        it.hands.press(f"Layout: {layout}")
        if large:
            it.hands.type_into("Large UID", large)
        preview = it.hands.find(LayoutPreview, "Layout preview")
        assert layout.lower() in preview.accessibleDescription()
        assert len(preview.rects()) == 5
        it.hands.press("people: More")
        assert len(preview.rects()) == 6
        await it.start()
        wanted = {**CANVAS, "mixedVideoLayout": number}
        if large:
            wanted["maxResolutionUid"] = large
        assert it.request()["recordingConfig"]["transcodingConfig"] == wanted


async def type_cell(it: Set, table: QTableView, row: int, key: str, text: str) -> None:
    """Go to a cell of the regions with the arrows and type a value; "" empties it."""
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    for _ in range(row):
        QTest.keyClick(table, Qt.Key.Key_Down)
    for _ in range(KEYS.index(key)):
        QTest.keyClick(table, Qt.Key.Key_Right)
    if not text:
        QTest.keyClick(table, Qt.Key.Key_Delete)
        return
    QTest.keyClick(table, Qt.Key.Key_Return)
    editor = table.indexWidget(table.currentIndex())
    if isinstance(editor, QLineEdit):
        editor.selectAll()
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    await it.hands.until(lambda: table.state() is QTableView.State.NoState, "the editor stays open")


async def type_regions(it: Set, rows: list[dict[str, str]]) -> None:
    """Make the table of regions hold just these rows."""
    table = it.hands.find(QTableView, "Regions of the custom layout")
    while table.model().rowCount() > len(rows):
        at = table.visualRect(table.model().index(0, 0)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
        it.hands.press("Remove")
    while table.model().rowCount() < len(rows):
        it.hands.press("Add region")
    for number, row in enumerate(rows):
        for key, text in row.items():
            await type_cell(it, table, number, key, text)


REGIONS: list[dict[str, str]] = [
    {"uid": "1001", "x_axis": "0", "y_axis": "0", "width": "0.5", "height": "1"},
    {"uid": "", "x_axis": "0.5", "y_axis": "0", "width": "0.5", "height": "1", "alpha": "0.8"},
]

SENT: list[dict[str, Any]] = [
    {"uid": "1001", "x_axis": 0, "y_axis": 0, "width": 0.5, "height": 1},
    {"x_axis": 0.5, "y_axis": 0, "width": 0.5, "height": 1, "alpha": 0.8},
]


async def test_step_2_a_custom_layout_is_typed_into_the_table(tmp_path: Path, theme: Theme) -> None:
    async with demo_window(tmp_path, theme) as it:
        it.fill_draft()
        choose_canvas(it)
        it.hands.press("Layout: Custom")
        await type_regions(it, REGIONS)
        preview = it.hands.find(LayoutPreview, "Layout preview")
        left, right = preview.rects()
        assert (left.uid, left.x, left.width) == ("1001", 0, 0.5)
        assert (right.x, right.width, right.height) == (0.5, 0.5, 1)
        await it.start()
        sent = it.request()["recordingConfig"]["transcodingConfig"]
        assert sent == {**CANVAS, "mixedVideoLayout": 3, "layoutConfig": SENT}


async def test_a_region_outside_the_canvas_is_named_and_not_sent(
    tmp_path: Path, theme: Theme
) -> None:
    async with demo_window(tmp_path, theme) as it:
        it.fill_draft()
        it.hands.press("Layout: Custom")
        await type_regions(it, [{**REGIONS[0], "width": "1.5"}])
        assert not it.hands.find(QPushButton, "Start recording").isEnabled()
        assert list(it.simulator.ledger.requests) == []


# --- 2: individual ---------------------------------------------------------------------------


async def test_step_2_individual_stream_types(tmp_path: Path, theme: Theme) -> None:
    async with demo_window(tmp_path, theme) as it:
        it.fill_draft(mode="Individual")
        for number, streams in ((0, "Audio"), (2, "Audio + video"), (1, "Video")):
            it.hands.press(f"Record: {streams}")
            assert f'"streamTypes": {number}' in it.screen()
        await it.start()
        assert it.request()["recordingConfig"]["streamTypes"] == 1
        assert "transcodingConfig" not in it.request()["recordingConfig"]
        assert "snapshotConfig" not in it.request()


async def test_step_2_snapshots_only(tmp_path: Path, theme: Theme) -> None:
    """Agora lists no snapshots, so the window says where they are instead of a list."""
    async with demo_window(tmp_path, theme) as it:
        it.fill_draft(mode="Individual")
        it.hands.press("Record: Video")
        it.hands.press("Take JPEG snapshots of everybody")
        it.hands.type_into("Snapshot interval", "30")
        it.hands.press("Record files as well")
        await it.reads("Snapshots only: no recording files are written.")
        session = await it.start()
        assert it.request()["snapshotConfig"] == {"captureInterval": 30, "fileType": ["jpg"]}
        assert "recordingFileConfig" not in it.request()
        await it.until(lambda s: s.confirmed_at is not None)
        session = await it.stop()
        assert session.files == ()
        it.hands.open_tab("Files")
        await it.reads("Snapshots only: Agora lists no pictures.", session.sid)


async def test_step_2_snapshots_beside_recording_files(tmp_path: Path, theme: Theme) -> None:
    async with demo_window(tmp_path, theme) as it:
        it.fill_draft(mode="Individual")
        it.hands.press("Take JPEG snapshots of everybody")
        it.hands.type_into("Snapshot interval", "5")
        await it.start()
        assert it.request()["snapshotConfig"] == {"captureInterval": 5, "fileType": ["jpg"]}
        assert it.request()["recordingFileConfig"] == {"avFileType": ["hls"]}
        await it.until(lambda session: session.last_status == 5, "no file was stored")
        it.hands.open_tab("Files")
        await it.reads("With snapshots Agora lists nothing", it.session.sid)


async def test_a_snapshot_interval_out_of_range_is_refused_here(
    tmp_path: Path, theme: Theme
) -> None:
    async with demo_window(tmp_path, theme) as it:
        it.fill_draft(mode="Individual")
        it.hands.press("Take JPEG snapshots of everybody")
        start = it.hands.find(QPushButton, "Start recording")
        for seconds, possible in (("4", False), ("5", True), ("3600", True), ("3601", False)):
            it.hands.type_into("Snapshot interval", seconds)
            assert start.isEnabled() is possible
            assert possible or seconds in start.accessibleDescription()


# --- 3: idle time, files, storage --------------------------------------------------------------


@pytest.mark.parametrize(("kind", "files"), [("HLS", ["hls"]), ("HLS + MP4", ["hls", "mp4"])])
async def test_step_3_idle_time_file_types_and_storage(
    kind: str, files: list[str], tmp_path: Path, theme: Theme
) -> None:
    async with demo_window(tmp_path, theme) as it:
        it.fill_draft()
        it.hands.type_into("Leave when idle", "45")
        it.hands.press(f"File type: {kind}")
        it.hands.pick("Target", "Demo bucket")
        it.hands.type_into("Folder", "shows/20260601")
        it.hands.press("Token: Paste")
        it.hands.type_into("Pasted token", "007eJxTYBB-a-token-of-the-recorder")
        await it.start()
        request = it.request()
        assert request["recordingConfig"]["maxIdleTime"] == 45
        assert request["recordingFileConfig"] == {"avFileType": files}
        assert request["token"] == "007eJxTYBB-a-token-of-the-recorder"
        assert request["storageConfig"] == {
            "vendor": 1,
            "region": 0,
            "bucket": "demo-bucket",
            "accessKey": "demo-access-key",
            "secretKey": "demo-secret-key",
            "fileNamePrefix": ["shows", "20260601"],
        }


async def test_step_3_a_new_target_by_the_names_of_vendor_and_region(
    tmp_path: Path, theme: Theme
) -> None:
    async with demo_window(tmp_path, theme) as it:
        it.fill_draft()
        it.hands.pick("Target", "New target")
        it.hands.pick("Vendor", "Alibaba Cloud")
        it.hands.pick("Region", "Hangzhou")
        it.hands.type_into("Bucket", "studio-archive")
        it.hands.type_into("AccessKey ID", "typed-access-key")
        it.hands.type_into("AccessKey secret", "typed-secret-key")
        await it.start()
        storage = it.request()["storageConfig"]
        assert (storage["vendor"], storage["region"]) == (2, 0)
        assert storage["bucket"] == "studio-archive"
        assert (storage["accessKey"], storage["secretKey"]) == (
            "typed-access-key",
            "typed-secret-key",
        )


async def test_without_storage_keys_start_is_held_back_with_the_reason(
    tmp_path: Path, theme: Theme
) -> None:
    async with demo_window(tmp_path, theme) as it:
        it.fill_draft()
        it.hands.pick("Target", "New target")
        it.hands.pick("Vendor", "Amazon")
        it.hands.pick("Region", "us-east-1")
        it.hands.type_into("Bucket", "studio-archive")
        start = it.hands.find(QPushButton, "Start recording")
        assert not start.isEnabled()
        assert "key" in start.accessibleDescription().lower()
        assert list(it.simulator.ledger.requests) == []
