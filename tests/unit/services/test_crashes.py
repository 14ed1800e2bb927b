"""A process that crashes or hangs leaves notes behind; each crash is told once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from agora_console.services.papers.crashes import CRASH, KEPT, STACKS, take_crash_note
from tests.support.isolation import child_env

# The interpreter has one handler for crashes, and here it is the one of the tests.
PROGRAM = """
import os, signal, sys
from pathlib import Path
from agora_console.services.papers.crashes import keep_crash_notes

def stuck_in_here():
    for number in map(int, sys.argv[2:]):
        os.kill(os.getpid(), number)

with keep_crash_notes(Path(sys.argv[1]), lambda problem: print(problem.sentence)):
    stuck_in_here()
"""


def run(folder: Path, *signals: int) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", PROGRAM, str(folder), *map(str, signals)]
    return subprocess.run(command, env=child_env(), capture_output=True, text=True, check=False)


@pytest.mark.skipif(sys.platform == "win32", reason="sends signals")
def test_a_crash_is_noted_and_told_at_the_next_start_only(tmp_path: Path) -> None:
    assert run(tmp_path, signal.SIGSEGV).returncode == -signal.SIGSEGV
    assert "stuck_in_here" in (tmp_path / CRASH).read_text()

    assert run(tmp_path).stdout.startswith("Agora Console crashed on 20")
    assert run(tmp_path).stdout == ""
    (kept,) = tmp_path.glob("crash-*.txt")
    assert "stuck_in_here" in kept.read_text()


@pytest.mark.skipif(sys.platform == "win32", reason="sends signals")
def test_on_request_it_notes_where_it_is_and_goes_on(tmp_path: Path) -> None:
    done = run(tmp_path, signal.SIGUSR1)

    assert (done.returncode, done.stderr) == (0, "")
    assert "stuck_in_here" in (tmp_path / STACKS).read_text()
    assert not (tmp_path / CRASH).exists()


def test_what_was_killed_from_outside_has_not_crashed(tmp_path: Path) -> None:
    (tmp_path / CRASH).touch()

    assert take_crash_note(tmp_path) is None


def test_notes_do_not_pile_up(tmp_path: Path) -> None:
    for nth in range(KEPT + 3):
        note = tmp_path / CRASH
        note.write_text(f"crash {nth}")
        os.utime(note, (nth * 60, nth * 60))
        assert take_crash_note(tmp_path) is not None

    kept = sorted(path.read_text() for path in tmp_path.glob("crash-*.txt"))
    assert kept == [f"crash {nth}" for nth in range(3, KEPT + 3)]
