"""`token build` and `token read`, in the terminal."""

from __future__ import annotations

import base64
import json
import zlib
from pathlib import Path
from typing import Any

import pytest

from tests.unit.commands.conftest import Run

DATA = json.loads((Path(__file__).parents[2] / "data" / "tokens.json").read_text("utf-8"))
APP_ID, CERTIFICATE = DATA["app_id"], DATA["app_certificate"]
BUILD = ("token", "build", "--channel", "town-hall", "--uid", "4001")


@pytest.fixture
def keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AGORA_APP_ID", APP_ID)
    monkeypatch.setenv("AGORA_APP_CERTIFICATE", CERTIFICATE)


def read(console: Run, token: str) -> dict[str, Any]:
    ended = console("token", "read", "--json", token)
    assert ended.code == 0
    facts: dict[str, Any] = json.loads(ended.out)
    return facts


@pytest.mark.usefixtures("keys")
@pytest.mark.parametrize(("life", "left"), [("24h", "23:59:"), ("90m", "1:29:"), ("1s", "")])
def test_a_token_is_for_channel_uid_and_time_that_were_asked(
    console: Run, life: str, left: str
) -> None:
    ended = console(*BUILD, "--life", life)
    token = ended.out.strip()

    assert (ended.code, ended.err, ended.out.count("\n")) == (0, "", 1)
    assert token.startswith("007")
    assert CERTIFICATE not in token
    assert CERTIFICATE.encode() not in zlib.decompress(base64.b64decode(token[3:]))
    facts = read(console, token)
    assert (facts["version"], facts["appId"]) == ("007", APP_ID)
    assert (facts["channel"], facts["uid"]) == ("town-hall", "4001")
    assert any("join" in name for name in facts["privileges"])
    assert facts["left"].startswith(left)


@pytest.mark.parametrize("missing", ["AGORA_APP_ID", "AGORA_APP_CERTIFICATE"])
@pytest.mark.usefixtures("keys")
def test_without_keys_nothing_is_built(
    console: Run, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    monkeypatch.delenv(missing)

    ended = console(*BUILD)

    assert (ended.code, ended.out) == (2, "")
    assert ended.err.endswith(".\n")


@pytest.mark.usefixtures("keys")
@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--uid", "0"), "The UID is a whole number from 1 to 4294967295"),
        (("--uid", "4294967296"), "The UID is a whole number from 1 to 4294967295"),
        (("--uid", "anna"), "The UID is a whole number from 1 to 4294967295"),
        (("--channel", ""), "channel"),
        (("--life", "0"), "A token lives 1 to 86400 s"),
        (("--life", "86401s"), "A token lives 1 to 86400 s"),
        (("--life", "soon"), "is not a duration"),
    ],
)
def test_what_cannot_be_built_gets_a_sentence(
    console: Run, arguments: tuple[str, ...], sentence: str
) -> None:
    ended = console(*BUILD, *arguments)

    assert (ended.code, ended.out) == (2, "")
    assert sentence in ended.err
    assert CERTIFICATE not in ended.err


def test_a_bad_certificate_is_not_repeated(console: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AGORA_APP_ID", APP_ID)
    monkeypatch.setenv("AGORA_APP_CERTIFICATE", "certificate-of-nobody")

    ended = console(*BUILD)

    assert ended.code == 2
    assert "of-nobody" not in ended.err


@pytest.mark.parametrize("vector", DATA["vectors"], ids=lambda vector: vector["name"])
def test_every_published_token_is_read_without_a_key(console: Run, vector: dict[str, Any]) -> None:
    facts = read(console, vector["token"])

    assert facts["version"] == vector["token"][:3]
    assert facts["appId"] == APP_ID
    assert facts["left"] == "expired"


@pytest.mark.usefixtures("keys")
def test_a_token_comes_from_stdin_and_is_told_to_a_person(console: Run) -> None:
    token = console(*BUILD).out

    ended = console("token", "read", "-", stdin=token.encode())
    rows = dict(line.split(maxsplit=1) for line in ended.out.splitlines())

    assert ended.code == 0
    assert rows["channel"] == "town-hall"
    assert rows["expires"].endswith("Z")


@pytest.mark.parametrize(
    "token", ["", "x", "007", "007!!!", "006" + APP_ID, "007eJx", "005abc", "007" + "A" * 200_000]
)
def test_what_is_no_token_gets_a_sentence(console: Run, token: str) -> None:
    ended = console("token", "read", "-", stdin=token.encode())

    assert (ended.code, ended.out) == (2, "")
    assert ended.err.endswith(".\n")
    assert len(ended.err) < 200


@pytest.mark.parametrize("arguments", [["token"], ["token", "build"], ["token", "melt"]])
def test_a_command_line_that_makes_no_sense_ends_with_2(console: Run, arguments: list[str]) -> None:
    assert console(*arguments).code == 2
