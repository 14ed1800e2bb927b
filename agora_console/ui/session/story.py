"""The story of a session: what its page shows of the journal, made of the entries in one go."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from agora_console.ui.session.calls import Call, calls_of
from agora_console.ui.session.marks import Mark, marks_of
from agora_console.ui.session.spans import Move, moves_of
from agora_console.ui.session.timeline import Line, lines

if TYPE_CHECKING:
    from agora_console.services.recordings import Recordings
    from agora_console.services.values import Entry

LONG = 500
"""Entries from which on the story is made off the loop, so that the window does not halt."""


@dataclass(frozen=True, slots=True)
class Story:
    """Rows of the time line and requests, newest first; phases and marks, oldest first."""

    lines: tuple[Line, ...] = ()
    calls: tuple[Call, ...] = ()
    moves: tuple[Move, ...] = ()
    marks: tuple[Mark, ...] = ()


def story_of(entries: Sequence[Entry]) -> Story:
    """The story that the entries (newest first) tell."""
    calls = calls_of(entries)
    return Story(lines(entries), calls, moves_of(entries), marks_of(calls))


async def read_story(recordings: Recordings, session_id: str) -> Story:
    """The story of a session as the journal has it now. Raises JournalError."""
    entries = await recordings.entries(session_id)
    if len(entries) < LONG:
        return story_of(entries)
    return await asyncio.to_thread(story_of, entries)
