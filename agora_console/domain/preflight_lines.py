"""The lines of a preflight: what an answer proves, what it does not, and what there is to do."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from agora_console.domain.durations import span
from agora_console.domain.preflight import PROJECT, Check, Line, State
from agora_console.domain.problems import Fix, Problem, Severity, has_errors

MOST_SKEW = 120.0
"""Seconds by which this clock may differ from Agora's. Stores refuse a signature after 15 min;
from two on, planned stops, the ends of tokens and time lines are visibly wrong."""

START_CALLS = 2
"""Requests of a start: acquire and start."""

WINDOW_HOURS = (72, 720)
"""`acquire.resourceExpiredHour`: default and most, in hours."""


def request_line(problems: Sequence[Problem], now: float) -> Check:
    """What the linter says of the order; its errors keep Start from sending."""
    errors = [each for each in problems if each.severity is Severity.ERROR]
    warnings = sum(each.severity is Severity.WARNING for each in problems)
    if has_errors(list(problems)):
        first = errors[0]
        more = f" And {len(errors) - 1} more." if len(errors) > 1 else ""
        return Check(
            Line.REQUEST,
            State.NO_GO,
            f"{first.sentence}{more}",
            now,
            first.action,
            first.path,
            first.fix,
        )
    said = {0: "", 1: " 1 warning."}.get(warnings, f" {warnings} warnings.")
    return Check(Line.REQUEST, State.GO, f"Checked here: nothing that Agora refuses.{said}", now)


class Answer(StrEnum):
    """What an acquire brought, as far as these lines care."""

    ACCEPTED = "accepted"
    WRONG_KEYS = "wrong keys"  # 401: nothing behind it was looked at
    NOT_ENABLED = "not enabled"  # App ID unknown or service off; Agora does not say which
    FORBIDDEN = "forbidden"
    NO_ROOM = "no room"  # the service itself refuses: unpaid account, too many recordings
    REFUSED = "refused"  # the service itself refuses what was asked
    TOO_MANY = "too many"  # 429: nothing was looked at
    NO_SECRET = "no secret"  # the customer secret is not kept, so nothing could be asked
    NONE = "none"  # no answer, or none of Agora's


@dataclass(frozen=True, slots=True)
class Asked:
    """One acquire: `at` in seconds since the epoch, `sentence` and `action` where it failed.

    `server_date` is Agora's own time in the reply, None where it had none.
    """

    answer: Answer
    at: float
    host: str = ""
    http: int | None = None
    latency_ms: float = 0.0
    sentence: str = ""
    action: str = ""
    server_date: float | None = None

    @property
    def told(self) -> str:
        """What was asked and what came back."""
        if not self.host:
            return "Nothing was asked."
        if self.http is None:
            return f"acquire at {self.host}: no answer."
        return f"acquire at {self.host}: HTTP {self.http} after {self.latency_ms:.0f} ms."


_AUTHENTICATED = (Answer.ACCEPTED, Answer.NO_ROOM, Answer.REFUSED)
_NO_KEYS = (Answer.WRONG_KEYS, Answer.NO_SECRET)
_SHUT = (Answer.NOT_ENABLED, Answer.FORBIDDEN, Answer.NO_ROOM, Answer.REFUSED)


def credentials_line(asked: Asked) -> Check:
    """Whether Agora takes App ID, customer ID and customer secret."""
    if asked.answer in _AUTHENTICATED:
        said = f"{asked.told} App ID, customer ID and secret are accepted."
        return Check(Line.CREDENTIALS, State.GO, said, asked.at)
    state = State.NO_GO if asked.answer in _NO_KEYS else State.UNSEEN
    said = f"{asked.told} {asked.sentence}".strip()
    return Check(Line.CREDENTIALS, state, said, asked.at, asked.action, PROJECT)


def service_line(asked: Asked) -> Check:
    """Whether Cloud Recording gives this App ID a recorder, now."""
    if asked.answer is Answer.ACCEPTED:
        said = (
            f"{asked.told} It gave a recorder (resourceId), which was not used: that costs nothing."
        )
        return Check(Line.SERVICE, State.GO, said, asked.at)
    state = State.NO_GO if asked.answer in _SHUT else State.UNSEEN
    said = f"{asked.told} {asked.sentence}".strip()
    return Check(Line.SERVICE, state, said, asked.at, asked.action, PROJECT)


def clock_line(asked: Asked) -> Check:
    """Whether this clock goes right, by the Date of Agora's reply, which is in whole seconds."""
    if asked.server_date is None:
        said = f"{asked.told} Nothing came back that tells Agora's time."
        return Check(Line.CLOCK, State.UNSEEN, said, asked.at)
    half = asked.latency_ms / 2000
    skew = asked.at + half - (asked.server_date + 0.5)
    about = f"give or take {0.5 + half:.1f} s"
    if abs(skew) <= 0.5 + half:
        said = f"The same as Agora's Date, {about}."
    else:
        size = f"{abs(skew):.1f} s" if abs(skew) < 60 else span(abs(skew))
        ahead, behind = f"{size} ahead of Agora's Date", f"{size} behind Agora's Date"
        said = f"{ahead if skew > 0 else behind}, {about}."
    if abs(skew) <= MOST_SKEW:
        return Check(Line.CLOCK, State.GO, said, asked.at)
    return Check(
        Line.CLOCK,
        State.NO_GO,
        f"{said} Stores refuse signatures of a wrong clock, and tokens end at another time.",
        asked.at,
        "Let the system set the clock by the network.",
    )


