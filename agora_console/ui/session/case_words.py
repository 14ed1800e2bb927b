"""The sentences of deadlines and plans on a session page; pure."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QCoreApplication

from agora_console.domain.deadlines import Deadline, deadlines
from agora_console.domain.session import Session
from agora_console.ui.look.times import clock_on_day
from agora_console.ui.speech.spoken import said

translate = QCoreApplication.translate

_ELSEWHERE = frozenset({"token", "control"})
"""Deadlines that have a card of their own."""


def deadline_lines(session: Session, now: float) -> list[str]:
    """What ends by itself, and when; the next one first."""
    return [_sentence(each, now) for each in deadlines(session, now) if each.name not in _ELSEWHERE]


def next_time(hour: int, minute: int, now: float) -> float:
    """The next moment (seconds since the epoch) at which a local clock shows this time."""
    here = datetime.fromtimestamp(now, UTC).astimezone()
    wanted = here.replace(hour=hour, minute=minute, second=0, microsecond=0)
    if wanted <= here:
        wanted += timedelta(days=1)
    # The day after may have another offset from UTC.
    return wanted.replace(tzinfo=None).astimezone().timestamp()


def clock_time(moment: float) -> tuple[int, int]:
    """Hour and minute that a local clock shows at a moment (seconds since the epoch)."""
    here = datetime.fromtimestamp(moment, UTC).astimezone()
    return here.hour, here.minute


def _sentence(deadline: Deadline, now: float) -> str:
    if deadline.name != "stop":
        return said(deadline.sentence)
    asleep = translate(
        "Session",
        "While this machine sleeps, or no console runs here, nothing is stopped; it is done as "
        "soon as one runs again.",
    )
    at = translate("Session", "Planned: {0}.").format(clock_on_day(deadline.at, now))
    return f"{said(deadline.sentence)} {at} {asleep}"
