"""Rules of `recordingConfig`, files and snapshots (X07, X08, X10, X19, X20), and legacy ones."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from agora_console.domain.paths import join
from agora_console.domain.problems import Fix
from agora_console.domain.rules.findings import Findings, mapping, text, whole
from agora_console.domain.rules.names import check_salt, is_variable
from agora_console.domain.session import Mode

REQUEST = "clientRequest"
PATH = "clientRequest.recordingConfig"

_SALTED = (7, 8)
"""Values of `decryptionMode` that need a salt beside the secret."""

_FILES: dict[Mode, tuple[list[str], ...]] = {
    "mix": (["hls"], ["hls", "mp4"]),
    "individual": (["hls"],),
    "web": (["hls"], ["hls", "mp4"]),
}


def check_recording(findings: Findings) -> None:
    """Everything about what is recorded but the lists and the picture."""
    request = mapping(findings.document, REQUEST)
    recording = mapping(request, "recordingConfig")
    if findings.mode != "web":
        if "recordingConfig" not in request:
            _missing(findings)
        _check_stream_mode(findings, recording)
        _check_decryption(findings, recording)
        _check_private(findings, recording)
    _check_files(findings, mapping(request, "recordingFileConfig"))
    if findings.mode == "individual":
        _check_snapshots(findings, request, recording)
        _check_postponed(findings, request, recording)


def _missing(findings: Findings) -> None:
    if findings.mode == "individual":
        findings.error(
            "X02",
            join(PATH, "subscribeUidGroup"),
            "People at the peak is missing (subscribeUidGroup); individual mode needs it.",
        )
    elif isinstance(findings.document.get(REQUEST), Mapping) and not findings.awaits(PATH):
        findings.warn(
            "recordingConfig-missing",
            PATH,
            "Nothing says what is recorded: recordingConfig is missing, with the channel type.",
        )


def _check_stream_mode(findings: Findings, recording: Mapping[str, Any]) -> None:
    streams = whole(recording, "streamTypes", 2)
    if findings.mode != "individual" or text(recording, "streamMode") != "original":
        return
    if streams not in (0, None):
        here = join(PATH, "streamMode")
        findings.warn(
            "X19",
            here,
            f"Stream mode: original has an effect on audio only; “Record” is {streams}.",
            Fix("Use standard", here, "standard"),
        )


def _check_decryption(findings: Findings, recording: Mapping[str, Any]) -> None:
    mode = whole(recording, "decryptionMode", 0)
    context = findings.context
    salt = text(recording, "salt")
    if not mode:
        if context.has_channel_secret and mode == 0:
            findings.warn(
                "decryption-off",
                join(PATH, "decryptionMode"),
                "There is a channel secret, but encryption is off.",
            )
        return
    secret = text(recording, "secret")
    _check_needed(findings, mode, "secret", secret, context.has_channel_secret)
    if mode not in _SALTED:
        return
    _check_needed(findings, mode, "salt", salt, False if secret else context.has_salt)
    fault = check_salt(salt) if salt and not is_variable(salt) else None
    if fault:
        findings.error("X20", fault.path, fault.sentence)


def _check_needed(
    findings: Findings, mode: int, key: str, value: str, elsewhere: bool | None
) -> None:
    """X20: a part of the channel key that is neither in the document nor known to be elsewhere."""
    if value or elsewhere:
        return
    here = join(PATH, key)
    if elsewhere is None:
        findings.note(
            "X20", here, f"Encryption {mode} needs the {key} of the channel at the start."
        )
    else:
        findings.error("X20", here, f"Encryption {mode} needs the {key} of the channel.")


def _check_private(findings: Findings, recording: Mapping[str, Any]) -> None:
    private = text(recording, "privateParams")
    if not private:
        return
    try:
        parsed = json.loads(private)
    except (ValueError, RecursionError):
        parsed = None
    if not isinstance(parsed, dict):
        findings.warn(
            "privateParams-format",
            join(PATH, "privateParams"),
            "Private parameters are no JSON object inside a text; Agora leaves them out.",
        )


def _check_files(findings: Findings, files: Mapping[str, Any]) -> None:
    kinds = files.get("avFileType")
    here = "clientRequest.recordingFileConfig.avFileType"
    allowed = _FILES[findings.mode]
    if not isinstance(kinds, list) or not kinds or kinds in allowed:
        return
    if not all(kind in ("hls", "mp4") for kind in kinds):
        return
    if findings.mode == "individual" and "mp4" in kinds:
        findings.error(
            "X10",
            here,
            "File type: individual mode records HLS only, no MP4.",
            Fix("Use hls", here, ["hls"]),
        )
    elif "hls" not in kinds:
        findings.error(
            "X10",
            here,
            "File type: MP4 does not come without HLS.",
            Fix("Use hls and mp4", here, ["hls", "mp4"]),
        )
    elif len(set(kinds)) < len(kinds) <= 2:
        wanted = [kind for kind in ("hls", "mp4") if kind in kinds]
        fix = Fix(f"Use {' and '.join(wanted)}", here, wanted)
        findings.error("avFileType-choice", here, "File type: one of them stands twice.", fix)


def _check_snapshots(
    findings: Findings, request: Mapping[str, Any], recording: Mapping[str, Any]
) -> None:
    if "snapshotConfig" not in request:
        return
    if whole(recording, "streamTypes", 2) == 0:
        here = join(PATH, "streamTypes")
        findings.error(
            "X08",
            here,
            "Snapshots need video; “Record” is 0 (audio only).",
            Fix("Use 2 (audio and video)", here, 2),
        )
    if "recordingFileConfig" not in request:
        findings.note(
            "X07",
            join(REQUEST, "recordingFileConfig"),
            "Snapshots only: without recordingFileConfig nothing else is kept.",
            Fix(
                "Record HLS beside them",
                join(REQUEST, "recordingFileConfig"),
                {"avFileType": ["hls"]},
            ),
        )


def _check_postponed(
    findings: Findings, request: Mapping[str, Any], recording: Mapping[str, Any]
) -> None:
    policy = text(mapping(request, "appsCollection"), "combinationPolicy")
    options = mapping(request, "transcodeOptions")
    scene = whole(mapping(findings.document, "acquire"), "scene", 0)
    if options and policy != "postpone_transcoding":
        here = "clientRequest.appsCollection.combinationPolicy"
        findings.warn(
            "postponed-off",
            here,
            "transcodeOptions has no effect without the policy postpone_transcoding.",
            Fix("Turn it on", here, "postpone_transcoding"),
        )
    elif policy == "postpone_transcoding" and scene == 0:
        findings.warn(
            "postponed-scene",
            "acquire.scene",
            "Postponed transcoding needs scene 2 at acquire.",
            Fix("Use 2", "acquire.scene", 2),
        )
    mixes = text(mapping(options, "transConfig"), "transMode") == "audioMix"
    if mixes and not _is_original_audio(recording):
        findings.warn(
            "postponed-audio",
            "clientRequest.transcodeOptions.transConfig.transMode",
            "audioMix works with “Record” 0 (audio only) and stream mode original.",
        )


def _is_original_audio(recording: Mapping[str, Any]) -> bool:
    audio_only = whole(recording, "streamTypes", 2) == 0
    return audio_only and text(recording, "streamMode") == "original"
