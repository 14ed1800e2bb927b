"""The files of a recording, one row each: expected from the sid, listed by Agora, in the bucket.

There may be 100 000 of them. So they are kept by columns and collected in steps, and a row with
everything that its name says is made when somebody looks at it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final, Literal, NamedTuple, overload

from agora_console.domain.files.file_names import FileKind, FileName, classify, folder, predicted
from agora_console.domain.session import FileEntry, Mode, Phase, Session
from agora_console.domain.slices import PIECE, Steps, finish, in_order, pieces


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


@dataclass(frozen=True, slots=True)
class Origin:
    """The recording that files belong to, as far as their names tell of it."""

    sid: str
    cname: str
    mode: Mode
    folder: str

    @classmethod
    def of(cls, session: Session) -> Origin:
        """That of a session."""
        where = "".join(f"{each}/" for each in folder(session))
        return cls(session.sid, session.cname, session.mode, where)

    def said(self, name: str) -> FileName | None:
        """What a name says; None where it is not of this recording."""
        return classify(name, self.sid, self.cname, self.mode)

    def uid(self, what: FileName | None) -> str:
        """Whose file it is by its name: everybody's is "0"."""
        return what.uid or ("" if self.mode == "individual" else "0") if what else ""


Key = Literal["name", "folded", "kind", "track", "uid", "person", "at", "size", "state"]
"""A column of `Files`. Those that are sorted by have no None in them: "kind" and "at" are empty or
0 where nobody knows, "size" is -1, and "person" is `uid` such that numbers come as numbers."""

_ROWS_KEPT = 1024
"""Rows that are kept made: a few screens full."""


class Files(Sequence[FileRow]):
    """Files by columns, each name once; nothing in it changes.

    `entries` has Agora's line of each or None, `sizes` the bytes in the bucket or None.
    """

    def __init__(
        self,
        origin: Origin,
        names: Sequence[str] = (),
        entries: Sequence[FileEntry | None] = (),
        sizes: Sequence[int | None] = (),
        states: Sequence[FileState] = (),
    ) -> None:
        self.origin = origin
        self.names = names
        self.entries = entries
        self.sizes = sizes
        self.states = states
        self._columns: dict[Key, Sequence[Any]] = {"name": names, "state": states}
        self._rows: dict[int, FileRow] = {}

    def __len__(self) -> int:
        return len(self.names)

    @overload
    def __getitem__(self, number: int) -> FileRow: ...
    @overload
    def __getitem__(self, number: slice) -> tuple[FileRow, ...]: ...
    def __getitem__(self, number: int | slice) -> FileRow | tuple[FileRow, ...]:
        if isinstance(number, slice):
            return tuple(self[each] for each in range(*number.indices(len(self))))
        if (row := self._rows.get(number)) is None:
            row = self._row(number)
            if len(self._rows) >= _ROWS_KEPT:
                self._rows.clear()
            self._rows[number] = row
        return row

    def column(self, key: Key, piece: int = PIECE) -> Steps[Sequence[Any]]:
        """What one column holds; read once, step by step, and kept."""
        known = self._columns.get(key)
        if known is None:
            read, values = _READ[key], list[Any]()
            for part in pieces(range(len(self)), piece):
                values += read(self, part)
                yield len(part)
            self._columns[key] = known = values
        return known

    def value(self, key: Key, number: int) -> Any:
        """What one column holds for one file."""
        (value,) = _READ[key](self, (number,))
        return value

    def part(self, numbers: Sequence[int]) -> Files:
        """Some of them, in this order."""
        return Files(
            self.origin,
            [self.names[n] for n in numbers],
            [self.entries[n] for n in numbers],
            [self.sizes[n] for n in numbers],
            [self.states[n] for n in numbers],
        )

    def path(self, number: int) -> str:
        """Where one file is in the bucket, or will be."""
        entry = self.entries[number]
        if entry is not None and "/" in entry.file_name:
            return entry.file_name
        return self.origin.folder + self.names[number]

    def _row(self, number: int) -> FileRow:
        name, entry, origin = self.names[number], self.entries[number], self.origin
        what = origin.said(name)
        return FileRow(
            name=name,
            path=self.path(number),
            state=self.states[number],
            kind=what.kind if what else None,
            track=(entry.track_type if entry else "") or (what.track if what else ""),
            uid=(entry.uid if entry else "") or origin.uid(what),
            at=(entry.slice_start_time if entry else None) or (what.at if what else None),
            part=what.part if what else None,
            tick=what.tick if what else None,
            size=self.sizes[number],
            entry=entry,
        )


