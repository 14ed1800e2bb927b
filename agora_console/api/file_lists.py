"""File lists of replies, in every shape they come in; pure, and nothing here raises."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import repeat
from operator import itemgetter
from typing import Any, Final, cast

from agora_console.api.bodies import NESTING, lower, read_json
from agora_console.api.values import (
    MICROSECONDS_FROM,
    MILLISECONDS_FROM,
    to_bool,
    to_seconds,
    to_text,
)
from agora_console.domain.session import FileEntry

_PIECE = 1024  # files that are read at once, where they are alike


def read_files(value: object, nesting: int = NESTING) -> tuple[FileEntry, ...]:
    """A `fileList` by its type: one name, JSON inside a text, an array, one object, or nothing."""
    if isinstance(value, str):
        text = value.strip()
        if text[:1] in ("[", "{", '"'):
            inner = read_json(text)
            return read_files(inner, nesting - 1) if nesting and inner is not None else ()
        return (FileEntry(file_name=text),) if text else ()
    if isinstance(value, Mapping):
        entry = _file(lower(value))
        return (entry,) if entry else ()
    if isinstance(value, list) and nesting:
        return tuple(_each_file(value, nesting - 1))
    return ()


def _each_file(items: list[Any], nesting: int) -> list[FileEntry]:
    found: list[FileEntry] = []
    for start in range(0, len(items), _PIECE):
        piece = items[start : start + _PIECE]
        alike = _by_columns(piece)
        found.extend(alike or (entry for item in piece for entry in read_files(item, nesting)))
    return found


def _by_columns(items: list[Any]) -> Iterator[FileEntry] | None:
    """The entries of a list whose items have the same keys, as nearly all have; None of others.

    A loop over the items of 100 000 would take five times as long as reading their JSON.
    """
    if set(map(type, items)) != {dict} or len(set(map(len, items))) > 1:
        return None
    spelled = {key.lower(): key for key in items[0]}
    if len(spelled) < len(items[0]) or "filename" not in spelled:
        return None
    # A key that none of them has is read as the name, and its column replaced below.
    keys = [spelled.get(key, spelled["filename"]) for key, _, _ in _COLUMNS]
    try:
        columns = list(zip(*map(itemgetter(*keys), items), strict=True))
    except KeyError:
        return None
    if not all(columns[0]):
        return None
    values = (
        read(column) if key in spelled else repeat(default)
        for column, (key, read, default) in zip(columns, _COLUMNS, strict=True)
    )
    return map(_entry, zip(*values, strict=False))


def _texts(values: Sequence[Any]) -> Sequence[str]:
    return values if set(map(type, values)) == {str} else list(map(to_text, values))


def _booleans(values: Sequence[Any]) -> Sequence[bool | None]:
    return values if set(map(type, values)) == {bool} else list(map(to_bool, values))


def _moments(values: Sequence[Any]) -> Sequence[float | None]:
    alike = set(map(type, values)) == {int}
    if alike and min(values) > MILLISECONDS_FROM and max(values) <= MICROSECONDS_FROM:
        return [value / 1e3 for value in values]
    return list(map(to_seconds, values))


_entry = cast(Callable[[Iterable[Any]], FileEntry], partial(tuple.__new__, FileEntry))
_COLUMNS: Final[tuple[tuple[str, Callable[[Sequence[Any]], Sequence[Any]], Any], ...]] = (
    ("filename", _texts, ""),
    ("tracktype", _texts, ""),
    ("uid", _texts, ""),
    ("mixedalluser", _booleans, None),
    ("isplayable", _booleans, None),
    ("slicestarttime", _moments, None),
)
"""In the order of the fields of `FileEntry`."""


def _file(fields: Mapping[str, Any]) -> FileEntry | None:
    name = to_text(fields.get("filename"))
    if not name:
        return None
    return FileEntry(
        file_name=name,
        track_type=to_text(fields.get("tracktype")),
        uid=to_text(fields.get("uid")),
        mixed_all_user=to_bool(fields.get("mixedalluser")),
        is_playable=to_bool(fields.get("isplayable")),
        slice_start_time=to_seconds(fields.get("slicestarttime")),
    )
