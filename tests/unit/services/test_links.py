"""The way to Agora: one client, one gateway a project, and every request told to its session."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
from pydantic import SecretStr

from agora_console.api.errors import Mismatch, Unauthorized, Unreachable
from agora_console.api.exchange import Exchange
from agora_console.api.redact import Redactor
from agora_console.api.wire import Handle
from agora_console.domain.secrets import Credentials
from agora_console.services.clock import FastClock
from agora_console.services.links import Links
from agora_console.settings.projects import Project
from agora_console.simulator import Simulator

SPEED = 40.0


class Office:
    """Links to a simulator, with its account."""

    def __init__(self, simulator: Simulator) -> None:
        self.heard: list[tuple[str, Exchange]] = []
        account = simulator.account
        self.links = Links(Redactor(), FastClock(SPEED), lambda *it: self.heard.append(it))
        self.project = Project(
            id="p",
            name="P",
            app_id=account.app_id,
            customer_id=account.customer_id,
            api_url=simulator.url,
        )
        self.credentials = Credentials(
            account.app_id, account.customer_id, SecretStr(account.customer_secret)
        )


@pytest.fixture
async def simulator() -> AsyncIterator[Simulator]:
    async with Simulator(speed=SPEED, seed=1) as it:
        yield it


@pytest.fixture
async def office(simulator: Simulator) -> AsyncIterator[Office]:
    it = Office(simulator)
    yield it
    await it.links.close()


async def test_credentials_are_proved_by_an_acquire_that_starts_nothing(
    office: Office, simulator: Simulator
) -> None:
    await office.links.prove(office.project, office.credentials)
    assert [each.method for each in simulator.ledger.requests] == ["acquire"]
    assert simulator.recordings == {}
    assert [session_id for session_id, _ in office.heard] == [""]


async def test_a_wrong_secret_is_refused(office: Office) -> None:
    account = office.credentials
    wrong = Credentials(account.app_id, account.customer_id, SecretStr("0" * 32))
    with pytest.raises(Unauthorized):
        await office.links.prove(office.project, wrong)


async def test_sessions_that_call_at_the_same_time_hear_of_their_own_requests(
    office: Office,
) -> None:
    async def ask(session_id: str) -> None:
        gateway = await office.links.gateway(session_id, office.project, office.credentials)
        await asyncio.sleep(0)
        with pytest.raises(Mismatch):
            await gateway.query(Handle("r", "c", "1", "mix", session_id))

    await asyncio.gather(ask("one"), ask("two"))
    told = {
        (session_id, exchange.url.split("/sid/")[1][:3]) for session_id, exchange in office.heard
    }
    assert told == {("one", "one"), ("two", "two")}


async def test_sessions_of_a_project_share_its_gateway(office: Office) -> None:
    one = await office.links.gateway("one", office.project, office.credentials)
    two = await office.links.gateway("two", office.project, office.credentials)
    assert one is two


async def test_other_credentials_make_another_gateway(office: Office) -> None:
    one = await office.links.gateway("one", office.project, office.credentials)
    changed = Credentials("a" * 32, "c", SecretStr("another"))
    assert await office.links.gateway("one", office.project, changed) is not one


async def test_an_address_that_would_show_the_secret_is_refused(office: Office) -> None:
    project = office.project.model_copy(update={"api_url": "http://api.agora.io"})
    with pytest.raises(ValueError, match="not encrypted"):
        await office.links.gateway("one", project, office.credentials)
    assert office.heard == []


async def test_a_proxy_that_cannot_be_used_may_be_mended(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "socks9://nowhere")
    with pytest.raises(ValueError, match="HTTPS_PROXY"):
        await office.links.warm()
    monkeypatch.delenv("HTTPS_PROXY")
    await office.links.prove(office.project, office.credentials)


async def test_nothing_is_sent_after_the_end(simulator: Simulator) -> None:
    office = Office(simulator)
    gateway = await office.links.gateway("one", office.project, office.credentials)
    await office.links.close()
    with pytest.raises(Unreachable, match="ending"):
        await gateway.query(Handle("r", "c", "1", "mix", "sid"))


async def test_links_that_were_never_used_end_as_well(simulator: Simulator) -> None:
    await Office(simulator).links.close()
