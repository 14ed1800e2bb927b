"""Names of files and the lists of them in replies (API section 11, shapes of section 4)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from agora_console.simulator.recording import BOTH, Recording, Take

Json = dict[str, Any]


def milliseconds(moment: float) -> int:
    return round(moment * 1000)


def stamp(moment: float) -> str:
    """yyyyMMddHHmmssSSS in UTC."""
    when = datetime.fromtimestamp(milliseconds(moment) / 1000, UTC)
    return f"{when:%Y%m%d%H%M%S}{when.microsecond // 1000:03d}"


def stem(recording: Recording, take: Take) -> str:
    """What all file names of a take begin with."""
    cname = recording.cname
    if recording.mode == "web":
        cname = re.sub(r"[^A-Za-z0-9_-]", "-", cname)
    name = f"{recording.sid}_{cname}"
    if recording.mode == "individual":
        name += f"__uid_s_{take.uid}__uid_e_{take.track}"
    return f"bak{take.generation - 1}_{name}" if take.generation else name


def playlist(recording: Recording, take: Take) -> str:
    return stem(recording, take) + ".m3u8"


def slice_name(recording: Recording, take: Take, start: float) -> str:
    return f"{stem(recording, take)}_{stamp(start)}.ts"


def picture_name(recording: Recording, take: Take, moment: float) -> str:
    return f"{stem(recording, take)}_{stamp(moment)}.jpg"


def movie_seconds(recording: Recording) -> float:
    """After how long another MP4 is begun."""
    if recording.mode == "web":
        return 60.0 * int(recording.service("web_recorder_service").get("maxVideoDuration", 120))
    return recording.pace.movie


def movies(recording: Recording, take: Take) -> list[tuple[str, float]]:
    """(name, start) of the MP4 files of a take."""
    if "mp4" not in recording.file_types:
        return []
    length = movie_seconds(recording)
    count = 1 + int(max(0.0, take.seconds - 1e-6) // length)
    return [
        (f"{stem(recording, take)}_{index}.mp4", take.start + index * length)
        for index in range(count)
    ]


def _names(recording: Recording, take: Take) -> list[tuple[str, float]]:
    return [(playlist(recording, take), take.start), *movies(recording, take)]


def merged(recording: Recording, takes: Iterable[Take]) -> list[tuple[str, Take, Take]]:
    """(name, audio, video) of the playlists that join one person's media: streamMode standard."""
    if recording.config.get("streamMode") != "standard":
        return []
    people: dict[tuple[int, str], dict[str, Take]] = {}
    for take in takes:
        people.setdefault((take.generation, take.uid), {})[take.track] = take
    return [
        (playlist(recording, replace(media["video"], track="av")), media["audio"], media["video"])
        for media in people.values()
        if len(media) == 2
    ]


def file_list(recording: Recording, takes: list[Take]) -> Json:
    """`fileListMode` and `fileList` of the modes that record a channel; nothing with snapshots."""
    if recording.snapshot_interval is not None:
        return {}
    if recording.mode == "mix" and recording.file_types == ["hls"]:
        name = playlist(recording, takes[-1]) if takes else ""
        return {"fileListMode": "string", "fileList": name}
    entries = [
        _entry(recording, take, name, take.track, start)
        for take in takes
        for name, start in _names(recording, take)
    ]
    entries += [
        _entry(recording, audio, name, BOTH, min(audio.start, video.start))
        for name, audio, video in merged(recording, takes)
    ]
    return {"fileListMode": "json", "fileList": entries}


def _entry(recording: Recording, take: Take, name: str, track: str, start: float) -> Json:
    return {
        "fileName": name,
        "trackType": track,
        "uid": take.uid,
        "mixedAllUser": recording.mode == "mix",
        "isPlayable": True,
        "sliceStartTime": milliseconds(start),
    }


def page_files(recording: Recording, takes: list[Take]) -> list[Json]:
    """`fileList` of the page recorder."""
    return [
        {"filename": name, "sliceStartTime": milliseconds(start)}
        for take in takes
        for name, start in _names(recording, take)
    ]
