"""Did the files arrive: probes and looks into a real S3 server, by keys of different rights."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from agora_console.bucket.errors import NoPermissionError, NoWayError
from agora_console.bucket.store import Bucket
from agora_console.domain.evidence.facts import StopAccepted, StopSent
from agora_console.domain.files.verdict import Verdict
from agora_console.domain.session import FileEntry, Phase, Session, Uploading
from agora_console.services.files.arrival import LOOKS, Arrivals
from agora_console.services.files.buckets import Buckets
from agora_console.services.files.probe import probe, probe_name
from agora_console.services.setup.projects import Projects
from agora_console.services.tasks import Tasks
from agora_console.settings.projects import Project, StorageTarget
from agora_console.settings.store import Settings
from agora_console.vault.keyring_vault import Keep, Vault, VaultAbsentError
from tests.support.s3 import BUCKET, PREFIX, S3Server, s3_server
from tests.unit.services.bench import Bench, bench, running

SID = "5f" * 16
SERVERS = ("botocore", "moto", "urllib3", "werkzeug")
STEM = f"{SID}_town-hall"
LIST = f"{STEM}.m3u8"
SLICES = [f"{STEM}_202606011200{n:02}000.ts" for n in (0, 15, 30)]


@pytest.fixture(scope="module")
def server() -> Iterator[S3Server]:
    with s3_server() as it:
        yield it


def text_of(*names: str) -> bytes:
    entries = "".join(f"#EXTINF:15.0,\n{each}\n" for each in names)
    return f"#EXTM3U\n{entries}#EXT-X-ENDLIST\n".encode()


def a_session(prefix: str, server: S3Server, **changes: Any) -> Session:
    storage = {
        "vendor": 11,
        "region": 0,
        "bucket": BUCKET,
        "fileNamePrefix": [prefix],
        "extensionParams": {"endpoint": server.endpoint},
    }
    config = {"mode": "mix", "clientRequest": {"storageConfig": storage}}
    files = [FileEntry(file_name=f"{prefix}/{LIST}")]
    return running(**{"sid": SID, "config": config, "files": files, **changes})


class Stage:
    """A recording on the bench, and the folder that it records into."""

    def __init__(self, it: Bench, bucket: Bucket, server: S3Server, prefix: str) -> None:
        self.it = it
        self.bucket = bucket
        self.tasks = Tasks()
        self.user: Any = "reader"

        async def open_bucket(_: Session) -> Bucket:
            return Bucket(server.place(), (prefix,), server.keys[self.user], patience=5.0)

        self.arrivals = Arrivals(it.book, it.clock, self.tasks, open_bucket, lambda _: True)

    async def put(self, **objects: bytes) -> None:
        for name, data in objects.items():
            await self.bucket.write(name, data)

    async def end(self) -> None:
        """What Agora's answer to stop does, and what comes of it."""
        now = self.it.clock.now()
        for fact in (StopSent(now), StopAccepted(now, Uploading.UPLOADED)):
            await self.it.book.apply(self.it.session.id, fact)
        await self.tasks.ended(f"arrival:{self.it.session.id}")


OnStage = Callable[[str, Callable[[Stage], Awaitable[None]]], Awaitable[Bench]]


@pytest.fixture
def on_stage(server: S3Server, tmp_path: Path) -> OnStage:
    async def play(prefix: str, scene: Callable[[Stage], Awaitable[None]]) -> Bench:
        async with (
            server.open(prefix=(prefix,)) as bucket,
            bench(tmp_path, a_session(prefix, server)) as it,
        ):
            stage = Stage(it, bucket, server, prefix)
            try:
                await scene(stage)
            finally:
                await stage.tasks.close()
            return it

    return play


async def test_a_whole_recording_is_safe_at_the_first_look(
    on_stage: OnStage, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)

    async def scene(stage: Stage) -> None:
        await stage.put(**{LIST: text_of(*SLICES)}, **dict.fromkeys(SLICES, b"ts"))
        stage.arrivals.follow()
        await stage.end()
        assert stage.it.clock.slept == [LOOKS[0]]
        after = await stage.it.on_disk()
        assert (after.phase, after.over) == (Phase.SAFE, True)
        assert after.arrival is not None
        assert after.arrival.files == 4
        seen = stage.arrivals.looked(after.id)
        assert seen is not None
        assert seen.named == set(SLICES)
        assert seen.sizes[SLICES[0]] == 2
        entries = await stage.it.book.entries(after.id)
        (note,) = [each for each in entries if each.kind == "note"]
        assert note.text.startswith("Bucket: SAFE. 4 files found")
        # The server is in this process, and tells what it is asked.
        ours = [r.getMessage() for r in caplog.records if not r.name.startswith(SERVERS)]
        told = f"{ours} {entries} {after.to_json()}"
        assert all(
            secret not in told
            for secret in ("Signature", "X-Amz", stage.bucket._keys[1].get_secret_value())  # type: ignore[index]
        )

    await on_stage("whole", scene)


