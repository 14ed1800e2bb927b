"""Diagnostics from the menu: one file in the data folder, and a word on where it is."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

from agora_console.ui.look.theme import Theme
from tests.flow.window.stage import demo_window


async def test_the_menu_saves_diagnostics_and_says_where(tmp_path: Path, theme: Theme) -> None:
    async with demo_window(tmp_path, theme) as it:
        it.window.commands.save_diagnostics.trigger()
        await it.hands.until(lambda: it.window.notice.problem() is not None, "it never said where")
        problem = it.window.notice.problem()
        assert problem is not None

        (saved,) = (it.console.folder / "diagnostics").iterdir()
        assert str(saved) in problem.sentence
        with zipfile.ZipFile(saved) as archive:
            about = json.loads(archive.read("about.json"))
        assert about["platform"] == "offscreen"
