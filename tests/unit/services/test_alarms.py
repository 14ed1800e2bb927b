"""Alarms latch: raised once, resolved aloud, gone only when somebody has seen them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest

from agora_console.domain.alarms import PATIENCE, Alarm, Kind
from agora_console.domain.problems import Problem
from agora_console.domain.session import Phase, Session
from agora_console.services.watching.alarms import Alarms, News
from agora_console.settings.errors import SettingsError
from tests.unit.services.bench import running

NOW = 1_000.0


def well(name: str = "a") -> Session:
    return running(id=name, cname=name)


def unknown(name: str = "a", cause: str = "404") -> Session:
    return running(id=name, cname=name, phase=Phase.UNKNOWN, cause=cause)


def lost(name: str = "a") -> Session:
    return running(id=name, cname=name, phase=Phase.ENDED, over=True, cause="Ended by itself.")


@dataclass
class Watch:
    """Alarms with a life around them: what was kept, noted and told."""

    left: list[Any] = field(default_factory=list)
    kept: list[list[dict[str, Any]]] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    now: float = NOW

    def __post_init__(self) -> None:
        self.alarms = Alarms(
            self.left, keep=self.kept.append, note=lambda *note: self.notes.append(note)
        )

    def see(self, *sessions: Session, after: float = 1.0) -> News:
        self.now += after
        return self.alarms.apply(sessions, sessions, self.now)

    def acknowledge(self, *alarms: Alarm) -> None:
        self.alarms.acknowledge([alarm.key for alarm in alarms], self.now)

    def again(self) -> Watch:
        """The next run of the program."""
        return Watch(left=self.kept[-1], now=self.now)


def of(alarms: Sequence[Alarm]) -> list[tuple[str, Kind]]:
    return [alarm.key for alarm in alarms]


def test_it_is_raised_once() -> None:
    watch = Watch()
    assert of(watch.see(unknown()).raised) == [("a", Kind.UNKNOWN)]
    assert not watch.see(unknown()).any
    (alarm,) = watch.alarms.waiting()
    assert (alarm.since, alarm.sentence) == (NOW + 1, "404")


def test_a_resolved_one_says_so_and_stays() -> None:
    watch = Watch()
    watch.see(unknown())
    (resolved,) = watch.see(well()).resolved
    assert resolved.outcome == "It records: Agora has confirmed that."
    assert watch.alarms.waiting() == (resolved,)
    assert not watch.see(well(), after=9999.0).resolved


def test_acknowledged_it_is_quiet_while_it_lasts_and_gone_when_it_ceases() -> None:
    watch = Watch()
    watch.acknowledge(*watch.see(unknown()).raised)
    assert watch.alarms.waiting() == ()
    assert of(watch.alarms.seen()) == [("a", Kind.UNKNOWN)]
    assert not watch.see(unknown()).any
    assert of(watch.see(well()).resolved) == [("a", Kind.UNKNOWN)]
    assert watch.alarms.seen() == ()
    assert of(watch.see(unknown()).raised) == [("a", Kind.UNKNOWN)]


def test_acknowledged_after_it_has_ceased_it_is_gone() -> None:
    watch = Watch()
    watch.see(unknown())
    watch.acknowledge(*watch.see(well()).resolved)
    assert watch.alarms.waiting() == watch.alarms.seen() == ()


def test_what_comes_back_calls_again() -> None:
    watch = Watch()
    watch.see(unknown())
    watch.see(well())
    assert of(watch.see(unknown()).raised) == [("a", Kind.UNKNOWN)]
    (alarm,) = watch.alarms.waiting()
    assert alarm.resolved_at is None


def test_a_new_sentence_is_taken_over_without_a_new_call() -> None:
    watch = Watch()
    watch.see(unknown())
    assert not watch.see(unknown(cause="503")).any
    assert watch.alarms.waiting()[0].sentence == "503"


def test_an_end_by_itself_resolves_the_doubt_and_stays_a_loss() -> None:
    watch = Watch()
    watch.see(unknown())
    news = watch.see(lost())
    assert of(news.raised) == [("a", Kind.LOST)]
    assert news.resolved[0].outcome == "It is over. Ended by itself."
    assert not watch.see(lost(), after=9999.0).any
    watch.acknowledge(*watch.alarms.waiting())
    assert watch.alarms.waiting() == watch.alarms.seen() == ()


def test_one_that_was_seen_is_forgotten_at_the_end() -> None:
    watch = Watch()
    failed = running(phase=Phase.FAILED, cause="Not ready.")
    watch.acknowledge(*watch.see(failed).raised)
    watch.see(failed.model_copy(update={"over": True}))
    assert watch.alarms.seen() == ()


def test_one_that_comes_back_from_the_end_is_watched_again() -> None:
    watch = Watch()
    watch.see(lost())
    assert of(watch.see(well()).resolved) == [("a", Kind.LOST)]
    assert of(watch.see(unknown()).raised) == [("a", Kind.UNKNOWN)]


def test_what_ended_in_an_earlier_run_does_not_call() -> None:
    watch = Watch()
    watch.alarms.learn([lost("old"), well("new")])
    assert of(watch.see(lost("old"), lost("new")).raised) == [("new", Kind.LOST)]


def test_time_alone_raises_one_once_a_second() -> None:
    watch = Watch()
    session = running(token_expires_at=NOW + 910.0)
    watch.see(session)
    assert watch.alarms.apply((), (session,), NOW + 11.0).raised[0].kind is Kind.TOKEN


def test_after_a_restart_or_a_sleep_the_first_answer_is_waited_for() -> None:
    watch = Watch()
    long_ago = running(last_status_at=NOW - 3600.0)
    assert not watch.see(long_ago).any
    assert not watch.see(long_ago, after=PATIENCE - 1).any
    assert not watch.see(running(last_status_at=watch.now), after=0.5).any
    assert not watch.see(long_ago).any
    assert of(watch.see(long_ago, after=PATIENCE).raised) == [("s1", Kind.UNKNOWN)]


def test_within_a_second_only_what_has_changed_is_looked_at() -> None:
    watch = Watch()
    watch.see(well("a"), well("b"))
    news = watch.alarms.apply((unknown("a"),), (unknown("a"), unknown("b")), watch.now + 0.1)
    assert of(news.raised) == [("a", Kind.UNKNOWN)]


def test_an_acknowledgement_is_written_into_the_time_line() -> None:
    watch = Watch()
    (alarm,) = watch.see(unknown()).raised
    watch.acknowledge(alarm)
    watch.acknowledge(alarm)
    assert watch.notes == [("a", "Alarm acknowledged: Unknown, may still record.")]


def test_acknowledging_what_is_not_there_changes_nothing() -> None:
    watch = Watch()
    watch.alarms.acknowledge([("gone", Kind.LOST)], NOW)
    assert (watch.notes, watch.kept) == ([], [])


class TestKept:
    def test_a_restart_forgets_none(self) -> None:
        watch = Watch()
        watch.see(lost("lost"), unknown("seen"))
        watch.acknowledge(watch.alarms.waiting()[1])
        after = watch.again()
        after.alarms.learn([lost("lost")])
        assert after.alarms.waiting() == watch.alarms.waiting()
        assert after.alarms.seen() == watch.alarms.seen()
        assert not after.see(lost("lost"), unknown("seen")).any

    def test_a_storm_is_written_once_a_second(self) -> None:
        watch = Watch()
        for number in range(50):
            watch.see(unknown(str(number)), after=0.01)
        assert len(watch.kept) == 1
        watch.alarms.close(watch.now)
        assert len(watch.kept[-1]) == 50

    def test_nothing_new_is_not_written(self) -> None:
        watch = Watch()
        watch.see(unknown())
        watch.see(unknown())
        watch.alarms.close(watch.now)
        assert len(watch.kept) == 1

    @pytest.mark.parametrize("left", [[None], [{}], ["x"], [{"session_id": 5}], [[]]])
    def test_what_cannot_be_read_is_left_out(self, left: list[Any]) -> None:
        assert Alarms(left).waiting() == ()

    def test_a_disk_that_is_full_is_told_once_and_no_alarm_is_lost(self) -> None:
        broken = True
        kept: list[dict[str, Any]] = []

        def keep(alarms: list[dict[str, Any]]) -> None:
            if broken:
                raise SettingsError("The file cannot be written.", "Make room.")
            kept[:] = alarms

        alarms = Alarms(keep=keep)
        told: list[Problem] = []
        alarms.told.subscribe(told.append)

        def see(name: str, at: float) -> None:
            alarms.apply((unknown(name),), (unknown(name),), at)

        for second, name in enumerate("abc"):
            see(name, NOW + 2 * second)
        assert [problem.sentence for problem in told] == ["The file cannot be written."]
        assert len(alarms.waiting()) == 3
        broken = False
        alarms.apply((), (), NOW + 10)
        assert len(kept) == 3
        broken = True
        see("d", NOW + 20)
        assert len(told) == 2
