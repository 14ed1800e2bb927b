"""One call, a start, and the same calls through the public package."""

from __future__ import annotations

import asyncio
import json
import time
from pathlib import Path
from typing import Any

import httpx

from agora_console.api.budget import Priority
from agora_console.domain.session import Session
from agora_console.services.agora import handle
from agora_console.services.clock import SystemClock
from agora_console.services.console import Console
from agora_console.services.errands.lending import lend
from tests.bench.kit import Kit
from tests.bench.measure import Sample
from tests.bench.parts import Agora, agora, read_line, running, told
from tests.bench.rows import Row, at_most, number, ratio
from tests.support.journals import fill_journal

ANSWER = 0.1
"""Seconds after which the simulator answers when Start is pressed."""

PEER = "agora-rest-client"
AT_ONCE = "50 recordings at once, each start to stop"

PACE = 0.15
"""Seconds between two calls: the console sends seven and a half a second at most."""


def rows(kit: Kit) -> list[Row]:
    """The client against bare httpx, Start against its two answers, all against the peer."""
    with agora(kit.folder) as there:
        found = [asyncio.run(_one_call(kit, there))]
        if kit.peer:
            found += _peer(kit, there, kit.peer)
    with agora(kit.folder, ANSWER) as there:
        return [*found, _press(kit, there)]


async def _one_call(kit: Kit, there: Agora) -> Row:
    (session,) = there.record(1)
    folder = kit.folder / "call"
    fill_journal(folder, [session])
    console = await Console.open(folder, SystemClock())
    try:
        await lend(console, there.lent)
        ours, bare = await _in_turn(kit.pick(15, 150), console, session, there)
    finally:
        await console.close()
    return ratio(
        "one query through client, gateway, journal, redaction",
        ours,
        bare,
        limit=1.5,
        floor_name="bare httpx on the same loop",
    )


async def _in_turn(
    count: int, console: Console, session: Session, there: Agora
) -> tuple[Sample, Sample]:
    gateway = await console._agora_for(session)
    ids = handle(session)
    path = (
        f"{there.url}/v1/apps/{there.app_id}/cloud_recording/resourceid/{ids.resource_id}"
        f"/sid/{ids.sid}/mode/mix/query"
    )
    ours: list[float] = []
    bare: list[float] = []
    async with httpx.AsyncClient(auth=(there.customer_id, there.customer_secret)) as http:
        for _ in range(count):
            begin = time.perf_counter()
            await gateway.query(ids, priority=Priority.CONTROL)
            ours.append(time.perf_counter() - begin)
            begin = time.perf_counter()
            (await http.get(path)).json()
            bare.append(time.perf_counter() - begin)
            await asyncio.sleep(PACE)
    return Sample(tuple(ours[2:])), Sample(tuple(bare[2:]))


def _press(kit: Kit, there: Agora) -> Row:
    count = kit.pick(3, 25)
    facts = told("tests.bench.children.press", str(count), home=kit.folder / "press", **there.env())
    answers = Sample(tuple(facts["answers"]))
    over = Sample(tuple(seconds - answers.median for seconds in facts["seconds"]))
    measured = f"p50 {number(over.median, 'ms')}, p95 {number(over.percentile(95), 'ms')} ms beyond"
    return at_most(
        "Start pressed → sid on the screen, p95",
        over.percentile(95),
        limit=0.015,
        measured=measured,
        against=f"both answers to bare httpx: {number(answers.median, 'ms')}",
    )


def _peer(kit: Kit, there: Agora, python: Path) -> list[Row]:
    count, at_once = "30", "50"
    script = Path(__file__).parent / "children" / "peer.py"
    ours: dict[str, list[float]] = {}
    theirs: dict[str, list[float]] = {}
    home = kit.folder / "peer"
    for _ in range(kit.rounds):
        facts = told("tests.bench.children.ours", count, at_once, home=home, **there.env())
        _keep(ours, facts)
        command = [str(python), str(script), count, at_once]
        with running(command, home, **there.env()) as process:
            _keep(theirs, json.loads(read_line(process)))
    found = []
    for call, values in ours.items():
        mine, other = Sample(tuple(values)), Sample(tuple(theirs[call]))
        found.append(ratio(f"{call}, median", mine, other, limit=1.0, floor_name=PEER))
        if call != AT_ONCE:
            tails = [Sample((sample.percentile(95),)) for sample in (mine, other)]
            found.append(ratio(f"{call}, p95", *tails, limit=1.0, floor_name=PEER))
    return found


def _keep(kept: dict[str, list[float]], facts: dict[str, Any]) -> None:
    for name, values in facts["times"].items():
        kept.setdefault(name, []).extend(values)
    kept.setdefault(AT_ONCE, []).append(facts["at_once"])
