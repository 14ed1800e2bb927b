"""Handing an order to the console that owns the folder: proven both ways, limited, never lost."""

from __future__ import annotations

import asyncio
import json
import socket
import stat
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr

from agora_console.services.errands.errand import (
    Errand,
    Lent,
    Record,
    Stop,
    read_message,
    to_message,
)
from agora_console.services.errands.handover import client, host, lines
from agora_console.services.errands.handover.client import (
    OwnerGoneError,
    OwnerSilentError,
    can_be_reached,
    raise_owner,
    reach,
)
from agora_console.services.errands.handover.host import SOCKET, hosting
from agora_console.services.errands.handover.note import read_note, write_note
from agora_console.services.events import Say
from agora_console.settings.folders import ENDPOINT

Work = Callable[[dict[str, Any], Say, asyncio.Event], Awaitable[int]]

ORDER = {"kind": "stop", "key": "sid"}


async def obliging(order: dict[str, Any], say: Say, halted: asyncio.Event) -> int:
    say("heard", order)
    return 7


async def until_halted(order: dict[str, Any], say: Say, halted: asyncio.Event) -> int:
    say("waiting", {})
    await halted.wait()
    return 3


async def for_ever(order: dict[str, Any], say: Say, halted: asyncio.Event) -> int:
    say("waiting", {})
    await asyncio.Event().wait()
    return 0


class Heard:
    """What was said, and a wait for the first of it."""

    def __init__(self) -> None:
        self.events: list[tuple[str, dict[str, Any]]] = []
        self.first = asyncio.Event()

    def say(self, event: str, facts: dict[str, Any]) -> None:
        self.events.append((event, facts))
        self.first.set()


async def owner_of(folder: Path) -> client.Owner:
    owner = await reach(folder)
    assert owner is not None
    return owner


