"""Every field and every cross-field rule, on both sides of its limits."""

from __future__ import annotations

import base64
from typing import Any

import pytest

from agora_console.simulator.clock import ManualClock
from agora_console.simulator.rules import DECISIONS, Decision
from tests.unit.simulator.caller import (
    BODIES,
    INDIVIDUAL,
    MIX,
    PAGE,
    PUBLISHER,
    RECORDER,
    SNAPSHOTS,
    STORAGE,
    WEB,
    WEB_PUSH,
    Caller,
    Json,
    Session,
    changed,
    without,
)

NOW = ManualClock().now()
SALT = base64.b64encode(bytes(range(32))).decode()
REGION = {"x_axis": 0.25, "y_axis": 0.5, "width": 0.75, "height": 0.5}
RC = "recordingConfig"
TC = f"{RC}.transcodingConfig"
SC = "storageConfig"
ES = "extensionServiceConfig.extensionServices"
SP = f"{ES}.0.serviceParam"
CUSTOM = changed(changed(MIX, f"{TC}.mixedVideoLayout", 3), f"{TC}.layoutConfig", [REGION])

# (mode, body to begin with, path, values that are taken, values that are refused)
FIELDS: list[tuple[str, Json, str, list[Any], list[Any]]] = [
    ("mix", MIX, "token", ["", "007eJx"], [7, None]),
    ("mix", MIX, SC, [STORAGE], [None, [], "s3", {}]),
    ("mix", MIX, f"{SC}.vendor", [1, 2, 3, 7, 8], [0, 4, 9, 10, 12, -1, "1", 1.0, True, None]),
    ("mix", MIX, f"{SC}.region", [0, 27], [28, -1, "0", 0.0, False]),
    ("mix", MIX, f"{SC}.bucket", ["b"], ["", 7, None]),
    ("mix", MIX, f"{SC}.accessKey", ["k"], ["", 7, None]),
    ("mix", MIX, f"{SC}.secretKey", ["k"], ["", 7, None]),
    ("mix", MIX, f"{SC}.fileNamePrefix", [[], ["a", "B2"], ["a" * 127]], [["a" * 128]]),
    ("mix", MIX, f"{SC}.fileNamePrefix", [["a" * 63, "b" * 63]], [["a" * 64, "b" * 63]]),
    ("mix", MIX, f"{SC}.fileNamePrefix", [], [["a_b"], ["a/b"], [""], ["ä"], "a", [7], ["a\n"]]),
    ("mix", MIX, f"{SC}.extensionParams", [{}, {"sse": "", "tag": "t=1"}], [[], {"sse": 1}]),
    ("mix", MIX, f"{SC}.stsExpiration", [0, 2**64 - 1], [-1, 2**64, "1", 1.5]),
    ("mix", MIX, RC, [{"channelType": 0}], [{}, [], None]),
    ("mix", MIX, f"{RC}.channelType", [0, 1], [2, -1, "1", True]),
    ("mix", MIX, f"{RC}.streamTypes", [0, 1, 2], [3, -1, "2"]),
    ("mix", MIX, f"{RC}.audioProfile", [0, 1, 2], [3, -1, "0"]),
    ("mix", MIX, f"{RC}.videoStreamType", [0, 1], [2, -1, "0"]),
    ("mix", MIX, f"{RC}.maxIdleTime", [5, 2592000], [4, 2592001, 30.0, "30"]),
    ("mix", MIX, f"{RC}.privateParams", ['{"correctEXTINF":true}'], [{}, 1]),
    ("mix", MIX, f"{RC}.subscribeUidGroup", [0, 99, "ignored in mix"], []),
    ("mix", MIX, f"{TC}.width", [1, 1920], [0, 1921, 640.0, "640"]),
    ("mix", MIX, f"{TC}.height", [1, 1920], [0, 1921, 640.0, "640"]),
    ("mix", MIX, f"{TC}.fps", [1, 7, 10, 15, 24, 30, 60, 25, 0, 1000], ["15", 15.0]),
    ("mix", MIX, f"{TC}.bitrate", [1, 6500], [0, 6501, "500"]),
    ("mix", MIX, f"{TC}.mixedVideoLayout", [0, 1, 2], [4, -1, "1"]),
    ("mix", MIX, f"{TC}.maxResolutionUid", ["12"], [12, None, "", "012", "anything"]),
    ("mix", MIX, f"{TC}.backgroundColor", ["#00ff99", "#ABCDEF"], ["00ff99", "#fff", "#gggggg", 0]),
    ("mix", MIX, f"{TC}.backgroundImage", ["https://x.org/a.jpg", "http://x"], ["ftp://x", "x", 1]),
    (
        "mix",
        MIX,
        f"{TC}.defaultUserBackgroundImage",
        ["https://x.org/a.jpg"],
        ["/a.jpg", "https://"],
    ),
    ("mix", CUSTOM, f"{TC}.layoutConfig", [[REGION] * 17], [[REGION] * 18, {}, [[]], [None]]),
    ("mix", CUSTOM, f"{TC}.layoutConfig.0.uid", ["", "7"], ["0", "x", 7]),
    ("mix", CUSTOM, f"{TC}.layoutConfig.0.x_axis", [0, 0.25, 0.0], [-0.1, 1.1, "0", True, None]),
    ("mix", CUSTOM, f"{TC}.layoutConfig.0.y_axis", [0, 0.5], [-0.1, 1.1, "0"]),
    ("mix", CUSTOM, f"{TC}.layoutConfig.0.width", [0, 0.75], [-0.1, 1.1, "0"]),
    ("mix", CUSTOM, f"{TC}.layoutConfig.0.height", [0, 0.5], [-0.1, 1.1, "0"]),
    ("mix", CUSTOM, f"{TC}.layoutConfig.0.alpha", [0, 1, 0.5], [-0.1, 1.1, "1"]),
    ("mix", CUSTOM, f"{TC}.layoutConfig.0.render_mode", [0, 1], [2, -1, "0"]),
    (
        "mix",
        MIX,
        f"{TC}.backgroundConfig",
        [[], [{"uid": "7", "image_url": "https://x.org/a.bmp", "render_mode": 1}]],
        [
            [{"uid": "7"}],
            [{"image_url": "https://x.org/a.bmp"}],
            [{"uid": "", "image_url": "https://x.org/a.bmp"}],
            [{"uid": "7", "image_url": "x"}],
            [{"uid": "7", "image_url": "https://x.org/a.bmp", "render_mode": 2}],
        ],
    ),
    ("mix", MIX, "recordingFileConfig", [{}, {"avFileType": ["hls"]}], [[], "hls"]),
    (
        "mix",
        MIX,
        "recordingFileConfig.avFileType",
        [["hls", "mp4"], ["mp4", "hls"]],
        [["mp4"], [], ["hls", "hls"], ["webm"], "hls", ["HLS"]],
    ),
    ("individual", INDIVIDUAL, f"{RC}.subscribeUidGroup", [0, 5], [6, -1, "0", None]),
    ("individual", INDIVIDUAL, f"{RC}.streamMode", ["default", "standard", "original"], ["", 1]),
    ("individual", INDIVIDUAL, "recordingFileConfig.avFileType", [["hls"]], [["hls", "mp4"]]),
    ("individual", SNAPSHOTS, "snapshotConfig.captureInterval", [5, 3600], [4, 3601, 10.0, "10"]),
    ("individual", SNAPSHOTS, "snapshotConfig.fileType", [["jpg"]], [[], ["png"], "jpg", None]),
    (
        "individual",
        INDIVIDUAL,
        "appsCollection",
        [{"combinationPolicy": "postpone_transcoding"}],
        [{"combinationPolicy": "x"}],
    ),
    (
        "individual",
        INDIVIDUAL,
        "transcodeOptions",
        [
            {"transConfig": {"transMode": "audioMix"}, "audio": {"channels": "2"}},
            {"transConfig": {"transMode": "postponeTranscoding"}, "container": {"format": "mp4"}},
        ],
        [
            {},
            {"transConfig": {}},
            {"transConfig": {"transMode": "audioMix"}, "audio": {"bitrate": 1}},
        ],
    ),
    ("web", WEB, "extensionServiceConfig", [], [{}, [], None]),
    ("web", WEB, "extensionServiceConfig.errorHandlePolicy", ["error_abort"], ["error_ignore", 1]),
    ("web", WEB, ES, [[RECORDER]], [[], [PUBLISHER], [RECORDER, RECORDER], [RECORDER] * 3, {}]),
    ("web", WEB, f"{ES}.0.serviceName", [], ["aliyun_vod_service", "", 1, None]),
    ("web", WEB, f"{ES}.0.errorHandlePolicy", ["error_abort"], ["error_ignore", 1]),
    ("web", WEB, SP, [PAGE], [{}, [], None]),
    ("web", WEB, f"{SP}.url", ["http://x.org/?a=1#b"], ["x.org", "ftp://x.org", "", 1, None]),
    ("web", WEB, f"{SP}.audioProfile", [0, 1, 2], [3, -1, "0", None]),
    ("web", WEB, f"{SP}.videoWidth", [240, 1920], [239, 1921, "640", 640.0]),
    ("web", WEB, f"{SP}.videoHeight", [240, 1080], [239, 1921, "640", 640.0]),
    ("web", WEB, f"{SP}.maxRecordingHour", [1, 720], [0, 721, "1", 1.5]),
    ("web", WEB, f"{SP}.videoBitrate", [50, 8000, 1, 20000], ["2000", 1.5]),
    ("web", WEB, f"{SP}.videoFps", [5, 60], [4, 61, "15"]),
    ("web", WEB, f"{SP}.mobile", [True, False], [0, 1, "true", None]),
    ("web", WEB, f"{SP}.maxVideoDuration", [30, 240], [29, 241, "60"]),
    ("web", WEB, f"{SP}.onhold", [True, False], [0, "false"]),
    ("web", WEB, f"{SP}.readyTimeout", [0, 60], [-1, 61, 0.5, "1"]),
    ("web", WEB_PUSH, f"{ES}.1.errorHandlePolicy", ["error_ignore"], ["error_abort"]),
    ("web", WEB_PUSH, f"{ES}.1.serviceParam.outputs", [], [[], [{}], {}, "x", [None]]),
    ("web", WEB_PUSH, f"{ES}.1.serviceParam.outputs.0.rtmpUrl", ["rtmps://x/y"], ["http://x", ""]),
]


