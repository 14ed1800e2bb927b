"""The storage that Start would use: a target of the project, or a new one, and its keys."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from agora_console.services.values import StorageTarget
from agora_console.ui.draft.document import STORAGE
from agora_console.ui.draft.model import DraftModel
from agora_console.ui.draft.storage_keys import StoredKeys
from agora_console.ui.draft.targets import find, storage_config

if TYPE_CHECKING:
    from agora_console.services.console import Console


class StorageChoice(QObject):
    """Known before anything of it can be seen; the card of the storage shows it.

    `target` is the one that the draft names, None for a new one. `targets_changed`: the project
    has others. `keys_changed` follows every answer of the keyring, `left` what may be judged.
    """

    targets_changed = Signal()
    keys_changed = Signal()
    left = Signal()

    def __init__(self, model: DraftModel, console: Console, parent: QObject) -> None:
        super().__init__(parent)
        self._draft = model
        self._console = console
        self._chosen = ""
        self._unsaved: Mapping[str, Any] = {}
        self.target: StorageTarget | None = None
        self.stored = StoredKeys(console, self)
        model.changed.connect(self.look)
        self.stored.changed.connect(self._on_stored_changed)
        unsubscribe = console.projects.changed.subscribe(self._on_projects_changed)
        self.destroyed.connect(unsubscribe)
        self._on_projects_changed()

    @property
    def chosen(self) -> str:
        """The id of the target, "" for a new one."""
        return self._chosen

    def config(self) -> Mapping[str, Any]:
        """The storageConfig of the draft."""
        config = self._draft.get(STORAGE)
        return config if isinstance(config, Mapping) else {}

    def targets(self) -> tuple[StorageTarget, ...]:
        """Those of the project."""
        project = self._console.projects.current()
        return project.storage if project else ()

    def look(self) -> None:
        """See which target the draft names, and have its keys."""
        project, config = self._console.projects.current(), self.config()
        self.target = target = find(self.targets(), config, self._chosen)
        self._chosen = target.id if target else ""
        if target is None:
            self._unsaved = config
        self.stored.want(project.id if project else "", self._chosen)

    def choose(self, target_id: str) -> None:
        """Use a target of the project; with "" the one that was typed."""
        self._chosen = target_id
        target = next((each for each in self.targets() if each.id == target_id), None)
        self._draft.set(STORAGE, storage_config(target) if target else dict(self._unsaved))
        self.look()

    def expect(self, target_id: str) -> None:
        """What is typed is about to be kept as this target."""
        self._chosen = target_id

    def _on_projects_changed(self, _: object = None) -> None:
        was_saved = bool(self._chosen)
        targets = self.targets()
        fits = find(targets, self.config(), self._chosen) is not None
        if targets and not fits and (was_saved or not self.config()):
            self._draft.set(STORAGE, storage_config(targets[0]))
        self.stored.forget()  # the keys may be others now
        self.look()
        self.targets_changed.emit()
        self.left.emit()

    def _on_stored_changed(self) -> None:
        self.keys_changed.emit()
        self.left.emit()
