"""Alarms: what about a recording somebody has to be told, and how that stands.

`conditions` says what is wrong now, and nothing of the past; who latches it is `services.alarms`.
A sentence here does not move with the time: a moment that comes nearer stands in `until`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from agora_console.domain.deadlines import Name, moments
from agora_console.domain.durations import duration
from agora_console.domain.session import FAILOVER_WINDOW, Phase, Session
from agora_console.domain.states import BLIND_AFTER, LONG_FOUR, look


class Kind(StrEnum):
    """What an alarm is about. The value is what is kept on disk."""

    LATE = "late"  # no 4 or 5 within 90 s of the start
    FAILED = "failed"  # refused, never ready, or exited abnormally
    LOST = "lost"  # ends, or has ended, without a stop from here
    UNKNOWN = "unknown"  # no proof that it records, none that it does not
    OUT_OF_REACH = "out_of_reach"  # runs, and no call reaches it
    NOT_STORING = "not_storing"  # long in the channel, no file yet
    TROUBLE = "trouble"  # records, and Agora or a part of it says that something is wrong
    NOTHING = "nothing"  # 435
    BACKUP = "backup"  # at least one file went to Agora's backup
    RESOURCE = "resource"  # the resourceId is soon too old
    TOKEN = "token"
    STS = "sts"  # the storage credentials end soon
    CONTROL = "control"  # the control window ends soon
    PLANNED = "planned"  # the planned stop is near
    MISSED = "missed"  # a planned start did not come; `session_id` is the id of the plan


TITLES: Mapping[Kind, str] = {
    Kind.LATE: "Not confirmed in time",
    Kind.FAILED: "Failed",
    Kind.LOST: "Ended by itself",
    Kind.UNKNOWN: "Unknown, may still record",
    Kind.OUT_OF_REACH: "Running, out of reach",
    Kind.NOT_STORING: "Nothing stored yet",
    Kind.TROUBLE: "Recording, with trouble",
    Kind.NOTHING: "Nothing recorded",
    Kind.BACKUP: "In Agora backup",
    Kind.RESOURCE: "Start soon too old to settle",
    Kind.TOKEN: "Token ends soon",
    Kind.STS: "Storage credentials end soon",
    Kind.CONTROL: "Control window ends soon",
    Kind.PLANNED: "Planned stop is near",
    Kind.MISSED: "Planned start missed",
}
"""What a person reads of an alarm first."""

GRAVE = frozenset({Kind.LATE, Kind.FAILED, Kind.LOST, Kind.OUT_OF_REACH, Kind.MISSED})
"""Kinds of which nothing gets better by waiting."""

NEAR: Mapping[Name, tuple[Kind, float, str]] = {
    "resource": (Kind.RESOURCE, 60.0, "After that it cannot be found out by starting again."),
    "token": (Kind.TOKEN, 900.0, "The recorder may have to leave the channel then."),
    "sts": (Kind.STS, 900.0, "What is uploaded after that is refused."),
    "control": (Kind.CONTROL, 3600.0, "Asking, changing and stopping do not work after that."),
    "stop": (Kind.PLANNED, 60.0, "It is stopped then."),
}
"""Deadlines that are worth an alarm, from how many seconds before on, and what they change."""


_ENDING = (Phase.STOPPING, Phase.UPLOADING, Phase.FILES_LISTED, Phase.IN_BACKUP, Phase.ENDED)

PATIENCE = 15.0
"""Seconds for which an answer is waited for before its absence alone is an alarm."""


@dataclass(frozen=True, slots=True)
class Condition:
    """Something that is wrong now; `until` is the moment that it leads to, if there is one.

    `patience` is for how many seconds it has to be seen before it is worth an alarm: after a
    restart, or a sleep of the machine, nobody has asked for long, and the first answers come now.
    """

    kind: Kind
    sentence: str
    until: float | None = None
    patience: float = 0.0


class Alarm(BaseModel):
    """A condition that was seen, and what became of it. Times are seconds since the epoch, UTC.

    `resolved_at` is when it ceased, `outcome` says how; `acknowledged_at` when somebody said that
    it was seen.
    """

    model_config = ConfigDict(frozen=True, defer_build=True)

    session_id: str
    cname: str
    kind: Kind
    since: float
    sentence: str
    until: float | None = None
    resolved_at: float | None = None
    outcome: str = ""
    acknowledged_at: float | None = None

    @property
    def key(self) -> tuple[str, Kind]:
        """A session has one alarm of a kind."""
        return self.session_id, self.kind

    @property
    def waiting(self) -> bool:
        """True until it is acknowledged."""
        return self.acknowledged_at is None


@dataclass(frozen=True, slots=True)
class Group:
    """Alarms of one kind that are shown as one, newest first; all of them resolved, or none."""

    alarms: tuple[Alarm, ...]

    @property
    def first(self) -> Alarm:
        """The newest."""
        return self.alarms[0]


def conditions(session: Session, now: float) -> tuple[Condition, ...]:
    """Everything that is wrong with a session at `now` (seconds since the epoch, UTC)."""
    return (*_of_state(session, now), *_of_deadlines(session, now))


def next_moment(session: Session, now: float) -> float:
    """When `conditions` may be others by time alone, from `now` on; infinity for never."""
    return min((moment for moment in _turns(session) if moment >= now), default=math.inf)


def outcome(session: Session, now: float, kind: Kind) -> str:
    """What has become of a session of which an alarm of that kind has ceased."""
    if session.closed:
        said = "It is over." if session.over else "The case is closed."
        return f"{said} {session.cause}".strip()
    shown = look(session, now)
    if shown.tone == "red_fill":
        began, confirmed = session.started_at, session.confirmed_at
        if kind is Kind.LATE and began is not None and confirmed is not None:
            return f"It records: confirmed {duration(confirmed - began)} after the start."
        return "It records: Agora has confirmed that."
    return f"It is {shown.word} now. {session.cause}".strip()


def grouped(alarms: Iterable[Alarm], most: int = 3) -> tuple[Group, ...]:
    """The gravest first, then the newest, what has ceased last; many alike are one group.

    Up to `most` alike stay single.
    """
    alike: dict[tuple[Kind, bool], list[Alarm]] = {}
    for alarm in alarms:
        alike.setdefault((alarm.kind, alarm.resolved_at is not None), []).append(alarm)
    groups: list[Group] = []
    for same in alike.values():
        if len(same) > most:
            groups.append(Group(tuple(same)))
        else:
            groups.extend(Group((alarm,)) for alarm in same)
    return tuple(sorted(groups, key=lambda group: _order(group.first)))


def moment(alarm: Alarm) -> float:
    """When the last thing happened to an alarm."""
    return max(alarm.since, alarm.resolved_at or 0.0)


def _order(alarm: Alarm) -> tuple[bool, bool, float]:
    return alarm.resolved_at is not None, alarm.kind not in GRAVE, -moment(alarm)


def _of_state(session: Session, now: float) -> Iterator[Condition]:
    phase = session.phase
    if _went_by_itself(session):
        yield Condition(Kind.LOST, session.cause)
    match phase:
        case Phase.UNCONFIRMED if now >= session.confirm_by:
            late = "Agora has not confirmed it within 90 s of the start."
            yield Condition(Kind.LATE, late, patience=PATIENCE)
        case Phase.FAILED if _may_still_come(session):
            yield Condition(Kind.LATE, session.cause)
        case Phase.FAILED:
            yield Condition(Kind.FAILED, session.cause)
        case Phase.UNKNOWN | Phase.OUTCOME_UNKNOWN:
            yield Condition(Kind.UNKNOWN, session.cause, _recovers_until(session))
        case Phase.OUT_OF_REACH:
            yield Condition(Kind.OUT_OF_REACH, session.cause)
        case Phase.NOTHING_RECORDED:
            yield Condition(Kind.NOTHING, session.cause)
        case Phase.IN_BACKUP:
            yield Condition(Kind.BACKUP, session.cause)
        case Phase.RECORDING:
            yield from _of_recording(session, now)


def _of_recording(session: Session, now: float) -> Iterator[Condition]:
    answered = session.last_status_at if session.last_status_at is not None else session.since
    if now - answered > BLIND_AFTER:
        silent = "Agora has not answered for more than six minutes."
        yield Condition(Kind.UNKNOWN, silent, patience=PATIENCE)
    elif session.cause:
        yield Condition(Kind.TROUBLE, session.cause)
    elif (
        session.last_status == 4
        and not session.files
        and now - session.since > LONG_FOUR[session.mode]
    ):
        yield Condition(
            Kind.NOT_STORING,
            "In the channel, nothing stored yet: nobody publishes, the channel type or the "
            "encryption is wrong, or the storage refuses.",
        )


def _of_deadlines(session: Session, now: float) -> Iterator[Condition]:
    if session.closed or session.phase is Phase.OUT_OF_REACH:
        return
    for name, at in moments(session):
        known = NEAR.get(name)
        if known is not None and at - now <= known[1]:
            yield Condition(known[0], known[2], at)


def _turns(session: Session) -> Iterator[float]:
    """Every moment at which something begins that time alone brings."""
    if session.phase is Phase.UNCONFIRMED:
        yield session.confirm_by
    elif session.phase is Phase.RECORDING:
        answered = session.last_status_at if session.last_status_at is not None else session.since
        yield answered + BLIND_AFTER
        yield session.since + LONG_FOUR[session.mode]
    if not session.closed and session.phase is not Phase.OUT_OF_REACH:
        for name, at in moments(session):
            if name in NEAR:
                yield at - NEAR[name][1]


def _went_by_itself(session: Session) -> bool:
    """Whether a recording ends, or has ended, of which nobody here has ordered the end."""
    ending = session.phase in _ENDING
    return ending and session.start_sent_at is not None and session.stop_sent_at is None


def _may_still_come(session: Session) -> bool:
    """Whether it was only not seen in time; Agora may still confirm it."""
    return bool(session.sid) and session.confirmed_at is None and not session.over


def _recovers_until(session: Session) -> float | None:
    since = session.missing_since
    return None if since is None or session.ids_typed else since + FAILOVER_WINDOW
