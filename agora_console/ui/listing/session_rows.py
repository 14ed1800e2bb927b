"""Rows of the session list as values: what each says and in which section and order it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QCoreApplication

from agora_console.domain.planned_start import PlannedStart, plan_look
from agora_console.domain.session import Phase, Session
from agora_console.domain.states import Look
from agora_console.services.values import Sort
from agora_console.ui.look.looks import look
from agora_console.ui.look.times import clock_on_day, elapsed

translate = QCoreApplication.translate

DRAFT_KEY = "draft"
"""Key of the row of the draft; that of a session is its id, that of a plan `plan_key`."""

UNJUDGED = Look("…", "outline", "neutral")
"""The look of a draft before it is known whether it can be started."""

_PLAN = "plan:"


class Section(IntEnum):
    """The sections, from top to bottom."""

    DRAFTS = 0
    LIVE = 1
    PLANNED = 2
    TODAY = 3
    OLDER = 4


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list. `look` None makes it the title of a section, which cannot be chosen.

    `line` is the second line, `elapsed` the time at its right. `over_since` is when it was closed;
    None while it is live. `words` is found by the filter and shown nowhere.
    """

    key: str
    title: str
    look: Look | None = None
    line: str = ""
    elapsed: str = ""
    over_since: float | None = None
    words: str = ""

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
        text = f"{self.title} {state} {self.line} {self.words}".lower()
        return all(word in text for word in words)


def session_row(session: Session, now: float, words: str = "") -> Row:
    """The row of a session at `now` (seconds since the epoch); `words` are for the filter."""
    return Row(
        key=session.id,
        title=session.cname,
        look=look(session, now),
        line=_line(session, now),
        elapsed=_elapsed(session, now),
        over_since=session.ended_at or session.since if session.closed else None,
        words=words,
    )


def unjudged_row(draft: Mapping[str, Any] | None) -> Row:
    """The row of a kept draft at which nobody has looked yet; None for one that was never kept."""
    known = {key: value for key, value in (draft or {}).items() if isinstance(value, str)}
    title = known.get("cname") or translate("DraftPage", "New recording")
    return Row(DRAFT_KEY, title, UNJUDGED, known.get("mode", "mix"))


def plan_key(plan_id: str) -> str:
    """The key of the row of a planned start."""
    return f"{_PLAN}{plan_id}"


def plan_of(key: str) -> str:
    """The id of the plan whose row has this key; empty for any other row."""
    return key.removeprefix(_PLAN) if key.startswith(_PLAN) else ""


def plan_row(plan: PlannedStart, now: float, words: str = "") -> Row:
    """The row of a planned start at `now`; it counts down."""
    at = clock_on_day(plan.at, now)
    left = "" if plan.trouble else f"−{elapsed(plan.at - now)}"
    return Row(
        key=plan_key(plan.id),
        title=plan.cname,
        look=plan_look(plan, now),
        line=f"{plan.mode} · uid {plan.uid} · {at}",
        elapsed=left,
        words=words,
    )


@dataclass
class RowBook:
    """The rows of sessions, each made once a moment for all who show it.

    `project` gives the name of a project by its id.
    """

    project: Callable[[str], str] = lambda project_id: ""
    _made: dict[str, tuple[Session, int, Row]] = field(default_factory=dict)

    def row(self, session: Session, now: float) -> Row:
        """The row of a session at `now`; it changes with the seconds, and once over not at all."""
        made, second = self._made.get(session.id), int(now)
        if made is not None and made[0] is session and (session.closed or made[1] == second):
            return made[2]
        row = session_row(session, now, self.project(session.project_id))
        self._made[session.id] = (session, second, row)
        return row

    def forget(self, session_id: str) -> None:
        """A session that has left the journal."""
        self._made.pop(session_id, None)


def section_title(section: Section, title: str) -> Row:
    """The row that heads a section."""
    return Row(key=f"section:{section.name}", title=title)


def in_order(
    sessions: Iterable[Session],
    sort: Sort = "started",
    look_of: Callable[[Session], Look | None] = lambda session: None,
    known: Mapping[str, Session] | None = None,
) -> list[Session]:
    """The sessions in the order of their section; `known` has the others of their pairs too.

    By `started` live ones keep their place, oldest first; of the others the newest comes first.
    The two recorders of a pair stand together, in the place of the first.
    """
    sessions = list(sessions)
    heads = known if known is not None else {session.id: session for session in sessions}

    def place(session: Session) -> tuple[object, ...]:
        sign = -1.0 if session.closed else 1.0
        pair = session.pair
        head = session if pair is None else heads.get(pair.id, session)
        role = "" if pair is None else pair.role
        created = sign * head.created_at
        return _rank(head, sort, look_of), created, head.id, role, sign * session.created_at

    return sorted(sessions, key=place)


def _rank(
    session: Session, sort: Sort, look_of: Callable[[Session], Look | None]
) -> tuple[object, ...]:
    """What comes before the time of creation."""
    match sort:
        case "attention":
            shown = look_of(session)
            return (shown is None or not shown.attention,)
        case "newest":
            return (-session.created_at,)
        case "channel":
            return (session.cname.casefold(), session.cname)
        case "state":
            shown = look_of(session)
            return (shown is None or not shown.attention, shown.word if shown else "")
        case _:
            return ()


def midnight(day: date) -> float:
    """When a day begins here, in seconds since the epoch."""
    if day == date.min:
        return 0.0
    return datetime.combine(day, time.min).astimezone().timestamp()


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
    """What the top bar says: recordings that are proven, that are open, that want a look; plans."""

    recording: int = 0
    open: int = 0
    attention: int = 0
    planned: int = 0


class Tally:
    """Counts open sessions one by one, so that a change of one costs nothing of the others."""

    def __init__(self) -> None:
        self._open: dict[str, tuple[bool, bool]] = {}
        self._recording = self._attention = 0

    def take(self, session: Session, look: Look | None) -> None:
        """Count a session that is open as it is now."""
        self.drop(session.id)
        recording = session.phase is Phase.RECORDING
        attention = look is not None and look.attention
        self._open[session.id] = (recording, attention)
        self._recording += recording
        self._attention += attention

    def drop(self, session_id: str) -> None:
        """Count a session no more."""
        recording, attention = self._open.pop(session_id, (False, False))
        self._recording -= recording
        self._attention -= attention

    def counts(self) -> Counts:
        """What there is."""
        return Counts(self._recording, len(self._open), self._attention)


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
    elif (files := file_count(session)) == 1:
        parts.append(translate("Rows", "1 file"))
    elif files:
        parts.append(translate("Rows", "{0} files").format(files))
    return " · ".join(parts)


def file_count(session: Session) -> int:
    """How many files there are: of HLS, Agora lists the playlist alone, the bucket has them all."""
    found = session.arrival.files if session.arrival is not None else 0
    return max(found, len(session.files))


def _asked(seconds: float) -> str:
    return translate("Rows", "asked {0} ago").format(age(seconds))


def _never_asked() -> str:
    return translate("Rows", "not asked yet")


def _elapsed(session: Session, now: float) -> str:
    begin = session.confirmed_at or session.started_at or session.start_sent_at
    if begin is None:
        return ""
    end = session.ended_at if session.closed else now
    return elapsed((end if end is not None else session.since) - begin)
