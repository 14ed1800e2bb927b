"""What the catalogue says the console does is what it does: client, retry policy and services."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from agora_console.api.errors import (
    AllocationFailed,
    AlreadyStarted,
    ApiError,
    NoAnswer,
    NotCompleted,
    NoWorker,
    ResourceExpired,
    ServerFault,
    Unreadable,
    to_error,
)
from agora_console.api.policy import RetryPolicy
from agora_console.domain.catalogue import CALLS, CATALOGUE, NO_ANSWER, Entry
from agora_console.domain.codes import explain
from agora_console.domain.session import Phase, Session
from agora_console.services.start import starting
from agora_console.services.watching import cadence

Answer = tuple[str, int, int | None, str]

GATEWAY = {
    400: ("appid is invalid", "invalid appid"),
    401: ("Unauthorized", "Invalid authentication credentials"),
    404: ("no Route matched with those values",),
    429: ("API rate limit exceeded",),
}


def answers(entry: Entry) -> Iterator[Answer]:
    """(method, HTTP, code, message) of every answer that the entry explains."""
    for method in entry.methods:
        if method in CALLS:
            for http in entry.http or (400, 500):
                yield method, http, entry.code, entry.message


ANSWERS = sorted({answer for entry in CATALOGUE for answer in answers(entry)}, key=str)
BARE: list[Answer] = [
    *((method, http, None, "") for method in CALLS for http in (302, 400, 404, 408, 500, 502, 599)),
    *((m, http, None, said) for http, texts in GATEWAY.items() for said in texts for m in CALLS),
]


def error(answer: Answer) -> ApiError | None:
    """The error that the client makes of this answer."""
    method, http, code, message = answer
    body: dict[str, Any] = {"message": message} if message else {"reason": "so it is"}
    if code is not None:
        body = {"code": code, "reason": "so it is"}
    return to_error(method, http, json.dumps(body))


def said(answer: Answer, phase: Phase | None = None) -> Any:
    method, http, code, message = answer
    return explain(method, http, code, phase, message)


@pytest.mark.parametrize("answer", [*ANSWERS, *BARE], ids=str)
def test_what_is_repeated_is_safe_to_repeat(answer: Answer) -> None:
    failed = error(answer)
    if failed is not None and RetryPolicy().next_wait(answer[0], failed, 1) is not None:
        assert said(answer).repeat_safe


@pytest.mark.parametrize("answer", [*ANSWERS, *BARE], ids=str)
def test_what_the_catalogue_calls_repeated_is_repeated(answer: Answer) -> None:
    failed = error(answer)
    claim = said(answer).console_does
    if failed is None or answer[0] == "query":
        return
    repeated = RetryPolicy().next_wait(answer[0], failed, 1) is not None
    if repeated or isinstance(failed, NoWorker):
        assert "not repeat" not in claim
    elif isinstance(failed, AllocationFailed | ResourceExpired):
        assert claim.startswith("It takes another resource id")
    else:
        assert not re.search(r"\b(repeats the|sends the same|asks again after)\b", claim), claim


@pytest.mark.parametrize("answer", [*ANSWERS, *BARE], ids=str)
def test_the_seconds_that_are_named_are_those_of_the_policy(answer: Answer) -> None:
    method, failed = answer[0], error(answer)
    named = re.search(r"after ((?:\d+, )*\d+ and \d+) s", said(answer).console_does)
    if failed is None or not named:
        return
    seconds = tuple(float(number) for number in re.findall(r"\d+", named[1]))

    if isinstance(failed, NoWorker) or method == "query":
        assert seconds == tuple(waits_of_a_question())
    else:
        assert seconds == RetryPolicy().table[method][type(failed)]


def waits_of_a_question() -> Iterator[float]:
    """Seconds between the questions to a recording that cannot be asked."""
    session = Session(
        id="s", project_id="p", app_id="a", api_url="u", cname="c", uid="1", mode="mix",
        config={}, created_at=0.0, phase=Phase.UNKNOWN, sid="sid",
    )  # fmt: skip
    for count in range(1, 5):
        wait = cadence.next_wait(session.model_copy(update={"trouble_count": count}), 0, 0.0)
        assert wait is not None
        yield wait


@pytest.mark.parametrize("code", [433, 502])
def test_another_resource_id_is_taken_as_often_as_is_said(code: int) -> None:
    http = 500 if code == 502 else 400
    failed = error(("start", http, code, ""))

    assert isinstance(failed, AllocationFailed | ResourceExpired)
    assert starting.ROUNDS == 3
    assert "three at most" in explain("start", http, code).console_does


@pytest.mark.parametrize("answer", [("start", 206, 65, ""), ("start", 500, 62, ""),
                                    ("start", 500, 15, "")])  # fmt: skip
def test_an_open_start_is_sent_again_and_never_acquired_anew(answer: Answer) -> None:
    failed = error(answer)

    assert failed is not None
    assert failed.may_have_acted
    assert f"then every {starting.AGAIN:.0f} s" in said(answer).console_does
    assert "no other resource id" in said(answer).console_does


def test_a_start_that_was_started_before_is_never_started_again() -> None:
    for answer in (("start", 201, 7, ""), ("start", 201, None, "")):
        failed = error(answer)
        assert isinstance(failed, AlreadyStarted)
        assert RetryPolicy().next_wait("start", failed, 1) is None
        assert "what ends it" in said(answer).console_does


def test_silence_is_explained_as_perhaps_carried_out() -> None:
    assert explain("start", None) is NO_ANSWER
    assert NoAnswer("start").may_have_acted
    assert NO_ANSWER.repeat_safe


@pytest.mark.parametrize("kind", [NotCompleted, ServerFault, Unreadable])
@pytest.mark.parametrize("method", [call for call in CALLS if call != "query"])
def test_what_is_left_open_is_repeated_in_every_call_that_can_be(
    kind: type[ApiError], method: str
) -> None:
    assert RetryPolicy().next_wait(method, kind(method, http=500), 1) is not None
