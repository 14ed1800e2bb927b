"""Journals that know recordings which another console has begun."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from agora_console.domain.session import Session
from agora_console.journal.rows import SESSION_COLUMNS, insert_into, session_row
from agora_console.journal.store import Journal


def fill_journal(folder: Path, sessions: Sequence[Session]) -> None:
    """A data folder whose journal knows these sessions."""
    folder.mkdir(parents=True, exist_ok=True)
    journal = Journal.open(folder / "journal.sqlite3")
    rows = [session_row(session) for session in sessions]
    # One write for all: what is looked at begins with what is there.
    journal._write([(insert_into("session", SESSION_COLUMNS), rows)])
    journal.close()
