"""What each field by itself is checked for; the cases are made from the field specs."""

from __future__ import annotations

from typing import Any

import pytest

from agora_console.domain.config import FieldSpec, by_path, fields
from agora_console.domain.config.recording import BLACK_LISTS
from agora_console.domain.intake.fixes import apply_fixes
from agora_console.domain.problems import Problem, Severity
from agora_console.domain.rules import check
from agora_console.domain.session import Mode
from tests.support.configs import FULL, changed, found, lacking, mix, web

FIELDS = [spec for spec in fields() if not spec.legacy and spec.key != "startParameter"]
OPEN = [spec for spec in FIELDS if not spec.secret and spec.key != "mode"]
RANGED = [spec for spec in OPEN if spec.maximum is not None]
CHOSEN = [spec for spec in OPEN if spec.choices and spec.key != "fps"]
MODES: tuple[Mode, ...] = ("mix", "individual", "web")

WRONG_TYPES: dict[str, list[Any]] = {
    "integer": ["seven", 1.5, True, None, [], {}],
    "number": ["half", False, None, [], {}, float("nan"), float("inf")],
    "string": [1.5, True, None, [], {}],
    "boolean": ["maybe", 2, 0.5, None, [], {}],
    "object": ["text", 1, True, None, []],
    "strings": [1, True, None, {}, ""],
    "objects": ["text", 1, True, None, {}],
}
MENDABLE_TYPES: dict[str, list[tuple[Any, Any]]] = {
    "integer": [("1280", 1280), (" 7 ", 7), (15.0, 15)],
    "number": [("0.5", 0.5)],
    "string": [(42, "42")],
    "boolean": [("true", True), ("False", False), (1, True), (0, False)],
    "strings": [("hls", ["hls"])],
    "object": [],
    "objects": [],
}


def name(value: object) -> str:
    return value.path if isinstance(value, FieldSpec) else str(value)


def place(spec: FieldSpec) -> tuple[dict[str, Any], str]:
    """A right document that has the parent of the field, and the path of the field in it."""
    document = FULL[spec.modes[0]]()
    at = spec.path
    if spec.service == "rtmp_publish_service" or spec.key == "rtmpUrl":
        at = at.replace("extensionServices[]", "extensionServices[1]")
    return document, at.replace("[]", "[0]")


def at_path(document: dict[str, Any], path: str) -> list[Problem]:
    return [problem for problem in check(document) if problem.path == path]


def the(problems: list[Problem], rule: str) -> Problem:
    """The one problem of the rule."""
    (one,) = [problem for problem in problems if problem.rule == rule]
    return one


@pytest.mark.parametrize("spec", RANGED, ids=name)
def test_the_limits_of_a_field_belong_to_it(spec: FieldSpec) -> None:
    document, path = place(spec)
    for limit in (spec.minimum, spec.maximum):
        assert limit is not None
        rules = {each.rule for each in at_path(changed(document, path, int(limit)), path)}
        assert f"{spec.key}-range" not in rules


@pytest.mark.parametrize("spec", RANGED, ids=name)
def test_a_value_beyond_the_limits_is_named_with_the_limit_and_mended(spec: FieldSpec) -> None:
    document, path = place(spec)
    assert spec.minimum is not None
    assert spec.maximum is not None
    for limit, step, word in ((spec.minimum, -1, "below"), (spec.maximum, 1, "above")):
        wrong = changed(document, path, int(limit) + step)

        problem = the(at_path(wrong, path), f"{spec.key}-range")

        assert problem.severity is (Severity.WARNING if spec.soft else Severity.ERROR)
        assert f" is {word} Agora's {int(limit)}." in problem.sentence
        assert str(int(limit) + step) in problem.sentence
        if beyond_repair(spec, word):
            assert problem.fix is None
        else:
            assert the_fix(wrong, problem, path) == int(limit)


def beyond_repair(spec: FieldSpec, word: str) -> bool:
    """Where the limit would be legal and nonsense: a picture 1 pixel wide, an edge at the end."""
    if word == "below":
        return spec.unit == "px" and spec.minimum == 1
    return spec.key in ("x_axis", "y_axis")


def the_fix(document: dict[str, Any], problem: Problem, path: str) -> object:
    """The value that the fix puts in place; the problem has to be gone with it."""
    assert problem.fix is not None
    assert problem.action
    mended = apply_fixes(document, [problem])
    assert (problem.rule, problem.path) not in found(check(mended))
    return problem.fix.value


@pytest.mark.parametrize("spec", CHOSEN, ids=name)
def test_every_choice_of_a_field_is_taken(spec: FieldSpec) -> None:
    document, path = place(spec)
    for choice in spec.values:
        value = [choice] if spec.type == "strings" else choice
        problems = check(changed(document, path, value))
        assert not [each for each in problems if each.rule in {f"{spec.key}-choice"}]


