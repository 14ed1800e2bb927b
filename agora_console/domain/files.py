"""The files of a recording, one row each: expected from the sid, listed by Agora, in the bucket."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from agora_console.domain.file_names import FileKind, FileName, classify, folder, predicted
from agora_console.domain.session import FileEntry, Phase, Session


class FileState(StrEnum):
    """What is known of a file. Each word claims no more than was seen."""

    PREDICTED = "predicted"  # its name follows from the sid; nobody has seen it
    LISTED = "listed"  # Agora lists it; nobody has looked into the bucket
    FOUND = "found"  # in the bucket, with something in it
    EMPTY = "empty"  # in the bucket, 0 bytes
    MISSING = "missing"  # Agora or a playlist names it; the last look did not find it


@dataclass(frozen=True, slots=True)
class Looked:
    """What the last look saw: bytes by name without folders, and names the playlists hold."""

    sizes: Mapping[str, int] = field(default_factory=dict)
    named: frozenset[str] = frozenset()


class FileRow(NamedTuple):
    """A file. `path` is that in the bucket, `at` its start in seconds since the epoch, UTC.

    `part` and `tick` are those of `FileName`; `uid` is "0" where everybody is in one file. `size`
    is in bytes, None while nobody looked or where there is no such file. `entry` is Agora's line.
    """

    name: str
    path: str
    state: FileState
    kind: FileKind | None = None
    track: str = ""
    uid: str = ""
    at: float | None = None
    part: int | None = None
    tick: int | None = None
    size: int | None = None
    entry: FileEntry | None = None


def file_rows(
    session: Session, looked: Looked | None = None, before: Sequence[FileRow] = ()
) -> tuple[FileRow, ...]:
    """Every file that is expected, listed, found or named, each once, in this order.

    A row that is equal to one of `before` is that one, so that who shows it compares quickly.
    """
    if not before:
        return tuple(_rows(session, looked))
    known = {row.name: row for row in before}
    rows = []
    for row in _rows(session, looked):
        old = known.get(row.name)
        rows.append(old if old is not None and old == row else row)
    return tuple(rows)


def _rows(session: Session, looked: Looked | None) -> Iterator[FileRow]:
    listed = {each.file_name.rpartition("/")[2]: each for each in session.files}
    sizes = looked.sizes if looked else {}
    named = looked.named if looked else frozenset()
    said = {name: _classified(name, session) for name in (*listed, *sizes, *named)}
    # By time: what a later look finds comes behind what was there.
    found = sorted(sizes, key=lambda name: (_at(said[name]), name))
    expected = [path.rpartition("/")[2] for path in predicted(session) if not _never(session)]
    where = "".join(f"{each}/" for each in folder(session))
    for name in dict.fromkeys((*expected, *listed, *found, *sorted(named))):
        what = said[name] if name in said else _classified(name, session)
        entry, size = listed.get(name), sizes.get(name)
        yield FileRow(
            name=name,
            path=entry.file_name if entry and "/" in entry.file_name else where + name,
            state=_state(entry is not None or name in named, size, looked is not None),
            kind=what.kind if what else None,
            track=(entry.track_type if entry else "") or (what.track if what else ""),
            uid=(entry.uid if entry else "") or _uid(what, session),
            at=(entry.slice_start_time if entry else None) or (what.at if what else None),
            part=what.part if what else None,
            tick=what.tick if what else None,
            size=size,
            entry=entry,
        )


def _never(session: Session) -> bool:
    """Whether it is known that no file will come."""
    nothing = session.phase is Phase.NOTHING_RECORDED
    return nothing or (session.over and session.confirmed_at is None)


def _classified(name: str, session: Session) -> FileName | None:
    return classify(name, session.sid, session.cname, session.mode)


def _at(what: FileName | None) -> float:
    return (what.at if what else None) or 0.0


def _uid(what: FileName | None, session: Session) -> str:
    return what.uid or ("" if session.mode == "individual" else "0") if what else ""


def _state(named: bool, size: int | None, looked: bool) -> FileState:
    if size is not None:
        return FileState.FOUND if size else FileState.EMPTY
    if not named:
        return FileState.PREDICTED
    return FileState.MISSING if looked else FileState.LISTED