def cases(accepted: bool) -> list[Any]:
    return [
        pytest.param(mode, changed(body, path, value), path, id=f"{path}={value!r:.40}")
        for mode, body, path, good, bad in FIELDS
        for value in (good if accepted else bad)
    ]


async def start(caller: Caller, mode: str, body: Json) -> tuple[int, Json]:
    answer = await (await caller.acquired(mode)).start(body)
    return answer.status_code, answer.json()


def is_about(answer: Json, path: str) -> bool:
    """Whether code 2 names the field, or the object around it."""
    name = "".join(f"[{part}]" if part.isdigit() else f".{part}" for part in path.split("."))[1:]
    reason: str = answer["reason"]
    return answer["code"] == 2 and reason.startswith(f"Start: invalid {name}")


@pytest.mark.parametrize(("mode", "body", "path"), cases(accepted=True))
async def test_start_takes(caller: Caller, mode: str, body: Json, path: str) -> None:
    assert (await start(caller, mode, body))[0] == 200


@pytest.mark.parametrize(("mode", "body", "path"), cases(accepted=False))
async def test_start_refuses_and_names_the_field(
    caller: Caller, mode: str, body: Json, path: str
) -> None:
    status, answer = await start(caller, mode, body)
    assert status == 400
    assert is_about(answer, path), answer


