"""From a failed connection to Unreachable (certainly not sent) or NoAnswer (perhaps sent)."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterator

import httpx

from agora_console.api.errors import ApiError, NoAnswer, Unreachable, Why, acted

_NEVER_SENT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
    httpx.InvalidURL,
)
"""Raised before the first byte of a request is written, whatever the cause.

A keep-alive connection that the server has closed is not among them: the server may have taken
the request before it hung up.
"""

_CLOSED = "client has been closed"


def failure(
    operation: str, host: str, error: Exception, redact: Callable[[str], str] = str
) -> ApiError:
    """The ApiError for an exception of httpx or of the sockets below it."""
    if isinstance(error, _NEVER_SENT):
        why = _why(error)
        return Unreachable(operation, reason=redact(_sentence(host, why, error)), why=why)
    if isinstance(error, RuntimeError) and _CLOSED in str(error):
        return Unreachable(
            operation, reason="The program is ending; nothing was sent any more.", why="closed"
        )
    return NoAnswer(
        operation,
        reason=redact(_silence(host, error)),
        may_have_acted=acted(operation, NoAnswer),
    )


def _why(error: Exception) -> Why:
    if isinstance(error, httpx.ConnectTimeout | httpx.PoolTimeout):
        return "timeout"
    if isinstance(error, httpx.ProxyError):
        return "proxy"
    for cause in _causes(error):
        if isinstance(cause, socket.gaierror):
            return "name"
        if isinstance(cause, ssl.SSLError):
            return "tls"
        if isinstance(cause, ConnectionRefusedError):
            return "refused"
    return "other"


def _causes(error: BaseException, depth: int = 20) -> Iterator[BaseException]:
    """The error, what it came from, and the members of groups: one try per address of a name."""
    yield error
    if depth == 0:
        return
    if isinstance(error, BaseExceptionGroup):
        for member in error.exceptions:
            yield from _causes(member, depth - 1)
    cause = error.__cause__ or error.__context__
    if cause is not None:
        yield from _causes(cause, depth - 1)


def _sentence(host: str, why: Why, error: Exception) -> str:
    match why:
        case "name":
            return f"The name of {host} was not found: no network, or no name service."
        case "refused":
            return f"{host} refused the connection: nothing listens there."
        case "tls":
            return f"The certificate of {host} was not accepted ({_certificate(error)})."
        case "timeout":
            return f"No connection to {host} in time."
        case "proxy":
            return f"The proxy did not let the request through to {host}: {error}."
        case _:
            return f"No connection to {host}: {str(error) or type(error).__name__}."


def _certificate(error: Exception) -> str:
    for cause in _causes(error):
        if isinstance(cause, ssl.SSLCertVerificationError):
            return cause.verify_message
    return "TLS failed"


def _silence(host: str, error: Exception) -> str:
    match error:
        case httpx.ReadTimeout() | TimeoutError():
            return f"{host} did not answer in time."
        case httpx.WriteTimeout():
            return f"{host} did not take the whole request in time."
        case _:
            return f"The connection to {host} broke before the answer was complete."
