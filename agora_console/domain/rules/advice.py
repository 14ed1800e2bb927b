"""Advice: what Agora accepts and a person would regret."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from agora_console.domain.config.picture import FRAME_RATES, MAX_PIXELS, MAX_SIDE
from agora_console.domain.problems import Fix
from agora_console.domain.profiles import MAX_BITRATE, recommended_bitrate
from agora_console.domain.rules.findings import Findings, mapping, objects, whole
from agora_console.domain.rules.web import PATH as WEB_PATH

RECORDING = "clientRequest.recordingConfig"
TRANSCODING = "clientRequest.recordingConfig.transcodingConfig"
IDLE = "clientRequest.recordingConfig.maxIdleTime"

GOOD_IDLE_TIME = 300
"""Seconds that Agora's own check-list gives for `maxIdleTime`."""

_LOW, _HIGH = 0.5, 2.5
"""Shares of the recommended bitrate outside of which a bitrate is worth a word."""

_CANVAS = {"width": 360, "height": 640, "fps": 15, "bitrate": 500}


def advise(findings: Findings) -> None:
    """Picture, idle time and the length that was planned."""
    request = mapping(findings.document, "clientRequest")
    recording = mapping(request, "recordingConfig")
    if recording and findings.mode == "mix" and whole(recording, "streamTypes", 2) in (1, 2):
        _advise_picture(findings, recording)
    if findings.mode != "web" and recording:
        _advise_idle(findings, recording)
    if findings.context.planned_seconds is not None:
        _advise_length(findings, findings.context.planned_seconds)
    _advise_token(findings)


def _advise_picture(findings: Findings, recording: Mapping[str, Any]) -> None:
    if not isinstance(recording.get("transcodingConfig", {}), Mapping):
        return
    if findings.awaits(TRANSCODING):
        return
    transcoding = mapping(recording, "transcodingConfig")
    values = {key: whole(transcoding, key, default) for key, default in _CANVAS.items()}
    width, height, fps, bitrate = values.values()
    live = whole(recording, "channelType", 0)
    if live not in (0, 1) or not width or not height or not fps or not bitrate:
        return
    if min(width, height, fps, bitrate) < 1 or max(width, height) > MAX_SIDE:
        return
    if width * height > MAX_PIXELS or bitrate > MAX_BITRATE:
        return
    rate = fps if fps in FRAME_RATES else 15
    unset = [key for key in _CANVAS if key not in transcoding]
    if "width" in unset and "height" in unset:
        _portrait(findings, transcoding, recommended_bitrate(1280, 720, rate, live))
        return
    good = recommended_bitrate(width, height, rate, live)
    if unset:
        given = {**values, "bitrate": good if "bitrate" in unset else bitrate}
        _partial(findings, transcoding, unset, given)
    if "bitrate" not in unset:
        _compare(findings, bitrate, good, f"{width} × {height} at {rate} fps")


def _portrait(findings: Findings, transcoding: Mapping[str, Any], bitrate: int) -> None:
    canvas = {"width": 1280, "height": 720, "fps": 15, "bitrate": bitrate}
    findings.warn(
        "portrait-default",
        TRANSCODING,
        "Width and height are not set; Agora records a small portrait picture of 360 × 640.",
        Fix("Use 1280 × 720", TRANSCODING, {**canvas, **transcoding}),
    )


def _partial(
    findings: Findings,
    transcoding: Mapping[str, Any],
    unset: list[str],
    canvas: Mapping[str, int | None],
) -> None:
    defaults = ", ".join(f"{key} {_CANVAS[key]}" for key in unset)
    findings.warn(
        "canvas-partial",
        TRANSCODING,
        f"Of width, height, fps and bitrate some are not set; Agora takes {defaults}, older "
        "servers refuse.",
        Fix("Set all four", TRANSCODING, {**canvas, **transcoding}),
    )


def _compare(findings: Findings, bitrate: int, good: int, picture: str) -> None:
    here = f"{TRANSCODING}.bitrate"
    fix = Fix(f"Use {good}", here, good)
    if bitrate < good * _LOW:
        findings.warn(
            "bitrate-low",
            here,
            f"Bitrate: {bitrate} Kbps is little for {picture}; Agora's table has {good}.",
            fix,
        )
    elif bitrate > good * _HIGH:
        findings.note(
            "bitrate-high",
            here,
            f"Bitrate: {bitrate} Kbps is much for {picture}; Agora's table has {good}.",
            fix,
        )


def _advise_idle(findings: Findings, recording: Mapping[str, Any]) -> None:
    idle = whole(recording, "maxIdleTime", 30)
    gap = findings.context.query_gap
    fix = Fix(f"Use {GOOD_IDLE_TIME}", IDLE, GOOD_IDLE_TIME)
    if findings.awaits(IDLE):
        return
    if "maxIdleTime" not in recording:
        findings.note(
            "idle-default",
            IDLE,
            f"Leave when idle is not set; Agora leaves after 30 s without anybody. "
            f"{GOOD_IDLE_TIME} is usual.",
            fix,
        )
    elif idle is not None and 5 <= idle < gap:
        findings.warn(
            "X31",
            IDLE,
            f"Leave when idle: {idle} s is shorter than the {gap:.0f} s between two questions; it "
            "may end unnoticed.",
            fix if gap <= GOOD_IDLE_TIME else None,
        )


def _advise_length(findings: Findings, planned: float) -> None:
    hours = whole(mapping(findings.document, "acquire"), "resourceExpiredHour", 72)
    shown = _hours(planned)
    needed = math.ceil(planned / 3600)
    if hours is not None and 1 <= hours < planned / 3600:
        here = "acquire.resourceExpiredHour"
        findings.warn(
            "control-window",
            here,
            f"Control window: {hours} h is shorter than the {shown} planned; after it nothing can "
            "be asked or stopped.",
            Fix(f"Use {needed}", here, needed) if needed <= 720 else None,
        )
    request = mapping(findings.document, "clientRequest")
    for path, service in objects(
        mapping(request, "extensionServiceConfig"), "extensionServices", WEB_PATH, 2
    ):
        longest = whole(mapping(service, "serviceParam"), "maxRecordingHour")
        here = f"{path}.serviceParam.maxRecordingHour"
        if longest is not None and 1 <= longest < planned / 3600:
            findings.warn(
                "recording-ends",
                here,
                f"Longest recording: {longest} h is shorter than the {shown} planned.",
                Fix(f"Use {needed}", here, needed) if needed <= 720 else None,
            )


def _advise_token(findings: Findings) -> None:
    context = findings.context
    if context.token_expires_at is None or context.now is None:
        return
    left = context.token_expires_at - context.now
    here = "clientRequest.token"
    if left <= 0:
        findings.error("token-expired", here, "The token has expired; Agora would not join.")
    elif context.planned_seconds is not None and left < context.planned_seconds:
        findings.warn(
            "token-short",
            here,
            f"The token ends in {_hours(left)}, before the {_hours(context.planned_seconds)} "
            "planned; it cannot be renewed.",
        )


def _hours(seconds: float) -> str:
    return f"{seconds / 3600:.1f} h" if seconds >= 3600 else f"{seconds / 60:.0f} min"
