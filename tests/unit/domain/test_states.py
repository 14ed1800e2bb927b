"""The word on the screen claims no more than the last answer proves."""

from __future__ import annotations

from typing import Any

import pytest

from agora_console.domain.durations import duration
from agora_console.domain.session import FileEntry, Phase, Session
from agora_console.domain.states import READY_LOOK, look, not_ready_look, stale_after
from tests.support.sessions import make_session

NOW = 10_000.0


def session(phase: Phase, **changes: Any) -> Session:
    cause = "" if phase is Phase.RECORDING else "The cause."
    times = {"created_at": NOW - 100, "since": NOW - 10, "cause": cause}
    return make_session(**{**times, "phase": phase, **changes})


RECORDING: dict[str, Any] = {"started_at": NOW - 60, "last_status": 5, "last_status_at": NOW - 5}


def test_a_fresh_5_is_rec() -> None:
    shown = look(session(Phase.RECORDING, **RECORDING), NOW)
    assert (shown.word, shown.shape, shown.tone) == ("REC", "dot", "red_fill")
    assert not shown.attention


def test_a_fresh_4_says_that_nothing_is_stored_yet() -> None:
    shown = look(session(Phase.RECORDING, **{**RECORDING, "last_status": 4}), NOW)
    assert shown.word == "REC"
    assert "nothing stored yet" in shown.sentence


def test_only_recording_fills_red() -> None:
    for phase in Phase:
        shown = look(session(phase, started_at=NOW - 5, last_status_at=NOW - 5), NOW)
        assert (shown.tone == "red_fill") == (phase is Phase.RECORDING)


def test_an_answer_older_than_two_polls_needs_attention() -> None:
    shown = look(session(Phase.RECORDING, **{**RECORDING, "last_status_at": NOW - 301}), NOW)
    assert shown.word == "REC !"
    assert shown.sentence == "The last answer is 5:01 old."


def test_an_answer_that_is_older_still_is_no_proof_of_a_recording() -> None:
    values = {**RECORDING, "last_status_at": NOW - 391}
    shown = look(session(Phase.RECORDING, **values), NOW)
    assert (shown.word, shown.tone) == ("UNKNOWN, MAY STILL RECORD", "amber")
    assert "6:31 old" in shown.sentence


def test_a_remark_on_a_recording_needs_attention() -> None:
    shown = look(session(Phase.RECORDING, **RECORDING, cause="On hold."), NOW)
    assert (shown.word, shown.sentence, shown.attention) == ("REC !", "On hold.", True)


def test_a_page_is_never_alone_so_its_idle_time_says_nothing() -> None:
    config: dict[str, object] = {"clientRequest": {}}
    assert stale_after(session(Phase.RECORDING, config=config, mode="web")) == 300.0
    assert stale_after(session(Phase.RECORDING, config=config)) == 60.0


def test_a_look_carries_since_when_the_last_good_answer_and_its_age() -> None:
    shown = look(session(Phase.RECORDING, **RECORDING), NOW)
    assert (shown.since, shown.answered_at, shown.age) == (NOW - 10, NOW - 5, 5.0)
    assert look(session(Phase.STARTING), NOW).age is None


def test_looks_that_differ_in_their_age_alone_are_equal() -> None:
    recording = session(Phase.RECORDING, **RECORDING, next_ask_at=NOW + 20)
    assert look(recording, NOW) == look(recording, NOW + 1)


NEXT: list[tuple[Phase, dict[str, object], str]] = [
    (Phase.RECORDING, {**RECORDING, "next_ask_at": NOW + 108}, "Asked again in 1:48."),
    (Phase.RECORDING, {**RECORDING, "next_ask_at": NOW}, "Being asked now."),
    (
        Phase.UNCONFIRMED,
        {"started_at": NOW - 18, "next_ask_at": NOW + 5},
        "Asked again in 0:05. Counts as not started in 1:12.",
    ),
    (Phase.UNKNOWN, {"missing_since": NOW - 41}, "Counts as ended in 0:49 if it stays away."),
    (Phase.UNKNOWN, {"missing_since": NOW - 41, "ids_typed": True}, ""),
    (
        Phase.OUTCOME_UNKNOWN,
        {"acquired_at": NOW - 60},
        "The same start is sent again until there is an answer, for 4:00 more.",
    ),
    (
        Phase.OUTCOME_UNKNOWN,
        {"acquired_at": NOW - 300},
        "The resourceId is too old to find out by starting again.",
    ),
    (Phase.ENDED, {"over": True, "next_ask_at": NOW + 60}, ""),
]