def names_in(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


# --- an order --------------------------------------------------------------------------


@pytest.mark.parametrize("loopback", [False, True], ids=["unix", "loopback"])
async def test_the_owner_carries_out_an_order_and_everything_comes_back(
    tmp_path: Path, loopback: bool
) -> None:
    heard = Heard()
    async with hosting(tmp_path, obliging, loopback=loopback):
        assert await (await owner_of(tmp_path)).carry_out(ORDER, heard.say) == 7
    assert heard.events == [("heard", ORDER)]


async def test_orders_are_carried_out_side_by_side(tmp_path: Path) -> None:
    halted, waiting = asyncio.Event(), Heard()
    async with hosting(tmp_path, until_halted):
        first = asyncio.ensure_future(
            (await owner_of(tmp_path)).carry_out(ORDER, waiting.say, halted)
        )
        await waiting.first.wait()
        already = asyncio.Event()
        already.set()
        assert await (await owner_of(tmp_path)).carry_out(ORDER, Heard().say, already) == 3
        assert not first.done()
        halted.set()
        assert await first == 3


async def test_an_order_goes_on_when_whoever_gave_it_is_gone(tmp_path: Path) -> None:
    begun, go_on, ended = asyncio.Event(), asyncio.Event(), asyncio.Event()

    async def work(order: dict[str, Any], say: Say, halted: asyncio.Event) -> int:
        begun.set()
        await go_on.wait()
        say("late", {"words": "x" * 1000})
        assert not halted.is_set()
        ended.set()
        return 0

    async with hosting(tmp_path, work):
        order = asyncio.ensure_future((await owner_of(tmp_path)).carry_out(ORDER, Heard().say))
        await begun.wait()
        order.cancel()
        await asyncio.gather(order, return_exceptions=True)
        go_on.set()
        await asyncio.wait_for(ended.wait(), 10)


async def test_raise_is_an_order_that_somebody_has_to_obey(tmp_path: Path) -> None:
    async def window(order: dict[str, Any], say: Say, halted: asyncio.Event) -> int:
        return 0 if order == {"kind": "raise", "file": ""} else 2

    assert not await raise_owner(tmp_path)
    async with hosting(tmp_path, window):
        assert await raise_owner(tmp_path)
    async with hosting(tmp_path, obliging):
        assert not await raise_owner(tmp_path)


# --- an owner that ends, hangs, or is none -------------------------------------------------


async def test_an_owner_that_ends_in_the_middle_is_told_from_one_that_refuses(
    tmp_path: Path,
) -> None:
    waiting = Heard()
    async with hosting(tmp_path, for_ever):
        order = asyncio.ensure_future((await owner_of(tmp_path)).carry_out(ORDER, waiting.say))
        await waiting.first.wait()
    with pytest.raises(OwnerGoneError):
        await order
    assert await reach(tmp_path) is None
    assert names_in(tmp_path) == []


async def test_an_owner_without_a_sign_of_life_is_silent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(host, "BEAT", 60.0)
    monkeypatch.setattr(client, "SILENCE", 0.05)
    async with hosting(tmp_path, for_ever):
        with pytest.raises(OwnerSilentError):
            await (await owner_of(tmp_path)).carry_out(ORDER, Heard().say)


async def test_signs_of_life_keep_a_long_order_from_looking_hung(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(host, "BEAT", 0.02)
    monkeypatch.setattr(client, "SILENCE", 0.4)
    beats, enough = 0, asyncio.Event()
    write = lines.Lines.write

    def count(self: lines.Lines, value: Mapping[str, Any]) -> None:
        nonlocal beats
        beats += value == {}
        if beats > 40:
            enough.set()
        write(self, value)

    monkeypatch.setattr(lines.Lines, "write", count)

    async def work(order: dict[str, Any], say: Say, halted: asyncio.Event) -> int:
        await enough.wait()
        return 0

    async with hosting(tmp_path, work):
        assert await (await owner_of(tmp_path)).carry_out(ORDER, Heard().say) == 0


Answer = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def stranger(folder: Path, answer: Answer) -> AsyncIterator[None]:
    """Somebody else listens where the note says that the owner does."""
    done = asyncio.Event()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError):  # whoever was answered may hang up in the middle of it
            await answer(reader, writer)
        await done.wait()
        writer.close()

    server = await asyncio.start_unix_server(serve, path=folder / SOCKET)
    write_note(folder, path=str(folder / SOCKET))
    try:
        yield
    finally:
        done.set()
        server.close()
        await server.wait_closed()


async def test_a_hung_owner_is_silent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def hang(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        pass

    monkeypatch.setattr(client, "PATIENCE", 0.05)
    async with stranger(tmp_path, hang):
        with pytest.raises(OwnerSilentError):
            await reach(tmp_path)
        assert await can_be_reached(tmp_path)
        assert not await raise_owner(tmp_path)


@pytest.mark.parametrize(
    "reply",
    [
        {"agora-console": 1, "nonce": "n", "proof": "guessed"},
        {"agora-console": 1, "nonce": "n"},
        {"agora-console": 1, "nonce": 5, "proof": "ü"},
        {"HTTP": "200"},
        [],
        "x" * 2_000_000,
        None,
    ],
    ids=["proof", "no proof", "types", "other", "list", "huge", "closed"],
)
async def test_nobody_who_cannot_prove_the_token_gets_an_order(
    tmp_path: Path, reply: object
) -> None:
    received = bytearray()

    async def pretend(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        received.extend(await reader.readline())
        if reply is not None:
            writer.write(json.dumps(reply).encode() + b"\n")
        writer.close()
        received.extend(await reader.read())

    async with stranger(tmp_path, pretend):
        assert await reach(tmp_path) is None
    assert set(json.loads(received)) == {"agora-console", "nonce"}


async def test_another_version_of_the_protocol_is_no_reason_to_wait(tmp_path: Path) -> None:
    async def newer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b'{"agora-console": 2}\n')

    async with stranger(tmp_path, newer):
        with pytest.raises(OwnerSilentError):
            await reach(tmp_path)


@pytest.mark.parametrize("rubbish", [b"rubbish\n", b"[1]\n", b'{"end": "0"}\n', b'{"event": 1}\n'])
async def test_an_owner_that_talks_rubbish_is_gone(tmp_path: Path, rubbish: bytes) -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        note = read_note(tmp_path)
        assert note is not None
        nonce = json.loads(await reader.readline())["nonce"]
        hello = {"agora-console": 1, "proof": note.proof("owner", nonce), "nonce": "n"}
        writer.write(json.dumps(hello).encode() + b"\n" + rubbish)
        writer.close()

    async with stranger(tmp_path, talk):
        with pytest.raises(OwnerGoneError):
            await (await owner_of(tmp_path)).carry_out(ORDER, Heard().say)


# --- guests that are no guests -------------------------------------------------------------


async def talk(folder: Path, *what: bytes) -> bytes:
    """Say this to the owner; what came back until it hung up."""
    reader, writer = await asyncio.open_unix_connection(str(folder / SOCKET))
    for each in what:
        writer.write(each)
    try:
        return await asyncio.wait_for(reader.read(), 10)
    except ConnectionError:
        return b""
    finally:
        writer.close()


HELLO = b'{"agora-console": 1, "nonce": "n"}\n'


@pytest.mark.parametrize(
    "said",
    [
        [b"GET / HTTP/1.1\r\n\r\n"],
        [b"[" * 100_000 + b"\n"],
        [b"{" + b" " * 2_000_000 + b"}\n"],
        [b"\xff\xfe\n"],
        [b"[]\n"],
        [b"{}\n"],
        [b'{"agora-console": 2, "nonce": "n"}\n'],
        [b'{"agora-console": 1, "nonce": []}\n'],
        [HELLO, b'{"order": {"kind": "stop"}}\n'],
        [HELLO, b'{"proof": "guessed", "order": {"kind": "stop"}}\n'],
        [HELLO, b'{"proof": null, "order": {"kind": "stop"}}\n'],
        [HELLO, b"rubbish\n"],
    ],
)
async def test_a_stranger_orders_nothing_and_disturbs_nobody(
    tmp_path: Path, said: list[bytes]
) -> None:
    orders: list[object] = []

    async def work(order: dict[str, Any], say: Say, halted: asyncio.Event) -> int:
        orders.append(order)
        return 0

    async with hosting(tmp_path, work):
        answer = await talk(tmp_path, *said)
        assert orders == []
        assert b"event" not in answer
        assert await (await owner_of(tmp_path)).carry_out(ORDER, Heard().say) == 0
    assert orders == [ORDER]


async def test_somebody_who_says_nothing_is_shown_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(host, "PATIENCE", 0.05)
    async with hosting(tmp_path, obliging):
        assert await talk(tmp_path) == b""


async def test_more_guests_than_there_are_places_are_turned_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(host, "GUESTS", 1)
    waiting = Heard()
    halted = asyncio.Event()
    async with hosting(tmp_path, until_halted):
        order = asyncio.ensure_future(
            (await owner_of(tmp_path)).carry_out(ORDER, waiting.say, halted)
        )
        await waiting.first.wait()
        assert await reach(tmp_path) is None
        halted.set()
        assert await order == 3


async def test_somebody_who_does_not_read_is_cut_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines, "WAITING", 100_000)
    flooded = asyncio.Event()

    async def flood(order: dict[str, Any], say: Say, halted: asyncio.Event) -> int:
        for _ in range(100):
            say("water", {"words": "x" * 100_000})
            await asyncio.sleep(0)
        flooded.set()
        return 0

    async with hosting(tmp_path, flood):
        note = read_note(tmp_path)
        assert note is not None
        reader, writer = await asyncio.open_unix_connection(str(tmp_path / SOCKET), limit=1000)
        writer.write(HELLO)
        nonce = json.loads(await reader.readline())["nonce"]
        reply = {"proof": note.proof("guest", nonce), "order": ORDER}
        writer.write(json.dumps(reply).encode() + b"\n")
        await asyncio.wait_for(flooded.wait(), 10)
        writer.close()


# --- where it listens ------------------------------------------------------------------------


async def test_note_and_socket_are_for_their_owner_alone(tmp_path: Path) -> None:
    async with hosting(tmp_path, obliging):
        assert names_in(tmp_path) == [ENDPOINT, SOCKET]
        assert [mode_of(tmp_path / name) for name in (ENDPOINT, SOCKET)] == [0o600, 0o600]


async def test_a_note_that_others_may_read_is_not_believed(tmp_path: Path) -> None:
    async with hosting(tmp_path, obliging):
        (tmp_path / ENDPOINT).chmod(0o644)
        assert await reach(tmp_path) is None


async def test_a_copy_of_a_folder_is_not_the_folder(tmp_path: Path) -> None:
    original, copy = tmp_path / "original", tmp_path / "copy"
    copy.mkdir()
    original.mkdir()
    async with hosting(original, obliging):
        (copy / ENDPOINT).write_bytes((original / ENDPOINT).read_bytes())
        (copy / ENDPOINT).chmod(0o600)
        assert await reach(copy) is None
        assert await can_be_reached(original)


NOTE = {"token": "t" * 64, "folder": "", "path": "/tmp/x", "port": 0}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "null",
        "{" * 10_000,
        "x" * 100_000,
        json.dumps({}),
        json.dumps({**NOTE, "extra": 1}),
        json.dumps({**NOTE, "token": "short"}),
        json.dumps({**NOTE, "token": 5}),
        json.dumps({**NOTE, "path": ["/tmp/x"]}),
        json.dumps({**NOTE, "port": True}),
        json.dumps({**NOTE, "path": "", "port": 0}),
        json.dumps({**NOTE, "path": "", "port": 70_000}),
        json.dumps({**NOTE, "port": 80}),
        json.dumps({**NOTE, "folder": 5}),
        json.dumps(NOTE),
    ],
)
async def test_a_note_that_makes_no_sense_is_no_note(tmp_path: Path, text: str) -> None:
    (tmp_path / ENDPOINT).write_text(text)
    (tmp_path / ENDPOINT).chmod(0o600)
    assert read_note(tmp_path) is None


