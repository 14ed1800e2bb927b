"""Exchange: one request and what became of it, as a person may see it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Exchange:
    """One attempt of one call, without a secret and without headers.

    `at` is the moment of sending in seconds since the epoch (UTC), `attempt` counts from 1.
    `http` is None where no reply came; then `error` says why. `request` is the JSON that was sent
    (empty for GET), `reply` the reply as text, cut when long. `request_id` is Agora's own
    (`X-Request-Id`), of use to its support. `server_date` is the Date of the reply, in whole
    seconds since the epoch, None where it had none that can be read.
    """

    at: float
    operation: str
    method: str
    base_url: str
    path: str
    attempt: int
    request: str
    http: int | None = None
    code: int | None = None
    latency_ms: float = 0.0
    request_id: str = ""
    reply: str = ""
    error: str = ""
    server_date: float | None = None

    @property
    def host(self) -> str:
        """Host (and port) that was asked."""
        return urlsplit(self.base_url).netloc

    @property
    def url(self) -> str:
        """The whole address."""
        return self.base_url + self.path