@pytest.mark.parametrize(
    ("mode", "body", "path"),
    [
        ("mix", MIX, SC),
        ("mix", MIX, f"{SC}.vendor"),
        ("mix", MIX, f"{SC}.region"),
        ("mix", MIX, f"{SC}.bucket"),
        ("mix", MIX, f"{SC}.accessKey"),
        ("mix", MIX, f"{SC}.secretKey"),
        ("mix", MIX, f"{RC}.channelType"),
        ("mix", CUSTOM, f"{TC}.layoutConfig.0.x_axis"),
        ("mix", CUSTOM, f"{TC}.layoutConfig.0.y_axis"),
        ("mix", CUSTOM, f"{TC}.layoutConfig.0.width"),
        ("mix", CUSTOM, f"{TC}.layoutConfig.0.height"),
        ("individual", INDIVIDUAL, f"{RC}.subscribeUidGroup"),
        ("individual", SNAPSHOTS, "snapshotConfig.fileType"),
        ("web", WEB, "extensionServiceConfig"),
        ("web", WEB, ES),
        ("web", WEB, f"{ES}.0.serviceName"),
        ("web", WEB, SP),
        ("web", WEB, f"{SP}.url"),
        ("web", WEB, f"{SP}.audioProfile"),
        ("web", WEB, f"{SP}.videoWidth"),
        ("web", WEB, f"{SP}.videoHeight"),
        ("web", WEB, f"{SP}.maxRecordingHour"),
        ("web", WEB_PUSH, f"{ES}.1.serviceParam.outputs"),
        ("web", WEB_PUSH, f"{ES}.1.serviceParam.outputs.0.rtmpUrl"),
    ],
)
async def test_start_misses_what_is_required(
    caller: Caller, mode: str, body: Json, path: str
) -> None:
    status, answer = await start(caller, mode, without(body, path))
    assert status == 400
    assert is_about(answer, path), answer


