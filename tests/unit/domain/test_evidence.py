"""Every phase is entered on evidence alone."""

from __future__ import annotations

import pytest

from agora_console.domain.evidence.facts import (
    AcquireSent,
    AskFailed,
    Fact,
    LayoutAccepted,
    Missing,
    Refused,
    ResourceReceived,
    SidReceived,
    StartSent,
    StartUnanswered,
    StartWithoutSid,
    StatusSeen,
    StopAccepted,
    StopFoundEnding,
    StopFoundNothing,
    StopRefused,
    StopSent,
    StopUnanswered,
    TimePassed,
)
from agora_console.domain.evidence.judge import judge
from agora_console.domain.evidence.status import outlives_its_stop, stop_holds
from agora_console.domain.page import PageService, PushTarget
from agora_console.domain.session import FileEntry, Phase, Session, Uploading
from tests.support.sessions import make_session

SID = "5f" * 16


def after(*facts: Fact, session: Session | None = None) -> Session:
    session = session or make_session(idle=120)
    for fact in facts:
        session = judge(session, fact)
    return session


STARTED = (AcquireSent(0), ResourceReceived(1, "res"), StartSent(2), SidReceived(3, SID))
CONFIRMED = (*STARTED, StatusSeen(8, 4))


def missing(at: float, kind: Missing = Missing.NO_WORKER) -> AskFailed:
    return AskFailed(at, kind, "why")


def test_a_sid_is_not_yet_a_recording() -> None:
    session = after(*STARTED)
    assert session.phase is Phase.UNCONFIRMED
    assert session.confirmed_at is None
    assert session.stoppable


@pytest.mark.parametrize("status", [4, 5])
def test_status_4_or_5_confirms_a_recording(status: int) -> None:
    session = after(*STARTED, StatusSeen(8, status))
    assert session.phase is Phase.RECORDING
    assert session.confirmed_at == 8


@pytest.mark.parametrize("status", [0, 1, 2, 3, None, 9, -1])
def test_no_other_status_confirms_a_recording(status: int | None) -> None:
    session = after(*STARTED, StatusSeen(8, status))
    assert session.phase is Phase.UNCONFIRMED
    assert session.last_status == status


def test_the_timer_counts_from_the_first_4_or_5() -> None:
    session = after(*CONFIRMED, StatusSeen(20, 5), StatusSeen(140, 5))
    assert session.confirmed_at == 8
    assert session.since == 8


def test_ninety_seconds_without_4_or_5_count_as_not_started_but_stay_stoppable() -> None:
    session = after(*STARTED, StatusSeen(50, 2), StatusSeen(93, 3))
    assert session.phase is Phase.FAILED
    assert not session.over
    assert session.stoppable


def test_a_late_confirmation_is_believed() -> None:
    session = after(*STARTED, TimePassed(93), StatusSeen(100, 4))
    assert session.phase is Phase.RECORDING


def test_a_404_while_recording_is_not_an_end_before_the_failover_window_has_passed() -> None:
    session = after(*CONFIRMED, missing(100), missing(189.9))
    assert session.phase is Phase.UNKNOWN
    assert not session.over


def test_a_404_through_the_whole_failover_window_ends_it_by_itself() -> None:
    session = after(*CONFIRMED, missing(100), missing(190))
    assert session.phase is Phase.ENDED
    assert session.over
    assert "120 s" in session.cause


def test_two_404_between_which_nobody_looked_prove_no_end() -> None:
    session = after(*CONFIRMED, missing(100), missing(221))
    assert session.phase is Phase.UNKNOWN
    assert session.missing_since == 221
    assert after(missing(311), session=session).over


def test_an_end_says_how_it_is_known() -> None:
    session = after(*CONFIRMED, StatusSeen(60, 5), missing(100), missing(195))
    assert "by itself" in session.cause
    assert "not found it for 1:35 (404)" in session.cause
    assert "status 5 was seen 0:40 before" in session.cause


def test_a_recording_that_comes_back_after_it_counted_as_over_is_believed() -> None:
    session = after(*CONFIRMED, missing(100), missing(190), StatusSeen(250, 5))
    assert session.phase is Phase.RECORDING
    assert not session.over
    assert session.ended_at is None
    assert "is back" in session.cause