def _kinds(files: Files, numbers: Iterable[int]) -> list[str]:
    said, names = files.origin.said, files.names
    return [what.kind if (what := said(names[n])) else "" for n in numbers]


def _tracks(files: Files, numbers: Iterable[int]) -> list[str]:
    said, names, entries = files.origin.said, files.names, files.entries

    def named(n: int) -> str:
        return what.track if (what := said(names[n])) else ""

    return [(entry and entry.track_type) or named(n) for n in numbers for entry in (entries[n],)]


def _uids(files: Files, numbers: Iterable[int]) -> list[str]:
    origin, names, entries = files.origin, files.names, files.entries

    def named(n: int) -> str:
        return origin.uid(origin.said(names[n]))

    return [(entry and entry.uid) or named(n) for n in numbers for entry in (entries[n],)]


def _persons(files: Files, numbers: Iterable[int]) -> list[tuple[int, str]]:
    return [(len(uid), uid) for uid in _uids(files, numbers)]


def _moments(files: Files, numbers: Iterable[int]) -> list[float]:
    said, names, entries = files.origin.said, files.names, files.entries

    def named(n: int) -> float:
        return (what.at if (what := said(names[n])) else None) or 0.0

    return [
        (entry and entry.slice_start_time) or named(n) for n in numbers for entry in (entries[n],)
    ]


_READ: Final[Mapping[Key, Callable[[Files, Iterable[int]], Iterable[Any]]]] = {
    "name": lambda files, numbers: [files.names[n] for n in numbers],
    "folded": lambda files, numbers: [files.names[n].casefold() for n in numbers],
    "kind": _kinds,
    "track": _tracks,
    "uid": _uids,
    "person": _persons,
    "at": _moments,
    "size": lambda files, numbers: [-1 if (s := files.sizes[n]) is None else s for n in numbers],
    "state": lambda files, numbers: [files.states[n] for n in numbers],
}


def file_rows(session: Session, looked: Looked | None = None) -> tuple[FileRow, ...]:
    """The rows of `collect`, all made at once."""
    return tuple(finish(collect(session, looked)))


def collect(session: Session, looked: Looked | None = None, piece: int = PIECE) -> Steps[Files]:
    """Every file that is expected, listed, found or named, each once, in this order."""
    origin = Origin.of(session)
    expected = () if _never(session) else predicted(session)
    known: dict[str, FileEntry | None] = {_last(path): None for path in expected}
    for some in pieces(session.files, piece):
        known.update(zip([each.file_name.rpartition("/")[2] for each in some], some, strict=True))
        yield len(some)
    if looked is None:
        predicted_only, listed = FileState.PREDICTED, FileState.LISTED
        states = [predicted_only if entry is None else listed for entry in known.values()]
        return Files(origin, tuple(known), list(known.values()), [None] * len(known), states)
    found = yield from _found(origin, looked, piece)
    known.update((name, None) for name in found if name not in known)
    unseen = [name for name in looked.named if name not in known]
    known.update(dict.fromkeys((yield from in_order(unseen, str))))
    sizes = list(map(looked.sizes.get, known))
    states = []
    for part in pieces(zip(known.items(), sizes, strict=True), piece):
        states += [_state(entry or name in looked.named, size) for (name, entry), size in part]
        yield len(part)
    return Files(origin, tuple(known), list(known.values()), sizes, states)


def _last(path: str) -> str:
    return path.rpartition("/")[2]


def _found(origin: Origin, looked: Looked, piece: int) -> Steps[list[str]]:
    """What is in the bucket, by time: what a later look finds comes behind what was there."""
    at: dict[str, float] = {}
    for some in pieces(looked.sizes, piece):
        said = map(origin.said, some)
        at.update(
            (name, (what.at if what else None) or 0.0)
            for name, what in zip(some, said, strict=True)
        )
        yield len(some)
    return (yield from in_order(at, lambda name: (at[name], name)))


def _never(session: Session) -> bool:
    """Whether it is known that no file will come."""
    nothing = session.phase is Phase.NOTHING_RECORDED
    return nothing or (session.over and session.confirmed_at is None)


def _state(named: object, size: int | None) -> FileState:
    """That of a file after a look."""
    if size is not None:
        return FileState.FOUND if size else FileState.EMPTY
    return FileState.MISSING if named else FileState.PREDICTED
