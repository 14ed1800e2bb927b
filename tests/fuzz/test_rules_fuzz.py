"""Any JSON can be checked, and every fix mends what it belongs to."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agora_console.domain.config import fields, take_secrets
from agora_console.domain.intake.fixes import apply_fixes
from agora_console.domain.intake.lint import LintInput, UnusableInput, lint, mend, read_input
from agora_console.domain.paths import with_value
from agora_console.domain.problems import Problem, Severity
from agora_console.domain.rules import (
    CheckContext,
    check,
    check_acquire_request,
    check_stop,
    check_update,
    check_update_layout,
)
from agora_console.domain.rules.findings import MAX_FINDINGS
from agora_console.domain.session import Mode
from tests.support.configs import FULL, found

MODES: tuple[Mode, ...] = ("mix", "individual", "web")

KEYS = sorted({spec.key for spec in fields()} | {"unsubscribeAudioUids", "MaxIdleTime", "odd.key"})
PATHS = sorted({spec.path.replace("[]", "[0]") for spec in fields()})

scalars = (
    st.none()
    | st.booleans()
    | st.integers(-2, 40)
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["hls", "mp4", "#allstream#", "123", "7", "1280", "true", "#FFF", "http://a"])
)
json_values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=5), inner, max_size=4)
    ),
    max_leaves=20,
)
contexts = st.builds(
    CheckContext,
    cname=st.none() | st.text(max_size=70),
    uid=st.none() | st.sampled_from(["7", "99", "0", ""]),
    now=st.none() | st.just(1_800_000_000.0),
    token_expires_at=st.none() | st.floats(1.7e9, 1.9e9),
    planned_seconds=st.none() | st.floats(0, 4e6),
    has_storage_keys=st.none() | st.booleans(),
    has_sts_token=st.none() | st.booleans(),
    has_channel_secret=st.none() | st.booleans(),
    has_salt=st.none() | st.booleans(),
    zone=st.sampled_from(["", "CN", "AP", "EU", "NA"]),
    unsubscribe_spelling=st.sampled_from(["unSubscribe", "unsubscribe"]),
)


@st.composite
def near_configs(draw: st.DrawFn) -> dict[str, Any]:
    """A right config in which some values were changed, fields of other modes included."""
    document: dict[str, Any] = FULL[draw(st.sampled_from(MODES))]()
    for _ in range(draw(st.integers(1, 4))):
        try:
            document = with_value(document, draw(st.sampled_from(PATHS)), draw(json_values))
        except ValueError:
            continue
    return document


def sound(problems: tuple[Problem, ...]) -> None:
    """Findings are few, and each is a short sentence that can be printed."""
    assert len(problems) <= MAX_FINDINGS + 1
    for problem in problems:
        assert problem.rule
        assert len(problem.sentence) < 400
        problem.sentence.encode()
        problem.action.encode()
    ranks = [list(Severity).index(problem.severity) for problem in problems]
    assert ranks == sorted(ranks)


@given(json_values, contexts)
def test_any_json_can_be_checked(document: Any, context: CheckContext) -> None:
    sound(check(document, context=context))


@given(json_values, st.sampled_from(MODES), json_values, contexts)
def test_any_json_can_be_checked_as_any_request(
    request: Any, mode: Mode, document: Any, context: CheckContext
) -> None:
    running = document if isinstance(document, dict) else {}
    sound(check_update_layout(request, document=running, context=context))
    sound(check_update(request, mode, document=running, context=context))
    sound(check_acquire_request(request, mode, context=context))
    sound(check_stop(request, mode))


@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow])
@given(near_configs(), contexts)
def test_a_fix_by_itself_mends_what_it_belongs_to(
    document: dict[str, Any], context: CheckContext
) -> None:
    problems = check(document, context=context)
    sound(problems)
    for problem in problems:
        if problem.fix is not None:
            mended = apply_fixes(document, [problem])
            assert (problem.rule, problem.path) not in found(check(mended, context=context))
            assert apply_fixes(mended, [problem]) == mended


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(near_configs(), contexts)
def test_all_fixes_together_are_applied_once(
    document: dict[str, Any], context: CheckContext
) -> None:
    before = repr(document)
    problems = check(document, context=context)

    mended = apply_fixes(document, problems)

    assert same(apply_fixes(mended, problems), mended)
    assert repr(document) == before


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(near_configs())
def test_mending_ends_with_nothing_left_to_mend(document: dict[str, Any]) -> None:
    mended = mend(LintInput(document, "config", "start", "mix"))

    left = {problem.rule for problem in lint(mended) if problem.fix is not None}
    assert left <= {"secret-in-file", "X07"}  # these are a person's to choose


@given(near_configs())
def test_taking_the_secrets_leaves_none_behind(document: dict[str, Any]) -> None:
    left, _ = take_secrets(document)

    assert "secret-in-file" not in {problem.rule for problem in check(left)}


@given(json_values, st.sampled_from([None, *MODES]))
def test_any_json_text_can_be_linted(value: Any, mode: Mode | None) -> None:
    read = read_input(json.dumps(value), mode)

    if isinstance(read, UnusableInput):
        assert read.sentence.endswith(".")
    else:
        sound(lint(read))


@given(st.text() | st.text().map(lambda text: f"curl -d {text}"))
def test_any_text_can_be_read(text: str) -> None:
    read = read_input(text)

    assert isinstance(read, LintInput | UnusableInput)


def same(one: Any, other: Any) -> bool:
    """Equality in which a number that is none equals itself."""
    return repr(one) == repr(other)
