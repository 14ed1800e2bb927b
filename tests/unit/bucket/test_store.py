"""A folder of a real S3 server: what can be done in it, and a sentence for what cannot."""

from __future__ import annotations

import asyncio
import hashlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from agora_console.bucket.download import download
from agora_console.bucket.errors import (
    BucketError,
    BusyError,
    ChangedError,
    MissingBucketError,
    NoPermissionError,
    NoRouteError,
    NotThereError,
    NoWayError,
    UnclearError,
    WrongClockError,
    WrongKeyError,
    WrongRegionError,
)
from agora_console.bucket.places import local_place, place_of
from agora_console.bucket.store import Bucket
from tests.support.s3 import S3Server, error_reply, odd_server, s3_server


@pytest.fixture(scope="module")
def server() -> Iterator[S3Server]:
    with s3_server() as it:
        yield it


async def test_a_folder_lists_reads_and_removes_what_lies_in_it(server: S3Server) -> None:
    async with server.open(prefix=("one", "two")) as bucket:
        for name in ("sid_a.ts", "sid_b.ts", "bak0_sid_a.ts", "deep/sid_c.ts"):
            await bucket.write(name, name.encode())
        listing = await bucket.list("sid_")
        assert [(each.name, each.size) for each in listing.objects] == [
            ("sid_a.ts", 8),
            ("sid_b.ts", 8),
        ]
        assert listing.complete
        assert len((await bucket.list()).objects) == 4
        assert not (await bucket.list(limit=2)).complete
        assert await bucket.read("sid_a.ts", 4, 2) == b"a."
        assert (await bucket.head("sid_a.ts")).etag == hashlib.md5(b"sid_a.ts").hexdigest()
        await bucket.delete("sid_a.ts")
        with pytest.raises(NotThereError):
            await bucket.head("sid_a.ts")
        with pytest.raises(NotThereError):
            await bucket.read("sid_a.ts")
        assert bucket.path_of("x") == "recordings/one/two/x"
        assert bucket.url_of("x y").endswith("/recordings/one/two/x%20y")
    async with server.open(prefix=("one",)) as above:
        assert {each.name for each in (await above.list()).objects} >= {"two/sid_b.ts"}


async def test_a_signed_address_opens_one_object(server: S3Server) -> None:
    async with server.open() as bucket:
        await bucket.write("a.ts", b"1")
        signed = await bucket.sign("a.ts", 60)
        assert "X-Amz-Signature" in signed.get_secret_value()
        assert "Signature" not in str(signed)
        with pytest.raises(ValueError, match="604800"):
            await bucket.sign("a.ts", 10**7)


@pytest.mark.parametrize(
    "name", ["../a", "a/../../b", "/etc/hostname", "a\\b", "a//b", "./a", "a\nb", "x" * 2000]
)
async def test_no_name_leaves_the_folder(tmp_path: Path, name: str) -> None:
    bucket = Bucket(local_place(tmp_path))
    for work in (bucket.read, bucket.head, bucket.list, bucket.delete):
        with pytest.raises(NoWayError, match="leaves the folder"):
            await work(name)
    await bucket.close()


NOBODY = (SecretStr("AKIANOBODY0000000000"), SecretStr("s" * 40))


async def test_each_refusal_has_its_own_sentence_and_no_key_in_it(server: S3Server) -> None:
    access, _ = server.keys["owner"]
    cases: list[tuple[type[BucketError], str | tuple[SecretStr, SecretStr], str]] = [
        (WrongKeyError, NOBODY, "recordings"),
        (WrongKeyError, (access, SecretStr("t" * 40)), "recordings"),
        (MissingBucketError, "owner", "no-such-bucket"),
        (NoPermissionError, "stranger", "recordings"),
    ]
    sentences = []
    for kind, keys, name in cases:
        async with server.open(keys, name) as bucket:
            with pytest.raises(kind):
                await bucket.write("x", b"1")
            for work in (bucket.list, bucket.read):
                with pytest.raises(kind) as refused:
                    await work("x")
                assert refused.value.__context__ is None
                assert refused.value.problem.action
                assert all(
                    text not in f"{refused.value} {refused.value.problem}"
                    for text in ("127.0.0.1", access.get_secret_value(), "Signature=")
                )
            sentences.append(str(refused.value))
    assert sentences == [
        "The store does not know this access key.",
        "The secret key does not belong to the access key.",
        "There is no bucket of this name at this store.",
        "The key may not read the object.",
    ]