@pytest.mark.parametrize(("phase", "changes", "words"), NEXT)
def test_a_look_says_what_comes_next(phase: Phase, changes: dict[str, object], words: str) -> None:
    assert look(session(phase, **changes), NOW).next == words


def test_a_long_4_needs_attention_and_names_its_causes() -> None:
    shown = look(
        session(Phase.RECORDING, **{**RECORDING, "last_status": 4, "since": NOW - 61}), NOW
    )
    assert shown.word == "REC !"
    assert "channel type" in shown.sentence


def test_an_individual_recording_may_take_longer_to_store_its_first_file() -> None:
    values = {**RECORDING, "last_status": 4, "since": NOW - 80, "mode": "individual"}
    assert look(session(Phase.RECORDING, **values), NOW).word == "REC"
    assert look(session(Phase.RECORDING, **{**values, "since": NOW - 91}), NOW).word == "REC !"


def test_a_long_4_with_files_is_no_alarm() -> None:
    files = (FileEntry(file_name="a.m3u8"),)
    values = {**RECORDING, "last_status": 4, "since": NOW - 61, "files": files}
    assert look(session(Phase.RECORDING, **values), NOW).word == "REC"


def test_the_last_hour_of_the_control_window_needs_attention() -> None:
    config = {"clientRequest": {}, "acquire": {"resourceExpiredHour": 1}}
    shown = look(session(Phase.RECORDING, **RECORDING, config=config), NOW)
    assert shown.word == "REC !"
    assert "59:00" in shown.sentence


@pytest.mark.parametrize(
    ("left", "word", "said"),
    [
        (901.0, "REC", "first file is stored"),
        (47.0, "REC !", "ends in 0:47"),
        (0.0, "REC !", "has ended"),
    ],
)
def test_the_end_of_the_token_needs_attention(left: float, word: str, said: str) -> None:
    shown = look(session(Phase.RECORDING, **RECORDING, token_expires_at=NOW + left), NOW)
    assert shown.word == word
    assert said in shown.sentence


def test_unconfirmed_counts_down_to_its_deadline() -> None:
    shown = look(session(Phase.UNCONFIRMED, started_at=NOW - 18), NOW)
    assert shown.sentence.startswith("Confirm within 1:12.")
    late = look(session(Phase.UNCONFIRMED, started_at=NOW - 91), NOW)
    assert late.attention
    assert late.sentence.startswith("Not confirmed within 90 s.")


def test_unknown_counts_through_the_failover_window() -> None:
    shown = look(session(Phase.UNKNOWN, missing_since=NOW - 41), NOW)
    assert shown.word == "UNKNOWN, MAY STILL RECORD"
    assert "0:41 of 1:30" in shown.sentence
    assert "of 1:30" not in look(session(Phase.UNKNOWN), NOW).sentence
    assert "of 1:30" not in look(session(Phase.UNKNOWN, missing_since=NOW - 90), NOW).sentence


@pytest.mark.parametrize(("count", "words"), [(1, "1 file listed."), (38, "38 files listed.")])
def test_listed_files_are_counted(count: int, words: str) -> None:
    files = tuple(FileEntry(file_name=f"{n}.ts") for n in range(count))
    assert look(session(Phase.FILES_LISTED, files=files), NOW).sentence.startswith(words)


def test_no_files_are_not_counted() -> None:
    assert look(session(Phase.FILES_LISTED), NOW).sentence == "The cause."


@pytest.mark.parametrize("phase", list(Phase))
def test_every_phase_has_a_word_and_a_sentence(phase: Phase) -> None:
    shown = look(session(phase, started_at=NOW - 5, last_status_at=NOW - 5), NOW)
    assert shown.word
    assert shown.sentence


def test_a_draft_is_ready_or_says_how_many_problems_it_has() -> None:
    assert READY_LOOK.word == "READY"
    assert not_ready_look(1).sentence == "1 problem"
    assert not_ready_look(2).sentence == "2 problems"


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "0:00"), (-3, "0:00"), (41.9, "0:41"), (725, "12:05"), (3723, "1:02:03")],
)
def test_durations(seconds: float, text: str) -> None:
    assert duration(seconds) == text


def test_a_short_idle_time_makes_an_answer_old_sooner() -> None:
    config = {"clientRequest": {"recordingConfig": {"maxIdleTime": 5}}}
    assert stale_after(session(Phase.RECORDING, config=config)) == 30.0