# --- rules about several fields ------------------------------------------------------

STS = {"stsToken": "temporary", "stsExpiration": round(NOW) + 4 * 3600 + 60}

# (rule, mode, body that keeps it, body that breaks it, the field that is named)
RULES: list[tuple[str, str, Json, Json, str]] = [
    ("X02", "individual", INDIVIDUAL, without(INDIVIDUAL, RC), f"{RC}.subscribeUidGroup"),
    ("X03", "individual", INDIVIDUAL, changed(INDIVIDUAL, f"{TC}.width", 640), TC),
    (
        "X03",
        "individual",
        INDIVIDUAL,
        changed(INDIVIDUAL, f"{RC}.audioProfile", 1),
        f"{RC}.audioProfile",
    ),
    ("X04", "mix", MIX, changed(MIX, f"{RC}.streamMode", "default"), f"{RC}.streamMode"),
    ("X04", "mix", MIX, changed(MIX, "snapshotConfig.fileType", ["jpg"]), "snapshotConfig"),
    ("X05", "web", changed(WEB, "token", "x"), changed(WEB, f"{RC}.channelType", 1), RC),
    ("X05", "web", WEB, changed(WEB, "snapshotConfig.fileType", ["jpg"]), "snapshotConfig"),
    ("X05", "web", WEB_PUSH, changed(WEB, ES, [PUBLISHER]), ES),
    (
        "X06",
        "mix",
        MIX,
        changed(MIX, "extensionServiceConfig", WEB["extensionServiceConfig"]),
        "extensionServiceConfig",
    ),
    (
        "X06",
        "individual",
        INDIVIDUAL,
        changed(INDIVIDUAL, "extensionServiceConfig", {}),
        "extensionServiceConfig",
    ),
    (
        "X08",
        "individual",
        changed(SNAPSHOTS, f"{RC}.streamTypes", 1),
        changed(SNAPSHOTS, f"{RC}.streamTypes", 0),
        f"{RC}.streamTypes",
    ),
    (
        "X09",
        "individual",
        changed(
            changed(SNAPSHOTS, f"{RC}.subscribeAudioUids", ["1"]),
            f"{RC}.subscribeVideoUids",
            ["1"],
        ),
        changed(SNAPSHOTS, f"{RC}.subscribeAudioUids", ["1"]),
        f"{RC}.subscribeVideoUids",
    ),
    (
        "X10",
        "web",
        WEB,
        changed(WEB, "recordingFileConfig.avFileType", ["mp4"]),
        "recordingFileConfig.avFileType",
    ),
    (
        "X11",
        "mix",
        changed(MIX, TC, {"width": 1920, "height": 1080}),
        changed(MIX, TC, {"width": 1920, "height": 1081}),
        f"{TC}.width",
    ),
    (
        "X13",
        "mix",
        changed(MIX, TC, {"mixedVideoLayout": 1, "layoutConfig": []}),
        changed(MIX, TC, {"mixedVideoLayout": 1, "layoutConfig": [REGION]}),
        f"{TC}.layoutConfig",
    ),
    ("X13", "mix", CUSTOM, changed(MIX, f"{TC}.mixedVideoLayout", 3), f"{TC}.layoutConfig"),
    (
        "X14",
        "mix",
        changed(CUSTOM, f"{TC}.layoutConfig.0.width", 0.7500000001),
        changed(CUSTOM, f"{TC}.layoutConfig.0.width", 0.7500001),
        f"{TC}.layoutConfig[0].width",
    ),
    (
        "X14",
        "mix",
        CUSTOM,
        changed(CUSTOM, f"{TC}.layoutConfig.0.height", 0.6),
        f"{TC}.layoutConfig[0].height",
    ),
    (
        "X16",
        "mix",
        changed(MIX, f"{RC}.subscribeAudioUids", [str(n) for n in range(1, 33)]),
        changed(MIX, f"{RC}.subscribeAudioUids", [str(n) for n in range(1, 34)]),
        f"{RC}.subscribeAudioUids",
    ),
    (
        "X16",
        "mix",
        changed(MIX, f"{RC}.subscribeVideoUids", ["#allstream#"]),
        changed(MIX, f"{RC}.subscribeVideoUids", ["#allstream#", "1"]),
        f"{RC}.subscribeVideoUids",
    ),
    (
        "X16",
        "mix",
        changed(MIX, f"{RC}.unSubscribeVideoUids", ["1"]),
        changed(MIX, f"{RC}.unSubscribeVideoUids", ["#allstream#"]),
        f"{RC}.unSubscribeVideoUids",
    ),
    (
        "X16",
        "individual",
        changed(INDIVIDUAL, f"{RC}.unSubscribeVideoUids", ["1"]),
        changed(INDIVIDUAL, f"{RC}.unsubscribeVideoUids", ["0"]),
        f"{RC}.unsubscribeVideoUids",
    ),
    (
        "X16",
        "mix",
        MIX,
        changed(MIX, RC, {"channelType": 1, "subscribeAudioUids": [], "unSubscribeAudioUids": []}),
        f"{RC}.subscribeAudioUids",
    ),
    (
        "X18",
        "mix",
        changed(MIX, RC, {"channelType": 1, "streamTypes": 0, "subscribeAudioUids": ["1"]}),
        changed(MIX, RC, {"channelType": 1, "streamTypes": 0, "subscribeVideoUids": ["1"]}),
        f"{RC}.subscribeVideoUids",
    ),
    (
        "X18",
        "mix",
        changed(MIX, RC, {"channelType": 1, "streamTypes": 1, "unSubscribeVideoUids": ["1"]}),
        changed(MIX, RC, {"channelType": 1, "streamTypes": 1, "unSubscribeAudioUids": ["1"]}),
        f"{RC}.unSubscribeAudioUids",
    ),
    (
        "X20",
        "mix",
        changed(MIX, RC, {"channelType": 1, "decryptionMode": 1, "secret": "s"}),
        changed(MIX, RC, {"channelType": 1, "decryptionMode": 1}),
        f"{RC}.secret",
    ),
    (
        "X20",
        "mix",
        changed(MIX, RC, {"channelType": 1, "decryptionMode": 8, "secret": "s", "salt": SALT}),
        changed(
            MIX, RC, {"channelType": 1, "decryptionMode": 7, "secret": "s", "salt": "c2FsdA=="}
        ),
        f"{RC}.salt",
    ),
    (
        "X20",
        "mix",
        changed(MIX, RC, {"channelType": 1, "decryptionMode": 6, "secret": "s"}),
        changed(
            MIX, RC, {"channelType": 1, "decryptionMode": 8, "secret": "s", "salt": SALT + "!"}
        ),
        f"{RC}.salt",
    ),
    (
        "X20",
        "mix",
        changed(MIX, f"{RC}.decryptionMode", 0),
        changed(MIX, f"{RC}.decryptionMode", 9),
        f"{RC}.decryptionMode",
    ),
    (
        "X21",
        "mix",
        changed(
            MIX,
            SC,
            {**STORAGE, "vendor": 11, "region": 0, "extensionParams": {"endpoint": "s3.lan"}},
        ),
        changed(MIX, SC, {**STORAGE, "vendor": 11, "region": 0}),
        f"{SC}.extensionParams.endpoint",
    ),
    *(
        (
            "X21",
            "mix",
            changed(MIX, SC, {**STORAGE, "vendor": vendor, "region": 0}),
            changed(MIX, SC, {**STORAGE, "vendor": vendor, "region": 1}),
            f"{SC}.region",
        )
        for vendor in (5, 6)
    ),
    (
        "X22",
        "mix",
        changed(MIX, SC, {**STORAGE, **STS}),
        changed(MIX, SC, {**STORAGE, **STS, "stsExpiration": round(NOW) + 4 * 3600 - 60}),
        f"{SC}.stsExpiration",
    ),
    (
        "X22",
        "mix",
        changed(MIX, SC, {**STORAGE, "stsToken": ""}),
        changed(MIX, SC, {**STORAGE, "stsToken": "temporary"}),
        f"{SC}.stsExpiration",
    ),
    *(
        (
            "X22",
            "mix",
            MIX,
            changed(MIX, SC, {**STORAGE, **STS, "vendor": vendor, "region": region}),
            f"{SC}.stsToken",
        )
        for vendor, region in ((5, 0), (6, 0), (7, 0), (8, 1))
    ),
    (
        "sse",
        "mix",
        changed(MIX, SC, {**STORAGE, "vendor": 1, "extensionParams": {"sse": "kms"}}),
        changed(MIX, SC, {**STORAGE, "vendor": 1, "extensionParams": {"sse": "aes"}}),
        f"{SC}.extensionParams.sse",
    ),
    (
        "X25",
        "web",
        changed(WEB, SP, {**PAGE, "videoWidth": 1080, "videoHeight": 1920}),
        changed(WEB, SP, {**PAGE, "videoWidth": 1081, "videoHeight": 1920}),
        f"{ES}[0].serviceParam.videoWidth",
    ),
    (
        "X26",
        "web",
        changed(WEB, ES, [PUBLISHER, RECORDER]),
        changed(WEB, ES, [RECORDER, {**PUBLISHER, "errorHandlePolicy": "error_abort"}]),
        f"{ES}[1].errorHandlePolicy",
    ),
]


