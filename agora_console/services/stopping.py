"""Stop: repeated until the session is provably over, or the refusal is a person's to mend."""

from __future__ import annotations

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
from agora_console.domain.evidence import ENDING
from agora_console.domain.facts import (
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
from agora_console.domain.session import FileEntry, Session
from agora_console.services.agora import Agora, handle
from agora_console.services.asking import Asker
from agora_console.services.book import Book
from agora_console.services.clock import Clock
from agora_console.services.words import sentence

_REPEAT = (NoAnswer, NotCompleted, RateLimited, ServerFault, Unreachable, Unreadable)
"""Errors that say nothing of the recording; the stop is sent again."""

_MISSING_WAITS = (5.0, 10.0, 15.0)
"""Seconds between the questions after a 404."""


class Stopper:
    """Stops one session."""

    def __init__(self, book: Book, clock: Clock, asker: Asker, policy: RetryPolicy) -> None:
        self._book = book
        self._clock = clock
        self._asker = asker
        self._policy = policy

    async def run(self, session_id: str, agora: Agora) -> Session:
        """Send stop, and again while nothing proves the end. Raises JournalError.

        Between two attempts Agora is asked: a 404 right after a stop may be a failover, out of
        which the recording comes back.
        """
        attempt = 1
        while True:
            fact, wait = await self._attempt(session_id, agora, attempt)
            session = await self._book.apply(session_id, fact)
            if session.over or wait is None:
                return session
            await self._clock.sleep(wait)
            attempt += 1
            session = await self._asker.ask(session_id, agora)
            if session.over or session.last_status in ENDING:
                return session

    async def _attempt(
        self, session_id: str, agora: Agora, attempt: int
    ) -> tuple[Fact, float | None]:
        """What one stop proves, and how long to wait before the next; None when none follows."""
        async with self._asker.control(session_id):
            session = await self._book.apply(session_id, StopSent(self._clock.now()))
            try:
                reply = await agora.stop(handle(session))
            except ApiError as error:
                return self._failed(error), self._wait(error, attempt)
            return StopAccepted(self._clock.now(), reply.uploading, reply.files), None

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
                why = f"Stop: {sentence(error)} It may still record; the stop is repeated."
                return StopUnanswered(now, why)
            case _:
                return StopRefused(
                    now, f"The stop was refused. {sentence(error)} The recording may still run."
                )


def _files(error: ApiError) -> tuple[FileEntry, ...]:
    return error.reply.files if error.reply is not None else ()
