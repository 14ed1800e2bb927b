"""The go / no-go sheet in front of the real window: asked, mended, and kept with the run."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from agora_console.domain.preflight import Line, Sheet, State
from agora_console.ui.look.theme import Theme
from agora_console.ui.preflight.sheet import PreflightSheet
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


def words(sheet: PreflightSheet) -> str:
    return "\n".join(each.text() for each in sheet.findChildren(QLabel) if each.isVisible())


async def test_a_sheet_is_given_up_asked_again_and_mended_by_its_own_buttons(
    tmp_path: Path, theme: Theme
) -> None:
    async with demo_window(tmp_path, theme, "slow:acquire:4000") as it:
        it.fill_draft()
        it.workspace.draft.model.set("acquire.resourceExpiredHour", 1)
        it.window.commands.preflight.trigger()
        shown = it.workspace.preflights.sheet
        assert shown is not None
        shown.run_button.click()
        row = shown.rows[Line.WINDOW]
        await it.hands.until(lambda: row.check() is not None, "the pure lines never came")
        assert "ASKING" in words(shown)
        shown.run_button.click()
        assert "Given up before an answer came." in words(shown)
        shown.refresh()  # as when the draft changes, or the sheet is opened again
        assert "Given up; this sheet is not kept." in words(shown)
        assert "Nothing has been asked yet." not in words(shown)
        assert not it.console.tasks.running("preflight")
        it.simulator.remove_fault("*")
        sheet = await finished(it)
        assert states(sheet)[Line.WINDOW] is State.NO_GO
        assert shown.verdict.text() == "NO GO"
        row.mend.click()
        assert it.workspace.draft.model.get("acquire.resourceExpiredHour") == 3
        assert "Something has changed since these answers" in words(shown)
        assert states(await finished(it))[Line.WINDOW] is State.GO
        choice = it.workspace.draft.form.channel.token.choice_row
        shown.rows[Line.TOKEN].mend.click()
        await it.hands.until(
            lambda: choice.isAncestorOf(it.window.focusWidget()), "the field never came"
        )
        for each in (shown.length, shown.run_button, *(row.mend for row in shown.rows.values())):
            assert each.accessibleName() or isinstance(each, QPushButton)
            assert each.focusPolicy() & Qt.FocusPolicy.TabFocus
        for row in shown.rows.values():
            assert row.chip.accessibleName().endswith(row.chip.text())
        shown.run_button.click()
        shown.close_button.click()
        assert not shown.running
        assert shown.finished_sheet is None


async def test_the_storage_of_a_project_is_proved_from_its_settings(
    tmp_path: Path, theme: Theme
) -> None:
    async with demo_window(tmp_path, theme) as it:
        it.workspace.edit_project(it.console.projects.current())
        dialog = it.workspace.project_dialog
        assert dialog is not None
        proof = dialog.storage.editor.proof
        proof.button.click()
        await it.hands.until(lambda: "Removed again." in proof.text(), "no proof came")
        assert list((tmp_path / "data" / "bucket").rglob("agora-console-probe*")) == []
