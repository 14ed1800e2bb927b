"""Request bodies and paths. The snapshots are the wire format: change them on purpose only.

`UPDATE_SNAPSHOTS=1 pytest tests/unit/api/test_wire.py` writes them anew, and fails so that the
difference is looked at.
"""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from agora_console.api import wire
from agora_console.api.wire import Handle
from agora_console.domain.secrets import StartSecrets
from tests.unit.api.doubles import APP_ID, HANDLE, SECRETS

SNAPSHOTS = Path(__file__).parents[2] / "data" / "requests"
STORAGE = {"bucket": "talks-2026", "region": 7, "vendor": 1}
KEYS = StartSecrets(access_key=SecretStr("ACCESS"), secret_key=SecretStr("SECRET"))

LAYOUT: dict[str, Any] = {
    "backgroundConfig": [
        {"render_mode": 1, "image_url": "https://img.example/a.jpg", "uid": "101"}
    ],
    "layoutConfig": [
        {"height": 1.0, "width": 0.5, "y_axis": 0.0, "x_axis": 0.0, "uid": "101"},
        {"x_axis": 0.5, "y_axis": 0.0, "width": 0.5, "height": 1.0, "alpha": 0.5},
    ],
    "backgroundColor": "#102030",
    "mixedVideoLayout": 3,
}

MIX: dict[str, Any] = {
    "mode": "mix",
    "acquire": {"region": "EU", "resourceExpiredHour": 24},
    "clientRequest": {
        "recordingFileConfig": {"avFileType": ["hls", "mp4"]},
        "recordingConfig": {
            "subscribeVideoUids": ["101", "102"],
            "subscribeAudioUids": ["#allstream#"],
            "transcodingConfig": {
                **LAYOUT,
                "bitrate": 2260,
                "fps": 15,
                "height": 720,
                "width": 1280,
            },
            "maxIdleTime": 300,
            "streamTypes": 2,
            "channelType": 1,
        },
        "storageConfig": {"fileNamePrefix": ["talks", "spring"], **STORAGE},
    },
}

ENCRYPTED: dict[str, Any] = {
    "mode": "mix",
    "clientRequest": {
        "storageConfig": {
            **STORAGE,
            "stsExpiration": 1781600000,
            "extensionParams": {"tag": "team=talks", "sse": "kms", "endpoint": ""},
        },
        "recordingConfig": {"decryptionMode": 8, "channelType": 0},
    },
}

INDIVIDUAL: dict[str, Any] = {
    "mode": "individual",
    "clientRequest": {
        "snapshotConfig": {"fileType": ["jpg"], "captureInterval": 10},
        "recordingFileConfig": {"avFileType": ["hls"]},
        "recordingConfig": {
            "subscribeUidGroup": 0,
            "unSubscribeVideoUids": ["9"],
            "unSubscribeAudioUids": ["9"],
            "streamMode": "standard",
            "channelType": 0,
        },
        "storageConfig": STORAGE,
    },
}

SCREENSHOTS: dict[str, Any] = {
    "mode": "individual",
    "clientRequest": {
        "snapshotConfig": {"captureInterval": 5, "fileType": ["jpg"]},
        "recordingConfig": {"subscribeUidGroup": 1, "streamTypes": 1, "channelType": 1},
        "storageConfig": {"vendor": 6, "region": 3, "bucket": "shots"},
    },
}

WEB: dict[str, Any] = {
    "mode": "web",
    "clientRequest": {
        "storageConfig": {
            "vendor": 11,
            "region": 0,
            "bucket": "pages",
            "extensionParams": {"endpoint": "s3.example.internal"},
        },
        "recordingFileConfig": {"avFileType": ["hls"]},
        "extensionServiceConfig": {
            "extensionServices": [
                {
                    "serviceParam": {
                        "readyTimeout": 30,
                        "onhold": False,
                        "maxRecordingHour": 3,
                        "videoHeight": 720,
                        "videoWidth": 1280,
                        "audioProfile": 0,
                        "url": "https://talks.example/room/42",
                    },
                    "errorHandlePolicy": "error_abort",
                    "serviceName": "web_recorder_service",
                },
                {
                    "serviceParam": {"outputs": [{"rtmpUrl": "rtmp://push.example/live/key"}]},
                    "errorHandlePolicy": "error_ignore",
                    "serviceName": "rtmp_publish_service",
                },
            ],
            "errorHandlePolicy": "error_abort",
        },
    },
}

WHO = ("town-hall", "3190774421")