async def test_what_a_killed_owner_left_behind_is_replaced(tmp_path: Path) -> None:
    left = socket.socket(socket.AF_UNIX)
    left.bind(str(tmp_path / SOCKET))
    left.close()
    stale = write_note(tmp_path, path=str(tmp_path / SOCKET))
    assert await reach(tmp_path) is None
    async with hosting(tmp_path, obliging):
        assert read_note(tmp_path) != stale
        assert await can_be_reached(tmp_path)


@pytest.fixture
def short() -> Iterator[Path]:
    """A folder with a path short enough for a socket; that of a test need not be."""
    with tempfile.TemporaryDirectory(prefix="agora-") as name:
        yield Path(name)


async def test_a_folder_too_deep_for_a_socket_is_reached_all_the_same(
    tmp_path: Path, short: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(short))
    deep = tmp_path / ("d" * 90) / ("e" * 90)
    deep.mkdir(parents=True)
    async with hosting(deep, obliging):
        assert await (await owner_of(deep)).carry_out(ORDER, Heard().say) == 7
        (folder,) = names_in(short)
        assert mode_of(short / folder) == 0o700
    assert names_in(short) == []


async def test_what_a_killed_owner_left_elsewhere_is_swept(tmp_path: Path, short: Path) -> None:
    elsewhere = short / "agora-console-left"
    elsewhere.mkdir()
    left = socket.socket(socket.AF_UNIX)
    left.bind(str(elsewhere / SOCKET))
    left.close()
    folder = tmp_path / "data"
    write_note(folder, path=str(elsewhere / SOCKET))
    async with hosting(folder, obliging):
        assert not elsewhere.exists()


