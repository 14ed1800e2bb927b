"""Notes for the case that the process itself dies, or hangs: who was where in the code.

They hold names of files and functions, and no values, so there is nothing in them to hide.
"""

from __future__ import annotations

import faulthandler
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from agora_console.domain.problems import Problem, Severity

CRASH, STACKS = "crash.txt", "stacks.txt"
KEPT = 5
"""Crashes of which the notes stay."""


@contextmanager
def keep_crash_notes(folder: Path, tell: Callable[[Problem], None]) -> Iterator[None]:
    """Tell of the last crash, and note the next one in `folder` while the context lasts.

    On SIGUSR1 (where there are signals) every thread's stack is added to `stacks.txt`. For the one
    window of a process: the interpreter has one such handler.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if problem := take_crash_note(folder):
        tell(problem)
    with (folder / CRASH).open("wb") as crash, (folder / STACKS).open("ab") as stacks:
        faulthandler.enable(crash)
        if sys.platform != "win32":
            faulthandler.register(signal.SIGUSR1, stacks, all_threads=True)
        try:
            yield
        finally:
            if sys.platform != "win32":
                faulthandler.unregister(signal.SIGUSR1)
            faulthandler.disable()
    (folder / CRASH).unlink(missing_ok=True)


def take_crash_note(folder: Path) -> Problem | None:
    """Set the note of the last crash aside, under its time; what a person reads of it."""
    note = folder / CRASH
    try:
        text = note.read_text(encoding="utf-8", errors="replace")
        when = datetime.fromtimestamp(note.stat().st_mtime, UTC)
    except FileNotFoundError:
        return None
    if not text.strip():  # it was killed from outside: nobody was left to write
        return None
    kept = folder / f"crash-{when:%Y%m%d-%H%M%S}.txt"
    note.replace(kept)
    for old in sorted(folder.glob("crash-*.txt"))[:-KEPT]:
        old.unlink()
    return Problem(
        f"Agora Console crashed on {when:%Y-%m-%d} at {when:%H:%M} UTC.",
        severity=Severity.WARNING,
        holds="The journal is complete, and recordings went on without it.",
        action="Save diagnostics (in the menu) and send them with a report.",
        detail=f"{kept}\n\n{text}",
    )
