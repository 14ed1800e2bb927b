"""Desk: carries out an errand on an open console, for its own command line or for another's."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import fields
from functools import partial
from typing import Any

from agora_console.domain.guards import SECOND, second_uid_of
from agora_console.domain.intake.ticket import TicketError
from agora_console.domain.intake.ticket_text import read_ticket, ticket_json, ticket_line
from agora_console.domain.preflight import State, look_of
from agora_console.domain.problems import has_errors
from agora_console.domain.secrets import StartSecrets
from agora_console.domain.session import Session
from agora_console.services.console import Console
from agora_console.services.errands.choosing import (
    UnusableErrandError,
    find_session,
    project_of_errand,
    project_of_ticket,
)
from agora_console.services.errands.errand import (
    Adopt,
    AskBefore,
    Close,
    Errand,
    Find,
    ListSessions,
    MakeReport,
    MakeTicket,
    Raise,
    Record,
    Recover,
    Stop,
    read_message,
)
from agora_console.services.errands.exits import DONE, NOT_REACHED, UNUSABLE
from agora_console.services.errands.guarded_run import GuardedRun
from agora_console.services.errands.lending import lend
from agora_console.services.errands.single_run import Outcome, SingleRun
from agora_console.services.errands.telling import (
    check_facts,
    file_facts,
    outcome_facts,
    problem_facts,
    session_facts,
)
from agora_console.services.events import Say
from agora_console.services.failures import problem_of
from agora_console.services.files.buckets import storage_of
from agora_console.services.files.probe import probe_name
from agora_console.services.gate import Consent, Means
from agora_console.services.sessions.taking_over import take_over
from agora_console.services.start.orders import RefusedError, StartOrder
from agora_console.services.start.start_keys import stored_keys
from agora_console.settings.projects import Project

log = logging.getLogger(__name__)

STOP_WITHIN = 600.0
"""Seconds for which a stop is followed; after that the console goes on with it unwatched."""


USUAL_LENGTH = 2 * 3600.0
"""Seconds that a recording is planned for where nobody says for how long."""

PIECE = 50_000
"""Characters of a report that are said at once."""


class Desk:
    """Carries out errands on one console. Everything that comes of one goes to `say`."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._recordings = console.recordings

    async def take(self, message: dict[str, Any], say: Say, halted: asyncio.Event) -> int:
        """Carry out an errand that came from another process."""
        errand = read_message(message)
        if errand is None:
            say("error", {"sentence": "The running console does not know this command."})
            return UNUSABLE
        return await self.carry_out(errand, say, halted)

    async def carry_out(self, errand: Errand, say: Say, halted: asyncio.Event) -> int:
        """Carry out an errand and return its exit code; what fails becomes a sentence."""
        try:
            if errand.lent is not None:
                await lend(self._console, errand.lent)
            return await self._carry_out(errand, say, halted)
        except (UnusableErrandError, TicketError) as error:
            say("error", {"sentence": str(error)})
            return UNUSABLE
        except RefusedError as error:
            for problem in error.problems:
                say("problem", problem_facts(problem))
            return NOT_REACHED
        except Exception as error:  # noqa: BLE001 - the last stop: every failure becomes a sentence
            say("error", problem_facts(problem_of(error)))
            return NOT_REACHED

    async def _carry_out(self, errand: Errand, say: Say, halted: asyncio.Event) -> int:
        match errand:
            case ListSessions():
                for session in self._recordings.sessions():
                    if errand.all or not session.closed:
                        self._say_session(session, say)
            case Find():
                self._say_session(find_session(self._console, errand.key), say)
            case MakeTicket():
                ticket = self._recordings.ticket(find_session(self._console, errand.key).id)
                say("ticket", {"line": ticket_line(ticket), "text": ticket_json(ticket)})
            case MakeReport():
                await self._report(find_session(self._console, errand.key), say)
            case Stop():
                session = find_session(self._console, errand.key)
                return await self._stop(session, say, despite_lock=errand.despite_lock)
            case Close():
                return await self._close(find_session(self._console, errand.key), say)
            case Adopt():
                return await self._adopt(errand, say)
            case Recover():
                await self._recover(errand, say)
            case Record() | AskBefore():
                return await self._ordered(errand, say, halted)
            case Raise():
                return self._raise(errand.file)
        return DONE

    async def _report(self, session: Session, say: Say) -> None:
        """In pieces: a report is longer than a line between two processes may be."""
        page = await self._console.report(session.id)
        for start in range(0, len(page), PIECE):
            say("report", {"text": page[start : start + PIECE]})

    def _raise(self, file: str) -> int:
        if not self._console.raise_requested.heard:
            return NOT_REACHED
        log.info("A second start asked for the window")
        self._console.raise_requested.emit(file)
        return DONE

    # --- stop ----------------------------------------------------------------------------

    async def _stop(self, session: Session, say: Say, *, despite_lock: bool) -> int:
        if session.over:
            outcome = Outcome(session, True, f"It is over already. {session.cause}".strip())
        else:
            run = SingleRun(self._recordings, self._console.clock, say)
            consent = Consent(Means.COMMAND, despite_lock=despite_lock)
            order = partial(self._console.gate.order, consent=consent)
            outcome = await run.end(session.id, STOP_WITHIN, order)
        _say_outcome(outcome, say)
        return DONE if outcome.session.over else NOT_REACHED

    async def _close(self, session: Session, say: Say) -> int:
        await self._recordings.close_case(session.id)
        closed = find_session(self._console, session.id)
        self._say_session(closed, say)
        return DONE if closed.closed else NOT_REACHED

    # --- adopt and recover -----------------------------------------------------------------

    async def _adopt(self, errand: Adopt, say: Say) -> int:
        ticket = read_ticket(errand.ticket)
        project = project_of_ticket(self._console, ticket, errand.project)
        taken = await take_over(self._recordings, ticket, project.id)
        if taken.unasked is not None:
            say("problem", problem_facts(taken.unasked))
        self._say_session(taken.session, say)
        return DONE if taken.answered else NOT_REACHED

    async def _recover(self, errand: Recover, say: Say) -> None:
        open_ones = [each for each in self._recordings.sessions() if not each.closed]
        if not open_ones:
            say("note", {"sentence": "Every session of this data folder is over."})
        own = errand.lent.project_id if errand.lent else ""
        keys = StartSecrets(**errand.secrets)
        await asyncio.gather(
            *(
                self._recover_one(session, keys if session.project_id == own else None, say)
                for session in open_ones
            )
        )

    async def _recover_one(self, session: Session, keys: StartSecrets | None, say: Say) -> None:
        try:
            self._say_session(await self._recordings.recover(session.id, keys), say)
        except Exception as error:  # noqa: BLE001 - one that cannot be asked must not hide the others
            sentence = problem_facts(problem_of(error))["sentence"]
            self._say_session(session, say, sentence=f"It could not be asked. {sentence}")

    # --- record ----------------------------------------------------------------------------

    async def _ordered(self, errand: Record | AskBefore, say: Say, halted: asyncio.Event) -> int:
        if isinstance(errand, AskBefore):
            return await self._ask_before(errand, say)
        return await self._record(errand, say, halted)

    async def _record(self, errand: Record, say: Say, halted: asyncio.Event) -> int:
        run = self._run_of(errand, say)
        halting = asyncio.ensure_future(_halt(run, halted))
        try:
            outcome = await self._run(run, errand, say)
        except RefusedError as error:
            for problem in error.problems:
                say("problem", problem_facts(problem))
            say("result", {"good": False, "sentence": "Nothing was sent."})
            return UNUSABLE
        finally:
            halting.cancel()
            with suppress(asyncio.CancelledError):
                await halting
        _say_outcome(outcome, say)
        return DONE if outcome.good else NOT_REACHED

    def _run_of(self, errand: Record, say: Say) -> SingleRun:
        if errand.guards:
            return GuardedRun(self._console, say)
        return SingleRun(self._recordings, self._console.clock, say)

    async def _run(self, run: SingleRun, errand: Record, say: Say) -> Outcome:
        if self._recordings.get(errand.session) is not None:  # ordered before its owner ended
            return await run.follow(errand.session, errand.seconds)
        order = await self._order(errand)
        problems = self._recordings.check(order)
        if not has_errors(problems):  # with one, the order is refused with all of them
            for problem in problems:
                say("problem", problem_facts(problem))
        return await run.run(order, errand.seconds, errand.session)

    async def _ask_before(self, errand: AskBefore, say: Say) -> int:
        order, name = await self._order(errand), probe_name()
        preflight = self._console.preflight
        path = preflight.target_path(order, name)
        if isinstance(path, str):
            say("note", {"sentence": f"Writes, reads back and removes {path}."})
        sheet = await preflight.run(
            order,
            name,
            planned=USUAL_LENGTH if errand.seconds is None else errand.seconds,
            told=lambda check: say("check", check_facts(check)),
        )
        state = sheet.state
        facts = {"good": state is State.GO, "state": state.value, "sentence": sheet.sentence}
        say("result", {"word": look_of(state).word, **facts})
        return DONE if state is State.GO else NOT_REACHED

    async def _order(self, errand: Record | AskBefore) -> StartOrder:
        project = project_of_errand(self._console, errand.project, errand.lent)
        if errand.api and project.api_url != errand.api:
            raise UnusableErrandError(
                f"The running console sends the requests of {project.name} to {project.api_url}, "
                f"not to {errand.api}. Use another --data-dir for another address."
            )
        known = {field.name for field in fields(StartSecrets)}
        secrets = {name: value for name, value in errand.secrets.items() if name in known}
        self._lend_read_keys(errand)
        if not {"access_key", "secret_key"} <= secrets.keys():
            secrets.update(await self._keys_of(project, errand.config))
        uid = errand.uid or self._recordings.suggest_uid()
        guards = dict(errand.guards)
        if second_uid_of(guards) == "":
            guards[SECOND] = {**guards[SECOND], "uid": self._recordings.suggest_uid()}
        return StartOrder(
            project, errand.channel, uid, errand.config, StartSecrets(**secrets), guards
        )

    async def _keys_of(self, project: Project, config: Mapping[str, Any]) -> dict[str, Any]:
        """The keys that the keyring has for the storage of a config."""
        keys = await stored_keys(self._console.projects, project, config)
        return {} if keys is None else {"access_key": keys[0], "secret_key": keys[1]}

    def _lend_read_keys(self, errand: Record | AskBefore) -> None:
        """The key with which the console looks into the bucket; Agora does not get it."""
        access, secret = (errand.secrets.get(f"read_{each}_key") for each in ("access", "secret"))
        if access is None or secret is None:
            return
        for key in (access, secret):
            self._console.redactor.add(key)
        self._console.buckets.lend_read_keys(storage_of(errand.config), (access, secret))

    def _say_session(self, session: Session, say: Say, **more: Any) -> None:
        say("session", {**session_facts(session, self._console.clock.now()), **more})


def _say_outcome(outcome: Outcome, say: Say) -> None:
    for file in file_facts(outcome.session):
        say("file", file)
    say("result", outcome_facts(outcome.session, good=outcome.good, sentence=outcome.sentence))


async def _halt(run: SingleRun, halted: asyncio.Event) -> None:
    await halted.wait()
    run.halt()
