"""Preflight against a simulator with faults and a real S3 server: every claim has its proof."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from agora_console.domain.preflight import (
    PROJECT,
    Check,
    Line,
    Sheet,
    State,
)
from agora_console.domain.problems import Problem
from agora_console.domain.secrets import StartSecrets
from agora_console.services.start.orders import StartOrder
from agora_console.settings.projects import DEFAULT_API_URL, Project
from agora_console.simulator import Simulator
from agora_console.simulator.clock import ManualClock
from agora_console.vault.keyring_vault import Keep
from tests.flow.stage import MIX, Stage, console_on, stage
from tests.support.s3 import S3Server, error_reply, odd_server, s3_server

NAME = "agora-console-probe-1.txt"
HOUR = 3600.0
_REGION = "x-amz-bucket-region: eu-west-1\r\n"


@pytest.fixture(scope="module")
def server() -> Iterator[S3Server]:
    with s3_server() as it:
        yield it


async def ran(it: Stage, order: StartOrder | None = None, **wishes: Any) -> Sheet:
    return await it.console.preflight.run(
        order or it.order(), NAME, **{"planned": 2 * HOUR, **wishes}
    )


def check_of(sheet: Sheet, line: Line) -> Check:
    return next(each for each in sheet.checks if each.line is line)


def s3_order(it: Stage, server: S3Server, keys: Any, **storage: Any) -> StartOrder:
    """An order that writes into the real store, of a project that is no simulator."""
    values = {
        "vendor": 11,
        "region": 0,
        "bucket": "recordings",
        "fileNamePrefix": ["shows"],
        "extensionParams": {"endpoint": server.endpoint},
    }
    request = {**MIX["clientRequest"], "storageConfig": {**values, **storage}}
    project = Project(id="real", name="Real", app_id="a" * 32, customer_id="c")
    access, secret = keys
    return it.order(
        {**MIX, "clientRequest": request},
        project=project.model_copy(update={"api_url": DEFAULT_API_URL}),
        secrets=StartSecrets(access_key=access, secret_key=secret),
    )


async def storage_check(it: Stage, order: StartOrder) -> Check:
    """The line of the storage alone: nothing is to be sent to the real Agora."""
    return await it.console.preflight._storage(order, NAME)


# --- against Agora -----------------------------------------------------------------------


async def test_one_unused_acquire_for_this_very_recording_is_all_that_is_sent(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path) as it:
        heard: list[Check] = []
        sheet = await ran(it, told=heard.append)
        assert {check.line for check in heard} == set(Line)
        assert [check.line for check in sheet.checks] == list(Line)
        (request,) = it.simulator.ledger.requests
        assert (request.method, request.body["cname"], request.body["uid"]) == (
            "acquire",
            "town-hall",
            "527841",
        )
        assert sheet.state is State.UNSEEN
        assert [each.line for each in sheet.checks if each.state is not State.GO] == [Line.TOKEN]


@pytest.mark.parametrize(
    ("fault", "credentials", "service"),
    [
        ("unauthorized:always", State.NO_GO, State.UNSEEN),
        ("not-enabled", State.UNSEEN, State.NO_GO),
        ("inactive", State.GO, State.NO_GO),
        ("over-load", State.GO, State.NO_GO),
    ],
)
async def test_what_agora_refuses_is_told_apart(
    fault: str, credentials: State, service: State, tmp_path: Path
) -> None:
    async with stage(tmp_path, fault) as it:
        sheet = await ran(it)
        first, second = check_of(sheet, Line.CREDENTIALS), check_of(sheet, Line.SERVICE)
        assert (first.state, second.state) == (credentials, service)
        assert sheet.state is State.NO_GO
        assert "HTTP 4" in first.evidence
        assert {each.path for each in (first, second) if each.state is not State.GO} == {PROJECT}


async def test_no_answer_is_no_verdict(tmp_path: Path) -> None:
    async with stage(tmp_path, "drop:acquire:always") as it:
        sheet = await ran(it)
        for line in (Line.CREDENTIALS, Line.SERVICE, Line.CLOCK, Line.BUDGET):
            assert check_of(sheet, line).state is State.UNSEEN
        assert check_of(sheet, Line.STORAGE).state is State.GO


async def test_a_wrong_clock_is_seen_in_the_reply(tmp_path: Path) -> None:
    async with (
        Simulator(clock=ManualClock(1_500_000_000.0), seed=1) as simulator,
        console_on(simulator, tmp_path / "data") as console,
    ):
        it = Stage(simulator, console)
        check = check_of(await ran(it), Line.CLOCK)
        assert check.state is State.NO_GO
        assert "ahead of Agora's Date" in check.evidence


async def test_without_a_secret_nothing_is_asked(tmp_path: Path) -> None:
    async with stage(tmp_path) as it:
        nobody = Project(id="nobody", name="Nobody", app_id="b" * 32, customer_id="c")
        sheet = await ran(it, it.order(project=nobody))
        check = check_of(sheet, Line.CREDENTIALS)
        assert check.state is State.NO_GO
        assert check.evidence.startswith("Nothing was asked.")
        assert list(it.simulator.ledger.requests) == []


# --- the recorder ------------------------------------------------------------------------


async def test_a_uid_that_records_is_asked_and_is_no_go(tmp_path: Path) -> None:
    async with stage(tmp_path) as it:
        session = await it.confirmed()
        asked = it.ledger_calls("query")
        sheet = await ran(it)
        check = check_of(sheet, Line.UID)
        assert check.state is State.NO_GO
        assert "Asked now" in check.evidence
        assert it.ledger_calls("query") > asked
        assert check.fix is not None
        assert check.fix.path == "uid"
        again = await ran(it, it.order(uid=str(check.fix.value)))
        assert check_of(again, Line.UID).state is State.GO
        token = check_of(again, Line.TOKEN)
        assert token.state is State.NOT_NEEDED  # this very App ID records without one
        assert session.confirmed_at is not None


async def test_a_token_is_made_of_the_certificate_and_read_back(tmp_path: Path) -> None:
    async with stage(tmp_path) as it:
        order = it.order()
        assert check_of(await ran(it, order), Line.TOKEN).state is State.UNSEEN
        await it.console.projects.save(
            order.project, None, {}, Keep.RUN, SecretStr("0123456789abcdef" * 2)
        )
        assert check_of(await ran(it, order), Line.TOKEN).state is State.NO_GO
        made = check_of(await ran(it, order, token_seconds=24 * 3600), Line.TOKEN)
        assert made.state is State.GO
        short = check_of(await ran(it, order, token_seconds=1800), Line.TOKEN)
        assert short.state is State.NO_GO
        secret = await it.console.projects.make_token(order.project, "other", "1", 86_400)
        pasted = replace(order, secrets=replace(order.secrets, token=secret))
        misfit = check_of(await ran(it, pasted), Line.TOKEN)
        assert "channel town-hall" in misfit.evidence
        assert "recorder UID 527841" in misfit.evidence
        garbage = replace(order, secrets=replace(order.secrets, token=SecretStr("007x")))
        assert check_of(await ran(it, garbage), Line.TOKEN).state is State.UNSEEN
        web = replace(order, config={**order.config, "mode": "web"})
        assert check_of(await ran(it, web), Line.TOKEN).state is State.NOT_NEEDED


# --- storage -----------------------------------------------------------------------------


async def test_the_storage_is_proved_and_left_as_it_was(tmp_path: Path, server: S3Server) -> None:
    async with stage(tmp_path) as it:
        order = s3_order(it, server, server.keys["owner"])
        path = it.console.preflight.target_path(order, NAME)
        assert path == f"recordings/shows/{NAME}"
        check = await storage_check(it, order)
        assert check.state is State.GO
        assert str(path) in check.evidence
        async with server.open() as bucket:
            assert (await bucket.list("agora-console-probe")).objects == ()


@pytest.mark.parametrize(
    ("keys", "storage", "expected"),
    [
        ("nobody", {}, (State.NO_GO, "does not know this access key")),
        ("owner", {"bucket": "no-such-bucket"}, (State.NO_GO, "no bucket of this name")),
        ("stranger", {}, (State.NO_GO, "may not write")),
        ("writer", {}, (State.GO, "A separate read key can.")),
        ("owner", {"vendor": 0}, (State.UNSEEN, "cannot look into Qiniu")),
        (
            "owner",
            {"extensionParams": {"endpoint": "http://127.0.0.1:1"}},
            (State.UNSEEN, "was not reached"),
        ),
    ],
)
async def test_only_what_the_store_refuses_is_no_go(
    keys: str,
    storage: dict[str, Any],
    expected: tuple[State, str],
    tmp_path: Path,
    server: S3Server,
) -> None:
    state, words = expected
    nobody = (SecretStr("AKIANOBODY0000000000"), SecretStr("s" * 40))
    async with stage(tmp_path) as it:
        order = s3_order(it, server, server.keys.get(keys, nobody), **storage)
        found: list[Check] = []
        await it.console.preflight._safe(
            Line.STORAGE, it.console.preflight._storage(order, NAME), found.append
        )
        assert found[0].state is state
        assert words in found[0].evidence
        if keys == "writer":
            assert "by hand" in found[0].action


@pytest.mark.parametrize(
    ("reply", "state", "words"),
    [
        (
            error_reply("301 Moved", "PermanentRedirect", "", _REGION),
            State.NO_GO,
            "eu-west-1",
        ),
        (error_reply("403 No", "RequestTimeTooSkewed"), State.UNSEEN, "clock of this machine"),
    ],
)
async def test_a_wrong_region_is_agoras_matter_and_a_wrong_clock_is_ours(
    reply: bytes, state: State, words: str, tmp_path: Path, server: S3Server
) -> None:
    async with (
        stage(tmp_path) as it,
        odd_server(lambda _: reply) as endpoint,
    ):
        order = s3_order(it, server, server.keys["owner"], extensionParams={"endpoint": endpoint})
        check = await storage_check(it, order)
        assert check.state is state
        assert words in check.evidence


async def test_a_lent_read_key_looks_where_agoras_may_not(tmp_path: Path, server: S3Server) -> None:
    async with stage(tmp_path) as it:
        order = s3_order(it, server, server.keys["writer"])
        storage = order.config["clientRequest"]["storageConfig"]
        it.console.buckets.lend_read_keys(storage, server.keys["reader"])
        check = await storage_check(it, order)
        assert "byte for byte" in check.evidence


async def test_without_keys_nothing_is_written(tmp_path: Path, server: S3Server) -> None:
    async with stage(tmp_path) as it:
        order = replace(s3_order(it, server, server.keys["owner"]), secrets=StartSecrets())
        check = await storage_check(it, order)
        assert (check.state, check.evidence) == (
            State.NO_GO,
            "The keys of the storage are missing.",
        )
        sts = replace(order, secrets=StartSecrets(sts_token=SecretStr("sts")))
        assert (await storage_check(it, sts)).state is State.UNSEEN
        gone = s3_order(it, server, server.keys["owner"], vendor=0)
        assert isinstance(it.console.preflight.target_path(gone, NAME), Problem)


async def test_a_cancelled_preflight_leaves_nothing_in_the_storage(tmp_path: Path) -> None:
    async with stage(tmp_path, "slow:acquire:4000") as it:
        running = asyncio.ensure_future(ran(it))
        folder = tmp_path / "data" / "bucket"
        while not folder.exists():  # noqa: ASYNC110 - the probe has begun
            await asyncio.sleep(0.001)
        running.cancel()
        await asyncio.wait({running})
        assert running.cancelled()
        assert list(folder.rglob("agora-console-probe*")) == []


# --- kept --------------------------------------------------------------------------------


@asynccontextmanager
async def with_sheet(folder: Path) -> AsyncIterator[tuple[Stage, Sheet, str]]:
    async with stage(folder) as it:
        sheet = await ran(it)
        session_id = it.console.guarded.start(it.order())
        yield it, sheet, session_id


async def test_a_sheet_is_kept_with_the_run_that_follows(tmp_path: Path) -> None:
    async with with_sheet(tmp_path) as (it, sheet, session_id):
        assert await it.console.preflight.keep(session_id, sheet)
        entry = next(
            each
            for each in await it.console.recordings.entries(session_id)
            if each.source == "preflight"
        )
        assert "COULD NOT LOOK: Token" in entry.text
        assert "changed" not in entry.text
        assert "demo-secret-key" not in repr(entry)
        page = await it.console.report(session_id)
        assert "<h2>Preflight</h2>" in page
        assert "COULD NOT LOOK" in page


async def test_a_sheet_of_another_channel_is_not_kept(tmp_path: Path) -> None:
    async with with_sheet(tmp_path) as (it, sheet, session_id):
        other = replace(sheet, subject=replace(sheet.subject, cname="other"))
        assert not await it.console.preflight.keep(session_id, other)
