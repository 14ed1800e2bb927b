"""Steps 4 to 7: start, watch, change and stop, by the widgets."""

from __future__ import annotations

from pathlib import Path

from agora_console.domain.session import Phase
from agora_console.ui.theme import Theme
from tests.flow.window.stage import demo_window


async def test_a_recording(tmp_path: Path, theme: Theme) -> None:
    async with demo_window(tmp_path, theme) as it:
        session = await it.record()
        await it.reads("REC", session.sid)
        session = await it.stop()
        assert session.phase is Phase.FILES_LISTED
        print(it.screen())
