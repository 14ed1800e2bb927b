"""What is believed of a signed answer about new releases."""

from __future__ import annotations

import json
from typing import Any

import pytest

from agora_console.domain.update import (
    AHEAD,
    Announcement,
    RefusedAnswer,
    announcement_of,
    believed,
    is_newer,
)

NOW = 1_790_000_000
DAY = 86_400


def text(**changes: Any) -> str:
    document: dict[str, Any] = {
        "program": "agora-console",
        "version": "1.2.0",
        "page": "https://releases.example.org/1.2.0",
        "issued": NOW - DAY,
        "expires": NOW + DAY,
    }
    return json.dumps({**document, **changes})


def test_an_answer_names_a_release_its_page_and_its_time() -> None:
    answer = announcement_of(text())
    assert (answer.version, answer.page) == ("1.2.0", "https://releases.example.org/1.2.0")
    assert believed(answer, newest=answer.issued, now=NOW) is answer


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"program": "another"}, "program"),
        ({"version": "1.2.0\n<b>"}, "version"),
        ({"version": "2"}, "version"),
        ({"page": "http://releases.example.org/"}, "page"),
        ({"page": "https://me@releases.example.org/"}, "page"),
        ({"page": "https://releases.example.org/a b"}, "page"),
        ({"issued": "1790000000"}, "issued"),
        ({"issued": True}, "issued"),
        ({"issued": -1, "expires": None}, "expires, issued"),
    ],
)
def test_what_is_not_understood_is_named(changes: dict[str, Any], named: str) -> None:
    with pytest.raises(RefusedAnswer, match=f"signed, but what it says of {named} is not"):
        announcement_of(text(**changes))


@pytest.mark.parametrize("broken", ["", "{", "[]", "null", text()[:-1]])
def test_what_is_no_object_is_refused(broken: str) -> None:
    with pytest.raises(RefusedAnswer, match="signed, but its form is not understood"):
        announcement_of(broken)


@pytest.mark.parametrize(
    ("changes", "newest", "why"),
    [
        ({"expires": NOW}, 0, "has expired"),
        ({"issued": NOW + AHEAD + 1, "expires": NOW + 9 * DAY}, 0, "from the future"),
        ({}, NOW - DAY + 1, "older than one before"),
    ],
)
def test_an_answer_of_another_time_counts_for_nothing(
    changes: dict[str, Any], newest: int, why: str
) -> None:
    with pytest.raises(RefusedAnswer, match=why):
        believed(announcement_of(text(**changes)), newest=newest, now=NOW)


def test_a_clock_that_is_a_little_behind_is_no_reason() -> None:
    answer = announcement_of(text(issued=NOW + AHEAD))
    assert isinstance(believed(answer, newest=0, now=NOW), Announcement)


@pytest.mark.parametrize(
    ("version", "than", "newer"),
    [
        ("1.10.0", "1.9.3", True),
        ("1.9.3", "1.10.0", False),
        ("1.0", "1.0.0", False),
        ("1.0.0", "1.0", False),
        ("1.0", "1.0rc1", True),
        ("1.0.1", "1.0.1", False),
        ("0.9", "1.0rc1", False),
        ("1.0", "unknown", True),
    ],
)
def test_releases_follow_one_another_by_number(version: str, than: str, newer: bool) -> None:
    assert is_newer(version, than) is newer
