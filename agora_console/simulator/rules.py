"""The cross-field rules of the reference (API section 10), and what becomes of each.

The reference gives every rule a level. The decision here: a rule of level *error* about one body
is refused with HTTP 400, code 2; a rule of level *warn* is swallowed in silence, as the service
does; rules about ids and time have answers of their own; rules about conduct go to the ledger.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

from agora_console.simulator.shape import flaws, is_integer
from agora_console.simulator.tables import SERVICES
from agora_console.simulator.vendors import VENDORS

Json = dict[str, Any]
_FULL_HD = 1920 * 1080


class Decision(Enum):
    """What the service does about a broken rule."""

    REFUSED = "400, code 2"
    IGNORED = "taken without a word"
    ANSWERED = "an answer of its own"
    RECORDED = "a violation in the ledger"


DECISIONS: dict[str, tuple[Decision, str]] = {
    "X01": (Decision.REFUSED, "scene 1 is for web and web needs scene 1; scene 2 is individual"),
    "X02": (Decision.REFUSED, "individual needs recordingConfig.subscribeUidGroup"),
    "X03": (Decision.REFUSED, "individual takes neither transcodingConfig nor audioProfile"),
    "X04": (Decision.REFUSED, "mix takes neither streamMode nor snapshotConfig"),
    "X05": (Decision.REFUSED, "web needs web_recorder_service; a token beside it is ignored"),
    "X06": (Decision.REFUSED, "extensionServiceConfig is for web"),
    "X07": (Decision.IGNORED, "says what the pair of file and snapshot settings means"),
    "X08": (Decision.REFUSED, "snapshots need video: streamTypes 1 or 2"),
    "X09": (Decision.REFUSED, "snapshots with an audio list need a video list"),
    "X10": (Decision.REFUSED, "mp4 only with hls, and not in individual"),
    "X11": (Decision.REFUSED, "at most 1920 on a side, 1920 x 1080 in all, 6500 kbps"),
    "X12": (Decision.IGNORED, "an fps outside the list becomes 15"),
    "X13": (Decision.REFUSED, "layoutConfig with mixedVideoLayout 3 and with no other"),
    "X14": (Decision.REFUSED, "every region lies inside the canvas"),
    "X15": (Decision.IGNORED, "without maxResolutionUid the large pane stays empty"),
    "X16": (Decision.REFUSED, "white list or black list, 32 UIDs, or everybody"),
    "X17": (Decision.IGNORED, "a list for one medium drops the other"),
    "X18": (Decision.REFUSED, "no list for a medium that streamTypes leaves out"),
    "X19": (Decision.IGNORED, "original has an effect with streamTypes 0 only"),
    "X20": (Decision.REFUSED, "encryption needs secret; modes 7 and 8 a salt of 32 bytes"),
    "X21": (Decision.REFUSED, "vendor 11 needs an endpoint; vendors 5, 6, 11 have region 0"),
    "X22": (Decision.REFUSED, "stsToken for vendors 1 to 3, good for four hours"),
    "X23": (Decision.REFUSED, "prefix of letters and digits, 128 characters joined"),
    "X24": (Decision.IGNORED, "a page recorded longer than it can be controlled"),
    "X25": (Decision.REFUSED, "the page has at most 1920 x 1080 pixels"),
    "X26": (Decision.REFUSED, "publishing goes beside a page recording, error_ignore, one URL"),
    "X27": (Decision.ANSWERED, "another cname or uid than at acquire: 432"),
    "X28": (Decision.ANSWERED, "five minutes after acquire: 433"),
    "X29": (Decision.REFUSED, "start repeats what acquire was told in startParameter"),
    "X30": (Decision.RECORDED, "overlapping control calls of one session"),
    "X31": (Decision.RECORDED, "above ten requests a second: 429 as well"),
    "X32": (Decision.REFUSED, "bucket and region of acquire in one zone"),
    "X33": (Decision.IGNORED, "only the first 17 who joined are recorded"),
    "X34": (Decision.IGNORED, "a key in another case is an unknown key; a URL has no route"),
}


@dataclass(frozen=True, slots=True)
class Case:
    """A clientRequest with the circumstances it is judged in."""

    request: Json
    mode: str
    now: float
    scene: int = 0
    region: str = ""
    start_parameter: Json | None = None
    stream_types: int = 2
    publishes: bool = False


Rule = Callable[[Case], Iterator[str]]


def broken(method: str, case: Case) -> Iterator[tuple[str, str]]:
    """(rule, path of the field) of everything that the service refuses in `case`."""
    for name, rule in RULES[method]:
        for path in rule(case):
            yield name, path


def _recording(case: Case) -> Json:
    config: Json = case.request.get("recordingConfig", {})
    return config


def _scene(case: Case) -> Iterator[str]:
    if (case.scene == 1) != (case.mode == "web") or (case.scene == 2 and case.mode == "mix"):
        yield "scene"


def _individual(case: Case) -> Iterator[str]:
    if case.mode == "individual" and "recordingConfig" not in case.request:
        yield "recordingConfig.subscribeUidGroup"


def _snapshots(case: Case) -> Iterator[str]:
    if "snapshotConfig" not in case.request:
        return
    config = _recording(case)
    if config.get("streamTypes", 2) == 0:
        yield "recordingConfig.streamTypes"
    if "subscribeAudioUids" in config and "subscribeVideoUids" not in config:
        yield "recordingConfig.subscribeVideoUids"


def _file_types(case: Case) -> Iterator[str]:
    types = case.request.get("recordingFileConfig", {}).get("avFileType", ["hls"])
    if case.mode == "individual" and types != ["hls"]:
        yield "recordingFileConfig.avFileType"


def _canvas(case: Case) -> Iterator[str]:
    config = _recording(case).get("transcodingConfig", {})
    if config.get("width", 360) * config.get("height", 640) > _FULL_HD:
        yield "recordingConfig.transcodingConfig.width"


def _layout(config: Json, at: str) -> Iterator[str]:
    regions = config.get("layoutConfig", [])
    if (config.get("mixedVideoLayout", 0) == 3) != bool(regions):
        yield f"{at}layoutConfig"
    for index, region in enumerate(regions):
        for start, length in (("x_axis", "width"), ("y_axis", "height")):
            # A sum of binary fractions may lie a hair above what was meant.
            if region[start] + region[length] > 1 + 1e-9:
                yield f"{at}layoutConfig[{index}].{length}"


def _start_layout(case: Case) -> Iterator[str]:
    yield from _layout(
        _recording(case).get("transcodingConfig", {}), "recordingConfig.transcodingConfig."
    )


def _new_layout(case: Case) -> Iterator[str]:
    yield from _layout(case.request, "")


def black_list(config: Json, medium: str) -> list[str] | None:
    """The black list of a medium, in whichever spelling it came."""
    found: list[str] | None = config.get(
        f"unSubscribe{medium}Uids", config.get(f"unsubscribe{medium}Uids")
    )
    return found


def _lists(config: Json, medium: str, at: str, taken: bool) -> Iterator[str]:
    white = f"subscribe{medium}Uids"
    black = black_list(config, medium)
    if white in config and black is not None:
        yield at + white
    if not taken and (white in config or black is not None):
        yield at + (white if white in config else f"unSubscribe{medium}Uids")


def _start_lists(case: Case) -> Iterator[str]:
    config = _recording(case)
    streams = config.get("streamTypes", 2)
    yield from _lists(config, "Audio", "recordingConfig.", streams != 1)
    yield from _lists(config, "Video", "recordingConfig.", streams != 0)


def _update_lists(case: Case) -> Iterator[str]:
    if case.mode == "web":
        return
    config = case.request.get("streamSubscribe", {})
    for medium, other in (("Audio", 1), ("Video", 0)):
        name = f"{medium.lower()}UidList"
        taken = case.stream_types != other
        yield from _lists(config.get(name, {}), medium, f"streamSubscribe.{name}.", taken)
        if name in config and not taken:
            yield f"streamSubscribe.{name}"


def _encryption(case: Case) -> Iterator[str]:
    config = _recording(case)
    mode = config.get("decryptionMode", 0)
    if mode and not config.get("secret"):
        yield "recordingConfig.secret"
    if mode in {7, 8} and _salt_bytes(config.get("salt", "")) != 32:
        yield "recordingConfig.salt"


def _salt_bytes(salt: str) -> int:
    try:
        return len(base64.b64decode(salt, validate=True))
    except (binascii.Error, ValueError):
        return 0


def _storage(case: Case) -> Iterator[str]:
    storage = case.request.get("storageConfig")
    if storage is not None:
        for field in (*_vendor_flaws(storage), *_sts_flaws(storage, case.now)):
            yield f"storageConfig.{field}"


def _vendor_flaws(storage: Json) -> Iterator[str]:
    vendor = VENDORS[storage["vendor"]]
    extension = storage.get("extensionParams", {})
    if storage["region"] not in vendor.regions:
        yield "region"
    if storage["vendor"] == 11 and not extension.get("endpoint"):
        yield "extensionParams.endpoint"
    # Official clients always send the key, empty when there is nothing to say.
    if storage["vendor"] == 1 and extension.get("sse", "") not in {"", "kms", "aes256"}:
        yield "extensionParams.sse"
    prefix = storage.get("fileNamePrefix", [])
    if len("/".join(prefix) + "/") > 128 or not all(map(_PREFIX.fullmatch, prefix)):
        yield "fileNamePrefix"


_PREFIX = re.compile("[A-Za-z0-9]+", re.ASCII)
_STS_LIFE = 4 * 3600


def _sts_flaws(storage: Json, now: float) -> Iterator[str]:
    if not storage.get("stsToken"):
        return
    if not VENDORS[storage["vendor"]].sts:
        yield "stsToken"
    if storage.get("stsExpiration", 0) < now + _STS_LIFE:
        yield "stsExpiration"


def _zone(case: Case) -> Iterator[str]:
    storage = case.request["storageConfig"]
    zone = VENDORS[storage["vendor"]].zone(storage["region"])
    if case.region and zone and zone != case.region:
        yield "storageConfig.region"


def _services(case: Case) -> Iterator[str]:
    if case.mode != "web":
        return
    at = "extensionServiceConfig.extensionServices"
    services: list[Json] = case.request["extensionServiceConfig"]["extensionServices"]
    names = [service["serviceName"] for service in services]
    if names.count("web_recorder_service") != 1:
        yield at
    for index, service in enumerate(services):
        policy, fields = SERVICES[service["serviceName"]]
        if service.get("errorHandlePolicy", policy) != policy:
            yield f"{at}[{index}].errorHandlePolicy"
        yield from flaws(fields, service["serviceParam"], "web", f"{at}[{index}].serviceParam.")


def _page_size(case: Case) -> Iterator[str]:
    if case.mode != "web":
        return
    for index, service in enumerate(case.request["extensionServiceConfig"]["extensionServices"]):
        sides = [service["serviceParam"].get(key) for key in ("videoWidth", "videoHeight")]
        if all(map(is_integer, sides)) and sides[0] * sides[1] > _FULL_HD:
            yield f"extensionServiceConfig.extensionServices[{index}].serviceParam.videoWidth"


def _publishing(case: Case) -> Iterator[str]:
    if case.mode == "web" and "rtmpPublishConfig" in case.request and not case.publishes:
        yield "rtmpPublishConfig"


def _same_as_announced(case: Case) -> Iterator[str]:
    if case.start_parameter is not None and case.start_parameter != case.request:
        yield "clientRequest"


def _affinity(case: Case) -> Iterator[str]:
    if "region" in case.request and "regionAffinity" in case.request:
        yield "regionAffinity"


# X03, X04, X06 and the ranges of X11 stand in the tables themselves.
RULES: dict[str, tuple[tuple[str, Rule], ...]] = {
    "acquire": (("regionAffinity", _affinity),),
    "start": (
        ("X01", _scene),
        ("X02", _individual),
        ("X08", _snapshots),
        ("X10", _file_types),
        ("X11", _canvas),
        ("X13", _start_layout),
        ("X16", _start_lists),
        ("X20", _encryption),
        ("X21", _storage),
        ("X26", _services),
        ("X25", _page_size),
        ("X32", _zone),
        ("X29", _same_as_announced),
    ),
    "update": (("X18", _update_lists), ("X22", _storage), ("X26", _publishing)),
    "updateLayout": (("X13", _new_layout),),
    "stop": (),
}
