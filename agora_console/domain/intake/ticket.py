"""Ticket: what another console needs to adopt and stop a recording, and nothing that opens a door.

A ticket names a recording by its ids. Whoever holds one still needs the customer secret of its App
ID; whatever a config may hide a key in is left out. `domain.ticket_text` writes and reads it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Literal, get_args

from pydantic import ValidationError

from agora_console.domain.config import RecordingConfig, take_secrets
from agora_console.domain.paths import MAX_DEPTH, without
from agora_console.domain.problems import Severity
from agora_console.domain.rules.names import check_cname, check_uid
from agora_console.domain.session import Mode, Phase, Session

DEFAULT_IDLE, DEFAULT_EXPIRY = 30, 72
"""Agora's own defaults of maxIdleTime (seconds) and resourceExpiredHour (hours)."""

IDLE_LIMITS, EXPIRY_LIMITS = (5, 2_592_000), (1, 720)
"""What Agora takes for them, both ends included."""

LONGEST_ID = 4096
"""Characters of a resourceId; real ones have some hundred."""

NOT_ASKED_YET = "Adopted from a ticket; Agora has not been asked yet."

_MODES: Mapping[object, Mode] = {"mix": "mix", "individual": "individual", "web": "web"}
_ID = re.compile(r"[A-Za-z0-9._~!$&'()*+,;=:@-]+")
_HOST = re.compile(r"[A-Za-z0-9.:\[\]-]{1,255}")
_LATEST = datetime(2200, 1, 1, tzinfo=UTC).timestamp()

_CARRIES_KEYS = ("clientRequest.extensionServiceConfig", "acquire.startParameter")
"""Addresses of pages and of pushes, which often hold a key, and a copy of the start."""

Field = Literal[
    "appId",
    "cname",
    "uid",
    "mode",
    "resourceId",
    "sid",
    "started",
    "maxIdleTime",
    "resourceExpiredHour",
    "apiHost",
    "config",
]
FIELDS: tuple[Field, ...] = get_args(Field)
"""Every value of a ticket, by its name in the text."""


class TicketError(ValueError):
    """A text or a value that makes no ticket, as a sentence; `field` where one is at fault."""

    def __init__(self, sentence: str, field: Field | Literal[""] = "") -> None:
        super().__init__(sentence)
        self.field = field


@dataclass(frozen=True, slots=True)
class Ticket:
    """The ids of one recording. `typed` is False only for an undamaged copy of another console's.

    `started` is in whole seconds since the epoch (UTC), None when nobody knows; `max_idle_time` in
    seconds, `resource_expired_hour` in hours. `app_id` is empty where only typed ids are known.
    `api_host` says where it was started, for the eye: nothing is ever sent to it because of that.
    """

    cname: str
    uid: str
    mode: Mode
    resource_id: str
    sid: str
    app_id: str = ""
    started: int | None = None
    max_idle_time: int = DEFAULT_IDLE
    resource_expired_hour: int = DEFAULT_EXPIRY
    api_host: str = ""
    config: Mapping[str, Any] = field(default_factory=dict)
    typed: bool = False


def make_ticket(values: Mapping[str, object], *, typed: bool = True) -> Ticket:
    """A ticket of single values by their FIELDS, as texts or as JSON; raises TicketError.

    What may be unknown may be left out or empty: started, maxIdleTime, resourceExpiredHour,
    apiHost, config and appId.
    """
    mode = _mode(values.get("mode"))
    return Ticket(
        cname=_cname(values.get("cname"), mode),
        uid=_uid(values.get("uid")),
        mode=mode,
        resource_id=_id(values, "resourceId", "resourceId"),
        sid=_id(values, "sid", "sid"),
        app_id=_id(values, "appId", "App ID") if values.get("appId") or not typed else "",
        started=_started(values.get("started")),
        max_idle_time=_number(values, "maxIdleTime", DEFAULT_IDLE, IDLE_LIMITS, "seconds"),
        resource_expired_hour=_number(
            values, "resourceExpiredHour", DEFAULT_EXPIRY, EXPIRY_LIMITS, "hours"
        ),
        api_host=_host(values.get("apiHost")),
        config=_config(values.get("config"), mode),
        typed=typed,
    )


def ticket_of(session: Session, api_host: str = "") -> Ticket:
    """The ticket of a session; TicketError when an id is not known or can stand in none."""
    if not session.sid or not session.resource_id:
        missing = "sid" if session.resource_id else "resourceId"
        raise TicketError(f"The {missing} of this recording is not known, so it has no ticket.")
    acquire = session.config.get("acquire")
    hours = acquire.get("resourceExpiredHour") if isinstance(acquire, dict) else None
    values = {
        "appId": session.app_id,
        "cname": session.cname,
        "uid": session.uid,
        "mode": session.mode,
        "resourceId": session.resource_id,
        "sid": session.sid,
        "started": session.started_at,
        "maxIdleTime": _within(session.max_idle_time, IDLE_LIMITS),
        "resourceExpiredHour": _within(hours, EXPIRY_LIMITS),
        "apiHost": api_host,
        "config": session.config,
    }
    return make_ticket(values, typed=session.ids_typed)


