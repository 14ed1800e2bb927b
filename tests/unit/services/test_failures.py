"""Every failure becomes a sentence of its own, without a secret and without a class name."""

from __future__ import annotations

from typing import Any

import pytest

from agora_console.api import errors
from agora_console.domain.problems import Problem
from agora_console.journal.errors import JournalError
from agora_console.services.failures import problem_of
from agora_console.services.start.orders import RefusedError
from agora_console.services.words import no_sid_sentence, open_start_sentence, sentence
from agora_console.settings.errors import SettingsError
from agora_console.vault.errors import absent, locked, refused
from tests.support.log_guard import ExpectedLogs
from tests.support.sessions import make_session

Facts = dict[str, Any]

TYPICAL: dict[type[errors.ApiError], tuple[str, Facts]] = {
    errors.Unauthorized: ("acquire", {"http": 401, "reason": "Invalid authentication credentials"}),
    errors.Forbidden: ("acquire", {"http": 403}),
    errors.BadRequest: ("start", {"http": 400, "code": 2, "reason": "invalid parameters"}),
    errors.NotEnabled: ("acquire", {"http": 400, "code": 400, "reason": "appid is invalid"}),
    errors.Inactive: ("acquire", {"http": 400, "code": 405}),
    errors.TaskConflict: ("start", {"http": 400, "code": 53}),
    errors.AlreadyStarted: ("start", {"http": 201, "code": 7}),
    errors.NotCompleted: ("start", {"http": 206, "code": 65}),
    errors.NothingRecorded: ("stop", {"http": 206, "code": 435}),
    errors.AlreadyLeaving: ("stop", {"http": 400, "code": 49}),
    errors.NoWorker: ("query", {"http": 404, "code": 404}),
    errors.NoRoute: ("query", {"http": 404, "reason": "no Route matched with those values"}),
    errors.RateLimited: ("query", {"http": 429}),
    errors.OverLoad: ("acquire", {"http": 400, "code": 406}),
    errors.ResourceExpired: ("start", {"http": 400, "code": 433}),
    errors.Mismatch: ("start", {"http": 400, "code": 432}),
    errors.UploadTimeout: ("stop", {"http": 200, "code": 50}),
    errors.Exiting: ("query", {"http": 500, "code": 501}),
    errors.AllocationFailed: ("start", {"http": 500, "code": 502}),
    errors.ServerFault: ("query", {"http": 503}),
    errors.TokenRefused: ("start", {"http": 400, "code": 109}),
    errors.Unreadable: ("start", {"http": 200}),
    errors.NoAnswer: ("start", {"reason": "It did not answer in time."}),
}
"""Of each class what Agora, or the way to it, typically says."""


def typical() -> list[errors.ApiError]:
    found = [kind(operation, **facts) for kind, (operation, facts) in TYPICAL.items()]
    return [*found, errors.Unreachable("start", reason="Nothing listens there.", why="refused")]


def test_every_class_of_the_error_tree_is_in_the_table() -> None:
    known = {type(error) for error in typical()}
    assert known == set(errors.ApiError.__subclasses__())


@pytest.mark.parametrize("error", typical(), ids=lambda error: type(error).__name__)
def test_each_has_a_sentence_with_the_number_that_a_reference_has(error: errors.ApiError) -> None:
    said = sentence(error)
    assert said[0].isupper()
    assert type(error).__name__ not in said
    for number in (error.http, error.code):
        assert number is None or str(number) in said


def test_no_two_classes_say_the_same() -> None:
    said = [sentence(error) for error in typical()]
    assert len(set(said)) == len(said)


def test_the_words_of_the_server_are_quoted_as_such() -> None:
    error = errors.Unauthorized("acquire", http=401, reason="Invalid authentication credentials")
    assert "Agora says: “Invalid authentication credentials”." in sentence(error)


def test_the_details_hold_operation_numbers_and_the_raw_answer() -> None:
    problem = problem_of(errors.TaskConflict("start", http=400, code=53, body='{"code": 53}'))
    assert "start" in problem.detail
    assert "53" in problem.detail
    assert '{"code": 53}' in problem.detail


def test_an_answer_that_is_not_agoras_points_to_what_stands_between() -> None:
    assert "proxy" in problem_of(errors.Unreadable("start", http=200)).action


@pytest.mark.parametrize(
    "error",
    [
        absent(),
        locked("GNOME Keyring"),
        refused("GNOME Keyring", "keep a secret"),
        JournalError("The journal is full.", action="Free some space."),
    ],
    ids=lambda error: type(error).__name__,
)
def test_what_the_adapters_say_is_kept(error: Exception) -> None:
    problem = problem_of(error)
    assert problem.sentence == str(error)
    assert problem.action


def test_what_the_settings_say_is_kept() -> None:
    error = SettingsError("The settings cannot be written.", action="Make the folder writable.")
    assert problem_of(error).sentence == "The settings cannot be written."


def test_a_refused_order_says_the_first_of_its_problems() -> None:
    first = Problem("The channel has no name.", path="cname")
    assert problem_of(RefusedError((first, Problem("And more.")))) is first


@pytest.mark.parametrize("kind", [LookupError, ValueError, OSError])
def test_a_failure_with_a_sentence_keeps_it(kind: type[Exception]) -> None:
    assert problem_of(kind("The project is not known.")).sentence == "The project is not known."


@pytest.mark.parametrize("error", [KeyError("s1"), IndexError("list index"), RuntimeError("boom")])
def test_a_mistake_is_logged_and_not_shown_as_it_is(
    error: Exception, expected_logs: ExpectedLogs
) -> None:
    expected_logs.expect("Unforeseen failure")
    problem = problem_of(error)
    assert type(error).__name__ in problem.sentence
    assert str(error) not in problem.sentence.replace(type(error).__name__, "")
    assert "log" in problem.action


def test_an_open_start_says_what_ends_it() -> None:
    said = open_start_sentence(make_session(idle=45), "No answer.")
    assert said.startswith("No answer.")
    assert "45 s after the last person has left" in said


def test_a_recording_without_a_sid_says_that_it_cannot_be_stopped_from_here() -> None:
    error = errors.AlreadyStarted("start", http=201, code=7)
    said = no_sid_sentence(make_session(idle=45), error)
    assert "neither asked nor stopped" in said
    assert "45 s after" in said
