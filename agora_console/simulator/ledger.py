"""The judge: every request, every recording, and everything a client should not have done."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from agora_console.simulator.recording import Recording

Json = dict[str, Any]
_SECRET_KEYS = frozenset({"accessKey", "secretKey", "stsToken", "token", "secret", "salt"})
_KEPT = 100_000


@dataclass(slots=True)
class Exchange:
    """One request and what was answered; `status` 0 means the connection was closed instead."""

    time: float
    verb: str
    path: str
    body: Any = None
    method: str = ""
    sid: str = ""
    status: int = 0
    reply: Any = None

    def as_json(self) -> Json:
        """For reading over HTTP: without the secrets that the body carried."""
        return {
            "time": self.time,
            "method": self.method,
            "verb": self.verb,
            "path": self.path,
            "body": masked(self.body),
            "status": self.status,
            "reply": self.reply,
        }


@dataclass(frozen=True, slots=True)
class Violation:
    """Something against the rules of conduct."""

    time: float
    rule: str
    """`overlap`, `late-start` or `rate`."""
    sid: str
    detail: str


@dataclass(slots=True)
class Ledger:
    """What happened, in order. Requests beyond the last 100 000 are forgotten."""

    looks: int = 0
    """Questions under /_sim/, which are not recorded."""
    requests: deque[Exchange] = field(default_factory=lambda: deque(maxlen=_KEPT))
    recordings: list[Recording] = field(default_factory=list)
    violations: list[Violation] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def violate(self, time: float, rule: str, detail: str, sid: str = "") -> None:
        self.violations.append(Violation(time, rule, sid, detail))

    @property
    def doubled(self) -> list[tuple[str, str]]:
        """Pairs of sids that recorded one channel in one mode at one time, unannounced.

        A second recorder is announced when its acquire excludes the resourceId of the first.
        """
        jobs: dict[tuple[str, str], list[Recording]] = {}
        for recording in self.recordings:
            jobs.setdefault((recording.cname, recording.mode), []).append(recording)
        return [
            (one.sid, other.sid)
            for job in jobs.values()
            for one, other in combinations(job, 2)
            if _together(one, other) and not _announced(one, other)
        ]

    def as_json(self, now: float) -> Json:
        return {
            "now": now,
            "requests": [exchange.as_json() for exchange in self.requests],
            "recordings": [recording_json(each, now) for each in self.recordings],
            "doubled": [list(pair) for pair in self.doubled],
            "violations": [
                {"time": v.time, "rule": v.rule, "sid": v.sid, "detail": v.detail}
                for v in self.violations
            ],
            "notes": list(self.notes),
        }


def _together(one: Recording, other: Recording) -> bool:
    def ends_before(a: Recording, b: Recording) -> bool:
        return a.ended_at is not None and a.ended_at <= b.started_at

    return not ends_before(one, other) and not ends_before(other, one)


def _announced(one: Recording, other: Recording) -> bool:
    def excludes(a: Recording, b: Recording) -> bool:
        return b.resource.resource_id in a.resource.request.get("excludeResourceIds", [])

    return excludes(one, other) or excludes(other, one)


def recording_json(recording: Recording, now: float) -> Json:
    """One recording for the reader of the ledger; `live` while it is not over."""
    return {
        "sid": recording.sid,
        "resourceId": recording.resource.resource_id,
        "cname": recording.cname,
        "uid": recording.uid,
        "mode": recording.mode,
        "status": recording.status(now),
        "live": recording.ended_at is None,
        "started": recording.started_at,
        "ready": recording.ready_at,
        "ended": recording.ended_at,
        "cause": recording.cause,
        "billedSeconds": round(recording.billed_seconds(now), 3),
        "layout": recording.layout,
        "clientRequest": masked(recording.request),
    }


def masked(value: Any) -> Any:
    """`value` with every secret of a request body replaced by asterisks."""
    if isinstance(value, dict):
        return {
            key: "***" if key in _SECRET_KEYS and item else masked(item)
            for key, item in value.items()
        }
    if isinstance(value, list):
        return [masked(item) for item in value]
    return value
