"""The stream key of an RTMP push is a secret: in the request, and nowhere on disk."""

from __future__ import annotations

from typing import Any

from pydantic import SecretStr

from agora_console.api.wire import start_body, update_body
from agora_console.domain.secrets import StartSecrets
from agora_console.services.start_input import merged, part_change, part_secrets

ADDRESS = "rtmps://push.example.net/live/stream-key-8842"


def page(rtmp_url: str) -> dict[str, Any]:
    return {
        "mode": "web",
        "clientRequest": {
            "extensionServiceConfig": {
                "extensionServices": [
                    {"serviceName": "web_recorder_service", "serviceParam": {"url": "https://a.b"}},
                    {
                        "serviceName": "rtmp_publish_service",
                        "serviceParam": {"outputs": [{"rtmpUrl": rtmp_url}]},
                    },
                ]
            }
        },
    }


def test_the_stream_key_leaves_the_document() -> None:
    clean, secrets = part_secrets(page(ADDRESS))
    assert "stream-key-8842" not in repr(clean)
    assert "push.example.net" in repr(clean)
    assert secrets.rtmp_url is not None
    assert secrets.rtmp_url.get_secret_value() == ADDRESS


def test_the_request_carries_the_whole_address() -> None:
    clean, secrets = part_secrets(page(ADDRESS))
    body = start_body("room", "5", clean, secrets)
    services = body["clientRequest"]["extensionServiceConfig"]["extensionServices"]
    assert services[1]["serviceParam"]["outputs"] == [{"rtmpUrl": ADDRESS}]


def test_a_broken_service_config_is_left_alone() -> None:
    shapes: tuple[Any, ...] = (None, [], {"extensionServices": 7}, {"extensionServices": [3, {}]})
    for broken in shapes:
        document = {"mode": "web", "clientRequest": {"extensionServiceConfig": broken}}
        assert part_secrets(document) == (document, StartSecrets())


def test_what_stands_beside_the_document_wins() -> None:
    beside = StartSecrets(token=SecretStr("beside"))
    inside = StartSecrets(token=SecretStr("inside"), salt=SecretStr("salt"))
    both = merged(beside, inside)
    assert both.token is not None
    assert both.token.get_secret_value() == "beside"
    assert both.salt is not None


def test_a_change_of_the_address_leaves_its_key_out_and_the_request_carries_it() -> None:
    change = {"rtmpPublishConfig": {"outputs": [{"rtmpUrl": ADDRESS}]}}
    clean, secrets = part_change(change)
    assert clean == {
        "rtmpPublishConfig": {"outputs": [{"rtmpUrl": "rtmps://push.example.net/live/***"}]}
    }
    assert update_body("room", "5", clean, secrets)["clientRequest"] == change


def test_a_change_without_a_secret_stays_as_it_is() -> None:
    odd: tuple[Any, ...] = (7, {"outputs": 7}, {"outputs": [7, {"rtmpUrl": None}]})
    for push in odd:
        change = {"rtmpPublishConfig": push}
        assert part_change(change) == (change, StartSecrets())
    hold = {"webRecordingConfig": {"onhold": True}}
    assert part_change(hold) == (hold, StartSecrets())
    secrets = StartSecrets(rtmp_url=SecretStr(ADDRESS))
    assert update_body("room", "5", hold, secrets)["clientRequest"] == hold
