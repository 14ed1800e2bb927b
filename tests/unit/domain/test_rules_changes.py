"""The requests that change or end a running recording, and acquire by itself."""

from __future__ import annotations

from typing import Any

import pytest

from agora_console.domain.problems import Severity
from agora_console.domain.rules import (
    CheckContext,
    check_acquire_request,
    check_stop,
    check_update,
    check_update_layout,
)
from agora_console.domain.session import Mode
from tests.support.configs import found, full_web, individual, mix, storage, web

AUDIO = "streamSubscribe.audioUidList"
VIDEO = "streamSubscribe.videoUidList"
HALF = {"x_axis": 0, "y_axis": 0, "width": 0.5, "height": 1}


@pytest.mark.parametrize(
    "layout",
    [
        {},
        {"mixedVideoLayout": 1, "backgroundColor": "#202020"},
        {"mixedVideoLayout": 2, "maxResolutionUid": "7"},
        {"mixedVideoLayout": 3, "layoutConfig": [HALF]},
    ],
)
def test_a_right_layout_is_left_alone(layout: dict[str, Any]) -> None:
    assert check_update_layout(layout) == ()


@pytest.mark.parametrize(
    ("layout", "rule", "path"),
    [
        ({"mixedVideoLayout": 4}, "mixedVideoLayout-choice", "mixedVideoLayout"),
        ({"mixedVideoLayout": 3}, "X13", "layoutConfig"),
        ({"layoutConfig": [HALF]}, "X13", "layoutConfig"),
        ({"mixedVideoLayout": 3, "layoutConfig": [{**HALF, "width": 2}]},
         "width-range", "layoutConfig[0].width"),
        ({"mixedVideoLayout": 3, "layoutConfig": [{**HALF, "x_axis": 0.6}]},
         "X14", "layoutConfig[0].width"),
        ({"width": 1280}, "wrong-place", "width"),
    ],
)  # fmt: skip
def test_a_wrong_layout_is_named_at_its_place(layout: dict[str, Any], rule: str, path: str) -> None:
    assert (rule, path) in found(check_update_layout(layout))


def test_a_layout_knows_the_lists_of_the_running_recording() -> None:
    layout = {"mixedVideoLayout": 3, "layoutConfig": [{**HALF, "uid": "7"}]}
    running = mix(subscribeVideoUids=["8"])

    assert found(check_update_layout(layout, document=running)) == {
        ("region-unsubscribed", "layoutConfig[0].uid")
    }


def test_a_layout_knows_the_recorder() -> None:
    layout = {"mixedVideoLayout": 2, "maxResolutionUid": "99"}

    problems = check_update_layout(layout, context=CheckContext(uid="99"))

    assert found(problems) == {("own-uid", "maxResolutionUid")}


@pytest.mark.parametrize(
    ("request_", "mode", "document"),
    [
        ({"streamSubscribe": {"audioUidList": {"subscribeAudioUids": ["#allstream#"]}}}, "mix",
         mix(streamTypes=0)),
        ({"streamSubscribe": {"audioUidList": {"unSubscribeAudioUids": ["8"]},
                              "videoUidList": {"unSubscribeVideoUids": ["7"]}}}, "individual", {}),
        ({"webRecordingConfig": {"onhold": True}}, "web", web()),
        ({"rtmpPublishConfig": {"outputs": [{"rtmpUrl": "rtmp://a/b"}]}}, "web", full_web()),
        ({"rtmpPublishConfig": {"outputs": []}}, "web", {}),
        ({"storageConfig": storage()}, "mix", {}),
    ],
)  # fmt: skip
def test_a_right_update_is_left_alone(
    request_: dict[str, Any], mode: Mode, document: dict[str, Any]
) -> None:
    assert check_update(request_, mode, document=document) == ()


