"""The JSON Schema of CONFIG.json."""

from __future__ import annotations

import json
from typing import Any

import pytest

from agora_console.domain.config import json_schema
from agora_console.domain.session import Mode
from tests.support.configs import FULL, changed, full_individual, full_mix, full_web, lacking, mix
from tests.support.schema import breaches

RECORDING = "clientRequest.recordingConfig"
CANVAS = f"{RECORDING}.transcodingConfig"
FILES = "clientRequest.recordingFileConfig"
PARAM = "clientRequest.extensionServiceConfig.extensionServices[0].serviceParam"


@pytest.mark.parametrize("mode", FULL)
def test_a_right_config_suits_the_schema_of_its_mode_and_of_all_modes(mode: Mode) -> None:
    assert breaches(json_schema(mode), FULL[mode]()) == []
    assert breaches(json_schema(), FULL[mode]()) == []


@pytest.mark.parametrize("mode", [None, *FULL])
def test_the_schema_is_json_and_names_its_draft(mode: Mode | None) -> None:
    schema = json.loads(json.dumps(json_schema(mode)))

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize(
    ("document", "breach"),
    [
        (changed(mix(), f"{CANVAS}.bitrate", 6501), f".{CANVAS}.bitrate:maximum"),
        (changed(mix(), f"{CANVAS}.bitrate", 0), f".{CANVAS}.bitrate:minimum"),
        (changed(mix(), f"{CANVAS}.width", "1280"), f".{CANVAS}.width:type"),
        (changed(mix(), f"{CANVAS}.backgroundColor", "red"), f".{CANVAS}.backgroundColor:pattern"),
        (changed(mix(), f"{RECORDING}.channelType", 2), f".{RECORDING}.channelType:enum"),
        (
            changed(mix(), f"{RECORDING}.subscribeAudioUids", ["anna"]),
            f".{RECORDING}.subscribeAudioUids[0]:pattern",
        ),
        (changed(mix(), f"{RECORDING}.videobitrate", 1), f".{RECORDING}.videobitrate:unknown"),
        (changed(mix(), f"{RECORDING}.streamMode", "standard"), f".{RECORDING}.streamMode:unknown"),
        (
            changed(mix(), "clientRequest.storageConfig.bucket", ""),
            ".clientRequest.storageConfig.bucket:minLength",
        ),
        (
            changed(mix(), "clientRequest.storageConfig.accessKey", "k"),
            ".clientRequest.storageConfig.accessKey:unknown",
        ),
        (
            changed(mix(), "clientRequest.recordingFileConfig", {"avFileType": []}),
            ".clientRequest.recordingFileConfig.avFileType:minItems",
        ),
        (changed(mix(), FILES, {"avFileType": ["mp4"]}), f".{FILES}.avFileType:contains"),
        (changed(mix(), FILES, {"avFileType": ["hls"] * 2}), f".{FILES}.avFileType:uniqueItems"),
        (
            changed(full_individual(), FILES, {"avFileType": ["hls", "mp4"]}),
            f".{FILES}.avFileType[1]:enum",
        ),
        (
            changed(mix(), f"{CANVAS}.maxResolutionUid", "4294967296"),
            f".{CANVAS}.maxResolutionUid:pattern",
        ),
        (lacking(mix(), f"{RECORDING}.channelType"), f".{RECORDING}.channelType:required"),
        (
            lacking(full_individual(), f"{RECORDING}.subscribeUidGroup"),
            f".{RECORDING}.subscribeUidGroup:required",
        ),
        (lacking(full_web(), f"{PARAM}.url"), f".{PARAM}.url:required"),
        (changed(full_web(), f"{PARAM}.outputs", []), f".{PARAM}.outputs:unknown"),
        (lacking(mix(), "mode"), ".mode:required"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_wrong_config_breaks_the_schema(document: dict[str, Any], breach: str) -> None:
    assert breach in breaches(json_schema(document.get("mode")), document)


@pytest.mark.parametrize(
    "document",
    [
        changed(mix(), f"{CANVAS}.fps", 25),
        changed(full_web(), f"{PARAM}.videoBitrate", 9000),
        changed(mix(), f"{RECORDING}.unsubscribeVideoUids", ["5"]),
        changed(full_mix(), f"{CANVAS}.layoutConfig[0].uid", ""),
        changed(mix(), "$schema", "./schema.json"),
        changed(mix(), "acquire", {"startParameter": {"anything": 1}}),
    ],
)
def test_what_agora_does_not_refuse_suits_the_schema(document: dict[str, Any]) -> None:
    assert breaches(json_schema(), document) == []


def test_a_uid_of_the_schema_ends_where_agoras_do() -> None:
    for uid in (1, 9, 10, 999_999_999, 4_199_999_999, 4_294_967_295, 0, 4_294_967_296, 10**10):
        document = changed(mix(), f"{CANVAS}.maxResolutionUid", str(uid))
        assert bool(breaches(json_schema(), document)) is not (0 < uid < 2**32)


def test_an_unknown_mode_breaks_the_schema_of_all_modes() -> None:
    assert breaches(json_schema(), {"mode": "cinema"}) == [".mode:enum"]


def test_a_field_tells_its_unit_its_values_and_its_default() -> None:
    schema = json_schema("mix")
    recording = schema["properties"]["clientRequest"]["properties"]["recordingConfig"]
    idle = recording["properties"]["maxIdleTime"]
    channel = recording["properties"]["channelType"]

    assert idle["default"] == 30
    assert idle["description"].endswith("In s.")
    assert channel["description"].endswith("0 = communication, 1 = live broadcast.")


def test_what_is_gone_is_marked() -> None:
    request = json_schema("individual")["properties"]["clientRequest"]["properties"]

    assert request["appsCollection"]["deprecated"] is True
    assert "deprecated" not in request["storageConfig"]
