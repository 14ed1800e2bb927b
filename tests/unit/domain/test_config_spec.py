"""FieldSpec: every field of every request, described once."""

from __future__ import annotations

import re

import pytest
from pydantic import BaseModel

from agora_console.domain.config import (
    Choice,
    FieldSpec,
    LayoutUpdate,
    RecordingConfig,
    StopRequest,
    UpdateRequest,
    by_path,
    fields,
    tree,
)
from agora_console.domain.config.base import Wire
from agora_console.domain.session import Mode
from tests.support.configs import FULL

RECORDING = "clientRequest.recordingConfig"

FIELDS = list(fields())

# The facts of the API: type, unit, smallest, largest, default, modes.
FACTS: dict[str, tuple[object, ...]] = {
    f"{RECORDING}.channelType": ("integer", "", None, None, 0, {"mix", "individual"}),
    f"{RECORDING}.streamTypes": ("integer", "", None, None, 2, {"mix", "individual"}),
    f"{RECORDING}.streamMode": ("string", "", None, None, "default", {"individual"}),
    f"{RECORDING}.audioProfile": ("integer", "", None, None, 0, {"mix"}),
    f"{RECORDING}.maxIdleTime": ("integer", "s", 5, 2592000, 30, {"mix", "individual"}),
    f"{RECORDING}.subscribeUidGroup": ("integer", "", None, None, None, {"individual"}),
    f"{RECORDING}.transcodingConfig.width": ("integer", "px", 1, 1920, 360, {"mix"}),
    f"{RECORDING}.transcodingConfig.height": ("integer", "px", 1, 1920, 640, {"mix"}),
    f"{RECORDING}.transcodingConfig.fps": ("integer", "fps", None, None, 15, {"mix"}),
    f"{RECORDING}.transcodingConfig.bitrate": ("integer", "kbps", 1, 6500, 500, {"mix"}),
    f"{RECORDING}.transcodingConfig.layoutConfig[].alpha": ("number", "", 0, 1, 1.0, {"mix"}),
    "clientRequest.snapshotConfig.captureInterval": (
        "integer",
        "s",
        5,
        3600,
        10,
        {"individual"},
    ),
    "acquire.resourceExpiredHour": ("integer", "h", 1, 720, 72, {"mix", "individual", "web"}),
}


@pytest.mark.parametrize("path", FACTS)
def test_a_field_has_the_facts_of_the_api(path: str) -> None:
    spec = by_path()[path]
    facts = (spec.type, spec.unit, spec.minimum, spec.maximum, spec.default, set(spec.modes))

    assert facts == FACTS[path]


@pytest.mark.parametrize("spec", FIELDS, ids=lambda spec: spec.path)
def test_every_field_is_described_for_a_person(spec: FieldSpec) -> None:
    assert spec.title
    assert spec.sentence.endswith(".")
    assert all(choice.label for choice in spec.choices)
    assert set(spec.required_in) <= set(spec.modes)
    assert spec.path.endswith(spec.key)


@pytest.mark.parametrize("spec", FIELDS, ids=lambda spec: spec.path)
def test_a_default_suits_its_field(spec: FieldSpec) -> None:
    if spec.choices and spec.default is not None:
        given = spec.default if isinstance(spec.default, list) else [spec.default]
        assert set(given) <= set(spec.values)
    if isinstance(spec.default, int) and spec.minimum is not None and spec.maximum is not None:
        assert spec.minimum <= spec.default <= spec.maximum


@pytest.mark.parametrize("mode", FULL)
def test_a_mode_has_its_own_fields(mode: Mode) -> None:
    paths = {spec.path for spec in fields(mode)}

    assert ("clientRequest.extensionServiceConfig" in paths) == (mode == "web")
    assert (f"{RECORDING}.transcodingConfig" in paths) == (mode == "mix")
    assert ("clientRequest.snapshotConfig" in paths) == (mode == "individual")
    assert "clientRequest.storageConfig.bucket" in paths


def test_parents_come_before_their_fields() -> None:
    paths = [spec.path for spec in fields()]

    for spec in fields():
        parent = spec.path.rpartition(".")[0].removesuffix("[]")
        assert not parent or paths.index(parent) < paths.index(spec.path)


def test_secrets_and_legacy_fields_are_marked() -> None:
    secrets = {spec.key for spec in fields() if spec.secret}
    legacy = {spec.key for spec in fields() if spec.legacy}

    assert secrets == {"token", "accessKey", "secretKey", "stsToken", "secret", "salt"}
    assert {"appsCollection", "transcodeOptions", "apiVersion"} <= legacy
    assert "storageConfig" not in legacy


def test_choices_have_names() -> None:
    layouts = by_path()[f"{RECORDING}.transcodingConfig.mixedVideoLayout"].choices

    assert layouts == (
        Choice(0, "floating"),
        Choice(1, "best fit"),
        Choice(2, "vertical"),
        Choice(3, "custom"),
    )


def test_keys_are_spelled_as_agora_spells_them() -> None:
    snake = {spec.key for spec in fields() if "_" in spec.key}
    snake |= {key for key in tree(StopRequest) if "_" in key}

    assert snake == {"x_axis", "y_axis", "render_mode", "image_url", "async_stop"}


def models(model: type[BaseModel] = Wire) -> list[type[BaseModel]]:
    return [each for sub in model.__subclasses__() for each in (sub, *models(sub))]


@pytest.mark.parametrize("model", dict.fromkeys(models()), ids=lambda model: model.__name__)
def test_python_names_are_the_snake_case_of_the_keys(model: type[BaseModel]) -> None:
    for name, info in model.model_fields.items():
        assert name == re.sub("([A-Z])", r"_\1", info.alias or "").lower()


@pytest.mark.parametrize(
    ("model", "keys"),
    [
        (RecordingConfig, {"mode", "clientRequest", "acquire"}),
        (
            LayoutUpdate,
            {
                "mixedVideoLayout",
                "maxResolutionUid",
                "backgroundColor",
                "backgroundImage",
                "defaultUserBackgroundImage",
                "layoutConfig",
                "backgroundConfig",
            },
        ),
        (
            UpdateRequest,
            {"streamSubscribe", "webRecordingConfig", "rtmpPublishConfig", "storageConfig"},
        ),
        (StopRequest, {"async_stop"}),
    ],
)
def test_a_request_has_its_keys(model: type[BaseModel], keys: set[str]) -> None:
    assert set(tree(model)) == keys


def test_a_parameter_of_a_page_names_its_service() -> None:
    base = "clientRequest.extensionServiceConfig.extensionServices[].serviceParam"

    assert by_path()[f"{base}.url"].service == "web_recorder_service"
    assert by_path()[f"{base}.outputs"].service == "rtmp_publish_service"
    assert by_path()[f"{base}.outputs[].rtmpUrl"].service == ""
