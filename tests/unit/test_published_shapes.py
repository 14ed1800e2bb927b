"""Every request that the API's reference shows, in shape: it lints as it should, and it is taken.

The values are the project's own. What the linter says about a shape is what a person should know:
the idle time of 30 s, a picture of 360 × 640, what is no longer part of the API.
"""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest

from agora_console.domain.intake.lint import LintInput, lint, read_input
from agora_console.domain.problems import Severity
from agora_console.domain.rules import CheckContext
from tests.support.judge import NAMES, NOW, Agora

Json = dict[str, Any]
Rules = set[str]

STORE: Json = {
    "vendor": 2,
    "region": 10,
    "bucket": "evening-shows",
    "accessKey": "access-of-nobody",
    "secretKey": "secret-of-nobody",
    "fileNamePrefix": ["shows", "20270101"],
}
STS = {"stsToken": "sts-of-nobody", "stsExpiration": int(NOW) + 5 * 3600}
GUESTS = ["3001", "3002"]
WALL = {"x_axis": 0.0, "y_axis": 0.0, "width": 1.0, "height": 0.5, "alpha": 1.0, "render_mode": 1}
BOXES = [
    {**WALL, "uid": "3001"},
    {**WALL, "y_axis": 0.5, "width": 0.5},
    {**WALL, "x_axis": 0.5, "y_axis": 0.5, "width": 0.5},
]
HLS = {"avFileType": ["hls"]}
HLS_MP4 = {"avFileType": ["hls", "mp4"]}
TALK: Json = {
    "token": "token-of-nobody",
    "storageConfig": STORE,
    "recordingConfig": {
        "channelType": 1,
        "streamTypes": 2,
        "maxIdleTime": 300,
        "audioProfile": 1,
        "videoStreamType": 0,
        "transcodingConfig": {
            "width": 1280,
            "height": 720,
            "fps": 15,
            "bitrate": 2260,
            "mixedVideoLayout": 1,
            "backgroundColor": "#101820",
        },
        "subscribeAudioUids": ["#allstream#"],
        "subscribeVideoUids": GUESTS,
    },
    "recordingFileConfig": HLS_MP4,
}
PAGE: Json = {
    "serviceName": "web_recorder_service",
    "errorHandlePolicy": "error_abort",
    "serviceParam": {
        "url": "https://stage.example.org/wall",
        "audioProfile": 0,
        "videoWidth": 1280,
        "videoHeight": 720,
        "maxRecordingHour": 3,
        "videoBitrate": 2000,
        "videoFps": 15,
        "mobile": False,
        "maxVideoDuration": 120,
        "onhold": False,
        "readyTimeout": 30,
    },
}
PUSH: Json = {
    "serviceName": "rtmp_publish_service",
    "errorHandlePolicy": "error_ignore",
    "serviceParam": {"outputs": [{"rtmpUrl": "rtmp://cdn.example.org/live/one"}]},
}
OLD = {"appsCollection", "transcodeOptions"}


def page_recording(*services: Json) -> Json:
    return {
        "extensionServiceConfig": {
            "errorHandlePolicy": "error_abort",
            "extensionServices": list(services),
        },
        "recordingFileConfig": HLS_MP4,
        "storageConfig": STORE,
    }


def postponed(recording: Json, options: Json, **more: Any) -> Json:
    return {
        "appsCollection": {"combinationPolicy": "postpone_transcoding"},
        "transcodeOptions": options,
        "recordingConfig": {"subscribeUidGroup": 0, **recording},
        "storageConfig": STORE,
        **more,
    }


ACQUIRES: dict[str, tuple[Json, str, Rules]] = {
    "real time": ({"scene": 0, "resourceExpiredHour": 24}, "mix", set()),
    "page": ({"scene": 1, "resourceExpiredHour": 24}, "web", set()),
    "another zone": ({"scene": 0, "region": "NA", "excludeResourceIds": ["one"]}, "mix", set()),
    "affinity": ({"scene": 0, "resourceExpiredHour": 72, "regionAffinity": 2}, "mix", set()),
    "announced start": (
        {"scene": 0, "resourceExpiredHour": 24, "startParameter": TALK}, "mix", set(),
    ),
}  # fmt: skip