def test_a_recording_comes_back_after_a_failover() -> None:
    session = after(*CONFIRMED, missing(100), missing(150), StatusSeen(170, 5))
    assert session.phase is Phase.RECORDING
    assert session.missing_since is None
    assert session.confirmed_at == 8


@pytest.mark.parametrize("kind", [Missing.SERVER, Missing.SILENCE, Missing.REFUSED])
def test_silence_and_server_faults_never_prove_an_end(kind: Missing) -> None:
    session = after(*CONFIRMED, missing(100, kind), missing(100_000, kind))
    assert session.phase is Phase.UNKNOWN
    assert not session.over


def test_the_window_of_a_404_begins_with_the_first_404_not_with_the_silence_before() -> None:
    session = after(*CONFIRMED, missing(100, Missing.SILENCE), missing(300))
    assert session.phase is Phase.UNKNOWN
    assert session.missing_since == 300


def test_a_404_from_the_start_says_after_ninety_seconds_that_it_never_got_ready() -> None:
    early = after(*STARTED, missing(8))
    assert early.phase is Phase.UNCONFIRMED
    late = after(*STARTED, missing(8), missing(98))
    assert late.phase is Phase.FAILED
    assert late.over
    assert "never got ready" in late.cause


def test_a_404_after_a_late_sign_of_life_waits_another_window() -> None:
    session = after(*STARTED, StatusSeen(80, 2), missing(100), missing(189))
    assert not session.over
    session = after(missing(190), session=session)
    assert session.phase is Phase.FAILED
    assert session.over


def test_a_404_long_after_a_start_that_nobody_followed_is_not_judged_at_once() -> None:
    session = after(*STARTED, missing(700))
    assert session.phase is Phase.UNKNOWN
    assert not session.over
    session = after(missing(745), missing(790), session=session)
    assert session.phase is Phase.ENDED
    assert "not known whether it ever recorded" in session.cause


def test_ninety_seconds_after_which_it_was_just_seen_not_ready_are_a_failure() -> None:
    session = after(*STARTED, StatusSeen(60, 2), TimePassed(93))
    assert session.phase is Phase.FAILED
    assert not session.over


def test_a_404_after_a_stop_that_nobody_answered_ends_what_was_never_confirmed() -> None:
    facts = (StopSent(10), StopUnanswered(12, "why"), missing(20), missing(60), missing(110))
    session = after(*STARTED, *facts)
    assert session.phase is Phase.ENDED
    assert session.over


def test_what_counted_as_never_ready_and_records_is_believed() -> None:
    session = after(*STARTED, missing(8), missing(98), StatusSeen(120, 5))
    assert session.phase is Phase.RECORDING
    assert session.confirmed_at == 120
    assert not session.over


def test_ninety_seconds_in_which_agora_did_not_say_are_no_failure() -> None:
    session = after(*STARTED, missing(20, Missing.SILENCE), TimePassed(93))
    assert session.phase is Phase.UNKNOWN
    assert "did not say" in session.cause
    assert after(StatusSeen(94, 2), session=session).phase is Phase.FAILED


def test_silence_before_the_confirmation_stays_unconfirmed_until_its_deadline() -> None:
    session = after(*STARTED, missing(20, Missing.SILENCE))
    assert session.phase is Phase.UNCONFIRMED
    assert after(missing(95, Missing.SILENCE), session=session).phase is Phase.UNKNOWN


ONE_HOUR = make_session(
    config={"mode": "mix", "clientRequest": {}, "acquire": {"resourceExpiredHour": 1}}
)
CLOSED = 3 + 3600.0


def test_a_404_beyond_the_control_window_means_out_of_reach_not_over() -> None:
    session = after(*CONFIRMED, missing(CLOSED), session=ONE_HOUR)
    assert session.phase is Phase.OUT_OF_REACH
    assert not session.over
    assert "30 s without anybody in the channel" in session.cause


