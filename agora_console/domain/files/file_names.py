"""Names of recorded files: what they will be, and what one says (API section 11)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any

from agora_console.domain.session import Mode, Session


class FileKind(StrEnum):
    """What a recorded file is."""

    PLAYLIST = "playlist"
    SLICE = "slice"
    MP4 = "mp4"
    SNAPSHOT = "snapshot"


_KINDS = {
    "m3u8": FileKind.PLAYLIST,
    "mpd": FileKind.PLAYLIST,
    "ts": FileKind.SLICE,
    "webm": FileKind.SLICE,
    "mp4": FileKind.MP4,
    "m4a": FileKind.MP4,
    "jpg": FileKind.SNAPSHOT,
}


@dataclass(frozen=True, slots=True)
class FileName:
    """What a name says. `part` is n of `bak<n>_` (after a failover), None for the first recorder.

    `uid` and `track` are empty in a mix. `at` is the start of a slice or a snapshot in seconds
    since the epoch, `index` that of an MP4. `tick` and `index` of a playlist say that it came
    through Agora's backup.
    """

    name: str
    kind: FileKind
    part: int | None = None
    uid: str = ""
    track: str = ""
    at: float | None = None
    tick: int | None = None
    index: int | None = None

    @property
    def group(self) -> tuple[int, str, str]:
        """Files of the same part, person and track belong to one playlist."""
        return (-1 if self.part is None else self.part, self.uid, self.track)


_NUMBER = r"[0-9]{1,18}"


def classify(name: str, sid: str, cname: str, mode: Mode = "mix") -> FileName | None:
    """What a file name (folders before it do not matter) says; None if it is not of this sid."""
    base = name.rpartition("/")[2]
    found = _form(sid, file_cname(cname, mode)).fullmatch(base)
    if found is None or not sid or found["ending"] not in _KINDS:
        return None
    kind = _KINDS[found["ending"]]
    numbers = [int(each) for each in found["numbers"].split("_") if each]
    pair = len(numbers) == 2
    return FileName(
        name=base,
        kind=kind,
        part=None if found["part"] is None else int(found["part"]),
        uid=found["uid"] or "",
        track=found["track"] or "",
        at=_moment(found["numbers"][1:]) if kind in (FileKind.SLICE, FileKind.SNAPSHOT) else None,
        tick=numbers[0] if kind is FileKind.PLAYLIST and pair else None,
        index=_index(kind, numbers),
    )


@lru_cache(maxsize=64)  # a recording may have 100 000 files
def _form(sid: str, stem: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?:bak(?P<part>[0-9]{{1,9}})_)?{re.escape(sid)}_(?:{re.escape(stem)}|.{{1,1024}}?)"
        rf"(?:__uid_s_(?P<uid>{_NUMBER})__uid_e(?:_(?P<track>[a-z][a-z_]{{0,30}}?))?)?"
        rf"(?P<numbers>(?:_{_NUMBER}){{0,2}})\.(?P<ending>[a-z0-9]{{2,4}})"
    )


def _index(kind: FileKind, numbers: list[int]) -> int | None:
    wanted = {FileKind.PLAYLIST: 2, FileKind.MP4: 1}.get(kind)
    return numbers[-1] if numbers and len(numbers) == wanted else None


def _moment(text: str) -> float | None:
    """yyyyMMddHHmmssSSS, UTC, in seconds since the epoch."""
    if not re.fullmatch(r"[0-9]{17}", text):
        return None
    month, day, hour, minute, second = (int(text[n : n + 2]) for n in range(4, 14, 2))
    try:
        when = datetime(int(text[:4]), month, day, hour, minute, second, tzinfo=UTC)
    except ValueError:
        return None
    return when.timestamp() + int(text[14:]) / 1000


def file_cname(cname: str, mode: Mode) -> str:
    """The channel name as it stands in file names: a page's has `-` for special characters."""
    return re.sub(r"[^A-Za-z0-9_-]", "-", cname) if mode == "web" else cname


def folder(session: Session) -> tuple[str, ...]:
    """The folders of `fileNamePrefix`, outermost first."""
    prefix = _section(session, "storageConfig").get("fileNamePrefix")
    return tuple(str(each) for each in prefix) if isinstance(prefix, list | tuple) else ()


def wants_mp4(session: Session) -> bool:
    """Whether MP4 files were ordered; a mix or a page has them then."""
    types = _section(session, "recordingFileConfig").get("avFileType")
    return session.mode != "individual" and isinstance(types, list | tuple) and "mp4" in types


def only_snapshots(session: Session) -> bool:
    """Whether nothing but pictures is stored: snapshots without a file configuration."""
    request = session.client_request
    return "snapshotConfig" in request and "recordingFileConfig" not in request


def predicted(session: Session) -> tuple[str, ...]:
    """Whole paths that are certain as soon as the sid is known; empty where none is.

    Slices, snapshots and parts after a failover carry a time or a number that nobody knows before;
    so do the files of people whom no list names.
    """
    if not session.sid or only_snapshots(session):
        return ()
    stem = f"{session.sid}_{file_cname(session.cname, session.mode)}"
    if session.mode == "individual":
        names = [f"{stem}{person}.m3u8" for person in _people(session)]
    else:
        names = [f"{stem}.m3u8", *([f"{stem}_0.mp4"] if wants_mp4(session) else [])]
    return tuple("/".join((*folder(session), name)) for name in names)


def _people(session: Session) -> list[str]:
    recording = _section(session, "recordingConfig")
    streams = recording.get("streamTypes", 2)
    tracks = {0: ("audio",), 1: ("video",)}.get(streams, ("audio", "video"))
    return [
        f"__uid_s_{uid}__uid_e_{track}"
        for track in tracks
        for uid in recording.get(f"subscribe{track.capitalize()}Uids") or ()
        if str(uid).isdecimal()
    ]


def _section(session: Session, name: str) -> dict[str, Any]:
    section = session.client_request.get(name)
    return section if isinstance(section, dict) else {}
