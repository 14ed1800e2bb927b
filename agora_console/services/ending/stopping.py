"""Stop: repeated until the session is provably over, or the refusal is a person's to mend."""

from __future__ import annotations

import random

from agora_console.api.errors import (
    AlreadyLeaving,
    ApiError,
    Exiting,
    NoAnswer,
    NotCompleted,
    NothingRecorded,
    NoWorker,
    RateLimited,
    ServerFault,
    Unreachable,
    Unreadable,
    UploadTimeout,
)
from agora_console.api.policy import RetryPolicy
from agora_console.domain.evidence.facts import (
    AskFailed,
    Fact,
    Missing,
    StopAccepted,
    StopFoundEnding,
    StopFoundNothing,
    StopRefused,
    StopSent,
    StopUnanswered,
)
from agora_console.domain.evidence.status import ENDING
from agora_console.domain.session import FileEntry, Phase, Session
from agora_console.journal.errors import JournalError
from agora_console.services.agora import Agora, handle
from agora_console.services.clock import Clock
from agora_console.services.sessions.book import Book
from agora_console.services.watching.asking import Asker
from agora_console.services.words import sentence

_REPEAT = (NoAnswer, NotCompleted, RateLimited, ServerFault, Unreachable, Unreadable)
"""Errors that say nothing of the recording; the stop is sent again."""

_MISSING_WAITS = (5.0, 10.0, 15.0)
"""Seconds between the questions after a 404."""

JITTER = 0.2
"""Share by which a wait may be longer, so that many stops are not sent again in step."""


class Stopper:
    """Stops one session."""

    def __init__(self, book: Book, clock: Clock, asker: Asker, policy: RetryPolicy) -> None:
        self._book = book
        self._clock = clock
        self._asker = asker
        self._policy = policy

    async def run(self, session_id: str, agora: Agora) -> Session:
        """Send stop, and again while nothing proves the end.

        Between two attempts Agora is asked: a 404 right after a stop may be a failover, out of
        which the recording comes back. A journal that cannot be written keeps nobody from
        stopping: its JournalError is raised at the end.
        """
        unwritten: list[JournalError] = []
        attempt = 1
        while True:
            session, wait = await self._attempt(session_id, agora, attempt, unwritten)
            if wait is None or _is_out_of_hand(session):
                break
            await self._rest(session_id, wait * (1.0 + random.uniform(0.0, JITTER)))
            attempt += 1
            try:
                session = await self._asker.ask(session_id, agora, ordered=True)
            except JournalError as error:
                unwritten.append(error)
                session = self._book[session_id]
            if _is_out_of_hand(session) or session.last_status in ENDING:
                break
        if unwritten:
            raise unwritten[0]
        return session

    async def _rest(self, session_id: str, wait: float) -> None:
        """Wait for the next attempt; the row says when it comes."""
        self._book.schedule_stop(session_id, self._clock.now() + wait)
        try:
            await self._clock.sleep(wait)
        finally:
            self._book.schedule_stop(session_id, None)

    async def _attempt(
        self, session_id: str, agora: Agora, attempt: int, unwritten: list[JournalError]
    ) -> tuple[Session, float | None]:
        """One stop, and how long to wait before the next; None when none follows."""
        async with self._asker.control(session_id):
            if self._book[session_id].over:
                return self._book[session_id], None
            session = await self._note(session_id, StopSent(self._clock.now()), unwritten)
            try:
                reply = await agora.stop(handle(session))
            except ApiError as error:
                fact, wait = self._failed(error), self._wait(error, attempt)
            else:
                wait = None
                fact = StopAccepted(self._clock.now(), reply.uploading, reply.files)
            return await self._note(session_id, fact, unwritten), wait

    async def _note(self, session_id: str, fact: Fact, unwritten: list[JournalError]) -> Session:
        try:
            return await self._book.apply(session_id, fact)
        except JournalError as error:
            unwritten.append(error)
            return self._book[session_id]

    def _wait(self, error: ApiError, attempt: int) -> float | None:
        if isinstance(error, NoWorker):
            return _MISSING_WAITS[min(attempt, len(_MISSING_WAITS)) - 1]
        return self._policy.next_wait("stop", error, attempt)

    def _failed(self, error: ApiError) -> Fact:
        now = self._clock.now()
        match error:
            case NothingRecorded():
                return StopFoundNothing(now)
            case AlreadyLeaving() | Exiting():
                return StopFoundEnding(now, _files(error))
            case UploadTimeout():
                return StopAccepted(now, None, _files(error))
            case NoWorker():
                return AskFailed(now, Missing.NO_WORKER, sentence(error))
            case _ if isinstance(error, _REPEAT):
                received = isinstance(error, NotCompleted)
                open_ = "" if received else " It may still record."
                why = f"Stop: {sentence(error)}{open_} The stop is repeated."
                return StopUnanswered(now, why, received)
            case _:
                return StopRefused(
                    now, f"The stop was refused. {sentence(error)} The recording may still run."
                )


def _is_out_of_hand(session: Session) -> bool:
    """True when no further stop can reach the recording."""
    return session.over or session.phase is Phase.OUT_OF_REACH


def _files(error: ApiError) -> tuple[FileEntry, ...]:
    return error.reply.files if error.reply is not None else ()
