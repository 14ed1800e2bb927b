"""Alarms: latched from what is wrong with the sessions until a person acknowledges them.

Nobody is called twice for the same thing, and nothing disappears unseen: what has ceased says so
and stays. What waits is kept on disk, so that a restart forgets no alarm.
"""

from __future__ import annotations

import logging
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from pydantic import ValidationError

from agora_console.domain.agenda import Agenda
from agora_console.domain.alarms import (
    PATIENCE,
    TITLES,
    Alarm,
    Condition,
    Kind,
    conditions,
    moment,
    next_moment,
    outcome,
)
from agora_console.domain.problems import Problem
from agora_console.domain.session import Session
from agora_console.services.events import Event
from agora_console.settings.errors import SettingsError

log = logging.getLogger(__name__)

WRITE = 1.0
"""Seconds between two writings of what waits, at least: a storm of alarms is written together."""

Key = tuple[str, Kind]

_PATIENT = frozenset({Kind.LATE, Kind.UNKNOWN})


@dataclass(frozen=True, slots=True)
class News:
    """What has happened to alarms since the last look. Of `resolved`, some may be seen already."""

    raised: tuple[Alarm, ...] = ()
    resolved: tuple[Alarm, ...] = ()

    @property
    def any(self) -> bool:
        """True when there is something to tell."""
        return bool(self.raised or self.resolved)