def test_404_counts_for_an_end_only_while_the_control_window_was_open() -> None:
    begun = after(*CONFIRMED, missing(CLOSED - 60), missing(CLOSED - 1), session=ONE_HOUR)
    assert after(missing(CLOSED + 60), session=begun).phase is Phase.OUT_OF_REACH
    early = after(*CONFIRMED, missing(CLOSED - 100), missing(CLOSED - 20), session=ONE_HOUR)
    assert after(missing(CLOSED + 10), session=early).phase is Phase.ENDED


@pytest.mark.parametrize(
    "facts",
    [(StopSent(CLOSED - 5), StopAccepted(CLOSED - 4, None)), (StatusSeen(CLOSED - 4, 7),)],
)
def test_what_was_ending_has_ended_also_beyond_the_control_window(facts: tuple[Fact]) -> None:
    session = after(*CONFIRMED, *facts, missing(CLOSED + 1), session=ONE_HOUR)
    assert session.phase is Phase.ENDED
    assert session.over


def test_a_page_out_of_reach_is_not_said_to_end_by_its_idle_time() -> None:
    page = ONE_HOUR.model_copy(update={"mode": "web"})
    session = after(*CONFIRMED, missing(CLOSED), session=page)
    assert "maxRecordingHour" in session.cause


def test_status_20_is_a_failure_and_over() -> None:
    session = after(*CONFIRMED, StatusSeen(50, 20))
    assert session.phase is Phase.FAILED
    assert session.over


def test_status_6_without_our_stop_says_that_it_was_not_stopped_here() -> None:
    session = after(*CONFIRMED, StatusSeen(50, 6))
    assert session.phase is Phase.STOPPING
    assert "not stopped here" in session.cause
    assert after(missing(55), session=session).phase is Phase.ENDED


def test_a_status_below_4_after_the_confirmation_is_a_recovery() -> None:
    assert after(*CONFIRMED, StatusSeen(50, 2)).phase is Phase.UNKNOWN


def test_a_number_that_the_reference_does_not_have_is_shown_as_such() -> None:
    session = after(*CONFIRMED, StatusSeen(50, 9))
    assert session.phase is Phase.UNKNOWN
    assert "status 9 (unknown to its reference)" in session.cause
    assert "recovering" not in session.cause
    early = after(*STARTED, StatusSeen(8, 9))
    assert "status 9" in early.cause
    assert "no status" in after(*STARTED, StatusSeen(8, None)).cause


@pytest.mark.parametrize("kind", [Missing.EXITING, Missing.SERVER, Missing.NO_WORKER])
def test_after_an_accepted_stop_no_answer_is_news(kind: Missing) -> None:
    session = after(*CONFIRMED, StopSent(60), StopAccepted(61, None), missing(65, kind))
    assert session.phase in (Phase.UPLOADING, Phase.ENDED)
    assert session.over == (kind is Missing.NO_WORKER)


@pytest.mark.parametrize("status", [4, 5, 6, 7, 8])
def test_after_an_accepted_stop_a_status_is_the_end_on_its_way(status: int) -> None:
    session = after(*CONFIRMED, StopSent(60), StopAccepted(61, None), StatusSeen(64, status))
    assert session.phase is Phase.UPLOADING
    assert f"status {status}" in session.cause


def test_status_20_after_an_accepted_stop_is_a_failure_that_names_the_files() -> None:
    session = after(*CONFIRMED, StopSent(60), StopAccepted(61, None), StatusSeen(64, 20))
    assert session.phase is Phase.FAILED
    assert "last files" in session.cause


def test_501_means_that_it_is_leaving() -> None:
    session = after(*CONFIRMED, missing(50, Missing.EXITING))
    assert session.phase is Phase.STOPPING
    assert "not stopped here" in session.cause
    assert after(StatusSeen(60, 5), session=session).phase is Phase.RECORDING


def test_501_after_our_stop_is_its_end_on_the_way() -> None:
    session = after(*CONFIRMED, StopSent(20), missing(25, Missing.EXITING))
    assert session.phase is Phase.STOPPING
    assert session.cause == "Agora says that the recorder is leaving (501)."


