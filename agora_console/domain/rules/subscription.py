"""Rules of the subscription lists (X16 to X18, X33) and of `subscribeUidGroup`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from agora_console.domain.config.picture import MAX_REGIONS
from agora_console.domain.config.recording import EVERYBODY, GROUP_CAPACITY
from agora_console.domain.paths import join
from agora_console.domain.problems import Fix
from agora_console.domain.rules.findings import Findings, mapping, say, whole
from agora_console.domain.rules.names import uid_fault

PATH = "clientRequest.recordingConfig"

Medium = Literal["Audio", "Video"]

MEDIA: tuple[Medium, ...] = ("Audio", "Video")

SAMPLES = frozenset({"123", "456"})
"""UIDs of the documentation's examples, left in by copying."""

STREAMS: dict[Medium, tuple[int, ...]] = {"Audio": (0, 2), "Video": (1, 2)}
"""The values of `streamTypes` that record the medium."""

_EVERYBODY = frozenset({"*", "all", "allstream", "allstreams", "everybody", "everyone"})
"""What people write for everybody, without the signs around it."""

_WORDS = {"Audio": "sound", "Video": "picture"}


def check_subscription(findings: Findings) -> None:
    """The lists of a start request."""
    recording = mapping(mapping(findings.document, "clientRequest"), "recordingConfig")
    if findings.mode == "web" or not recording:
        return
    streams = whole(recording, "streamTypes", 2)
    for medium in MEDIA:
        check_lists(findings, recording, PATH, medium)
        check_streams(findings, recording, PATH, medium, streams)
        _check_empty(findings, recording, medium)
    if _lacks_pictures(findings, recording):
        _check_pictures(findings, recording)
    elif streams == 2:
        _check_one_sided(findings, recording)
    _check_crowd(findings, recording)


def white_list(lists: Mapping[str, Any], medium: Medium) -> list[str] | None:
    """The white list of a medium where it is sound; None where there is none."""
    return _sound(lists.get(f"subscribe{medium}Uids"))


def black_keys(lists: Mapping[str, Any], medium: Medium) -> list[str]:
    """The keys, of both spellings, under which a black list of the medium is given."""
    spellings = (f"unSubscribe{medium}Uids", f"unsubscribe{medium}Uids")
    return [key for key in spellings if key in lists]


def is_recorded(lists: Mapping[str, Any], medium: Medium, uid: str) -> bool:
    """Whether the lists let this UID's sound or picture in."""
    white = white_list(lists, medium)
    if white and EVERYBODY not in white and uid not in white:
        return False
    return not any(uid in (_sound(lists.get(key)) or ()) for key in black_keys(lists, medium))


def check_lists(findings: Findings, lists: Mapping[str, Any], path: str, medium: Medium) -> None:
    """White and black list of one medium: one of them, with sound entries."""
    white = f"subscribe{medium}Uids"
    blacks = black_keys(lists, medium)
    _check_spelling(findings, blacks, path, medium)
    if white in lists and blacks:
        findings.error(
            "X16",
            join(path, blacks[0]),
            f"White list and black list are both set for the {_WORDS[medium]}; Agora takes one.",
        )
    for key in [white, *blacks] if white in lists else blacks:
        entries = _sound(lists[key])
        if entries:
            _check_entries(findings, entries, join(path, key), is_white=key == white)


def check_streams(
    findings: Findings,
    lists: Mapping[str, Any],
    path: str,
    medium: Medium,
    streams: int | None,
) -> None:
    """X18: no list for a medium that is not recorded."""
    if streams is None or streams in STREAMS[medium]:
        return
    for key in (f"subscribe{medium}Uids", *black_keys(lists, medium)):
        if key in lists:
            not_recorded(findings, join(path, key), key, medium, streams)


