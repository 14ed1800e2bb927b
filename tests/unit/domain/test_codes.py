"""What Agora's numbers mean."""

from __future__ import annotations

import pytest

from agora_console.domain.catalogue import (
    CALLS,
    CATALOGUE,
    METHODS,
    NO_ANSWER,
    NOT_UNDERSTOOD,
    REASONS,
    REFUSED,
    SERVER_FAULT,
    Entry,
)
from agora_console.domain.codes import explain, lookup, status_meaning
from agora_console.domain.session import Phase

# Every (methods, HTTP, code) of the API's reference, and the first words of what is said.
REFERENCE: list[tuple[tuple[str, ...], int, int, str]] = [
    (CALLS, 400, 2, "Parameter refused"),
    (("start",), 201, 7, "Already started"),
    (CALLS, 400, 8, "Request malformed"),
    (("start",), 500, 15, "Start failed inside Agora"),
    (("event",), 200, 32, "Storage settings wrong"),
    (("event",), 200, 47, "Upload failed"),
    (("stop",), 400, 49, "Already ending"),
    (("stop", "event"), 200, 50, "Upload takes longer"),
    (("event",), 200, 51, "File operation failed"),
    (("event",), 200, 52, "Service did not start in time"),
    (("start",), 400, 53, "Such a recording runs already"),
    (("start",), 500, 62, "Start timed out at Agora"),
    (("acquire",), 500, 62, "No resource in time"),
    (("acquire",), 400, 62, "Recording not enabled"),
    (("query", "update", "updateLayout"), 504, 62, "Timed out at Agora"),
    (("stop",), 504, 62, "Stop timed out at Agora"),
    (
        ("acquire", "start", "query", "update", "updateLayout", "stop"),
        206,
        65,
        "Not completed in time",
    ),
    (("start", "query"), 400, 109, "Token expired"),
    (("start", "query"), 400, 110, "Token wrong"),
    (("acquire",), 400, 400, "App ID not accepted"),
    (("acquire",), 400, 401, "Channel name refused"),
    (("query", "update", "updateLayout", "stop"), 404, 404, "Not found"),
    (("acquire",), 400, 405, "Account not active"),
    (("acquire",), 400, 406, "Too many recordings at once"),
    (("start", "query", "update", "updateLayout", "stop"), 400, 432, "Ids do not belong"),
    (("start",), 400, 433, "Resource id too old"),
    (("stop",), 206, 435, "Nothing recorded"),
    (("acquire",), 500, 500, "Fault at Agora"),
    (("acquire",), 500, 501, "No capacity"),
    (("query",), 500, 501, "Leaving"),
    (("start",), 500, 502, "No capacity"),
    (("acquire",), 500, 504, "No resource in time"),
    (("start", "query", "update", "updateLayout", "stop"), 400, 1001, "Resource id unreadable"),
    (("query", "update", "updateLayout", "stop"), 400, 1003, "Sid and resource id do not match"),
    (("acquire", "start"), 400, 1013, "Channel name refused"),
    (("updateLayout",), 400, 1028, "Layout refused"),
]


@pytest.mark.parametrize(
    ("method", "http", "code", "title"),
    [(method, http, code, title) for methods, http, code, title in REFERENCE for method in methods],
)
def test_every_code_of_the_api_is_explained(method: str, http: int, code: int, title: str) -> None:
    assert explain(method, http, code).title.startswith(title)


@pytest.mark.parametrize(
    ("method", "http", "message", "title"),
    [
        ("start", 200, "", "Start accepted"),
        ("start", 201, "", "Already started"),
        ("stop", 200, "", "Done"),
        ("stop", 206, "", "Partly done"),
        ("acquire", 400, "appid is invalid", "App ID not accepted"),
        ("acquire", 400, "invalid appid", "App ID not accepted"),
        ("acquire", 400, "", "Refused"),
        ("query", 401, "Unauthorized", "Credentials missing"),
        ("query", 401, "Invalid authentication credentials", "Credentials refused"),
        ("query", 401, "", "Credentials refused"),
        ("acquire", 403, "", "Not allowed"),
        ("query", 404, "no Route matched with those values", "No such address"),
        ("query", 404, "NO ROUTE MATCHED WITH THOSE VALUES", "No such address"),
        ("query", 404, "", "Not found"),
        ("query", 429, "API rate limit exceeded", "Too many requests"),
        ("query", 503, "", "Fault at Agora"),
        ("ncs/ip", 401, "", "Credentials refused"),
    ],
)
def test_every_answer_of_the_gateway_is_explained(
    method: str, http: int, message: str, title: str
) -> None:
    assert explain(method, http, message=message).title == title


