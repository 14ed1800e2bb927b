"""Tables in the output of a test run, also of one that passes."""

from __future__ import annotations

from collections.abc import Sequence

import pytest


def table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Columns as wide as they need to be, under a title."""
    lines = [head, *rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    drawn = [
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    ]
    return "\n".join([title, drawn[0], "-" * len(drawn[0]), *drawn[1:]])


def show(config: pytest.Config, text: str) -> None:
    """Write `text` where pytest writes, whatever it captures."""
    capture = config.pluginmanager.get_plugin("capturemanager")
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    if capture is not None and reporter is not None:
        with capture.global_and_fixture_disabled():
            reporter.write_line(f"\n{text}")
