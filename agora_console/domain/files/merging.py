"""One film out of many slices: what belongs to it, and the command for ffmpeg that makes it.

The lists that ffmpeg reads are written here out of checked names. A playlist of a bucket is text
from somebody else and is never handed on.
"""

from __future__ import annotations

import shlex
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from agora_console.domain.files.file_names import FileKind
from agora_console.domain.files.playlist import Playlist
from agora_console.domain.files.rows import FileRow

UNKNOWN_SECONDS = 15.0
"""Length of a slice in a list where no playlist says it; a player measures it anyway."""


@dataclass(frozen=True, slots=True)
class Slice:
    """A slice by its name in the bucket; `broken` where it does not go on from the one before."""

    name: str
    seconds: float = UNKNOWN_SECONDS
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Track:
    """The slices of one track in order. `kind` is "audio", "video" or "" for both in one.

    `starts` is its begin in seconds since the epoch, None where no name says it.
    """

    kind: str
    slices: tuple[Slice, ...]
    starts: float | None

    @property
    def seconds(self) -> float:
        """How long it lasts, pauses left out."""
        return sum(each.seconds for each in self.slices)

    @property
    def webm(self) -> bool:
        """WebM slices are joined by another way than TS."""
        return any(each.name.endswith(".webm") for each in self.slices)


@dataclass(frozen=True, slots=True)
class Film:
    """What one person's slices, or everybody's, become. `files` are all that it is made of."""

    uid: str
    stem: str
    tracks: tuple[Track, ...]
    files: tuple[FileRow, ...]

    @property
    def seconds(self) -> float:
        """How long it is: as long as its longest track."""
        return max((each.seconds for each in self.tracks), default=0.0)

    @property
    def ending(self) -> str:
        """MP4 takes no VP8, so WebM slices become MKV."""
        return "mkv" if any(each.webm for each in self.tracks) else "mp4"

    def list_name(self, number: int) -> str:
        """The name of the list of a track."""
        return f"{self.stem}_{number}.{'ffconcat' if self.tracks[number].webm else 'm3u8'}"


def films(
    files: Sequence[FileRow], sid: str, playlists: Mapping[str, Playlist | None] | None = None
) -> tuple[Film, ...]:
    """What can be made of the files in a bucket: one film, or one for each person.

    `playlists` are those that were read, by name; without them the names say the order.
    """
    there = [each for each in files if each.size and each.kind is not None]
    people = dict.fromkeys(each.uid for each in there if each.kind is FileKind.SLICE)
    return tuple(_film(uid, there, sid, playlists or {}) for uid in people)


def _film(
    uid: str, files: Sequence[FileRow], sid: str, playlists: Mapping[str, Playlist | None]
) -> Film:
    kinds = (FileKind.PLAYLIST, FileKind.SLICE)
    mine = [each for each in files if each.uid == uid and each.kind in kinds]
    slices = [each for each in mine if each.kind is FileKind.SLICE]
    tracks = sorted({_kind(each) for each in slices}, reverse=True)  # the picture first
    person = "" if uid == "0" else f"_{uid}"
    return Film(
        uid=uid,
        stem=f"{sid}{person}_merged",
        tracks=tuple(
            _track(kind, [each for each in mine if _kind(each) == kind], playlists)
            for kind in tracks
        ),
        files=tuple(mine),
    )


def _kind(file: FileRow) -> str:
    return file.track if file.track in ("audio", "video") and file.uid != "0" else ""


def _track(kind: str, files: Sequence[FileRow], playlists: Mapping[str, Playlist | None]) -> Track:
    slices = [each for each in files if each.kind is FileKind.SLICE]
    there = {each.name for each in slices}
    parts = sorted({-1 if each.part is None else each.part for each in slices})
    ordered: list[Slice] = []
    for part in parts:
        mine = [each for each in files if (-1 if each.part is None else each.part) == part]
        read = [playlist for each in mine if (playlist := playlists.get(each.name)) is not None]
        longest = max(read, key=lambda each: len(each.segments), default=Playlist())
        said = {each.name: each for each in longest.segments if each.name in there}
        own = [each for each in mine if each.kind is FileKind.SLICE]
        by_time = sorted(own, key=lambda each: (each.at or 0.0, each.name))
        names = [*said, *(each.name for each in by_time if each.name not in said)]
        for number, name in enumerate(names):
            one = said.get(name)
            broken = (bool(ordered) and number == 0) or (one is not None and one.broken)
            ordered.append(Slice(name, (one.seconds if one else 0.0) or UNKNOWN_SECONDS, broken))
    starts = {each.name: each.at for each in slices}
    return Track(kind, tuple(ordered), starts[ordered[0].name] if ordered else None)


def list_text(track: Track, local: Callable[[str], str]) -> str:
    """The list that ffmpeg reads; `local` gives the name of a slice in the folder.

    A channel name may hold a colon, and what stands before one counts as a protocol.
    """
    if track.webm:
        names = (local(each.name).replace("'", "'\\''") for each in track.slices)
        return "ffconcat version 1.0\n" + "".join(f"file './{name}'\n" for name in names)
    longest = max((each.seconds for each in track.slices), default=0.0)
    lines = ["#EXTM3U", "#EXT-X-VERSION:3", f"#EXT-X-TARGETDURATION:{int(longest) + 1}"]
    for each in track.slices:
        lines += ["#EXT-X-DISCONTINUITY"] if each.broken else []
        lines += [f"#EXTINF:{each.seconds:.6f},", f"./{local(each.name)}"]
    return "\n".join([*lines, "#EXT-X-ENDLIST", ""])


def command(film: Film, output: str, program: str = "ffmpeg") -> tuple[str, ...]:
    """What makes the film in the folder of its lists: nothing is encoded again.

    Input is read from files alone. The track that began later is moved by the difference.
    """
    starts = [each.starts for each in film.tracks]
    first = min((each for each in starts if each is not None), default=0.0)
    inputs: list[str] = []
    for number, track in enumerate(film.tracks):
        late = (track.starts or first) - first
        inputs += ["-itsoffset", f"{late:.3f}"] if late > 0 else []
        inputs += ["-protocol_whitelist", "file"]
        inputs += ["-f", "concat", "-safe", "0"] if track.webm else []
        inputs += ["-i", f"file:{film.list_name(number)}"]
    maps = [
        part
        for number, track in enumerate(film.tracks)
        for part in ("-map", f"{number}:{track.kind[:1]}" if track.kind else str(number))
    ]
    audio = ["-bsf:a", "aac_adtstoasc"] if film.ending == "mp4" and _sounds(film) else []
    quiet = ["-hide_banner", "-nostdin", "-n", "-loglevel", "warning", "-progress", "pipe:1"]
    return (program, *quiet, *inputs, *maps, "-c", "copy", *audio, f"file:{output}")


def shown(args: Sequence[str]) -> str:
    """The command as it is typed in a shell."""
    return shlex.join(args)


def _sounds(film: Film) -> bool:
    return any(each.kind != "video" for each in film.tracks)
