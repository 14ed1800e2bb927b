"""Secrets on their way from the keyring to a request: in memory, masked wherever they are shown."""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import dataclass, fields
from functools import lru_cache

from pydantic import SecretStr

Secret = SecretStr
"""A text that shows itself as asterisks; `get_secret_value()` is the one way to read it."""


SECRET_WORDS = (
    "access key",
    "app certificate",
    "authorization",
    "certificate",
    "channel secret",
    "customer secret",
    "password",
    "proxy authorization",
    "salt",
    "secret",
    "secret key",
    "sts token",
    "token",
)
"""Names of what is secret, as words: `accessKey`, `access_key` and `Access-Key` are one."""

_SECRET_KEYS = frozenset(words.replace(" ", "") for words in SECRET_WORDS)


_NO_LETTER = re.compile(r"[^a-z]")


# The same few names, in every request, reply and line of the journal. By type as well: a member of
# an enumeration can be equal to a text that is written otherwise.
@lru_cache(maxsize=1024, typed=True)
def is_secret_key(key: Hashable) -> bool:
    """True when the value under this key is a secret, whatever the case and the separators."""
    return _NO_LETTER.sub("", str(key).lower()) in _SECRET_KEYS


@dataclass(frozen=True, slots=True)
class Credentials:
    """What proves to Agora who asks: App ID, and customer ID with its secret (HTTP Basic)."""

    app_id: str
    customer_id: str
    customer_secret: Secret


@dataclass(frozen=True, slots=True)
class StartSecrets:
    """The values of `start.clientRequest` that no file, log or journal may hold.

    `access_key` and `secret_key` belong to the storage (Azure: account name and account key),
    `sts_token` is a temporary storage credential, `token` the RTC token of the recorder UID,
    `channel_secret` and `salt` (base64 of 32 bytes) open an encrypted channel. `rtmp_url` is the
    address a web page recording is pushed to, which ends in the stream key. None = not given.
    """

    access_key: Secret | None = None
    secret_key: Secret | None = None
    token: Secret | None = None
    channel_secret: Secret | None = None
    salt: Secret | None = None
    sts_token: Secret | None = None
    rtmp_url: Secret | None = None


def given(secrets: StartSecrets) -> list[tuple[str, Secret]]:
    """The secrets that were given, by the name of their field."""
    pairs = ((field.name, getattr(secrets, field.name)) for field in fields(secrets))
    return [(name, value) for name, value in pairs if value is not None]
