"""What a command says when the console that should do its work does not."""

from __future__ import annotations

import asyncio
import io
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from agora_console.arguments import Arguments
from agora_console.commands import carry
from agora_console.commands.teller import Teller
from agora_console.services.clock import SystemClock
from agora_console.services.console import Console
from agora_console.services.errands.errand import Errand, ListSessions, Stop
from agora_console.services.errands.handover import client, host
from agora_console.services.errands.handover.host import hosting
from agora_console.services.events import Say
from tests.support.sessions import make_session


@pytest.fixture
async def owner(tmp_path: Path) -> AsyncIterator[Console]:
    """Somebody who owns the data folder; one session is in its journal."""
    console = await Console.open(tmp_path, SystemClock())
    await console._book.take_in(make_session(sid="S", resource_id="R", start_sent_at=1.0))
    yield console
    await console.close()


async def carried(folder: Path, errand: Errand) -> tuple[int, list[dict[str, Any]]]:
    """Exit code and events of an errand, carried out as another process would."""
    out = io.StringIO()
    teller = Teller(out, as_json=True)
    code = await asyncio.to_thread(carry.carry_out, Arguments(data_dir=folder), errand, teller)
    return code, [json.loads(line) for line in out.getvalue().splitlines()]


async def obedient(order: dict[str, Any], say: Say, halted: asyncio.Event) -> int:
    say("session", {"sid": order["kind"]})
    return 0


async def hanging(order: dict[str, Any], say: Say, halted: asyncio.Event) -> int:
    await asyncio.Event().wait()
    return 0


async def test_an_errand_goes_to_the_owner(owner: Console) -> None:
    async with hosting(owner.folder, obedient):
        code, events = await carried(owner.folder, ListSessions())
    assert (code, [event["sid"] for event in events]) == (0, ["sessions"])


async def test_an_owner_that_hangs_after_it_took_the_order_may_still_carry_it_out(
    owner: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(host, "BEAT", 60.0)
    monkeypatch.setattr(client, "SILENCE", 0.1)
    async with hosting(owner.folder, hanging):
        code, events = await carried(owner.folder, Stop(key="S"))
    assert code == 1
    assert [event["event"] for event in events] == ["error", "session", "error"]
    assert "does not answer" in events[0]["sentence"]
    assert events[1]["sid"] == "S"
    assert "may still be done" in events[2]["sentence"]


async def test_an_owner_that_cannot_be_reached_leaves_what_is_known(
    owner: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(carry, "PATIENCE", 0.1)
    code, events = await carried(owner.folder, ListSessions())
    assert code == 0
    assert "does not answer" in events[0]["sentence"]
    assert events[1]["next"] is None
    code, events = await carried(owner.folder, Stop(key="S"))
    assert code == 1
    assert events[-1]["sentence"] == "Nothing was asked or sent."


async def test_owners_that_end_again_and_again_are_not_waited_for_for_ever(
    owner: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    orders: list[str] = []

    async def vanish(self: client.Owner, *_: object) -> int:
        await self.close()
        orders.append("one")
        raise client.OwnerGoneError

    monkeypatch.setattr(client.Owner, "carry_out", vanish)
    async with hosting(owner.folder, obedient):
        code, events = await carried(owner.folder, Stop(key="S"))
    assert code == 1
    assert len(orders) == carry.TRIES
    assert "one after the other" in events[-1]["sentence"]


async def test_an_owner_that_has_left_is_waited_for_until_its_folder_is_free(
    tmp_path: Path,
) -> None:
    console = await Console.open(tmp_path, SystemClock())
    carrying = asyncio.ensure_future(carried(tmp_path, ListSessions()))
    await console.close()
    code, events = await carrying
    assert (code, events) == (0, [])
