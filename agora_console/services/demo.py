"""The demo's Agora: a simulator in a process of its own, so that it outlives the window.

A recording that is left running when the window closes is still there when the demo opens again;
the simulator ends by itself when nobody has asked it for a while and nothing records.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

IDLE_SECONDS = 120
"""Seconds without a request and without a live recording after which the simulator ends."""


@dataclass(frozen=True, slots=True)
class DemoAgora:
    """Where the simulator listens. Its account is public and guards nothing.

    `process` is set when this process started it.
    """

    url: str
    app_id: str
    customer_id: str
    customer_secret: str
    speed: float
    process: subprocess.Popen[bytes] | None = None


def find_or_start(folder: Path, speed: float) -> DemoAgora:
    """The simulator of this demo folder, started when none runs at that speed. Blocks; < 1 s.

    Raises OSError with a sentence when it cannot be started.
    """
    note = folder / "simulator.json"
    running = _read(note)
    if running is not None and running.speed == speed and _answers(running.url):
        return running
    return _start(folder, note, speed)


def find(folder: Path) -> DemoAgora | None:
    """The simulator of this demo folder if one runs. Blocks; < 2 s."""
    running = _read(folder / "simulator.json")
    return running if running is not None and _answers(running.url) else None


def end(agora: DemoAgora) -> None:
    """End the simulator if this process started it and nothing records in it. Blocks; < 2 s."""
    if agora.process is None or agora.process.poll() is not None:
        return
    recordings = _get(f"{agora.url}/_sim/recordings")
    if recordings is not None and not any(each["live"] for each in recordings["recordings"]):
        agora.process.terminate()
        agora.process.wait(timeout=10)


async def keep_awake(agora: DemoAgora, every: float = IDLE_SECONDS / 4) -> None:
    """Look at the simulator every few seconds for as long as a console is open, however long
    somebody reads and types before anything is asked of it."""
    while True:
        await asyncio.to_thread(_answers, agora.url)
        await asyncio.sleep(every)


def _start(folder: Path, note: Path, speed: float) -> DemoAgora:
    folder.mkdir(parents=True, exist_ok=True)
    command = [
        *_self(),
        "simulate",
        "--port",
        "0",
        "--json",
        f"--speed={speed}",
        f"--files={folder / 'bucket'}",
        f"--end-when-idle={IDLE_SECONDS}",
    ]
    process = subprocess.Popen(  # it outlives this process on purpose
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # or it would hold on to the terminal, or to a pipe
        start_new_session=True,
    )
    assert process.stdout is not None
    with process.stdout as first_line:
        line = first_line.readline()
    if not line:
        raise OSError(f"The simulator did not start (exit code {process.wait()}).")
    facts = {**json.loads(line), "speed": speed}
    temporary = note.with_suffix(".new")
    temporary.write_text(json.dumps(facts), encoding="utf-8")
    temporary.replace(note)
    return DemoAgora(**facts, process=process)


def _self() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "agora_console"]


def _read(note: Path) -> DemoAgora | None:
    try:
        return DemoAgora(**json.loads(note.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _answers(url: str) -> bool:
    return _get(f"{url}/_sim/recordings") is not None


def _get(url: str) -> Any:
    import urllib.request  # noqa: PLC0415 - with all its protocols, and only a demo asks

    try:
        with urllib.request.urlopen(url, timeout=2) as reply:
            return json.load(reply)
    except (OSError, ValueError):  # URLError is an OSError
        return None