@pytest.mark.parametrize(
    ("mode", "kept", "broken", "field"),
    [row[1:] for row in RULES],
    ids=[f"{row[0]}-{number}" for number, row in enumerate(RULES)],
)
async def test_rule(caller: Caller, mode: str, kept: Json, broken: Json, field: str) -> None:
    status, answer = await start(caller, mode, broken)
    assert status == 400
    assert answer["reason"].startswith(f"Start: invalid {field} value!"), answer
    assert (await start(caller, mode, kept))[0] == 200


@pytest.mark.parametrize(
    ("scene", "mode", "fits"),
    [
        (0, "mix", True),
        (0, "individual", True),
        (0, "web", False),
        (1, "mix", False),
        (1, "individual", False),
        (1, "web", True),
        (2, "mix", False),
        (2, "individual", True),
        (2, "web", False),
    ],
)
async def test_scene_and_mode_belong_together(
    caller: Caller, scene: int, mode: str, fits: bool
) -> None:
    resource_id = (await caller.acquire({"scene": scene})).json()["resourceId"]
    answer = await Session(caller, mode, resource_id, "town-hall", "4001").start()
    assert answer.status_code == (200 if fits else 400)
    if not fits:
        assert answer.json() == {"code": 2, "reason": "Start: invalid scene value! (X01)"}


