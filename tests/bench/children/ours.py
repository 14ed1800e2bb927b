"""The calls of one recording through our client: `COUNT AT_ONCE`. AGORA_… name the simulator."""

from __future__ import annotations

import asyncio
import json
import os
import sys
import time
from collections.abc import Awaitable
from typing import Any

from pydantic import SecretStr

from agora_console.api.client import AgoraClient
from agora_console.api.connection import connect
from agora_console.api.wire import Handle
from agora_console.domain.secrets import Credentials, StartSecrets
from tests.bench.parts import CONFIG, KEYS

SECRETS = StartSecrets(SecretStr(KEYS["accessKey"]), SecretStr(KEYS["secretKey"]))

Times = dict[str, list[float]]


async def _whole(count: int, at_once: int) -> dict[str, Any]:
    credentials = Credentials(
        os.environ["AGORA_APP_ID"],
        os.environ["AGORA_CUSTOMER_ID"],
        SecretStr(os.environ["AGORA_CUSTOMER_SECRET"]),
    )
    async with connect() as http:
        client = AgoraClient(http, os.environ["AGORA_API_URL"], credentials)
        await _recording(client, f"warm-{os.getpid()}", {})
        times: Times = {}
        for number in range(count):
            await _recording(client, f"one-{os.getpid()}-{number}", times)
        begin = time.perf_counter()
        await asyncio.gather(
            *(_recording(client, f"many-{os.getpid()}-{n}", {}) for n in range(at_once))
        )
        return {"times": times, "at_once": time.perf_counter() - begin}


async def _recording(client: AgoraClient, cname: str, times: Times) -> None:
    async def timed(name: str, call: Awaitable[Any]) -> Any:
        begin = time.perf_counter()
        answer = await call
        times.setdefault(name, []).append(time.perf_counter() - begin)
        return answer

    resource = (await timed("acquire", client.acquire(cname, "1", CONFIG))).resource_id
    ids = Handle(resource, cname, "1", "mix")
    sid = (await timed("start", client.start(ids, CONFIG, SECRETS))).sid
    ids = Handle(resource, cname, "1", "mix", sid)
    await timed("query", client.query(ids))
    await timed("stop", client.stop(ids))


if __name__ == "__main__":
    print(json.dumps(asyncio.run(_whole(int(sys.argv[1]), int(sys.argv[2])))), flush=True)
