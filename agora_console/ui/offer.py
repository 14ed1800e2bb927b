"""Offer: which commands can be used with what is in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from agora_console.ui.workspace import Workspace


class Offer:
    """Switches the commands of the window on and off."""

    def __init__(self, workspace: Workspace) -> None:
        self._space = workspace
        self._window = workspace.window

    def show(self) -> None:
        """Offer what can be done with what is in sight."""
        space, commands = self._space, self._window.commands
        recordings = space.console.recordings
        on_session = space.shows_session
        commands.start.setEnabled(space.draft_in_sight is not None)
        self.show_draft()
        can_start = bool(space.console.projects.all()) and not recordings.read_only
        commands.plan_start.setEnabled(can_start)
        commands.batch.setEnabled(can_start)
        commands.ask.setEnabled(on_session)
        commands.copy_curl.setEnabled(on_session)
        locked = space.console.gate.locked  # then the keys are answered with how to unlock
        can_stop = on_session and self._offers_stop(or_locked=locked)
        commands.stop.setEnabled(can_stop)
        commands.stop_by_name.setEnabled(can_stop)
        commands.stop_all.setEnabled(bool(space.guards.stop_all.stoppable()))

    def show_draft(self) -> None:
        """Offer what can be done with the draft."""
        commands, draft = self._window.commands, self._space.draft_in_sight
        commands.edit_json.setEnabled(draft is not None)
        commands.undo.setEnabled(draft is not None and draft.model.can_undo)
        commands.redo.setEnabled(draft is not None and draft.model.can_redo)

    def _offers_stop(self, *, or_locked: bool) -> bool:
        button = self._space.session.stop_button
        return not button.isHidden() and (button.isEnabled() or or_locked)