def not_recorded(findings: Findings, path: str, key: str, medium: Medium, streams: int) -> None:
    """X18, for the list at `path`."""
    findings.error(
        "X18",
        path,
        f"{key} is set, but with “Record” {streams} no {_WORDS[medium]} is recorded.",
        Fix(f"Remove {key}", path),
    )


def _sound(value: object) -> list[str] | None:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return value
    return None


def _check_spelling(findings: Findings, blacks: list[str], path: str, medium: Medium) -> None:
    preferred = f"{findings.context.unsubscribe_spelling}{medium}Uids"
    others = [key for key in blacks if key != preferred]
    if not others:
        return
    here = join(path, others[0])
    if preferred in blacks:
        findings.error(
            "unsubscribe-spelling",
            here,
            f"{others[0]} and {preferred} are the same list in two spellings; one must go.",
            Fix(f"Remove {others[0]}", here),
        )
    else:
        findings.note(
            "unsubscribe-spelling",
            here,
            f"This project spells the list {preferred}.",
            Fix(f"Rename it to {preferred}", here, rename_to=join(path, preferred)),
        )


def _check_entries(findings: Findings, entries: list[str], path: str, *, is_white: bool) -> None:
    if EVERYBODY in entries:
        _check_everybody(findings, entries, path, is_white=is_white)
        return
    for index, entry in enumerate(entries):
        fault = uid_fault(entry)
        if fault:
            mended = _mended(entries, is_white=is_white)
            everybody = mended == [EVERYBODY]
            findings.error(
                "X16",
                join(path, index),
                f"In the list, {say(entry)} is no UID; everybody is written {EVERYBODY}."
                if everybody
                else f"In the list, {'the' if entry else 'a'} UID {fault}.",
                Fix(f"Use {', '.join(mended)}"[:80], path, mended) if mended else None,
            )
            return
    once = list(dict.fromkeys(entries))
    if len(once) < len(entries):
        findings.warn(
            "duplicate", path, "A UID stands in the list twice.", Fix("Keep it once", path, once)
        )
    elif not SAMPLES.isdisjoint(entries):
        _check_samples(findings, entries, path, is_white=is_white)
    elif findings.context.uid in entries and is_white:
        rest = [entry for entry in entries if entry != findings.context.uid]
        findings.warn(
            "own-uid",
            path,
            f"The list names the recorder itself ({findings.context.uid}), which sends nothing.",
            Fix("Remove it", path, rest or None),
        )


def _mended(entries: list[str], *, is_white: bool) -> list[str] | None:
    """The list that was probably meant; None when that is anyone's guess."""
    bare = [entry.strip() for entry in entries]
    if is_white and any(entry.strip("#").lower() in _EVERYBODY for entry in bare):
        return [EVERYBODY]
    uids = [entry.lstrip("0") if entry.isdecimal() else entry for entry in bare]
    return None if any(map(uid_fault, uids)) else list(dict.fromkeys(uids))


def _check_samples(findings: Findings, entries: list[str], path: str, *, is_white: bool) -> None:
    samples = [entry for entry in entries if entry in SAMPLES]
    others = [entry for entry in entries if entry not in SAMPLES]
    named = f"UID{'s' if len(samples) > 1 else ''} {' and '.join(samples)}"
    if others:
        sentence = f"The list names {named}, from Agora's examples, beside others; is that meant?"
        findings.note("sample-value", path, sentence, Fix(f"Remove {named}", path, others))
        return
    left = "; others are not recorded" if is_white else ""
    findings.warn(
        "sample-value",
        path,
        f"The list names only {named}, from Agora's examples{left}.",
        Fix("Remove the list, record everybody", path),
    )


def _check_everybody(findings: Findings, entries: list[str], path: str, *, is_white: bool) -> None:
    if not is_white:
        findings.error("X16", path, f"{EVERYBODY} in a black list would record nobody.")
    elif len(entries) > 1:
        findings.error(
            "X16",
            path,
            f"{EVERYBODY} means everybody and stands alone; there are {len(entries)} entries.",
            Fix(f"Keep {EVERYBODY}", path, [EVERYBODY]),
        )


