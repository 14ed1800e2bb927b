"""Preflight: each line claims what was proved, and the sheet no more than its lines."""

from __future__ import annotations

from typing import Any

import pytest

from agora_console.domain.durations import span
from agora_console.domain.preflight import (
    PROJECT,
    Check,
    Line,
    Sheet,
    State,
    Subject,
    kept_sentence,
    look_of,
)
from agora_console.domain.preflight_lines import (
    MOST_SKEW,
    Answer,
    Asked,
    TokenSight,
    budget_line,
    clock_line,
    credentials_line,
    no_token_line,
    request_line,
    service_line,
    token_line,
    uid_line,
    uid_taken_line,
    unreadable_token_line,
    web_token_line,
    window_line,
)
from agora_console.domain.problems import Fix, Problem, Severity
from tests.support.sessions import make_session

NOW = 1_780_000_000.0
HOUR = 3600.0
GOOD = Asked(Answer.ACCEPTED, NOW, "api.agora.io", 200, 90.0, server_date=NOW)


def asked(answer: Answer, **changes: Any) -> Asked:
    values = {"host": "api.agora.io", "http": 400, "sentence": "Why.", "action": "Do."}
    return Asked(answer, NOW, **{**values, **changes})


# --- the acquire -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "credentials", "service"),
    [
        (Answer.ACCEPTED, State.GO, State.GO),
        (Answer.WRONG_KEYS, State.NO_GO, State.UNSEEN),
        (Answer.NO_SECRET, State.NO_GO, State.UNSEEN),
        (Answer.NOT_ENABLED, State.UNSEEN, State.NO_GO),
        (Answer.FORBIDDEN, State.UNSEEN, State.NO_GO),
        (Answer.NO_ROOM, State.GO, State.NO_GO),
        (Answer.REFUSED, State.GO, State.NO_GO),
        (Answer.TOO_MANY, State.UNSEEN, State.UNSEEN),
        (Answer.NONE, State.UNSEEN, State.UNSEEN),
    ],
)
def test_one_acquire_proves_what_lies_on_its_way(
    answer: Answer, credentials: State, service: State
) -> None:
    first, second = credentials_line(asked(answer)), service_line(asked(answer))
    assert (first.state, second.state) == (credentials, service)
    for check in (first, second):
        if check.state is not State.GO:
            assert "Why." in check.evidence
            assert (check.action, check.path) == ("Do.", PROJECT)


@pytest.mark.parametrize(
    ("it", "told"),
    [
        (GOOD, "acquire at api.agora.io: HTTP 200 after 90 ms."),
        (asked(Answer.NONE, http=None), "acquire at api.agora.io: no answer."),
        (asked(Answer.NO_SECRET, http=None, host=""), "Nothing was asked."),
    ],
)
def test_what_was_asked_is_said(it: Asked, told: str) -> None:
    assert it.told == told


@pytest.mark.parametrize(
    ("skew", "state", "words"),
    [
        (0.0, State.GO, "The same as"),
        (30.0, State.GO, "30.0 s ahead of"),
        (-30.0, State.GO, "30.0 s behind"),
        (MOST_SKEW + 2, State.NO_GO, "2 min ahead of"),
        (-HOUR, State.NO_GO, "1 h behind"),
    ],
)
def test_the_clock_is_held_against_agoras_date(skew: float, state: State, words: str) -> None:
    # A Date of whole seconds stands for the middle of its second, half the way back.
    it = Asked(Answer.ACCEPTED, NOW, "h", 200, 1000.0, server_date=NOW - skew)
    check = clock_line(it)
    assert check.state is state
    assert words in check.evidence
    assert "1.0 s." in check.evidence
    assert bool(check.action) is (state is State.NO_GO)


def test_without_a_date_the_clock_is_not_looked_at() -> None:
    assert clock_line(asked(Answer.NONE)).state is State.UNSEEN


@pytest.mark.parametrize(
    ("it", "used", "state"),
    [
        (GOOD, 0, State.GO),
        (GOOD, 8, State.GO),
        (GOOD, 9, State.NO_GO),
        (asked(Answer.TOO_MANY, http=429), 0, State.NO_GO),
        (asked(Answer.NONE, http=None), 0, State.UNSEEN),
    ],
)
def test_a_start_needs_room_in_the_budget(it: Asked, used: int, state: State) -> None:
    check = budget_line(it, used, 3, 10)
    assert check.state is state
    assert "3 recordings watched" in check.evidence


# --- the order ---------------------------------------------------------------------------


def test_a_request_without_an_error_is_go() -> None:
    warned = [Problem("w", Severity.WARNING)]
    assert request_line([], NOW).state is State.GO
    assert "1 warning." in request_line(warned, NOW).evidence
    assert "2 warnings." in request_line(warned * 2, NOW).evidence


def test_a_request_with_errors_says_the_first_and_leads_there() -> None:
    fix = Fix("Use 6500", "a.b", 6500)
    check = request_line([Problem("Too much.", path="a.b", fix=fix), Problem("Also.")], NOW)
    assert (check.state, check.path, check.fix) == (State.NO_GO, "a.b", fix)
    assert check.evidence == "Too much. And 1 more."
    assert request_line([Problem("Alone.")], NOW).evidence == "Alone."


