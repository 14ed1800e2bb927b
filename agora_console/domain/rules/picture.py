"""Rules of the mixed picture: canvas, layouts, images (X11, X13 to X15)."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any

from agora_console.domain.config.picture import MAX_PIXELS, MAX_REGIONS, MAX_SIDE, LayoutUpdate
from agora_console.domain.config.spec import tree
from agora_console.domain.paths import join
from agora_console.domain.problems import Fix
from agora_console.domain.rules.findings import (
    EMPTY,
    Findings,
    mapping,
    objects,
    say,
    text,
    whole,
)
from agora_console.domain.rules.subscription import SAMPLES, is_recorded

PATH = "clientRequest.recordingConfig.transcodingConfig"

CUSTOM = 3
VERTICAL = 2

_LOCAL = re.compile(
    r"https?://(localhost|127\.[\d.]+|0\.0\.0\.0|\[::1\]|10\.[\d.]+|192\.168\.[\d.]+|"
    r"172\.(1[6-9]|2\d|3[01])\.[\d.]+|[^/:]+\.local)([:/?#].*)?",
    re.IGNORECASE,
)
_OTHER_IMAGE = re.compile(r"\.(png|gif|webp|svg|avif|heic|tiff?)([?#].*)?\Z", re.IGNORECASE)


def check_picture(findings: Findings) -> None:
    """The canvas and the first layout of a start request, mix mode."""
    recording = mapping(mapping(findings.document, "clientRequest"), "recordingConfig")
    transcoding = mapping(recording, "transcodingConfig")
    if findings.mode != "mix" or not transcoding:
        return
    check_area(findings, transcoding, PATH, {"width": 360, "height": 640})
    check_layout(findings, transcoding, PATH, recording)


def check_area(
    findings: Findings, picture: Mapping[str, Any], path: str, sides: Mapping[str, int | None]
) -> None:
    """X11 and X25: the area of a picture. `sides`: the keys of its sides, and their defaults.

    One side that is too long is mended by itself; two together, so that the shape stays.
    """
    width, height = (whole(picture, key, default) for key, default in sides.items())
    if not width or not height or min(width, height) < 1 or width * height <= MAX_PIXELS:
        return
    if max(width, height) > MAX_SIDE >= min(width, height):
        return
    findings.withdraw_fixes(*(join(path, key) for key in sides))
    mended = dict(zip(sides, _fitting(width, height), strict=True))
    findings.error(
        "X25" if findings.mode == "web" else "X11",
        path,
        f"The picture of {say(width)} × {say(height)} has more pixels than Agora's {MAX_PIXELS} "
        "(1920 × 1080).",
        Fix(f"Use {' × '.join(map(str, mended.values()))}", path, {**picture, **mended}),
    )


def _fitting(width: int, height: int) -> tuple[int, int]:
    """A size of the same shape that is allowed; a hundredth of a side is cut off without ado."""
    cuts = ((width, MAX_PIXELS // width), (MAX_PIXELS // height, height))
    cut = max(cuts, key=lambda each: each[0] / width * each[1] / height)
    if max(cut) <= MAX_SIDE and cut[0] * cut[1] >= 0.99 * width * height:
        return cut
    scale = min(math.sqrt(MAX_PIXELS / (width * height)), MAX_SIDE / max(width, height))
    return max(2, int(width * scale) // 2 * 2), max(2, int(height * scale) // 2 * 2)


def check_layout(
    findings: Findings,
    layout: Mapping[str, Any],
    path: str,
    recording: Mapping[str, Any] = EMPTY,
) -> None:
    """A layout, of start or of updateLayout; `recording` tells who is subscribed."""
    number = whole(layout, "mixedVideoLayout", 0)
    _check_custom(findings, layout, path, number)
    _check_large(findings, layout, path, number)
    regions = objects(layout, "layoutConfig", path, MAX_REGIONS)
    for here, item in regions:
        _check_span(findings, item, here, "x_axis", "width")
        _check_span(findings, item, here, "y_axis", "height")
    named = [(join(here, "uid"), text(item, "uid")) for here, item in regions]
    _check_twice(findings, named)
    _check_people(findings, named, recording)
    for key in ("backgroundImage", "defaultUserBackgroundImage"):
        _check_image(findings, text(layout, key), join(path, key))
    for here, item in objects(layout, "backgroundConfig", path, MAX_REGIONS):
        _check_image(findings, text(item, "image_url"), join(here, "image_url"))


def _check_custom(
    findings: Findings, layout: Mapping[str, Any], path: str, number: int | None
) -> None:
    here = join(path, "layoutConfig")
    if number == CUSTOM and not layout.get("layoutConfig"):
        findings.error("X13", here, "The custom layout (3) has no regions.")
    elif number in (0, 1, 2) and "layoutConfig" in layout:
        sentence = f"Regions go with the custom layout (3) only; this one is {_named(number)}."
        if layout["layoutConfig"]:
            use = Fix("Use the custom layout", join(path, "mixedVideoLayout"), CUSTOM)
            findings.error("X13", here, sentence, use)
        else:
            findings.warn("X13", here, sentence, Fix("Remove layoutConfig", here))


def _named(number: int) -> str:
    choices = tree(LayoutUpdate)["mixedVideoLayout"].choices
    return f"{choices[number].label} ({number})"


def _check_large(
    findings: Findings, layout: Mapping[str, Any], path: str, number: int | None
) -> None:
    here = join(path, "maxResolutionUid")
    large = text(layout, "maxResolutionUid")
    if number == VERTICAL and "maxResolutionUid" not in layout:
        findings.warn(
            "X15", here, "The vertical layout (2) names no large UID; its large place stays empty."
        )
    elif number in (0, 1, 3) and "maxResolutionUid" in layout:
        findings.warn(
            "maxResolutionUid-unused",
            here,
            f"Large UID is used by the vertical layout (2) only; this one is {_named(number)}.",
            Fix("Remove maxResolutionUid", here),
        )
    elif large and large == findings.context.uid:
        findings.warn("own-uid", here, "Large UID is the recorder itself, which sends nothing.")


def _check_span(
    findings: Findings, region: Mapping[str, Any], path: str, start: str, length: str
) -> None:
    begin, size = _fraction(region.get(start)), _fraction(region.get(length))
    if begin is None or size is None:
        return
    here = join(path, length)
    if size == 0:
        findings.warn("region-empty", here, f"The region has no {length}, so nothing is seen.")
    elif begin + size > 1 + 1e-9:
        room = math.floor((1 - begin) * 1e6 + 1e-6) / 1e6
        findings.error(
            "X14",
            here,
            f"The region leaves the canvas: {start} {say(begin)} and {length} {say(size)} add up "
            f"to {say(begin + size)}, above Agora's 1.",
            Fix(f"Use {say(room)}", here, room) if room > 0 else None,
        )


def _fraction(value: object) -> float | None:
    """A number from 0 to 1; None for anything else, which has been reported already."""
    if type(value) is int or isinstance(value, float):
        return float(value) if 0 <= value <= 1 else None
    return None


def _check_twice(findings: Findings, named: list[tuple[str, str]]) -> None:
    seen: set[str] = set()
    for path, uid in named:
        if uid and uid in seen:
            findings.warn(
                "duplicate",
                path,
                f"UID {say(uid)} has two regions; one of them stays empty.",
                Fix("Leave the region to the next who joins", path),
            )
        seen.add(uid)


def _check_people(
    findings: Findings, named: list[tuple[str, str]], recording: Mapping[str, Any]
) -> None:
    for path, uid in named:
        fix = Fix("Leave the region to the next who joins", path)
        if not uid:
            continue
        if uid == findings.context.uid:
            findings.warn(
                "own-uid", path, "The region is for the recorder itself, which sends nothing.", fix
            )
        elif uid in SAMPLES:
            findings.warn(
                "sample-value", path, f"UID {uid} is from Agora's examples; is it yours?", fix
            )
        elif not is_recorded(recording, "Video", uid):
            findings.warn(
                "region-unsubscribed",
                path,
                f"The region is for UID {say(uid)}, whose picture the lists leave out.",
                fix,
            )


def _check_image(findings: Findings, address: str, path: str) -> None:
    if is_local(address):
        findings.warn(
            "address-local", path, f"{say(address)} is inside your network; Agora cannot load it."
        )
    elif address.lower().startswith("http://"):
        secure = "https" + address[4:]
        findings.warn(
            "address-http",
            path,
            "The image has an http address; Agora's latest text asks for https.",
            Fix("Use https", path, secure),
        )
    if _OTHER_IMAGE.search(address[-200:]):
        findings.warn(
            "image-type", path, f"{say(address)} is neither JPEG nor BMP; Agora leaves it out."
        )


def is_local(address: str) -> bool:
    """True for an address that only the own network can reach."""
    return bool(_LOCAL.fullmatch(address[:2000]))