def _check_empty(findings: Findings, recording: Mapping[str, Any], medium: Medium) -> None:
    for key in (f"subscribe{medium}Uids", *black_keys(recording, medium)):
        if recording.get(key) == []:
            here = join(PATH, key)
            findings.warn(
                "empty-list",
                here,
                f"{key} is an empty list; leave it out to record everybody.",
                Fix(f"Remove {key}", here),
            )


def _check_one_sided(findings: Findings, recording: Mapping[str, Any]) -> None:
    listed = [
        medium
        for medium in MEDIA
        if f"subscribe{medium}Uids" in recording or black_keys(recording, medium)
    ]
    if len(listed) != 1 or _is_empty(recording, listed[0]):
        return
    other: Medium = "Video" if listed[0] == "Audio" else "Audio"
    one_sided(findings, join(PATH, f"subscribe{other}Uids"), other, [EVERYBODY])


def _is_empty(recording: Mapping[str, Any], medium: Medium) -> bool:
    """Whether the medium has no list but empty ones, which are named already."""
    keys = (f"subscribe{medium}Uids", *black_keys(recording, medium))
    return not any(recording.get(key) for key in keys)


def one_sided(findings: Findings, path: str, missing: Medium, everybody: object) -> None:
    """X17: only the other medium has a list. `everybody` at `path` would record both."""
    given: Medium = "Audio" if missing == "Video" else "Video"
    findings.warn(
        "X17",
        path,
        f"There is a list for the {_WORDS[given]} and none for the {_WORDS[missing]}: "
        f"no {_WORDS[missing]} will be recorded.",
        Fix(f"Record everybody's {_WORDS[missing]}", path, everybody),
    )


def _lacks_pictures(findings: Findings, recording: Mapping[str, Any]) -> bool:
    request = mapping(findings.document, "clientRequest")
    snapshots = findings.mode == "individual" and "snapshotConfig" in request
    lists = "subscribeAudioUids" in recording and "subscribeVideoUids" not in recording
    return snapshots and lists


def _check_pictures(findings: Findings, recording: Mapping[str, Any]) -> None:
    here = join(PATH, "subscribeVideoUids")
    fix = Fix("Record everybody's picture", here, [EVERYBODY])
    findings.error(
        "X09",
        here,
        "With snapshots and a white list for the sound, Agora wants one for the picture too.",
        None if black_keys(recording, "Video") else fix,
    )


def fitting_group(recording: Mapping[str, Any]) -> int | None:
    """The `subscribeUidGroup` for the people that the lists name; None where they name nobody."""
    uids = _named(recording)
    if not uids or EVERYBODY in uids:
        return None
    return next((n for n, most in enumerate(GROUP_CAPACITY) if len(uids) <= most), None)


def _named(recording: Mapping[str, Any]) -> set[str]:
    return {uid for medium in MEDIA for uid in white_list(recording, medium) or ()}


def _check_crowd(findings: Findings, recording: Mapping[str, Any]) -> None:
    uids = _named(recording)
    if EVERYBODY in uids:
        return
    if len(uids) > MAX_REGIONS:
        findings.warn(
            "X33",
            PATH,
            f"The lists name {len(uids)} people; only {MAX_REGIONS} are recorded at a time, in "
            "the order in which they join.",
        )
    group = whole(recording, "subscribeUidGroup")
    if findings.mode != "individual" or group is None or not 0 <= group < len(GROUP_CAPACITY):
        return
    needed = fitting_group(recording)
    if needed is not None and needed > group:
        here = join(PATH, "subscribeUidGroup")
        findings.warn(
            "uid-group",
            here,
            f"People at the peak: {group} is for up to {GROUP_CAPACITY[group]}, the lists name "
            f"{len(uids)}.",
            Fix(f"Use {needed}", here, needed),
        )
