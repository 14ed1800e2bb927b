"""Start: intent, acquire, start and what their answers prove.

Order of writing: intent (on disk) → acquire → resourceId (on disk) → start → sid (on disk). A start
that was sent and not answered is repeated on the same resourceId, never by a fresh acquire, which
would record and bill twice.
"""

from __future__ import annotations

import asyncio

from agora_console.api.errors import (
    AllocationFailed,
    AlreadyStarted,
    ApiError,
    BadRequest,
    NoAnswer,
    NotCompleted,
    RateLimited,
    ResourceExpired,
    ServerFault,
    TaskConflict,
    Unreachable,
    Unreadable,
)
from agora_console.api.policy import RetryPolicy
from agora_console.domain.evidence.facts import (
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
from agora_console.domain.session import RESOURCE_LIFE, Phase, Session
from agora_console.services.agora import Agora, handle
from agora_console.services.clock import Clock
from agora_console.services.sessions.book import Book
from agora_console.services.words import no_sid_sentence, open_start_sentence, sentence

_SAY_NOTHING = (
    AllocationFailed,
    NoAnswer,
    NotCompleted,
    RateLimited,
    ServerFault,
    Unreachable,
    Unreadable,
)
"""What leaves open, in answer to a start that is sent again, what became of the first."""

_FRESH = (AllocationFailed, ResourceExpired)
"""Errors that prove that nothing was started, and that another resourceId may mend."""

ROUNDS = 3
"""How many resourceIds one order may use up."""

PAUSE = 3.0
"""Seconds before the next of them."""

AGAIN = 15.0
"""Seconds between two attempts to settle a start after the first few, while it can be started."""

AGAIN_LATE = 60.0
"""The same when the resourceId is too old: no start can come of it, and an answer still may."""


class Starter:
    """Carries one session from its intent to a sid, or to the reason why there is none.

    Every method raises JournalError when an id cannot be written down before the request that
    needs it.
    """

    def __init__(self, book: Book, clock: Clock, policy: RetryPolicy) -> None:
        self._book = book
        self._clock = clock
        self._policy = policy

    async def run(
        self, session_id: str, agora: Agora, secrets: StartSecrets, ready: asyncio.Future[None]
    ) -> Session:
        """acquire and start as one. `ready` is awaited before the first start is sent.

        Where it is certain that nothing was started, another resourceId is tried.
        """
        for round_ in range(1, ROUNDS + 1):
            known: tuple[Fact, ...] = await self._acquire(session_id, agora)
            if not ready.done():  # otherwise one write holds the resourceId and the order to start
                await self._book.apply(session_id, *known)
                known = ()
            await ready
            if self._book[session_id].over:
                break
            fact, fresh = await self._send(session_id, agora, secrets, known, again=round_ > 1)
            if not fresh or round_ == ROUNDS:
                return await self._book.apply(session_id, fact)
            await self._clock.sleep(PAUSE)
        return self._book[session_id]

    async def settle(self, session_id: str, agora: Agora, secrets: StartSecrets) -> Session:
        """Find out what became of a start that was cut off, by sending the same one again."""
        session = self._book[session_id]
        if session.phase is Phase.STARTING:
            why = open_start_sentence(session, "The console ended before Agora answered the start.")
            await self._book.apply(session_id, StartUnanswered(self._clock.now(), why))
            session = self._book[session_id]
        doubt = session.phase is Phase.OUTCOME_UNKNOWN or was_cut_off(session)
        fact, _ = await self._send(session_id, agora, secrets, doubt=doubt)
        return await self._book.apply(session_id, fact)

    async def _acquire(self, session_id: str, agora: Agora) -> tuple[Fact, ...]:
        """Get a resourceId, which is not written down yet; the session is over without one.

        That acquire is sent may be written down already, with the intent.
        """
        session = self._book[session_id]
        if session.phase is Phase.INTENT or session.resource_id:
            session = await self._book.apply(session_id, AcquireSent(self._clock.now()))
        try:
            acquired = await agora.acquire(session.cname, session.uid, session.config)
        except ApiError as error:
            why = f"acquire: {sentence(error)} Nothing was started."
            await self._book.apply(session_id, Refused(self._clock.now(), why))
            return ()
        return (ResourceReceived(self._clock.now(), acquired.resource_id),)

    async def _send(
        self,
        session_id: str,
        agora: Agora,
        secrets: StartSecrets,
        known: tuple[Fact, ...] = (),
        *,
        doubt: bool = False,
        again: bool = False,
    ) -> tuple[Fact, bool]:
        """Send start, again on the same resourceId for as long as its outcome is unknown.

        `known` is written down with the order to start. `doubt`: the same start may have been
        carried out before. `again`: another resourceId was refused before. Returns the last fact,
        and whether the next resourceId may be tried.
        """
        attempt = 1
        while True:
            sent = StartSent(self._clock.now())
            session = await self._book.apply(session_id, *known, sent)
            known = ()
            try:
                started = await agora.start(handle(session), session.config, secrets)
            except ApiError as error:
                doubt = doubt or error.may_have_acted
                wait = self._wait(session, error, attempt, doubt)
                if wait is None:
                    fresh = isinstance(error, _FRESH) and not doubt
                    # A task that stands in the way may be what that refusal had said it was not.
                    ours = doubt or (again and isinstance(error, TaskConflict))
                    return self._verdict(session, error, ours), fresh
                if doubt:
                    why = f"{sentence(error)} It is not known whether the recording started."
                    await self._book.apply(session_id, StartUnanswered(self._clock.now(), why))
                attempt += 1
                await self._clock.sleep(wait)
            else:
                return SidReceived(self._clock.now(), started.sid), False

    def _wait(self, session: Session, error: ApiError, attempt: int, doubt: bool) -> float | None:
        """Seconds until the same start is sent again; None: not again."""
        wait = self._policy.next_wait("start", error, attempt)
        late = self._clock.now() + (wait or 0.0) >= (session.acquired_at or 0.0) + RESOURCE_LIFE
        if not doubt:
            return None if late else wait
        if not isinstance(error, _SAY_NOTHING):
            return None
        return AGAIN_LATE if late else (wait or AGAIN)

    def _verdict(self, session: Session, error: ApiError, doubt: bool) -> Fact:
        """What the last answer proves; `doubt`: an earlier start may have been carried out."""
        now = self._clock.now()
        if error.sid and isinstance(error, AlreadyStarted | Unreadable):
            return SidReceived(now, error.sid)
        if isinstance(error, AlreadyStarted) or (doubt and isinstance(error, TaskConflict)):
            return StartWithoutSid(now, no_sid_sentence(session, error))
        # Whatever refuses the repetition, an earlier one may have been carried out; unless it is
        # refused for what is in it (2), for then the first, word for word the same, was as well.
        if doubt and not (isinstance(error, BadRequest) and error.code == 2):
            return StartUnanswered(now, open_start_sentence(session, sentence(error)))
        return Refused(now, f"start: {sentence(error)} Nothing was started.")


def was_cut_off(session: Session) -> bool:
    """True when this very resourceId was started before, and nobody knows with what result."""
    sent, acquired = session.start_sent_at, session.acquired_at
    return sent is not None and acquired is not None and sent >= acquired
