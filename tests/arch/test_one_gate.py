"""Every stop passes one gate: nothing else in the program reaches the call behind it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.tree import nodes, python_files, text_of

GATE = Path("agora_console/services/gate.py")

# The end of a recording that a command has begun is part of its own order.
MAY_STOP = {
    GATE,
    Path("agora_console/services/errands/guarded_run.py"),
    Path("agora_console/services/errands/single_run.py"),
}

# A stop that was ordered is sent by its one sender; `Recordings` goes on with one after a crash.
MAY_SEND = {
    Path("agora_console/services/ending/stopping.py"),
    Path("agora_console/api/gateway.py"),
}

RECORDINGS = {"recordings", "_recordings"}
PLANS = {"planned", "_planned"}
SENDERS = {"agora", "client", "gateway", "_agora", "_client"}


def uses(source: str, owners: set[str], name: str) -> Iterator[int]:
    """Lines in which `<owner>.<name>` stands, called or handed on."""
    for node in nodes(source):
        if isinstance(node, ast.Attribute) and node.attr == name and owner(node.value) in owners:
            yield node.lineno


def owner(node: ast.expr) -> str:
    """The last name of `a.b.c`, or of what a call of it returns."""
    match node:
        case ast.Attribute():
            return node.attr
        case ast.Name():
            return node.id
        case ast.Call():
            return owner(node.func)
    return ""


@pytest.mark.parametrize("file", python_files("agora_console"), ids=str)
def test_only_the_gate_stops(file: Path) -> None:
    source = text_of(file)
    if file not in MAY_STOP:
        assert list(uses(source, RECORDINGS, "stop")) == []
    if file != GATE:
        assert list(uses(source, RECORDINGS, "update_layout")) == []
        assert list(uses(source, RECORDINGS, "update")) == []
        assert list(uses(source, RECORDINGS, "plan_stop")) == []
        for change in ("plan", "move", "cancel", "start_now"):
            assert list(uses(source, PLANS, change)) == []
    if file not in MAY_SEND:
        assert list(uses(source, SENDERS, "stop")) == []


@pytest.mark.parametrize(
    "line",
    [
        "self._console.recordings.stop(session.id)",
        "recordings.stop(key)",
        "button.held.connect(console.recordings.stop)",
        "partial(self._recordings.stop, key)",
    ],
)
def test_the_guard_sees(line: str) -> None:
    assert list(uses(line, RECORDINGS, "stop"))


def test_the_guard_sees_a_plan_that_goes_past_the_gate() -> None:
    assert list(uses("console.planned.cancel(key)", PLANS, "cancel"))


def test_the_guard_lets_pass_what_stops_no_recording() -> None:
    assert list(uses("self._timer.stop(); self.gate.order(key)", RECORDINGS, "stop")) == []


def test_the_places_that_may_are_really_there() -> None:
    assert all(list(uses(text_of(file), RECORDINGS, "stop")) for file in MAY_STOP)
    assert any(list(uses(text_of(file), SENDERS, "stop")) for file in MAY_SEND)
