"""Start: intent, acquire, start and what their answers prove.

Order of writing: intent (on disk) → acquire → resourceId (on disk) → start → sid (on disk). A start
that was sent and not answered is repeated on the same resourceId, never by a fresh acquire, which
would record and bill twice.
"""

from __future__ import annotations

from agora_console.api.errors import (
    AlreadyStarted,
    ApiError,
    NoAnswer,
    NotCompleted,
    RateLimited,
    ServerFault,
    TaskConflict,
    Unreachable,
    Unreadable,
)
from agora_console.api.policy import RetryPolicy
from agora_console.domain.facts import (
    AcquireSent,
    Fact,
    Refused,
    ResourceReceived,
    SidReceived,
    StartSent,
    StartUnanswered,
    StartWithoutSid,
)
from agora_console.domain.secrets import StartSecrets
from agora_console.domain.session import RESOURCE_LIFE, Session
from agora_console.services.agora import Agora, handle
from agora_console.services.book import Book
from agora_console.services.clock import Clock
from agora_console.services.words import no_sid_sentence, sentence

_OPEN = (NoAnswer, NotCompleted, ServerFault, Unreadable)
"""Errors after which a start may have been carried out all the same."""


class Starter:
    """Carries one session from its intent to a sid, or to the reason why there is none."""

    def __init__(self, book: Book, clock: Clock, policy: RetryPolicy) -> None:
        self._book = book
        self._clock = clock
        self._policy = policy

    async def acquire(self, session_id: str, agora: Agora) -> Session:
        """Get a resourceId and write it down; the session is over when there is none.

        Raises JournalError when the id cannot be written down before the request that needs it.
        """
        session = await self._apply(session_id, AcquireSent(self._clock.now()))
        try:
            acquired = await agora.acquire(session.cname, session.uid, session.config)
        except ApiError as error:
            why = f"acquire: {sentence(error)} Nothing was started."
            return await self._apply(session_id, Refused(self._clock.now(), why))
        received = ResourceReceived(self._clock.now(), acquired.resource_id)
        return await self._apply(session_id, received)

    async def settle(self, session_id: str, agora: Agora, secrets: StartSecrets) -> Session:
        """Send start, again on the same resourceId while its outcome is unknown."""
        doubt = self._book[session_id].start_sent_at is not None
        attempt = 1
        while True:
            session = await self._apply(session_id, StartSent(self._clock.now()))
            try:
                started = await agora.start(handle(session), session.config, secrets)
            except ApiError as error:
                doubt = doubt or isinstance(error, _OPEN)
                wait = self._policy.next_wait("start", error, attempt)
                expires = (session.acquired_at or 0.0) + RESOURCE_LIFE
                if wait is None or self._clock.now() + wait >= expires:
                    return await self._apply(session_id, self._verdict(session, error, doubt))
                if isinstance(error, _OPEN):
                    why = f"{sentence(error)} It is not known whether the recording started."
                    await self._apply(session_id, StartUnanswered(self._clock.now(), why))
                attempt += 1
                await self._clock.sleep(wait)
            else:
                return await self._apply(session_id, SidReceived(self._clock.now(), started.sid))

    def _verdict(self, session: Session, error: ApiError, doubt: bool) -> Fact:
        now = self._clock.now()
        if error.sid and isinstance(error, AlreadyStarted | Unreadable):
            return SidReceived(now, error.sid)
        if isinstance(error, AlreadyStarted) or (doubt and isinstance(error, TaskConflict)):
            return StartWithoutSid(now, no_sid_sentence(session, error))
        if isinstance(error, _OPEN) or (doubt and isinstance(error, Unreachable | RateLimited)):
            why = (
                f"{sentence(error)} It is not known whether the recording started. If it did, "
                f"it ends {session.max_idle_time} s after the last person has left the channel."
            )
            return StartUnanswered(now, why)
        return Refused(now, f"start: {sentence(error)} Nothing was started.")

    async def _apply(self, session_id: str, fact: Fact) -> Session:
        return await self._book.apply(session_id, fact)