async def test_a_look_without_permission_says_what_a_read_says(server: S3Server) -> None:
    access, _ = server.keys["owner"]
    async with server.open((access, SecretStr("t" * 40))) as bucket:
        with pytest.raises(WrongKeyError):
            await bucket.head("x")


REGION = "x-amz-bucket-region: eu-west-1\r\n"


@pytest.mark.parametrize(
    ("reply", "kind", "words"),
    [
        (error_reply("301 Moved", "PermanentRedirect", "", REGION), WrongRegionError, "eu-west-1"),
        (
            error_reply(
                "400 Bad", "AuthorizationHeaderMalformed", "is wrong; expecting 'eu-west-2'"
            ),
            WrongRegionError,
            "eu-west-2",
        ),
        (
            error_reply("403 No", "AccessDenied", "must be addressed using the specified endpoint"),
            WrongRegionError,
            "not say where",
        ),
        (error_reply("403 No", "RequestTimeTooSkewed"), WrongClockError, "clock"),
        (
            error_reply("403 No", "AuthenticationFailed", "Request date header too old"),
            WrongClockError,
            "clock",
        ),
        (error_reply("403 No", "ExpiredToken"), WrongKeyError, "temporary"),
        (error_reply("403 No", ""), NoPermissionError, "may not"),
        (error_reply("503 Slow", "SlowDown"), BusyError, "fewer"),
        (error_reply("418 Tea", "Teapot"), UnclearError, "Teapot"),
        (b"", NoRouteError, "broke"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nabc", NoRouteError, "broke"),
        (None, NoRouteError, "in time"),
    ],
)
async def test_what_a_store_answers_is_told_apart(
    reply: bytes | None, kind: type[BucketError], words: str
) -> None:
    async with odd_server(lambda _: reply) as endpoint:
        place = place_of(11, 0, "recordings", endpoint)
        bucket = Bucket(place, (), NOBODY, patience=0.4)
        with pytest.raises(kind, match=words):
            await bucket.read("x")
        await bucket.close()


async def test_a_listing_that_is_no_listing_is_not_an_empty_folder() -> None:
    page = b"<html>Sign in</html>"
    reply = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
    async with odd_server(lambda _: reply % (len(page), page)) as endpoint:
        bucket = Bucket(place_of(11, 0, "recordings", endpoint), (), NOBODY, patience=2.0)
        with pytest.raises(UnclearError):
            await bucket.list("x")
        await bucket.close()


async def test_nobody_listening_is_no_route() -> None:
    bucket = Bucket(place_of(11, 0, "recordings", "http://127.0.0.1:1"), (), NOBODY)
    with pytest.raises(NoRouteError, match="refused"):
        await bucket.list("x")
    await bucket.close()


# --- a folder of this machine -----------------------------------------------------------


async def test_a_local_folder_is_a_bucket_too(tmp_path: Path) -> None:
    (tmp_path / "shows").mkdir()
    (tmp_path / "shows" / "sid_1.ts").write_bytes(b"12345")
    (tmp_path / "shows" / "other.ts").write_bytes(b"1")
    bucket = Bucket(local_place(tmp_path), ("shows",))
    assert [each.name for each in (await bucket.list("sid_")).objects] == ["sid_1.ts"]
    assert (await bucket.head("sid_1.ts")).size == 5
    with pytest.raises(NoWayError):
        await bucket.sign("sid_1.ts", 60)
    await bucket.close()


def names_in(folder: Path) -> list[str]:
    return [each.name for each in folder.iterdir()]


FETCH = """
import asyncio, pathlib, sys
from agora_console.bucket.download import download
from agora_console.bucket.places import local_place
from agora_console.bucket.store import Bucket

def told(done, size):
    if done >= 30_000:
        print("here", flush=True)
        sys.stdin.read()

bucket = Bucket(local_place(pathlib.Path(sys.argv[1])))
asyncio.run(download(bucket, "show.mp4", pathlib.Path(sys.argv[2]), told, chunk=10_000))
"""
"""A program that fetches a file and waits in the middle of it."""


# --- downloads --------------------------------------------------------------------------


async def test_a_download_goes_on_where_it_was_cut_off(server: S3Server, tmp_path: Path) -> None:
    data = bytes(range(256)) * 40
    target = tmp_path / "show.mp4"
    async with server.open() as bucket:
        await bucket.write("show.mp4", data)
        await bucket.write("old.mp4", b"old")

        class Cut(Exception):
            pass

        def cut(done: int, size: int) -> None:
            if done >= 6000:
                raise Cut

        with pytest.raises(Cut):
            await download(bucket, "show.mp4", target, cut, chunk=2000)
        assert target.with_name("show.mp4.part").stat().st_size == 6000
        seen: list[tuple[int, int]] = []
        got = await download(
            bucket, "show.mp4", target, lambda *each: seen.append(each), chunk=2000
        )
        assert seen[0] == (6000, len(data))
        assert seen[-1] == (len(data), len(data))
        assert target.read_bytes() == data
        assert got.sha256 == hashlib.sha256(data).hexdigest()
        assert got.proved
        assert names_in(tmp_path) == ["show.mp4"]


async def test_a_download_whose_process_is_killed_goes_on_there(tmp_path: Path) -> None:
    data = bytes(range(256)) * 400
    (tmp_path / "stored").mkdir()
    (tmp_path / "stored" / "show.mp4").write_bytes(data)
    target = tmp_path / "show.mp4"
    child = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", FETCH, str(tmp_path / "stored"), str(target)),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert child.stdout is not None
    assert (await child.stdout.readline()).strip() == b"here"
    child.kill()
    await child.wait()
    bucket = Bucket(local_place(tmp_path / "stored"))
    seen: list[int] = []
    await download(bucket, "show.mp4", target, lambda done, _: seen.append(done), chunk=10_000)
    await bucket.close()
    assert seen[0] == 30_000
    assert target.read_bytes() == data


async def test_a_whole_file_is_not_fetched_again_and_another_one_is_kept(
    server: S3Server, tmp_path: Path
) -> None:
    target = tmp_path / "twice.mp4"
    async with server.open() as bucket:
        await bucket.write("twice.mp4", b"12345")
        first = await download(bucket, "twice.mp4", target)
        seen: list[int] = []
        again = await download(bucket, "twice.mp4", target, lambda *each: seen.append(1))
        assert (again, seen) == (first, [])
        for other in (b"54321", b"longer than that"):
            target.write_bytes(other)
            with pytest.raises(OSError, match="is kept"):
                await download(bucket, "twice.mp4", target)
            assert target.read_bytes() == other


async def test_a_part_of_another_object_is_not_gone_on_with(
    server: S3Server, tmp_path: Path
) -> None:
    target = tmp_path / "show.mp4"
    target.with_name("show.mp4.part").write_bytes(b"zz")
    async with server.open() as bucket:
        await bucket.write("show.mp4", b"12345")
        assert (await download(bucket, "show.mp4", target)).size == 5
        assert target.read_bytes() == b"12345"
        await bucket.write("empty.ts", b"")
        assert (await download(bucket, "empty.ts", tmp_path / "empty.ts")).size == 0


async def test_a_file_that_is_replaced_meanwhile_is_not_whole(
    server: S3Server, tmp_path: Path
) -> None:
    async with server.open() as bucket:
        await bucket.write("live.m3u8", b"12345")

        class Replacing(Bucket):
            async def read(self, name: str, offset: int = 0, size: int | None = None) -> bytes:
                data = await super().read(name, offset, size)
                await self.write(name, b"67890")
                return data

        replaced = Replacing(server.place(), bucket.prefix, server.keys["owner"])
        with pytest.raises(ChangedError):
            await download(replaced, "live.m3u8", tmp_path / "live.m3u8")
        await replaced.close()
    assert not (tmp_path / "live.m3u8").exists()


# --- the library ------------------------------------------------------------------------


def test_the_library_is_imported_by_the_first_look_alone() -> None:
    code = (
        "import sys, agora_console.bucket.store, agora_console.bucket.download; "
        "sys.exit('opendal' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_process_that_ends_right_after_a_look_is_not_aborted(tmp_path: Path) -> None:
    (tmp_path / "a.ts").write_bytes(b"1")
    code = (
        "import asyncio, pathlib, sys\n"
        "from agora_console.bucket.places import local_place\n"
        "from agora_console.bucket.store import Bucket\n"
        "async def main():\n"
        "    bucket = Bucket(local_place(pathlib.Path(sys.argv[1])))\n"
        "    for _ in range(5): await bucket.list()\n"
        "    await bucket.close()\n"
        "asyncio.run(main())\n"
    )
    ended = [
        subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False).returncode
        for _ in range(2)
    ]
    assert ended == [0] * 2
