"""The last guard knows a secret from a mask."""

from __future__ import annotations

from typing import Any

import pytest

from agora_console.journal.errors import SecretRefusedError
from agora_console.journal.guard import refuse_secrets

NAMES = ["accessKey", "secretKey", "token", "secret", "salt", "stsToken", "customer_secret"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "wrap",
    [
        lambda pair: pair,
        lambda pair: {"clientRequest": {"storageConfig": pair}},
        lambda pair: {"list": [1, pair]},
    ],
)
def test_a_secret_is_found_at_any_depth(name: str, wrap: Any) -> None:
    with pytest.raises(SecretRefusedError, match=name):
        refuse_secrets(wrap({name: "hush-hush"}), "entry")


@pytest.mark.parametrize(
    "text",
    [
        '{"token": "hush-hush"}',
        'HTTP 400: {"token":"hush-hush", "uid": ',
        r"{\"body\": \"{\\\"token\\\": \\\"hush-hush\\\"}\"}",
        '{"Authorization": "Basic aHVzaDpodXNo"}',
    ],
)
def test_a_secret_is_found_in_json_inside_a_text(text: str) -> None:
    with pytest.raises(SecretRefusedError):
        refuse_secrets({"request": text}, "entry")


@pytest.mark.parametrize(
    "mask", ["", "***", "•••• 1234", "…1234", "[redacted]", "<hidden>", "Basic ***"]
)
def test_a_mask_may_be_written(mask: str) -> None:
    refuse_secrets({"secretKey": mask, "request": f'{{"secretKey": "{mask}"}}'}, "entry")


@pytest.mark.parametrize(
    "harmless",
    [
        {"token": True, "salt": None, "secret": 3},
        {"tokenExpires": "2026-01-01", "decryptionMode": 7, "text": "the token is wrong"},
        [1, None, {"uid": "4711"}],
        "token: expired",
    ],
)
def test_what_only_sounds_like_a_secret_may_be_written(harmless: Any) -> None:
    refuse_secrets(harmless, "entry")


def test_the_refusal_names_the_place_and_not_the_value() -> None:
    with pytest.raises(SecretRefusedError) as refused:
        refuse_secrets({"request": {"token": "hush-hush"}}, "entry")

    assert "entry.request.token" in refused.value.problem.sentence
    assert "hush-hush" not in repr(refused.value.problem)
