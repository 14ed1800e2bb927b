"""An exchange as a cURL line that a shell understands."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys

import pytest

from agora_console.api import wire
from agora_console.api.curl import curl
from agora_console.api.exchange import Exchange
from agora_console.api.redact import Redactor
from agora_console.domain.secrets import Secret, StartSecrets
from tests.unit.api.doubles import CREDENTIALS, SECRETS

DOCUMENT = {
    "mode": "mix",
    "clientRequest": {
        "storageConfig": {"vendor": 1, "region": 0, "bucket": "it's"},
        "recordingConfig": {"channelType": 0, "decryptionMode": 8},
    },
}


def exchange(method: str = "POST", request: str | None = None) -> Exchange:
    body = wire.start_body("town-hall ä", "7", DOCUMENT, SECRETS)
    return Exchange(
        at=0.0,
        operation="start",
        method=method,
        base_url="https://api.agora.io",
        path="/v1/apps/a/cloud_recording/resourceid/r'1/mode/mix/start",
        attempt=1,
        request=Redactor().dumps(body) if request is None else request,
    )


def run(command: str, **variables: str) -> list[str]:
    """What curl would be called with, by a real shell; arguments are printed one a line."""
    show = "import sys, json; print(json.dumps(sys.argv[1:]))"
    probe = f'curl() {{ {shlex.quote(sys.executable)} -c "{show}" "$@"; }}; '
    done = subprocess.run(
        ["/bin/sh", "-c", probe + command],
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=True,
    )
    arguments = json.loads(done.stdout)
    assert isinstance(arguments, list)
    return arguments


posix = pytest.mark.skipif(os.name != "posix", reason="a POSIX shell is needed")


@posix
def test_the_shell_reads_secrets_from_the_environment() -> None:
    arguments = run(
        curl(exchange()),
        AGORA_CUSTOMER_ID="me",
        AGORA_CUSTOMER_SECRET="p w",
        AGORA_STORAGE_ACCESS_KEY="AK",
        AGORA_STORAGE_SECRET_KEY="SK",
        AGORA_TOKEN="007x",
        AGORA_STORAGE_STS_TOKEN="STS",
        AGORA_CHANNEL_SECRET="CS",
        AGORA_CHANNEL_SALT="SALT",
    )
    assert arguments[:5] == ["--request", "POST", exchange().url, "--user", "me:p w"]
    assert arguments[5:8] == ["--header", "Content-Type: application/json", "--data-raw"]
    request = json.loads(arguments[8])
    assert request["cname"] == "town-hall ä"
    assert request["clientRequest"] == {
        "token": "007x",
        "storageConfig": {
            "vendor": 1,
            "region": 0,
            "bucket": "it's",
            "accessKey": "AK",
            "secretKey": "SK",
            "stsToken": "STS",
        },
        "recordingConfig": {"channelType": 0, "decryptionMode": 8, "secret": "CS", "salt": "SALT"},
    }


def test_the_line_holds_no_secret_by_default() -> None:
    line = curl(exchange())
    assert CREDENTIALS.customer_secret.get_secret_value() not in line
    assert "storage" not in line.replace("storageConfig", "")


@posix
def test_secrets_stand_in_the_line_on_an_explicit_choice_only() -> None:
    arguments = run(curl(exchange(), CREDENTIALS, SECRETS))
    assert "customer-77:quite/secret+word" in arguments
    assert json.loads(arguments[-1]) == wire.start_body("town-hall ä", "7", DOCUMENT, SECRETS)


def test_a_question_has_no_body() -> None:
    assert "--data" not in curl(exchange("GET", request=""))


@posix
def test_a_push_address_comes_from_the_environment() -> None:
    request = '{"outputs": [{"rtmpUrl": "rtmp://h/app/***"}]}'
    arguments = run(curl(exchange(request=request)), AGORA_RTMP_URL="rtmp://h/app/key")
    assert json.loads(arguments[-1]) == {"outputs": [{"rtmpUrl": "rtmp://h/app/key"}]}


@posix
def test_a_push_address_stands_in_the_line_on_an_explicit_choice() -> None:
    request = '{"outputs": [{"rtmpUrl": "rtmp://h/app/***"}]}'
    secrets = StartSecrets(rtmp_url=Secret("rtmp://h/app/key"))
    arguments = run(curl(exchange(request=request), CREDENTIALS, secrets))
    assert json.loads(arguments[-1]) == {"outputs": [{"rtmpUrl": "rtmp://h/app/key"}]}


@posix
def test_a_request_that_is_no_json_is_quoted_as_it_is() -> None:
    assert run(curl(exchange(request="it's $HOME")))[-1] == "it's $HOME"


@posix
@pytest.mark.parametrize("value", ["$(touch x)", "`id`", "a'b\"c", "\\u0000", "@0@HOME@0@"])
def test_nothing_in_a_value_is_run_by_the_shell(value: str) -> None:
    line = curl(exchange(request=json.dumps({"cname": value})))
    assert json.loads(run(line)[-1]) == {"cname": value}