async def test_a_note_never_leads_to_the_removal_of_a_file(tmp_path: Path) -> None:
    precious = tmp_path / "agora-console-x" / SOCKET
    precious.parent.mkdir()
    precious.write_text("kept")
    folder = tmp_path / "data"
    write_note(folder, path=str(precious))
    async with hosting(folder, obliging):
        pass
    assert precious.read_text() == "kept"


async def test_a_console_that_cannot_listen_works_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    short = tmp_path / "s"
    folder = tmp_path / "data"
    (folder / ENDPOINT).mkdir(parents=True)
    short.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(short))
    async with hosting(folder, obliging):
        assert await reach(folder) is None
    assert names_in(folder) == [ENDPOINT]
    assert names_in(short) == []


# --- the message -----------------------------------------------------------------------------

RECORD = Record(
    session="s" * 32,
    channel="town-hall",
    uid="7",
    config={"mode": "mix", "clientRequest": {"recordingConfig": {"maxIdleTime": 30}}},
    seconds=30.0,
    secrets={"secret_key": SecretStr("SECRET-KEY"), "token": SecretStr("TOKEN")},
    lent=Lent(app_id="a" * 32, customer_id="c", customer_secret=SecretStr("CUSTOMER")),
)


@pytest.mark.parametrize("errand", [RECORD, Stop(key="sid")])
def test_an_errand_arrives_as_it_was_sent(errand: Errand) -> None:
    assert read_message(json.loads(json.dumps(to_message(errand)))) == errand


def test_an_errand_shows_no_secret_of_its_own() -> None:
    for shown in (repr(RECORD), str(RECORD), RECORD.model_dump_json()):
        assert not [word for word in ("SECRET-KEY", "TOKEN", "CUSTOMER") if word in shown]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=9,
)


@given(st.dictionaries(st.sampled_from(["kind", "key", "lent", "all", "x"]), json_values))
def test_any_message_is_an_errand_or_none(message: dict[str, Any]) -> None:
    read_message(message)


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"kind": "format"},
        {"kind": "stop"},
        {"kind": "stop", "key": 5},
        {"kind": "record", "session": "s", "channel": "c", "config": []},
        {"kind": "sessions", "all": "yes"},
        {"kind": "stop", "key": "s", "lent": {"app_id": "a"}},
    ],
)
def test_a_message_that_says_too_little_is_no_errand(message: dict[str, Any]) -> None:
    assert read_message(message) is None