@pytest.mark.parametrize(
    ("zone", "vendor", "region", "fits"),
    [
        ("NA", 1, 0, True),
        ("EU", 1, 0, False),
        ("AP", 1, 8, True),
        ("CN", 1, 15, True),
        ("CN", 2, 3, True),
        ("NA", 2, 3, False),
        ("EU", 3, 18, True),
        ("CN", 5, 0, True),
        ("NA", 1, 12, True),
    ],
)
async def test_bucket_and_recorder_lie_in_one_zone(
    caller: Caller, zone: str, vendor: int, region: int, fits: bool
) -> None:
    session = await caller.acquired("mix", {"region": zone})
    answer = await session.start(changed(MIX, SC, {**STORAGE, "vendor": vendor, "region": region}))
    assert answer.status_code == (200 if fits else 400)


async def test_start_repeats_the_start_parameter(caller: Caller) -> None:
    session = await caller.acquired("mix", {"startParameter": MIX})
    other = await session.start(changed(MIX, f"{RC}.maxIdleTime", 60))
    assert other.json() == {"code": 2, "reason": "Start: invalid clientRequest value! (X29)"}
    assert (await session.start(MIX)).status_code == 200


async def test_a_wrong_start_parameter_fails_the_start_and_not_the_acquire(
    caller: Caller,
) -> None:
    wrong = changed(MIX, f"{RC}.channelType", 7)
    session = await caller.acquired("mix", {"startParameter": wrong})
    assert (await session.start(wrong)).status_code == 400