@pytest.mark.parametrize(
    ("phase", "title"),
    [
        (Phase.STARTING, "Not in the channel yet"),
        (Phase.OUTCOME_UNKNOWN, "Not in the channel yet"),
        (Phase.UNCONFIRMED, "Not in the channel yet"),
        (Phase.RECORDING, "Out of sight"),
        (Phase.UNKNOWN, "Out of sight"),
        (Phase.STOPPING, "Ending, or out of sight"),
        (Phase.UPLOADING, "Over"),
        (Phase.ENDED, "Over"),
        (Phase.INTENT, "Not found"),
        (None, "Not found"),
    ],
)
def test_a_404_means_what_the_phase_says(phase: Phase | None, title: str) -> None:
    assert explain("query", 404, 404, phase).title == title


def test_a_missing_route_means_the_same_in_every_phase() -> None:
    titles = {
        explain("query", 404, None, phase, "no Route matched with those values").title
        for phase in Phase
    }

    assert titles == {"No such address"}


def test_a_second_stop_is_told_from_an_end_by_itself() -> None:
    ours = explain("stop", 400, 49, Phase.STOPPING)
    theirs = explain("stop", 400, 49, Phase.RECORDING)

    assert "asked to stop before" in ours.meaning
    assert "by itself" in theirs.meaning


@pytest.mark.parametrize(
    ("method", "http", "code", "expected"),
    [
        ("start", None, None, NO_ANSWER),
        ("query", 599, None, SERVER_FAULT),
        ("query", 299, None, NOT_UNDERSTOOD),
        ("query", 418, None, REFUSED),
        ("query", 302, None, NOT_UNDERSTOOD),
        ("query", 408, None, SERVER_FAULT),
    ],
)
def test_an_answer_that_nobody_knows_is_explained_by_its_class(
    method: str, http: int | None, code: int | None, expected: object
) -> None:
    assert explain(method, http, code) is expected


def test_a_code_is_explained_even_where_the_api_does_not_expect_it() -> None:
    assert explain("query", 418, 435).title == "Nothing recorded"
    assert explain("stop", 500, 49).title == "Already ending"
    assert explain("query", None, 109).title == "Token expired"


@pytest.mark.parametrize("entry", CATALOGUE, ids=range(len(CATALOGUE)))
def test_an_entry_is_short_and_complete(entry: Entry) -> None:
    said = entry.explanation

    assert set(entry.methods) <= set(METHODS)
    assert bool(entry.phases) == bool(entry.when)
    assert not said.title.endswith(".")
    for sentence in (said.meaning, said.console_does, said.person_can):
        assert sentence.endswith(".")
        assert len(sentence) < 200


@pytest.mark.parametrize("entry", CATALOGUE, ids=range(len(CATALOGUE)))
def test_every_entry_is_the_answer_to_something(entry: Entry) -> None:
    phase = min(entry.phases, default=None)
    http = entry.http[0] if entry.http else None

    assert explain(entry.methods[0], http, entry.code, phase, entry.message) == entry.explanation


def test_what_must_not_be_repeated_is_marked() -> None:
    for method, http, code in (("start", 201, 7), ("start", 400, 53), ("stop", 206, 435)):
        assert not explain(method, http, code).repeat_safe
    for method, http, code in (("start", 206, 65), ("stop", 504, 62), ("query", 404, 404)):
        assert explain(method, http, code).repeat_safe


STATUSES = {
    0: "not started",
    1: "initialised",
    2: "starting",
    3: "partly ready",
    4: "ready",
    5: "recording",
    6: "stopping",
    7: "stopped",
    8: "leaving",
    20: "broken off",
}


