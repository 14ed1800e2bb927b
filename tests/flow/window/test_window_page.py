"""A web page is recorded from the window: filled in, started, confirmed, pushed, stopped."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QPushButton

from agora_console.domain.session import Phase
from agora_console.ui.look.theme import Theme
from tests.flow.window.stage import demo_window

PUSH = "rtmps://push.example.net/live/stream-key-8842"


def holders(folder: Path, text: bytes) -> list[Path]:
    """The files below a folder in which a text stands."""
    files = (each for each in folder.rglob("*") if each.is_file())
    return [each for each in files if text in each.read_bytes()]


async def test_a_page_is_recorded_pushed_and_stopped_from_the_window(
    tmp_path: Path, theme: Theme
) -> None:
    async with demo_window(tmp_path, theme) as it:
        start = it.hands.find(QPushButton, "Start recording")
        it.hands.press("Recording mode: Web page")
        it.hands.type_into("Name", "town-hall")
        assert "Page" in start.accessibleDescription()  # its address is missing
        it.hands.type_into("Page address", "https://app.example.com/room/42")
        assert "maxRecordingHour" in start.accessibleDescription()
        it.hands.type_into("Longest recording", "3")
        it.hands.type_into("Page width in pixels", "1920")
        it.hands.press("Push the page to a CDN as well")
        assert "RTMP" in start.accessibleDescription()
        it.hands.type_into("RTMP address", PUSH)
        assert start.isEnabled(), start.accessibleDescription()
        assert it.hands.seen(QLineEdit, "Leave when idle") is None

        session = await it.start()
        await it.until(lambda each: each.confirmed_at is not None, "never confirmed")
        request = it.request("start")
        recorder, push = request["extensionServiceConfig"]["extensionServices"]
        assert recorder == {
            "serviceName": "web_recorder_service",
            "errorHandlePolicy": "error_abort",
            "serviceParam": {
                "url": "https://app.example.com/room/42",
                "audioProfile": 0,
                "videoWidth": 1920,
                "videoHeight": 720,
                "maxRecordingHour": 3,
            },
        }
        assert push["serviceParam"] == {"outputs": [{"rtmpUrl": PUSH}]}
        assert "recordingConfig" not in request
        assert it.request("acquire")["scene"] == 1
        assert session.mode == "web"
        assert "stream-key-8842" not in repr(session.config) + it.screen()

        ended = await it.stop()
        assert ended.phase in (Phase.FILES_LISTED, Phase.SAFE)
    assert holders(tmp_path, b"town-hall") != []
    assert holders(tmp_path, b"stream-key-8842") == []