def test_a_recorder_that_was_leaving_and_still_starts_is_not_left_without_a_word() -> None:
    session = after(*STARTED, missing(8, Missing.EXITING), StatusSeen(12, 2))
    assert session.phase is Phase.UNCONFIRMED


def test_a_question_that_could_not_be_put_changes_no_phase() -> None:
    session = after(*CONFIRMED, missing(60, Missing.NOT_ASKED))
    assert session.phase is Phase.RECORDING
    assert session.cause == "why"
    assert session.last_answer_at == 8


def test_a_recording_that_nobody_could_ask_for_long_is_unknown() -> None:
    session = after(*CONFIRMED, StatusSeen(20, 5), missing(409, Missing.NOT_ASKED))
    assert session.phase is Phase.RECORDING
    session = after(TimePassed(411), session=session)
    assert session.phase is Phase.UNKNOWN
    assert "6:31 old" in session.cause


# --- page recording ------------------------------------------------------------------

PAGE = make_session(mode="web", config={"mode": "web", "clientRequest": {}})
RECORDER = "web_recorder_service"


def test_a_page_recorder_that_has_left_is_ending_whatever_its_status() -> None:
    session = after(*CONFIRMED, StatusSeen(50, 5, left=(RECORDER,)), session=PAGE)
    assert session.phase is Phase.STOPPING
    assert "page recorder has left" in session.cause
    assert "The page could not be shown" in session.cause


def test_a_push_that_has_ended_leaves_the_recording_and_says_so() -> None:
    session = after(*CONFIRMED, StatusSeen(50, 5, left=("rtmp_publish_service",)), session=PAGE)
    assert session.phase is Phase.RECORDING
    assert "push to the CDN has ended" in session.cause


def test_a_push_that_the_cdn_does_not_take_is_said() -> None:
    target = PushTarget(rtmp_url="rtmp://cdn.example.com/app/***", status="disconnected")
    service = PageService(service_name="rtmp_publish_service", outputs=(target,))
    session = after(*CONFIRMED, StatusSeen(50, 5, services=(service,)), session=PAGE)
    assert session.phase is Phase.RECORDING
    assert "the CDN does not take the push" in session.cause


def test_a_page_on_hold_records_nothing_and_says_so() -> None:
    session = after(*CONFIRMED, StatusSeen(50, 5, on_hold=True), session=PAGE)
    assert session.phase is Phase.RECORDING
    assert session.cause.startswith("On hold")
    assert after(StatusSeen(60, 5), session=session).cause == ""


# --- stop ----------------------------------------------------------------------------


FILE = FileEntry(file_name=f"{SID}_town-hall.m3u8")


@pytest.mark.parametrize(
    ("uploading", "phase", "over"),
    [
        (Uploading.UPLOADED, Phase.FILES_LISTED, True),
        (Uploading.BACKUPED, Phase.IN_BACKUP, True),
        (Uploading.UNKNOWN, Phase.UPLOADING, False),
        (None, Phase.UPLOADING, False),
    ],
)
def test_a_stop_claims_what_the_upload_status_proves(
    uploading: Uploading | None, phase: Phase, over: bool
) -> None:
    session = after(*CONFIRMED, StopSent(60), StopAccepted(61, uploading, (FILE,)))
    assert session.phase is phase
    assert session.over is over
    assert session.files == (FILE,)


def test_an_accepted_stop_without_files_keeps_those_of_the_last_query() -> None:
    session = after(*CONFIRMED, StatusSeen(30, 5, (FILE,)), StopSent(60), StopAccepted(61, None))
    assert session.files == (FILE,)


def test_an_asynchronous_stop_is_over_with_the_404() -> None:
    session = after(*CONFIRMED, StopSent(60), StopAccepted(61, None), missing(70))
    assert session.phase is Phase.ENDED
    assert session.over


def test_435_means_nothing_recorded() -> None:
    session = after(*CONFIRMED, StopSent(60), StopFoundNothing(61))
    assert session.phase is Phase.NOTHING_RECORDED
    assert session.over


