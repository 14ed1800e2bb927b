"""What a person brings along - pasted, dropped, opened - and what it is: a config or a ticket."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from agora_console.domain.config import take_secrets
from agora_console.domain.intake.curl import is_curl
from agora_console.domain.intake.json_text import MAX_LENGTH, UnusableInput, read_json
from agora_console.domain.intake.lint import LintInput, read_input
from agora_console.domain.intake.ticket import Ticket, TicketError
from agora_console.domain.intake.ticket_text import read_ticket
from agora_console.domain.paths import MAX_DEPTH, MISSING, read
from agora_console.domain.secrets import is_secret_key
from agora_console.domain.session import Mode

_TICKET = re.compile(r"agora-?ticket", re.IGNORECASE)
_PARTS = ("mode", "clientrequest", "acquire")
_COPY = "acquire.startParameter"

_NEITHER = (
    "This is neither a config nor a cURL line nor a ticket. A config is JSON, with { and } around "
    "it; a ticket begins with agora-ticket:."
)
_NOTHING = "There is no setting in it: expected are mode, clientRequest or acquire."


@dataclass(frozen=True, slots=True)
class Config:
    """A config document without secrets; `left_out` are the names of those that stood in it.

    `cname` and `uid` are those of a whole body. `curl` says that it came as a cURL line.
    """

    document: dict[str, Any]
    mode: Mode
    cname: str | None = None
    uid: str | None = None
    curl: bool = False
    left_out: tuple[str, ...] = field(default=())


def take_in(text: str) -> Config | Ticket | UnusableInput:
    """Find out what a text is; never raises."""
    if len(text) > MAX_LENGTH:
        size = len(text) / 1e6
        return UnusableInput(f"The text has {size:.1f} MB; a config has a few kilobytes.")
    stripped = text.removeprefix("\ufeff").strip()
    if not stripped:
        return UnusableInput("The text is empty.")
    if is_curl(text[:200]):
        return _config(text)
    if _is_ticket(stripped):
        try:
            return read_ticket(text)
        except TicketError as error:
            return UnusableInput(str(error))
    if not stripped.startswith(("{", "[")):
        return UnusableInput(_NEITHER)
    return _config(text)


def read_document(text: str) -> dict[str, Any] | UnusableInput:
    """The JSON object of a text, as far as a config can hold it; never raises."""
    parsed = read_json(text)
    if isinstance(parsed, UnusableInput):
        return parsed
    why = why_unfit(parsed.value)
    return UnusableInput(why) if why else parsed.value


def write_document(document: Mapping[str, Any]) -> str:
    """The text of a document as a person reads it: indented, in any script.

    What an editor would take for a line break or a blank is escaped.
    """
    text = json.dumps(document, indent=2, ensure_ascii=False)
    return _INVISIBLE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


_INVISIBLE = re.compile(
    "[\u007f-\u00a0\u00ad\u2028-\u202e\u200b-\u200f\ufdd0-\ufdef\ufeff\ufff9-\uffff]"
)


def why_unfit(value: object) -> str:
    """Why a JSON value cannot be kept and written again; empty when it can."""
    level: list[object] = [value]
    for _ in range(MAX_DEPTH):
        below: list[object] = []
        for item in level:
            if isinstance(item, Mapping):
                below += [*item, *item.values()]
            elif isinstance(item, list):
                below += item
            elif isinstance(item, str) and any("\ud800" <= sign <= "\udfff" for sign in item):
                return "There is half a character in a text (\\ud800 to \\udfff alone)."
            elif isinstance(item, float) and not math.isfinite(item):
                return "A number is too large to be one."
        if not below:
            return ""
        level = below
    return f"It is nested more than {MAX_DEPTH} levels deep; a config has seven."


def _config(text: str) -> Config | UnusableInput:
    found = read_input(text)
    if isinstance(found, UnusableInput):
        return found
    why = why_unfit(found.value) or _why_no_start(found)
    if why:
        return UnusableInput(why)
    names = _secret_names(found.value)
    document, _ = take_secrets(found.document)
    if read(found.document, _COPY) is not MISSING and read(document, _COPY) is MISSING:
        names.append("startParameter")
    return Config(
        document, found.mode, found.cname, found.uid, found.curl, tuple(dict.fromkeys(names))
    )


def _why_no_start(found: LintInput) -> str:
    if found.call != "start":
        return (
            f"This is the body of {found.call}, and a draft is made of what start takes. "
            "Paste a config, or the body of start."
        )
    known = any(str(key).lower().replace("_", "") in _PARTS for key in found.document)
    return "" if known else _NOTHING


def _secret_names(value: object) -> list[str]:
    names: list[str] = []
    level: list[object] = [value]
    while level:
        below: list[object] = []
        for item in level:
            if isinstance(item, Mapping):
                names += [str(key) for key in item if is_secret_key(key) and item[key]]
                below += item.values()
            elif isinstance(item, list):
                below += item
        level = below
    return names


def _is_ticket(text: str) -> bool:
    if not text.startswith("{"):
        return bool(_TICKET.search(text))
    parsed = read_json(text)
    if isinstance(parsed, UnusableInput):
        return bool(_TICKET.search(text[:200]))
    keys = {re.sub(r"[^a-z]", "", key.lower()) for key in parsed.value}
    return "agoraticket" in keys or {"sid", "resourceid"} <= keys
