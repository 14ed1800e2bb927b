"""Rows of the session list as values: what each says and in which section and order it stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import IntEnum

from PySide6.QtCore import QCoreApplication

from agora_console.domain.session import Phase, Session
from agora_console.domain.states import Look
from agora_console.ui.looks import look

translate = QCoreApplication.translate

DRAFT_KEY = "draft"
"""Key of the row of the draft; every other row that can be chosen has the id of its session."""


class Section(IntEnum):
    """The sections, from top to bottom."""

    DRAFTS = 0
    LIVE = 1
    TODAY = 2
    OLDER = 3


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list. `look` None makes it the title of a section, which cannot be chosen.

    `line` is the second line, `elapsed` the time at its right. `over_since` is when it was closed;
    None while it is live.
    """

    key: str
    title: str
    look: Look | None = None
    line: str = ""
    elapsed: str = ""
    over_since: float | None = None

    @property
    def spoken(self) -> str:
        """What assistive technology says of the row."""
        if self.look is None:
            return self.title
        parts = (self.title, self.look.word, self.line, self.elapsed, self.look.sentence)
        return ", ".join(part for part in parts if part)

    def matches(self, words: Iterable[str]) -> bool:
        """True when every word (lower case) is found somewhere in the row."""
        state = self.look.word if self.look else ""
        text = f"{self.title} {state} {self.line}".lower()
        return all(word in text for word in words)


def session_row(session: Session, now: float) -> Row:
    """The row of a session at `now` (seconds since the epoch)."""
    return Row(
        key=session.id,
        title=session.cname,
        look=look(session, now),
        line=_line(session, now),
        elapsed=_elapsed(session, now),
        over_since=session.ended_at or session.since if session.closed else None,
    )


def section_title(section: Section, title: str) -> Row:
    """The row that heads a section."""
    return Row(key=f"section:{section.name}", title=title)


def section_of(session: Session, today: date) -> Section:
    """Where a session stands. What may still record is live, however old it is."""
    if not session.closed:
        return Section.LIVE
    return Section.TODAY if local_date(session.created_at) >= today else Section.OLDER


def in_order(sessions: Iterable[Session]) -> list[Session]:
    """The sessions in the order of their section.

    Live ones keep their place, oldest first; of the others the newest comes first. The two
    recorders of a pair stand together, in the place of the first.
    """
    known = {session.id: session for session in sessions}

    def place(session: Session) -> tuple[float, str, str, float]:
        sign = -1.0 if session.closed else 1.0
        pair = session.pair
        head = session if pair is None else known.get(pair.id, session)
        role = "" if pair is None else pair.role
        return sign * head.created_at, head.id, role, sign * session.created_at

    return sorted(known.values(), key=place)


def local_date(moment: float) -> date:
    """The date here at `moment` (seconds since the epoch)."""
    return datetime.fromtimestamp(moment, tz=UTC).astimezone().date()


def age(seconds: float) -> str:
    """`12 s`, `3 min`, `2 h` or `4 d`; whole units, never negative."""
    whole = max(0, int(seconds))
    for size, unit in ((86_400, "d"), (3_600, "h"), (60, "min")):
        if whole >= 2 * size:
            return f"{whole // size} {unit}"
    return f"{whole} s"


@dataclass(frozen=True, slots=True)
class Counts:
    """What the top bar says: recordings that are proven, that are open, that want a look."""

    recording: int = 0
    open: int = 0
    attention: int = 0


def count(sessions: Iterable[Session], now: float) -> Counts:
    """Count the sessions that somebody has to care for."""
    opened = [session for session in sessions if not session.closed]
    return Counts(
        recording=sum(session.phase is Phase.RECORDING for session in opened),
        open=len(opened),
        attention=sum(look(session, now).attention for session in opened),
    )


def _line(session: Session, now: float) -> str:
    parts = [session.mode, f"uid {session.uid}"]
    if session.pair is not None:
        parts.insert(0, translate("Rows", "{0} of A/B").format(session.pair.role))
    if not session.closed:
        asked = session.last_answer_at or session.last_status_at
        parts.append(_asked(now - asked) if asked is not None else _never_asked())
        if session.next_stop_at is not None:
            left = age(session.next_stop_at - now)
            parts.append(translate("Rows", "stop again in {0}").format(left))
        elif session.next_ask_at is not None:
            parts.append(translate("Rows", "next in {0}").format(age(session.next_ask_at - now)))
    elif len(session.files) == 1:
        parts.append(translate("Rows", "1 file"))
    elif session.files:
        parts.append(translate("Rows", "{0} files").format(len(session.files)))
    return " · ".join(parts)


def _asked(seconds: float) -> str:
    return translate("Rows", "asked {0} ago").format(age(seconds))


def _never_asked() -> str:
    return translate("Rows", "not asked yet")


def _elapsed(session: Session, now: float) -> str:
    begin = session.confirmed_at or session.started_at or session.start_sent_at
    if begin is None:
        return ""
    end = session.ended_at if session.closed else now
    return clock_time((end if end is not None else session.since) - begin)


def clock_time(seconds: float) -> str:
    """`01:42:07`: hours, minutes and seconds, always two digits each at least."""
    whole = max(0, int(seconds))
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}"