@pytest.mark.parametrize("spec", CHOSEN, ids=name)
def test_a_value_that_is_no_choice_is_named_with_the_choices(spec: FieldSpec) -> None:
    document, path = place(spec)
    odd: Any = 99 if spec.type == "integer" else "cinema"
    where = path
    if spec.type == "strings":
        odd, where = [odd], f"{path}[0]"

    problem = the(at_path(changed(document, path, odd), where), f"{spec.key}-choice")

    assert problem.severity is Severity.ERROR
    for choice in spec.choices:
        assert (str(choice.value) in problem.sentence) or choice.gone


@pytest.mark.parametrize(
    "spec", [spec for spec in CHOSEN if isinstance(spec.values[0], str)], ids=name
)
def test_a_choice_in_the_wrong_case_is_mended(spec: FieldSpec) -> None:
    document, path = place(spec)
    typed: Any = f" {str(spec.values[0]).swapcase()} "
    where = path
    if spec.type == "strings":
        typed, where = [typed], f"{path}[0]"
    wrong = changed(document, path, typed)

    problem = the(at_path(wrong, where), f"{spec.key}-choice")

    fixed = the_fix(wrong, problem, path)
    assert fixed in (spec.values[0], [spec.values[0]])


@pytest.mark.parametrize(
    ("spec", "value"),
    [(spec, value) for spec in OPEN for value in WRONG_TYPES[spec.type]],
    ids=name,
)
def test_a_value_of_the_wrong_type_is_named(spec: FieldSpec, value: object) -> None:
    document, path = place(spec)

    problem = the(at_path(changed(document, path, value), path), f"{spec.key}-type")

    assert problem.severity is Severity.ERROR
    assert "where Agora wants" in problem.sentence
    if value is None and not spec.required_in:
        assert the_fix(changed(document, path, value), problem, path) is None
    elif value == 1.5 and spec.unit in ("kbps", "s", "h", "min", "px", "fps"):
        assert problem.fix is not None
        assert problem.fix.value == 2
    elif spec.key == "privateParams" and value == {}:
        assert problem.fix is not None
        assert problem.fix.value == "{}"
    else:
        assert problem.fix is None


@pytest.mark.parametrize(
    ("spec", "typed", "meant"),
    [
        (spec, typed, meant)
        for spec in OPEN
        for typed, meant in MENDABLE_TYPES[spec.type]
        if not (spec.type == "string" and spec.choices)  # 42 in quotes is no choice either
    ],
    ids=name,
)
def test_a_value_of_the_wrong_type_is_mended_where_it_is_clear(
    spec: FieldSpec, typed: object, meant: object
) -> None:
    document, path = place(spec)
    wrong = changed(document, path, typed)

    problem = the(at_path(wrong, path), f"{spec.key}-type")

    fixed = the_fix(wrong, problem, path)
    assert (type(fixed), fixed) == (type(meant), meant)


@pytest.mark.parametrize(
    ("spec", "mode"),
    [(spec, mode) for spec in OPEN for mode in spec.required_in if spec.key not in ("endpoint",)],
    ids=name,
)
def test_a_field_that_is_needed_is_missed(spec: FieldSpec, mode: Mode) -> None:
    document, path = FULL[mode](), place(spec)[1]
    rules = {"subscribeUidGroup": "X02", "extensionServiceConfig": "X05"}

    problem = the(
        at_path(lacking(document, path), path), rules.get(spec.key, f"{spec.key}-missing")
    )

    assert problem.severity is Severity.ERROR
    assert spec.key in problem.sentence


@pytest.mark.parametrize("spec", [spec for spec in FIELDS if spec.secret], ids=name)
def test_a_secret_is_not_missed_and_not_wanted(spec: FieldSpec) -> None:
    document, path = place(spec)
    wrong = changed(document, path, "hunter2")

    assert not [each for each in at_path(document, path) if each.severity is not Severity.NOTE]
    problem = the(at_path(wrong, path), "secret-in-file")
    assert problem.severity is Severity.WARNING
    assert "hunter2" not in repr(problem)
    assert the_fix(wrong, problem, path) is None


@pytest.mark.parametrize("value", ["", None, 4711, ["hunter2"], {"hunter2": 1}])
def test_a_secret_of_any_shape_is_named_and_not_repeated(value: object) -> None:
    path = "clientRequest.storageConfig.secretKey"

    problems = check(changed(mix(), path, value))

    assert ("secret-in-file", path) in found(problems)
    assert (("secretKey-type", path) in found(problems)) != isinstance(value, str)
    assert "hunter2" not in repr(problems)
    assert "4711" not in repr(problems)


def belongs(path: str, mode: Mode) -> bool:
    return not path or mode in by_path()[path.removesuffix("[]")].modes


