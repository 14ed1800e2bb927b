"""Advice: what Agora accepts and a person would regret."""

from __future__ import annotations

from typing import Any

import pytest

from agora_console.domain.intake.fixes import apply_fixes
from agora_console.domain.paths import read
from agora_console.domain.problems import Problem, Severity
from agora_console.domain.rules import CheckContext, check
from tests.support.configs import changed, individual, lacking, mix, web

RECORDING = "clientRequest.recordingConfig"
CANVAS = f"{RECORDING}.transcodingConfig"
IDLE = f"{RECORDING}.maxIdleTime"
NOW = 1_800_000_000.0
HOUR = 3600


def only(document: dict[str, Any], context: CheckContext | None = None) -> Problem:
    """The one finding."""
    (problem,) = check(document, context=context)
    return problem


def canvas(*size: int, **more: Any) -> dict[str, Any]:
    """A communication channel with this picture."""
    values = dict(zip(("width", "height", "fps", "bitrate"), size, strict=False))
    return mix(channelType=0, transcodingConfig={**values, **more})


@pytest.mark.parametrize(
    "document",
    [
        lacking(mix(), CANVAS),
        mix(transcodingConfig={}),
        mix(transcodingConfig={"mixedVideoLayout": 1}),
        mix(transcodingConfig={"fps": 25, "bitrate": 900}),
    ],
    ids=["none", "empty", "layout only", "rate only"],
)
def test_the_small_portrait_default_is_told_and_can_be_made_landscape(
    document: dict[str, Any],
) -> None:
    problem = next(p for p in check(document) if p.rule == "portrait-default")

    mended = apply_fixes(document, [problem])

    assert problem.severity is Severity.WARNING
    assert "360 × 640" in problem.sentence
    assert read(mended, f"{CANVAS}.width") == 1280
    assert (
        {**read(mended, CANVAS), **read(document, CANVAS)} == read(mended, CANVAS)
        if read(document, CANVAS) in ({}, {"mixedVideoLayout": 1})
        else True
    )
    assert "portrait-default" not in {p.rule for p in check(mended)}


def test_a_portrait_that_was_asked_for_is_left_alone() -> None:
    assert check(canvas(360, 640, 15, 400)) == ()


@pytest.mark.parametrize("streams", [0])
def test_sound_alone_has_no_picture_to_advise_on(streams: int) -> None:
    assert check(lacking(mix(streamTypes=streams), CANVAS)) == ()


def test_a_canvas_that_is_set_in_part_is_completed() -> None:
    document = canvas(1280, 720)

    problem = only(document)

    assert problem.rule == "canvas-partial"
    assert "fps 15, bitrate 500" in problem.sentence
    assert apply_fixes(document, [problem]) == canvas(1280, 720, 15, 1130)


def test_a_bitrate_that_is_set_stays_when_the_canvas_is_completed() -> None:
    document = canvas(1280, bitrate=1000)

    assert read(apply_fixes(document, check(document)), f"{CANVAS}.bitrate") == 1000


@pytest.mark.parametrize(
    ("bitrate", "rule"),
    [(564, "bitrate-low"), (565, None), (2825, None), (2826, "bitrate-high")],
)
def test_a_bitrate_is_compared_with_the_table(bitrate: int, rule: str | None) -> None:
    problems = check(canvas(1280, 720, 15, bitrate))

    assert [problem.rule for problem in problems] == ([rule] if rule else [])
    for problem in problems:
        assert str(bitrate) in problem.sentence
        assert "1130" in problem.sentence
        assert problem.fix is not None
        assert problem.fix.value == 1130


def test_a_live_broadcast_wants_twice_the_bitrate() -> None:
    assert only(mix(transcodingConfig=read(canvas(1280, 720, 15, 1129), CANVAS))).fix is not None


def test_a_rate_that_becomes_fifteen_is_compared_as_fifteen() -> None:
    rules = [problem.rule for problem in check(canvas(1280, 720, 50, 1130))]

    assert rules == ["X12"]