STARTS: dict[str, tuple[str, Json, Json, Rules]] = {
    "individual, standard": (
        "individual",
        {},
        {
            "token": "token-of-nobody",
            "storageConfig": STORE,
            "recordingConfig": {
                "channelType": 1,
                "streamTypes": 2,
                "streamMode": "standard",
                "videoStreamType": 0,
                "maxIdleTime": 30,
                "subscribeAudioUids": GUESTS,
                "subscribeVideoUids": GUESTS,
                "subscribeUidGroup": 0,
            },
            "recordingFileConfig": HLS,
        },
        {"X31"},
    ),
    "individual, original sound": (
        "individual",
        {},
        {
            "storageConfig": STORE,
            "recordingConfig": {
                "channelType": 0,
                "streamTypes": 0,
                "streamMode": "original",
                "maxIdleTime": 30,
                "subscribeAudioUids": GUESTS,
                "subscribeUidGroup": 0,
            },
        },
        {"X31"},
    ),
    "snapshots only": (
        "individual",
        {},
        {
            "storageConfig": STORE,
            "recordingConfig": {"channelType": 1, "streamTypes": 2, "subscribeUidGroup": 0},
            "snapshotConfig": {"captureInterval": 5, "fileType": ["jpg"]},
        },
        {"X07", "idle-default"},
    ),
    "snapshots and recording": (
        "individual",
        {},
        {
            "storageConfig": STORE,
            "recordingConfig": {
                "channelType": 0,
                "streamTypes": 1,
                "maxIdleTime": 30,
                "subscribeUidGroup": 1,
            },
            "recordingFileConfig": HLS,
            "snapshotConfig": {"captureInterval": 10, "fileType": ["jpg"]},
        },
        {"X31"},
    ),
    "mix, HLS": (
        "mix",
        {},
        {
            "storageConfig": STORE,
            "recordingConfig": {
                "channelType": 0,
                "streamTypes": 2,
                "maxIdleTime": 30,
                "transcodingConfig": {
                    "width": 360,
                    "height": 640,
                    "fps": 15,
                    "bitrate": 500,
                    "mixedVideoLayout": 0,
                },
            },
            "recordingFileConfig": HLS,
        },
        {"X31"},
    ),
    "mix, HLS and MP4": ("mix", {}, TALK, set()),
    "mix, custom and encrypted": (
        "mix",
        {},
        {
            "storageConfig": {
                **STORE,
                "vendor": 1,
                "extensionParams": {"sse": "kms", "tag": "desk=news"},
            },
            "recordingConfig": {
                "channelType": 1,
                "decryptionMode": 8,
                "secret": "channel-of-nobody",
                "salt": base64.b64encode(bytes(range(32))).decode(),
                "transcodingConfig": {
                    "width": 1920,
                    "height": 1080,
                    "fps": 30,
                    "bitrate": 6300,
                    "mixedVideoLayout": 3,
                    "backgroundColor": "#301010",
                    "layoutConfig": BOXES,
                    "backgroundImage": "https://cdn.example.org/wall.jpg",
                    "defaultUserBackgroundImage": "https://cdn.example.org/nobody.jpg",
                    "backgroundConfig": [
                        {
                            "uid": "3016",
                            "image_url": "https://cdn.example.org/3016.bmp",
                            "render_mode": 0,
                        }
                    ],
                },
            },
            "recordingFileConfig": HLS_MP4,
        },
        {"idle-default"},
    ),
    "mix, vertical": (
        "mix",
        {},
        {
            "storageConfig": STORE,
            "recordingConfig": {
                "channelType": 1,
                "transcodingConfig": {
                    "width": 848,
                    "height": 480,
                    "fps": 15,
                    "bitrate": 1220,
                    "mixedVideoLayout": 2,
                    "maxResolutionUid": "3001",
                },
            },
        },
        {"idle-default"},
    ),
    "mix, a store of one's own": (
        "mix",
        {},
        {
            "storageConfig": {
                **STORE,
                "vendor": 11,
                "region": 0,
                "extensionParams": {"endpoint": "s3.example.org"},
            },
            "recordingConfig": {"channelType": 1},
        },
        {"idle-default", "portrait-default"},
    ),
    "mix, temporary keys": (
        "mix",
        {},
        {"storageConfig": {**STORE, **STS}, "recordingConfig": {"channelType": 0}},
        {"idle-default", "portrait-default"},
    ),
    "page": ("web", {"scene": 1}, page_recording(PAGE), set()),
    "page and push": ("web", {"scene": 1}, page_recording(PAGE, PUSH), set()),
    "postponed transcoding": (
        "individual",
        {"scene": 2},
        postponed(
            {"channelType": 1, "streamTypes": 2, "streamMode": "default"},
            {
                "container": {"format": "mp4"},
                "transConfig": {"transMode": "postponeTranscoding"},
            },
            recordingFileConfig=HLS,
        ),
        {"legacy", "idle-default"},
    ),
    "postponed mix of the sound": (
        "individual",
        {"scene": 2},
        postponed(
            {"channelType": 0, "streamTypes": 0, "streamMode": "original"},
            {
                "container": {"format": "m4a"},
                "transConfig": {"transMode": "audioMix"},
                "audio": {"sampleRate": "48000", "bitrate": "48000", "channels": "2"},
            },
        ),
        {"legacy", "idle-default"},
    ),
}

