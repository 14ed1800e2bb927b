"""Keys that Agora would ignore in silence."""

from __future__ import annotations

from typing import Any

import pytest

from agora_console.domain.intake.fixes import apply_fixes
from agora_console.domain.paths import read
from agora_console.domain.problems import Problem, Severity
from agora_console.domain.rules import check, check_update_layout
from tests.support.configs import changed, individual, lacking, mix, web

RECORDING = "clientRequest.recordingConfig"
CANVAS = f"{RECORDING}.transcodingConfig"


def one(document: dict[str, Any], path: str) -> Problem:
    (problem,) = [problem for problem in check(document) if problem.path == path]
    return problem


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        (f"{CANVAS}.bitrates", f"{CANVAS}.bitrate"),
        (f"{CANVAS}.backgroudColor", f"{CANVAS}.backgroundColor"),
        (f"{RECORDING}.subscribeVideoUid", f"{RECORDING}.subscribeVideoUids"),
        (f"{RECORDING}.unsunscribeVideoUids", f"{RECORDING}.unSubscribeVideoUids"),
        ("clientRequest.recordingFilesConfig", "clientRequest.recordingFileConfig"),
    ],
)
def test_a_slip_of_the_pen_is_guessed_and_renamed(path: str, meant: str) -> None:
    document = changed(lacking(mix(), meant), path, 1)

    problem = one(document, path)

    assert (problem.rule, problem.severity) == ("unknown-key", Severity.WARNING)
    assert "did you mean" in problem.sentence
    assert read(apply_fixes(document, [problem]), meant) == 1


def test_a_slip_beside_the_right_key_is_removed() -> None:
    document = changed(mix(), f"{CANVAS}.bitrates", 1)

    problem = one(document, f"{CANVAS}.bitrates")

    assert apply_fixes(document, [problem]) == mix()


def test_a_key_in_the_wrong_case_beside_the_right_one_is_removed() -> None:
    document = changed(mix(), f"{CANVAS}.BitRate", 1)

    problem = one(document, f"{CANVAS}.BitRate")

    assert problem.rule == "X34"
    assert apply_fixes(document, [problem]) == mix()


@pytest.mark.parametrize(
    ("path", "home"),
    [
        ("clientRequest.transcodingConfig", CANVAS),
        ("recordingConfig", RECORDING),
        ("clientRequest.maxIdleTime", f"{RECORDING}.maxIdleTime"),
        (f"{RECORDING}.avFileType", "clientRequest.recordingFileConfig.avFileType"),
        ("clientRequest.resourceExpiredHour", "acquire.resourceExpiredHour"),
        (f"{RECORDING}.bitrate", f"{CANVAS}.bitrate"),
        ("clientRequest.RESOURCEEXPIREDHOUR", "acquire.resourceExpiredHour"),
    ],
)
def test_a_key_in_the_wrong_place_is_moved_home(path: str, home: str) -> None:
    full = changed(mix(), "acquire", {"resourceExpiredHour": 24})
    full = changed(full, "clientRequest.recordingFileConfig", {"avFileType": ["hls"]})
    value = read(full, home)
    document = changed(lacking(full, home), path, value)

    problem = one(document, path)

    assert (problem.rule, problem.severity) == ("wrong-place", Severity.WARNING)
    assert home in problem.sentence
    assert read(apply_fixes(document, [problem]), home) == value


@pytest.mark.parametrize(
    ("document", "path"),
    [
        (changed(mix(), "clientRequest.transcodingConfig", {}), "clientRequest.transcodingConfig"),
        (changed(mix(), "region", "NA"), "region"),
        (changed(mix(), f"{RECORDING}.x_axis", 0), f"{RECORDING}.x_axis"),
        (changed(changed(mix(), RECORDING, 5), "maxIdleTime", 9), "maxIdleTime"),
        (changed(changed(mix(), "clientRequest", 5), "maxIdleTime", 9), "maxIdleTime"),
    ],
    ids=["taken", "two homes", "in a list", "no object there", "nor above"],
)
def test_a_key_whose_home_is_not_free_or_not_certain_is_only_named(
    document: dict[str, Any], path: str
) -> None:
    problem = one(document, path)

    assert problem.rule == "wrong-place"
    assert problem.fix is None


def test_a_home_in_another_mode_is_no_home() -> None:
    problem = one(changed(individual(), "clientRequest.bitrate", 500), "clientRequest.bitrate")

    assert problem.rule == "unknown-key"


@pytest.mark.parametrize("key", ["foo", "q" * 80, "odd key", "a.b", "[0]", "", "😀"])
def test_a_key_that_nobody_knows_is_removed(key: str) -> None:
    document = mix()
    document["clientRequest"][key] = 1

    problems = check(document)

    assert [problem.rule for problem in problems] == ["unknown-key"]
    assert apply_fixes(document, problems) == mix()


def test_a_key_too_long_to_be_one_is_named_shortly() -> None:
    document = mix()
    document["clientRequest"]["k" * 5000] = 1

    (problem,) = check(document)

    assert problem.path == "clientRequest"
    assert len(problem.sentence) < 120


def test_a_parameter_of_the_other_service_is_named() -> None:
    (problem,) = check(web(outputs=[]))

    assert problem.sentence == ("outputs belongs to rtmp_publish_service; Agora ignores it here.")


def test_only_some_unknown_keys_are_guessed_at() -> None:
    document = mix()
    document["clientRequest"] |= {f"recordingFileConfi{n}": 1 for n in range(30)}

    guessed = [problem for problem in check(document) if "did you mean" in problem.sentence]

    assert len(guessed) == 20


def test_a_layout_update_has_places_of_its_own() -> None:
    (problem,) = check_update_layout({"render_mode": 0})

    assert problem.rule == "wrong-place"
    assert "layoutConfig[].render_mode or backgroundConfig[].render_mode" in problem.sentence


@pytest.mark.parametrize(
    "path", ["clientRequest.storageConfig.AccessKey", "secretKey", f"{RECORDING}.token"]
)
def test_a_secret_under_another_key_is_removed_and_not_renamed(path: str) -> None:
    document = changed(mix(), path, "hunter2")

    problem = one(document, path)

    assert problem.rule == "secret-in-file"
    assert "hunter2" not in repr(problem)
    assert apply_fixes(document, [problem]) == mix()
