"""From the start of the process to the first paint, and to a window that can be worked with."""

from __future__ import annotations

import itertools
import re
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from agora_console.domain.session import Session
from tests.bench.kit import Kit
from tests.bench.measure import Sample, take_turns
from tests.bench.parts import PATIENCE, Agora, agora, program, running, told
from tests.bench.rows import Row, ratio
from tests.support.journals import fill_journal

GLANCE = 0.02
"""Seconds between two looks into the log."""

SAID = re.compile(r"Painted at ([\d.]+), ready at ([\d.]+)")

FLEET = 500

_NUMBERS: Iterator[int] = itertools.count()


class Starts:
    """Starts the program again and again, each time on a data folder of its own."""

    def __init__(self, kit: Kit, there: Agora, frozen: Path | None = None) -> None:
        self._command = program(frozen)
        self._folder = kit.folder / "starts"
        self._there = there
        self.ready: list[float] = []

    def __call__(self, sessions: Sequence[Session] = ()) -> float:
        """Seconds to the first paint; `ready` keeps those until it can be worked with."""
        home = self._folder / str(next(_NUMBERS))
        data = home / "data"
        fill_journal(data, sessions)
        begin = time.time()
        command = [*self._command, "--data-dir", str(data), "--theme", "dark"]
        with running(command, home, **self._there.env()):
            painted, ready = said_times(data / "logs" / "console.log")
        self.ready.append(ready - begin)
        return painted - begin


def rows(kit: Kit) -> list[Row]:
    """First paint and readiness, from source and frozen, and with a fleet to take up."""
    with agora(kit.folder) as there:
        found = _against_blank(kit, Starts(kit, there), "source")
        if kit.frozen:
            found += _against_blank(kit, Starts(kit, there, kit.frozen), "frozen")
        return found if kit.short else [*found, _with_fleet(kit, there)]


def _against_blank(kit: Kit, starts: Starts, kind: str) -> list[Row]:
    starts()  # files come from the disk once
    starts.ready.clear()
    ours, blank = take_turns(kit.rounds, [starts, lambda: _blank(kit)])
    ready = Sample(tuple(starts.ready))
    floor = "empty QMainWindow"
    return [
        ratio(f"process start → first paint, {kind}", ours, blank, limit=1.25, floor_name=floor),
        ratio(f"process start → ready, {kind}", ready, blank, limit=2.5, floor_name=floor),
    ]


def _blank(kit: Kit) -> float:
    begin = time.time()
    painted: float = told("tests.bench.children.blank_window", home=kit.folder / "blank")["painted"]
    return painted - begin


def _with_fleet(kit: Kit, there: Agora) -> Row:
    sessions = there.record(FLEET)
    empty, full = Starts(kit, there), Starts(kit, there)
    take_turns(kit.rounds, [empty, lambda: full(sessions)])
    return ratio(
        f"process start → ready, {FLEET} sessions to take up",
        Sample(tuple(full.ready)),
        Sample(tuple(empty.ready)),
        limit=1.5,
        floor_name="an empty journal",
    )


def said_times(log: Path) -> tuple[float, float]:
    """When the program was painted and ready, as its log says; epoch seconds."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        found = SAID.search(log.read_text(encoding="utf-8")) if log.exists() else None
        if found:
            return float(found[1]), float(found[2])
        time.sleep(GLANCE)
    raise RuntimeError("the program never said that it is ready")
