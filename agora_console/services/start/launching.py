"""Launching: a start from the first line of the journal to the watch, and one that was cut off."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial

from pydantic import SecretStr

from agora_console.api.policy import RetryPolicy
from agora_console.domain.evidence.facts import AcquireSent, Refused, StartUnanswered
from agora_console.domain.problems import Problem
from agora_console.domain.secrets import StartSecrets, given
from agora_console.domain.session import Phase, Session
from agora_console.journal.errors import JournalError
from agora_console.services.agora import AgoraFor
from agora_console.services.clock import Clock
from agora_console.services.events import Event
from agora_console.services.failures import problem_of
from agora_console.services.sessions.backlog import unwritten_ids
from agora_console.services.sessions.book import Book
from agora_console.services.start.keeper import Keeper
from agora_console.services.start.starting import Starter, was_cut_off
from agora_console.services.tasks import Tasks
from agora_console.services.watching.troubles import Troubles
from agora_console.services.watching.watch import Watcher
from agora_console.services.words import open_start_sentence
from agora_console.vault.keyring_vault import VaultError


class Launcher:
    """Runs starts, each under the task `start:<id>`, and hands what has a sid to the watcher."""

    def __init__(
        self,
        book: Book,
        clock: Clock,
        tasks: Tasks,
        *,
        agora_for: AgoraFor,
        at_hand: Callable[[Session], bool],
        policy: RetryPolicy,
        keeper: Keeper,
        watcher: Watcher,
        troubles: Troubles,
        told: Event[Problem],
        remember: Callable[[SecretStr], None],
    ) -> None:
        self._book = book
        self._clock = clock
        self._tasks = tasks
        self._agora_for = agora_for
        self._at_hand = at_hand
        self._keeper = keeper
        self._watcher = watcher
        self._troubles = troubles
        self._told = told
        self._remember = remember
        self._starter = Starter(book, clock, policy)

    def launch(self, session: Session, secrets: StartSecrets) -> None:
        """Place the session in the book and begin its start; the work goes on by itself.

        Where nothing has to be waited for before acquire is sent, one write says so at once.
        """
        at_once = (AcquireSent(self._clock.now()),) if self._at_hand(session) else ()
        self._book.place(session, *at_once)
        self._tasks.start(f"start:{session.id}", self._start(session.id, secrets))

    def running(self, session_id: str) -> bool:
        """True while a start is sent, and again as long as its outcome is not known."""
        return self._tasks.running(f"start:{session_id}")

    async def ended(self, session_id: str) -> None:
        """Return when no start is sent any more, whatever came of it."""
        await self._tasks.ended(f"start:{session_id}")

    async def call_off(self, session_id: str) -> bool:
        """Give up a start that has not been sent; False where one is on its way, or was sent."""
        session = self._book[session_id]
        if not self.running(session_id) or session.sid or was_cut_off(session):
            return False
        await self._tasks.end(f"start:{session_id}")
        session = self._book[session_id]
        if was_cut_off(session):  # it was about to be sent, and perhaps it was
            self._tasks.start(f"start:{session_id}", self.settle(session_id))
            return False
        why = "Interrupted before start was sent: nothing was started."
        self._after(await self._book.apply(session_id, Refused(self._clock.now(), why)))
        return True

    async def stand_in(self, session_id: str, keys: StartSecrets) -> None:
        """Take other keys for a start that was cut off, where its own are gone.

        Nothing where they cannot be all that the start was sent with.
        """
        session = self._book[session_id]
        if session.sid or not was_cut_off(session) or not _may_be_all(session, keys):
            return
        try:
            await self._keeper.get(session_id)
        except (LookupError, VaultError):
            for _, secret in given(keys):
                self._remember(secret)
            await self._keeper.put(session_id, session.project_id, keys)

    async def settle(self, session_id: str) -> None:
        """Find out what became of a start that was sent and not answered."""
        await self._troubles.guard(session_id, partial(self._settle, session_id))

    async def _start(self, session_id: str, secrets: StartSecrets) -> None:
        try:
            session = await self._book.write(session_id)
        except JournalError as error:
            self._book.drop(session_id)
            self._troubles.tell(session_id, error, holds="Nothing was sent.")
            return
        await self._troubles.guard(session_id, partial(self._begin, session, secrets))
        session = self._book[session_id]
        if not session.over and session.start_sent_at is None:
            why = "What start needs could not be written down: nothing was started."
            await self._book.apply(session_id, Refused(self._clock.now(), why))

    async def _begin(self, session: Session, secrets: StartSecrets) -> None:
        try:
            agora = await self._agora_for(session)
        except Exception as error:  # noqa: BLE001 - no connection means that nothing is sent
            why = f"{problem_of(error).sentence} Nothing was sent."
            await self._book.apply(session.id, Refused(self._clock.now(), why))
            self._troubles.tell(session.id, error, holds="Nothing was sent.")
            return
        # The keyring may be slow, and acquire takes its time too: both at once.
        kept = asyncio.ensure_future(self._keeper.put(session.id, session.project_id, secrets))
        try:
            self._after(await self._starter.run(session.id, agora, secrets, kept))
        except JournalError:
            if self._book[session.id].sid:  # known here at least: the next answer writes it down
                self._watcher.watch(session.id)
            raise

    async def _settle(self, session_id: str) -> None:
        session = self._book[session_id]
        try:
            agora = await self._agora_for(session)
            secrets = await self._keeper.get(session_id)
        except Exception as error:
            why = open_start_sentence(session, problem_of(error).sentence)
            await self._book.apply(session_id, StartUnanswered(self._clock.now(), why))
            raise
        self._after(await self._starter.settle(session_id, agora, secrets))

    def _after(self, session: Session) -> None:
        if session.phase is not Phase.OUTCOME_UNKNOWN and session.watchdog is None:
            self._tasks.start(f"forget:{session.id}", self._keeper.drop(session.id))
        if session.sid:
            if self._book.backlog.holds(session.id):
                self._told.emit(unwritten_ids(session))
            self._watcher.watch(session.id)
        else:
            self._troubles.say(session.id, session.cause)


def _may_be_all(session: Session, keys: StartSecrets) -> bool:
    """Whether a start needed no other secrets than storage keys, and a token where it had one."""
    recording = session.client_request.get("recordingConfig")
    storage = session.client_request.get("storageConfig")
    encrypted = isinstance(recording, dict) and bool(recording.get("decryptionMode"))
    temporary = isinstance(storage, dict) and "stsExpiration" in storage
    with_token = session.token_expires_at is None or keys.token is not None
    return bool(keys.access_key and keys.secret_key and with_token) and not (encrypted or temporary)
