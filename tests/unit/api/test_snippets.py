"""A request as an HTTPie command and as a Python script: both run, neither holds a secret."""

from __future__ import annotations

import json
import shlex
import subprocess
from types import ModuleType
from typing import Any

import pytest

from agora_console.api.curl import VARIABLES
from agora_console.api.exchange import Exchange
from agora_console.api.redact import MASK
from agora_console.api.snippets import httpie, httpx_script

URL = "https://api.agora.io/v1/apps/a/cloud_recording/resourceid/r/mode/mix/start"
BODY: dict[str, Any] = {
    "cname": 'O\'Neill "live"',
    "uid": "527841",
    "clientRequest": {
        "token": MASK,
        "recordingConfig": {"maxIdleTime": 30, "secret": MASK, "odd": None, "yes": True},
        "storageConfig": {"vendor": 1, "accessKey": MASK, "secretKey": MASK, "empty": {}},
        "list": ["a", 1.5, []],
    },
}
START = Exchange(0.0, "start", "POST", URL, "", 1, json.dumps(BODY))
QUERY = Exchange(0.0, "query", "GET", URL.replace("start", "query"), "", 1, "")
ENVIRONMENT = {name: f"value of {name}" for name in VARIABLES.values()} | {
    "AGORA_CUSTOMER_ID": "me",
    "AGORA_CUSTOMER_SECRET": "pass",
}


def ran(script: str, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What a script asks httpx to send."""
    sent: dict[str, Any] = {}

    class Reply:
        status_code, text = 200, "{}"

    def request(method: str, url: str, **more: Any) -> Reply:
        sent.update(more, method=method, url=url)
        return Reply()

    stand_in = ModuleType("httpx")
    stand_in.request = request  # type: ignore[attr-defined]
    monkeypatch.setitem(__import__("sys").modules, "httpx", stand_in)
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    exec(compile(script, "script", "exec"), {})
    return sent


def filled() -> dict[str, Any]:
    """The body with every mask replaced by its variable's value."""
    body: dict[str, Any] = json.loads(json.dumps(BODY))
    request = body["clientRequest"]
    request["token"] = ENVIRONMENT["AGORA_TOKEN"]
    request["recordingConfig"]["secret"] = ENVIRONMENT["AGORA_CHANNEL_SECRET"]
    request["storageConfig"]["accessKey"] = ENVIRONMENT["AGORA_STORAGE_ACCESS_KEY"]
    request["storageConfig"]["secretKey"] = ENVIRONMENT["AGORA_STORAGE_SECRET_KEY"]
    return body


def test_the_script_sends_the_same_request_with_secrets_of_the_environment(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sent = ran(httpx_script(START), monkeypatch)
    assert capsys.readouterr().out == "200 {}\n"
    assert (sent["method"], sent["url"], sent["auth"]) == ("POST", URL, ("me", "pass"))
    assert sent["json"] == filled()


def test_a_script_without_a_body_sends_none(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sent = ran(httpx_script(QUERY), monkeypatch)
    assert capsys.readouterr().out
    assert sent["method"] == "GET"
    assert not {"json", "content"} & set(sent)


@pytest.mark.parametrize(("body", "sent_as"), [("{cut", b"{cut"), ('[NaN, "é"]', None)])
def test_a_body_that_is_odd_is_sent_as_it_is(
    body: str,
    sent_as: bytes | None,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    sent = ran(httpx_script(Exchange(0.0, "start", "POST", URL, "", 1, body)), monkeypatch)
    assert capsys.readouterr().out
    assert sent.get("content") == sent_as
    assert sent_as or sent["json"][1] == "é"


def test_the_httpie_command_is_one_command_in_a_shell() -> None:
    shown = subprocess.run(
        ["/bin/sh", "-c", f"http() {{ printf '%s\\n' \"$@\"; }}\n{httpie(START)}"],
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    assert shown[:4] == ["--ignore-stdin", "--auth", "me:pass", "--raw"]
    assert json.loads(shown[4]) == filled()
    assert shown[5:] == ["POST", URL, "Content-Type: application/json"]


def test_a_query_has_no_body_in_httpie() -> None:
    words = shlex.split(httpie(QUERY).replace("\\\n", " "))
    assert words[-2:] == ["GET", QUERY.url]
    assert "--raw" not in words
