"""Planned stops: carried out at their time, or as soon as the console runs again.

The time is in the journal, so it survives a crash. Nobody else stops the recording: while the
machine sleeps or no console runs on its data folder, nothing is stopped, and whoever plans a stop
reads that.
"""

from __future__ import annotations

from collections.abc import Callable

from agora_console.domain.durations import duration
from agora_console.domain.session import Session
from agora_console.services.clock import Clock
from agora_console.services.sessions.book import Book
from agora_console.services.start.orders import RefusedError
from agora_console.services.tasks import Tasks

TASK = "planned stops"

AGAIN = 30.0
"""Seconds after which a stop that could not even be sent is tried again."""

LATE = 15.0
"""Seconds of delay that a person is told of; the clock looks at the time every 10 s."""


class Planner:
    """Waits for the next planned stop. `stop` orders one, and says why in the time line."""

    def __init__(
        self, book: Book, clock: Clock, tasks: Tasks, stop: Callable[[str, str], None]
    ) -> None:
        self._book = book
        self._clock = clock
        self._tasks = tasks
        self._stop = stop
        self._tried: dict[str, float] = {}

    def look(self) -> None:
        """Begin to wait, or wait anew, because the plans have changed."""
        if any(_waits(session) for session in self._book.sessions()):
            self._tasks.start(TASK, self._run())
        else:
            self._tasks.cancel(TASK)

    async def _run(self) -> None:
        while plans := self._plans():
            now = self._clock.now()
            for session, at in plans:
                if at <= now:
                    self._tried[session.id] = now
                    self._stop(session.id, _why(session, now))
            await self._clock.sleep(max(0.0, min(at for _, at in self._plans() or plans) - now))

    def _plans(self) -> list[tuple[Session, float]]:
        """The sessions with a plan, and when each is to be tried."""
        return [
            (session, max(session.stop_planned_at or 0.0, self._tried.get(session.id, 0.0) + AGAIN))
            for session in self._book.sessions()
            if _waits(session)
        ]


def check_moment(session: Session, moment: float, now: float) -> None:
    """Raise RefusedError for a moment at which nothing can be stopped."""
    if moment <= now:
        raise RefusedError.because(
            f"That was {duration(now - moment)} ago. Choose a time that is to come."
        )
    ends = session.control_ends_at
    if ends is not None and moment >= ends:
        raise RefusedError.because(
            f"Stop works for {duration(ends - now)} more (resourceExpiredHour), and this is in "
            f"{duration(moment - now)}. Choose an earlier time."
        )


def _waits(session: Session) -> bool:
    planned = session.stop_planned_at is not None and session.stop_sent_at is None
    return planned and not session.closed


def _why(session: Session, now: float) -> str:
    late = now - (session.stop_planned_at or now)
    if late < LATE:
        return "The planned stop: its time has come."
    return (
        f"The planned stop, {duration(late)} late: the machine slept, no console ran, or it could "
        "not be sent."
    )
