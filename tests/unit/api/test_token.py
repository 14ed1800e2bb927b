"""RTC tokens: published vectors compared as unpacked bytes, and hostile ones."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import struct
import time
import zlib
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from agora_console.api.token import (
    JOIN,
    MAX_TEXT,
    TokenError,
    TokenInfo,
    build_token,
    read_token,
)

DATA = json.loads((Path(__file__).parents[2] / "data" / "tokens.json").read_text("utf-8"))
VECTORS: dict[str, dict[str, Any]] = {vector["name"]: vector for vector in DATA["vectors"]}
APP_ID, CERTIFICATE = DATA["app_id"], DATA["app_certificate"]
CHANNEL, ISSUED = DATA["channel"], DATA["issued_at"]


def unpacked(token: str) -> bytes:
    return zlib.decompress(base64.b64decode(token[3:]))


def repacked(payload: bytes) -> str:
    return "007" + base64.b64encode(zlib.compress(payload)).decode()


def blob(data: bytes) -> bytes:
    return struct.pack("<H", len(data)) + data


def rtc_payload(uid: str, privileges: dict[str, int], salt: int = 1) -> bytes:
    """The format, written down once more: 007 for one RTC service."""
    body = struct.pack("<HH", 1, len(privileges))
    for number, seconds in sorted(privileges.items()):
        body += struct.pack("<HI", int(number), seconds)
    body += blob(CHANNEL.encode()) + blob(uid.encode())
    head = struct.pack("<IIIH", ISSUED, DATA["expire"], salt, 1)
    info = blob(APP_ID.encode()) + head + body
    key = hmac.new(struct.pack("<I", ISSUED), CERTIFICATE.encode(), hashlib.sha256).digest()
    key = hmac.new(struct.pack("<I", salt), key, hashlib.sha256).digest()
    return blob(hmac.new(key, info, hashlib.sha256).digest()) + info


@pytest.mark.parametrize("name", [name for name, v in VECTORS.items() if "uid" in v])
def test_the_format_is_the_published_one(name: str) -> None:
    vector = VECTORS[name]
    payload = rtc_payload(vector["uid"], vector["privileges"])
    assert payload.hex() == vector["payload_hex"]
    assert unpacked(vector["token"]) == payload


@pytest.mark.parametrize("name", VECTORS)
def test_a_published_token_is_read(name: str) -> None:
    vector = VECTORS[name]
    info = read_token(vector["token"])
    assert info.version == "007"
    assert info.app_id == APP_ID
    assert info.issued_at == ISSUED
    assert info.expires_at == ISSUED + DATA["expire"]
    assert info.channel == CHANNEL
    assert info.uid == vector["read"]["uid"]
    assert [service.name for service in info.services] == vector["read"]["services"]
    assert dict(info.privileges) == vector["read"]["privileges"]
    assert info.complete


def test_a_token_says_whom_and_what_it_is_for() -> None:
    info = read_token(VECTORS["rtc_int_uid"]["token"])
    assert info.is_for_channel(CHANNEL)
    assert not info.is_for_channel(CHANNEL.upper())
    assert info.is_for_uid("2882341273")
    assert not info.is_for_uid("7")
    assert read_token(VECTORS["rtc_uid_0"]["token"]).is_for_uid("7")


def test_a_join_privilege_that_ends_first_ends_the_recording() -> None:
    info = read_token(repacked(rtc_payload("7", {"1": 60})))
    assert info.usable_until == ISSUED + 60
    assert info.expires_at == ISSUED + 600


def test_a_token_is_built_that_opens_the_channel_for_the_recorder_alone() -> None:
    before = int(time.time())
    token = build_token(APP_ID, SecretStr(CERTIFICATE), "town-hall", "3190774421", 7200)
    info = read_token(token)
    assert info.issued_at is not None
    assert before <= info.issued_at <= time.time()
    assert info.expires_at == info.usable_until == info.issued_at + 7200
    assert (info.app_id, info.channel, info.uid) == (APP_ID, "town-hall", "3190774421")
    assert list(info.privileges) == [JOIN]


def test_a_built_token_carries_the_signature_of_the_certificate() -> None:
    payload = unpacked(build_token(APP_ID, SecretStr(CERTIFICATE), "town-hall", "7", 60))
    signature, info = payload[2:34], payload[34:]
    issued, _life, salt = struct.unpack_from("<III", info, 34)
    key = hmac.new(struct.pack("<I", issued), CERTIFICATE.encode(), hashlib.sha256).digest()
    key = hmac.new(struct.pack("<I", salt), key, hashlib.sha256).digest()
    assert hmac.new(key, info, hashlib.sha256).digest() == signature


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"app_id": "invalid"}, "App ID has 32 digits .* 7 characters"),
        ({"app_id": "z" * 32}, "App ID has 32 digits"),
        ({"certificate": SecretStr("z" * 32)}, "App Certificate has 32 digits"),
        ({"certificate": SecretStr("")}, "App Certificate has 32 digits"),
        ({"cname": ""}, "name of the channel"),
        ({"uid": "0"}, "from 1 to 4294967295, not “0”"),
        ({"uid": "007"}, "not “007”"),
        ({"uid": "4294967296"}, "not “4294967296”"),
        ({"seconds": 0}, "not 0 s"),
        ({"seconds": 86_401}, "not 86401 s"),
    ],
)
def test_what_cannot_become_a_token_is_said_in_a_sentence(
    change: dict[str, Any], sentence: str
) -> None:
    given: dict[str, Any] = {
        "app_id": APP_ID,
        "certificate": SecretStr(CERTIFICATE),
        "cname": "town-hall",
        "uid": "7",
        "seconds": 60,
    }
    with pytest.raises(TokenError, match=sentence):
        build_token(**(given | change))


@pytest.mark.parametrize("uid", ["1", "4294967295"])
@pytest.mark.parametrize("seconds", [1, 86_400])
def test_the_limits_are_inside(uid: str, seconds: int) -> None:
    assert read_token(build_token(APP_ID, SecretStr(CERTIFICATE), "c", uid, seconds)).uid == uid


def test_an_empty_answer_of_agoras_builder_is_no_token(monkeypatch: pytest.MonkeyPatch) -> None:
    build_token(APP_ID, SecretStr(CERTIFICATE), "c", "7", 60)  # loads the package
    from agoraiotools.AccessToken2 import AccessToken

    monkeypatch.setattr(AccessToken, "build", lambda _self: "")
    with pytest.raises(TokenError, match="builder refused"):
        build_token(APP_ID, SecretStr(CERTIFICATE), "c", "7", 60)


def token_006(
    channel: str = "town-hall",
    uid: str = "7",
    expires: int = 1_781_600_000,
    privileges: dict[int, int] | None = None,
) -> str:
    members = {1: 1_781_550_000} if privileges is None else privileges
    message = struct.pack("<IIH", 5, expires, len(members))
    for key, moment in members.items():
        message += struct.pack("<HI", key, moment)
    crc = [zlib.crc32(text.encode()) for text in (channel, uid)]
    content = blob(b"s" * 32) + struct.pack("<II", *crc) + blob(message)
    return f"006{APP_ID}{base64.b64encode(content).decode()}"


def test_a_006_token_is_read_as_far_as_it_tells() -> None:
    info = read_token(token_006())
    assert (info.version, info.app_id, info.issued_at) == ("006", APP_ID, None)
    assert (info.channel, info.uid) == (None, None)
    assert info.expires_at == 1_781_600_000
    assert info.usable_until == 1_781_550_000


def test_a_006_token_knows_its_channel_and_uid_when_asked() -> None:
    info = read_token(token_006())
    assert info.is_for_channel("town-hall")
    assert not info.is_for_channel("other")
    assert info.is_for_uid("7")
    assert not info.is_for_uid("8")
    assert read_token(token_006(uid="")).is_for_uid("8")


def test_a_006_privilege_without_a_time_lasts_as_long_as_the_token() -> None:
    info = read_token(token_006(privileges={1: 0, 1000: 9}))
    assert dict(info.privileges) == {JOIN: 1_781_600_000, "1000": 9}


def test_spaces_around_a_pasted_token_do_not_matter() -> None:
    assert read_token(f"  {token_006()}\n").version == "006"


def test_a_service_of_an_unknown_kind_hides_those_behind_it() -> None:
    payload = rtc_payload("7", {"1": 0}).replace(
        struct.pack("<IIIH", ISSUED, 600, 1, 1), struct.pack("<IIIH", ISSUED, 600, 1, 3)
    )
    info = read_token(repacked(payload + struct.pack("<HH", 99, 0) + struct.pack("<HH", 4, 0)))
    assert not info.complete
    assert [service.name for service in info.services] == ["rtc"]


def test_a_token_without_an_rtc_service_opens_no_channel() -> None:
    head = blob(b"s" * 32) + blob(APP_ID.encode()) + struct.pack("<IIIH", ISSUED, 600, 1, 1)
    info = read_token(repacked(head + struct.pack("<HHHI", 2, 1, 1, 600) + blob(b"somebody")))
    assert (info.channel, info.uid, dict(info.privileges)) == (None, None, {})
    assert not info.is_for_channel("town-hall")
    assert not info.is_for_uid("7")


GOOD = VECTORS["rtc_int_uid"]["token"]
BOMB = repacked(b"\0" * 10_000_000)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "no token to read"),
        ("   ", "no token to read"),
        ("008abc", "begins with other digits"),
        ("007", "damaged"),
        ("007invalid", "damaged"),
        ("007ä", "damaged"),
        ("006", "damaged"),
        ("006invalid", "damaged"),
        (GOOD[:-20], "damaged"),
        (GOOD + "AAAA", "damaged"),
        (repacked(b""), "damaged"),
        (repacked(b"\xff\xff"), "damaged"),
        (repacked(rtc_payload("7", {"1": 0})[:-3]), "damaged"),
        (repacked(blob(b"s") + blob(b"\xff" * 32)), "damaged"),
        (repacked(blob(b"s") + blob(b"x" * 32) + struct.pack("<IIIH", 1, 1, 1, 0)), "App ID"),
        (BOMB, "damaged"),
        ("007" + "A" * MAX_TEXT, "no token: it has"),
    ],
)
def test_what_is_no_token_gets_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(TokenError, match=sentence):
        read_token(text)


def test_a_sentence_about_a_token_does_not_quote_it() -> None:
    with pytest.raises(TokenError) as caught:
        read_token(GOOD[:-20])
    assert GOOD[10:20] not in repr(caught.value)
    assert caught.value.__suppress_context__


def test_what_is_read_does_not_show_the_sums_of_a_006_token() -> None:
    assert "crc" not in repr(read_token(token_006()))
    assert isinstance(read_token(token_006()), TokenInfo)
