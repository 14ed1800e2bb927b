"""Calls: the requests of a session as the journal keeps them, read without trusting their shape."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from agora_console.domain.catalogue import Explanation
from agora_console.domain.codes import explain
from agora_console.domain.session import Phase

if TYPE_CHECKING:
    from agora_console.services.values import Entry

_STATUS = re.compile(r'"status"\s*:\s*"?(\d{1,2})\b')
_BACKUP = re.compile(r'"(bak\d+)_')


@dataclass(frozen=True, slots=True)
class Call:
    """One attempt of one request with its answer, redacted. `status` is that of a query.

    `http` None means that there was no answer; `error` then says why. `phase` is that of the
    session when the request was sent, None where the journal does not reach back so far.
    """

    at: float
    operation: str
    http: int | None = None
    code: int | None = None
    status: int | None = None
    latency_ms: float | None = None
    attempt: int = 1
    method: str = ""
    address: str = ""
    request_id: str = ""
    request: str = ""
    reply: str = ""
    error: str = ""
    phase: Phase | None = None

    @property
    def good(self) -> bool:
        """True when Agora answered 200."""
        return self.http == 200

    @property
    def host(self) -> str:
        """Host (and port) that was asked; empty where the journal does not say."""
        try:
            return urlsplit(self.address).netloc
        except ValueError:  # no address at all
            return ""


def walk(entries: Sequence[Entry]) -> Iterator[tuple[Entry, Phase | None]]:
    """The entries (newest first) from the oldest on, each with the phase that it met."""
    phase: Phase | None = None
    for entry in reversed(entries):
        yield entry, phase
        if entry.kind == "state":
            phase = phase_of(entry)


def calls_of(entries: Sequence[Entry]) -> tuple[Call, ...]:
    """Every request among the entries, in their order (newest first)."""
    calls = [call_of(entry, phase) for entry, phase in walk(entries) if entry.kind == "request"]
    return tuple(reversed(calls))


def matches(call: Call, words: Sequence[str]) -> bool:
    """True when each word (lower case) begins the call, its HTTP status or code, host or ID."""
    named = (call.operation.lower(), call.host.lower(), call.request_id.lower())
    said = (*named, str(call.http or ""), str(call.code or ""))
    return all(any(text.startswith(word) for text in said) for word in words)


def phase_of(entry: Entry) -> Phase | None:
    """The phase that a state entry tells; None for one that only a newer version knows."""
    try:
        return Phase(entry.detail.get("phase", ""))
    except ValueError:
        return None


def explained(call: Call) -> Explanation:
    """What the answer to a call means; a 404 means something else in every phase."""
    return explain(call.operation, call.http, call.code, call.phase, call.reply)


def call_of(entry: Entry, phase: Phase | None = None) -> Call:
    """The request an entry describes; what it does not say stays empty."""
    detail = entry.detail
    reply = body_text(detail.get("reply"))
    operation = _text(detail.get("operation")) or entry.text
    return Call(
        at=entry.at,
        operation=operation,
        http=_whole(detail.get("http")),
        code=_whole(detail.get("code")),
        status=_status(detail, reply) if operation == "query" else None,
        latency_ms=_number(detail.get("latency_ms")),
        attempt=_whole(detail.get("attempt")) or 1,
        method=_text(detail.get("method")),
        address=_text(detail.get("base_url")) + _text(detail.get("path")),
        request_id=_text(detail.get("request_id")),
        request=body_text(detail.get("request")),
        reply=reply,
        error=_text(detail.get("error")),
        phase=phase,
    )


def backup_prefix(call: Call) -> str:
    """`bak0` where the reply names files that another server wrote after a failover, else empty."""
    found = _BACKUP.search(call.reply)
    return found[1] if found else ""


def body_text(body: object) -> str:
    """A body as text, whether it was kept as text or as JSON."""
    if body is None or isinstance(body, str):
        return body or ""
    return json.dumps(body, ensure_ascii=False)


def _status(detail: Mapping[str, Any], reply: str) -> int | None:
    if (given := _whole(detail.get("status"))) is not None:
        return given
    found = _STATUS.search(reply)
    return int(found[1]) if found else None


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