def test_49_means_that_it_is_ending_and_the_404_ends_it() -> None:
    session = after(*CONFIRMED, StopSent(60), StopFoundEnding(61))
    assert session.phase is Phase.STOPPING
    assert not session.over
    session = after(StatusSeen(62, 7), missing(65), session=session)
    assert session.phase is Phase.ENDED
    assert "listed no files" in session.cause


def test_files_that_came_with_a_49_are_not_said_to_be_missing() -> None:
    ending = (StopSent(60), StopFoundEnding(61, (FILE,)), StatusSeen(62, 7))
    session = after(*CONFIRMED, *ending, missing(65))
    assert session.phase is Phase.ENDED
    assert session.files == (FILE,)
    assert "not said whether its files are uploaded" in session.cause


def test_435_after_files_were_listed_is_told_as_the_contradiction_it_is() -> None:
    session = after(*CONFIRMED, StatusSeen(30, 5, (FILE,)), StopSent(60), StopFoundNothing(61))
    assert session.phase is Phase.NOTHING_RECORDED
    assert "1 file before" in session.cause


def test_a_404_right_after_an_unanswered_stop_may_be_a_failover() -> None:
    session = after(*CONFIRMED, StopSent(60), StopUnanswered(75, "lost"), missing(80))
    assert session.phase is Phase.STOPPING
    assert not session.over
    assert after(missing(170), session=session).over


def test_a_status_5_after_an_unanswered_stop_says_that_it_records_and_was_to_be_stopped() -> None:
    session = after(*CONFIRMED, StopSent(60), StopUnanswered(75, "lost"), StatusSeen(80, 5))
    assert session.phase is Phase.RECORDING
    assert "A stop was sent" in session.cause


def test_a_stop_without_an_answer_claims_nothing() -> None:
    session = after(*CONFIRMED, StopSent(60), StopUnanswered(75, "lost"))
    assert session.phase is Phase.UNKNOWN
    assert after(StopSent(80), session=session).phase is Phase.UNKNOWN


def test_a_stop_that_agora_has_received_is_an_end_on_its_way() -> None:
    session = after(*CONFIRMED, StopSent(60), StopUnanswered(75, "65", received=True))
    assert session.phase is Phase.STOPPING


@pytest.mark.parametrize(
    "fact",
    [StopSent(70), StopFoundEnding(71), StopUnanswered(71, "lost"), StopRefused(71, "401")],
)
def test_an_accepted_stop_is_not_undone_by_another_one(fact: Fact) -> None:
    accepted = after(*CONFIRMED, StopSent(60), StopAccepted(61, None))
    assert judge(accepted, fact).phase is Phase.UPLOADING


def test_a_refused_stop_leaves_the_recording_running() -> None:
    session = after(*CONFIRMED, StopSent(60), StopRefused(61, "401"))
    assert session.phase is Phase.UNKNOWN
    assert session.stoppable
    assert after(StatusSeen(62, 5), session=session).phase is Phase.RECORDING


def test_a_refused_stop_is_not_forgotten_when_it_records() -> None:
    session = after(*CONFIRMED, StopSent(60), StopRefused(61, "401"), StatusSeen(70, 5))
    assert session.cause == "A stop was refused, and it still records. Stop it again."
    assert after(StopSent(80), StatusSeen(81, 5), session=session).stop_refused_at is None


ACCEPTED = (*CONFIRMED, StopSent(60), StopAccepted(61, None))


@pytest.mark.parametrize(
    ("facts", "outlives"),
    [
        (CONFIRMED, False),
        ((*CONFIRMED, StopSent(60), StatusSeen(100, 5)), False),
        (ACCEPTED, False),
        ((*ACCEPTED, StatusSeen(90, 5)), False),
        ((*ACCEPTED, StatusSeen(91, 5)), True),
        ((*ACCEPTED, StatusSeen(91, 4)), True),
        ((*ACCEPTED, StatusSeen(91, 7)), False),
        ((*ACCEPTED, StatusSeen(91, 5), StopAccepted(92, None)), False),
        ((*ACCEPTED, StatusSeen(91, 5), missing(92)), False),
        ((*CONFIRMED, StopSent(60), StopFoundEnding(61), StatusSeen(91, 5)), True),
        ((*CONFIRMED, StopSent(60), StopRefused(61, "401"), StatusSeen(91, 5)), False),
    ],
)
def test_what_still_records_half_a_minute_after_its_stop_outlives_it(
    facts: tuple[Fact, ...], outlives: bool
) -> None:
    assert outlives_its_stop(after(*facts)) is outlives


