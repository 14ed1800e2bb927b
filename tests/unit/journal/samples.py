"""Sessions and entries to write down, and children that write them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

from agora_console.domain.session import FileEntry, Session
from agora_console.journal.entries import Entry
from tests.support.isolation import child_env


def session(session_id: str = "one", **changes: Any) -> Session:
    """A session as it is when it was just written down."""
    values = {
        "id": session_id,
        "project_id": "stage",
        "app_id": "a" * 32,
        "api_url": "https://api.agora.io",
        "cname": "town-hall",
        "uid": "4711",
        "mode": "mix",
        "config": {"mode": "mix", "clientRequest": {"recordingConfig": {"maxIdleTime": 120}}},
        "created_at": 1000.0,
    }
    return Session.model_validate({**values, **changes})


def entry(session_id: str = "one", at: float = 1000.0, text: str = "Written down.") -> Entry:
    """A line of a time line."""
    return Entry(session_id, at, "note", "test", text, {"number": 1})


def files(count: int, start: int = 0) -> tuple[FileEntry, ...]:
    """A list of files as Agora reports them."""
    return tuple(
        FileEntry(
            file_name=f"sid_town-hall_{number}.ts",
            track_type="audio_and_video",
            uid="7",
            mixed_all_user=True,
            is_playable=False,
            slice_start_time=1000.5 + number,
        )
        for number in range(start, start + count)
    )


IMPORTS = """
import os, signal, sys
from pathlib import Path
from agora_console.journal.store import Journal, JournalError
from tests.unit.journal.samples import entry, files, session
path = Path(sys.argv[1])
"""


def python(code: str, path: Path) -> subprocess.Popen[str]:
    """A child that runs `code` after IMPORTS; `path` is the journal."""
    return subprocess.Popen(
        [sys.executable, "-c", IMPORTS + code, str(path)],
        env=child_env(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
