"""Taking the secrets out of a pasted document, so that what is left may be kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import SecretStr

from agora_console.domain.paths import MISSING, read, without
from agora_console.domain.secrets import StartSecrets

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

    A copy of the start request (`acquire.startParameter`) goes as a whole when it holds one.
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
    return left, StartSecrets(**found)
