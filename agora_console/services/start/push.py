"""The address that a page is pushed to: its stream key is a secret, its host is not."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from agora_console.api.redact import MASK, mask_push_url
from agora_console.api.wire import push_outputs
from agora_console.domain.page import PUBLISHER
from agora_console.domain.problems import Problem
from agora_console.services.start.orders import StartOrder

SERVICES = "clientRequest.extensionServiceConfig.extensionServices"


def shown_address(url: str) -> str:
    """An RTMP address without its stream key, as a document may hold it."""
    return mask_push_url(url) if url else ""


def check_push(order: StartOrder) -> Problem | None:
    """A stream key that no file keeps, as after a restart, has to be typed again."""
    if order.config.get("mode") != "web" or order.secrets.rtmp_url is not None:
        return None
    for index, service in enumerate(_services(order.config)):
        outputs = push_outputs({"extensionServices": [service]})
        for place, output in enumerate(outputs):
            if MASK in str(output.get("rtmpUrl", "")):
                return Problem(
                    "The stream key of the push is not known: no file keeps it.",
                    path=f"{SERVICES}[{index}].serviceParam.outputs[{place}].rtmpUrl",
                    rule="push-key",
                    action="Type the RTMP address again.",
                )
    return None


def push_addresses(order: StartOrder) -> set[str]:
    """Where an order pushes to, stream key and all: treat it as a secret."""
    secret = order.secrets.rtmp_url
    outputs = push_outputs({"extensionServices": list(_services(order.config))})
    urls = {str(each.get("rtmpUrl") or "") for each in outputs} - {""}
    return {secret.get_secret_value()} if urls and secret is not None else urls


def without_push(order: StartOrder) -> StartOrder:
    """The order without the push: an address takes one stream, which the first recorder sends."""
    config = copy.deepcopy(dict(order.config))
    kept = [each for each in _services(config) if not _is_push(each)]
    if len(kept) < len(_services(config)):
        config["clientRequest"]["extensionServiceConfig"]["extensionServices"] = kept
    return replace(order, config=config, secrets=replace(order.secrets, rtmp_url=None))


def _is_push(service: object) -> bool:
    return isinstance(service, Mapping) and service.get("serviceName") == PUBLISHER


def _services(config: Mapping[str, Any]) -> list[Any]:
    here: Any = config
    for key in SERVICES.split("."):
        here = here.get(key) if isinstance(here, Mapping) else None
    return here if isinstance(here, list) else []
