"""The stream key of an RTMP push is a secret: in the request, and nowhere on disk."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from pydantic import SecretStr

from agora_console.api.wire import start_body, update_body
from agora_console.domain.secrets import StartSecrets
from agora_console.services.start.checking import check_order
from agora_console.services.start.orders import StartOrder
from agora_console.services.start.push import check_push, shown_address, without_push
from agora_console.services.start.second import second_order
from agora_console.services.start.start_input import merged, part_change, part_secrets
from agora_console.settings.projects import Project
from tests.support.sessions import make_session

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


# --- a start ---------------------------------------------------------------------


def order(rtmp_url: str, secrets: StartSecrets | None = None) -> StartOrder:
    project = Project(id="p", name="Acme", app_id="a" * 32, customer_id="me")
    return StartOrder(project, "room", "5", page(rtmp_url), secrets or StartSecrets())


def test_an_empty_address_is_no_secret() -> None:
    assert part_secrets(page("")) == (page(""), StartSecrets())


def test_a_document_says_the_address_without_its_key() -> None:
    assert shown_address(ADDRESS) == "rtmps://push.example.net/live/***"
    assert shown_address("") == ""


def test_a_key_that_no_file_keeps_has_to_be_typed_again() -> None:
    problem = check_push(order(shown_address(ADDRESS)))
    assert problem is not None
    assert problem.rule == "push-key"
    path = "clientRequest.extensionServiceConfig.extensionServices[1].serviceParam"
    assert problem.path == f"{path}.outputs[0].rtmpUrl"
    assert problem in check_order(order(shown_address(ADDRESS)), (), 0.0, lambda: "1")


@pytest.mark.parametrize(
    "fine",
    [
        order(ADDRESS),
        order("rtmp://push.example.net/live"),
        order(shown_address(ADDRESS), StartSecrets(rtmp_url=SecretStr(ADDRESS))),
        replace(order(shown_address(ADDRESS)), config={"mode": "mix"}),
        replace(order(ADDRESS), config={"mode": "web", "clientRequest": []}),
    ],
)
def test_a_key_that_is_known_or_not_needed_is_no_problem(fine: StartOrder) -> None:
    assert check_push(fine) is None


def test_a_second_recorder_pushes_nothing() -> None:
    first = order(shown_address(ADDRESS), StartSecrets(rtmp_url=SecretStr(ADDRESS)))
    second = without_push(first)
    assert "rtmp" not in repr(second.config)
    assert "web_recorder_service" in repr(second.config)
    assert second.secrets.rtmp_url is None
    assert first.config == page(shown_address(ADDRESS))


def test_the_second_of_two_recorders_leaves_the_push_to_the_first() -> None:
    it = order(shown_address(ADDRESS), StartSecrets(rtmp_url=SecretStr(ADDRESS)))
    second = second_order(it, make_session(resource_id="r1", mode="web"), "6")
    assert second.config["acquire"] == {"excludeResourceIds": ["r1"]}
    assert (second.uid, second.secrets.rtmp_url) == ("6", None)
    assert "rtmp" not in repr(second.config)


def test_an_order_without_a_push_stays_as_it_is() -> None:
    config = {"mode": "mix", "clientRequest": {}}
    assert without_push(replace(order(""), config=config)).config == config
