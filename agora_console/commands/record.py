"""record: acquire, start, confirm, wait, stop - on the same services as the window."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from pydantic import SecretStr

from agora_console.arguments import Arguments
from agora_console.commands.exits import DONE, NOT_REACHED, UNUSABLE, UnusableError
from agora_console.commands.reading import read_text
from agora_console.commands.teller import Teller
from agora_console.domain.json_text import UnusableInput
from agora_console.domain.lint import read_input
from agora_console.domain.secrets import StartSecrets
from agora_console.services.console import Console
from agora_console.services.failures import problem_of
from agora_console.services.opening import open_console
from agora_console.services.orders import RefusedError, StartOrder
from agora_console.services.single_run import Outcome, SingleRun
from agora_console.services.start_input import part_secrets
from agora_console.services.values import Project


async def record(arguments: Arguments) -> int:
    """Run the command; returns its exit code."""
    teller = Teller(sys.stdout, as_json=arguments.json)
    try:
        async with open_console(arguments, teller.problem) as console:
            order = await _order(arguments, console)
            for problem in console.recordings.check(order):
                teller.problem(problem)
            console.recordings.told.subscribe(teller.problem)
            run = SingleRun(console.recordings, console.clock, teller.say)
            _halt_on_signals(run)
            outcome = await run.run(order, arguments.for_seconds)
            _say_outcome(teller, outcome)
            return DONE if outcome.good else NOT_REACHED
    except UnusableError as error:
        print(error, file=sys.stderr)
        return UNUSABLE
    except RefusedError:
        teller.say("result", {"good": False, "sentence": "Nothing was sent."})
        return UNUSABLE
    except Exception as error:  # noqa: BLE001 - the last stop: every failure becomes a sentence
        problem = problem_of(error)
        print(problem.sentence, file=sys.stderr)
        return NOT_REACHED


def _say_outcome(teller: Teller, outcome: Outcome) -> None:
    session = outcome.session
    files = [file.model_dump(exclude_none=True) for file in session.files]
    uploading = session.uploading.value if session.uploading else None
    for file in files:
        teller.say("file", {**file, "sentence": file["file_name"]})
    teller.say(
        "result",
        {
            "good": outcome.good,
            "phase": session.phase.value,
            "over": session.over,
            "sentence": outcome.sentence,
            "session": session.id,
            "resourceId": session.resource_id,
            "sid": session.sid,
            "uploadingStatus": uploading,
            "files": len(files),
        },
    )


def _halt_on_signals(run: Any) -> None:
    """Ctrl+C stops the recording; a second one leaves it running and ends the program."""
    loop = asyncio.get_running_loop()

    def on_signal(number: int, frame: object) -> None:
        signal.signal(number, signal.default_int_handler)
        loop.call_soon_threadsafe(run.halt)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, on_signal)


async def _order(arguments: Arguments, console: Console) -> StartOrder:
    document, secrets = _read_config(arguments.config)
    project = _project(arguments, console)
    uid = arguments.uid or console.recordings.suggest_uid()
    secrets = await _with_keys(console, project, document, secrets)
    return StartOrder(project, arguments.channel, uid, document, secrets)


def _read_config(name: str) -> tuple[dict[str, Any], StartSecrets]:
    found = read_input(read_text(name))
    if isinstance(found, UnusableInput):
        place = f"{name}:{found.line}:{found.column}: " if found.line else f"{name}: "
        raise UnusableError(f"{place}{found.sentence}")
    if found.call != "start":
        raise UnusableError(f"{name} is a request for {found.call}; record needs that of a start.")
    return part_secrets(found.document)


def _project(arguments: Arguments, console: Console) -> Project:
    projects = console.projects.all()
    if arguments.project:
        wanted = arguments.project.casefold()
        for project in projects:
            if wanted in (project.name.casefold(), project.id.casefold()):
                return project
        names = ", ".join(project.name for project in projects) or "none"
        raise UnusableError(f"There is no project {arguments.project}. Known: {names}.")
    for project in projects:
        if project.id.startswith("environment-"):
            return project
    raise UnusableError(
        "No credentials: name a project with --project, or set AGORA_APP_ID, AGORA_CUSTOMER_ID "
        "and AGORA_CUSTOMER_SECRET."
    )


async def _with_keys(
    console: Console, project: Project, document: Mapping[str, Any], secrets: StartSecrets
) -> StartSecrets:
    """Add storage keys and token: the environment first, then the file, then the keyring."""
    names = {
        "access_key": "AGORA_STORAGE_ACCESS_KEY",
        "secret_key": "AGORA_STORAGE_SECRET_KEY",
        "token": "AGORA_TOKEN",
    }
    typed = {
        key: SecretStr(os.environ[name]) for key, name in names.items() if os.environ.get(name)
    }
    secrets = replace(secrets, **typed)
    if secrets.access_key is None or secrets.secret_key is None:
        storage = document.get("clientRequest", {}).get("storageConfig", {})
        for target in project.storage:
            if target.bucket == storage.get("bucket") and target.vendor == storage.get("vendor"):
                keys = await console.projects.storage_keys(project.id, target.id)
                if keys is not None:
                    secrets = replace(secrets, access_key=keys[0], secret_key=keys[1])
    return secrets