CHANGES: dict[str, tuple[str, str, Json, Json]] = {
    "subscription": (
        "update",
        "mix",
        TALK,
        {
            "streamSubscribe": {
                "audioUidList": {"subscribeAudioUids": ["#allstream#"]},
                "videoUidList": {"unSubscribeVideoUids": ["3004", "3005", "3006"]},
            }
        },
    ),
    "pause": ("update", "web", page_recording(PAGE), {"webRecordingConfig": {"onhold": True}}),
    "push elsewhere": (
        "update",
        "web",
        page_recording(PAGE, PUSH),
        {"rtmpPublishConfig": {"outputs": [{"rtmpUrl": "rtmps://cdn2.example.org/live/one"}]}},
    ),
    "fresh keys": ("update", "mix", TALK, {"storageConfig": {**STORE, **STS}}),
    "custom layout": (
        "updateLayout",
        "mix",
        TALK,
        {"mixedVideoLayout": 3, "backgroundColor": "#301010", "layoutConfig": BOXES},
    ),
    "vertical layout": (
        "updateLayout",
        "mix",
        TALK,
        {"mixedVideoLayout": 2, "maxResolutionUid": "3001", "backgroundColor": "#101820"},
    ),
    "stop": ("stop", "mix", TALK, {"async_stop": False}),
    "stop at once": ("stop", "mix", TALK, {"async_stop": True}),
}


def linted(request: Json, mode: Any) -> tuple[LintInput, Rules]:
    """What the linter makes of the whole body, pasted as text; none of it is an error."""
    read = read_input(json.dumps({**NAMES, "clientRequest": request}), mode)
    assert isinstance(read, LintInput)
    assert read.form == "body"
    problems = lint(read, CheckContext(now=NOW))
    assert [problem for problem in problems if problem.severity is Severity.ERROR] == []
    return read, {problem.rule for problem in problems}


@pytest.mark.parametrize("name", ACQUIRES)
def test_a_published_acquire_is_right_and_taken(name: str) -> None:
    request, mode, rules = ACQUIRES[name]
    read, found = linted(request, mode)

    assert (read.call, found) == ("acquire", rules)
    assert Agora().post("/acquire", {**NAMES, "clientRequest": request})[0] == 200


def test_a_published_refusal_is_one() -> None:
    request = {"resourceExpiredHour": 900}
    read = read_input(json.dumps({**NAMES, "clientRequest": request}))
    status, body = Agora().post("/acquire", {**NAMES, "clientRequest": request})

    assert isinstance(read, LintInput)
    assert [problem.rule for problem in lint(read)] == ["resourceExpiredHour-range"]
    assert (status, body["code"]) == (400, 2)
    assert body["reason"] == "Acquire: invalid resourceExpiredHour value!"


@pytest.mark.parametrize("name", STARTS)
def test_a_published_start_is_right_and_taken(name: str) -> None:
    mode, acquire, request, rules = STARTS[name]
    read, found = linted(request, mode)

    assert (read.call, read.mode) == ("start", mode)
    # A body alone cannot say what was asked of acquire.
    assert found - {"postponed-scene"} == rules
    assert Agora().start(acquire, request, mode)[0] == ""


@pytest.mark.parametrize("name", CHANGES)
def test_a_published_change_is_right_and_taken(name: str) -> None:
    call, mode, running, request = CHANGES[name]
    agora = Agora()
    refused, path = agora.start({"scene": int(mode == "web")}, running, mode)
    read, found = linted(request, mode)

    assert refused == ""
    assert (read.call, found) == (call, set())
    assert agora.change(path, call, request) == ""


def test_a_repeated_start_and_another_with_the_same_names_are_answered_as_published() -> None:
    agora = Agora()
    body = {**NAMES, "clientRequest": TALK}
    _, acquired = agora.post("/acquire", {**NAMES, "clientRequest": {}})
    _, second = agora.post("/acquire", {**NAMES, "clientRequest": {}})
    way, other = (f"/resourceid/{each['resourceId']}/mode/mix/start" for each in (acquired, second))

    agora.post(way, body)

    assert agora.post(way, body) == (201, {"code": 7, "reason": "already started"})
    assert agora.post(other, body) == (400, {"code": 53, "reason": "task conflict"})
