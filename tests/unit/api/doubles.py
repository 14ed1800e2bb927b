"""Stand-ins that the tests of the API share: ids, credentials, one canned reply, virtual time."""

from __future__ import annotations

import asyncio

import httpx
from pydantic import SecretStr

from agora_console.api.wire import Handle
from agora_console.domain.secrets import Credentials, StartSecrets

APP_ID = "5f2c8e0b9a7d4136b1e4c3d2a0f98765"
CREDENTIALS = Credentials(APP_ID, "customer-77", SecretStr("quite/secret+word"))
HANDLE = Handle("rid-1_A", "town-hall", "7", "mix", "c41f0a9be7d24f6c8a35b1d09e62f7a8")
SECRETS = StartSecrets(
    access_key=SecretStr("storage-access-1"),
    secret_key=SecretStr("storage/secret+2"),
    token=SecretStr("007eJxSTokenOfTheRecorder"),
    channel_secret=SecretStr("channel secret 4"),
    salt=SecretStr("c2FsdC1zYWx0LXNhbHQtc2FsdC1zYWx0LXNhbHQhIQ=="),
    sts_token=SecretStr("sts-token-6"),
    rtmp_url=SecretStr("rtmps://push.example.net/live/stream-key-7"),
)


class OneReply:
    """An httpx client whose every request gets the same reply; the requests are kept."""

    no_secrets = StartSecrets()

    def __init__(self, http: int, content: bytes, headers: dict[str, str] | None = None) -> None:
        self._reply = (http, content, headers or {})
        self.requests: list[httpx.Request] = []
        self.client_used = httpx.AsyncClient(transport=httpx.MockTransport(self._handle))

    def client(self) -> httpx.AsyncClient:
        return self.client_used

    def _handle(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        http, content, headers = self._reply
        return httpx.Response(http, content=content, headers=headers)


async def loop_turns() -> None:
    """Let asyncio close the iterator of a reply that was cut off; it does so in its own time."""
    for _ in range(3):
        await asyncio.sleep(0)
