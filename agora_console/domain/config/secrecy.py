"""Taking the secrets out of a pasted document, so that what is left may be kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import SecretStr

from agora_console.domain.paths import MAX_DEPTH, MISSING, join, read, without
from agora_console.domain.secrets import StartSecrets, is_secret_key

_STORAGE = "clientRequest.storageConfig"
_RECORDING = "clientRequest.recordingConfig"
_COPY = "acquire.startParameter"

_PLACES = {
    "access_key": f"{_STORAGE}.accessKey",
    "secret_key": f"{_STORAGE}.secretKey",
    "token": "clientRequest.token",
    "channel_secret": f"{_RECORDING}.secret",
    "salt": f"{_RECORDING}.salt",
    "sts_token": f"{_STORAGE}.stsToken",
}


def take_secrets(document: Mapping[str, Any]) -> tuple[dict[str, Any], StartSecrets]:
    """The document without any secret, and the secrets that were in it; other values stay.

    What has the name of a secret goes wherever it stands; a copy of the start request
    (`acquire.startParameter`) goes as a whole when it holds one.
    """
    left = dict(document)
    found: dict[str, SecretStr] = {}
    for name, path in _PLACES.items():
        value = read(left, path)
        if isinstance(value, str) and value:
            found[name] = SecretStr(value)
        left = without(left, path)
        if read(left, path.replace("clientRequest", _COPY, 1)) is not MISSING:
            left = without(left, _COPY)
    for path in _secret_paths(left):
        left = without(left, path)
    return left, StartSecrets(**found)


def _secret_paths(document: Mapping[str, Any]) -> list[str]:
    """Where keys with the name of a secret stand, down to the depth that a config may have."""
    found: list[str] = []
    level: list[tuple[str, Any]] = [("", document)]
    for _ in range(MAX_DEPTH):
        below: list[tuple[str, Any]] = []
        for path, value in level:
            members = value.items() if isinstance(value, Mapping) else enumerate(value)
            for step, item in members:
                here = join(path, step)
                if isinstance(step, str) and is_secret_key(step):
                    found.append(here)
                elif isinstance(item, (Mapping, list)):
                    below.append((here, item))
        level = below
    return found
