"""The calendar of questions: each gets a second with room, and is asked then."""

from __future__ import annotations

from collections import Counter

from agora_console.services.watching.slots import Slots


def test_whoever_finds_room_gets_the_time_that_was_wanted() -> None:
    assert Slots().take(100.25, calm=True) == 100.25


def test_a_full_second_sends_one_to_the_next() -> None:
    slots = Slots(urgent=3, calm=2)
    times = [slots.take(100.0, calm=False) for _ in range(5)]
    assert [int(at) for at in times] == [100, 100, 100, 101, 101]


def test_those_of_one_second_are_spread_over_it() -> None:
    slots = Slots(urgent=4, calm=4)
    assert [slots.take(100.0, calm=True) for _ in range(4)] == [100.0, 100.25, 100.5, 100.75]


def test_calm_questions_leave_room_for_those_with_something_at_stake() -> None:
    slots = Slots(urgent=3, calm=2)
    calm = [slots.take(100.0, calm=True) for _ in range(20)]
    assert max(calm) < 110
    assert int(slots.take(100.0, calm=False)) == 100


def test_a_time_that_is_given_back_is_free_again() -> None:
    slots = Slots(urgent=1, calm=1)
    at = slots.take(100.0, calm=True)
    slots.give_back(at)
    assert slots.take(100.0, calm=True) == 100.0


def test_a_thousand_at_once_are_spread_at_the_pace_that_is_allowed() -> None:
    slots = Slots()
    times = [slots.take(100.0, calm=False) for _ in range(1000)]
    assert times == sorted(times)
    assert max(Counter(int(at) for at in times).values()) == 7
    assert max(times) < 100 + 1000 / 7 + 1


def test_the_past_is_forgotten() -> None:
    slots = Slots(urgent=1, calm=1)
    for second in range(10):
        slots.take(float(second), calm=True)
    slots.forget(8.5)
    slots.forget(2.0)
    assert int(slots.take(0.0, calm=True)) == 0
    assert int(slots.take(8.0, calm=True)) == 10