@dataclass(frozen=True, slots=True)
class TokenSight:
    """A token as it says of itself. `misfit` says for what else it was made; `usable_until` is in
    seconds since the epoch. `made` where it was made for the proof, as Start will make one.
    """

    usable_until: float
    misfit: str = ""
    made: bool = False


def token_line(sight: TokenSight, now: float, planned: float) -> Check:
    """Whether a token fits channel, UID and App ID, and outlasts the planned length."""
    left = sight.usable_until - now
    if sight.misfit or left < planned:
        said = sight.misfit or (
            f"The token ends in {span(left)}; the recording is planned for {span(planned)}."
            if left > 0
            else f"The token ended {span(-left)} ago."
        )
        action = "Make one for this channel and UID that lasts longer; it cannot be renewed on air."
        return Check(Line.TOKEN, State.NO_GO, said, now, action, "token")
    how = "Made from the certificate and read back" if sight.made else "Read"
    return Check(
        Line.TOKEN,
        State.GO,
        f"{how}: for this App ID, channel and UID, {span(left)} left, "
        f"{span(left - planned)} more than planned. Its signature only Agora can check.",
        now,
    )


def no_token_line(*, has_certificate: bool, ran_at: float | None, now: float) -> Check:
    """A start without a token. `ran_at` is when Agora last confirmed one of this App ID."""
    if has_certificate:
        return Check(
            Line.TOKEN,
            State.NO_GO,
            "No token is sent, and the project has an App certificate: nobody gets into a channel "
            "without one.",
            now,
            "Let the console make one at the start.",
            "token",
        )
    if ran_at is not None:
        ago = span(max(0.0, now - ran_at))
        said = f"No token is sent. A recording without one was confirmed by Agora {ago} ago."
        return Check(Line.TOKEN, State.NOT_NEEDED, said, now)
    return Check(
        Line.TOKEN,
        State.UNSEEN,
        "No token is sent. That is right where the App ID has no certificate; Agora says so only "
        "once the recorder joins.",
        now,
        "If the App ID has a certificate, keep it in the project.",
        "token",
    )


def web_token_line(now: float) -> Check:
    """A page is recorded without joining a channel."""
    return Check(Line.TOKEN, State.NOT_NEEDED, "A page needs no token: nobody joins.", now)


def unreadable_token_line(sentence: str, now: float) -> Check:
    """A token that says nothing of itself."""
    return Check(
        Line.TOKEN, State.UNSEEN, f"The token cannot be read. {sentence}", now, "", "token"
    )


def uid_line(uid: str, known: int, now: float) -> Check:
    """No open recording of the journal has this UID; `known` counts those of the channel."""
    looked = {0: "no recording", 1: "1 recording"}.get(known, f"{known} recordings")
    return Check(
        Line.UID,
        State.GO,
        f"The journal has {looked} of this channel, none open with UID {uid}. Who is in the "
        "channel, and what other desks record, nobody can be asked.",
        now,
    )


def uid_taken_line(uid: str, evidence: str, spare: str, now: float) -> Check:
    """The journal has an open recording with the same App ID, channel and UID."""
    return Check(
        Line.UID,
        State.NO_GO,
        f"UID {uid} belongs to a recording of this channel that is not over. {evidence}".strip(),
        now,
        "Take another UID.",
        "uid",
        Fix(f"Use {spare}", "uid", spare),
    )


def budget_line(asked: Asked, used: int, watched: int, limit: int) -> Check:
    """Room for the calls of a start: `used` of `limit` requests in the last second.

    `watched` recordings are asked from here.
    """
    said = f"{used} of {limit} requests in the last second, {watched} recordings watched here."
    if asked.answer is Answer.TOO_MANY:
        return Check(
            Line.BUDGET,
            State.NO_GO,
            f"{asked.told} Others use up the requests of this App ID. {said}",
            asked.at,
            "Slow down the other programs of this App ID.",
        )
    if used + START_CALLS > limit:
        return Check(
            Line.BUDGET, State.NO_GO, f"{said} A start needs {START_CALLS}.", asked.at, "Wait."
        )
    if asked.http is None:
        said = f"{said} What other programs of this App ID send, no answer of Agora tells."
        return Check(Line.BUDGET, State.UNSEEN, said, asked.at)
    return Check(Line.BUDGET, State.GO, f"{said} Agora did not say 429 (too many).", asked.at)


def window_line(hours: object, planned: float, now: float) -> Check:
    """Whether `resourceExpiredHour` (None: 72) outlasts the planned length."""
    default, most = WINDOW_HOURS
    known = hours if isinstance(hours, int) and not isinstance(hours, bool) else default
    left = known * 3600 - planned
    said = f"{known} h from the sid; {span(planned)} are planned"
    if left >= 0:
        return Check(Line.WINDOW, State.GO, f"{said}, {span(left)} to spare.", now)
    wanted = math.ceil(planned / 3600) + 1
    path = "acquire.resourceExpiredHour"
    return Check(
        Line.WINDOW,
        State.NO_GO,
        f"{said}. After the window nobody can ask, change or stop the recording.",
        now,
        "Take a longer window." if wanted <= most else f"Record in parts of {most} h at most.",
        path,
        Fix(f"Use {wanted} h", path, wanted) if wanted <= most else None,
    )
