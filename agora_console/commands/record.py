"""record and preflight: a start as the window orders it, and what speaks against it."""

from __future__ import annotations

import os
import sys
import uuid
from typing import Any

from pydantic import SecretStr

from agora_console.arguments import Arguments
from agora_console.commands.carry import carry_out, lent
from agora_console.commands.exits import UnusableError
from agora_console.commands.reading import read_text
from agora_console.commands.teller import Teller
from agora_console.domain.guards import SECOND, WATCHDOG
from agora_console.domain.intake.json_text import UnusableInput
from agora_console.domain.intake.lint import read_input
from agora_console.domain.secrets import StartSecrets, given
from agora_console.services.errands.errand import AskBefore, Record
from agora_console.services.errands.lending import START_SECRETS, secrets_of
from agora_console.services.opening import wanted_api
from agora_console.services.start.start_input import part_secrets

_FROM_ENVIRONMENT = {
    **START_SECRETS,
    "read_access_key": "AGORA_STORAGE_READ_ACCESS_KEY",
    "read_secret_key": "AGORA_STORAGE_READ_SECRET_KEY",
}


def run_record(arguments: Arguments) -> int:
    """Run the command and return its exit code; raises UnusableError with a sentence."""
    document, secrets = _read_order(arguments.config)
    errand = Record(
        session=uuid.uuid4().hex,
        channel=arguments.channel,
        uid=arguments.uid,
        config=document,
        seconds=arguments.for_seconds,
        project=arguments.project,
        api=wanted_api(arguments),
        guards=_guards(arguments),
        secrets=secrets,
        lent=lent(arguments),
    )
    return carry_out(arguments, errand, Teller(sys.stdout, as_json=arguments.json))


def run_preflight(arguments: Arguments) -> int:
    """Ask what speaks against a start, and start nothing; the exit code, or UnusableError."""
    document, secrets = _read_order(arguments.config)
    errand = AskBefore(
        channel=arguments.channel,
        uid=arguments.uid,
        config=document,
        seconds=arguments.for_seconds,
        project=arguments.project,
        api=wanted_api(arguments),
        secrets=secrets,
        lent=lent(arguments),
    )
    return carry_out(arguments, errand, Teller(sys.stdout, as_json=arguments.json))


def _read_order(name: str) -> tuple[dict[str, Any], dict[str, SecretStr]]:
    """The config without its secrets, and these with those of the environment, which win."""
    document, found = _read_config(name)
    return document, {**dict(given(found)), **secrets_of(os.environ, _FROM_ENVIRONMENT)}


def _guards(arguments: Arguments) -> dict[str, Any]:
    guards: dict[str, Any] = {}
    if arguments.watchdog is not None:
        guards[WATCHDOG] = {"times": arguments.watchdog}
    if arguments.second_recorder:
        guards[SECOND] = {}
    return guards


def _read_config(name: str) -> tuple[dict[str, Any], StartSecrets]:
    found = read_input(read_text(name))
    if isinstance(found, UnusableInput):
        place = f"{name}:{found.line}:{found.column}: " if found.line else f"{name}: "
        raise UnusableError(f"{place}{found.sentence}")
    if found.call != "start":
        raise UnusableError(f"{name} is a request for {found.call}; that of a start is needed.")
    return part_secrets(found.document)
