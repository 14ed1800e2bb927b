"""Settings: projects, preferences and the draft of one data folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from agora_console.domain.intake.json_scrub import scrub
from agora_console.domain.problems import Problem, Severity
from agora_console.settings.cues import CueFile
from agora_console.settings.documents import DocumentFile
from agora_console.settings.errors import SettingsError
from agora_console.settings.preferences import Preferences
from agora_console.settings.projects import Project
from agora_console.settings.secrets import without_secrets

__all__ = ["Settings", "SettingsError"]


class Settings:
    """Reading never fails; what could not be read is told in `notes`. Writing raises SettingsError.

    Keys that this version does not know stay in the files.
    """

    def __init__(self, folder: Path) -> None:
        self._notes: list[Problem] = []
        self._projects = DocumentFile(folder / "projects.json", self._tell, _lists_projects)
        self._preferences = DocumentFile(folder / "preferences.json", self._tell)
        self._draft = DocumentFile(folder / "draft.json", self._tell)
        self._alarms = DocumentFile(folder / "alarms.json", self._tell)
        self._planned = DocumentFile(folder / "planned.json", self._tell)
        self._batch = DocumentFile(folder / "batch.json", self._tell)
        self.cues = CueFile(DocumentFile(folder / "cues.json", self._tell))

    @property
    def notes(self) -> tuple[Problem, ...]:
        """What a person must be told of the files; reads all of them."""
        self.projects(), self.preferences(), self.draft(), self.alarms()
        self.planned(), self.batch()
        return tuple(self._notes)

    def projects(self) -> tuple[Project, ...]:
        """Every project that can be read, in the order in which they were made."""
        return tuple(
            project for item in self._items() if (project := self._project(item)) is not None
        )

    def save_project(self, project: Project) -> None:
        """Keep a project, in the place of the one with its id."""
        document = self._projects.read()
        items: list[Any] = document.get("projects", [])
        old = _with_id(items, project.id)
        new = _merged(old, project)
        old_targets = old.get("storage")
        new["storage"] = [
            _merged(_with_id(old_targets, target.id), target) for target in project.storage
        ]
        items = [new if item is old else item for item in items] if old else [*items, new]
        self._projects.write({**document, "projects": items})

    def preferences(self) -> Preferences:
        """What the window remembers; a value that cannot be used counts as not set."""
        document = self._preferences.read()
        try:
            return Preferences.model_validate(document)
        except ValidationError as error:
            wrong = {problem["loc"][0] for problem in error.errors()}
            usable = {key: value for key, value in document.items() if key not in wrong}
            return Preferences.model_validate(usable)

    def save_preferences(self, preferences: Preferences) -> None:
        """Keep the preferences."""
        self._preferences.write(_merged(self._preferences.read(), preferences))

    def draft(self) -> dict[str, Any] | None:
        """The draft that was last saved, None when there is none."""
        draft = self._draft.read().get("draft")
        return draft if isinstance(draft, dict) else None

    def draft_text(self) -> str:
        """JSON of the draft that did not parse when it was saved; empty where there was none."""
        text = self._draft.read().get("unread")
        return text if isinstance(text, str) else ""

    def save_draft(self, document: Mapping[str, Any], unread: str = "") -> None:
        """Keep what is typed. Secrets in it, as from a pasted request, are left out."""
        kept = {"draft": without_secrets(document), "unread": scrub(unread)[0]}
        self._draft.write({**self._draft.read(), **kept})

    def alarms(self) -> list[Any]:
        """The alarms that nobody has acknowledged, as they were kept."""
        alarms = self._alarms.read().get("alarms")
        return alarms if isinstance(alarms, list) else []

    def save_alarms(self, alarms: list[dict[str, Any]]) -> None:
        """Keep the alarms, in the place of all that were kept before."""
        self._alarms.write({"alarms": alarms})

    def planned(self) -> list[Any]:
        """The starts that are planned, as they were kept."""
        planned = self._planned.read().get("planned")
        return planned if isinstance(planned, list) else []

    def save_planned(self, planned: list[dict[str, Any]]) -> None:
        """Keep the planned starts, in the place of all before. Secrets in them are left out."""
        self._planned.write({"planned": [without_secrets(each) for each in planned]})

    def batch(self) -> list[Any]:
        """The table of channels that was last typed."""
        rows = self._batch.read().get("rows")
        return rows if isinstance(rows, list) else []

    def save_batch(self, rows: list[dict[str, str]]) -> None:
        """Keep the table of channels."""
        self._batch.write({"rows": rows})

    def _items(self) -> list[Any]:
        items: list[Any] = self._projects.read().get("projects", [])
        return items

    def _project(self, item: Any) -> Project | None:
        try:
            return Project.model_validate(item)
        except ValidationError as error:
            name = item.get("name") if isinstance(item, dict) else None
            fields = ", ".join(".".join(map(str, each["loc"])) for each in error.errors())
            self._tell(
                Problem(
                    f"The project {name or 'without a name'} cannot be read.",
                    severity=Severity.WARNING,
                    rule="settings",
                    holds="It stays in projects.json.",
                    action=f"Correct it there, or make it anew: {fields or 'not a project'}.",
                )
            )
            return None

    def _tell(self, problem: Problem) -> None:
        if problem not in self._notes:
            self._notes.append(problem)


def _lists_projects(document: Mapping[str, Any]) -> bool:
    return isinstance(document.get("projects", []), list)


def _with_id(items: Any, wanted: str) -> dict[str, Any]:
    """The object of that id in a list; empty when there is none."""
    if not isinstance(items, list):
        return {}
    return next((each for each in items if isinstance(each, dict) and each.get("id") == wanted), {})


def _merged(old: Mapping[str, Any], new: BaseModel) -> dict[str, Any]:
    """The new values with the keys of the old ones that this version does not know."""
    unknown = {key: value for key, value in old.items() if key not in type(new).model_fields}
    return {**unknown, **new.model_dump(mode="json")}
