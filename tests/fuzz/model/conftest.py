"""The run of the model says what it has seen."""

from __future__ import annotations

import pytest

from tests.fuzz.model.tally import TALLY


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if lines := TALLY.lines():
        terminalreporter.section("sessions and journal against the simulator")
        for line in lines:
            terminalreporter.write_line(line)