@pytest.mark.parametrize(
    ("sight", "state", "words"),
    [
        (TokenSight(NOW + 3 * HOUR), State.GO, "Read: for this App ID"),
        (TokenSight(NOW + 3 * HOUR, made=True), State.GO, "Made from the certificate"),
        (TokenSight(NOW + HOUR), State.NO_GO, "ends in 1 h; the recording is planned for 2 h"),
        (TokenSight(NOW - 300), State.NO_GO, "ended 5 min ago"),
        (TokenSight(NOW + 3 * HOUR, "For another channel."), State.NO_GO, "another channel"),
    ],
)
def test_a_token_has_to_fit_and_to_last(sight: TokenSight, state: State, words: str) -> None:
    check = token_line(sight, NOW, 2 * HOUR)
    assert check.state is state
    assert words in check.evidence
    if state is State.GO:
        assert "only Agora can check" in check.evidence
    else:
        assert check.path == "token"


def test_no_token_is_needed_only_where_that_was_proved() -> None:
    proved = no_token_line(has_certificate=False, ran_at=NOW - HOUR, now=NOW)
    assert (proved.state, "1 h ago" in proved.evidence) == (State.NOT_NEEDED, True)
    assert no_token_line(has_certificate=False, ran_at=None, now=NOW).state is State.UNSEEN
    assert no_token_line(has_certificate=True, ran_at=NOW, now=NOW).state is State.NO_GO
    assert web_token_line(NOW).state is State.NOT_NEEDED
    assert unreadable_token_line("Cut off.", NOW).state is State.UNSEEN


def test_a_uid_is_free_as_far_as_the_journal_knows() -> None:
    for known, words in ((0, "no recording"), (1, "1 recording "), (5, "5 recordings")):
        check = uid_line("7", known, NOW)
        assert check.state is State.GO
        assert words in check.evidence
        assert "nobody can be asked" in check.evidence
    taken = uid_taken_line("7", "Asked now: it runs.", "8", NOW)
    assert (taken.state, taken.fix) == (State.NO_GO, Fix("Use 8", "uid", "8"))


@pytest.mark.parametrize(
    ("hours", "planned", "state", "fix"),
    [
        (None, 2.0, State.GO, None),
        (72, 72.0, State.GO, None),
        (True, 2.0, State.GO, None),
        (2, 3.0, State.NO_GO, 4),
        (72, 720.0, State.NO_GO, None),
    ],
)
def test_the_control_window_outlasts_the_recording(
    hours: object, planned: float, state: State, fix: int | None
) -> None:
    check = window_line(hours, planned * HOUR, NOW)
    assert check.state is state
    assert (check.fix.value if check.fix else None) == fix
    assert bool(check.action) is (state is State.NO_GO)


# --- the sheet ---------------------------------------------------------------------------


def sheet(*states: State, **changes: Any) -> Sheet:
    values = {"app_id": "a", "cname": "c", "uid": "1", "config": {"mode": "mix"}, "planned": HOUR}
    checks = tuple(
        Check(line, state, f"About {line}.", NOW, "Do it." if state is State.NO_GO else "")
        for line, state in zip(Line, states, strict=False)
    )
    return Sheet(Subject(**{**values, **changes}), NOW - 5, NOW, checks)


@pytest.mark.parametrize(
    ("states", "verdict", "sentence"),
    [
        ((State.GO, State.NOT_NEEDED), State.GO, "GO: all 2 lines."),
        ((State.GO, State.UNSEEN), State.UNSEEN, "COULD NOT LOOK: Credentials; 1 of 2 lines"),
        (
            (State.NO_GO, State.UNSEEN, State.GO),
            State.NO_GO,
            "NO GO: Request; could not look: Credentials; 1 of 3 lines are go.",
        ),
    ],
)
def test_the_verdict_is_that_of_the_worst_line(
    states: tuple[State, ...], verdict: State, sentence: str
) -> None:
    it = sheet(*states)
    assert it.state is verdict
    assert it.sentence.startswith(sentence)


def test_every_state_has_a_word_a_shape_and_a_colour_of_its_own() -> None:
    looks = [look_of(state) for state in State]
    for part in ("word", "shape", "tone"):
        assert len({getattr(look, part) for look in looks}) == len(State)


def test_a_sheet_is_kept_as_json() -> None:
    record = sheet(State.GO, State.NO_GO).record()
    assert record["verdict"] == "no go"
    assert (record["begunAt"], record["endedAt"], record["planned"]) == (NOW - 5, NOW, HOUR)
    assert "action" not in record["lines"][0]
    assert record["lines"][1] == {
        "line": "credentials",
        "title": "Credentials",
        "state": "no go",
        "evidence": "About credentials.",
        "at": NOW,
        "action": "Do it.",
    }


def test_a_sheet_belongs_to_its_channel_and_tells_what_has_changed_since() -> None:
    session = make_session(
        app_id="a", cname="c", uid="1", config={"mode": "mix"}, created_at=NOW + 120
    )
    it = sheet(State.GO)
    assert kept_sentence(it, session) == "Preflight 2 min before: GO: all 1 lines."
    assert kept_sentence(sheet(State.GO, cname="other"), session) is None
    changed = kept_sentence(sheet(State.GO, uid="2", config={}), session)
    assert changed is not None
    assert changed.endswith(" Since then the recorder UID and the config changed.")


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(-3, "0 s"), (59, "59 s"), (300, "5 min"), (7200, "2 h"), (7500, "2 h 5 min")],
)
def test_a_length_is_said_as_a_person_does(seconds: float, text: str) -> None:
    assert span(seconds) == text