BODIES: dict[str, dict[str, Any]] = {
    "acquire_mix": wire.acquire_body(*WHO, MIX),
    "acquire_individual": wire.acquire_body(*WHO, INDIVIDUAL),
    "acquire_web": wire.acquire_body(*WHO, WEB),
    "acquire_second_recorder": wire.acquire_body(
        *WHO, {"mode": "mix", "acquire": {"regionAffinity": 3, "excludeResourceIds": ["rid-0"]}}
    ),
    "acquire_with_start_parameter": wire.acquire_body(*WHO, SCREENSHOTS, secrets=KEYS),
    "start_mix": wire.start_body(*WHO, MIX, SECRETS),
    "start_mix_encrypted_sts": wire.start_body(*WHO, ENCRYPTED, SECRETS),
    "start_individual": wire.start_body(*WHO, INDIVIDUAL, KEYS),
    "start_individual_other_spelling": wire.start_body(
        *WHO, INDIVIDUAL, KEYS, spelling="unsubscribe"
    ),
    "start_screenshots": wire.start_body(*WHO, SCREENSHOTS, KEYS),
    "start_web": wire.start_body(*WHO, WEB, replace(KEYS, token=SECRETS.token)),
    "update_subscription": wire.update_body(
        *WHO,
        {
            "streamSubscribe": {
                "videoUidList": {"unsubscribeVideoUids": ["444", "555"]},
                "audioUidList": {"subscribeAudioUids": ["#allstream#"]},
            }
        },
    ),
    "update_subscription_other_spelling": wire.update_body(
        *WHO,
        {"streamSubscribe": {"videoUidList": {"unSubscribeVideoUids": ["444"]}}},
        spelling="unsubscribe",
    ),
    "update_pause": wire.update_body(*WHO, {"webRecordingConfig": {"onhold": True}}),
    "update_push": wire.update_body(
        *WHO, {"rtmpPublishConfig": {"outputs": [{"rtmpUrl": "rtmps://push2.example/live/key"}]}}
    ),
    "update_sts": wire.update_body(
        *WHO, {"storageConfig": {**STORAGE, "stsExpiration": 1781600000}}, SECRETS
    ),
    "update_layout_custom": wire.update_layout_body(*WHO, LAYOUT),
    "update_layout_vertical": wire.update_layout_body(
        *WHO, {"backgroundColor": "#202020", "maxResolutionUid": "101", "mixedVideoLayout": 2}
    ),
    "stop": wire.stop_body(*WHO),
    "stop_async": wire.stop_body(*WHO, async_stop=True),
}


@pytest.mark.parametrize("name", BODIES)
def test_a_request_body_is_what_the_snapshot_says(name: str) -> None:
    snapshot = SNAPSHOTS / f"{name}.json"
    text = json.dumps(BODIES[name], indent=2, ensure_ascii=False) + "\n"
    if os.environ.get("UPDATE_SNAPSHOTS"):
        snapshot.write_text(text, "utf-8")
        pytest.fail(f"{snapshot.name} was written: look at the difference")
    assert text == snapshot.read_text("utf-8")


def test_every_snapshot_belongs_to_a_body() -> None:
    assert {path.stem for path in SNAPSHOTS.iterdir()} == set(BODIES)


def test_the_start_parameter_of_acquire_is_what_start_will_send() -> None:
    acquire = wire.acquire_body(*WHO, MIX, secrets=SECRETS)["clientRequest"]
    start = wire.start_body(*WHO, MIX, SECRETS)["clientRequest"]
    assert json.dumps(acquire["startParameter"]) == json.dumps(start)


def test_a_start_parameter_in_the_document_is_never_sent_by_itself() -> None:
    body = wire.acquire_body(*WHO, {"mode": "mix", "acquire": {"startParameter": {"token": "t"}}})
    assert body["clientRequest"] == {"scene": 0}


def test_the_scene_of_a_document_wins() -> None:
    body = wire.acquire_body(*WHO, {"mode": "individual", "acquire": {"scene": 2}})
    assert body["clientRequest"] == {"scene": 2}


def test_what_is_null_was_not_set() -> None:
    document = {"mode": "mix", "acquire": None, "clientRequest": {"recordingConfig": None}}
    body = wire.start_body(*WHO, document, StartSecrets())
    assert body["clientRequest"] == {}


def test_unknown_keys_are_sent_last_and_as_they_are() -> None:
    request = {"storageConfig": {"colour": {"b": 1, "a": [2, {"z": None}]}, "bucket": "b"}}
    body = wire.start_body(*WHO, {"mode": "mix", "clientRequest": request}, StartSecrets())
    assert json.dumps(body["clientRequest"]["storageConfig"]) == (
        '{"bucket": "b", "colour": {"b": 1, "a": [2, {}]}}'
    )


@pytest.mark.parametrize("vendor", [5, 6, 11])
def test_vendors_without_regions_get_region_0(vendor: int) -> None:
    request = {"storageConfig": {"vendor": vendor, "region": 4}}
    body = wire.start_body(*WHO, {"mode": "mix", "clientRequest": request}, StartSecrets())
    assert body["clientRequest"]["storageConfig"]["region"] == 0


