"""A fleet: many recordings that run already, and a journal that knows them."""

from __future__ import annotations

import base64
import json
from typing import Any

from agora_console.domain.session import Phase, Session
from agora_console.simulator.request import Request
from tests.support.journals import fill_journal
from tests.support.virtual_world import MIX, World

AT_ONCE = 8
"""Requests in a second of virtual time."""


async def set_sail(world: World, count: int) -> list[Session]:
    """Begin `count` recordings as another console did, and write them into the journal."""
    sessions = []
    for number in range(count):
        sessions.append(await _begin(world, number))
        if number % (AT_ONCE // 2) == 0:
            await world.pass_time(1.0)
    fill_journal(world.folder, sessions)
    return sessions


async def _begin(world: World, number: int) -> Session:
    cname, uid = f"stage-{number}", str(1000 + number)
    config: dict[str, Any] = {**MIX, "acquire": {"resourceExpiredHour": 720}}
    acquired = await _call(
        world, "acquire", {"cname": cname, "uid": uid, "clientRequest": config["acquire"]}
    )
    resource = acquired["resourceId"]
    request = json.loads(json.dumps(config["clientRequest"]))
    request["storageConfig"].update(accessKey="demo-access-key", secretKey="demo-secret-key")
    started = await _call(
        world,
        f"resourceid/{resource}/mode/mix/start",
        {"cname": cname, "uid": uid, "clientRequest": request},
    )
    now = world.machine.now()
    return Session(
        id=f"{number:032x}",
        project_id="simulator",
        app_id=world.simulator.account.app_id,
        api_url="http://127.0.0.1:9",
        cname=cname,
        uid=uid,
        mode="mix",
        config=config,
        created_at=now,
        phase=Phase.RECORDING,
        since=now,
        resource_id=resource,
        acquired_at=now,
        start_sent_at=now,
        sid=started["sid"],
        started_at=now,
        confirmed_at=now,
        last_status=5,
        last_status_at=now,
        last_answer="200",
        last_answer_at=now,
    )


async def _call(world: World, path: str, body: dict[str, Any]) -> dict[str, Any]:
    account = world.simulator.account
    pair = f"{account.customer_id}:{account.customer_secret}".encode()
    answer = await world.simulator.handle(
        Request(
            "POST",
            f"/v1/apps/{account.app_id}/cloud_recording/{path}",
            {
                "authorization": f"Basic {base64.b64encode(pair).decode()}",
                "content-type": "application/json",
            },
            json.dumps(body).encode(),
        )
    )
    assert answer is not None
    assert answer.status == 200, answer
    reply: dict[str, Any] = answer.body if isinstance(answer.body, dict) else {}
    body_of_reply: dict[str, Any] = reply.get("Body", reply)
    return body_of_reply
