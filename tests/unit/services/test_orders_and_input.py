"""From what was typed to an order: secrets apart, the layout that goes on air."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from pydantic import SecretStr

from agora_console.domain.problems import Problem
from agora_console.domain.secrets import StartSecrets
from agora_console.services.start.orders import RefusedError, StartOrder, layout_of
from agora_console.services.start.start_input import merged, part_secrets, without_secrets
from agora_console.settings.projects import Project
from tests.support import configs

WITH_SECRETS: dict[str, Any] = {
    "mode": "mix",
    "clientRequest": {
        "token": "the-token",
        "storageConfig": {
            "vendor": 1,
            "bucket": "b",
            "accessKey": "the-access-key",
            "secretKey": "the-secret-key",
            "stsToken": "the-sts-token",
        },
        "recordingConfig": {"channelType": 1, "secret": "the-secret", "salt": "the-salt"},
    },
}


def test_secrets_are_parted_from_the_document_and_nothing_else() -> None:
    before = copy.deepcopy(WITH_SECRETS)
    document, secrets = part_secrets(WITH_SECRETS)
    assert document == {
        "mode": "mix",
        "clientRequest": {
            "storageConfig": {"vendor": 1, "bucket": "b"},
            "recordingConfig": {"channelType": 1},
        },
    }
    assert secrets == StartSecrets(
        access_key=SecretStr("the-access-key"),
        secret_key=SecretStr("the-secret-key"),
        sts_token=SecretStr("the-sts-token"),
        channel_secret=SecretStr("the-secret"),
        salt=SecretStr("the-salt"),
        token=SecretStr("the-token"),
    )
    assert before == WITH_SECRETS


@pytest.mark.parametrize(
    "document",
    [
        {},
        {"clientRequest": []},
        {"clientRequest": {"storageConfig": "x", "recordingConfig": None}},
        {"clientRequest": {"token": 7, "storageConfig": {"accessKey": 7}}},
    ],
)
def test_what_is_no_secret_stays_for_the_linter_to_judge(document: dict[str, Any]) -> None:
    clean, secrets = part_secrets(document)
    assert clean == document
    assert secrets == StartSecrets()


def test_the_key_of_a_push_is_parted_and_its_address_stays() -> None:
    document, secrets = part_secrets(configs.full_web())
    assert secrets.rtmp_url is not None
    assert secrets.rtmp_url.get_secret_value() == "rtmp://live.example.com/app/key"
    assert "app/key" not in repr(document)


def test_what_stands_beside_an_order_goes_before_what_stands_in_it() -> None:
    project = Project(name="P", app_id="a" * 32, customer_id="c")
    typed = StartSecrets(token=SecretStr("typed"))
    order = without_secrets(StartOrder(project, "c", "1", WITH_SECRETS, typed))
    assert order.secrets.token == SecretStr("typed")
    assert order.secrets.salt == SecretStr("the-salt")
    assert "the-token" not in repr(order.config)


def test_merging_takes_the_first_where_both_have_one() -> None:
    one = StartSecrets(token=SecretStr("one"))
    other = StartSecrets(token=SecretStr("other"), salt=SecretStr("salt"))
    assert merged(one, other) == StartSecrets(token=SecretStr("one"), salt=SecretStr("salt"))


def test_the_layout_of_a_mix_is_what_update_layout_could_send() -> None:
    layout = layout_of(configs.full_mix())
    assert layout is not None
    assert layout["mixedVideoLayout"] == 3
    assert "width" not in layout
    assert "bitrate" not in layout


def test_a_mix_that_leaves_it_to_agora_has_an_empty_layout() -> None:
    assert layout_of({"mode": "mix", "clientRequest": {}}) == {}


@pytest.mark.parametrize(
    "document", [configs.individual(), configs.web()], ids=["individual", "web"]
)
def test_only_mix_has_a_layout(document: dict[str, Any]) -> None:
    assert layout_of(document) is None


def test_a_refused_order_reads_like_its_first_problem() -> None:
    assert str(RefusedError((Problem("No name."), Problem("No key.")))) == "No name."
    assert str(RefusedError(())) == "Refused."
