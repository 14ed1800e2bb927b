"""A real S3 server on loopback, with users who may do different things; and one that misbehaves."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode
from urllib.request import Request, urlopen

from pydantic import SecretStr

from agora_console.bucket.places import Place, place_of
from agora_console.bucket.store import Bucket

Keys = tuple[SecretStr, SecretStr]

BUCKET = "recordings"
PREFIX = ("shows",)
SELF_BUILT = 11

RIGHTS = {
    "owner": ["s3:*"],
    "writer": ["s3:PutObject"],
    "reader": ["s3:GetObject", "s3:ListBucket"],
    "stranger": ["sqs:SendMessage"],
}
"""What each user of the server may do."""


@dataclass
class S3Server:
    """Where the server listens, and the keys of its users."""

    endpoint: str
    keys: dict[str, Keys] = field(default_factory=dict)

    def place(self, bucket: str = BUCKET) -> Place:
        """A bucket of this server, as a target of the kind S3-compatible."""
        return place_of(SELF_BUILT, 0, bucket, self.endpoint)

    @asynccontextmanager
    async def open(
        self, user: str | Keys = "owner", bucket: str = BUCKET, prefix: tuple[str, ...] = PREFIX
    ) -> AsyncIterator[Bucket]:
        """The folder of the tests, with the keys of a user."""
        keys = self.keys[user] if isinstance(user, str) else user
        it = Bucket(self.place(bucket), prefix, keys, patience=5.0)
        try:
            yield it
        finally:
            await it.close()


@contextmanager
def s3_server() -> Iterator[S3Server]:
    """A server with one bucket, that refuses whoever may not do what is asked."""
    import boto3
    from moto import settings
    from moto.core.authorization import ActionAuthenticatorMixin
    from moto.server import ThreadedMotoServer

    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    _sign_what_was_sent()
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    settings.INITIAL_NO_AUTH_ACTION_COUNT = float("inf")
    try:
        host, port = server.get_host_and_port()
        it = S3Server(f"http://{host}:{port}")
        # What another server of this process had is kept beside the servers.
        with urlopen(Request(f"{it.endpoint}/moto-api/reset", method="POST")):
            pass
        names = {"region_name": "us-east-1", "aws_access_key_id": "x", "aws_secret_access_key": "y"}
        iam = boto3.client("iam", endpoint_url=it.endpoint, **names)
        for user, actions in RIGHTS.items():
            iam.create_user(UserName=user)
            made = iam.create_access_key(UserName=user)["AccessKey"]
            statement = {"Effect": "Allow", "Action": actions, "Resource": "*"}
            policy = {"Version": "2012-10-17", "Statement": [statement]}
            iam.put_user_policy(
                UserName=user, PolicyName="rights", PolicyDocument=json.dumps(policy)
            )
            it.keys[user] = (SecretStr(made["AccessKeyId"]), SecretStr(made["SecretAccessKey"]))
        s3 = boto3.client("s3", endpoint_url=it.endpoint, **names)
        s3.create_bucket(Bucket=BUCKET)
        iam.close()
        s3.close()
        settings.INITIAL_NO_AUTH_ACTION_COUNT = 0
        ActionAuthenticatorMixin.request_count = 0
        yield it
    finally:
        settings.INITIAL_NO_AUTH_ACTION_COUNT = float("inf")
        server.stop()


def _sign_what_was_sent() -> None:
    """moto compares signatures over a decoded query; clients sign the encoded one, as S3 wants."""
    from moto.iam.access_control import S3IAMRequest

    make: Any = S3IAMRequest._create_aws_request

    def encoded(self: Any) -> Any:
        path, _, query = self._path.partition("?")
        self._path = f"{path}?{urlencode(parse_qsl(query, True), quote_via=quote, safe='')}"
        return make(self)

    if make.__name__ != "encoded":
        setattr(S3IAMRequest, "_create_aws_request", encoded)  # noqa: B010 - for the type checker


def error_reply(status: str, code: str, message: str = "", headers: str = "") -> bytes:
    """An answer of a store that refuses."""
    body = f"<Error><Code>{code}</Code><Message>{message}</Message></Error>" if code else ""
    head = f"HTTP/1.1 {status}\r\nContent-Type: application/xml\r\n{headers}"
    return f"{head}Content-Length: {len(body)}\r\nConnection: close\r\n\r\n{body}".encode()


@asynccontextmanager
async def odd_server(reply: Callable[[bytes], bytes | None]) -> AsyncIterator[str]:
    """A server that gives each request what `reply` makes of its head; None leaves it waiting."""
    waiting = asyncio.Event()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            answer = reply(await reader.readuntil(b"\r\n\r\n"))
            if answer is None:
                await waiting.wait()
            else:
                writer.write(answer)
                await writer.drain()
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        waiting.set()
        server.close()
        await server.wait_closed()
