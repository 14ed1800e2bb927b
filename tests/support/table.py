"""Tables in the output of a test run, also of one that passes or that workers share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

KEY = "tables"


def table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Columns as wide as they need to be, under a title."""
    lines = [head, *rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    drawn = [
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    ]
    return "\n".join([title, drawn[0], "-" * len(drawn[0]), *drawn[1:]])


class Tables:
    """Gathers what tests show, and writes it under the results."""

    def __init__(self) -> None:
        self._texts: list[str] = []

    def show(self, config: pytest.Config, text: str) -> None:
        """Have `text` written at the end."""
        output = getattr(config, "workeroutput", None)
        texts = self._texts if output is None else output.setdefault(KEY, [])
        texts.append(text)

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """Take what the tests of a worker have shown."""
        self._texts += getattr(node, "workeroutput", {}).get(KEY, [])

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Write everything."""
        for text in self._texts:
            terminalreporter.write_line(f"\n{text}")


def show(config: pytest.Config, text: str) -> None:
    """Have `text` written under the results of the run."""
    tables = config.pluginmanager.get_plugin(KEY)
    assert isinstance(tables, Tables)
    tables.show(config, text)