class Alarms:
    """Latches alarms; `apply` says what is new.

    `keep` writes them down as JSON objects and may raise SettingsError, which `told` then says
    once; `note` takes a session's id and what the operator did.
    """

    def __init__(
        self,
        kept: Iterable[Any] = (),
        *,
        keep: Callable[[list[dict[str, Any]]], None] = lambda alarms: None,
        note: Callable[[str, str], None] = lambda session_id, text: None,
    ) -> None:
        self.told: Event[Problem] = Event()
        self._keep = keep
        self._note = note
        self._latched: dict[str, dict[Kind, Alarm]] = {}
        self.take(kept)
        self._settled: set[str] = set()
        self._doubts: dict[Key, float] = {}
        self._agenda: Agenda | None = None  # nobody was looked at yet
        self._kept_at = float("-inf")
        self._unkept = False
        self._keep_failed = False
        self._called: list[Alarm] = []
        self._ceased: list[Alarm] = []

    def take(self, kept: Iterable[Any]) -> None:
        """Take in the alarms of an owner that has ended, with what was acknowledged there."""
        for alarm in _read(kept):
            self._latch(alarm)

    def learn(self, sessions: Iterable[Session]) -> None:
        """Take sessions that are over for settled: their alarms were told by an earlier run."""
        self._settled.update(session.id for session in sessions if session.closed)

    def waiting(self) -> tuple[Alarm, ...]:
        """The alarms that nobody has acknowledged, newest first."""
        found = [alarm for alarm in self._all() if alarm.waiting]
        return tuple(sorted(found, key=moment, reverse=True))

    def seen(self) -> tuple[Alarm, ...]:
        """The alarms that were acknowledged and have not ceased, newest first."""
        found = [alarm for alarm in self._all() if not alarm.waiting]
        return tuple(sorted(found, key=moment, reverse=True))

    def apply(self, changed: Sequence[Session], all_: Sequence[Session], now: float) -> News:
        """Look at the sessions that changed, and at those of `all_` for which it is time.

        Returns what has happened. The first time, all are looked at.
        """
        if self._agenda is None:
            self._agenda, changed = Agenda(), all_
        elif due := set(self._agenda.due(now)):
            latest = {session.id for session in changed}
            changed = (*changed, *(s for s in all_ if s.id in due and s.id not in latest))
        raised, self._called = self._called, []
        resolved, self._ceased = self._ceased, []
        for session in changed:
            self._look(session, now, raised, resolved)
            self._agenda.put(session.id, self._again_at(session, now))
        news = News(tuple(raised), tuple(resolved))
        if news.any:
            self._unkept = True
        self._write_down(now)
        return news

    def call(self, alarm: Alarm, now: float) -> None:
        """Latch an alarm that no session shows; the next `apply` tells it."""
        self._latch(alarm)
        self._called.append(alarm)
        self._unkept = True
        self._write_down(now, at_once=True)

    def cease(self, key: str, kind: Kind, outcome: str, now: float) -> None:
        """What `call` was for has ceased; nothing happens when there is no such alarm."""
        alarm = self._latched.get(key, {}).get(kind)
        if alarm is None or alarm.resolved_at is not None:
            return
        self._ceased.append(self._put(alarm, resolved_at=now, outcome=outcome))
        if not alarm.waiting:
            self._forget(alarm)
        self._unkept = True
        self._write_down(now, at_once=True)

    def acknowledge(self, keys: Iterable[Key], now: float) -> None:
        """Say that somebody has seen these alarms; what has ceased is forgotten then."""
        done = False
        for key in tuple(keys):
            alarm = self._latched.get(key[0], {}).get(key[1])
            if alarm is None or not alarm.waiting:
                continue
            done = True
            if alarm.resolved_at is not None or alarm.session_id in self._settled:
                self._forget(alarm)
            else:
                self._put(alarm, acknowledged_at=now)
            self._note(alarm.session_id, f"Alarm acknowledged: {TITLES[alarm.kind]}.")
        if done:
            self._unkept = True
            self._write_down(now, at_once=True)

    def close(self, now: float) -> None:
        """Write down what is not on disk yet."""
        self._write_down(now, at_once=True)

    def _look(
        self, session: Session, now: float, raised: list[Alarm], resolved: list[Alarm]
    ) -> None:
        if session.closed and session.id in self._settled:
            return
        found = conditions(session, now)
        latched = self._latched.get(session.id, {})
        for condition in found:
            alarm = latched.get(condition.kind)
            if alarm is None or alarm.resolved_at is not None:
                if self._has_lasted((session.id, condition.kind), condition, now):
                    raised.append(self._raise(session, condition, now))
            elif (alarm.sentence, alarm.until) != (condition.sentence, condition.until):
                self._put(alarm, sentence=condition.sentence, until=condition.until)
                self._unkept = True
        still = {condition.kind for condition in found}
        for alarm in tuple(latched.values()):
            if alarm.kind not in still and alarm.resolved_at is None:
                resolved.append(self._resolve(alarm, session, now))
        for kind in _PATIENT - still:
            self._doubts.pop((session.id, kind), None)
        if session.closed:
            self._settle(session)
        else:
            self._settled.discard(session.id)

    def _again_at(self, session: Session, now: float) -> float:
        """When time alone may raise or resolve an alarm of a session."""
        doubts = (self._doubts.get((session.id, kind)) for kind in _PATIENT)
        lasted = (since + PATIENCE for since in doubts if since is not None)
        return min(next_moment(session, now), *(at for at in lasted if at >= now), math.inf)

    def _has_lasted(self, key: Key, condition: Condition, now: float) -> bool:
        if not condition.patience:
            return True
        return now - self._doubts.setdefault(key, now) >= condition.patience

    def _raise(self, session: Session, condition: Condition, now: float) -> Alarm:
        alarm = Alarm(
            session_id=session.id,
            cname=session.cname,
            kind=condition.kind,
            since=now,
            sentence=condition.sentence,
            until=condition.until,
        )
        self._latch(alarm)
        return alarm

    def _resolve(self, alarm: Alarm, session: Session, now: float) -> Alarm:
        done = self._put(alarm, resolved_at=now, outcome=outcome(session, now, alarm.kind))
        if not alarm.waiting:
            self._forget(alarm)
        return done

    def _put(self, alarm: Alarm, **changes: Any) -> Alarm:
        changed = alarm.model_copy(update=changes)
        self._latch(changed)
        return changed

    def _latch(self, alarm: Alarm) -> None:
        self._latched.setdefault(alarm.session_id, {})[alarm.kind] = alarm

    def _forget(self, alarm: Alarm) -> None:
        del self._latched[alarm.session_id][alarm.kind]

    def _all(self) -> Iterator[Alarm]:
        return chain.from_iterable(each.values() for each in self._latched.values())

    def _settle(self, session: Session) -> None:
        """Nothing will change any more: what was acknowledged needs to be kept no longer."""
        self._settled.add(session.id)
        for alarm in tuple(self._latched.get(session.id, {}).values()):
            if not alarm.waiting:
                self._forget(alarm)
                self._unkept = True

    def _write_down(self, now: float, *, at_once: bool = False) -> None:
        """A storm of alarms is written once a second."""
        if not self._unkept or (not at_once and now - self._kept_at < WRITE):
            return
        self._kept_at, self._unkept = now, False
        try:
            self._keep([alarm.model_dump(mode="json") for alarm in self._all()])
        except SettingsError as error:
            if not self._keep_failed:
                self.told.emit(error.problem)
            self._keep_failed = self._unkept = True
        else:
            self._keep_failed = False


def _read(kept: Iterable[Any]) -> list[Alarm]:
    """What an earlier run left behind, as far as it can be used."""
    found = []
    for item in kept:
        try:
            found.append(Alarm.model_validate(item))
        except ValidationError:
            log.info("An alarm of an earlier run cannot be read and is left out")
    return found
