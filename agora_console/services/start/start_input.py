"""From a config document with or without keys to the parts of a start order."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from pydantic import SecretStr

from agora_console.api.redact import mask_push_url
from agora_console.api.wire import dicts, push_outputs
from agora_console.domain.secrets import StartSecrets, given
from agora_console.services.start.orders import StartOrder

_PLACES = {
    "access_key": ("storageConfig", "accessKey"),
    "secret_key": ("storageConfig", "secretKey"),
    "sts_token": ("storageConfig", "stsToken"),
    "channel_secret": ("recordingConfig", "secret"),
    "salt": ("recordingConfig", "salt"),
    "token": ("", "token"),
}


def part_secrets(document: Mapping[str, Any]) -> tuple[dict[str, Any], StartSecrets]:
    """The document without its secrets, and the secrets that stood in it."""
    clean = copy.deepcopy(dict(document))
    request = clean.get("clientRequest")
    found: dict[str, SecretStr] = {}
    if isinstance(request, dict):
        for name, (group, key) in _PLACES.items():
            place = request.get(group) if group else request
            if isinstance(place, dict) and isinstance(place.get(key), str):
                found[name] = SecretStr(place.pop(key))
        for output in push_outputs(_object(request.get("extensionServiceConfig"))):
            url = output.get("rtmpUrl")
            if isinstance(url, str) and url and mask_push_url(url) != url:
                found["rtmp_url"] = SecretStr(url)
                output["rtmpUrl"] = mask_push_url(url)
    return clean, StartSecrets(**found)


def part_change(change: Mapping[str, Any]) -> tuple[dict[str, Any], StartSecrets]:
    """The `clientRequest` of an update without its secrets, and the secrets that stood in it."""
    clean, found = part_secrets({"clientRequest": change})
    request: dict[str, Any] = clean["clientRequest"]
    for output in dicts(_object(request.get("rtmpPublishConfig")).get("outputs")):
        if isinstance(url := output.get("rtmpUrl"), str) and mask_push_url(url) != url:
            found = replace(found, rtmp_url=SecretStr(url))
            output["rtmpUrl"] = mask_push_url(url)
    return request, found


def without_secrets(order: StartOrder) -> StartOrder:
    """The same order with every secret out of its config; what stands beside it wins."""
    clean, found = part_secrets(order.config)
    return replace(order, config=clean, secrets=merged(order.secrets, found))


def merged(first: StartSecrets, second: StartSecrets) -> StartSecrets:
    """Both, and the first where both have one."""
    return replace(second, **dict(given(first)))


def _object(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}
