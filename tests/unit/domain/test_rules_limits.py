"""Input that is no config at all: a sentence, never a hang."""

from __future__ import annotations

from typing import Any

import pytest

from agora_console.domain.problems import Severity
from agora_console.domain.rules import (
    CheckContext,
    check,
    check_acquire_request,
    check_stop,
    check_update,
    check_update_layout,
    infer_mode,
)
from agora_console.domain.rules.findings import MAX_FINDINGS, say
from tests.support.configs import changed, mix, web

CANVAS = "clientRequest.recordingConfig.transcodingConfig"


def deep(levels: int) -> dict[str, Any]:
    document: dict[str, Any] = {}
    for _ in range(levels):
        document = {"a": document}
    return document


def cyclic() -> dict[str, Any]:
    document: dict[str, Any] = {}
    document["clientRequest"] = document
    return document


def broad() -> dict[str, Any]:
    document: dict[str, Any] = {"a": [0] * 10_000}
    document["b"] = [document["a"]] * 10_000
    return document


HOSTILE: list[tuple[Any, str]] = [
    (deep(5000), "document-depth"),
    (cyclic(), "document-depth"),
    ({"a": [0] * 20_001}, "document-size"),
    (broad(), "document-size"),
    ([1], "document-type"),
    (None, "document-type"),
    ("{}", "document-type"),
    (5, "document-type"),
]


@pytest.mark.parametrize(
    "checker",
    [
        check,
        check_update_layout,
        lambda value: check_update(value, "mix"),
        lambda value: check_acquire_request(value, "mix"),
        lambda value: check_stop(value, "mix"),
    ],
)
@pytest.mark.parametrize(("value", "rule"), HOSTILE, ids=[rule for _, rule in HOSTILE])
def test_what_is_no_config_gets_one_sentence(checker: Any, value: Any, rule: str) -> None:
    (problem,) = checker(value)

    assert problem.rule == rule
    assert problem.severity is Severity.ERROR
    assert problem.action


def test_a_config_may_be_forty_levels_deep() -> None:
    assert {p.rule for p in check(mix() | deep(39))} == {"unknown-key"}
    assert {p.rule for p in check(mix() | deep(40))} == {"document-depth"}


def test_the_findings_end_somewhere() -> None:
    document = mix() | {f"odd{n}": n for n in range(500)}

    problems = check(document)

    assert len(problems) == MAX_FINDINGS + 1
    assert problems[0].severity is Severity.ERROR
    assert "100 findings or more" in problems[0].sentence


def test_a_list_is_not_read_to_its_end() -> None:
    document = mix(subscribeAudioUids=[5] * 15_000, subscribeVideoUids=["7"] * 15)
    regions = [{"x_axis": 2}] * 2_000
    path = "clientRequest.recordingConfig.transcodingConfig.layoutConfig"

    assert len(check(document)) < 10
    assert len(check(changed(mix(), path, regions))) == MAX_FINDINGS + 1


LONG = 900_000
PARAM = "clientRequest.extensionServiceConfig.extensionServices[0].serviceParam"
ENDLESS = [
    (web(), f"{PARAM}.url", "https://" + "a" * LONG + " "),
    (web(), f"{PARAM}.url", "https://" + "a." * LONG + "loca"),
    (mix(), "clientRequest.storageConfig.bucket", "[" * LONG),
    (mix(), "clientRequest.storageConfig.bucket", "your" + " " * LONG + "bucke"),
    (mix(), "clientRequest.storageConfig.fileNamePrefix", ["a" * LONG + "_"] * 3),
    (mix(), f"{CANVAS}.backgroundImage", "http://" + "a/" * LONG + ".pn"),
    (mix(), f"{CANVAS}.backgroundColor", "#" + "f" * LONG),
    (mix(), f"{CANVAS}.width", "9" * LONG),
    (mix(), f"{CANVAS}.maxResolutionUid", "9" * LONG),
    (mix(), "clientRequest.recordingConfig.salt", "A" * LONG),
    (mix(), "clientRequest.recordingConfig.privateParams", "[" * LONG),
    (mix(), "clientRequest.recordingConfig.subscribeAudioUids", ["9" * 100_000] * 32),
    (mix(), "clientRequest.recordingFileConfig", {"avFileType": ["h" * LONG] * 2}),
]


@pytest.mark.timeout(5)
@pytest.mark.parametrize(("document", "path", "value"), ENDLESS, ids=range(len(ENDLESS)))
def test_an_endless_text_takes_no_time_and_makes_no_long_sentence(
    document: dict[str, Any], path: str, value: object
) -> None:
    context = CheckContext(cname="a" * LONG + "/", uid="9" * LONG)

    problems = check(changed(document, path, value), context=context)

    assert all(len(problem.sentence) < 300 for problem in problems)


@pytest.mark.parametrize(
    ("mode", "rule"),
    [(None, "mode-type"), (5, "mode-type"), ("cinema", "mode-choice"), ([], "mode-type")],
)
def test_a_mode_that_is_none_is_named_and_the_keys_decide(mode: object, rule: str) -> None:
    document = web() | {"mode": mode}

    assert [problem.rule for problem in check(document)] == [rule]


@pytest.mark.parametrize(
    ("document", "mode"),
    [
        ({"mode": "web"}, "web"),
        ({"clientRequest": {"extensionServiceConfig": {}}}, "web"),
        ({"clientRequest": {"snapshotConfig": {}}}, "individual"),
        ({"clientRequest": {"recordingConfig": {"subscribeUidGroup": 0}}}, "individual"),
        ({"clientRequest": {"recordingConfig": {"streamMode": "default"}}}, "individual"),
        (
            {
                "clientRequest": {
                    "recordingConfig": {"subscribeUidGroup": 0, "transcodingConfig": {}}
                }
            },
            "mix",
        ),
        ({"clientRequest": 5}, "mix"),
        ({}, "mix"),
    ],
)
def test_the_mode_follows_from_the_keys(document: dict[str, Any], mode: str) -> None:
    assert infer_mode(document) == mode


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (8000, "kbps", "8000 Kbps"),
        (0.5, "", "0.5"),
        (True, "", "true"),
        (None, "", "null"),
        ("anna", "", '"anna"'),
        ("a" * 41, "", '"' + "a" * 37 + '…"'),
        ("a\nb\u202e", "", '"a\\nb\\u202e"'),
        ({}, "", "an object"),
        ([], "", "a list"),
        (10**15, "", "an endless number"),
        (float("nan"), "s", "not a number"),
    ],
)
def test_a_value_reads_shortly_in_a_sentence(value: object, unit: str, said: str) -> None:
    assert say(value, unit) == said


def test_a_number_too_long_to_be_written_is_said_all_the_same() -> None:
    path = "clientRequest.recordingConfig.maxIdleTime"

    (problem,) = check(changed(mix(), path, 10**5000))

    assert problem.sentence == "Leave when idle: an endless number is above Agora's 2592000."
