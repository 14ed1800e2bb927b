"""One error tree: what a call ended with when it did not end well.

`to_error` decides by (operation, HTTP status, body code), in the order in which the layers speak:
the gateway in front (401, 403, 429), then the service (body codes), then the bare HTTP status.
Every class says by itself whether a request that ended so may have been carried out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, ClassVar, Literal

from agora_console.api.bodies import (
    RAW_LIMIT,
    Body,
    body_text,
    code_is_fine,
    decode,
    lower,
    reply_code,
    reply_reason,
)
from agora_console.api.replies import StopReply, parse_stop
from agora_console.api.values import usable_id

OK = 200
REASON_LIMIT = 500

Why = Literal["name", "refused", "tls", "timeout", "proxy", "other", "closed"]


class ApiError(Exception):
    """A call that did not succeed. Nothing in it holds a secret, a header or the request.

    `http` is None when no reply came; `code` is the number in the body. `reason` is a sentence,
    or the words of Agora. `body` is the reply, redacted and cut. `retry_after` is in seconds.
    `may_have_acted` is False only where it is certain that nothing was carried out. `sid` is the
    one the reply names, and `reply` what a stop reported although it failed.
    """

    ambiguous: ClassVar[bool] = False

    def __init__(
        self,
        operation: str,
        *,
        http: int | None = None,
        code: int | None = None,
        reason: str = "",
        body: str = "",
        retry_after: float | None = None,
        may_have_acted: bool | None = None,
        sid: str = "",
        reply: StopReply | None = None,
    ) -> None:
        self.operation = operation
        self.http = http
        self.code = code
        self.reason = reason
        self.body = body
        self.retry_after = retry_after
        self.may_have_acted = self.ambiguous if may_have_acted is None else may_have_acted
        self.sid = sid
        self.reply = reply
        super().__init__(self._sentence())

    def _sentence(self) -> str:
        numbers = "/".join(str(n) for n in (self.http, self.code) if n is not None)
        said = ": ".join(part for part in (numbers, self.reason) if part)
        return f"{self.operation}: {said}" if said else self.operation


class Unreachable(ApiError):
    """Certainly not sent: name not found, refused, TLS not accepted, no connection in time."""

    def __init__(self, operation: str, *, reason: str, why: Why = "other") -> None:
        super().__init__(operation, reason=reason)
        self.why = why


class NoAnswer(ApiError):
    """Sent, or perhaps sent, and no complete answer came back."""

    ambiguous = True


class Unauthorized(ApiError):
    """401: customer ID or secret is wrong, or does not belong to the App ID."""


class Forbidden(ApiError):
    """403: not allowed; Cloud Recording may not be enabled."""


class BadRequest(ApiError):
    """The request is at fault (400 with code 2, and refusals without a class of their own)."""


class NotEnabled(ApiError):
    """The App ID is unknown or Cloud Recording is not enabled for it."""


class Inactive(ApiError):
    """Code 405: account or project is not active, often an unpaid bill."""


class TaskConflict(ApiError):
    """Code 53: a task with this App ID, cname and uid is alive."""


class AlreadyStarted(ApiError):
    """201, code 7: this resourceId has been started; the recording is alive."""

    ambiguous = True


class NotCompleted(ApiError):
    """206, code 65: Agora got the request and did not finish it in time."""

    ambiguous = True


class NothingRecorded(ApiError):
    """206, code 435: stopped, and there is no file."""

    ambiguous = True


class AlreadyLeaving(ApiError):
    """Code 49: the recording is ending already."""


class NoWorker(ApiError):
    """404 from the service: the task is not there, or not there for the moment."""


class NoRoute(ApiError):
    """404 that does not come from the service: wrong address; proves nothing of a recording."""


class RateLimited(ApiError):
    """429: more than 10 requests a second; refused before it was looked at."""


class OverLoad(ApiError):
    """Code 406: no more recordings at a time."""


class ResourceExpired(ApiError):
    """Code 433: the resourceId is older than five minutes."""


class Mismatch(ApiError):
    """Codes 432, 1001, 1003: the ids do not belong together."""


class UploadTimeout(ApiError):
    """Code 50: stopped, the upload goes on."""

    ambiguous = True


class Exiting(ApiError):
    """Code 501 on a running session: the recorder is leaving."""


class AllocationFailed(ApiError):
    """Start 500, code 502: no capacity, nothing was started."""


class ServerFault(ApiError):
    """5xx: a fault at Agora or on the way; what became of the request is open."""

    ambiguous = True


class TokenRefused(ApiError):
    """Codes 109 and 110: the RTC token has expired or does not fit."""


class Unreadable(ApiError):
    """An answer that is not Agora's, or not understood: HTML, garbage, empty, without ids."""

    ambiguous = True


