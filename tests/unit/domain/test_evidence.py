"""Every phase is entered on evidence alone."""

from __future__ import annotations

import pytest

from agora_console.domain.evidence import judge
from agora_console.domain.facts import (
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
from agora_console.domain.session import FileEntry, Phase, Session, Uploading
from tests.support.sessions import make_session

SID = "5f" * 16
ONE_HOUR = {"mode": "mix", "clientRequest": {}, "acquire": {"resourceExpiredHour": 1}}


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
    late = after(*STARTED, missing(8), missing(93))
    assert late.phase is Phase.FAILED
    assert late.over


def test_a_404_after_a_late_sign_of_life_waits_another_window() -> None:
    session = after(*STARTED, StatusSeen(80, 2), missing(100), missing(169))
    assert not session.over
    assert after(missing(170), session=session).over


def test_silence_before_the_confirmation_stays_unconfirmed_until_its_deadline() -> None:
    session = after(*STARTED, missing(20, Missing.SILENCE))
    assert session.phase is Phase.UNCONFIRMED
    assert after(missing(95, Missing.SILENCE), session=session).phase is Phase.UNKNOWN


def test_a_404_beyond_the_control_window_means_out_of_reach_not_over() -> None:
    session = make_session(config=ONE_HOUR)
    session = after(*CONFIRMED, missing(3 + 3600), session=session)
    assert session.phase is Phase.OUT_OF_REACH
    assert not session.over


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


def test_501_means_that_it_is_leaving() -> None:
    assert after(*CONFIRMED, missing(50, Missing.EXITING)).phase is Phase.STOPPING


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


def test_a_404_right_after_an_unanswered_stop_may_be_a_failover() -> None:
    session = after(*CONFIRMED, StopSent(60), StopUnanswered(75, "lost"), missing(80))
    assert session.phase is Phase.STOPPING
    assert not session.over
    assert after(missing(171), session=session).over


def test_a_status_5_after_an_unanswered_stop_is_not_taken_for_the_end() -> None:
    session = after(*CONFIRMED, StopSent(60), StopUnanswered(75, "lost"), StatusSeen(80, 5))
    assert session.phase is Phase.STOPPING
    assert "still reports status 5" in session.cause


def test_a_refused_stop_leaves_the_recording_running() -> None:
    session = after(*CONFIRMED, StopSent(60), StopRefused(61, "401"))
    assert session.phase is Phase.UNKNOWN
    assert session.stoppable
    assert after(StatusSeen(62, 5), session=session).phase is Phase.RECORDING


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
