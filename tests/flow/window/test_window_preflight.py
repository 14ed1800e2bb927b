"""The go / no-go sheet in front of the real window: asked, mended, and kept with the run."""

from __future__ import annotations

from pathlib import Path

from agora_console.domain.preflight import Line, Sheet, State
from agora_console.ui.preflight.sheet import PreflightSheet
from agora_console.ui.theme import Theme
from tests.flow.window.stage import Set, demo_window


async def finished(it: Set) -> Sheet:
    """Run the open sheet to its end."""
    shown = it.workspace.preflights.sheet
    assert isinstance(shown, PreflightSheet)
    shown.run_button.click()
    await it.hands.until(lambda: shown.finished_sheet is not None, "the sheet never ended")
    assert shown.finished_sheet is not None
    return shown.finished_sheet


def states(sheet: Sheet) -> dict[Line, State]:
    return {check.line: check.state for check in sheet.checks}


async def test_a_sheet_is_asked_and_kept_with_the_run_that_follows(
    tmp_path: Path, theme: Theme
) -> None:
    async with demo_window(tmp_path, theme) as it:
        it.fill_draft()
        it.hands.press("Preflight…")
        shown = it.workspace.preflights.sheet
        assert shown is not None
        await it.reads("NOT ASKED", "agora-console-probe-")
        sheet = await finished(it)
        good = states(sheet)
        assert good.pop(Line.TOKEN) is State.UNSEEN  # nothing proves that none is needed
        assert set(good.values()) == {State.GO}
        assert list((tmp_path / "data" / "bucket").rglob("agora-console-probe*")) == []
        assert [each.method for each in it.simulator.ledger.requests] == ["acquire"]
        session = await it.start()
        await it.reads("Preflight", "COULD NOT LOOK: Token")
        entries = await it.console.recordings.entries(session.id)
        kept = next(each for each in entries if each.source == "preflight")
        assert [each["line"] for each in kept.detail["lines"]] == list(Line)
        page = await it.console.report(session.id)
        assert "COULD NOT LOOK" in page