async def test_a_backup_that_arrives_later_is_waited_for(on_stage: OnStage) -> None:
    late = LIST.replace(".m3u8", "_1780_0.m3u8")

    async def scene(stage: Stage) -> None:
        await stage.put(**dict.fromkeys(SLICES[:2], b"ts"))
        seen: list[Verdict] = []

        def watch(session_id: str) -> None:
            arrival = stage.it.session.arrival
            assert arrival is not None
            seen.append(arrival.verdict)
            if len(seen) == 2:
                stage.tasks.start("late", stage.put(**{late: text_of(*SLICES), SLICES[2]: b"ts"}))

        stage.arrivals.found.subscribe(watch)
        stage.arrivals.follow()
        await stage.end()
        assert seen[:2] == [Verdict.INCOMPLETE] * 2
        assert seen[-1] is Verdict.SAFE
        assert len(seen) in (3, 4)  # the third look may be quicker than the upload
        assert stage.it.session.phase is Phase.SAFE

    await on_stage("late", scene)


async def test_what_never_arrives_is_looked_for_five_times(on_stage: OnStage) -> None:
    async def scene(stage: Stage) -> None:
        await stage.put(**{LIST: text_of(*SLICES)}, **dict.fromkeys(SLICES[1:], b"ts"))
        stage.arrivals.follow()
        began = stage.it.clock.now()
        await stage.end()
        assert stage.it.clock.now() - began == pytest.approx(LOOKS[-1])
        notes = [e for e in await stage.it.book.entries("s1") if e.kind == "note"]
        assert len(notes) == len(LOOKS)
        after = stage.it.session
        assert after.phase is Phase.FILES_LISTED
        assert SLICES[0] in after.cause

    await on_stage("never", scene)


@pytest.mark.parametrize(
    ("objects", "words"),
    [
        ({LIST: text_of(*SLICES), SLICES[0]: b"", SLICES[1]: b"1", SLICES[2]: b"1"}, "is empty"),
        ({LIST: text_of(*SLICES)[:-60], **dict.fromkeys(SLICES, b"1")}, "does not name"),
        ({LIST: b"garbage", **dict.fromkeys(SLICES, b"1")}, "cannot be read"),
        ({LIST: b"", **dict.fromkeys(SLICES, b"1")}, "is empty"),
        (
            {LIST: text_of("https://evil.example/a.ts", "../../a.ts", LIST)},
            "3 addresses outside",
        ),
    ],
)
async def test_what_is_wrong_is_named(
    on_stage: OnStage, objects: dict[str, bytes], words: str
) -> None:
    async def scene(stage: Stage) -> None:
        await stage.put(**objects)
        arrival = await stage.arrivals.look("s1")
        assert arrival.verdict is Verdict.INCOMPLETE
        assert any(words in each for each in arrival.wrong)

    await on_stage(f"wrong{abs(hash(words)) % 10**6}{len(objects)}", scene)


async def test_a_part_of_another_server_counts_and_its_loss_too(on_stage: OnStage) -> None:
    part = f"bak0_{STEM}_20260601130000000.ts"

    async def scene(stage: Stage) -> None:
        await stage.put(**{LIST: text_of(*SLICES)}, **dict.fromkeys(SLICES, b"ts"))
        await stage.put(**{f"bak0_{LIST}": text_of(part), part: b"1"})
        await stage.put(**{f"bak0_{'6e' * 16}_x.m3u8": b"of another recording"})
        assert (await stage.arrivals.look("s1")).files == 6
        await stage.bucket.delete(part)
        assert part in (await stage.arrivals.look("s1")).sentence

    await on_stage("moved", scene)


async def test_who_may_not_look_knows_nothing(on_stage: OnStage) -> None:
    async def scene(stage: Stage) -> None:
        stage.user = "writer"
        stage.arrivals.look_now("s1")
        stage.arrivals.look_now("s1")
        assert stage.arrivals.looking("s1")
        await stage.tasks.ended("look:s1")
        arrival = stage.it.session.arrival
        assert arrival is not None
        assert arrival.verdict is Verdict.UNKNOWN
        assert arrival.sentence == "Nobody could look. The key may not list the folder."
        assert stage.it.session.phase is Phase.RECORDING

    await on_stage("secret", scene)


async def test_after_a_restart_missed_looks_are_one_and_old_recordings_rest(
    on_stage: OnStage,
) -> None:
    async def scene(stage: Stage) -> None:
        await stage.end()  # nobody follows yet
        stage.it.clock.not_before(stage.it.clock.now() + LOOKS[3] + 1.0)
        stage.arrivals.follow()
        await stage.tasks.ended("arrival:s1")
        notes = [e for e in await stage.it.book.entries("s1") if e.kind == "note"]
        assert len(notes) == 2  # that of 15 min at once, that of 60 min at its time
        other = Arrivals(
            stage.it.book, stage.it.clock, stage.tasks, stage.arrivals._open_bucket, lambda _: True
        )
        other.follow()
        assert not stage.tasks.running("arrival:s1")

    await on_stage("restart", scene)


