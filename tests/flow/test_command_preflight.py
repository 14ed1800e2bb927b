"""`preflight` as a child process: every line as an event, and an exit code that claims no more."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from agora_console.domain.preflight import Line
from tests.flow.children import SimulatorChild, run_console, simulator_child
from tests.flow.stage import MIX


@pytest.fixture(scope="module")
def simulator() -> Iterator[SimulatorChild]:
    with simulator_child("--fault=over-load") as it:
        yield it


def test_every_line_is_an_event_and_nothing_is_started(
    simulator: SimulatorChild, tmp_path: Path
) -> None:
    config = tmp_path / "config.json"
    config.write_text(json.dumps(MIX), encoding="utf-8")
    ended = run_console(
        "preflight", str(config), "--channel", "town-hall", "--json", env=simulator.env()
    )
    assert (ended.code, ended.err) == (1, "")
    states = {each["line"]: each["state"] for each in ended.events if each["event"] == "check"}
    assert states.keys() == {line.value for line in Line}
    assert (states["credentials"], states["service"]) == ("go", "no go")
    assert states["storage"] == "could not look"  # a simulator of another process has no bucket
    assert ended.result["state"] == "no go"
    assert not ended.result["good"]
    assert simulator.recordings() == []
    assert "environment+secret" not in ended.out


def test_input_that_cannot_be_used_is_2(simulator: SimulatorChild, tmp_path: Path) -> None:
    ended = run_console("preflight", str(tmp_path / "no"), "--channel", "c", env=simulator.env())
    assert ended.code == 2
    assert "cannot be read" in ended.err
