"""What a project needs before it can be saved: pure rules, each with its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from pydantic import SecretStr

from agora_console.domain.problems import Problem, Severity
from agora_console.domain.rules import check

NAME, APP_ID, CUSTOMER_ID, SECRET, URL = "name", "app_id", "customer_id", "secret", "api_url"
CERTIFICATE = "certificate"
ACCOUNT_PATHS = (NAME, APP_ID, CUSTOMER_ID, SECRET, URL, CERTIFICATE)
_STORAGE = "clientRequest.storageConfig"
_HEX = re.compile(r"[0-9a-fA-F]{32}\Z")
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}


def check_account(
    name: str,
    app_id: str,
    customer_id: str,
    api_url: str,
    *,
    has_secret: bool,
    certificate: SecretStr | None = None,
) -> tuple[Problem, ...]:
    """Problems of the account; `path` is one of ACCOUNT_PATHS. `certificate` is what was typed."""
    found = [
        None if name else _error(NAME, "The project has no name. Type one that you recognise."),
        _check_app_id(app_id),
        _check_customer_id(customer_id),
        None if has_secret else _error(SECRET, "The customer secret is missing. Paste it here."),
        _check_url(api_url),
        _check_certificate(certificate),
    ]
    return tuple(problem for problem in found if problem is not None)


def check_storage(storage_config: dict[str, Any]) -> tuple[Problem, ...]:
    """Problems of one `storageConfig` (without keys); `path` is its key: vendor, bucket, …"""
    document = {"mode": "mix", "clientRequest": {"storageConfig": storage_config}}
    return tuple(_relative(check(document)))


def _relative(problems: Iterable[Problem]) -> Iterable[Problem]:
    for problem in problems:
        if problem.path.startswith(f"{_STORAGE}."):
            key = problem.path.removeprefix(f"{_STORAGE}.").split(".")[0].split("[")[0]
            yield Problem(problem.sentence, problem.severity, key, problem.rule)


def _check_app_id(app_id: str) -> Problem | None:
    if not app_id:
        return _error(APP_ID, "The App ID is missing. It is in the project list of Agora's site.")
    if not _HEX.match(app_id):
        return _error(
            APP_ID,
            f"An App ID is 32 characters, 0…9 and a…f; this one has {len(app_id)}."
            if len(app_id) != 32
            else "An App ID is made of 0…9 and a…f only; this one holds other characters.",
        )
    return None


def _check_customer_id(customer_id: str) -> Problem | None:
    if not customer_id:
        return _error(
            CUSTOMER_ID,
            "The customer ID is missing. It comes with the customer secret; it is not the App ID.",
        )
    if ":" in customer_id or any(letter.isspace() for letter in customer_id):
        return _error(CUSTOMER_ID, "A customer ID holds neither a colon nor a blank.")
    if not _HEX.match(customer_id):
        return Problem(
            "Customer IDs are 32 characters, 0…9 and a…f, as far as is known; this one is not.",
            Severity.WARNING,
            CUSTOMER_ID,
        )
    return None


def _check_url(api_url: str) -> Problem | None:
    try:
        parts = urlsplit(api_url)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        return _error(URL, "This is not an address. It looks like https://api.agora.io.")
    if parts.scheme == "http" and host in _LOOPBACK:
        return None
    if parts.scheme != "https" or not host:
        return _error(
            URL,
            "The API address has to begin with https:// — plain http would show the secret to the "
            "network and is allowed for this machine only.",
        )
    if parts.username or parts.password or parts.query or parts.fragment:
        return _error(
            URL, "The API address is scheme, host and port only, without anything behind."
        )
    return None


def _check_certificate(certificate: SecretStr | None) -> Problem | None:
    if certificate is None or _HEX.match(certificate.get_secret_value()):
        return None
    length = len(certificate.get_secret_value())
    return _error(
        CERTIFICATE,
        f"An App certificate is 32 characters, 0…9 and a…f; this one has {length}."
        if length != 32
        else "An App certificate is made of 0…9 and a…f only; this one holds other characters.",
    )


def _error(path: str, sentence: str) -> Problem:
    return Problem(sentence, Severity.ERROR, path)
