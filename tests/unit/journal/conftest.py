"""A journal in a folder of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from agora_console.journal.store import Journal


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the journal lies; neither it nor its folder exists yet."""
    return tmp_path / "data" / "journal.sqlite3"


@pytest.fixture
def open_journal(path: Path) -> Iterator[Callable[[], Journal]]:
    """Opens the journal; whatever was opened is closed after the test."""
    with ExitStack() as stack:
        yield lambda: stack.enter_context(closing(Journal.open(path)))


@pytest.fixture
def journal(open_journal: Callable[[], Journal]) -> Journal:
    """A new, open journal."""
    return open_journal()
