"""From a config document with or without keys to the parts of a start order."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any

from pydantic import SecretStr

from agora_console.domain.secrets import StartSecrets

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
    return clean, StartSecrets(**found)
