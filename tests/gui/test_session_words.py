"""What the session page says, before any widget says it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agora_console.domain.codes import explain, status_meaning
from agora_console.domain.on_air import layout_on_air
from agora_console.domain.session import Phase, Session, Uploading
from agora_console.services.values import Entry
from agora_console.ui.look import times
from agora_console.ui.session.calls import call_of, calls_of
from agora_console.ui.session.files_words import no_files_sentence, upload_sentence
from agora_console.ui.session.header_words import control_window, headline, stop_state, timer
from agora_console.ui.session.layout_check import layout_problems, why_no_change, with_layout
from agora_console.ui.session.layout_diff import Kind, changes, differs
from agora_console.ui.session.spans import Stretch, moves_of, shares, stretches
from agora_console.ui.session.timeline import lines
from tests.gui import session_stage as stage
from tests.gui.session_stage import BEGIN, MIX, SID

NOW = BEGIN + 6012.0
AIR = {"mixedVideoLayout": 1, "backgroundColor": "#101828"}

# --- times -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(-3, "0 s"), (59.9, "59 s"), (60, "1 min"), (250, "4 min 10 s"), (252_999, "70 h 16 min")],
)
def test_a_span_has_two_units_at_most(seconds: float, text: str) -> None:
    assert times.span(seconds) == text


def test_a_timer_goes_on_beyond_a_day() -> None:
    assert times.elapsed(100 * 3600 + 61.9) == "100:01:01"


def test_a_time_of_another_day_has_its_date() -> None:
    assert times.clock_on_day(BEGIN, BEGIN) == times.clock(BEGIN)
    assert times.clock_on_day(BEGIN, BEGIN + 86_400.0 * 2) == times.day_clock(BEGIN)


# --- header ------------------------------------------------------------------------


def test_a_healthy_recording_says_status_age_and_next_question() -> None:
    meaning = status_meaning(5)
    assert headline(stage.recording(), NOW) == (
        f"Status 5, {meaning.word}. {meaning.sentence} Asked 12 s ago, next in 1:48."
    )


def test_trouble_says_how_often_and_how_old_the_last_good_answer_is() -> None:
    text = headline(stage.unknown(), BEGIN + 6161.0)
    assert "Recovering, 0:41 of 1:30." in text
    assert "3 questions without a good answer, the last good one is 2 min 41 s old" in text


def test_a_question_that_is_due_is_being_asked() -> None:
    assert headline(stage.recording(), NOW + 120.0).endswith("Asked 2 min 12 s ago, asking now.")


def test_an_end_says_its_cause_and_when_it_was() -> None:
    text = headline(stage.ended(), NOW)
    assert text.startswith("The recording ended by itself")
    assert text.endswith(f"Over since {times.clock(BEGIN + 606.0)}.")


def test_before_the_sid_nothing_is_said_of_questions() -> None:
    assert headline(stage.starting(), BEGIN) == "Asking Agora for a recorder (acquire)."


def test_the_timer_counts_from_the_first_proof_only() -> None:
    assert timer(stage.unconfirmed(), BEGIN + 40.0).figure == "--:--:--"
    shown = timer(stage.recording(), NOW)
    assert (shown.figure, shown.caption) == (
        "01:40:06",
        f"since confirmed {times.clock(BEGIN + 6.0)}",
    )


def test_the_timer_stands_after_the_stop_was_accepted() -> None:
    assert timer(stage.files_listed(), NOW).figure == "00:10:00"
    assert timer(stage.uploading(), NOW + 999.0).figure == "01:40:06"


STOPS = [
    (stage.starting(), True, False),
    (stage.unconfirmed(), True, True),
    (stage.recording(), True, True),
    (stage.recording(sid="", phase=Phase.OUTCOME_UNKNOWN), True, False),
    (stage.unknown(), True, True),
    (stage.stopping(), True, True),
    (stage.uploading(), True, False),
    (stage.out_of_reach(), True, False),
    (stage.files_listed(), False, False),
    (stage.failed(), False, False),
]


@pytest.mark.parametrize(("session", "shown", "enabled"), STOPS)
def test_stop_is_offered_exactly_while_something_may_record(
    session: Session, shown: bool, enabled: bool
) -> None:
    state = stop_state(session)
    assert (state.shown, state.enabled) == (shown, enabled)
    assert state.reason or state.enabled or not state.shown


def test_a_journal_that_cannot_be_written_disables_stop_and_says_so() -> None:
    state = stop_state(stage.recording(), "The journal is read-only.")
    assert (state.enabled, state.reason) == (False, "The journal is read-only.")


def test_the_control_window_turns_amber_in_its_last_hour() -> None:
    ends = BEGIN + 0.8 + 72 * 3600
    assert control_window(stage.recording(), NOW) == ("70 h 19 min left", "text")
    assert control_window(stage.recording(), ends - 1800.0) == ("30 min left", "amber")
    assert control_window(stage.recording(), ends + 1.0)[1] == "danger"
    assert control_window(stage.starting(), NOW)[0] == "opens with the start"


# --- files -------------------------------------------------------------------------


def test_uploaded_claims_no_more_than_agora_said() -> None:
    assert upload_sentence(stage.files_listed()) == (
        "Uploaded, says Agora. Nobody has looked in the bucket yet."
    )


def test_backuped_is_delayed_not_lost() -> None:
    assert "delayed, not lost" in upload_sentence(stage.in_backup())


def test_an_upload_that_agora_does_not_know_is_not_called_done() -> None:
    unsure = stage.files_listed().model_copy(update={"uploading": Uploading.UNKNOWN})
    assert "could not say" in upload_sentence(unsure)
    assert "has not said" in upload_sentence(stage.uploading())


def test_a_list_of_a_running_recording_is_said_to_grow() -> None:
    assert "still grows" in upload_sentence(stage.recording())


@pytest.mark.parametrize(("mode", "seconds"), [("mix", 15.0), ("individual", 60.0)])
def test_the_first_file_is_due_after_its_slice(mode: str, seconds: float) -> None:
    fresh = stage.recording(mode=mode, files=())
    due = times.clock(BEGIN + 6.0 + seconds)
    assert f"due at {due}, in {seconds - 5:.0f} s" in no_files_sentence(fresh, BEGIN + 11.0)
    assert f"first one was due at {due}" in no_files_sentence(fresh, BEGIN + 90.0)


def test_snapshots_alone_have_no_list_but_names() -> None:
    sentence = no_files_sentence(stage.snapshots_only(), NOW)
    assert f"{SID}_keynote-a__uid_s_<uid>__uid_e_video_<utc>.jpg" in sentence


def test_an_end_without_files_says_why() -> None:
    assert "Nobody was publishing" in no_files_sentence(stage.nothing_recorded(), NOW)
    assert "never ran" in no_files_sentence(stage.failed(), NOW)
    no_list = stage.ended().model_copy(update={"files": ()})
    assert f"begin with {SID}" in no_files_sentence(no_list, NOW)


def test_files_need_no_excuse() -> None:
    assert no_files_sentence(stage.recording(), NOW) == ""


# --- time line ---------------------------------------------------------------------


def test_equal_answers_are_one_line_with_a_count() -> None:
    line = lines(stage.life())[0]
    assert (line.code, line.times) == ("5", 30)
    assert (line.at, line.last_at) == (BEGIN + 23.0, BEGIN + 23.0 + 29 * 120.0)


def test_a_failover_is_told_in_three_lines() -> None:
    later, back, gone = lines(stage.failover())[:3]
    assert (gone.code, gone.times, gone.tone) == ("404", 3, "amber")
    meant = explain("query", 404, 404, Phase.RECORDING)
    assert gone.meaning == f"{meant.title}. {meant.meaning}"
    assert back.meaning.startswith("Back again.")
    assert back.meaning.endswith("New files start with bak0_.")
    assert (later.code, later.times) == ("5", 14)


def test_a_404_means_something_else_before_the_proof() -> None:
    entries = [stage.missing(5.0), stage.state(0.8, Phase.UNCONFIRMED), stage.request(0.4, "start")]
    meant = explain("query", 404, 404, Phase.UNCONFIRMED)
    assert lines(entries)[0].meaning.startswith(meant.title)
    assert meant.title != explain("query", 404, 404, Phase.RECORDING).title


def test_a_verdict_has_a_line_and_a_phase_that_an_answer_began_has_none() -> None:
    entries = stage.life(
        stage.request(606.0, "stop"), stage.state(606.0, Phase.FILES_LISTED, "Uploaded.")
    )
    verdict, stop = lines(entries)[:2]
    assert (verdict.meaning, verdict.answer) == ("Uploaded.", "concluded")
    assert stop.meaning == "stop accepted"
    assert not any("Asking Agora" in line.meaning for line in lines(entries))


def test_an_unanswered_question_says_why() -> None:
    error = "The connection was closed."
    entry = stage.request(5.0, "query", None, error=error, latency_ms=None)
    line = lines([entry])[0]
    assert line.answer == "no answer"
    assert line.meaning.endswith(error)


def test_what_the_operator_did_has_a_line() -> None:
    entry = Entry("s-1", BEGIN, "operator", "console", "Stop was ordered.")
    assert (lines([entry])[0].meaning, lines([entry])[0].answer) == (
        "Stop was ordered.",
        "operator",
    )


def test_a_status_is_read_from_a_reply_that_was_cut() -> None:
    entry = stage.request(5.0, "query", reply='{"serverResponse": {"status": 5, "fileList": [{"fi')
    assert call_of(entry).status == 5


@given(
    st.dictionaries(
        st.sampled_from(
            ["operation", "http", "code", "reply", "latency_ms", "attempt", "phase", "error"]
        ),
        st.none()
        | st.booleans()
        | st.integers(-9, 999)
        | st.text(max_size=9)
        | st.lists(st.text()),
    ),
    st.sampled_from(["request", "state", "operator", "note", "future"]),
)
def test_no_entry_of_any_shape_breaks_the_time_line(detail: dict[str, Any], kind: str) -> None:
    entry = Entry("s-1", BEGIN, kind, "console", "text", detail)
    assert len(lines([entry])) <= 1
    assert len(calls_of([entry])) == (kind == "request")


# --- band ----------------------------------------------------------------------------


def test_the_band_follows_the_phases_of_the_journal() -> None:
    parts = stretches(stage.recording(), moves_of(stage.failover()), NOW)
    assert [part.phase for part in parts] == [
        Phase.STARTING,
        Phase.UNCONFIRMED,
        Phase.RECORDING,
        Phase.UNKNOWN,
        Phase.RECORDING,
    ]
    assert parts[3].length == 41.0
    assert parts[-1].end == NOW


def test_the_band_of_a_session_whose_journal_reaches_back_less_far_is_whole() -> None:
    late = [entry for entry in stage.failover() if entry.at > BEGIN + 4000.0]
    parts = stretches(stage.recording(), moves_of(late), NOW)
    assert [part.phase for part in parts[:3]] == [
        Phase.STARTING,
        Phase.UNCONFIRMED,
        Phase.RECORDING,
    ]
    assert parts[0].start == BEGIN


def test_the_band_ends_with_the_session() -> None:
    done = stage.files_listed()
    parts = stretches(done, moves_of(stage.life(stage.state(606.0, Phase.FILES_LISTED))), NOW)
    assert parts[-1] == Stretch(BEGIN + 6.0, BEGIN + 606.0, Phase.RECORDING)


@given(st.lists(st.floats(0.001, 1e6), min_size=1, max_size=30), st.floats(0.0, 0.2))
def test_every_stretch_has_its_share_and_together_they_are_the_band(
    lengths: list[float], least: float
) -> None:
    parts = [Stretch(0.0, length, Phase.RECORDING) for length in lengths]
    given_shares = shares(parts, least)
    assert sum(given_shares) == pytest.approx(1.0)
    assert min(given_shares) >= min(least, 1.0 / len(parts)) * 0.999


# --- layout --------------------------------------------------------------------------


def test_on_air_is_the_layout_of_start_until_another_was_accepted() -> None:
    assert layout_on_air(stage.recording()) == {
        "mixedVideoLayout": 2,
        "maxResolutionUid": "1001",
        "backgroundColor": "#101828",
    }
    assert layout_on_air(stage.recording(layout=AIR)) == AIR


def test_what_changes_what_is_kept_and_what_is_left_out() -> None:
    new = {"mixedVideoLayout": 3, "layoutConfig": [{}, {}, {}]}
    told = {change.key: change for change in changes(AIR, new)}
    assert (told["mixedVideoLayout"].old, told["mixedVideoLayout"].new) == (
        "1 best fit",
        "3 custom",
    )
    assert (told["layoutConfig"].old, told["layoutConfig"].new) == ("—", "3 regions")
    assert told["backgroundColor"].kind is Kind.RESET


def test_a_value_that_stays_is_kept_because_it_is_sent_again() -> None:
    kept = changes(AIR, AIR | {"mixedVideoLayout": 0})[1]
    assert (kept.key, kept.kind) == ("backgroundColor", Kind.KEPT)


def test_a_default_that_is_spelled_out_changes_nothing() -> None:
    assert not differs({}, {"mixedVideoLayout": 0, "backgroundColor": "#000000"})
    assert differs({}, AIR)


def test_other_regions_of_the_same_number_are_a_change() -> None:
    change = changes({"layoutConfig": [{"x_axis": 0.0}]}, {"layoutConfig": [{"x_axis": 0.5}]})[0]
    assert (change.kind, change.new) == (Kind.CHANGED, "1 region, changed")


def test_the_layout_is_judged_on_the_canvas_of_the_recording_and_alone() -> None:
    session = stage.recording()
    assert layout_problems(session, AIR) == ()
    outside = {
        "mixedVideoLayout": 3,
        "layoutConfig": [{"x_axis": 0.6, "y_axis": 0.0, "width": 0.6, "height": 1.0}],
    }
    paths = [problem.path for problem in layout_problems(session, outside)]
    assert paths
    assert all(".transcodingConfig.layoutConfig" in path for path in paths)


def test_judging_leaves_the_config_of_the_session_as_it_is() -> None:
    session = stage.recording()
    document = with_layout(session, {"mixedVideoLayout": 1})
    picture = document["clientRequest"]["recordingConfig"]["transcodingConfig"]
    assert picture == {
        "width": 1280,
        "height": 720,
        "fps": 30,
        "bitrate": 3420,
        "mixedVideoLayout": 1,
    }
    assert session.config == MIX


@pytest.mark.parametrize(
    ("session", "word"),
    [
        (stage.files_listed(), "over"),
        (stage.starting(), "no sid"),
        (stage.stopping(), "being stopped"),
    ],
)
def test_a_layout_that_cannot_be_sent_has_a_reason(session: Session, word: str) -> None:
    assert word in why_no_change(session)
