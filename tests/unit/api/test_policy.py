"""The retry policy, row by row of the reference."""

from __future__ import annotations

import pytest

from agora_console.api import errors
from agora_console.api.errors import ApiError
from agora_console.api.policy import RETRY_AFTER_LIMIT, RetryPolicy

POLICY = RetryPolicy()
OPEN = (errors.ServerFault, errors.NoAnswer, errors.Unreadable)
CONTROL = ("start", "update", "updateLayout", "stop")
EVERY = ("acquire", "query", *CONTROL)


def waits(operation: str, kind: type[ApiError], tries: int = 6) -> list[float | None]:
    error = (
        errors.Unreachable(operation, reason="") if kind is errors.Unreachable else kind(operation)
    )
    return [POLICY.next_wait(operation, error, attempt) for attempt in range(1, tries + 1)]


@pytest.mark.parametrize("kind", [*OPEN, errors.NotCompleted])
def test_acquire_backs_off(kind: type[ApiError]) -> None:
    assert waits("acquire", kind, 4) == [1, 3, 6, None]


def test_start_65_is_repeated_twice_with_the_same_resource_id() -> None:
    assert waits("start", errors.NotCompleted, 3) == [3, 6, None]


@pytest.mark.parametrize("kind", OPEN)
def test_start_with_an_open_end_is_repeated_three_times(kind: type[ApiError]) -> None:
    assert waits("start", kind, 4) == [3, 6, 9, None]


def test_query_404_is_asked_again_three_times() -> None:
    assert waits("query", errors.NoWorker, 4) == [5, 10, 15, None]


@pytest.mark.parametrize("kind", [*OPEN, errors.NotCompleted, errors.Unreachable])
def test_query_without_an_answer_is_asked_again_four_times(kind: type[ApiError]) -> None:
    assert waits("query", kind, 5) == [5, 10, 15, 30, None]


@pytest.mark.parametrize("operation", ["update", "updateLayout"])
@pytest.mark.parametrize("kind", [*OPEN, errors.NotCompleted])
def test_updates_overwrite_and_are_repeated_twice(operation: str, kind: type[ApiError]) -> None:
    assert waits(operation, kind, 3) == [3, 6, None]


@pytest.mark.parametrize("kind", [*OPEN, errors.NotCompleted, errors.Unreachable])
def test_a_stop_is_repeated_without_end(kind: type[ApiError]) -> None:
    assert waits("stop", kind, 7) == [3, 6, 9, 15, 30, 30, 30]


@pytest.mark.parametrize("operation", EVERY)
@pytest.mark.parametrize(
    "kind",
    [
        errors.Unauthorized,
        errors.Forbidden,
        errors.BadRequest,
        errors.NotEnabled,
        errors.Inactive,
        errors.TaskConflict,
        errors.AlreadyStarted,
        errors.AlreadyLeaving,
        errors.NothingRecorded,
        errors.NoRoute,
        errors.OverLoad,
        errors.ResourceExpired,
        errors.Mismatch,
        errors.Exiting,
        errors.AllocationFailed,
        errors.TokenRefused,
        errors.UploadTimeout,
    ],
)
def test_a_refusal_is_never_repeated(operation: str, kind: type[ApiError]) -> None:
    assert waits(operation, kind, 1) == [None]


@pytest.mark.parametrize("operation", [*CONTROL, "acquire"])
def test_a_404_is_repeated_by_nobody_but_the_watcher(operation: str) -> None:
    assert waits(operation, errors.NoWorker, 1) == [None]


@pytest.mark.parametrize("operation", EVERY)
def test_429_waits_a_second_or_what_agora_says(operation: str) -> None:
    assert POLICY.next_wait(operation, errors.RateLimited(operation), 1) == 1.0
    said = errors.RateLimited(operation, retry_after=7.0)
    assert POLICY.next_wait(operation, said, 1) == 7.0
    absurd = errors.RateLimited(operation, retry_after=86_400.0)
    assert POLICY.next_wait(operation, absurd, 1) == RETRY_AFTER_LIMIT


def test_429_gives_up_after_five_tries() -> None:
    assert waits("start", errors.RateLimited) == [1, 1, 1, 1, None, None]


def test_a_stop_answered_429_is_repeated_less_and_less_often_and_never_given_up() -> None:
    assert waits("stop", errors.RateLimited, 9) == [1, 2, 4, 8, 15, 30, 30, 30, 30]
    later = errors.RateLimited("stop", http=429, retry_after=20.0)
    assert [RetryPolicy().next_wait("stop", later, attempt) for attempt in (1, 5, 6)] == [
        20,
        20,
        30,
    ]


def test_a_5xx_with_retry_after_waits_at_least_that_long() -> None:
    assert POLICY.next_wait("start", errors.ServerFault("start", retry_after=20.0), 1) == 20.0
    assert POLICY.next_wait("start", errors.ServerFault("start", retry_after=1.0), 1) == 3


def test_an_unknown_operation_is_not_repeated() -> None:
    assert waits("sing", errors.ServerFault, 1) == [None]