# --- in silence ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("mode", "body"),
    [
        ("mix", changed(MIX, "unknown", {"deep": [1]})),
        ("mix", changed(MIX, "transcodingConfig.width", "out of place")),
        ("mix", changed(MIX, f"{TC}.Width", "another case")),
        ("mix", changed(MIX, f"{RC}.unsunscribeVideoUids", "misspelt")),
        ("mix", changed(MIX, f"{TC}.backgroudColor", 7)),
        ("web", changed(WEB, f"{SP}.VideoBitrate", "another case")),
        ("mix", changed(MIX, "appsCollection", "legacy")),
        ("mix", changed(MIX, f"{TC}.mixedVideoLayout", 2)),
        ("mix", changed(MIX, f"{RC}.subscribeVideoUids", [])),
        ("individual", changed(INDIVIDUAL, f"{RC}.streamMode", "original")),
        ("mix", changed(MIX, f"{SC}.extensionParams.sse", "nonsense where there is no sse")),
        ("mix", changed(MIX, f"{RC}.salt", "without encryption")),
    ],
)
async def test_what_the_service_ignores(caller: Caller, mode: str, body: Json) -> None:
    assert (await start(caller, mode, body))[0] == 200


def test_every_rule_of_the_reference_is_decided() -> None:
    assert list(DECISIONS) == [f"X{number:02d}" for number in range(1, 35)]


def test_every_rule_that_is_refused_is_tried_here() -> None:
    elsewhere = {"X01", "X23", "X29", "X32"}
    refused = {rule for rule, (what, _) in DECISIONS.items() if what is Decision.REFUSED}
    assert refused == {row[0] for row in RULES if row[0] != "sse"} | elsewhere


# --- the other methods -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "good", "bad"),
    [
        ("scene", [0, 1, 2], [3, -1, "0", True]),
        ("resourceExpiredHour", [1, 720], [0, 721, 900, "72", 1.5]),
        ("excludeResourceIds", [[], ["a", "b"]], ["a", [1], None]),
        ("region", ["CN", "AP", "EU", "NA"], ["US", "cn", "", 1]),
        ("regionAffinity", [0, 4], [5, -1, "0"]),
        ("startParameter", [{}], [[], "x", None]),
    ],
)
async def test_acquire(caller: Caller, path: str, good: list[Any], bad: list[Any]) -> None:
    for value in good:
        assert (await caller.acquire({path: value})).status_code == 200
    for value in bad:
        answer = await caller.acquire({path: value})
        assert answer.status_code == 400
        assert answer.json() == {"code": 2, "reason": f"Acquire: invalid {path} value!"}


async def test_acquire_takes_one_of_region_and_affinity(caller: Caller) -> None:
    answer = await caller.acquire({"region": "EU", "regionAffinity": 3})
    assert answer.status_code == 400


