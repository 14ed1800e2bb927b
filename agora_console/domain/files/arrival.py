"""Did the files arrive? What Agora listed and the playlists name, against what the bucket holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise

from agora_console.domain.files.file_names import (
    FileKind,
    FileName,
    classify,
    only_snapshots,
    wants_mp4,
)
from agora_console.domain.files.playlist import Playlist
from agora_console.domain.files.verdict import Arrival, Verdict
from agora_console.domain.session import Session

SLACK = 1.0
"""Seconds by which slices may lie apart or overlap: names have milliseconds, streams have not."""

SHORT = (60.0, 0.05)
"""Seconds, and share of the recording, that may be missing at its ends without a word."""

MOST_EVIDENCE = 40
"""Sentences of evidence that are kept."""


def not_looked(at: float, why: str) -> Arrival:
    """Nobody could look; `why` is a sentence."""
    return Arrival(verdict=Verdict.UNKNOWN, at=at, sentence=f"Nobody could look. {why}".strip())


def judge_arrival(
    session: Session,
    sizes: Mapping[str, int],
    playlists: Mapping[str, Playlist | None],
    at: float,
    hand_on: Callable[[str], str] = str,
) -> Arrival:
    """The verdict on everything that was found of `session`: bytes by name without folders.

    `playlists` has each playlist of the bucket by its name, None where it is not readable. Every
    name goes through `hand_on`.
    """
    look = _Look(session, sizes, playlists, hand_on)
    look.judge()
    wrong, remarks = tuple(look.wrong), tuple(look.remarks)
    kept = (wrong[:MOST_EVIDENCE], remarks[:MOST_EVIDENCE])
    return Arrival(
        verdict=Verdict.INCOMPLETE if wrong else Verdict.SAFE,
        at=at,
        sentence=_sentence(look, wrong),
        wrong=kept[0],
        remarks=kept[1],
        left_out=len(wrong) + len(remarks) - len(kept[0]) - len(kept[1]),
        files=len(look.files),
        size=sum(look.sizes[each.name] for each in look.files),
        seconds=look.seconds,
    )


def _sentence(look: _Look, wrong: tuple[str, ...]) -> str:
    count = _count(len(look.files), "file")
    if not wrong:
        whole = f"{count} found in the bucket, everything that belongs to it."
        return " ".join((whole, *look.caveats()))
    more = f" And {len(wrong) - 1} more." if len(wrong) > 1 else ""
    return f"{count} found in the bucket. {wrong[0]}{more}"


class _Look:
    """The evidence while it is put together."""

    def __init__(
        self,
        session: Session,
        sizes: Mapping[str, int],
        playlists: Mapping[str, Playlist | None],
        hand_on: Callable[[str], str],
    ) -> None:
        self.session = session
        self.playlists = playlists
        self.wrong: list[str] = []
        self.remarks: list[str] = []
        self.seconds = 0.0
        self.pauses: list[float] = []
        self.short = ""
        self.sizes = sizes
        self.files = [
            name
            for each in map(hand_on, sizes)
            if (name := classify(each, session.sid, session.cname, session.mode))
        ]

    def judge(self) -> None:
        self._listed()
        self._empty()
        for _, files in sorted(self._groups(FileKind.SLICE, FileKind.PLAYLIST).items()):
            self._group(files)
        self._movies()
        self._enough()
        if any(each.part is not None for each in self.files):
            self.remarks.append(
                "Agora moved the recording to another server: the files with bak are its later "
                "parts."
            )

    def caveats(self) -> list[str]:
        """What a person has to know although no file is missing."""
        said = [self.short] if self.short else []
        if self.pauses:
            count, most = _count(len(self.pauses), "pause"), max(self.pauses)
            said.append(f"There {_is(len(self.pauses))} {count} in it, up to {most:.1f} s long.")
        return said

    def _of(self, *kinds: FileKind) -> Iterator[FileName]:
        return (each for each in self.files if each.kind in kinds)

    def _groups(self, *kinds: FileKind) -> dict[tuple[int, str, str], list[FileName]]:
        groups: dict[tuple[int, str, str], list[FileName]] = {}
        for each in self._of(*kinds):
            groups.setdefault(each.group, []).append(each)
        return groups

    # --- listed by Agora, but not there -------------------------------------------------

    def _listed(self) -> None:
        there = {each.name for each in self.files}
        for entry in self.session.files:
            name = entry.file_name.rpartition("/")[2]
            if name not in there and not self._came_by_backup(name):
                self.wrong.append(f"{name} is listed by Agora and is not in the bucket.")

    def _came_by_backup(self, name: str) -> bool:
        """A playlist that was delivered by Agora's backup has two numbers more in its name."""
        listed = classify(name, self.session.sid, self.session.cname, self.session.mode)
        return listed is not None and any(
            each.group == listed.group and each.tick is not None
            for each in self._of(listed.kind)
            if listed.kind is FileKind.PLAYLIST
        )

    def _empty(self) -> None:
        self.wrong += [
            f"{each.name} is empty: 0 bytes." for each in self.files if not self.sizes[each.name]
        ]

    # --- one playlist with its slices ---------------------------------------------------

    def _group(self, files: list[FileName]) -> None:
        slices = {each.name: each for each in files if each.kind is FileKind.SLICE}
        best = self._playlist_of([each for each in files if each.kind is FileKind.PLAYLIST])
        if best is None:
            first, others = min(slices), len(slices) - 1
            more = f" and its {others} followers" if others else ""
            self.wrong.append(f"No playlist names {first}{more}.")
            return
        playlist = self.playlists.get(best.name)
        if playlist is None:
            self.wrong.append(f"{best.name} cannot be read as a playlist.")
            return
        self._check_playlist(best.name, playlist)
        self._check_segments(best.name, playlist, slices)

    def _playlist_of(self, playlists: list[FileName]) -> FileName | None:
        """Of the plain one and that with the highest index, the larger."""
        plain = [each for each in playlists if each.index is None]
        late = [each for each in playlists if each.index is not None]
        last = sorted(late, key=lambda each: (each.tick or 0, each.index or 0))[-1:]
        return max((*plain, *last), key=lambda each: self.sizes[each.name], default=None)

    def _check_playlist(self, name: str, playlist: Playlist) -> None:
        if playlist.refused:
            count = _count(playlist.refused, "address")
            self.wrong.append(f"{name} names {count} outside of its folder; nobody looked there.")
        if playlist.cut:
            self.wrong.append(f"{name} breaks off before its end.")
        elif not playlist.ended and playlist.segments:
            self.remarks.append(f"{name} has no end mark.")
        self.wrong += [
            f"{child} is named by {name} and is not in the bucket."
            for child in playlist.children
            if child not in self.sizes
        ]

    def _check_segments(
        self, name: str, playlist: Playlist, slices: Mapping[str, FileName]
    ) -> None:
        self.seconds += playlist.seconds
        named = {each.name for each in playlist.segments}
        self.wrong += [
            f"{each} is named by {name} and is not in the bucket."
            for each in dict.fromkeys(each.name for each in playlist.segments)
            if each not in self.sizes
        ]
        if not (playlist.segments or playlist.children):
            self.wrong.append(f"{name} names no slice.")
        if unnamed := sorted(slices.keys() - named):
            more = f" and {len(unnamed) - 1} more" if len(unnamed) > 1 else ""
            self.wrong.append(f"{name} does not name {unnamed[0]}{more}, which the bucket holds.")
        self._check_joints(playlist, slices)

    def _check_joints(self, playlist: Playlist, slices: Mapping[str, FileName]) -> None:
        """Gaps and overlaps, by the time in the names and the seconds in the playlist."""
        timed = [
            (start, each)
            for each in playlist.segments
            if (start := getattr(slices.get(each.name), "at", None)) is not None
        ]
        for (start, each), (after, next_one) in pairwise(timed):
            gap = after - (start + each.seconds)
            if gap > SLACK:
                self.pauses.append(gap)
                self.remarks.append(_pause(each.name, gap, marked=next_one.broken))
            elif gap < -SLACK:
                self.remarks.append(f"{each.name} and the next overlap by {-gap:.1f} s.")

    # --- the whole ------------------------------------------------------------------------

    def _movies(self) -> None:
        movies = self._groups(FileKind.MP4)
        if wants_mp4(self.session) and self.files and not movies:
            self.wrong.append("MP4 was ordered, and there is no MP4 in the bucket.")
        for _, files in sorted(movies.items()):
            numbers = {each.index for each in files if each.index is not None}
            self.wrong += [
                f"The MP4 with index {number} is missing; later ones are there."
                for number in range(max(numbers, default=0))
                if number not in numbers
            ]

    def _enough(self) -> None:
        if not self.files:
            self.wrong.append("The bucket holds no file of this recording.")
        elif only_snapshots(self.session):
            self.remarks.append("Agora lists no snapshots, so nobody can say how many there were.")
        elif not any(True for _ in self._of(FileKind.PLAYLIST)):
            self.wrong.append("There is no playlist.")
        elif self.session.mode != "individual":
            self._long_enough()

    def _long_enough(self) -> None:
        began, ended = self.session.confirmed_at, self.session.stop_accepted_at
        if began is None or ended is None:
            return
        lasted = ended - began
        missing = lasted - self.seconds
        if missing > max(SHORT[0], SHORT[1] * lasted):
            self.short = (
                f"The playlists sum up to {self.seconds:.0f} s of {lasted:.0f} s between start and "
                "stop."
            )
            self.remarks.append(f"{self.short} While nobody publishes, nothing is recorded.")


def playlists_to_read(names: Iterable[str], session: Session) -> tuple[str, ...]:
    """Which of the names in a bucket have to be read before a verdict, HLS playlists alone."""
    return tuple(
        name
        for name in names
        if name.endswith(".m3u8") and classify(name, session.sid, session.cname, session.mode)
    )


def _pause(name: str, seconds: float, *, marked: bool) -> str:
    """A pause is no missing file: Agora ends a slice when its stream does, and waits for the next.

    Where the playlist has no mark, nothing in the files tells a silence from a loss.
    """
    if marked:
        return f"The stream was interrupted for {seconds:.1f} s after {name}."
    return (
        f"{seconds:.1f} s are in no slice after {name}, and no playlist names one: either nobody "
        "published then, or the recorder lost them."
    )


def _is(number: int) -> str:
    return "is" if number == 1 else "are"


def _count(number: int, what: str) -> str:
    plural = "es" if what.endswith("s") else "s"
    return f"{number} {what}" if number == 1 else f"{number} {what}{plural}"