def adopted_session(
    ticket: Ticket, *, session_id: str, project_id: str, app_id: str, api_url: str, now: float
) -> Session:
    """The session that a ticket becomes: it may record, and nothing more is known of it."""
    return Session(
        id=session_id,
        project_id=project_id,
        app_id=app_id,
        api_url=api_url,
        cname=ticket.cname,
        uid=ticket.uid,
        mode=ticket.mode,
        config=_session_config(ticket),
        created_at=now,
        phase=Phase.UNKNOWN,
        since=now,
        cause=NOT_ASKED_YET,
        resource_id=ticket.resource_id,
        start_sent_at=now if ticket.started is None else ticket.started,
        sid=ticket.sid,
        started_at=ticket.started,
        adopted_at=now,
        ids_typed=ticket.typed,
    )


def _session_config(ticket: Ticket) -> dict[str, Any]:
    config = dict(ticket.config) or {"mode": ticket.mode}
    if ticket.resource_expired_hour != DEFAULT_EXPIRY:
        hours = {"resourceExpiredHour": ticket.resource_expired_hour}
        config["acquire"] = {**(config.get("acquire") or {}), **hours}
    if ticket.mode != "web":
        request = config.get("clientRequest") or {}
        idle = {"maxIdleTime": ticket.max_idle_time}
        recording = {**(request.get("recordingConfig") or {}), **idle}
        config["clientRequest"] = {**request, "recordingConfig": recording}
    return config


# --- single values ---------------------------------------------------------------------


def _mode(value: object) -> Mode:
    mode = _MODES.get(value) if isinstance(value, str) else None
    if mode is None:
        raise TicketError(f"The mode is {_say(value)}; it is mix, individual or web.", "mode")
    return mode


def _cname(value: object, mode: Mode) -> str:
    text = value if isinstance(value, str) else ""
    problem = check_cname(text, mode)
    if problem is not None and problem.severity is Severity.ERROR:
        raise TicketError(f"{problem.sentence} {problem.action}", "cname")
    if not text.isprintable():
        raise TicketError("The channel name contains a character that cannot be shown.", "cname")
    return text


def _uid(value: object) -> str:
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    text = text if isinstance(text, str) else ""
    problem = check_uid(text)
    if problem is not None:
        raise TicketError(f"{problem.sentence} {problem.action}", "uid")
    return text


def _id(values: Mapping[str, object], key: Literal["appId", "resourceId", "sid"], name: str) -> str:
    value = values.get(key)
    text = "".join(value.split()) if isinstance(value, str) else ""
    if not text:
        raise TicketError(f"The {name} is missing.", key)
    if len(text) > LONGEST_ID:
        raise TicketError(f"The {name} has {len(text)} characters; none is that long.", key)
    if text in {".", ".."} or not _ID.fullmatch(text):
        odd = next((sign for sign in text if not _ID.fullmatch(sign)), text)
        raise TicketError(
            f"The {name} contains {odd!a}, which no id does. Copy it again, whole.", key
        )
    return text


def _started(value: object) -> int | None:
    if value is None or value == "":
        return None
    moment = _moment(value)
    if moment is None or not 0 < moment < _LATEST:
        raise TicketError(
            f"The start is {_say(value)}; write it as 2026-05-17T18:30:00Z, or leave it out.",
            "started",
        )
    return int(moment)


def _moment(value: object) -> float | None:
    """Seconds since the epoch of an ISO text, or of a number in seconds or milliseconds."""
    if isinstance(value, str):
        try:
            moment = datetime.fromisoformat(value.strip())
            return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
        except (ValueError, OverflowError):
            return _moment(float(value)) if re.fullmatch(r"\d{9,13}(\.\d{1,9})?", value) else None
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return None
    return value / 1000 if value > 1e11 else float(value)


def _number(
    values: Mapping[str, object],
    key: Literal["maxIdleTime", "resourceExpiredHour"],
    default: int,
    limits: tuple[int, int],
    unit: str,
) -> int:
    value = values.get(key)
    if value is None or value == "":
        return default
    if isinstance(value, str) and re.fullmatch(r"\d{1,9}", value):
        value = int(value)
    low, high = limits
    number = _within(value, limits)
    if number is None:
        raise TicketError(f"{key} is {_say(value)}; it is {low} to {high} {unit}.", key)
    return number


def _within(value: object, limits: tuple[int, int]) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if limits[0] <= value <= limits[1] else None


def _host(value: object) -> str:
    text = value if isinstance(value, str) else ""
    return text if _HOST.fullmatch(text) else ""


def _config(value: object, mode: Mode) -> dict[str, Any]:
    """A config that may be kept and shown; one that fits nothing is left out, the ids go on."""
    if not isinstance(value, dict) or value.get("mode") != mode or _too_deep(value):
        return {}
    config, _ = take_secrets(value)
    for path in _CARRIES_KEYS:
        config = without(config, path)
    try:
        RecordingConfig.model_validate(config)
    except ValidationError:
        return {}
    return config


def _too_deep(value: object) -> bool:
    level: list[object] = [value]
    for _ in range(MAX_DEPTH):
        level = [
            inner
            for item in level
            if isinstance(item, dict | list)
            for inner in (item.values() if isinstance(item, dict) else item)
        ]
        if not level:
            return False
    return True


def _say(value: object) -> str:
    text = ascii(value) if isinstance(value, str) else repr(value)
    return "missing" if value is None else text if len(text) <= 40 else f"{text[:37]}…"
