"""The tour and the demo as child processes: offscreen, on a real X window, and killed halfway."""

from __future__ import annotations

import json
import os
import re
import signal
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.flow.children import (
    PROGRAM,
    SimulatorChild,
    alive,
    console_child,
    demo_simulators,
    run_console,
    simulator_child,
    wait_for_end,
)
from tests.support.isolation import on_display

STEPS = [
    "1-channel-and-mode",
    "2-individual",
    "2-picture-and-layout",
    "3-files-and-storage",
    "4-started",
    "5-recording",
    "6-layout-on-air",
    "7-files",
    "8-found-again",
    "8-leave-running",
]

# The demo's simulator outlives its window on purpose, of which Python warns.
DEMO = [*PROGRAM[:3], "-W", "ignore:subprocess:ResourceWarning", *PROGRAM[3:]]
DRIVER = [*DEMO[:-1], "tests.flow.demo_driver"]


@pytest.fixture
def data(tmp_path: Path) -> Iterator[Path]:
    """A data folder; simulators that outlive their window are ended by their id."""
    folder = tmp_path / "data"
    yield folder
    for pid in demo_simulators(folder):
        os.kill(pid, signal.SIGTERM)
        wait_for_end(pid)


def tour(data: Path, shots: Path, env: Mapping[str, str] | None = None) -> str:
    """Run the tour; everything that it said."""
    arguments = ["--data-dir", str(data), "--demo", "--tour", "--speed", "8"]
    with console_child(*arguments, "--shots", str(shots), env=env, command=DEMO) as child:
        ended = child.ended(100.0)
    assert ended.err == ""
    assert ended.code == 0, ended.out
    return ended.out


def tells_everything(said: str) -> None:
    """A line per status change and the file list."""
    lines = [line.strip() for line in said.splitlines()]
    told = [line for line in lines if line.split(" · ")[0].isupper()]
    assert told[0] == "STARTING"
    assert "STARTED, NOT CONFIRMED" in told
    assert any(line.startswith("REC · status 4") for line in told)
    assert any(line.startswith("REC · status 5") for line in told)
    assert any(line.startswith("STOPPING") for line in told)
    assert any(line.startswith("FILES LISTED") for line in told)
    assert told[-1].startswith(("FILES LISTED", "SAFE"))  # the look into the bucket is quick
    sid = re.search(r"sid ([0-9a-f]{32})", said)
    assert sid is not None
    assert f"{sid[1]}_town-hall.m3u8" in said
    assert f"{sid[1]}_town-hall_0.mp4" in said
    assert "uploading status: uploaded" in said
    assert "exported files.csv" in said
    assert "exported files.json" in said


def shows_something(shots: Path) -> None:
    """A picture a step, and none of them blank."""
    assert sorted(path.stem for path in shots.iterdir()) == STEPS
    for path in shots.iterdir():
        picture = QImage(str(path))
        width, height = picture.width(), picture.height()
        assert width > 300, path.name
        points = ((x, y) for x in range(0, width, 7) for y in range(0, height, 7))
        colours = {picture.pixel(x, y) for x, y in points}
        assert len(colours) > 15, path.name


@pytest.mark.timeout(120)
def test_the_tour_runs_without_a_screen(data: Path, tmp_path: Path) -> None:
    tells_everything(tour(data, tmp_path / "shots"))
    shows_something(tmp_path / "shots")


@pytest.mark.xcb
@pytest.mark.timeout(120)
def test_the_tour_runs_in_a_real_window(data: Path, tmp_path: Path, x_display: str) -> None:
    tells_everything(tour(data, tmp_path / "shots", env=on_display(x_display)))
    shows_something(tmp_path / "shots")


def lend(simulator: SimulatorChild, data: Path, speed: float) -> None:
    """Make the demo find this simulator instead of starting one."""
    facts = {"url": simulator.url, **simulator.account, "speed": speed}
    (data / "demo").mkdir(parents=True)
    (data / "demo" / "simulator.json").write_text(json.dumps(facts), encoding="utf-8")


def test_a_tour_that_fails_says_what_failed(data: Path) -> None:
    with simulator_child("--fault=conflict:start:always", speed=8) as simulator:
        lend(simulator, data, 8.0)
        ended = run_console("--data-dir", str(data), "--demo", "--tour", "--speed", "8")
    assert ended.code == 1
    assert "The tour failed" in ended.err
    assert "53" in ended.err
    assert "Traceback" not in ended.err


def test_a_tour_without_a_usable_data_folder_says_so(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    ended = run_console("--data-dir", str(file), "--demo", "--tour", "--speed", "8")
    assert ended.code == 1
    assert str(file) in ended.err
    assert "Traceback" not in ended.err


# --- the demo outlives its window -----------------------------------------------------------


@pytest.mark.skipif(sys.platform != "linux", reason="finds the simulator below /proc")
@pytest.mark.timeout(120)
def test_a_demo_that_is_killed_finds_its_recording_when_it_is_opened_again(data: Path) -> None:
    with console_child("start", str(data), command=DRIVER) as child:
        sid = child.says("records ").split()[-1]
        child.send(signal.SIGKILL)
        assert child.ended().code == -signal.SIGKILL
    (simulator,) = demo_simulators(data)
    assert alive(simulator)
    with console_child("find-and-stop", str(data), command=DRIVER) as child:
        ended = child.ended()
    assert ended.err == ""
    assert ended.code == 0
    assert f"found {sid}" in ended.out
    assert "watched" in ended.out
    assert "FILES LISTED" in ended.out