@pytest.mark.parametrize(
    "document",
    [
        canvas(0, 720, 15, 100),
        canvas(1921, 720, 15, 100),
        canvas(1920, 1920, 15, 100),
        canvas(1280, 720, 15, 6501),
        canvas(1280, 720, -1, 100),
        changed(canvas(1280, 720, 15, 100), f"{CANVAS}.width", "1280"),
        changed(canvas(1280, 720, 15, 100), f"{RECORDING}.channelType", 2),
        changed(canvas(1280, 720, 15, 100), CANVAS, []),
    ],
)
def test_there_is_no_advice_on_a_picture_that_is_wrong(document: dict[str, Any]) -> None:
    rules = {problem.rule for problem in check(document)}

    assert not rules & {"bitrate-low", "bitrate-high", "portrait-default", "canvas-partial"}


@pytest.mark.parametrize("make", [mix, individual])
def test_an_idle_time_that_is_not_set_is_told(make: Any) -> None:
    document = lacking(make(), IDLE)

    problem = only(document)

    assert (problem.rule, problem.severity) == ("idle-default", Severity.NOTE)
    assert apply_fixes(document, [problem]) == changed(document, IDLE, 300)


@pytest.mark.parametrize(
    ("idle", "gap", "mended"), [(119, 120, True), (5, 120, True), (300, 301, False)]
)
def test_an_idle_time_shorter_than_a_query_gap_is_told(idle: int, gap: int, mended: bool) -> None:
    problem = only(mix(maxIdleTime=idle), CheckContext(query_gap=gap))

    assert (problem.rule, problem.path, problem.severity) == ("X31", IDLE, Severity.WARNING)
    assert f"{idle} s" in problem.sentence
    assert (problem.fix is not None) == mended


@pytest.mark.parametrize("idle", [120, 121, 2_592_000])
def test_an_idle_time_of_a_query_gap_is_fine(idle: int) -> None:
    assert check(mix(maxIdleTime=idle)) == ()


def test_a_control_window_shorter_than_planned_is_told() -> None:
    context = CheckContext(planned_seconds=72 * HOUR + 1)

    problem = only(mix(), context)

    assert problem.rule == "control-window"
    assert "72 h is shorter than the 72.0 h planned" in problem.sentence
    assert check(apply_fixes(mix(), [problem]), context=context) == ()
    assert check(mix(), context=CheckContext(planned_seconds=72 * HOUR)) == ()


def test_a_length_beyond_any_control_window_has_no_fix() -> None:
    problem = only(mix(), CheckContext(planned_seconds=721 * HOUR))

    assert problem.fix is None


def test_a_page_that_ends_before_it_was_planned_is_told() -> None:
    problem = only(web(maxRecordingHour=2), CheckContext(planned_seconds=2.5 * HOUR))

    assert problem.rule == "recording-ends"
    assert problem.fix is not None
    assert problem.fix.value == 3
    assert check(web(maxRecordingHour=2), context=CheckContext(planned_seconds=7200)) == ()


def test_a_page_beyond_the_longest_recording_has_no_fix() -> None:
    document = web(maxRecordingHour=720) | {"acquire": {"resourceExpiredHour": 720}}

    problems = check(document, context=CheckContext(planned_seconds=721 * HOUR))

    assert {problem.rule for problem in problems} == {"recording-ends", "control-window"}
    assert all(problem.fix is None for problem in problems)


@pytest.mark.parametrize(
    ("left", "planned", "rule"),
    [
        (0, None, "token-expired"),
        (-5, 60, "token-expired"),
        (59, 60, "token-short"),
        (60, 60, None),
        (1, None, None),
    ],
)
def test_a_token_has_to_outlast_the_recording(
    left: float, planned: float | None, rule: str | None
) -> None:
    context = CheckContext(now=NOW, token_expires_at=NOW + left, planned_seconds=planned)

    assert [problem.rule for problem in check(mix(), context=context)] == ([rule] if rule else [])


def test_a_token_is_not_judged_without_a_clock() -> None:
    assert check(mix(), context=CheckContext(token_expires_at=1.0)) == ()


def test_the_life_of_a_token_reads_in_minutes_and_hours() -> None:
    context = CheckContext(now=NOW, token_expires_at=NOW + 1800, planned_seconds=2 * HOUR)

    assert "ends in 30 min, before the 2.0 h planned" in only(mix(), context).sentence
