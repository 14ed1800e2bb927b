"""A JSON file that a person may have edited: read with patience, written whole."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from agora_console.domain.problems import Problem, Severity
from agora_console.settings.atomic import write_text
from agora_console.settings.errors import SettingsError

VERSION = 1
"""Of the files that this program writes; it stands in each of them."""

_CHOOSE_ANOTHER = "Make it readable and writable for you, or choose another folder with --data-dir."


class DocumentFile:
    """One JSON object on disk. `tell` takes what a person must know of reading it."""

    def __init__(
        self,
        path: Path,
        tell: Callable[[Problem], None],
        is_sound: Callable[[Mapping[str, Any]], bool] = lambda document: True,
    ) -> None:
        self._path = path
        self._tell = tell
        self._is_sound = is_sound

    def read(self) -> dict[str, Any]:
        """What the file holds, empty when there is none. A damaged file is set aside."""
        try:
            document = self._parse()
        except OSError as error:
            self._tell(_note(f"The file {self._path} cannot be read.", _CHOOSE_ANOTHER, error))
            return {}
        if _is_newer(document):
            self._tell(_note(f"{self._newer()} It is only read.", "Install the newer version."))
        return document

    def write(self, document: Mapping[str, Any]) -> None:
        """Replace the file; raises SettingsError and leaves it as it was when that fails."""
        try:
            if _is_newer(self._parse()):
                raise SettingsError(f"{self._newer()} It is not changed.", "Install that version.")
            text = json.dumps({**document, "version": VERSION}, indent=2, sort_keys=True)
            write_text(self._path, text + "\n")
        except OSError as error:
            raise SettingsError(
                f"The file {self._path} cannot be written.", _CHOOSE_ANOTHER, str(error)
            ) from error

    def _parse(self) -> dict[str, Any]:
        try:
            document = json.loads(self._path.read_text("utf-8-sig"))
            if isinstance(document, dict) and self._is_sound(document):
                return document
        except FileNotFoundError:
            return {}
        except (ValueError, RecursionError):
            pass
        self._set_aside()
        return {}

    def _set_aside(self) -> None:
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
        aside = self._path.with_name(f"{self._path.stem}.damaged-{stamp}{self._path.suffix}")
        self._path.rename(aside)
        self._tell(
            _note(
                f"The file {self._path} is damaged and was set aside.",
                f"What can be saved of it is in {aside}.",
            )
        )

    def _newer(self) -> str:
        return f"The file {self._path} was written by a newer Agora Console."


def _is_newer(document: Mapping[str, Any]) -> bool:
    version = document.get("version", VERSION)
    return isinstance(version, int) and version > VERSION


def _note(sentence: str, action: str, error: OSError | None = None) -> Problem:
    return Problem(
        sentence,
        severity=Severity.WARNING,
        rule="settings",
        action=action,
        detail=str(error or ""),
    )
