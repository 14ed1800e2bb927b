"""Channel names, UIDs and salts."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agora_console.domain.problems import Severity
from agora_console.domain.rules import CheckContext, check, check_cname, check_salt, check_uid
from agora_console.domain.session import Mode
from tests.support.configs import mix

ALLOWED = (
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 !#$%&()+-:;<=.>?@[]^_{}|~,"
)


def test_eighty_nine_characters_may_stand_in_a_channel_name() -> None:
    assert len(set(ALLOWED)) == 89
    for start in range(0, 89, 60):
        assert check_cname(ALLOWED[start : start + 60], "mix") is None


@given(st.characters(exclude_characters=ALLOWED))
def test_no_other_character_may(character: str) -> None:
    problem = check_cname(f"room{character}", "individual")

    assert problem is not None
    assert problem.severity is Severity.ERROR


@pytest.mark.parametrize("refused", ['"', "'", "/", "\\", "*", "`", "é", "\n", "\x00"])
def test_the_refused_character_is_named(refused: str) -> None:
    problem = check_cname(f"town{refused}hall", "mix")

    assert problem is not None
    assert "which Agora does not allow" in problem.sentence


@pytest.mark.parametrize(
    ("size", "mode", "severity"),
    [
        (0, "mix", Severity.ERROR),
        (1, "mix", None),
        (63, "mix", None),
        (64, "mix", Severity.WARNING),
        (65, "individual", Severity.ERROR),
        (0, "web", Severity.ERROR),
        (128, "web", None),
        (129, "web", Severity.WARNING),
        (1024, "web", Severity.WARNING),
        (1025, "web", Severity.ERROR),
    ],
)
def test_a_channel_name_has_a_length(size: int, mode: Mode, severity: Severity | None) -> None:
    problem = check_cname("a" * size, mode)

    assert (problem.severity if problem else None) is severity


def test_the_length_of_a_label_counts_bytes_and_any_character_goes() -> None:
    assert check_cname("Bühne/1", "web") is None
    assert check_cname("ü" * 512, "web") is not None
    assert check_cname("half \ud800", "web") is not None


@pytest.mark.parametrize("uid", ["1", "9", "527841", "4294967295"])
def test_a_uid_is_a_whole_number(uid: str) -> None:
    assert check_uid(uid) is None


@pytest.mark.parametrize(
    ("uid", "word"),
    [
        ("", "is empty"),
        ("0", "0 is not allowed"),
        ("007", "leading zero"),
        ("4294967296", "above Agora's 4294967295"),
        ("9" * 5000, "is huge"),
        ("anna", "not a whole number"),
        ("-1", "is below 1"),
        ("1.5", "not a whole number"),
        (" 1", "not a whole number"),
        ("1\n", "not a whole number"),
        ("٣", "not a whole number"),
    ],
)
def test_what_is_no_uid_is_refused_with_the_reason(uid: str, word: str) -> None:
    problem = check_uid(uid)

    assert problem is not None
    assert problem.path == "uid"
    assert word in problem.sentence
    assert "4294967295" in problem.action


@pytest.mark.parametrize("size", [0, 31, 33])
def test_a_salt_has_thirty_two_bytes(size: int) -> None:
    assert check_salt(base64.b64encode(bytes(32)).decode()) is None

    problem = check_salt(base64.b64encode(bytes(size)).decode())

    assert problem is not None
    assert f"has {size} bytes" in problem.sentence


@pytest.mark.parametrize("salt", ["hunter2!", "é", "AAA"])
def test_a_salt_that_is_no_base64_is_not_repeated(salt: str) -> None:
    problem = check_salt(salt)

    assert problem is not None
    assert salt not in repr(problem)


def test_names_are_checked_with_the_config_when_they_are_known() -> None:
    problems = check(mix(), context=CheckContext(cname="a/b", uid="0"))

    assert [problem.path for problem in problems] == ["cname", "uid"]


def test_names_are_errors_and_come_first() -> None:
    problems = check(mix(maxIdleTime=30), context=CheckContext(cname="a/b", uid="0"))

    assert [problem.path for problem in problems][:2] == ["cname", "uid"]


def test_names_do_not_break_the_bound_of_the_findings() -> None:
    document = mix() | {f"odd{n}": n for n in range(500)}

    assert len(check(document, context=CheckContext(cname="", uid=""))) == 101