# --- probe ------------------------------------------------------------------------------


async def test_a_probe_proves_all_and_leaves_nothing(server: S3Server) -> None:
    async with server.open() as bucket:
        name = probe_name()
        result = await probe(bucket, name)
        assert result.path == f"{BUCKET}/{PREFIX[0]}/{name}"
        assert (result.problem, result.may_read, result.left_behind) == (None, True, False)
        assert not (await bucket.list("agora-console-probe")).objects


async def test_a_key_that_may_only_write_proves_that_part(server: S3Server) -> None:
    async with server.open("writer") as bucket:
        result = await probe(bucket, "agora-console-probe-1.txt")
        assert (result.problem, result.may_read, result.left_behind) == (None, False, True)
        assert "A separate read key can." in result.sentences[1]
        assert "remove it by hand" in result.sentences[2]
        async with server.open("reader") as reader:
            assert (await probe(bucket, "agora-console-probe-2.txt", reader)).may_read


@pytest.mark.parametrize(
    ("keys", "bucket", "words"),
    [
        ((SecretStr("AKIANOBODY0000000000"), SecretStr("s" * 40)), BUCKET, "access key"),
        ("owner", "no-such-bucket", "no bucket of this name"),
        ("stranger", BUCKET, "may not write"),
    ],
)
async def test_a_probe_says_what_keeps_agora_from_writing(
    server: S3Server, keys: Any, bucket: str, words: str
) -> None:
    async with server.open(keys, bucket) as it:
        result = await probe(it, "agora-console-probe-3.txt")
        assert result.problem is not None
        assert words in result.problem.sentence
        assert result.path in result.sentences[0]


# --- which bucket, which keys -----------------------------------------------------------


def a_target(server: S3Server, **changes: Any) -> StorageTarget:
    values = {"id": "t1", "name": "Shows", "vendor": 11, "region": 0, "bucket": BUCKET}
    return StorageTarget.model_validate(
        {**values, "prefix": ("shows",), "endpoint": server.endpoint, **changes}
    )


async def projects_with(folder: Path, project: Project, keys: dict[str, Any]) -> Projects:
    async def prove(*_: object) -> None: ...

    projects = Projects(Settings(folder), Vault(), remember=lambda _: None, prove=prove)
    await projects.lend(project, SecretStr("customer-secret"), keys)
    return projects


async def test_a_session_is_looked_into_with_the_read_key_of_its_target(
    server: S3Server, tmp_path: Path
) -> None:
    target = a_target(server)
    project = Project(id="p1", name="P", app_id="a" * 32, customer_id="c", storage=(target,))
    projects = await projects_with(tmp_path, project, {"t1": server.keys["stranger"]})
    buckets = Buckets(projects)
    session = a_session("shows", server)
    bucket = await buckets.of_session(session)
    with pytest.raises(NoPermissionError):
        await bucket.list(SID)
    await bucket.close()
    await projects.save_read_keys("p1", "t1", server.keys["reader"], Keep.RUN)
    for opened in (
        await buckets.of_session(session),
        await buckets.reader_of(project, target),
    ):
        assert opened is not None
        await opened.list(SID)
        await opened.close()
    await projects.save_read_keys("p1", "t1", None, Keep.RUN)
    assert await buckets.reader_of(project, target) is None
    typed = await buckets.of_target(project, target, server.keys["owner"])
    assert (await probe(typed, "agora-console-probe-4.txt")).problem is None
    await typed.close()


async def test_without_a_target_or_its_keys_nobody_looks(server: S3Server, tmp_path: Path) -> None:
    target = a_target(server)
    project = Project(id="p1", name="P", app_id="a" * 32, customer_id="c", storage=(target,))
    buckets = Buckets(await projects_with(tmp_path, project, {}))
    session = a_session("shows", server)
    with pytest.raises(VaultAbsentError):
        await buckets.of_session(session)
    with pytest.raises(VaultAbsentError):
        await buckets.of_target(project, target)
    with pytest.raises(LookupError, match="No storage target"):
        await buckets.of_session(session.model_copy(update={"project_id": "gone"}))
    with pytest.raises(NoWayError):
        await buckets.of_session(running(sid=SID))


async def test_behind_a_simulator_there_is_its_folder_or_nothing(
    server: S3Server, tmp_path: Path
) -> None:
    project = Project(
        id="p1", name="P", app_id="a" * 32, customer_id="c", api_url="http://127.0.0.1:9"
    )
    projects = await projects_with(tmp_path, project, {})
    session = a_session("shows", server)
    assert not Buckets(projects).can_look(session)
    with pytest.raises(NoWayError, match="simulator"):
        await Buckets(projects).of_session(session)
    buckets = Buckets(projects, tmp_path / "files")
    assert buckets.can_look(session)
    place = tmp_path / "files" / BUCKET / "shows"
    place.mkdir(parents=True)
    (place / LIST).write_bytes(b"1")
    bucket = await buckets.of_session(session)
    assert [each.name for each in (await bucket.list(SID)).objects] == [LIST]
    await bucket.close()