@pytest.mark.parametrize(
    ("request_", "mode", "document", "rule", "path"),
    [
        ({}, "mix", {}, "one-change", ""),
        ({"webRecordingConfig": {"onhold": True}, "rtmpPublishConfig": {}}, "web", {},
         "one-change", ""),
        ({"webRecordingConfig": {"onhold": "yes"}}, "web", {},
         "onhold-type", "webRecordingConfig.onhold"),
        ({"webRecordingConfig": {"onhold": True}}, "mix", {}, "wrong-mode", "webRecordingConfig"),
        ({"streamSubscribe": {}}, "web", {}, "wrong-mode", "streamSubscribe"),
        ({"streamSubscribe": {"audioUidList": {"subscribeAudioUids": []}}}, "mix", {},
         "subscribeAudioUids-count", f"{AUDIO}.subscribeAudioUids"),
        ({"streamSubscribe": {"audioUidList": {"subscribeAudioUids": ["x"]}}}, "mix", {},
         "X16", f"{AUDIO}.subscribeAudioUids[0]"),
        ({"streamSubscribe": {"audioUidList": {"subscribeAudioUids": ["7"]}}}, "mix", {},
         "X17", VIDEO),
        ({"streamSubscribe": {"videoUidList": {"unSubscribeVideoUids": ["7"]}}}, "individual",
         individual(), "X17", AUDIO),
        ({"streamSubscribe": {"audioUidList": {}}}, "mix", mix(streamTypes=1), "X18", AUDIO),
        ({"streamSubscribe": {"videoUidList": {}}}, "individual", individual(streamTypes=0),
         "X18", VIDEO),
        ({"rtmpPublishConfig": {"outputs": []}}, "web", web(), "X26", "rtmpPublishConfig"),
        ({"rtmpPublishConfig": {"outputs": [{"rtmpUrl": "http://a"}]}}, "web", {},
         "X26", "rtmpPublishConfig.outputs[0].rtmpUrl"),
        ({"storageConfig": storage(vendor=5, region=1)}, "mix", {}, "X21", "storageConfig.region"),
        ({"storageConfig": {"vendor": 1, "region": 0}}, "mix", {},
         "bucket-missing", "storageConfig.bucket"),
    ],
)  # fmt: skip
def test_a_wrong_update_is_named_at_its_place(
    request_: dict[str, Any], mode: Mode, document: dict[str, Any], rule: str, path: str
) -> None:
    assert (rule, path) in found(check_update(request_, mode, document=document))


def test_streams_that_are_no_number_are_not_judged_twice() -> None:
    lists = {"streamSubscribe": {"audioUidList": {"subscribeAudioUids": ["7"]}}}

    assert check_update(lists, "mix", document=mix(streamTypes="2")) == ()


@pytest.mark.parametrize(
    ("request_", "mode", "expected"),
    [
        ({}, "mix", set()),
        ({"scene": 1}, "web", set()),
        ({"scene": 1}, "mix", {("X01", "scene")}),
        ({"resourceExpiredHour": 900}, "mix", {("resourceExpiredHour-range",
                                                "resourceExpiredHour")}),
        ({"region": "NA", "regionAffinity": 1}, "mix", {("region-twice", "regionAffinity")}),
        ({"startParameter": mix()["clientRequest"]}, "mix", set()),
        ({"startParameter": {"storageConfig": storage(), "recordingConfig": {}}}, "mix",
         {("channelType-missing", "startParameter.recordingConfig.channelType")}),
    ],
)  # fmt: skip
def test_acquire_is_checked_by_itself(
    request_: dict[str, Any], mode: Mode, expected: set[tuple[str, str]]
) -> None:
    assert found(check_acquire_request(request_, mode)) == expected


def test_errors_of_a_copy_in_acquire_stand_before_warnings_of_acquire() -> None:
    request = {"Scene": 0, "startParameter": {"storageConfig": storage(), "recordingConfig": {}}}

    severities = [problem.severity for problem in check_acquire_request(request, "mix")]

    assert severities == [Severity.ERROR, Severity.WARNING]


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        ({}, set()),
        ({"async_stop": True}, set()),
        ({"async_stop": "true"}, {("async_stop-type", "async_stop")}),
        ({"asyncStop": True}, {("X34", "asyncStop")}),
    ],
)
def test_stop_is_checked_by_itself(
    request_: dict[str, Any], expected: set[tuple[str, str]]
) -> None:
    assert found(check_stop(request_, "mix")) == expected


def test_a_layout_fault_is_an_error() -> None:
    (problem,) = check_update_layout({"mixedVideoLayout": 3})

    assert problem.severity is Severity.ERROR
