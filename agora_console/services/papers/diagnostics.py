"""Diagnostics: one file to send with a report - log, crash notes and versions, without secrets."""

from __future__ import annotations

import asyncio
import json
import platform
import sys
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from agora_console.domain.session import Session
from agora_console.release import this_release

if TYPE_CHECKING:
    from agora_console.api.redact import Redactor
    from agora_console.services.console import Console

PACKAGES = ("PySide6_Essentials", "httpx", "keyring", "pydantic", "qasync")
LOGS = ("console.log*", "crash*.txt", "stacks.txt")


async def save_diagnostics(console: Console, surroundings: Mapping[str, str]) -> Path:
    """Write the file into the data folder and return its path; raises OSError.

    `surroundings` are facts of the window's side, such as Qt's version.
    """
    health = console.health
    facts = {
        **about(console.recordings.sessions()),
        "keyring": health.keyring,
        "journal": health.journal,
        "demo": str(console.demo),
        **surroundings,
    }
    now = datetime.fromtimestamp(console.clock.now(), UTC)
    target = console.folder / "diagnostics" / f"agora-console-{now:%Y%m%d-%H%M%S}.zip"
    await asyncio.to_thread(_write, target, console.folder / "logs", facts, console.redactor)
    return target


def about(sessions: Iterable[Session]) -> dict[str, object]:
    """Versions and counts: which system, which release, how many recordings in which phase."""
    return {
        "release": this_release().line,
        "frozen": bool(getattr(sys, "frozen", False)),
        "python": sys.version,
        "system": platform.platform(),
        "packages": dict(_versions()),
        "sessions": dict(sorted(Counter(each.phase.value for each in sessions).items())),
    }


def _versions() -> Iterator[tuple[str, str]]:
    for name in PACKAGES:
        try:
            yield name, version(name)
        except PackageNotFoundError:  # a frozen build leaves most of these notes out
            yield name, "unknown"


def _write(target: Path, logs: Path, facts: Mapping[str, object], redactor: Redactor) -> None:
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    unfinished = target.with_suffix(".part")
    with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("about.json", redactor.text(json.dumps(facts, indent=2, default=str)))
        for path in sorted(path for glob in LOGS for path in logs.glob(glob)):
            # The log is redacted as it is written; a secret may have become known since.
            text = path.read_text(encoding="utf-8", errors="replace")
            archive.writestr(f"logs/{path.name}", redactor.text(text))
    unfinished.replace(target)
