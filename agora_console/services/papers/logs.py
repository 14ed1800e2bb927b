"""The log of a data folder: rotating, and without any secret."""

from __future__ import annotations

import logging
import logging.handlers
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from agora_console.api.redact import RedactingFilter, Redactor

SIZE = 1_000_000
"""Bytes after which the log file is turned over; three old ones are kept."""


def log_folder(folder: Path) -> Path:
    """Where the log of a data folder lies."""
    return folder / "logs"


@contextmanager
def keep_log(folder: Path, redactor: Redactor) -> Iterator[None]:
    """Write what the program logs (INFO and above) to `folder` while the context lasts."""
    folder.mkdir(parents=True, exist_ok=True)
    handler = logging.handlers.RotatingFileHandler(
        folder / "console.log", maxBytes=SIZE, backupCount=3, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    handler.addFilter(RedactingFilter(redactor))
    root = logging.getLogger("agora_console")
    level = root.level
    root.setLevel(logging.INFO)
    root.addHandler(handler)
    try:
        yield
    finally:
        root.removeHandler(handler)
        root.setLevel(level)
        handler.close()
