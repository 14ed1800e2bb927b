"""The table of moves, and what becomes of a move that is not in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agora_console.domain.evidence import facts
from agora_console.domain.evidence.judge import judge
from agora_console.domain.evidence.moves import END, MOVES, checked, legal
from agora_console.domain.session import Phase, Session, Uploading
from tests.support.log_guard import ExpectedLogs
from tests.support.sessions import make_session

SID = "5f" * 16


def test_every_phase_is_in_the_table() -> None:
    assert set(MOVES) == set(Phase)


def test_every_phase_can_be_reached_and_only_the_ends_lead_nowhere() -> None:
    reached = {phase for targets in MOVES.values() for phase in targets}
    assert reached == set(Phase) - {Phase.INTENT}
    assert {phase for phase, targets in MOVES.items() if not targets} < END


@pytest.mark.parametrize("before", sorted(END - {Phase.ENDED, Phase.FAILED}))
def test_a_proven_end_is_final_but_for_what_a_look_into_the_bucket_shows(before: Phase) -> None:
    assert MOVES[before] <= {Phase.SAFE, Phase.FILES_LISTED}


def test_nothing_is_over_in_a_phase_that_is_no_end() -> None:
    before = make_session(phase=Phase.RECORDING)
    after = before.model_copy(update={"over": True})
    assert not legal(before, after)


def test_an_illegal_move_keeps_the_phase_and_everything_else_of_the_fact(
    expected_logs: ExpectedLogs,
) -> None:
    expected_logs.expect("Illegal move: files_listed to starting by StopSent")
    before = make_session(phase=Phase.FILES_LISTED, over=True, since=7.0, ended_at=7.0)
    after = before.model_copy(update={"phase": Phase.STARTING, "over": False, "sid": SID})
    kept = checked(before, after, facts.StopSent(9.0))
    assert (kept.phase, kept.over, kept.since, kept.ended_at) == (
        Phase.FILES_LISTED,
        True,
        7.0,
        7.0,
    )
    assert kept.sid == SID


# --- no order of facts that the services can bring about makes an illegal move ---------------

_QUESTIONS = st.one_of(
    st.builds(
        facts.StatusSeen,
        st.just(0.0),
        st.sampled_from([0, 1, 2, 3, 4, 5, 6, 7, 8, 20, 9, None]),
        left=st.sampled_from([(), ("web_recorder_service",), ("rtmp_publish_service",)]),
        on_hold=st.booleans(),
    ),
    st.builds(facts.AskFailed, st.just(0.0), st.sampled_from(facts.Missing), st.just("why")),
    st.just(facts.TimePassed(0.0)),
    st.just(facts.LayoutAccepted(0.0, {})),
    st.just(facts.UpdateAccepted(0.0, {"webRecordingConfig": {"onhold": True}})),
)
_STOPS = st.one_of(
    st.builds(facts.StopAccepted, st.just(0.0), st.sampled_from([None, *Uploading])),
    st.just(facts.StopFoundEnding(0.0)),
    st.just(facts.StopFoundNothing(0.0)),
    st.builds(facts.StopUnanswered, st.just(0.0), st.just("why"), st.booleans()),
    st.just(facts.StopRefused(0.0, "why")),
)
_STEPS = st.lists(
    st.tuples(st.sampled_from([1.0, 5.0, 15.0, 60.0, 91.0, 400.0]), _QUESTIONS | _STOPS),
    max_size=25,
)
_STARTS = st.sampled_from(
    [
        (facts.SidReceived(3.0, SID),),
        (facts.StartUnanswered(3.0, "lost"), facts.SidReceived(4.0, SID)),
        (facts.StartWithoutSid(3.0, "201"), facts.SidReceived(4.0, SID)),
    ]
)


def at(fact: facts.Fact, moment: float) -> facts.Fact:
    values = {name: getattr(fact, name) for name in getattr(fact, "__slots__", ())}
    return type(fact)(moment, **{k: v for k, v in values.items() if k != "at"})


@given(_STARTS, _STEPS, st.sampled_from(["mix", "individual", "web"]), st.booleans())
def test_no_order_of_facts_makes_an_illegal_move(
    start: tuple[facts.Fact, ...], steps: list[tuple[float, facts.Fact]], mode: str, hour: bool
) -> None:
    config = {"clientRequest": {}, "acquire": {"resourceExpiredHour": 1} if hour else {}}
    session = make_session(mode=mode, config=config)
    for fact in (
        facts.AcquireSent(0.0),
        facts.ResourceReceived(1.0, "res"),
        facts.StartSent(2.0),
        *start,
    ):
        session = judge(session, fact)
    now = 4.0
    for wait, fact in steps:
        now += wait
        # No answer to a stop comes before the stop; a question may come between the two.
        for each in (
            (facts.StopSent(now), fact) if type(fact).__name__.startswith("Stop") else (fact,)
        ):
            after = judge(session, at(each, now))
            assert_truthful(session, after)
            session = after


def assert_truthful(before: Session, after: Session) -> None:
    assert legal(before, after)  # and the log is empty: nothing had to be kept from moving
    assert after.phase is not Phase.RECORDING or after.confirmed_at is not None
    assert after.over <= (after.phase in END)
    assert after.cause or after.phase in (Phase.RECORDING, Phase.UNCONFIRMED)


@pytest.mark.parametrize("before", [Phase.STARTING, Phase.OUTCOME_UNKNOWN])
@pytest.mark.parametrize(
    "fact",
    [
        facts.StartUnanswered(9.0, "why"),
        facts.StartWithoutSid(9.0, "why"),
        facts.Refused(9.0, "why"),
    ],
)
def test_a_start_without_a_sid_ends_in_doubt_or_in_a_refusal(
    before: Phase, fact: facts.Fact
) -> None:
    session = judge(make_session(phase=before), fact)
    assert session.phase in (Phase.OUTCOME_UNKNOWN, Phase.UNKNOWN, Phase.FAILED)
    assert session.over == isinstance(fact, facts.Refused)
