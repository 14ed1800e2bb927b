"""Presets: configs under a name, kept in the data folder and shared as files, never a secret."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from agora_console.domain.config import take_secrets
from agora_console.domain.intake.json_text import UnusableInput
from agora_console.domain.intake.recognise import Config, take_in
from agora_console.domain.paths import MAX_DEPTH
from agora_console.domain.problems import Problem
from agora_console.services.events import Event
from agora_console.services.files.export import write_export
from agora_console.settings.documents import DocumentFile
from agora_console.settings.errors import SettingsError

LONGEST_NAME = 80
"""Characters of a name."""

ENDING = ".agora-config"
"""Of the file of a preset; a double click opens it."""

LARGEST_FILE = 1_000_000
"""Bytes of a file to import; a full config has some thousand."""


@dataclass(frozen=True, slots=True)
class Preset:
    """A config document under a name that is unique whatever its case."""

    name: str
    document: Mapping[str, Any]


class Presets:
    """Reading never fails, writing raises SettingsError; `changed` follows every change."""

    def __init__(self, folder: Path) -> None:
        self.changed: Event[None] = Event()
        self._notes: list[Problem] = []
        self._file = DocumentFile(folder / "presets.json", self._notes.append)

    def all(self) -> tuple[Preset, ...]:
        """Every preset that can be read, by name."""
        items = self._file.read().get("presets")
        found = [preset for item in _list(items) if (preset := _read(item)) is not None]
        return tuple(sorted(found, key=lambda each: each.name.lower()))

    def get(self, name: str) -> Preset | None:
        """The preset of that name, whatever its case."""
        return next((each for each in self.all() if _same(each.name, name)), None)

    def save(self, name: str, document: Mapping[str, Any]) -> Preset:
        """Keep a config under a name, in the place of one that has it."""
        preset = Preset(_checked(name), _clean(document))
        kept = [each for each in self.all() if not _same(each.name, preset.name)]
        self._write([*kept, preset])
        return preset

    def rename(self, old: str, new: str) -> None:
        """Give a preset another name; one that another preset has is refused."""
        preset, name = self._wanted(old), _checked(new)
        if not _same(old, name) and self.get(name) is not None:
            raise SettingsError(f"There is a preset {name} already.", "Choose another name.")
        kept = [each for each in self.all() if not _same(each.name, old)]
        self._write([*kept, Preset(name, preset.document)])

    def duplicate(self, name: str) -> Preset:
        """Keep the same config once more, under a name that is free."""
        preset = self._wanted(name)
        return self.save(self.free_name(preset.name), preset.document)

    def delete(self, name: str) -> None:
        """Forget a preset; nothing happens when there is none of that name."""
        kept = [each for each in self.all() if not _same(each.name, name)]
        self._write(kept)

    def free_name(self, name: str) -> str:
        """`name`, or `name 2`, `name 3` … where that is taken."""
        base, number, free = name[: LONGEST_NAME - 5].strip(), 2, name
        while self.get(free) is not None:
            free, number = f"{base} {number}", number + 1
        return free

    def export(self, name: str) -> str:
        """The text of a file to share: the config document, as `lint` and `record` take it."""
        document = _clean(self._wanted(name).document)
        return json.dumps(document, ensure_ascii=False, indent=2) + "\n"

    async def export_file(self, name: str, path: Path) -> None:
        """Write `export` to a file; raises OSError."""
        await write_export(path, self.export(name))

    async def import_file(self, path: Path) -> Preset:
        """Keep what a file holds under the name of the file."""
        if (await asyncio.to_thread(path.stat)).st_size > LARGEST_FILE:
            raise SettingsError("The file is no config: it is too large.", "Choose another file.")
        text = await asyncio.to_thread(path.read_text, "utf-8-sig", "replace")
        name = path.name
        for ending in (".json", ENDING):
            name = name[: -len(ending)] if name.lower().endswith(ending) else name
        return self.import_(name[:LONGEST_NAME], text)

    def import_(self, name: str, text: str) -> Preset:
        """Keep the config, request body or cURL line of a file, without secrets.

        SettingsError where it is none of them.
        """
        found = take_in(text)
        if not isinstance(found, Config):
            why = found.sentence if isinstance(found, UnusableInput) else "It is a ticket."
            raise SettingsError(
                f"The file is no config. {why}",
                "Choose a file that was exported here, a CONFIG.json, or a cURL line.",
            )
        return self.save(self.free_name(_checked(name)), found.document)

    def _wanted(self, name: str) -> Preset:
        preset = self.get(name)
        if preset is None:
            raise SettingsError(f"There is no preset {name} any more.", "Choose another one.")
        return preset

    def _write(self, presets: list[Preset]) -> None:
        items = [{"name": each.name, "document": dict(each.document)} for each in presets]
        self._file.write({**self._file.read(), "presets": items})
        self.changed.emit(None)


def _clean(document: Mapping[str, Any]) -> dict[str, Any]:
    """The document without secrets, and without RTMP addresses: they end in a stream key."""
    left, _ = take_secrets(document)
    return {key: _without_push(value) for key, value in left.items()}


def _without_push(value: Any, depth: int = MAX_DEPTH) -> Any:
    if isinstance(value, Mapping):
        members = value.items() if depth else ()
        kept = ((key, item) for key, item in members if str(key).lower() != "rtmpurl")
        return {key: _without_push(item, depth - 1) for key, item in kept}
    if isinstance(value, list):
        return [_without_push(item, depth - 1) for item in value] if depth else []
    return value


def _checked(name: str) -> str:
    clean = " ".join(name.split())
    if not clean:
        raise SettingsError("A preset needs a name.", "Type one.")
    if len(clean) > LONGEST_NAME:
        raise SettingsError(
            f"The name has {len(clean)} characters; {LONGEST_NAME} are the limit.", "Shorten it."
        )
    return clean


def _same(one: str, other: str) -> bool:
    return one.casefold() == " ".join(other.split()).casefold()


def _list(items: object) -> list[Any]:
    return items if isinstance(items, list) else []


def _read(item: object) -> Preset | None:
    if not isinstance(item, dict):
        return None
    name, document = item.get("name"), item.get("document")
    if not isinstance(name, str) or not isinstance(document, dict):
        return None
    return Preset(name, document)
