"""RecordingConfig: typed access to CONFIG.json, and the document back from it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import ValidationError

from agora_console.domain.config import FieldSpec, RecordingConfig, fields
from agora_console.domain.paths import read
from tests.support.configs import FULL, changed, full_mix, mix, web

NUMBERS = [
    spec
    for spec in fields()
    if spec.type in ("integer", "number") and not spec.choices and not spec.soft
]


def place(spec: FieldSpec) -> tuple[dict[str, Any], str]:
    """A right document of a mode that has the field, and the path of the field in it."""
    document = FULL[spec.modes[0]]()
    if spec.service == "rtmp_publish_service" or spec.path.endswith("rtmpUrl"):
        return document, spec.path.replace("extensionServices[]", "extensionServices[1]")
    return document, spec.path.replace("[]", "[0]")


@pytest.mark.parametrize("mode", FULL)
def test_a_document_comes_back_as_it_was(mode: str) -> None:
    document = FULL[mode]()

    assert RecordingConfig.model_validate(document).document() == document


def test_only_what_was_set_comes_back() -> None:
    config = RecordingConfig.model_validate(mix())

    recording = config.document()["clientRequest"]["recordingConfig"]

    assert "streamTypes" not in recording
    assert config.client_request.recording_config is not None
    assert config.client_request.recording_config.stream_types == 2


def test_keys_come_back_in_the_order_of_the_reference() -> None:
    document = {
        "clientRequest": {
            "recordingConfig": {
                "transcodingConfig": {"backgroundColor": "#101010", "height": 720, "width": 1280},
                "maxIdleTime": 60,
                "channelType": 0,
            },
            "storageConfig": {"bucket": "b", "region": 0, "vendor": 1},
        },
        "mode": "mix",
    }

    text = json.dumps(RecordingConfig.model_validate(document).document())

    assert text == (
        '{"mode": "mix", "clientRequest": {"storageConfig": {"vendor": 1, "region": 0, '
        '"bucket": "b"}, "recordingConfig": {"channelType": 0, "maxIdleTime": 60, '
        '"transcodingConfig": {"width": 1280, "height": 720, "backgroundColor": "#101010"}}}}'
    )


def test_unknown_keys_are_kept() -> None:
    document = changed(mix(), "clientRequest.recordingConfig.newThing", {"a": [1]})

    assert RecordingConfig.model_validate(document).document() == document


@pytest.mark.parametrize(
    "path",
    [
        "clientRequest.token",
        "clientRequest.storageConfig.accessKey",
        "clientRequest.storageConfig.secretKey",
        "clientRequest.storageConfig.stsToken",
        "clientRequest.recordingConfig.secret",
        "clientRequest.recordingConfig.salt",
        "acquire.startParameter.token",
        "acquire.startParameter.storageConfig.secretKey",
    ],
)
def test_no_secret_comes_back_or_is_shown(path: str) -> None:
    document = changed(
        mix(), "acquire.startParameter", {"storageConfig": mix()["clientRequest"]["storageConfig"]}
    )
    config = RecordingConfig.model_validate(changed(document, path, "hunter2"))

    assert "hunter2" not in json.dumps(config.document())
    assert "hunter2" not in repr(config)


def test_an_error_does_not_repeat_what_was_typed() -> None:
    document = changed(mix(), "clientRequest.recordingConfig.decryptionMode", "hunter2")

    with pytest.raises(ValidationError) as error:
        RecordingConfig.model_validate(document)

    assert "hunter2" not in str(error.value)


@pytest.mark.parametrize("key", ["unSubscribeAudioUids", "unsubscribeAudioUids"])
def test_both_spellings_of_a_black_list_are_read_and_one_is_written(key: str) -> None:
    config = RecordingConfig.model_validate(mix(**{key: ["5"]}))

    assert config.client_request.recording_config is not None
    assert config.client_request.recording_config.un_subscribe_audio_uids == ["5"]
    assert config.document()["clientRequest"]["recordingConfig"]["unSubscribeAudioUids"] == ["5"]


@pytest.mark.parametrize("spec", NUMBERS, ids=lambda spec: spec.path)
def test_a_number_is_taken_up_to_its_limits_and_not_beyond(spec: FieldSpec) -> None:
    document, path = place(spec)
    for limit, beyond in ((spec.minimum, -1), (spec.maximum, 1)):
        if limit is None:
            continue
        step = beyond if spec.type == "integer" else beyond * 0.000001
        inside = RecordingConfig.model_validate(changed(document, path, int(limit)))
        assert read(inside.document(), path) == limit
        with pytest.raises(ValidationError):
            RecordingConfig.model_validate(changed(document, path, limit + step))


@pytest.mark.parametrize("value", ["1280", 12.5, None, True])
def test_a_number_is_nothing_else(value: object) -> None:
    path = "clientRequest.recordingConfig.transcodingConfig.width"

    with pytest.raises(ValidationError):
        RecordingConfig.model_validate(changed(full_mix(), path, value))


def test_what_agora_does_not_refuse_is_taken() -> None:
    fps = "clientRequest.recordingConfig.transcodingConfig.fps"
    page = "clientRequest.extensionServiceConfig.extensionServices[0].serviceParam.videoBitrate"

    for document in (changed(mix(), fps, 25), changed(web(), page, 9000)):
        assert RecordingConfig.model_validate(document).document() == document