def test_the_channel_secret_stays_away_where_nothing_is_encrypted() -> None:
    request = {"recordingConfig": {"channelType": 0, "decryptionMode": 0}}
    body = wire.start_body(*WHO, {"mode": "mix", "clientRequest": request}, SECRETS)
    assert "secret" not in body["clientRequest"]["recordingConfig"]


def test_a_page_recording_gets_no_token() -> None:
    assert "token" not in BODIES["start_web"]["clientRequest"]


def test_an_empty_secret_is_not_sent() -> None:
    body = wire.start_body(*WHO, MIX, StartSecrets(token=SecretStr("")))
    assert "token" not in body["clientRequest"]


@pytest.mark.parametrize(
    ("document", "name"),
    [
        ({"clientRequest": []}, "clientRequest"),
        ({"clientRequest": {"storageConfig": "s3"}}, "storageConfig"),
        ({"clientRequest": {"recordingConfig": 5}}, "recordingConfig"),
        ({"clientRequest": {"storageConfig": {"extensionParams": 1}}}, "extensionParams"),
    ],
)
def test_a_value_that_is_no_object_is_named(document: dict[str, Any], name: str) -> None:
    with pytest.raises(ValueError, match=f"{name} has to be a JSON object"):
        wire.start_body(*WHO, document, KEYS)


def test_bodies_go_out_compact_and_as_utf_8() -> None:
    assert wire.encode({"cname": "Zürich", "n": 1}) == '{"cname":"Zürich","n":1}'.encode()


@pytest.mark.parametrize("value", [float("nan"), object(), "\ud800"])
def test_what_json_cannot_say_is_refused(value: object) -> None:
    with pytest.raises((ValueError, TypeError)):
        wire.encode({"x": value})


BASE = f"/v1/apps/{APP_ID}/cloud_recording"
RUNNING = f"{BASE}/resourceid/rid-1_A/sid/{HANDLE.sid}/mode/mix"


@pytest.mark.parametrize(
    ("operation", "path"),
    [
        ("acquire", f"{BASE}/acquire"),
        ("start", f"{BASE}/resourceid/rid-1_A/mode/mix/start"),
        ("query", f"{RUNNING}/query"),
        ("update", f"{RUNNING}/update"),
        ("updateLayout", f"{RUNNING}/updateLayout"),
        ("stop", f"{RUNNING}/stop"),
        ("ncsIp", "/v2/ncs/ip"),
    ],
)
def test_the_path_of_each_call(operation: wire.Operation, path: str) -> None:
    assert wire.path(operation, APP_ID, HANDLE) == path


@pytest.mark.parametrize("odd", ["a/b", "a?b", "a#b", "a%20b", "a b", "a\nb", "ä", "..", "."])
def test_an_id_that_would_change_the_path_is_refused(odd: str) -> None:
    with pytest.raises(ValueError, match=r"resourceId contains .* Copy it again"):
        wire.path("query", APP_ID, Handle(odd, "c", "1", "mix", "sid"))


def test_an_id_that_is_missing_is_named() -> None:
    with pytest.raises(ValueError, match="There is no sid"):
        wire.path("stop", APP_ID, Handle("rid", "c", "1", "mix"))
    with pytest.raises(ValueError, match="query needs the ids"):
        wire.path("query", APP_ID)


@pytest.mark.parametrize(
    "services", [None, 7, [7], [{}], [{"serviceName": "rtmp_publish_service", "serviceParam": 7}]]
)
def test_a_broken_push_has_no_targets(services: object) -> None:
    assert list(wire.push_outputs({"extensionServices": services})) == []


def test_the_targets_of_a_push_are_those_that_are_objects() -> None:
    push = {"serviceName": "rtmp_publish_service", "serviceParam": {"outputs": [7, {"a": 1}]}}

    assert list(wire.push_outputs({"extensionServices": [push]})) == [{"a": 1}]


def test_the_address_of_a_push_goes_into_the_request() -> None:
    push: dict[str, Any] = {
        "serviceName": "rtmp_publish_service",
        "serviceParam": {"outputs": [{"rtmpUrl": "h"}]},
    }
    document = {
        "mode": "web",
        "clientRequest": {"extensionServiceConfig": {"extensionServices": [push]}},
    }
    secrets = StartSecrets(rtmp_url=SecretStr("rtmp://h/app/key"))

    body = wire.start_body("a", "7", document, secrets)

    (sent,) = body["clientRequest"]["extensionServiceConfig"]["extensionServices"]
    assert sent["serviceParam"]["outputs"] == [{"rtmpUrl": "rtmp://h/app/key"}]
    assert push["serviceParam"] == {"outputs": [{"rtmpUrl": "h"}]}
