"""Secrets: masked, and taken out of what somebody pastes."""

from __future__ import annotations

from enum import Enum

import pytest
from pydantic import SecretStr

from agora_console.domain.config import take_secrets
from agora_console.domain.secrets import Credentials, StartSecrets, given, is_secret_key
from tests.support.configs import full_mix, mix, storage


def test_secrets_are_masked_wherever_they_are_shown() -> None:
    credentials = Credentials("app", "customer", SecretStr("hunter2"))
    secrets = StartSecrets(access_key=SecretStr("hunter2"))

    assert "hunter2" not in f"{credentials} {secrets!r} {secrets.access_key}"
    assert credentials.customer_secret.get_secret_value() == "hunter2"


def test_only_the_given_secrets_are_listed() -> None:
    secrets = StartSecrets(token=SecretStr("t"), salt=SecretStr("s"))

    assert [name for name, _ in given(secrets)] == ["token", "salt"]


def test_secrets_are_taken_out_of_a_document() -> None:
    document = full_mix()
    request = document["clientRequest"]
    request["token"] = "t"
    request["storageConfig"] |= {"accessKey": "a", "secretKey": "k", "stsToken": "s"}
    request["recordingConfig"] |= {"secret": "c", "salt": "x"}

    left, secrets = take_secrets(document)

    assert left == full_mix()
    assert {name: value.get_secret_value() for name, value in given(secrets)} == {
        "access_key": "a",
        "secret_key": "k",
        "token": "t",
        "channel_secret": "c",
        "salt": "x",
        "sts_token": "s",
    }


def test_an_empty_or_odd_secret_is_removed_and_not_given() -> None:
    document = mix()
    document["clientRequest"]["storageConfig"] |= {"accessKey": "", "secretKey": 5}

    left, secrets = take_secrets(document)

    assert left == mix()
    assert given(secrets) == []


def test_a_copy_of_the_start_request_goes_when_it_holds_a_secret() -> None:
    document = mix() | {
        "acquire": {"scene": 0, "startParameter": {"storageConfig": storage(accessKey="a")}}
    }

    left, _ = take_secrets(document)

    assert left["acquire"] == {"scene": 0}


def test_a_copy_without_a_secret_stays() -> None:
    document = mix() | {"acquire": {"startParameter": mix()["clientRequest"]}}

    assert take_secrets(document)[0] == document


@pytest.mark.parametrize("key", ["accessKey", "secret_key", "Sts-Token", "SALT", "token"])
def test_a_secret_is_known_by_its_name_in_any_spelling(key: str) -> None:
    assert is_secret_key(key)
    assert not is_secret_key(f"{key}Name")


def test_a_name_is_judged_as_it_is_written_whatever_equal_one_was_judged_before() -> None:
    class Key(str, Enum):  # noqa: UP042 - as text it is "Key.TOKEN", and yet equal to "token"
        TOKEN = "token"

    assert not is_secret_key(Key.TOKEN)
    assert is_secret_key("token")


def test_what_has_the_name_of_a_secret_goes_wherever_it_stands() -> None:
    document = mix()
    document["clientRequest"]["storageConfig"]["AccessKey"] = "a"
    document["notes"] = [{"secret_key": "b", "keep": 1}, "text"]

    left, _ = take_secrets(document)

    assert left == mix() | {"notes": [{"keep": 1}, "text"]}