def test_an_accepted_stop_holds_until_agora_reports_against_it() -> None:
    assert not stop_holds(after(*CONFIRMED, StopSent(60)))
    assert stop_holds(after(*ACCEPTED, StatusSeen(90, 5)))
    assert not stop_holds(after(*ACCEPTED, StatusSeen(91, 5)))


def test_an_accepted_stop_is_no_proof_against_what_agora_reports_later() -> None:
    session = after(*ACCEPTED, StatusSeen(91, 5))
    assert session.phase is Phase.UNKNOWN
    assert "may still record" in session.cause
    assert after(StopSent(92), StopUnanswered(99, "lost"), session=session).phase is Phase.UNKNOWN
    assert after(StopSent(92), StopAccepted(93, None), session=session).phase is Phase.UPLOADING


@pytest.mark.parametrize("fact", [StatusSeen(95, 7), missing(95, Missing.EXITING)])
def test_what_had_outlived_its_stop_may_end_after_all(fact: Fact) -> None:
    assert after(*ACCEPTED, StatusSeen(91, 5), fact).phase is Phase.UPLOADING


def test_a_refused_stop_is_no_order_for_later() -> None:
    session = after(*CONFIRMED, StopSent(60), StopRefused(61, "401"))
    assert session.stop_sent_at is None
    ended = after(missing(100), missing(190), session=session)
    assert "by itself" in ended.cause


def test_a_start_without_an_answer_is_a_state_of_its_own() -> None:
    session = after(*STARTED[:3], StartUnanswered(12, "no answer"))
    assert session.phase is Phase.OUTCOME_UNKNOWN
    assert session.live
    assert not session.stoppable


def test_a_running_recording_without_a_sid_is_not_claimed_to_be_stoppable() -> None:
    session = after(*STARTED[:3], StartWithoutSid(12, "201"))
    assert session.phase is Phase.UNKNOWN
    assert session.live
    assert not session.stoppable


def test_a_recording_that_runs_without_a_sid_stays_known_to_run() -> None:
    session = after(*STARTED[:3], StartWithoutSid(12, "201"), StartSent(20))
    assert after(StartUnanswered(25, "lost"), session=session).phase is Phase.UNKNOWN
    assert after(SidReceived(25, SID), session=session).phase is Phase.UNCONFIRMED


def test_a_start_on_another_resource_is_a_start_of_its_own() -> None:
    session = after(*STARTED[:3], ResourceReceived(10, "res-2"), StartSent(11), StartSent(15))
    assert session.resource_id == "res-2"
    assert session.start_sent_at == 11


def test_a_refused_start_is_over() -> None:
    session = after(AcquireSent(0), Refused(1, "no"))
    assert session.phase is Phase.FAILED
    assert session.over
    assert not session.live


def test_an_accepted_layout_is_what_is_on_air() -> None:
    session = after(*CONFIRMED, LayoutAccepted(70, {"mixedVideoLayout": 1}))
    assert session.layout == {"mixedVideoLayout": 1}
    assert session.layout_at == 70
    assert session.phase is Phase.RECORDING


def test_facts_after_the_end_change_no_phase() -> None:
    over = after(*CONFIRMED, StopSent(60), StopAccepted(61, Uploading.UPLOADED))
    for fact in (StatusSeen(70, 5), missing(71), TimePassed(500)):
        assert judge(over, fact).phase is Phase.FILES_LISTED


def test_an_unknown_fact_is_a_programming_error() -> None:
    with pytest.raises(TypeError):
        judge(make_session(), Fact(0))


def test_a_session_survives_the_journal_text() -> None:
    session = after(*CONFIRMED, StatusSeen(30, 5, (FILE,)))
    assert Session.from_json(session.to_json()) == session