@pytest.mark.parametrize("status", STATUSES)
def test_a_status_has_a_word_and_a_sentence(status: int) -> None:
    meaning = status_meaning(status)

    assert meaning.word == STATUSES[status]
    assert meaning.sentence.endswith(".")


@pytest.mark.parametrize("status", [-1, 9, 19, 21])
def test_a_status_that_nobody_knows_says_so(status: int) -> None:
    meaning = status_meaning(status)

    assert meaning.word == "unknown"
    assert str(status) in meaning.sentence


@pytest.mark.parametrize(
    ("text", "method", "headings"),
    [
        ("206/435", None, ["HTTP 206, code 435 (stop)"]),
        ("435", None, ["HTTP 206, code 435 (stop)"]),
        ("stop 400 code 49", None, ["HTTP 400, code 49 (stop; after stop)",
                                    "HTTP 400, code 49 (stop)"]),
        ("HTTP 429", None,
         ['HTTP 429, "API rate limit exceeded" (any call)', "HTTP 429 (any call)"]),
        ("HTTP 599", None, ["HTTP 599 (any call)"]),
        ("Invalid authentication credentials", None,
         ['HTTP 401, "Invalid authentication credentials" (any call)']),
        ("API rate limit exceeded", None, ['HTTP 429, "API rate limit exceeded" (any call)']),
        ("vendor_over_load", None, ["HTTP 400, code 406 (acquire)"]),
        ("no recorded data", "stop", ["HTTP 206, code 435 (stop)"]),
        ("invalid appid", None, ['HTTP 400, "invalid appid" (any call)',
                                 "HTTP 400, code 400 (acquire)"]),
        ("500/50", None, ["code 50 (stop, event)"]),
        ("500/53", None, ["HTTP 400, code 53 (start)"]),
        ("62", "acquire", ["HTTP 400, code 62 (acquire)", "HTTP 504 or 500, code 62 (acquire)"]),
        ("updateLayout 1028", None, ["HTTP 400, code 1028 (updateLayout)"]),
        ("no Route matched", None,
         ['HTTP 404, "no Route matched with those values" (any call)']),
        ("Unauthorized", "stop", ['HTTP 401, "Unauthorized" (any call)']),
        ("404", "query", [
            "HTTP 404, code 404 (query, update, updateLayout, stop; before status 4 or 5)",
            "HTTP 404, code 404 (query, update, updateLayout, stop; while it records)",
            "HTTP 404, code 404 (query, update, updateLayout, stop; after stop)",
            "HTTP 404, code 404 (query, update, updateLayout, stop; while it stops)",
            "HTTP 404, code 404 (query, update, updateLayout, stop)",
            'HTTP 404, "no Route matched with those values" (any call)',
            "HTTP 404 (any call)",
        ]),
        ("777", None, []),
        ("206/777", None, []),
        ("acquire 435", None, []),
        ("", None, []),
        ("what is this", None, []),
    ],
)  # fmt: skip
def test_a_number_or_a_message_can_be_looked_up(
    text: str, method: str | None, headings: list[str]
) -> None:
    assert [found.heading for found in lookup(text, method)] == headings


@pytest.mark.parametrize(
    ("methods", "http", "code"), [(methods, http, code) for methods, http, code, _ in REFERENCE]
)
def test_every_code_of_the_api_can_be_looked_up(
    methods: tuple[str, ...], http: int, code: int
) -> None:
    for method in methods:
        assert lookup(f"{http}/{code}", method)
        assert lookup(str(code), method)


@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_of_the_service_can_be_looked_up(reason: str) -> None:
    assert REASONS[reason] in {found.entry.code for found in lookup(reason)}
    assert lookup(reason.replace(" ", "_").upper()) == lookup(reason)


@pytest.mark.parametrize("http", [200, 201, 206, 400, 401, 403, 404, 429, 500, 502, 503, 504, 520])
def test_every_http_status_of_the_api_can_be_looked_up(http: int) -> None:
    assert any(http in found.entry.http for found in lookup(str(http)))
