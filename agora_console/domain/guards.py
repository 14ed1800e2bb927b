"""Guards against the loss of a recording: watchdog and second recorder, as values.

What a person orders is a small JSON document beside the config, kept raw like the config so that a
bad value is shown and not lost: `{"watchdog": {"times": 3, "coolDown": 60, "hours": 4}, "second":
{"uid": "71305525"}}`. Every key is optional; a guard that has no key, or says `"on": false`, is not
wanted.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

if TYPE_CHECKING:
    from agora_console.domain.session import Session

GUARDS = "guards"
"""The key of the document beside a config, and so the begin of the paths of its problems."""

WATCHDOG, SECOND = "watchdog", "second"
"""Its keys."""

TIMES, TIMES_MOST = 3, 10
"""How often a lost recording is started again: the default, and the most."""

COOL_DOWN, COOL_DOWN_LEAST, COOL_DOWN_MOST = 60, 10, 3600
"""Seconds between the proof of a loss and the next start: the default, the least, the most."""

HOURS_MOST = 720
"""Hours after Start for which a watchdog may be on duty at most."""

Role = Literal["A", "B"]


class Watchdog(BaseModel):
    """An order to start again after a proven loss.

    `times` counts for the recording and all that follow it. `until` is the planned end, in seconds
    since the epoch (UTC); None for none. `off` is the sentence that says why nothing is started
    any more; `forgotten` follows when the keys that were kept for it are gone as well.
    """

    model_config = ConfigDict(frozen=True, defer_build=True)

    times: int = Field(default=TIMES, ge=1, le=TIMES_MOST)
    cool_down: int = Field(default=COOL_DOWN, ge=COOL_DOWN_LEAST, le=COOL_DOWN_MOST)
    until: float | None = None
    off: str = ""
    forgotten: bool = False


class Pair(BaseModel):
    """Two recorders of one show. `id` is that of the first session, which has the role A."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    id: str
    role: Role


def successor_key(session_id: str) -> str:
    """The id of the session that follows a lost one.

    It is settled by that of the lost one, so that one loss has one successor: whoever starts it
    twice, even across a crash, means the same session.
    """
    return uuid.uuid5(uuid.NAMESPACE_OID, f"{session_id}/successor").hex


def second_key(session_id: str) -> str:
    """The id of the session of the second recorder."""
    return uuid.uuid5(uuid.NAMESPACE_OID, f"{session_id}/second").hex


def partner_of(session: Session, sessions: Iterable[Session]) -> Session | None:
    """The other recorder of a pair, the newest where it was started again."""
    found = None
    if session.pair is not None:
        for each in sessions:
            if are_partners(session, each):
                found = each
    return found


def are_partners(one: Session, other: Session) -> bool:
    """Whether two sessions are the two recorders of one show."""
    mine, its = one.pair, other.pair
    return mine is not None and its is not None and mine.id == its.id and mine.role != its.role


def wanted_guard(guards: Mapping[str, Any], key: str) -> Mapping[str, Any] | None:
    """What a document says of one guard; None where it is not wanted."""
    wanted = guards.get(key)
    return wanted if isinstance(wanted, Mapping) and wanted.get("on", True) is True else None


def watchdog_of(guards: Mapping[str, Any], now: float) -> Watchdog | None:
    """The watchdog of a document that `check_guards` has nothing against."""
    wanted = wanted_guard(guards, WATCHDOG)
    if wanted is None:
        return None
    hours = wanted.get("hours")
    return Watchdog(
        times=wanted.get("times", TIMES),
        cool_down=wanted.get("coolDown", COOL_DOWN),
        until=None if hours is None else now + hours * 3600.0,
    )


def second_uid_of(guards: Mapping[str, Any]) -> str | None:
    """The UID of the second recorder; None where none is wanted."""
    wanted = wanted_guard(guards, SECOND)
    if wanted is None:
        return None
    uid = wanted.get("uid", "")
    return uid if isinstance(uid, str) else str(uid)
