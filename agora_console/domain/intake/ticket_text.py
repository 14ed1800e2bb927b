"""The two texts of a ticket: JSON for a file, and one line for e-mail and chat.

The line is base64 whose input is chosen so that only letters and digits come out: nothing that a
mail program or a chat takes for formatting. A checksum over the ids shows what happened to either
on the way.
"""

from __future__ import annotations

import base64
import json
import re
import zlib
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, NoReturn

from agora_console.domain.intake.json_text import MAX_LENGTH
from agora_console.domain.intake.ticket import FIELDS, Ticket, TicketError, make_ticket

VERSION = 1
"""Of the texts; a later one is refused with a sentence."""

_VERSION_KEY = "agoraTicket"
_SUM_KEY = "checksum"
_TYPED_KEY = "typed"
_LINE = re.compile(r"agora-ticket:([0-9]{1,9}):([A-Za-z0-9_-]+)", re.IGNORECASE)
_NOISE = re.compile(r"[^A-Za-z0-9:_-]+")
_ESCAPED = {sign: f"\\u{ord(sign):04x}" for sign in ">?~"}
"""Where these stand, base64 may need - or _."""

_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "\u00a0": " "})

_NAMES = {key.lower(): key for key in (*FIELDS, _VERSION_KEY, _SUM_KEY, _TYPED_KEY)} | {
    "channel": "cname",
    "channelname": "cname",
    "startedat": "started",
}

_NO_TICKET = (
    "This is no ticket. A ticket is one line that begins with agora-ticket:, or the file it was "
    "saved in."
)
_DAMAGED = "The ticket was damaged on its way. Ask for it again, or copy it again as a whole."


def ticket_json(ticket: Ticket) -> str:
    """The text of a file: every value, and the config."""
    config = {"config": dict(ticket.config)} if ticket.config else {}
    return json.dumps({**_sealed(ticket), **config}, indent=2, ensure_ascii=False) + "\n"


def ticket_line(ticket: Ticket) -> str:
    """One line: everything but the config, which adopting and stopping do not need."""
    text = json.dumps(_sealed(ticket), separators=(",", ":"))
    for sign, escape in _ESCAPED.items():
        text = text.replace(sign, escape)
    code = base64.urlsafe_b64encode(text.encode("ascii")).decode("ascii").rstrip("=")
    return f"agora-ticket:{VERSION}:{code}"


def read_ticket(text: str) -> Ticket:
    """Find a ticket in a text, whatever stands around it and wherever lines were broken.

    Raises TicketError. Ids without a checksum are taken as typed.
    """
    if len(text) > MAX_LENGTH:
        raise TicketError("The text is far too long for a ticket, which has a few kilobytes.")
    line = _LINE.search(_NOISE.sub("", text))
    if line is not None:
        _check_version(int(line[1]))
        return _ticket(_object(_decoded(line[2])) or {}, sealed=True)
    start = text.find("{")
    if start < 0:
        raise TicketError(_NO_TICKET)
    found = _object(text[start:]) or _object(text[start:].translate(_QUOTES))
    if found is None:
        raise TicketError(f"The ticket is not whole, or no JSON. {_DAMAGED}")
    return _ticket(found, sealed=False)


def _decoded(code: str) -> str:
    """The text that a line stands for; words that follow it become signs behind the JSON."""
    whole = code[: len(code) - (len(code) % 4 == 1)]
    data = base64.urlsafe_b64decode(whole + "=" * (-len(whole) % 4))
    return data.decode("latin-1")


def _object(text: str) -> dict[str, Any] | None:
    """The JSON object with which a text begins; lines may be broken inside its texts."""
    try:
        value, _ = json.JSONDecoder(strict=False, parse_constant=_refuse).raw_decode(text)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _refuse(word: str) -> NoReturn:
    raise ValueError(word)


def _ticket(found: Mapping[str, Any], *, sealed: bool) -> Ticket:
    values = {_NAMES.get(re.sub(r"[^a-z]", "", key.lower()), key): found[key] for key in found}
    if not sealed and not values.keys() & {_VERSION_KEY, "sid", "resourceId"}:
        raise TicketError(_NO_TICKET)
    version = values.get(_VERSION_KEY)
    if type(version) is int:
        _check_version(version)
    checksum = values.get(_SUM_KEY)
    if checksum is None and sealed:
        raise TicketError(_DAMAGED)
    try:
        ticket = make_ticket(values, typed=checksum is None or values.get(_TYPED_KEY) is True)
    except TicketError as error:
        if checksum is None:
            raise
        raise TicketError(f"{error} {_DAMAGED}", error.field) from None
    if checksum is not None and checksum != _checksum(ticket):
        raise TicketError(_DAMAGED)
    return ticket


def _check_version(version: int) -> None:
    if version > VERSION:
        raise TicketError(
            f"The ticket was made by a newer Agora Console (version {version} of tickets; this one "
            f"reads {VERSION}). Install the newer one, or ask for the single ids."
        )


def _sealed(ticket: Ticket) -> dict[str, Any]:
    """The values with the version before and the checksum behind them."""
    return {_VERSION_KEY: VERSION, **_values(ticket), _SUM_KEY: _checksum(ticket)}


def _values(ticket: Ticket) -> dict[str, Any]:
    started = None
    if ticket.started is not None:
        moment = datetime.fromtimestamp(ticket.started, UTC)
        started = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    values = {
        "appId": ticket.app_id,
        "cname": ticket.cname,
        "uid": ticket.uid,
        "mode": ticket.mode,
        "resourceId": ticket.resource_id,
        "sid": ticket.sid,
        "started": started,
        "maxIdleTime": ticket.max_idle_time,
        "resourceExpiredHour": ticket.resource_expired_hour,
        "apiHost": ticket.api_host,
        _TYPED_KEY: ticket.typed or None,
    }
    return {key: value for key, value in values.items() if value not in (None, "")}


def _checksum(ticket: Ticket) -> str:
    text = json.dumps(_values(ticket), separators=(",", ":"), sort_keys=True)
    return f"{zlib.crc32(text.encode('ascii')):08x}"
