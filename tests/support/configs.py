"""Config documents that are right, one per mode: as small as possible, and with every field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from agora_console.domain.paths import with_value, without
from agora_console.domain.problems import Problem

Json = dict[str, Any]


def storage(**changes: Any) -> Json:
    """A storage target without keys."""
    return {"vendor": 1, "region": 0, "bucket": "studio-archive", **changes}


def mix(**recording: Any) -> Json:
    """A mix config without a finding."""
    canvas = {"width": 1280, "height": 720, "fps": 15, "bitrate": 2260}
    config = {"channelType": 1, "maxIdleTime": 300, "transcodingConfig": canvas, **recording}
    return {
        "mode": "mix",
        "clientRequest": {"storageConfig": storage(), "recordingConfig": config},
    }


def individual(**recording: Any) -> Json:
    """An individual config without a finding."""
    config = {"channelType": 1, "maxIdleTime": 300, "subscribeUidGroup": 0, **recording}
    return {
        "mode": "individual",
        "clientRequest": {"storageConfig": storage(), "recordingConfig": config},
    }


def web(**param: Any) -> Json:
    """A page recording without a finding."""
    page = {
        "url": "https://app.example.com/room/42",
        "audioProfile": 1,
        "videoWidth": 1280,
        "videoHeight": 720,
        "maxRecordingHour": 3,
        **param,
    }
    recorder = {
        "serviceName": "web_recorder_service",
        "errorHandlePolicy": "error_abort",
        "serviceParam": page,
    }
    return {
        "mode": "web",
        "clientRequest": {
            "storageConfig": storage(),
            "extensionServiceConfig": {"extensionServices": [recorder]},
        },
    }


def full_mix() -> Json:
    """Every field of mix that may stand in a file, with a right value."""
    region = {"uid": "1", "x_axis": 0, "y_axis": 0, "width": 0.5, "height": 1, "alpha": 1}
    other = {"x_axis": 0.5, "y_axis": 0, "width": 0.5, "height": 1, "render_mode": 1}
    return {
        "mode": "mix",
        "clientRequest": {
            "storageConfig": storage(
                fileNamePrefix=["shows", "20260601"],
                extensionParams={"sse": "kms", "tag": "team=media"},
            ),
            "recordingConfig": {
                "channelType": 1,
                "streamTypes": 2,
                "decryptionMode": 8,
                "audioProfile": 1,
                "videoStreamType": 0,
                "maxIdleTime": 300,
                "transcodingConfig": {
                    "width": 1920,
                    "height": 1080,
                    "fps": 30,
                    "bitrate": 6300,
                    "mixedVideoLayout": 3,
                    "backgroundColor": "#202020",
                    "backgroundImage": "https://cdn.example.com/bg.jpg",
                    "defaultUserBackgroundImage": "https://cdn.example.com/user.bmp",
                    "layoutConfig": [region, other],
                    "backgroundConfig": [
                        {"uid": "16", "image_url": "https://cdn.example.com/16.jpg"}
                    ],
                },
                "subscribeAudioUids": ["#allstream#"],
                "subscribeVideoUids": ["1", "16", "7"],
                "privateParams": '{"correctEXTINF":true}',
            },
            "recordingFileConfig": {"avFileType": ["hls", "mp4"]},
        },
        "acquire": {"resourceExpiredHour": 24, "region": "NA"},
    }


def full_individual() -> Json:
    """Every field of individual that may stand in a file, with a right value."""
    document = individual(
        streamTypes=2,
        streamMode="standard",
        decryptionMode=0,
        videoStreamType=1,
        unSubscribeAudioUids=["9"],
        subscribeVideoUids=["7", "8", "9"],
        subscribeUidGroup=1,
    )
    request = document["clientRequest"]
    request["recordingFileConfig"] = {"avFileType": ["hls"]}
    request["snapshotConfig"] = {"captureInterval": 10, "fileType": ["jpg"]}
    document["acquire"] = {"scene": 0, "regionAffinity": 4, "excludeResourceIds": ["another"]}
    return document


def full_web() -> Json:
    """Every field of web that may stand in a file, with a right value."""
    document = web(
        videoBitrate=2000,
        videoFps=15,
        mobile=False,
        maxVideoDuration=120,
        onhold=False,
        readyTimeout=30,
    )
    config = document["clientRequest"]["extensionServiceConfig"]
    config["errorHandlePolicy"] = "error_abort"
    config["extensionServices"].append(
        {
            "serviceName": "rtmp_publish_service",
            "errorHandlePolicy": "error_ignore",
            "serviceParam": {"outputs": [{"rtmpUrl": "rtmp://live.example.com/app/key"}]},
        }
    )
    document["clientRequest"]["recordingFileConfig"] = {"avFileType": ["hls", "mp4"]}
    document["acquire"] = {"scene": 1, "resourceExpiredHour": 72}
    return document


FULL = {"mix": full_mix, "individual": full_individual, "web": full_web}


def changed(document: Mapping[str, Any], path: str, value: Any) -> Json:
    """The document with one value changed."""
    return with_value(document, path, value)


def lacking(document: Mapping[str, Any], path: str) -> Json:
    """The document with one value gone."""
    return without(document, path)


def found(problems: tuple[Problem, ...]) -> set[tuple[str, str]]:
    """Rule and path of each finding."""
    return {(problem.rule, problem.path) for problem in problems}
