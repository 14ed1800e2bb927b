"""Undo over form and JSON: bursts, places, limits."""

from __future__ import annotations

from typing import Any

import pytest

from agora_console.ui.draft.history import BURST, MOST, MOST_TEXT, History, State, place_of


class Time:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def state(number: int, typed: str = "") -> State:
    return State({"n": number}, typed)


def test_a_burst_at_one_place_is_one_step() -> None:
    time = Time()
    history = History(state(0), time)
    for number in (1, 2, 3):
        time.now += BURST
        history.note(state(number), "n")
    assert history.undo() == state(0)
    assert not history.can_undo
    assert history.redo() == state(3)


@pytest.mark.parametrize(("later", "place"), [(BURST + 0.1, "n"), (0.0, "m"), (0.0, "")])
def test_a_pause_or_another_place_is_another_step(later: float, place: str) -> None:
    time = Time()
    history = History(state(0), time)
    history.note(state(1), place and "n")
    time.now += later
    history.note(state(2), place)
    assert history.undo() == state(1)


def test_what_was_undone_is_forgotten_when_something_else_is_done() -> None:
    history = History(state(0), Time())
    history.note(state(1), "n")
    history.undo()
    assert history.can_redo
    history.note(state(2), "n")
    assert history.redo() is None
    assert history.undo() == state(0)
    assert history.undo() is None


def test_a_sealed_burst_is_over() -> None:
    history = History(state(0), Time())
    history.note(state(1), "n")
    history.seal()
    history.note(state(2), "n")
    history.amend(state(3))
    assert history.undo() == state(1)
    assert history.redo() == state(3)
    history.begin(state(4))
    assert not history.can_undo
    assert not history.can_redo


def test_the_oldest_steps_go_first() -> None:
    history = History(state(0), Time())
    for number in range(MOST + 5):
        history.note(state(number), "")
    steps = 0
    while history.undo():
        steps += 1
    assert steps == MOST
    large = "x" * (MOST_TEXT // 2)
    for number in range(5):
        history.note(state(number, large), "")
    assert history.undo() is not None
    assert history.undo() is not None
    assert history.undo() is None


@pytest.mark.parametrize(
    ("before", "after", "place"),
    [
        ({"a": 1}, {"a": 2}, "a"),
        ({"a": {"b": 1, "c": 2}}, {"a": {"b": 1, "c": 3}}, "a.c"),
        ({"a": {"b": 1}}, {"a": {"b": 1, "c": 3}}, "a.c"),
        ({"a": 1, "b": 1}, {"a": 2, "b": 2}, ""),
        ({"a": 1}, {"a": True}, "a"),
        ({"a": [1]}, {"a": [2]}, "a"),
        ({"a": 1}, {"a": 1}, ""),
    ],
)
def test_the_place_of_a_change_is_where_two_documents_differ(
    before: dict[str, Any], after: dict[str, Any], place: str
) -> None:
    assert place_of(before, after) == place
