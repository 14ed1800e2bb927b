"""Cues: layouts that are ready to be taken, eight for each project; never a secret."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from agora_console.settings.documents import DocumentFile
from agora_console.settings.secrets import without_secrets

CUES: Final = 8
"""As many as there are keys, F1 to F8."""


class Cue(BaseModel):
    """A layout under a key. `layout` is a whole `clientRequest` of updateLayout."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    number: int = Field(ge=1, le=CUES)
    name: str = Field(max_length=40)
    layout: dict[str, Any]


class CueFile:
    """The cues of every project in one file. What cannot be read counts as not there."""

    def __init__(self, file: DocumentFile) -> None:
        self._file = file

    def read(self, project_id: str) -> tuple[Cue, ...]:
        """The cues of a project by number."""
        listed = _projects(self._file.read()).get(project_id)
        items = listed if isinstance(listed, list) else []
        cues = {cue.number: cue for item in items if (cue := _cue(item)) is not None}
        return tuple(cues[number] for number in sorted(cues))

    def write(self, project_id: str, cues: Iterable[Cue]) -> None:
        """Keep the cues of a project in the place of those it had. Raises SettingsError."""
        document = self._file.read()
        items = [without_secrets(cue.model_dump()) for cue in cues]
        projects = {**_projects(document), project_id: items}
        self._file.write({**document, "projects": projects})


def _projects(document: dict[str, Any]) -> dict[str, Any]:
    projects = document.get("projects")
    return projects if isinstance(projects, dict) else {}


def _cue(item: Any) -> Cue | None:
    try:
        return Cue.model_validate(item)
    except ValidationError:
        return None
