"""Lists of files out of rows, for those who show them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from agora_console.domain.files.file_names import FileName
from agora_console.domain.files.rows import FileRow, Files, FileState, Origin
from agora_console.domain.session import FileEntry


@dataclass(frozen=True, slots=True)
class Told(Origin):
    """An origin whose names say what the rows say."""

    names: dict[str, FileName] = field(default_factory=dict, compare=False)

    def said(self, name: str) -> FileName | None:
        return self.names.get(name)


def files_of(rows: Sequence[FileRow]) -> Files:
    """Files whose rows are these."""
    names = {
        each.name: FileName(each.name, each.kind, each.part, tick=each.tick)
        for each in rows
        if each.kind is not None
    }
    return Files(
        Told("", "", "individual", "", names),
        tuple(each.name for each in rows),
        [each.entry or _entry(each) for each in rows],
        [each.size for each in rows],
        [each.state for each in rows],
    )


def _entry(row: FileRow) -> FileEntry | None:
    if row.state is FileState.PREDICTED:
        return None
    return FileEntry(row.path, row.track, row.uid, slice_start_time=row.at)