UPDATES: list[tuple[str, Json, Json, bool]] = [
    ("mix", MIX, {}, True),
    ("mix", MIX, {"streamSubscribe": {}}, True),
    ("mix", MIX, {"streamSubscribe": {"audioUidList": {"subscribeAudioUids": ["1"]}}}, True),
    ("mix", MIX, {"streamSubscribe": {"audioUidList": {"subscribeAudioUids": []}}}, False),
    ("mix", MIX, {"streamSubscribe": {"audioUidList": {"unsubscribeAudioUids": ["0"]}}}, False),
    ("mix", MIX, {"streamSubscribe": {"audioUidList": []}}, False),
    ("mix", MIX, {"streamSubscribe": []}, False),
    (
        "individual",
        INDIVIDUAL,
        {
            "streamSubscribe": {
                "videoUidList": {"subscribeVideoUids": ["1"], "unSubscribeVideoUids": ["2"]}
            }
        },
        False,
    ),
    (
        "mix",
        changed(MIX, f"{RC}.streamTypes", 0),
        {"streamSubscribe": {"videoUidList": {"subscribeVideoUids": ["1"]}}},
        False,
    ),
    (
        "mix",
        changed(MIX, f"{RC}.streamTypes", 1),
        {"streamSubscribe": {"audioUidList": {"unSubscribeAudioUids": ["1"]}}},
        False,
    ),
    (
        "mix",
        changed(MIX, f"{RC}.streamTypes", 1),
        {"streamSubscribe": {"audioUidList": {}}},
        False,
    ),
    ("mix", MIX, {"webRecordingConfig": "ignored in mix"}, True),
    ("mix", MIX, {"storageConfig": STORAGE}, True),
    ("mix", MIX, {"storageConfig": without(STORAGE, "bucket")}, False),
    ("mix", MIX, {"storageConfig": {**STORAGE, "stsToken": "x"}}, False),
    ("web", WEB, {"webRecordingConfig": {"onhold": True}}, True),
    ("web", WEB, {"webRecordingConfig": {"onhold": 1}}, False),
    ("web", WEB, {"rtmpPublishConfig": {"outputs": []}}, False),
    ("web", WEB_PUSH, {"rtmpPublishConfig": {"outputs": []}}, True),
    ("web", WEB_PUSH, {"rtmpPublishConfig": {"outputs": [{"rtmpUrl": "rtmp://a/b"}]}}, True),
    ("web", WEB_PUSH, {"rtmpPublishConfig": {"outputs": [{"rtmpUrl": "http://a"}]}}, False),
    ("web", WEB_PUSH, {"rtmpPublishConfig": {"outputs": [{}] * 2}}, False),
    ("web", WEB, {"streamSubscribe": "ignored in web"}, True),
]


@pytest.mark.parametrize(("mode", "body", "change", "taken"), UPDATES)
async def test_update(caller: Caller, mode: str, body: Json, change: Json, taken: bool) -> None:
    session = await caller.started(mode, body)
    answer = await session.update(change)
    assert answer.status_code == (200 if taken else 400)
    if not taken:
        assert answer.json()["code"] == 2
        assert answer.json()["reason"].startswith("Update: invalid ")


@pytest.mark.parametrize(
    ("layout", "taken"),
    [
        ({}, True),
        ({"mixedVideoLayout": 2, "maxResolutionUid": "9", "backgroundColor": "#123456"}, True),
        ({"mixedVideoLayout": 3, "layoutConfig": [REGION]}, True),
        ({"mixedVideoLayout": 3}, False),
        ({"layoutConfig": [REGION]}, False),
        ({"mixedVideoLayout": 3, "layoutConfig": [{**REGION, "width": 0.9}]}, False),
        ({"mixedVideoLayout": "1"}, False),
        ({"backgroundColor": "red"}, False),
        ({"mixedvideolayout": "another case"}, True),
    ],
)
async def test_update_layout(caller: Caller, layout: Json, taken: bool) -> None:
    session = await caller.started()
    answer = await session.update_layout(layout)
    assert answer.status_code == (200 if taken else 400)
    if not taken:
        assert answer.json()["reason"].startswith("UpdateLayout: invalid ")


@pytest.mark.parametrize("value", [0, 1, "true", None])
async def test_async_stop_is_a_boolean(caller: Caller, value: object) -> None:
    session = await caller.started()
    answer = await caller.post(f"{session.path}/stop", session.body({"async_stop": value}))
    assert answer.json() == {"code": 2, "reason": "Stop: invalid async_stop value!"}
    assert await session.status() is not None


@pytest.mark.parametrize("mode", BODIES)
async def test_stop_ignores_async_stop_in_another_case(
    caller: Caller, clock: ManualClock, mode: str
) -> None:
    session = await caller.started(mode)
    clock.advance(60)
    answer = await caller.post(f"{session.path}/stop", session.body({"asyncStop": True}))
    assert "serverResponse" in answer.json()
