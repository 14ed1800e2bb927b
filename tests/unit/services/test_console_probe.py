"""Console.probe: a target proved with typed or kept keys on a real S3 server, and no key left."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from agora_console.api.token import TokenError
from agora_console.bucket.errors import NoPermissionError
from agora_console.bucket.store import Bucket
from agora_console.domain.problems import Problem
from agora_console.services.clock import SystemClock
from agora_console.services.console import Console
from agora_console.services.files.probe import probe
from agora_console.settings.projects import Project, StorageTarget
from agora_console.vault.keyring_vault import Keep
from tests.support.s3 import BUCKET, S3Server, s3_server

NAME = "agora-console-probe-1.txt"
CERTIFICATE = SecretStr("0123456789abcdef" * 2)


@pytest.fixture(scope="module")
def server() -> Iterator[S3Server]:
    with s3_server() as it:
        yield it


@pytest.fixture
async def console(tmp_path: Path) -> AsyncIterator[Console]:
    it = await Console.open(tmp_path, SystemClock())
    yield it
    await it.close()


def target_on(server: S3Server, **changes: Any) -> StorageTarget:
    values = {"id": "t1", "name": "Shows", "vendor": 11, "region": 0, "bucket": BUCKET}
    return StorageTarget.model_validate(
        {**values, "prefix": ("shows",), "endpoint": server.endpoint, **changes}
    )


def project_with(*targets: StorageTarget) -> Project:
    return Project(id="p1", name="P", app_id="a" * 32, customer_id="c", storage=targets)


def contents(folder: Path) -> list[str]:
    return [path.read_bytes().decode("latin-1") for path in folder.rglob("*") if path.is_file()]


async def test_kept_keys_prove_the_target_and_a_read_key_reads_back(
    console: Console, server: S3Server
) -> None:
    target = target_on(server)
    project = project_with(target)
    await console.projects.save(
        project,
        SecretStr("customer-secret"),
        {"t1": server.keys["writer"]},
        Keep.RUN,
        read_keys={"t1": server.keys["reader"]},
    )
    assert console.probe_path(project, target, NAME) == f"{BUCKET}/shows/{NAME}"
    probed = await console.probe(project, target, NAME)
    assert (probed.problem, probed.may_read, probed.left_behind) == (None, True, True)
    assert "may look" in await console.probe_read_key(project, target)
    typed = await console.probe(project, target, NAME, server.keys["owner"], server.keys["owner"])
    assert (typed.may_read, typed.left_behind) == (True, False)
    await console.projects.save(project, None, {}, Keep.RUN, read_keys={"t1": None})
    with pytest.raises(LookupError, match="no read key"):
        await console.probe_read_key(project, target)
    with pytest.raises(NoPermissionError):
        await console.probe_read_key(project, target, server.keys["stranger"])


async def test_what_cannot_be_reached_is_said_before_anything_is_written(
    console: Console, server: S3Server
) -> None:
    gone = target_on(server, vendor=0)
    assert isinstance(console.probe_path(project_with(gone), gone, NAME), Problem)


async def test_the_same_bucket_of_another_store_gets_no_key_of_this_one(
    console: Console, server: S3Server
) -> None:
    project = project_with(target_on(server))
    await console.projects.lend(project, SecretStr("customer-secret"), {"t1": server.keys["owner"]})
    await console.projects.save_read_keys("p1", "t1", server.keys["reader"], Keep.RUN)
    here = {
        "vendor": 11,
        "region": 0,
        "bucket": BUCKET,
        "extensionParams": {"endpoint": server.endpoint},
    }
    reader = await console.buckets.reader_of_config(project, here)
    assert reader is not None
    await reader.close()
    elsewhere = {**here, "extensionParams": {"endpoint": "https://elsewhere.example.com"}}
    assert await console.buckets.reader_of_config(project, elsewhere) is None


async def test_no_key_is_left_in_log_or_folder(
    console: Console, server: S3Server, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    secret = "wrong-secret-key-" + "w" * 23
    access, _ = server.keys["owner"]
    target = target_on(server)
    with caplog.at_level(logging.DEBUG):
        probed = await console.probe(
            project_with(target), target, NAME, (access, SecretStr(secret))
        )
        assert probed.refused
    logged = [each.getMessage() for each in caplog.records if not each.name.startswith("moto")]
    said = [*logged, repr(probed), *contents(tmp_path)]
    assert all(key not in text for text in said for key in (secret, access.get_secret_value()))
    assert secret not in console.redactor.text(f"It was {secret}.")


async def test_a_certificate_is_proved_in_its_shape_alone(console: Console) -> None:
    project = project_with()
    await console.projects.test_certificate(project, CERTIFICATE)
    with pytest.raises(TokenError):
        await console.projects.test_certificate(project, SecretStr("short"))
    await console.projects.save(project, None, {}, Keep.RUN, CERTIFICATE)
    await console.projects.test_certificate(project, None)


async def test_a_write_that_is_given_up_is_taken_back(server: S3Server) -> None:
    begun, go_on = asyncio.Event(), asyncio.Event()

    class Slow(Bucket):
        async def write(self, name: str, data: bytes) -> None:
            begun.set()
            await go_on.wait()
            await super().write(name, data)

    bucket = Slow(server.place(), ("slow",), server.keys["owner"])
    running = asyncio.ensure_future(probe(bucket, NAME))
    await begun.wait()
    running.cancel()
    go_on.set()
    await asyncio.wait({running})
    assert running.cancelled()
    assert (await bucket.list()).objects == ()
    await bucket.close()


async def test_a_removal_is_not_cut_in_two(server: S3Server) -> None:
    begun = asyncio.Event()

    class Slow(Bucket):
        async def delete(self, name: str) -> None:
            begun.set()
            await super().delete(name)

    bucket = Slow(server.place(), ("slow",), server.keys["owner"])
    running = asyncio.ensure_future(probe(bucket, NAME))
    await begun.wait()
    running.cancel()
    await asyncio.wait({running})
    assert running.cancelled()
    assert (await bucket.list()).objects == ()
    await bucket.close()
