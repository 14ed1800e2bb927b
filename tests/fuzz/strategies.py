"""Requests built from the project's own field descriptions: right ones, and spoilt ones."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from typing import Any

from hypothesis import strategies as st

from agora_console.domain.config import FieldSpec
from agora_console.domain.config.recording import BLACK_LISTS
from agora_console.domain.paths import join, read, with_value, without
from agora_console.domain.session import Mode
from tests.support.configs import individual, mix, web

Json = dict[str, Any]

MODES: tuple[Mode, ...] = ("mix", "individual", "web")
SMALL = {"mix": mix, "individual": individual, "web": web}

SALT = base64.b64encode(bytes(range(32))).decode()
WHITE_LISTS = ("subscribeAudioUids", "subscribeVideoUids")

_UIDS = ("1", "7", "16", "4294967295")
_CROWD = [str(number) for number in range(1, 33)]
_TEXTS: dict[str, tuple[str, ...]] = {
    "uid": _UIDS,
    "url": ("https://cdn.example.com/a.jpg", "http://cdn.example.com/a.bmp"),
    "rtmp": ("rtmp://live.example.com/app/key", "rtmps://live.example.com:443/app/key"),
    "colour": ("#000000", "#a0B1c2"),
    "name": ("archive", "b"),
    "": ("words",),
}
_LISTS: dict[str, tuple[list[str], ...]] = {
    "uids": (["7"], ["1", "16"], _CROWD),
    "prefix": (["shows", "2026"], ["a" * 127], []),
    "": (["another"],),
}

ODD: tuple[Any, ...] = (
    None, True, False, -1, 0, 1, 2, 3, 4, 5, 1.5, 15.0, 10**6, 10**20, 1e300,
    "", " ", "x", "0", "1", "01", "4294967296", "#allstream#", "http://", "rtmp://", "#FFF",
    "ä", "\N{ARABIC-INDIC DIGIT FIVE}", "7\n",
    [], {}, [[]], [{}], [None], ["x"], [7], [""], ["7", "7"], ["01"], ["#allstream#"],
    ["#allstream#", "7"], [*_CROWD, "33"], ["hls"], ["mp4"], ["mp4", "hls"], ["hls", "hls"],
    ["HLS"], ["png"], ["jpg", "jpg"], ["a_b"], ["a" * 128], ["a" * 63, "b" * 64], ["a", ""],
)  # fmt: skip
"""Values that suit few fields; every field is tried with every one of them."""


def right_values(spec: FieldSpec, mode: Mode) -> list[Any]:
    """Values that suit the field by itself, both ends of its range among them."""
    if spec.type == "strings":
        if spec.key == "avFileType" and mode != "individual":
            return [["hls"], ["hls", "mp4"], ["mp4", "hls"]]
        if spec.choices:
            return [[spec.values[0]]]
        everybody = [["#allstream#"]] if spec.key in WHITE_LISTS else []
        return [*_LISTS[spec.kind], *everybody]
    if spec.choices:
        return [value for value in spec.values if not _is_gone(spec, value)]
    if spec.type == "boolean":
        return [True, False]
    if spec.type == "number":
        return [0, 0.25, 0.5, 1.0, 1]
    if spec.type == "integer":
        low, high = spec.minimum or 0, 40 if spec.maximum is None else spec.maximum
        return [int(low), int(low) + 1, int(low + high) // 2, int(high) - 1, int(high)]
    return list(_TEXTS[spec.kind])


def _is_gone(spec: FieldSpec, value: int | str) -> bool:
    return (spec.key == "vendor" and value in (0, 4)) or value == "aliyun_vod_service"


def odd_values(spec: FieldSpec) -> Iterator[Any]:
    """Values around the ends of the range, in another case, as text, and whatever is in `ODD`."""
    for bound in (spec.minimum, spec.maximum):
        if bound is not None:
            yield from (int(bound) - 1, int(bound), int(bound) + 1, str(int(bound)), float(bound))
    if spec.type == "number":
        yield from (-1e-7, 1.0000001, 0.9999999, "0.5")
    for value in spec.values:
        yield from (value, str(value).upper(), str(value), [value])
    yield from ODD


def spots(spec: FieldSpec) -> str:
    """The path of the field in a document in which every list of objects has what it takes."""
    path = spec.path.replace("[]", "[0]")
    return path.replace("Services[0]", "Services[1]") if spec.service.startswith("rtmp") else path


@st.composite
def objects(draw: st.DrawFn, specs: Mapping[str, FieldSpec], mode: Mode, service: str = "") -> Json:
    """An object with the fields of `specs`: what is needed, and some of the rest."""
    made: Json = {}
    for spec in specs.values():
        if mode not in spec.modes or spec.secret or spec.legacy or spec.key == "startParameter":
            continue
        if spec.service not in ("", service):
            continue
        if mode in spec.required_in or draw(st.integers(0, 3)) == 0:
            made[spec.key] = draw(_value(spec, mode, str(made.get("serviceName", ""))))
    return made


def _value(spec: FieldSpec, mode: Mode, service: str) -> st.SearchStrategy[Any]:
    if spec.type == "object":
        return objects(spec.children, mode, service)
    if spec.type == "objects":
        return st.lists(objects(spec.children, mode), min_size=1, max_size=spec.max_items or 3)
    return st.sampled_from(right_values(spec, mode))


@st.composite
def documents(draw: st.DrawFn, specs: Mapping[str, FieldSpec], mode: Mode) -> Json:
    """A CONFIG.json that may be right, and usually is not in one or two places."""
    if draw(st.booleans()):
        made = draw(objects(specs, mode))
        made["mode"] = mode
    else:
        made = SMALL[mode]()
        for path, value in draw(st.lists(st.sampled_from(COMBINATIONS[mode]), max_size=4)):
            made = with_value(made, path, value)
    return draw(spoilt(made, specs, times=3))


@st.composite
def spoilt(draw: st.DrawFn, document: Json, specs: Mapping[str, FieldSpec], times: int) -> Json:
    """`document` after up to `times` slips of the kind people make."""
    flat = list(_flat(specs))
    for _ in range(draw(st.integers(0, times))):
        spec = draw(st.sampled_from(flat))
        try:
            document = draw(st.sampled_from(_SLIPS))(draw, document, spec)
        except ValueError:  # there is no place for it
            continue
    return document


def _flat(specs: Mapping[str, FieldSpec]) -> Iterator[FieldSpec]:
    for spec in specs.values():
        if not spec.legacy and spec.key not in ("mode", "startParameter"):
            yield spec
            yield from _flat(spec.children)


def _set_odd(draw: st.DrawFn, document: Json, spec: FieldSpec) -> Json:
    return with_value(document, spots(spec), draw(st.sampled_from(list(odd_values(spec)))))


def _set_right(draw: st.DrawFn, document: Json, spec: FieldSpec) -> Json:
    if spec.type in ("object", "objects"):
        return document
    mode = draw(st.sampled_from(MODES))
    return with_value(document, spots(spec), draw(st.sampled_from(right_values(spec, mode))))


def _leave_out(draw: st.DrawFn, document: Json, spec: FieldSpec) -> Json:
    return without(document, spots(spec))


def _wrong_case(draw: st.DrawFn, document: Json, spec: FieldSpec) -> Json:
    return _moved(document, spots(spec), _beside(spots(spec), spec.key.swapcase()))


def _other_spelling(draw: st.DrawFn, document: Json, spec: FieldSpec) -> Json:
    spelled = {right: other for other, right in BLACK_LISTS.items()}.get(spec.key, spec.key + "s")
    return _moved(document, spots(spec), _beside(spots(spec), spelled))


def _one_level_up(draw: st.DrawFn, document: Json, spec: FieldSpec) -> Json:
    above = spots(spec).rpartition(".")[0].rpartition(".")[0]
    return _moved(document, spots(spec), join(above, spec.key))


def _beside(path: str, key: str) -> str:
    return join(path.rpartition(".")[0], key)


def _moved(document: Json, path: str, to: str) -> Json:
    value = read(document, path)
    return with_value(without(document, path), to, value) if path != to else document


_SLIPS = (
    _set_odd, _set_odd, _set_right, _set_right, _leave_out, _wrong_case, _other_spelling,
    _one_level_up,
)  # fmt: skip

_RECORDING = "clientRequest.recordingConfig"
_CANVAS = f"{_RECORDING}.transcodingConfig"
_STORAGE = "clientRequest.storageConfig"
_PAGE = "clientRequest.extensionServiceConfig.extensionServices[0].serviceParam"
_PUSH = "clientRequest.extensionServiceConfig.extensionServices"

_ANY: list[tuple[str, Any]] = [
    *((f"{_STORAGE}.vendor", vendor) for vendor in (0, 2, 3, 4, 5, 6, 7, 8, 11)),
    *((f"{_STORAGE}.region", region) for region in (0, 3, 12, 17, 25, 26, 28)),
    (f"{_STORAGE}.extensionParams", {"endpoint": "s3.example.org"}),
    (f"{_STORAGE}.extensionParams", {"sse": "kms", "tag": "t=1"}),
    (f"{_STORAGE}.fileNamePrefix", ["a" * 63, "b" * 63]),
    *((f"{_STORAGE}.stsExpiration", moment) for moment in (0, 1_800_014_399, 1_800_014_400)),
    *(("acquire.region", zone) for zone in ("CN", "AP", "EU", "NA")),
    ("acquire.regionAffinity", 2),
    *(("acquire.scene", scene) for scene in (0, 1, 2)),
    *(("acquire.resourceExpiredHour", hours) for hours in (1, 2, 720)),
    ("clientRequest.recordingFileConfig", {"avFileType": ["hls", "mp4"]}),
    ("clientRequest.recordingFileConfig", {}),
]
_RTC: list[tuple[str, Any]] = [
    *((f"{_RECORDING}.streamTypes", kind) for kind in (0, 1, 2)),
    *((f"{_RECORDING}.decryptionMode", kind) for kind in (0, 1, 7, 8)),
    *(
        (f"{_RECORDING}.{prefix}{medium}Uids", uids)
        for prefix in ("subscribe", "unSubscribe", "unsubscribe")
        for medium in ("Audio", "Video")
        for uids in ([], ["7"], ["#allstream#"], _CROWD)
    ),
    (f"{_RECORDING}.audioProfile", 2),
    (f"{_RECORDING}.streamMode", "original"),
    (_CANVAS, {"width": 640, "height": 360, "fps": 15, "bitrate": 800}),
    ("clientRequest.snapshotConfig", {"fileType": ["jpg"]}),
    ("clientRequest.extensionServiceConfig", {"extensionServices": []}),
]
_REGION = {"x_axis": 0.5, "y_axis": 0.5, "width": 0.5, "height": 0.5}
COMBINATIONS: dict[Mode, list[tuple[str, Any]]] = {
    "mix": [
        *_ANY,
        *_RTC,
        *((f"{_CANVAS}.mixedVideoLayout", layout) for layout in (0, 1, 2, 3)),
        *((f"{_CANVAS}.layoutConfig", [_REGION] * count) for count in (0, 1, 17, 18)),
        (f"{_CANVAS}.layoutConfig", [{**_REGION, "width": 0.5000001}]),
        (f"{_CANVAS}.layoutConfig", [{**_REGION, "x_axis": 0.5000006}]),
        (f"{_CANVAS}.maxResolutionUid", "7"),
        *((f"{_CANVAS}.width", side) for side in (1, 1080, 1920)),
        *((f"{_CANVAS}.height", side) for side in (1, 1080, 1081, 1920)),
    ],
    "individual": [*_ANY, *_RTC, (f"{_RECORDING}.subscribeUidGroup", 5)],
    "web": [
        *_ANY,
        (_RECORDING, {"channelType": 1}),
        *((f"{_PAGE}.videoWidth", side) for side in (240, 1080, 1920)),
        *((f"{_PAGE}.videoHeight", side) for side in (240, 1081, 1920)),
        *((f"{_PAGE}.maxRecordingHour", hours) for hours in (1, 720)),
        (f"{_PUSH}[0].errorHandlePolicy", "error_ignore"),
        (f"{_PUSH}[0].serviceName", "rtmp_publish_service"),
        (f"{_PAGE}.outputs", [{"rtmpUrl": "rtmp://live.example.com/app/key"}]),
    ],
}
"""Settings that matter to each other, laid over a small right config."""