@pytest.mark.parametrize(
    ("spec", "mode"),
    [
        (spec, mode)
        for spec in fields()
        for mode in MODES
        if mode not in spec.modes and not spec.secret
        if belongs(spec.path.rpartition(".")[0], mode)
    ],
    ids=name,
)
def test_a_field_of_another_mode_is_named(spec: FieldSpec, mode: Mode) -> None:
    refused = {
        "transcodingConfig",
        "audioProfile",
        "streamMode",
        "snapshotConfig",
        "recordingConfig",
        "extensionServiceConfig",
    }
    wrong = changed(FULL[mode](), spec.path, {} if spec.type == "object" else 0)

    problem = at_path(wrong, spec.path)[0]

    severe = Severity.ERROR if spec.key in refused else Severity.WARNING
    assert problem.severity is severe
    assert the_fix(wrong, problem, spec.path) is None


@pytest.mark.parametrize(
    "spec",
    [spec for spec in OPEN if "[]" not in spec.path and spec.key.lower() != spec.key],
    ids=name,
)
def test_a_key_in_the_wrong_case_is_named_and_renamed(spec: FieldSpec) -> None:
    document, path = place(spec)
    parent, _, key = path.rpartition(".")
    wrong_path = f"{parent}.{key.lower()}" if parent else key.lower()
    value: Any = {} if spec.type == "object" else 1
    wrong = changed(lacking(document, path), wrong_path, value)

    problem = the(at_path(wrong, wrong_path), "X34")

    assert problem.severity is Severity.WARNING
    assert key in problem.sentence
    assert problem.fix is not None
    assert problem.fix.rename_to == path
    assert wrong_path not in {each.path for each in check(apply_fixes(wrong, [problem]))}


@pytest.mark.parametrize("spec", [spec for spec in fields() if spec.legacy], ids=name)
def test_a_field_that_is_gone_is_named(spec: FieldSpec) -> None:
    document = FULL[spec.modes[0]]()
    value: Any = {} if spec.type == "object" else spec.default or "mp4"
    wrong = changed(document, spec.path, value)

    top = spec.path.split(".")[:2] if spec.modes[0] == "individual" else spec.path.split(".")
    problem = the(at_path(wrong, ".".join(top)), "legacy")

    assert problem.severity is Severity.WARNING
    assert the_fix(wrong, problem, problem.path) is None


@pytest.mark.parametrize(
    ("fps", "nearest"), [(0, 15), (2, 1), (5, 7), (14, 15), (25, 24), (29, 30), (50, 60), (120, 60)]
)
def test_a_frame_rate_that_does_not_exist_becomes_fifteen(fps: int, nearest: int) -> None:
    path = "clientRequest.recordingConfig.transcodingConfig.fps"
    wrong = changed(mix(), path, fps)

    problem = the(at_path(wrong, path), "X12")

    assert problem.severity is Severity.WARNING
    assert problem.sentence == f"Frame rate: {fps} fps does not exist at Agora and becomes 15."
    assert the_fix(wrong, problem, path) == nearest


@pytest.mark.parametrize("fps", [1, 7, 10, 15, 24, 30, 60])
def test_a_frame_rate_that_exists_is_taken(fps: int) -> None:
    path = "clientRequest.recordingConfig.transcodingConfig.fps"

    assert "X12" not in {each.rule for each in at_path(changed(mix(), path, fps), path)}


def test_a_sentence_reads_like_a_person() -> None:
    path = "clientRequest.recordingConfig.transcodingConfig.bitrate"

    (problem,) = [p for p in check(changed(mix(), path, 8000)) if p.path == path]

    assert problem.sentence == "Bitrate: 8000 Kbps is above Agora's 6500."
    assert problem.action == "Use 6500."


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("red", None),
        ("#12345", None),
        ("FF0000", "#FF0000"),
        ("#fa0", "#ffaa00"),
        ("0x101010", "#101010"),
        ("#1234567", None),
        ("", None),
    ],
)
def test_a_colour_has_six_digits(typed: str, mended: str | None) -> None:
    path = "clientRequest.recordingConfig.transcodingConfig.backgroundColor"
    wrong = changed(mix(), path, typed)

    problem = the(at_path(wrong, path), "backgroundColor-format")

    assert (problem.fix.value if problem.fix else None) == mended


@pytest.mark.parametrize(
    ("typed", "fine"),
    [
        ("https://a.example.com/x", True),
        ("http://a.example.com", True),
        ("ftp://a", False),
        ("a.example.com", False),
        ("https://", False),
        ("https://a b", False),
        ("", False),
    ],
)
def test_a_page_has_a_web_address(typed: str, fine: bool) -> None:
    path = "clientRequest.extensionServiceConfig.extensionServices[0].serviceParam.url"

    rules = {each.rule for each in at_path(changed(web(), path, typed), path)}

    assert ("url-format" in rules) != fine


@pytest.mark.parametrize("key", BLACK_LISTS)
def test_either_spelling_of_a_black_list_is_known(key: str) -> None:
    rules = {problem.rule for problem in check(mix(**{key: ["5"]}))}

    assert "unknown-key" not in rules
    assert "X34" not in rules