_SPEAKS_FIRST: dict[int, type[ApiError]] = {401: Unauthorized, 403: Forbidden, 429: RateLimited}

_BY_OPERATION: dict[tuple[str, int], type[ApiError]] = {
    ("acquire", 400): NotEnabled,
    ("start", 502): AllocationFailed,
    ("query", 501): Exiting,
    ("update", 501): Exiting,
    ("updateLayout", 501): Exiting,
    ("stop", 501): Exiting,
}

_BY_CODE: dict[int, type[ApiError]] = {
    2: BadRequest,
    7: AlreadyStarted,
    8: BadRequest,
    49: AlreadyLeaving,
    50: UploadTimeout,
    53: TaskConflict,
    62: ServerFault,
    65: NotCompleted,
    109: TokenRefused,
    110: TokenRefused,
    404: NoWorker,
    405: Inactive,
    406: OverLoad,
    432: Mismatch,
    433: ResourceExpired,
    435: NothingRecorded,
    1001: Mismatch,
    1003: Mismatch,
    1013: BadRequest,
    1028: BadRequest,
}

_NOT_ENABLED = frozenset({"appid is invalid", "invalid appid", "invalid_appid"})
_NO_CONNECTION = 62  # on acquire, older replies mean by it that the service is not enabled


def to_error(
    operation: str,
    http: int,
    body: Body,
    *,
    retry_after: float | None = None,
    shown: str | None = None,
    redact: Callable[[str], str] = str,
) -> ApiError | None:
    """The error that a reply stands for, or None where it does not contradict a success.

    None is no success yet: a 200 also has to be understood (`replies`). `redact` is applied to
    what the error keeps of the reply; `shown` is the reply when that has been done already.
    """
    data = decode(body)
    fields = lower(data or {})
    if http == OK and code_is_fine(fields.get("code")):
        return None
    code, reason = reply_code(fields), reply_reason(fields)
    if not reason and 300 <= http < 400:
        reason = "The reply is a redirect, and none is followed."
    kind = _kind(operation, http, code, reason)
    if shown is None:
        shown = redact(body_text(body)) if isinstance(body, bytes | str) else ""
    return kind(
        operation,
        http=http,
        code=code,
        reason=redact(reason)[:REASON_LIMIT],
        body=shown[:RAW_LIMIT],
        retry_after=retry_after,
        may_have_acted=acted(operation, kind, http),
        sid=usable_id(fields.get("sid")),
        reply=_stop_reply(data, shown) if operation == "stop" else None,
    )


def _stop_reply(data: Mapping[str, Any] | None, shown: str) -> StopReply | None:
    if "serverresponse" not in lower(data or {}):
        return None
    return replace(parse_stop(data), raw=shown[:RAW_LIMIT])


def acted(operation: str, kind: type[ApiError], http: int | None = None) -> bool:
    """Whether a request that ended so may have been carried out. Asking has no effect at all."""
    if operation in ("query", "ncsIp"):
        return False
    return kind.ambiguous or http == OK


def _kind(operation: str, http: int, code: int | None, reason: str) -> type[ApiError]:
    if http in _SPEAKS_FIRST:
        return _SPEAKS_FIRST[http]
    said = reason.lower()
    if said in _NOT_ENABLED or (operation == "acquire" and code == _NO_CONNECTION and http < 500):
        return NotEnabled
    if code is not None:
        known = _BY_OPERATION.get((operation, code)) or _BY_CODE.get(code)
        if known is not None:
            return known
    return _by_status(operation, http, said)


def _by_status(operation: str, http: int, said: str) -> type[ApiError]:
    if http == 201 and operation == "start":
        return AlreadyStarted
    if http == 206:
        return NotCompleted
    if http == 404:
        return NoWorker if "find worker" in said else NoRoute
    if http >= 500 or http == 408:
        return ServerFault
    return BadRequest if http >= 400 else Unreadable
