"""What is shown of a request before it is sent."""

from __future__ import annotations

import json

import pytest
from pydantic import SecretStr

from agora_console.api.wire import start_body
from agora_console.domain.secrets import StartSecrets
from agora_console.services.start.request_preview import HIDDEN, request_preview
from tests.support.configs import individual, mix

SECRETS = StartSecrets(
    access_key=SecretStr("AKIA-access"), secret_key=SecretStr("the-secret"), token=SecretStr("007t")
)


@pytest.mark.parametrize("document", [mix(), individual()])
def test_the_preview_is_the_request_but_for_the_secrets(document: dict[str, object]) -> None:
    shown = json.dumps(request_preview("room", "1", document, SECRETS)["start"])
    sent = json.dumps(start_body("room", "1", document, SECRETS))
    for secret in (SECRETS.access_key, SECRETS.secret_key, SECRETS.token):
        assert secret is not None
        sent = sent.replace(json.dumps(secret.get_secret_value()), json.dumps(HIDDEN))
    assert shown == sent


def test_a_secret_that_is_not_given_is_not_shown() -> None:
    start = request_preview("room", "1", mix(), StartSecrets())["start"]
    assert HIDDEN not in json.dumps(start, ensure_ascii=False)


def test_acquire_says_the_scene_and_the_control_window() -> None:
    document = {**mix(), "acquire": {"resourceExpiredHour": 48}}
    request = request_preview("room", "1", document, SECRETS)["acquire"]["clientRequest"]
    assert request == {"scene": 0, "resourceExpiredHour": 48}


def test_a_document_that_can_be_no_request_is_refused_with_a_sentence() -> None:
    with pytest.raises(ValueError, match="clientRequest has to be a JSON object"):
        request_preview("room", "1", {"mode": "mix", "clientRequest": "x"}, SECRETS)
